"""Lines as the operators that show them (ISO 32000-1, 9.4): text in ASCII by the simple font of its face, where word
spacing widens the spaces of a justified line, other text by the composite one.

A line keeps the space at which it was broken, as its last sign, so that words do not run together when they are read
(14.8.2.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kpu_docs.layout.fonts import SOFT_HYPHEN, SYMBOL, font
from kpu_docs.layout.items import Text
from kpu_docs.layout.lines import Line, aligned
from kpu_docs.writers.pdf.file import escaped, number
from kpu_docs.writers.pdf.fonts import COMPOSITE, SIMPLE


class Block(NamedTuple):
    """The operators of lines: the font they begin with, what shows them from there, the font they end with; the faces
    used, each with its signs where they are not plain ASCII.
    """

    first: str
    shown: str
    last: str
    signs: tuple[tuple[str, str], ...]


def placed(text: Text) -> Sequence[tuple[float, float, Block]]:
    """The lines of a text that are written together, with the place where they begin: all that begin at the same x."""
    x, y, size, pitch, lines, align, room, _, apart, upright = text
    if upright or (len(lines) > 1 and align in ("tengah", "kanan")):
        return [(left, up, _block((line,), size, pitch, None, apart)) for left, up, line in text.placed()]
    if align == "kiri":
        return ((x, y, _block(lines, size, pitch, None, apart)),)
    indent, _ = aligned(lines[0], align, room)
    return ((x + indent, y, _block(lines, size, pitch, room if align == "penuh" else None, apart)),)


@lru_cache(maxsize=1 << 13)
def _block(lines: Sequence[Line], size: float, pitch: float, justified: float | None, apart: bool) -> Block:
    """The operators of lines that begin at the same x, set to a width where one is given; white space that was left out
    behind a line is a space at its end, and with `apart` there is one behind the last line, too.
    """
    found: list[str] = []
    fonts: list[str] = []
    signs = set()
    spacing = 0.0
    for at, line in enumerate(lines):
        if at:
            found.append(f" 0 {-pitch:g} Td")
        stretch = aligned(line, "penuh", justified)[1] if justified is not None else 0.0
        if stretch != spacing:
            found.append(f" {round(stretch, 4):g} Tw")
            spacing = stretch
        ends = " " if line.space or (apart and at == len(lines) - 1) else ""
        for n, (face, text) in enumerate(line.pieces, start=1):
            plain = text.isascii() and face != SYMBOL
            font = f"/{(SIMPLE if plain else COMPOSITE)[face]} {size:g} Tf"
            if fonts and font != fonts[-1]:
                found.append(font)
            fonts.append(font)
            space = ends if n == len(line.pieces) else None
            if plain:
                found.append(f"({escaped(text + (space or ''))})Tj")
            else:
                found.append(_shown(face, text, -1000 * stretch / size, space))
            signs.add((face, "" if plain else text))
    if spacing:
        found.append(" 0 Tw")
    return Block(fonts[0] if fonts else "", "".join(found), fonts[-1] if fonts else "", tuple(sorted(signs)))


def _shown(face: str, text: str, adjustment: float, space: str | None) -> str:
    """Show a text by a composite font, each of its spaces widened; `space` follows it, None where the line goes on.

    A soft hyphen is invisible and without advance, but for one that is the last sign of a line.
    """
    if SOFT_HYPHEN not in text:
        return _spaced(text + (space or ""), adjustment)
    visible = space is not None and text.endswith(SOFT_HYPHEN)
    body = text[:-1] if visible else text
    advance = number(font(face).charWidths[ord(SOFT_HYPHEN)])
    hidden = f" 3 Tr[({_encoded(SOFT_HYPHEN)}){advance}]TJ 0 Tr"
    shown = hidden.join(_spaced(part, adjustment) for part in body.split(SOFT_HYPHEN))
    return shown + _spaced((SOFT_HYPHEN if visible else "") + (space or ""), adjustment)


def _spaced(text: str, adjustment: float) -> str:
    """Show a text without soft hyphens. Word spacing (Tw) does not reach codes of two bytes (9.3.3). An empty string
    behind the last gap would make PDFium leave out that gap.
    """
    if not adjustment or " " not in text:
        return f"({_encoded(text)})Tj"
    *words, last = text.split(" ")
    spaced = "".join(f"({_encoded(f'{word} ')}){number(adjustment)}" for word in words)
    return f"[{spaced}{f'({_encoded(last)})' if last else ''}]TJ"


def _encoded(text: str) -> str:
    """The bytes of a string of UTF-16 codes, each as one sign."""
    return escaped(text.encode("utf-16-be").decode("latin-1"))
