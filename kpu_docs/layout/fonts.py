"""Font metrics: the faces we embed, how wide their signs are, and which sign no face has.

The four faces have the widths of Bookman Old Style, which the DOCX names; a fifth lends the signs they lack (check
marks, boxes).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import groupby

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

_STYLES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold-italic"}


def face_of(run: Run, bold: bool) -> str:
    """The key of the face of a run; `bold` is the weight of its role."""
    return _STYLES[run.bold or bold, run.italic]


@cache
def font(face: str) -> TTFontFile:
    """The font file of a face."""
    with as_file(files("kpu_docs") / "fonts" / FACES[face]) as path:
        return TTFontFile(str(path))


class _Widths(dict[str, float]):
    """The widths of a face by sign, for a letter size of 1 pt."""

    def __missing__(self, sign: str) -> float:
        """A sign that no face has counts as wide as it is high: Word finds it in some other font."""
        return 1.0


@cache
def widths(face: str) -> Mapping[str, float]:
    """The widths of a face by sign, for a letter size of 1 pt; a soft hyphen takes no room."""
    found = {chr(code): width / 1000 for code, width in font(face).charWidths.items()}
    return _Widths(found | {"\n": 0.0, SOFT_HYPHEN: 0.0})


@lru_cache(maxsize=1 << 14)
def width(face: str, text: str) -> float:
    """The width of a text for a letter size of 1 pt."""
    return sum(map(widths(face).__getitem__, text))


@cache
def hyphen_width(face: str) -> float:
    """The width of a hyphen for a letter size of 1 pt."""
    return width(face, "-")


def has_all(face: str, signs: Iterable[str]) -> bool:
    """Whether the face has these signs."""
    return widths(face).keys() >= set(signs)


def pieces(face: str, text: str) -> Sequence[tuple[str, str]]:
    """The text cut by face: signs that its own face lacks come from the symbol face."""
    if (text.isascii() and text.isprintable()) or has_all(face, text):
        return ((face, text),)
    known = widths(face)
    parts = groupby(text, key=lambda sign: face if sign in known else SYMBOL)
    return [(face, "".join(signs)) for face, signs in parts]


def missing(runs: Iterable[Run]) -> list[Fault]:
    """A complaint for every place that holds a sign no face has."""
    symbols = widths(SYMBOL)
    found: dict[tuple[Asal, str], Fault] = {}
    for run in runs:
        own = widths(face_of(run, bold=False))
        for sign in run.text:
            if sign not in own and sign not in symbols:
                found[run.asal, sign] = unprintable(run.asal, sign)
    return list(found.values())


def unprintable(asal: Asal, sign: str) -> Fault:
    """The complaint of a sign that no face has."""
    name = unicodedata.name(sign, "tanpa nama")
    return asal, f"huruf PDF tidak mempunyai tanda U+{ord(sign):04X} ({name}); hapus atau ganti tanda itu", sign
