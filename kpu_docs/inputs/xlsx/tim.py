"""A team on a sheet: to the data of the annex kind `susunan_tim`. Columns are known by their headings.

The headings are printed as on the sheet. A team in sections is written out in the data, or as one table.
"""

from __future__ import annotations

from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.listing import listing
from kpu_docs.inputs.xlsx.sheet import Sheet

_HEADINGS = (
    ("kedudukan", ("KEDUDUKAN", "JABATAN DALAM TIM", "PERAN")),
    ("nama", ("NAMA",)),
    ("nip", ("NIP",)),
    ("pangkat", ("PANGKAT", "GOLONGAN", "GOL")),
    ("jabatan", ("JABATAN", "INSTANSI", "UNIT KERJA")),
    ("honorarium", ("HONOR", "HONORARIUM")),
    ("keterangan", ("KET", "KETERANGAN")),
    ("nomor", ("NO", "NOMOR")),
)
"""How the heading of each column begins."""


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The members on a sheet, and the cell of each of their pieces."""
    table = listing(sheet)
    fields: dict[str, Any] = {}
    for heading in table.headings:
        _, row, column = heading.levels[-1]
        field = _field(heading.text)
        if not field:
            sheet.wrong(row, column, "judul kolom ini tidak dikenal pada susunan tim; ganti, atau sembunyikan kolomnya")
        elif field in fields:
            sheet.wrong(row, column, f"kolom {field} ada dua kali", heading.text)
        fields.setdefault(field, heading)
    first = table.headings[0].levels[0]
    places: dict[DataPath, str] = {(): sheet.address(first[1], first[2])}
    places |= {("kolom", field): sheet.address(*heading.levels[-1][1:]) for field, heading in fields.items()}
    members = []
    for at, row in enumerate(table.rows):
        members.append({field: table.text(row, heading) for field, heading in fields.items()})
        path: DataPath = ("bagian", 0, "anggota", at)
        places[path] = table.cell(row, table.headings[0])
        places |= {(*path, field): table.cell(row, heading) for field, heading in fields.items()}
    kolom = {field: heading.text for field, heading in fields.items()}
    return {"kolom": kolom, "bagian": [{"anggota": members}]}, places


def _field(heading: str) -> str:
    known = words.normal(heading)
    return next(
        (
            field
            for field, beginnings in _HEADINGS
            if any(known == word or known.startswith(f"{word} ") for word in beginnings)
        ),
        "",
    )
