"""A table on a sheet: to the data of the annex kind `tabel`, headings and rows as the sheet shows them, or rows alone.

Headings in several rows become headings in levels. Every column is text as the sheet shows it; a column of numbers is
aligned right, one with cells merged over several rows is joined in print. Where sums or types are wanted, the columns
are written out in the data and only the rows come from the sheet (`baris: daftar.xlsx#Daftar`); a row then names its
cells by the headings of the sheet in small letters, as `Kolom` calls them.
"""

from __future__ import annotations

from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx.listing import Heading, Listing, listing
from kpu_docs.inputs.xlsx.sheet import Sheet


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The table of a sheet, and the cell of each of its pieces."""
    table = listing(sheet)
    _, row, column = table.headings[0].levels[0]
    places: dict[DataPath, str] = {(): sheet.address(row, column)}
    data: dict[str, Any] = {"kolom": _columns(table, places), "baris": []}
    for at, row in enumerate(table.rows):
        data["baris"].append([table.text(row, heading) for heading in table.headings])
        for n, heading in enumerate(table.headings):
            places.setdefault(("baris", at), table.cell(row, heading))
            places["baris", at, n] = table.cell(row, heading)
    return data, places


def read_rows(sheet: Sheet) -> tuple[list[dict[str, str]], dict[DataPath, str]]:
    """The rows alone, by the keys of their columns, and the cell of each of their pieces."""
    from kpu_docs.lampiran._kolom import Kolom, lajur

    table = listing(sheet)
    columns = tuple(Kolom.model_validate(column) for column in _columns(table, {}))
    keys = [one.kunci for one in lajur(columns)]
    places: dict[DataPath, str] = {(): sheet.address(*table.headings[0].levels[0][1:])}
    rows: list[dict[str, str]] = []
    for at, row in enumerate(table.rows):
        rows.append({})
        for key, heading in zip(keys, table.headings, strict=True):
            rows[-1][key] = table.text(row, heading, exact=True)
            places.setdefault((at,), table.cell(row, heading))
            places[at, key] = table.cell(row, heading)
    return rows, places


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
    filled = [row for row in table.rows if sheet.peek(row, column)]
    if filled and all(sheet.number(row, column) is not None for row in filled):
        look["rata"] = "kanan"
    if any(sheet.area(row, column).top < row for row in table.rows):
        look["gabung"] = "ya"
    return look
