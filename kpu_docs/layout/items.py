"""What lies on a page after layout: text, grey areas, rules, dots, pictures, each at its place (pt, from the top left
corner).

`owner` is the block that an item belongs to, compared by identity: a `Paragraph` or `Cell` for its text, an `Item`
for its marker, a `Pair` for its label and colon, a `Picture` for itself. None means furniture: a page number, a rule,
a repeated table head.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kpu_docs.blocks import Block, Cell, Item, Pair

Owner = Block | Item | Pair | Cell | None


class Piece(NamedTuple):
    """Text of one face. `face` is a key of `layout.fonts.FACES`."""

    face: str
    text: str


class Text(NamedTuple):
    """Pieces on one baseline from `x` rightwards; every space in them is widened by `stretch` pt.

    A soft hyphen shows only as the last sign; elsewhere it takes no room. `space` keeps the last word apart from what
    follows. `upright` text runs upwards from (x, y).
    """

    x: float
    y: float
    size: float
    pieces: tuple[Piece, ...]
    stretch: float
    owner: Owner
    space: bool = False
    upright: bool = False


class Area(NamedTuple):
    """A filled rectangle; `colour` is RRGGBB. With an owner it stands for a marked cell."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    owner: Owner


class Rule(NamedTuple):
    """A straight black line, `weight` pt wide."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


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


PageItem = Text | Area | Rule | Dots | Image


@dataclass(slots=True)
class Page:
    """A page; `section` counts the sections of the document from 0."""

    width: float
    height: float
    section: int
    items: list[PageItem] = field(default_factory=list)
