"""A decree as units that can be compared: each clause, each field, each row of an annex, with its place on the paper.

What the paper repeats (the title after Menetapkan, number and day at the head of an annex) is a unit where it stands
first, and what kind of copy it is makes none.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from kpu_docs import bahasa, tata_naskah
from kpu_docs.complaints import DataPath
from kpu_docs.compose import blank_pictures, compose
from kpu_docs.model import CITING, LISTED, Keputusan
from kpu_docs.peraturan import parse
from kpu_docs.verifying.paper import Piece, pieces

_REPEATED = re.compile("MEMUTUSKAN|Tembusan|Lampiran[^,]*, (kepala|tempat dan tanggal|tanda tangan|pengesahan)")
"""Places with words of the library's own, or of the body once more."""
_NUMBERING = ("NO", "NOMOR")
_NUMBER = re.compile(r"[\w.()]{1,6}")
"""Headings of columns that count the rows, and what counts: like the letters of clauses it follows from the order."""
_TYPED = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s+(?=\S)")
"""A number that is typed before the text of a cell: "1. Pembentukan Tim"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause, a field or a row.

    Attributes:
        part: What it is compared with: `menimbang`, `diktum`, `lampiran` ..., of a field its name (`Nomor`).
        where: Its place on the paper: `Menimbang huruf b`, `Lampiran I, baris 3`.
        path: Its place in the data.
        text: Its words without letter or number; of a row those of all its cells, without numbers typed before them.
        cells: The words of a row's cells by the headings of their columns, labels beside it included.
        labels: The headings of the labels that stand beside a row from above.
        grid: What the grid of a row is called.
        marks: The columns of the grid that a row marks.
        rule: Kind, maker, number and year of the rule that a citation names.
        head: Whether it is a row of the head of a table.
    """

    part: str
    where: str
    path: DataPath
    text: str
    cells: tuple[tuple[str, str], ...] = ()
    labels: frozenset[str] = frozenset()
    grid: str = ""
    marks: tuple[str, ...] = ()
    rule: tuple[Hashable, ...] = ()
    head: bool = False

    @property
    def shown(self) -> str:
        """The unit in full; a row with a line for each of its cells."""
        if not self.cells:
            return self.text
        lines = [f"{name}: {words}" if name else words for name, words in self.cells]
        return "\n".join([*lines, *([f"{self.grid}: {', '.join(self.marks)}"] if self.marks else [])])


def without_number(words: str) -> str:
    """The words of a cell without a number typed before them."""
    return words[typed.end() :] if (typed := _TYPED.match(words)) else words


def units(keputusan: Keputusan) -> list[Unit]:
    """The units of a decree from top to bottom."""
    whole = keputusan.model_copy(update={"naskah": "asli"})
    rules = tata_naskah.of(whole)
    fields = _fields(whole)
    document = compose(whole, rules, blank_pictures)
    first: dict[DataPath, str] = {}
    found = []
    for piece in pieces(document, rules, len(whole.lampiran)):
        repeated = _REPEATED.fullmatch(piece.where) or first.setdefault(piece.path, piece.where) != piece.where
        if piece.line.kind != "paragraph" or not repeated:
            found.append(_unit(piece, fields))
    return found


def _fields(keputusan: Keputusan) -> dict[DataPath, str]:
    """What the fields say that are printed after words of the library's own; empty while they are open."""
    day = keputusan.ditetapkan.pada
    return {
        ("nomor",): keputusan.nomor,
        ("ditetapkan", "pada"): bahasa.tanggal(day) if day else "",
        keputusan.place.asal: keputusan.place.text,
    }


def _unit(piece: Piece, fields: Mapping[DataPath, str]) -> Unit:
    part = str(piece.path[0]) if piece.path[:1] and piece.path[0] in LISTED else piece.where
    if piece.line.kind == "row":
        return _row(piece, part)
    text = fields.get(piece.path, piece.line.words.removeprefix(piece.sign).strip())
    rule = _rule(text) if part in CITING else ()
    return Unit(part, piece.where, piece.path, text, rule=rule, head=piece.line.kind == "head")


def _row(piece: Piece, part: str) -> Unit:
    columns = piece.columns
    cells = sorted((*piece.line.cells, *piece.beside))
    counted = {at for at, name in columns.items() if name.upper().strip(". ") in _NUMBERING}
    held = [(at, words) for at, words in cells if words and not (at in counted and _NUMBER.fullmatch(words))]
    named = tuple((columns.get(at, ""), words) for at, words in held)
    labels = frozenset(columns[at] for at, _ in piece.beside if at in columns)
    title, marks = _grid(piece)
    text = " ".join(without_number(words) for _, words in named)
    return Unit(part, piece.where, piece.path, text, named, labels, title, marks)


def _grid(piece: Piece) -> tuple[str, tuple[str, ...]]:
    """What the grid is called, and the columns of it that the row marks, without that name."""
    names = [piece.columns[at].split() for at in sorted(piece.grid) if at in piece.columns]
    common = 0
    while names and all(len(name) > common + 1 and name[common] == names[0][common] for name in names):
        common += 1
    marked = (piece.columns[at].split() for at in sorted(piece.line.shaded & piece.grid) if at in piece.columns)
    return " ".join(names[0][:common] if names else ()), tuple(" ".join(name[common:]) for name in marked)


def _rule(text: str) -> tuple[Hashable, ...]:
    read = parse(text)
    return (read.kode, read.pembuat.casefold(), read.nomor.casefold(), read.tahun) if read.kode and read.nomor else ()
