"""A table on a sheet: to the data of the annex kind `tabel`, headings and rows as the sheet shows them, or rows alone.

Headings in several rows become headings in levels. Every column is text as the sheet shows it; a column of numbers is
aligned right, one with cells merged over several rows is joined in print. A row with a Roman numeral and a title, or
merged over the columns, is the heading of a group: `kelompok`, further in `kelompok_2`. Where sums or types are wanted,
the columns are written out in the data and only the rows come from the sheet (`baris: daftar.xlsx#Daftar`); a row then
names its cells by the headings of the sheet in small letters, as `Kolom` calls them.
"""

from __future__ import annotations

import re
from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx.groups import groups
from kpu_docs.inputs.xlsx.headings import Heading
from kpu_docs.inputs.xlsx.listing import Listing, listing
from kpu_docs.inputs.xlsx.sheet import Sheet

KELOMPOK = "kelompok"
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_TAKEN = "judul kolom ini bentrok dengan baris judul di tengah tabel; ganti judul kolomnya"


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The table of a sheet, and the cell of each of its pieces."""
    table = listing(sheet)
    rows, cells, names = _rows(table, exact=False)
    places: dict[DataPath, str] = {(): table.place}
    data: dict[str, Any] = {"kolom": _columns(table, places), "baris": rows}
    if names:
        data[KELOMPOK] = names
    return data, places | {("baris", *path): cell for path, cell in cells.items()}


def read_rows(sheet: Sheet) -> tuple[list[dict[str, str]], dict[DataPath, str]]:
    """The rows alone, by the keys of their columns, and the cell of each of their pieces."""
    table = listing(sheet)
    rows, places, _ = _rows(table, exact=True)
    return rows, {(): table.place, **places}


def _rows(table: Listing, *, exact: bool) -> tuple[list[dict[str, str]], dict[DataPath, str], list[str]]:
    """The rows by key, the cell of each of their pieces, and the keys of the groups that they name."""
    grouped = groups(table)
    depth = max(map(len, grouped.values()), default=0)
    names = [KELOMPOK, *(f"{KELOMPOK}_{at}" for at in range(2, depth + 1))][:depth]
    keys = dict(zip(_keys(table), table.headings, strict=False))
    rows: list[dict[str, str]] = []
    places: dict[DataPath, str] = {}
    for at, row in enumerate(grouped or table.rows):
        above = dict(zip(names, grouped.get(row, ()), strict=False))
        rows.append({name: group.text for name, group in above.items()})
        rows[-1] |= {key: table.text(row, heading, exact=exact) for key, heading in keys.items()}
        places[at,] = table.cell(row, table.headings[0])
        places |= {(at, name): group.cell for name, group in above.items()}
        places |= {(at, key): table.cell(row, heading) for key, heading in keys.items()}
    for heading in (keys[name] for name in names if name in keys):
        table.sheet.wrong(*heading.cell, _TAKEN, heading.text)
    return rows, places, names


def _keys(table: Listing) -> list[str]:
    """What the cells of each column are called by."""
    from kpu_docs.lampiran._kolom import Kolom, lajur

    return [one.kunci for one in lajur(tuple(Kolom.model_validate(column) for column in _columns(table, {})))]


def _columns(table: Listing, places: dict[DataPath, str]) -> list[dict[str, Any]]:
    """The headings in levels; `places` takes the cell of each."""
    found: list[dict[str, Any]] = []
    above: list[tuple[str, int, int]] = []
    for heading in table.headings:
        level: list[dict[str, Any]] = found
        path: DataPath = ("kolom",)
        for depth, part in enumerate(heading.levels):
            if above[: depth + 1] != [*heading.levels[: depth + 1]]:
                above = [*heading.levels[: depth + 1]]
                level.append({"judul": part[0]})
            at: DataPath = (*path, len(level) - 1)
            places.setdefault(at, table.sheet.address(part[1], part[2]))
            if depth + 1 < len(heading.levels):
                level, path = level[-1].setdefault("kolom", []), (*at, "kolom")
        level[-1].update(_look(table, heading))
    return found


def _look(table: Listing, heading: Heading) -> dict[str, str]:
    sheet, column = table.sheet, heading.columns[0]
    look = {}
    own = [row for row in table.rows if {*sheet.area(row, column)[1::2]} <= {*heading.columns}]  # no heading between
    filled = [row for row in own if sheet.peek(row, column)]
    if filled and all(_is_number(sheet, row, column) for row in filled):
        look["rata"] = "kanan"
    if any(sheet.area(row, column).top < row for row in own):
        look["gabung"] = "ya"
    return look


def _is_number(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds a number, or one that was typed as a text (12.345); digits alone may be a code."""
    return sheet.number(row, column) is not None or _GROUPED.fullmatch(sheet.peek(row, column)) is not None
