"""The language of the whole decree: words that stand twice, and one word written two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._kata import ejaan, foreign, in_rows, inside, is_name, own_texts, words
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_TWICE = re.compile(rf"(?<![\w-])({_WORD})(\s+)({_WORD})(?![\w-])")
_PHRASE_TWICE = re.compile(rf"(?<![\w-])({_WORD}(?: {_WORD}){{1,5}}) \1(?![\w-])", re.I)
_AROUND = re.compile(r"\bdiubah beberapa kali diubah\b", re.I)

_VERB = re.compile(r"mem\w{5,}|men\w{6,}|di\w+kan")
"""Verbs that are not repeated as a whole (`membagi-bagi`), so that one of two is too many."""

_RIGHT_TWICE = frozenset({"menjadi undang-undang"})
"""A law made of a Perppu is named after it: "... Menjadi Undang-Undang menjadi Undang-Undang"."""

_ALSO_CITED = frozenset({"roadmap"})
"""Words that are looked at in cited titles too."""


@rule(
    "salah",
    sumber='"dan dan", "dengan dengan", "Peraturan Pemerintah Peraturan Pemerintah", "TENTANG TENTANG" pada keputusan '
    "KPU 2011-2024 yang dibaca",
    keyakinan="C",
)
def kata_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata atau rangkaian kata tidak tertulis dua kali berturut-turut.

    Nama orang dan nama tempat boleh berulang, dan "menjadi Undang-Undang menjadi Undang-Undang" memang benar: begitulah
    judul undang-undang yang dibuat dari Perppu. Kata TENTANG di atas judul dicetak sendiri, jadi tidak ditulis lagi.

    Salah:
        diktum: [Monitoring dan dan evaluasi ditetapkan.]
    Salah:
        mengingat:
          - Peraturan Pemerintah Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Kearsipan;
    Salah:
        tentang: Tentang Tim Penataan Arsip
    Salah:
        diktum: [Setiap boks arsip arsip diberi label.]
    Benar:
        diktum: [Monitoring dan evaluasi di Desa Ujung Ujung ditetapkan.]
    Benar:
        mengingat:
          - Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1
            Tahun 2014 tentang Pemilihan Gubernur, Bupati, dan Walikota Menjadi Undang-Undang menjadi Undang-Undang;
    """
    if re.match(r"tentang\s", keputusan.tentang, re.I):
        yield Remark(("tentang",), "kata TENTANG sudah dicetak di atas judul", (0, 8), "", safe=True)
    for path, text in texts(keputusan):
        if is_name(path):
            continue
        aside = foreign(text)
        for found in (*_words_twice(text), *_phrases_twice(text)):
            if not inside(aside, *found.span):
                yield Remark(path, *found)


class _Twice(NamedTuple):
    """What stands twice in a text: as the fields of a remark."""

    message: str
    span: Span
    expected: str | None = None
    safe: bool = False


def _words_twice(text: str) -> Iterator[_Twice]:
    at = 0
    while found := _TWICE.search(text, at):
        first, between, second = found.groups()
        at = found.start(3)
        low = first.lower()
        if low != second.lower() or len(low) == 1 or f"{low}-{low}" in ejaan()["kata_ulang"]:
            continue
        # "di DI Yogyakarta" is right.
        sure = low in ejaan()["penghubung"] and not (first.islower() and second.isupper())
        sure = sure or _VERB.fullmatch(low) is not None
        if sure or (low in ejaan()["kata_keputusan"] and first == second and not first.islower()):
            yield _Twice("kata tertulis dua kali", found.span(), first, safe=True)
        elif first == second and first.islower() and "\n" not in between:
            message = f'"{first}" tertulis dua kali: hapus satu, atau beri tanda hubung bila memang kata ulang'
            yield _Twice(message, found.span())


def _phrases_twice(text: str) -> Iterator[_Twice]:
    for found in _PHRASE_TWICE.finditer(text):
        parts = found[1].lower().split()
        if " ".join(parts) not in _RIGHT_TWICE and len(set(parts)) > 1:
            sure = set(parts) <= {*ejaan()["penghubung"], *ejaan()["kata_keputusan"]}
            yield _Twice("kata-kata tertulis dua kali", found.span(), found[1], safe=sure)
    for found in _AROUND.finditer(text):
        yield _Twice("kata tertulis dua kali", found.span(), "beberapa kali diubah")


class _Seen(NamedTuple):
    """A spelling, and where it first stands."""

    text: str
    path: DataPath
    span: Span


@rule(
    "saran",
    sumber='"Roadmap" dan "Road Map" dalam Keputusan KPU Kota Mojokerto 5/HK.03.1/3576/2022; UU 12/2011 Lampiran II '
    "angka 242: ketaatan asas",
    keyakinan="B",
)
def penulisan_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Satu kata ditulis dengan satu cara dalam satu keputusan, serangkai atau terpisah.

    Judul peraturan ditulis seperti aslinya, jadi Walikota dan Wali Kota di dalamnya dibiarkan. Roadmap dan Road Map
    dicari juga di sana, karena judul yang satu biasanya disalin dari judul yang lain.

    Salah:
        mengingat:
          - Peraturan Menteri Nomor 25 Tahun 2020 tentang *Roadmap* Reformasi Birokrasi;
          - Keputusan Komisi Pemilihan Umum Nomor 612 Tahun 2020 tentang Road Map Reformasi Birokrasi;
    Salah:
        diktum: [Setiap Sub Bagian menata arsipnya., Daftar arsip diserahkan kepada Subbagian Hukum.]
    Benar:
        mengingat:
          - Undang-Undang Nomor 6 Tahun 2020 tentang Pemilihan Gubernur, Bupati, dan Wali Kota;
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022 tentang Pemilihan Bupati dan Walikota;
    """
    joined: dict[str, _Seen] = {}
    apart: dict[str, _Seen] = {}
    for path, text, borrowed in own_texts(keputusan):
        if in_rows(path):
            continue
        for seen, parts in _compounds(path, text):
            word = "".join(parts).lower()
            if word in _ALSO_CITED or not inside(borrowed, *seen.span):
                (joined if len(parts) == 1 else apart).setdefault(word, seen)
    wrong = ejaan()["kata_tidak_baku"]
    for word in sorted(joined.keys() & apart.keys()):
        one, other = joined[word], apart[word]
        if word not in wrong and other.text.lower() not in wrong:
            yield Remark(one.path, f'ditulis "{one.text}" dan "{other.text}"; pilih satu', one.span, also=(other.path,))


def _compounds(path: DataPath, text: str) -> Iterator[tuple[_Seen, tuple[str, ...]]]:
    """The words of a text, and those next to each other: what may be one word written together, or apart."""
    found = list(words(text))
    for one in found:
        yield _Seen(one.text, path, (one.start, one.end)), (one.text,)
    for one, other in pairwise(found):
        if text[one.end : other.start] == " " and min(len(one.text), len(other.text)) > 2:
            yield _Seen(text[one.start : other.end], path, (one.start, other.end)), (one.text, other.text)
