"""What PDF/A-2a (ISO 19005-2) asks of a file. A rule yields what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import pdfa

from tests.writers.pdf.looked_at import Looked, listed

# pikepdf's validator knows neither PDF/UA's identifier, nor the schema that describes it, nor conformance level A.
FALSE_FINDINGS = re.compile(
    r"XMP namespace pdfa(Extension|Schema|Property)=|XMP property (pdfuaid:part|pdfaExtension:schemas) "
    r"|pdfaid:conformance is 'A', expected 'B'"
)
_OPERATORS = """
b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri
s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
"""
OPERATORS = set(_OPERATORS.split())
"""The operators of a page (ISO 32000-1, annex A)."""


def begins_as_a_binary_file(looked: Looked) -> Iterator[str]:
    """6.1.2: the version, and a comment of four bytes above 127."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", looked.data):
        yield "header"


def ends_with_the_end_of_file(looked: Looked) -> Iterator[str]:
    """6.1.3: nothing stands behind the last %%EOF but an end of line."""
    if not re.search(rb"%%EOF\r?\n?\Z", looked.data):
        yield "something stands behind %%EOF"


def streams_are_set_off(looked: Looked) -> Iterator[str]:
    """6.1.7.1: an end of line behind `stream` and before `endstream`, and a length that is that of the data."""
    if re.search(rb"[^\r\n]endstream", looked.data):
        yield "endstream does not begin a line"
    for match in re.finditer(rb"/Length (\d+)\b(?! \d+ R)[^\n]*?>>\s*stream", looked.data):
        start = match.end()
        behind = looked.data[start : start + 2]
        begin = start + (2 if behind == b"\r\n" else 1)
        after = looked.data[begin + int(match[1]) :][:11]
        if behind[:1] not in (b"\n", b"\r") or not re.match(rb"\r?\n?endstream", after):
            yield f"a stream is not {int(match[1])} bytes long"


def has_an_identifier_and_no_lock(looked: Looked) -> Iterator[str]:
    """6.1.3: two strings as ID, no encryption."""
    if [len(bytes(part)) for part in listed(looked.file.trailer.get("/ID"))] != [16, 16]:
        yield "ID"
    if "/Encrypt" in looked.file.trailer or looked.file.is_encrypted:
        yield "encrypted"


def nothing_acts(looked: Looked) -> Iterator[str]:
    """6.5, 6.6.1: no JavaScript, nothing that starts by itself, no form that computes, no layers to be hidden."""
    root = looked.file.Root
    yield from (key for key in ("/OpenAction", "/AA", "/OCProperties", "/Requirements") if key in root)
    yield from (key for key in ("/JavaScript", "/AlternatePresentations") if key in root.get("/Names", {}))
    form: Any = root.get("/AcroForm", {})
    if "/XFA" in form or form.get("/NeedAppearances") is True:
        yield "AcroForm"
    for at, page in enumerate(looked.file.pages):
        yield from (f"page {at + 1}: {key}" for key in ("/AA", "/PresSteps") if key in page.obj)
        for each in listed(page.obj.get("/Annots")):
            if "/AA" in each or each.get("/A", {}).get("/S") in ("/JavaScript", "/Launch", "/ResetForm", "/ImportData"):
                yield f"page {at + 1}: an annotation acts"


def annotations_are_printed(looked: Looked) -> Iterator[str]:
    """6.3: those that are allowed, to be printed, not hidden, with a look of their own."""
    allowed = ("/Widget", "/Link", "/Text", "/FreeText", "/Stamp", "/Highlight", "/Popup")
    for at, page in enumerate(looked.file.pages):
        for each in listed(page.obj.get("/Annots")):
            flags = int(each.get("/F", 0))
            empty = [float(edge) for edge in each.Rect][:2] == [float(edge) for edge in each.Rect][2:]
            if str(each.Subtype) not in allowed or flags & 0b100100011 or not flags & 0b100:
                yield f"page {at + 1}: {each.Subtype} with flags {flags:b}"
            if "/AP" not in each and not empty and each.Subtype not in ("/Link", "/Popup"):
                yield f"page {at + 1}: {each.Subtype} has no look"


def nothing_is_embedded(looked: Looked) -> Iterator[str]:
    """6.8: files inside would have to be PDF/A themselves."""
    if "/EmbeddedFiles" in looked.file.Root.get("/Names", {}) or "/AF" in looked.file.Root:
        yield "embedded files"


def colours_are_meant_in_a_profile(looked: Looked) -> Iterator[str]:
    """6.2.3, 6.2.4: one sRGB output intent, and no colours for printing, as it is one of a screen."""
    intents = [each for each in listed(looked.file.Root.get("/OutputIntents")) if each.S == "/GTS_PDFA1"]
    profiles = [each.DestOutputProfile.read_bytes() for each in intents if "/DestOutputProfile" in each]
    if len(profiles) != 1:
        yield f"{len(profiles)} output intents"
    for profile in profiles:
        if int.from_bytes(profile[:4], "big") != len(profile) or profile[8] > 4 or profile[12:20] != b"mntrRGB ":
            yield "no profile of a screen in RGB"
    yield from {f"operator {step.operator}" for steps in looked.steps for step in steps if step.operator in ("k", "K")}
    for picture in _pictures(looked):
        if picture.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray"):
            yield f"a picture in {picture.get('/ColorSpace')}"


def nothing_is_transparent(looked: Looked) -> Iterator[str]:
    """6.2.10: simple files need no transparency; pictures are not smoothed, nor replaced (6.2.8)."""
    for page in looked.file.pages:
        yield from (key for key in ("/ExtGState", "/Pattern", "/Shading") if key in page.Resources)
        if "/Group" in page.obj:
            yield "a page is a group"
    for picture in _pictures(looked):
        forbidden = [key for key in ("/SMask", "/Alternates", "/OPI") if key in picture]
        if forbidden or picture.get("/Interpolate") is True or picture.Subtype != "/Image":
            yield f"{picture.Subtype} with {forbidden}"


def _pictures(looked: Looked) -> list[Any]:
    return [each for page in looked.file.pages for each in page.Resources.get("/XObject", {}).values()]


def operators_are_known(looked: Looked) -> Iterator[str]:
    """6.2.2: no operator that ISO 32000-1 does not define; q is closed by Q and not nested deeply (6.1.13)."""
    for at, steps in enumerate(looked.steps):
        depth = deepest = 0
        for step in steps:
            if step.operator not in OPERATORS and step.operator != "INLINE IMAGE":
                yield f"page {at + 1}: {step.operator}"
            depth += {"q": 1, "Q": -1}.get(step.operator, 0)
            deepest = max(deepest, depth)
        if depth or deepest > 28:
            yield f"page {at + 1}: q and Q"


def fonts_are_embedded(looked: Looked) -> Iterator[str]:
    """6.2.11.4: each font that shows something brings its program, is named as a part of it, and has a map to signs."""
    for font in sorted({font for font, _ in looked.shown_signs()}):
        face = looked.font(font)
        simple = face.Subtype == "/TrueType"
        if simple and (face.get("/Encoding") != "/WinAnsiEncoding" or not int(face.FontDescriptor.Flags) & 32):
            yield f"{font}: a simple font without the encoding of a nonsymbolic one (6.2.11.6)"
        if not simple and (face.Subtype != "/Type0" or face.Encoding != "/Identity-H" or "/ToUnicode" not in face):
            yield f"{font}: {face.Subtype}"
            continue
        below = face if simple else face.DescendantFonts[0]
        program = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in below.FontDescriptor]
        if program != ["/FontFile2"] or not re.fullmatch(r"/[A-Z]{6}\+.+", str(below.BaseFont)):
            yield f"{font}: {below.BaseFont} with {program}"
        if not simple and not isinstance(below.get("/CIDToGIDMap"), pikepdf.Stream):
            yield f"{font}: no CIDToGIDMap"
        if "/CIDSet" in below.FontDescriptor:
            yield f"{font}: a CIDSet, which would have to be complete"


def glyphs_are_there_and_as_wide_as_said(looked: Looked) -> Iterator[str]:
    """6.2.11.5, 6.2.11.8: widths as in the program, to a thousandth of the letter size; never the glyph .notdef."""
    for font in sorted({font for font, _ in looked.shown_signs()}):
        face = looked.font(font)
        below = face if face.Subtype == "/TrueType" else face.DescendantFonts[0]
        program = TTFont(BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
        glyphs, widths = _glyphs(below, program), _widths(below)
        order, metrics, unit = program.getGlyphOrder(), program["hmtx"], program["head"].unitsPerEm / 1000
        for code in sorted(code for name, code in looked.shown_signs() if name == font):
            sign = int(code, 16)
            glyph = glyphs.get(sign, 0)
            if not 0 < glyph < len(order):
                yield f"{font}: code {code} shows glyph {glyph}"
            elif abs(widths.get(sign, 1000.0) - metrics[order[glyph]][0] / unit) > 1:
                yield f"{font}: code {code} is said to be {widths.get(sign)} wide"


def _glyphs(font: Any, program: TTFont) -> dict[int, int]:
    """The glyph of each code: by CIDToGIDMap, or of ASCII by the program's map for Mac Roman (9.6.6.4)."""
    if font.Subtype == "/TrueType":
        mapped = next(table.cmap for table in program["cmap"].tables if (table.platformID, table.platEncID) == (1, 0))
        return {code: program.getGlyphID(glyph) for code, glyph in mapped.items() if code < 128}
    glyphs = font.CIDToGIDMap.read_bytes()
    return {at // 2: int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2)}


def _widths(font: Any) -> dict[int, float]:
    """The widths by code, from Widths or from W in the form `first [width ...]`."""
    if font.Subtype == "/TrueType":
        return {int(font.FirstChar) + at: float(width) for at, width in enumerate(font.Widths)}
    found: dict[int, float] = {}
    entries = list(font.W)
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        found |= {int(first) + at: float(width) for at, width in enumerate(widths)}
    return found


def metadata_claim_it(looked: Looked) -> Iterator[str]:
    """6.6: an XMP packet that every tool finds, with the claim, and a description of what is no part of XMP."""
    packet = looked.file.Root.get("/Metadata")
    if packet is None or "/Filter" in packet:
        yield "no packet in the clear"
        return
    text = packet.read_bytes().decode()
    begin = re.match(r"<\?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"\?>", text)
    if not begin or not text.rstrip().endswith('<?xpacket end="r"?>'):
        yield "the packet has no frame"
    xmp = looked.xmp
    if (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) != ("2", "A"):
        yield "no claim of PDF/A-2a"
    info = {"/Title": "dc:title", "/Subject": "dc:description", "/Producer": "pdf:Producer"}
    for key, field in info.items():
        if str(looked.file.docinfo.get(key, "")) != str(xmp.get(field, "")):
            yield f"{key} says something else than {field}"
    described = re.findall(r"<pdfaSchema:namespaceURI>(.*?)<", text)
    if "http://www.aiim.org/pdfua/ns/id/" not in described:
        yield "pdfuaid is not described"


def pikepdf_finds_nothing(looked: Looked) -> Iterator[str]:
    """What the validator of pikepdf checks for PDF/A-2b, but what it takes for wrong and is not."""
    yield from (finding for finding in findings(looked.data) if not FALSE_FINDINGS.search(finding))


@cache
def findings(data: bytes) -> tuple[str, ...]:
    """What the validator of pikepdf finds."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        return tuple(str(finding) for finding in pdfa.validate_written(file.name, "2b").findings)


RULES = (
    begins_as_a_binary_file,
    ends_with_the_end_of_file,
    streams_are_set_off,
    has_an_identifier_and_no_lock,
    nothing_acts,
    annotations_are_printed,
    nothing_is_embedded,
    colours_are_meant_in_a_profile,
    nothing_is_transparent,
    operators_are_known,
    fonts_are_embedded,
    glyphs_are_there_and_as_wide_as_said,
    metadata_claim_it,
    pikepdf_finds_nothing,
)
