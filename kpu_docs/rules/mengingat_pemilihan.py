"""Mengingat: the laws of Pemilihan Umum and of Pemilihan, which are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import dasar
from kpu_docs.tata_naskah import TataNaskah

_PEMILU = "uu-7-2017"
_PEMILIHAN = ("uu-1-2015", "uu-8-2015", "uu-10-2016", "perppu-2-2020", "uu-6-2020", "perppu-1-2014")
_BADAN = re.compile(
    r"\b(?:(?:Komisi|Pengawas|Penyelenggara|Badan Adhoc(?: Penyelenggara)?)\s+Pemilihan\s+Umum|Panitia\s+Pemilihan)\b",
    re.I,
)
"""Names in which the words say nothing of what a decree is about."""
_UMUM = re.compile(r"\bPemilihan\s+Umum\b|\bPemilu\b", re.I)
_DAERAH = re.compile(r"\bPemilihan\s+(?:Serentak|Gubernur|Bupati|Wali\s*kota)\b|\bPilkada\b", re.I)


@rule(
    "periksa",
    sumber="UU 7/2017 mengatur pemilihan umum, UU 1/2015 dan perubahannya pemilihan gubernur, bupati, dan wali kota",
    keyakinan="C",
)
def undang_undang_pemilihan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Undang-undang pemilihan umum dan undang-undang pemilihan kepala daerah tidak tertukar.

    Diperiksa hanya kalau judul menyebut salah satu saja. Undang-Undang Nomor 7 Tahun 2017 boleh ada pada keputusan
    tentang pemilihan kepala daerah, karena KPU dibentuk menurut undang-undang itu, tetapi bukan sendirian.

    Salah:
        tentang: Jadwal Kampanye Pemilihan Bupati dan Wakil Bupati Tahun 2024
        mengingat: [uu-7-2017]
    Salah:
        tentang: Jadwal Kampanye Pemilihan Umum Tahun 2024
        mengingat: [uu-1-2015, uu-7-2017]
    Benar:
        tentang: Jadwal Kampanye Pemilihan Wali Kota dan Wakil Wali Kota Tahun 2024
        mengingat: [uu-1-2015, uu-7-2017]
    Benar:
        tentang: Tim Arsip Komisi Pemilihan Umum Kota Mojokerto
        mengingat: [uu-1-2015]
    """
    title = _BADAN.sub(" ", keputusan.tentang)
    pemilu, pemilihan = bool(_UMUM.search(title)), bool(_DAERAH.search(title))
    if pemilu == pemilihan:
        return
    items = dasar(keputusan)
    general = next((item for item in items if item.pokok.peraturan.kunci == _PEMILU), None)
    regional = next((item for item in items if item.pokok.peraturan.kunci in _PEMILIHAN), None)
    if pemilu and regional:
        yield Remark(
            regional.path, f"judul tentang pemilihan umum, tetapi {regional.pokok.nama} tentang pemilihan kepala daerah"
        )
    if pemilihan and general and not regional:
        message = "judul tentang pemilihan kepala daerah, tetapi undang-undangnya (Nomor 1 Tahun 2015) tidak disebut"
        yield Remark(general.path, message)
