"""A whole decree in one workbook.

The sheet "Keputusan" has two columns, key and content, below a first row `kunci | isi`; columns right of them are for
hints and not read. The keys are those of YAML; a part of a part is written with a point:

    kunci                      isi
    satker                     kota-mojokerto
    tentang                    Rencana Kerja Tahun 2026
    menimbang                  bahwa arsip perlu ditata;
                               bahwa berdasarkan pertimbangan ...;
    mengingat                  Undang-Undang Nomor 43 Tahun 2009 ...;
    diktum                     Menetapkan Rencana Kerja ...
    diktum                     Tim bertugas:
    diktum.daftar              menyiapkan penataan; dan
    diktum.daftar              melaporkan hasilnya.
    ditetapkan.pada            26 Januari 2026
    lampiran.judul             Rencana Kerja Tahun 2026
    lampiran.rencana_kerja     #Rencana

- Of a list (`menimbang`, `diktum`, `tembusan` ...) a key written again, or left empty below, begins the next item.
- `diktum.daftar` belongs to the diktum above it. `rincian` is written `Nama: isi`.
- A part of a list of parts that is written again begins the next one: a second `lampiran.judul` is the second annex, a
  second sheet as well. The title of an annex stands above its sheet.
- `#Rencana` is the sheet "Rencana" of this book; a sheet of another is `rencana.xlsx#Rencana`.

A key with nothing beside it is not given. The office's `kantor.toml` is read as for YAML.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpu_docs.complaints import DataPath, InputError
from kpu_docs.inputs.files import LIMIT, read_bytes
from kpu_docs.inputs.places import written
from kpu_docs.inputs.source import Found
from kpu_docs.inputs.xlsx.book import Book
from kpu_docs.inputs.xlsx.sheet import Sheet
from kpu_docs.lampiran import KINDS

SHEET = "Keputusan"

LISTS = frozenset(
    {
        *(
            "menimbang",
            "mengingat",
            "memperhatikan",
            "diktum",
            "tembusan",
            "lampiran",
            "mengubah",
            "mencabut",
            "pejabat",
        ),
        *("daftar", "rincian", "berbunyi", "baris", "alamat"),
    }
)
"""Keys of which there may be several."""

_TITLE = "judul"
_TWICE = "kunci {key} ditulis dua kali; yang pertama di sel {cell}"
_BARE = "isi ini tanpa kunci; tulis kuncinya di kolom pertama"
_ONE = "{key} hanya satu; hapus sel ini, atau gabungkan dengan sel di atasnya"
_DETAIL = "rincian ditulis `nama: isi`"
_INSIDE = "{key} sudah berisi teks, jadi tidak dapat berisi bagian"


@dataclass(frozen=True)
class Workbook:
    """A decree that is a workbook: what complaints call its file, the folder it lies in, its content."""

    file: str
    folder: Path
    content: bytes

    def data(self) -> dict[str, Any]:
        """Its data.

        Raises:
            InputError: it is no workbook, has no sheet "Keputusan", or that sheet cannot be understood.
        """
        return self._read().data

    def find(self, paths: Sequence[DataPath], data: Any) -> list[Found]:
        """The cells in which these paths stand."""
        rows = self._read()
        found = []
        for path in (written(data, path) for path in paths):
            known = next((path[:size] for size in range(len(path), -1, -1) if path[:size] in rows.places), ())
            key, text = rows.places.get(known, ("A1", "A1"))
            found.append(Found(self.file, path, None, None, rows.sheet.name, text if known == path else key, key))
        return found

    def _read(self) -> _Rows:
        rows = _Rows(Book(self.content, self.file).sheet(SHEET))
        rows.read()
        if rows.sheet.errors:
            raise InputError(*rows.sheet.errors)
        return rows


def workbook(path: Path) -> Workbook:
    """A workbook, its content read.

    Raises:
        InputError: there is no such file.
    """
    name = os.path.normpath(path)
    return Workbook(name, path.parent, read_bytes(path, name, LIMIT))


class _Rows:
    """The rows of the sheet, put together to data; `places` are the cells of key and content by path."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.data: dict[str, Any] = {}
        self.places: dict[DataPath, tuple[str, str]] = {}

    def read(self) -> None:
        """Read every row. What is wrong gathers in ``sheet.errors``."""
        sheet, key = self.sheet, ""
        if sheet.width == 0:
            raise sheet.refuse("lembar ini kosong; kolom pertama berisi kunci, kolom kedua isinya")
        headed = sheet.peek(0, 0).lower() == "kunci"
        for row in range(headed, sheet.height):
            new, text = _key(sheet.text(row, 0)), sheet.text(row, 1) if sheet.width > 1 else ""
            if not headed:
                for column in sheet.filled_in(row):
                    if column > 1:
                        sheet.wrong(row, column, "hanya dua kolom yang dibaca; beri judul `kunci` dan `isi` di baris 1")
            again = not new or not sheet.own(row, 0)
            key = key if again else new
            if text and not key:
                sheet.wrong(row, 1, _BARE, text)
            elif text:
                self._put(row, key, text, again=again)

    def _put(self, row: int, key: str, text: str, *, again: bool) -> None:
        *outer, last = key.split(".")
        node, path = self._inside(row, outer, last)
        if node is None:
            return
        if last in LISTS:
            value = self._item(row, last, text)
            items = node.setdefault(last, [])
            items.append(value)
            self._place((*path, last), row)
            self._place((*path, last, len(items) - 1), row)
            if isinstance(value, dict):
                self._place((*path, last, len(items) - 1, next(iter(value))), row)
        elif last in node:
            cell = self.places[(*path, last)][0]
            self.sheet.wrong(row, 1 if again else 0, (_ONE if again else _TWICE).format(key=key, cell=cell))
        else:
            node[last] = text
            self._place((*path, last), row)

    def _inside(self, row: int, outer: list[str], last: str) -> tuple[dict[str, Any] | None, DataPath]:
        """The mapping in which a key with points is written, and its path."""
        node: dict[str, Any] = self.data
        path: DataPath = ()
        for at, key in enumerate(outer):
            below = outer[at + 1] if at + 1 < len(outer) else last
            if key in LISTS:
                items = node.setdefault(key, [])
                path = (*path, key)
                self._place(path, row)
                if not items or (isinstance(items[-1], dict) and _begins_another(below, items[-1])):
                    items.append({})
                elif isinstance(items[-1], str):
                    items[-1] = {"teks": items[-1]}
                    self.places[(*path, len(items) - 1, "teks")] = self.places[(*path, len(items) - 1)]
                node, path = items[-1], (*path, len(items) - 1)
            else:
                inner = node.setdefault(key, {})
                if not isinstance(inner, dict):
                    self.sheet.wrong(row, 0, _INSIDE.format(key=key))
                    return None, ()
                node, path = inner, (*path, key)
            self._place(path, row)
        return node, path

    def _item(self, row: int, key: str, text: str) -> Any:
        if key != "rincian":
            return text
        name, colon, said = text.partition(":")
        if not colon:
            self.sheet.wrong(row, 1, _DETAIL, text)
        return {name.strip(): said.strip()}

    def _place(self, path: DataPath, row: int) -> None:
        text = self.sheet.address(row, min(1, self.sheet.width - 1))
        self.places.setdefault(path, (self.sheet.address(row, 0), text))


def _begins_another(key: str, item: dict[str, Any]) -> bool:
    """Whether a key begins another item of a list: it is there already, or the annex above has its rows."""
    return (key not in LISTS and key in item) or (key in (_TITLE, *KINDS) and bool(KINDS.keys() & item.keys()))


def _key(text: str) -> str:
    """A key as it is written in YAML: small letters, no blanks."""
    parts = text.lower().replace("\\*", "*").rstrip(":").split(".")
    return ".".join("_".join(part.split()) for part in parts)
