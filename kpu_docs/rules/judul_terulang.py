"""The title where the decree announces itself: in Menimbang and after Menetapkan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.complaints import shown
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._beda import differences, told
from kpu_docs.rules._bunyi import end_mark
from kpu_docs.rules._lembaga import another
from kpu_docs.rules._penetapan import KEPALA, Penetapan, in_menetapkan, in_menimbang
from kpu_docs.tata_naskah import TataNaskah

_TENTANG = re.compile(r"\s*(?:tentang\s+)*", re.I)

_MANY = 3
"""From more differences than these on two titles have little in common."""


@rule(
    "salah",
    sumber="MEN-4: judul pada Menimbang sama dengan judul keputusan; berbeda pada 5 dari 61 keputusan yang dibaca",
    keyakinan="C",
)
def judul_menimbang_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul yang disebut pada akhir Menimbang sama dengan judul keputusan, kata demi kata.

    Huruf kapital, pergantian baris, dan tanda baca tidak dihitung. Yang tertinggal biasanya judul keputusan tahun lalu,
    atau kata Penetapan.

    Salah:
        tentang: Penetapan Tim Arsip
        menimbang:
          - bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Tim Arsip;
    Salah:
        tentang: Tim Arsip Tahun 2026
        menimbang:
          - bahwa perlu ditetapkan dengan Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Tim Arsip Tahun 2025;
    Benar:
        tentang: TIM ARSIP TAHUN 2026
        menimbang:
          - bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Tim Arsip Tahun 2026;
    """
    yield from _compared(keputusan, in_menimbang(keputusan), "Menimbang")


@rule(
    "salah",
    sumber="DIK-4: Menetapkan mengulang judul keputusan dengan huruf kapital (Keputusan KPU 1442/2019; pedoman DPR)",
    keyakinan="I",
)
def judul_menetapkan_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul setelah Menetapkan sama dengan judul keputusan, kata demi kata.

    Kalau `menetapkan` tidak ditulis, judul itu dicetak sendiri dan selalu sama.

    Salah:
        tentang: Tim Penataan Arsip
        menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG TIM PENYUSUTAN ARSIP.
    Benar:
        tentang: Tim Penataan Arsip
        menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG TIM PENATAAN ARSIP.
    Benar:
        tentang: Tim Penataan Arsip
        menetapkan: TIM PENATAAN ARSIP.
    """
    yield from _compared(keputusan, in_menetapkan(keputusan), "Menetapkan")


def _compared(keputusan: Keputusan, announced: Penetapan | None, place: str) -> Iterator[Remark]:
    # What is doubled above the title is told there (`kepala_judul_terulang`, `kata_ganda`), not once more here.
    head = KEPALA.match(keputusan.tentang) or _TENTANG.match(keputusan.tentang)
    title = keputusan.tentang[head.end() if head else 0 :]
    found = differences(title, announced.text, announced.judul) if announced else []
    if announced and found:
        span = found[0].span[0], found[-1].span[1]
        if len(found) > _MANY:
            message = f'judul lain disebut pada {place}: "{shown(announced.said(announced.judul))}"'
        else:
            message = f"judul pada {place} berbeda dari judul keputusan: {told(found)}"
        yield Remark(announced.path, message, span)


@rule(
    "salah",
    sumber="MEN-4, DIK-4: Menimbang dan Menetapkan menyebut Keputusan; sebuah keputusan menyebut Peraturan KPU",
    keyakinan="C",
)
def naskah_lain_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang ditetapkan disebut Keputusan, bukan Peraturan atau Surat Keputusan.

    Salah:
        menimbang: [bahwa perlu menetapkan Peraturan Komisi Pemilihan Umum Kota Mojokerto tentang Contoh;]
    Salah:
        menimbang: [bahwa perlu menetapkan Surat Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Contoh;]
    Benar:
        menimbang: [bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Contoh;]
    """
    for announced in _announcements(keputusan):
        naskah = announced.said(announced.naskah)
        if naskah and naskah.lower() != "keputusan":
            yield Remark(announced.path, f"yang ditetapkan disebut {naskah}", announced.naskah, "Keputusan")


@rule(
    "salah",
    sumber="MEN-4, DIK-4: Menimbang dan Menetapkan menyebut lembaga yang menetapkan keputusan",
    keyakinan="C",
)
def lembaga_lain_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lembaga yang disebut pada Menimbang dan Menetapkan adalah lembaga yang menetapkan keputusan ini.

    Nama kantor lain biasanya tertinggal dari keputusan yang disalin. Komisi Pemilihan Umum tanpa nama daerah adalah
    KPU RI. Tambahan Republik Indonesia dan nama yang disingkat tidak dipersoalkan di sini.

    Salah:
        menimbang: [bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Mojokerto tentang Contoh;]
    Salah:
        menimbang: [bahwa perlu menetapkan Keputusan Komisi Pemilihan Umum tentang Contoh;]
    Benar:
        menimbang: [bahwa perlu menetapkan Keputusan KPU Kota Mojokerto tentang Contoh;]
    """
    for announced in _announcements(keputusan):
        named = announced.said(announced.lembaga)
        if named and another(keputusan, named):
            message = f'lembaga lain disebut: "{named}", padahal keputusan ini dari {keputusan.satker.name()}'
            yield Remark(announced.path, message, announced.lembaga)


def _announcements(keputusan: Keputusan) -> list[Penetapan]:
    found = (in_menimbang(keputusan), in_menetapkan(keputusan))
    return [announced for announced in found if announced]


@rule("salah", sumber="DIK-4: judul setelah Menetapkan diakhiri titik (Keputusan KPU 1442/2019)", keyakinan="I")
def menetapkan_tanpa_titik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul setelah Menetapkan diakhiri titik.

    Salah:
        menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG CONTOH
    Benar:
        menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG CONTOH.
    """
    mark, span = end_mark(keputusan.menetapkan)
    if keputusan.menetapkan and mark != ".":
        yield Remark(("menetapkan",), "judul setelah Menetapkan diakhiri titik", span, ".", safe=True)
