"""Numbers that are not written in Arabic figures: in words, as the label of a diktum, as list letters, as Roman
numerals.
"""

from __future__ import annotations

import re
from functools import cache

_DIKTUM_MAKS = 999
_ROMAWI_MAKS = 3999
TERBILANG_MAKS = 10**15
"""The largest number that `terbilang` spells."""

_SATUAN = ("", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")
_TINGKATAN = (
    (10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (1, ""),
)  # fmt: skip
_ANGKA_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_BENTUK_ROMAWI = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def diktum(n: int) -> str:
    """Return the label of the n-th diktum: 1 -> "KESATU", 12 -> "KEDUA BELAS", 21 -> "KEDUA PULUH SATU".

    The words are written apart, as the spelling rules (EYD) have it, and the first is KESATU, as KPU decrees print it.

    Raises:
        ValueError: `n` is not in 1..999.
    """
    _periksa("nomor diktum", n, _DIKTUM_MAKS)
    return "KE" + _bilangan(n)


def nomor_diktum(label: str) -> int | None:
    """Return the number of a diktum label, or None if `label` is none; the inverse of `diktum`.

    Case and blanks do not count, so the joined spelling of older decrees ("KEDUABELAS", "KEDUAPULUH SATU") is read
    too; so is "PERTAMA", their word for KESATU.
    """
    teks = "".join(label.lower().split())
    if teks == "pertama":
        return 1
    return _ratusan_terbaca().get(teks[2:]) if teks.startswith("ke") else None


def huruf(n: int) -> str:
    """Return the n-th list letter: a to z, then aa, ab and so on.

    Raises:
        ValueError: `n` is below 1.
    """
    _periksa("urutan huruf", n)
    teks = ""
    while n:
        n, sisa = divmod(n - 1, 26)
        teks = chr(ord("a") + sisa) + teks
    return teks


def romawi(n: int) -> str:
    """Return `n` as a Roman numeral in capitals: 4 -> "IV".

    Raises:
        ValueError: `n` is not in 1..3999.
    """
    _periksa("angka Romawi", n, _ROMAWI_MAKS)
    teks = ""
    for nilai, angka in _ANGKA_ROMAWI:
        kali, n = divmod(n, nilai)
        teks += angka * kali
    return teks


def dari_romawi(text: str) -> int | None:
    """Return the value of a Roman numeral, or None for anything `romawi` would not write ("IIII", "iv", " IV", "")."""
    if not text or not _BENTUK_ROMAWI.fullmatch(text):
        return None
    nilai = {angka: nilai for nilai, angka in _ANGKA_ROMAWI}
    deret = [nilai[angka] for angka in text]
    return sum(-kini if kini < lanjut else kini for kini, lanjut in zip(deret, [*deret[1:], 0], strict=True))


def terbilang(n: int) -> str:
    """Spell a number in small letters: 1_001_850 -> "satu juta seribu delapan ratus lima puluh".

    Raises:
        ValueError: `n` is not in 0..10**15.
    """
    if not 0 <= n <= TERBILANG_MAKS:
        raise ValueError(f"bilangan harus antara 0 dan {TERBILANG_MAKS}, bukan {n}")
    kata = []
    for nilai, nama in _TINGKATAN:
        kali, n = divmod(n, nilai)
        if kali:
            kata.append("seribu" if (kali, nilai) == (1, 1000) else f"{_bilangan(kali).lower()} {nama}".strip())
    return " ".join(kata) or "nol"


def baca_terbilang(text: str) -> int | None:
    """Return the number that is spelled in `text`, or None if it is none; the inverse of `terbilang`.

    Case, blanks and a closing "rupiah" do not count; "satu ribu", "milyar" and "trilyun" are read too.
    """
    sisa = re.sub(r"ly(?=ar|un)", "li", "".join(text.lower().split())).removesuffix("rupiah")
    if sisa == "nol":
        return 0
    jumlah = 0
    for nilai, nama in _TINGKATAN:
        depan, ada, belakang = sisa.partition(nama) if nama else (sisa, sisa, "")
        if ada:
            kali = 1 if nama and depan == "se" else _ratusan_terbaca().get(depan)
            if kali is None:
                return None
            jumlah, sisa = jumlah + kali * nilai, belakang
    return jumlah or None


def _periksa(apa: str, n: int, maks: int | None = None) -> None:
    if n < 1 or (maks is not None and n > maks):
        batas = "mulai dari 1" if maks is None else f"antara 1 dan {maks}"
        raise ValueError(f"{apa} harus {batas}, bukan {n}")


def _bilangan(n: int) -> str:
    """Spell 1..999 in capitals: 111 -> "SERATUS SEBELAS"."""
    if n >= 100:
        ratus, sisa = divmod(n, 100)
        kata = ["SERATUS" if ratus == 1 else f"{_SATUAN[ratus]} RATUS"]
    elif n >= 20:
        puluh, sisa = divmod(n, 10)
        kata = [f"{_SATUAN[puluh]} PULUH"]
    elif n >= 12:
        return f"{_SATUAN[n - 10]} BELAS"
    else:
        return {10: "SEPULUH", 11: "SEBELAS"}.get(n) or _SATUAN[n]
    if sisa:
        kata.append(_bilangan(sisa))
    return " ".join(kata)


@cache
def _ratusan_terbaca() -> dict[str, int]:
    """1..999 by their words in small letters, joined."""
    return {_bilangan(n).lower().replace(" ", ""): n for n in range(1, 1000)}
