import subprocess
import sys
from datetime import date, timedelta

import lokal
import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import bahasa

DIKTUM = {
    1: "KESATU",
    2: "KEDUA",
    3: "KETIGA",
    8: "KEDELAPAN",
    9: "KESEMBILAN",
    10: "KESEPULUH",
    11: "KESEBELAS",
    12: "KEDUA BELAS",
    19: "KESEMBILAN BELAS",
    20: "KEDUA PULUH",
    21: "KEDUA PULUH SATU",
    99: "KESEMBILAN PULUH SEMBILAN",
    100: "KESERATUS",
    101: "KESERATUS SATU",
    110: "KESERATUS SEPULUH",
    111: "KESERATUS SEBELAS",
    112: "KESERATUS DUA BELAS",
    199: "KESERATUS SEMBILAN PULUH SEMBILAN",
    200: "KEDUA RATUS",
    999: "KESEMBILAN RATUS SEMBILAN PULUH SEMBILAN",
}
HURUF = {1: "a", 2: "b", 26: "z", 27: "aa", 28: "ab", 52: "az", 53: "ba", 702: "zz", 703: "aaa"}
ROMAWI = {1: "I", 4: "IV", 6: "VI", 9: "IX", 12: "XII", 14: "XIV", 40: "XL", 90: "XC", 400: "CD", 1994: "MCMXCIV"}


@pytest.mark.parametrize(("n", "label"), DIKTUM.items())
def test_diktum_is_spelled_as_on_paper(n: int, label: str) -> None:
    assert bahasa.diktum(n) == label


def test_every_diktum_label_reads_back_spaced_joined_and_lower() -> None:
    for n in range(1, 1000):
        label = bahasa.diktum(n)
        assert bahasa.nomor_diktum(label) == n
        assert bahasa.nomor_diktum(label.replace(" ", "")) == n
        assert bahasa.nomor_diktum(label.lower()) == n


@pytest.mark.parametrize(
    ("label", "n"),
    [("KEDUABELAS", 12), ("KEDUAPULUH SATU", 21), ("Kedua  Puluh\u00a0Satu", 21), ("PERTAMA", 1), (" kesatu ", 1)],
)
def test_older_spellings_of_a_diktum_are_read(label: str, n: int) -> None:
    assert bahasa.nomor_diktum(label) == n


@pytest.mark.parametrize(
    "label", ["", "SATU", "KE", "KENOL", "KESATU SATU", "KEDUA BELAS SATU", "Menetapkan", "KESATU :"]
)
def test_other_words_are_no_diktum(label: str) -> None:
    assert bahasa.nomor_diktum(label) is None


@pytest.mark.parametrize(("n", "teks"), HURUF.items())
def test_huruf(n: int, teks: str) -> None:
    assert bahasa.huruf(n) == teks


def test_no_two_huruf_are_equal() -> None:
    assert len({bahasa.huruf(n) for n in range(1, 2001)}) == 2000


@pytest.mark.parametrize(("n", "teks"), ROMAWI.items())
def test_romawi(n: int, teks: str) -> None:
    assert bahasa.romawi(n) == teks


def test_dari_romawi_is_the_inverse_of_romawi() -> None:
    assert all(bahasa.dari_romawi(bahasa.romawi(n)) == n for n in range(1, 4000))


@pytest.mark.parametrize("teks", ["", "IIII", "VX", "IC", "VV", "MMMM", "iv", " IV", "IV\n", "4", "ABC"])
def test_what_is_no_roman_numeral(teks: str) -> None:
    assert bahasa.dari_romawi(teks) is None


@pytest.mark.parametrize("n", [0, -1, 1000])
def test_diktum_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match=f"nomor diktum harus antara 1 dan 999, bukan {n}"):
        bahasa.diktum(n)


@pytest.mark.parametrize("n", [0, -1])
def test_huruf_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match=f"urutan huruf harus mulai dari 1, bukan {n}"):
        bahasa.huruf(n)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_romawi_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match=f"angka Romawi harus antara 1 dan 3999, bukan {n}"):
        bahasa.romawi(n)


def test_month_names_are_those_of_babel() -> None:
    assert tuple(get_month_names("wide", locale="id_ID")[ke] for ke in range(1, 13)) == bahasa.BULAN


def test_tanggal_is_printed_without_leading_zero() -> None:
    assert bahasa.tanggal(date(2022, 1, 26)) == "26 Januari 2022"
    assert bahasa.tanggal(date(2024, 8, 5)) == "5 Agustus 2024"


def test_every_day_reads_back() -> None:
    for ke in range(366 + 365):
        hari = date(2024, 1, 1) + timedelta(days=ke)
        assert bahasa.baca_tanggal(bahasa.tanggal(hari)) == hari
        assert bahasa.baca_tanggal(hari.isoformat()) == hari


@pytest.mark.parametrize("teks", ["26 JANUARI 2022", "26 januari 2022", " 26  Januari\u00a02022 ", "2022-01-26"])
def test_baca_tanggal_is_tolerant_of_case_and_blanks(teks: str) -> None:
    assert bahasa.baca_tanggal(teks) == date(2022, 1, 26)


@pytest.mark.parametrize(
    "teks",
    ["", "30 Februari 2022", "2022-02-30", "20220126", "2022-W04-3", "26 January 2022", "0 Mei 2022", "26/01/2022",
     "26 Januari 22", "Rabu, 26 Januari 2022", "0000-01-01", "..."],
)  # fmt: skip
def test_what_is_no_date(teks: str) -> None:
    assert bahasa.baca_tanggal(teks) is None


def test_importing_the_module_does_not_load_babel() -> None:
    kode = "import sys, kpu_docs.bahasa; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", kode], check=False).returncode == 0


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (11, "sebelas"),
        (100, "seratus"),
        (1000, "seribu"),
        (1_850, "seribu delapan ratus lima puluh"),
        (1_001_850, "satu juta seribu delapan ratus lima puluh"),
        (12_300_000, "dua belas juta tiga ratus ribu"),
        (101_000, "seratus satu ribu"),
        (10**15, "satu kuadriliun"),
    ],
)
def test_numbers_are_spelled(n: int, words: str) -> None:
    assert bahasa.terbilang(n) == words


@given(st.integers(0, 10**15) | st.integers(0, 10**7))
def test_numbers_are_spelled_as_another_library_spells_them(n: int) -> None:
    assert bahasa.terbilang(n) == lokal.terbilang(n)


@pytest.mark.parametrize("n", [-1, 10**15 + 1])
def test_numbers_out_of_reach_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="antara 0 dan"):
        bahasa.terbilang(n)
