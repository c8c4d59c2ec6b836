"""A Word file as paper: what was deleted is gone, what Word numbers by itself is numbered, frames stand in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.reading import drawings
from kpu_docs.reading.numbering import Numbering
from kpu_docs.reading.paper import Cell, Line, Paper, Piece, Row, Section, Table, words
from kpu_docs.reading.styles import Styles, marked
from kpu_docs.wordfile import opened, walking
from kpu_docs.wordfile.lists import NUMBERING, STYLES
from kpu_docs.wordfile.names import DOCUMENT, w
from kpu_docs.wordfile.package import Element, number, parsed
from kpu_docs.wordfile.walking import value

_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_CHANGES = {"ins": "disisipkan", "del": "dihapus", "moveTo": "dipindahkan"}


def read(path: Path, name: str) -> Paper:
    """A Word file; `name` is what complaints call it.

    Raises:
        InputError: it is none, or not one to be opened (see `kpu_docs.wordfile`).
    """
    parts = opened(path, name, to_read=True)
    trees = {part: parsed(content) for part, content in parts.items() if part.endswith(".xml")}
    body = trees[DOCUMENT].find(w("body"))
    if body is None:
        raise InputError(Complaint((), "berkas Word ini tidak mempunyai isi", file=name))
    reader = _Reader(trees)
    sections = tuple(reader.sections(body))
    margins = (words(_text(part)) for name, part in sorted(trees.items()) if _MARGINS.fullmatch(name))
    return Paper(sections, tuple(dict.fromkeys(filter(None, margins))), [*_notes(trees), *reader.notes])


class _Reader:
    """What the paragraphs of one file share: its styles and lists, and its footnotes."""

    def __init__(self, trees: Mapping[str, Element]) -> None:
        self.styles = Styles(trees.get(STYLES), Numbering(trees.get(NUMBERING)))
        self.notes: list[str] = []
        self._numbers = {node: at for at, node in enumerate(trees[DOCUMENT].iter(walking.P))}
        self._footnotes = {
            (kind, value(note, "id")): note
            for kind in ("footnote", "endnote")
            if (part := trees.get(f"word/{kind}s.xml")) is not None
            for note in part.iterchildren(w(kind))
        }

    def sections(self, body: Element) -> Iterator[Section]:
        pieces: list[Piece] = []
        for node, section in _with_ends(body):
            pieces += self._piece(node)
            if section is not None:
                yield Section(tuple(pieces), _is_landscape(section))
                pieces = []
        if pieces:
            yield Section(tuple(pieces))

    def _pieces(self, holder: Element) -> Iterator[Piece]:
        for node in holder:
            yield from self._piece(node)

    def _piece(self, node: Element) -> Iterator[Piece]:
        if node.tag == walking.P:
            yield from self._paragraph(node)
        elif node.tag == walking.TBL:
            yield self._table(node)
        elif node.tag not in walking.LEFT_OUT:
            yield from self._pieces(node)

    def _paragraph(self, node: Element) -> Iterator[Piece]:
        text = marked([(text, walking.is_on(at, "b"), walking.is_on(at, "i")) for text, at in walking.texts(node)])
        if text.strip():
            sign = self.styles.sign(node)
            left = None if text.startswith("\t") else self.styles.left(node)
            centred = self.styles.align(node) == "tengah"
            yield Line(f"{sign}\t{text}" if sign else text, left, centred, self._numbers.get(node))
        for box in walking.boxes(node):
            yield from self._pieces(box)
        for kind in ("footnote", "endnote"):
            for mark in node.iter(w(f"{kind}Reference")):
                note = self._footnotes.get((kind, value(mark, "id")))
                if note is not None:
                    self.notes.append(f'catatan kaki dibaca sebagai baris sesudah paragrafnya: "{words(_text(note))}"')
                    yield from self._pieces(note)

    def _table(self, table: Element) -> Table:
        rows = walking.rows(table)
        placed = [list(walking.cells(row)) for row in rows]
        below = [{column for column, _, cell in row if walking.goes_on(cell)} for row in placed]
        found = []
        for at, (row, cells) in enumerate(zip(rows, placed, strict=True)):
            made = (
                self._cell(column, span, _reach(below, at, column), cell)
                for column, span, cell in cells
                if not walking.goes_on(cell) or at == 0
            )
            height = walking.number(row.find(f"{w('trPr')}/{w('trHeight')}"), 0)
            found.append(Row(tuple(made), walking.is_head(row), height))
        return Table(tuple(found), _is_ruled(table))

    def _cell(self, column: int, colspan: int, rowspan: int, cell: Element) -> Cell:
        upright = value(cell.find(f"{w('tcPr')}/{w('textDirection')}")).startswith("btLr")
        aligns = {self.styles.align(node) for node in cell.iter(walking.P)}
        align = aligns.pop() if len(aligns) == 1 else ""
        content = tuple(self._pieces(cell))
        return Cell(column, content, colspan, rowspan, walking.is_shaded(cell), upright, align)


def _with_ends(body: Element) -> Iterator[tuple[Element, Element | None]]:
    """The children of the body, each with the properties of the section that ends with it, if one does."""
    children = list(body)
    last = children.pop() if children and children[-1].tag == w("sectPr") else None
    for at, node in enumerate(children):
        inside = node.find(f"{w('pPr')}/{w('sectPr')}")
        yield node, last if inside is None and at == len(children) - 1 else inside


def _reach(below: list[set[int]], at: int, column: int) -> int:
    """How many rows a cell covers that begins in a row."""
    end = at + 1
    while end < len(below) and column in below[end]:
        end += 1
    return end - at


def _is_landscape(section: Element) -> bool:
    size = section.find(w("pgSz"))
    wide, high = (number(value(size, name), 0) for name in ("w", "h"))
    return value(size, "orient") == "landscape" or wide > high > 0


def _is_ruled(table: Element) -> bool:
    """Whether its properties draw lines or name a style; what draws none is there to make columns."""
    style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    borders = table.find(f"{w('tblPr')}/{w('tblBorders')}")
    drawn = [] if borders is None else [side for side in borders if value(side) not in ("nil", "none", "")]
    if borders is not None:
        return bool(drawn)
    return value(style) not in ("", "TableNormal") or any(True for _ in table.iter(w("tcBorders")))


def _text(node: Element) -> str:
    return " ".join("".join(text for text, _ in walking.texts(line)) for line in node.iter(walking.P))


def _notes(trees: Mapping[str, Element]) -> Iterator[str]:
    """What a file holds beside its text."""
    body = trees[DOCUMENT]
    changes = Counter(name for name in _CHANGES for _ in body.iter(w(name)))
    if changes:
        counted = ", ".join(f"{count} {_CHANGES[name]}" for name, count in changes.items())
        yield f"perubahan yang dilacak Word dianggap diterima semua ({counted}); lihat lagi bila belum disetujui"
    comments = trees.get("word/comments.xml")
    for comment in () if comments is None else comments.iterchildren(w("comment")):
        yield f'komentar tidak diambil ({value(comment, "author") or "tanpa nama"}): "{words(_text(comment))}"'
    yield from drawings.told(trees)
