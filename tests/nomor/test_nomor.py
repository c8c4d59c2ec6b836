import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from kpu_docs import nomor
from kpu_docs.nomor import Nomor

BARIS = [
    baris.split("\t")
    for baris in (Path(__file__).parent / "nomor.txt").read_text(encoding="utf-8").splitlines()
    if not baris.startswith("#")
]
DIKENAL = [(teks, pola) for teks, pola in BARIS if pola != "-"]
DITOLAK = [teks for teks, pola in BARIS if pola == "-"]
REGIM = {"A": None, "B": "kpu-2019", "C1": "kpu-2022-klasifikasi", "C2": "kpu-2023"}


def test_the_list_is_there() -> None:
    assert len(DIKENAL) == 47
    assert len(DITOLAK) == 7


@pytest.mark.parametrize(("teks", "pola"), DIKENAL)
def test_real_numbers_have_their_class_and_keep_their_text(teks: str, pola: str) -> None:
    hasil = nomor.parse(teks)
    assert hasil.pola == pola
    assert hasil.regim == REGIM[pola.split("-")[0]]
    assert str(hasil) == hasil.teks == teks
    assert str(hasil.tahun) == teks[-4:]


@pytest.mark.parametrize("teks", [*DITOLAK, "", "NOMOR :", "TAHUN 2022", "5 TAHUN 22", "5/HK.03.1/3576/2022 tentang"])
def test_what_is_no_decree_number_is_refused_with_the_text_in_the_message(teks: str) -> None:
    with pytest.raises(ValueError, match=f'^"{re.escape(teks)}" tidak berbentuk nomor Keputusan'):
        nomor.parse(teks)


BAGIAN = {
    # teks: pola, urut, klasifikasi, unit, wilayah, bulan, tahun
    "5/HK.03.1/3576/2022": ("C1", "5", "HK.03.1", None, "3576", None, 2022),
    "02 TAHUN 2015": ("C2", "02", None, None, None, None, 2015),
    "441/Kpts/Setjen/TAHUN 2016": ("A-SETJEN", "441", None, None, None, None, 2016),
    "023/Kpts/KPU-Prov-022/2015": ("A-PROV", "023", None, None, "022", None, 2015),
    "17/Kpts/KPU-Kab-012.329248/TAHUN 2015": ("A-KAB", "17", None, None, "012.329248", None, 2015),
    "17/Kpts/KPU.Kab-012329248/PILBUP/2015": ("A-KAB", "17", None, None, "012329248", None, 2015),
    "17/Kpts/KPU-Kab-012.329248/IV/2015": ("A-KAB", "17", None, None, "012.329248", 4, 2015),
    "5/Kpts/KPU-Kota-012.329521/2015": ("A-KOTA", "5", None, None, "012.329521", None, 2015),
    "22/Kpts/KIP Aceh/TAHUN 2016": ("A-KIP", "22", None, None, None, None, 2016),
    "169/PP.04.2-Kpt/03/KPU/III/2020": ("B-RI", "169", "PP.04.2", "03", None, 3, 2020),
    "245/SDM.05.5-Kpt/05/SJ/IV/2018": ("B-SJ", "245", "SDM.05.5", "05", None, 4, 2018),
    "17/HK.03.1-Kpt/61/Prov/VIII/2017": ("B-PROV", "17", "HK.03.1", None, "61", 8, 2017),
    "38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017": ("B-KABKOT", "38", "HK.03.1", None, "3571", 9, 2017),
    "Nomor:\u00a004 /HK.03. 1-Kpt/3404/ KPU-Kab/XII/ 2020": ("B-KABKOT", "04", "HK.03.1", None, "3404", 12, 2020),
    "NOMOR 5  tahun 2023": ("C2", "5", None, None, None, None, 2023),
}


@pytest.mark.parametrize(("teks", "bagian"), BAGIAN.items())
def test_parts(teks: str, bagian: tuple[str, str, str | None, str | None, str | None, int | None, int]) -> None:
    hasil = nomor.parse(teks)
    assert (
        hasil.pola, hasil.urut, hasil.klasifikasi, hasil.unit, hasil.wilayah, hasil.bulan, hasil.tahun,
    ) == bagian  # fmt: skip
    assert str(hasil) == teks


@pytest.mark.parametrize("angka", ["XIII", "IIX", "i", "0", ""])
def test_only_twelve_months(angka: str) -> None:
    with pytest.raises(ValueError, match="tidak berbentuk nomor Keputusan"):
        nomor.parse(f"63/HK.03.1-Kpt/01/KPU/{angka}/2020")


def test_every_class_has_a_sample() -> None:
    contoh = {pola for _, pola in DIKENAL} | {bagian[0] for bagian in BAGIAN.values()}
    assert contoh == {pola for pola, _, _ in nomor._BENTUK}


def test_a_number_cannot_be_changed_and_equal_texts_are_equal() -> None:
    satu: Nomor = nomor.parse("16 TAHUN 2023")
    assert satu == nomor.parse("16 TAHUN 2023")
    assert len({satu, nomor.parse("16 TAHUN 2023")}) == 1
    with pytest.raises(FrozenInstanceError):
        satu.urut = "17"  # type: ignore[misc]
