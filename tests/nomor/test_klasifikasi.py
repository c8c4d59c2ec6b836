from datetime import date
from itertools import pairwise

import pytest

from kpu_docs import nomor
from kpu_docs.nomor import klasifikasi


@pytest.mark.parametrize(
    ("kode", "day", "status", "daftar"),
    [
        ("HK.03.1", date(2018, 3, 1), "dikenal", ["2017"]),
        ("HK.03.1", date(2022, 1, 26), "dikenal", ["2019", "2022"]),
        ("PK.01", date(2022, 1, 26), "dikenal", ["2022"]),
        ("PK.01", date(2026, 2, 1), "dikenal", ["2022", "2026"]),
        ("ORT.07", date(2026, 2, 1), "dikenal", ["2026"]),
        ("ORT.07", date(2020, 12, 15), "daftar lain", ["2026"]),
        ("PK.01", date(2018, 3, 1), "daftar lain", ["2022", "2026"]),
        ("HK.03.1", date(2010, 1, 1), "daftar lain", ["2017", "2019", "2022", "2026"]),
        ("HK.99", date(2026, 2, 1), "tidak dikenal", []),
        ("hk.03.1", date(2026, 2, 1), "tidak dikenal", []),
    ],
)
def test_a_code_is_looked_up_in_the_lists_of_its_day(kode: str, day: date, status: str, daftar: list[str]) -> None:
    hasil = klasifikasi.cari(kode, day)
    assert hasil.status == status
    assert [arti.daftar.nama for arti in hasil.arti] == daftar


@pytest.mark.parametrize(
    ("kode", "day", "arti"),
    [
        ("PL.02", date(2019, 1, 20), "Pemilu, di antaranya surat suara"),
        ("PL.02", date(2026, 1, 20), "Pelaksanaan Pemilihan"),
        ("ORT.04", date(2020, 12, 15), "Reformasi Birokrasi"),
        ("ORT.04", date(2026, 12, 15), "Evaluasi kelembagaan"),
        ("ORT.07", date(2026, 12, 15), "Reformasi Birokrasi"),
    ],
)
def test_a_code_means_what_it_meant_in_its_time(kode: str, day: date, arti: str) -> None:
    assert [satu.arti for satu in klasifikasi.cari(kode, day).arti] == [arti]


def test_around_a_change_both_lists_count() -> None:
    assert [daftar.nama for daftar in klasifikasi.cari("HK.03", date(2019, 5, 15)).daftar] == ["2017", "2019"]
    assert klasifikasi.cari("HK.03", date(2016, 5, 15)).daftar == ()


def test_every_entry_has_a_source_and_says_how_sure_it_is() -> None:
    for daftar, isi in klasifikasi.semua():
        assert daftar.nama
        assert daftar.dasar
        assert daftar.sampai is None or daftar.sejak < daftar.sampai
        for kode, satu in isi.items():
            # Every code has the form that numbers have it in.
            assert nomor.parse(f"1/{kode}/3576/2022").klasifikasi == kode
            assert satu.sumber
            assert satu.keyakinan in ("C", "D")
    assert all(lama.sejak < baru.sejak for (lama, _), (baru, _) in pairwise(klasifikasi.semua()))


def test_numbers_that_are_named_as_a_source_bear_the_code_in_that_time() -> None:
    seen = 0
    for daftar, isi in klasifikasi.semua():
        for kode, satu in isi.items():
            for teks in satu.sumber.split(", ") if "/" in satu.sumber else ():
                number = nomor.parse(teks, naskah="SD")
                first, last = date(number.tahun, number.bulan or 1, 1), date(number.tahun, number.bulan or 12, 28)
                assert number.klasifikasi == kode
                assert daftar.berlaku(first) or daftar.berlaku(last)
                seen += 1
    assert seen > 30
