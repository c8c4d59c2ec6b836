"""The lines of a Word file and the data in it, whichever program saved it last.

What counts is the text as it stands: tracked insertions do, deletions and hidden or crossed-out text do not. Headers
and footers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kpu_docs.verifying.lines import Line, LineKind, Paper, kept, paragraph, plain
from kpu_docs.wordfile import opened, walking
from kpu_docs.wordfile.names import DOCUMENT, w
from kpu_docs.wordfile.package import Element, parsed
from kpu_docs.writers.docx.custom import DATA, NAMESPACE

_UNSAID = ("vanish", "strike", "dstrike")
"""Properties of hidden or crossed-out text."""


def read(path: Path, name: str) -> Paper:
    """A Word file; `name` is what complaints call it.

    Raises:
        InputError: it is none, or not one to be opened (see `kpu_docs.wordfile`).
    """
    parts = opened(path, name)
    body = parsed(parts[DOCUMENT]).find(w("body"))
    found = [] if body is None else list(_lines(body))
    return Paper([found[at] for at in kept(found)], held(parts, DATA), [])


def held(parts: Mapping[str, bytes], name: str) -> bytes | None:
    """The text that a file holds under that name (see `kpu_docs.writers.docx.custom`); None where it does not."""
    items = (parsed(part) for item, part in parts.items() if re.fullmatch(r"customXml/item\d+\.xml", item))
    return next(((item.text or "").encode() for item in items if item.tag == f"{{{NAMESPACE}}}{name}"), None)


def _lines(holder: Element) -> Iterator[Line]:
    """The lines in a body or a cell."""
    for node in holder:
        if node.tag == walking.P:
            yield from _paragraph(node)
        elif node.tag == walking.TBL:
            yield from _table(node)
        elif node.tag not in walking.LEFT_OUT:  # content controls, and insertions around paragraphs
            yield from _lines(node)


def _paragraph(node: Element) -> Iterator[Line]:
    automatic = node.find(f"{w('pPr')}/{w('numPr')}") is not None
    yield paragraph(_text(node), automatic=automatic)
    for box in walking.boxes(node):
        yield from _lines(box)


def _table(table: Element) -> Iterator[Line]:
    """Rows; but a table of one column is a frame around its paragraphs."""
    rows = walking.rows(table)
    cells = [[(at, cell) for at, _, cell in walking.cells(row) if not walking.goes_on(cell)] for row in rows]
    if all(len(row) <= 1 for row in cells):
        for row in cells:
            for _, cell in row:
                yield from _lines(cell)
        return
    heads = [walking.is_head(row) for row in rows]
    for row, head in zip(cells, heads, strict=True):
        texts = ((column, plain(" ".join(map(_text, cell.iter(walking.P))))) for column, cell in row)
        shaded = frozenset(column for column, cell in row if walking.is_shaded(cell))
        kind: LineKind = "paragraph" if not any(heads) else "head" if head else "row"
        yield Line(tuple((column, words) for column, words in texts if words), kind, shaded)


def _text(node: Element) -> str:
    return "".join(text for text, sign in walking.texts(node) if not any(walking.is_on(sign, name) for name in _UNSAID))
