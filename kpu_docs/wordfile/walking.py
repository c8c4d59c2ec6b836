"""What stands in a Word file as it reads once all tracked changes are accepted: paragraphs, rows, cells, texts.

Text that is deleted or moved away is passed over, so are the properties, and the second copy of a drawing for older
programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.wordfile.equations import EQUATION, linear
from kpu_docs.wordfile.names import MC, w
from kpu_docs.wordfile.package import Element

P, TBL, TR, TC, T, SYM = w("p"), w("tbl"), w("tr"), w("tc"), w("t"), w("sym")
BOX = w("txbxContent")
LEFT_OUT = {w(name) for name in ("del", "moveFrom", "rPr", "pPr", "tcPr", "trPr", "tblPr")}
LEFT_OUT.add(f"{{{MC}}}Fallback")
"""Elements in which nothing is looked for."""

SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
"""Elements that are a sign of the text."""

_MERGE, _SPAN, _SHADE = (f"{w('tcPr')}/{w(name)}" for name in ("vMerge", "gridSpan", "shd"))
_OFF = ("0", "false", "off")
_WHITE = ("", "AUTO", "FFFFFF")
_LONGEST = 6
"""Digits from which on a number of columns is none."""


def value(node: Element | None, name: str = "val") -> str:
    """An attribute of an element of WordprocessingML, or nothing."""
    return "" if node is None else node.get(w(name), "")


def within(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for node in holder:
        if node.tag == tag:
            yield node
        elif node.tag not in LEFT_OUT:
            yield from within(node, tag)


def rows(table: Element) -> list[Element]:
    """The rows of a table but for those whose deletion is tracked."""
    return [row for row in within(table, TR) if row.find(f"{w('trPr')}/{w('del')}") is None]


def cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row, each with the column it begins at and how many it covers."""
    column = number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for cell in within(row, TC):
        span = number(cell.find(_SPAN), 1)
        yield column, span, cell
        column += span


def goes_on(cell: Element) -> bool:
    """Whether a cell is the lower part of one that begins further up."""
    merge = cell.find(_MERGE)
    return merge is not None and value(merge) != "restart"


def is_head(row: Element) -> bool:
    """Whether a row is repeated at the top of each page."""
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def is_shaded(cell: Element) -> bool:
    """Whether a cell has a fill other than white."""
    return (shade := cell.find(_SHADE)) is not None and value(shade, "fill").upper() not in _WHITE


def number(node: Element | None, default: int) -> int:
    """The number that an element holds."""
    text = value(node)
    return int(text) if text.isdecimal() and len(text) < _LONGEST else default


def boxes(paragraph: Element) -> list[Element]:
    """The text frames that hang on a paragraph."""
    return [box for box in paragraph.iter(BOX) if not any(above.tag in LEFT_OUT for above in box.iterancestors())]


def texts(node: Element) -> Iterator[tuple[str, Element]]:
    """The pieces of text in a paragraph with their elements, without those of frames in it."""
    for child in node:
        if child.tag == T:
            yield child.text or "", child
        elif child.tag == SYM:
            yield _symbol(value(child, "char")), child
        elif child.tag in SIGNS:
            yield SIGNS[child.tag], child
        elif child.tag == EQUATION:
            yield linear(child), child
        elif child.tag not in LEFT_OUT and child.tag != BOX:
            yield from texts(child)


def is_on(text: Element, name: str) -> bool:
    """Whether the run that a piece of text stands in has a property of its own, as `b` or `vanish`."""
    run = text.getparent()
    node = None if run is None else run.find(f"{w('rPr')}/{w(name)}")
    return node is not None and value(node) not in _OFF


def _symbol(code: str) -> str:
    """The sign of a font of symbols, by its code there: one for private use."""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) and not code.upper().startswith("D") else ""
