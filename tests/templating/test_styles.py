"""Our blocks wear the styles of a template: its own by name, ours where it has none."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import unescape

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

import kpu_docs as kpu
from kpu_docs.embedding import data_of
from kpu_docs.templating import Template
from kpu_docs.templating.starting import starter
from kpu_docs.wordfile import faults
from kpu_docs.wordfile.names import WP
from kpu_docs.wordfile.opening import unpacked
from tests.building import decree, plan
from tests.templating.making import WHOLE, filled, letterhead, opened, saved, template

EXAMPLE = Path(__file__).parents[2] / "examples" / "naskah_contoh" / "keputusan.yaml"
ANNEX = plan({"kegiatan": "Rapat", "bulan": "3"})


def test_a_style_of_the_template_wins() -> None:
    document = letterhead(*WHOLE)
    style = document.styles.add_style("KPU Judul", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), "JudulKantor")
    style.font.color.rgb = RGBColor(200, 0, 0)
    other = document.styles.add_style("Lain", WD_STYLE_TYPE.PARAGRAPH)
    other.element.set(qn("w:styleId"), "KPUIsi")
    made = opened(filled(saved(document)))
    [title] = [one for one in made.paragraphs if one.text == "CONTOH"]
    assert title.style is not None
    assert (title.style.style_id, title.style.font.color.rgb) == ("JudulKantor", RGBColor(200, 0, 0))
    assert [style.name for style in made.styles].count("KPU Judul") == 1
    assert made.styles["KPU Isi"].style_id == "KPUIsiKPU"
    assert made.styles["Lain"].style_id == "KPUIsi"


def test_what_is_added_rests_on_the_plain_text_of_the_template() -> None:
    document = letterhead(*WHOLE)
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(36)
    made = opened(filled(saved(document)))
    title = made.styles["KPU Judul"]
    assert title.base_style is not None
    assert title.base_style.name == "Normal"
    assert title.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert title.paragraph_format.first_line_indent == 0
    assert made.styles["KPU Label"].base_style == made.styles["KPU Isi"]


def test_a_long_label_moves_the_columns_whatever_the_styles_say() -> None:
    form = Template("awal.docx", starter())
    short = opened(filled(form))
    assert {one.style.name for one in short.paragraphs if one.style and one.text.startswith("KE")} >= {"KPU Label"}
    moved = opened(filled(form, memperhatikan="Berita Acara;"))
    [label] = [one for one in moved.paragraphs if one.text.startswith("KESATU")]
    assert label.style is not None
    assert label.style.name == "KPU Isi"
    assert (label.paragraph_format.left_indent or 0) > (short.styles["KPU Label"].paragraph_format.left_indent or 0)


def test_tables_stand_where_the_newer_layout_wants_them() -> None:
    def indents(mode: int) -> set[int]:
        document = letterhead(*WHOLE)
        setting = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        compat = f'<w:compat {nsdecls("w")}>{setting} w:val="{mode}"/></w:compat>'
        for old in document.settings.element.findall(qn("w:compat")):
            document.settings.element.replace(old, parse_xml(compat))
        made = opened(filled(saved(document), lampiran=ANNEX))
        return {int(one.get(qn("w:w"))) for one in made.element.body.iter(qn("w:tblInd"))}

    assert indents(14) == {57}
    assert indents(15) == {0}


def test_a_header_of_ours_comes_along_under_a_name_of_its_own() -> None:
    form = template(header="KOP")
    before = set(unpacked(form.data)[0])
    made, _ = unpacked(filled(form, lampiran=ANNEX))
    assert set(made) - before == {"word/header2.xml", "docProps/app.xml"} - before
    assert b"KOP" in made["word/header1.xml"]
    assert b"PAGE" in made["word/header2.xml"]
    assert b'PartName="/word/header2.xml"' in made["[Content_Types].xml"]


def test_pictures_of_both_sides_keep_apart_and_stand_as_they_are() -> None:
    document = letterhead("{%p for d in diktum %}", "", "{%p endfor %}", *WHOLE)
    document.styles["Normal"].paragraph_format.line_spacing = Pt(12)
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    document.paragraphs[1].add_run().add_picture(str(EXAMPLE.parent / "alur.png"), width=Mm(10))
    made = filled(saved(document), kpu.load(EXAMPLE))
    body = opened(made).element.body
    ids = [one.get("id") for one in body.iter(f"{{{WP}}}docPr")]
    assert len(ids) == len(set(ids)) >= 3
    assert [fault for fault in faults(made) if fault.severity == "salah"] == []
    ours = [one for one in opened(made).paragraphs if one._p.findall(".//" + qn("w:drawing"))][-1].paragraph_format
    assert (ours.space_before, ours.space_after, ours.line_spacing) == (0, 0, 1.0)


def test_embedded_data_come_along() -> None:
    data = data_of(decree(), "docx")
    made, _ = unpacked(kpu.render_bytes(decree(), "docx", template=template(), embed=True))
    [item] = [
        part for name, part in made.items() if re.fullmatch(r"customXml/item\d+\.xml", name) and b"urn:kpu-docs" in part
    ]
    assert data.decode() in unescape(item.decode())
