"""The rows of a table on one page as items: shading, text, rules. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from kpu_docs.blocks import Cell
from kpu_docs.layout.flow import Flow
from kpu_docs.layout.items import Area, PageItem, Rule, Text
from kpu_docs.layout.lines import Line
from kpu_docs.layout.paragraphs import BASELINE, aligned
from kpu_docs.layout.tables import SetCell, SetTable, Slice
from kpu_docs.tata_naskah import TataNaskah


class _Band(NamedTuple):
    """A slice between its upper and lower edge."""

    piece: Slice
    top: float
    bottom: float


class Pen:
    """Draws a table on one page after the other, from the left margin of the flow."""

    def __init__(self, table: SetTable, flow: Flow, tata_naskah: TataNaskah) -> None:
        self.table, self.flow = table, flow
        self.columns = [flow.x + edge for edge in table.columns]
        self.rules = tata_naskah.tabel
        self.items: list[PageItem] = []
        self._head: list[PageItem] = []

    def page(self, slices: Sequence[Slice], *, repeated: bool) -> None:
        """Put the head and these rows on the page; a `repeated` head is furniture, and alike on every fresh page."""
        self.items = self.flow.pages[-1].items
        top = self.flow.y
        head = _bands([Slice(row, at, 0, None, row.height) for at, row in enumerate(self.table.head)], top)
        if repeated and self._head:
            self.items += self._head
        else:
            before = len(self.items)
            for band in head:
                self._head_row(band, head, owned=not repeated)
            self._head = self.items[before:] if repeated else []
        rows = _bands(slices, head[-1].bottom if head else top)
        begin = (slices[0].at, slices[0].first) if slices else (0, 0)
        for band in rows:
            self._row(band, begin)
        bands = head + rows
        if bands:
            self._grid(bands)
            self.flow.y = bands[-1].bottom

    def _text(self, cell: SetCell, lines: Sequence[Line], top: float, *, owned: bool) -> None:
        """The lines of a cell below the upper edge of its row."""
        table = self.table
        left = self.columns[cell.first] + table.padding
        owner = cell.cell if owned else None
        room = table.room(cell)
        for at, line in enumerate(lines):
            if line.pieces:
                indent, stretch = aligned(line, cell.align, room)
                baseline = top + table.padding + table.pitch * (at + BASELINE)
                self.items.append(Text(left + indent, baseline, table.size, line.pieces, stretch, owner, line.space))

    def _upright(self, cell: SetCell, top: float, bottom: float, *, owned: bool) -> None:
        """The lines of an upright cell between the edges of its rows, beside one another in the middle of its width."""
        table = self.table
        middle = (self.columns[cell.first] + self.columns[cell.last]) / 2
        left = middle - table.pitch * len(cell.lines) / 2
        owner = cell.cell if owned else None
        for at, line in enumerate(cell.lines):
            if line.pieces:
                indent, _ = aligned(line, cell.align, bottom - top - 2 * table.padding)
                baseline, start = left + table.pitch * (at + BASELINE), bottom - table.padding - indent
                self.items.append(Text(baseline, start, table.size, line.pieces, 0.0, owner, line.space, upright=True))

    def _area(self, first: int, last: int, band: _Band, colour: str, owner: Cell | None) -> None:
        """The grey of a cell or row."""
        width = self.table.columns[last] - self.table.columns[first]
        self.items.append(Area(self.columns[first], band.top, width, band.bottom - band.top, colour, owner))

    def _head_row(self, band: _Band, head: Sequence[_Band], *, owned: bool) -> None:
        """The headings that begin in a row of the head, each in the middle of its height."""
        row = band.piece.row
        labels = (label for label in row.labels if label.row == band.piece.at)
        for cell in sorted((*row.cells, *labels), key=_first):
            bottom = head[min(cell.until, len(head)) - 1].bottom
            if cell.upright:
                self._upright(cell, band.top, bottom, owned=owned)
            else:
                free = bottom - band.top - self.table.height(len(cell.lines))
                self._text(cell, cell.lines, band.top + free / 2, owned=owned)

    def _row(self, band: _Band, begin: tuple[int, int]) -> None:
        """Shading and text of a row, its cells from left to right, with the labels beside it from here on."""
        piece, row = band.piece, band.piece.row
        if row.kind == "bagian":
            self._area(0, len(self.columns) - 1, band, self.rules.arsiran_bagian, None)
        at_top = (piece.at, piece.first) == begin
        labels = [label for label in row.labels if at_top or (label.row == piece.at and not piece.first)]
        for cell in sorted((*row.cells, *labels), key=_first) if labels else row.cells:
            if cell.until > piece.at + 1 or cell.row < piece.at:
                self._text(cell, self.table.shown(cell, begin), band.top, owned=(cell.row, 0) >= begin)
                continue
            if cell.cell.marked:
                self._area(cell.first, cell.last, band, self.rules.arsiran, None if piece.first else cell.cell)
            if cell.lines:
                self._text(cell, cell.lines[piece.first : piece.last], band.top, owned=True)

    def _grid(self, bands: Sequence[_Band]) -> None:
        """The rules of the rows: the table is closed above and below, labels over several rows are not crossed."""
        columns, weight = self.columns, self.rules.garis
        self.items.append(Rule(columns[0], bands[0].top, columns[-1], bands[0].top, weight))
        for band in bands:
            spared = band.piece.row.open if band is not bands[-1] else frozenset()
            for first, last in _unspared(spared, len(columns) - 1):
                self.items.append(Rule(columns[first], band.bottom, columns[last], band.bottom, weight))
        for edge, top, bottom in _uprights(bands):
            self.items.append(Rule(columns[edge], top, columns[edge], bottom, weight))


_first = attrgetter("first")


def _bands(slices: Sequence[Slice], top: float) -> list[_Band]:
    found = []
    for piece in slices:
        found.append(_Band(piece, top, top + piece.height))
        top += piece.height
    return found


def _unspared(spared: frozenset[int], count: int) -> Iterator[tuple[int, int]]:
    """The runs of columns that are not spared, each from its first column to before its last, of `count` columns."""
    begin = 0
    for column in (*sorted(spared), count):
        if column > begin:
            yield begin, column
        begin = column + 1


def _uprights(bands: Sequence[_Band]) -> list[tuple[int, float, float]]:
    """The upright rules from left to right: the edge of the columns, upper and lower end of each."""
    found = []
    begun: dict[int, float] = {}
    edges: frozenset[int] = frozenset()
    for band in bands:
        now = band.piece.row.edges
        if now != edges:
            found += [(edge, begun.pop(edge), band.top) for edge in edges - now]
            begun |= dict.fromkeys(now - edges, band.top)
            edges = now
    return sorted(found + [(edge, top, bands[-1].bottom) for edge, top in begun.items()])
