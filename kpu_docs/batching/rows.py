"""The rows of a batch, one for each decree, from .xlsx, .csv, .yaml or .jsonl."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from kpu_docs.complaints import Complaint, InputError, nearest, shown
from kpu_docs.inputs import json, yaml
from kpu_docs.inputs.files import read_text
from kpu_docs.inputs.source import Original

EMPTY = "tidak ada satu pun baris data di berkas ini"


@dataclass(frozen=True)
class Row:
    """A row of the data: its number from 1, its place, its values, and what could not be read of it; of a workbook also
    the sheet and the cells of its columns.
    """

    number: int
    file: str
    line: int | None
    values: Mapping[str, Any]
    faults: tuple[Complaint, ...] = ()
    lembar: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Its place as complaints print it."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Record:
    """A line of a table: its number in the file, its cells, and what could not be read of it."""

    line: int
    cells: Sequence[str]
    faults: tuple[str, ...] = ()


def read(path: Path) -> list[Row]:
    """The rows of a file.

    Raises:
        InputError: there is no such file, its kind is unknown, it cannot be read as a whole, or it has no row.
    """
    name, kind = os.path.normpath(path), path.suffix.lower()
    reader = _READERS.get(kind)
    if reader is None:
        near = nearest(kind, list(_READERS)) if kind else None
        message = f"jenis berkas data {kind or 'tanpa akhiran'} tidak dikenal; yang dikenal: {', '.join(_READERS)}"
        raise InputError(Complaint((), message + (f"; mungkin maksudnya {near}" if near else ""), file=name))
    try:
        rows = reader(path, name)
    except InputError as error:
        raise InputError(*(replace(one, file=one.file or name) for one in error.complaints)) from None
    if not rows:
        raise InputError(Complaint((), EMPTY, file=name))
    return rows


def value_of(values: Mapping[str, Any], name: str) -> Any:
    """The value of a column; `satker.nama` is the value `nama` of the mapping in the column `satker`. Small and capital
    letters, blanks and underscores are alike.

    Raises:
        KeyError: there is no such column.
    """
    for key, value in values.items():
        if _alike(key) == _alike(name):
            return value
    head, dot, rest = name.partition(".")
    inner = value_of(values, head) if dot else None
    if not isinstance(inner, Mapping):
        raise KeyError(name)
    return value_of(inner, rest)


def has(values: Mapping[str, Any], name: str) -> bool:
    """Whether there is such a column."""
    try:
        value_of(values, name)
    except KeyError:
        return False
    return True


def columns(rows: Iterable[Row]) -> list[str]:
    """The columns that any row has, those of mappings with a dot."""
    return list(dict.fromkeys(name for row in rows for name in _columns(row.values, "")))


def _columns(values: Mapping[str, Any], before: str) -> Iterator[str]:
    for key, value in values.items():
        yield before + key
        if isinstance(value, Mapping):
            yield from _columns(value, f"{before}{key}.")


@lru_cache(maxsize=4096)
def _alike(name: str) -> str:
    return re.sub(r"[\s_]+", "_", name.strip()).casefold()


def _of_yaml(path: Path, name: str) -> list[Row]:
    text = Original(name, path.parent, "yaml", read_text(path, name))
    data = text.data()
    if not isinstance(data, list):
        message = "data ditulis sebagai daftar: setiap Keputusan satu butir yang diawali tanda -"
        raise InputError(Complaint((), message, line=1, column=1)) if data else InputError(Complaint((), EMPTY))
    lines = {place.path[0]: place.key[0] for place in reversed(list(yaml.places(text.text))) if place.path}
    return [_row(at + 1, name, lines.get(at), values) for at, values in enumerate(data)]


def _of_jsonl(path: Path, name: str) -> list[Row]:
    rows: list[Row] = []
    for line, text in enumerate(read_text(path, name).split("\n"), start=1):
        if not text.strip():
            continue
        try:
            rows.append(_row(len(rows) + 1, name, line, json.read(text)))
        except InputError as error:
            faults = tuple(replace(fault, file=name, line=line) for fault in error.complaints)
            rows.append(Row(len(rows) + 1, name, line, {}, faults))
    return rows


def _row(number: int, file: str, line: int | None, values: Any) -> Row:
    if isinstance(values, dict):
        return Row(number, file, line, values)
    fault = Complaint((), "harus berisi kolom dan isi (kolom: isi)", shown(values), file, line)
    return Row(number, file, line, {}, (fault,))


def _of_csv(path: Path, name: str) -> list[Row]:
    text = read_text(path, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    return _of_table(_records(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)), name)


def _records(reader: Any) -> Iterator[Record]:
    while True:
        line = reader.line_num + 1
        try:
            yield Record(line, next(reader))
        except StopIteration:
            return
        except csv.Error:
            message = "tanda kutip ganda di baris ini tidak berpasangan; di dalam isi tulis dua kali"
            raise InputError(Complaint((), message, line=line)) from None


def _of_xlsx(path: Path, name: str) -> list[Row]:
    from kpu_docs.batching.workbook import letters, records

    title, lines = records(path, name)
    return [
        replace(row, lembar=title, cells={key: f"{letters(at)}{row.line}" for key, at in places.items()})
        for row, places in _of_lines(lines, name)
    ]


def _of_table(records: Iterable[Record], file: str) -> list[Row]:
    return [row for row, _ in _of_lines(records, file)]


def _of_lines(records: Iterable[Record], file: str) -> list[tuple[Row, dict[str, int]]]:
    """The rows of a table, each with the positions of its columns from 1."""
    written = (record for record in records if record.faults or any(cell.strip() for cell in record.cells))
    head = next(written, None)
    if head is None:
        return []
    names = [" ".join(cell.split()) for cell in head.cells]
    _refuse_equal(names, head.line)
    places = {name: at for at, name in enumerate(names, start=1) if name}
    return [(_of_record(at, record, names, file), places) for at, record in enumerate(written, start=1)]


def _of_record(number: int, record: Record, names: Sequence[str], file: str) -> Row:
    cells = [cell.strip() for cell in record.cells]
    faults = list(record.faults)
    if any(cells[len(names) :]) or any(cell for name, cell in zip(names, cells, strict=False) if not name):
        faults.append("ada isi di luar kolom yang berjudul; periksa tanda pemisah dan tanda kutip, atau beri judul")
    elif len(cells) < len(names):
        faults.append(f"hanya {len(cells)} isi, padahal ada {len(names)} kolom; periksa tanda pemisah dan tanda kutip")
    values = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    return Row(number, file, record.line, values, tuple(Complaint((), one, None, file, record.line) for one in faults))


def _refuse_equal(names: Sequence[str], line: int) -> None:
    seen: set[str] = set()
    for name in filter(None, names):
        if _alike(name) in seen:
            raise InputError(Complaint((), f"judul kolom {name} ditulis dua kali; ganti salah satunya", line=line))
        seen.add(_alike(name))


_READERS: Mapping[str, Callable[[Path, str], list[Row]]] = {
    ".xlsx": _of_xlsx,
    ".csv": _of_csv,
    ".yaml": _of_yaml,
    ".yml": _of_yaml,
    ".jsonl": _of_jsonl,
}
