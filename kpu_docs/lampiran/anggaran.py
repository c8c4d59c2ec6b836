"""Annex kind `anggaran`: accounts in levels, items with volume and unit price, and what they add up to.

    anggaran:
      rincian:
        - kode: "521211"
          uraian: Belanja Bahan
          rincian:
            - uraian: Konsumsi rapat
              volume: 3 org x 2 hari x 4 keg
              satuan: OK
              harga: 50.000
            - uraian: Penggandaan
              volume: 200 lembar
              harga: 500

An account holds `rincian`, in as many levels as are written; an item a `volume` and a `harga`, or its `jumlah` alone.
A volume is a number with its unit, or a product of such, which is printed as written beside what it comes to. Every
amount is calculated; a `jumlah` that is written, of an item, an account or the whole, is printed as it is, and
`selisih` compares it. `terbilang: tidak` leaves out the total in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import angka, bahasa, markup
from kpu_docs.blocks import Asal, Block, Cell, Column, Row, Run, Table
from kpu_docs.fields import Data, Fault, Lines, OptionalLine, OptionalText, YaTidak, faults
from kpu_docs.isi_blocks import notes, own
from kpu_docs.lampiran._hitung import Selisih, jumlah

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

ORIENTASI = "mendatar"
KOLOM = ("KODE", "URAIAN", "RINCIAN VOLUME", "VOLUME", "SATUAN", "HARGA SATUAN (Rp)", "JUMLAH (Rp)")
JUMLAH, TERBILANG = "JUMLAH", "Terbilang: "

_KALI = re.compile(r"\s+[xX\u00d7](?:\s+|$)|\s*\u00d7\s*|(?<=[0-9])[xX](?=[0-9])")
_FAKTOR = re.compile(r"([0-9][0-9.,]*)\s*([^0-9\s](?:(?!\s[0-9]).)*)?")


Faktor = tuple[Decimal, str]
"""A factor of a volume: how many, and of what."""


def baca_volume(text: str) -> tuple[Faktor, ...]:
    """The factors of a volume, each with its unit: "3 org x 2 hari" is 3 org and 2 hari; none if it is no product."""
    found = []
    for part in _KALI.split(text.strip()):
        match = _FAKTOR.fullmatch(part)
        number = angka.baca(match[1]) if match else None
        if not match or number is None:
            return ()
        found.append((number, (match[2] or "").strip()))
    return tuple(found)


class Rincian(Data):
    """An account with what belongs to it, or an item."""

    kode: OptionalLine = ""
    uraian: OptionalText = ""
    volume: OptionalLine = ""
    satuan: OptionalLine = ""
    harga: OptionalLine = ""
    jumlah: OptionalLine = ""
    rincian: tuple[Rincian, ...] = ()

    @model_validator(mode="after")
    def _readable(self) -> Rincian:
        found: list[Fault] = []
        if self.volume and not baca_volume(self.volume):
            found.append((("volume",), "harus jumlah dengan satuannya, misalnya 3 org x 2 hari x 4 keg", self.volume))
        for key in ("harga", "jumlah"):
            text = getattr(self, key)
            if text and angka.baca_rupiah(text) is None:
                found.append(((key,), "harus jumlah rupiah, misalnya 1.250.000", text))
        for key in ("volume", "harga") if self.rincian else ():
            if getattr(self, key):
                found.append(((key,), "tidak berlaku bagi akun yang berisi `rincian`", getattr(self, key)))
        if found:
            raise faults(found)
        return self

    @cached_property
    def faktor(self) -> tuple[Faktor, ...]:
        """The factors of the volume with their units."""
        return baca_volume(self.volume)

    @property
    def banyaknya(self) -> Decimal | None:
        """What the volume comes to."""
        if not self.faktor:
            return None
        product = Decimal(1)
        for number, _ in self.faktor:
            product *= number
        return angka.rapi(product)

    @property
    def tertulis(self) -> Decimal | None:
        """The amount that is written."""
        return angka.baca_rupiah(self.jumlah) if self.jumlah else None

    @cached_property
    def hitungan(self) -> Decimal | None:
        """The amount that is calculated: of what belongs to it, or volume by price."""
        if self.rincian:
            return jumlah(one.nilai for one in self.rincian)
        price = angka.baca_rupiah(self.harga) if self.harga else None
        many = self.banyaknya
        return None if price is None or many is None else angka.rapi(many * price)

    @property
    def nilai(self) -> Decimal | None:
        """The amount that is printed: what is written, else what is calculated."""
        return self.hitungan if self.tertulis is None else self.tertulis


def _seven(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) != len(KOLOM):
        raise PydanticCustomError("jumlah_kolom", f"harus tujuh judul: {', '.join(KOLOM).lower()}")
    return lines


class Anggaran(Data):
    """The budget. The headings of its columns are the usual ones unless given; `catatan` stands below the table."""

    kolom: Annotated[Lines, AfterValidator(_seven)] = KOLOM
    rincian: tuple[Rincian, ...]
    jumlah: OptionalLine = ""
    terbilang: YaTidak = True
    catatan: Lines = ()

    @model_validator(mode="after")
    def _readable(self) -> Anggaran:
        if self.jumlah and angka.baca_rupiah(self.jumlah) is None:
            raise faults([(("jumlah",), "harus jumlah rupiah, misalnya 1.250.000", self.jumlah)])
        return self

    @cached_property
    def seluruhnya(self) -> Rincian:
        """All of it as one account."""
        return Rincian.model_construct(
            kode="", uraian="", volume="", satuan="", harga="", jumlah=self.jumlah, rincian=self.rincian
        )


def selisih(anggaran: Anggaran) -> tuple[Selisih, ...]:
    """Every amount that is written otherwise than it is calculated, accounts before what belongs to them."""
    return tuple(_differences(anggaran.seluruhnya, ()))


def _differences(one: Rincian, path: Asal) -> Iterator[Selisih]:
    if one.tertulis is not None and one.hitungan is not None and one.tertulis != one.hitungan:
        yield Selisih((*path, "jumlah"), one.tertulis, one.hitungan)
    for at, part in enumerate(one.rincian):
        yield from _differences(part, (*path, "rincian", at))


def compose(anggaran: Anggaran, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The budget as one table, and its notes."""
    columns = (
        Column(2.0, whole=True),
        Column(8.0),
        Column(5.0),
        Column(1.8, "kanan", whole=True),
        Column(2.0, "tengah"),
        Column(2.6, "kanan", whole=True),
        Column(3.0, "kanan", whole=True),
    )
    place = (*asal, "kolom")
    head = Row(
        tuple(Cell(markup.runs(title, (*place, at)), (*place, at)) for at, title in enumerate(anggaran.kolom)), place
    )
    rows = (*_rows(anggaran.rincian, asal), *_end(anggaran, asal))
    summary = ", ".join(markup.plain(title) for title in anggaran.kolom)
    return (Table(columns, (head,), rows, summary, asal), *notes(anggaran.catatan, (*asal, "catatan")))


def _rows(parts: Sequence[Rincian], asal: Asal) -> Iterator[Row]:
    for at, one in enumerate(parts):
        place = (*asal, "rincian", at)
        if one.rincian:
            cells = (
                _text(one.kode, (*place, "kode")),
                _text(one.uraian, (*place, "uraian"), colspan=5),
                _figure(one.nilai, one.jumlah, (*place, "jumlah")),
            )
            yield Row(cells, place, "bagian")
            yield from _rows(one.rincian, place)
        else:
            yield Row(_item(one, place), place)


def _item(one: Rincian, place: Asal) -> tuple[Cell, ...]:
    """An item. A volume of one factor needs no column for its factors, unless its unit is another than the item's."""
    volume = (*place, "volume")
    single = len(one.faktor) == 1 and one.satuan in ("", one.faktor[0][1])
    unit = one.satuan or (one.faktor[0][1] if single else "")
    return (
        _text(one.kode, (*place, "kode")),
        _text(one.uraian, (*place, "uraian")),
        Cell((), volume) if single else _text(one.volume, volume),
        _figure(one.banyaknya, "", volume),
        _text(unit, (*place, "satuan")) if one.satuan else Cell(own(unit, volume), volume),
        _figure(angka.baca_rupiah(one.harga) if one.harga else None, one.harga, (*place, "harga")),
        _figure(one.nilai, one.jumlah, (*place, "jumlah")),
    )


def _text(text: str, asal: Asal, colspan: int = 1) -> Cell:
    return Cell(markup.runs(text, asal), asal, colspan)


def _figure(value: Decimal | None, written: str, asal: Asal) -> Cell:
    """A number as it is printed; `written` is how it stands in the data."""
    if value is None:
        return Cell((), asal)
    text = angka.tulis(value)
    return Cell((Run(text, asal, at=0 if text == written else None),), asal)


def _end(anggaran: Anggaran, asal: Asal) -> Iterator[Row]:
    """The total, and the total in words."""
    total = anggaran.seluruhnya.nilai
    place = (*asal, "jumlah")
    label = Cell(own(JUMLAH, place), place, colspan=len(KOLOM) - 1, align="kiri")
    yield Row((label, _figure(total, anggaran.jumlah, place)), place, "jumlah")
    words = dengan_huruf(total) if anggaran.terbilang and total is not None else ""
    if words:
        yield Row((Cell(own(TERBILANG + words, place), place, colspan=len(KOLOM), align="kiri"),), place, "jumlah")


def dengan_huruf(nilai: Decimal) -> str:
    """An amount in words, "dua belas juta rupiah"; nothing where it has parts of a rupiah or is out of reach."""
    whole = nilai == nilai.to_integral_value() and 0 <= nilai <= bahasa.TERBILANG_MAKS
    return f"{bahasa.terbilang(int(nilai))} rupiah" if whole else ""
