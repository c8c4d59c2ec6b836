"""What annex kinds with numbered rows in sections share: cells, section lines, columns that occur, running numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic_core import PydanticCustomError

from kpu_docs import markup
from kpu_docs.blocks import Asal, Cell, Row
from kpu_docs.fields import Data, OptionalLine, OptionalText

Penomoran = Literal["lanjut", "mulai_baru"]
"""Whether the numbers of rows run on through all sections or begin anew in each."""


class Bagian(Data):
    """A section: its number and heading as printed. Without either no line is printed."""

    nomor: OptionalLine = ""
    judul: OptionalText = ""


def in_one_section(value: Any, rows: str) -> Any:
    """A list of rows, or `rows` beside the other keys, counts as one section without a heading."""
    if isinstance(value, (list, tuple)):
        value = {rows: value}
    if isinstance(value, Mapping) and rows in value and "bagian" not in value:
        return {key: part for key, part in value.items() if key != rows} | {"bagian": ({rows: value[rows]},)}
    return value


def some(sections: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse an annex without a section; unlike a least length, this says nothing where a section is faulty."""
    if not sections:
        raise PydanticCustomError("kosong", "belum diisi")
    return sections


def cell(text: str, asal: Asal, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    """A cell with a text of the data."""
    return Cell(markup.runs(text, asal), asal, colspan, rowspan)


def section_row(bagian: Bagian, asal: Asal, count: int) -> Iterator[Row]:
    """The line of a section in a table of that many columns, if it has one."""
    if bagian.nomor and count > 1:
        title = cell(bagian.judul, (*asal, "judul"), colspan=count - 1)
        yield Row((cell(bagian.nomor, (*asal, "nomor")), title), asal, kind="bagian")
    elif bagian.nomor or bagian.judul:
        runs = (*markup.runs(bagian.nomor, (*asal, "nomor")), *markup.runs(bagian.judul, (*asal, "judul")))
        yield Row((Cell(runs, asal, count),), asal, kind="bagian")


def reworded(headings: Data) -> frozenset[str]:
    """The columns whose heading is not the usual one: what is written is printed."""
    usual = type(headings)()
    return frozenset(name for name in type(headings).model_fields if getattr(headings, name) != getattr(usual, name))


def occurring(fields: Iterable[str], rows: Iterable[Data], headings: Data) -> tuple[str, ...]:
    """Those of the fields that some row fills or that have a heading of their own, in their order."""
    filled, worded = list(rows), reworded(headings)
    return tuple(field for field in fields if field in worded or any(getattr(row, field) for row in filled))
