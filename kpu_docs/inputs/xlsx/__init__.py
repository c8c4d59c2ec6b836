"""Excel in: annex rows from a sheet, and a whole decree from a workbook. openpyxl is loaded only when one is read.

`READERS` says how the sheet of each kind of annex becomes its data; adding one is adding a function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from kpu_docs.complaints import Complaint, DataPath
from kpu_docs.inputs.xlsx import anggaran, jadwal, rencana, tabel, tim
from kpu_docs.inputs.xlsx.book import Book
from kpu_docs.inputs.xlsx.sheet import Sheet

Reader = Callable[[Sheet], tuple[Any, dict[DataPath, str]]]

READERS: dict[str, Reader] = {
    "rencana_kerja": rencana.read,
    "susunan_tim": tim.read,
    "jadwal": jadwal.read,
    "anggaran": anggaran.read,
    "tabel": tabel.read,
    "tabel.baris": tabel.read_rows,
}
"""By the key of the annex: from a sheet to the data below that key, and the cell of each of their pieces."""


class Annex(NamedTuple):
    """What was read from a sheet: its data, the cell of each piece by its path in them, what was left out, and which
    cells are wrong.
    """

    data: Any
    places: dict[DataPath, str]
    lembar: str
    notes: tuple[Complaint, ...]
    errors: tuple[Complaint, ...]


def read_annex(content: bytes, file: str, lembar: str, kind: str) -> Annex:
    """The data that a sheet of a workbook holds for a kind of annex; without a name the only visible sheet.

    Raises:
        InputError: the book or the sheet cannot be read as a whole.
    """
    sheet = Book(content, file).sheet(lembar)
    data, places = READERS[kind](sheet)
    return Annex(data, places, sheet.name, tuple(sheet.notes), tuple(sheet.errors))
