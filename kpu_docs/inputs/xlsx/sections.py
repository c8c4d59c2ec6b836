"""Rows of a table that are headings: `I. PERSIAPAN`, `I | PERSIAPAN`, or a text merged over several columns."""

from __future__ import annotations

from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.listing import Listing
from kpu_docs.inputs.xlsx.sheet import Sheet

_FIRST = 3
"""In how many columns from the left number and title of a section may stand."""


class Section(NamedTuple):
    """The heading of a section: its number and its title, with the columns of the sheet in which they stand."""

    nomor: str
    judul: str
    nomor_column: int
    judul_column: int

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(f"{self.nomor} {self.judul}".split())


def sections(table: Listing) -> dict[int, Section]:
    """The headings among the rows of a table, by row.

    Roman numerals are those of sections only if no row that has one is a row of data.
    """
    found = {row: section for row in table.rows if (section := _section(table, row))}
    numbered = {row for row in table.rows if _roman(table, row)}
    if not numbered <= found.keys():
        found = {row: section for row, section in found.items() if row not in numbered}
    return found if len(found) < len(table.rows) else {}


def _roman(table: Listing, row: int) -> bool:
    """Whether the first text of a row is a Roman numeral and nothing else."""
    first = next(iter(table.sheet.filled_in(row)), None)
    return first is not None and words.roman(table.sheet.peek(row, first))


def _section(table: Listing, row: int) -> Section | None:
    sheet, texts = table.sheet, table.sheet.filled_in(row)
    if not {*texts} <= {column for one in table.headings[:_FIRST] for column in one.columns}:
        return None
    # What is taken is read as data, so that what is wrong with a cell is told.
    if len(texts) == 1:
        [at] = texts
        split = words.section(sheet.peek(row, at))
        if split or sheet.area(row, at).right > at:
            text = sheet.text(row, at)
            return Section(*(split or ("", text)), at, at)
    if len(texts) == 2 and _roman(table, row):
        first, second = texts
        if not words.ordinal(sheet.peek(row, second)):
            nomor, judul = sheet.text(row, first), sheet.text(row, second)
            return Section(" ".join(nomor.split()), judul, first, second)
    return None


class Bagian:
    """The sections of an annex as they are read from top to bottom; `key` names their rows in the data, `places` takes
    the cells of number and title.
    """

    def __init__(self, sheet: Sheet, key: str, places: dict[DataPath, str]) -> None:
        self.data: list[dict[str, Any]] = []
        self._sheet, self._key, self._places = sheet, key, places

    def begin(self, row: int, section: Section) -> None:
        """Begin a section with its heading."""
        path: DataPath = ("bagian", len(self.data))
        self.data.append({"nomor": section.nomor, "judul": section.judul, self._key: []})
        cell = self._sheet.address(row, section.nomor_column)
        self._places |= {path: cell, (*path, "nomor"): cell}
        self._places[(*path, "judul")] = self._sheet.address(row, section.judul_column)

    def add(self, one: dict[str, Any]) -> DataPath:
        """Add a row to the last section, one without a heading if there is none; its path in the data."""
        if not self.data:
            self.data.append({self._key: []})
        rows = self.data[-1][self._key]
        rows.append(one)
        return ("bagian", len(self.data) - 1, self._key, len(rows) - 1)
