"""Annexes whose rows stand on a sheet: `rencana_kerja: rencana.xlsx#Rencana`.

The sheet may be left out if the book has one that is visible. In a decree that is itself a workbook `#Rencana` is a
sheet of that book. Of a `tabel` also the rows alone may stand on a sheet (`baris: daftar.xlsx#Daftar`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_docs.complaints import Complaint, DataPath, InputError
from kpu_docs.fields import as_tuple
from kpu_docs.inputs.files import LIMIT
from kpu_docs.inputs.source import Found, Source

if TYPE_CHECKING:
    from kpu_docs.inputs.xlsx import Annex

_BOOK = re.compile(r"(?P<file>.*?\.(?:xlsx|xlsm|xlsb|xls|ods))?(?:#(?P<sheet>.+))?", re.IGNORECASE)
_ROWS = "baris"


class _Named(NamedTuple):
    """A sheet that the data name: where, for which kind of annex, and how."""

    path: DataPath
    kind: str
    text: str


@dataclass(frozen=True)
class OnSheet:
    """Data that were read from a sheet. `content` is the workbook; a cell is looked up by reading the sheet again."""

    prefix: DataPath
    kind: str
    file: str
    content: bytes
    lembar: str

    def find(self, paths: Sequence[DataPath]) -> list[Found]:
        """The cells of these paths; what has none of its own stands in the cell of the piece around it."""
        from kpu_docs.inputs.xlsx import read_annex

        places = read_annex(self.content, self.file, self.lembar, self.kind).places
        found = []
        for path in paths:
            inner = path[len(self.prefix) :]
            known = next((inner[:size] for size in range(len(inner), -1, -1) if inner[:size] in places), ())
            found.append(Found(self.file, path, None, None, self.lembar, places.get(known, "")))
        return found


class Sheets(NamedTuple):
    """Data with the rows of the sheets they name, their source with the places of these; the sheets that could not be
    read, by path, and what is wrong with cells of the others.
    """

    data: dict[str, Any]
    source: Source
    unread: dict[DataPath, InputError]
    wrong: tuple[Complaint, ...]


def with_sheets(data: dict[str, Any], source: Source) -> Sheets:
    """Read the sheets that data name."""
    unread: dict[DataPath, InputError] = {}
    parts: list[OnSheet] = []
    notes: list[Complaint] = []
    wrong: list[Complaint] = []
    for named in _named(data):
        try:
            part, read = _read(named, source)
        except InputError as error:
            unread[named.path] = error
            continue
        data = replaced(data, named.path, read.data)
        parts.append(part)
        notes += read.notes
        wrong += (replace(one, path=named.path) for one in read.errors)
    return Sheets(data, replace(source, catatan=(*source.catatan, *notes), parts=tuple(parts)), unread, tuple(wrong))


def _named(data: Mapping[str, Any]) -> Iterator[_Named]:
    if not any(isinstance(annex, Mapping) for annex in as_tuple(data.get("lampiran"))):
        return
    from kpu_docs.lampiran import KINDS

    for at, annex in enumerate(as_tuple(data["lampiran"])):
        for kind in KINDS if isinstance(annex, Mapping) else ():
            value, path = annex.get(kind), ("lampiran", at, kind)
            if isinstance(value, str) and names_a_sheet(value):
                yield _Named(path, kind, value)
            elif isinstance(value, Mapping) and isinstance(value.get(_ROWS), str) and names_a_sheet(value[_ROWS]):
                yield _Named((*path, _ROWS), f"{kind}.{_ROWS}", value[_ROWS])


def names_a_sheet(text: str) -> bool:
    """Whether a text is the name of a workbook, of a sheet (`#Rencana`), or of both."""
    found = _BOOK.fullmatch(text.strip())
    return bool(text.strip()) and found is not None


def _read(named: _Named, source: Source) -> tuple[OnSheet, Annex]:
    from kpu_docs.inputs.xlsx import READERS, read_annex
    from kpu_docs.inputs.xlsx.decree import Workbook

    if named.kind not in READERS:
        message = f"lampiran {named.kind} belum dapat dibaca dari lembar Excel; tulis isinya di sini"
        raise source.located([(named.path, message, named.text)])
    found = _BOOK.fullmatch(named.text.strip())
    assert found is not None, "_named"
    name, sheet = found["file"], (found["sheet"] or "").strip()
    if name:
        content = source.read_beside(name, named.path, LIMIT)
        file = os.path.normpath(source.base / name) if source.base else name
    else:
        book = source.decree
        if not isinstance(book, Workbook):
            message = "sebutkan berkasnya, misalnya rencana.xlsx#Rencana"
            raise source.located([(named.path, message, named.text)])
        content, file = book.content, book.file
    try:
        read = read_annex(content, file, sheet, named.kind)
    except InputError as error:
        raise _with_place(error, named, source) from None
    return OnSheet(named.path, named.kind, file, content, read.lembar), read


def _with_place(error: InputError, named: _Named, source: Source) -> InputError:
    """A complaint about the book as a whole stands where the book is named; one about a cell has its path."""
    return InputError(
        *(
            replace(one, path=named.path)
            if one.lembar
            else source.located([(named.path, one.message, named.text)]).complaints[0]
            for one in error.complaints
        )
    )


def replaced(node: Any, path: DataPath, new: Any) -> Any:
    """Data with another value at a path; a single annex may stand where a list of them could."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int) and isinstance(node, Mapping):
        return replaced(node, rest, new)
    if isinstance(node, Mapping):
        return {**node, step: replaced(node[step], rest, new)}
    assert isinstance(step, int)
    return [*node[:step], replaced(node[step], rest, new), *node[step + 1 :]]
