"""Tables that only make columns (`Menimbang | : | a. | bahwa ...`) as lines with tabs, and what begins a line: a label
with its colon, the sign of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kpu_docs import bahasa
from kpu_docs.inputs.xlsx import columns, words
from kpu_docs.inputs.xlsx.tim import HEADINGS
from kpu_docs.reading.paper import Line, Piece, Row, Table

LABELS = ("menimbang", "mengingat", "memperhatikan", "memerhatikan", "menetapkan")
_LABEL = re.compile(rf"[\s*]*({'|'.join(LABELS)})[\s*]*(?::(?:\*\*)?\s*|\t\s*|\s{{2,}}|$)(.*)", re.I | re.S)
_DIKTUM = re.compile(r"[\s*]*((?:KE|PERTAMA)[A-Z]*(?: [A-Z]+){0,3})[\s*]*(?::(?:\*\*)?\s*|\t\s*)(.*)", re.S)
_BEGINS = re.compile(
    r"(?:lampiran\b|tembusan\b|ditetapkan di\b|pada tanggal\b|(?:salinan|petikan) sesuai\b|nomor\s*:|tentang\s*:)", re.I
)
_SIGN = re.compile(
    r"(\d{1,2}[.)]|[a-z]{1,2}[.)]|[A-Z][.)]|(?:[ivx]{1,5}|[IVX]{1,5})[.)]|\(\d{1,2}\)|[-\u2013\u2022\u25cf\uf0b7])\s+(\S.*)",
    re.S,
)
_WORD = re.compile(r"(?:lampiran(?: [ivxlc]+)?|ditetapkan di|pada tanggal|nomor|tentang|tembusan)", re.I)


def label(text: str) -> tuple[str, str, str] | None:
    """A line that begins with one of `LABELS`: which, as it is written, and what follows its colon."""
    found = _LABEL.fullmatch(text)
    return (found[1].lower(), found[1], found[2].strip()) if found else None


def diktum(text: str) -> tuple[int, str, str] | None:
    """A line that begins with the label of a diktum: which (from 1), the label, and what follows its colon."""
    found = _DIKTUM.fullmatch(text)
    number = bahasa.nomor_diktum(found[1]) if found else None
    return (number, found[1], found[2].strip()) if found and number else None


def sign(text: str) -> tuple[str, str]:
    """The sign of a list at the beginning of a text and what follows it; no sign and the text where there is none."""
    found = _SIGN.fullmatch(text.strip())
    return (found[1], found[2]) if found else ("", text.strip())


def is_sign(text: str) -> bool:
    """Whether a text is the sign of a list and nothing else."""
    return sign(f"{text} -") == (text, "-")


def untabbed(text: str) -> str:
    """A text whose tabs make no columns; the lines of it stay."""
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def flattened(pieces: Iterable[Piece], *, frames: bool = True) -> Iterator[Piece]:
    """The pieces with tables that make columns as lines; with `frames` also what stands in a frame of one cell."""
    for piece in pieces:
        if isinstance(piece, Line):
            if piece.text.strip():
                yield piece
        elif _makes_columns(piece, frames):
            yield from _down(piece) if _is_beside(piece) else chain.from_iterable(map(_across, piece.rows))
        else:
            yield piece


def known_heads(row: Row) -> int:
    """How many cells of a row are headings that annexes have."""
    known = {**words.LABELS, **HEADINGS}
    return sum(1 for _, text in row.texts if columns.exactly(text, known))


def _makes_columns(table: Table, frames: bool) -> bool:
    rows = [row for row in table.rows if row.texts]
    if any(row.head for row in rows):
        return False
    if all(len(row.cells) == 1 for row in table.rows):
        return frames or not table.ruled
    if any(known_heads(row) > 1 for row in rows[:2]):
        return False
    if any(map(_is_labelled, rows)):
        return True
    return not table.ruled and (len(rows) < 3 or max(len(row.texts) for row in rows) < 3)


def _is_labelled(row: Row) -> bool:
    """Whether a row begins with words of a decree, or has a colon in a column of its own."""
    texts = [text for _, text in row.texts]
    first = f"{texts[0]}\t" if len(texts) > 1 else texts[0]
    return bool(label(first) or diktum(first) or _BEGINS.match(first)) or any(
        text == ":" or text.startswith(": ") for text in texts[1:]
    )


def _is_beside(table: Table) -> bool:
    """Whether columns hold texts of their own, as a certification beside a signature: no row begins with a label, a
    sign, or a word of which the rest stands in the next column.
    """
    rows = [[text for _, text in row.texts] for row in table.rows if row.texts]
    return any(len(row) > 1 for row in rows) and not any(map(_goes_across, rows))


def _goes_across(texts: list[str]) -> bool:
    """Whether the texts of a row are read one after the other."""
    first = texts[0]
    return (
        bool(label(f"{first}\t") or diktum(f"{first}\t") or _WORD.fullmatch(first) or is_sign(first))
        or any(text.startswith(":") for text in texts[1:])
        or first.endswith(":")
    )


def _down(table: Table) -> Iterator[Piece]:
    """The texts of a table column by column."""
    cells = sorted((cell for row in table.rows for cell in row.cells), key=lambda cell: cell.column)
    for cell in cells:
        yield from flattened(cell.content)


def _across(row: Row) -> Iterator[Piece]:
    """A row as lines: what stands side by side with tabs between, then the further paragraphs of its cells."""
    held = [pieces for cell in row.cells if (pieces := [*flattened(cell.content)])]
    if not held or not all(isinstance(pieces[0], Line) for pieces in held):
        yield from (piece for pieces in held for piece in pieces)
    elif len(held) > 1 and len(held[-1]) == len(held[-2]) and _are_signs(held[-2]):
        before = [piece for pieces in held[:-2] for piece in pieces]
        for beside in zip(*held[-2:], strict=True):
            yield _joined([*before, *beside])
            before = []
    else:
        yield _joined([pieces[0] for pieces in held])
        yield from (piece for pieces in held for piece in pieces[1:])


def _are_signs(pieces: list[Piece]) -> bool:
    """Whether a cell holds the signs of a list, one below the other."""
    return all(isinstance(piece, Line) and is_sign(piece.plain) for piece in pieces)


def _joined(pieces: Iterable[Piece]) -> Line:
    lines = [line for line in pieces if isinstance(line, Line)]
    return replace(lines[-1], text="\t".join(line.text.strip() for line in lines), centred=False)
