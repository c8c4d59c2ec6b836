"""The number of a decree, taken apart into its segments.

The shapes are those met in 61 real decrees of 2011-2024 (all levels of KPU, KIP Aceh, the secretariat general); no
regulation that lists them all is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpu_docs.bahasa import dari_romawi

_N = r"(?P<urut>\d+)"
_KLAS = r"(?P<klasifikasi>[A-Z]{2,3}(?:\.\d{1,2}){1,3})"
_UU = r"(?P<unit>\d{2})"
_PP = r"(?P<wilayah>\d{2})"
_PPPP = r"(?P<wilayah>\d{4})"
_CCC = r"(?P<wilayah>\d{3})"
_CCC_DDDDDD = r"(?P<wilayah>\d{3}\.?\d{6})"
_ROM = r"(?P<bulan>I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)"
_YYYY = r"(?P<tahun>\d{4})"
_TAHUN = r"(?i:TAHUN) "

_BENTUK: tuple[tuple[str, str | None, re.Pattern[str]], ...] = tuple(
    (pola, regim, re.compile(bentuk, re.ASCII))
    for pola, regim, bentuk in (
        ("A-RI", None, f"{_N}/Kpts/KPU/{_TAHUN}{_YYYY}"),
        ("A-SETJEN", None, f"{_N}/Kpts/Setjen/{_TAHUN}{_YYYY}"),
        ("A-PROV", None, f"{_N}/Kpts/KPU-Prov-{_CCC}/(?:{_TAHUN})?{_YYYY}"),
        ("A-KAB", None, f"{_N}/Kpts/KPU[-.]Kab-{_CCC_DDDDDD}/(?:(?:PILBUP|{_ROM})/)?(?:{_TAHUN})?{_YYYY}"),
        ("A-KOTA", None, f"{_N}/Kpts/KPU[-.]Kota-{_CCC_DDDDDD}/(?:{_ROM}/)?(?:{_TAHUN})?{_YYYY}"),
        ("A-KIP", None, f"{_N}/Kpts/KIP Aceh/{_TAHUN}{_YYYY}"),
        ("B-RI", "kpu-2019", f"{_N}/{_KLAS}-Kpt/{_UU}/KPU/{_ROM}/{_YYYY}"),
        ("B-SJ", "kpu-2019", f"{_N}/{_KLAS}-Kpt/{_UU}/SJ/{_ROM}/{_YYYY}"),
        ("B-PROV", "kpu-2019", f"{_N}/{_KLAS}-Kpt/{_PP}/Prov/{_ROM}/{_YYYY}"),
        ("B-KABKOT", "kpu-2019", f"{_N}/{_KLAS}-Kpt/{_PPPP}/KPU-(?:Kab|Kot)/{_ROM}/{_YYYY}"),
        ("C1", "kpu-2022-klasifikasi", rf"{_N}/{_KLAS}/(?P<wilayah>\d{{2,4}})/{_YYYY}"),
        ("C2", "kpu-2023", f"{_N} {_TAHUN}{_YYYY}"),
    )
)


@dataclass(frozen=True, slots=True)
class Nomor:
    """A decree number and its parts; every code is kept as the text it was, leading zeros included.

    Attributes:
        teks: The number as it was given; `str()` returns it unchanged.
        pola: The class of its shape: "A-RI", "B-KABKOT", "C2" and so on.
        regim: The regime this shape belongs to; None for the shapes of 2011-2017, for which no regime is modelled.
            It is read off the shape alone: a few offices wrote "10 TAHUN 2015" long before that became the rule.
        urut: The serial number, which may be padded with zeros.
        klasifikasi: The archive classification, "HK.03.1".
        unit: The two digits of the unit that drafted a decree of KPU RI or its secretariat.
        wilayah: The code of the region; in the shapes of 2011-2017 an older code, not the ministry's.
        bulan: The month, from its Roman numeral.
        tahun: The year.
    """

    teks: str
    pola: str
    regim: str | None
    urut: str
    klasifikasi: str | None
    unit: str | None
    wilayah: str | None
    bulan: int | None
    tahun: int

    def __str__(self) -> str:
        return self.teks


def parse(teks: str) -> Nomor:
    """Take a decree number apart.

    Blanks around "/", "." and "-", a leading "NOMOR :" and the case of "TAHUN" do not count. Only the shape is judged:
    minutes such as 37/PK.01/3576/2022 look just like a decree of January 2022, and nothing here can tell them apart.

    Raises:
        ValueError: The text has the shape of no known decree number. The message is in Indonesian.
    """
    rapi = _rapikan(teks)
    for pola, regim, bentuk in _BENTUK:
        if cocok := bentuk.fullmatch(rapi):
            bagian = cocok.groupdict()
            return Nomor(
                teks=teks,
                pola=pola,
                regim=regim,
                urut=bagian["urut"],
                klasifikasi=bagian.get("klasifikasi"),
                unit=bagian.get("unit"),
                wilayah=bagian.get("wilayah"),
                bulan=dari_romawi(bagian.get("bulan") or ""),
                tahun=int(bagian["tahun"]),
            )
    raise ValueError(
        f'"{teks}" tidak berbentuk nomor Keputusan yang dikenal; contoh yang benar: '
        "16 TAHUN 2023, 5/HK.03.1/3576/2022, 38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017"
    )


def _rapikan(teks: str) -> str:
    tanpa_label = re.sub(r"^nomor(?:\s*:\s*|\s+)", "", teks.strip(), flags=re.IGNORECASE)
    rapat = re.sub(r"\s*([/.-])\s*", r"\1", tanpa_label)
    return re.sub(r"\s+", " ", rapat)
