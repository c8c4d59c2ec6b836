"""Rebuild the five shipped faces, byte for byte, from the free fonts they are derived from.

usage: build_fonts.py TEX_GYRE_DIR DEJAVU_DIR OUT_DIR     (needs fonttools; see README.md beside this file)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

MADE = 3_600_000_000  # head.created and head.modified, seconds since 1904: fixed for equal bytes
MAX_ERROR = 1.0  # how far a quadratic outline may lie from the cubic one, in thousandths of an em
ASCENT, DESCENT, LINE_GAP = 942, -232, 0  # hhea of Bookman Old Style, in thousandths of an em
NO_BREAK_SPACE = 0xA0


@dataclass(frozen=True)
class Face:
    """One face of KPU Bonum: its source file (texgyrebonum-<source>.otf) and how it is named."""

    source: str
    style: str
    bold: bool
    italic: bool
    widths: dict[int, int]  # where Bookman Old Style (BOOKOS.TTF, BOOKOSB.TTF) differs, in thousandths of an em


BONUM = (
    Face("regular", "Regular", False, False, {0x23: 600, 0x51: 800, NO_BREAK_SPACE: 340}),
    Face("bold", "Bold", True, False, {0x23: 600, NO_BREAK_SPACE: 340}),
    Face("italic", "Italic", False, True, {}),
    Face("bolditalic", "Bold Italic", True, True, {}),
)


def _ranges(*pairs: tuple[int, int]) -> set[int]:
    return {code for first, last in pairs for code in range(first, last + 1)}


LATIN = _ranges((0x20, 0x7E), (0xA0, 0x17F), (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x2010, 0x2027), (0x2190, 0x2193)) | {
    *(0x192, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2113, 0x2116, 0x2122),
    *(0x2212, 0x221A, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25CF, 0x2713, 0x2714, 0xFB01, 0xFB02),
}

# What people paste and KPU Bonum lacks. Left out on purpose, so that they are reported: U+2028 and U+2029 (line
# breaks), U+FFFD (a character already lost), U+FEFF (PDF/A-2 forbids it as a text value).
SIGNS = _ranges(
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x2B0, 0x2FF),  # modifier letters: the ayn and hamza of Arabic names
    (0x300, 0x36F),  # combining accents: text copied from a Mac
    (0x370, 0x3FF),  # Greek
    (0x1E00, 0x1EFF),  # Latin letters with dots and bars below: transliterated Arabic
    (0x2000, 0x2027),  # spaces, dashes, quotes, bullets, invisible marks
    (0x202A, 0x206F),
    (0x2070, 0x209C),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letter-like signs
    (0x2150, 0x2188),  # fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x2303),
    (0x2460, 0x2473),  # numbers in circles
    (0x2500, 0x25FF),  # lines, blocks, squares, circles, triangles
    (0x2605, 0x2606),  # stars
    (0x260E, 0x2612),  # telephone, ballot boxes
    (0x261A, 0x261F),  # hands
    (0x2660, 0x2667),  # card suits, used as bullets
    (0x2701, 0x2727),  # scissors, pencils, check marks, crosses
    (0x274D, 0x2752),  # shadowed squares
    (0x2756, 0x2756),
    (0x2776, 0x27BE),  # filled numbers, arrows used as bullets
    (0x2A7D, 0x2A7E),
    (0x2B00, 0x2B1A),  # thick arrows, squares
    (0xFB00, 0xFB06),  # ligatures: text copied from a PDF
    (0xFE0E, 0xFE0F),  # the invisible mark after a pasted check mark
)


def main(tex_gyre: Path, dejavu: Path, out: Path) -> None:
    """Write the five faces into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    for face in BONUM:
        _save(_bonum(face, tex_gyre), out)
    _save(_simbol(dejavu), out)


def _bonum(face: Face, tex_gyre: Path) -> TTFont:
    font = TTFont(tex_gyre / f"texgyrebonum-{face.source}.otf")
    _subset(font, LATIN, features=["kern", "liga"])
    _to_truetype(font)
    _set_widths(font, face.widths)
    _set_metrics(font, face)
    _set_names(
        font,
        family="KPU Bonum",
        style=face.style,
        origin="TeX Gyre Bonum 2.004",
        rights="Copyright 2007-2009 B. Jackowski and J. M. Nowacki (TeX Gyre Bonum); "
        "derived work, renamed as the GUST Font License asks.",
        licence="GUST Font License (LPPL 1.3c or later)",
        address="http://tug.org/fonts/licenses/GUST-FONT-LICENSE.txt",
    )
    return font


def _simbol(dejavu: Path) -> TTFont:
    font = TTFont(dejavu / "DejaVuSans.ttf")
    rights = font["name"].getDebugName(0).strip()  # the licence asks that its notices stay
    _subset(font, SIGNS, features=[], drop=["GDEF", "GPOS", "GSUB", "MATH", "gasp", "kern"])
    font["OS/2"].fsType = 0
    font["post"].formatType = 3.0
    _set_names(
        font,
        family="KPU Simbol",
        style="Regular",
        origin="DejaVu Sans 2.37",
        rights=rights,
        licence="Bitstream Vera and Arev licences, see DEJAVU-LICENSE.txt",
        address="http://dejavu.sourceforge.net/wiki/index.php/License",
    )
    return font


def _subset(font: TTFont, codes: Iterable[int], features: list[str], drop: Iterable[str] = ()) -> None:
    options = subset.Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True)
    options.drop_tables += ["FFTM", *drop]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _to_truetype(font: TTFont) -> None:
    """Replace the cubic outlines (CFF), which reportlab refuses, by quadratic ones."""
    order, shapes = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    profile.maxZones = 1
    for count in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(profile, f"max{count}", 0)
    profile.maxSizeOfInstructions = profile.maxComponentElements = profile.maxComponentDepth = 0
    font.sfntVersion = "\0\1\0\0"


def _set_widths(font: TTFont, widths: dict[int, int]) -> None:
    """Give the characters their widths, each outline kept in the middle of its own; the no-break space is a space."""
    names, advances, outlines = font.getBestCmap(), font["hmtx"], font["glyf"]
    space, _ = advances[names[0x20]]
    for code, width in {NO_BREAK_SPACE: space, **widths}.items():
        name = names[code]
        old, bearing = advances[name]
        shift = (width - old) // 2
        glyph = outlines[name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((shift, 0))
            glyph.recalcBounds(outlines)
            bearing += shift
        advances[name] = (width, bearing)


def _set_metrics(font: TTFont, face: Face) -> None:
    lines, system = font["hhea"], font["OS/2"]
    lines.ascent, lines.descent, lines.lineGap = ASCENT, DESCENT, LINE_GAP
    system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap = ASCENT, DESCENT, LINE_GAP
    system.usWinAscent, system.usWinDescent = ASCENT, -DESCENT
    system.usWeightClass = 700 if face.bold else 400
    system.fsType = 0  # may be embedded
    system.fsSelection = (0x20 if face.bold else 0) | (0x01 if face.italic else 0) or 0x40
    font["head"].macStyle = (1 if face.bold else 0) | (2 if face.italic else 0)
    font["post"].formatType = 3.0  # without glyph names


def _set_names(font: TTFont, *, family: str, style: str, origin: str, rights: str, licence: str, address: str) -> None:
    postscript = f"{family}-{style}".replace(" ", "")
    texts = {
        0: rights,
        1: family,
        2: style,
        3: f"{postscript};derived from {origin}",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: postscript,
        13: licence,
        14: address,
    }
    font["name"].names = []
    for platform, encoding, language in ((3, 1, 0x409), (1, 0, 0)):
        for number, text in texts.items():
            font["name"].setName(text, number, platform, encoding, language)


def _save(font: TTFont, out: Path) -> None:
    font["head"].created = font["head"].modified = MADE
    font.recalcTimestamp = False
    target = out / f"{font['name'].getDebugName(6)}.ttf"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
