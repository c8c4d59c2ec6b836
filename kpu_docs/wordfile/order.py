"""Elements in the wrong order, twice, or where they may not stand: the commonest cause of an unreadable file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kpu_docs.wordfile.faults import Fault, Severity, fault
from kpu_docs.wordfile.names import W, split, w
from kpu_docs.wordfile.package import Element
from kpu_docs.wordfile.schema import BORNE, CONTENTS, FIRST, LOOSE, PARAGRAPH_LAST, RANGES, REPEATED, SEQUENCES


def order_faults(part: str, root: Element) -> Iterator[Fault]:
    """Faults in the order and the place of the elements of WordprocessingML in a part."""
    for element in root.iter(f"{{{W}}}*"):
        _, name = split(str(element.tag))
        if name in SEQUENCES or name in LOOSE:
            yield from _sequence(part, name, element)
        if name in CONTENTS:
            yield from _contents(part, name, element)
        # A footnote in the settings only names one.
        if name in PARAGRAPH_LAST and not part.endswith("settings.xml"):
            yield from _last(part, name, element)
    yield from _sections(part, root)


def _own(element: Element) -> list[tuple[str, Element]]:
    """The children that are WordprocessingML, with their names."""
    start = f"{{{W}}}"
    return [
        (str(child.tag)[len(start) :], child)
        for child in element
        if isinstance(child.tag, str) and child.tag.startswith(start)
    ]


@cache
def _places(name: str) -> tuple[dict[str, int], Severity]:
    """The place of each child, and how bad another order is."""
    table = SEQUENCES if name in SEQUENCES else LOOSE
    places = {child: at for at, group in enumerate(table[name].split()) for child in group.split("|")}
    return places, "salah" if name in SEQUENCES else "periksa"


def _sequence(part: str, name: str, element: Element) -> Iterator[Fault]:
    places, severity = _places(name)
    before, seen, told = "", set[str](), False
    for child, node in _own(element):
        if child not in places:
            yield fault("tempat", part, node, f"<w:{child}> tidak boleh berada di dalam <w:{name}>")
            continue
        if child in seen and child not in REPEATED:
            yield fault("ganda", part, node, f"<w:{child}> ada dua di dalam <w:{name}>")
        if before and places[child] < places[before] and not told:
            told = True
            message = f"<w:{child}> harus berada sebelum <w:{before}> di dalam <w:{name}>"
            yield fault("urutan", part, node, message, "periksa" if before in BORNE else severity)
        before = child
        seen.add(child)


def _contents(part: str, name: str, element: Element) -> Iterator[Fault]:
    allowed, first = _allowed(name), FIRST.get(name, ())
    reached = 0
    for child, node in _own(element):
        if child not in allowed:
            yield fault("tempat", part, node, f"<w:{child}> tidak boleh berada di dalam <w:{name}>")
        elif child in first:
            if first.index(child) < reached:
                yield fault("urutan", part, node, f"<w:{child}> harus berada di awal <w:{name}>, dan hanya satu")
            reached = first.index(child) + 1
        elif child not in RANGES:
            reached = len(first) + 1
    if name == "tbl":
        missing = [child for child in first if element.find(w(child)) is None]
        yield from (fault("kisi", part, element, f"tabel ini tanpa <w:{child}>") for child in missing)


@cache
def _allowed(name: str) -> frozenset[str]:
    return frozenset(CONTENTS[name].split())


def lacks_paragraph(element: Element) -> bool:
    """Whether one of `PARAGRAPH_LAST` ends with a table, or holds nothing although it is no body."""
    blocks = [child for child, _ in _own(element) if child in ("p", "tbl", "sdt", "customXml", "altChunk")]
    return blocks[-1] == "tbl" if blocks else element.tag != w("body")


def _last(part: str, name: str, element: Element) -> Iterator[Fault]:
    if lacks_paragraph(element):
        yield fault(
            "paragraf_akhir", part, element, f"<w:{name}> harus berakhir dengan sebuah paragraf", PARAGRAPH_LAST[name]
        )


def _sections(part: str, root: Element) -> Iterator[Fault]:
    """Properties of sections stand in a paragraph of the body, or at its very end."""
    for section in root.iter(w("sectPr")):
        parent = section.getparent()
        if parent is None:
            continue
        if parent.tag == w("body"):
            if section.getnext() is not None:
                yield fault("bagian", part, section, "<w:sectPr> harus menjadi isi terakhir <w:body>, dan hanya satu")
        elif parent.tag == w("pPr"):
            holder = parent.getparent()
            within = holder.getparent() if holder is not None else None
            if within is None or within.tag not in (w("body"), w("sdtContent"), w("customXml")):
                yield fault("bagian", part, section, "<w:sectPr> berada di dalam tabel, kepala, atau kotak teks")
        yield from _references(part, section)


def _references(part: str, section: Element) -> Iterator[Fault]:
    seen = set[tuple[str, str]]()
    for kind in ("headerReference", "footerReference"):
        for reference in section.iterchildren(w(kind)):
            key = (kind, reference.get(w("type"), ""))
            if key in seen:
                yield fault("bagian", part, section, f'dua <w:{kind}> berjenis "{key[1]}" dalam satu bagian')
            seen.add(key)
