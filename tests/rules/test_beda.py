"""Two texts compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs.rules._beda import differences, told


@pytest.mark.parametrize(
    ("wanted", "text", "said"),
    [
        ("Tim Arsip", "tim\n  ARSIP", ""),
        ("*Roadmap* Arsip, Tahap II", "ROADMAP ARSIP TAHAP II", ""),
        ("PENETAPAN TIM ARSIP", "Tim Arsip", 'tanpa "PENETAPAN"'),
        ("Tim Arsip", "Penetapan Tim Arsip", 'dengan tambahan "Penetapan"'),
        ("Tim Arsip Tahun 2026", "Tim Arsip Tahun 2025", '"2025" di tempat "2026"'),
        ("Tim A dan Tim B", "Tim A", 'tanpa "dan Tim B"'),
        ("A B C D E", "A X C E", '"X" di tempat "B"; tanpa "D"'),
        ("A", "", 'tanpa "A"'),
        ("", "A", 'dengan tambahan "A"'),
    ],
)
def test_what_is_said_of_the_differences(wanted: str, text: str, said: str) -> None:
    assert told(differences(wanted, text)) == said


@pytest.mark.parametrize(
    ("wanted", "text", "marked"),
    [
        ("Penetapan Tim Arsip", "tentang Tim Arsip;", "Tim"),
        ("Tim Arsip Kota", "tentang Tim Arsip;", "Arsip"),
        ("Tim Arsip", "tentang Tim Kerja Arsip;", "Kerja"),
        ("Tim Arsip", "tentang Kerja Tim Arsip;", "Kerja"),
    ],
)
def test_a_difference_is_marked_in_the_part_that_is_compared(wanted: str, text: str, marked: str) -> None:
    [one] = differences(wanted, text, (8, len(text) - 1))
    assert text[slice(*one.span)] == marked


def test_where_in_the_text_a_difference_is() -> None:
    found = differences("Rencana Kerja Arsip Tahun 2026", "Jadwal Kerja Arsip Kota Tahun 2025")
    assert [one.letak for one in found] == ["awal", "tengah", "akhir"]


def test_an_abbreviation_may_stand_for_its_words() -> None:
    assert differences("Tim Komisi Pemilihan Umum", "Tim KPU", panjang={"kpu": "komisi pemilihan umum"}) == []
    assert differences("Tim KPU", "Tim KPU", panjang={"kpu": "komisi pemilihan umum"}) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(wanted: str, text: str) -> None:
    for one in differences(wanted, text):
        assert 0 <= one.span[0] <= one.span[1] <= len(text)
    assert differences(text, text) == []
