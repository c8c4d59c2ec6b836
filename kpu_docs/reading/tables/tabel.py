"""Any table as the annex kind `tabel`, or as a plain table in prose: no cell is left out, whatever is merged."""

from __future__ import annotations

from typing import Any

from kpu_docs.inputs.xlsx import words
from kpu_docs.reading.columns import untabbed
from kpu_docs.reading.draft import unbold
from kpu_docs.reading.paper import Cell, Row, Table
from kpu_docs.reading.tables.checked import marks_of

MARK = "\N{CHECK MARK}"
"""What stands in a cell that was only shaded."""

_NO_TITLE = "-"
_DOWN, _ACROSS = "kelompok", 1


def read(table: Table, head: int) -> dict[str, Any]:
    """The columns in levels and the rows as lists; a row over all columns is the heading of a group."""
    width = max(cell.column + cell.colspan for row in table.rows for cell in row.cells)
    data: dict[str, Any] = {"kolom": _kolom(table.rows[:head], 0, 0, width)}
    rows = table.rows[head:]
    counted = bool(rows) and words.counting([cell.plain for cell in rows[0].cells]) and len(rows[0].cells) == width
    if counted and rows[0].cells[0].plain.startswith("("):
        data["nomor_kolom"] = "ya"
        rows = rows[1:]
    joined = {cell.column for row in rows for cell in row.cells if cell.rowspan > 1}
    for at, one in enumerate(data["kolom"]):
        if at in joined and "kolom" not in one and not any("kolom" in column for column in data["kolom"][:at]):
            one["gabung"] = "ya"
    data["baris"] = _baris(rows, width, {at for at, one in enumerate(data["kolom"]) if one.get("gabung")})
    return data


def _kolom(head: tuple[Row, ...], level: int, first: int, last: int) -> list[dict[str, Any]]:
    """The headings of a level between two columns."""
    found: list[dict[str, Any]] = []
    column = first
    while column < last:
        cell = next((cell for cell in head[level].cells if cell.column == column), Cell(column)) if head else Cell(column)
        end = min(column + cell.colspan, last)
        below = level + cell.rowspan
        one: dict[str, Any] = {"judul": untabbed(unbold(cell.text)) or _NO_TITLE}
        inner = [deeper for row in head[below:] for deeper in row.cells if column <= deeper.column < end and deeper.plain]
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
