"""Numbers that a clerk wrote in front of sections and rows of an annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.fields import Data
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import Bagian, annexes, sections
from kpu_docs.rules._urutan import DI_DEPAN, number_column, readings
from kpu_docs.tata_naskah import TataNaskah


class Butir(NamedTuple):
    """A row: its place, the number written in front of it, if any, and its words."""

    path: DataPath
    nomor: str
    teks: str


@rule(
    "periksa",
    sumber="nomor melompat (a, c, d) pada keputusan yang dibaca (045)",
    keyakinan="D",
)
def nomor_melompat(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nomor yang ditulis di depan bagian dan baris berurutan.

    Nomor boleh mulai lagi dari 1 atau berlanjut melewati bagian. Sesudah baris tanpa nomor, urutan tidak diperiksa.

    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian:
              - {nomor: I., judul: PERSIAPAN, kegiatan: [{kegiatan: Rapat, bulan: 1}]}
              - {nomor: II., judul: PELAKSANAAN, kegiatan: [{kegiatan: Penataan, bulan: 2}]}
              - {nomor: IV., judul: PELAPORAN, kegiatan: [{kegiatan: Laporan, bulan: 3}]}
    Salah:
        lampiran:
          judul: Jadwal
          jadwal: [1. Rapat, 2. Penataan, 4. Laporan]
    Salah:
        lampiran:
          judul: Daftar Desa
          tabel: {kolom: [NO., DESA], baris: [[1, Rekaan], [2, Karangan], [4, Bayangan]]}
    Benar:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            bagian:
              - {nomor: I., judul: PENGARAH, anggota: [{nomor: 1, nama: Umpama}, {nomor: 2, nama: Misal}]}
              - {nomor: II., judul: PELAKSANA, anggota: [{nomor: 3, nama: Andai}, Contoh, {nomor: 5, nama: Belaka}]}
              - {nomor: III., judul: PEMBANTU, anggota: [{nomor: 1, nama: Rekaan}]}
    """
    for path, tabel in annexes(keputusan, Tabel):
        yield from _gaps(_numbered_column(tabel, path))
    for path, content in annexes(keputusan, Data):
        for sequence in _levels([*sections(content, path)]):
            yield from _gaps(sequence)


def _levels(parts: list[Bagian]) -> Iterator[list[Butir]]:
    """The sections, and the rows of each level below them, from top to bottom."""
    yield [Butir((*one.path, "nomor"), one.nomor, one.judul) for one in parts]
    level = [(one.baris_path, one.baris) for one in parts]
    while any(rows for _, rows in level):
        yield [butir for place, rows in level for at, row in enumerate(rows) for butir in _in_front(row, (*place, at))]
        level = [
            ((*place, at, "sub_kegiatan"), getattr(row, "sub_kegiatan", ()))
            for place, rows in level
            for at, row in enumerate(rows)
            if not isinstance(getattr(row, "sub_kegiatan", ()), str)
        ]


def _in_front(row: Any, path: DataPath) -> Iterator[Butir]:
    """The numbers of a row: its own, or those at the beginning of the lines of its text."""
    key = next((key for key in ("kegiatan", "sub_kegiatan", "nama") if isinstance(getattr(row, key, None), str)), "")
    text = getattr(row, key, "")
    if getattr(row, "nomor", ""):
        yield Butir((*path, "nomor"), row.nomor, text)
        return
    found = [match for line in text.split("\n") if (match := DI_DEPAN.match(line))]
    for match in found:
        yield Butir((*path, key), match[1], text)
    if not found:
        yield Butir((*path, key), "", text)


def _numbered_column(tabel: Tabel, path: DataPath) -> Iterator[Butir]:
    """The numbers that are typed into a column of a table; those repeated for joined cells are as good as one row."""
    column = number_column(tabel)
    for at, cells in enumerate(tabel.baris if column else ()):
        step = tabel.keys_of(cells).get(column or "", "")
        yield Butir((*path, "baris", at, step), cells.get(step, ""), "")


def _gaps(sequence: Iterable[Butir]) -> Iterator[Remark]:
    last: dict[str, tuple[int, str]] = {}
    before: Butir | None = None
    for butir in sequence:
        possible = readings(butir.nomor)
        if before and before[1:] == butir[1:]:
            continue  # one row, written once for each of its parts
        before = butir
        if not possible:
            last.clear()
            continue
        fitting = next((one for one in possible if one.kind in last and one.nilai == last[one.kind][0] + 1), None)
        kind, value = fitting or possible[0]
        if not fitting and kind in last and value != 1:
            yield Remark(butir.path, f'nomor tidak berurutan: sesudah "{last[kind][1]}" tertulis "{butir.nomor}"')
        last[kind] = value, butir.nomor
