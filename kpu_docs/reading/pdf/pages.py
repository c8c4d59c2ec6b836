"""A page of a PDF as what is drawn on it: letters, rules, fills, pictures, by pdfium.

Measures are points, from the left and from the top; a page whose text lies on its side is turned.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

THIN = 3.0
"""Points up to which a bar is a rule."""

UNKNOWN_LETTER = "\N{REPLACEMENT CHARACTER}"
"""A letter whose code the file does not tell."""

_MOST_LETTERS = 200_000
"""Letters of a page above which it is none; a page full of small print has 10,000."""

_DEEPEST = 8
"""Drawings inside of drawings that are followed."""

_WHITE = 250
_HYPHENS = {0x02, 0xAD, 0xFFFE}
"""What pdfium gives for a hyphen at the end of a line."""

_SPACE = 0x20
_BLANKS = {0x09, 0x0A, 0x0D}
_HALVES = range(0xD800, 0xE000)
"""Codes that are half a letter, where a system counts in 16 bits."""

Point = tuple[float, float]
Turn = Callable[[float, float], Point]


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
    (see `read`); `slanted` is the text at any other angle, `remarks` that of annotations.
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
    turned = angles.most_common(1)[0][0] if angles else 90 * page.get_rotation()
    wide, high = page.get_size()
    if page.get_rotation() in (90, 270):
        wide, high = high, wide
    turn = _turn(turned, wide, high)
    found = Page(*((high, wide) if turned in (90, 270) else (wide, high)))
    slanted = []
    for text, box, base, style in letters:
        away = (style.degrees - turned) % 360
        if away == 0:
            found.letters.append(_lying(text, _turned(box, turn), turn(*base)[1], style))
        elif away in (90, 270):
            area, (x, _) = _turned(box, turn), turn(*base)
            places = (-area.bottom, -area.top, x) if away == 90 else (area.top, area.bottom, -x)
            found.upright.append(
                Letter(text, *places, style.size, style.bold, style.italic, *_middle(area), style.drawn)
            )
        else:
            slanted.append(text)
    found.slanted = " ".join("".join(slanted).split())
    _draw(page.raw, found, turn)
    found.remarks += _remarks(page.raw)
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


def _turned(box: tuple[float, float, float, float], turn: Turn) -> Box:
    (ax, ay), (bx, by) = turn(box[0], box[1]), turn(box[2], box[3])
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


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
        return UNKNOWN_LETTER
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


def _draw(page: Any, found: Page, turn: Turn) -> None:
    """Rules, fills and pictures of a page."""
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    _draw_all(objects, found, turn, 0)


def _draw_all(objects: Iterator[Any], found: Page, turn: Turn, depth: int) -> None:
    for drawn in objects:
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _path(drawn, found, turn)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            edges = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(drawn, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            found.pictures.append(_turned((left, bottom, right, top), turn))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = (raw.FPDFFormObj_GetObject(drawn, at) for at in range(raw.FPDFFormObj_CountObjects(drawn)))
            _draw_all(inner, found, _both(_placed(drawn), turn), depth + 1)


def _both(first: Turn, then: Turn) -> Turn:
    return lambda x, y: then(*first(x, y))


def _placed(drawn: Any) -> Turn:
    """From the measures of an object to those of what it stands in."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)


def _path(drawn: Any, found: Page, turn: Turn) -> None:
    """The rules and fills of a path; what is curved or slanted is none."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroked)
    filled = bool(mode.value) and _is_seen(drawn)
    if not (filled or stroked.value):
        return
    placed = _placed(drawn)
    for points in _parts(drawn):
        at = [turn(*placed(x, y)) for x, y in points]
        xs, ys = [x for x, _ in at], [y for _, y in at]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if min(box.wide, box.high) <= THIN:
            found.rules.append(box)
            continue
        if filled:
            found.fills.append(box)
        if stroked.value:
            found.rules += (
                Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                for (ax, ay), (bx, by) in pairwise(at)
                if min(abs(ax - bx), abs(ay - by)) <= THIN
            )


def _is_seen(drawn: Any) -> bool:
    """Whether a fill is another than white."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, cover)
    return bool(cover.value) and min(red.value, green.value, blue.value) < _WHITE


def _parts(drawn: Any) -> Iterator[list[Point]]:
    """The corners of each part of a path, the first again where one is closed; curved ones are left out."""
    points: list[Point] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and straight:
                yield points
            points, straight = [], True
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and straight:
        yield points


def _remarks(page: Any) -> Iterator[str]:
    """The texts of annotations: remarks, typed forms, stamps."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(note) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            for key in (b"Contents", b"V"):
                size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
                text = ctypes.create_string_buffer(size)
                raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(text, ctypes.POINTER(raw.FPDF_WCHAR)), size)
                if words := " ".join(text.raw.decode("utf-16-le", "replace").rstrip("\0").split()):
                    yield words
        raw.FPDFPage_CloseAnnot(note)
