"""Annex kind `jadwal`: activities with their days, in one column or as beginning and end, and who takes part.

Rows may have sub-items to any depth. With `pihak` each party has a column of its own, in which a row marks it or says
something: dates x parties.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import markup
from kpu_docs.blocks import Asal, Block, Cell, Column, Row, Table
from kpu_docs.fields import Data, Fault, Line, Lines, OptionalLine, OptionalText, YaTidak, faults
from kpu_docs.isi_blocks import LADDER, marker, own
from kpu_docs.lampiran import _table
from kpu_docs.lampiran._table import Penomoran, cell, in_one_section, occurring, section_row
from kpu_docs.lampiran._waktu import Waktu
from kpu_docs.petak import Cells, Petak

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

ORIENTASI = "tegak"


def _nothing(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


class Kegiatan(Data):
    """An activity, its days, the parties that take part, and its sub-items. A text is an activity."""

    nomor: OptionalLine = ""
    kegiatan: OptionalText = ""
    waktu: Annotated[Waktu | None, BeforeValidator(_nothing)] = None
    pihak: Cells = ()
    keterangan: OptionalText = ""
    sub_kegiatan: tuple[Kegiatan, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"kegiatan": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Kegiatan:
        if not (self.kegiatan or self.waktu):
            raise PydanticCustomError("kosong", "belum diisi: tulis `kegiatan` atau `waktu`")
        return self


class Bagian(_table.Bagian):
    """A section of the schedule and its activities."""

    kegiatan: tuple[Kegiatan, ...] = ()


class JudulKolom(Data):
    """The headings of the columns, by what stands below them; `jadwal` stands above beginning and end."""

    nomor: Line = "NO."
    kegiatan: Line = "KEGIATAN"
    waktu: Line = "TANGGAL"
    jadwal: Line = "JADWAL"
    awal: Line = "AWAL"
    akhir: Line = "AKHIR"
    pihak: Line = "PIHAK"
    keterangan: Line = "KET"


class Jadwal(Data):
    """The schedule. `awal_akhir` prints beginning and end in columns of their own; `pihak` are the parties."""

    kolom: JudulKolom = JudulKolom()
    penomoran: Penomoran = "lanjut"
    awal_akhir: YaTidak = False
    pihak: Lines = ()
    bagian: Annotated[tuple[Bagian, ...], AfterValidator(_table.some)]

    @model_validator(mode="before")
    @classmethod
    def _one_section(cls, value: Any) -> Any:
        return in_one_section(value, "kegiatan")

    @model_validator(mode="after")
    def _parties_exist(self) -> Jadwal:
        grid = self.grid
        found = self._headings_without_column()
        for place, row, _ in rows(self):
            if row.pihak and grid is None:
                found.append(((*place, "pihak"), "jadwal ini tidak mempunyai lajur `pihak`", None))
            wrong = grid.complaints(row.pihak) if grid else []
            found += [((*place, "pihak", *path), message, value) for path, message, value in wrong]
        if found:
            raise faults(found)
        return self

    def _headings_without_column(self) -> list[Fault]:
        unused = {"waktu"} if self.awal_akhir else {"jadwal", "awal", "akhir"}
        unused |= set() if self.pihak else {"pihak"}
        worded = _table.reworded(self.kolom)
        return [
            (("kolom", name), "jadwal ini tidak mempunyai lajur itu", getattr(self.kolom, name))
            for name in JudulKolom.model_fields
            if name in unused & worded
        ]

    @property
    def grid(self) -> Petak | None:
        """The columns of the parties, if there are any."""
        return Petak.model_validate({"judul": self.kolom.pihak, "kolom": self.pihak}) if self.pihak else None


def _sections(jadwal: Jadwal) -> Iterator[tuple[Bagian, Asal, list[tuple[Asal, Kegiatan, str]]]]:
    """Every section with its place in the schedule and its rows."""
    before = 0
    for b, bagian in enumerate(jadwal.bagian):
        yield bagian, ("bagian", b), list(_numbered(bagian.kegiatan, ("bagian", b, "kegiatan"), 0, before))
        before += len(bagian.kegiatan) if jadwal.penomoran == "lanjut" else 0


def _numbered(items: tuple[Kegiatan, ...], asal: Asal, depth: int, before: int) -> Iterator[tuple[Asal, Kegiatan, str]]:
    for at, row in enumerate(items):
        yield (*asal, at), row, row.nomor or marker(LADDER[depth % len(LADDER)], before + at)
        yield from _numbered(row.sub_kegiatan, (*asal, at, "sub_kegiatan"), depth + 1, 0)


def rows(jadwal: Jadwal) -> Iterator[tuple[Asal, Kegiatan, str]]:
    """Every row from top to bottom with its place in the schedule and its number: written, or by place and depth."""
    for _, _, found in _sections(jadwal):
        yield from found


def compose(jadwal: Jadwal, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The schedule as one table."""
    return (_Maker(jadwal, asal).table(),)


class _Maker:
    """What head and rows of one schedule share: the columns that occur, and the grid of parties."""

    def __init__(self, jadwal: Jadwal, asal: Asal) -> None:
        self.jadwal, self.asal, self.grid = jadwal, asal, jadwal.grid
        given = (row for _, row, _ in rows(jadwal))
        self.shown = occurring(("kegiatan", "waktu", "keterangan"), given, jadwal.kolom)
        self.two = jadwal.awal_akhir
        if self.two and "waktu" not in self.shown:
            self.shown = (*self.shown, "waktu")

    def table(self) -> Table:
        columns = self._columns()
        found: list[Row] = []
        for bagian, place, numbered in _sections(self.jadwal):
            found += section_row(bagian, (*self.asal, *place), len(columns))
            for path, row, number in numbered:
                found.append(Row(tuple(self._cells(row, (*self.asal, *path), number)), (*self.asal, *path)))
        kolom = self.jadwal.kolom
        summary = ", ".join(getattr(kolom, name) for name in self.shown)
        return Table(columns, self._head(), tuple(found), summary or kolom.nomor, self.asal)

    def _columns(self) -> tuple[Column, ...]:
        shares = {"kegiatan": (70.0,), "waktu": (34.0, 34.0) if self.two else (58.0,), "keterangan": (24.0,)}
        found = [Column(8.0, whole=True)]
        for name in ("kegiatan", "waktu"):
            found += [Column(share) for share in shares[name] if name in self.shown]
        found += [Column(16.0, "tengah", grid=True) for _ in self.jadwal.pihak]
        found += [Column(share) for share in shares["keterangan"] if "keterangan" in self.shown]
        return tuple(found)

    def _head(self) -> tuple[Row, ...]:
        kolom, place = self.jadwal.kolom, (*self.asal, "kolom")
        depth = 2 if self.two or self.grid else 1

        def title(name: str, **spans: int) -> Cell:
            return cell(getattr(kolom, name), (*place, name), **spans)

        first = [title("nomor", rowspan=depth)]
        second: list[Cell] = []
        if "kegiatan" in self.shown:
            first.append(title("kegiatan", rowspan=depth))
        if self.two:
            first.append(title("jadwal", colspan=2))
            second += [title("awal"), title("akhir")]
        elif "waktu" in self.shown:
            first.append(title("waktu", rowspan=depth))
        if self.grid:
            first.append(title("pihak", colspan=self.grid.count))
            second += [cell(name, (*self.asal, "pihak", at)) for at, name in enumerate(self.jadwal.pihak)]
        if "keterangan" in self.shown:
            first.append(title("keterangan", rowspan=depth))
        return (Row(tuple(first), place), *((Row(tuple(second), place),) if second else ()))

    def _cells(self, row: Kegiatan, asal: Asal, number: str) -> Iterator[Cell]:
        yield cell(number, (*asal, "nomor")) if row.nomor else Cell(own(number, asal), asal)
        if "kegiatan" in self.shown:
            yield cell(row.kegiatan, (*asal, "kegiatan"))
        place = (*asal, "waktu")
        if self.two:
            yield from (
                Cell(own(day, place), place) for day in ((row.waktu.awal, row.waktu.akhir) if row.waktu else ("", ""))
            )
        elif "waktu" in self.shown:
            yield Cell(own(row.waktu.rentang if row.waktu else "", place), place)
        yield from self._parties(row, (*asal, "pihak"))
        if "keterangan" in self.shown:
            yield cell(row.keterangan, (*asal, "keterangan"))

    def _parties(self, row: Kegiatan, asal: Asal) -> Iterator[Cell]:
        if self.grid is None:
            return
        held = self.grid.held(row.pihak)
        for column in range(self.grid.count):
            at, text = held.get(column, (None, ""))
            place = asal if at is None else (*asal, at)
            yield Cell(markup.runs(text, place), place, marked=at is not None and not text)
