"""Annex kind `rencana_kerja`: a yearly plan of activities with a grid of months.

Rows are written without counting columns: `bulan: 3-5`, `bulan: [1, 4, Juli]`. The grid is general underneath (`petak`): months,
quarters, the weeks of months, two years; a cell is marked or holds a short text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import markup
from kpu_docs.bahasa import BULAN
from kpu_docs.blocks import Asal, Block, Cell, Column, Row, Table
from kpu_docs.fields import Data, Fault, Line, Lines, OptionalLine, OptionalText, as_tuple, faults
from kpu_docs.tata_naskah import TataNaskah

ORIENTASI = "mendatar"
KOLOM = ("NO.", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN", "KET")


class Sel(Data):
    """A cell of the grid, or several, by name (`3`, `Maret`, `3-5`, `TRIWULAN I`); with `teks` it holds a text instead of a mark."""

    nama: Line
    teks: OptionalLine = ""


def _cells(value: Any) -> Any:
    """`3-5`, `[1, 3-5]`, `{3: rapat}` and lists of both become a list of `Sel`."""
    if isinstance(value, dict) and not value.keys() & {"nama"}:
        return tuple({"nama": name, "teks": text} for name, text in value.items())
    found: list[Any] = []
    for item in as_tuple(value):
        if isinstance(item, dict) and "nama" not in item:
            found.extend({"nama": name, "teks": text} for name, text in item.items())
        elif isinstance(item, (str, int)):
            found.extend({"nama": name.strip()} for name in str(item).split(","))
        else:
            found.append(item)
    return tuple(found)


SelSel = Annotated[tuple[Sel, ...], BeforeValidator(_cells)]


class KelompokPetak(Data):
    """Columns of the grid under a common heading."""

    judul: OptionalLine = ""
    kolom: Lines


def _groups(value: Any) -> Any:
    groups = as_tuple(value)
    plain = all(not isinstance(group, dict) for group in groups)
    return ({"kolom": groups},) if groups and plain else groups


class Petak(Data):
    """The grid: its heading and its columns, in groups with a heading of their own or in one row without."""

    judul: Line
    kolom: Annotated[tuple[KelompokPetak, ...], BeforeValidator(_groups), Field(min_length=1)]

    @property
    def names(self) -> dict[str, tuple[int, ...]]:
        """Every name a cell can be called by, in small letters, with the columns (from 0) it stands for.

        A column is called by its heading where no other has the same, or by group and heading; a group by its heading.
        """
        found: dict[str, list[int]] = {}
        at = 0
        for group in self.kolom:
            for heading in group.kolom:
                for name in {heading, f"{group.judul} {heading}".strip()}:
                    found.setdefault(name.lower(), []).append(at)
                if group.judul:
                    found.setdefault(group.judul.lower(), []).append(at)
                at += 1
        groups = {group.judul.lower() for group in self.kolom}
        return {name: tuple(columns) for name, columns in found.items() if len(columns) == 1 or name in groups}

    def columns(self, name: str, names: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
        """The columns (from 0) that a name or a range of names stands for, given `names`; none where it stands for none."""
        if name.lower() in names:
            return names[name.lower()]
        for cut in re.finditer(r"\s*(?:-|\u2013|s\.d\.)\s*", name):
            first, last = name[: cut.start()].lower(), name[cut.end() :].lower()
            # "JANUARI II-IV": the second name borrows the group of the first.
            group = first.rpartition(" ")[0]
            start, end = names.get(first), names.get(last) or names.get(f"{group} {last}")
            if start and end and start[0] <= end[-1]:
                return tuple(range(start[0], end[-1] + 1))
        return ()


class Bulan(Petak):
    """The twelve months, called by number or by name; the grid of a plan that has no other."""

    judul: Line = "PELAKSANAAN (BULAN)"
    kolom: tuple[KelompokPetak, ...] = (KelompokPetak(kolom=tuple(str(month) for month in range(1, 13))),)

    @property
    def names(self) -> dict[str, tuple[int, ...]]:
        """Numbers, names and three-letter names of the months."""
        spellings = ((str(at + 1), name.lower(), name[:3].lower()) for at, name in enumerate(BULAN))
        return {spelling: (at,) for at, month in enumerate(spellings) for spelling in month}


class SubKegiatan(Data):
    """A row: what is done, how its success is seen, when. `bulan` names months, `petak` cells of the plan's own grid."""

    sub_kegiatan: OptionalText = ""
    indikator: OptionalText = ""
    bulan: SelSel = ()
    petak: SelSel = ()
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
    """A section of the plan: its number and heading as printed, and its activities. Without a heading no line is printed."""

    nomor: OptionalLine = ""
    judul: OptionalText = ""
    kegiatan: tuple[Kegiatan, ...] = ()


def _five(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) != len(KOLOM):
        raise PydanticCustomError("jumlah_kolom", "harus lima judul: nomor, kegiatan, sub kegiatan, indikator, keterangan")
    return lines


class RencanaKerja(Data):
    """The plan. The headings of its columns are the usual ones unless given; its grid is the months unless given."""

    kolom: Annotated[Lines, AfterValidator(_five)] = KOLOM
    petak: Petak | None = None
    bagian: tuple[Bagian, ...]

    @property
    def grid(self) -> Petak:
        """The grid of the plan."""
        return self.petak or Bulan()

    @model_validator(mode="after")
    def _cells_exist(self) -> RencanaKerja:
        grid, key, other = (self.petak, "petak", "bulan") if self.petak else (Bulan(), "bulan", "petak")
        names = grid.names
        found: list[Fault] = []
        for place, row in _rows(self):
            if getattr(row, other):
                found.append(((*place, other), f"rencana ini memakai `{key}`, bukan `{other}`", None))
            for at, cell in enumerate(getattr(row, key)):
                if not grid.columns(cell.nama, names):
                    example = f"{next(iter(names))} atau {next(reversed(names))}"
                    found.append(((*place, key, at), f"bukan nama petak; tulis misalnya {example}", cell.nama))
        if found:
            raise faults(found)
        return self


def _rows(plan: RencanaKerja) -> Iterator[tuple[Asal, SubKegiatan]]:
    for b, bagian in enumerate(plan.bagian):
        for k, kegiatan in enumerate(bagian.kegiatan):
            for s, row in enumerate(kegiatan.sub_kegiatan):
                yield ("bagian", b, "kegiatan", k, "sub_kegiatan", s), row


def compose(plan: RencanaKerja, asal: Asal, tata_naskah: TataNaskah) -> tuple[Block, ...]:
    """The plan as one table."""
    grid = plan.grid
    names = grid.names
    count = sum(len(group.kolom) for group in grid.kolom)
    rows: list[Row] = []
    for b, bagian in enumerate(plan.bagian):
        at = (*asal, "bagian", b)
        if bagian.judul:
            number = _cell(bagian.nomor, (*at, "nomor"))
            title = _cell(bagian.judul, (*at, "judul"), colspan=4 + count)
            rows.append(Row((number, title), at, section=True))
        for k, kegiatan in enumerate(bagian.kegiatan):
            rows.extend(_activity(kegiatan, (*at, "kegiatan", k), grid, names, count))
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
        _cell(group.judul, (*place, "kolom", at, "judul"), colspan=len(group.kolom)) for at, group in enumerate(grid.kolom)
    )
    last = tuple(
        _cell(heading, (*place, "kolom", at, "kolom", n))
        for at, group in enumerate(grid.kolom)
        for n, heading in enumerate(group.kolom)
    )
    return (first, *((Row(groups, place),) if grouped else ()), Row(last, place))


def _activity(
    kegiatan: Kegiatan, asal: Asal, grid: Petak, names: dict[str, tuple[int, ...]], count: int
) -> Iterator[Row]:
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
                *_grid_cells(row, at, grid, names, count),
                _cell(row.keterangan, (*at, "keterangan")),
            ),
            at,
        )


def _grid_cells(
    row: SubKegiatan, asal: Asal, grid: Petak, names: dict[str, tuple[int, ...]], count: int
) -> Iterator[Cell]:
    key = "petak" if row.petak else "bulan"
    given: dict[int, tuple[str, Asal]] = {}
    for at, cell in enumerate(getattr(row, key)):
        for column in grid.columns(cell.nama, names):
            given[column] = (cell.teks, (*asal, key, at))
    for column in range(count):
        text, place = given.get(column, ("", (*asal, key)))
        yield Cell(markup.runs(text, place), place, marked=column in given and not text)
