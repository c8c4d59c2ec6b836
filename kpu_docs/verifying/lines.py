"""A document as lines that can be compared, whatever program saved it: each paragraph and each row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

LineKind = Literal["paragraph", "head", "row"]
"""A row is one below the head of its table."""

_SIGNS = str.maketrans({"\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": "", "\N{ZERO WIDTH SPACE}": ""})


def plain(text: str) -> str:
    """The words with one space between them. How a hyphen or space breaks is a matter of looks, not of words."""
    return " ".join(text.translate(_SIGNS).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row of a table: its texts, each with its column (from 0; that of a paragraph is 0).

    Cells without text are left out; `shaded` are the columns of shaded ones. Where `automatic`, the program writes the
    number of the paragraph, which then is no text.
    """

    cells: tuple[tuple[int, str], ...]
    kind: LineKind = "paragraph"
    shaded: frozenset[int] = frozenset()
    automatic: bool = False

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join([text for _, text in self.cells])


class Paper(NamedTuple):
    """What a file says: its lines from top to bottom, the data that it holds, and what was put on its pages outside of
    the text, each with the page (from 1).
    """

    lines: list[Line]
    data: bytes | None
    added: list[tuple[int, str]]


def paragraph(text: str, *, automatic: bool = False) -> Line:
    """The line of a text."""
    return Line(((0, plain(text)),), automatic=automatic)


def kept(lines: Sequence[Line]) -> list[int]:
    """The lines that count, by number: not the empty ones, and not the head that a table repeats where it goes on."""
    found: list[int] = []
    heads: list[Line] = []  # of the last table
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].kind == "head":
            end += 1
        if end > at:
            if list(lines[at:end]) != heads:
                found += range(at, end)
            heads, at = list(lines[at:end]), end
            continue
        line = lines[at]
        if line.words or line.shaded:
            found.append(at)
        if line.kind == "paragraph" and line.words:
            heads = []
        at += 1
    return found
