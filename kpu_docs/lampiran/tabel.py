"""Annex kind `tabel`: any table, with headings in levels, numbers as Indonesians write them, groups and sums.

The least table is columns and rows::

    tabel:
      kolom: [KECAMATAN, {judul: TPS, jenis: angka}]
      baris:
        - [Satu, 12]
        - {kecamatan: Dua, tps: 1.234}

A row is a list in the order of the columns (those with `jumlah_dari` may be left out) or a mapping by the keys of the
columns: their headings in small letters, see `Kolom`. A column's `jenis` is teks, angka, rupiah, persen, tanggal or
ya_tidak; what cannot be read as such is a complaint, an empty cell or a dash is not.

- `nomor: ya` numbers the rows, with `penomoran: mulai_baru` anew in each group; `nomor_kolom: ya` numbers the columns
  (1) (2) (3);
- `kelompok: [kecamatan, desa]` puts rows below headings: neighbours with the same values stand together. The keys may
  be columns, which are then not printed as such; `halaman_per_kelompok: ya` begins a page with each outer group;
- `subjumlah: ya` (or the keys of some groups) and `jumlah: ya` (or its words) add up the columns of numbers.

A sum that is written is printed as it is: a row may hold its own, `jumlah` may be a mapping (`{judul: JUMLAH, tps:
1.246}`), and `subjumlah_tertulis` a list of mappings that name their group. `selisih` compares them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from kpu_docs import markup
from kpu_docs.blocks import Asal, Block, Cell, Column, Row, Run, Runs, Table
from kpu_docs.isi_blocks import notes, own
from kpu_docs.lampiran import _kolom
from kpu_docs.lampiran._hitung import Susunan, completed, susunan
from kpu_docs.lampiran._kolom import Isian, Lajur
from kpu_docs.lampiran._tabel_data import Tabel, grand_sums, group_sums, selisih

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

__all__ = ["ORIENTASI", "Tabel", "compose", "selisih"]

ORIENTASI = "tegak"
NOMOR, JUMLAH = "NO.", "JUMLAH"
SUBJUMLAH = "Jumlah"


def compose(tabel: Tabel, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The table and its notes."""
    first = (Column(0.3, "tengah", whole=True),) if tabel.nomor else ()
    columns = (*first, *(one.column for one in tabel.tampak))
    summary = ", ".join(markup.plain(one.judul) for one in tabel.kolom)
    table = Table(columns, tuple(_head(tabel, asal)), tuple(_rows(tabel, asal)), summary, asal)
    return (table, *notes(tabel.catatan, (*asal, "catatan")))


def _head(tabel: Tabel, asal: Asal) -> Iterator[Row]:
    hidden = frozenset(one.path for one in tabel.lajur if one.kunci in tabel.kelompok)
    place = (*asal, "kolom")
    rows = _kolom.head(tabel.kolom, hidden, place)
    if tabel.nomor and rows:
        rows[0].insert(0, Cell(own(NOMOR, (*asal, "nomor")), (*asal, "nomor"), rowspan=len(rows)))
    yield from (Row(tuple(row), place) for row in rows)
    if tabel.nomor_kolom:
        at = (*asal, "nomor_kolom")
        count = len(tabel.tampak) + (tabel.nomor)
        yield Row(tuple(Cell(own(f"({n + 1})", at), at) for n in range(count)), at)


def _rows(tabel: Tabel, asal: Asal) -> Iterator[Row]:
    """The rows: headings of groups, data, sums of groups, total."""
    spans = _spans(tabel)
    number = 0
    for part in susunan(tabel.grup):
        if part.kind == "bagian":
            number = 0 if tabel.penomoran == "mulai_baru" else number
            yield _heading(tabel, part, asal)
        elif part.kind == "isi":
            number += 1
            yield _row(tabel, part.first, number, spans, asal)
        elif {"ya", tabel.kelompok[part.level]} & {*tabel.subjumlah}:
            words = _group_label(tabel, part, asal)
            yield from _total(tabel, words, *group_sums(tabel, part), (*asal, "subjumlah"), asal)
    if tabel.jumlah:
        place = (*asal, "jumlah")
        words = markup.runs(tabel.jumlah.judul, (*place, "judul")) or own(JUMLAH, place)
        yield from _total(tabel, words, *grand_sums(tabel), place, asal)


def _place(tabel: Tabel, at: int, key: str, asal: Asal) -> Asal:
    """The place of a cell in the data; of one that is not there, its row."""
    step = tabel.keys_of(tabel.baris[at]).get(key)
    return (*asal, "baris", at) if step is None else (*asal, "baris", at, step)


def _heading(tabel: Tabel, part: Susunan, asal: Asal) -> Row:
    place = _place(tabel, part.first, tabel.kelompok[part.level], asal)
    words = markup.runs(tabel.grup[part.first][part.level], place)
    count = len(tabel.tampak) + (tabel.nomor)
    begins = tabel.halaman_per_kelompok and part.level == 0
    return Row((Cell(words, place, colspan=count, align="kiri"),), place, "bagian", new_page=begins)


def _group_label(tabel: Tabel, part: Susunan, asal: Asal) -> Runs:
    place = _place(tabel, part.first, tabel.kelompok[part.level], asal)
    name = markup.runs(tabel.grup[part.first][part.level], place, copied=True)
    return (*own(f"{SUBJUMLAH} ", place), *name)


def _row(tabel: Tabel, at: int, number: int, spans: Mapping[str, Sequence[int]], asal: Asal) -> Row:
    place = (*asal, "baris", at)
    first = (Cell(own(f"{number}.", place), place),) if tabel.nomor else ()
    cells = (
        _cell(one, tabel.isi[at][one.kunci], tabel.baris[at], _place(tabel, at, one.kunci, asal), spans[one.kunci][at])
        for one in tabel.tampak
        if spans[one.kunci][at]
    )
    return Row((*first, *cells), place, height=tabel.tinggi_baris)


def _cell(one: Lajur, isian: Isian, written: Mapping[str | int, str], place: Asal, rowspan: int) -> Cell:
    if one.kolom.jenis == "teks":
        return Cell(markup.runs(isian.teks, place), place, rowspan=rowspan)
    typed = written.get(place[-1]) == isian.teks
    return Cell((Run(isian.teks, place, at=0 if typed else None),) if isian.teks else (), place, rowspan=rowspan)


def _spans(tabel: Tabel) -> dict[str, list[int]]:
    """For each column how many rows the cell of each row covers; 0 where one from above covers it.

    Equal neighbours are joined within their group, and within what is joined in the columns before.
    """
    found: dict[str, list[int]] = {}
    outer: list[tuple[str, ...]] = list(tabel.grup)
    for one in tabel.tampak:
        found[one.kunci] = [1] * len(tabel.isi)
        if not one.kolom.gabung:
            continue
        outer = [(*above, cells[one.kunci].teks) for above, cells in zip(outer, tabel.isi, strict=True)]
        for key, same in groupby(range(len(outer)), key=outer.__getitem__):
            rows = list(same)
            if key[-1]:
                found[one.kunci][rows[0] : rows[-1] + 1] = [len(rows)] + [0] * (len(rows) - 1)
    return found


def _total(
    tabel: Tabel,
    words: Runs,
    given: Mapping[str, Isian],
    sums: Mapping[str, Decimal],
    places: Mapping[str, Asal],
    place: Asal,
    asal: Asal,
) -> Iterator[Row]:
    """A row of sums: its words over the columns before the first sum; where there are none, in a row above if they are
    written in the data.
    """
    cells = completed(given, sums, tabel.tampak)
    summed = [at for at, one in enumerate(tabel.tampak) if one.dijumlah or cells[one.kunci].teks]
    first = min(summed, default=len(tabel.tampak))
    across = first + (tabel.nomor)
    label = (Cell(words, place, colspan=across or len(tabel.tampak), align="kiri"),)
    figures = (
        _cell(one, cells[one.kunci], {}, (*asal, *places[one.kunci]) if one.kunci in places else place, 1)
        for one in tabel.tampak[first:]
    )
    if not across and any(run.at is not None for run in words):
        yield Row(label, place, "jumlah")
    yield Row((*(label if across else ()), *figures), place, "jumlah")
