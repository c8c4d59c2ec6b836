"""What lies on a page after layout: text, grey areas, rules, dots, pictures, a watermark, each at its place (pt, from
the top left corner).

`owner` is the block that an item belongs to, compared by identity: a `Paragraph` or `Cell` for its text, an `Item`
for its marker, a `Pair` for its label and colon, a `Picture` or a `Space` to sign in for itself. None
means furniture: a page number, a rule, a repeated table head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kpu_docs.blocks import Block, Cell, Item, Pair
from kpu_docs.layout.lines import Line, aligned

Owner = Block | Item | Pair | Cell | None


class Text(NamedTuple):
    """Lines below one another, the first on the baseline at `y`, the next `pitch` pt further down each.

    They stand in a column from `x` rightwards, `room` pt wide, as `align` says. Words behind a line that was broken at
    white space are kept apart from it; `apart` keeps those behind the last one apart, too. `upright` lines run upwards
    from `y`, the next `pitch` pt further to the right each.
    """

    x: float
    y: float
    size: float
    pitch: float
    lines: Sequence[Line]
    align: str
    room: float
    owner: Owner
    apart: bool = False
    upright: bool = False

    def placed(self) -> Iterator[tuple[float, float, Line]]:
        """Where each line begins that has text: x, y, line."""
        for at, line in enumerate(self.lines):
            if line.pieces:
                indent, _ = aligned(line, self.align, self.room)
                if self.upright:
                    yield self.x + self.pitch * at, self.y - indent, line
                else:
                    yield self.x + indent, self.y + self.pitch * at, line


class Area(NamedTuple):
    """Filled rectangles beside one another, from `y` downwards; `colour` is RRGGBB.

    Each of the `parts` has its left edge, its width and its owner. With an owner it stands for a marked cell.
    """

    y: float
    height: float
    colour: str
    parts: Sequence[tuple[float, float, Owner]]


class Grid(NamedTuple):
    """Straight black lines `weight` pt wide between the edges of columns.

    `across` are lines from the edge of one column to that of another (from 0) at a height, `down` lines along an edge
    from a height to a lower one.
    """

    edges: Sequence[float]
    across: Sequence[tuple[int, int, float]]
    down: Sequence[tuple[int, float, float]]
    weight: float

    def lines(self) -> list[tuple[float, float, float, float]]:
        """Where each line begins and ends: x1, y1, x2, y2."""
        across = [(self.edges[first], y, self.edges[last], y) for first, last, y in self.across]
        return across + [(self.edges[edge], top, self.edges[edge], bottom) for edge, top, bottom in self.down]


class Dots(NamedTuple):
    """A row of dots on a baseline, to be written on by hand; `size` is that of the letter beside it."""

    x1: float
    x2: float
    y: float
    size: float


class Image(NamedTuple):
    """The picture of its owner."""

    x: float
    y: float
    width: float
    height: float
    owner: Owner


class Signature(NamedTuple):
    """The room of a signature field, its owner a `Space`."""

    x: float
    y: float
    width: float
    height: float
    owner: Owner


class Watermark(NamedTuple):
    """A line that rises by 45 degrees from where it begins, in the regular face; `colour` is RRGGBB."""

    x: float
    y: float
    size: float
    colour: str
    text: str


PageItem = Text | Area | Grid | Dots | Image | Signature | Watermark


@dataclass(slots=True)
class Page:
    """A page; `section` counts the sections of the document from 0."""

    width: float
    height: float
    section: int
    items: list[PageItem] = field(default_factory=list)
