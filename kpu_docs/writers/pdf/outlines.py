"""Text as the outlines of its letters: what is to be seen, and not found among the words of a page.

Outlines stand in the tables glyf and loca of a TrueType file (OpenType 1.9): contours of lines and quadratic curves.
The regular face has no glyphs made of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from struct import unpack_from
from typing import Any, NamedTuple

from kpu_docs.complaints import Unprintable
from kpu_docs.layout.fonts import font, has_all, unprintable

_FACE = "regular"
_WORD = ("kantor", "tata_naskah", "tanda_air", "kata")
_ON, _REPEATED = 1, 8
_SHORT, _SAME = (2, 4), (16, 32)
"""Bits of a point's flag: for each of x and y whether its step is one byte, and whether it is positive or left out."""


class _Point(NamedTuple):
    """A point of a contour, on the curve or controlling it."""

    x: float
    y: float
    on: bool


def outlined(text: str) -> str:
    """The path of a line of text that begins at the origin, filled; a thousandth of the letter size is one unit.

    Raises:
        Unprintable: the regular face lacks one of its signs.
    """
    if lacking := [sign for sign in text if not has_all(_FACE, sign)]:
        raise Unprintable([unprintable(_WORD, sign) for sign in lacking])
    code = []
    for sign in text:
        code.append(_glyph(sign))
        code.append(f"1 0 0 1 {font(_FACE).charWidths[ord(sign)]:g} 0 cm")
    return "\n".join(code)


@cache
def _glyph(sign: str) -> str:
    """The path of a letter; nothing for a space."""
    source: Any = font(_FACE)  # reportlab's types leave out how a face reads its tables
    at = source.charToGlyph[ord(sign)]
    places, glyphs = (source.get_table(name) for name in ("loca", "glyf"))
    begin, end = (2 * place for place in unpack_from(">2H", places, 2 * at))
    contours = _contours(glyphs[begin:end]) if begin < end else ()
    code = [operator for contour in contours for operator in _operators(contour)]
    return " ".join((*code, "f")) if code else ""


def _contours(glyph: bytes) -> Iterator[list[_Point]]:
    (count,) = unpack_from(">h", glyph)
    ends = unpack_from(f">{count}H", glyph, 10)
    at = 10 + 2 * count
    at += 2 + unpack_from(">H", glyph, at)[0]  # instructions
    flags: list[int] = []
    while len(flags) <= ends[-1]:
        flags.append(glyph[at])
        if flags[-1] & _REPEATED:
            at += 1
            flags += flags[-1:] * glyph[at]
        at += 1
    places: list[list[int]] = []
    for short, same in zip(_SHORT, _SAME, strict=True):
        place, found = 0, []
        for flag in flags:
            if flag & short:
                place += glyph[at] if flag & same else -glyph[at]
                at += 1
            elif not flag & same:
                place += unpack_from(">h", glyph, at)[0]
                at += 2
            found.append(place)
        places.append(found)
    points = [_Point(x, y, bool(flag & _ON)) for x, y, flag in zip(*places, flags, strict=True)]
    for before, end in pairwise((-1, *ends)):
        yield points[before + 1 : end + 1]


def _operators(contour: list[_Point]) -> Iterator[str]:
    """A closed path (ISO 32000-1, 8.5.2), its quadratic curves as cubic ones. Between two points that are off the curve
    one in their middle is on it.
    """
    points = []
    for one, other in pairwise((*contour, contour[0])):
        points.append(one)
        if not (one.on or other.on):
            points.append(_Point((one.x + other.x) / 2, (one.y + other.y) / 2, True))
    first = next(at for at, point in enumerate(points) if point.on)
    start, *rest = (*points[first:], *points[: first + 1])
    yield f"{start.x:g} {start.y:g} m"
    control = None
    for point in rest:
        if not point.on:
            control = point
            continue
        if control:
            near, far = (
                (end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3) for end in (start, point)
            )
            yield "{:.6g} {:.6g} {:.6g} {:.6g} {:g} {:g} c".format(*near, *far, point.x, point.y)
        else:
            yield f"{point.x:g} {point.y:g} l"
        start, control = point, None
