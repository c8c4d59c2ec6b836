"""Texts as a clerk may write them: words, every sign of the faces, inline markup, marks of other languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from kpu_docs.layout.fonts import font


class Said(str):
    """A text as it is written in the data; `printed` is what has to be read of it on paper."""

    __slots__ = ("printed",)

    def __new__(cls, written: str, printed: str | None = None) -> Said:
        """A text that is printed as it is written, unless told otherwise."""
        made = super().__new__(cls, written)
        made.printed = written if printed is None else printed
        return made

    printed: str


# `*` and `\` are markup and come from pieces below, `[[...]]` is a reference; the capital of ƒ is in no face.
_APART = "*\\[]\u0192"
_WHITE = " \u00a0\u2000\u2002\u2003\u2007\u2009\u202f\u205f"


def _allowed(sign: str) -> bool:
    """Whether a sign is text: no control sign, and no white space, which has its own pieces."""
    return unicodedata.category(sign) not in ("Cc", "Cs", "Cn", "Zl", "Zp", "Zs") and sign not in _APART


SIGNS = [
    sign
    for face in ("regular", "symbol")
    for sign in map(chr, font(face).charToGlyph)
    if _allowed(sign) and ord(sign) < 0xFFFF
]
_KNOWN = frozenset(SIGNS)
FOREIGN = ["\u65e5", "\U0001f600", "\u0627", "\u05d0", "\u0915", "\u0e01", "\ua997", "\u1b13", "\u0416", "\uac00"]
"""Signs of scripts and sets that no face has: Han, emoji, Arabic, Hebrew, Devanagari, Thai, Javanese, Balinese ..."""

_USUAL = [
    "Komisi Pemilihan Umum",
    "Kabupaten/Kota",
    "Undang-Undang Nomor 7 Tahun 2017",
    "2020-2024",
    "1442/HK.03-Kpt/03/KPU/XI/2019",
    "Rp1.250.000,00",
    "KABUPATEN CONTOH TAHUN 2026",
    "caf\u00e9 \u2013 \u201ccontoh\u201d",
    "se\u00adkali",
    "12\u00a0Januari",
    "a\u0301 e\u0302\u0323",
    "R&D <b>x</b> &amp; \"kutip\" 'petik'",
    "{{ nama }} {% if x %} ${x} {0}",
    "\u2713 \u2610 \u2460",
    "# bukan komentar: - juga bukan",
    "]]> <!-- --> </style>",
    "[x]",
    "(a)",
    "1.",
    "-",
    "|.|#|",
]
_MARKUP = [
    Said("*miring*", "miring"),
    Said("**tebal**", "tebal"),
    Said("*dua kata*", "dua kata"),
    Said("\\*", "*"),
    Said("5 * 3", "5 * 3"),
    Said("*a\\*b*", "a*b"),
    Said("C:\\folder", "C:\\folder"),
]


def _drawn(text: str) -> bool:
    """Whether the faces have every sign: a letter and its accent can become one sign that they have not."""
    return _KNOWN.issuperset(unicodedata.normalize("NFC", text))


_word = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12).filter(_drawn).map(Said)
_usual = st.sampled_from(_USUAL).map(Said)
_long = st.builds(lambda sign, count: Said(sign * count), st.sampled_from("xW\u00e9\u2713"), st.integers(50, 400))
_white = st.text(st.sampled_from(_WHITE), min_size=1, max_size=2)
_often = st.just(" ")


def either(*ones: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of these, each as often as the others: `|` counts the alternatives within them."""
    return st.sampled_from(ones).flatmap(lambda one: one)


def _joined(pieces: list[Said], between: list[str]) -> Said:
    white = [*between[: len(pieces) - 1], *[" "] * (len(pieces) - 1 - len(between)), ""]
    written = "".join(f"{piece}{gap}" for piece, gap in zip(pieces, white, strict=True))
    printed = "".join(f"{piece.printed}{gap}" for piece, gap in zip(pieces, white, strict=True))
    return Said(written, printed)


def _texts(piece: st.SearchStrategy[Said], white: st.SearchStrategy[str], most: int) -> st.SearchStrategy[Said]:
    return st.builds(_joined, st.lists(piece, min_size=1, max_size=most), st.lists(white, max_size=3))


plain = _usual | _texts(_usual | _word, _often, 3)
"""One line without markup: names, numbers."""

label = _usual | st.sampled_from(_MARKUP) | _texts(_usual | _word, _often, 4)
"""One line that is not endless."""

_any = _usual | _word | st.sampled_from(_MARKUP) | _long
line = either(_usual, _usual, st.sampled_from(_MARKUP), _texts(_any, _often | _white, 3))
"""One line; mostly a usual one, as every draw counts against the size of what hypothesis makes."""

text = either(line, line, line, _texts(line, _often | st.just("\n"), 8))
"""Text of several lines, now and then of many."""

maybe = st.just("") | line
"""A line or nothing."""


def leaves(node: Any) -> Iterator[Said]:
    """The texts of some data."""
    if isinstance(node, Said):
        yield node
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from leaves(key)
            yield from leaves(part)
    elif isinstance(node, list):
        for part in node:
            yield from leaves(part)


def stamped(node: Any, number: Iterator[int]) -> Any:
    """The data with a word of its own at the end of every text, so that none is taken for another."""
    if isinstance(node, Said):
        stamp = f" q{next(number)}z"
        return Said(node + stamp, node.printed + stamp)
    if isinstance(node, dict):
        return {stamped(key, number): stamped(part, number) for key, part in node.items()}
    return [stamped(part, number) for part in node] if isinstance(node, list) else node


def written(node: Any) -> Any:
    """The data as plain values."""
    if isinstance(node, dict):
        return {written(key): written(part) for key, part in node.items()}
    if isinstance(node, list):
        return [written(part) for part in node]
    return str(node) if isinstance(node, Said) else node
