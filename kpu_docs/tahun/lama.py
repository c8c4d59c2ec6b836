"""The old decree: a data file, or a document that is read into data."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs import load, yaml
from kpu_docs.inputs.annexes import replaced, with_sheets
from kpu_docs.inputs.editing import Edit, edited
from kpu_docs.inputs.places import written
from kpu_docs.inputs.source import Original, Source, source_of
from kpu_docs.inputs.spots import Meant, extents
from kpu_docs.model import Keputusan
from kpu_docs.reading import is_document, read
from kpu_docs.tahun.perubahan import Ubah


@dataclass(frozen=True)
class Lama:
    """The old decree, its data as they were written, its YAML text if it has one, and what was said of reading it.

    `data` of a document hold its office below `kantor`; the sheets of a workbook that is the decree are read into them.
    `catatan` is empty for data files.
    """

    keputusan: Keputusan
    data: dict[str, Any]
    yaml: Original | None
    catatan: str = ""

    @property
    def source(self) -> Source:
        """Where it came from."""
        return source_of(self.keputusan)


def dibaca(path: str | os.PathLike[str]) -> Lama:
    """Read an old decree.

    Raises:
        InputError: it cannot be read.
    """
    if is_document(path):
        data, report = read(path)
        return Lama(load(data, base=Path(path).parent), data, None, str(report))
    keputusan = load(path)
    source = source_of(keputusan)
    assert source.decree is not None, "a file"
    data = source.decree.data()
    if isinstance(source.decree, Original):
        return Lama(keputusan, data, source.decree if source.decree.kind == "yaml" else None)
    data = with_sheets(data, replace(source, parts=())).data
    return Lama(load(data, base=source.decree.folder), data, None)


@dataclass(frozen=True)
class Baru:
    """The new data, the YAML text that holds them where the old decree has one, and the changes that were not made."""

    data: dict[str, Any]
    teks: str | None
    gagal: tuple[Ubah, ...]


def diubah(lama: Lama, changes: Sequence[Ubah]) -> Baru:
    """The data with these changes. One that stands elsewhere (on a sheet, in the office's file) is not made, nor one
    whose spelling in the YAML cannot be followed.
    """
    mine = [one for one in changes if _tertulis(lama.data, one.path).split() == one.teks.split()]
    wanted: dict[DataPath, str] = {}
    for one in sorted(mine, key=lambda one: one.span, reverse=True):
        before = wanted.get(one.path, one.teks)
        wanted[one.path] = before[: one.span[0]] + one.menjadi + before[one.span[1] :]
    if lama.yaml:
        text = edited(lama.yaml.text, _edits(lama.keputusan, lama.yaml.text, mine))
        data = yaml.read(text)
    else:
        text, data = None, lama.data
        for path, said in wanted.items():
            data = replaced(data, written(lama.data, path), said)
    made = {path for path, said in wanted.items() if _tertulis(data, path).split() == said.split()}
    return Baru(data, text, tuple(one for one in changes if one.path not in made))


def _edits(keputusan: Keputusan, text: str, changes: Sequence[Ubah]) -> Iterator[Edit]:
    places = extents(keputusan, [Meant(one.path, one.teks, one.span) for one in changes])
    for one, place in zip(changes, places, strict=True):
        if place:
            start, end = place
            if not one.menjadi and text[start - 1] == " " and text[end : end + 1] in ("\n", "\r", ""):
                start -= 1  # no blank is left at the end of the line
            yield Edit(start, end, one.menjadi, one.path, one.span, one.teks)


def _tertulis(data: Any, path: DataPath) -> str:
    """The text at a path of the data as they were written, empty where none stands."""
    for step in written(data, path):
        data = data[step]
    return data if isinstance(data, str) else ""
