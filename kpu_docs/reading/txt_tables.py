"""Rows of a text whose cells are parted by tabs, as a table.

A heading reaches over the empty columns to its right where the row below has headings of its own. What a scan moved is
put back where that is certain, and told: cells behind the last column, a row that lost its first cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kpu_docs.inputs.xlsx import levels, words
from kpu_docs.reading.columns import known_heads, sign
from kpu_docs.reading.paper import Cell, Line, Row, Table

_LEAST = 2
"""Tabs that a row of a table has at least."""

_RULE = re.compile(r"[\s|:+-]*-{3,}[\s|:+-]*")


def is_row(line: str, *, begun: bool) -> bool:
    """Whether a line is a row of a table that has `begun`, or begins one: with texts in several columns."""
    parted = line.count("\t") >= _LEAST or (line.lstrip().startswith("|") and line.count("|") > _LEAST)
    return parted and (begun or sum(1 for text in _texts(line) if text) > _LEAST)


def table(lines: Sequence[str], notes: list[str]) -> Table:
    """The lines as a table."""
    texts = [_texts(line) for line in lines if not _RULE.fullmatch(line)]
    rows: list[dict[int, str]] = [{at: text for at, text in enumerate(row) if text} for row in texts]
    heads = [at for at, row in enumerate(rows) if known_heads(_row(row)) > 1]
    below = [at for at in heads if at + 1 < len(rows) and _goes_on(rows[at], rows[at + 1])]
    width = max((column for row in rows for column in row), default=0) + 1
    if heads:
        first = heads[0]
        width = max(rows[first + 1]) + 2 if first in below else max(rows[first]) + 1
        rows = [_within(row, width) for row in rows]
        _put_back(rows, {*heads, *(at + 1 for at in below)}, notes)
    made = [_row(row) for row in rows]
    for at in heads:
        count = 2 if at in below else 1
        made[at : at + count] = with_spans(made[at : at + count], width)
    return Table(tuple(row for row in made if row.cells))


def with_spans(head: Sequence[Row], width: int) -> tuple[Row, ...]:
    """The rows of a head whose cells are known by their first columns alone: a heading stands over all columns up to
    the next one where the row below begins with it, else over the rows below that have nothing there.
    """
    found = []
    ends = {width}
    for at, row in enumerate(head):
        below = {column for column, _ in head[at + 1].texts} if at + 1 < len(head) else set()
        ends |= {column for column, _ in row.texts}
        cells = (
            replace(cell, colspan=min(end for end in ends if end > cell.column) - cell.column)
            if cell.column in below
            else replace(cell, rowspan=_down(cell.column, head[at + 1 :]))
            for cell in row.cells
        )
        found.append(Row(tuple(cells), head=True))
    return tuple(found)


def _down(column: int, below: Sequence[Row]) -> int:
    """How many rows a heading covers, with its own."""
    free = takewhile(lambda row: all(at != column for at, _ in row.texts), below)
    return 1 + sum(1 for _ in free)


def _texts(line: str) -> list[str]:
    if "\t" not in line:
        line = line.strip().strip("|").replace("|", "\t")
    return [text.strip() for text in line.split("\t")]


def _row(texts: dict[int, str]) -> Row:
    return Row(tuple(Cell(at, (Line(text),)) for at, text in sorted(texts.items())))


def _goes_on(head: dict[int, str], below: dict[int, str]) -> bool:
    """Whether the row below a head only has headings where the head has none, but for the first of them."""
    return bool(below) and min(below) > 0 and len(below) > 1 and len({*below} & {*head}) <= 1


def _within(row: dict[int, str], width: int) -> dict[int, str]:
    """A row whose last texts stand behind the last column, with them in it."""
    found: dict[int, str] = {}
    for at, text in row.items():
        column = min(at, width - 1)
        found[column] = f"{found[column]} {text}" if column in found else text
    return found


def _put_back(rows: list[dict[int, str]], heads: set[int], notes: list[str]) -> None:
    """Rows that lost their first cells: the sign of the first text goes on in another column."""
    above: dict[int, str] = {}
    for at, row in enumerate(rows):
        if at in heads or not row:
            continue
        first = row.get(0, "")
        column = _column_of(first, above) if len(row) > 1 and not words.section(first) else None
        if column:
            rows[at] = row = {column + n: text for n, text in enumerate(row.values())}
            notes.append(f'baris yang bergeser di tabel dikembalikan ke kolomnya (periksa): "{first}"')
        above |= row


def _column_of(text: str, above: dict[int, str]) -> int | None:
    mark, _ = sign(text)
    if not mark:
        return None
    one = levels.sign(mark)
    for column, before in sorted(above.items(), reverse=True):
        last, _ = sign(before)
        if column and last and levels.sign(last) == levels.Sign(one.kind, one.value - 1):
            return column
    return None
