"""Small templates, made with python-docx as an office would make them in Word."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph

import kpu_docs as kpu
from kpu_docs.templating import Template
from tests.building import decree

WHOLE = ("{{p pembukaan }}", "{{p diktum }}", "{{p penutup }}", "{{p lampiran }}")
NAME = "kop.docx"


def letterhead(*lines: str, table: Sequence[Sequence[str]] = (), header: str = "", footer: str = "") -> Document:
    """A document on A4 with paragraphs, then a table, a header and a footer."""
    document = docx.Document()
    lighten(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    for line in lines:
        document.add_paragraph(line)
    if table:
        made = document.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    return document


def lighten(document: Document) -> None:
    """Take out the coloured table styles of python-docx's template and its second copy of all styles: every check
    would go through them.
    """
    parts = document.part.rels
    for number in [number for number, part in parts.items() if part.reltype.endswith("/stylesWithEffects")]:
        del parts[number]
    for style in [style for style in document.styles if style.type == WD_STYLE_TYPE.TABLE and " " in style.name]:
        if style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def saved(document: Document) -> Template:
    """The document as a template that was read."""
    file = BytesIO()
    document.save(file)
    return Template(NAME, file.getvalue())


def template(*lines: str, **others: Any) -> Template:
    """Such a template; what it needs to print all of a decree comes after the lines."""
    return saved(letterhead(*lines, *WHOLE, **others))


def filled(template: Template, keputusan: kpu.Keputusan | None = None, **changes: Any) -> bytes:
    """A small decree written into a template."""
    return kpu.render_bytes(keputusan or decree(**changes), "docx", template=template)


def opened(file: bytes) -> Document:
    """The DOCX as python-docx reads it."""
    return docx.Document(BytesIO(file))


def texts(file: bytes) -> list[str]:
    """The paragraphs of the body."""
    return [paragraph.text for paragraph in opened(file).paragraphs]


def page_number(paragraph: Paragraph) -> None:
    """Put a field with the page number at the end of a paragraph."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def complaints(template: Template, **changes: Any) -> list[str]:
    """What is said about a template when a decree is written into it."""
    try:
        filled(template, **changes)
    except kpu.InputError as error:
        return [str(complaint) for complaint in error.complaints]
    return []
