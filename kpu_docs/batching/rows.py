"""The rows of a batch, one for each decree, from .xlsx, .csv, .yaml or .jsonl."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

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


class Data(NamedTuple):
    """The rows of a file, and doubts about it that stop nothing."""

    rows: list[Row]
    notes: tuple[Complaint, ...] = ()


def read(path: Path) -> Data:
    """The data of a file.

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
        data = reader(path, name)
    except InputError as error:
        raise InputError(*(replace(one, file=one.file or name) for one in error.complaints)) from None
    if not data.rows:
        raise InputError(Complaint((), EMPTY, file=name))
    return data


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


def _of_yaml(path: Path, name: str) -> Data:
    text = Original(name, path.parent, "yaml", read_text(path, name, "yaml"))
    data = text.data()
    if not isinstance(data, list):
        message = "data ditulis sebagai daftar: setiap Keputusan satu butir yang diawali tanda -"
        raise InputError(Complaint((), message, line=1, column=1)) if data else InputError(Complaint((), EMPTY))
    lines = {place.path[0]: place.key[0] for place in reversed(list(yaml.places(text.text))) if place.path}
    return Data([_row(at + 1, name, lines.get(at), values) for at, values in enumerate(data)])


def _of_jsonl(path: Path, name: str) -> Data:
    rows: list[Row] = []
    for line, text in enumerate(read_text(path, name).split("\n"), start=1):
        if not text.strip():
            continue
        try:
            rows.append(_row(len(rows) + 1, name, line, json.read(text)))
        except InputError as error:
            faults = tuple(replace(fault, file=name, line=line) for fault in error.complaints)
            rows.append(Row(len(rows) + 1, name, line, {}, faults))
    return Data(rows)


def _row(number: int, file: str, line: int | None, values: Any) -> Row:
    if isinstance(values, dict):
        return Row(number, file, line, values)
    fault = Complaint((), "harus berisi kolom dan isi (kolom: isi)", shown(values), file, line)
    return Row(number, file, line, {}, (fault,))


def _of_csv(path: Path, name: str) -> Data:
    text = read_text(path, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    lines = _lines(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    line, head = next(lines, (1, []))
    names = [" ".join(cell.split()) for cell in head]
    refuse_equal(names, line)
    return Data([_of_line(at, name, line, names, cells) for at, (line, cells) in enumerate(lines, start=1)])


def _lines(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, with their numbers in the file."""
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            message = "tanda kutip ganda di baris ini tidak berpasangan; di dalam isi tulis dua kali"
            if "limit" in str(error):
                message = f"ada isi yang lebih panjang daripada {csv.field_size_limit()} huruf, atau {message}"
            raise InputError(Complaint((), message, line=line)) from None
        if any(cells):
            yield line, cells


def _of_line(number: int, file: str, line: int, names: Sequence[str], cells: Sequence[str]) -> Row:
    fault = ""
    if any(cells[len(names) :]) or any(cell for name, cell in zip(names, cells, strict=False) if not name):
        fault = "ada isi di luar kolom yang berjudul; periksa tanda pemisah dan tanda kutip, atau beri judul"
    elif len(cells) < len(names):
        fault = f"hanya {len(cells)} isi, padahal ada {len(names)} kolom; periksa tanda pemisah dan tanda kutip"
    values = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    return Row(number, file, line, values, (Complaint((), fault, None, file, line),) if fault else ())


def _of_xlsx(path: Path, name: str) -> Data:
    from kpu_docs.batching import workbook

    return Data(*workbook.rows(path, name))


def refuse_equal(names: Sequence[str], line: int | None = None, lembar: str = "") -> None:
    """Refuse columns that a pattern could not tell apart.

    Raises:
        InputError: with the first that is there a second time.
    """
    seen: set[str] = set()
    for name in filter(None, names):
        if _alike(name) in seen:
            message = f"judul kolom {name} ditulis dua kali; ganti salah satunya"
            raise InputError(Complaint((), message, line=line, lembar=lembar))
        seen.add(_alike(name))


_READERS: Mapping[str, Callable[[Path, str], Data]] = {
    ".xlsx": _of_xlsx,
    ".csv": _of_csv,
    ".yaml": _of_yaml,
    ".yml": _of_yaml,
    ".jsonl": _of_jsonl,
}
