"""What is known of a decree while its parts are read: data, wording of the office, and what is to be reported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kpu_docs.reading.paper import Line, Piece, lines, words
from kpu_docs.satker import Satker

UNKNOWN = "..."
"""What stands where the paper does not say what a decree cannot be without."""


@dataclass
class Draft:
    """`data` and `kantor` are as in their files, `kata` the printed values of the format rules by their paths
    (`kata.nomor`). `corpus` are the running texts, in which the letters of a title are not all capitals; `office` are
    the lines of the signing office as they are printed. Of a file of ours that was edited `edited` is who signed it.
    """

    corpus: str = ""
    edited: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    kantor: dict[str, Any] = field(default_factory=dict)
    kata: dict[str, Any] = field(default_factory=dict)
    read_as: list[str] = field(default_factory=list)
    uncertain: list[str] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)
    office: tuple[str, ...] = ()

    @property
    def satker(self) -> Satker:
        """The body."""
        return Satker.model_validate(self.kantor["satker"])

    @property
    def acting(self) -> str:
        """In what other capacity the decree is made, with a space before it, or nothing."""
        selaku = self.data.get("pembentuk", {}).get("selaku")
        return f" SELAKU {selaku}" if selaku else ""

    def author(self, *, republik_indonesia: bool) -> str:
        """Who makes the decree: the body, or an official of it other than the Ketua."""
        jabatan = self.data.get("pembentuk", {}).get("jabatan", "Ketua")
        official = "" if jabatan.lower() == "ketua" else f"{jabatan} "
        return f"{official}{self.satker.name(republik_indonesia=republik_indonesia)}{self.acting}"

    def cased(self, text: str) -> str:
        """A text in capitals as it is spelt where it stands in a sentence; as it is where it stands in none."""
        found = [_in_sentence(self.corpus, line) for line in text.split("\n")]
        return "\n".join(found) if all(found) else text

    def spelt(self, text: str) -> str:
        """As `cased`; what stands in no sentence with a capital before each word."""
        return _in_sentence(self.corpus, text) or (text.title() if text.isupper() else text)

    def leave(self, pieces: Iterable[Piece]) -> None:
        """Lines that have no place in the data of a decree."""
        self.unplaced += (line for line in lines(pieces) if line.plain)


def _in_sentence(corpus: str, text: str) -> str:
    found = re.finditer(re.escape(words(text)), corpus, re.IGNORECASE)
    return next((match[0] for match in found if match[0][:1].isupper() and not match[0].isupper()), "")


def unbold(text: str) -> str:
    """A text without the stars of bold words: where a style decides about weight."""
    return re.sub(r"\*\*(.+?)\*\*", r"\1", text)


def same(one: str, other: str) -> bool:
    """Whether texts have the same words, capitals and colons aside."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> list[str]:
    return [word for word in re.split(r"[\s:]+", words(text).upper()) if word]
