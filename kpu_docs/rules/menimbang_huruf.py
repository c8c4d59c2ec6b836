"""Menimbang: the letters that its items refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.bahasa import huruf
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._penetapan import in_menimbang
from kpu_docs.rules._rujukan import AND
from kpu_docs.tata_naskah import TataNaskah

_ALPHABET = 26
"""Items beyond z have two letters, which cannot be told from words."""

_REFERENCE = re.compile(
    rf"\b(?:dimaksud(?:kan)?|tersebut|disebut(?:kan)?|pertimbangan)\s+"
    rf"(?P<rujukan>(?:(?:dalam|pada|di)\s+)?huruf\s+(?P<huruf>[a-z]\b(?:{AND}(?:huruf\s+)?[a-z]\b)*))",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\s+(?:angka|ayat|pasal|bab|diktum|lampiran|undang|peraturan|keputusan|surat|ketentuan)\b", re.I
)


class _Rujukan(NamedTuple):
    """A reference of an item (from 0) to others, where it stands, and whether it names a range."""

    butir: int
    ke: tuple[int, ...]
    path: DataPath
    text: str
    span: Span
    rentang: bool


def _references(keputusan: Keputusan) -> Iterator[_Rujukan]:
    if len(keputusan.menimbang) > _ALPHABET:
        return
    for path, text in bunyi(keputusan, "menimbang"):
        for found in _REFERENCE.finditer(text):
            if not _ELSEWHERE.match(text, found.end()):
                named = [ord(letter) - ord("a") for letter in re.findall(r"\b[a-z]\b", found["huruf"].lower())]
                span = bool(found["sampai"])
                named = [*range(named[0], named[-1] + 1)] if span else named
                yield _Rujukan(int(path[1]), tuple(named), path, text, found.span("rujukan"), span)


@rule(
    "salah",
    sumber="MEN-2: butir terakhir merujuk huruf butir-butir di atasnya (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def rujukan_huruf_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Huruf yang dirujuk pada Menimbang ada, dan bukan huruf butir itu sendiri.

    Pertimbangan yang hanya satu tidak berhuruf, jadi tidak dapat dirujuk. Huruf pada pasal, ayat, atau peraturan lain
    tidak dihitung.

    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf b, perlu menetapkan Keputusan;
    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf c, perlu menetapkan Keputusan;
    Salah:
        menimbang: [bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a perlu menetapkan Keputusan;]
    Benar:
        menimbang:
          - bahwa untuk melaksanakan tugas sebagaimana dimaksud dalam huruf c Pasal 14 perlu ditata arsip;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan;
    """
    count = len(keputusan.menimbang)
    for one in _references(keputusan):
        if count == 1:
            yield Remark(one.path, "Menimbang hanya satu butir, jadi tidak ada huruf yang dapat dirujuk", one.span)
            continue
        absent = [huruf(to + 1) for to in one.ke if to >= count]
        if absent:
            yield Remark(one.path, f"Menimbang tidak mempunyai huruf {' dan huruf '.join(absent)}", one.span)
        if one.butir in one.ke:
            yield Remark(one.path, f"huruf {huruf(one.butir + 1)} merujuk dirinya sendiri", one.span)


@rule(
    "periksa",
    sumber="MEN-2: butir terakhir merujuk semua butir di atasnya (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def rujukan_huruf_tidak_lengkap(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir terakhir Menimbang merujuk semua pertimbangan di atasnya.

    Yang dirujuk oleh butir yang dirujuk ikut dihitung.

    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa perlu dibentuk tim;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf b, perlu menetapkan Keputusan Komisi
            Pemilihan Umum Kota Mojokerto tentang Contoh;
    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa berdasarkan hal tersebut, perlu menetapkan Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang
            Contoh;
    Benar:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa untuk keperluan sebagaimana dimaksud dalam huruf a perlu dibentuk tim;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf b, perlu menetapkan Keputusan Komisi
            Pemilihan Umum Kota Mojokerto tentang Contoh;
    """
    last, announced = len(keputusan.menimbang) - 1, in_menimbang(keputusan)
    if not announced or not 0 < last < _ALPHABET:
        return
    found = [*_references(keputusan)]
    reached = {last}
    for _ in range(last):
        reached |= {to for one in found if one.butir in reached for to in one.ke}
    missing = [f"huruf {huruf(at + 1)}" for at in range(last) if at not in reached]
    if missing:
        span = next((one.span for one in found if one.butir == last), None)
        yield Remark(announced.path, f"butir terakhir Menimbang tidak merujuk {_listed(missing)}", span)


@rule(
    "saran",
    sumber="MEN-2: dalam huruf a, huruf b, dan huruf c: kata huruf diulang, koma sebelum dan (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def rujukan_huruf_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Rujukan pada Menimbang berbunyi dalam huruf a, huruf b, dan huruf c.

    Kata depannya dalam, bukan pada; kata huruf diulang; dua huruf dihubungkan dengan dan tanpa koma, tiga atau lebih
    dengan koma dan dan.

    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud pada huruf a, perlu menetapkan Keputusan;
    Salah:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa perlu dibentuk tim;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan b, perlu menetapkan Keputusan;
    Benar:
        menimbang:
          - bahwa arsip perlu ditata;
          - bahwa perlu dibentuk tim;
          - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan;
    """
    for one in _references(keputusan):
        written = " ".join(one.text[slice(*one.span)].split())
        expected = f"dalam {_listed([f'huruf {huruf(to + 1)}' for to in one.ke])}"
        if not one.rentang and written != expected:
            yield Remark(one.path, "rujukan huruf tidak menurut rumusnya", one.span, expected, safe=True)


def _listed(parts: list[str]) -> str:
    """ "huruf a", "huruf a dan huruf b", "huruf a, huruf b, dan huruf c"."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"
