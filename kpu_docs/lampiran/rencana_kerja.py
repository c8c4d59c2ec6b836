"""Annex kind `rencana_kerja`: a yearly plan of activities with a grid of months.

Rows are written without counting columns: `bulan: 3-5`, `bulan: [1, 4, Juli]`. The grid is general underneath
(`petak`): months, quarters, the weeks of months, two years; a cell is marked or holds a short text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import markup
from kpu_docs.blocks import Asal, Block, Cell, Column, Row, Table
from kpu_docs.fields import Data, Fault, Lines, OptionalLine, OptionalText, faults
from kpu_docs.petak import Bulan, Cells, Petak

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

ORIENTASI = "mendatar"
KOLOM = ("NO.", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN", "KET")
MONTHS = Bulan()


class SubKegiatan(Data):
    """A row: what is done, how success is seen, when. `bulan` names months, `petak` cells of the plan's own grid."""

    sub_kegiatan: OptionalText = ""
    indikator: OptionalText = ""
    bulan: Cells = ()
    petak: Cells = ()
    keterangan: OptionalText = ""


class Kegiatan(Data):
    """An activity and its rows; an activity without sub-activities carries the fields of its one row itself."""

    nomor: OptionalLine = ""
    kegiatan: OptionalText = ""
    sub_kegiatan: Annotated[tuple[SubKegiatan, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _one_row(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = {"kegiatan": value}
        if not isinstance(value, dict) or isinstance(value.get("sub_kegiatan"), (list, tuple)):
            return value
        row = {key: part for key, part in value.items() if key in SubKegiatan.model_fields}
        return {key: part for key, part in value.items() if key not in row} | {"sub_kegiatan": (row,)}


class Bagian(Data):
    """A section of the plan: its number and heading as printed, and its activities. Without a heading no line is
    printed.
    """

    nomor: OptionalLine = ""
    judul: OptionalText = ""
    kegiatan: tuple[Kegiatan, ...] = ()


def _five(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) != len(KOLOM):
        raise PydanticCustomError(
            "jumlah_kolom", "harus lima judul: nomor, kegiatan, sub kegiatan, indikator, keterangan"
        )
    return lines


class RencanaKerja(Data):
    """The plan. The headings of its columns are the usual ones unless given; its grid is the months unless given."""

    kolom: Annotated[Lines, AfterValidator(_five)] = KOLOM
    petak: Petak | None = None
    bagian: tuple[Bagian, ...]

    @property
    def grid(self) -> Petak:
        """The grid of the plan."""
        return self.petak or MONTHS

    @model_validator(mode="after")
    def _cells_exist(self) -> RencanaKerja:
        key, other = ("petak", "bulan") if self.petak else ("bulan", "petak")
        grid, found = self.grid, list[Fault]()
        for place, row in _rows(self):
            if getattr(row, other):
                found.append(((*place, other), f"rencana ini memakai `{key}`, bukan `{other}`", None))
            wrong = grid.complaints(getattr(row, key))
            found += [((*place, key, *path), message, value) for path, message, value in wrong]
        if found:
            raise faults(found)
        return self


def _rows(plan: RencanaKerja) -> Iterator[tuple[Asal, SubKegiatan]]:
    for b, bagian in enumerate(plan.bagian):
        for k, kegiatan in enumerate(bagian.kegiatan):
            for s, row in enumerate(kegiatan.sub_kegiatan):
                yield ("bagian", b, "kegiatan", k, "sub_kegiatan", s), row


def compose(plan: RencanaKerja, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The plan as one table."""
    grid = plan.grid
    count = grid.count
    rows: list[Row] = []
    for b, bagian in enumerate(plan.bagian):
        at = (*asal, "bagian", b)
        if bagian.judul or bagian.nomor:
            number = _cell(bagian.nomor, (*at, "nomor"))
            title = _cell(bagian.judul, (*at, "judul"), colspan=4 + count)
            rows.append(Row((number, title), at, kind="bagian"))
        for k, kegiatan in enumerate(bagian.kegiatan):
            rows.extend(_activity(kegiatan, (*at, "kegiatan", k), grid))
    return (Table(_columns(count), _head(plan, asal, count), tuple(rows), f"{plan.kolom[1]}: {grid.judul}", asal),)


def _cell(text: str, asal: Asal, *, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(markup.runs(text, asal), asal, colspan, rowspan)


def _columns(count: int) -> tuple[Column, ...]:
    # Twelve months take 84 of 280 mm; a finer grid takes up to half of the table and leaves the texts the rest.
    share = min(max(7.0 * count, 28.0), 140.0)
    texts = (196.0 + 84.0 - share) / 196.0
    number, activity, sub, sign, note = (Column(width * texts) for width in (11.0, 44.0, 60.0, 58.0, 23.0))
    return (number, activity, sub, sign, *(Column(share / count, "tengah", grid=True) for _ in range(count)), note)


def _head(plan: RencanaKerja, asal: Asal, count: int) -> tuple[Row, ...]:
    grid = plan.grid
    grouped = any(group.judul for group in grid.kolom)
    depth = 3 if grouped else 2
    place = (*asal, "petak")
    titles = [_cell(title, (*asal, "kolom", at), rowspan=depth) for at, title in enumerate(plan.kolom)]
    first = Row((*titles[:4], _cell(grid.judul, (*place, "judul"), colspan=count), titles[4]), asal)
    groups = tuple(
        _cell(group.judul, (*place, "kolom", at, "judul"), colspan=len(group.kolom))
        for at, group in enumerate(grid.kolom)
    )
    last = tuple(
        _cell(heading, (*place, "kolom", at, "kolom", n))
        for at, group in enumerate(grid.kolom)
        for n, heading in enumerate(group.kolom)
    )
    return (first, *((Row(groups, place),) if grouped else ()), Row(last, place))


def _activity(kegiatan: Kegiatan, asal: Asal, grid: Petak) -> Iterator[Row]:
    span = len(kegiatan.sub_kegiatan)
    label = (
        _cell(kegiatan.nomor, (*asal, "nomor"), rowspan=span),
        _cell(kegiatan.kegiatan, (*asal, "kegiatan"), rowspan=span),
    )
    for s, row in enumerate(kegiatan.sub_kegiatan):
        at = (*asal, "sub_kegiatan", s)
        yield Row(
            (
                *(label if s == 0 else ()),
                _cell(row.sub_kegiatan, (*at, "sub_kegiatan")),
                _cell(row.indikator, (*at, "indikator")),
                *_grid_cells(row, at, grid),
                _cell(row.keterangan, (*at, "keterangan")),
            ),
            at,
        )


def _grid_cells(row: SubKegiatan, asal: Asal, grid: Petak) -> list[Cell]:
    key = "petak" if row.petak else "bulan"
    cells = [Cell((), (*asal, key))] * grid.count
    for column, (at, text) in grid.held(getattr(row, key)).items():
        place = (*asal, key, at)
        cells[column] = Cell(markup.runs(text, place), place) if text else Cell((), place, marked=True)
    return cells
