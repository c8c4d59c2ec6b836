"""The structure elements of a document (ISO 32000-1, 14.8.4), in reading order, before its pages are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kpu_docs.blocks import (
    MARKED,
    Block,
    Box,
    Cell,
    Document,
    Item,
    List,
    Pair,
    Pairs,
    Paragraph,
    Picture,
    Row,
    Runs,
    Space,
    Table,
    Together,
)
from kpu_docs.outline import Outline, has_text
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.pdf.file import text_string

_MARKED = f"/ActualText{text_string(MARKED)}"

# ListNumbering (14.8.5.5, table 347) by the first marker of a list.
_NUMBERING = (
    (re.compile(r"\(?[0-9]+\W*$"), "Decimal"),
    (re.compile(r"\(?i\W*$"), "LowerRoman"),
    (re.compile(r"\(?I\W*$"), "UpperRoman"),
    (re.compile(r"\(?[a-z]\W*$"), "LowerAlpha"),
    (re.compile(r"\(?[A-Z]\W*$"), "UpperAlpha"),
    (re.compile("[\u2022\u25cf]$"), "Disc"),
    (re.compile("\u25cb$"), "Circle"),
    (re.compile("[\u25a0\u25aa]$"), "Square"),
)


@dataclass(slots=True)
class Tree:
    """The elements, each by its place in the lists: its type, the element above it (-1: the root), its further entries.

    `kids` are the elements below an element. `of` leads from a block (its `id`) to the element that holds its text,
    picture or field, `marks` from a marked cell to the element of its shading.
    """

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    kids: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    of: dict[int, int] = field(default_factory=dict)
    marks: dict[int, int] = field(default_factory=dict)

    def add(self, tag: str, parent: int, entries: str = "") -> int:
        """A new element, the last below its parent."""
        at = len(self.tags)
        self.tags.append(tag)
        self.parents.append(parent)
        self.entries.append(entries)
        if parent >= 0:
            self.kids[parent].append(at)
        return at

    def add_all(self, tags: Sequence[str], parents: Sequence[int], entries: Sequence[str]) -> range:
        """New elements, each the last below its parent."""
        added = range(len(self.tags), len(self.tags) + len(tags))
        self.tags += tags
        self.parents += parents
        self.entries += entries
        for at, parent in zip(added, parents, strict=True):
            self.kids[parent].append(at)
        return added


def grow(document: Document, tata_naskah: TataNaskah) -> Tree:
    """The structure of a document: a Sect for the body and for each annex."""
    gardener = _Gardener(tata_naskah)
    root = gardener.tree.add("Document", -1)
    for section in document.sections:
        gardener.blocks(section.blocks, gardener.tree.add("Sect", root))
    return gardener.tree


class _Gardener:
    """Walks the blocks and lets the tree grow."""

    def __init__(self, tata_naskah: TataNaskah) -> None:
        self.tree = Tree()
        self.outline = Outline(tata_naskah)

    def blocks(self, blocks: Iterable[Block], parent: int) -> None:
        for block in blocks:
            self._block(block, parent)

    def _block(self, block: Block, parent: int) -> None:
        tree = self.tree
        match block:
            case Paragraph():
                if has_text(block.runs):
                    level = self.outline.take(block)
                    tree.of[id(block)] = tree.add(f"H{level}" if level else "P", parent)
            case List(headed=True):
                self._parts(block.items, parent)
            case List():
                self._list(block.items, _numbering(block.items), parent)
            case Pairs():
                self._list(block.pairs, "None", parent)
            case Table():
                self._table(block, parent)
            case Together() | Box():
                self.blocks(block.blocks, tree.add("Div", parent))
            case Space(field=field) if field:
                tree.of[id(block)] = tree.add("Form", parent)
            case Picture():
                tree.of[id(block)] = tree.add("Figure", parent, f"/Alt{text_string(block.alt)}")

    def _parts(self, items: Iterable[Item], parent: int) -> None:
        """Parts of a text, each with its heading, to which its number belongs."""
        tree = self.tree
        for item in items:
            part = tree.add("Sect", parent)
            heading, *rest = item.isi
            self._block(heading, part)
            tree.of[id(item)] = tree.of[id(heading)]
            self.blocks(rest, part)

    def _list(self, parts: Iterable[Item | Pair], numbering: str, parent: int) -> None:
        tree = self.tree
        whole = tree.add("L", parent, f"/A<</O/List/ListNumbering/{numbering}>>")
        for part in parts:
            item = tree.add("LI", whole)
            if has_text(_label(part)):
                tree.of[id(part)] = tree.add("Lbl", item)
            self.blocks(part.isi, tree.add("LBody", item))

    def _table(self, table: Table, parent: int) -> None:
        tree = self.tree
        whole = tree.add("Table", parent, f"/A<</O/Table/Summary{text_string(table.summary)}>>")
        # A table is rows, or a head and at least one body (ISO 32000-1, table 337).
        if table.head and table.rows:
            self._rows(table.head, True, tree.add("THead", whole))
            self._rows(table.rows, False, tree.add("TBody", whole))
        else:
            self._rows(table.head, True, whole)
            self._rows(table.rows, False, whole)

    def _rows(self, rows: Sequence[Row], head: bool, parent: int) -> None:
        tree = self.tree
        lines = tree.add_all(["TR"] * len(rows), [parent] * len(rows), [""] * len(rows))
        cells = [cell for row in rows for cell in row.cells]
        above = [line for line, row in zip(lines, rows, strict=True) for _ in row.cells]
        scopes = [scope for row in rows for scope in _scopes(row, head)]
        entries = [
            _attributes(scope, cell) if scope or cell.colspan > 1 or cell.rowspan > 1 else ""
            for scope, cell in zip(scopes, cells, strict=True)
        ]
        added = tree.add_all(["TH" if scope else "TD" for scope in scopes], above, entries)
        tree.of.update(zip(map(id, cells), added, strict=True))
        marked = [(at, cell) for at, cell in zip(added, cells, strict=True) if cell.marked]
        spans = tree.add_all(["Span"] * len(marked), [at for at, _ in marked], [_MARKED] * len(marked))
        tree.marks.update((id(cell), span) for span, (_, cell) in zip(spans, marked, strict=True))


def _scopes(row: Row, head: bool) -> Sequence[str]:
    """What each cell of a row heads: its column in the head, in the heading of a section or a sum the row."""
    if head or row.kind == "isi":
        return ("Column" if head else "",) * len(row.cells)
    title = max(row.cells, key=lambda cell: cell.colspan)
    return ["Row" if cell is title else "" for cell in row.cells]


def _attributes(scope: str, cell: Cell) -> str:
    """The table attributes of a cell (14.8.5.7)."""
    columns = f"/ColSpan {cell.colspan}" if cell.colspan > 1 else ""
    rows = f"/RowSpan {cell.rowspan}" if cell.rowspan > 1 else ""
    return f"/A<</O/Table{f'/Scope/{scope}' if scope else ''}{columns}{rows}>>"


def _label(part: Item | Pair) -> Runs:
    return part.marker if isinstance(part, Item) else (*part.label, *part.colon)


def _numbering(items: Iterable[Item]) -> str:
    """How a list is numbered, by its first marker."""
    marker = next(("".join(run.text for run in item.marker).strip() for item in items), "")
    return next((name for pattern, name in _NUMBERING if pattern.match(marker)), "None")
