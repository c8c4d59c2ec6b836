"""TOML, the form of `kantor.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from kpu_docs.complaints import Complaint, DataPath, InputError, shown
from kpu_docs.inputs.places import Place

DEEPEST = 200
"""Dots in a line: the time and memory that a key takes grow with the square of the tables it names."""

_KEY = r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\w-]+)"
_KEYS = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<keys>{_KEYS})\s*\]")
_PAIR = re.compile(rf"\s*(?P<keys>{_KEYS})\s*=\s*(?P<text>[^\s\[{{])?")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")

_MESSAGES = (
    ("Invalid value (at end", "isi belum ditulis, atau tanda [ atau { belum ditutup"),
    ("Invalid value", "isi tidak terbaca; teks harus diapit tanda kutip ganda"),
    ("Expected '='", "tanda = kurang sesudah kunci"),
    ("Cannot overwrite a value", "kunci ini sudah ditulis sebelumnya"),
    ("Duplicate inline table key", "kunci ini sudah ditulis sebelumnya"),
    ("Cannot declare", "tabel ini sudah ditulis sebelumnya"),
    ("Cannot mutate immutable", "bagian ini sudah ditulis dalam bentuk lain sebelumnya"),
    ("Unclosed array", "tanda [ belum ditutup dengan ]"),
    ("Unclosed inline table", "tanda { belum ditutup dengan }"),
    ("Unterminated string", "tanda kutip belum ditutup"),
    ("Illegal character '\\n'", "tanda kutip belum ditutup di baris ini"),
    ("Illegal character", "memuat tanda yang tidak terbaca; hapus tanda itu"),
    ("Expected newline or end of document", "masih ada teks sesudah isi; satu baris hanya memuat satu kunci"),
    ("Unescaped '\\'", "tanda \\ di dalam teks ditulis dua kali (\\\\), atau apit teks dengan tanda kutip tunggal"),
    ("Invalid hex value", "tanda \\ di dalam teks ditulis dua kali (\\\\), atau apit teks dengan tanda kutip tunggal"),
    ("Expected ']", "tanda ] kurang pada judul tabel"),
    ("Invalid date or datetime", "tanggal ini tidak ada"),
    ("Invalid initial character", "kunci hanya boleh memuat huruf, angka, - dan _"),
    ("Invalid statement", "baris ini tidak berbentuk kunci = isi"),
)
_FALLBACK = "tidak terbaca sebagai TOML; periksa tanda kutip, tanda =, dan tanda [ ] di sekitar sini"


def read(text: str) -> dict[str, Any]:
    """The data of a text.

    Raises:
        InputError: it is no TOML, or nested too deep.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > DEEPEST:
            raise InputError(Complaint((), "terlalu banyak titik di baris ini", shown(line), line=number, column=1))
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise InputError(_explained(str(error), text)) from None
    except RecursionError:
        raise InputError(Complaint((), "tersarang terlalu dalam")) from None


def _explained(said: str, text: str) -> Complaint:
    message = next((ours for words, ours in _MESSAGES if words in said), _FALLBACK)
    lines = text.split("\n")
    found = _PLACE.search(said)
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return Complaint((), message, shown(lines[line - 1]), line=line, column=column)


def places(text: str) -> Iterator[Place]:
    """The tables and keys of a text that `read` accepts, in its order; what stands inside a value is not looked at."""
    table: DataPath = ()
    rows: dict[DataPath, int] = {}
    quotes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        inside, quotes = quotes, _still_open(line, quotes)
        if inside:
            continue
        if header := _HEADER.match(line):
            table, here = (
                _table(_parts(header["keys"]), rows, header["open"] == "[["),
                (number, header.start("open") + 1),
            )
            yield Place(table, here, here)
        elif pair := _PAIR.match(line):
            column, text_column = pair.start("keys") + 1, pair.start("text") + 1
            yield Place((*table, *_parts(pair["keys"])), (number, column), (number, text_column or column))


def _still_open(line: str, quotes: str) -> str:
    """The triple quotes that are open at the end of a line, given those at its beginning."""
    for found in re.findall(r"\"{3}|'{3}", line):
        quotes = "" if quotes == found else quotes or found
    return quotes


def _parts(keys: str) -> DataPath:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, keys))


def _table(keys: DataPath, rows: dict[DataPath, int], new_row: bool) -> DataPath:
    """The path of a table: a table written in double brackets is a list, and its newest row is meant."""
    path: DataPath = ()
    for at, key in enumerate(keys, start=1):
        path = (*path, key)
        if new_row and at == len(keys):
            rows[path] = rows.get(path, -1) + 1
        if path in rows:
            path = (*path, rows[path])
    return path
