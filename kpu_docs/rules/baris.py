"""Rows of an annex that are there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath, shown
from kpu_docs.fields import Data
from kpu_docs.lampiran.anggaran import Anggaran
from kpu_docs.lampiran.jadwal import Jadwal
from kpu_docs.lampiran.rencana_kerja import RencanaKerja
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes, sections
from kpu_docs.rules._urutan import DI_DEPAN, number_column
from kpu_docs.tata_naskah import TataNaskah


class Baris(NamedTuple):
    """A row: its place and words, what it stands in, and what else must be equal for it to be the same."""

    path: DataPath
    teks: str
    dalam: Any
    lainnya: tuple[Any, ...]


@rule(
    "periksa",
    sumber="satu kegiatan cukup satu baris; baris ganda biasanya sisa salin-tempel (bukan aturan)",
    keyakinan="M",
)
def baris_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Baris yang sama tidak tertulis dua kali dalam satu bagian.

    Pada rencana kerja yang dibandingkan kegiatan, sub kegiatan, dan indikatornya; pada jadwal juga waktunya; pada tabel
    dan anggaran seluruh barisnya.

    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian:
              - kegiatan: [{kegiatan: 1. Rapat evaluasi, bulan: 3}, {kegiatan: 2. Rapat Evaluasi, bulan: 9}]
    Salah:
        lampiran:
          judul: Daftar Desa
          tabel: {kolom: [DESA, TPS], baris: [[Rekaan, 4], [Karangan, 5], [Rekaan, 4]]}
    Benar:
        lampiran:
          judul: Jadwal
          jadwal: [{kegiatan: Rapat, waktu: 2026-01-05}, {kegiatan: Rapat, waktu: 2026-02-05}]
    Benar:
        lampiran:
          judul: Daftar Desa
          tabel:
            kolom: [DESA, TPS]
            kelompok: kecamatan
            baris: [{kecamatan: Satu, desa: Rekaan, tps: 4}, {kecamatan: Dua, desa: Rekaan, tps: 4}]
    """
    for path, content in annexes(keputusan, Data):
        found: dict[Any, list[Baris]] = {}
        for row in _rows(content, path):
            words = " ".join(re.findall(r"\w+", _bare(row.teks)))
            if re.search(r"[^\W\d]{3}", words):
                found.setdefault((words, row.dalam, row.lainnya), []).append(row)
        for first, *others in found.values():
            if others:
                also = tuple(other.path for other in others)
                yield Remark(first.path, f'"{shown(first.teks)}" tertulis {1 + len(others)} kali', also=also)


def _bare(text: str) -> str:
    """The words of a row without the number in front of them, in small letters."""
    return DI_DEPAN.sub("", text, count=1).casefold()


def _rows(content: Data, path: DataPath) -> Iterator[Baris]:
    if isinstance(content, Tabel):
        yield from _table_rows(content, path)
    elif isinstance(content, Anggaran):
        yield from _items(content.rincian, (*path, "rincian"))
    elif isinstance(content, (RencanaKerja, Jadwal)):
        rows = _plan_rows if isinstance(content, RencanaKerja) else _activities
        for bagian in sections(content, path):
            yield from rows(bagian.baris, bagian.baris_path)


def _plan_rows(activities: tuple[Any, ...], path: DataPath) -> Iterator[Baris]:
    for k, kegiatan in enumerate(activities):
        for s, row in enumerate(kegiatan.sub_kegiatan):
            sub = bool(row.sub_kegiatan)
            place = (*path, k, "sub_kegiatan", s, "sub_kegiatan") if sub else (*path, k, "kegiatan")
            rest = _bare(kegiatan.kegiatan), _bare(row.indikator)
            yield Baris(place, row.sub_kegiatan or kegiatan.kegiatan, path, rest)


def _activities(rows: tuple[Any, ...], path: DataPath) -> Iterator[Baris]:
    for at, row in enumerate(rows):
        yield Baris((*path, at, "kegiatan"), row.kegiatan, path, (row.waktu, row.pihak, row.keterangan))
        yield from _activities(row.sub_kegiatan, (*path, at, "sub_kegiatan"))


def _table_rows(tabel: Tabel, path: DataPath) -> Iterator[Baris]:
    number = number_column(tabel)
    for at, (cells, group) in enumerate(zip(tabel.isi, tabel.grup, strict=True)):
        texts = tuple(cell.teks for key, cell in cells.items() if key != number and re.search(r"\w", cell.teks))
        if len(texts) > 1:
            yield Baris((*path, "baris", at), ", ".join(texts), group, texts)


def _items(parts: tuple[Any, ...], path: DataPath) -> Iterator[Baris]:
    for at, one in enumerate(parts):
        if not one.rincian:
            yield Baris((*path, at, "uraian"), one.uraian, path, (one.volume, one.satuan, one.harga, one.jumlah))
        yield from _items(one.rincian, (*path, at, "rincian"))
