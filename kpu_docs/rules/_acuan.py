"""Other decrees that a text or the data name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.findings import Span
from kpu_docs.rules._lembaga import long_words

_DECREE = re.compile(
    r"\bkeputusan\s+(?P<lembaga>(?:(?!\b(?:keputusan|nomor|tentang|ini)\b)[^;,]){1,200}?)\s+nomor\s*:?\s*"
    r"(?P<nomor>[^,;()]{1,100}?)(?=\s+(?:tentang|tanggal|dicabut|dinyatakan|sebagaimana)\b|[,;()]|\.?$)",
    re.I,
)
_COUNTRY = {"republik", "indonesia"}


class Disebut(NamedTuple):
    """A decree that a text names: its body, its number, where that stands."""

    lembaga: str
    nomor: str
    span: Span

    def same(self, other: Disebut) -> bool:
        """Whether that is the same decree, however its body is written."""
        ours, theirs = ({*long_words(one.lembaga)} - _COUNTRY for one in (self, other))
        return ours == theirs and tight(self.nomor) == tight(other.nomor)


def decrees(text: str) -> Iterator[Disebut]:
    """The decrees that a text names by their numbers, in their order."""
    for found in _DECREE.finditer(text):
        yield Disebut(found["lembaga"], found["nomor"], found.span())


def tight(text: str) -> str:
    """A number, or a text in which it is looked for, in small letters, without blanks and the word Nomor before it."""
    return re.sub(r"^nomor\s*:?\s*|\s", "", text.casefold())
