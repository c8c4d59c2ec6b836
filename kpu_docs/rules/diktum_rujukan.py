"""The diktum: the annexes that they announce, and the other diktum that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.bahasa import dari_romawi, diktum, nomor_diktum, romawi
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.tata_naskah import TataNaskah

_AND = r"(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|(?P<sampai>sampai\s+dengan|s\.?\s?d\.?))\s+)"
_ANNEX = re.compile(
    rf"\b(?i:lampiran)\b(?P<semua>-(?i:lampiran)\b)?"
    rf"(?P<nomor>\s+(?:[IVXL]+|\d+)\b(?:{_AND}(?:(?i:lampiran)\s+)?(?:[IVXL]+|\d+)\b)*)?"
)
_OF_ANOTHER = re.compile(
    r"\s+(?:(?i:peraturan|undang-undang|surat|instruksi|perjanjian|nota|berita)\b"
    r"|(?i:keputusan)\s+(?!(?i:ini|yang|dan|sebagai|tersebut)\b)\w)"
)
_ATTACHED = re.compile(r"\bterlampir\b", re.I)
_PART = re.compile(r"bagian\s+(?:yang\s+)?tidak\s+terpisahkan", re.I)

_LABEL = r"(?:KE[A-Z]+|PERTAMA)(?:\s+(?:BELAS|PULUH|RATUS|SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN))*"
_DIKTUM = re.compile(
    rf"\b(?i:diktum)\s+(?P<label>(?i:{_LABEL})\b(?:{_AND}(?:(?i:diktum)\s+(?i:{_LABEL})|{_LABEL})\b)*)"
)
_FORMULA = re.compile(
    rf"\b(?P<rumus>(?:sebagaimana\s+)?(?:yang\s+)?(?:dimaksud\s+)?(?:(?:dalam|pada|di)\s+)?)(?=diktum\s+(?:{_LABEL})\b)",
    re.I,
)
_USUAL = ("sebagaimana dimaksud dalam", "dimaksud dalam", "dalam", "pada", "di", "")


class _Sebutan(NamedTuple):
    """A mention of annexes: the numbers that it names (none: "Lampiran"), whether it means all, where it stands."""

    nomor: tuple[int, ...]
    semua: bool
    romawi: bool
    path: DataPath
    span: Span


def _annexes(keputusan: Keputusan) -> list[_Sebutan]:
    """The annexes of this decree that its diktum mention."""
    found = []
    for path, text in bunyi(keputusan, "diktum"):
        for match in _ANNEX.finditer(text):
            if not _OF_ANOTHER.match(text, match.end()):
                signs = re.findall(r"\b(?:[IVXL]+|\d+)\b", match["nomor"] or "")
                named = [int(sign) if sign.isdigit() else dari_romawi(sign) or 0 for sign in signs]
                numbers = range(named[0], named[-1] + 1) if match["sampai"] else named
                whole = bool(match["semua"])
                roman = not any(sign.isdigit() for sign in signs)
                found.append(_Sebutan(tuple(numbers), whole, roman, path, match.span()))
        for match in _ATTACHED.finditer(text):
            found.append(_Sebutan((), True, True, path, match.span()))
    return found


def _amends(keputusan: Keputusan) -> bool:
    """Whether annexes and diktum that are mentioned may be those of another decree."""
    return bool(keputusan.mengubah) or keputusan.tentang.casefold().startswith("perubahan")


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
    count, found = len(keputusan.lampiran), _annexes(keputusan)
    named = {number for one in found for number in one.nomor}
    if count == 1 and not found and not _has_a_part(keputusan):
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
    """
    count = len(keputusan.lampiran)
    for one in () if _amends(keputusan) else _annexes(keputusan):
        absent = [romawi(number) for number in one.nomor if count < number < 4000]
        if not count:
            yield Remark(one.path, "diktum menyebut lampiran, padahal keputusan ini tidak berlampiran", one.span)
        elif absent and max(one.nomor) > 1:
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
    count, found = len(keputusan.lampiran), _annexes(keputusan)
    named = {number for one in found for number in one.nomor}
    for one in () if _amends(keputusan) else found:
        if count > 1 and not (one.nomor or one.semua) and not named.issuperset(range(1, count + 1)):
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
    found = _annexes(keputusan)
    if keputusan.lampiran and found and not _has_a_part(keputusan):
        message = "lampiran tidak disebut sebagai bagian tidak terpisahkan dari Keputusan ini"
        yield Remark(found[0].path, message, found[0].span)


@rule(
    "salah",
    sumber="DIK-8: rujukan berbunyi sebagaimana dimaksud dalam Diktum KESATU (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def rujukan_diktum_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Diktum yang dirujuk ada, dan bukan diktum itu sendiri.

    Diktum keputusan lain tidak dihitung, juga tidak dalam keputusan perubahan.

    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KETIGA dibebankan pada anggaran.]
    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KEDUA dibebankan pada anggaran.]
    Benar:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KESATU dibebankan pada anggaran.]
    Benar:
        diktum: [Melaksanakan Diktum KELIMA Keputusan Komisi Pemilihan Umum Nomor 3 Tahun 2025.]
    """
    labels = {nomor_diktum(one.label) or at + 1 for at, one in enumerate(keputusan.diktum)}
    for path, text in () if _amends(keputusan) else bunyi(keputusan, "diktum"):
        at = int(path[1])
        own = nomor_diktum(keputusan.diktum[at].label) or at + 1
        for found in _DIKTUM.finditer(text):
            if _OF_ANOTHER.match(text, found.end()):
                continue
            for number in _numbers(found["label"]):
                if number not in labels:
                    yield Remark(path, f"tidak ada Diktum {diktum(number)}", found.span())
                elif number == own:
                    yield Remark(path, f"Diktum {diktum(own)} merujuk dirinya sendiri", found.span())


def _numbers(labels: str) -> list[int]:
    found = (nomor_diktum(label) for label in re.findall(_LABEL, labels.upper()))
    return [number for number in found if number]


@rule(
    "saran",
    sumber="DIK-8: sebagaimana dimaksud dalam Diktum KESATU (Keputusan KPU 1442/2019)",
    keyakinan="I",
)
def rujukan_diktum_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Rujukan ke diktum berbunyi sebagaimana dimaksud dalam Diktum KESATU.

    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud pada Diktum KESATU dibebankan pada anggaran.]
    Salah:
        diktum: [Menetapkan contoh., Biaya sebagaimana dalam DIKTUM KESATU dibebankan pada anggaran.]
    Benar:
        diktum: [Menetapkan contoh., Biaya sebagaimana dimaksud dalam Diktum KESATU dibebankan pada anggaran.]
    """
    for path, text in bunyi(keputusan, "diktum"):
        for found in _FORMULA.finditer(text):
            words = " ".join(found["rumus"].lower().split())
            if words not in _USUAL:
                message = "rujukan ke diktum tidak menurut rumusnya"
                yield Remark(path, message, found.span("rumus"), "sebagaimana dimaksud dalam ", safe=True)
