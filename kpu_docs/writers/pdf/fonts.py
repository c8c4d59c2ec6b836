"""The embedded faces: text in ASCII is shown by a simple font, other text by a composite one; both share one program.

A simple font (ISO 32000-1, 9.6) takes half the bytes and can widen its spaces. In the composite font (9.7) a code is a
CID with Identity-H, and here a CID is the Unicode value of its sign: signs that share a glyph (space and no-break
space) stay apart when the text is read back, and text is encoded by Python's UTF-16. CIDToGIDMap leads from there to
the glyphs. All our faces stay within the first 65,536 signs.

A face is cut down to the signs every decree has, so that a batch compresses each font program once; only a decree with
further signs gets a program of its own.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

from kpu_docs.layout.fonts import FACES, SYMBOL, font
from kpu_docs.writers.pdf.file import PdfFile, Stream, deflated, number

SIMPLE = dict(zip(FACES, "RBIJS", strict=True))
COMPOSITE = {face: f"{name}u" for face, name in SIMPLE.items()}
"""The names of the two fonts of each face in the resources of a page. The symbol face has a composite one alone."""

_ASCII = range(0x20, 0x7F)
_NONE = (-1,) * _ASCII.start
_PUNCTUATION = "\u00a0\u00ad\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
_LETTERS = frozenset((*_ASCII, *map(ord, _PUNCTUATION)))
_COMMON = {face: frozenset((0x20,)) if face == SYMBOL else _LETTERS for face in FACES}
"""The signs of a face that are embedded in any case."""

_SYMBOLIC, _NONSYMBOLIC = 4, 32
"""Flags of a font (9.8.2, table 123): a simple font with an encoding must be nonsymbolic (ISO 19005-2, 6.2.11.6)."""

_CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

# A TTFontFile reads with a file position of its own, which threads would move under each other.
_reading = Lock()


class _Font(NamedTuple):
    """The objects of a face: its program, the maps from CID to glyph and to Unicode, four dictionaries with gaps."""

    program: Stream
    glyphs: Stream
    unicode: Stream
    descriptor: str
    descendant: str
    composite: str
    simple: str


def embed(file: PdfFile, face: str, signs: Set[str], *, plain: bool) -> str:
    """Write a face with ASCII (the symbol face: the space) and these signs, as a simple font if it shows `plain` text
    and as a composite one if there are signs; the entries of its fonts in the resources of a page.
    """
    parts = _font(face, _COMMON[face].union(map(ord, signs)))
    descriptor = file.add(parts.descriptor.format(program=file.stream(parts.program)))
    entries = ""
    if plain:
        entries += f"/{SIMPLE[face]} {file.add(parts.simple.format(descriptor=descriptor))} 0 R"
    if signs:
        descendant = file.add(parts.descendant.format(descriptor=descriptor, glyphs=file.stream(parts.glyphs)))
        composite = file.add(parts.composite.format(descendant=descendant, unicode=file.stream(parts.unicode)))
        entries += f"/{COMPOSITE[face]} {composite} 0 R"
    return entries


@lru_cache(maxsize=64)
def _font(face: str, signs: frozenset[int]) -> _Font:
    source = font(face)
    codes = sorted(signs)
    with _reading:
        # The program's own map counts the signs from the first on: with 32 that there are not, it is ASCII.
        program = source.makeSubset([*_NONE, *codes])
    # Subset programs of one face must bear different names (9.6.4).
    tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
    name = f"/{tag}+{source.name.decode()}"
    widths = " ".join(number(source.charWidths.get(code, 0.0)) for code in _ASCII)
    return _Font(
        program=deflated(program, f"/Length1 {len(program)}"),
        glyphs=deflated(_glyphs(source, codes)),
        unicode=deflated(_unicode(codes)),
        descriptor=_descriptor(source, name, _SYMBOLIC if face == SYMBOL else _NONSYMBOLIC),
        descendant=(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/FontDescriptor {{descriptor}} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/CIDToGIDMap {{glyphs}} 0 R/W[{_widths(source, codes)}]>>"
        ),
        composite=(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
            "/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        ),
        simple=(
            f"<</Type/Font/Subtype/TrueType/BaseFont{name}/FontDescriptor {{descriptor}} 0 R/Encoding/WinAnsiEncoding"
            f"/FirstChar {_ASCII[0]}/LastChar {_ASCII[-1]}/Widths[{widths}]>>"
        ),
    )


def _glyphs(source: TTFontFile, codes: list[int]) -> bytes:
    """CIDToGIDMap (9.7.4.3). A subset has its glyphs in the order in which signs were asked for, after .notdef."""
    order = {0: 0}
    found = array("H", bytes(2 * (codes[-1] + 1)))
    for code in codes:
        found[code] = order.setdefault(source.charToGlyph[code], len(order))
    if sys.byteorder == "little":
        found.byteswap()
    return found.tobytes()


def _runs(codes: Iterable[int]) -> Iterator[list[int]]:
    """Codes that follow each other, with the same high byte."""
    run: list[int] = []
    for code in codes:
        if run and (code != run[-1] + 1 or not code & 0xFF):
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def _unicode(codes: list[int]) -> bytes:
    """ToUnicode (9.10.3): each code is its own Unicode value. At most 100 ranges stand in one block."""
    ranges = [f"<{run[0]:04X}> <{run[-1]:04X}> <{run[0]:04X}>" for run in _runs(codes)]
    blocks = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    return _CMAP.format(
        ranges="\n".join(line for block in blocks for line in (f"{len(block)} beginbfrange", *block, "endbfrange"))
    ).encode()


def _widths(source: TTFontFile, codes: list[int]) -> str:
    """The array W (9.7.4.3), in thousandths of the letter size."""
    return "".join(f"{run[0]}[{' '.join(number(source.charWidths[code]) for code in run)}]" for run in _runs(codes))


def _descriptor(source: TTFontFile, name: str, kind: int) -> str:
    """The font descriptor (9.8), which both fonts of a face share."""
    box = " ".join(number(edge) for edge in source.bbox)
    return (
        f"<</Type/FontDescriptor/FontName{name}/Flags {source.flags & ~_SYMBOLIC | kind}"
        f"/FontBBox[{box}]/ItalicAngle {number(source.italicAngle)}"
        f"/Ascent {number(source.ascent)}/Descent {number(source.descent)}/CapHeight {number(source.capHeight)}"
        f"/StemV {number(source.stemV)}/FontFile2 {{program}} 0 R>>"
    )
