"""A schedule on a sheet: to the data of the annex kind `jadwal`.

Columns are known by their headings: a day or a range (TANGGAL), or beginning and end (MULAI, SELESAI). A column under a
heading of another kind over several (PELAKSANA over HUKUM and TEKNIS), or one that holds nothing but marks, is a party.
How rows belong together says `jadwal_rows`.
"""

from __future__ import annotations

from typing import Any

from kpu_docs.complaints import DataPath, InputError
from kpu_docs.inputs.xlsx import columns, grid
from kpu_docs.inputs.xlsx.headings import Heading
from kpu_docs.inputs.xlsx.jadwal_rows import Fields, Reader, Schedule
from kpu_docs.inputs.xlsx.listing import Listing
from kpu_docs.inputs.xlsx.sections import sections
from kpu_docs.inputs.xlsx.sheet import Area, Sheet

HEADINGS = {
    "nomor": ("NO", "NOMOR", "NO URUT", "NOMOR URUT"),
    "kegiatan": (
        "KEGIATAN", "URAIAN KEGIATAN", "NAMA KEGIATAN", "JENIS KEGIATAN", "PROGRAM KEGIATAN", "TAHAPAN KEGIATAN",
        "URAIAN", "TAHAPAN", "PROGRAM", "AGENDA", "ACARA", "MATERI",
    ),
    "sub_kegiatan": ("SUB KEGIATAN", "SUBKEGIATAN", "RINCIAN KEGIATAN", "RINCIAN", "SUB TAHAPAN", "SUBTAHAPAN"),
    "hari": ("HARI",),
    "waktu": (
        "TANGGAL", "HARI TANGGAL", "HARI DAN TANGGAL", "TGL", "WAKTU", "JADWAL", "PELAKSANAAN", "WAKTU PELAKSANAAN",
        "TANGGAL PELAKSANAAN", "JADWAL PELAKSANAAN", "JADWAL KEGIATAN",
    ),
    "mulai": (
        "MULAI", "AWAL", "DARI", "TANGGAL MULAI", "TANGGAL AWAL", "TGL MULAI", "TGL AWAL", "WAKTU MULAI",
        "JADWAL MULAI", "JADWAL AWAL",
    ),
    "selesai": (
        "SELESAI", "AKHIR", "BERAKHIR", "SAMPAI", "SAMPAI DENGAN", "S D", "TANGGAL SELESAI", "TANGGAL AKHIR",
        "TANGGAL BERAKHIR", "TGL SELESAI", "TGL AKHIR", "WAKTU SELESAI", "JADWAL SELESAI", "JADWAL AKHIR",
    ),
    "keterangan": ("KET", "KETERANGAN", "CATATAN"),
}  # fmt: skip
_PARTIES = "bila kolom ini pihak, beri satu judul bersama di atas kolom para pihak"
_NO_DAYS = "kolom TANGGAL, atau MULAI dan SELESAI, tidak ditemukan pada judul tabel"
_BOTH = "jadwal memakai kolom TANGGAL, atau MULAI dan SELESAI; sembunyikan salah satunya"


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The schedule of a sheet, and the cell of each of its pieces. What is wrong gathers in ``sheet.errors``.

    Raises:
        InputError: the sheet has no head that can be read.
    """
    table = columns.table(sheet, HEADINGS)
    fields, parties = _columns(table)
    names = _names(parties)
    places: dict[DataPath, str] = {(): table.place}
    data = _head(sheet, fields, parties, names, places)
    schedule, reader, headed = Schedule(sheet, places), Reader(table, fields, parties, names), sections(table)
    for row in table.rows:
        schedule.add(headed[row] if row in headed else reader.read(row), row)
    data["bagian"] = schedule.bagian()
    if parties:
        left, right = parties[0].columns[0], parties[-1].columns[-1]
        grid.refuse_covered(sheet, Area(table.rows[0], left, table.rows[-1], right))
    return data, places


def _columns(table: Listing) -> tuple[Fields, list[Heading]]:
    """The columns by field, and those of the parties."""
    sheet = table.sheet
    fields: dict[str, Heading] = {}
    parties: list[Heading] = []
    names = [columns.field(heading, HEADINGS) for heading in table.headings]
    marked = [not name and _is_party(table, heading) for name, heading in zip(names, table.headings, strict=True)]
    for at, (name, heading) in enumerate(zip(names, table.headings, strict=True)):
        if name:
            columns.add(sheet, fields, name, heading)
        elif marked[at] or (True in marked[max(at - 1, 0) : at + 2] and _is_empty(table, heading)):
            parties.append(heading)
        else:
            columns.unknown(sheet, heading, HEADINGS, "jadwal", _PARTIES)
    if "waktu" in fields and {"mulai", "selesai"} & fields.keys():
        sheet.wrong(*fields["waktu"].cell, _BOTH)
    if sheet.errors:
        raise InputError(*sheet.errors)
    if not {"waktu", "mulai"} & fields.keys():
        raise sheet.refuse(_NO_DAYS)
    if "kegiatan" not in fields and "sub_kegiatan" in fields:
        fields["kegiatan"] = fields.pop("sub_kegiatan")
    return fields, parties


def _is_party(table: Listing, heading: Heading) -> bool:
    if len(heading.levels) > 1:
        above = heading.levels[0]
        under = [other for other in table.headings if other.levels[0] == above]
        return len(under) > 1 and not columns.exactly(above[0], HEADINGS)
    sheet, column = table.sheet, heading.columns[0]
    rows = [row for row in table.rows if sheet.area(row, column).left == sheet.area(row, column).right]
    held = [mark for row in rows for mark in grid.marks(sheet, row, [column], table.headings[0].columns, quiet=True)]
    return bool(held) and not any(text for _, text in held)


def _is_empty(table: Listing, heading: Heading) -> bool:
    """Whether nothing stands below a heading: a party that takes part in nothing, beside others."""
    return not any(table.own(row, heading) for row in table.rows)


def _names(parties: list[Heading]) -> list[str]:
    """What the parties are called: without the heading over all of them."""
    common = len({party.levels[0] for party in parties}) == 1 and len(parties) > 1
    return [" ".join(text for text, _, _ in party.levels[common:]) for party in parties]


def _head(
    sheet: Sheet, fields: Fields, parties: list[Heading], names: list[str], places: dict[DataPath, str]
) -> dict[str, Any]:
    """What the data say of the head: headings as on the sheet, parties; `places` takes their cells."""
    titles = {name: fields[name] for name in ("nomor", "kegiatan", "waktu", "keterangan") if name in fields}
    titles |= {key: fields[name] for key, name in (("awal", "mulai"), ("akhir", "selesai")) if name in fields}
    places |= {("kolom", key): sheet.address(*heading.cell) for key, heading in titles.items()}
    kolom = {key: heading.text for key, heading in titles.items()}
    data: dict[str, Any] = {"kolom": kolom}
    if "mulai" in fields:
        data["awal_akhir"] = "ya"
        if len(fields["mulai"].levels) > 1:
            kolom |= {key: titles[key].levels[-1][0] for key in ("awal", "akhir") if key in titles}
            kolom["jadwal"] = fields["mulai"].levels[0][0]
    if parties:
        data["pihak"] = names
        if names[0] != parties[0].text:
            kolom["pihak"] = parties[0].levels[0][0]
        places |= {("pihak", at): sheet.address(*party.cell) for at, party in enumerate(parties)}
    return data
