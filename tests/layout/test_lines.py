from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs.blocks import Run
from kpu_docs.layout.fonts import SOFT_HYPHEN, width
from kpu_docs.layout.lines import break_lines, no_break_hyphens


def broken(text: str, room: float, size: float = 12.0) -> list[str]:
    return [line.text for line in break_lines((Run(text, ()),), size, room)]


def test_as_many_words_as_fit_stand_on_a_line() -> None:
    room = 12 * width("regular", "satu dua")
    assert broken("satu dua tiga", room) == ["satu dua", "tiga"]
    assert broken("satu dua tiga", room - 0.1) == ["satu", "dua tiga"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perundang-undangan", ["Perundang-", "undangan"]),
        ("Kabupaten/Kota", ["Kabupaten/", "Kota"]),
        ("berkepanjangan" + SOFT_HYPHEN + "sekali", ["berkepanjangan" + SOFT_HYPHEN, "sekali"]),
        ("baris\nbaru", ["baris", "baru"]),
        ("berbaris\n\nbaris", ["berbaris", "", "baris"]),
    ],
)
def test_where_a_line_may_break(text: str, expected: list[str]) -> None:
    assert broken(text, 12 * width("regular", expected[0].replace(SOFT_HYPHEN, "-")) + 0.1) == expected


@pytest.mark.parametrize("word", ["2020-2024", "1442/HK.03-Kpt/03/KPU", "KABUPATEN\u00a0CONTOH"])
def test_where_a_line_may_not_break(word: str) -> None:
    assert broken(f"a {word}", 12 * width("regular", word)) == ["a", word]


def test_a_word_wider_than_its_column_breaks_where_the_column_ends() -> None:
    found = broken("x" * 300, 200.0)
    assert "".join(found) == "x" * 300
    assert all(12 * width("regular", line) <= 200.01 for line in found)


def test_a_line_knows_its_gaps_and_whether_it_is_the_last() -> None:
    first, second = break_lines((Run("satu dua tiga", ()),), 12.0, 12 * width("regular", "satu dua"))
    assert (first.gaps, first.last, second.gaps, second.last) == (1, False, 0, True)
    assert first.width == pytest.approx(12 * width("regular", "satu dua"))


@pytest.mark.parametrize(
    ("text", "lines", "spaces"),
    [
        ("satu dua", ["satu", "dua"], [True, False]),
        ("satu  dua ", ["satu", "dua"], [True, True]),
        ("satu\ndua", ["satu", "dua"], [True, False]),
        ("Perundang-undangan", ["Perundang-", "undangan"], [False, False]),
        ("Kabupaten/Kota", ["Kabupaten/", "Kota"], [False, False]),
        ("berpanjang\u00adsekali", ["berpanjang\u00ad", "sekali"], [False, False]),
    ],
)
def test_a_line_knows_whether_white_space_was_left_out_behind_it(
    text: str, lines: list[str], spaces: list[bool]
) -> None:
    room = 12 * width("regular", lines[0].replace(SOFT_HYPHEN, "-"))
    found = break_lines((Run(text, ()),), 12.0, room)
    assert ([line.text for line in found], [line.space for line in found]) == (lines, spaces)


def test_spaces_have_the_face_of_the_word_before_them() -> None:
    (line,) = break_lines((Run("satu", (), italic=True), Run("  dua", ())), 12.0, 400.0)
    assert [(piece.face, piece.text) for piece in line.pieces] == [("italic", "satu  "), ("regular", "dua")]


def test_a_sign_that_no_face_has_is_as_wide_as_high() -> None:
    (line,) = break_lines((Run("\u65e5", ()),), 12.0, 400.0)
    assert line.width == 12.0


def test_faces_may_change_within_a_word() -> None:
    (line,) = break_lines((Run("ber", ()), Run("tebal", (), bold=True), Run(".", ())), 12.0, 400.0)
    assert [piece.face for piece in line.pieces] == ["regular", "bold", "regular"]
    assert line.text == "bertebal."


def test_a_sign_the_letter_lacks_comes_from_the_symbol_face() -> None:
    (line,) = break_lines((Run("a \u2713 b", ()),), 12.0, 400.0)
    assert [piece.face for piece in line.pieces] == ["regular", "symbol", "regular"]


def test_hyphens_that_must_not_break() -> None:
    assert list(no_break_hyphens("Undang-Undang 2020-2024")) == [
        ("Undang-Undang 2020", False),
        ("-", True),
        ("2024", False),
    ]


@given(st.text(alphabet="ab -/\n2\u00ad", max_size=60), st.floats(min_value=20, max_value=200))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, room: float) -> None:
    found = break_lines((Run(text, ()),), 12.0, room)
    assert "".join("".join(line.text.split()) for line in found) == "".join(text.split())
    for line in found:
        # Only the hyphen of a word that fills its column by itself may hang over.
        hanging = 12 * width("regular", "-") if line.text.endswith(SOFT_HYPHEN) and not line.gaps else 0.0
        assert line.width <= room + hanging + 0.02


@given(st.lists(st.tuples(st.text(alphabet="ab -\u2713\n", max_size=12), st.booleans()), min_size=1, max_size=6))
def test_no_letter_loses_its_face(parts: list[tuple[str, bool]]) -> None:
    found = break_lines(tuple(Run(text, (), italic=italic) for text, italic in parts), 12.0, 60.0)
    faces = [(piece.face, sign) for line in found for piece in line.pieces for sign in piece.text if sign != " "]
    assert faces == [
        ("symbol" if sign == "\u2713" else "italic" if italic else "regular", sign)
        for text, italic in parts
        for sign in text
        if not sign.isspace()
    ]
