"""The watermark of a draft: one word, rising by 45 degrees over the middle of the sheet. Lengths in pt."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from kpu_docs.blocks import Run, Section
from kpu_docs.layout.columns import MM
from kpu_docs.layout.fonts import font
from kpu_docs.layout.items import Watermark
from kpu_docs.layout.lines import break_lines, natural_width

_SHARE = 0.8
"""How much of the shorter side of the sheet it takes."""


class Extent(NamedTuple):
    """The letter size of a watermark, how long it is and how high its capitals are."""

    size: float
    length: float
    height: float


def extent(word: str, section: Section) -> Extent:
    """The measures of a watermark on a sheet: turned by 45 degrees it is as wide as it is high."""
    capitals = font("regular").capHeight / 1000
    length = natural_width((Run(word, ()),), 1.0)
    size = min(section.width, section.height) * MM * _SHARE * sqrt(2) / (length + capitals)
    return Extent(size, size * length, size * capitals)


def watermark(word: str, section: Section, colour: str) -> Watermark:
    """The word as an item, its middle in the middle of the sheet."""
    size, length, height = extent(word, section)
    (line,) = break_lines((Run(word, ()),), size, length)
    x = section.width * MM / 2 - (length - height) / sqrt(8)
    y = section.height * MM / 2 + (length + height) / sqrt(8)
    return Watermark(x, y, size, colour, line)
