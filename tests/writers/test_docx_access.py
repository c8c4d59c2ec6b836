"""A Word file for everybody: headings that programs know, heads of tables, language, title, words for pictures.

Each rule looks at every example and is shown a file that breaks it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

import kpu_docs as kpu
from kpu_docs import tata_naskah
from tests.writers import docx_reading, pdf_reading, tables

ROOT = Path(__file__).parents[2]
DECREES = {file.parent.name: file for file in sorted(ROOT.glob("examples/*/keputusan.yaml"))}
DECREES |= {file.stem: file for file in sorted(ROOT.glob("tests/sentinels/keputusan/*.yaml"))}

each_decree = pytest.mark.parametrize("name", DECREES)


@cache
def made(name: str, format: str) -> bytes:
    return kpu.render_bytes(kpu.load(DECREES[name]), format)


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def level(paragraph: Any) -> int | None:
    """The outline level (from 1) of a paragraph: its own, or that of its style or one this is based on."""
    holders = [paragraph._p]
    style = paragraph.style
    while style is not None:
        holders.append(style.element)
        style = style.base_style
    levels = (holder.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") for holder in holders)
    return next((int(found.get(qn("w:val"))) + 1 for found in levels if found is not None), None)


def headings_are_real(name: str, data: bytes) -> Iterator[str]:
    """Word's navigation and screen readers know headings by their level: the same as in the PDF, none left out."""
    paragraphs = [(level(one), one) for one in opened(data).paragraphs]
    found = [(step, " ".join(one.text.split())) for step, one in paragraphs if step]
    elements = pdf_reading.tree(pdf_reading.opened(made(name, "pdf"))).find("H1", "H2", "H3", "H4", "H5", "H6")
    wanted = [(int(one.tag[1]), " ".join(one.text.replace("\u00a0", " ").split())) for one in elements]
    if [(step, text.replace("\u00a0", " ")) for step, text in found] != wanted:
        yield f"headings {found} instead of {wanted}"
    yield from (
        f"{after} after {before}" for before, after in pairwise([0, *(step for step, _ in found)]) if after > before + 1
    )


def heads_of_tables_are_marked(name: str, data: bytes) -> Iterator[str]:
    """Every table of data has a head of rows that repeat, from its first row on, and a description."""
    for table in opened(data).element.body.iter(qn("w:tbl")):
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        if style is None:
            continue  # columns of text, a frame
        rows = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.findall(qn("w:tr"))]
        if not rows[0] or rows != sorted(rows, reverse=True):
            yield f"rows that are heads: {rows}"
        described = table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}")
        if described is None or not described.get(qn("w:val")):
            yield "a table without a description"


def tables_are_those_of_the_pdf(name: str, data: bytes) -> Iterator[str]:
    """The same cells over the same columns and rows, with the same marks, and heads as high as there."""
    shade = tata_naskah.of(kpu.load(DECREES[name])).tabel.arsiran
    ours, theirs = tables.from_docx(data, shade), tables.from_pdf(made(name, "pdf"))
    if [plain(sheet) for sheet in ours] != [plain(sheet) for sheet in theirs]:
        yield "other tables"
    for sheet in ours:
        try:
            sheet.placed()
        except AssertionError as error:
            yield str(error)


def plain(sheet: tables.Sheet) -> tuple[int, list[list[tables.Spot]]]:
    rows = [[replace(spot, text=words(spot.text), heads=False) for spot in row] for row in sheet.rows]
    return sheet.head, rows


def words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").replace("\u2011", "-").split())


def the_language_is_said(name: str, data: bytes) -> Iterator[str]:
    """Of all text, and in the properties."""
    word = opened(data)
    defaults = word.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    said = defaults.get(qn("w:val")) if defaults is not None else None
    others = {one.get(qn("w:val")) for one in word.element.body.iter(qn("w:lang"))} - {"id-ID"}
    if (said, word.core_properties.language) != ("id-ID", "id-ID") or others:
        yield f"language {said}, {word.core_properties.language}, {others}"


def the_title_is_said(name: str, data: bytes) -> Iterator[str]:
    """In the properties, as in the PDF."""
    title = opened(data).core_properties.title
    pdf = pdf_reading.opened(made(name, "pdf"))
    if not title or title != str(pdf.docinfo["/Title"]):
        yield f"title {title!r}"


def pictures_are_described(name: str, data: bytes) -> Iterator[str]:
    """In words, as in the PDF."""
    found = docx_reading.pictures(data)
    if found != pdf_reading.pictures(made(name, "pdf")) or not all(found):
        yield f"pictures {found}"


Rule = Callable[[str, bytes], Iterator[str]]
RULES: tuple[Rule, ...] = (
    headings_are_real,
    heads_of_tables_are_marked,
    tables_are_those_of_the_pdf,
    the_language_is_said,
    the_title_is_said,
    pictures_are_described,
)


@each_decree
def test_every_decree_keeps_every_rule(name: str) -> None:
    data = made(name, "docx")
    assert {rule.__name__: found for rule in RULES if (found := list(rule(name, data)))} == {}


@each_decree
def test_the_tables_of_the_page_are_those_of_the_pdf(name: str) -> None:
    page, pdf = tables.from_html(made(name, "html")), tables.from_pdf(made(name, "pdf"))
    assert [plain(sheet) for sheet in page] == [plain(sheet) for sheet in pdf]
    for sheet in (*page, *pdf):
        sheet.placed()


TEXT, STYLES, PROPERTIES = "word/document.xml", "word/styles.xml", "docProps/core.xml"
RESTART = '<w:vMerge w:val="restart"/>'
SPOILED: dict[str, tuple[Rule, str, str, str, str]] = {
    "a heading that is none": (headings_are_real, "naskah_contoh", TEXT, "KPUBab", "KPUIsi"),
    "a heading of no level": (headings_are_real, "naskah_contoh", STYLES, "w:outlineLvl", "w:suppressLines"),
    "a head that does not repeat": (heads_of_tables_are_marked, "tabel_contoh", TEXT, "<w:tblHeader/>", ""),
    "a table without words": (heads_of_tables_are_marked, "tabel_contoh", TEXT, "w:tblDescription", "w:x"),
    "a mark that is lost": (tables_are_those_of_the_pdf, "kabupaten_contoh", TEXT, "A6A6A6", "FFFFFF"),
    "another span": (tables_are_those_of_the_pdf, "kabupaten_contoh", TEXT, RESTART, ""),
    "another language": (the_language_is_said, "tim_contoh", STYLES, '"id-ID"', '"en-US"'),
    "properties without a language": (the_language_is_said, "tim_contoh", PROPERTIES, "id-ID", ""),
    "no title": (the_title_is_said, "tim_contoh", PROPERTIES, "Keputusan", ""),
    "a picture without words": (pictures_are_described, "naskah_contoh", TEXT, "descr=", "title="),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_spoiled_file_is_seen(case: str) -> None:
    rule, name, part, old, new = SPOILED[case]
    spoiled = changed(made(name, "docx"), part, old, new)
    assert list(rule(name, made(name, "docx"))) == []
    assert list(rule(name, spoiled)) != []


def test_every_rule_has_been_shown_a_file_that_breaks_it() -> None:
    assert {rule for rule, *_ in SPOILED.values()} == set(RULES)


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The package with some text of a part replaced the first time it occurs."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as written:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            written.writestr(name, content)
    return out.getvalue()
