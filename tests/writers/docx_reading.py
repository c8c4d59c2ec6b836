"""Reads a DOCX back: its words in the order in which the body of the document has them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def words(docx: bytes) -> list[str]:
    """The words of paragraphs and tables; a merged cell is read once, so is the head of a table that goes on on a page
    of its own; a hyphen that does not break is a hyphen.
    """
    return [word for text in _texts(Document(BytesIO(docx)).iter_inner_content()) for word in text.split()]


def _texts(pieces: Iterator[Paragraph | Table]) -> Iterator[str]:
    goes_on = False
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece.text
            goes_on = piece.paragraph_format.page_break_before is True
            continue
        for row in piece.rows:
            if goes_on and row._tr.find(".//" + qn("w:tblHeader")) is not None:
                continue
            for tc in row._tr.tc_lst:
                if tc.vMerge != "continue":
                    yield from _texts(_Cell(tc, piece).iter_inner_content())


def pictures(docx: bytes) -> list[str]:
    """What the pictures show, in their order."""
    return [str(one.get("descr")) for one in Document(BytesIO(docx)).element.body.iter(qn("wp:docPr"))]
