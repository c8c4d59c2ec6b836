"""Font metrics: the faces we embed, how wide their signs are, and which sign no face has.

The four faces have the widths of Bookman Old Style, which the DOCX names; a fifth lends the signs they lack (check
marks, boxes).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files

from reportlab.pdfbase.ttfonts import TTFontFile

from kpu_docs.blocks import Asal, Run
from kpu_docs.fields import Fault

FACES = {
    "regular": "KPUBonum-Regular.ttf",
    "bold": "KPUBonum-Bold.ttf",
    "italic": "KPUBonum-Italic.ttf",
    "bold-italic": "KPUBonum-BoldItalic.ttf",
    "symbol": "KPUSimbol-Regular.ttf",
}
SYMBOL = "symbol"
SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"


def face_of(bold: bool, italic: bool) -> str:
    """The key of the face for a weight and slant."""
    return {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold-italic"}[
        bold, italic
    ]


@cache
def font(face: str) -> TTFontFile:
    """The font file of a face."""
    with as_file(files("kpu_docs") / "fonts" / FACES[face]) as path:
        return TTFontFile(str(path))


@cache
def _widths(face: str) -> dict[str, float]:
    widths = {chr(code): width / 1000 for code, width in font(face).charWidths.items()}
    return widths | {"\n": 0.0, SOFT_HYPHEN: 0.0}


@cache
def width(face: str, text: str) -> float:
    """The width of a text for a letter size of 1 pt; a soft hyphen takes no room, a sign the face lacks is not
    allowed.
    """
    widths = _widths(face)
    return sum(widths[sign] for sign in text)


@cache
def hyphen_width(face: str) -> float:
    """The width of a hyphen for a letter size of 1 pt."""
    return width(face, "-")


@cache
def has_all(face: str, text: str) -> bool:
    """Whether the face has every sign of the text."""
    return _widths(face).keys() >= set(text)


def pieces(run: Run, bold: bool) -> Iterator[tuple[str, str]]:
    """The text of a run cut by face: signs its own face lacks come from the symbol face. `bold` is the weight of the
    role.
    """
    own = face_of(run.bold or bold, run.italic)
    if has_all(own, run.text):
        yield own, run.text
        return
    known = _widths(own)
    start = 0
    for at, sign in enumerate(run.text):
        if (sign in known) != (run.text[start] in known):
            yield (own if run.text[start] in known else SYMBOL), run.text[start:at]
            start = at
    yield (own if run.text[start] in known else SYMBOL), run.text[start:]


def missing(runs: Iterable[Run]) -> list[Fault]:
    """A complaint for every place that holds a sign no face has."""
    symbols = _widths(SYMBOL)
    found: dict[tuple[Asal, str], Fault] = {}
    for run in runs:
        own = _widths(face_of(run.bold, run.italic))
        for sign in run.text:
            if sign not in own and sign not in symbols:
                name = unicodedata.name(sign, "tanpa nama")
                message = f"huruf PDF tidak mempunyai tanda U+{ord(sign):04X} ({name}); hapus atau ganti tanda itu"
                found[run.asal, sign] = (run.asal, message, sign)
    return list(found.values())
