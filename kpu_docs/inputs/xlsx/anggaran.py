"""A budget on a sheet: to the data of the annex kind `anggaran`.

Columns are known by their headings. A volume is a number with its unit, or a product ("3 org x 2 hari x 4 keg") in one
cell or in several under one heading. How rows belong together says `anggaran_rows`. Amounts of the sheet are given
values; those that are not what they are calculated from are noted. A product that does not come to the volume beside
it is refused, because only one of the two is printed.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from kpu_docs import angka
from kpu_docs.complaints import DataPath, InputError
from kpu_docs.inputs.xlsx import columns
from kpu_docs.inputs.xlsx.anggaran_rows import Budget, Entry
from kpu_docs.inputs.xlsx.headings import Heading
from kpu_docs.inputs.xlsx.listing import Listing
from kpu_docs.inputs.xlsx.sections import Section, sections
from kpu_docs.inputs.xlsx.sheet import Sheet

HEADINGS = {
    "kode": ("KODE", "KODE AKUN", "AKUN", "NO AKUN", "NOMOR AKUN", "KODE REKENING", "MAK", "KODE MAK"),
    "uraian": (
        "URAIAN", "URAIAN KEGIATAN", "URAIAN BELANJA", "RINCIAN BELANJA", "RINCIAN KEGIATAN", "RINCIAN", "KEGIATAN",
        "KOMPONEN", "PROGRAM KEGIATAN", "JENIS BELANJA", "JENIS PENGELUARAN", "NAMA BARANG",
    ),
    "rincian_volume": ("RINCIAN VOLUME", "RINCIAN PERHITUNGAN", "PERHITUNGAN", "DASAR PERHITUNGAN"),
    "volume": ("VOLUME", "VOL", "BANYAKNYA", "KUANTITAS", "JUMLAH VOLUME", "QTY"),
    "satuan": ("SATUAN", "SAT", "SATUAN VOLUME"),
    "harga": ("HARGA SATUAN", "HARGA", "TARIF", "BIAYA SATUAN", "SATUAN BIAYA", "SATUAN HARGA"),
    "jumlah": (
        "JUMLAH", "JUMLAH BIAYA", "JUMLAH HARGA", "JUMLAH ANGGARAN", "TOTAL", "TOTAL BIAYA", "ANGGARAN", "PAGU",
        "BIAYA", "NILAI",
    ),
    "nomor": ("NO", "NOMOR", "NO URUT"),
}  # fmt: skip
_PRINTED = ("kode", "uraian", "rincian_volume", "volume", "satuan", "harga", "jumlah")
MOST_NOTES = 10
"""How many amounts that differ are told one by one."""

_ENGLISH = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:,\d{3})+", re.IGNORECASE)
_COMMA = "ribuan ditulis dengan titik, misalnya 1.250.000; koma adalah tanda desimal"
_MISSING = "kolom {nama} tidak ditemukan pada judul tabel"
_TWO_NUMBERS = "anggaran mempunyai satu kolom di depan URAIAN; sembunyikan kolom NO atau kolom KODE"
_DIFFERS = "tertulis {tertulis}, padahal hitungannya {hitungan}; yang dicetak adalah yang tertulis"
_PRODUCT = "volume ini tidak sama dengan perkaliannya ({hasil}); betulkan salah satunya"


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The budget of a sheet, and the cell of each of its pieces. What is wrong gathers in ``sheet.errors``.

    Raises:
        InputError: the sheet has no head that can be read.
    """
    table = columns.table(sheet, HEADINGS)
    fields = _columns(table)
    headed = sections(table)
    entries = [_section(table, row, headed[row]) if row in headed else _entry(table, row, fields) for row in table.rows]
    budget = Budget(sheet, entries)
    kolom, places = _titles(sheet, fields)
    data, places = {"kolom": kolom, **budget.data}, {(): table.place, **places, **budget.places}
    _note_differences(sheet, data, budget.places)
    return data, places


def _columns(table: Listing) -> dict[str, Heading]:
    """The columns by field; a column of numbers takes the place of the codes."""
    fields = columns.fields(table, HEADINGS, "anggaran")
    if {"kode", "nomor"} <= fields.keys():
        table.sheet.wrong(*fields["nomor"].cell, _TWO_NUMBERS)
        raise InputError(*table.sheet.errors)
    if "nomor" in fields:
        fields["kode"] = fields.pop("nomor")
    for name in ("uraian", "jumlah"):
        if name not in fields and not (name == "jumlah" and "harga" in fields):
            raise table.sheet.refuse(_MISSING.format(nama=HEADINGS[name][0]))
    return fields


def _titles(sheet: Sheet, fields: dict[str, Heading]) -> tuple[list[str], dict[DataPath, str]]:
    """The seven headings, those of the sheet where it has them, and their cells."""
    from kpu_docs.lampiran.anggaran import KOLOM

    titles = [fields[name].text if name in fields else usual for name, usual in zip(_PRINTED, KOLOM, strict=True)]
    places: dict[DataPath, str] = {
        ("kolom", at): sheet.address(*fields[name].cell) for at, name in enumerate(_PRINTED) if name in fields
    }
    return titles, places


def _section(table: Listing, row: int, section: Section) -> Entry:
    place = table.sheet.address(row, section.nomor_column)
    cells = {"kode": place, "uraian": table.sheet.address(row, section.judul_column)}
    return Entry(row, section.nomor, section.judul, cells=cells, sign=section.nomor or "=")


def _entry(table: Listing, row: int, fields: dict[str, Heading]) -> Entry:
    """What a row says. A dash in a column of figures is nothing."""
    cells = {name: table.cell(row, heading) for name, heading in fields.items()}
    texts = {name: table.own(row, fields[name], exact=True) for name in fields if name not in ("kode", "uraian")}
    texts = {name: "" if text in ("-", "\u2013") else " ".join(text.split()) for name, text in texts.items()}
    for name in ("harga", "jumlah"):
        if _ENGLISH.fullmatch(texts.get(name, "")) and table.sheet.number(row, fields[name].columns[0]) is None:
            table.sheet.wrong(row, fields[name].columns[0], _COMMA, texts[name])
    volume, satuan = _volume(table.sheet, row, fields, texts)
    cells["volume"] = cells["rincian_volume" if texts.get("rincian_volume") else "volume"] if volume else ""
    kode = columns.numbered(table, row, fields["kode"]) if "kode" in fields else ""
    uraian = table.own(row, fields["uraian"])
    if kode and fields["uraian"].columns[0] <= table.sheet.area(row, fields["kode"].columns[0]).right:
        kode, uraian, cells["uraian"] = "", kode, cells["kode"]
    return Entry(
        row,
        kode,
        uraian,
        volume,
        satuan,
        texts.get("harga", ""),
        texts.get("jumlah", ""),
        cells,
        sign=kode,
        formula=table.sheet.formula(row, fields["jumlah"].columns[0]) if "jumlah" in fields else "",
    )


def _volume(sheet: Sheet, row: int, fields: dict[str, Heading], texts: dict[str, str]) -> tuple[str, str]:
    """The volume as it is printed, and its unit where that is another than the volume's own."""
    from kpu_docs.lampiran.anggaran import Rincian, baca_volume

    product, volume, unit = (texts.get(name, "") for name in ("rincian_volume", "volume", "satuan"))
    number = angka.baca(volume)
    if not product:
        return (f"{volume} {unit}".strip(), "") if number is not None else (volume, unit)
    comes_to = Rincian(volume=product).banyaknya if baca_volume(product) else None
    if volume and comes_to is not None and number != comes_to:
        sheet.wrong(row, fields["volume"].columns[0], _PRODUCT.format(hasil=angka.tulis(comes_to)), volume)
    return product, unit


def _note_differences(sheet: Sheet, data: dict[str, Any], places: dict[DataPath, str]) -> None:
    """Say which amounts are not what they are calculated from, if the data can be read."""
    from kpu_docs.lampiran.anggaran import Anggaran, selisih

    try:
        found = selisih(Anggaran.model_validate(data))
    except ValidationError:
        return  # told, with its cells, where the decree is checked
    for one in found[:MOST_NOTES]:
        said = _DIFFERS.format(tertulis=angka.tulis(one.tertulis), hitungan=angka.tulis(one.hitungan))
        sheet.note_at(places[one.asal], said)
    if len(found) > MOST_NOTES:
        sheet.note(f"masih ada {len(found) - MOST_NOTES} jumlah lain yang tidak sama dengan hitungannya")
