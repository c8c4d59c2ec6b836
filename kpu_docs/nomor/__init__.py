"""The number of a decree, of minutes or of a letter, taken apart into its segments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpu_docs.bahasa import dari_romawi
from kpu_docs.nomor import kekeliruan
from kpu_docs.nomor.bentuk import BENTUK, KEPUTUSAN, NASKAH

__all__ = ["NASKAH", "Nomor", "NomorKeliru", "parse"]

_TINGKAT = {
    "KPU": "ri",
    "SJ": "ri",
    "Setjen": "ri",
    "Prov": "provinsi",
    "KPU-Prov": "provinsi",
    "KIP Aceh": "provinsi",
    "KPU-Kab": "kabupaten",
    "Sek-Kab": "kabupaten",
    "KPU-Kot": "kota",
    "KPU-Kota": "kota",
    "Sek-Kot": "kota",
}
_CONTOH_KEPUTUSAN = "16 TAHUN 2023, 5/HK.03.1/3576/2022, 38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017"
_CONTOH_LAIN = "37/PK.01/3576/2022, 63/PK.01-BA/3507/2025, 60/PL.02.7-SD/03/KPU/I/2021"


@dataclass(frozen=True, slots=True)
class Nomor:
    """A number and its parts; every code is kept as the text it was, leading zeros included.

    Attributes:
        teks: The number as it was given; `str()` returns it unchanged.
        pola: The class of its shape: "A-RI", "B-KABKOT", "C2" and so on.
        regim: The regime in whose time this shape is met; None for the shapes of 2011-2017, for which no regime is
            modelled. It is read off the shape alone: a few offices wrote "10 TAHUN 2015" long before that became the
            rule.
        naskah: The code of the instrument, "Kpt" for a decree, "BA" for minutes (see `NASKAH`). It is the one in the
            text, and where the text has none and its shape is shared, the one the caller expects.
        urut: The serial number, which may be padded with zeros.
        klasifikasi: The archive classification, "HK.03.1"; `kpu_docs.nomor.klasifikasi` knows what it means.
        unit: The digits of the unit that drafted it.
        wilayah: The code of the region, that of `Satker.kode`: two digits for a province, four for a kabupaten or kota.
            Where `regim` is None it is an older code of three or nine digits. Two digits in the classes C1 and C-SURAT
            may also be a unit of KPU RI (238/PL.01-BA/14/2022); which of both, only the office knows.
        badan: The body as the number names it: "KPU", "Prov", "KPU-Kot", "Sek-Kab".
        bulan: The month, from its Roman numeral.
        tahun: The year.
        catatan: What was tolerated in reading it but should be written otherwise, in Indonesian.
    """

    teks: str
    pola: str
    regim: str | None
    naskah: str
    urut: str
    klasifikasi: str | None
    unit: str | None
    wilayah: str | None
    badan: str | None
    bulan: int | None
    tahun: int
    catatan: tuple[str, ...]

    def __str__(self) -> str:
        return self.teks

    @property
    def tingkat(self) -> str | None:
        """The level of the body it names, in the words of `Satker.tingkat`: "ri", "provinsi", "kabupaten", "kota"."""
        return _TINGKAT[self.badan.replace(".", "-")] if self.badan else None

    @property
    def tingkat_wilayah(self) -> str | None:
        """The level that its region code of four digits says: "kota" if the third is 7, else "kabupaten"."""
        if self.wilayah is None or len(self.wilayah) != 4:
            return None
        return "kota" if self.wilayah[2] == "7" else "kabupaten"


class NomorKeliru(ValueError):
    """A text has the shape of no known number.

    Attributes:
        keliru: The slips that explain it, in words; none where the shape is simply not known.
        usulan: The number with these slips mended, if that gives a known shape.
    """

    def __init__(self, pesan: str, keliru: tuple[str, ...] = (), usulan: str | None = None) -> None:
        super().__init__(pesan)
        self.keliru = keliru
        self.usulan = usulan


def parse(teks: str, *, naskah: str = KEPUTUSAN) -> Nomor:
    """Take a number apart.

    A leading "NOMOR :" and the case of "TAHUN" do not count; blanks around "/", "." and "-" are tolerated and noted in
    `catatan`. That the parts agree with one another, with the office and with the date is not judged here.

    Args:
        teks: The number.
        naskah: The code of the instrument the number belongs to (see `NASKAH`). It decides where the text does not
            say: minutes such as 37/PK.01/3576/2022 look just like a decree of January 2022. A code in the text
            (63/PK.01-BA/3507/2025) wins, so compare `Nomor.naskah` with what you expect.

    Raises:
        NomorKeliru: The text has the shape of no known number, or a part that cannot be. The message says in Indonesian
            what is wrong with it.
    """
    rapi, catatan = _rapikan(teks)
    if hasil := _baca(teks, rapi, catatan, naskah):
        return hasil
    ditemukan = kekeliruan.cari(rapi, naskah)
    keliru = tuple(satu.pesan for satu in ditemukan)
    usulan = kekeliruan.perbaiki(rapi, ditemukan)
    contoh = _CONTOH_KEPUTUSAN if naskah == KEPUTUSAN else _CONTOH_LAIN
    sebab = f": {'; '.join([*catatan, *keliru])}" if keliru else f"; contoh yang benar: {contoh}"
    raise NomorKeliru(
        f'"{teks}" tidak berbentuk nomor {NASKAH.get(naskah, "naskah dinas")} yang dikenal{sebab}',
        keliru,
        usulan if usulan and _baca(usulan, usulan, (), naskah) else None,
    )


def _baca(teks: str, rapi: str, catatan: tuple[str, ...], naskah: str) -> Nomor | None:
    """The parts of a number whose label and blanks were removed, if it has a known shape and no known slip."""
    keliru = kekeliruan.cari(rapi, naskah)
    for pola, regim, bentuk in BENTUK if not keliru else ():
        if cocok := bentuk.fullmatch(rapi):
            bagian = cocok.groupdict()
            tanpa_kode = naskah if bagian.get("klasifikasi") else KEPUTUSAN
            return Nomor(
                teks=teks,
                pola=pola,
                regim=regim,
                naskah=bagian.get("naskah") or tanpa_kode,
                urut=bagian["urut"],
                klasifikasi=bagian.get("klasifikasi"),
                unit=bagian.get("unit"),
                wilayah=bagian.get("wilayah"),
                badan=bagian.get("badan"),
                bulan=dari_romawi(bagian.get("bulan") or ""),
                tahun=int(bagian["tahun"]),
                catatan=catatan,
            )
    return None


def _rapikan(teks: str) -> tuple[str, tuple[str, ...]]:
    """Return the number without its label and needless blanks, and what is to be said about those blanks."""
    tanpa_label = re.sub(r"^nomor(?:\s*:\s*|\s+)", "", teks.strip(), flags=re.IGNORECASE)
    berspasi = dict.fromkeys(re.findall(r"(?<=\s)[/.-]|[/.-](?=\s)", tanpa_label))
    rapat = re.sub(r"\s*([/.-])\s*", r"\1", tanpa_label)
    return re.sub(r"\s+", " ", rapat), tuple(f'ada spasi di sekitar "{tanda}"' for tanda in berspasi)
