"""Tables in the Word file: upright headings, heights, sums, pages that begin with a row."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from kpu_docs.complaints import Unprintable
from kpu_docs.layout.columns import MM
from kpu_docs.writers import docx
from tests.building import document

CONTENT: dict[str, Any] = {
    "kolom": ["KECAMATAN", {"judul": "Kelengkapan laporan", "kunci": "n", "jenis": "angka", "tegak": "ya"}, "KET"],
    "kelompok": "kecamatan",
    "halaman_per_kelompok": "ya",
    "jumlah": "ya",
    "tinggi_baris": 12,
    "baris": [["Satu", "1", ""], ["Dua", "2", ""]],
}


def rows(**changes: Any) -> Any:
    data = docx.write(*document(lampiran=[{"tabel": CONTENT | changes}]))
    return [row._tr for table in Document(io.BytesIO(data)).tables for row in table.rows]


def heights(row: Any) -> list[tuple[int, str]]:
    return [(int(one.get(qn("w:val"))), one.get(qn("w:hRule"))) for one in row.iter(qn("w:trHeight"))]


def styles(row: Any) -> set[str]:
    return {one.get(qn("w:val")) for one in row.iter(qn("w:pStyle"))}


def test_more_columns_than_word_opens_are_told() -> None:
    wide: dict[str, Any] = {"kolom": [str(n) for n in range(64)], "kelompok": "", "baris": [["x"] * 64]}
    with pytest.raises(Unprintable, match="64 kolom, padahal Word hanya membuka 63"):
        rows(**wide, halaman_per_kelompok="tidak", jumlah="tidak")


def test_an_upright_heading_is_turned_in_a_row_as_high_as_its_text() -> None:
    head = rows()[0]
    assert [cell.find(".//" + qn("w:textDirection")) is not None for cell in head.tc_lst] == [True, False]
    assert head.tc_lst[0].find(".//" + qn("w:textDirection")).get(qn("w:val")) == "btLr"
    [(height, rule)] = heights(head)
    assert height > 20 * 20 * MM
    assert rule == "atLeast"


def test_rows_to_sign_in_have_their_height() -> None:
    _head, _group, first, *_ = rows()
    assert heights(first) == [(round(12 * MM * 20), "atLeast")]
    assert heights(rows(kolom=["KECAMATAN", "N", "KET"])[0]) == []


def test_groups_but_the_first_begin_a_page_with_a_table_and_a_head_of_their_own() -> None:
    body = Document(io.BytesIO(docx.write(*document(lampiran=[{"tabel": CONTENT}])))).element.body
    first, second = body.iter(qn("w:tbl"))
    assert [[one.text for one in table.iter(qn("w:t"))] for table in (first, second)] == [
        ["Kelengkapan laporan", "KET", "Satu", "1"],
        ["Kelengkapan laporan", "KET", "Dua", "2", "3"],
    ]
    assert first.getnext().getnext() is second
    assert [one for one in body.iter(qn("w:p")) if one.find(".//" + qn("w:pageBreakBefore")) is not None] == [
        first.getnext()
    ]
    for table in (first, second):
        assert table.find(qn("w:tr")).find(".//" + qn("w:tblHeader")) is not None


def test_a_sum_has_its_own_style_and_stays_with_what_it_adds_up() -> None:
    *_, last, total = rows()
    assert styles(total) == {"KPUSelJumlah"}
    assert styles(last) == {"KPUSel"}
    assert last.find(".//" + qn("w:keepNext")) is not None
    assert total.find(".//" + qn("w:keepNext")) is not None  # with the signature
