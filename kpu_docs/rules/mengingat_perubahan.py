"""Mengingat: the amendments of the rules that are cited, as they stood on the day of the decree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Register, sitiran
from kpu_docs.peraturan.keadaan import BEBERAPA_KALI, SATU_KALI, berlaku, rentang
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import Dasar, Sebutan, dasar, nama, tersebut, tertulis
from kpu_docs.tata_naskah import TataNaskah

_UNSURE = frozenset({"lembaran", "tentang", "nomor", "dikutip"})
"""Doubts with which a citation is not offered as the right one."""
_LENGKAP = re.compile(r"\b(?:telah|sudah)\b.*\b(?:dengan|oleh)$", re.I | re.S)


@rule(
    "salah",
    sumber="MGT-6, MGT-7: peraturan disebut dengan perubahannya yang terakhir (Keputusan KPU RI 2021-2025; register)",
    keyakinan="I",
)
def perubahan_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang sudah diubah sebelum Keputusan ditetapkan disebut dengan perubahannya yang terakhir.

    Hanya yang pasti: judul peraturan yang mengubahnya mengatakan demikian, dan tahunnya lewat atau tanggalnya terbaca.
    Yang lain dicari aturan `perubahan_mungkin_tidak_disebut`.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2022-01-26}
        mengingat: [Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan;]
    Salah:
        ditetapkan: {di: Mojokerto, pada: 2024-02-05}
        mengingat:
          - Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan sebagaimana telah diubah
            dengan Undang-Undang Nomor 15 Tahun 2019 tentang Perubahan atas Undang-Undang Nomor 12 Tahun 2011 tentang
            Pembentukan Peraturan Perundang-undangan;
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2018-01-26}
        mengingat: [Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan;]
    """
    for one in _kurang(keputusan):
        if not one.keraguan:
            yield _remark(one, keputusan)


@rule("periksa", sumber="MGT-6, MGT-7: peraturan disebut dengan perubahannya yang terakhir; register", keyakinan="M")
def perubahan_mungkin_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang mungkin sudah diubah sebelum Keputusan ditetapkan dilihat lagi.

    Karena Keputusan belum bertanggal, karena yang mengubahnya undang-undang dengan judul lain (Cipta Kerja), atau
    karena keterangan register belum pasti. Kalau tanggalnya saja yang tidak menentukan, tidak ada temuan.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2022-01-26}
        mengingat:
          - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah,
            terakhir dengan Undang-Undang Nomor 9 Tahun 2015;
    Salah:
        ditetapkan: {di: Mojokerto}
        mengingat: [Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan;]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2022-10-03}
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja sebagaimana telah beberapa kali
            diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2021;
    """
    for one in _kurang(keputusan):
        if one.keraguan:
            yield _remark(one, keputusan)


@rule(
    "periksa",
    sumber="MGT-8: peraturan pokok disebut dulu, lalu perubahannya (Keputusan KPU RI 2021-2025)",
    keyakinan="C",
)
def pengubah_sendiri(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan yang hanya mengubah peraturan lain tidak disebut sendiri, tetapi pada peraturan yang diubahnya.

    Salah:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021 tentang Perubahan atas Peraturan Komisi Pemilihan Umum
            Nomor 2 Tahun 2021 tentang Tata Naskah Dinas;
    Salah:
        mengingat: [uu-15-2019]
    Benar:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2021 tentang Tata Naskah Dinas sebagaimana telah diubah dengan
            Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021 tentang Perubahan atas Peraturan Komisi Pemilihan Umum
            Nomor 2 Tahun 2021 tentang Tata Naskah Dinas;
    """
    register = Register(keputusan.peraturan)
    items = dasar(keputusan)
    for item in items:
        amended = item.pokok.peraturan.mengubah or (item.pokok.entri and item.pokok.entri.peraturan.mengubah)
        if not amended:
            continue
        key = amended.kunci or ""
        beside = [other for other in items if key and other.pokok.peraturan.kunci == key]
        said = f"{item.pokok.nama} mengubah {nama(amended)}; "
        if beside:
            yield Remark(item.path, f"{said}sebut pada peraturan itu (butir {beside[0].nomor})")
        else:
            right = _sitiran(key, keputusan, register) if not item.kunci else None
            expected = f"{right};" if right else None
            yield Remark(item.path, f"{said}sebut peraturan itu dengan perubahannya", expected=expected)


@rule("saran", sumber="MGT-6, MGT-7: bunyi kutipan perubahan pada Keputusan KPU RI 2021-2025", keyakinan="I")
def frasa_perubahan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Perubahan disebut dengan bunyi yang baku, sesuai dengan banyaknya.

    Satu kali: sebagaimana telah diubah dengan. Lebih dari satu kali: sebagaimana telah beberapa kali diubah, terakhir
    dengan. Koma di depan "sebagaimana" dan "terakhir" boleh ada, boleh tidak.

    Salah:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja sebagaimana beberapa kali diubah,
            terakhir Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023;
    Salah:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja sebagaimana telah diubah dengan
            Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023;
    Benar:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja, sebagaimana telah beberapa kali
            diubah terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023;
    """
    register = Register(keputusan.peraturan)
    for one in (item.pokok for item in tertulis(keputusan)):
        read, frasa = one.peraturan, one.peraturan.letak.frasa
        if frasa is None:
            continue
        right = _frasa(one, register)
        if right != (BEBERAPA_KALI if read.beberapa_kali else SATU_KALI):
            message = "bunyi kutipan perubahan tidak sesuai dengan banyaknya perubahan"
            yield Remark(one.path, message, one.span(frasa), right, safe=right == BEBERAPA_KALI)
        elif not _LENGKAP.search(read.frasa):
            yield Remark(one.path, "bunyi kutipan perubahan tidak lengkap", one.span(frasa), right, safe=True)


class _Kurang(NamedTuple):
    """An item that lacks an amendment of what it cites; the amendment, if it is known; and why that is not certain,
    empty where it is.
    """

    item: Dasar
    pengubah: Entri | None
    keraguan: str


def _kurang(keputusan: Keputusan) -> Iterator[_Kurang]:
    register, day = Register(keputusan.peraturan), keputusan.ditetapkan.pada
    cited = {one.peraturan.kunci for one in tersebut(keputusan)}
    for item in tertulis(keputusan):
        entri = item.pokok.entri
        if entri is None:
            continue
        certain = [one for one in register.pengubah(entri.kunci) if _sudah(one, day)]
        named = [one for one in certain if one.peraturan.mengubah]
        missing = [one for one in (*named[-1:], *certain[-1:]) if one.kunci not in cited and not _disusul(item, one)]
        later = [
            (one.sejak.year, one.karena)
            for one in entri.belum_pasti
            if one.apa == "perubahan" and one.sejak and one.penting(day or date.max)
        ]
        if missing and missing[0] in named:
            yield _Kurang(item, missing[0], _keraguan(missing[0], day))
        elif later and not any((one.peraturan.tahun or 0) >= later[0][0] for one in item.sebutan[1:]):
            yield _Kurang(item, None, f"mungkin sudah diubah: {later[0][1]}")
        elif missing:
            title = missing[0].peraturan.tentang
            yield _Kurang(item, missing[0], f"undang-undang tentang {title}; periksa apakah perlu disebut")


def _sudah(pengubah: Entri, day: date | None) -> bool:
    begun = berlaku(pengubah, day or date.max)
    return begun.sudah and begun.pasti


def _disusul(item: Dasar, last: Entri) -> bool:
    """Whether an amendment that is cited may be younger than one; one without a year may be."""
    others = (one.peraturan for one in item.sebutan[1:])
    return any(one.tahun is None or one.urutan[1:] > last.peraturan.urutan[1:] for one in others)


def _keraguan(pengubah: Entri, day: date | None) -> str:
    """What is in doubt about an amendment that names what it amends: whether it is there, or was there by that day."""
    if day is None:
        return "Keputusan belum bertanggal"
    read = pengubah.diundangkan is not None and pengubah.keyakinan_tanggal == "tinggi"
    sure = pengubah.keyakinan != "rendah" and (read or rentang(pengubah)[1].year < day.year)
    return "" if sure else "menurut register yang belum pasti"


def _remark(one: _Kurang, keputusan: Keputusan) -> Remark:
    item, pengubah = one.item, one.pengubah
    if pengubah is None:
        return Remark(item.path, f"{item.pokok.nama} {one.keraguan}")
    right = _sitiran(item.pokok.peraturan.kunci or "", keputusan, Register(keputusan.peraturan))
    phrase = right and re.search(r"sebagaimana telah (?:beberapa kali )?diubah.*", right, re.S)
    expected = None
    if phrase and pengubah.sebutan in phrase[0]:
        expected = phrase[0] if item.pokok.peraturan.letak.frasa else f" {phrase[0]}"
    again = " lagi" if len(item.sebutan) > 1 else ""
    message = f"{item.pokok.nama} sudah diubah{again} dengan {pengubah.sebutan}"
    why = f", {one.keraguan}" if one.keraguan else ""
    return Remark(item.path, f"{message}{why}", item.pokok.span(_perubahan(item)), expected)


def _perubahan(item: Dasar) -> Span:
    """The signs of the amendments in a citation; where they belong if there are none."""
    read = item.pokok.peraturan
    end = len(read.teks.rstrip(" \n.;,"))
    end = min(end, read.jo[0].letak.seluruh[0]) if read.jo else end
    return (read.letak.frasa[0], read.perubahan[-1].letak.seluruh[1]) if read.letak.frasa else (end, end)


def _sitiran(kunci: str, keputusan: Keputusan, register: Register) -> str | None:
    """The citation of a rule on the day of the decree, if nothing in it is in doubt."""
    if register.get(kunci) is None:
        return None
    cited = sitiran(kunci, keputusan.ditetapkan.pada, register)
    return None if any(one.jenis in _UNSURE for one in cited.keraguan) else cited.teks


def _frasa(one: Sebutan, register: Register) -> str:
    """The words that belong before the amendments that are cited; the ones that are there where it is not known.

    An old amendment may call itself "Perubahan atas" though it is not the first, and a law and the Perppu before it may
    be counted as one or as two.
    """
    read = one.peraturan
    last = read.perubahan[-1]
    known = register.get(last.kunci) if last.kunci and not last.tentang else None
    which = (known.peraturan if known else last).perubahan_ke
    if len(read.perubahan) == 1 and not last.perubahan and which is not None:
        if which > 1:
            return BEBERAPA_KALI
        if one.entri and one.entri.asal == "dibaca" and len(register.pengubah(one.entri.kunci)) == 1:
            return SATU_KALI
    return BEBERAPA_KALI if read.beberapa_kali else SATU_KALI
