"""Decrees that change others: what the title, the data and the text say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.bahasa import dari_romawi, diktum, nomor_diktum
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._acuan import Disebut, decrees, tight
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts

_AMENDS = re.compile(
    r"\s*perubahan\b(?P<urutan>(?:\s+(?!atas\b|keputusan\b)[\w-]+){0,3})(?P<atas>\s+atas)?\s+keputusan\b", re.I
)
_CHANGED = re.compile(
    r"(?:(?!\bnomor\b)[^;])*?\bsebagaimana\s+(?:telah\s+)?(?P<kali>(?:telah\s+)?beberapa\s+kali\s+)?(?:telah\s+)?"
    r"(?:diubah|dirubah)\b(?P<kali2>\s+beberapa\s+kali)?",
    re.I,
)
_ORDINAL = re.compile(r"\bperubahan\b(?P<urutan>(?:\s+(?!atas\b)[\w-]+){0,3})\s+atas\b", re.I)
_CHANGES = re.compile(r"\b(?:dihapus|disisipkan|ditambahkan|ditambah|dicabut|diganti|lampiran)\b", re.I)


class _Judul(NamedTuple):
    """The title of an amending decree: its ordinal as written, the number of that (None: unreadable), where the
    ordinal stands, and the decree that is changed, if it is named by its number.
    """

    urutan: str
    ke: int | None
    span: Span
    asal: Disebut | None


def _amending(keputusan: Keputusan) -> _Judul | None:
    title = keputusan.tentang
    found = _AMENDS.match(title)
    if not found:
        return None
    written = " ".join(found["urutan"].split())
    return _Judul(written, _ordinal(written), found.span("urutan"), next(decrees(title), None))


def _ordinal(written: str) -> int | None:
    """Which amendment it is: "" is the first, "Kedua", "Ke-2", "II" and "2" the second; None if it cannot be read."""
    bare = re.sub(r"^ke-?\s?(?=[\dIVX]+$)", "", written, flags=re.I)
    if bare.isascii() and bare.isdigit():
        return int(bare[:4])
    return nomor_diktum(written) or dari_romawi(bare.upper()) if written else 1


@rule(
    "salah",
    sumber="TTL-3: judul keputusan perubahan menyebut nomor keputusan yang diubah (pedoman UU 12/2011; KPU RI)",
    keyakinan="I",
)
def perubahan_tanpa_nomor(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul keputusan perubahan menyebut nomor dan judul keputusan yang diubah.

    Salah:
        tentang: Perubahan atas Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang Tim Penataan Arsip
    Benar:
        tentang: Perubahan atas Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
    """
    amending = _amending(keputusan)
    if amending and not amending.asal:
        yield Remark(("tentang",), "judul tidak menyebut nomor keputusan yang diubah")


@rule(
    "periksa",
    sumber="TTL-3: Perubahan atas, lalu Perubahan Kedua atas, Perubahan Ketiga atas (pedoman UU 12/2011; KPU RI)",
    keyakinan="I",
)
def urutan_perubahan_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Perubahan pertama tidak bernomor urut; berikutnya berbunyi Perubahan Kedua, Ketiga, dan seterusnya.

    Salah:
        tentang: Perubahan Pertama atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Penataan Arsip
    Salah:
        tentang: Perubahan Ke-2 atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Penataan Arsip
    Benar:
        tentang: Perubahan Kedua atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Penataan Arsip
    """
    amending = _amending(keputusan)
    if amending and amending.urutan and amending.ke and amending.ke < 100:
        usual = "" if amending.ke == 1 else f" {diktum(amending.ke).title()}"
        if amending.urutan.casefold() != usual.strip().casefold():
            message = "urutan perubahan pada judul tidak menurut rumusnya"
            yield Remark(("tentang",), message, amending.span, usual.upper() if amending.urutan.isupper() else usual)


class _Riwayat(NamedTuple):
    """What a text says of earlier amendments of the decree that is changed: how many at least, whether that is all
    that is known, where it stands.
    """

    ke: int
    pasti: bool
    path: DataPath
    span: Span


def _history(keputusan: Keputusan, base: Disebut | None) -> Iterator[_Riwayat]:
    for path, text in (*bunyi(keputusan, "menimbang"), *texts(keputusan, ("mengingat",))):
        for cited in decrees(text):
            found = _CHANGED.match(text, cited.span[1]) if base and cited.same(base) else None
            if found:
                named = _ORDINAL.search(text, found.end())
                at = _ordinal(" ".join(named["urutan"].split())) if named else None
                often = bool(found["kali"] or found["kali2"])
                least = at or (2 if often else 1)
                yield _Riwayat(max(least, 2) if often else least, bool(at) or not often, path, found.span())


@rule(
    "salah",
    sumber="TTL-3: nomor urut perubahan satu lebih banyak daripada perubahan terakhir yang disebut (KPU RI)",
    keyakinan="I",
)
def urutan_perubahan_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Urutan perubahan pada judul sesuai dengan perubahan sebelumnya.

    Dibandingkan dengan yang disebut Menimbang dan Mengingat ("sebagaimana telah diubah dengan ..."), dan dengan
    `mengubah` kalau di situ ditulis juga perubahan sebelumnya.

    Salah:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        menimbang:
          - bahwa Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip sebagaimana telah diubah dengan
            Keputusan KPU Kota Mojokerto Nomor 9 Tahun 2025 perlu disesuaikan;
    Salah:
        tentang: Perubahan Kedua atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        mengubah:
          - {nomor: 3 TAHUN 2025, tentang: Tim Arsip}
          - {nomor: 9 TAHUN 2025, tentang: Perubahan atas Keputusan Nomor 3 Tahun 2025}
          - {nomor: 14 TAHUN 2025, tentang: Perubahan Kedua atas Keputusan Nomor 3 Tahun 2025}
    Benar:
        tentang: Perubahan Kedua atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        menimbang:
          - bahwa Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip sebagaimana telah diubah dengan
            Keputusan KPU Kota Mojokerto Nomor 9 Tahun 2025 perlu disesuaikan;
    """
    amending = _amending(keputusan)
    if not amending or not amending.ke:
        return
    for one in _history(keputusan, amending.asal):
        if amending.ke <= one.ke or (one.pasti and amending.ke != one.ke + 1):
            earlier = f"{'' if one.pasti else 'sedikitnya '}{one.ke} perubahan sebelumnya"
            yield Remark(one.path, f"{_called(amending.ke)} pada judul, padahal disebut {earlier}", one.span)
    earlier_ones = sum(one.tentang.casefold().startswith("perubahan") for one in keputusan.mengubah)
    if earlier_ones and amending.ke != earlier_ones + 1:
        message = f"{_called(amending.ke)} pada judul, padahal `mengubah` memuat {earlier_ones} perubahan sebelumnya"
        yield Remark(("tentang",), message, amending.span if amending.urutan else None)


def _called(ke: int) -> str:
    return "Perubahan" if ke == 1 else f"Perubahan {diktum(min(ke, 999)).title()}"


@rule(
    "periksa",
    sumber="sejak perubahan kedua, Menimbang menyebut keputusan asalnya sebagaimana telah diubah (KPU RI)",
    keyakinan="I",
)
def perubahan_sebelumnya_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Perubahan kedua dan seterusnya menyebut perubahan sebelumnya pada Menimbang atau Mengingat.

    Salah:
        tentang: Perubahan Kedua atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
    Benar:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
    """
    amending = _amending(keputusan)
    if amending and (amending.ke or 0) > 1 and amending.asal and not any(_history(keputusan, amending.asal)):
        message = "perubahan sebelumnya tidak disebut (sebagaimana telah diubah dengan ...) pada Menimbang"
        yield Remark(("tentang",), message, amending.span)


@rule(
    "periksa",
    sumber="TTL-3: judul keputusan perubahan menyebut keputusan yang diubah; sebuah keputusan KPU mengubah diam-diam",
    keyakinan="I",
)
def keputusan_diubah_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Keputusan yang diubah menurut `mengubah` disebut pada judul, dengan nomor yang sama.

    Salah:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        mengubah: {nomor: 13 TAHUN 2025}
    Salah:
        tentang: Tim Arsip
        mengubah: {nomor: 3 TAHUN 2025}
    Benar:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        mengubah: {nomor: 3 TAHUN 2025}
    """
    amending, changed = _amending(keputusan), keputusan.mengubah
    if changed and not amending:
        message = "`mengubah` menyebut keputusan yang diubah, tetapi judulnya tidak diawali Perubahan"
        yield Remark(("tentang",), message)
    elif changed and amending and amending.asal:
        number = amending.asal.nomor
        if all(tight(one.nomor) != tight(number) for one in changed):
            message = f"judul menyebut Nomor {number}, `mengubah` menyebut {changed[0].nomor}"
            yield Remark(("mengubah", 0, "nomor"), message)


@rule(
    "periksa",
    sumber="keputusan perubahan menyebut bunyi ketentuan yang baru (sehingga berbunyi ...)",
    keyakinan="M",
)
def perubahan_tanpa_bunyi(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Keputusan perubahan memuat bunyi yang baru (`berbunyi`), lampiran, atau mengatakan apa yang dihapus.

    Salah:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        diktum: [Mengubah Diktum KEDUA Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025.]
    Benar:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        diktum:
          - teks: 'Ketentuan Diktum KEDUA diubah sehingga berbunyi sebagai berikut:'
            berbunyi: {label: KEDUA, teks: Masa kerja Tim sampai dengan 31 Desember 2026.}
    Benar:
        tentang: Perubahan atas Keputusan KPU Kota Mojokerto Nomor 3 Tahun 2025 tentang Tim Arsip
        diktum: [Diktum KELIMA dihapus.]
    """
    if not _amending(keputusan) or keputusan.lampiran:
        return
    quotes = any("berbunyi" in path for path, _ in texts(keputusan, ("diktum",)))
    said = " ".join(text for _, text in bunyi(keputusan, "diktum"))
    if not quotes and not _CHANGES.search(said) and "berbunyi" not in said.casefold():
        yield Remark(("diktum", 0), "keputusan perubahan tidak memuat bunyi yang baru; isi `berbunyi` atau lampiran")
