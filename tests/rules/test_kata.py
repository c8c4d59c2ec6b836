from __future__ import annotations

import pytest

from kpu_docs.rules._kata import begins_sentence, borrowed, citations, ejaan, foreign, words

UU = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"


def cited(text: str) -> list[str]:
    """The cited titles of a text in a diktum."""
    return [text[one.title : one.end].strip() for one in citations(("diktum", 0, "isi", 0, "teks"), text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum Kota X tentang Tim;", []),
        (f"melaksanakan {UU} (Lembaran Negara Tahun 2017);", ["Pemilihan Umum"]),
        (f"melaksanakan {UU}, perlu membentuk tim;", ["Pemilihan Umum,"]),
        (f"melaksanakan {UU} sebagaimana telah diubah dengan {UU};", ["Pemilihan Umum"] * 2),
        ("menurut Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 perlu dibentuk tim;", [""]),
        ("berdasarkan Pasal 5 perlu dibentuk tim tentang arsip;", []),
    ],
)
def test_titles_that_are_cited(text: str, titles: list[str]) -> None:
    assert cited(text) == titles


def test_an_item_of_mengingat_is_cited_from_its_title_on() -> None:
    [one] = citations(("mengingat", 0, "teks"), UU)
    assert UU[one.title : one.end].strip() == "Pemilihan Umum"


def test_what_is_not_the_authors_own_wording() -> None:
    text = rf"Laporan *survey* pada laman survey.contoh.go.id dan a@contoh.id, 2 \* 3 menurut {UU}."
    found = [text[start:end].strip() for start, end in borrowed(("diktum", 0), text)]
    assert found == ["Pemilihan Umum.", "*survey*", "survey.contoh.go.id", "a@contoh.id,"]
    assert foreign("tebal **kata** dan * bintang *") == []


def test_words_hold_together_at_hyphens_and_apostrophes() -> None:
    text = "Jum'at, Undang-Undang 12 (e-KTP)"
    assert [word.text for word in words(text)] == ["Jum'at", "Undang-Undang", "e-KTP"]
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(("before", "begins"), [("", True), ("1. ", True), ("a; ", True), ("ini ", False)])
def test_where_a_sentence_begins(before: str, begins: bool) -> None:
    assert begins_sentence(f"{before}kata", len(before)) is begins


def test_no_right_spelling_is_listed_as_a_wrong_one() -> None:
    tables = {name: table for name, table in ejaan().items() if isinstance(table, dict)}
    wrong = {word for table in tables.values() for word in table}
    assert sum(map(len, tables.values())) == len(wrong), "a word stands in two tables"
    assert all(word == word.lower() for word in wrong)
    assert wrong.isdisjoint(right.lower() for table in tables.values() for right in table.values())
