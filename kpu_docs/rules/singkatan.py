"""Abbreviations that nothing in the decree explains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kpu_docs import bahasa
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._kata import foreign, inside, is_name, words
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts

_ABBREVIATION = re.compile(r"(?<![\w.@-])(?<!\d/)(?:e-)?(?P<singkatan>[A-Z]{2,6})(?![\w@]|[./-]?\d|\.[A-Z])")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_EXPLAINED = re.compile(
    r"\(\s*[A-Z]{2,6}(?:\s*(?:[/,]|atau|dan)\s*[A-Z]{2,6})*\s*\)"  # ... (WBK/WBBM)
    r"|\b(?:disebut|disingkat|singkatan)\b[^.;]{0,40}"
    r"|\b[A-Z]{2,6}\s*(?:=|adalah\b|\((?=[A-Za-z]))"  # SOP (standar ...)
    r"|(?:^|[,;]\s*)[A-Z]{2,6}\s*:|^[A-Z]{2,6}$",  # a legend, a cell of a list of abbreviations
    re.M,
)
_NOT_ASKED = frozenset({"kantor", "satker", "mengingat", "memperhatikan", "tembusan", "nomor"})
FEWEST_WORDS = 3
"""So many words in small letters, and a text is a sentence: in headings and cells capitals say nothing."""


class _Used(NamedTuple):
    """An abbreviation, and where it first stands."""

    singkatan: str
    path: DataPath
    span: Span


@rule(
    "saran",
    sumber="PermenPANRB 81/2012 (penamaan, singkatan, dan akronim instansi): penyebutan pertama didahului bentuk "
    "lengkapnya",
    keyakinan="B",
)
def singkatan_tanpa_kepanjangan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Singkatan dijelaskan kepanjangannya pada penyebutan pertama.

    Semua singkatan yang belum dijelaskan disebut dalam satu temuan. Yang lazim (KPU, NIP, APBN) tidak perlu dijelaskan.
    Singkatan yang mirip dengan singkatan lain dalam keputusan yang sama mungkin salah ketik.

    Salah:
        diktum: [Menyusun laporan SPIP tahunan dan menyampaikan LHKPN tepat waktu.]
    Benar:
        diktum:
          - Menyusun laporan Sistem Pengendalian Intern Pemerintah (SPIP) tahunan.
          - Laporan SPIP disampaikan kepada Ketua KPU RI sesuai dengan Keputusan HK.03.1 dan ditandatangani ANDI AMIN.
    Benar:
        diktum: ['Menetapkan Rencana Kerja Zona Integritas, yang selanjutnya disebut ZI.', Pelaksanaan ZI dilaporkan.]
    """
    written = [(path, text) for path, text in texts(keputusan) if path[0] not in _NOT_ASKED]
    explained = {one for _, text in written for found in _EXPLAINED.findall(text) for one in _CAPITALS.findall(found)}
    plain = {word.text.upper() for _, text in written for word in words(text) if not word.text.isupper()}
    used: dict[str, _Used] = {}
    for path, text in written:
        for one in _abbreviations(path, text):
            used.setdefault(one.singkatan, one)
    unknown = [one for name, one in used.items() if name not in explained | plain]
    if unknown:
        first, *others = unknown
        listed = ", ".join(one.singkatan + _hint(one.singkatan, explained) for one in unknown)
        also = tuple(other.path for other in others)
        yield Remark(first.path, f"singkatan tanpa kepanjangan: {listed}", first.span, also=also)


def _abbreviations(path: DataPath, text: str) -> Iterator[_Used]:
    """The uncommon abbreviations of a text, if it is a sentence."""
    if is_name(path) or sum(not word.text.isupper() for word in words(text)) < FEWEST_WORDS:
        return
    aside = foreign(text)
    for found in _ABBREVIATION.finditer(text):
        name = found["singkatan"]
        if not (_common(name) or _among_capitals(text, *found.span()) or inside(aside, *found.span())):
            yield _Used(name, path, found.span("singkatan"))


def _common(name: str) -> bool:
    """Whether it needs no explanation, or is no abbreviation at all: a word, a number, a label."""
    numbers = bahasa.dari_romawi(name), bahasa.nomor_diktum(name)
    return name in _listed()["lazim"] or name in _listed()["kata"] or any(number is not None for number in numbers)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word next to it is in capitals too: then it is part of a name or a heading."""
    before = re.search(r"\b([A-Z]{2,}) $", text[max(0, start - 40) : start])
    after = re.match(r" ([A-Z]{2,})\b", text[end : end + 40])
    beside = [found[1] for found in (before, after) if found]
    return any(word not in _listed()["lazim"] and bahasa.dari_romawi(word) is None for word in beside)


def _hint(name: str, explained: Collection[str]) -> str:
    """What it may be a slip of the hand for."""
    for other in sorted(explained):
        if len(name) == len(other) > 3 and sum(a != b for a, b in zip(name, other, strict=True)) == 1:
            return f" (mirip {other})"
    return ""


@cache
def _listed() -> Mapping[str, list[str]]:
    return tomllib.loads((files("kpu_docs") / "data" / "singkatan.toml").read_text(encoding="utf-8"))
