"""A table of a paper: heads joined where it goes on, and as the sheet of a workbook, so that the readers of annexes on
sheets (`kpu_docs.inputs.xlsx`) know its columns, sections, marks and sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kpu_docs import markup
from kpu_docs.inputs.xlsx.parts import Extras
from kpu_docs.inputs.xlsx.sheet import Sheet
from kpu_docs.lampiran.rencana_kerja import KOLOM
from kpu_docs.reading.draft import unbold
from kpu_docs.reading.paper import Cell, Line, Row, Table

_MOST_HEAD = 4
"""Rows that a head has at most."""


def head_of(table: Table) -> int:
    """How many rows are the head: those repeated on each page; else the first and what its cells reach over, and a row
    below that stands only under wide cells.
    """
    flagged = next((at for at, row in enumerate(table.rows) if not row.head), len(table.rows))
    if flagged:
        return flagged
    at, reach = 0, 1
    while at < min(reach, len(table.rows), _MOST_HEAD):
        cells = table.rows[at].cells
        reach = max([reach, *(at + cell.rowspan for cell in cells)])
        if _below([cell for cell in cells if cell.colspan > 1 and cell.plain], table.rows[at + 1 : at + 2]):
            reach = max(reach, at + 2)
        at += 1
    return at


def _below(wide: Sequence[Cell], rows: Sequence[Row]) -> bool:
    """Whether the texts of the next row stand under wide cells only."""
    columns = {column for cell in wide for column in range(cell.column, cell.column + cell.colspan)}
    return any(row.texts and {column for column, _ in row.texts} <= columns for row in rows)


def joined(tables: Sequence[Table]) -> tuple[Table, int]:
    """Tables one below the other as one, and how many repeated heads were left out."""
    first = tables[0]
    count = head_of(first)
    head = [row.texts for row in first.rows[:count]]
    rows: list[Row] = list(first.rows[:count])
    left_out = 0
    for at, table in enumerate(tables):
        body = table.rows[count:] if at == 0 else table.rows
        skip = 0
        for n, row in enumerate(body):
            if skip:
                skip -= 1
            elif len(rows) > count and [one.texts for one in body[n : n + count]] == head:
                skip = count - 1
                left_out += 1
            else:
                rows.append(row)
    return replace(first, rows=tuple(rows)), left_out


def same_head(one: Table, other: Table) -> bool:
    """Whether a table goes on in another: it begins with the same head."""
    count = head_of(one)
    return [row.texts for row in one.rows[:count]] == [row.texts for row in other.rows[:count]]


def with_usual_heads(table: Table, head: int) -> tuple[Table, list[str]]:
    """A plan whose columns are called otherwise, with the usual headings, and its own: four before a grid of columns
    under one heading, and one after. The table as it is and no headings where it is no such plan.
    """
    first = table.rows[0].cells
    grids = [at for at, cell in enumerate(first) if cell.colspan > 1]
    if grids != [4] or len(first) != 6 or head < 2 or not all(cell.plain for cell in first):
        return table, []
    before = (*first[:4], first[5])
    usual = [replace(cell, content=(Line(title),)) for cell, title in zip(before, KOLOM, strict=True)]
    row = replace(table.rows[0], cells=(*usual[:4], first[4], usual[4]))
    return replace(table, rows=(row, *table.rows[1:])), [cell.plain for cell in before]


def sheet(table: Table, head: int) -> Sheet:
    """The table as a sheet with its merged cells, fills and runs in italics or bold."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import PatternFill

    page: Any = Workbook().active
    fill = PatternFill("solid", fgColor="A6A6A6")
    for at, row in enumerate(table.rows, start=1):
        for cell in row.cells:
            place = page.cell(at, cell.column + 1)
            if isinstance(place, MergedCell):  # cells of a broken table overlap
                continue
            if cell.text:
                place.value = _runs(unbold(cell.text) if at <= head else cell.text)
                place.data_type = "s"
            if cell.shaded:
                place.fill = fill
            if cell.rowspan > 1 or cell.colspan > 1:
                end = (at + cell.rowspan - 1, cell.column + cell.colspan)
                page.merge_cells(start_row=at, start_column=cell.column + 1, end_row=end[0], end_column=end[1])
    return Sheet("", page, page, Extras(), markup=True)


def _runs(text: str) -> Any:
    """A text with markup as the runs of a cell."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    runs = markup.runs(text, ())
    if not any(run.bold or run.italic for run in runs):
        return "".join(run.text for run in runs)
    parts = (
        TextBlock(InlineFont(b=run.bold or None, i=run.italic or None), run.text)
        if run.bold or run.italic
        else run.text
        for run in runs
    )
    return CellRichText(*parts, "")  # with an empty run: a cell that is all alike would lose its markup
