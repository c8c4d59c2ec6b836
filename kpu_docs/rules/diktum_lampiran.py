"""The diktum: the annexes that they announce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.bahasa import dari_romawi, romawi
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._rujukan import AND, OF_ANOTHER, amends
from kpu_docs.tata_naskah import TataNaskah

_ANNEX = re.compile(
    rf"\b(?i:lampiran)\b(?P<semua>-(?i:lampiran)\b)?"
    rf"(?P<nomor>\s+(?:[IVXL]+|\d+)\b(?:{AND}(?:(?i:lampiran)\s+)?(?:[IVXL]+|\d+)\b)*)?"
)
_BEFORE = re.compile(r"\b(?:dalam|pada|menurut|dengan|di)\s+$", re.I)
_AFTER = re.compile(r"\s+(?:(?:surat\s+)?keputusan\s+(?:ini|yang)|yang\s+merupakan\s+bagian)\b", re.I)
_ATTACHED = re.compile(r"\bterlampir\b", re.I)
_PART = re.compile(r"bagian\s+(?:yang\s+)?tidak\s+terpisahkan", re.I)


class Sebutan(NamedTuple):
    """A mention of annexes: the numbers that it names (none: "Lampiran"), whether they are Roman, whether it means
    annexes of this decree for sure and not just any, where it stands.
    """

    nomor: tuple[int, ...]
    romawi: bool
    pasti: bool
    path: DataPath
    span: Span


def mentioned(keputusan: Keputusan) -> Iterator[Sebutan]:
    """The annexes of this decree that its diktum mention."""
    for path, text in bunyi(keputusan, "diktum"):
        for match in _ANNEX.finditer(text):
            if not OF_ANOTHER.match(text, match.end()):
                signs = re.findall(r"\b(?:[IVXL]+|\d+)\b", match["nomor"] or "")
                named = [int(sign) if sign.isdigit() else dari_romawi(sign) or 0 for sign in signs]
                numbers = range(named[0], named[-1] + 1) if match["sampai"] else named
                roman = not any(sign.isdigit() for sign in signs)
                capital = match[0][0] == "L" and not match["semua"]
                before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
                sure = bool(before and (capital or named or _AFTER.match(text, match.end())))
                yield Sebutan(tuple(numbers), roman, sure, path, match.span())
        for match in _ATTACHED.finditer(text):
            yield Sebutan((), True, False, path, match.span())


def _has_a_part(keputusan: Keputusan) -> bool:
    """Whether a diktum says that something is an inseparable part of the decree, by whatever name."""
    return any(_PART.search(text) for _, text in bunyi(keputusan, "diktum"))


@rule(
    "salah",
    sumber="LAM-1: lampiran diumumkan dalam diktum (pedoman UU 12/2011, DPR); DIK-7 (Keputusan KPU 1442/2019)",
    keyakinan="B",
)
def lampiran_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap lampiran disebut dalam diktum.

    Salah:
        lampiran: {judul: Susunan Tim, susunan_tim: {anggota: [Umpama Rekaan]}}
    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran I yang merupakan bagian dari Keputusan ini.]
        lampiran: [{judul: Jadwal, naskah: Contoh.}, {judul: Susunan Tim, naskah: Contoh.}]
    Benar:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran I dan Lampiran II Keputusan ini.]
        lampiran: [{judul: Jadwal, naskah: Contoh.}, {judul: Susunan Tim, naskah: Contoh.}]
    """
    count, found = len(keputusan.lampiran), [*mentioned(keputusan)]
    named = {number for one in found for number in one.nomor}
    if not found and _has_a_part(keputusan):
        return
    if count == 1 and not found:
        yield Remark(("lampiran", 0), "lampiran tidak disebut dalam diktum")
    elif count > 1 and all(one.nomor for one in found):
        for at in range(count):
            if at + 1 not in named:
                yield Remark(("lampiran", at), f"Lampiran {romawi(at + 1)} tidak disebut dalam diktum")


@rule(
    "salah",
    sumber="DIK-7: lampiran yang disebut dalam diktum adalah bagian keputusan (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def lampiran_tidak_ada(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap lampiran yang disebut dalam diktum ada.

    Lampiran peraturan atau keputusan lain tidak dihitung, juga lampiran yang diubah oleh keputusan perubahan.

    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran Keputusan ini.]
    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran I dan Lampiran II Keputusan ini.]
        lampiran: {judul: Jadwal, naskah: Contoh.}
    Benar:
        diktum: [Formulir sebagaimana tercantum dalam Lampiran Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022.]
    Benar:
        diktum: [Setiap laporan diserahkan beserta lampirannya; lampiran yang kurang dilengkapi.]
    """
    count = len(keputusan.lampiran)
    for one in () if amends(keputusan) else mentioned(keputusan):
        absent = [romawi(number) for number in one.nomor if count < number < 4000]
        if not count and one.pasti:
            yield Remark(one.path, "diktum menyebut lampiran, padahal keputusan ini tidak berlampiran", one.span)
        elif count and absent and max(one.nomor) > 1:
            yield Remark(one.path, f"tidak ada Lampiran {' dan Lampiran '.join(absent)}", one.span)


@rule(
    "periksa",
    sumber="LAM-2: lampiran yang lebih dari satu diberi angka Romawi (pedoman UU 12/2011, DPR); yang satu tidak",
    keyakinan="B",
)
def nomor_lampiran_tidak_sesuai(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lampiran disebut dalam diktum seperti tercetak pada kepalanya.

    Satu lampiran berkepala LAMPIRAN; beberapa lampiran berkepala LAMPIRAN I, LAMPIRAN II, dan seterusnya.

    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran Keputusan ini.]
        lampiran: [{judul: Jadwal, naskah: Contoh.}, {judul: Susunan Tim, naskah: Contoh.}]
    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran I Keputusan ini.]
        lampiran: {judul: Jadwal, naskah: Contoh.}
    Benar:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran I dan II Keputusan ini.]
        lampiran: [{judul: Jadwal, naskah: Contoh.}, {judul: Susunan Tim, naskah: Contoh.}]
    """
    count, found = len(keputusan.lampiran), [*mentioned(keputusan)]
    named = {number for one in found for number in one.nomor}
    for one in () if amends(keputusan) else found:
        if count > 1 and one.pasti and not one.nomor and not named.issuperset(range(1, count + 1)):
            message = f"ada {count} lampiran; sebutkan nomornya, misalnya Lampiran I dan Lampiran II"
            yield Remark(one.path, message, one.span)
        elif count == 1 and set(one.nomor) == {1}:
            yield Remark(one.path, "lampiran hanya satu dan berkepala LAMPIRAN, tanpa nomor", one.span)
        elif count > 1 and not one.romawi:
            yield Remark(one.path, "nomor lampiran ditulis dengan angka Romawi", one.span)


@rule(
    "periksa",
    sumber="LAM-1: lampiran diumumkan sebagai bagian tidak terpisahkan (pedoman UU 12/2011, DPR); DIK-7",
    keyakinan="B",
)
def lampiran_bukan_bagian(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Diktum yang mengumumkan lampiran menyebutnya bagian tidak terpisahkan dari Keputusan ini.

    Salah:
        diktum: [Menetapkan contoh sebagaimana tercantum dalam Lampiran.]
        lampiran: {judul: Contoh, naskah: Contoh.}
    Benar:
        diktum:
          - Menetapkan contoh sebagaimana tercantum dalam Lampiran yang merupakan bagian yang tidak terpisahkan dari
            Keputusan ini.
        lampiran: {judul: Contoh, naskah: Contoh.}
    """
    found = [*mentioned(keputusan)]
    if keputusan.lampiran and found and not _has_a_part(keputusan):
        message = "lampiran tidak disebut sebagai bagian tidak terpisahkan dari Keputusan ini"
        yield Remark(found[0].path, message, found[0].span)
