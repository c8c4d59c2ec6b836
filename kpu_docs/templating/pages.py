"""The pages of a template: how large they are where a part stands, and how the annexes get pages of their own there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from kpu_docs.blocks import Margins
from kpu_docs.layout.columns import MM
from kpu_docs.tata_naskah.values import LEAST_TEXT
from kpu_docs.templating.xml import above, child, put, value
from kpu_docs.wordfile.fields import instructions
from kpu_docs.wordfile.names import DOCUMENT, OFFICE, w
from kpu_docs.wordfile.package import Element, number, parsed, relations

_P, _TBL, _SECT, _PPR = w("p"), w("tbl"), w("sectPr"), w("pPr")
_SHOWN = tuple(map(w, ("t", "drawing", "pict", "object", "br", "sym", "fldChar", "fldSimple")))
_BLOCKS = (_P, _TBL, w("sdt"))
_REFERENCES = (w("headerReference"), w("footerReference"))
_ID = f"{{{OFFICE}}}id"
_MM = MM * 20
"""Twips in a millimetre."""

_LETTER = {"w": 12240, "h": 15840}
_INCH = 1440


def size(section: Element) -> tuple[float, float, Margins]:
    """Width, height and margins of the pages of a section (mm); what it does not say is as in Word."""

    def mm(name: str, key: str, usual: int) -> float:
        return abs(number(value(section, name, key), usual)) / _MM

    left = mm("pgMar", "left", _INCH) + mm("pgMar", "gutter", 0)
    margins = Margins(left, mm("pgMar", "right", _INCH), mm("pgMar", "top", _INCH), mm("pgMar", "bottom", _INCH))
    return mm("pgSz", "w", _LETTER["w"]), mm("pgSz", "h", _LETTER["h"]), margins


def section_at(element: Element) -> Element:
    """The properties of the section in which a child of the body stands."""
    for later in (element, *element.itersiblings()):
        if (found := _ending(later)) is not None:
            return found
    return _final(above(element))


def unfit(paragraph: Element) -> str:
    """Why a whole part cannot stand where that paragraph does."""
    section = section_at(paragraph)
    width, _, margins = size(section)
    if value(section, "cols", "num") not in ("", "1"):
        return "bagian utuh tidak dapat berdiri di halaman berkolom; atur bagian (section) ini menjadi satu kolom"
    if width - margins.left - margins.right < LEAST_TEXT:
        return f"halaman di sini menyisakan kurang dari {LEAST_TEXT} mm bagi teks; perkecil pinggirnya"
    return ""


def insert(mark: Element, elements: list[Element], *, attached: bool) -> None:
    """Put elements where a mark stands in the body; `attached` ones are never alone on a page."""
    before, after = mark.getprevious(), mark.getnext()
    if attached and elements and before is not None:
        _keep(before)
    if before is not None and before.tag == _TBL and elements and elements[0].tag == _TBL:
        elements = [_narrow(), *elements]
    if after is not None and after.tag == _TBL and elements and elements[-1].tag == _TBL:
        elements = [*elements, _narrow()]
    for element in elements:
        mark.addprevious(element)
    above(mark).remove(mark)


def insert_sections(mark: Element, pieces: list[tuple[list[Element], Element]], parts: Mapping[str, bytes]) -> None:
    """Put annexes, each with the properties of its section, where a mark stands in the body.

    What stands before keeps its pages; what follows goes on in the section that it was in. The annexes go on with the
    header and footer of the template where these bear page numbers.
    """
    if not pieces:
        above(mark).remove(mark)
        return
    own = section_at(mark)
    holder = above(own)
    references = _in_force(own)
    if any(_numbered(parts, reference) for reference in references.values()):
        for _, section in pieces:
            _inherit(section)
    elif "evenAndOddHeaders" in parts.get("word/settings.xml", b"").decode("utf-8", "replace"):
        for _, section in pieces:
            _on_even_pages(section)
    rest = [*_until_section_ends(mark)]
    ends = not any(map(_shows, rest))
    if (before := _content_before(mark)) is not None:
        _end_section(before, deepcopy(own))
    for at, (elements, section) in enumerate(pieces):
        for element in elements:
            mark.addprevious(element)
        if at == len(pieces) - 1 and ends and holder.tag != _PPR:
            holder.replace(own, section)
        else:
            _end_section(mark.getprevious(), section)
    if ends:
        for element in rest:
            if element.tag == _P:
                above(element).remove(element)
    else:
        _go_on(own, references)
    above(mark).remove(mark)


def end_with_paragraph(text: Element) -> None:
    """Word wants a paragraph after a table at the very end."""
    body = text.find(w("body"))
    assert body is not None, "a template has a body"
    final = _final(body)
    last = final.getprevious()
    if last is None or last.tag == _TBL:
        final.addprevious(_narrow())


def _final(body: Element) -> Element:
    """The section that ends with the body."""
    found = body.find(_SECT)
    return etree.SubElement(body, _SECT) if found is None else found


def _ending(element: Element) -> Element | None:
    """The section that ends with a child of the body: with its last paragraph, or with the body."""
    return element if element.tag == _SECT else element.find(f"{_PPR}/{_SECT}") if element.tag == _P else None


def _until_section_ends(mark: Element) -> Iterator[Element]:
    for later in mark.itersiblings():
        if later.tag == _SECT:
            return
        yield later
        if _ending(later) is not None:
            return


def _content_before(mark: Element) -> Element | None:
    """What precedes a mark in its section, if anything does."""
    before = mark.getprevious()
    return before if before is not None and _ending(before) is None else None


def _shows(element: Element) -> bool:
    if element.tag not in _BLOCKS:
        return isinstance(element, etree._ProcessingInstruction)
    return element.tag != _P or any(one.tag != w("t") or (one.text or "").strip() for one in element.iter(*_SHOWN))


def _end_section(last: Element | None, section: Element) -> None:
    """Let a section end with that child of the body, or with a paragraph after it."""
    assert last is not None, "something stands before"
    if last.tag != _P or _ending(last) is not None:
        narrow = _narrow()
        last.addnext(narrow)
        last = narrow
    put(child(last, "pPr"), section)


def _in_force(section: Element) -> dict[tuple[str, str], Element]:
    """The headers and footers of a section, those that it takes over from earlier ones included."""
    found: dict[tuple[str, str], Element] = {}
    for one in section.getroottree().getroot().iter(_SECT):
        found |= {(str(item.tag), item.get(w("type"), "default")): item for item in one.iter(*_REFERENCES)}
        if one is section:
            break
    return found


def _numbered(parts: Mapping[str, bytes], reference: Element) -> bool:
    """Whether a header or footer of usual pages bears the page number."""
    target = next((one.target for one in relations(parts, DOCUMENT) if one.id == reference.get(_ID)), "")
    usual = reference.get(w("type"), "default") == "default"
    return (
        usual and target in parts and any(re.search(r"\bPAGE\b", text) for text in instructions(parsed(parts[target])))
    )


def _inherit(section: Element) -> None:
    for reference in [*section.iter(*_REFERENCES)]:
        if reference.get(w("type")) == "default":
            section.remove(reference)


def _on_even_pages(section: Element) -> None:
    for reference in [*section.iter(*_REFERENCES)]:
        if reference.get(w("type")) == "default":
            even = deepcopy(reference)
            even.set(w("type"), "even")
            reference.addnext(even)


def _go_on(section: Element, references: Mapping[tuple[str, str], Element]) -> None:
    """A section after the annexes is still what it was before them, and begins nothing anew."""
    for reference in [*section.iter(*_REFERENCES)]:
        section.remove(reference)
    for at, reference in enumerate(references.values()):
        section.insert(at, deepcopy(reference))
    if (first := section.find(w("titlePg"))) is not None:
        section.remove(first)
    if (numbers := section.find(w("pgNumType"))) is not None:
        numbers.attrib.pop(w("start"), "")


def _keep(element: Element) -> None:
    """Keep a paragraph or the last row of a table on the page of what follows, with what an empty one stands below."""
    above = element.getprevious()
    if element.tag == _P and element.find(w("r")) is None and above is not None:
        _keep(above)
    last = [*element.iter(w("tr"))][-1:] if element.tag == _TBL else [element]
    for paragraph in (paragraph for one in last for paragraph in one.iter(_P)):
        child(child(paragraph, "pPr"), "keepNext")


def _narrow() -> Element:
    paragraph = etree.Element(_P)
    child(child(paragraph, "pPr"), "spacing", before=0, after=0, line=20, lineRule="exact")
    return paragraph
