"""Ruled tables with the lines in their cells, joined over the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kpu_docs.reading.paper import Cell, Piece, Row, Table
from kpu_docs.reading.pdf.grids import Grid, Place, grids
from kpu_docs.reading.pdf.page import Box, Letter, Page
from kpu_docs.reading.pdf.paragraphs import TWIPS, Column, paragraphs
from kpu_docs.reading.pdf.printed import Printed, lines
from kpu_docs.reading.tables import grid as heads

_NEAR = 3.0
"""Points by which the columns of a table differ from page to page at most."""

_GOES_ON = " (lanjutan)"
"""Behind a text that is repeated on the next page."""

_FILLED = 0.5
"""Part of a cell from which on a fill marks it."""

_PADDING = (1.0, 6.0)
"""Points between a rule and what stands in a cell, at least and at most."""

_SLACK = 1.0
"""Points beside a line in the middle of a cell."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A table, the edges of its columns and its area on the page."""

    table: Table
    edges: tuple[float, ...]
    box: Box


def ruled(page: Page, notes: list[str]) -> tuple[list[Placed], list[Letter], list[Letter]]:
    """The tables of a page that stand in no other, its letters outside of them, and the upright ones of these."""
    found = [grid for grid in grids(page.rules) if _apart((*page.letters, *page.upright), [grid])[1]]
    outer = [grid for grid in found if not any(_lies_in(grid.box, other.box) for other in found)]
    outside, level = _apart(page.letters, outer)
    stray, upright = _apart(page.upright, outer)
    reader = _Tables(found, page.fills, notes)
    return [reader.placed(grid, level, upright) for grid in outer], outside, stray


def in_order(found: Sequence[Placed], held: Sequence[Printed]) -> Iterator[Placed | Sequence[Printed]]:
    """Tables and the lines between them, from top to bottom."""
    for one in found:
        above = [line for line in held if line.base < one.box.bottom]
        if above:
            yield above
        yield one
        held = held[len(above) :]
    if held:
        yield held


class _Tables:
    """Makes tables of the grids of a page, with its fills."""

    def __init__(self, found: Sequence[Grid], fills: Sequence[Box], notes: list[str]) -> None:
        self.grids = found
        self.fills = fills
        self.notes = notes

    def placed(self, grid: Grid, level: Sequence[Letter], upright: Sequence[Letter]) -> Placed:
        """A grid with its letters as table."""
        rows: dict[int, list[Cell]] = {}
        heights: dict[int, float] = {}
        lying, standing = (grid.sorted(_apart(letters, [grid])[1]) for letters in (level, upright))
        for place, *held in zip(grid.places, lying, standing, strict=True):
            rows.setdefault(place.row, []).append(self._cell(place, *held))
            if place.rowspan == 1:
                heights[place.row] = place.box.high
        made = (Row(tuple(rows.get(at, ())), height=round(heights.get(at, 0.0) * TWIPS)) for at in range(max(rows) + 1))
        return Placed(Table(tuple(made)), grid.edges, grid.box)

    def _cell(self, place: Place, level: Sequence[Letter], upright: Sequence[Letter]) -> Cell:
        box = place.box
        nested = [grid for grid in self.grids if _lies_in(grid.box, box)]
        outside, inner = _apart(level, nested)
        held = lines(outside)
        column = inside(box, held)
        found: list[Piece] = [*paragraphs(lines(upright), Column(-box.bottom, -box.top), self.notes)]
        for piece in in_order([self.placed(grid, inner, ()) for grid in nested], held):
            if isinstance(piece, Placed):
                found.append(piece.table)
            else:
                found += paragraphs(piece, column, self.notes)
        shaded = any(_covers(fill, box) for fill in self.fills)
        stands = bool(upright) and not level
        return Cell(place.column, tuple(found), place.colspan, place.rowspan, shaded, stands, _align(held, column))


def _lies_in(inner: Box, outer: Box) -> bool:
    wide = outer.left <= inner.left and inner.right <= outer.right
    return inner != outer and wide and outer.top <= inner.top and inner.bottom <= outer.bottom


def _apart(letters: Sequence[Letter], found: Sequence[Grid]) -> tuple[list[Letter], list[Letter]]:
    """The letters outside of tables, and those in them."""
    boxes = [grid.box for grid in found]
    if not boxes:
        return list(letters), []
    outside: list[Letter] = []
    within: list[Letter] = []
    for letter in letters:
        (within if any(_holds(box, letter) for box in boxes) else outside).append(letter)
    return outside, within


def _holds(box: Box, letter: Letter) -> bool:
    """Whether the middle of a letter lies in an area."""
    return box.left <= letter.x <= box.right and box.top <= letter.y <= box.bottom


def inside(box: Box, held: Sequence[Printed]) -> Column:
    """Where lines may stand in a cell: as far from its right side as they are from its left."""
    least, most = _PADDING
    space = min(most, max(least, min((line.left - box.left for line in held), default=least)))
    return Column(box.left + space, box.right - space, slack=_SLACK)


def _covers(fill: Box, box: Box) -> bool:
    wide = min(fill.right, box.right) - max(fill.left, box.left)
    high = min(fill.bottom, box.bottom) - max(fill.top, box.top)
    return wide > 0 and high > 0 and wide * high >= _FILLED * box.wide * box.high


def _align(lines: Sequence[Printed], column: Column) -> str:
    """Where the lines of a cell stand, if not at its left."""
    if not lines:
        return ""
    if all(abs(line.right - column.right) < abs(line.left - column.left) / 3 for line in lines):
        return "kanan"
    return "tengah" if all(column.holds_in_middle(line) for line in lines) else ""


def continued(one: Placed, other: Placed, notes: list[str]) -> Placed | None:
    """A table with that on top of the next page, if it goes on there."""
    if len(one.edges) != len(other.edges) or any(
        abs(a - b) > _NEAR for a, b in zip(one.edges, other.edges, strict=True)
    ):
        return None
    count = heads.head_of(one.table)
    rows = other.table.rows
    if heads.same_head(one.table, other.table):
        numbers = one.table.rows[count : count + 1]  # of the columns: (1) (2) (3)
        if numbers and _counts(numbers[0]) and rows[count : count + 1] and rows[count].texts == numbers[0].texts:
            count += 1
        head = tuple(replace(row, head=True) for row in one.table.rows[:count])
        one = replace(one, table=replace(one.table, rows=(*head, *one.table.rows[count:])))
        rows = rows[count:]
        notes.append(f'kepala tabel yang berulang dihilangkan: "{_words(other.table.rows[:count])}"')
    while rows and _is_again(rows[0], one.table.rows):
        notes.append(f'judul bagian yang diulang dihilangkan: "{_words(rows[:1])}"')
        rows = rows[1:]
    return replace(other, table=replace(one.table, rows=_joined(one.table.rows, rows, notes)))


def _is_again(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is the heading of rows that began on the page before."""
    texts = [text.removesuffix(_GOES_ON) for _, text in row.texts]
    return _words([row]).endswith(_GOES_ON) and any([text for _, text in other.texts] == texts for other in above)


def _counts(row: Row) -> bool:
    """Whether a row holds the numbers of its columns."""
    texts = [text.strip("()") for _, text in row.texts]
    return len(texts) > 1 and texts == [str(at + 1) for at in range(len(texts))]


def _words(rows: Iterable[Row]) -> str:
    return " ".join(text for row in rows for _, text in row.texts)


def _joined(above: Sequence[Row], below: Sequence[Row], notes: list[str]) -> tuple[Row, ...]:
    """Rows and those of the next page; a merged cell that goes on there is one, whether its text is repeated or not."""
    found = list(above)
    if not below:
        return tuple(found)
    first = below[0]
    reaching = {
        cell.column: (at, cell) for at, row in enumerate(above) for cell in row.cells if at + cell.rowspan == len(above)
    }
    left = []
    for cell in first.cells:
        at, before = reaching.get(cell.column, (0, None))
        again = before and cell.plain == f"{before.plain}{_GOES_ON}"
        merged = before and not cell.plain and (before.rowspan > 1 or cell.rowspan > 1)
        if before and (again or merged) and before.colspan == cell.colspan:
            if again:
                notes.append(f'isi petak yang diulang dihilangkan: "{cell.plain}"')
            longer = replace(before, rowspan=before.rowspan + cell.rowspan)
            found[at] = replace(found[at], cells=tuple(longer if one is before else one for one in found[at].cells))
        else:
            left.append(cell)
    return (*found, replace(first, cells=tuple(left)), *below[1:])
