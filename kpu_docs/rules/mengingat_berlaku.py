"""Mengingat: rules that were not yet there on the day of the decree, and rules that were no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kpu_docs import bahasa
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Keraguan
from kpu_docs.peraturan.keadaan import rentang
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import Dasar, Sebutan, dasar, keraguan
from kpu_docs.rules._senomor import kembar
from kpu_docs.tata_naskah import TataNaskah


@rule(
    "salah",
    sumber="MGT-2: yang belum diundangkan atau belum berlaku tidak menjadi dasar hukum (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def dasar_belum_ada(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Dasar hukum dan perubahannya sudah ada pada tanggal Keputusan.

    Dinilai dari tahunnya, atau dari tanggal pengundangan yang terbaca; tanggal yang belum pasti dicari aturan
    `dasar_mungkin_belum_ada`.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2021-01-26}
        mengingat:
          - Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan sebagaimana telah diubah
            dengan Undang-Undang Nomor 13 Tahun 2022;
    Salah:
        ditetapkan: {di: Mojokerto, pada: 2022-06-01}
        mengingat: [uu-13-2022]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2022-06-20}
        mengingat: [uu-13-2022]
    """
    day = keputusan.ditetapkan.pada
    for one in _semua(keputusan) if day else ():
        if day and (reason := _belum_ada(one, day)):
            yield Remark(one.path, f"{one.nama} belum ada pada tanggal Keputusan: {reason}")


@rule("periksa", sumber="MGT-2: yang belum berlaku tidak menjadi dasar hukum; tanggal di register", keyakinan="M")
def dasar_mungkin_belum_ada(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Dasar hukum dari tahun yang sama dilihat lagi kalau mungkin belum diundangkan pada tanggal Keputusan.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2021-06-01}
        mengingat: [Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021;]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2021-08-01}
        mengingat: [Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021;]
    """
    day = keputusan.ditetapkan.pada
    for one in _semua(keputusan) if day else ():
        if day and one.entri and not _belum_ada(one, day) and day < (first := rentang(one.entri)[0]):
            message = f"{one.nama} diundangkan paling awal {bahasa.tanggal(first)}, sesudah tanggal Keputusan"
            yield Remark(one.path, message)


@rule(
    "salah", sumber="MGT-2: yang dicabut tidak menjadi dasar hukum (pedoman UU 12/2011, DPR); register", keyakinan="B"
)
def dasar_dicabut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang sudah dicabut tidak menjadi dasar hukum.

    Hanya kalau tanggal berlakunya peraturan yang mencabut terbaca; yang lain dicari aturan `dasar_mungkin_dicabut`.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2024-02-05}
        mengingat: [Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2023-02-06}
        mengingat: [Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;]
    """
    for item, entri, one in _tidak_berlaku(keputusan):
        if _pasti_dicabut(entri, keputusan.ditetapkan.pada):
            yield Remark(item.path, one.pesan)


@rule("periksa", sumber="MGT-2: yang dicabut tidak menjadi dasar hukum; register", keyakinan="M")
def dasar_mungkin_dicabut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang mungkin sudah dicabut atau diganti pada tanggal Keputusan dilihat lagi.

    Register mengenal penggantinya, tetapi pasal pencabutan atau tanggal berlakunya belum dibaca; atau Perppu itu sudah
    menjadi undang-undang.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2022-01-26}
        mengingat: [Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 52 Tahun 2014;]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2020-01-27}
        mengingat: [Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 52 Tahun 2014;]
    """
    for item, entri, one in _tidak_berlaku(keputusan):
        if not _pasti_dicabut(entri, keputusan.ditetapkan.pada):
            yield Remark(item.path, one.pesan)


def _semua(keputusan: Keputusan) -> Iterator[Sebutan]:
    return (one for item in dasar(keputusan) for one in item.sebutan)


def _belum_ada(one: Sebutan, day: date) -> str:
    """Why a rule was certainly not there on that day; empty where that is not certain."""
    read, entri = one.peraturan, one.entri
    if read.tahun and read.tahun > day.year:
        return f"tahunnya {read.tahun}"
    if read.tanggal and read.tanggal > day:
        return f"bertanggal {bahasa.tanggal(read.tanggal)}"
    known = entri and entri.keyakinan_tanggal == "tinggi" and (entri.diundangkan or entri.ditetapkan)
    return f"diundangkan {bahasa.tanggal(known)}" if known and known > day else ""


def _tidak_berlaku(keputusan: Keputusan) -> Iterator[tuple[Dasar, Entri, Keraguan]]:
    """The items whose rule is no longer, and what the register says of it; for a wrong number of the rule meant."""
    for item in dasar(keputusan):
        if entri := item.pokok.entri or kembar(item.pokok):
            kinds = ("dicabut",) if entri.peraturan.mengubah else ("dicabut", "perppu")
            for one in keraguan(keputusan, entri):
                if one.jenis in kinds:
                    yield item, entri, one


def _pasti_dicabut(entri: Entri, day: date | None) -> bool:
    doubted = any(one.apa == "pencabutan" for one in entri.belum_pasti)
    return bool(day and entri.berlaku_sampai and day >= entri.berlaku_sampai and not doubted)
