"""The items of Mengingat for rules: each taken apart, with what the register knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Keraguan, Peraturan, Register, parse, sitiran, tercetak
from kpu_docs.rules._judul import sejudul

SURAT = frozenset({"", "uud", "ba", "se", "surat"})
"""Kinds that are not cited by number, year and title."""
_TITLE = re.compile(r"(?<=[0-9])\s+(?P<judul>[A-Z][a-z]+)")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=\S)")


class Sebutan(NamedTuple):
    """A rule that is cited: the text with its path, from which sign of it on it was read, the rule, and the register's
    entry if that may have its title and all of the citation could be read.
    """

    path: DataPath
    teks: str
    mulai: int
    peraturan: Peraturan
    entri: Entri | None

    def span(self, letak: Span) -> Span:
        """The signs of the text at the path for those of the citation."""
        return letak[0] + self.mulai, letak[1] + self.mulai

    @property
    def nama(self) -> str:
        """What a sentence calls it: kind, number and year as printed."""
        return nama(self.peraturan)

    @property
    def kepala(self) -> Span:
        """The signs of the text between kind and title."""
        letak = self.peraturan.letak
        begin = letak.jenis[1] if letak.jenis else letak.seluruh[0]
        ends = [place[1] for place in (letak.nomor, letak.tahun, letak.tanggal) if place]
        return self.span((begin, letak.tentang[0] if letak.tentang else max([begin, *ends])))

    @property
    def tanpa_tentang(self) -> int | None:
        """Where the title begins before which the word "tentang" is missing; then nothing that follows was read."""
        read = self.peraturan
        if read.tentang or not read.tahun or not read.nomor or read.kode in SURAT:
            return None
        word = _TITLE.match(self.teks, self.kepala[1])
        return word.start("judul") if word else None


class Dasar(NamedTuple):
    """An item of Mengingat as it is printed: its number from 1, its path, its text, the key that it was made from (""
    where it is written out), and the rule that it cites, with those that amend it or are joined to it.
    """

    nomor: int
    path: DataPath
    teks: str
    kunci: str
    sebutan: tuple[Sebutan, ...]

    @property
    def pokok(self) -> Sebutan:
        """The rule that the item cites."""
        return self.sebutan[0]

    @property
    def butir(self) -> str:
        """What a sentence calls it."""
        return f"{self.pokok.nama or 'yang tidak terbaca'} (butir {self.nomor})"


def dasar(keputusan: Keputusan) -> list[Dasar]:
    """The items of Mengingat in the order in which they are printed."""
    register = Register(keputusan.peraturan)
    found = []
    for at, item in enumerate(tercetak(keputusan), start=1):
        begin = number.end() if (number := _NUMBERED.match(item.teks)) else 0
        read = register[item.kunci].peraturan if item.kunci else _terbaca(item.teks[begin:])
        cited = tuple(_sebutan(Sebutan(item.asal, item.teks, begin, read, None), register))
        found.append(Dasar(at, item.asal, item.teks, item.kunci or "", cited))
    return found


def tertulis(keputusan: Keputusan) -> Iterator[Dasar]:
    """The items that are written out and could be read as a rule."""
    return (item for item in dasar(keputusan) if not item.kunci and item.pokok.peraturan.kode)


def tersebut(keputusan: Keputusan) -> Iterator[Sebutan]:
    """The rules in the items that are written out, the amending and the joined ones after the one they belong to."""
    return (one for item in tertulis(keputusan) for one in item.sebutan)


def keraguan(keputusan: Keputusan, entri: Entri) -> tuple[Keraguan, ...]:
    """What the register doubts about citing a rule in that decree."""
    return sitiran(entri.kunci, keputusan.ditetapkan.pada, Register(keputusan.peraturan)).keraguan


def nama(peraturan: Peraturan) -> str:
    """Kind, number and year of a rule, on one line."""
    who = f"{peraturan.jenis} {peraturan.pembuat}".strip()
    number = f" Nomor {peraturan.nomor}" if peraturan.nomor else ""
    inside = str(peraturan.tahun) in peraturan.nomor
    return f"{who}{number}" + (f" Tahun {peraturan.tahun}" if peraturan.tahun and not inside else "")


def _sebutan(one: Sebutan, register: Register) -> Iterator[Sebutan]:
    """A rule with its entry, and those that amend it or are joined to it."""
    read = one.peraturan
    known = register.get(read.kunci) if read.kunci else None
    same = known and one.tanpa_tentang is None and sejudul(known.peraturan.tentang, read.tentang)
    yield one._replace(entri=known if same else None)
    # "PP tentang Pelaksanaan UU A sebagaimana telah diubah dengan UU B (LN ...)": the gazette is that of the PP.
    within_title = read.hubungan in ("melaksanakan", "menyebut") and not read.lembaran
    for other in (*(() if within_title else read.perubahan), *read.jo):
        yield from _sebutan(one._replace(peraturan=other), register)


@lru_cache(maxsize=512)
def _terbaca(teks: str) -> Peraturan:
    return parse(teks)
