"""Mengingat: the words of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kpu_docs.model import Keputusan
from kpu_docs.peraturan.jenis import JENIS
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import SURAT, Sebutan, dasar, tersebut, tertulis
from kpu_docs.tata_naskah import TataNaskah

_BERTAHUN = frozenset({"uu", "uu-darurat", "perppu", "pp", "perpres", "keppres", "inpres", "pkpu", "permen"})
"""Kinds that are never cited without number and year."""
_LABEL = re.compile(r"\b(?:Nomor|No\b\.?)\s*:?\s*$", re.I)
_KATA = re.compile(r"\b(?:nomor|tahun|tentang)\b|\bno\b\.?", re.I)
_BENAR = {"nomor": "Nomor", "no": "Nomor", "no.": "Nomor", "tahun": "Tahun", "tentang": "tentang"}
_AWAL = re.compile(r"(?:(?!\b(?:Nomor|No|tentang|Tahun)\b)[^;()]){0,120}", re.I)
_KPU = ("Komisi", "Pemilihan", "Umum")
_JENIS = [tuple(jenis.nama.split()) for jenis in JENIS if not jenis.bernama and jenis.kode not in ("uud", "tap-mpr")]
_SEJENIS = 0.8
"""How alike two words are of which one is taken for a misspelling of the other."""


@rule(
    "salah",
    sumber="MGT-4, MGT-5: peraturan disebut dengan kata Nomor, Tahun, dan tentang (Keputusan KPU RI)",
    keyakinan="I",
)
def kata_kutipan_hilang(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan disebut lengkap: jenis, Nomor, Tahun, tentang, judul.

    Salah:
        mengingat: [Undang-Undang 43 Tahun 2009 tentang Kearsipan;]
    Salah:
        mengingat: [Undang-Undang Nomor 43 Tahun 2009 Kearsipan;]
    Salah:
        mengingat: [Undang-Undang Nomor 43 tentang Kearsipan;]
    Salah:
        mengingat: [Undang-Undang tentang Kearsipan;]
    Benar:
        mengingat:
          - Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Keputusan Komisi Pemilihan Umum Nomor 57/HK.03/2022 tentang Contoh;
    """
    for one in tersebut(keputusan):
        read, letak = one.peraturan, one.peraturan.letak
        if letak.nomor and not _LABEL.search(one.teks, 0, one.span(letak.nomor)[0]):
            yield Remark(one.path, "kata Nomor hilang", one.span(letak.nomor), f"Nomor {read.nomor}", safe=True)
        if read.kode in _BERTAHUN and not letak.nomor:
            yield Remark(one.path, f"{one.nama} disebut tanpa nomor dan tahunnya")
        elif read.kode in _BERTAHUN and not read.tahun:
            yield Remark(one.path, f"{one.nama} disebut tanpa tahunnya")
        elif at := one.tanpa_tentang:
            yield Remark(one.path, "kata tentang hilang", (at, at), "tentang ")


@rule("periksa", sumber="MGT-4, MGT-5: peraturan disebut dengan judulnya (Keputusan KPU RI)", keyakinan="I")
def judul_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan disebut dengan judulnya.

    Salah:
        mengingat: [Undang-Undang Nomor 43 Tahun 2009;]
    Benar:
        mengingat: [Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;]
    """
    for item in tertulis(keputusan):
        if _tanpa_judul(item.pokok):
            yield _tambahan(item.pokok, f"{item.pokok.nama} disebut tanpa judul")


@rule("saran", sumber="MGT-6, MGT-7: peraturan yang mengubah disebut dengan judulnya (Keputusan KPU RI)", keyakinan="I")
def judul_pengubah_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang mengubah disebut lengkap dengan judulnya.

    Salah:
        mengingat:
          - Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan sebagaimana telah diubah
            dengan Undang-Undang Nomor 15 Tahun 2019;
    Benar:
        mengingat: [uu-12-2011]
    """
    for item in tertulis(keputusan):
        for one in item.sebutan[1:]:
            if _tanpa_judul(one):
                yield _tambahan(one, f"{one.nama} disebut tanpa judul")


@rule("saran", sumber="MGT-4, MGT-5: Nomor ... Tahun ... tentang ... (Keputusan KPU RI)", keyakinan="I")
def ejaan_kutipan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Dalam kutipan kata Nomor dan Tahun ditulis lengkap dengan huruf kapital, tentang dengan huruf kecil.

    Salah:
        mengingat: [Undang-Undang No. 43 Tahun 2009 tentang Kearsipan;]
    Salah:
        mengingat: [Undang-Undang nomor 43 tahun 2009 Tentang Kearsipan;]
    Benar:
        mengingat: [Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;]
    """
    for one in tersebut(keputusan):
        begin, end = one.kepala
        number = one.span(one.peraturan.letak.nomor or (0, 0))
        for found in _KATA.finditer(one.teks, begin, end):
            right = _BENAR[found[0].lower()]
            if found[0] != right and not number[0] <= found.start() < number[1]:
                yield Remark(one.path, f"ditulis {right}", found.span(), right, safe=True)


@rule(
    "periksa", sumber="MGT-4, MGT-5: jenis peraturan dan nama lembaga disebut lengkap (Keputusan KPU RI)", keyakinan="I"
)
def jenis_salah_tulis(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Jenis peraturan dan nama pembuatnya tidak salah tulis.

    Salah:
        mengingat: [Peratuan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Kearsipan;]
    Salah:
        mengingat: [Peraturan Komisi Pemilihan Nomor 8 Tahun 2019 tentang Tata Kerja;]
    Salah:
        mengingat: [Surat Keputusan Komisi Pemilihan Umum Nomor 57 Tahun 2022 tentang Contoh;]
    Benar:
        mengingat:
          - Peraturan Komisi Pemberantasan Korupsi Nomor 2 Tahun 2020 tentang Contoh;
          - Keputusan Komisi Independen Pemilihan Aceh Nomor 3 Tahun 2020 tentang Contoh;
          - Surat Menteri Keuangan Nomor S-647/MK.02/2022 perihal Contoh;
    """
    for item in dasar(keputusan):
        if item.kunci:
            continue
        begin = item.pokok.mulai
        head = _AWAL.match(item.teks, begin)
        words = [*re.finditer(r"[^\s,]+", head[0])] if head else []
        found = _salah_tulis([word[0] for word in words])
        # A hyphen alone is for `kata_ulang_tanpa_tanda_hubung`.
        if found and found[1].replace("-", "").lower() != "".join(w[0] for w in words[: found[0]]).lower():
            count, right = found
            yield Remark(
                item.path,
                f"jenis atau nama lembaga salah tulis, mungkin maksudnya {right}",
                (begin, begin + words[count - 1].end()),
                right,
            )


def _tanpa_judul(one: Sebutan) -> bool:
    read = one.peraturan
    return bool(read.nomor and read.tahun and not read.tentang) and read.kode not in SURAT and not one.tanpa_tentang


def _tambahan(one: Sebutan, message: str) -> Remark:
    """With the title of the register, if nothing about it is in doubt."""
    entri, end = one.entri, one.kepala[1]
    known = entri and not any(doubt.apa == "tentang" for doubt in entri.belum_pasti)
    title = f" tentang {entri.peraturan.tentang}" if entri and known else None
    return Remark(one.path, message, (end, end), title)


def _salah_tulis(words: list[str]) -> tuple[int, str] | None:
    """How many of the first words are misspelt, and what is right; None where nothing is."""
    if [word.casefold() for word in words[:2]] == ["surat", "keputusan"]:
        return 2, "Keputusan"
    for right in _JENIS:
        count = len(right)
        if _mirip(words[:count], right):
            return count, " ".join(right)
    kind = words[:1]
    if kind and kind[0].casefold() in ("peraturan", "keputusan"):
        if _mirip(words[1:4], _KPU):
            return 4, " ".join((*kind, *_KPU))
        short = [word.casefold() for word in words[1:4]]
        if short[:2] == ["komisi", "pemilihan"] and short[2:] != ["umum"]:
            return 3, " ".join((*kind, *_KPU))
    return None


def _mirip(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words are the right ones but for letters of some of them."""
    pairs = [(word.casefold(), other.casefold()) for word, other in zip(words, right, strict=False)]
    if len(words) < len(right) or all(word == other for word, other in pairs):
        return False
    return all(SequenceMatcher(None, word, other).ratio() >= _SEJENIS for word, other in pairs)
