"""The columns of all tables of a decree, of those inside texts too, with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from kpu_docs import isi, markup
from kpu_docs.complaints import DataPath
from kpu_docs.lampiran.susunan_tim import JudulKolom, SusunanTim
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan

Sel = tuple[DataPath, str]


class Isian(NamedTuple):
    """A column: the place and the words of its heading, and its cells that hold something."""

    path: DataPath
    judul: str
    isi: tuple[Sel, ...]


def columns(keputusan: Keputusan) -> Iterator[Isian]:
    """Every column of every table, in the order of the data."""
    yield from _in_texts(keputusan.menimbang, ("menimbang",))
    yield from _in_texts(keputusan.diktum, ("diktum",))
    for at, lampiran in enumerate(keputusan.lampiran):
        path, data = ("lampiran", at, lampiran.jenis), lampiran.isi
        if isinstance(data, Tabel):
            yield from of_table(data, path)
        elif isinstance(data, SusunanTim):
            yield from of_team(data, path)
        elif lampiran.jenis == "naskah":
            yield from _in_texts(data, path)


def of_table(tabel: Tabel, path: DataPath) -> Iterator[Isian]:
    """The columns of an annex `tabel`."""
    steps = [tabel.keys_of(cells) for cells in tabel.baris]
    for one in tabel.lajur:
        cells = (
            ((*path, "baris", at, step[one.kunci]), tabel.baris[at][step[one.kunci]])
            for at, step in enumerate(steps)
            if one.kunci in step
        )
        yield _column((*path, "kolom", *one.path, "judul"), one.kolom.judul, cells)


def of_team(tim: SusunanTim, path: DataPath) -> Iterator[Isian]:
    """The columns of a team."""
    for name in JudulKolom.model_fields:
        cells = (
            ((*path, "bagian", b, "anggota", m, name), getattr(member, name))
            for b, bagian in enumerate(tim.bagian)
            for m, member in enumerate(bagian.anggota)
        )
        yield _column((*path, "kolom", name), getattr(tim.kolom, name), cells)


def _column(path: DataPath, judul: str, cells: Iterator[Sel]) -> Isian:
    return Isian(path, " ".join(markup.plain(judul).split()), tuple(cell for cell in cells if cell[1]))


def _in_texts(node: Any, path: DataPath) -> Iterator[Isian]:
    """The columns of the tables inside a text."""
    if isinstance(node, isi.Tabel):
        for at, kolom in enumerate(node.kolom):
            cells: Iterator[Sel] = (((*path, "baris", r, at), row[at]) for r, row in enumerate(node.baris))
            yield _column((*path, "kolom", at, "judul"), kolom.judul, cells)
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _in_texts(getattr(node, name), (*path, name))
    elif isinstance(node, tuple):
        for at, one in enumerate(node):
            yield from _in_texts(one, (*path, at))
