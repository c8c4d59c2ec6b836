from pathlib import Path

import lokal
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import bahasa

KE_SERATUS = (Path(__file__).parent / "diktum.txt").read_text(encoding="utf-8").splitlines()[1:]
DIKTUM = dict(enumerate(KE_SERATUS, start=1)) | {
    101: "KESERATUS SATU",
    110: "KESERATUS SEPULUH",
    111: "KESERATUS SEBELAS",
    112: "KESERATUS DUA BELAS",
    199: "KESERATUS SEMBILAN PULUH SEMBILAN",
    200: "KEDUA RATUS",
    999: "KESEMBILAN RATUS SEMBILAN PULUH SEMBILAN",
}
HURUF = dict(enumerate("abcdefghijklmnopqrstuvwxyz", start=1)) | {
    27: "aa", 28: "ab", 29: "ac", 30: "ad", 51: "ay", 52: "az", 53: "ba", 78: "bz", 79: "ca", 676: "yz", 677: "za",
    702: "zz", 703: "aaa",
}  # fmt: skip
ROMAWI = dict(
    enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
         "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"],
        start=1,
    )
) | {
    24: "XXIV", 39: "XXXIX", 40: "XL", 49: "XLIX", 50: "L", 90: "XC", 99: "XCIX", 100: "C", 400: "CD", 444: "CDXLIV",
    500: "D", 900: "CM", 1000: "M", 1994: "MCMXCIV", 2024: "MMXXIV", 3999: "MMMCMXCIX",
}  # fmt: skip


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
    "label", ["", "SATU", "KE", "KESE", "KENOL", "KESATU SATU", "KEDUA BELAS SATU", "Menetapkan", "KESATU :"]
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


@pytest.mark.parametrize(("n", "teks"), ROMAWI.items())
def test_dari_romawi(n: int, teks: str) -> None:
    assert bahasa.dari_romawi(teks) == n


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


@given(st.integers(0, 10**15) | st.integers(0, 10**7))
def test_numbers_in_words_are_read_back(n: int) -> None:
    words = bahasa.terbilang(n)
    assert bahasa.baca_terbilang(words) == n
    assert bahasa.baca_terbilang(f"{words.title()} Rupiah") == n


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("nol", 0),
        ("lima", 5),
        ("sebelas", 11),
        ("tujuh belas", 17),
        ("dua ratus sepuluh", 210),
        ("lima puluh juta", 50_000_000),
        ("Lima Puluh Juta Rupiah", 50_000_000),
        (" SERIBU  LIMA RATUS\u00a0RUPIAH ", 1500),
        ("satu ribu lima ratus", 1500),
        ("limapuluh ribu", 50_000),
        ("tiga milyar dua ratus juta rupiah", 3_200_000_000),
        ("satu trilyun", 10**12),
        ("satu juta seribu delapan ratus lima puluh", 1_001_850),
    ],
)
def test_numbers_are_read_from_words(words: str, n: int) -> None:
    assert bahasa.baca_terbilang(words) == n


@pytest.mark.parametrize(
    "words",
    ["", "rupiah", "se", "juta", "lima juta se", "lima enam", "dua puluh sebelas", "seribu ribu", "dua ribu tiga juta",
     "5 juta", "lima puluh juta dolar", "lima koma dua", "minus tiga", "kelima", "seribu rupiah rupiah"],
)  # fmt: skip
def test_what_is_no_number_in_words(words: str) -> None:
    assert bahasa.baca_terbilang(words) is None


@given(st.text(alphabet="abdeghijklmnoprstu ", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_number_in_words_or_none(text: str) -> None:
    n = bahasa.baca_terbilang(text)
    assert n is None or n >= 0
