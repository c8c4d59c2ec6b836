"""The rows of a table on one page as items: shading, text, rules. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from kpu_docs.blocks import Cell
from kpu_docs.layout.flow import Flow
from kpu_docs.layout.items import Area, Grid, PageItem, Text
from kpu_docs.layout.lines import Line
from kpu_docs.layout.paragraphs import BASELINE
from kpu_docs.layout.tables import SetCell, SetRow, SetTable, Slice
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

    def page(self, slices: Sequence[Slice], headings: Sequence[SetRow], *, repeated: bool) -> None:
        """Put the head, repeated headings and these rows on the page.

        A `repeated` head is furniture, and alike on every fresh page; headings are furniture, too.
        """
        self.items = self.flow.pages[-1].items
        fixed = [Slice(row, at, 0, None, row.height) for at, row in enumerate((*self.table.head, *headings))]
        bands = _bands([*fixed, *slices], self.flow.y)
        head = bands[: len(self.table.head)]
        if repeated and self._head:
            self.items += self._head
        else:
            before = len(self.items)
            for band in head:
                self._head_row(band, head, owned=not repeated)
            self._head = self.items[before:] if repeated else []
        for band in bands[len(head) : len(fixed)]:
            self._heading(band)
        begin = (slices[0].at, slices[0].first) if slices else (0, 0)
        for band in bands[len(fixed) :]:
            self._row(band, begin)
        if bands:
            self._grid(bands)
            self.flow.y = bands[-1].bottom

    def _text(self, cell: SetCell, lines: Sequence[Line], top: float, *, owned: bool) -> None:
        """The lines of a cell below the upper edge of its row."""
        if lines:
            table, owner = self.table, cell.cell if owned else None
            x, y = self.columns[cell.first] + table.padding, top + table.padding + table.pitch * BASELINE
            self.items.append(Text(x, y, table.size, table.pitch, lines, cell.align, table.room(cell), owner))

    def _upright(self, cell: SetCell, top: float, bottom: float, *, owned: bool) -> None:
        """The lines of an upright cell between the edges of its rows, beside one another in the middle of its width."""
        table = self.table
        middle = (self.columns[cell.first] + self.columns[cell.last]) / 2
        x = middle - table.pitch * (len(cell.lines) / 2 - BASELINE)
        y, room = bottom - table.padding, bottom - top - 2 * table.padding
        owner = cell.cell if owned else None
        self.items.append(Text(x, y, table.size, table.pitch, cell.lines, cell.align, room, owner, upright=True))

    def _area(self, band: _Band, colour: str, parts: Iterable[tuple[int, int, Cell | None]]) -> None:
        """The grey of a row, or of some cells of it."""
        edges, columns = self.table.columns, self.columns
        placed = [(columns[first], edges[last] - edges[first], owner) for first, last, owner in parts]
        self.items.append(Area(band.top, band.bottom - band.top, colour, placed))

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

    def _heading(self, band: _Band) -> None:
        """A heading that is repeated."""
        self._area(band, self.rules.arsiran_bagian, [(0, len(self.columns) - 1, None)])
        for cell in band.piece.row.cells:
            self._text(cell, cell.lines, band.top, owned=False)

    def _row(self, band: _Band, begin: tuple[int, int]) -> None:
        """Shading and text of a row, its cells from left to right, with the labels beside it from here on."""
        piece, row = band.piece, band.piece.row
        if row.kind == "bagian":
            self._area(band, self.rules.arsiran_bagian, [(0, len(self.columns) - 1, None)])
        if row.marked:
            shown = [(first, last, None if piece.first else cell) for first, last, cell in row.marked]
            self._area(band, self.rules.arsiran, shown)
        at_top = (piece.at, piece.first) == begin
        labels = [label for label in row.labels if at_top or (label.row == piece.at and not piece.first)]
        for cell in sorted((*row.cells, *labels), key=_first) if labels else row.cells:
            if cell.until > piece.at + 1 or cell.row < piece.at:
                self._text(cell, self.table.shown(cell, begin), band.top, owned=(cell.row, 0) >= begin)
            else:
                self._text(cell, cell.lines[piece.first : piece.last], band.top, owned=True)

    def _grid(self, bands: Sequence[_Band]) -> None:
        """The rules of the rows: the table is closed above and below, labels over several rows are not crossed."""
        count = len(self.columns) - 1
        across = [(first, last, band.bottom) for band in bands[:-1] for first, last in band.piece.row.below]
        across = [(0, count, bands[0].top), *across, (0, count, bands[-1].bottom)]
        self.items.append(Grid(self.columns, across, _upright_rules(bands), self.rules.garis))


_first = attrgetter("first")


def _bands(slices: Sequence[Slice], top: float) -> list[_Band]:
    found = []
    for piece in slices:
        found.append(_Band(piece, top, top + piece.height))
        top += piece.height
    return found


def _upright_rules(bands: Sequence[_Band]) -> list[tuple[int, float, float]]:
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
