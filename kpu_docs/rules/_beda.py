"""Two texts compared word by word: capitals, line breaks, inline markup and punctuation do not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from kpu_docs.complaints import shown
from kpu_docs.findings import Span

_MOST = 400
"""How many words of a text are compared; no title has as many."""


class Kata(NamedTuple):
    """A word in small letters, and where it stands in its text."""

    kata: str
    span: Span


class Beda(NamedTuple):
    """A place where a text differs: the words that it lacks, the words that it has in their stead (either may be
    empty), where that is in the text, and in which part of it.
    """

    hilang: str
    lebih: str
    span: Span
    letak: Literal["awal", "tengah", "akhir"]


def words(text: str) -> list[Kata]:
    """The words of a text in their order."""
    return [Kata(word[0].casefold(), word.span()) for word in re.finditer(r"[^\W_]+", text)]


def plain_words(text: str) -> list[str]:
    """The words of a text without their places."""
    return [word.kata for word in words(text)]


def differences(
    wanted: str, text: str, span: Span | None = None, *, panjang: dict[str, str] | None = None
) -> list[Beda]:
    """How a text (or the signs `span` of it) differs from the text that is wanted, in the order of its words.

    `panjang` are the long forms of abbreviations that may stand for them.
    """
    first, last = span or (0, len(text))
    right, written = (
        [Kata(part, word.span) for word in some for part in (panjang or {}).get(word.kata, word.kata).split()][:_MOST]
        for some in (words(wanted), (word for word in words(text) if first <= word.span[0] < last))
    )
    codes = SequenceMatcher(None, [w.kata for w in right], [w.kata for w in written], autojunk=False).get_opcodes()
    return [
        Beda(
            _between(wanted, right[i:j]),
            _between(text, written[k:m]),
            _span(written, k, m) or (first, last),
            "awal" if at == 0 else "akhir" if at == len(codes) - 1 else "tengah",
        )
        for at, (tag, i, j, k, m) in enumerate(codes)
        if tag != "equal"
    ]


def told(found: Sequence[Beda]) -> str:
    """The differences as they are told to a clerk."""
    return "; ".join(_told(one) for one in found)


def _told(one: Beda) -> str:
    if not one.lebih:
        return f'tanpa "{shown(one.hilang)}"'
    if not one.hilang:
        return f'dengan tambahan "{shown(one.lebih)}"'
    return f'"{shown(one.lebih)}" di tempat "{shown(one.hilang)}"'


def _between(text: str, found: Sequence[Kata]) -> str:
    return text[found[0].span[0] : found[-1].span[1]] if found else ""


def _span(written: Sequence[Kata], first: int, last: int) -> Span | None:
    """The signs of these words; of the word that follows (or else precedes) where there are none."""
    if first == last:
        first, last = (first, last + 1) if last < len(written) else (first - 1, last)
    part = written[max(0, first) : last]
    return (part[0].span[0], part[-1].span[1]) if part else None
