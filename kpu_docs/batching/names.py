"""The names of the files of a batch: safe on Windows, never twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from kpu_docs.batching.pattern import broken_name, in_words, inserted, names_in, unknown_column
from kpu_docs.batching.rows import Row, columns, has, value_of
from kpu_docs.complaints import Complaint, InputError

LONGEST = 120
"""How many letters of a name are kept; and as many bytes at most as a file system takes with room for an ending."""

NUMBER = "baris"
"""What a name pattern calls the number of the row, unless a column is called so."""

_UNSAFE = re.compile(r'[<>:"/\\|?*\s\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)", re.IGNORECASE)


def file_names(wanted: str | None, rows: Sequence[Row], decrees: Sequence[Mapping[str, Any]]) -> list[str]:
    """A name without ending for each row, from a pattern like `{{ nomor }}-{{ desa }}`: names of columns, of parts of
    the decree (`nomor`, `tentang`), or `baris`, the number of the row. Of equal names the later ones get a number.

    Raises:
        InputError: the pattern names a column that no row has.
    """
    if wanted is not None:
        _refuse_unknown(wanted, rows, decrees)
    plain = []
    for row, decree in zip(rows, decrees, strict=True):
        number = str(row.number).zfill(len(str(len(rows))))
        plain.append(f"{number}-{_short(row, decree)}" if wanted is None else _filled(wanted, number, row, decree))
    return unique(plain)


def unique(texts: Sequence[str]) -> list[str]:
    """The texts as file names that every system takes and takes for different."""
    taken: set[str] = set()
    return [_free(safe(text), taken) for text in texts]


def safe(text: str) -> str:
    """The text as a file name that every system takes."""
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text).strip())
    name = "".join(sign for sign in name if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn"))
    name = _cut(re.sub("-{2,}", "-", name).lstrip(".-"), LONGEST).rstrip(".-") or "tanpa-nama"
    return _RESERVED.sub(lambda match: f"{match[0]}_", name, count=1) if _RESERVED.match(name) else name


def _cut(name: str, most: int) -> str:
    return name[:most].encode()[: most + most // 2].decode(errors="ignore")


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while _alike(found) in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(_alike(found))
    return found


def _alike(name: str) -> str:
    """What names have in common that some system takes for the same: Windows compares capitals (\u0131 and i)."""
    return name.upper().casefold()


def _short(row: Row, decree: Mapping[str, Any]) -> str:
    """What a row is best known by: its office or region, else its first column."""
    satker = decree.get("satker")
    if isinstance(satker, Mapping):
        satker = next((satker[key] for key in ("desa", "kecamatan", "wilayah") if satker.get(key)), None)
    first = satker or next(iter(row.values.values()), "")
    return first if isinstance(first, str) else ""


def _filled(wanted: str, number: str, row: Row, decree: Mapping[str, Any]) -> str:
    def value(name: str) -> str:
        for values in (row.values, {NUMBER: number}, decree):
            try:
                return in_words(value_of(values, name), name)
            except (KeyError, TypeError):
                continue
        return ""

    return inserted(wanted, value)


def _refuse_unknown(wanted: str, rows: Sequence[Row], decrees: Sequence[Mapping[str, Any]]) -> None:
    if fault := broken_name(wanted):
        raise InputError(Complaint(("nama",), fault, wanted))
    every = [*(row.values for row in rows), *decrees, {NUMBER: ""}]
    for name in names_in(wanted):
        if not any(has(values, name) for values in every):
            raise InputError(Complaint(("nama",), unknown_column(name, columns(rows)), wanted))
