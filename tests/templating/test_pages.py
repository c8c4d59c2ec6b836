"""Where our blocks meet those of a template: page breaks, tables that touch, headers of even pages."""

from __future__ import annotations

from itertools import pairwise

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from kpu_docs.templating.xml import put
from kpu_docs.wordfile import faults
from tests.building import plan
from tests.templating.making import WHOLE, filled, letterhead, opened, saved, template

ANNEX = plan({"kegiatan": "Rapat", "bulan": "3"})


def test_what_precedes_a_signature_comes_along() -> None:
    made = opened(filled(saved(letterhead(*WHOLE[:2], "Hal lain", *WHOLE[2:])))).paragraphs
    [other] = [one for one in made if one.text == "Hal lain"]
    assert other.paragraph_format.keep_with_next
    [before] = [one for one in made if one.text.startswith("KEDUA")]
    assert not before.paragraph_format.keep_with_next


def test_tables_that_would_touch_are_kept_apart() -> None:
    document = letterhead(*WHOLE[:2], "{{p tanda_tangan }}")
    document.add_table(1, 1).cell(0, 0).text = "milik kantor"
    for line in ("{{p pengesahan }}", "{{p tembusan }}"):
        document.add_paragraph(line)
    made = filled(saved(document), naskah="salinan")
    pieces = list(opened(made).iter_inner_content())
    assert not any(isinstance(a, Table) and isinstance(b, Table) for a, b in pairwise(pieces))
    assert isinstance(pieces[-1], Paragraph)
    assert [fault for fault in faults(made) if fault.severity == "salah"] == []


def test_the_section_after_the_annexes_is_what_it_was_and_begins_nothing_anew() -> None:
    document = letterhead("sampul", header="KOP")
    section = document.add_section()
    section.different_first_page_header_footer = True
    put(section._sectPr, OxmlElement("w:pgNumType", attrs={qn("w:start"): "5"}))
    for line in (*WHOLE, "akhir"):
        document.add_paragraph(line)
    cover, body, annex, rest = opened(filled(saved(document), lampiran=ANNEX)).sections
    assert [one.header.paragraphs[0].text for one in (cover, body, annex, rest)] == ["KOP", "KOP", "- 2 -", "KOP"]
    assert [one.different_first_page_header_footer for one in (body, rest)] == [True, False]
    starts = [[number.get(qn("w:start")) for number in one._sectPr.iter(qn("w:pgNumType"))] for one in (body, rest)]
    assert starts == [["5"], [None]]


def test_our_page_number_stands_on_even_pages_too() -> None:
    document = letterhead(*WHOLE, header="KOP")
    document.settings.odd_and_even_pages_header_footer = True
    annex = opened(filled(saved(document), lampiran=ANNEX)).sections[-1]
    kinds = [one.get(qn("w:type")) for one in annex._sectPr.iter(qn("w:headerReference"))]
    assert kinds == ["default", "even"]
    assert annex.even_page_header.paragraphs[0].text == "- 2 -"


def test_the_annexes_begin_after_the_pages_of_the_template_with_their_own_numbers() -> None:
    restart = [{**ANNEX[0], "nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}]
    annex = opened(filled(template(header="KOP"), lampiran=restart)).sections[-1]
    assert annex.different_first_page_header_footer
    assert annex.first_page_header.paragraphs[0].text == ""
    assert [one.get(qn("w:start")) for one in annex._sectPr.iter(qn("w:pgNumType"))] == ["1"]


def test_a_coloured_page_stays_coloured() -> None:
    document = letterhead("{{ nomor }}", *WHOLE)
    document.element.insert(0, OxmlElement("w:background", attrs={qn("w:color"): "FFFFEE"}))
    made = opened(filled(saved(document), lampiran=ANNEX))
    assert made.element[0].get(qn("w:color")) == "FFFFEE"
    assert made.paragraphs[0].text == "5 TAHUN 2026"


def test_a_template_without_page_properties_is_taken_as_word_does() -> None:
    document = letterhead(*WHOLE)
    document.element.body.remove(document.sections[0]._sectPr)
    made = opened(filled(saved(document), lampiran=ANNEX))
    assert len(made.sections) == 2
    assert made.element.body[-1].tag == qn("w:sectPr")
