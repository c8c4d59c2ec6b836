"""Numbers and dates in the text: against their words, against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kpu_docs.angka import baca, tulis
from kpu_docs.bahasa import BULAN, baca_tanggal, baca_terbilang, hari, tanggal, temukan_tanggal
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import Teks, texts

_FIGURE = re.compile(
    r"(?<![\w.,/:-])(?:Rp\.?\s*)?(?P<angka>\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?\s*\((?P<kata>[a-z][a-z\s]*)\)", re.I
)
_DATE = re.compile(rf"(?<![\d/.-])\d{{1,2}}\s+(?:{'|'.join(BULAN)})\s+\d{{4}}(?!\d)", re.I)


def _read(keputusan: Keputusan) -> Iterator[Teks]:
    """The texts of a decree without the rules that it cites."""
    return (teks for teks in texts(keputusan) if teks.path[0] != "mengingat")


@rule(
    "salah",
    sumber='bilangan ditulis dengan angka dan diulang dengan huruf, misalnya "20 (dua puluh)", dalam peraturan dan '
    "keputusan KPU RI; keduanya menyebut bilangan yang sama",
    keyakinan="I",
)
def terbilang_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Angka sama dengan hurufnya di dalam kurung.

    Salah:
        diktum: [Tim berjumlah 7 (enam) orang.]
    Salah:
        diktum: [Biaya sebesar Rp1.250.000,00 (satu juta dua ratus ribu rupiah) dibebankan pada anggaran.]
    Benar:
        diktum: [Tim berjumlah 7 (tujuh) orang dan bekerja 12 (dua belas) bulan.]
    Benar:
        diktum: ['Biaya sebesar Rp1.250.000,00 (satu juta dua ratus lima puluh ribu rupiah).']
    """
    for path, text in _read(keputusan):
        for found in _FIGURE.finditer(text):
            figure, words = baca(found["angka"]), baca_terbilang(found["kata"])
            if figure is not None and words is not None and figure != words:
                message = f"angka {found['angka']} tidak sama dengan hurufnya, yang menyebut {tulis(Decimal(words))}"
                yield Remark(path, message, found.span())


@rule("salah", sumber="kalender Masehi", keyakinan="A")
def hari_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nama hari sesuai dengan tanggalnya.

    Yang salah mungkin nama harinya, mungkin tanggalnya.

    Salah:
        diktum: ['Rapat dilaksanakan pada hari Selasa, 26 Januari 2022.']
    Benar:
        diktum: ['Rapat dilaksanakan pada hari Rabu, 26 Januari 2022.']
    """
    for path, text in _read(keputusan):
        for one in temukan_tanggal(text):
            if one.hari and one.hari != hari(one.tanggal):
                message = f"{tanggal(one.tanggal)} jatuh pada hari {hari(one.tanggal)}, bukan {one.hari}"
                yield Remark(path, message, (one.mulai, one.akhir))


@rule("salah", sumber="kalender Masehi", keyakinan="A")
def tanggal_tidak_ada(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tanggal yang disebut ada di kalender.

    Salah:
        diktum: ['Laporan disampaikan paling lambat tanggal 31 April 2026.']
    Benar:
        diktum: ['Laporan disampaikan paling lambat tanggal 30 April 2026.']
    """
    for path, text in _read(keputusan):
        for found in _DATE.finditer(text):
            if baca_tanggal(found[0]) is None:
                yield Remark(path, f"tanggal {' '.join(found[0].split())} tidak ada di kalender", found.span())
