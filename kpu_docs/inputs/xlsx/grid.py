"""Cells of a grid that are marked: by a sign, a fill, a bar over several of them, or a text to be printed."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.inputs.xlsx import words
from kpu_docs.inputs.xlsx.sheet import Area, Sheet

_COVERED = "{apa} tidak dapat dibaca; warnai selnya atau tulis x, lalu hapus {apa} itu"


def marks(
    sheet: Sheet, row: int, grid: Sequence[int], labels: Sequence[int], *, quiet: bool = False
) -> list[tuple[int, str]]:
    """The marked columns of a grid in a row (from 0), each with its text; `quiet` complains of nothing.

    Marks are x, v, a tick, 1 and a fill in any colour but white and those of the `labels`, which colour the whole row.
    """
    found = []
    usual = {sheet.fill(row, column) for column in labels}
    for at, column in enumerate(grid):
        text = sheet.peek(row, column) if quiet else sheet.text(row, column)
        # A bar that begins left of the grid is a heading.
        if text and sheet.area(row, column).left < grid[0]:
            continue
        # A text stands in the first cell of its bar, the others are marked.
        first = column == max(sheet.area(row, column).left, grid[0])
        if text and text != "tidak":
            found.append((at, "" if words.is_mark(text) or not first else " ".join(text.split())))
        elif sheet.fill(row, column) not in ("", *usual):
            found.append((at, ""))
    return found


def refuse_covered(sheet: Sheet, grid: Area) -> None:
    """Complain of what makes cells of a grid look marked and cannot be read: shapes, conditional formats."""
    for what, ranges in (
        ("bentuk yang digambar di atas petak", sheet.shapes()),
        ("format bersyarat", sheet.conditional()),
    ):
        for row, column in sheet.covered(ranges, grid):
            sheet.wrong(row, column, _COVERED.format(apa=what))
