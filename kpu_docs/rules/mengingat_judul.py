"""Mengingat: number, year and title of rules, against the register and against Menimbang and diktum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.complaints import shown
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Peraturan, Register, temukan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._beda import told
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._dasar import Sebutan, dasar, nama, tersebut
from kpu_docs.rules._judul import beda, berawal, huruf, sejudul
from kpu_docs.rules._senomor import kembar, sama, urut
from kpu_docs.tata_naskah import TataNaskah

_MANY = 4
"""With more differences than this the titles are not compared word by word."""


@rule(
    "salah",
    sumber="register: judul dan lembarannya milik peraturan lain, menurut beberapa naskah yang sama",
    keyakinan="C",
)
def nomor_peraturan_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor dan tahun peraturan milik peraturan dengan judul dan lembaran itu.

    Kalau hanya judul dan nomornya, atau judul dan tahunnya, yang cocok dengan peraturan lain, lihat aturan
    `nomor_peraturan_meragukan`.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2019 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
            152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
            152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);
    """
    for one in tersebut(keputusan):
        meant = kembar(one)
        if meant and _pasti(one, meant):
            yield _tertukar(one, meant)


@rule("periksa", sumber="register: judul, nomor, dan tahun peraturan", keyakinan="M")
def nomor_peraturan_meragukan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor dan tahun peraturan yang judulnya judul peraturan lain dilihat lagi.

    Salah:
        mengingat:
          - Peraturan Presiden Nomor 55 Tahun 2021 tentang Strategi Nasional Pencegahan dan Pemberantasan Korupsi Jangka
            Panjang Tahun 2012-2025;
    Salah:
        mengingat: [Undang-Undang Nomor 12 Tahun 2011 tentang Keuangan Negara;]
    Benar:
        mengingat: [Peraturan Komisi Pemilihan Umum Nomor 23 Tahun 2018 tentang Kampanye Pemilihan Umum;]
    """
    register = Register(keputusan.peraturan)
    for one in tersebut(keputusan):
        meant = kembar(one)
        if meant and not _pasti(one, meant):
            yield _tertukar(one, meant)
        place, other = one.peraturan.letak.tentang, register.get(one.peraturan.kunci or "")
        if place and other and not meant and not one.entri:
            message = f'{one.nama} di register berjudul "{shown(other.peraturan.tentang)}"; periksa nomor dan tahunnya'
            yield Remark(one.path, message, one.span(place))


@rule("periksa", sumber="register: judul peraturan; salinan resmi sendiri kadang berbeda-beda", keyakinan="M")
def judul_peraturan_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul peraturan disebut seperti di register, kata demi kata.

    Huruf kapital, tanda baca, dan "Republik Indonesia" pada nama pembuatnya tidak dipersoalkan. Peraturan yang hanya
    dikenal dari kutipan dan judul yang di register sendiri belum pasti tidak dibandingkan.

    Salah:
        mengingat: [Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi;]
    Salah:
        mengingat:
          - Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara yang Bersih dan Bebas dari Korupsi, Kolusi,
            dan Nepotisme;
    Benar:
        mengingat:
          - Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara Yang Bersih Dan Bebas Dari Korupsi, Kolusi
            dan Nepotisme;
    """
    for one in tersebut(keputusan):
        entri, place = one.entri, one.peraturan.letak.tentang
        if entri is None or place is None or not _terbanding(entri):
            continue
        found = beda(entri.peraturan.tentang, one.teks, one.span(place))
        if found:
            span = found[0].span[0], found[-1].span[1]
            reasons = [reason.karena for reason in entri.belum_pasti if reason.apa == "tentang"]
            said = told(found) if len(found) <= _MANY else f'"{shown(entri.peraturan.tentang)}"'
            yield Remark(one.path, "; ".join([f"judul {one.nama} lain di register: {said}", *reasons]), span)


@rule("periksa", sumber="satu peraturan disebut dengan satu judul, satu nomor, satu tahun", keyakinan="C")
def kutipan_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan disebut pada Menimbang dan diktum dengan nomor, tahun, dan judul yang sama seperti pada Mengingat.

    Akhir judul tidak dibandingkan, karena kalimatnya berlanjut.

    Salah:
        menimbang: [bahwa arsip ditata menurut Undang-Undang Nomor 43 Tahun 2019 tentang Kearsipan;]
        mengingat: [Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;]
    Salah:
        diktum: [Tim bekerja menurut Undang-Undang Nomor 14 Tahun 2008 tentang Informasi Publik.]
        mengingat: [Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;]
    Benar:
        menimbang:
          - bahwa untuk melaksanakan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan, serta dalam rangka penataan
            arsip, perlu dibentuk tim;
        mengingat: [uu-43-2009]
    """
    known = _pada_mengingat(keputusan)
    for part in ("menimbang", "diktum"):
        for path, text in bunyi(keputusan, part):
            for read in temukan(text):
                if found := _dibanding(read, text, known):
                    yield Remark(path, *found)


class _Diingat(NamedTuple):
    """A rule with its title as Mengingat has it, and in which item."""

    peraturan: Peraturan
    butir: int


def _pada_mengingat(keputusan: Keputusan) -> dict[str, _Diingat]:
    """The rules that Mengingat names, those in the titles of others among them, by key."""
    found: dict[str, _Diingat] = {}
    for item in dasar(keputusan):
        for one in item.sebutan:
            read: Peraturan | None = one.peraturan
            while read:
                if read.kunci and read.tentang:
                    found.setdefault(read.kunci, _Diingat(read, item.nomor))
                read = read.disebut
    return found


def _dibanding(read: Peraturan, text: str, known: dict[str, _Diingat]) -> tuple[str, Span | None] | None:
    """What is said of a rule in a running text that Mengingat has otherwise, and the signs that are meant."""
    place = read.letak.tentang
    if read.kunci is None or place is None:
        return None
    if here := known.get(read.kunci):
        title = here.peraturan.tentang
        found = [one for one in beda(title, text, place) if one.letak != "akhir"]
        if not found:
            return None
        said = told(found) if sejudul(title, read.tentang) and len(found) <= _MANY else f'"{shown(title)}"'
        span = found[0].span[0], found[-1].span[1]
        return f"judul {nama(read)} lain pada Mengingat (butir {here.butir}): {said}", span
    for other in known.values():
        if _sejenis(read, other.peraturan) and any(berawal(other.peraturan.tentang, one) for one in _dapat(read)):
            message = f"{nama(read)} disebut {nama(other.peraturan)} pada Mengingat (butir {other.butir})"
            return message, (read.letak.seluruh[0], place[0])
    return None


def _dapat(read: Peraturan) -> Iterator[str]:
    """What the title of a rule in a running text may be: all that was read, or up to a comma, after which the sentence
    may go on.
    """
    yield read.tentang
    yield from (read.tentang[: comma.start()] for comma in re.finditer(",", read.tentang))


def _sejenis(read: Peraturan, other: Peraturan) -> bool:
    """Whether two rules are of one kind and maker, and of one number or one year."""
    begin, number, year = (read.kunci or "").rsplit("-", 2)
    begin_too, number_too, year_too = (other.kunci or "").rsplit("-", 2)
    return begin == begin_too and (number == number_too or year == year_too)


def _terbanding(entri: Entri) -> bool:
    """Whether the title in the register is good enough to be compared with."""
    unsure = any(one.apa == "tentang" for one in entri.belum_pasti)
    return entri.asal != "dikutip" and (entri.keyakinan == "tinggi" or not unsure)


def _pasti(one: Sebutan, meant: Entri) -> bool:
    """Whether title and gazette of a citation are certainly those of that rule."""
    same = sama(one.peraturan, meant)
    full = huruf(meant.peraturan.tentang) == huruf(one.peraturan.tentang)
    return full and "lembaran" in same and len(same) > 1 and meant.keyakinan == "tinggi"


def _tertukar(one: Sebutan, meant: Entri) -> Remark:
    read, letak = one.peraturan, one.peraturan.letak
    assert letak.nomor
    same = sama(read, meant)
    what = " dan ".join(["judul", *(word for word in ("nomor", "tahun", "lembaran") if word in same)])
    message = f"{one.nama}: {what} ini pada register milik {meant.sebutan}"
    if "nomor" in same and letak.tahun:
        return Remark(one.path, message, one.span(letak.tahun), str(meant.peraturan.tahun))
    if "tahun" in same:
        return Remark(one.path, message, one.span(letak.nomor), urut(meant.peraturan))
    return Remark(one.path, message, one.span(letak.nomor))
