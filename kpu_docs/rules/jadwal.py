"""The schedule: days that run backwards, lie in another year, or outside of what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.lampiran.jadwal import Jadwal, Kegiatan
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import text_at


class Baris(NamedTuple):
    """A row with days: its place, its first and last day (which may be the same), the row it belongs to, if any."""

    path: DataPath
    mulai: date
    selesai: date
    induk: Kegiatan | None


def _schedules(keputusan: Keputusan) -> Iterator[list[Baris]]:
    for path, jadwal in annexes(keputusan, Jadwal):
        yield [*_dated(jadwal, path)]


def _dated(jadwal: Jadwal, path: DataPath) -> Iterator[Baris]:
    for b, bagian in enumerate(jadwal.bagian):
        yield from _below(bagian.kegiatan, (*path, "bagian", b, "kegiatan"), None)


def _below(rows: tuple[Kegiatan, ...], path: DataPath, induk: Kegiatan | None) -> Iterator[Baris]:
    for at, row in enumerate(rows):
        if row.waktu and row.waktu.mulai:
            yield Baris((*path, at, "waktu"), row.waktu.mulai, row.waktu.selesai or row.waktu.mulai, induk)
        yield from _below(row.sub_kegiatan, (*path, at, "sub_kegiatan"), row)


@rule("periksa", sumber="kalender: sebuah kegiatan tidak selesai sebelum mulai", keyakinan="M")
def tanggal_terbalik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Hari terakhir sebuah kegiatan tidak mendahului hari pertamanya.

    Salah:
        lampiran:
          judul: Jadwal
          jadwal: [{kegiatan: Rapat, waktu: 2026-01-05 s.d. 2026-01-03}]
    Benar:
        lampiran:
          judul: Jadwal
          jadwal: [{kegiatan: Rapat, waktu: 2026-01-03 s.d. 2026-01-05}]
    """
    for rows in _schedules(keputusan):
        for row in rows:
            if row.selesai < row.mulai:
                yield Remark(row.path, "tanggal akhirnya lebih awal daripada tanggal mulainya")


_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_LEMBAGA = re.compile(r"komisi (?:independen )?pemilihan(?: umum)?|panitia (?:pemilihan kecamatan|pemungutan suara)")
_BERTAHUN_LAIN = re.compile(r"pemilih|pemilu|pilkada|pemungutan|kampanye|calon|tahapan")
_BULAN_LONGGAR = 3


@rule(
    "periksa",
    sumber="tahun pada judul; tanggal tahun lain biasanya sisa berkas tahun sebelumnya (bukan aturan)",
    keyakinan="M",
)
def tanggal_di_luar_tahun(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Tanggal pada jadwal terletak dalam tahun yang disebut judulnya.

    Tiga bulan sebelum dan sesudahnya dibiarkan. Judul tentang Pemilu dan Pemilihan tidak diperiksa, karena tahunnya
    tahun pemungutan suara, sedangkan tahapannya mulai jauh sebelumnya.

    Salah:
        lampiran:
          judul: Jadwal Rapat Tahun 2026
          jadwal: [{kegiatan: Rapat, waktu: 2025-03-05}]
    Benar:
        lampiran:
          judul: Jadwal Rapat Tahun 2026
          jadwal: [{kegiatan: Rapat, waktu: 2025-12-28 s.d. 2026-01-03}]
    Benar:
        lampiran:
          judul: Tahapan dan Jadwal Pemilihan Umum Tahun 2024
          jadwal: [{kegiatan: Pendaftaran, waktu: 2022-08-01}]
    """
    for path, jadwal in annexes(keputusan, Jadwal):
        titles = [text_at(keputusan, (*path[:2], "judul")).lower(), keputusan.tentang.lower()]
        years = next((found for title in titles if (found := sorted(map(int, _TAHUN.findall(title))))), [])
        if not years or any(_BERTAHUN_LAIN.search(_LEMBAGA.sub("", title)) for title in titles):
            continue
        first = date(years[0] - 1, 13 - _BULAN_LONGGAR, 1)
        after = date(years[-1] + 1, 1 + _BULAN_LONGGAR, 1)
        for row in _dated(jadwal, path):
            if max(row.mulai, row.selesai) < first or min(row.mulai, row.selesai) >= after:
                yield Remark(row.path, f"tanggal di luar tahun pada judul ({_spelt(years)})")


def _spelt(years: list[int]) -> str:
    return "-".join(str(year) for year in dict.fromkeys((years[0], years[-1])))


@rule(
    "periksa",
    sumber="isi jadwal sendiri: sub kegiatan termasuk dalam waktu kegiatannya (bukan aturan)",
    keyakinan="M",
)
def waktu_di_luar_induknya(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Sub kegiatan berlangsung dalam waktu kegiatannya.

    Kegiatan yang bertindih dengan kegiatan lain tidak diragukan; itu lazim.

    Salah:
        lampiran:
          judul: Jadwal
          jadwal:
            - kegiatan: Pengadaan boks
              waktu: 3 s.d. 5 Januari 2026
              sub_kegiatan: [{kegiatan: Penyerahan, waktu: 12 Januari 2026}]
    Benar:
        lampiran:
          judul: Jadwal
          jadwal:
            - kegiatan: Pengadaan boks
              waktu: 3 s.d. 12 Januari 2026
              sub_kegiatan: [{kegiatan: Penyerahan, waktu: 12 Januari 2026}]
    """
    for rows in _schedules(keputusan):
        for row in rows:
            above = row.induk.waktu if row.induk else None
            if not (above and above.mulai and above.selesai and above.mulai <= above.selesai):
                continue
            if row.mulai < above.mulai or row.selesai > above.selesai:
                yield Remark(row.path, f"di luar waktu kegiatannya ({above.rentang})")
