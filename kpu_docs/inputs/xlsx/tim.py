"""A team on a sheet: to the data of the annex kind `susunan_tim`. Columns are known by their headings.

The headings are printed as on the sheet. Rows with a Roman numeral and a title, or merged over the columns, are
sections.
"""

from __future__ import annotations

from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import columns
from kpu_docs.inputs.xlsx.sections import Bagian, sections
from kpu_docs.inputs.xlsx.sheet import Sheet

HEADINGS = {
    "nomor": ("NO", "NOMOR", "NO URUT"),
    "nama": ("NAMA",),
    "nip": ("NIP",),
    "pangkat": ("PANGKAT", "GOLONGAN", "GOL"),
    "jabatan": ("JABATAN", "INSTANSI", "UNIT KERJA"),
    "kedudukan": ("KEDUDUKAN", "KEDUDUKAN DALAM TIM", "JABATAN DALAM TIM", "PERAN"),
    "honorarium": ("HONORARIUM", "HONOR"),
    "keterangan": ("KETERANGAN", "KET"),
}


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The members on a sheet, and the cell of each of their pieces."""
    table = columns.table(sheet, HEADINGS)
    fields = columns.fields(table, HEADINGS, "susunan tim")
    places: dict[DataPath, str] = {(): table.place}
    places |= {("kolom", field): sheet.address(*heading.cell) for field, heading in fields.items()}
    headed, bagian = sections(table), Bagian(sheet, "anggota", places)
    for row in table.rows:
        if row in headed:
            bagian.begin(row, headed[row])
            continue
        path = bagian.add({field: table.text(row, heading) for field, heading in fields.items()})
        places[path] = table.cell(row, table.headings[0])
        places |= {(*path, field): table.cell(row, heading) for field, heading in fields.items()}
    kolom = {field: heading.text for field, heading in fields.items()}
    return {"kolom": kolom, "bagian": bagian.data}, places
