"""Titles and spellings of names of persons."""

from __future__ import annotations

import pytest

from kpu_docs.nama import sound, taken_apart, words


@pytest.mark.parametrize(
    ("name", "bare", "titles"),
    [
        ("Umpama Rekaan, S.H.", "Umpama Rekaan", ("sh",)),
        ("Dr. Umpama Rekaan, S.H., M.H.", "Umpama Rekaan", ("dr", "sh", "mh")),
        ("Prof. Dr. Ir. Umpama", "Umpama", ("prof", "dr", "ir")),
        ("DRS. UMPAMA", "UMPAMA", ("drs",)),
        ("Dr Umpama", "Umpama", ("dr",)),
        ("Drs. H. Umpama, M.Si", "H. Umpama", ("drs", "msi")),
        ("H. Drs. Umpama", "H. Umpama", ("drs",)),
        ("DR. (H.C.) UMPAMA", "UMPAMA", ("dr", "hc")),
        ("UMPAMA REKAAN SH", "UMPAMA REKAAN", ("sh",)),
        ("Umpama Rekaan S.E., M.M.", "Umpama Rekaan", ("se", "mm")),
        ("Umpama, S. H.", "Umpama", ("sh",)),
        ("Umpama, A.Md.Kom", "Umpama", ("amdkom",)),
        ("Umpama,S.Sos.,M.Si", "Umpama", ("ssos", "msi")),
        ("Umpama Rekaan, S.H. NIP. 19700101 199503 1 001", "Umpama Rekaan", ("sh",)),
        ("Umpama Rekaan 197001011995031001", "Umpama Rekaan", ()),
    ],
)
def test_titles(name: str, bare: str, titles: tuple[str, ...]) -> None:
    assert taken_apart(name) == (bare, titles)


@pytest.mark.parametrize(
    "name",
    [
        "H. SAIFUL CONTOH", "Hj. Siti Contoh", "I GEDE PUTRA", "M. ALI", "Muh. Ali", "A. RAHMAN", "Tb. HASAN",
        "St. Aminah", "R. Sutrisno", "Rr. Sri", "S.H. SARUNDAJANG", "AMIR M.T. SIREGAR", "RADEN M.H. AINUN",
        "Umpama M.A.", "IRWAN", "DRAJAT", "PROFITA", "K.H. Umpama", "Pdt. Umpama", "Simon S.", "ST. UMPAMA", "Nip", "?",
    ],
)  # fmt: skip
def test_what_is_no_title(name: str) -> None:
    assert taken_apart(name) == (name, ())


def test_the_words_of_a_name() -> None:
    assert words("H. Nur'aini AL-UMPAMA, S.H.") == ("nuraini", "al", "umpama")
    assert words("O’Neil") == words("O‘Neil") == words("OʼNeil") == words("O'Neil") == ("oneil",)
    assert words("Umpama 2") == ("umpama",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saiful", "Syaiful"), ("Nur Aini", "Nuraini"), ("Muhammad", "Muhamad"), ("Achmad", "Ahmad"),
        ("Soekarno", "Sukarno"), ("Djoko", "Joko"), ("Sholeh", "Soleh"),
    ],
)  # fmt: skip
def test_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Wahyudi", "Wahyuni"), ("Putra", "Putri"), ("Hasan", "Asan"), ("Umar", "Amar")]
)
def test_another_sound(one: str, other: str) -> None:
    assert sound(one) != sound(other)
