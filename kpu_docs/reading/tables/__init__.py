"""The content of an annex: which kind it is, by the heads of its table, and its data.

The readers of annexes on sheets propose data; taken are those of the first kind that print what the table says. Any
other table is a `tabel`; text, also with tables in it, is a `naskah`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx import READERS
from kpu_docs.lampiran.naskah import Naskah
from kpu_docs.reading.draft import Draft
from kpu_docs.reading.paper import Line, Piece, Table
from kpu_docs.reading.tables import grid, naskah, tabel
from kpu_docs.reading.tables.brief import brief
from kpu_docs.reading.tables.checked import agrees, marks_of
from kpu_docs.reading.tables.rencana import as_printed

_KINDS = ("rencana_kerja", "anggaran", "susunan_tim", "jadwal", "tabel")
_WITH_NOTES = ("anggaran", "tabel")
_COUNTED = ("bagian", "kegiatan", "sub_kegiatan", "anggota", "rincian", "baris")


def kind(pieces: Sequence[Piece], draft: Draft) -> tuple[str, Any, list[str]]:
    """The kind of an annex, its data, and what is to be said of it."""
    tables = [piece for piece in pieces if isinstance(piece, Table)]
    first = next((at for at, piece in enumerate(pieces) if isinstance(piece, Table)), len(pieces))
    after = [piece for piece in pieces[first + len(tables) :] if isinstance(piece, Line)]
    together = first == 0 and len(pieces) == len(tables) + len(after)
    if not tables or not together or not all(grid.same_head(tables[0], other) for other in tables[1:]):
        return "naskah", _sound(naskah.read(pieces), pieces), _shading(tables)
    table, repeated = grid.joined(tables)
    notes = [f"{repeated} kepala tabel yang berulang dihilangkan"] if repeated else []
    head = grid.head_of(table)
    below = [" ".join(line.text.split()) for line in after]
    for name, found in _proposals(table, head):
        if below and name in _WITH_NOTES:
            found["catatan"] = below
        if agrees(name, found, table, head, below if name in _WITH_NOTES else ()):
            if name not in _WITH_NOTES:
                draft.leave(after)
            return name, brief(name, found), [*notes, *_marks(table, head, name)]
    found = tabel.read(table, head) | ({"catatan": below} if below else {})
    return "tabel", found, [*notes, *_marks(table, head, "tabel")]


def _sound(prose: Any, pieces: Sequence[Piece]) -> Any:
    """Prose whose parts hang together, or its lines one by one."""
    try:
        Naskah.model_validate(prose)
    except ValidationError:
        return naskah.literally(pieces)
    return prose


def _proposals(table: Table, head: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the table may be, the likeliest first: as its heads have it, as a plan with heads of its own, any table."""
    for name in _KINDS:
        if (found := _proposed(name, table, head)) is not None:
            if name == "tabel":
                yield from (("tabel", one) for one in tabel.numbered(found))
            yield name, as_printed(found, table, head) if name == "rencana_kerja" else found
            if name == "anggaran":
                yield name, found | {"terbilang": "tidak"}
    usual, titles = grid.with_usual_heads(table, head)
    if titles and (found := _proposed("rencana_kerja", usual, head)) is not None:
        yield "rencana_kerja", found | {"kolom": titles}
    found = tabel.read(table, head)
    yield from (("tabel", one) for one in tabel.numbered(found))
    yield "tabel", found


def counted(data: Any, name: str) -> str:
    """How much an annex holds, in words."""
    rows = _rows(data)
    return f", {rows} baris" if rows and name != "naskah" else ""


def _rows(data: Any) -> int:
    if not isinstance(data, dict):
        return 0
    inner = [one for key in _COUNTED if isinstance(data.get(key), list) for one in data[key]]
    return sum(_rows(one) if isinstance(one, dict) else 1 for one in inner) if inner else 1


def _proposed(name: str, table: Table, head: int) -> dict[str, Any] | None:
    """The data of a kind that the table may be; None where its reader refuses it."""
    sheet = grid.sheet(table, head)
    try:
        data, _ = READERS[name](sheet)
    except InputError:
        return None
    return data if isinstance(data, dict) and not sheet.errors else None


def _marks(table: Table, head: int, name: str) -> list[str]:
    """What became of the cells that are only shaded."""
    marked = sum(map(marks_of, table.rows[head:]))
    if not marked:
        return []
    return [f"{marked} petak berarsir {'dibaca' if name != 'tabel' else 'ditulis'} sebagai tanda"]


def _shading(tables: Sequence[Table]) -> list[str]:
    """What is lost where a table stands in prose."""
    rows = [row for table in tables for row in table.rows if marks_of(row)]
    return [f"arsiran pada {len(rows)} baris tabel tidak terbawa"] if rows else []
