"""The patterns by which citations are read, compiled when they are first needed."""

from __future__ import annotations

import re
from functools import cache

from kpu_docs.peraturan.jenis import JENIS, UNDANG

_KATA = (
    r"(?!(?:Nomor|No\.|tentang|Tahun|tanggal|Keputusan|Peraturan(?!\s+Perundang)|Qanun|Berita\s+Acara|bahwa|sebagaimana"
    rf"|telah|dengan|yang|{UNDANG})(?:\W|$))[^\s;()]+"
)
"""A word of the name of a maker: none that goes on after the name, or begins another rule."""

_NOMOR = (
    r"(?P<nomor>(?:[.…_]{2,}|[A-Za-z0-9][\w.-]*)(?:(?:(?<=/KIP)\s(?=Aceh/)\w+)?\s?/\s?[\w.-]+(?:(?<=\.)\s[0-9][\w.-]*)?)*"
    r"(?:(?<=/TAHUN)\s+[0-9]{4})?)"
)
_TAHUN = r"(?:\s+(?P<darurat>Drt\b\.?|Darurat))?(?:\s+Tahun\s+(?P<tahun>[0-9]{4})\b)?"
_LABEL = r"\s*,?\s*\b(?:Nomor|No\b\.?)\s*:?\s*"

_SAMBUNG, _DIUBAH = r"(?:telah|sudah|beberapa|kali|terakhir|dengan|oleh)\b", r"di\w*(?:ubah|ganti)\b"

# The words below are in small letters in a title only where they open or join its nouns; these go on after a title.
_SESUDAH_JUDUL = (
    r"(?:,\s*)?\s(?=(?:perlu|maka|bahwa|telah|sehingga|mengatur|menyatakan|menyebutkan|dinyatakan|dicabut|diubah"
    r"|dipandang|ditetapkan|sebagaimana|guna|(?:serta )?dalam rangka"
    r"|yang (?:menyatakan|mengatur|menyebutkan|berbunyi))\b)|;|\.(?=\s|$)|:"
)


@cache
def kepala(wajib: bool) -> re.Pattern[str]:
    """Kind, maker, number and year; the number must be there and be called so if `wajib`."""
    jenis = "|".join(
        rf"(?P<j{at}>(?:{one.pola})\b)(?P<p{at}>(?:\s+{_KATA}){{0,30}}?)"
        if one.bernama
        else rf"(?P<j{at}>(?:{one.pola})\b(?:\s+(?:Republik\s+Indonesia|RI)\b)?)"
        for at, one in enumerate(JENIS)
    )
    tanpa_label = r"\s+(?P<angka>[0-9]+)\s+Tahun\s+(?P<tahun2>[0-9]{4})\b|\s+Tahun\s+(?P<tahun3>1945)|(?=\s+tentang\b)"
    bernomor = rf"{_LABEL}{_NOMOR}{_TAHUN}"
    return re.compile(rf"(?<!\w)(?:{jenis})(?:{bernomor}{'' if wajib else f'|{tanpa_label}'})", re.IGNORECASE)


@cache
def pola(nama: str) -> re.Pattern[str]:
    """The pattern of that name."""
    return re.compile(
        {
            "nomor_lain": r"(?:\s*,?\s*(?:dan\s+)?\bNomor\s*:?\s*[\w./-]+\s+Tahun\s+[0-9]{4}\b)+",
            "tanggal": r"\s*,?\s*\b(?:ter)?tanggal\s+([0-9]{1,2}\s+\w+\s+[0-9]{4})\b",
            "tentang": r"\s*,?\s*\b(?:tentang|perihal)\s+(?=\S)",
            "frasa": rf",?\s*\b(sebagaimana(?:,?\s+{_SAMBUNG})*,?\s+{_DIUBAH}(?:,?\s+(?:{_SAMBUNG}|{_DIUBAH}))*)\s+",
            "sambung": r"\s*,?\s*\b(?:(?:dan|serta)(?:\s+(?:terakhir|diubah|dengan))*)\s+",
            "jo": r"\s*,?\s*\b(?:jo\b\.?|juncto)\s+",
            "menjadi": rf"\s+(?:menjadi|sebagai)\s+{UNDANG}\s*$",
            "perubahan": r"\s*Perubahan(?:\s+(?P<ke>ke\w+(?:\s+(?:belas|puluh(?:\s+(?!atas\b)\w+)?))?))?\b",
            "sesudah_judul": rf"(?-i:{_SESUDAH_JUDUL})",
            "tahun": r"(?:/|/TAHUN\s+)([0-9]{4})$",
        }[nama],
        re.IGNORECASE,
    )
