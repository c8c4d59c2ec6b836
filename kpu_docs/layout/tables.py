"""Tables before they are cut into pages: cells at their columns, lines and heights. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kpu_docs.blocks import Cell, Row, RowKind, Run, Table, at_columns
from kpu_docs.layout.columns import MM
from kpu_docs.layout.lines import Line, break_lines
from kpu_docs.layout.table_columns import UPRIGHT, Placed, edges, upright_lines
from kpu_docs.layout.table_headings import headings
from kpu_docs.tata_naskah import TataNaskah

BODY, HEAD, TOTAL = "sel", "kepala_tabel", "sel_jumlah"
_MOST_HEAD = 2 / 3
"""The most of a page that the head of a table may take to be repeated on each."""


def role_of(row: Row, *, head: bool) -> str:
    """The role whose look the cells of a row have."""
    return HEAD if head else TOTAL if row.kind == "jumlah" else BODY


class SetCell(NamedTuple):
    """A cell with its lines and the height they need; it covers the columns from `first` to before `last` and the rows
    from `row` to before `until`.
    """

    cell: Cell
    first: int
    last: int
    row: int
    until: int
    lines: tuple[Line, ...]
    height: float
    align: str
    upright: bool = False


@dataclass(slots=True)
class SetRow:
    """A row: the cells of it alone but for empty ones, the labels over several rows that cover it, the height it needs.

    `marked` are its cells to be shaded, each with its first column and the one behind its last. `edges` are the column
    edges that are drawn beside the row, `below` the runs of columns that a rule below it closes, each from its first
    column to before its last.
    """

    cells: Sequence[SetCell]
    labels: Sequence[SetCell]
    marked: Sequence[tuple[int, int, Cell]]
    kind: RowKind
    height: float
    new_page: bool
    edges: frozenset[int]
    below: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table whose text is broken into lines. `headings` are those that each row stands under, as places in `rows`;
    `lanjutan` marks a heading or label that is repeated on a further page.
    """

    columns: list[float]
    head: list[SetRow]
    rows: list[SetRow]
    headings: list[tuple[int, ...]]
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
        return self._marked(label)

    def repeated(self, at: int) -> list[SetRow]:
        """The headings that a page repeats which begins with that row."""
        return [self._again(self.rows[heading]) for heading in self.headings[at]]

    def _again(self, heading: SetRow) -> SetRow:
        *number, title = heading.cells
        lines = self._marked(title)
        height = max(heading.height, self.height(len(lines)))
        return replace(heading, cells=(*number, title._replace(lines=lines)), height=height)

    def _marked(self, cell: SetCell) -> tuple[Line, ...]:
        """The lines with the mark, unless the column is too narrow for its word."""
        mark = Run(f" {self.lanjutan}", cell.cell.asal)
        lines = break_lines((*cell.cell.runs, mark), self.size, self.room(cell))
        return lines if len(lines) <= len(cell.lines) + 1 else cell.lines


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

    A label over several rows that is higher than half of what the head leaves of a page counts as a cell of its first
    row alone, so that some row with the label beside it always fits a page. A head that leaves less than a third of a
    page is not repeated: its rows are the first of the table.
    """
    rows, placed = table.rows, list(at_columns(table.rows))
    setter = _Setter(table, edges(table, left, room, tata_naskah, placed), tata_naskah)
    head = setter.head(page)
    as_head = 0
    if sum(row.height for row in head) > page * _MOST_HEAD:
        head, as_head = [], len(table.head)
        rows, placed = (*table.head, *rows), [*at_columns(table.head), *placed]
    highest = (page - sum(row.height for row in head)) / 2
    return SetTable(
        setter.columns,
        head,
        setter.rows(rows, placed, highest, as_head=as_head),
        headings(rows),
        setter.size,
        setter.pitch,
        setter.padding,
        tata_naskah.kata.lanjutan,
    )


def head_heights(table: Table, columns: list[float], page: float, tata_naskah: TataNaskah) -> list[float]:
    """The heights that the rows of the head need between these column edges."""
    return [row.height for row in _Setter(table, columns, tata_naskah).head(page)]


class _Setter:
    """Breaks the text of a table's cells into lines between the edges of its columns."""

    def __init__(self, table: Table, columns: list[float], tata_naskah: TataNaskah) -> None:
        self.table, self.columns, self.tata_naskah = table, columns, tata_naskah
        self.padding = tata_naskah.tabel.bantalan * MM
        self.size, self.pitch = tata_naskah.huruf.ukuran_tabel, tata_naskah.huruf.jarak_tabel
        self.edges = frozenset(range(len(columns)))
        self.least = self.pitch + 2 * self.padding

    def head(self, page: float) -> list[SetRow]:
        """The rows of the head, the last of them made higher where a heading over several rows needs it."""
        above = self.table.head
        rows = self.rows(above, list(at_columns(above)), page, as_head=len(above), turned=True)
        heights = [row.height for row in rows]
        for label in {id(label): label for row in rows for label in row.labels}.values():
            lacking = label.height - sum(heights[label.row : label.until])
            heights[min(label.until, len(rows)) - 1] += max(0.0, lacking)
        return [replace(row, height=height) for row, height in zip(rows, heights, strict=True)]

    def rows(
        self, rows: Sequence[Row], at_columns: Sequence[Placed], highest: float, *, as_head: int, turned: bool = False
    ) -> list[SetRow]:
        """The rows with their cells, the first `as_head` looking like a head, in which upright headings are `turned`; a
        label higher than `highest` is a cell of its first row alone.
        """
        labels: list[SetCell] = []
        found = []
        for at, (row, placed) in enumerate(zip(rows, at_columns, strict=True)):
            role = role_of(row, head=at < as_head)
            cells = [
                self._cell(cell, at, first, role, highest, turned=turned) if cell.runs else self._blank(cell, at, first)
                for first, cell in placed
                if cell.runs or cell.rowspan > 1 or cell.colspan > 1
            ]
            marked = [
                (first, first + cell.colspan, cell) for first, cell in placed if cell.marked and cell.rowspan == 1
            ]
            labels = [label for label in labels if label.until > at] + [cell for cell in cells if cell.until > at + 1]
            alone = [cell for cell in cells if cell.until == at + 1] if labels else cells
            found.append(self._row(row, alone, labels, marked, at, highest))
        return found

    def _blank(self, cell: Cell, at: int, first: int) -> SetCell:
        return SetCell(cell, first, first + cell.colspan, at, at + cell.rowspan, (), 0.0, "kiri")

    def _cell(self, cell: Cell, at: int, first: int, role: str, highest: float, *, turned: bool) -> SetCell:
        gaya = self.tata_naskah.gaya[role]
        last = first + cell.colspan
        own = gaya.rata if role == HEAD else self.table.columns[first].align if cell.colspan == 1 else "kiri"
        upright = cell.upright and turned
        room = self.columns[last] - self.columns[first] - 2 * self.padding
        if upright:
            tries = [upright_lines(cell, height, self.size, bold=gaya.tebal) for height in UPRIGHT]
            lines = next((lines for lines in tries if len(lines) * self.pitch <= room), tries[-1])
            height = max((line.width for line in lines), default=0.0) + 2 * self.padding
        else:
            lines = break_lines(cell.runs, self.size, room, bold=gaya.tebal)
            height = max(1, len(lines)) * self.pitch + 2 * self.padding
        until = at + cell.rowspan if height <= highest else at + 1
        return SetCell(cell, first, last, at, until, lines, height, cell.align or own, upright)

    def _row(
        self,
        row: Row,
        cells: Sequence[SetCell],
        labels: Sequence[SetCell],
        marked: Sequence[tuple[int, int, Cell]],
        at: int,
        highest: float,
    ) -> SetRow:
        edges = self.edges
        wide = [cell for cell in (*cells, *labels) if cell.last > cell.first + 1]
        if wide:
            edges -= {edge for cell in wide for edge in range(cell.first + 1, cell.last)}
        height = max([self.least, min(row.height * MM, highest), *[cell.height for cell in cells]])
        below = _closed([label for label in labels if label.until > at + 1], len(self.columns) - 1)
        return SetRow(cells, labels, marked, row.kind, height, row.new_page, edges, below)


def _closed(labels: Sequence[SetCell], count: int) -> list[tuple[int, int]]:
    """The runs of columns, of `count` in all, that labels which go on in the next row leave."""
    found = []
    begin = 0
    for first, last in (*sorted([(label.first, label.last) for label in labels]), (count, count)):
        if first > begin:
            found.append((begin, first))
        begin = last
    return found
