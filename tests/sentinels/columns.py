"""The columns of an annex `tabel` as they are written: their keys, and what kind of value stands in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.sentinels import table
from tests.sentinels.table import Raw

Steps = tuple[str, ...]


def slug(heading: str) -> str:
    """The key of a column without `kunci`."""
    return re.sub(r"[\W_]+", "_", heading.lower()).strip("_")


def is_column(path: Steps) -> bool:
    """Whether this is a column of an annex `tabel`."""
    return re.fullmatch(r"lampiran\.(\d+\.)?tabel(\.kolom\.\d+)+", ".".join(path)) is not None


def kinds_of_cells(source: Raw) -> Iterator[tuple[str, str]]:
    """What stands in the cells of the annexes `tabel`, by path."""
    several = isinstance(source.get("lampiran"), list)
    for at, annex in enumerate(table.annexes(source)):
        if "tabel" not in annex:
            continue
        content = annex["tabel"]
        place = f"lampiran.{at}.tabel" if several else "lampiran.tabel"
        columns = list(_columns(content["kolom"]))
        groups = content.get("kelompok", [])
        groups = [groups] if isinstance(groups, str) else groups
        by_key = {column["kunci"]: _kind(column) for column in columns} | dict.fromkeys(groups, "sama")
        listed = [column for column in columns if "jumlah_dari" not in column]
        for key in ("baris", "subjumlah_tertulis"):
            for n, row in enumerate(content.get(key, [])):
                filled = columns if len(row) == len(columns) else listed
                cells = row.items() if isinstance(row, dict) else enumerate(row)
                for step, _ in cells:
                    kind = by_key[step] if isinstance(step, str) else _kind(filled[step])
                    yield f"{place}.{key}.{n}.{step}", kind
        total = content.get("jumlah")
        for step in total if isinstance(total, dict) else ():
            yield f"{place}.jumlah.{step}", by_key.get(step, "teks")


def _columns(columns: list[Any]) -> Iterator[Raw]:
    for column in columns:
        if isinstance(column, str):
            yield {"kunci": slug(column)}
        elif "kolom" in column:
            yield from _columns(column["kolom"])
        else:
            yield {"kunci": slug(column["judul"])} | column


def _kind(column: Raw) -> str:
    if column.get("gabung") == "ya":
        return "sama"
    usual = "angka" if "jumlah_dari" in column else "teks"
    kind = str(column.get("jenis", usual))
    return "tetap" if kind == "ya_tidak" else kind
