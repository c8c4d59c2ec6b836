"""The rows of a decree that may concern somebody: in its annexes, and in tables, details and lists of its diktum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Any, NamedTuple

from kpu_docs import isi, markup, nama
from kpu_docs.blocks import Asal
from kpu_docs.lampiran.jadwal import Jadwal
from kpu_docs.lampiran.jadwal import rows as jadwal_rows
from kpu_docs.lampiran.rencana_kerja import RencanaKerja
from kpu_docs.lampiran.susunan_tim import Anggota, SusunanTim
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan

Kata = tuple[str, ...]
"""The words of a text in small letters, as texts are compared."""

_NAMA = re.compile(
    r"\s*nama(?:\s(?:lengkap|terang|orang|anggota|calon|pegawai|pejabat|peserta|petugas))?"
    r"(?:\s*(?:[/,(]|(?:dan|serta)\s(?:gelar|nip|pangkat|jabatan)\b).*)?\s*",
    re.I | re.S,
)
"""Headings of columns that hold names of persons; "NAMA DESA" is none."""

_KEDUDUKAN = re.compile(
    r"(?:wakil )?(?:ketua|sekretaris|bendahara|koordinator)\b|anggota\b|pengarah\b|pembina\b|penasihat\b"
    r"|penanggung\s?jawab\b|pelaksana\b|petugas\b|narasumber\b|moderator\b|notulis\b|operator\b|staf\b",
    re.I,
)
"""What a detail line is called that says who holds a position: `Anggota: ...`."""

_TANPA_NAMA = re.compile(r"\(.*\)|(?:sub\s?)?(?:jumlah|total)\b.*|(?:lowong|kosong|nihil|belum\s.+)", re.I | re.S)
"""What stands in a column of names and is none: sums typed by hand, places that nobody holds."""


class Baris(NamedTuple):
    """A row: its place, the words of its texts, and the person it names (empty: none that is known to be one).

    What stands below `asal` in the data belongs to the row. `utuh` texts count only if all of one is the name.
    """

    asal: Asal
    isi: tuple[Kata, ...]
    orang: str = ""
    utuh: bool = False


def kata(text: str) -> Kata:
    """The words of a text, without what varies where one person is named twice: academic titles, H. and Hj., an NIP."""
    return nama.words(markup.plain(text), angka=True)


def baris(keputusan: Keputusan) -> list[Baris]:
    """Every such row, in the order of the paper."""
    found = [*_in_text(keputusan.diktum, ("diktum",))]
    for at, lampiran in enumerate(keputusan.lampiran):
        found += _in_annex(lampiran.isi, ("lampiran", at, lampiran.jenis))
    return found


def _row(asal: Asal, texts: Sequence[str], orang: str = "", *, utuh: bool = False) -> Baris:
    words = tuple(found for text in texts if (found := kata(text)))
    return Baris(asal, words, " ".join(markup.plain(orang).split()) if _may_be_a_name(orang) else "", utuh)


def _may_be_a_name(text: str) -> bool:
    """Whether it has words and, an NIP aside, no figures: neither a dash nor `Rp450.000` is a name."""
    words = kata(text)
    return (
        bool(words)
        and not _TANPA_NAMA.fullmatch(text.strip())
        and not any(sign.isdigit() for word in words for sign in word)
    )


@singledispatch
def _in_annex(content: object, asal: Asal) -> Iterator[Baris]:
    """The rows of an annex; those of a budget and of prose concern nobody in particular."""
    yield from ()


@_in_annex.register
def _(tim: SusunanTim, asal: Asal) -> Iterator[Baris]:
    fields = [name for name in Anggota.model_fields if name != "nomor"]
    for b, bagian in enumerate(tim.bagian):
        place = (*asal, "bagian", b)
        yield _row(place, (bagian.judul,), utuh=True)
        for m, member in enumerate(bagian.anggota):
            yield _row((*place, "anggota", m), [getattr(member, name) for name in fields], member.nama)


@_in_annex.register
def _(tabel: Tabel, asal: Asal) -> Iterator[Baris]:
    names = [one.kunci for one in tabel.lajur if _NAMA.fullmatch(markup.plain(one.kolom.judul))]
    for at, (cells, groups) in enumerate(zip(tabel.isi, tabel.grup, strict=True)):
        person = next((cells[key].teks for key in names if cells[key].teks), "")
        yield _row((*asal, "baris", at), [*groups, *(cell.teks for cell in cells.values())], person)


@_in_annex.register
def _(plan: RencanaKerja, asal: Asal) -> Iterator[Baris]:
    for b, bagian in enumerate(plan.bagian):
        place = (*asal, "bagian", b)
        yield _row(place, (bagian.judul,), utuh=True)
        for k, kegiatan in enumerate(bagian.kegiatan):
            yield _row((*place, "kegiatan", k), (kegiatan.kegiatan,))
            for s, row in enumerate(kegiatan.sub_kegiatan):
                texts = (row.sub_kegiatan, row.indikator, row.keterangan)
                yield _row((*place, "kegiatan", k, "sub_kegiatan", s), texts)


@_in_annex.register
def _(jadwal: Jadwal, asal: Asal) -> Iterator[Baris]:
    for b, bagian in enumerate(jadwal.bagian):
        yield _row((*asal, "bagian", b), (bagian.judul,), utuh=True)
    for place, row, _number in jadwal_rows(jadwal):
        yield _row((*asal, *place), (row.kegiatan, row.keterangan, *(cell.nama for cell in row.pihak)))


def _in_text(node: Any, asal: Asal) -> Iterator[Baris]:
    """The rows inside the texts of a diktum; what it quotes stays whole."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], isi.Rincian):
            yield from _details(node, asal)
            return
        for at, one in enumerate(node):
            yield from _in_text(one, (*asal, at))
    elif isinstance(node, isi.Tabel):
        yield from _small_table(node, asal)
    elif isinstance(node, isi.Butir):
        if asal[-2:-1] == ("butir",) and len(node.isi) == 1:
            yield _row(asal, (re.sub(r"[;.,]?(?:\s+(?:dan|atau))?$", "", node.isi[0].teks),), utuh=True)
        yield from _in_text(node.isi, (*asal, "isi"))
    elif isinstance(node, isi.Isi):
        for key in ("rincian", "tabel", "daftar"):
            yield from _in_text(getattr(node, key), (*asal, key))
    elif isinstance(node, isi.Daftar):
        yield from _in_text(node.butir, (*asal, "butir"))


def _details(lines: Sequence[isi.Rincian], asal: Asal) -> Iterator[Baris]:
    """Detail lines: all of them one person's if one is called Nama, else each a row."""
    name = next((line.isi for line in lines if _NAMA.fullmatch(line.nama)), "")
    if name:
        yield _row(asal, [line.isi for line in lines], name)
        return
    for at, line in enumerate(lines):
        yield _row((*asal, at), (line.isi,), line.isi if _KEDUDUKAN.match(line.nama) and line.isi[:1].isupper() else "")


def _small_table(tabel: isi.Tabel, asal: Asal) -> Iterator[Baris]:
    names = [at for at, one in enumerate(tabel.kolom) if _NAMA.fullmatch(markup.plain(one.judul))]
    for y, row in enumerate(tabel.baris):
        yield _row((*asal, "baris", y), row, next((row[at] for at in names if row[at]), ""))
