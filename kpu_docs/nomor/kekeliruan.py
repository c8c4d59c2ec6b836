"""What is wrong with a number: the slips that offices make, each named in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_docs.bahasa import dari_romawi, romawi
from kpu_docs.nomor.bentuk import KEPUTUSAN, NASKAH


class Keliru(NamedTuple):
    """A slip: what is said of it; and what is written and what should stand there instead, where that is known."""

    pesan: str
    tertulis: str = ""
    seharusnya: str = ""


_SALAH_TULIS = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"-[Kk][Pp][Tt][Ss]\b", "-Kpt"),
        (r"([A-Z]{2,4}(?:\.\d{1,2})+)[./]Kpts?\b", r"\1-Kpt"),
        (r"(?<=/)([A-Z]{2,4})/(\d{1,2}(?:\.\d{1,2})*)(?=-Kpt)", r"\1.\2"),
        (r"\bKpts?-KPU", "Kpts/KPU"),
        (r"\b(KPU|Sek)(Kab|Kota|Kot|Prov)\b", r"\1-\2"),
        (r"\b(KPU|Sek)\.(Kab|Kota|Kot|Prov)(?=/)", r"\1-\2"),
        (r"\bKPU-Kota(?=/[IVX]+/)", "KPU-Kot"),
    )
)
_TANPA_WILAYAH = re.compile(r"/Kpts/.*\b(KPU[-.]?(?:Kab|Kota|Prov))(?=/)")
_BAKU = {kata.lower(): kata for kata in ("Kpts", "KPU", "SJ", "Prov", "Setjen", "KIP", "Sek")}
_BAKU_SETELAH_STRIP = {kata.lower(): kata for kata in (*NASKAH, "Kab", "Kot", "Kota", "Prov")}
_SURAT = NASKAH.keys() - {KEPUTUSAN}
_KLAS = re.compile(r"[^/]*/([A-Za-z]{2,4})((?:\.\d{1,2})+)")
_BADAN = re.compile(r"KPU|SJ|Prov|(?:KPU|Sek)[-.]?(?:Kab|Kota?|Prov)", re.IGNORECASE)


def cari(teks: str, naskah: str) -> list[Keliru]:
    """What is wrong with a number whose label and blanks were removed; nothing if no known slip is in it.

    Args:
        teks: The number.
        naskah: The code of the instrument that is expected (a key of `NASKAH`).
    """
    if "/" not in teks and "TAHUN" not in teks.upper():
        return []
    segmen = teks.split("/")
    ditemukan = [*_salah_tulis(teks), *_huruf(teks), *_urut(teks)]
    if _KLAS.match(teks):
        ditemukan += [*_tanpa_kode(teks, segmen, naskah), *_wilayah(segmen), *_bulan(segmen)]
    return list(dict.fromkeys([*ditemukan, *_tahun(teks)]))


def perbaiki(teks: str, keliru: list[Keliru]) -> str | None:
    """The number with these slips mended; None if there is none, or one for which no replacement is known."""
    if not keliru or not all(satu.seharusnya for satu in keliru):
        return None
    for satu in keliru:
        teks = teks.replace(satu.tertulis, satu.seharusnya, 1)
    return teks


def _ganti(tertulis: str, seharusnya: str) -> Keliru:
    return Keliru(f'"{tertulis}" seharusnya "{seharusnya}"', tertulis, seharusnya)


def _salah_tulis(teks: str) -> Iterator[Keliru]:
    for pola, ganti in _SALAH_TULIS:
        if cocok := pola.search(teks):
            yield _ganti(cocok[0], cocok.expand(ganti))
    if cocok := _TANPA_WILAYAH.search(teks):
        yield Keliru(f'kode wilayah setelah "{cocok[1]}" tidak ada')


def _huruf(teks: str) -> Iterator[Keliru]:
    for cocok in re.finditer(r"(-?)([A-Za-z]+)", teks):
        tertulis = cocok[2]
        baku = (_BAKU_SETELAH_STRIP if cocok[1] else _BAKU).get(tertulis.lower(), tertulis)
        # How the codes of letters are spelled is known from one office only: there just small letters are wrong.
        if tertulis != baku and (tertulis[0].islower() or baku not in _SURAT):
            yield _ganti(tertulis, baku)
    if (klas := _KLAS.match(teks)) and not klas[1].isupper():
        kode = f"{klas[1]}{klas[2]}"
        yield Keliru(f'kode klasifikasi "{kode}" seharusnya "{kode.upper()}"', kode, kode.upper())


def _urut(teks: str) -> Iterator[Keliru]:
    depan = re.split(r"[/ ]", teks)[0]
    if depan in ("", "TAHUN"):
        yield Keliru("nomor urut di depan tidak ada")
    elif not _angka(depan):
        yield Keliru(f'nomor urut "{depan}" bukan angka')


def _tanpa_kode(teks: str, segmen: list[str], naskah: str) -> Iterator[Keliru]:
    cocok = re.match(r"[^/]*/([A-Z]{2,4}[.\d]+)/(?!Kpt)", teks)
    if cocok and naskah == KEPUTUSAN and any(map(_BADAN.fullmatch, segmen)):
        yield Keliru(f'"-Kpt" tidak ada setelah kode klasifikasi "{cocok[1]}"', cocok[1], f"{cocok[1]}-Kpt")


def _wilayah(segmen: list[str]) -> Iterator[Keliru]:
    for kode, berikut in pairwise(segmen[2:]):
        if not _angka(kode):
            continue
        if len(kode) == 3 or len(kode) > 4:
            yield Keliru(f'kode wilayah "{kode}" harus dua angka (provinsi) atau empat angka (kabupaten/kota)')
        elif (len(kode) == 4 or berikut == "Prov") and not _wilayah_dikenal(kode):
            yield Keliru(f'kode wilayah "{kode}" tidak dikenal')


def _wilayah_dikenal(kode: str) -> bool:
    from kpu_docs.satker import table  # here, because it brings pydantic

    # The table knows the regions of Papua only as they are after the new provinces of 2022.
    return kode in table() or kode[:2] in ("91", "92")


def _bulan(segmen: list[str]) -> Iterator[Keliru]:
    letak = next((at for at, bagian in enumerate(segmen) if at > 1 and _BADAN.fullmatch(bagian)), None)
    if letak is None:
        return
    antara = segmen[letak + 1 : -1]
    if antara and len(antara[0]) == 4 and segmen[letak].startswith("Sek"):
        return  # a nota dinas names its region after the secretariat: 12/KU.01-ND/Sek-Kab/5304/1/2026
    if len(antara) > 1 and _angka(antara[0]):
        yield Keliru(f'"{segmen[letak]}" seharusnya setelah kode "{antara[0]}"')
    bulan = antara[-1] if antara else ""
    if not bulan:
        yield Keliru("bulan dengan angka Romawi sebelum tahun tidak ada")
    elif 1 <= (dari_romawi(bulan.upper()) or 0) <= 12:
        if not bulan.isupper():
            yield Keliru(f'bulan "{bulan}" seharusnya "{bulan.upper()}"', f"/{bulan}/", f"/{bulan.upper()}/")
    elif _angka(bulan) and 1 <= int(bulan) <= 12:
        angka = romawi(int(bulan))
        yield Keliru(f'bulan "{bulan}" seharusnya dengan angka Romawi, "{angka}"', f"/{bulan}/", f"/{angka}/")
    else:
        yield Keliru(f'bulan "{bulan}" bukan angka Romawi I sampai XII')


def _tahun(teks: str) -> Iterator[Keliru]:
    akhir = re.split(r"[/ ]", teks)[-1]
    if not akhir:
        yield Keliru("tahun di akhir tidak ada")
    elif not (_angka(akhir) and len(akhir) == 4):
        yield Keliru(f'di akhir harus tahun empat angka, bukan "{akhir}"')


def _angka(teks: str) -> bool:
    return teks.isascii() and teks.isdecimal()
