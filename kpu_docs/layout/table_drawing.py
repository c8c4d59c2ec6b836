"""The rows of a table on one page as items: shading, text, rules. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class _Pen:
    """What drawing needs: the table, its left margin, and the greys."""

    table: SetTable
    x: float
    marked: str
    section: str

    def text(self, cell: SetCell, lines: Sequence[Line], top: float, *, owned: bool) -> Iterator[Text]:
        """The lines of a cell below the upper edge of its row."""
        table = self.table
        left = self.x + table.columns[cell.first] + table.padding
        for at, line in enumerate(lines):
            if line.pieces:
                indent, stretch = aligned(line, cell.align, table.room(cell))
                baseline = top + table.padding + table.pitch * (at + BASELINE)
                yield Text(left + indent, baseline, table.size, line.pieces, stretch, cell.cell if owned else None)

    def upright(self, cell: SetCell, top: float, bottom: float, *, owned: bool) -> Iterator[Text]:
        """The lines of an upright cell between the edges of its rows, beside one another in the middle of its width."""
        table = self.table
        middle = self.x + (table.columns[cell.first] + table.columns[cell.last]) / 2
        left = middle - table.pitch * len(cell.lines) / 2
        for at, line in enumerate(cell.lines):
            if not line.pieces:
                continue
            indent, _ = aligned(line, cell.align, bottom - top - 2 * table.padding)
            baseline, start = left + table.pitch * (at + BASELINE), bottom - table.padding - indent
            yield Text(baseline, start, table.size, line.pieces, 0.0, cell.cell if owned else None, upright=True)

    def area(self, first: int, last: int, band: _Band, colour: str, owner: SetCell | None) -> Area:
        """The grey of a cell or row."""
        left, right = self.table.columns[first], self.table.columns[last]
        return Area(
            self.x + left, band.top, right - left, band.bottom - band.top, colour, owner.cell if owner else None
        )


def draw(table: SetTable, slices: Sequence[Slice], flow: Flow, tata_naskah: TataNaskah, *, repeated: bool) -> None:
    """Put the head and these rows on the page; a `repeated` head is furniture."""
    pen = _Pen(table, flow.x, tata_naskah.tabel.arsiran, tata_naskah.tabel.arsiran_bagian)
    head = _bands([Slice(row, at, 0, None, row.height) for at, row in enumerate(table.head)], flow.y)
    rows = _bands(slices, head[-1].bottom if head else flow.y)
    flow.add([item for band in head for item in _head_row(pen, band, head, owned=not repeated)])
    begin = (slices[0].at, slices[0].first) if slices else (0, 0)
    flow.add([item for band in rows for item in _row(pen, band, begin)])
    bands = head + rows
    if bands:
        flow.add(list(_rules(pen, bands, tata_naskah.tabel.garis)))
        flow.y = bands[-1].bottom


def _bands(slices: Sequence[Slice], top: float) -> list[_Band]:
    found = []
    for piece in slices:
        found.append(_Band(piece, top, top + piece.height))
        top += piece.height
    return found


def _head_row(pen: _Pen, band: _Band, head: Sequence[_Band], *, owned: bool) -> Iterator[Text]:
    """The headings that begin in a row of the head, each in the middle of its height."""
    row = band.piece.row
    labels = [label for label in row.labels if label.row == band.piece.at]
    for cell in sorted((*row.cells, *labels), key=lambda cell: cell.first):
        bottom = head[min(cell.until, len(head)) - 1].bottom
        if cell.upright:
            yield from pen.upright(cell, band.top, bottom, owned=owned)
        else:
            free = bottom - band.top - pen.table.height(len(cell.lines))
            yield from pen.text(cell, cell.lines, band.top + free / 2, owned=owned)


def _row(pen: _Pen, band: _Band, begin: tuple[int, int]) -> Iterator[PageItem]:
    """Shading and text of a row, its cells from left to right, with the labels that stand beside it from here on."""
    piece = band.piece
    if piece.row.kind == "bagian":
        yield pen.area(0, len(pen.table.columns) - 1, band, pen.section, None)
    at_top = (piece.at, piece.first) == begin
    labels = [label for label in piece.row.labels if at_top or (label.row == piece.at and not piece.first)]
    shown = [cell for cell in (*piece.row.cells, *labels) if cell.lines or cell.cell.marked]
    for cell in sorted(shown, key=lambda cell: cell.first):
        if cell.until > piece.at + 1 or cell.row < piece.at:
            repeated = (cell.row, 0) < begin
            yield from pen.text(cell, pen.table.shown(cell, begin), band.top, owned=not repeated)
            continue
        if cell.cell.marked:
            yield pen.area(cell.first, cell.last, band, pen.marked, None if piece.first else cell)
        yield from pen.text(cell, cell.lines[piece.first : piece.last], band.top, owned=True)


def _rules(pen: _Pen, bands: Sequence[_Band], weight: float) -> Iterator[Rule]:
    """The rules of the rows: the table is closed above and below, labels over several rows are not crossed."""
    columns = pen.table.columns
    count = len(columns) - 1
    yield Rule(pen.x + columns[0], bands[0].top, pen.x + columns[-1], bands[0].top, weight)
    for band in bands:
        spared = band.piece.row.open if band is not bands[-1] else frozenset()
        for drawn, group in groupby(range(count), key=lambda column: column not in spared):
            run = list(group)
            if drawn:
                yield Rule(pen.x + columns[run[0]], band.bottom, pen.x + columns[run[-1] + 1], band.bottom, weight)
    for edge in range(count + 1):
        for drawn, bands_of_run in groupby(bands, key=lambda band: edge in band.piece.row.edges):
            run_of_bands = list(bands_of_run)
            if drawn:
                x = pen.x + columns[edge]
                yield Rule(x, run_of_bands[0].top, x, run_of_bands[-1].bottom, weight)
