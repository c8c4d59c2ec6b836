"""A difference between a document and the data it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from kpu_docs.complaints import DataPath

Kind = Literal["berubah", "hilang", "baru", "diisi"]
"""`berubah`: other words; `hilang`: no longer there; `baru`: not in the data; `diisi`: number, day or signature written
where the data left room for them.
"""

_AROUND = 2
"""Words that are shown on either side of those that differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a document differs from its data.

    Attributes:
        where: The place on the paper: `Menimbang huruf b`, `Lampiran I, baris 3, kolom INDIKATOR`.
        kind: What became of it.
        before: The words by the data; empty if `baru`.
        after: The words in the document; empty if `hilang`.
        path: The place in the data; of what is `baru` that of what it stands behind.
    """

    where: str
    kind: Kind
    before: str
    after: str
    path: DataPath

    def __str__(self) -> str:
        match self.kind:
            case "hilang":
                return f'{self.where}: hilang dari berkas: "{self.before}"'
            case "baru":
                return f'{self.where}: hanya ada di berkas: "{self.after}"'
            case "diisi":
                return (
                    f'{self.where}: diisi di berkas: "{self.after}"' if self.after else f"{self.where}: diisi di berkas"
                )
        before, after = self.words
        return f"{self.where}: menurut data {_quoted(before)}, di berkas {_quoted(after)}"

    @property
    def words(self) -> tuple[str, str]:
        """The words that differ, by the data and in the document, with a few around them."""
        return differing(self.before, self.after)


def differing(before: str, after: str) -> tuple[str, str]:
    """The words that differ between two texts, with a few around them; the rest as ellipses."""
    old, new = before.split(), after.split()
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND)
    spans = [(group[0][1], group[-1][2], group[0][3], group[-1][4]) for group in groups]
    return (
        _joined([(first, last) for first, last, _, _ in spans], old),
        _joined([(first, last) for _, _, first, last in spans], new),
    )


def _joined(spans: list[tuple[int, int]], words: list[str]) -> str:
    """The pieces of a text from one word to another, with an ellipsis where something is left out."""
    if not spans:
        return ""
    pieces = [" ".join(words[first:last]) for first, last in spans]
    start = "" if spans[0][0] == 0 else "… "
    end = "" if spans[-1][1] == len(words) else " …"
    return f"{start}{' … '.join(pieces)}{end}"


def _quoted(text: str) -> str:
    return f'"{text}"' if text else "kosong"
