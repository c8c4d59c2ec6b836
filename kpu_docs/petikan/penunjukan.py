"""Whom a diktum appoints: `Menunjuk Umpama Rekaan, S.H. sebagai ...`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kpu_docs.nama import APOSTROF, taken_apart

_KATA = rf"(?:[^\W\d_a-z]|[a-z][{APOSTROF}]|al-)[\w.{APOSTROF}-]*"
_NAMA = re.compile(rf"{_KATA}(?:,?\s+(?:(?:bin|binti|de|der|van|von|al)\s+)*{_KATA})*")
_AWAL = re.compile(
    r"(?:Menunjuk|Mengangkat|Menugaskan|Memberhentikan)\s+"
    r"(?:(?:dan|serta)\s+(?:menunjuk|mengangkat|menugaskan|menetapkan)\s+)?(?:kembali\s+|dengan\s+hormat\s+)?"
    rf"(?:(?:Saudar[ai](?:/i)?|Sdri?\.?|Bapak|Ibu)\s+)?(?={_KATA})"
)
_AKHIR = re.compile(r",?\s+(?:\(|(?:sebagai(?:mana)?|untuk|menjadi|dalam|dari|pada|selaku|terhitung|NIP)\b)")
_JABATAN = re.compile(
    r"(?:Anggota|Badan|Bagian|Bank|Bendahara|Bidang|Biro|Bupati|Calon|Camat|Daftar|Dinas|Direktur|Divisi|Gubernur|Jabatan"
    r"|Kantor|Kasubbag|Kelompok|Kepala|Ketua|Komisi|Komisioner|Koordinator|KPU|Lurah|Nama|Operator|Panitia|Para|Pegawai"
    r"|Pejabat|Pelaksana|Pembina|Penanggung|Penata|Penerima|Pengarah|Pengawas|Pengelola|Penyedia|Petugas|Pihak|PT|CV"
    r"|Sekretariat|Sekretaris|Seksi|Seluruh|Semua|Setiap|Staf|Staff|Subbag|Subbagian|Tenaga|Tim|Unit|Universitas|Wakil"
    r"|Wali\s?Kota|Saudar[ai]|Plt|Plh|pangkat|golongan)\b",
    re.I,
)
"""How an office, a unit or a group begins, which is no person."""

_DAN = r"\s+(?:dan|serta)\s+"


class Penunjukan(NamedTuple):
    """The persons that a diktum appoints; or an office, a unit or a group (`jabatan`)."""

    orang: tuple[str, ...] = ()
    jabatan: str = ""


def ditunjuk(text: str) -> Penunjukan | None:
    """Whom the first sentence of a diktum appoints (nobody: both are empty); None: somebody, but who is unsure.

    What an annex holds is left to its rows.
    """
    text = " ".join(text.split())
    begun = _AWAL.match(text)
    if begun is None or "Lampiran" in text:
        return Penunjukan()
    end = _AKHIR.search(text, begun.end())
    who = text[begun.end() : end.start()] if end else text[begun.end() :].rstrip(" .,:;")
    if _JABATAN.match(who):
        return Penunjukan(jabatan=who)
    found = _names(who)
    return Penunjukan(found) if found and all(_NAMA.fullmatch(name) for name in found) else None


def _names(who: str) -> tuple[str, ...]:
    """The names of one person with titles, or of several with `dan`; the offices behind them aside. Empty: unsure."""
    found: list[str] = []
    several = re.search(_DAN, who)
    for part in re.split(r",\s*(?:(?:dan|serta)\s+)?", who):
        for one in [] if _JABATAN.match(part) else re.split(_DAN, part):
            title = bool(found and taken_apart(f"Umpama, {one}").gelar)
            if title and several and re.search(r"\s\w{3}", one):
                return ()  # "M. Ali" may be the next person, "M. Hum" is none
            if title:
                found[-1] += f", {one}"
            else:
                found.append(one)
    return tuple(found) if several or len(found) == 1 else ()
