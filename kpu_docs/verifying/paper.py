"""The lines that a document has by its data, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kpu_docs import bahasa
from kpu_docs.blocks import Asal, Document, Runs, Section, Table, at_columns
from kpu_docs.layout.columns import Columns, Part, Strip, parts
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.verifying.lines import Line, kept, paragraph
from kpu_docs.verifying.places import Places, headings, text


class Piece(NamedTuple):
    """A line, what its place is called, and its path in the data.

    `columns` are the names of the columns of a row, but for those that a wide cell takes; `grid` are the columns in
    which shading means something, `beside` the labels from rows above, each with its column. `sign` is what stands
    before the text of a paragraph: label, letter, number. `runs` are the texts of the line one after the other, each
    with its column.
    """

    line: Line
    where: str
    path: Asal
    columns: Mapping[int, str] = {}
    grid: frozenset[int] = frozenset()
    beside: tuple[tuple[int, str], ...] = ()
    sign: str = ""
    runs: tuple[tuple[int, Runs], ...] = ()


def pieces(document: Document, tata_naskah: TataNaskah, annexes: int) -> list[Piece]:
    """The pieces of a document from top to bottom; `annexes` is how many its decree has."""
    columns = Columns.of(document, tata_naskah)
    found: list[Piece] = []
    for section in document.sections:
        found += _parts(parts(section, columns, tata_naskah), Places(_annex(section, annexes)))
    return [found[at] for at in kept([piece.line for piece in found])]


def _annex(section: Section, annexes: int) -> str:
    match section.asal:
        case ("lampiran", int(at)):
            return f"Lampiran {bahasa.romawi(at + 1)}" if annexes > 1 else "Lampiran"
    return ""


def _parts(found: Iterable[Part], places: Places) -> Iterator[Piece]:
    for part in found:
        if isinstance(part, Strip):
            where = places.strip(part)
            sign = " ".join(filter(None, (text(prefix.runs) for prefix in part.prefixes)))
            runs = (*(prefix.runs for prefix in part.prefixes), part.block.runs)
            line = paragraph(f"{sign} {text(part.block.runs)}")
            yield Piece(line, where, part.block.asal, sign=sign, runs=tuple((0, one) for one in runs))
        elif isinstance(part.block, Table):
            yield from _table(part.block, places)
        else:
            yield from _parts(part.inside, places)


def _table(table: Table, places: Places) -> Iterator[Piece]:
    names = headings(table)
    grid = frozenset(at for at, column in enumerate(table.columns) if column.grid)
    rows = (*table.head, *table.rows)
    cells = (*at_columns(table.head), *at_columns(table.rows))
    labels: dict[int, tuple[int, str]] = {}  # up to before which row, and the words
    for at, (row, placed, where) in enumerate(zip(rows, cells, places.rows(table), strict=True)):
        words = tuple((column, words) for column, cell in placed if (words := text(cell.runs)))
        marked = frozenset(column for column, cell in placed if cell.marked)
        if len(table.columns) == 1 or not table.head:
            line = Line(words, shaded=marked)
        else:
            line = Line(words, "head" if at < len(table.head) else "row", marked)
        wide = {column + more for column, cell in placed if cell.colspan > 1 for more in range(cell.colspan)}
        named = {column: name for column, name in names.items() if column not in wide}
        meant = grid | marked if row.kind == "isi" and line.kind == "row" else marked
        labels = {column: label for column, label in labels.items() if label[0] > at}
        beside = tuple((column, label) for column, (_, label) in labels.items())
        runs = tuple((column, cell.runs) for column, cell in placed)
        yield Piece(line, where, row.asal, named, meant, beside, runs=runs)
        labels |= {column: (at + cell.rowspan, text(cell.runs)) for column, cell in placed if cell.rowspan > 1}
