"""The fonts of the PDF: embedded, shared between decrees, and every sign comes back from them as itself."""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpu_docs import tata_naskah
from kpu_docs.blocks import Run
from kpu_docs.complaints import Unprintable
from kpu_docs.layout.fonts import font
from kpu_docs.writers import docx, pdf
from tests.building import document
from tests.writers import docx_reading
from tests.writers.pdf_making import RULES, paper, rich, text
from tests.writers.pdf_reading import opened, reading_order

SIGNS = [chr(code) for face in ("regular", "symbol") for code in font(face).charToGlyph if code not in (0xFFFF, 0x0D)]


def clear_fonts() -> None:
    pdf.fonts._font.cache_clear()


def fonts(file: pikepdf.Pdf, subtype: str = "/Type0") -> list[Any]:
    return [each for each in file.pages[0].Resources.Font.values() if each.Subtype == subtype]


def test_every_font_is_embedded() -> None:
    names = []
    file = opened(rich())
    for each in (*fonts(file, "/TrueType"), *(one.DescendantFonts[0] for one in fonts(file))):
        assert len(each.FontDescriptor.FontFile2.read_bytes()) > 1000
        names.append(str(each.BaseFont))
    assert {re.sub(r"^/[A-Z]{6}\+", "", name) for name in names} == {
        "KPUBonum-Regular",
        "KPUBonum-Bold",
        "KPUBonum-Italic",
        "KPUSimbol-Regular",
    }


def test_decrees_without_special_signs_share_their_font_program() -> None:
    opened_files = [opened(pdf.write(paper(text("a"), text(signs)), RULES)) for signs in ("satu", "2\u20133", "\u00e9")]
    found = [fonts(file, "/TrueType")[0] for file in opened_files]
    one, two, other = ((each.FontDescriptor.FontFile2.read_raw_bytes(), str(each.BaseFont)) for each in found)
    assert one == two
    assert one[0] != other[0]
    assert one[1] != other[1]


def test_only_text_that_is_not_ascii_takes_two_bytes_a_sign() -> None:
    file = opened(pdf.write(paper(text("satu (dua)"), text("2\u20133")), RULES))
    stream = file.pages[0].Contents.read_bytes()
    assert b"/R 12 Tf(satu \\(dua\\))Tj" in stream
    assert b"/Ru 12 Tf(\x002 \x13\x003)Tj" in stream
    assert [str(each.Subtype) for each in file.pages[0].Resources.Font.values()] == ["/TrueType", "/Type0"]
    [simple], [composite] = fonts(file, "/TrueType"), fonts(file)
    assert simple.FontDescriptor.objgen == composite.DescendantFonts[0].FontDescriptor.objgen


@pytest.mark.parametrize(
    "signs",
    [
        pytest.param("se\u00adkali", id="soft hyphen"),
        pytest.param("\u00adawal akhir\u00ad", id="soft hyphens at the ends"),
        pytest.param("TAHUN\u00a02022", id="no-break space"),
        pytest.param("2012\u20112025 2012-2025 2012\u20102025", id="hyphens"),
        pytest.param("\u2713 selesai \u2610 belum \u2460", id="signs of the symbol face"),
        pytest.param("\u010d\u0128(\\)\u0129\u20ac", id="bytes that a string must escape"),
        pytest.param("a\u0301 \u1e25adi\u1e61", id="combining signs"),
    ],
)
def test_signs_come_back_as_themselves(signs: str) -> None:
    assert reading_order(pdf.write(paper(text(signs)), RULES)) == signs.split(" ")


@given(st.text(st.sampled_from(SIGNS) | st.sampled_from(" \n\u00ad-/()\\"), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back(signs: str) -> None:
    data = pdf.write(paper(text(signs), text("akhir")), RULES)
    assert reading_order(data) == [*re.findall("[^ \n]+", signs), "akhir"]


@pytest.mark.parametrize("step", [1, 2], ids=["all", "every second"])
def test_every_sign_of_every_face_comes_back(step: int) -> None:
    signs = [sign for sign in SIGNS[::step] if sign not in " \n"]
    data = pdf.write(paper(*(text(sign) for sign in signs)), RULES)
    assert reading_order(data) == signs
    file = opened(data)
    for each in fonts(file):
        blocks = re.findall(rb"(\d+) beginbfrange\n(.*?)endbfrange", each.ToUnicode.read_bytes(), re.S)
        # ISO 32000-1, 9.10.3, and Adobe's specification of CMaps: 100 ranges in a block, one high byte in a range
        assert all(int(count) == len(lines.splitlines()) <= 100 for count, lines in blocks)
        assert all(line[1:3] == line[8:10] for _, lines in blocks for line in lines.splitlines())


def test_threads_do_not_disturb_each_other() -> None:
    documents = [paper(text("".join(SIGNS[at : at + 40]))) for at in range(0, 640, 40)]
    alone = [pdf.write(made, RULES) for made in documents]
    clear_fonts()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda made: pdf.write(made, RULES), documents))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone


@pytest.mark.parametrize("run", [Run("\u65e5", ("tentang",)), Run("a\U0001f600", ("tentang",), bold=True)])
def test_a_sign_that_no_face_has_is_refused_with_its_place(run: Run) -> None:
    with pytest.raises(Unprintable) as refused:
        pdf.write(paper(text((run,))), RULES)
    assert [fault[0] for fault in refused.value.faults] == [("tentang",)]


def test_a_sign_that_only_the_format_rules_hold_is_refused_as_theirs() -> None:
    rules = tata_naskah.overlaid("kpu-2023", {"nomor_halaman": {"bentuk": "\u65e5 {n}"}})
    with pytest.raises(Unprintable) as refused:
        pdf.write(paper(*[text("Baris")] * 60), rules)
    assert [fault[0] for fault in refused.value.faults] == [("kantor", "tata_naskah")]


def test_word_may_have_a_sign_that_no_face_has() -> None:
    assert "\u65e5" in docx_reading.words(docx.write(*document(tentang="Contoh \u65e5")))
