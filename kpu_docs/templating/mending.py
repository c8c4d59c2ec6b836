"""What Word would not open, put right where it can be: left behind by a loop or a condition, or by another program."""

from __future__ import annotations

from lxml import etree

from kpu_docs.templating.xml import above
from kpu_docs.wordfile.names import WP, w
from kpu_docs.wordfile.order import lacks_paragraph
from kpu_docs.wordfile.package import Element

_HOLDERS = tuple(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")))
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PARAGRAPHS = (f"{{{_W14}}}paraId", f"{{{_W14}}}textId")
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


def mend(root: Element) -> None:
    """Tables without rows go, cells without a paragraph get an empty one, what was repeated gets ids of its own, what
    was cut in two goes.
    """
    for table in [*root.iter(w("tbl"))]:
        if table.find(f".//{w('tr')}") is None:
            above(table).remove(table)
    for holder in root.iter(*_HOLDERS):
        if lacks_paragraph(holder):
            holder.append(etree.Element(w("p")))
    _renumber(root)


def _renumber(root: Element) -> None:
    seen: set[tuple[str, str]] = set()
    for paragraph in root.iter(w("p")):
        for key in _PARAGRAPHS:
            if (key, identity := paragraph.get(key, "")) in seen:
                del paragraph.attrib[key]
            elif identity:
                seen.add((key, identity))
    starts, ends = ({mark.get(w("id")) for mark in root.iter(tag)} for tag in _BOOKMARKS)
    for mark in [*root.iter(*_BOOKMARKS)]:
        if (mark.tag, identity := mark.get(w("id"), "")) in seen or identity not in starts & ends:
            above(mark).remove(mark)
        seen.add((str(mark.tag), identity))
    drawings = [*root.iter(f"{{{WP}}}docPr")]
    if len({drawing.get("id") for drawing in drawings}) < len(drawings):
        for number, drawing in enumerate(drawings, start=1):
            drawing.set("id", str(number))
