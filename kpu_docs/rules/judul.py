"""The title on page one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.bahasa import dari_romawi
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._beda import plain_words
from kpu_docs.rules._bunyi import end_mark
from kpu_docs.rules._penetapan import KEPALA
from kpu_docs.tata_naskah import TataNaskah

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z]\b")
_SHORT = frozenset(
    plain_words(
        "APK ASN BPP CPNS DCS DCT DIPA DPB DPD DPK DPR DPRA DPRD DPRK DPS DPT DPTB JDIH KIP KPA KPPS KPU LHKASN LHKPN "
        "PAW PBJ PKPU PNS PPDP PPID PPK PPLN PPNPN PPPK PPS RB RKA SAKIP SDM SIDALIH SIPOL SIREKAP SOP SPBE SPIP TPS "
        "UPG WBBM WBK ZI"
    )
)
"""Abbreviations that are known in a title of capitals alone."""

_NAMES = ("COVID", "CV", "NKRI", "PT", "TNI")
"""Abbreviations that serve as names."""


@rule("salah", sumber="TTL-2: judul tanpa tanda baca penutup (pedoman UU 12/2011, DPR)", keyakinan="B")
def judul_bertanda_baca(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul tidak diakhiri tanda baca.

    Salah:
        tentang: Tim Penataan Arsip.
    Benar:
        tentang: Tim Penataan Arsip
    """
    mark, span = end_mark(keputusan.tentang)
    if mark:
        yield Remark(("tentang",), "judul tidak diakhiri tanda baca", span, "", safe=True)


@rule("salah", sumber="TTL-2: nama lembaga dan TENTANG berdiri di atas judul, tidak di dalamnya", keyakinan="B")
def kepala_judul_terulang(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul ditulis tanpa kepalanya, yang sudah dicetak di atasnya.

    KEPUTUSAN, nama lembaga, nomor, dan TENTANG dicetak sendiri.

    Salah:
        tentang: Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Tim Penataan Arsip
    Benar:
        tentang: Tim Penataan Arsip
    Benar:
        tentang: Perubahan atas Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
    """
    head = KEPALA.match(keputusan.tentang)
    if head:
        yield Remark(("tentang",), "kepala judul tercetak dua kali", head.span(), "")


@rule(
    "saran",
    sumber="TTL-4: judul tidak memuat singkatan atau akronim (pedoman sejak UU 13/2022; ada pengecualian)",
    keyakinan="B",
)
def judul_bersingkatan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul memuat kepanjangannya, bukan singkatannya.

    Singkatan di dalam kurung setelah kepanjangannya dibiarkan. Dalam judul yang seluruhnya huruf kapital hanya
    singkatan yang lazim di KPU yang dikenali.

    Salah:
        tentang: Rencana Kerja KPU Kota Mojokerto
    Salah:
        tentang: PENETAPAN ANGGOTA PPK
    Benar:
        tentang: Rencana Kerja Komisi Pemilihan Umum Kota Mojokerto
    Benar:
        tentang: Jenis dan Jumlah Alat Peraga Kampanye (APK) Tahap II
    Benar:
        tentang: PERUBAHAN ATAS KEPUTUSAN KOMISI PEMILIHAN UMUM NOMOR 66/PL.02-Kpt/01/KPU/II/2020 TENTANG TIM ARSIP
    """
    title = keputusan.tentang
    numbers = [found.span() for found in re.finditer(r"\S*\d\S*", title)]
    words = re.sub(r"\S*\d\S*", " ", title)  # "1944/PL.02-Kpt/01" has small letters among capitals
    for found in _CAPITALS.finditer(title):
        word, start = found[0], found.start()
        explained = title[:start].rstrip("* ").endswith("(")
        in_a_number = any(first <= start < last for first, last in numbers)
        guessed = words != words.upper() and len(word) <= 5 and dari_romawi(word) is None and word not in _NAMES
        if (guessed or word.casefold() in _SHORT) and not explained and not in_a_number:
            yield Remark(("tentang",), f"judul memuat singkatan {word}; tulis kepanjangannya", found.span())
