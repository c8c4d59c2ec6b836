"""A page of a PDF as data: letters, rules, fills and pictures where they stand.

Measures are points, from the left and from the top; a page whose text lies on its side is turned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

Point = tuple[float, float]

Turn = Callable[[float, float], Point]
"""From the measures of a file to ours."""


class Letter(NamedTuple):
    """A sign where it stands: from left to right, its base line, the size of its font, and its middle on the page.

    `drawn` is another for what was drawn at another time.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool
    x: float
    y: float
    drawn: int


class Box(NamedTuple):
    """An area, or a rule if one side of it is thin."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def wide(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def high(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass
class Page:
    """What is drawn on a page. `upright` are the letters that are read from bottom to top, turned so that they lie
    (see `pages.read`); `slanted` is the text at any other angle, `remarks` that of annotations.
    """

    wide: float
    high: float
    letters: list[Letter] = field(default_factory=list)
    upright: list[Letter] = field(default_factory=list)
    slanted: str = ""
    rules: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def turned(box: tuple[float, float, float, float], turn: Turn) -> Box:
    """An area of the file as one of ours."""
    (ax, ay), (bx, by) = turn(box[0], box[1]), turn(box[2], box[3])
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
