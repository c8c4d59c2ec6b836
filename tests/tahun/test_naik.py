"""The year of the plan, which years are raised with it, and which are told."""

from __future__ import annotations

import pytest

from kpu_docs.complaints import InputError
from kpu_docs.model import Keputusan
from kpu_docs.tahun.naik import dinaikkan, hari_jadwal, tahun_rencana
from tests.building import decree, plan

PERATURAN = "Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2026 tentang Tata Kerja;"


def told(keputusan: Keputusan) -> tuple[list[str], list[str]]:
    raised, left = dinaikkan(keputusan, 2026, 2027)
    return [str(one) for one in raised], [str(one) for one in left]


@pytest.mark.parametrize(
    "tentang",
    [
        "RENCANA KERJA DI LINGKUNGAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TAHUN 2026",
        "Rencana Kerja Tahun Anggaran 2026",
        "Rencana Aksi 2026",
        "Rencana Kerja Tahun 2026 menurut Rencana Strategis Tahun 2025-2029",
        "Rencana Evaluasi Pemilu 2024 Tahun 2026",
        "Rencana Kerja Tahun 2026 dan Anggaran Tahun Anggaran 2026",
    ],
)
def test_the_title_says_the_year_of_the_plan(tentang: str) -> None:
    assert tahun_rencana(decree(tentang=tentang), None, 2027) == 2026


@pytest.mark.parametrize(
    ("tentang", "message"),
    [
        ("Pedoman Penataan Arsip", "tidak menyebut tahun rencana; .* --dari-tahun 2026"),
        ("Rencana Strategis Tahun 2025-2029", "tidak menyebut tahun rencana"),
        ("Tahapan Pemilihan Bupati Tahun 2024", "tidak menyebut tahun rencana"),
        ("Rencana Kerja Tahun 2026 dan 2027", r"beberapa tahun \(2026 dan 2027\)"),
        ("Perubahan atas Keputusan Komisi Pemilihan Umum Nomor 5 Tahun 2025 tentang Tim Tahun 2026", "tidak menyebut"),
        ("Laporan Tahun 2025 dan Rencana Tahun 2026", r"beberapa tahun \(2025 dan 2026\); .* --dari-tahun 2026"),
    ],
)
def test_a_title_that_does_not_say_it_is_asked_about(tentang: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        tahun_rencana(decree(tentang=tentang), None, 2027)
    assert tahun_rencana(decree(tentang=tentang), 2025, 2027) == 2025


@pytest.mark.parametrize(
    ("dari", "ke", "message"),
    [
        (None, 2026, "harus sesudah tahun rencana yang lama, 2026"),
        (None, 2025, "harus sesudah tahun rencana yang lama, 2026"),
        (None, 27, "--tahun: harus tahun antara 1900 dan 2099"),
        (3, 20270, "--dari-tahun: .*\n--tahun: "),
        (2028, 2027, "lama, 2028"),
    ],
)
def test_years_that_do_not_fit(dari: int | None, ke: int, message: str) -> None:
    with pytest.raises(InputError, match=message):
        tahun_rencana(decree(tentang="Rencana Tahun 2026"), dari, ke)


def test_what_is_cited_stays_and_is_told() -> None:
    raised, left = told(
        decree(
            tentang="Rencana Kerja Tahun 2026",
            mengingat=[PERATURAN, "uu-7-2017"],
            memperhatikan=["Berita Acara tanggal 5 Januari 2026 tentang Rencana Kerja Tahun 2026;"],
            mencabut={"nomor": "3 TAHUN 2026"},
        )
    )
    assert raised == ['Judul: "Rencana Kerja Tahun 2026" -> "Rencana Kerja Tahun 2027"']
    assert left == [
        'Mengingat angka 1: "... Komisi Pemilihan Umum Nomor 4 Tahun 2026": dasar hukum tidak diubah tahunnya',
        'Memperhatikan angka 1: "Berita Acara tanggal 5 Januari 2026": '
        "naskah tahun lalu; ganti dengan yang baru, atau hapus",
        'mencabut[1].nomor: "3 TAHUN 2026": Keputusan yang dicabut',
    ]


def test_neighbours_and_ranges_are_told_far_years_are_not() -> None:
    texts = ["laporan Tahun 2025.", "Renstra 2020-2024.", "Pemilu 2024.", "sejak tahun 2010.", "TA 2027."]
    _, left = told(decree(tentang="Rencana Tahun 2026", diktum=texts))
    assert left == [
        'Diktum KESATU: "laporan Tahun 2025.": bukan tahun rencana',
        'Diktum KEDUA: "Renstra 2020-2024.": rentang tahun',
        'Diktum KELIMA: "TA 2027.": bukan tahun rencana',
    ]


def test_a_bare_year_is_raised_after_the_word_before_it_in_the_title() -> None:
    raised, left = told(decree(tentang="RENCANA AKSI 2026", diktum=["Menetapkan Rencana Aksi 2026.", "2026 lembar."]))
    assert [one.partition(":")[0] for one in raised] == ["Judul", "Diktum KESATU"]
    assert left == ['Diktum KEDUA: "2026": tidak didahului kata tahun']


def test_annexes_are_raised_and_the_days_of_schedules_only_told() -> None:
    jadwal = [
        {"kegiatan": "Rapat Tahun 2026", "waktu": "2026-01-05"},
        {
            "kegiatan": "Lokakarya",
            "sub_kegiatan": [{"kegiatan": "Undangan", "waktu": "28 Desember 2025 s.d. 3 Januari 2026"}],
        },
        {"waktu": "2027-01-05", "pihak": "A"},
        {"waktu": {"mulai": "2026-02-03"}, "pihak": "A"},
    ]
    annexes = [*plan("Rapat Tahun 2026"), {"judul": "Jadwal", "jadwal": {"pihak": ["A"], "kegiatan": jadwal[2:]}}]
    keputusan = decree(tentang="Rencana Tahun 2026", lampiran=[*annexes, {"judul": "Rapat", "jadwal": jadwal[:2]}])
    raised, _ = told(keputusan)
    assert raised[1:] == [
        'Lampiran I, rencana_kerja.bagian[1].kegiatan[1].kegiatan: "Rapat Tahun 2026" -> "Rapat Tahun 2027"',
        'Lampiran III, jadwal.bagian[1].kegiatan[1].kegiatan: "Rapat Tahun 2026" -> "Rapat Tahun 2027"',
    ]
    assert hari_jadwal(keputusan, 2027) == [
        "Lampiran II, jadwal.bagian[1].kegiatan[2].waktu: 3 Februari 2026",
        'Lampiran III, "Rapat Tahun 2026": 5 Januari 2026',
        'Lampiran III, "Undangan": 28 Desember 2025 s.d. 3 Januari 2026',
    ]
