"""Words that say how often, against months."""

from __future__ import annotations

from typing import Any

import pytest

from kpu_docs import tata_naskah
from kpu_docs.rules.rencana import bulan_tidak_cocok
from tests.building import decree, plan


def doubted(text: str, months: Any) -> bool:
    keputusan = decree(lampiran=plan({"kegiatan": "Kegiatan", "sub_kegiatan": text, "bulan": months}))
    return bool(list(bulan_tidak_cocok.check(keputusan, tata_naskah.of(keputusan))))


@pytest.mark.parametrize(
    ("text", "few", "enough"),
    [
        ("setiap bulan", "1, 6", "3-12"),
        ("Tiap bulan", "1, 2", "1-3"),
        ("sebulan sekali", "1", "1-12"),
        ("setiap minggu", "1, 3", "3"),
        ("mingguan", "1, 3", "1-2"),
        ("setiap triwulan", "1, 4", "4, 7, 10"),
        ("per triwulan", "1-3", "3, 6, 9, 12"),
        ("setiap triwulan", "1, 4, 12", "1-12"),
        ("laporan triwulan", "1-3", "1, 4"),
        ("laporan triwulan", "1", "1, 10"),
        ("per semester", "1, 6", "1, 7"),
        ("minimal 6 bulan sekali", "6", "6, 12"),
        ("6 (enam) bulan sekali", "1-2", "5, 11"),
        ("setiap enam bulan", "1", "1-12"),
        ("sekali dalam empat bulan", "1-4", "1, 5"),
        ("dua bulan sekali", "1, 3", "1, 3, 5"),
        ("dua kali setahun", "1", "1-2"),
        ("3 (tiga) kali dalam 1 (satu) tahun", "1, 2", "1, 2, 3"),
        ("20 kali setahun", "1-11", "1-12"),
    ],
)
def test_few_and_enough(text: str, few: str, enough: str) -> None:
    assert doubted(text, few)
    assert not doubted(text, enough)


@pytest.mark.parametrize(
    "text",
    [
        "laporan tahunan", "setiap tahun", "setahun sekali", "triwulan I", "Triwulan ke-2", "laporan triwulan-IV",
        "triwulan pertama", "semester I", "laporan semester", "setiap semester ganjil", "10 berkas per bulan",
        "laporan bulanan", "setiap bulan Maret", "satu kali setahun", "dalam 6 bulan", "paling lama 3 bulan",
        "setiap 12 bulan", "0 bulan sekali", "setiap bulan, triwulan, atau tahun",
    ],
)  # fmt: skip
def test_one_month_is_enough(text: str) -> None:
    assert doubted(text, "3") == text.startswith("setiap bulan,")


def test_the_most_lenient_of_several_counts() -> None:
    assert not doubted("setiap bulan, triwulan, atau tahun", "3, 6")
