"""The files that the old decree needs beside it, taken along: those of its office, annexes on sheets, pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kpu_docs import tata_naskah
from kpu_docs.complaints import DataPath, InputError
from kpu_docs.inputs.annexes import OnSheet
from kpu_docs.inputs.files import LIMIT
from kpu_docs.inputs.source import OFFICE, RULES, Original, office_of
from kpu_docs.tahun.lama import Lama


class _Named(NamedTuple):
    """A file that the data name: its name there, the place that names it, and the folder that the name is read from."""

    name: str
    path: DataPath
    folder: Path


def ikut(lama: Lama, folder: Path) -> tuple[dict[Path, bytes], tuple[str, ...]]:
    """What is to be written into the new folder beside the decree, and what is said of it.

    A file that the new folder finds where it lies, in itself or above, is left there.
    """
    new = Path(os.path.abspath(folder))  # it need not be there yet
    targets: dict[Path, bytes] = {}
    told: list[str] = []
    copied = "kantor" in lama.data
    for own in _kantor(lama):
        name = Path(own.file).name
        if _sama(new.parent / name, Path(own.file)):
            told.append(f"dipakai dari folder di atasnya: {name}")
        else:
            targets[folder / name] = Path(own.file).read_bytes()
            told.append(f"ikut: {name}")
            copied = copied or name == OFFICE
    for one in dict.fromkeys([*_disebut(lama), *(_lambang(lama) if copied else ())]):
        target = folder / one.name
        if target in targets or _sama(Path(os.path.normpath(new / one.name)), one.folder / one.name):
            continue
        try:
            content = lama.source.read_beside(one.name, one.path, LIMIT)
        except InputError as error:
            told.append(f"tidak ikut: {error}")
            continue
        if os.path.isabs(one.name) or os.pardir in Path(one.name).parts:
            told.append(f"tidak ikut, karena di luar folder: {one.name}; salin, lalu ubah namanya di keputusan.yaml")
        else:
            targets[target] = content
            told.append(f"ikut: {one.name}")
    return targets, tuple(told)


def _kantor(lama: Lama) -> Iterator[Original]:
    """The files of the office that were read."""
    base = lama.source.base
    rules = office_of(base, RULES) if base and "peraturan" not in lama.data else None
    yield from (one for one in (lama.source.office, rules) if one)


def _disebut(lama: Lama) -> Iterator[_Named]:
    """The files that the decree names."""
    base = lama.source.base or Path()
    for part in lama.source.parts:
        if isinstance(part, OnSheet):
            yield _Named(os.path.relpath(part.file, base), part.prefix, base)
    for path, name in _gambar(lama.data.get("lampiran"), ("lampiran",)):
        yield _Named(name, path, base)


def _lambang(lama: Lama) -> Iterator[_Named]:
    """The emblem that the office names."""
    name = tata_naskah.of(lama.keputusan).kop.lambang
    home = lama.source.office.folder if lama.source.office else lama.source.base
    if name and home:
        yield _Named(name, ("kantor", "tata_naskah", "kop", "lambang"), home)


def _gambar(node: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    steps = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for step, one in steps:
        if step == "berkas" and isinstance(one, str):
            yield (*path, step), one
        else:
            yield from _gambar(one, (*path, step))


def _sama(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
