"""The contents of the annexes: by kind, and the sections of those kinds that have some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from kpu_docs.complaints import DataPath
from kpu_docs.fields import Data
from kpu_docs.lampiran.jadwal import Jadwal
from kpu_docs.lampiran.rencana_kerja import RencanaKerja
from kpu_docs.lampiran.susunan_tim import SusunanTim
from kpu_docs.model import Keputusan

Kind = TypeVar("Kind", bound=Data)


def annexes(keputusan: Keputusan, kind: type[Kind]) -> Iterator[tuple[DataPath, Kind]]:
    """The contents of the annexes of a kind, each with its place."""
    for at, lampiran in enumerate(keputusan.lampiran):
        content = lampiran.isi
        if isinstance(content, kind):
            yield ("lampiran", at, lampiran.jenis), content


class Bagian(NamedTuple):
    """A section: its place, number and heading as written, its rows, and the place of those."""

    path: DataPath
    nomor: str
    judul: str
    baris: tuple[Any, ...]
    baris_path: DataPath


def sections(content: Data, path: DataPath) -> Iterator[Bagian]:
    """The sections of a plan, a team or a schedule that stands at `path`; none of anything else."""
    if isinstance(content, (RencanaKerja, SusunanTim, Jadwal)):
        key = "anggota" if isinstance(content, SusunanTim) else "kegiatan"
        one: Any
        for at, one in enumerate(content.bagian):
            place = (*path, "bagian", at)
            yield Bagian(place, one.nomor, one.judul, getattr(one, key), (*place, key))
