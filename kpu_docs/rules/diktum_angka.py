"""The diktum: figures against the annex, against what stands below them, and against the size of PPK, PPS and KPPS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kpu_docs.angka import baca, tulis, tulis_rupiah
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.isi import Isi
from kpu_docs.lampiran.anggaran import Anggaran
from kpu_docs.lampiran.susunan_tim import SusunanTim
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._lampiran import annexes
from kpu_docs.tata_naskah import TataNaskah

_NUMBER = r"(?P<angka>(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)"
_PEOPLE = re.compile(rf"(?<![\w.,]){_NUMBER}\s*(?:\([^)]*\)\s*)?(?:orang|anggota)\b", re.I)
_AMOUNT = re.compile(rf"\bRp\.?\s*{_NUMBER}", re.I)
_ANNEX = re.compile(r"\blampiran\b", re.I)
_WHOLE = re.compile(r"\b(?:seluruhnya|total|jumlah|sejumlah|sebesar|sebanyak|berjumlah|beranggotakan)\b", re.I)
_EACH = re.compile(r"\b(?:setiap|tiap|masing-masing|per|paling|maksimal|minimal|sekurang\w*)\b|/", re.I)
_LIST_FOLLOWS = re.compile(
    r"\s*,?\s*(?:(?:yaitu|yakni|terdiri\s+(?:atas|dari)|dengan\s+susunan(?:\s+keanggotaan)?|sebagai\s+berikut)\s*)*:$",
    re.I,
)


class _Sebutan(NamedTuple):
    """A figure of the diktum that says how much the annex comes to: its value and where it stands."""

    nilai: Decimal
    path: DataPath
    span: Span


def _figures(keputusan: Keputusan, figure: re.Pattern[str]) -> Iterator[_Sebutan]:
    """The figures of the sentences that speak of the annex as a whole, if each has one figure of that kind only."""
    for path, text in bunyi(keputusan, "diktum"):
        matches = [*figure.finditer(text)]
        if len(matches) == 1 and _ANNEX.search(text) and _WHOLE.search(text) and not _EACH.search(text):
            value = baca(matches[0]["angka"])
            if value is not None:
                yield _Sebutan(value, path, matches[0].span())


@rule(
    "periksa",
    sumber="angka dalam diktum dan lampirannya menyebut jumlah yang sama; tidak ada sumber tertulis",
    keyakinan="M",
)
def jumlah_orang_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Jumlah orang dalam diktum sama dengan banyaknya nama di bawahnya atau di dalam lampirannya.

    Dihitung kalau kalimatnya menyebut satu jumlah saja, dan hanya ada satu lampiran susunan tim.

    Salah:
        diktum: ['Membentuk Tim sebanyak 3 (tiga) orang sebagaimana tercantum dalam Lampiran.']
        lampiran: {susunan_tim: {anggota: [Umpama Rekaan, Andai Saja]}}
    Salah:
        diktum:
          - teks: 'Membentuk Tim yang beranggotakan 3 (tiga) orang:'
            daftar: [Umpama Rekaan, Andai Saja]
    Benar:
        diktum: ['Membentuk Tim sebanyak 2 (dua) orang sebagaimana tercantum dalam Lampiran.']
        lampiran: {susunan_tim: {anggota: [Umpama Rekaan, Andai Saja]}}
    Benar:
        diktum: ['Membentuk Tim dengan 1 (satu) orang ketua dan 4 (empat) orang anggota menurut Lampiran.']
        lampiran: {susunan_tim: {anggota: [Umpama Rekaan, Andai Saja]}}
    """
    teams = [*annexes(keputusan, SusunanTim)]
    if len(teams) == 1:
        [(annex, team)] = teams
        count = sum(len(part.anggota) for part in team.bagian)
        for one in _figures(keputusan, _PEOPLE):
            if one.nilai != count:
                message = f"diktum menyebut {tulis(one.nilai)} orang, lampiran memuat {count}"
                yield Remark(one.path, message, one.span, also=(annex[:2],))
    for at, diktum in enumerate(keputusan.diktum):
        for n, isi in enumerate(diktum.isi):
            yield from _listed(isi, ("diktum", at, "isi", n, "teks"))


def _listed(isi: Isi, path: DataPath) -> Iterator[Remark]:
    """The number of people that a sentence announces against the names listed below it."""
    found = _PEOPLE.search(isi.teks)
    items = [item.isi[0].teks for item in isi.daftar.butir] if isi.daftar else [line.isi for line in isi.rincian]
    several = any(_PEOPLE.search(item) or "\n" in item for item in items)
    if found and items and not several and _LIST_FOLLOWS.match(isi.teks, found.end()) and not _EACH.search(isi.teks):
        value = baca(found["angka"])
        if value is not None and value != len(items):
            yield Remark(path, f"disebut {tulis(value)} orang, di bawahnya {len(items)}", found.span())


@rule(
    "periksa",
    sumber="angka dalam diktum dan lampirannya menyebut jumlah yang sama; tidak ada sumber tertulis",
    keyakinan="M",
)
def jumlah_biaya_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Jumlah rupiah dalam diktum sama dengan jumlah seluruhnya dalam lampiran anggaran.

    Dihitung kalau kalimatnya menyebut satu jumlah saja, dan hanya ada satu lampiran anggaran.

    Salah:
        diktum: ['Menetapkan biaya sebesar Rp1.500.000,00 sebagaimana tercantum dalam Lampiran.']
        lampiran: {anggaran: {rincian: [{uraian: Konsumsi, volume: 20 orang, harga: 50.000}]}}
    Benar:
        diktum: ['Menetapkan biaya sebesar Rp1.000.000,00 sebagaimana tercantum dalam Lampiran.']
        lampiran: {anggaran: {rincian: [{uraian: Konsumsi, volume: 20 orang, harga: 50.000}]}}
    """
    budgets = [*annexes(keputusan, Anggaran)]
    total = budgets[0][1].seluruhnya.nilai if len(budgets) == 1 else None
    if total is not None:
        for one in _figures(keputusan, _AMOUNT):
            if one.nilai != total:
                message = f"diktum menyebut {tulis_rupiah(one.nilai)}, jumlah dalam lampiran {tulis_rupiah(total)}"
                yield Remark(one.path, message, one.span, also=(budgets[0][0][:2],))


_SIZES = {
    "panitia pemilihan kecamatan": 5,
    "panitia pemungutan suara": 3,
    "kelompok penyelenggara pemungutan suara": 7,
}
_SIZES_SINCE = date(2019, 1, 1)
"""Before it a PPK had three members for a time."""

_APPOINTS = re.compile(
    r"(?:penetapan|pengangkatan|pembentukan)(?:\s+dan\s+(?:penetapan|pengangkatan))?\s+"
    rf"(?:(?:nama-nama|ketua\s+dan|anggota)\s+)*(?P<badan>{'|'.join(_SIZES)})\b",
    re.I,
)
_MEMBER = re.compile(r"(?:ketua|anggota)\b", re.I)
_UNIT = re.compile(
    r"\b(?:kecamatan|distrik|desa|kelurahan|gampong|nagari|kampung|TPS|tempat\s+pemungutan\s+suara)\b", re.I
)


@rule(
    "periksa",
    sumber="UU 7/2017 Pasal 52, 55, dan 59: PPK 5 orang (Putusan MK 31/PUU-XVI/2018), PPS 3 orang, KPPS 7 orang; "
    "dari ingatan, belum dicocokkan dengan naskah resminya",
    keyakinan="M",
)
def jumlah_anggota_adhoc(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """PPK beranggotakan 5 orang, PPS 3 orang, KPPS 7 orang.

    Dihitung kalau judulnya menetapkan anggota satu macam badan, menurut baris rincian Ketua dan Anggota dalam diktum,
    atau menurut bagian lampiran susunan tim yang menyebut kecamatan, desa, atau TPS. Keputusan sebelum tahun 2019 dan
    penggantian antarwaktu tidak diperiksa.

    Salah:
        tentang: Penetapan Anggota Panitia Pemungutan Suara Desa Umpama
        diktum:
          - teks: 'Menetapkan Anggota Panitia Pemungutan Suara Desa Umpama:'
            rincian: [Ketua: Umpama Rekaan, Anggota: Andai Saja]
    Benar:
        tentang: Penetapan Anggota Panitia Pemungutan Suara Desa Umpama
        diktum:
          - teks: 'Menetapkan Anggota Panitia Pemungutan Suara Desa Umpama:'
            rincian: [Ketua: Umpama Rekaan, Anggota: Andai Saja, Anggota: Misal Kedua, Sekretaris: Contoh Belaka]
    Benar:
        tentang: Pengangkatan Pengganti Antarwaktu Anggota Panitia Pemungutan Suara Desa Umpama
        diktum:
          - teks: 'Mengangkat Anggota Panitia Pemungutan Suara Desa Umpama:'
            rincian: [Anggota: Andai Saja]
    """
    title = " ".join(keputusan.tentang.split())
    found, day = _APPOINTS.match(title), keputusan.ditetapkan.pada
    if not found or (day and day < _SIZES_SINCE):
        return
    badan = found["badan"]
    size = _SIZES[badan.lower()]
    for path, count in _members(keputusan):
        if count not in (0, size):
            yield Remark(path, f"{badan.title()} beranggotakan {size} orang, di sini {count}")


def _members(keputusan: Keputusan) -> Iterator[tuple[DataPath, int]]:
    """The places where the members of one body are listed, and how many there are."""
    for at, diktum in enumerate(keputusan.diktum):
        for n, isi in enumerate(diktum.isi):
            yield ("diktum", at, "isi", n), len([line for line in isi.rincian if _MEMBER.match(line.nama)])
    for path, team in annexes(keputusan, SusunanTim):
        for b, part in enumerate(team.bagian):
            if _UNIT.search(part.judul):
                named = (one.kedudukan or one.jabatan or "Anggota" for one in part.anggota)
                yield (*path, "bagian", b), len([name for name in named if _MEMBER.match(name)])
