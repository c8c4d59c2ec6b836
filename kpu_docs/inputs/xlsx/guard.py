"""Workbooks that would exhaust the memory are refused before openpyxl builds anything from them."""

from __future__ import annotations

import re
from zipfile import ZipFile

from kpu_docs.archive import swells

LARGEST = 200_000_000
"""Bytes of all parts of a book together above which it is refused; 60,000 rows of a plan are about 60 million."""

MERGED = 500_000
"""Cells of all merged areas of a sheet together: openpyxl makes each of them, 0.3 KB a cell."""

LAST_ROW = 1_048_576
"""The last row of Excel."""

_BOMB = "isi buku kerja ini terlalu besar; hapus lembar dan gambar yang tidak dipakai"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_AREA = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_ROW = re.compile(rb'\sr="[A-Z]*([0-9]{7,})"')
_COLUMNS = re.compile(rb'<(?:\w+:)?col\s[^>]*?max="([0-9]{6,})"')


def refusal(archive: ZipFile) -> str:
    """Why a book is not read; empty if nothing speaks against it."""
    entries = archive.infolist()
    if swells(entries, LARGEST):
        return _BOMB
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")):
            part = archive.read(entry)
            if any(doctype in part for doctype in _DOCTYPES):
                return "buku kerja ini memuat DTD atau entitas XML, yang tidak pernah ditulis Excel; periksa asalnya"
            if entry.filename.startswith("xl/worksheets/") and (message := _of_sheet(part)):
                return message
    return ""


def _of_sheet(part: bytes) -> str:
    if sum(map(_size, _AREA.findall(part))) > MERGED:
        return (
            "ada lembar yang sel gabungannya terlalu luas (seluruh kolom?); di Excel, Home > Merge & Center > Unmerge "
            "Cells, lalu gabung hanya sel yang perlu"
        )
    if any(int(row[-9:]) > LAST_ROW or len(row) > 9 for row in _ROW.findall(part)) or _COLUMNS.search(part):
        return "ada lembar dengan baris atau kolom di luar batas Excel; simpan ulang di Excel"
    return ""


def _size(area: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = area
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
