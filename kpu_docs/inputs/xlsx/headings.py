"""The head of any table on a sheet: one to three rows, and what stands above each column.

A head is known by the words that are looked for, else it is the first row over most columns. It goes on below
with the rows its cells are merged over, with those that stand below a heading over several columns, merged or not, and
with those that end a heading (`HARGA` over `SATUAN (Rp)`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.sheet import EMPTY, Sheet

SEARCHED = 30
"""Rows from the top in which a head is looked for that is not known by its words."""

LEAST = 1 / 2
"""Over how many of the columns that have texts the head must stand."""

MOST_LEVELS = 3
"""Rows that a head takes at most, unless its cells are merged over more."""

_UNIT = re.compile(r"\([^()\d]+\)")

Level = tuple[str, int, int]
"""A heading with its row and column."""


class Heading(NamedTuple):
    """A column: its headings from the top level down, and the columns of the sheet below them."""

    levels: tuple[Level, ...]
    columns: tuple[int, ...]

    @property
    def text(self) -> str:
        """The headings in one line."""
        return " ".join(text for text, _, _ in self.levels)

    @property
    def cell(self) -> tuple[int, int]:
        """Where the lowest of them stands."""
        return self.levels[-1][1:]


class Head(NamedTuple):
    """First and last row of a head, and its columns from left to right."""

    top: int
    bottom: int
    columns: tuple[Heading, ...]


def find(sheet: Sheet, known: Callable[[str], bool] | None = None) -> Head:
    """The head of the table on a sheet; `known` says whether a text is a heading that is looked for.

    Raises:
        InputError: there is no table, or two columns have the same heading.
    """
    if sheet.width == 0:
        raise sheet.refuse(EMPTY)
    known = known or (lambda text: False)
    top = _known_row(sheet, known)
    if top is None:
        top = _widest_row(sheet, known)
    if top is None:
        raise sheet.refuse("tabel tidak ditemukan; tabel dimulai dengan satu baris judul kolom")
    bottom = _bottom(sheet, top, known)
    columns = tuple(_columns(sheet, top, bottom))
    _refuse_equal(sheet, columns)
    return Head(top, bottom, columns)


def _known_row(sheet: Sheet, known: Callable[[str], bool]) -> int | None:
    rows = range(sheet.height)
    return next((row for row in rows if sum(known(sheet.peek(row, at)) for at in sheet.filled_in(row)) > 1), None)


def _widest_row(sheet: Sheet, known: Callable[[str], bool]) -> int | None:
    """The first row that begins a head over all columns, or, right above other rows, over half of them: there may be
    texts beside the table, and headings may have been forgotten.
    """
    covered = [_covered(sheet, row, known) for row in range(min(SEARCHED, sheet.height))]
    most = max(*(count for count, _ in covered), 1)
    return next(
        (row for row, (count, followed) in enumerate(covered) if count >= (LEAST if followed else 1) * most), None
    )


def _covered(sheet: Sheet, row: int, known: Callable[[str], bool]) -> tuple[int, bool]:
    """How many columns the head has that begins in a row, none where that is a title; whether a row is right below."""
    texts = [sheet.peek(row, column).strip() for column in sheet.filled_in(row)]
    title = (len(texts) < 2 and sheet.width > 1) or any(text.startswith(":") or text.endswith(":") for text in texts)
    bottom = _bottom(sheet, row, known)
    followed = bottom + 1 < sheet.height and not sheet.empty(bottom + 1)
    return 0 if title else len(_headed(sheet, row, bottom)), followed


def _headed(sheet: Sheet, top: int, bottom: int) -> set[int]:
    areas = [sheet.area(row, column) for row in range(top, bottom + 1) for column in sheet.filled_in(row)]
    return {column for area in areas for column in range(area.left, area.right + 1)}


def _bottom(sheet: Sheet, top: int, known: Callable[[str], bool]) -> int:
    bottom = row = top
    while row <= bottom and row < min(top + MOST_LEVELS, sheet.height) - 1:
        bottom = max(bottom, *(sheet.area(row, column).bottom for column in sheet.filled_in(row) or (0,)))
        if bottom == row and (
            _below_merged(sheet, row) or _below_unmerged(sheet, top, row) or _ends_headings(sheet, row, known)
        ):
            bottom = row + 1
        row += 1
    return bottom


def _below_merged(sheet: Sheet, row: int) -> bool:
    """Whether the next row has the headings below one over several columns, and is not the first row of the data."""
    inside: set[int] = set()
    for column in sheet.filled_in(row):
        area = sheet.area(row, column)
        texts = {at for at in sheet.filled_in(row + 1) if area.left <= at <= area.right}
        inside |= texts if area.right > area.left and len(texts) > 1 else set()
    others = set(sheet.filled_in(row + 1)) - inside
    return bool(inside) and not any(words.ordinal(sheet.peek(row + 1, at)) for at in others)


def _below_unmerged(sheet: Sheet, top: int, row: int) -> bool:
    """Whether the next row has the headings of columns that have none yet, and of those to their left."""
    texts, headed = set(sheet.filled_in(row + 1)), _headed(sheet, top, row)
    bare = texts - headed
    groups = {at - 1 for at in bare if at - 1 not in bare}
    return bool(bare) and texts - bare == groups and bool(headed - groups)


def _ends_headings(sheet: Sheet, row: int, known: Callable[[str], bool]) -> bool:
    """Whether every text of the next row ends the heading above it: a unit, or a further word."""
    texts = [(sheet.peek(row, at), sheet.peek(row + 1, at)) for at in sheet.filled_in(row + 1)]
    return bool(texts) and all(_UNIT.fullmatch(text.strip()) or known(f"{above} {text}") for above, text in texts)


def _columns(sheet: Sheet, top: int, bottom: int) -> list[Heading]:
    found: list[Heading] = []
    before: dict[int, Level] = {}
    for column in range(sheet.width):
        here = _levels(sheet, top, bottom, column)
        for row in range(top, bottom):
            # A heading that is not merged stands over the columns right of it that have one of their own below.
            group = row in before and before[row] != before[max(before)]
            if group and row not in here and max(here, default=top) > row:
                here[row] = before[row]
        before = here
        levels = tuple(dict.fromkeys(here[row] for row in sorted(here)))
        if not levels:
            continue
        if found and found[-1].levels == levels:
            found[-1] = Heading(levels, (*found[-1].columns, column))
        else:
            found.append(Heading(levels, (column,)))
    return found


def _levels(sheet: Sheet, top: int, bottom: int, column: int) -> dict[int, Level]:
    """The headings over a column by row."""
    found = {}
    for row in range(top, bottom + 1):
        area = sheet.area(row, column)
        if sheet.peek(area.top, area.left):
            found[row] = (" ".join(sheet.text(area.top, area.left).split()), area.top, area.left)
    return found


def _refuse_equal(sheet: Sheet, columns: Sequence[Heading]) -> None:
    first: dict[str, Heading] = {}
    for heading in columns:
        same = first.setdefault(heading.text.lower(), heading)
        if same is not heading:
            other = sheet.address(*same.cell)
            sheet.wrong(*heading.cell, f"judul kolom ini sama dengan sel {other}; bedakan", heading.text)
    if sheet.errors:
        raise InputError(*sheet.errors)
