"""The years that a text names, and what each of them speaks of.

sebutan("Rencana Kerja Tahun 2026 menurut Renstra 2025-2029")  # 2026 `tahun`, 2025 and 2029 `rentang`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kpu_docs.bahasa import BULAN, baca_terbilang, temukan_tanggal, terbilang
from kpu_docs.findings import Span
from kpu_docs.peraturan import temukan

Jenis = Literal[
    "tahun", "anggaran", "polos", "rentang", "pasangan", "tanggal", "nomor", "pemilihan", "dikutip", "lampau"
]
"""`tahun` and `anggaran` follow these words ("Tahun 2026", "Tahun Anggaran 2026", "TA 2026"), `polos` none of them.
`rentang` (2025-2029) and `pasangan` (2026 dan 2027, 2026/2027) are years of several; `nomor` is part of a number,
`tanggal` of a date or month, `dikutip` of a rule, letter or minutes that are cited, `pemilihan` of the name of an
election, `lampau` of what was done ("pada tahun 2026 telah").
"""

_TAHUN = r"(?:19|20)[0-9]{2}"
_ANGKA = re.compile(rf"(?<![0-9]){_TAHUN}(?![0-9])")
_RENTANG = re.compile(
    rf"(?<![0-9/.-]){_TAHUN}\s*(?:[-\u2010-\u2014]|s\.?\s?d\.?|s/d|hingga|sampai(?:\s+dengan)?)\s*"
    rf"(?:tahun\s+)?{_TAHUN}(?![0-9/.-][0-9])",
    re.I,
)
_PASANGAN = re.compile(
    rf"(?<![0-9/.-]){_TAHUN}(?:\s*(?:,|/|&|dan|atau|dan/atau)\s*(?:tahun\s+)?{_TAHUN})+(?![0-9])", re.I
)
_HARI = re.compile(
    rf"(?<![0-9])(?:{_TAHUN}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\1{_TAHUN})(?![0-9])"
    rf"|\b(?:{'|'.join(BULAN)})\s+(?:tahun\s+)?{_TAHUN}",
    re.I,
)
_KATA = re.compile(
    r"\btahun\s+(?P<angka>dua\s+ribu(?:\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas"
    r"|puluh))*)\b(?!\s+(?:ratus|rupiah))",
    re.I,
)
_BULAN_KATA = re.compile(rf"\b(?:{'|'.join(BULAN)})\s*,?\s*$", re.I)
_BERNOMOR = re.compile(r"\bnomor\s*:?\s*\S+\s+tahun\s+$", re.I)
_SURAT = re.compile(
    r"\b(?:surat|nota\s+dinas|berita\s+acara|notula|notulen|memorandum)\b[^;]*?\b(?:nomor|tanggal)\b[^;]*?"
    r"\b(?:perihal|hal|tentang)\b[^;,]*",
    re.I,
)
_PEMILIHAN = re.compile(
    r"\b(?:pemilu|pemilukada|pilkada|pilgub|pilbup|pilwali|pilwalkot|pilpres|pileg|pemilihan)\b", re.I
)
_LAIN = re.compile(
    r"[;:(]|[0-9]{4}|\b(?:komisi|kpu|lingkungan|rencana|kerja|pada|untuk|dalam|dengan|tentang|anggaran|jadwal|program|kegiatan)\b",
    re.I,
)
_ANGGARAN = re.compile(r"(?:\btahun\s+anggaran|\bT\.?\s?A\.?)[\s*:]*$", re.I)
_SESUDAH_TAHUN = re.compile(r"\b(?:tahun|thn\.?|th\.)[\s*:]*$", re.I)
_SELAMA = re.compile(r"\b(?:pada|selama|sepanjang|dalam|di)\s+tahun\s+$", re.I)
_TELAH = re.compile(r"[^.;]{0,60}?\b(?:telah|sudah)\b", re.I)


class Sebutan(NamedTuple):
    """A year that is named: the signs of the text that spell it, the year, and what it speaks of."""

    span: Span
    tahun: int
    jenis: Jenis


def sebutan(teks: str) -> list[Sebutan]:
    """The years of a text in their order; those in words where "tahun" stands before them."""
    spans = _bagian(teks)
    found = [Sebutan(one.span(), int(one[0]), _jenis(teks, one.span(), spans)) for one in _ANGKA.finditer(teks)]
    for one in _KATA.finditer(teks):
        if year := baca_terbilang(one["angka"]):
            jenis: Jenis = "tanggal" if _BULAN_KATA.search(teks, 0, one.start()) else "tahun"
            found.append(Sebutan(one.span("angka"), year, _di_dalam(one.span("angka"), spans) or jenis))
    return sorted(found)


def rentang(teks: str) -> list[tuple[Span, int, int]]:
    """The ranges of years in a text ("2025-2029"), also in the title of a rule: the signs, the first and last year."""
    found = ((one.span(), _ANGKA.findall(one[0])) for one in _RENTANG.finditer(teks))
    return [(span, int(years[0]), int(years[-1])) for span, years in found]


def ditulis(tahun: int, seperti: str) -> str:
    """A year written as another is: in figures, or in words with the same capitals."""
    if seperti.isdecimal():
        return str(tahun)
    words = terbilang(tahun)
    if seperti.isupper():
        return words.upper()
    return words.title() if seperti.istitle() else words


def _bagian(teks: str) -> list[tuple[Span, Jenis]]:
    """The parts of a text whose years have a meaning of their own; what stands first decides."""
    return [
        *((one.letak.seluruh, "dikutip") for one in temukan(teks)),
        *((one.span(), "dikutip") for one in _SURAT.finditer(teks)),
        *(((one.mulai, one.akhir), "tanggal") for one in temukan_tanggal(teks)),
        *((one.span(), "tanggal") for one in _HARI.finditer(teks)),
        *((one.span(), "rentang") for one in _RENTANG.finditer(teks)),
        *((one.span(), "pasangan") for one in _PASANGAN.finditer(teks)),
    ]


def _di_dalam(span: Span, spans: list[tuple[Span, Jenis]]) -> Jenis | None:
    return next((jenis for (begin, end), jenis in spans if begin <= span[0] and span[1] <= end), None)


def _jenis(teks: str, span: Span, spans: list[tuple[Span, Jenis]]) -> Jenis:
    """What a year in figures speaks of."""
    begin, end = span
    if inside := _di_dalam(span, spans):
        return inside
    if re.search(r"[\w.][/._-]$", teks[:begin]) or re.match(r"[/_]|[.-]\w", teks[end:]):
        return "nomor"
    if _BERNOMOR.search(teks, 0, begin):
        return "dikutip"
    if _nama_pemilihan(teks[:begin]):
        return "pemilihan"
    if _SELAMA.search(teks, 0, begin) and _TELAH.match(teks, end):
        return "lampau"
    if _ANGGARAN.search(teks, 0, begin):
        return "anggaran"
    return "tahun" if _SESUDAH_TAHUN.search(teks, 0, begin) else "polos"


def _nama_pemilihan(before: str) -> bool:
    """Whether the words before a year are the name of an election, not that of the Komisi Pemilihan Umum."""
    last = None
    for one in _elections(before):
        last = one
    return last is not None and not _LAIN.search(before, last)


def _elections(before: str) -> Iterator[int]:
    for one in _PEMILIHAN.finditer(before):
        if not re.search(r"\bkomisi\s+$", before[: one.start()], re.I):
            yield one.end()
