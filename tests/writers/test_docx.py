"""The Word file: its package, the order of its elements, its styles, sections and tables."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from kpu_docs.wordfile import faults
from kpu_docs.writers import docx
from tests.building import document, plan

RICH: dict[str, Any] = {
    "diktum": ["Menetapkan."] * 12 + [{"teks": "ketiga belas", "daftar": ["a", {"teks": "b", "daftar": ["c"]}]}],
    "lampiran": plan(
        {
            "kegiatan": "Satu",
            "sub_kegiatan": [{"sub_kegiatan": "a", "bulan": "1-3"}, {"sub_kegiatan": "b", "bulan": {5: "x"}}],
        },
        {"kegiatan": "Dua", "indikator": "i", "bulan": 12},
    )
    * 2,
}


def written(**changes: Any) -> bytes:
    return docx.write(*document(**changes))


def opened(**changes: Any) -> Any:
    return Document(io.BytesIO(written(**changes)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


@pytest.mark.parametrize("naskah", ["asli", "rancangan", "salinan"])
def test_word_can_read_it(naskah: str) -> None:
    published = {"tata_naskah": {"jdih": {"alamat": "jdih.kpu.go.id"}}}
    assert faults(written(**RICH, naskah=naskah, kantor=published)) == []


def test_cells_are_as_wide_as_their_columns() -> None:
    for table in opened(**RICH).tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        for row in table._tbl.tr_lst:
            column = 0
            for cell in row.tc_lst:
                assert cell.width is not None
                assert cell.width.twips == sum(widths[column : column + cell.grid_span])
                column += cell.grid_span


def test_the_annex_is_a_landscape_section_with_a_header_of_its_own() -> None:
    body, annex, _ = opened(**RICH).sections
    assert body.orientation == WD_ORIENT.PORTRAIT
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert body.page_width == pytest.approx(Mm(215.9), abs=700)
    assert (annex.page_width, annex.page_height) == (body.page_height, body.page_width)
    assert body.different_first_page_header_footer
    assert not annex.different_first_page_header_footer
    headers = [section.header for section in (body, annex)]
    assert not any(header.is_linked_to_previous for header in headers)
    assert headers[0].part.partname != headers[1].part.partname
    assert " PAGE " in etree.tostring(headers[1]._element).decode()


def test_numbers_may_begin_anew_and_pages_be_larger() -> None:
    annex = {**RICH["lampiran"][0], "nomor_halaman": "mulai_baru", "halaman_pertama": "polos", "kertas": "A3"}
    section = opened(lampiran=[annex]).sections[-1]
    assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert section.different_first_page_header_footer
    assert section.page_width == pytest.approx(Mm(420), abs=700)


def test_both_head_rows_repeat_and_rows_do_not_split() -> None:
    rows = opened(**RICH).tables[-1]._tbl.tr_lst
    assert [row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in rows[:3]] == [
        True,
        True,
        False,
    ]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_row_too_high_for_a_page_may_split() -> None:
    rows = opened(lampiran=plan({"kegiatan": "kata " * 2000})).tables[-1]._tbl.tr_lst
    assert rows[-1].trPr is None


def test_styles_come_from_the_format_rules() -> None:
    word = opened()
    isi = word.styles["KPU Isi"]
    assert isi.paragraph_format.line_spacing.pt == pytest.approx(21.1)
    judul = word.styles["KPU Judul"]
    assert judul.base_style.name == "Heading 1"
    fonts = word.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Bookman Old Style"}
    assert word.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "id-ID"
    first = next(paragraph for paragraph in word.paragraphs if paragraph.text.startswith("Menimbang"))
    assert first.style.name == "KPU Label"
    assert first.style.paragraph_format.left_indent.mm == pytest.approx(35, abs=0.1)


def test_an_office_changes_a_style_by_one_line() -> None:
    word = opened(kantor={"tata_naskah": {"gaya": {"judul": {"tebal": "ya"}}, "huruf": {"nama": "Arial"}}})
    assert word.styles["KPU Judul"].font.bold
    assert b"Bookman" not in parts(written(kantor={"tata_naskah": {"huruf": {"nama": "Arial"}}}))["word/styles.xml"]


def test_a_label_too_long_for_its_column_stands_in_a_row() -> None:
    diktum = ["Menetapkan."] * 21
    (table, *_) = (table for table in opened(diktum=diktum).tables if table.cell(0, 0).text == "KEDUA PULUH SATU")
    assert [cell.text for cell in table.rows[0].cells] == ["KEDUA PULUH SATU", ":", "Menetapkan."]
    assert any(paragraph.text == "KEDUA BELAS\t:\tMenetapkan." for paragraph in opened(diktum=diktum).paragraphs)


def test_hyphens_beside_digits_do_not_break() -> None:
    (paragraph,) = (p for p in opened(diktum=["Tahun 2020-2024 Undang-Undang."]).paragraphs if "2020" in p.text)
    assert "2020-2024 Undang-Undang" in paragraph.text
    assert len(paragraph._p.findall(".//" + qn("w:noBreakHyphen"))) == 1


@pytest.mark.parametrize(
    "text", ["a & b", "<x>", "{{ x }}", "{% if %}", "${x}", "x" * 300, "se\u00adkali", '"kutip"', "\U0001f600"]
)
def test_no_sign_is_lost(text: str) -> None:
    assert any(text in paragraph.text for paragraph in opened(diktum=[text]).paragraphs)


def test_properties_come_from_the_decree() -> None:
    properties = opened(tentang="Contoh & Uji").core_properties
    assert properties.title == "Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 5 TAHUN 2026 tentang Contoh & Uji"
    assert properties.language == "id-ID"
    assert properties.created is None


def test_equal_decrees_give_equal_bytes() -> None:
    assert written(**RICH) == written(**RICH)


def test_the_emblem_of_the_office_stands_in_the_kop() -> None:
    from PIL import Image

    from kpu_docs import tata_naskah
    from kpu_docs.compose import compose
    from tests.building import decree

    picture = io.BytesIO()
    Image.new("RGB", (40, 50), "red").save(picture, "PNG")
    keputusan = decree(kantor={"tata_naskah": {"kop": {"lambang": "kpu.png"}}})
    rules = tata_naskah.of(keputusan)
    made = compose(keputusan, rules, lambda name, asal: picture.getvalue())
    word = Document(io.BytesIO(docx.write(made, rules)))
    (shape,) = word.inline_shapes
    assert shape.height.mm == pytest.approx(23, abs=0.1)
    assert shape.width.mm == pytest.approx(23 * 40 / 50, abs=0.1)
