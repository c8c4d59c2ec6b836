"""The shapes of KPU's numbers.

They are those met in 61 real decrees of 2011-2024 (all levels of KPU, KIP Aceh, the secretariat general) and in minutes
and letters of 2018-2026; no regulation that lists them all could be read, so a shape that is not here may yet be right.
"""

from __future__ import annotations

import re

KEPUTUSAN = "Kpt"
NASKAH = {
    KEPUTUSAN: "Keputusan",
    "BA": "Berita Acara",
    "SD": "Surat Dinas",
    "ND": "Nota Dinas",
    "Und": "Surat Undangan",
    "ST": "Surat Tugas",
    "SPt": "Surat Perintah",
    "SU": "Surat Kuasa",
    "Kt": "Surat Keterangan",
    "SR": "Surat Pengantar",
    "Pu": "Pengumuman",
    "LP": "Laporan",
    "MM": "Memorandum",
    "LD": "Lembar Disposisi",
}
"""The codes that say in a number which instrument bears it. They are those of the app with which one KPU kabupaten
numbers its letters (2026), with Kpt and SU from numbers of 2017-2021; there may be others.
"""

_N = r"(?P<urut>\d+)"
_KLAS = r"(?P<klasifikasi>[A-Z]{2,4}(?:\.\d{1,2}){1,3})"
_BUKAN_KPT = r"(?!(?i:kpt))[A-Z][A-Za-z]{1,3}"
_SURAT = rf"-(?P<naskah>{_BUKAN_KPT})"
_KODE = rf"(?:-(?P<naskah>{KEPUTUSAN}|{_BUKAN_KPT}))?"
_UU = r"(?P<unit>\d{2})"
_PP = r"(?P<wilayah>\d{2})"
_PPPP = r"(?P<wilayah>\d{4})"
_CCC = r"(?P<wilayah>\d{3})"
_CCC_DDDDDD = r"(?P<wilayah>\d{3}\.?\d{6})"
_ROM = r"(?P<bulan>I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)"
_YYYY = r"(?P<tahun>\d{4})"
_TAHUN = r"(?i:TAHUN) "


def _badan(nama: str) -> str:
    return rf"(?P<badan>{nama})"


BENTUK: tuple[tuple[str, str | None, re.Pattern[str]], ...] = tuple(
    (pola, regim, re.compile(bentuk, re.ASCII))
    for pola, regim, bentuk in (
        ("A-RI", None, f"{_N}/Kpts/{_badan('KPU')}/{_TAHUN}{_YYYY}"),
        ("A-SETJEN", None, f"{_N}/Kpts/{_badan('Setjen')}/{_TAHUN}{_YYYY}"),
        ("A-PROV", None, f"{_N}/Kpts/{_badan('KPU-Prov')}-{_CCC}/(?:{_TAHUN})?{_YYYY}"),
        ("A-KAB", None, f"{_N}/Kpts/{_badan('KPU[-.]Kab')}-{_CCC_DDDDDD}/(?:(?:PILBUP|{_ROM})/)?(?:{_TAHUN})?{_YYYY}"),
        ("A-KOTA", None, f"{_N}/Kpts/{_badan('KPU[-.]Kota')}-{_CCC_DDDDDD}/(?:{_ROM}/)?(?:{_TAHUN})?{_YYYY}"),
        ("A-KIP", None, f"{_N}/Kpts/{_badan('KIP Aceh')}/{_TAHUN}{_YYYY}"),
        ("B-RI", "kpu-2019", f"{_N}/{_KLAS}{_KODE}/{_UU}/{_badan('KPU')}/{_ROM}/{_YYYY}"),
        ("B-SJ", "kpu-2019", f"{_N}/{_KLAS}{_KODE}/{_UU}/{_badan('SJ')}/{_ROM}/{_YYYY}"),
        ("B-PROV", "kpu-2019", f"{_N}/{_KLAS}{_KODE}/{_PP}/{_badan('Prov')}/{_ROM}/{_YYYY}"),
        ("B-KABKOT", "kpu-2019", f"{_N}/{_KLAS}{_KODE}/{_PPPP}/{_badan('KPU-(?:Kab|Kot)')}/{_ROM}/{_YYYY}"),
        # Seen in two secretariats of a kabupaten in January 2018; "Kot" by analogy.
        ("B-SEK", "kpu-2019", f"{_N}/{_KLAS}{_KODE}/{_PPPP}(?:/{_UU})?/{_badan('Sek-(?:Kab|Kot)')}/{_ROM}/{_YYYY}"),
        ("C1", "kpu-2022-klasifikasi", rf"{_N}/{_KLAS}/(?P<wilayah>\d{{2}}|\d{{4}})/{_YYYY}"),
        ("C2", "kpu-2023", f"{_N} {_TAHUN}{_YYYY}"),
        (
            "C-SURAT",
            "kpu-2023",
            rf"{_N}/{_KLAS}{_SURAT}(?:/{_badan('Sek-(?:Kab|Kot)')})?/(?P<wilayah>\d{{2}}|\d{{4}})"
            rf"(?:/(?P<unit>\d{{1,2}}))?/{_YYYY}",
        ),
    )
)
"""Each shape: its class, the regime in whose time it is met, and its pattern."""
