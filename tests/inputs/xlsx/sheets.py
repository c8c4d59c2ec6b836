"""Plans on sheets, to be spoilt by the tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.xlsx import Annex, read_annex
from tests.inputs.decrees import DECREE

LABELS = ("NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN")
GREEN = PatternFill("solid", fgColor="FF92D050")


def plan(months: Sequence[Any] = range(1, 13), *, top: int = 1, merged: bool = True) -> Worksheet:
    """A sheet with the head of a plan: four labels, the grid from column E, KET; two rows from `top`."""
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Rencana"
    last = 5 + len(months)
    for column, heading in enumerate((*LABELS, "BULAN"), start=1):
        sheet.cell(top, column, heading)
    sheet.cell(top, last, "KET")
    for column, month in enumerate(months, start=5):
        sheet.cell(top + 1, column, month)
    if merged:
        for column in (1, 2, 3, 4, last):
            sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
        sheet.merge_cells(start_row=top, end_row=top, start_column=5, end_column=last - 1)
    return sheet


def fill(sheet: Worksheet, row: int, *values: Any) -> Worksheet:
    """Values of a row from column A."""
    for column, value in enumerate(values, start=1):
        if value is not None:
            sheet.cell(row, column, value)
    return sheet


def table(*rows: tuple[Any, ...]) -> Worksheet:
    """A sheet "Daftar" with these rows."""
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Daftar"
    for at, row in enumerate(rows, start=1):
        fill(sheet, at, *row)
    return sheet


def conditional(sheet: Worksheet, cells: str) -> None:
    """Give cells a colour that depends on what they hold."""
    made: Any = CellIsRule  # which openpyxl's types leave untyped
    sheet.conditional_formatting.add(cells, made(operator="equal", formula=["1"], fill=GREEN))


def merged(sheet: Worksheet, *areas: str) -> Worksheet:
    """The sheet with these areas merged."""
    for area in areas:
        sheet.merge_cells(area)
    return sheet


def content(sheet: Worksheet) -> bytes:
    """The book of a sheet."""
    out = BytesIO()
    assert sheet.parent is not None
    sheet.parent.save(out)
    return out.getvalue()


def read(sheet: Worksheet, kind: str = "rencana_kerja") -> Annex:
    """What is read from a sheet in which nothing is wrong."""
    annex = read_annex(content(sheet), "rencana.xlsx", sheet.title, kind)
    if annex.errors:
        raise InputError(*annex.errors)
    return annex


def wrong(sheet: Worksheet, kind: str = "rencana_kerja") -> tuple[Complaint, ...]:
    """What is complained of."""
    with pytest.raises(InputError) as caught:
        read(sheet, kind)
    return caught.value.complaints


def activities(sheet: Worksheet) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Of every row its activity, its sub-activity, and its cells of the grid with their texts."""
    return [
        (activity["kegiatan"], row["sub_kegiatan"], [(cell["nama"], cell.get("teks", "")) for cell in cells])
        for section in read(sheet).data["bagian"]
        for activity in section["kegiatan"]
        for row in activity["sub_kegiatan"]
        for cells in [row.get("bulan") or row.get("petak") or []]
    ]


def marked(sheet: Worksheet) -> list[str]:
    """The names of the marked cells of the only row; with a text `name=text`."""
    [(_, _, cells)] = activities(sheet)
    return [f"{name}={text}" if text else name for name, text in cells]


def decree(folder: Path, sheet: Worksheet, annex: str = "rencana_kerja: rencana.xlsx#Rencana") -> Path:
    """A decree in YAML beside the book of a sheet."""
    (folder / "rencana.xlsx").write_bytes(content(sheet))
    file = folder / "keputusan.yaml"
    file.write_text(f"{DECREE}lampiran: {{judul: Rencana, {annex}}}\n", encoding="utf-8")
    return file
