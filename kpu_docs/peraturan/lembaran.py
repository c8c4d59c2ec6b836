"""The gazettes in brackets: `(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182, Tambahan Lembaran ...)`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kpu_docs.bahasa import baca_tanggal
from kpu_docs.peraturan.kutipan import Lembaran, Tempat

_NAMA = r"(?:Tambahan\s+)?(?:Lembaran|Berita)[\s-]+(?:Negara|Daerah|Aceh)|T?[LB][ND](?:RI)?"
# A bracket that is never closed ends where the amendments begin, at the end mark or at the end of the text.
_KURUNG = rf"\(\s*(?=(?:{_NAMA})\b)(?:[^()]*\)|[^();]*?(?=;|\(|,?\s+sebagaimana\b|$))"


@cache
def kurung() -> re.Pattern[str]:
    """A whole bracket with gazettes."""
    return re.compile(_KURUNG, re.IGNORECASE)


@cache
def _pola() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pola, re.IGNORECASE)
        for pola in (
            rf"\b(?:{_NAMA})\b",
            r"\bTahun\s+([0-9]{4})\b",
            r"\b(?:Nomor|No\b\.?)\s*:?\s*([\w./-]*\w)",
            r"\btanggal\s+([0-9]{1,2}\s+\w+\s+[0-9]{4})\b",
        )
    )


def baca(teks: str, letak: Tempat) -> tuple[Lembaran, ...]:
    """The entries of a bracket that stands at `letak`."""
    nama, pola_tahun, pola_nomor, pola_tanggal = _pola()
    mulai = [*nama.finditer(teks, *letak)]
    found: list[Lembaran] = []
    for entri, akhir in pairwise([*(one.start() for one in mulai), letak[1]]):
        tahun = pola_tahun.search(teks, entri, akhir)
        nomor = pola_nomor.search(teks, entri, akhir)
        tanggal = pola_tanggal.search(teks, entri, akhir)
        found.append(
            Lembaran(
                jenis=_singkatan(mulai[len(found)][0]),
                tahun=int(tahun[1]) if tahun else None,
                nomor=nomor[1] if nomor else "",
                tanggal=baca_tanggal(tanggal[1]) if tanggal else None,
                letak=(entri, entri + len(teks[entri:akhir].rstrip(" \t\n,;)"))),
                letak_tahun=tahun.span(1) if tahun else None,
                letak_nomor=nomor.span(1) if nomor else None,
            )
        )
    return tuple(found)


def _singkatan(nama: str) -> str:
    words = re.findall(r"\w+", nama.upper())
    return "".join(word[0] for word in words) if len(words) > 1 else words[0].removesuffix("RI")
