"""Punctuation and the blanks around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._kata import foreign, inside
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import Teks, texts

_LETTER = r"[^\W\d_]"
# Before a colon several blanks may bring it below another.
_BLANKS = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=[^\s:])")
_BEFORE_MARK = re.compile(
    rf"(?<=[^\s.…])[ \u00a0]+(?=[,;](?:\s|$)|\.(?:\s*$|\s+[A-Z]))|(?<={_LETTER}|\))[ \u00a0](?=:(?:\s|$))"
)
_NUMBER_COLON = re.compile(r"(?<=\bNomor)\s+:(?=\s*\d)", re.I)
_IN_BRACKETS = re.compile(r"(?<=\()[ \u00a0]+(?=[^\s)])|(?<=[^\s(])[ \u00a0]+(?=\))")
_GLUED = re.compile(rf"(?<=[^\W_]|[)\]\"”.])[,;](?={_LETTER}(?:{_LETTER}|\.))|(?<=[a-z]{{4}})\.(?=[A-Z][a-z]{{2}})")
_TWICE = re.compile(r"(?<![.…])\.\.(?![.…/])|;{2,}|,{2,}")
_MARKER = re.compile(r"(?:^|[\s,;/(])(?:\w{1,3}\.?|\*+)$")
"""What stands before the bracket of a list mark or a footnote: `a)`, `12)`, `*)`."""


@rule(
    "saran",
    sumber="kelaziman pengetikan naskah dinas; NUM-1: sejak 2022 nomor keputusan ditulis tanpa titik dua",
    keyakinan="C",
)
def spasi_berlebih(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Antarkata satu spasi; di depan tanda baca dan di sisi dalam kurung tidak ada spasi.

    "Nomor : 37" bentuk lama: dalam kalimat, nomor ditulis tanpa titik dua.

    Salah:
        diktum: ["Menetapkan  Rencana Kerja."]
    Salah:
        diktum: [Menetapkan Rencana Kerja .]
    Salah:
        diktum: ["Menetapkan Rencana Kerja ( RK )."]
    Salah:
        memperhatikan: "Berita Acara Nomor : 37/PK.01-BA/3576/2026 tentang Rencana Kerja;"
    Benar:
        diktum: ["Menetapkan Rencana Kerja (RK) dengan perbandingan 1 : 2 pada laman contoh.go.id."]
    """
    for path, text in _typed(keputusan):
        for one in _BLANKS.finditer(text):
            yield Remark(path, "spasi lebih dari satu", one.span(), " ", safe=True)
        colons = [one.span() for one in _NUMBER_COLON.finditer(text)]
        for span in colons:
            yield Remark(path, "titik dua sesudah Nomor", span, "", safe=True)
        for pattern in (_BEFORE_MARK, _IN_BRACKETS):
            for one in pattern.finditer(text):
                if not inside(colons, *one.span()):
                    yield Remark(path, "spasi di tanda baca", one.span(), "", safe=True)


@rule("saran", sumber='"KABUPATEN/KOTA,PANITIA" pada satu keputusan yang dibaca; kelaziman pengetikan', keyakinan="D")
def spasi_kurang(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Sesudah koma, titik koma, dan titik ada spasi.

    Salah:
        tentang: TATA KERJA KPU KABUPATEN/KOTA,PANITIA PEMILIHAN KECAMATAN
    Salah:
        diktum: [Arsip ditata setiap tahun.Hasilnya dilaporkan.]
    Benar:
        diktum: ["Biaya Rp1.250.000,00 dibebankan kepada Umpama Rekaan, S.H., M.Si., surel rekaan@contoh.go.id."]
    """
    for path, text in _typed(keputusan):
        aside = foreign(text)
        for one in _GLUED.finditer(text):
            if not inside(aside, *one.span()):
                yield Remark(path, "tanda baca tanpa spasi sesudahnya", one.span(), f"{one[0]} ", safe=True)


@rule("periksa", sumber="kelaziman pengetikan naskah dinas", keyakinan="M")
def tanda_baca_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tanda baca tidak tertulis dua kali.

    Salah:
        diktum: [Menetapkan Rencana Kerja..]
    Salah:
        menimbang: [bahwa arsip perlu ditata;;]
    Benar:
        diktum: [Menetapkan Rencana Kerja ...]
    """
    for path, text in _typed(keputusan):
        for one in _TWICE.finditer(text):
            yield Remark(path, "tanda baca tertulis dua kali", one.span(), one[0][0], safe=True)


@rule("periksa", sumber="kurung dan tanda petik mengapit (EYD)", keyakinan="M")
def tidak_berpasangan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap kurung dan tanda petik mempunyai pasangan.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Tahun 2009 Nomor 152;
    Salah:
        diktum: ['Tim memakai semboyan "Arsip Tertib.']
    Benar:
        diktum: ["Tim bertugas: 1) menata arsip; dan 2) melaporkan (paling lambat Desember)."]
    """
    for path, text in _typed(keputusan):
        for at in (*_unpaired_brackets(text), *_unpaired_quotes(text)):
            yield Remark(path, f"tanda {text[at]} tanpa pasangan", (at, at + 1))


def _typed(keputusan: Keputusan) -> Iterator[Teks]:
    """The texts of a decree without sample forms and quoted provisions, which are laid out in their own way."""
    return (one for one in texts(keputusan) if not {"kotak", "berbunyi"} & set(one.path))


def _unpaired_brackets(text: str) -> Iterator[int]:
    opened: list[int] = []
    for one in re.finditer(r"[()]", text):
        if one[0] == "(":
            opened.append(one.start())
        elif opened:
            opened.pop()
        elif not _MARKER.search(text[max(0, one.start() - 8) : one.start()]):
            yield one.start()
    yield from opened


def _unpaired_quotes(text: str) -> Iterator[int]:
    # After a figure the sign means inches.
    straight = [one.start() for one in re.finditer(r'(?<!\d)"', text)]
    if len(straight) % 2 and not re.search(r'\d"', text):
        yield straight[-1]
    if text.count("“") != text.count("”"):
        yield next(at for at, sign in enumerate(text) if sign in "“”")
