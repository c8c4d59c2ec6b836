"""Any table as the annex kind `tabel`, or as a plain table in prose: no cell is left out, whatever is merged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kpu_docs.lampiran._kolom import Kolom, lajur
from kpu_docs.lampiran.tabel import NOMOR
from kpu_docs.reading.columns import untabbed
from kpu_docs.reading.draft import unbold
from kpu_docs.reading.paper import Cell, Row, Table
from kpu_docs.reading.tables.checked import marks_of

MARK = "\N{CHECK MARK}"
"""What stands in a cell that was only shaded."""

_NO_TITLE = "-"
_GROUP = "kelompok"
_NO = "no"
"""What cells below the heading NO. are called by."""


def read(table: Table, head: int) -> dict[str, Any]:
    """The columns in levels and the rows as lists; a row over all columns is the heading of a group."""
    width = max(cell.column + cell.colspan for row in table.rows for cell in row.cells)
    heads, rows = table.rows[:head], table.rows[head:]
    counted = next((row for row in (*heads[1:][-1:], *rows[:1]) if _counts(row, width)), None)
    if counted:
        heads, rows = (tuple(row for row in held if row is not counted) for held in (heads, rows))
    data: dict[str, Any] = {"nomor_kolom": "ya"} if counted else {}
    data["kolom"] = _with_keys(_kolom(heads, 0, 0, width))
    joined = {cell.column for row in rows for cell in row.cells if cell.rowspan > 1}
    flat = not any("kolom" in one for one in data["kolom"])
    for at, one in enumerate(data["kolom"] if flat else ()):
        if at in joined:
            one["gabung"] = "ya"
    data["baris"] = _baris(rows, width, {at for at in joined if flat})
    grouped = [_is_group(row, width) for row in rows]
    # Each heading has rows below it, and nothing stands above the first.
    if any(grouped) and grouped[0] and not any(a and b for a, b in pairwise((*grouped, True))):
        return _in_groups(data, grouped)
    return data


def _in_groups(data: dict[str, Any], grouped: list[bool]) -> dict[str, Any]:
    """The table with the texts of rows that are headings in a column of their own, which is not printed as such."""
    above, baris = "", []
    for row, heading in zip(data["baris"], grouped, strict=True):
        if heading:
            above = row[0]
        else:
            baris.append([*row, above])
    kolom = [*data["kolom"], {"judul": _GROUP, "kunci": _GROUP}]
    return {**data, "kolom": kolom, "baris": baris, "kelompok": [_GROUP]}


def numbered(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The table with its first column as running numbers, on through the groups or anew in each."""
    first, *kolom = data["kolom"]
    if first != {"judul": NOMOR}:
        return
    baris = [
        {key: text for key, text in row.items() if key != _NO} if isinstance(row, dict) else row[1:]
        for row in data["baris"]
    ]
    found = {"nomor": "ya", **data, "kolom": kolom, "baris": baris}
    yield found
    yield {**found, "penomoran": "mulai_baru"}


def _with_keys(kolom: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The columns, with keys where headings give none or the same."""
    seen = {"", _GROUP}
    for at, one in enumerate(lajur(tuple(map(Kolom.model_validate, kolom))), start=1):
        if one.kunci in seen:
            column: Any = kolom
            for step in one.path:
                column = column[step]
            column["kunci"] = f"kolom_{at}"
        seen.add(one.kunci)
    return kolom


def _counts(row: Row, width: int) -> bool:
    """Whether a row holds the numbers of the columns: (1) (2) (3)."""
    return row.texts == tuple((at, f"({at + 1})") for at in range(width))


def _is_group(row: Row, width: int) -> bool:
    return len(row.cells) == 1 and row.cells[0].colspan == width and bool(row.cells[0].plain)


def _kolom(head: tuple[Row, ...], level: int, first: int, last: int) -> list[dict[str, Any]]:
    """The headings of a level between two columns."""
    found: list[dict[str, Any]] = []
    column = first
    while column < last:
        cell = (
            next((cell for cell in head[level].cells if cell.column == column), Cell(column)) if head else Cell(column)
        )
        end = min(column + cell.colspan, last)
        below = level + cell.rowspan
        one: dict[str, Any] = {"judul": untabbed(unbold(cell.text)) or _NO_TITLE}
        inner = [
            deeper for row in head[below:] for deeper in row.cells if column <= deeper.column < end and deeper.plain
        ]
        if inner:
            one["kolom"] = _kolom(head, below, column, end)
        elif cell.upright:
            one["tegak"] = "ya"
        found.append(one)
        column = end
        if not inner and cell.colspan > 1:
            found += [{"judul": _NO_TITLE} for _ in range(cell.colspan - 1)]
    return found


def _baris(rows: tuple[Row, ...], width: int, joined: set[int]) -> list[list[str]]:
    found: list[list[str]] = []
    for row in rows:
        marked = marks_of(row)
        texts = [found[-1][at] if at in joined and found else "" for at in range(width)]
        for cell in row.cells:
            texts[cell.column] = cell.text or (MARK if marked and cell.shaded else "")
        found.append(texts)
    return found
