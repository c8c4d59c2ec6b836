"""Tables before they are cut into pages: column edges, cells at their columns, lines and heights. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from kpu_docs.blocks import Cell, Row, Run, Table, at_columns
from kpu_docs.layout.columns import MM
from kpu_docs.layout.lines import Line, break_lines, widest_word
from kpu_docs.tata_naskah import TataNaskah

BODY, HEAD = "sel", "kepala_tabel"


def edges(table: Table, left: float, room: float, tata_naskah: TataNaskah) -> list[float]:
    """The edges of the columns, from the left edge of the table to its right edge.

    Columns share the room by their widths, but none is narrower than the widest word of its heading; the columns of a
    grid are as wide as their widest text needs, all the same, unless that were more than half of the table.
    """
    least = _least(table, room, tata_naskah)
    if sum(least) > room:
        least = [0.0] * len(least)
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


def _least(table: Table, room: float, tata_naskah: TataNaskah) -> list[float]:
    """The least width of each column (pt)."""
    size = tata_naskah.huruf.ukuran_tabel
    padding = 2 * tata_naskah.tabel.bantalan * MM + 0.1
    least = [0.0] * len(table.columns)
    for placed in at_columns(table.head):
        for first, cell in placed:
            if cell.colspan == 1:
                least[first] = max(least[first], widest_word(cell.runs, size, bold=True) + padding)
    grid = [at for at, column in enumerate(table.columns) if column.grid]
    if grid:
        texts = {
            cell.runs
            for placed in at_columns(table.rows)
            for first, cell in placed
            if cell.runs and first in grid and cell.colspan == 1
        }
        words = (widest_word(runs, size) + padding for runs in texts)
        widest = max([*words, *(least[at] for at in grid)])
        if widest * len(grid) <= room / 2:
            least = [widest if column.grid else width for column, width in zip(table.columns, least, strict=True)]
    return least


class SetCell(NamedTuple):
    """A cell with its lines; it covers the columns from `first` to before `last` and the rows from `row` to before
    `until`.
    """

    cell: Cell
    first: int
    last: int
    row: int
    until: int
    lines: tuple[Line, ...]
    align: str


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row: the cells of it alone, the labels over several rows that cover it, the height it needs.

    `edges` are the column edges that are drawn beside it, `open` the columns whose cell goes on in the next row.
    """

    cells: tuple[SetCell, ...]
    labels: tuple[SetCell, ...]
    section: bool
    height: float
    edges: frozenset[int]
    open: frozenset[int]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table whose text is broken into lines. `lanjutan` marks a label that is repeated on a further page."""

    columns: list[float]
    head: list[SetRow]
    rows: list[SetRow]
    size: float
    pitch: float
    padding: float
    lanjutan: str

    @property
    def head_height(self) -> float:
        """The height of the head."""
        return sum(row.height for row in self.head)

    def height(self, lines: int) -> float:
        """The height of a cell of that many lines."""
        return max(1, lines) * self.pitch + 2 * self.padding

    def room(self, cell: SetCell) -> float:
        """The width of a cell's text."""
        return self.columns[cell.last] - self.columns[cell.first] - 2 * self.padding

    def shown(self, label: SetCell, begin: tuple[int, int]) -> tuple[Line, ...]:
        """The lines of a label on a page that begins with that row, at that line of it: marked where it is repeated."""
        if (label.row, 0) >= begin or not label.cell.runs:
            return label.lines
        mark = Run(f" {self.lanjutan}", label.cell.asal)
        return break_lines((*label.cell.runs, mark), self.size, self.room(label))


@dataclass(slots=True)
class Slice:
    """A row at its height on one page; of a row too high for a page the lines from `first` to before `last`."""

    row: SetRow
    at: int
    first: int
    last: int | None
    height: float


def set_table(table: Table, left: float, room: float, page: float, tata_naskah: TataNaskah) -> SetTable:
    """The table with its lines, `room` pt wide, for pages with `page` pt of height.

    A label over several rows that is higher than half a page counts as a cell of its first row alone, so that some row
    with the label beside it always fits a page.
    """
    columns = edges(table, left, room, tata_naskah)
    padding = tata_naskah.tabel.bantalan * MM
    size, pitch = tata_naskah.huruf.ukuran_tabel, tata_naskah.huruf.jarak_tabel

    def set_cell(cell: Cell, at: int, first: int, role: str, highest: float) -> SetCell:
        last = first + cell.colspan
        gaya = tata_naskah.gaya[role]
        lines = break_lines(cell.runs, size, columns[last] - columns[first] - 2 * padding, bold=gaya.tebal)
        fits = len(lines) * pitch + 2 * padding <= highest
        own = gaya.rata if role == HEAD else table.columns[first].align if cell.colspan == 1 else "kiri"
        return SetCell(cell, first, last, at, at + cell.rowspan if fits else at + 1, lines, cell.align or own)

    def set_rows(rows: Sequence[Row], role: str, highest: float) -> list[SetRow]:
        labels: list[SetCell] = []
        found = []
        for at, (row, placed) in enumerate(zip(rows, at_columns(rows), strict=True)):
            cells = [set_cell(cell, at, first, role, highest) for first, cell in placed]
            labels = [label for label in labels if label.until > at] + [cell for cell in cells if cell.until > at + 1]
            alone = tuple(cell for cell in cells if cell.until == at + 1)
            found.append(_row(alone, tuple(labels), at, row.section, len(table.columns), pitch, padding))
        return found

    head = _fitted(set_rows(table.head, HEAD, page), pitch, padding)
    return SetTable(
        columns, head, set_rows(table.rows, BODY, page / 2), size, pitch, padding, tata_naskah.kata.lanjutan
    )


def _row(
    cells: tuple[SetCell, ...],
    labels: tuple[SetCell, ...],
    at: int,
    section: bool,
    count: int,
    pitch: float,
    padding: float,
) -> SetRow:
    lines = max((len(cell.lines) for cell in cells), default=1)
    inside = {edge for cell in (*cells, *labels) for edge in range(cell.first + 1, cell.last)}
    still = {column for label in labels if label.until > at + 1 for column in range(label.first, label.last)}
    height = max(1, lines) * pitch + 2 * padding
    return SetRow(cells, labels, section, height, frozenset(range(count + 1)) - inside, frozenset(still))


def _fitted(rows: list[SetRow], pitch: float, padding: float) -> list[SetRow]:
    """Head rows, the last of them made higher where a heading over several rows needs it."""
    heights = [row.height for row in rows]
    for label in {id(label): label for row in rows for label in row.labels}.values():
        lacking = len(label.lines) * pitch + 2 * padding - sum(heights[label.row : label.until])
        heights[min(label.until, len(rows)) - 1] += max(0.0, lacking)
    return [replace(row, height=height) for row, height in zip(rows, heights, strict=True)]
