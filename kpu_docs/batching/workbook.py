"""A table from the first sheet of an .xlsx file, its cells as text."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from kpu_docs.batching.rows import Record
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.files import LIMIT, read_bytes

EXACT = 10**15
"""From here on Excel has rounded a number: a NIK or a NIP of 16 or 18 digits is not what was typed."""


def records(path: Path, name: str) -> tuple[str, list[Record]]:
    """The name of the first sheet and its lines, also empty ones, all equally long.

    Raises:
        InputError: there is no such file, or it is no workbook.
    """
    data = read_bytes(path, name, LIMIT)
    # What a formula gives and the formula itself are two readings of the same file.
    title, values = _lines(data, values=True)
    lines = list(zip_longest(values, _lines(data, values=False)[1], fillvalue=()))
    width = max((len(shown) for shown, _ in lines), default=0)
    return title, [_record(at, shown, typed, width) for at, (shown, typed) in enumerate(lines, start=1)]


def _lines(data: bytes, *, values: bool) -> tuple[str, list[tuple[Any, ...]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the workbook that hold no cells
            sheet = load_workbook(BytesIO(data), read_only=True, data_only=values).worksheets[0]
            # Some programs state a wrong size of the sheet.
            sheet.reset_dimensions()
            return sheet.title, list(sheet.iter_rows(values_only=True))
    except (BadZipFile, InvalidFileException, KeyError, IndexError, ValueError, TypeError, SyntaxError):
        raise InputError(Complaint((), "tidak terbaca sebagai buku kerja Excel; simpan ulang sebagai .xlsx")) from None


def _record(line: int, shown: Sequence[Any], typed: Sequence[Any], width: int) -> Record:
    cells, faults = [""] * width, []
    for at, (value, formula) in enumerate(zip_longest(shown, typed)):
        try:
            cells[at] = _text(value, formula)
        except ValueError as error:
            faults.append(f"sel {letters(at + 1)}{line}: {error}")
    return Record(line, cells, tuple(faults))


def _text(value: Any, formula: Any) -> str:
    if value is None:
        if isinstance(formula, str) and formula.startswith("="):
            raise ValueError("rumus tanpa hasil; buka di Excel, simpan, lalu ulangi")
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, (datetime, date, time)):
        return _day(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(formula, str) and formula.startswith("=") and str(value).startswith("#"):
        raise ValueError(f"rumusnya salah ({value})")
    return str(value).replace("\N{NO-BREAK SPACE}", " ")


def _day(value: datetime | date | time) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", timespec="minutes")
    return value.isoformat(timespec="minutes") if isinstance(value, time) else value.isoformat()


def _number(value: int | float) -> str:
    if abs(value) >= EXACT:
        raise ValueError("angka sepanjang ini sudah dibulatkan oleh Excel; ketik ulang sebagai teks (format Teks)")
    return str(int(value)) if value == int(value) else str(value)


def letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
