"""The columns of an annex `tabel`: headings in levels, and what kind of value stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, model_validator

from kpu_docs import angka, bahasa, markup
from kpu_docs.blocks import Align, Asal, Cell, Column
from kpu_docs.fields import Data, Fault, OptionalLine, Text, YaTidak, as_tuple
from kpu_docs.isi import SCALARS

Jenis = Literal["teks", "angka", "rupiah", "persen", "tanggal", "ya_tidak"]
ANGKA = ("angka", "rupiah", "persen")
"""The kinds of column that hold numbers."""

CENTANG = "\u2713"
_LEBAR = {"teks": 3.0, "tanggal": 2.0, "rupiah": 2.0}
_RATA: dict[str, Align] = {
    "angka": "kanan",
    "rupiah": "kanan",
    "persen": "kanan",
    "tanggal": "tengah",
    "ya_tidak": "tengah",
}
_BACA = {"angka": angka.baca, "rupiah": angka.baca_rupiah, "persen": angka.baca_persen}
_TULIS = {"angka": angka.tulis, "rupiah": angka.tulis_rupiah, "persen": angka.tulis_persen}
_YA = ("ya", "true", CENTANG, "\u2714", "\u221a", "v")
_TIDAK = ("tidak", "false")
_HARUS = {
    "angka": f"harus angka, {angka.CONTOH}",
    "rupiah": "harus jumlah rupiah, misalnya 1.250.000",
    "persen": "harus persentase, misalnya 12,5%",
    "tanggal": "harus tanggal, misalnya 26 Januari 2022",
    "ya_tidak": "harus ya atau tidak",
}


class Kolom(Data):
    """A column, or with `kolom` a heading over several.

    `kunci` is what its cells are called by; without it the heading in small letters (`LAKI-LAKI` is `laki_laki`), and
    where two columns would be called the same, with the heading above in front (`pemilih_laki_laki`). `lebar` is its
    share of the width. `tegak` turns the heading upright. `gabung` joins equal cells below one another. `tanda` prints
    yes and no as a tick and a dash. `jumlah_dari` names the columns whose sum stands here. `dijumlah: tidak` leaves a
    column of numbers out of the totals.
    """

    judul: Text
    kunci: OptionalLine = ""
    jenis: Jenis = "teks"
    lebar: Annotated[float, Field(ge=0, le=1000)] = 0.0
    rata: Literal["", "kiri", "tengah", "kanan"] = ""
    tegak: YaTidak = False
    gabung: YaTidak = False
    tanda: YaTidak = False
    jumlah_dari: Annotated[tuple[OptionalLine, ...], BeforeValidator(as_tuple)] = ()
    dijumlah: YaTidak = True
    kolom: tuple[Kolom, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        if isinstance(value, SCALARS):
            return {"judul": value}
        if isinstance(value, dict) and value.get("jumlah_dari") and "jenis" not in value:
            return {**value, "jenis": "angka"}
        return value


class Isian(NamedTuple):
    """A cell as it is printed, with its number if it has one."""

    teks: str
    nilai: Decimal | None = None


class Lajur(NamedTuple):
    """A column without others below it: its key, what is said of it, its path below `kolom`."""

    kunci: str
    kolom: Kolom
    path: Asal

    @property
    def berangka(self) -> bool:
        """Whether its cells are numbers."""
        return self.kolom.jenis in ANGKA

    @property
    def dijumlah(self) -> bool:
        """Whether it is added up in totals."""
        return self.kolom.jenis in ("angka", "rupiah") and self.kolom.dijumlah

    @property
    def harus(self) -> str:
        """What a value of it has to be, for a complaint."""
        return _HARUS[self.kolom.jenis]

    def baca(self, text: str) -> Isian | None:
        """A cell of this column; None where the text is none. An empty cell and a dash are nothing."""
        jenis = self.kolom.jenis
        if jenis == "teks" or text in ("", "-", "\u2013"):
            return Isian(text)
        if self.berangka:
            nilai = _BACA[jenis](text)
            return None if nilai is None else self.tulis(nilai)
        if jenis == "tanggal":
            hari = bahasa.baca_tanggal(text)
            return Isian(bahasa.tanggal(hari)) if hari else None
        return self._ya_tidak(text.lower())

    def tulis(self, nilai: Decimal) -> Isian:
        """A number as it is printed in this column."""
        return Isian(_TULIS[self.kolom.jenis](nilai), nilai)

    def _ya_tidak(self, text: str) -> Isian | None:
        if text in _YA:
            return Isian(CENTANG if self.kolom.tanda else "ya")
        if text in _TIDAK:
            return Isian("-" if self.kolom.tanda else "tidak")
        return None

    @property
    def column(self) -> Column:
        """The column of the printed table."""
        kolom = self.kolom
        return Column(
            kolom.lebar or _LEBAR.get(kolom.jenis, 1.0),
            kolom.rata or _RATA.get(kolom.jenis, "kiri"),
            whole=self.berangka,
        )


def lajur(kolom: tuple[Kolom, ...]) -> tuple[Lajur, ...]:
    """The columns without others below them, from left to right."""
    found = [*_leaves(kolom, (), ())]
    short = [one.kunci or _key((titles[-1],)) for one, titles, _ in found]
    return tuple(
        Lajur(key if one.kunci or short.count(key) == 1 else _key(titles), one, path)
        for key, (one, titles, path) in zip(short, found, strict=True)
    )


def _leaves(
    kolom: tuple[Kolom, ...], titles: tuple[str, ...], path: Asal
) -> Iterator[tuple[Kolom, tuple[str, ...], Asal]]:
    for at, one in enumerate(kolom):
        if one.kolom:
            yield from _leaves(one.kolom, (*titles, one.judul), (*path, at, "kolom"))
        else:
            yield one, (*titles, one.judul), (*path, at)


def _key(titles: tuple[str, ...]) -> str:
    return re.sub(r"[\W_]+", "_", markup.plain(" ".join(titles)).lower()).strip("_")


def complaints(columns: tuple[Lajur, ...]) -> list[Fault]:
    """What is wrong with the columns as such; paths begin below `kolom`."""
    found: list[Fault] = []
    keys = [one.kunci for one in columns]
    by_key = dict(zip(keys, columns, strict=True))
    for at, one in enumerate(columns):
        if one.kunci in keys[:at]:
            found.append((one.path, "kuncinya sama dengan kolom lain; beri `kunci` yang berbeda", one.kunci))
        if one.kolom.gabung and one.berangka:
            found.append(((*one.path, "gabung"), "angka tidak digabung, karena setiap barisnya dihitung", None))
        if one.kolom.jumlah_dari and not one.berangka:
            found.append(((*one.path, "jenis"), "kolom dengan `jumlah_dari` harus berisi angka", one.kolom.jenis))
        for n, key in enumerate(one.kolom.jumlah_dari):
            part = by_key.get(key)
            if part is None or not part.berangka:
                known = ", ".join(other.kunci for other in columns if other.berangka and other is not one)
                found.append(((*one.path, "jumlah_dari", n), f"bukan kolom angka; yang ada: {known}", key))
            elif _reaches(key, one.kunci, by_key, ()):
                found.append(((*one.path, "jumlah_dari", n), "menghitung kolom ini dari dirinya sendiri", key))
    return found


def _reaches(key: str, wanted: str, by_key: dict[str, Lajur], seen: tuple[str, ...]) -> bool:
    """Whether the sum of a column needs another one."""
    if key == wanted:
        return True
    parts = by_key[key].kolom.jumlah_dari if key in by_key and key not in seen else ()
    return any(_reaches(part, wanted, by_key, (*seen, key)) for part in parts)


def head(kolom: tuple[Kolom, ...], hidden: frozenset[Asal], asal: Asal) -> list[list[Cell]]:
    """The headings row by row, without the columns whose paths are hidden; `asal` is the place of `kolom`."""
    depth = max(((len(path) + 1) // 2 for _, _, path in _leaves(kolom, (), ()) if path not in hidden), default=0)
    rows: list[list[Cell]] = [[] for _ in range(depth)]
    _fill(rows, 0, kolom, (), hidden, asal)
    return rows


def _fill(
    rows: list[list[Cell]], level: int, kolom: tuple[Kolom, ...], path: Asal, hidden: frozenset[Asal], asal: Asal
) -> None:
    for at, one in enumerate(kolom):
        here = (*path, at)
        below = sum(1 for _, _, leaf in _leaves(one.kolom, (), (*here, "kolom")) if leaf not in hidden)
        if here in hidden or (one.kolom and not below):
            continue
        place = (*asal, *here, "judul")
        across, down = (below, 1) if one.kolom else (1, len(rows) - level)
        rows[level].append(Cell(markup.runs(one.judul, place), place, across, down, upright=one.tegak))
        _fill(rows, level + 1, one.kolom, (*here, "kolom"), hidden, asal)
