"""The full citation of a rule as it stood on a day, and what is doubtful about it.

The wording is that of KPU RI's decrees of 2021-2025 (MGT-4 to MGT-7). A Perppu and the law that enacts it count as one
amendment, as PKPU 4/2025 counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpu_docs import bahasa
from kpu_docs.peraturan import lembaran
from kpu_docs.peraturan.register import Entri, Register, diperiksa_sampai

SATU_KALI = "sebagaimana telah diubah dengan"
BEBERAPA_KALI = "sebagaimana telah beberapa kali diubah, terakhir dengan"
CUKUP = 3
"""How many texts must agree on a gazette for it not to be doubted."""


class Keraguan(NamedTuple):
    """Something doubtful about a citation: its kind, the key of the rule it is about, and a sentence for a clerk.

    Kinds: `tanpa_tanggal` (the decree has no day), `belum_ada` (the rule is younger than the decree), `tanggal` (the
    day of the rule is not known well enough), `lembaran`, `tentang`, `nomor` (not certain: gazette left out, title
    printed all the same, dots in place of the number), `sumber` (few texts), `dikutip` (known from citing texts only),
    `perubahan` (perhaps amended again), `pemeriksaan` (the decree is younger than the register), `dicabut`, `perppu`
    (has become a law), `pengubah` (only amends another rule).
    """

    jenis: str
    kunci: str
    pesan: str


class Sitiran(NamedTuple):
    """A citation without end mark, the keys of the rules it names, and what is doubtful about it."""

    teks: str
    kunci: tuple[str, ...]
    keraguan: tuple[Keraguan, ...]


class Berlaku(NamedTuple):
    """Whether a rule was promulgated by a day, as far as that is known, and whether that is certain."""

    sudah: bool
    pasti: bool


def sitiran(kunci: str, tanggal: date | None, register: Register | None = None) -> Sitiran:
    """The citation of a rule as it stood on that day; without a day, as it stands in its newest state known.

    Where the days that were read do not decide whether an amendment was already there, the likelier state is taken
    and a doubt says so.

    Raises:
        KeyError: the register has no such key.
    """
    register = register or Register()
    entri = register[kunci]
    text, unsure = _dicetak(entri)
    amending, unsettled = _perubahan(kunci, tanggal or date.max, register)
    doubts = (*_keraguan_dasar(entri, tanggal, register), *unsure, *unsettled)
    if not amending:
        return Sitiran(text, (kunci,), doubts)
    last = amending[-1]
    own = last.peraturan.menetapkan or last.peraturan
    phrase = SATU_KALI if max(len(amending), own.perubahan_ke or 0) == 1 else BEBERAPA_KALI
    changed, unsure = _dicetak(last)
    return Sitiran(f"{text} {phrase} {changed}", (kunci, last.kunci), (*doubts, *unsure))


def _perubahan(kunci: str, hari: date, register: Register) -> tuple[list[Entri], list[Keraguan]]:
    """The amendments by that day, the newest last, and what the days do not decide about them."""
    amending: list[Entri] = []
    doubts: list[Keraguan] = []
    for one in register.pengubah(kunci):
        begun = berlaku(one, hari)
        if not begun.pasti:
            doubts.append(_tanggal_kurang(one, begun.sudah))
        elif begun.sudah:
            doubts.clear()  # an amendment that is certainly there leaves no doubt about those before it
        if begun.sudah:
            amending.append(one)
    enacted = {one.menetapkan for one in amending}
    return [one for one in amending if one.kunci not in enacted], doubts


def _dicetak(entri: Entri) -> tuple[str, list[Keraguan]]:
    """The citation of one rule as far as it may be printed, and what is not sure about it."""
    text = entri.kutipan
    doubts = []

    def doubt(jenis: str, pesan: str) -> None:
        doubts.append(Keraguan(jenis, entri.kunci, f"{entri.sebutan}: {pesan}"))

    reasons = {one.apa: one.karena for one in entri.belum_pasti}
    if "lembaran" in reasons:
        text = lembaran.kurung().sub("", text).rstrip()
        doubt("lembaran", f"lembarannya tidak dicetak: {reasons['lembaran']}")
    elif entri.naskah is not None and (entri.naskah < CUKUP or entri.keyakinan == "rendah"):
        doubt("sumber", f"baru dibaca pada {entri.naskah} naskah")
    if "tentang" in reasons:
        doubt("tentang", f"judulnya belum pasti: {reasons['tentang']}")
    if "nomor" in reasons:
        begin, end = entri.peraturan.letak.nomor or (0, 0)
        text = f"{text[:begin]}...{text[end:]}"
        doubt("nomor", f"nomornya dicetak titik-titik: {reasons['nomor']}")
    if entri.asal == "dikutip":
        doubt("dikutip", "hanya dikenal dari peraturan lain yang mengutipnya; periksa judul dan perubahannya")
    return text, doubts


def _keraguan_dasar(entri: Entri, tanggal: date | None, register: Register) -> Iterator[Keraguan]:
    """What is doubtful about citing a rule at all on that day."""
    hari = tanggal or date.max
    if tanggal is None:
        message = "Keputusan belum bertanggal, jadi dicetak keadaan terakhir yang dikenal"
        yield Keraguan("tanpa_tanggal", entri.kunci, f"{entri.sebutan}: {message}")
    begun = berlaku(entri, hari)
    if not begun.sudah and begun.pasti:
        message = f"belum ada pada {bahasa.tanggal(hari)}"
        yield Keraguan("belum_ada", entri.kunci, f"{entri.sebutan}: {message}")
    elif not begun.pasti:
        yield _tanggal_kurang(entri, begun.sudah)
    yield from _dicabut(entri, hari, register)
    law = register.undang_undang(entri.kunci)
    if law and berlaku(law, hari).sudah:
        message = f"sudah ditetapkan menjadi {law.sebutan}"
        yield Keraguan("perppu", entri.kunci, f"{entri.sebutan}: {message}")
    if amended := entri.peraturan.mengubah:
        name = f" (kunci {amended.kunci})" if amended.kunci else ""
        message = f"mengubah peraturan lain; kutip peraturan itu, dengan perubahannya{name}"
        yield Keraguan("pengubah", entri.kunci, f"{entri.sebutan}: {message}")
    for one in entri.belum_pasti:
        if one.apa == "perubahan" and one.penting(hari):
            yield Keraguan("perubahan", entri.kunci, f"{entri.sebutan}: perubahannya belum pasti: {one.karena}")
    until = entri.diperiksa or diperiksa_sampai()
    if tanggal and tanggal > until and entri.asal == "dibaca":
        message = f"keadaannya dikenal sampai {bahasa.tanggal(until)}; periksa apakah sesudah itu diubah atau dicabut"
        yield Keraguan("pemeriksaan", entri.kunci, f"{entri.sebutan}: {message}")


def _dicabut(entri: Entri, hari: date, register: Register) -> Iterator[Keraguan]:
    """That a rule was replaced by that day, or may have been."""
    reasons = [one.karena for one in entri.belum_pasti if one.apa == "pencabutan" and one.penting(hari)]
    newer = register.get(entri.dicabut_dengan)
    if entri.berlaku_sampai:
        begun = Berlaku(hari >= entri.berlaku_sampai, pasti=True)
    elif newer:
        begun = berlaku(newer, hari)
        reasons += [one.karena for one in newer.belum_pasti if one.apa == "berlaku"]
        reasons += [] if begun.pasti else [_antara(newer)]
    else:
        begun = Berlaku(bool(reasons), pasti=not reasons)
    if begun.sudah or not begun.pasti:
        by = f" dengan {newer.sebutan} (kunci {newer.kunci})" if newer else ""
        words = f"{'' if begun.pasti else 'mungkin sudah '}dicabut{by}"
        yield Keraguan("dicabut", entri.kunci, f"{entri.sebutan}: {'; '.join([words, *reasons])}")


def _tanggal_kurang(entri: Entri, sudah: bool) -> Keraguan:
    said = "dicetak sebagai sudah berlaku" if sudah else "dianggap belum berlaku"
    return Keraguan("tanggal", entri.kunci, f"{entri.sebutan}: {_antara(entri)}; {said}, periksa")


def _antara(entri: Entri) -> str:
    first, last = rentang(entri)
    if first == last:
        return f"tanggalnya, {bahasa.tanggal(first)}, belum pasti"
    return f"diundangkan antara {bahasa.tanggal(first)} dan {bahasa.tanggal(last)}, tanggalnya belum diketahui"


def berlaku(entri: Entri, hari: date) -> Berlaku:
    """By the day of promulgation, on which nearly every rule takes effect. A rule that was signed counts as promulgated
    soon after; of one without any day it is likelier to be there after the middle of the time it can have come.
    """
    first, last = rentang(entri)
    exact = first == last and (entri.keyakinan_tanggal == "tinggi" or hari.year != first.year)
    if hari < first or hari >= last:
        return Berlaku(hari >= last, exact or first != last)
    return Berlaku(entri.ditetapkan is not None or hari > first + (last - first) / 2, pasti=False)


def rentang(entri: Entri) -> tuple[date, date]:
    """The first and the last day on which it can have been promulgated; the year of its gazette at the latest."""
    if entri.diundangkan:
        return entri.diundangkan, entri.diundangkan
    read = entri.peraturan
    if entri.ditetapkan and (entri.asal == "kantor" or read.kode == "kpt"):
        return entri.ditetapkan, entri.ditetapkan
    if between := entri.diundangkan_antara or entri.ditetapkan_antara:
        return between
    year = read.tahun or 0
    years = [year, *(int(one) for one in re.findall(r"Tahun ([0-9]{4}) Nomor", entri.kutipan))]
    return entri.ditetapkan or date(year, 1, 1), date(max(years), 12, 31)
