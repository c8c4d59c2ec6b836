"""What a year in a text speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs.tahun.naik import dinaikkan
from kpu_docs.tahun.sebutan import ditulis, rentang, sebutan
from tests.building import decree

RAISED = (
    "Rencana Kerja Tahun 2026",
    "RENCANA KERJA DI LINGKUNGAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TAHUN 2026",
    "dibebankan pada DIPA Komisi Pemilihan Umum Tahun Anggaran 2026",
    "DIPA TA 2026",
    "anggaran T.A. 2026",
    "Tahun **2026**",
    "TAHUN : 2026",
    "tahun dua ribu dua puluh enam",
    "anggaran Pemilihan Tahun Anggaran 2026",
    "Arsip yang ditata pada Tahun 2026",
)
LEFT = {
    "Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2026 tentang Tata Kerja": "dikutip",
    "Keputusan Komisi Pemilihan Umum Nomor 9 Tahun 2026 tentang Rencana Aksi Tahun 2026": "dikutip",
    "Surat Ketua Nomor 5/2026 tanggal 3 Januari 2026 perihal Rencana Tahun 2026": "dikutip",
    "Berita Acara Nomor 37/PK.01/3576/2026 tanggal 5 Januari 2026 tentang Rencana Kerja Tahun 2026": "dikutip",
    "keputusan itu, Nomor 9 Tahun 2026": "dikutip",
    "SP DIPA-076.01.2.657101/2026": "nomor",
    "37/PK.01-BA/3576/2026": "nomor",
    "5 Januari 2026": "tanggal",
    "2026-01-05": "tanggal",
    "05/01/2026": "tanggal",
    "bulan Januari 2026": "tanggal",
    "bulan Januari tahun dua ribu dua puluh enam": "tanggal",
    "Renstra 2025-2026": "rentang",
    "Tahun 2026 s.d. 2029": "rentang",
    "Tahun 2026 sampai dengan Tahun 2029": "rentang",
    "Tahun 2026 dan 2027": "pasangan",
    "Tahun 2026/2027": "pasangan",
    "Pemilu 2026": "pemilihan",
    "Pemilihan Umum Tahun 2026": "pemilihan",
    "Pemilihan Bupati dan Wakil Bupati Mojokerto Tahun 2026": "pemilihan",
    "pada tahun 2026 telah dilaksanakan penataan": "lampau",
    "sebanyak 2026 lembar": "polos",
}


@pytest.mark.parametrize("text", RAISED)
def test_a_year_of_the_plan(text: str) -> None:
    assert [one.jenis for one in sebutan(text) if one.jenis not in ("tahun", "anggaran")] == []
    assert [one.tahun for one in sebutan(text)] == [2026]


@pytest.mark.parametrize(("text", "jenis"), LEFT.items())
def test_a_year_of_something_else(text: str, jenis: str) -> None:
    found = [one for one in sebutan(text) if one.tahun == 2026]
    assert found
    assert {one.jenis for one in found} == {jenis}


@pytest.mark.parametrize("text", ["Rp2.026.000", "20260", "tahun depan", "tahun dua", "Tahun 3026", ""])
def test_no_year(text: str) -> None:
    assert sebutan(text) == []


def test_the_sentence_goes_on_behind_a_citation() -> None:
    text = (
        "sesuai dengan Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2026 tentang Tata Kerja, perlu Rencana Tahun 2026"
    )
    assert [one.jenis for one in sebutan(text)] == ["dikutip", "tahun"]


@given(st.lists(st.sampled_from([*RAISED, *LEFT]), min_size=1, max_size=6))
def test_only_years_of_the_plan_change_and_nothing_else(pieces: list[str]) -> None:
    text = ".; ".join(pieces)
    raised, _ = dinaikkan(decree(tentang="Rencana Tahun 2026", menimbang=[text]), 2026, 2027)
    changed = text
    for one in sorted((one for one in raised if one.path[0] == "menimbang"), key=lambda one: one.span, reverse=True):
        changed = changed[: one.span[0]] + one.menjadi + changed[one.span[1] :]
    expected = [
        one if one in LEFT else one.replace("2026", "2027").replace("puluh enam", "puluh tujuh") for one in pieces
    ]
    assert changed == ".; ".join(expected)


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("2026", "2027"),
        ("dua ribu dua puluh enam", "dua ribu dua puluh tujuh"),
        ("DUA RIBU DUA PULUH ENAM", "DUA RIBU DUA PULUH TUJUH"),
        ("Dua Ribu Dua Puluh Enam", "Dua Ribu Dua Puluh Tujuh"),
    ],
)
def test_a_year_is_written_as_the_old_one_was(like: str, written: str) -> None:
    assert ditulis(2027, like) == written


def test_ranges_are_found_also_in_titles_of_rules() -> None:
    text = "Keputusan Nomor 6 Tahun 2020 tentang Road Map Tahun 2020-2024"
    [(span, first, last)] = rentang(text)
    assert (text[slice(*span)], first, last) == ("2020-2024", 2020, 2024)
