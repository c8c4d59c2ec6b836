"""A file as it is read before anything is understood: sections of lines and tables from top to bottom.

Texts hold the markup of the data (`*italic*`), tabs, and newlines where a line was broken by hand. Numbers that Word
writes by itself are in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kpu_docs import markup

ILLEGIBLE = "\N{REPLACEMENT CHARACTER}"
"""What stands for a sign that a file holds and that cannot be told."""

_NONE = ("Cc", "Cs", "Cn", "Zl", "Zp")
"""Categories of signs that are no text (see `kpu_docs.fields`)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, its left edge (twips; None where it is not known), whether it stands in the middle.

    `paragraph` says which of its Word file it is, in the order of the XML from 0; of texts side by side the last one.
    """

    text: str
    left: int | None = None
    centred: bool = False
    paragraph: int | None = field(default=None, compare=False)

    @property
    def plain(self) -> str:
        """Its words without markup, one space between them."""
        return words(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the column it begins at, how many columns and rows it covers, its content, its looks.

    `align` is `kanan` or `tengah` where its text stands so.
    """

    column: int
    content: tuple[Piece, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    shaded: bool = False
    upright: bool = False
    align: str = ""

    @property
    def text(self) -> str:
        """Its text; paragraphs are lines."""
        return "\n".join(line.text.replace("\t", " ") for line in lines(self.content) if line.text.strip()).strip()

    @property
    def plain(self) -> str:
        """Its words."""
        return words(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells but for those that go on from above, whether it is a head, its least height (twips)."""

    cells: tuple[Cell, ...]
    head: bool = False
    height: int = 0

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """The words of the cells that have any, each with its column."""
        return tuple((cell.column, cell.plain) for cell in self.cells if cell.plain)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `ruled` if lines are drawn around its cells."""

    rows: tuple[Row, ...]
    ruled: bool = True


Piece = Line | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation, if it is known."""

    pieces: tuple[Piece, ...]
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file. `margins` are the texts of headers and footers; `notes` say in Indonesian what was met on reading."""

    sections: tuple[Section, ...]
    margins: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


def words(text: str) -> str:
    """The words of a text with markup, one space between them."""
    return " ".join(markup.plain(text).split())


def legible(text: str) -> str:
    """A text with `ILLEGIBLE` for signs that no text may hold; tabs and newlines stay."""
    if text.isprintable():
        return text
    return "".join(ILLEGIBLE if sign not in "\t\n" and unicodedata.category(sign) in _NONE else sign for sign in text)


def lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """All lines, those in tables included."""
    for piece in pieces:
        if isinstance(piece, Line):
            yield piece
        else:
            for row in piece.rows:
                for cell in row.cells:
                    yield from lines(cell.content)
