"""Memperhatikan: the minutes and other papers that were taken into account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpu_docs import nomor
from kpu_docs.bahasa import TanggalTertulis, romawi, tanggal, temukan_tanggal
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._beda import plain_words
from kpu_docs.rules._bunyi import end_mark
from kpu_docs.rules._lembaga import long_words
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import Teks

_NUMBERED = re.compile(r"\(?(?:[a-z]|\d{1,2})[.)]\s+(?=\S)", re.I)
_MINUTES = re.compile(r"berita\s+acara\b", re.I)
_NUMBER = re.compile(
    r"\b(?:nomor|no\.)\s*:?\s*(?P<nomor>\S.*?)(?=\s*(?:[,;]|\.?$|\b(?:tanggal|tertanggal|pada|hari|tentang|perihal)\b))",
    re.I | re.S,
)
_ABOUT = re.compile(r"\b(?:tentang|perihal)\s+", re.I)
_ONE_FORM_SINCE = 2022
"""From this year on the numbers of minutes that were read have one form; before it offices differed."""

_COMMON = frozenset(
    plain_words(
        "acara anggota berita calon dalam dari hasil komisi kabupaten keputusan kota laporan lingkungan nomor oleh "
        "pada pemilihan pelaksanaan penetapan penyelenggaraan provinsi rapat pleno republik indonesia serta tahapan "
        "tahun tentang umum untuk yang terbuka tertutup rutin"
    )
)
"""Words that say nothing of what a paper is about."""


class _BeritaAcara(NamedTuple):
    """Minutes of a meeting that are cited: the text, its number and where it stands, the first date before its title,
    and what it is about.
    """

    path: DataPath
    text: str
    nomor: str
    span: Span | None
    tanggal: TanggalTertulis | None
    tentang: str


def _items(keputusan: Keputusan) -> Iterator[Teks]:
    """The items that are written out; one that is a key is worded by the register."""
    for at, item in enumerate(keputusan.memperhatikan):
        if not item.kunci:
            yield Teks(("memperhatikan", at, "teks"), item.teks)


def _before_title(text: str) -> str:
    about = _ABOUT.search(text)
    return text[: about.start()] if about else text


def _minutes(keputusan: Keputusan) -> Iterator[_BeritaAcara]:
    for path, text in _items(keputusan):
        found = _MINUTES.search(text)
        if found:
            head = _before_title(text)
            number = _NUMBER.search(head, found.end())
            days = temukan_tanggal(head)
            yield _BeritaAcara(
                path,
                text,
                number["nomor"] if number else "",
                number.span("nomor") if number else None,
                days[0] if days else None,
                text[len(head) :],
            )


@rule(
    "salah", sumber="MPH-1: Memperhatikan yang lebih dari satu diberi nomor; nomor itu dicetak sendiri", keyakinan="B"
)
def nomor_memperhatikan_tertulis(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Butir Memperhatikan ditulis tanpa nomornya.

    Nomor dicetak sendiri kalau butirnya lebih dari satu; yang ditulis tangan tercetak dua kali: "1. 1. Berita Acara".

    Salah:
        memperhatikan: [1. Keputusan Rapat Pleno;, 2. Berita Acara;]
    Benar:
        memperhatikan: [Keputusan Rapat Pleno;, Berita Acara;]
    """
    for path, text in _items(keputusan):
        number = _NUMBERED.match(text)
        if number:
            yield Remark(path, "nomor butir Memperhatikan akan tercetak dua kali", number.span(), "", safe=True)


@rule(
    "periksa",
    sumber="MPH-1: butir diakhiri titik koma seperti Mengingat; sebuah keputusan mengakhiri yang terakhir dengan titik",
    keyakinan="?",
)
def memperhatikan_tanpa_tanda_akhir(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap butir Memperhatikan diakhiri titik koma; yang terakhir boleh diakhiri titik.

    Salah:
        memperhatikan: [Keputusan Rapat Pleno tanggal 5 Januari 2026]
    Salah:
        memperhatikan: [Keputusan Rapat Pleno., Keputusan Rapat Kerja;]
    Benar:
        memperhatikan: [Keputusan Rapat Pleno;, Keputusan Rapat Kerja.]
    """
    last = len(keputusan.memperhatikan) - 1
    for path, text in _items(keputusan):
        mark, span = end_mark(text)
        if not mark.endswith(";") and not (path[1] == last and mark == "."):
            yield Remark(path, "butir Memperhatikan diakhiri titik koma", span, ";", safe=span is not None)


@rule(
    "periksa",
    sumber="MPH-1: berita acara rapat pleno disebut dengan nomor, tanggal, dan pokoknya",
    keyakinan="D",
)
def berita_acara_tidak_lengkap(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Berita acara disebut dengan nomor, tanggal, dan tentang apa.

    Salah:
        memperhatikan: Berita Acara Rapat Pleno tanggal 5 Januari 2026 tentang Tim Penataan Arsip;
    Salah:
        memperhatikan: Berita Acara Rapat Pleno Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026;
    Benar:
        memperhatikan: Berita Acara Rapat Pleno Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026 tentang Tim Arsip;
    """
    for one in _minutes(keputusan):
        parts = {"nomor": one.nomor, "tanggal": re.search(r"\btanggal\b", one.text, re.I), "tentang": one.tentang}
        missing = [name for name, part in parts.items() if not part]
        if missing:
            yield Remark(one.path, f"berita acara disebut tanpa {', '.join(missing)}")


@rule(
    "periksa",
    sumber="NUM-3: nomor berita acara terdiri atas nomor urut, kode klasifikasi, kode wilayah, dan tahun",
    keyakinan="C",
)
def nomor_berita_acara(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor berita acara berbentuk seperti yang dikenal, dan sesuai dengan tanggalnya.

    Bentuk sebelum tahun 2022 berbeda menurut kantor; yang tidak dikenal dari masa itu dibiarkan.

    Salah:
        memperhatikan: Berita Acara Nomor 37/PK.01 /3576/2026 tanggal 5 Januari 2026 tentang Tim Arsip;
    Salah:
        memperhatikan: Berita Acara Nomor 37/PK.01/3576/2025 tanggal 5 Januari 2026 tentang Tim Arsip;
    Salah:
        memperhatikan: Berita Acara Nomor 37/PL.02-BA/3576/KPU-Kot/II/2018 tanggal 5 Maret 2018 tentang Tim Arsip;
    Benar:
        memperhatikan: 'Berita Acara Nomor : 37/PK.01-BA/3576/2/2026 tanggal 5 Januari 2026 tentang Tim Arsip;'
    Benar:
        memperhatikan: Berita Acara Nomor 12/BA/KPU-Kab-012.329248/III/2015 tanggal 5 Maret 2015 tentang Tim Arsip;
    """
    for one in _minutes(keputusan):
        if one.nomor:
            day = one.tanggal.tanggal if one.tanggal else keputusan.ditetapkan.pada
            for doubt in _doubts(one.nomor, day):
                yield Remark(one.path, doubt, one.span)


def _doubts(number: str, day: date | None) -> Iterator[str]:
    try:
        read = nomor.parse(number, naskah="BA")
    except ValueError as error:
        if day and day.year >= _ONE_FORM_SINCE:
            yield str(error)
        return
    yield from (f"nomor berita acara: {note}" for note in read.catatan)
    if read.klasifikasi and read.naskah != "BA":
        yield f"nomor berita acara berkode {read.naskah}, kode {nomor.NASKAH[read.naskah]}"
    if day and read.tahun != day.year:
        yield f"nomor berita acara bertahun {read.tahun}, padahal tanggalnya {tanggal(day)}"
    elif day and read.bulan not in (None, day.month):
        yield f"nomor berita acara berbulan {romawi(read.bulan or day.month)}, padahal tanggalnya {tanggal(day)}"


@rule(
    "periksa",
    sumber="yang diperhatikan sudah ada ketika keputusan ditetapkan; tidak ada sumber tertulis",
    keyakinan="M",
)
def memperhatikan_setelah_penetapan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang diperhatikan bertanggal paling lambat sama dengan tanggal keputusan.

    Tanggal di dalam judul yang disebut (setelah kata tentang) tidak dihitung.

    Salah:
        memperhatikan: Berita Acara Nomor 4/PK.01-BA/3576/2026 tanggal 6 Januari 2026 tentang Tim Arsip;
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    Benar:
        memperhatikan: Berita Acara Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026 tentang Jadwal 1 Februari 2026;
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    """
    day = keputusan.ditetapkan.pada
    for path, text in _items(keputusan):
        for found in temukan_tanggal(_before_title(text)):
            if day and found.tanggal > day:
                message = f"yang diperhatikan bertanggal setelah keputusan ditetapkan ({tanggal(day)})"
                yield Remark(path, message, (found.mulai, found.akhir))


@rule(
    "periksa",
    sumber="berita acara pada Memperhatikan adalah dasar keputusan yang ditetapkan; tidak ada sumber tertulis",
    keyakinan="M",
)
def memperhatikan_lain_pokok(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Berita acara yang diperhatikan membicarakan pokok keputusan ini.

    Ditanyakan hanya kalau tidak satu berita acara pun berbagi satu kata penting dengan judul keputusan. Berita acara
    dengan nama umum, misalnya Rapat Pleno Rutin, dibiarkan.

    Salah:
        tentang: Tim Penataan Arsip
        memperhatikan: Berita Acara Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026 tentang Zona Integritas;
    Benar:
        tentang: Tim Penataan Arsip
        memperhatikan: Berita Acara Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026 tentang Pengelolaan Arsip;
    Benar:
        tentang: Tim Penataan Arsip
        memperhatikan: Berita Acara Nomor 4/PK.01-BA/3576/2026 tanggal 5 Januari 2026 tentang Rapat Pleno Rutin;
    """
    common = _COMMON | set(long_words(keputusan.satker.name()))
    title = _telling(keputusan.tentang, common)
    about = [(one, _telling(one.tentang, common)) for one in _minutes(keputusan) if one.tentang]
    if title and about and all(words and not words & title for _, words in about):
        one = about[0][0]
        span = (len(one.text) - len(one.tentang), len(one.text))
        yield Remark(one.path, "berita acara tidak membicarakan pokok keputusan ini", span)


def _telling(text: str, common: frozenset[str]) -> set[str]:
    """The words that say what a text is about."""
    return {word for word in long_words(text) if len(word) > 3 and not word.isdigit()} - common
