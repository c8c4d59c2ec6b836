"""Texts of the data arrive as they are, whatever signs they hold, and are never read as tags."""

from __future__ import annotations

import re
import unicodedata

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpu_docs.wordfile import faults
from tests.templating.making import WHOLE, filled, letterhead, opened, saved, template, texts

FORM = template(table=[["{%tr for d in diktum %}"], ["{{ d.isi }}"], ["{%tr endfor %}"]])
SIGNS = [
    "a & b <c> \"d\" 'e' &amp; &#65;",
    "satu\ndua\n\ntiga",
    "tak\N{NO-BREAK SPACE}putus 2020-2024 a-b",
    "{{ nomor }} {% for x in y %} {# z #} {{ ''.__class__ }}",
    "{_{ 7*7 }_} {_% x %_}",
    "]]> <!-- x --> <?kpu diktum?>",
    "\ue0000\ue001",
]


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_arrives(sign: str) -> None:
    made = filled(template("Awal {{ tentang }} akhir", header="{{ tentang }}"), tentang=sign)
    assert texts(made)[0] == f"Awal {sign} akhir"
    assert opened(made).sections[0].header.paragraphs[0].text == sign
    assert [fault for fault in faults(made) if fault.severity == "salah"] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n"), min_size=1).map(str.strip))
def test_any_text_arrives(text: str) -> None:
    plain = re.sub(r"[*\\]", "", text) or "x"
    made = filled(FORM, diktum=["Menetapkan.", {"teks": plain}])
    [_, second] = [row.cells[0].text for row in opened(made).tables[-1].rows]
    assert second == unicodedata.normalize("NFC", plain).strip()


def test_italics_stay_italic_in_the_look_of_the_template() -> None:
    document = letterhead(*WHOLE)
    paragraph = document.paragraphs[0].insert_paragraph_before("Tentang ")
    run = paragraph.add_run("{{ tentang|upper }} selesai")
    run.bold = True
    run.add_break(WD_BREAK.LINE)
    made = opened(filled(saved(document), tentang="Cadangan *backup* arsip"))
    first = made.paragraphs[0]
    assert first.text == "Tentang CADANGAN BACKUP ARSIP selesai\n"
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("Tentang ", None, None),
        ("CADANGAN ", True, None),
        ("BACKUP", True, True),
        (" ARSIP selesai\n", True, None),
    ]


def test_lists_and_tables_in_a_diktum_become_lines_and_tabs() -> None:
    rincian = {"teks": "Tim:", "rincian": {"Ketua": "Nama"}, "daftar": ["satu", "dua"]}
    tabel = {"teks": "Arsip:", "tabel": {"kolom": ["a", "b"], "baris": [["1", "2"]]}}
    form = template("{{ diktum[0].isi }}", "{{ diktum[1].isi }}")
    made = texts(filled(form, diktum=[rincian, tabel]))
    assert made[:2] == ["Tim:\nKetua\t:\tNama\n1.\tsatu\n2.\tdua", "Arsip:\na\tb\n1\t2"]


def test_tables_and_cells_that_a_loop_leaves_empty_are_mended() -> None:
    rows = [["{%tr for t in tembusan %}", ""], ["{{ t.penanda }}", "{{ t.isi }}"], ["{%tr endfor %}", ""]]
    made = filled(template(table=rows))
    assert all(row.cells[0].text for table in opened(made).tables for row in table.rows)
    document = letterhead(*WHOLE)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "{%p for t in tembusan %}"
    for line in ("{{ t.isi }}", "{%p endfor %}"):
        cell.add_paragraph(line)
    made = filled(saved(document))
    assert [fault for fault in faults(made) if fault.severity == "salah"] == []


def test_bookmarks_that_are_repeated_or_cut_in_two_are_mended() -> None:
    document = letterhead("{%p for d in diktum %}", "{{ d.label }}", "{%p endfor %}", *WHOLE)
    for at, name, identity in ((0, "bookmarkStart", "1"), (1, "bookmarkEnd", "1"), (1, "bookmarkStart", "2")):
        attributes = {qn("w:id"): identity, qn("w:name"): f"tanda{identity}"}
        document.paragraphs[at]._p.append(OxmlElement(f"w:{name}", attrs=attributes))
    document.paragraphs[1]._p.append(OxmlElement("w:bookmarkEnd", attrs={qn("w:id"): "2"}))
    made = filled(saved(document))
    marks = [one.get(qn("w:id")) for one in opened(made).element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]
    assert marks == ["2", "2"]
    assert [fault for fault in faults(made) if fault.severity == "salah"] == []
