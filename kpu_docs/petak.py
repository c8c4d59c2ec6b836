"""The grid of a plan: months, quarters, the weeks of months, two years; and the cells of it that a row names.

Cells are named, not counted: `3-5`, `Maret`, `TRIWULAN I`, `JANUARI II-IV`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from kpu_docs.bahasa import BULAN
from kpu_docs.fields import Data, Fault, Line, Lines, OptionalLine, as_tuple

_RANGE = re.compile(r"\s*(?:-|\u2013|s\.d\.)\s*")
_OLDER = {"pebruari": 1, "peb": 1, "agt": 7, "agust": 7, "nopember": 10, "nop": 10}


class Sel(Data):
    """A cell of the grid, or several, by name (`3`, `Maret`, `3-5`, `TRIWULAN I`); with `teks` it holds a text
    instead of a mark.
    """

    nama: Line
    teks: OptionalLine = ""


def _cells(value: Any) -> Any:
    """`3-5`, `[1, 3-5]`, `{3: rapat}` and lists of both become a list of `Sel`."""
    if isinstance(value, dict) and not value.keys() & {"nama"}:
        return tuple({"nama": name, "teks": text} for name, text in value.items())
    found: list[Any] = []
    for item in as_tuple(value):
        if isinstance(item, (str, int)):
            found += map(_marked, str(item).split(","))
        elif isinstance(item, dict) and "nama" not in item:
            found.extend({"nama": name, "teks": text} for name, text in item.items())
        else:
            found.append(item)
    return tuple(found)


@lru_cache(maxsize=1024)
def _marked(name: str) -> Any:
    """A cell with a mark: most cells of a plan, by the same few names. What is wrong with a name the model will say."""
    try:
        return Sel(nama=name)
    except ValidationError:
        return {"nama": name.strip()}


Cells = Annotated[tuple[Sel, ...], BeforeValidator(_cells)]
"""The cells a row names: `3`, `3-5`, `[1, 4, Juli]`, `{6: rapat}`."""


def _some(lines: tuple[str, ...]) -> tuple[str, ...]:
    if not lines:
        raise PydanticCustomError("kosong", "belum diisi")
    return lines


class KelompokPetak(Data):
    """Columns of the grid under a common heading."""

    judul: OptionalLine = ""
    kolom: Annotated[Lines, AfterValidator(_some)]


def _groups(value: Any) -> Any:
    groups = as_tuple(value)
    plain = all(not isinstance(group, dict) for group in groups)
    return ({"kolom": groups},) if groups and plain else groups


class Petak(Data):
    """The grid: its heading and its columns, in groups with a heading of their own or in one row without."""

    judul: Line
    kolom: Annotated[tuple[KelompokPetak, ...], BeforeValidator(_groups), Field(min_length=1)]

    @property
    def count(self) -> int:
        """How many columns the grid has."""
        return sum(len(group.kolom) for group in self.kolom)

    @cached_property
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

    def columns(self, name: str) -> tuple[int, ...]:
        """The columns (from 0) that a name or a range of names stands for; none where it stands for none."""
        name = name.lower()
        if len(named := self.names.get(name, ())) == 1:
            return named
        first, last = self._ends(name)
        return tuple(range(first[0], last[-1] + 1)) if first and last else ()

    def _ends(self, name: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The columns of the first and the last name of a range; of a single name twice the same."""
        names = self.names
        if name in names:
            return names[name], names[name]
        for cut in _RANGE.finditer(name):
            first, last = name[: cut.start()], name[cut.end() :]
            # "JANUARI II-IV": the second name borrows the group of the first.
            ends = names.get(first, ()), names.get(last) or names.get(f"{first.rpartition(' ')[0]} {last}", ())
            if all(ends):
                return ends
        return (), ()

    def held(self, cells: Sequence[Sel]) -> dict[int, tuple[int, str]]:
        """For each column that the cells name, which of them it is (from 0) and its text; a text wins over a mark."""
        found: dict[int, tuple[int, str]] = {}
        for at, cell in enumerate(cells):
            for column in self.columns(cell.nama):
                if cell.teks or column not in found:
                    found[column] = (at, cell.teks)
        return found

    def complaints(self, cells: Sequence[Sel]) -> list[Fault]:
        """What is wrong with the cells that a row names."""
        names = self.names
        if all([cell.nama in names and not cell.teks for cell in cells]):
            return []
        found: list[Fault] = []
        texts: dict[int, str] = {}
        for at, cell in enumerate(cells):
            columns = self.columns(cell.nama)
            if not columns:
                turned = all(self._ends(cell.nama.lower()))
                example = f"tulis misalnya {self.example}"
                found.append(((at,), "rentangnya terbalik" if turned else f"bukan nama petak; {example}", cell.nama))
            if cell.teks:
                if any(texts.get(column, cell.teks) != cell.teks for column in columns):
                    found.append(((at,), "petaknya sudah berisi teks lain", cell.teks))
                texts.update(dict.fromkeys(columns, cell.teks))
        return found

    @property
    def example(self) -> str:
        """Two names of cells, for a complaint."""
        first, last = self.kolom[0], self.kolom[-1]
        names = (f"{first.judul} {first.kolom[0]}", f"{last.judul} {last.kolom[-1]}")
        return " atau ".join(name.strip() for name in names)


class Bulan(Petak):
    """The twelve months, called by number or by name; the grid of a plan that has no other."""

    judul: Line = "PELAKSANAAN (BULAN)"
    kolom: tuple[KelompokPetak, ...] = (KelompokPetak(kolom=tuple(str(month) for month in range(1, 13))),)

    @cached_property
    def names(self) -> dict[str, tuple[int, ...]]:
        """The months by number, by name, by the first letters of the name, and by some older spellings."""
        months = [(str(at), f"{at:02}", name.lower(), name[:3].lower()) for at, name in enumerate(BULAN, start=1)]
        spelled = {spelling: at for at, spellings in enumerate(months) for spelling in spellings}
        return {spelling: (at,) for spelling, at in (spelled | _OLDER).items()}

    @property
    def example(self) -> str:
        """A number and a name."""
        return "3 atau Maret"
