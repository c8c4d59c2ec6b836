"""Catchwords: the foot of a page says how the next one begins, and takes no room for it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from kpu_docs import tata_naskah
from kpu_docs.blocks import Cell, Item, Pair, Paragraph, Picture
from kpu_docs.layout import items
from kpu_docs.layout.catchwords import opening
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Page, Text
from tests.building import document, lines, pages, plan
from tests.writers.pdf_making import line, runs

GAYA = tata_naskah.named("kpu-2023").gaya
DOTS = " . . ."


def page(*content: items.PageItem) -> Page:
    return Page(600.0, 800.0, 0, list(content))


def cell(words: str) -> items.Text:
    return line(Cell(runs(words), ()), words)


def first(words: str, role: str = "isi") -> items.Text:
    return line(Paragraph(role, runs(words), ()), words)


MARKER = line(Item(runs("5."), (), ()), "5.")
PAIR = Pair(runs("KEDUA BELAS"), runs(":"), (), ())
UNNAMED = Pair((), runs(":"), (), ())
NUMBER = line(None, "- 2 -")
HEAD = line(None, "NO.")
PICTURE = Picture(b"", 20.0, "Lambang", ())


@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param([NUMBER, first("Republik Indonesia;")], "Republik", id="a paragraph that goes on"),
        pytest.param([first("(Lembaran Negara")], "(Lembaran", id="signs belong to the word"),
        pytest.param([MARKER, first("Peraturan Komisi")], "5. Peraturan", id="an item"),
        pytest.param([MARKER, line(Item(runs("a."), (), ()), "a."), first("satu")], "5. a. satu", id="items in items"),
        pytest.param([line(PAIR, "KEDUA BELAS"), line(PAIR, ":"), first("Tim")], "KEDUA BELAS", id="a label"),
        pytest.param([MARKER, line(PAIR, "Nama"), first("Tim")], "5. Nama", id="a label in an item"),
        pytest.param([line(UNNAMED, ":"), first("Tim")], "Tim", id="no label"),
        pytest.param([HEAD, cell("12."), cell("Rapat evaluasi")], "12. Rapat", id="a row with its number"),
        pytest.param([HEAD, cell("II."), cell("PELAKSANAAN TUGAS")], "II. PELAKSANAAN", id="a section of a table"),
        pytest.param([HEAD, cell("A."), cell("Belanja Barang")], "A. Belanja", id="a lettered row"),
        pytest.param([HEAD, cell("Rapat evaluasi"), cell("Juni")], "Rapat", id="a row without number"),
        pytest.param([HEAD, cell("12."), cell("3"), cell("Rapat")], "12. 3", id="numbers in a row"),
        pytest.param([first("Ditetapkan di Mojokerto", "tanda_tangan")], "Ditetapkan", id="the signature"),
        pytest.param([first("MEMUTUSKAN:", "memutuskan")], "", id="a heading"),
        pytest.param([MARKER, first("Latar Belakang", "subbab_1")], "", id="a numbered heading"),
        pytest.param([NUMBER, items.Image(0.0, 0.0, 9.0, 9.0, PICTURE), first("Gambar 1")], "", id="a picture"),
        pytest.param([NUMBER], "", id="nothing"),
        pytest.param([cell("7.")], "7.", id="a number alone"),
    ],
)
def test_how_a_page_begins(content: list[items.PageItem], word: str) -> None:
    assert opening(page(*content), GAYA) == word


LONG: dict[str, Any] = {
    "naskah": "salinan",
    "menimbang": ["bahwa satu dua tiga empat lima enam tujuh delapan sembilan sepuluh " * 4] * 6,
    "mengingat": ["Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"] * 40,
    "diktum": [{"teks": "Menetapkan:", "daftar": ["satu", {"teks": "dua", "daftar": ["tiga", "empat"]}]}] * 20,
    "tembusan": ["Ketua;", "Arsip."],
    "lampiran": plan(
        *({"nomor": f"{n}.", "kegiatan": f"Kegiatan ke-{n}", "sub_kegiatan": [{}] * 9} for n in range(1, 20))
    )
    * 2,
}


def catchwords(laid: list[Page]) -> list[str]:
    return [next((text.removesuffix(DOTS) for text in lines(one) if text.endswith(DOTS)), "") for one in laid]


def test_every_page_announces_the_next_but_for_a_new_annex() -> None:
    laid = pages(**LONG, tata_naskah="kpu-2019")
    assert len(laid) > 10
    found = catchwords(laid)
    for word, (one, after) in zip(found, pairwise(laid), strict=False):
        if one.section != after.section:
            assert word == ""
        elif word:
            words = " ".join(_own(after)).split()
            assert words[: len(word.split())] == word.split()
    assert found[-1] == ""
    assert sum(map(bool, found)) > 8
    assert {"Undang-Undang"} <= {word.split()[-1] for word in found if word}


def _own(laid: Page) -> list[str]:
    texts = (item for item in laid.items if isinstance(item, Text) and item.owner is not None)
    return [line.text for item in texts for line in item.lines]


def test_they_are_off_unless_the_regime_or_the_office_wants_them() -> None:
    assert not any(catchwords(pages(**LONG)))
    assert not any(catchwords(pages(**LONG, tata_naskah="kpu-2022-klasifikasi")))
    own = {"kata_penyambung": {"ada": "ya", "bentuk": "{kata} ..."}}
    assert any(text.endswith(" ...") for one in pages(**LONG, kantor={"tata_naskah": own}) for text in lines(one))


def test_they_stand_in_the_margin_and_move_nothing() -> None:
    off = {"dasar": "kpu-2019", "kata_penyambung": {"ada": "tidak"}}
    made, rules = document(**LONG, tata_naskah="kpu-2019")
    with_words, without = pages(**LONG, tata_naskah="kpu-2019"), pages(**LONG, kantor={"tata_naskah": off})
    for one, other, word in zip(with_words, without, catchwords(with_words), strict=True):
        content, added = one.items, None
        if word:
            *content, added = one.items
        assert _places(content) == _places(other.items)
        if isinstance(added, Text):
            section = made.sections[one.section]
            (x, y, set_line), *more = added.placed()
            assert (added.owner, more) == (None, [])
            assert x + set_line.width == pytest.approx((section.width - section.margins.right) * MM)
            assert 0 < y - (section.height - section.margins.bottom) * MM < rules.huruf.jarak_longgar


def _places(content: list[items.PageItem]) -> list[tuple[float, float, str]]:
    texts = (item for item in content if isinstance(item, Text))
    return [(x, y, line.text) for item in texts for x, y, line in item.placed()]
