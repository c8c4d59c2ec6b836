"""The lines of a Word file and the data in it, whichever program saved it last.

What counts is the text as it stands: tracked insertions do, deletions and hidden or crossed-out text do not. Headers
and footers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kpu_docs.verifying.lines import Line, LineKind, Paper, kept, paragraph, plain
from kpu_docs.wordfile import opened
from kpu_docs.wordfile.names import DOCUMENT, MC, w
from kpu_docs.wordfile.package import Element, parsed
from kpu_docs.writers.docx.custom import NAMESPACE

_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_BOX = w("txbxContent")
_LEFT_OUT = {w(name) for name in ("del", "moveFrom", "rPr", "pPr", "tcPr", "trPr", "tblPr")}
_LEFT_OUT.add(f"{{{MC}}}Fallback")
_SIGNS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_MERGE, _SPAN, _SHADE = (f"{w('tcPr')}/{w(name)}" for name in ("vMerge", "gridSpan", "shd"))
_NOT_SAID = tuple(f"{w('rPr')}/{w(name)}" for name in ("vanish", "strike", "dstrike"))
_OFF = ("0", "false", "off")
_WHITE = ("", "AUTO", "FFFFFF")
_LONGEST = 6
"""Digits from which on a number of columns is none."""


def read(path: Path, name: str) -> Paper:
    """A Word file; `name` is what complaints call it.

    Raises:
        InputError: it is none, or not one to be opened (see `kpu_docs.wordfile`).
    """
    parts = opened(path, name)
    body = parsed(parts[DOCUMENT]).find(w("body"))
    found = [] if body is None else list(_lines(body))
    return Paper([found[at] for at in kept(found)], _data(parts), [])


def _data(parts: Mapping[str, bytes]) -> bytes | None:
    items = (parsed(part) for name, part in parts.items() if re.fullmatch(r"customXml/item\d+\.xml", name))
    return next(((item.text or "").encode() for item in items if item.tag == f"{{{NAMESPACE}}}data"), None)


def _lines(holder: Element) -> Iterator[Line]:
    """The lines in a body or a cell."""
    for node in holder:
        if node.tag == _P:
            yield from _paragraph(node)
        elif node.tag == _TBL:
            yield from _table(node)
        elif node.tag not in _LEFT_OUT:  # content controls, and insertions around paragraphs
            yield from _lines(node)


def _paragraph(node: Element) -> Iterator[Line]:
    automatic = node.find(f"{w('pPr')}/{w('numPr')}") is not None
    yield paragraph("".join(_texts(node)), automatic=automatic)
    for box in node.iter(_BOX):
        if not any(above.tag in _LEFT_OUT for above in box.iterancestors()):
            yield from _lines(box)


def _table(table: Element) -> Iterator[Line]:
    """Rows; but a table of one column is a frame around its paragraphs."""
    rows = _rows(table)
    cells = [[*_cells(row)] for row in rows]
    if all(len(row) <= 1 for row in cells):
        for row in cells:
            for _, cell in row:
                yield from _lines(cell)
        return
    heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
    for row, head in zip(cells, heads, strict=True):
        texts = ((column, _words(cell)) for column, cell in row)
        shaded = frozenset(column for column, cell in row if _is_shaded(cell))
        kind: LineKind = "paragraph" if not any(heads) else "head" if head else "row"
        yield Line(tuple((column, words) for column, words in texts if words), kind, shaded)


def _is_shaded(cell: Element) -> bool:
    shade = cell.find(_SHADE)
    return shade is not None and shade.get(w("fill"), "").upper() not in _WHITE


def _rows(table: Element) -> list[Element]:
    """The rows of a table but for those whose deletion is tracked."""
    return [row for row in _within(table, _TR) if row.find(f"{w('trPr')}/{w('del')}") is None]


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row with the column each begins at, but for those that go on from above."""
    column = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for cell in _within(row, _TC):
        merge = cell.find(_MERGE)
        if merge is None or merge.get(w("val")) == "restart":
            yield column, cell
        column += _number(cell.find(_SPAN), 1)


def _within(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for node in holder:
        if node.tag == tag:
            yield node
        elif node.tag not in _LEFT_OUT:
            yield from _within(node, tag)


def _number(node: Element | None, default: int) -> int:
    text = "" if node is None else node.get(w("val"), "")
    return int(text) if text.isdecimal() and len(text) < _LONGEST else default


def _words(cell: Element) -> str:
    return plain(" ".join("".join(_texts(node)) for node in cell.iter(_P)))


def _texts(node: Element) -> Iterator[str]:
    """The pieces of text in a paragraph, without those of frames in it."""
    for child in node:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != _BOX and not _unsaid(child):
            yield from _texts(child)


def _unsaid(run: Element) -> bool:
    """Whether a run is hidden or crossed out."""
    marks = (run.find(mark) for mark in _NOT_SAID)
    return any(mark is not None and mark.get(w("val")) not in _OFF for mark in marks)
