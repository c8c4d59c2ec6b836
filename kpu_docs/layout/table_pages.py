"""A table cut into pages: which rows stand on which page. Lengths in pt.

Rows move to the next page whole; only a row higher than a page is split. A label over several rows is repeated on
each page it reaches, so are the headings of groups. A page never ends with a heading or begins with a total, and the
head stands on every page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.layout.flow import Flow
from kpu_docs.layout.table_drawing import Pen
from kpu_docs.layout.tables import SetRow, SetTable, Slice
from kpu_docs.tata_naskah import TataNaskah

_SLACK = 0.01
_LEAST = 3
"""A row too high for a page begins on this one only if that many lines of it fit."""


def first_height(table: SetTable, page: float, at: int = 0, first: int = 0) -> float:
    """The least height in which the table can begin, or go on with the row `at` from its line `first` on, on pages
    `page` pt high.

    Its head and that row, after a section heading and before a total also the next; of a row too high for a page the
    first lines.
    """
    height = table.head_height
    for n in range(at, len(table.rows)):
        row = table.rows[n]
        own = _height(table, row, first if n == at else 0)
        height += own if own <= page - table.head_height else table.height(_LEAST)
        if _may_end(table, n):
            break
    return height


def goes_on(table: SetTable) -> bool:
    """Whether the table may end a page before its last row."""
    return any(_may_end(table, at) for at in range(len(table.rows) - 1))


def put(table: SetTable, flow: Flow, tata_naskah: TataNaskah, tail: float) -> None:
    """Put the table on the pages. `tail` is the height that what is kept with its last row needs below it."""
    pen = Pen(table, flow, tata_naskah)
    at, first = 0, 0
    begun = False
    while True:
        headings = _headings(table, at, first, flow.page_height) if begun else []
        slices = _fill(table, at, first, flow, tail, sum(heading.height for heading in headings))
        if slices or not table.rows:
            pen.page(slices, headings, repeated=begun)
            begun = True
        if slices:
            last = slices[-1]
            at, first = (last.at + 1, 0) if last.last is None else (last.at, last.last)
        if at >= len(table.rows):
            return
        flow.new_page()


def _headings(table: SetTable, at: int, first: int, page: float) -> list[SetRow]:
    """The headings to repeat above that row, from its line `first` on: none if they left it too little room."""
    found = table.repeated(at)
    lines = max((len(table.shown(label, (at, first))) for label in table.rows[at].labels), default=0)
    needed = max(first_height(table, page, at, first), table.head_height + table.height(lines))
    return found if needed + sum(heading.height for heading in found) <= page else []


def _fill(table: SetTable, begin: int, first: int, flow: Flow, tail: float, headings: float) -> list[Slice]:
    """The rows from `begin` (that row from its line `first`) that go on this page, below headings of that height."""
    room = flow.bottom - flow.y - table.head_height - headings + _SLACK
    tried = _tried(table, begin, first, room, tail, flow.fresh)
    kept = tried.slices[: tried.whole]
    over = tried.slices[-1] if tried.overflows else None
    if over and over.height > flow.page_height - table.head_height:
        before = tried.slices[:-1]
        if all(piece.row.kind == "bagian" for piece in before[tried.whole :]):
            wanted = _wanted(table, over, before, (begin, first))
            part = _part(table, over, room - sum(piece.height for piece in before), wanted, flow.fresh and not kept)
            if part:
                return before + part
    if kept:
        kept[-1].height += tried.rest
    return kept or (tried.slices[:1] if flow.fresh else [])


class _Tried(NamedTuple):
    """Rows in turn until the page is full: the last one may be too much (`overflows`).

    The page may end after `whole` of them, the last of these then `rest` higher for the labels beside it.
    """

    slices: list[Slice]
    overflows: bool
    whole: int
    rest: float


def _tried(table: SetTable, begin: int, first: int, room: float, tail: float, fresh: bool) -> _Tried:
    slices: list[Slice] = []
    labels: dict[int, _Label] = {}
    used, whole, rest, cut = 0.0, 0, 0.0, 0.0
    end = len(table.rows) - 1
    for at in range(begin, len(table.rows)):
        if at > begin and table.rows[at].new_page:
            return _Tried(slices, False, len(slices), cut)
        row, line = table.rows[at], first if at == begin else 0
        piece = Slice(row, at, line, None, _height(table, row, line))
        cut = _label_heights(table, piece, labels, (begin, first)) if piece.row.labels else 0.0
        used += piece.height
        slices.append(piece)
        if used + (tail if at == end and (at > begin or not fresh) else 0.0) > room:
            return _Tried(slices, True, whole, rest)
        if used + cut <= room and _may_end(table, at):
            whole, rest = len(slices), cut
    return _Tried(slices, False, whole, rest)


def _may_end(table: SetTable, at: int) -> bool:
    """Whether a page may end after a row."""
    return at == len(table.rows) - 1 or (table.rows[at].kind != "bagian" and table.rows[at + 1].kind != "jumlah")


def _height(table: SetTable, row: SetRow, first: int) -> float:
    """The height of a row, or of what remains of it from a line on."""
    if not first:
        return row.height
    return table.height(max((len(cell.lines) for cell in row.cells), default=1) - first)


def _wanted(table: SetTable, piece: Slice, kept: list[Slice], begin: tuple[int, int]) -> float:
    """The height that the labels beside a row still want on this page."""
    return max(
        (
            table.height(len(table.shown(label, begin))) - sum(above.height for above in kept if above.at >= label.row)
            for label in piece.row.labels
        ),
        default=0.0,
    )


def _part(table: SetTable, piece: Slice, room: float, wanted: float, must: bool) -> list[Slice]:
    """As many lines of a row too high for a page as fit here; none if they are hardly any or a label would not fit."""
    lines = int((room - 2 * table.padding) // table.pitch)
    if (lines < _LEAST or table.height(lines) < wanted) and not must:
        return []
    lines = max(1, lines)
    piece.last, piece.height = piece.first + lines, table.height(lines)
    return [piece]


@dataclass(slots=True)
class _Label:
    """A label on this page: the height its text needs, and the height of its rows so far."""

    needs: float
    has: float = 0.0


def _label_heights(table: SetTable, piece: Slice, labels: dict[int, _Label], begin: tuple[int, int]) -> float:
    """Make a row that ends a label high enough for it; return what the row would need more if the page ended after
    it.
    """
    cut = 0.0
    for cell in piece.row.labels:
        known = labels.get(id(cell))
        if known is None:
            known = labels[id(cell)] = _Label(table.height(len(table.shown(cell, begin))))
        if cell.until == piece.at + 1:
            piece.height += max(0.0, known.needs - known.has - piece.height)
        else:
            cut = max(cut, known.needs - known.has - piece.height)
    for cell in piece.row.labels:
        labels[id(cell)].has += piece.height
    return max(0.0, cut)
