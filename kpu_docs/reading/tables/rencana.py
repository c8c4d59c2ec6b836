"""The headings of a plan as they are printed: of its columns and of its grid."""

from __future__ import annotations

from typing import Any

from kpu_docs.inputs.xlsx import words
from kpu_docs.lampiran.rencana_kerja import KOLOM, MONTHS
from kpu_docs.reading.paper import Cell, Table

_ROLES = ("nomor", "kegiatan", "sub_kegiatan", "indikator", "keterangan")
_BULAN = "BULAN"
"""Over months that have no heading in common."""


def as_printed(data: dict[str, Any], table: Table, head: int) -> dict[str, Any]:
    """The plan with the headings of its table; months that are headed otherwise than 1 to 12 as a grid of its own."""
    cells = [cell for row in table.rows[:head] for cell in row.cells if cell.plain]
    titles = {role: cell.plain for cell in reversed(cells) if (role := words.label(cell.plain))}
    kolom = [titles.get(role, usual) for role, usual in zip(_ROLES, KOLOM, strict=True)]
    if "petak" in data:
        return data | {"kolom": kolom}
    months = [cell for cell in cells if words.period(cell.plain) and cell.colspan == 1][-len(words_of(MONTHS)) :]
    above = next((cell for cell in cells if _covers(cell, months)), None)
    heads = [cell.plain for cell in months]
    if (above and above.plain == MONTHS.judul and heads == words_of(MONTHS)) or len(heads) != len(words_of(MONTHS)):
        return data | {"kolom": kolom}
    petak = {"judul": above.plain if above else _BULAN, "kolom": heads}
    return {**_renamed(data, heads), "kolom": kolom, "petak": petak}


def words_of(grid: Any) -> list[str]:
    """The headings of the columns of a grid."""
    return [heading for group in grid.kolom for heading in group.kolom]


def _covers(cell: Cell, months: list[Cell]) -> bool:
    columns = range(cell.column, cell.column + cell.colspan)
    return cell.colspan > 1 and all(month.column in columns for month in months)


def _renamed(data: Any, heads: list[str]) -> Any:
    """The rows with the cells of the months called by their headings."""
    if isinstance(data, list):
        return [_renamed(one, heads) for one in data]
    if not isinstance(data, dict):
        return data
    found = {key: _renamed(part, heads) for key, part in data.items() if key != "bulan"}
    if "bulan" in data:
        found["petak"] = [cell | {"nama": heads[int(cell["nama"]) - 1]} for cell in data["bulan"]]
    return found
