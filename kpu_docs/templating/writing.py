"""A decree in somebody's template: its fields filled, our own blocks where whole parts stand."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2.exceptions import TemplateError, UndefinedError
from lxml import etree

from kpu_docs.archive import zipped
from kpu_docs.blocks import Document
from kpu_docs.complaints import InputError
from kpu_docs.compose.page import Page
from kpu_docs.templating import pages
from kpu_docs.templating.carrying import Carrier
from kpu_docs.templating.fields import fields
from kpu_docs.templating.filling import fill
from kpu_docs.templating.losing import refuse_losses
from kpu_docs.templating.mending import mend
from kpu_docs.templating.names import LAMPIRAN, PARTS
from kpu_docs.templating.ours import Ours, made
from kpu_docs.templating.pieces import refuse_several
from kpu_docs.templating.reading import MARK, STYLES, Prepared, Template, complaint, prepared
from kpu_docs.templating.sandbox import RUN, Run, TooMuch
from kpu_docs.templating.styles import Styles, compatibility, indent_by_rule
from kpu_docs.templating.tags import Spot, Wrong
from kpu_docs.wordfile.names import DOCUMENT
from kpu_docs.wordfile.package import Element, parsed, serialized

_TABLES_BY_RULE = 15
"""The compatibilityMode from which on Word indents the rule of a table, not the text of its first cell."""


def write(template: Template, document: Document, page: Page, **options: Any) -> bytes:
    """The decree of `page`, or the `document` that a petikan holds of it, as a DOCX made from a template.

    `options` are those of the DOCX writer. Equal templates and decrees give equal bytes.

    Raises:
        InputError: the template is refused, cannot be filled, or would not print all of the data.
    """
    ready = prepared(template)
    parts = dict(ready.package)
    refuse_several(document)
    values = fields(document, page)
    trees = {name: _filled(template, ready, name, values) for name in ready.compiled}
    text = trees.pop(DOCUMENT, None)
    text = parsed(parts[DOCUMENT]) if text is None else text
    parts |= {name: serialized(root) for name, root in trees.items()}
    marks = _marks(template, text)
    places = {name: pages.section_at(mark) for name, mark in marks.items()}
    ours = made(document, page.tata_naskah, places, options)
    carrier = Carrier(ours.package, parts)
    _graft(marks, ours, carrier, text)
    carrier.bring_data()
    carrier.properties()
    done = carrier.finished() | {DOCUMENT: serialized(text)}
    refuse_losses(template, document, page.keputusan, marks, [text, *trees.values()])
    return zipped(done)


def _filled(template: Template, ready: Prepared, name: str, values: Mapping[str, Any]) -> Element:
    """A part of the template with its fields filled."""
    compiled, spots = ready.compiled[name]
    run = Run()
    pieces = []
    try:
        for piece in compiled.generate({**values, RUN: run}):
            run.grow(len(piece))
            pieces.append(piece)
        root = etree.fromstring("".join(pieces).encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (
        TooMuch,
        TemplateError,
        etree.XMLSyntaxError,
        RecursionError,
        TypeError,
        ValueError,
        ArithmeticError,
    ) as error:
        raise InputError(complaint(template, Wrong(_spot(error, spots), _message(error)))) from None
    fill(root, run.values)
    mend(root)
    return root


def _message(error: BaseException) -> str:
    if isinstance(error, TooMuch):
        return str(error)
    if isinstance(error, UndefinedError):
        return "butir yang disebut di sini tidak ada di Keputusan ini"
    return "tag di sini tidak dapat diisi; periksa penulisannya"


def _spot(error: BaseException, spots: Sequence[Spot]) -> Spot:
    """The place of the tag in which an error occurred."""
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if "__jinja_exception__" in frame.f_globals]
    at = lines[-1] - 2 if lines else -1
    return spots[at] if 0 <= at < len(spots) else Spot("", "")


def _marks(template: Template, text: Element) -> dict[str, Element]:
    """Where each whole part goes."""
    found: dict[str, Element] = {}
    for mark in text.iter(etree.ProcessingInstruction):
        name = mark.text or ""
        if getattr(mark, "target", "") == MARK and name in PARTS:
            if name in found:
                message = (
                    "bagian utuh ini tercetak lebih dari sekali; hapus salah satunya, atau keluarkan dari perulangan"
                )
                raise InputError(complaint(template, Wrong(Spot("", ""), message, f"{{{{p {name} }}}}")))
            found[name] = mark
    return found


def _graft(marks: Mapping[str, Element], ours: Ours, carrier: Carrier, text: Element) -> None:
    """Put our parts where their marks stand, dressed in the styles of the template."""
    elements = [element for held in ours.pieces.values() for piece in held for element in piece.elements]
    if compatibility(carrier.parts.get("word/settings.xml")) >= _TABLES_BY_RULE:
        indent_by_rule(elements, parsed(ours.package[STYLES]))
    styles = parsed(carrier.parts[STYLES])
    Styles(styles, parsed(ours.package[STYLES])).dress(elements, ours.moved)
    carrier.parts[STYLES] = serialized(styles)
    carrier.bring([*elements, *(piece.section for piece in ours.pieces.get(LAMPIRAN, ()))])
    carrier.renumber(elements, text)
    for name, mark in marks.items():
        if name != LAMPIRAN:
            [piece] = ours.pieces[name]
            pages.insert(mark, piece.elements, attached=name in ours.attached)
    if LAMPIRAN in marks:
        pages.insert_sections(marks[LAMPIRAN], [*ours.pieces.get(LAMPIRAN, ())], carrier.parts)
    pages.end_with_paragraph(text)
