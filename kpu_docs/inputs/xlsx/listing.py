"""Any table on a sheet: a head of one to three rows, and rows below it.

The head is the row that covers most columns, with the rows its cells are merged over or that stand below a merged
heading. A cell that is merged over several rows counts in each of them. Empty rows are left out; the table ends where a
signature begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.sheet import Sheet

SEARCHED = 30
"""Rows from the top in which a head is looked for."""

MOST_LEVELS = 3

_ENDED = 'tabel dianggap berakhir sebelum baris {baris} ("{teks}"); baris itu dan seterusnya tidak dibaca'
_GROUP = "baris judul di tengah tabel tidak dapat dibaca; jadikan kolom tersendiri, atau hapus"


class Heading(NamedTuple):
    """A column: its headings from the top level down, each with its row and column, and the columns below them."""

    levels: tuple[tuple[str, int, int], ...]
    columns: tuple[int, ...]

    @property
    def text(self) -> str:
        """The headings in one line."""
        return " ".join(text for text, _, _ in self.levels)


@dataclass(frozen=True)
class Listing:
    """The columns of a table and the rows of the sheet that are its data."""

    sheet: Sheet
    headings: tuple[Heading, ...]
    rows: tuple[int, ...]

    def text(self, row: int, heading: Heading, *, exact: bool = False) -> str:
        """The text of a row below a heading; `exact` writes a number with all its decimals instead of as shown."""
        texts = (
            self.sheet.exact(row, column) if exact else self.sheet.text(row, column)
            for column in heading.columns
            if self.sheet.area(row, column).left == column
        )
        return " ".join(text for text in texts if text)

    def cell(self, row: int, heading: Heading) -> str:
        """The name of that cell."""
        return self.sheet.address(row, heading.columns[0])

    def records(self) -> list[dict[str, str]]:
        """The rows as mappings from heading to text; cells without text are left out."""
        return [
            {heading.text: text for heading in self.headings if (text := self.text(row, heading, exact=True))}
            for row in self.rows
        ]


def listing(sheet: Sheet) -> Listing:
    """The table of a sheet. What is wrong with its cells gathers in ``sheet.errors``.

    Raises:
        InputError: there is no table, or two columns have the same heading.
    """
    top = _top(sheet)
    bottom = _bottom(sheet, top)
    headings = tuple(_headings(sheet, top, bottom))
    _refuse_equal(sheet, headings)
    rows = tuple(_rows(sheet, bottom + 1, headings))
    for row in rows:
        _refuse_numbers(sheet, row, headings)
    return Listing(sheet, headings, rows)


def _top(sheet: Sheet) -> int:
    def covered(row: int) -> int:
        areas = [sheet.area(row, column) for column in sheet.filled_in(row)]
        return sum(area.right - area.left + 1 for area in areas) if len(areas) > 1 or sheet.width == 1 else 0

    top = max(range(min(SEARCHED, sheet.height)), key=covered, default=None)
    if top is None or not covered(top):
        raise sheet.refuse("tabel tidak ditemukan; tabel dimulai dengan satu baris judul kolom")
    return top


def _bottom(sheet: Sheet, top: int) -> int:
    bottom, row = top, top
    while row <= bottom and row < min(top + MOST_LEVELS, sheet.height):
        for column in sheet.filled_in(row):
            area = sheet.area(row, column)
            bottom = max(bottom, area.bottom)
            below = area.bottom + 1
            inside = (
                [at for at in sheet.filled_in(below) if area.left <= at <= area.right] if below < sheet.height else []
            )
            if area.right > area.left and len(inside) > 1:
                bottom = max(bottom, below)
        row += 1
    return bottom


def _headings(sheet: Sheet, top: int, bottom: int) -> Iterator[Heading]:
    found: list[Heading] = []
    for column in range(sheet.width):
        areas = dict.fromkeys(sheet.area(row, column) for row in range(top, bottom + 1))
        levels = tuple(
            (" ".join(sheet.text(area.top, area.left).split()), area.top, area.left)
            for area in areas
            if sheet.peek(area.top, area.left)
        )
        if not levels:
            continue
        if found and found[-1].levels == levels:
            found[-1] = Heading(levels, (*found[-1].columns, column))
        else:
            found.append(Heading(levels, (column,)))
    yield from found


def _refuse_equal(sheet: Sheet, headings: tuple[Heading, ...]) -> None:
    first: dict[str, Heading] = {}
    for heading in headings:
        same = first.setdefault(heading.text.lower(), heading)
        if same is not heading:
            _, row, column = heading.levels[-1]
            other = sheet.address(*same.levels[-1][1:])
            sheet.wrong(row, column, f"judul kolom ini sama dengan sel {other}; bedakan", heading.text)
    if sheet.errors:
        raise InputError(*sheet.errors)


def _rows(sheet: Sheet, first: int, headings: tuple[Heading, ...]) -> Iterator[int]:
    used = {column for heading in headings for column in heading.columns}
    after_empty = False
    for row in range(first, sheet.height):
        texts = sheet.filled_in(row)
        if row == first and words.counting([sheet.peek(row, column) for column in texts]):
            continue
        if not any(sheet.peek(row, column) for column in used):
            after_empty = True
            for column in texts:
                sheet.note("teks di luar tabel tidak dibaca", row, column)
            continue
        if _ends(sheet, row, texts, after_empty):
            text = " ".join(sheet.peek(row, texts[0]).split())
            sheet.note(_ENDED.format(baris=sheet.row_name(row), teks=text), row, texts[0])
            return
        if len(texts) == 1 and len(used) > 1 and sheet.area(row, texts[0]).right > texts[0]:
            sheet.wrong(row, texts[0], _GROUP, sheet.peek(row, texts[0]))
        for column in set(texts) - used:
            sheet.note("teks di luar tabel tidak dibaca", row, column)
        after_empty = False
        yield row


def _ends(sheet: Sheet, row: int, texts: Sequence[int], after_empty: bool) -> bool:
    if any(words.dated(sheet.peek(row, column)) for column in texts):
        return True
    return after_empty and len(texts) < 3 and any(words.signing(sheet.peek(row, column)) for column in texts)


def _refuse_numbers(sheet: Sheet, row: int, headings: tuple[Heading, ...]) -> None:
    """A NIP that is a number has lost digits, or zeros before them."""
    for heading in headings:
        if words.identity(heading.text):
            for column in heading.columns:
                if sheet.number(row, column) is not None:
                    sheet.wrong(row, column, words.AS_TEXT, sheet.peek(row, column))
