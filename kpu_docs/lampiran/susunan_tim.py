"""Annex kind `susunan_tim`: the members of a team, in sections if wanted, with only the columns that are filled.

A member without a name is an office ("Kepala Dinas ..."); NIP and honorarium are printed as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.blocks import Align, Asal, Block, Cell, Column, Row, Table
from kpu_docs.fields import Data, Line, OptionalLine, OptionalText
from kpu_docs.isi_blocks import marker, own
from kpu_docs.lampiran import _table
from kpu_docs.lampiran._table import Penomoran, cell, in_one_section, section_row

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

ORIENTASI = "tegak"


class _Look(NamedTuple):
    """The share of the width that a column takes, its alignment, whether its words are never broken."""

    width: float
    align: Align = "kiri"
    whole: bool = False


_LOOKS = {
    "nama": _Look(36.0),
    "nip": _Look(30.0, whole=True),
    "pangkat": _Look(24.0),
    "jabatan": _Look(36.0),
    "kedudukan": _Look(30.0),
    "honorarium": _Look(24.0, "kanan", whole=True),
    "keterangan": _Look(22.0),
}


class Anggota(Data):
    """A member. A text is a name."""

    nomor: OptionalLine = ""
    nama: OptionalText = ""
    nip: OptionalLine = ""
    pangkat: OptionalText = ""
    jabatan: OptionalText = ""
    kedudukan: OptionalText = ""
    honorarium: OptionalText = ""
    keterangan: OptionalText = ""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"nama": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _somebody(self) -> Anggota:
        if not (self.nama or self.jabatan):
            raise PydanticCustomError("tanpa_nama", "belum menyebut siapa: isi `nama`, atau `jabatan` saja")
        return self


class Bagian(_table.Bagian):
    """A section of the team ("Pengarah") and its members."""

    anggota: tuple[Anggota, ...] = ()


class JudulKolom(Data):
    """The headings of the columns, by what stands below them."""

    nomor: Line = "NO."
    nama: Line = "NAMA"
    nip: Line = "NIP"
    pangkat: Line = "PANGKAT/GOLONGAN"
    jabatan: Line = "JABATAN"
    kedudukan: Line = "KEDUDUKAN DALAM TIM"
    honorarium: Line = "HONORARIUM"
    keterangan: Line = "KET"


class SusunanTim(Data):
    """The team. Its members stand in sections (`bagian`), or directly below `anggota`."""

    kolom: JudulKolom = JudulKolom()
    penomoran: Penomoran = "lanjut"
    bagian: Annotated[tuple[Bagian, ...], AfterValidator(_table.some)]

    @model_validator(mode="before")
    @classmethod
    def _one_section(cls, value: Any) -> Any:
        return in_one_section(value, "anggota")


def compose(tim: SusunanTim, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The team as one table."""
    members = [member for bagian in tim.bagian for member in bagian.anggota]
    fields = _table.occurring(_LOOKS, members, tim.kolom)
    names = ("nomor", *fields)
    head = Row(tuple(cell(getattr(tim.kolom, name), (*asal, "kolom", name)) for name in names), (*asal, "kolom"))
    columns = (Column(8.0, whole=True), *(Column(*_LOOKS[name][:2], whole=_LOOKS[name].whole) for name in fields))
    summary = ", ".join(getattr(tim.kolom, name) for name in names)
    return (Table(columns, (head,), tuple(_rows(tim, asal, fields)), summary, asal),)


def _rows(tim: SusunanTim, asal: Asal, fields: tuple[str, ...]) -> Iterator[Row]:
    count = 0
    for b, bagian in enumerate(tim.bagian):
        place = (*asal, "bagian", b)
        yield from section_row(bagian, place, 1 + len(fields))
        if tim.penomoran == "mulai_baru":
            count = 0
        for m, member in enumerate(bagian.anggota):
            at = (*place, "anggota", m)
            yield Row((_number(member, at, count), *(cell(getattr(member, name), (*at, name)) for name in fields)), at)
            count += 1


def _number(member: Anggota, asal: Asal, count: int) -> Cell:
    """The number as written, else the next one."""
    if member.nomor:
        return cell(member.nomor, (*asal, "nomor"))
    return Cell(own(marker("1.", count), asal), asal)
