"""The data of an annex `tabel`, and its sums; see `tabel` for how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import angka
from kpu_docs.blocks import Asal
from kpu_docs.fields import Data, Fault, Lines, OptionalLine, OptionalText, YaTidak, as_tuple, faults
from kpu_docs.lampiran import _hitung, _kolom
from kpu_docs.lampiran._hitung import Selisih, Susunan, column_sums, completed, row_sums
from kpu_docs.lampiran._kolom import Isian, Kolom, Lajur
from kpu_docs.lampiran._table import Penomoran

_YA, _TIDAK = ("ya", "true"), ("tidak", "false", "")


def _text(value: Any) -> Any:
    """A value of a program as the text a clerk would write."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        return angka.tulis(angka.rapi(Decimal(str(value))))
    return "" if value is None else value.isoformat() if isinstance(value, date) else value


def _row(value: Any) -> Any:
    """A row by key, or by position (from 0) where it is a list."""
    if isinstance(value, (list, tuple)):
        value = dict(enumerate(value))
    return {key: _text(cell) for key, cell in value.items()} if isinstance(value, dict) else value


def _as_written(cells: dict[Any, str]) -> dict[Any, str] | list[str]:
    return [*cells.values()] if 0 in cells else cells


Baris = Annotated[dict[Any, OptionalText], BeforeValidator(_row), PlainSerializer(_as_written)]
"""A row: its cells by the keys of their columns; those of a list by their positions from 0."""


def _spelt(value: Any) -> Any:
    """ya, tidak, true, false as the words ya and tidak."""
    text = "ya" if value is True else "tidak" if value in (False, None) else value
    return "ya" if isinstance(text, str) and text.lower() in _YA else "tidak" if text in _TIDAK else text


def _groups(value: Any) -> Any:
    spelt = _spelt(value)
    return () if spelt == "tidak" else as_tuple(spelt)


class Jumlah(Data):
    """The row of totals: its words, and the figures that are written."""

    judul: OptionalLine = ""
    nilai: Baris = {}


def _total(value: Any) -> Any:
    value = _spelt(value)
    if value == "tidak":
        return None
    if isinstance(value, dict) and isinstance(value.get("nilai"), dict):
        return value
    if isinstance(value, dict):
        return {"judul": value.get("judul", ""), "nilai": {key: cell for key, cell in value.items() if key != "judul"}}
    return {} if value == "ya" else {"judul": value}


class Tabel(Data):
    """A table. `tinggi_baris` is the least height of its rows (mm), for rows to sign in; `catatan` stands below it."""

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...] = ()
    nomor: YaTidak = False
    penomoran: Penomoran = "lanjut"
    nomor_kolom: YaTidak = False
    kelompok: Lines = ()
    halaman_per_kelompok: YaTidak = False
    subjumlah: Annotated[Lines, BeforeValidator(_groups)] = ()
    subjumlah_tertulis: tuple[Baris, ...] = ()
    jumlah: Annotated[Jumlah | None, BeforeValidator(_total)] = None
    tinggi_baris: Annotated[float, Field(ge=0, le=200)] = 0.0
    catatan: Lines = ()

    @cached_property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns without others below them."""
        return _kolom.lajur(self.kolom)

    @cached_property
    def tampak(self) -> tuple[Lajur, ...]:
        """The columns that are printed."""
        return tuple(one for one in self.lajur if one.kunci not in self.kelompok)

    @cached_property
    def isi(self) -> tuple[dict[str, Isian], ...]:
        """The rows as they are printed, by key."""
        return tuple(completed(given, row_sums(given, self.lajur), self.lajur) for given in self._given)

    @cached_property
    def grup(self) -> tuple[tuple[str, ...], ...]:
        """For each row the groups it stands in, outer ones first."""
        return tuple(tuple(cells.get(key, "") for key in self.kelompok) for cells in map(self._by_key, self.baris))

    @cached_property
    def subtotals(self) -> dict[tuple[str, ...], int]:
        """The written sums of groups: which of them (from 0) a group has."""
        return {
            tuple(cells[key] for key in self.kelompok if key in cells): at
            for at, cells in enumerate(self.subjumlah_tertulis)
        }

    @cached_property
    def _given(self) -> tuple[dict[str, Isian], ...]:
        return tuple(self.read(cells) for cells in self.baris)

    @property
    def _listed(self) -> tuple[Lajur, ...]:
        """The columns that a list must fill."""
        return tuple(one for one in self.lajur if not one.kolom.jumlah_dari)

    def keys_of(self, cells: Mapping[Any, str]) -> dict[str, Any]:
        """By the key of a column, the step of the data path at which a row has its cell."""
        if 0 not in cells:
            return {key: key for key in cells}
        columns = self.lajur if len(cells) == len(self.lajur) else self._listed
        return {one.kunci: at for at, one in enumerate(columns) if at in cells}

    def _by_key(self, cells: Mapping[Any, str]) -> dict[str, str]:
        return {key: cells[step] for key, step in self.keys_of(cells).items()}

    def read(self, cells: Mapping[Any, str]) -> dict[str, Isian]:
        """The cells of a row by key, without those that cannot be read."""
        texts = self._by_key(cells)
        found = {one.kunci: one.baca(texts[one.kunci]) for one in self.lajur if one.kunci in texts}
        return {key: isian for key, isian in found.items() if isian is not None}

    @model_validator(mode="after")
    def _readable(self) -> Tabel:
        if not self.lajur:
            raise PydanticCustomError("tanpa_kolom", "tabel belum mempunyai kolom")
        found: list[Fault] = [(("kolom", *path), *rest) for path, *rest in _kolom.complaints(self.lajur)]
        keys = [one.kunci for one in self.lajur]
        found += [
            (("subjumlah", at), "bukan nama kelompok", key)
            for at, key in enumerate(self.subjumlah)
            if key not in (*self.kelompok, "ya")
        ]
        for at, cells in enumerate(self.baris):
            found += [(("baris", at, *path), *rest) for path, *rest in self._row_faults(cells, keys)]
            missing = [key for key in self.kelompok if not self._by_key(cells).get(key)]
            found += [(("baris", at), f"kelompoknya ({key}) belum diisi", None) for key in missing]
        for at, cells in enumerate(self.subjumlah_tertulis):
            found += [(("subjumlah_tertulis", at, *path), *rest) for path, *rest in self._row_faults(cells, keys)]
        if self.jumlah:
            found += [(("jumlah", "nilai", *path), *rest) for path, *rest in self._row_faults(self.jumlah.nilai, keys)]
        if found:
            raise faults(found)
        return self

    def _row_faults(self, cells: Mapping[Any, str], keys: list[str]) -> Iterator[Fault]:
        if 0 in cells and len(cells) not in (len(keys), len(self._listed)):
            yield (), f"berisi {len(cells)} nilai, padahal ada {len(keys)} kolom", None
            return
        steps = self.keys_of(cells)
        for key in steps.keys() - {*keys, *self.kelompok}:
            yield (key,), f"bukan kunci kolom; yang ada: {', '.join(keys)}", key
        for one in self.lajur:
            if one.kunci in steps and one.baca(cells[steps[one.kunci]]) is None:
                yield (steps[one.kunci],), one.harus, cells[steps[one.kunci]]


def group_sums(tabel: Tabel, part: Susunan) -> tuple[dict[str, Isian], dict[str, Decimal], dict[str, Asal]]:
    """Of the sum of a group: what is written, what is calculated, and the places of what is written."""
    sums = column_sums(tabel.isi[part.first : part.last], tabel.lajur)
    at = tabel.subtotals.get(tabel.grup[part.first][: part.level + 1])
    if at is None:
        return {}, sums, {}
    cells = tabel.subjumlah_tertulis[at]
    return tabel.read(cells), sums, {key: ("subjumlah_tertulis", at, key) for key in cells}


def grand_sums(tabel: Tabel) -> tuple[dict[str, Isian], dict[str, Decimal], dict[str, Asal]]:
    """Of the total: what is written, what is calculated, and the places of what is written."""
    cells = tabel.jumlah.nilai if tabel.jumlah else {}
    places: dict[str, Asal] = {key: ("jumlah", "nilai", key) for key in cells}
    return tabel.read(cells), column_sums(tabel.isi, tabel.lajur), places


def selisih(tabel: Tabel) -> tuple[Selisih, ...]:
    """Every sum that is written otherwise than it is calculated: in rows, of groups, and the total."""
    found: list[Selisih] = []
    for at, cells in enumerate(tabel.baris):
        given = tabel.read(cells)
        places: dict[str, Asal] = {key: ("baris", at, step) for key, step in tabel.keys_of(cells).items()}
        found += _hitung.selisih(given, row_sums(given, tabel.lajur), places)
    for part in _hitung.susunan(tabel.grup):
        if part.kind == "jumlah":
            found += _hitung.selisih(*group_sums(tabel, part))
    return (*found, *_hitung.selisih(*grand_sums(tabel)))
