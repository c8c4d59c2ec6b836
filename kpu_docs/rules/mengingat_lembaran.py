"""Mengingat: the gazettes of the rules that are cited, against the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Lembaran, Register
from kpu_docs.peraturan.keadaan import CUKUP
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import Sebutan, tersebut
from kpu_docs.tata_naskah import TataNaskah

_NAMA = {
    "LN": "Lembaran Negara",
    "TLN": "Tambahan Lembaran Negara",
    "BN": "Berita Negara",
    "TBN": "Tambahan Berita Negara",
}
_MANY = 4
"""How many times as many texts must agree on a gazette as print another."""
_DITULIS = re.compile(
    r"(?:(?:Tambahan\s+)?(?:Lembaran|Berita)[\s-]+Negara|T?[LB]N)(?:\s*RI\b|\s+Republik\s+Indonesia\b|\b)", re.I
)
_BARU = 1960
"""Gazettes from before this year are also officially cited without the name of the state."""


@rule(
    "salah",
    sumber="register: nomor dan tahun lembaran menurut tiga naskah atau lebih yang sama, dan hampir tanpa yang lain",
    keyakinan="C",
)
def lembaran_salah(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor dan tahun Lembaran Negara, Tambahannya, dan Berita Negara sama seperti di register.

    Keputusan KPU RI sendiri pernah mencetak Tambahan Nomor 169 untuk Undang-Undang Nomor 7 Tahun 2017.

    Salah:
        mengingat:
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun 2017 Nomor
            182, Tambahan Lembaran Negara Republik Indonesia Nomor 169);
    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2019 Nomor
            152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);
    Benar:
        mengingat:
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun 2017 Nomor
            182, Tambahan Lembaran Negara Republik Indonesia Nomor 6109);
    """
    for one in _berbeda(keputusan):
        if _pasti(one.entri):
            yield _remark(one)


@rule(
    "periksa", sumber="register: lembaran menurut kurang dari tiga naskah, atau naskahnya tidak sepakat", keyakinan="M"
)
def lembaran_meragukan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lembaran yang berbeda dari register dilihat lagi kalau register sendiri belum pasti.

    Juga lembaran yang tahunnya tidak mungkin: sebelum tahun peraturannya, atau lebih dari satu tahun sesudahnya.

    Salah:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022 tentang Pembentukan dan Tata Kerja Badan Adhoc (Berita
            Negara Republik Indonesia Tahun 2022 Nomor 1161);
    Salah:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2018 tentang Contoh (Berita Negara Republik Indonesia Tahun
            2013 Nomor 17);
    Benar:
        mengingat:
          - Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2018 tentang Contoh (Berita Negara Republik Indonesia Tahun
            2019 Nomor 17);
    """
    for one in _berbeda(keputusan):
        if not _pasti(one.entri):
            yield _remark(one)
    for cited in tersebut(keputusan):
        for printed in cited.peraturan.lembaran if not cited.entri else ():
            year, own = printed.tahun, cited.peraturan.tahun
            if year and own and printed.letak_tahun and not own <= year <= own + 1:
                message = f"tahun {_NAMA.get(printed.jenis, 'lembaran')} tidak sesuai dengan tahun {cited.nama}"
                yield Remark(cited.path, message, cited.span(printed.letak_tahun))


@rule("periksa", sumber="MGT-4, MGT-5, MGT-6: peraturan disebut dengan lembarannya (Keputusan KPU RI)", keyakinan="I")
def lembaran_tidak_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Peraturan disebut dengan Lembaran Negara dan Tambahannya, atau Berita Negara, kalau register mengenalnya.

    Keputusan tidak mempunyai lembaran, juga beberapa peraturan KPU yang lama; Peraturan Presiden tanpa Tambahan.

    Salah:
        mengingat: [Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;]
    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
            152);
    Benar:
        mengingat:
          - Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik (Lembaran Negara
            Republik Indonesia Tahun 2018 Nomor 182);
          - Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2009 tentang Tata Naskah Dinas Komisi Pemilihan Umum;
    """
    found = [(one, lacking) for one in tersebut(keputusan) if (lacking := _tanpa(one))]
    if found:
        said = "; ".join(f"{one.nama} ({lacking})" for one, lacking in found)
        first, *others = dict.fromkeys(one.path for one, _ in found)
        yield Remark(first, f"lembaran tidak disebut: {said}", also=tuple(others))


@rule("saran", sumber="MGT-4, MGT-5: bunyi lembaran pada Keputusan KPU RI", keyakinan="I")
def lembaran_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lembaran disebut lengkap: Lembaran Negara Republik Indonesia Tahun ... Nomor ..., Tambahannya tanpa tahun.

    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (LNRI Tahun 2009 No. 152, TLN Nomor 5071);
    Salah:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
            152, Tambahan Lembaran Negara Republik Indonesia Tahun 2009 Nomor 5071);
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
            152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);
    """
    for one in tersebut(keputusan):
        for printed in one.peraturan.lembaran:
            if printed.jenis in _NAMA:
                yield from _bentuk(one, printed)


class _Beda(NamedTuple):
    """A number or a year of a gazette that the register has otherwise: where that is, and what is right."""

    sebutan: Sebutan
    entri: Entri
    tercetak: Lembaran
    apa: str
    letak: Span
    benar: str


def _berbeda(keputusan: Keputusan) -> Iterator[_Beda]:
    for one in tersebut(keputusan):
        if one.entri is None or _belum_pasti(one.entri):
            continue
        right = {other.jenis: other for other in one.entri.peraturan.lembaran}
        for printed in one.peraturan.lembaran:
            known = right.get(printed.jenis)
            if known and printed.letak_nomor and printed.nomor.lstrip("0") != known.nomor:
                yield _Beda(one, one.entri, printed, "nomor", one.span(printed.letak_nomor), known.nomor)
            if known and known.tahun and printed.letak_tahun and printed.tahun != known.tahun:
                yield _Beda(one, one.entri, printed, "tahun", one.span(printed.letak_tahun), str(known.tahun))


def _remark(one: _Beda) -> Remark:
    message = f"{one.apa} {_NAMA.get(one.tercetak.jenis, 'lembaran')} {one.sebutan.nama} lain di register"
    if one.entri.naskah is not None:
        message += f", menurut {one.entri.naskah} naskah"
    owner = _pemilik(one.tercetak) if one.apa == "nomor" else ""
    return Remark(one.sebutan.path, f"{message}; itu milik {owner}" if owner else message, one.letak, one.benar)


def _pemilik(printed: Lembaran) -> str:
    """The rule of the register that has that gazette; empty where it knows none."""
    register = Register()
    kunci = _lembaran().get(_tanda(printed))
    return register[kunci].sebutan if kunci else ""


@cache
def _lembaran() -> dict[tuple[str, int, str], str]:
    register = Register()
    return {_tanda(one): kunci for kunci in register for one in register[kunci].peraturan.lembaran}


def _tanda(one: Lembaran) -> tuple[str, int, str]:
    """By what a gazette is told from all others; the numbers of the Tambahan go on from year to year."""
    return one.jenis, 0 if one.jenis == "TLN" else one.tahun or 0, one.nomor.lstrip("0")


def _tanpa(one: Sebutan) -> str:
    """The gazettes that a citation lacks, as they stand in the register; empty where it lacks none."""
    entri = one.entri
    if entri is None or entri.keyakinan == "rendah" or _belum_pasti(entri):
        return ""
    there = {printed.jenis for printed in one.peraturan.lembaran}
    lacking = [right for right in entri.peraturan.lembaran if right.jenis not in there]
    said = ", ".join(
        f"{_NAMA.get(right.jenis, 'lembaran')}{f' Tahun {right.tahun}' if right.tahun else ''} Nomor {right.nomor}"
        for right in lacking
    )
    return said if not said or _pasti(entri) else f"{said} menurut {entri.naskah} naskah"


def _belum_pasti(entri: Entri) -> bool:
    return any(one.apa == "lembaran" for one in entri.belum_pasti)


def _pasti(entri: Entri) -> bool:
    """Whether enough texts agree on the gazette of a rule; what an office says itself is not doubted."""
    return entri.naskah is None or (entri.naskah >= CUKUP and entri.naskah >= _MANY * entri.naskah_lain)


def _bentuk(one: Sebutan, printed: Lembaran) -> Iterator[Remark]:
    """What is not as it should be in the words of one gazette."""
    begin, end = one.span(printed.letak)
    name = _DITULIS.match(one.teks, begin, end)
    right = f"{_NAMA[printed.jenis]} Republik Indonesia"
    old = printed.tahun is not None and printed.tahun < _BARU
    if name and not old and " ".join(name[0].split()).casefold() != right.casefold():
        yield Remark(one.path, "nama lembaran ditulis lengkap", name.span(), right, safe=True)
    for short in re.finditer(r"\bNo\b\.?", one.teks[begin:end]):
        span = begin + short.start(), begin + short.end()
        yield Remark(one.path, "Nomor pada lembaran ditulis lengkap", span, "Nomor", safe=True)
    year = re.search(r"\bTahun\s+[0-9]{4}\s+(?=Nomor\b)", one.teks[begin:end], re.I)
    if year and printed.jenis == "TLN":
        span = begin + year.start(), begin + year.end()
        yield Remark(one.path, "Tambahan Lembaran Negara disebut tanpa tahun", span, "")
