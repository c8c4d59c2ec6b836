"""A page of a PDF as what is drawn on it: letters, rules, fills, pictures, by pdfium."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kpu_docs.reading.paper import ILLEGIBLE
from kpu_docs.reading.pdf.drawing import draw, remarks
from kpu_docs.reading.pdf.page import Box, Letter, Page, Point, Turn, turned

_MOST_LETTERS = 200_000
"""Letters of a page above which it is none; a page full of small print has 10,000."""

_HYPHENS = {0x02, 0xAD, 0xFFFE}
"""What pdfium gives for a hyphen at the end of a line."""

_SPACE = 0x20
_BLANKS = {0x09, 0x0A, 0x0D}
_HALVES = range(0xD800, 0xE000)
"""Codes that are half a letter, where a system counts in 16 bits."""


class TooFull(Exception):
    """A page holds more letters than any page does."""


class _Style(NamedTuple):
    bold: bool
    italic: bool
    degrees: int
    size: float
    drawn: int


def read(page: pdfium.PdfPage) -> Page:
    """What is drawn on a page.

    An upright letter stands at (-y, x): how far down it begins is its negative left edge, its base line the place from
    the left. Letters below one another on the page are so in one line.

    Raises:
        TooFull: it holds far too many letters.
    """
    textpage = page.get_textpage()
    letters = list(_letters(textpage.raw))
    angles = Counter(style.degrees for _, _, _, style in letters if style.degrees % 90 == 0)
    degrees = angles.most_common(1)[0][0] if angles else page.get_rotation()
    wide, high = page.get_size()
    if page.get_rotation() in (90, 270):
        wide, high = high, wide
    turn = _turn(degrees, wide, high)
    found = Page(*((high, wide) if degrees in (90, 270) else (wide, high)))
    slanted = []
    for text, box, base, style in letters:
        away = (style.degrees - degrees) % 360
        if away == 0:
            found.letters.append(_lying(text, turned(box, turn), turn(*base)[1], style))
        elif away in (90, 270):
            area, (x, _) = turned(box, turn), turn(*base)
            places = (-area.bottom, -area.top, x) if away == 90 else (area.top, area.bottom, -x)
            found.upright.append(
                Letter(text, *places, style.size, style.bold, style.italic, *_middle(area), style.drawn)
            )
        else:
            slanted.append(text)
    found.slanted = " ".join("".join(slanted).split())
    draw(page.raw, found, turn)
    found.remarks += remarks(page.raw)
    return found


def _lying(text: str, area: Box, base: float, style: _Style) -> Letter:
    return Letter(text, area.left, area.right, base, style.size, style.bold, style.italic, *_middle(area), style.drawn)


def _middle(area: Box) -> Point:
    return (area.left + area.right) / 2, (area.top + area.bottom) / 2


def _turn(degrees: int, wide: float, high: float) -> Turn:
    """From the file's measures (from the bottom) to ours, so that text at an angle lies."""
    return {
        0: lambda x, y: (x, high - y),
        90: lambda x, y: (y, x),
        180: lambda x, y: (wide - x, y),
        270: lambda x, y: (high - y, wide - x),
    }[degrees]


def _letters(textpage: Any) -> Iterator[tuple[str, tuple[float, float, float, float], Point, _Style]]:
    """Every sign of a page that is drawn, with its area, the point it stands on, and its looks."""
    count = raw.FPDFText_CountChars(textpage)
    if count > _MOST_LETTERS:
        raise TooFull
    area, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int | None, _Style] = {}
    for at in range(count):
        code = raw.FPDFText_GetUnicode(textpage, at)
        if code <= _SPACE and raw.FPDFText_IsGenerated(textpage, at):
            continue
        drawn = raw.FPDFText_GetTextObject(textpage, at)
        key = ctypes.cast(drawn, ctypes.c_void_p).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(textpage, at, len(styles))
        raw.FPDFText_GetLooseCharBox(textpage, at, area)
        raw.FPDFText_GetCharOrigin(textpage, at, x, y)
        yield _sign(code), (area.left, area.bottom, area.right, area.top), (x.value, y.value), style


def _sign(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < _SPACE or code in _HALVES:
        return ILLEGIBLE
    text = chr(code)
    return unicodedata.normalize("NFKC", text) if "\ufb00" <= text <= "\ufb06" else text


def _style(textpage: Any, at: int, drawn: int) -> _Style:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, at, name, len(name), ctypes.c_int())
    font = name.value.decode("utf-8", "replace").lower()
    degrees = round(-math.degrees(raw.FPDFText_GetCharAngle(textpage, at))) % 360
    bold = any(word in font for word in ("bold", "black", "demi"))
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, at, matrix)
    size = raw.FPDFText_GetFontSize(textpage, at) * math.hypot(matrix.c, matrix.d)
    return _Style(bold, "italic" in font or "oblique" in font, degrees, size, drawn)
