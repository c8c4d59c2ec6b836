"""The watermark of a draft: one word, rising by 45 degrees over the middle of the sheet. Lengths in pt."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from kpu_docs.blocks import Run, Section
from kpu_docs.layout.columns import MM
from kpu_docs.layout.fonts import font
from kpu_docs.layout.items import Watermark
from kpu_docs.layout.lines import natural_width

_SHARE = 0.8
"""How much of the shorter side of the sheet it takes."""


class Extent(NamedTuple):
    """The letter size of a watermark, how long its line is and how high, from ascenders to descenders."""

    size: float
    length: float
    height: float


def extent(word: str, section: Section) -> Extent:
    """The measures of a watermark on a sheet."""
    face = font("regular")
    length, height = natural_width((Run(word, ()),), 1.0), (face.ascent - face.descent) / 1000
    # Turned by 45 degrees, a line is as wide as it is high: its length and height together, divided by the root of 2.
    size = min(section.width, section.height) * MM * _SHARE * sqrt(2) / (length + height)
    return Extent(size, size * length, size * height)


def watermark(word: str, section: Section, colour: str) -> Watermark:
    """The word as an item, the middle of its capitals in the middle of the sheet."""
    size, length, _ = extent(word, section)
    capitals = size * font("regular").capHeight / 1000
    x = section.width * MM / 2 - (length - capitals) / sqrt(8)
    y = section.height * MM / 2 + (length + capitals) / sqrt(8)
    return Watermark(x, y, size, colour, word)
