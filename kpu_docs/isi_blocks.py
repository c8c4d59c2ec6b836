"""Texts of the data as blocks: paragraphs, lists, detail lines, tables and quotations, wherever they stand.

Knows `isi` and the blocks, not the decree: annex kinds use it too.
"""

from __future__ import annotations

from kpu_docs import bahasa, markup
from kpu_docs.blocks import (
    Asal,
    Block,
    Cell,
    Column,
    Item,
    List,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    Together,
)
from kpu_docs.isi import Daftar, Isi, Kutipan, Rincian, Tabel

COLON = ":"
LADDER = ("1.", "a.", "1)", "a)")
"""Markers by depth: KPU begins with 1. (DIK-9, Keputusan KPU 1442/2019); below it the ladder of UU 12/2011 Lampiran
II.
"""


def own(text: str, asal: Asal) -> Runs:
    """Words of the library or of the format rules, belonging to that place of the data."""
    return (Run(text, asal),) if text else ()


def words(role: str, text: str, asal: Asal) -> Paragraph:
    """A paragraph of words of the library."""
    return Paragraph(role, own(text, asal), asal)


def line(role: str, text: str, asal: Asal, *, capitals: bool = False, copied: bool = False) -> Paragraph:
    """A paragraph of a role from a text of the data; `copied` if the text does not stand there as it is."""
    return Paragraph(role, markup.runs(text, asal, capitals=capitals, copied=copied), asal)


def notes(texts: tuple[str, ...], asal: Asal) -> tuple[Block, ...]:
    """Notes below a table: they stay with its last row, and a signature below them stays with both."""
    lines = tuple(line("catatan_tabel", text, (*asal, at)) for at, text in enumerate(texts))
    return (Together("catatan_tabel", lines, asal, attached=True),) if lines else ()


def blocks(isi: tuple[Isi, ...], asal: Asal, depth: int = 0) -> tuple[Block, ...]:
    """The blocks of a piece of text; `depth` counts the lists around it."""
    return tuple(block for at, one in enumerate(isi) for block in parts(one, (*asal, at), depth))


def marker(first: str, at: int) -> str:
    """The marker of the item `at` (from 0) of a list whose first item is marked `first`."""
    if first == "-":
        return first
    return (str(at + 1) if first[0] == "1" else bahasa.huruf(at + 1)) + first[1:]


def parts(isi: Isi, asal: Asal, depth: int) -> list[Block]:
    """The blocks of one `Isi` in the order of its parts; `depth` counts the lists around it."""
    found: list[Block] = []
    if isi.teks:
        found.append(line("isi", isi.teks, (*asal, "teks")))
    if isi.rincian:
        found.append(_rincian(isi.rincian, (*asal, "rincian")))
    if isi.tabel:
        found.append(_tabel(isi.tabel, (*asal, "tabel")))
    if isi.daftar:
        found.append(_daftar(isi.daftar, (*asal, "daftar"), depth))
    if isi.berbunyi:
        found.append(_berbunyi(isi.berbunyi, (*asal, "berbunyi"), depth))
    return found


def _rincian(lines: tuple[Rincian, ...], asal: Asal) -> Pairs:
    def pair(at: int, detail: Rincian) -> Pair:
        place = (*asal, at)
        return Pair(
            markup.runs(detail.nama, (*place, "nama")),
            own(COLON, place),
            (line("isi", detail.isi, (*place, "isi")),),
            place,
        )

    return Pairs(tuple(pair(at, detail) for at, detail in enumerate(lines)), asal)


def _tabel(tabel: Tabel, asal: Asal) -> Table:
    def cell(text: str, place: Asal) -> Cell:
        return Cell(markup.runs(text, place), place)

    head = tuple(cell(column.judul, (*asal, "kolom", at, "judul")) for at, column in enumerate(tabel.kolom))
    rows = tuple(
        Row(tuple(cell(text, (*asal, "baris", y, x)) for x, text in enumerate(row)), (*asal, "baris", y))
        for y, row in enumerate(tabel.baris)
    )
    columns = tuple(Column(column.lebar, column.rata) for column in tabel.kolom)
    summary = ", ".join(markup.plain(column.judul) for column in tabel.kolom)
    return Table(columns, (Row(head, (*asal, "kolom")),), rows, summary, asal)


def _daftar(daftar: Daftar, asal: Asal, depth: int) -> List:
    first = daftar.penanda or LADDER[depth % len(LADDER)]
    return List(
        tuple(
            Item(
                own(marker(first, at), (*asal, "butir", at)),
                blocks(item.isi, (*asal, "butir", at, "isi"), depth + 1),
                (*asal, "butir", at),
            )
            for at, item in enumerate(daftar.butir)
        ),
        asal,
    )


def _berbunyi(quoted: tuple[Kutipan, ...], asal: Asal, depth: int) -> Block:
    """Quoted provisions: with their labels and colons where they have any, else set in by a list's hang."""
    parts = tuple(blocks(one.isi, (*asal, at, "isi"), depth) for at, one in enumerate(quoted))
    if not any(one.label for one in quoted):
        return List(tuple(Item((), part, (*asal, at)) for at, part in enumerate(parts)), asal)
    return Pairs(
        tuple(
            Pair(own(one.label, (*asal, at, "label")), own(COLON if one.label else "", (*asal, at)), part, (*asal, at))
            for at, (one, part) in enumerate(zip(quoted, parts, strict=True))
        ),
        asal,
    )
