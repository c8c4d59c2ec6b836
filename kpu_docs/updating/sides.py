"""The two sides of an update, each as a decree, its data as they are written, and its clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from kpu_docs import tata_naskah
from kpu_docs.blocks import Asal, Block, Box, Cell, Document, List, Pairs, Paragraph, Row, Table, Together, at_columns
from kpu_docs.compose import blank_pictures, compose
from kpu_docs.fingerprints import Clause, clauses, fingerprint, numbered, said
from kpu_docs.model import Keputusan
from kpu_docs.verifying.paper import Piece, pieces


class Placed(NamedTuple):
    """How many columns the table of a row has, and the cells of the row with their columns."""

    columns: int
    cells: list[tuple[int, Cell]]


@dataclass(frozen=True)
class Side:
    """A decree, and its data as they are written; `document` are its blocks. `misread` are the paths of a file that was
    read where its data do not print what stands in it.
    """

    keputusan: Keputusan
    data: Any
    document: Document
    misread: frozenset[Asal] = frozenset()

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses from top to bottom."""
        return clauses(self.document)

    def prints(self, known: Collection[int] = ()) -> list[int]:
        """The fingerprints of the clauses; of a row that was read otherwise than it was written that of a known one, if
        it says the same.
        """
        found = []
        for clause in self.clauses:
            print = fingerprint(said(clause))
            if print not in known and isinstance(clause, Row):
                others = (fingerprint(said(row)) for row in _read_otherwise(clause))
                print = next((other for other in others if other in known), print)
            found.append(print)
        return found

    @cached_property
    def places(self) -> Mapping[Asal, Piece]:
        """By path, what the clauses are called on paper."""
        rules = tata_naskah.of(self.keputusan)
        found: dict[Asal, Piece] = {}
        for piece in pieces(self.document, rules, len(self.keputusan.lampiran)):
            found.setdefault(piece.path, piece)
        return found

    def place(self, asal: Asal) -> str:
        """What a place is called on paper: as the first clause in it, or else in what it stands in."""
        for end in range(len(asal), 1, -1):
            if asal[:end] in self.places:
                return self.places[asal[:end]].where
            inside = next((piece for path, piece in self.places.items() if path[:end] == asal[:end]), None)
            if inside is not None:
                return inside.where
        known = self.places.get(asal)
        return known.where if known else str(asal[0]).capitalize()

    @cached_property
    def columns(self) -> Mapping[int, Placed]:
        """By identity of a row, its cells with their columns."""
        return {
            id(row): Placed(len(table.columns), cells)
            for section in self.document.sections
            for table in _tables(section.blocks)
            for rows in (table.head, table.rows)
            for row, cells in zip(rows, at_columns(rows), strict=True)
        }


def _read_otherwise(row: Row) -> Iterator[Row]:
    """What a row may have been: with a number by its place that was read as a text, with a first cell over more than
    one column.
    """
    if row.cells and numbered(row):
        yield replace(row, cells=row.cells[1:])
    for at in range(1, len(row.cells)):
        if row.cells[at].runs or row.cells[at].marked:
            return
        yield replace(row, cells=(row.cells[0], *row.cells[at + 1 :]))


def side(keputusan: Keputusan, data: Any, naskah: str) -> Side:
    """A decree as that kind of copy."""
    one = keputusan.model_copy(update={"naskah": naskah})
    return Side(one, data, compose(one, tata_naskah.of(one), blank_pictures))


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Pairs):
            for pair in block.pairs:
                yield from _tables(pair.isi)
        elif isinstance(block, List):
            for item in block.items:
                yield from _tables(item.isi)
        elif isinstance(block, (Together, Box)):
            yield from _tables(block.blocks)


def shown(clauses: Iterable[Clause]) -> str:
    """The words of clauses, and how many cells of a row are marked."""
    found = []
    for clause in clauses:
        if isinstance(clause, Paragraph):
            found.append(said(clause))
        else:
            marks = sum(cell.marked for cell in clause.cells)
            words = ("".join(run.text for run in cell.runs) for cell in clause.cells)
            found.append(" ".join([*words, f"({marks} petak diarsir)" if marks else ""]))
    return " ".join(" ".join(found).split())
