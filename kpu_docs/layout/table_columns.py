"""The columns of a table: where their edges lie. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from kpu_docs.blocks import Cell, Table, at_columns
from kpu_docs.layout.columns import MM
from kpu_docs.layout.lines import Line, break_lines, widest_word
from kpu_docs.tata_naskah import TataNaskah

UPRIGHT = (45.0, 70.0, 100.0)
"""The heights (mm) at which an upright heading may go on beside itself: the least for which the columns fit."""


Placed = list[tuple[int, Cell]]
"""The cells of a row with the column each begins at."""


def edges(
    table: Table, left: float, room: float, tata_naskah: TataNaskah, rows: Sequence[Placed] | None = None
) -> list[float]:
    """The edges of the columns, from the left edge of the table to its right edge; `rows` are its rows at their columns
    if they are known.

    Columns share the room by their widths, but none is narrower than the widest word of its heading, nor than that of
    its cells where they are to stay whole; the columns of a grid are as wide as their widest text needs, all the same,
    unless that were more than half of the table. Where that is too much, each has room for one sign, if it can.
    """
    placed = list(at_columns(table.rows)) if rows is None else rows
    fitting = (least for height in UPRIGHT if sum(least := _least(table, placed, room, height, tata_naskah)) <= room)
    one_sign = 2 * tata_naskah.tabel.bantalan * MM + tata_naskah.huruf.ukuran_tabel
    least = next(fitting, [min(one_sign, room / len(table.columns))] * len(table.columns))
    widths = {at: width for at, width in enumerate(least) if width > 0}
    free: dict[int, float] = dict(enumerate(column.width for column in table.columns))
    narrow: dict[int, float] = {}
    while True:
        unit = (room - sum(narrow.values())) / (sum(free.values()) or 1.0)
        tight = {at: widths[at] for at, share in free.items() if at in widths and share * unit < widths[at]}
        if not tight:
            break
        narrow |= tight
        free = {at: share for at, share in free.items() if at not in tight}
    found = [narrow[at] if at in narrow else free[at] * unit for at in range(len(table.columns))]
    return [left + edge for edge in accumulate(found, initial=0.0)]


def _least(table: Table, rows: Sequence[Placed], room: float, upright: float, tata_naskah: TataNaskah) -> list[float]:
    """The least width of each column (pt), for upright headings up to so many mm high."""
    size = tata_naskah.huruf.ukuran_tabel
    padding = 2 * tata_naskah.tabel.bantalan * MM + 0.1
    least = [0.0] * len(table.columns)
    for placed in at_columns(table.head):
        for first, cell in placed:
            if cell.colspan == 1:
                least[first] = max(least[first], _heading_width(cell, upright, tata_naskah) + padding)
    for first, width in _whole_words(table, rows, size):
        least[first] = max(least[first], width + padding)
    grid = [at for at, column in enumerate(table.columns) if column.grid]
    if grid:
        texts = {
            cell.runs for placed in rows for first, cell in placed if cell.runs and first in grid and cell.colspan == 1
        }
        words = (widest_word(runs, size) + padding for runs in texts)
        widest = max([*words, *(least[at] for at in grid)])
        if widest * len(grid) <= room / 2:
            least = [widest if column.grid else width for column, width in zip(table.columns, least, strict=True)]
    return least


def _heading_width(cell: Cell, upright: float, tata_naskah: TataNaskah) -> float:
    """The least width of the text of a heading."""
    size = tata_naskah.huruf.ukuran_tabel
    if not cell.upright:
        return widest_word(cell.runs, size, bold=True)
    return len(upright_lines(cell, upright, size, bold=True)) * tata_naskah.huruf.jarak_tabel


def _whole_words(table: Table, rows: Sequence[Placed], size: float) -> Iterator[tuple[int, float]]:
    """The widths of the words that columns with whole words must hold, each with its column."""
    if not any(column.whole for column in table.columns):
        return
    texts = {
        (first, row.kind == "jumlah", "".join(run.text for run in cell.runs)): cell.runs
        for row, placed in zip(table.rows, rows, strict=True)
        for first, cell in placed
        if cell.colspan == 1 and table.columns[first].whole
    }
    for (first, bold, _), runs in texts.items():
        yield first, widest_word(runs, size, bold=bold)


def upright_lines(cell: Cell, height: float, size: float, *, bold: bool) -> tuple[Line, ...]:
    """The lines of an upright heading up to so many mm high, side by side on paper."""
    return break_lines(cell.runs, size, max(height * MM, widest_word(cell.runs, size, bold=bold)), bold=bold)
