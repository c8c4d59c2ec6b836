"""Our own DOCX of the parts that a template wants, in the pieces that go where its tags stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from lxml import etree

from kpu_docs.blocks import Document, Section, Together
from kpu_docs.layout.columns import Columns
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.templating.names import LAMPIRAN, PARTS
from kpu_docs.templating.pages import size
from kpu_docs.templating.pieces import pieces
from kpu_docs.wordfile.names import DOCUMENT, w
from kpu_docs.wordfile.package import Element, parsed
from kpu_docs.writers.docx import write
from kpu_docs.writers.docx.package import column_styles, style_id


class Piece(NamedTuple):
    """A section of our DOCX: what it holds, and the properties of its pages."""

    elements: list[Element]
    section: Element


class Ours(NamedTuple):
    """Our DOCX of the parts that a template wants: its package, its sections, which parts are never alone on a page,
    and the styles whose columns a long label has moved.
    """

    package: Mapping[str, bytes]
    pieces: Mapping[str, list[Piece]]
    attached: frozenset[str]
    moved: frozenset[str]


def made(document: Document, rules: TataNaskah, places: Mapping[str, Element], options: Mapping[str, Any]) -> Ours:
    """The parts made by the DOCX writer for the pages they come to stand on, each as a section of its own."""
    body, *annexes = document.sections
    held = pieces(body)
    blocks = {name: tuple(block for piece in PARTS[name] for block in held.get(piece, ())) for name in places}
    wanted = [replace(body, blocks=())]  # the first section is treated its own way
    names = [""]
    for name, place in places.items():
        wanted += annexes if name == LAMPIRAN else [Section(blocks[name], *size(place), ())]
        names += [name] * (len(wanted) - len(names))
    split = replace(document, sections=tuple(wanted))
    with zipfile.ZipFile(io.BytesIO(write(split, rules, **options))) as archive:
        package = {name: archive.read(name) for name in archive.namelist()}
    found: dict[str, list[Piece]] = {name: [] for name in names}
    for name, piece in zip(names, _cut(parsed(package.pop(DOCUMENT))[0]), strict=True):
        found[name].append(piece)
    attached = (name for name, part in blocks.items() if part and isinstance(part[0], Together) and part[0].attached)
    return Ours(package, found, frozenset(attached), _moved(split, rules))


def _cut(body: Element) -> Iterator[Piece]:
    """The sections of a text of ours, which is used up."""
    elements: list[Element] = []
    while len(body):
        element = _alone(body[0])
        del body[0]
        if element.tag == w("sectPr"):
            yield Piece(elements, element)
            return
        elements.append(element)
        properties = element.find(w("pPr"))
        section = properties.find(w("sectPr")) if properties is not None else None
        if properties is not None and section is not None:
            properties.remove(section)
            yield Piece(elements, section)
            elements = []


def _alone(element: Element) -> Element:
    """The element as a tree of its own.

    To move one whose namespaces are declared in another tree takes lxml a time that grows with the square of its size.
    """
    return parsed(etree.tostring(element))


def _moved(document: Document, rules: TataNaskah) -> frozenset[str]:
    """The styles of the columns, if a long label moves these: then a template's columns do not fit."""
    columns = Columns.of(document, rules)
    if columns == Columns.of(replace(document, sections=()), rules):
        return frozenset()
    return frozenset(style_id(name) for _, name in column_styles(columns, rules))
