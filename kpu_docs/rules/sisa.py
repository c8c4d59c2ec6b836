"""What was left over from another decree or from a form: blanks, marks to fill in, the name of another office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kpu_docs import satker
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._kata import citations, in_capitals, in_rows, inside
from kpu_docs.satker import Satker
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts

# What is never text of a decree, wherever it stands.
_MARKS = re.compile(r"\{\{[^{}\n]*\}\}|\bTODO\s*:|\bFIXME\b|\b[Ll]orem ipsum\b|(?<!\w)(?:x{3,}|X{4,})(?!\w)")
# What may stand in a sample form of an annex, but not in the decree itself.
_BLANKS = re.compile(
    r"\.{3,}|…|_{3,}|(?:\. ){2,}\.|\(\s*\)|\[\s*\]"
    r"|<[A-Za-z][^<>\n]{0,40}>|\[(?:di)?isi\b[^\]\n]*\]|\[(?:nama|nomor|tanggal|tempat|jabatan|tahun)\b[^\]\n]{0,40}\]",
    re.I,
)
_MISSING = re.compile(r"\bNomor\s+(?=Tahun\b|tentang\b)|\btanggal\s+(?=tentang\b)", re.I)
_SAMPLE = re.compile(r"\(CONTOH\)|\bNAMA CONTOH\b|^CONTOH$")
# In a text that is not all capitals: "CONTOH SURAT PERNYATAAN" is a heading.
_SAMPLE_WORD = re.compile(r"(?<!KOTA )(?<!KABUPATEN )(?<!PROVINSI )(?<!NAMA )(?<!\()\bCONTOH\b")

_BODY = re.compile(
    r"\b(?:Komisi Pemilihan Umum|Komisi Independen Pemilihan|KPU|KIP)\s+"
    r"(?P<tingkat>Kabupaten|Kota|Provinsi)\s+(?P<nama>\w+(?:[\s-]\w+){0,4})",
    re.I,
)
_REGION = re.compile(r"(?<!Kecamatan )\b(?P<tingkat>Kabupaten|Kota)\s+(?P<nama>\w+(?:[\s-]\w+){0,4})", re.I)
_NOT_ASKED = frozenset({"kantor", "satker", "mengingat", "memperhatikan", "tembusan", "mengubah", "mencabut"})
_ALSO_NAME = frozenset(
    {"barat", "timur", "utara", "selatan", "tengah", "tenggara", "laut", "daya", "raya", "hulu", "hilir", "baru"}
)
"""A name that goes on so is another one, of a region that is in no table."""
MANY = 3
"""So many other offices, and the decree is about offices, not copied from one of them."""


@rule(
    "periksa",
    sumber="TTL-5: titik-titik hanya pada rancangan (pedoman UU 12/2011, DPR); isian kosong pada satu keputusan yang "
    "dibaca",
    keyakinan="B",
)
def isian_tertinggal(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tidak ada isian yang tertinggal: titik-titik, kurung kosong, kata CONTOH dari formulir.

    Pada rancangan titik-titik memang boleh, begitu pula pada contoh formulir di dalam lampiran.

    Salah:
        memperhatikan: Berita Acara Rapat Pleno Nomor ..../PK.01-BA/3576/2026 tanggal .... Januari 2026;
    Salah:
        diktum: ["Menunjuk <nama> sebagai ketua tim."]
    Salah:
        mengingat: [Keputusan Komisi Pemilihan Umum Nomor Tahun 2019 tentang Pedoman;]
    Benar:
        naskah: rancangan
        memperhatikan: Berita Acara Rapat Pleno Nomor ..../PK.01-BA/3576/2026 tanggal .... Januari 2026;
    """
    if keputusan.naskah == "rancangan":
        return
    for path, text in texts(keputusan):
        for start, end in _left(path, text):
            yield Remark(path, f'"{text[start:end].strip()}" belum diisi', (start, end))


def _left(path: DataPath, text: str) -> Iterator[Span]:
    found = [_MARKS, _SAMPLE]
    if (path[0] != "lampiran" or path[-1] == "judul") and "berbunyi" not in path:
        found += [_BLANKS, _MISSING]
        found += [] if in_capitals(text) else [_SAMPLE_WORD]
    for pattern in found:
        yield from (one.span() for one in pattern.finditer(text))


@rule(
    "periksa",
    sumber="pada satu keputusan yang dibaca tertempel dasar hukum daerah lain",
    keyakinan="D",
)
def satker_lain(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nama kantor lain tidak tertinggal dari keputusan yang disalin.

    Kantor di atas dan di bawah yang menetapkan, kutipan, tembusan, dan tabel tidak diperiksa; kabupaten dan kota yang
    senama juga tidak. Nama daerah saja hanya diperiksa di tempat nama kantor sendiri lazim ditulis: judul, Menimbang
    yang terakhir, Menetapkan, dan KESATU.

    Salah:
        diktum:
          - Menetapkan Rencana Kerja di lingkungan Komisi Pemilihan Umum Kabupaten Sleman.
    Salah:
        tentang: Penetapan Daerah Pemilihan Kabupaten Bantul
    Benar:
        diktum:
          - Menetapkan Rencana Kerja di lingkungan Komisi Pemilihan Umum Kota Mojokerto sesuai dengan arahan Komisi
            Pemilihan Umum Provinsi Jawa Timur.
    Benar:
        satker: provinsi-jawa-timur
        diktum: [Supervisi dilaksanakan di KPU Kabupaten Mojokerto dan KPU Kota Blitar.]
    """
    office = _office(keputusan.satker)
    if office.tingkat == "ri":
        return
    found = list(_others(keputusan, office))
    if len({name for _, _, name in found}) < MANY:
        for path, span, name in found:
            message = f"menyebut {name}, padahal yang menetapkan {keputusan.satker.name()}; mungkin tertinggal"
            yield Remark(path, message, span)


def _office(body: Satker) -> Satker:
    """The office itself, or that above a committee."""
    return _office(body.induk) if body.induk else body


def _others(keputusan: Keputusan, office: Satker) -> Iterator[tuple[DataPath, Span, str]]:
    """Where a body, or a region where the own one is expected, is named that the decree has nothing to do with."""
    for path, text in texts(keputusan):
        if path[0] in _NOT_ASKED or in_rows(path):
            continue
        cited = [(one.start, one.end) for one in citations(path, text)]
        found = list(_BODY.finditer(text))
        if _expected(keputusan, path) and office.wilayah.lower() not in text.lower():
            bodies = [one.span() for one in found]
            found += [one for one in _REGION.finditer(text) if not inside(bodies, *one.span())]
        for one in found:
            region = _region(one)
            if region and not inside(cited, *one.span()) and not _concerned(office, region):
                yield path, (one.start(), one.start("nama") + region.length), region.wilayah


def _expected(keputusan: Keputusan, path: DataPath) -> bool:
    """Whether the own region is expected in that text, if any is named."""
    last = ("menimbang", len(keputusan.menimbang) - 1)
    return path[0] in ("tentang", "menetapkan") or path[:2] in (last, ("diktum", 0))


class _Region(NamedTuple):
    """A region of the table, and how many signs its name without the level takes in the text."""

    kode: str
    wilayah: str
    length: int


def _region(found: re.Match[str]) -> _Region | None:
    """The region that is named there; None if it is in no table."""
    following = ""
    for last in reversed(list(re.finditer(r"\S+", found["nama"]))):
        name = " ".join(found["nama"][: last.end()].lower().replace("-", " ").split())
        body = _regions().get((found["tingkat"].lower(), name))
        if body:
            return None if following in _ALSO_NAME else _Region(body["kode"], body["wilayah"], last.end())
        following = last[0].lower()
    return None


def _concerned(office: Satker, region: _Region) -> bool:
    """Whether a region is that of the office, one above or below it, or has the same name."""
    if office.kode and (office.kode.startswith(region.kode) or region.kode.startswith(office.kode)):
        return True
    # Of an office that is written out it is not known which province is above it.
    return _bare(region.wilayah) == _bare(office.wilayah) or (not office.kode and len(region.kode) == 2)


def _bare(region: str) -> str:
    """The name of a region without its level, as names are compared."""
    return region.partition(" ")[2].lower().replace("-", " ")


@cache
def _regions() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The bodies of the table by level and by the name of their region without it, in small letters."""
    return {(body["tingkat"], _bare(body["wilayah"])): body for body in satker.table().values()}
