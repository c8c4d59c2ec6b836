"""The grid of a plan: months, quarters, the weeks of months, two years; and the cells of it that a row names.

Cells are named, not counted: `3-5`, `Maret`, `TRIWULAN I`, `JANUARI II-IV`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from kpu_docs.bahasa import BULAN
from kpu_docs.fields import Data, Line, Lines, OptionalLine, as_tuple


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
        if isinstance(item, dict) and "nama" not in item:
            found.extend({"nama": name, "teks": text} for name, text in item.items())
        elif isinstance(item, (str, int)):
            found.extend({"nama": name.strip()} for name in str(item).split(","))
        else:
            found.append(item)
    return tuple(found)


Cells = Annotated[tuple[Sel, ...], BeforeValidator(_cells)]
"""The cells a row names: `3`, `3-5`, `[1, 4, Juli]`, `{6: rapat}`."""


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
        """The columns (from 0) that a name or a range of names stands for; none where it stands for
        none.
        """
        names = self.names
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

    @cached_property
    def names(self) -> dict[str, tuple[int, ...]]:
        """Numbers, names and three-letter names of the months."""
        spellings = ((str(at + 1), name.lower(), name[:3].lower()) for at, name in enumerate(BULAN))
        return {spelling: (at,) for at, month in enumerate(spellings) for spelling in month}
