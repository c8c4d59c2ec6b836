"""The kinds of rule that a decree cites: how each is printed, and where it stands in the hierarchy."""

from __future__ import annotations

import re
from typing import NamedTuple


class Tingkat(NamedTuple):
    """A rank in the hierarchy, 1 the highest; its source; and how sure we are of it (the letters of the TataNaskah)."""

    urutan: int
    sumber: str
    keyakinan: str


class Jenis(NamedTuple):
    """A kind: the beginning of its key, its name, the words that print it, its rank; whether its maker is named."""

    kode: str
    nama: str
    pola: str
    tingkat: Tingkat
    bernama: bool = False


def _pasal_7(urutan: int, huruf: str) -> Tingkat:
    return Tingkat(urutan, f"UU 12/2011 Pasal 7 ayat (1) huruf {huruf}", "M")


# Pasal 8 names these bodies without ranking them; their places are those of KPU RI's own decrees (MGT-3).
_UUD, _TAP, _UU, _PP, _PERPRES = (_pasal_7(at, letter) for at, letter in enumerate("abcde", start=1))
_MENTERI = Tingkat(6, "UU 12/2011 Pasal 8 ayat (1); urutan menurut Keputusan KPU RI", "C")
_KPU = Tingkat(7, "UU 12/2011 Pasal 8 ayat (1); urutan menurut Keputusan KPU RI", "C")
_PROVINSI = Tingkat(8, "UU 12/2011 Pasal 7 ayat (1) huruf f; urutan terhadap Peraturan KPU dari kebiasaan", "?")
_KABUPATEN = Tingkat(9, "UU 12/2011 Pasal 7 ayat (1) huruf g; urutan terhadap Peraturan KPU dari kebiasaan", "?")
_KEPUTUSAN = Tingkat(10, "Keputusan sesudah semua peraturan: urutan menurut Keputusan KPU RI", "C")
_KEPUTUSAN_PROVINSI = Tingkat(11, "Keputusan di provinsi sesudah Keputusan pusat", "?")
_KEPUTUSAN_KABUPATEN = Tingkat(12, "Keputusan di kabupaten/kota sesudah Keputusan provinsi", "?")
_LAIN = Tingkat(13, "bukan peraturan dan bukan Keputusan", "?")

UNDANG = r"Undang\s*[-‐-–]?\s*Undang"

JENIS: tuple[Jenis, ...] = (
    Jenis("uud", "Undang-Undang Dasar", rf"{UNDANG}\s+Dasar(?:\s+Negara)?", _UUD),
    Jenis("tap-mpr", "Ketetapan MPR", r"Ketetapan\s+(?:Majelis\s+Permusyawaratan\s+Rakyat|MPR)", _TAP),
    Jenis("uu-darurat", "Undang-Undang Darurat", rf"{UNDANG}\s+Darurat", _UU),
    Jenis(
        "perppu",
        "Peraturan Pemerintah Pengganti Undang-Undang",
        rf"Peraturan\s+Pemerintah\s+Pengganti\s+{UNDANG}|Perpp?u",
        _UU,
    ),
    Jenis("uu", "Undang-Undang", rf"{UNDANG}|UU", _UU),
    Jenis("pp", "Peraturan Pemerintah", r"Peraturan\s+Pemerintah|PP", _PP),
    Jenis("perpres", "Peraturan Presiden", r"Peraturan\s+Presiden|Perpres", _PERPRES),
    Jenis("keppres", "Keputusan Presiden", r"Keputusan\s+Presiden|Keppres", _PERPRES),
    Jenis("inpres", "Instruksi Presiden", r"Instruksi\s+Presiden|Inpres", _PERPRES),
    Jenis("pkpu", "Peraturan Komisi Pemilihan Umum", r"Peraturan\s+(?:Komisi\s+Pemilihan\s+Umum|KPU)|PKPU", _KPU),
    Jenis("permen", "Peraturan Menteri", r"Peraturan\s+Menteri", _MENTERI, bernama=True),
    Jenis("peraturan-bersama", "Peraturan Bersama", r"Peraturan\s+Bersama", _MENTERI, bernama=True),
    Jenis("perda", "Peraturan Daerah", r"Peraturan\s+Daerah", _PROVINSI, bernama=True),
    Jenis("qanun", "Qanun", r"Qanun", _PROVINSI, bernama=True),
    Jenis("pergub", "Peraturan Gubernur", r"Peraturan\s+Gubernur", _PROVINSI, bernama=True),
    Jenis("perbup", "Peraturan Bupati", r"Peraturan\s+Bupati", _KABUPATEN, bernama=True),
    Jenis("perwali", "Peraturan Wali Kota", r"Peraturan\s+Wali\s*kota", _KABUPATEN, bernama=True),
    Jenis("perka", "Peraturan Kepala", r"Peraturan\s+Kepala", _MENTERI, bernama=True),
    Jenis("peraturan", "Peraturan", r"Peraturan(?!\s+Perundang)", _MENTERI, bernama=True),
    Jenis("kepmen", "Keputusan Menteri", r"Keputusan\s+Menteri", _KEPUTUSAN, bernama=True),
    Jenis("kpt", "Keputusan", r"Keputusan", _KEPUTUSAN, bernama=True),
    Jenis("ba", "Berita Acara", r"Berita\s+Acara", _LAIN, bernama=True),
    Jenis("se", "Surat Edaran", r"Surat\s+Edaran", _LAIN, bernama=True),
    Jenis("surat", "Surat", r"Surat", _LAIN, bernama=True),
)
"""The kinds, those with longer names first where one name begins another."""

KINDS = {jenis.kode: jenis for jenis in JENIS}
"""The kinds by code."""

_SINGKATAN = {
    "permen-pendayagunaan-aparatur-negara-dan-reformasi-birokrasi": "permenpanrb",
    "permen-hukum-dan-hak-asasi-manusia": "permenkumham",
    "permen-dalam-negeri": "permendagri",
    "permen-keuangan": "permenkeu",
    "peraturan-arsip-nasional-republik-indonesia": "anri",
    "peraturan-badan-pengawas-pemilihan-umum": "perbawaslu",
    "peraturan-dewan-kehormatan-penyelenggara-pemilihan-umum": "perdkpp",
}
_LEMBAGA = (
    (r"(?:ketua-)?(?:komisi-pemilihan-umum|\bkpu)\b", "kpu"),
    (r"(?:ketua-)?komisi-independen-pemilihan", "kip"),
)
_KABUPATEN_KOTA = re.compile(r"\b(?:kabupaten|kota|bupati|kab\.)", re.IGNORECASE)
_PROV = re.compile(r"\b(?:provinsi|propinsi|gubernur|aceh|daerah (?:khusus|istimewa)|prov\.)", re.IGNORECASE)


def awal_kunci(jenis: Jenis, pembuat: str) -> str:
    """The beginning of the key of a rule: `uu`, `permenpanrb`, `perda-kabupaten-sleman`, `kpt-kpu-kota-mojokerto`."""
    if not jenis.bernama:
        return jenis.kode
    who = re.sub(r"[^a-z0-9]+", "-", pembuat.lower()).strip("-")
    for pola, singkat in _LEMBAGA:
        who = re.sub(pola, singkat, who)
    if jenis.kode in ("permen", "kepmen") or who.startswith(("kpu", "sekretaris-jenderal")):
        who = re.sub(r"^negara-|-(?:republik-indonesia|ri)$", "", who)
    return _SINGKATAN.get(f"{jenis.kode}-{who}", f"{jenis.kode}-{who}".rstrip("-"))


def tingkat(jenis: Jenis, pembuat: str) -> Tingkat:
    """The rank of a rule of that kind and maker: what a regency makes stands below what a province makes."""
    if jenis.tingkat == _PROVINSI:
        return _KABUPATEN if _KABUPATEN_KOTA.search(pembuat) else _PROVINSI
    if jenis.kode == "kpt" and _KABUPATEN_KOTA.search(pembuat):
        return _KEPUTUSAN_KABUPATEN
    if jenis.kode == "kpt" and _PROV.search(pembuat):
        return _KEPUTUSAN_PROVINSI
    return jenis.tingkat
