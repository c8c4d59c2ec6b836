"""References of a text to its own parts: `[[sasaran]]` is printed as the number of the part with that `kunci`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kpu_docs.blocks import Asal, Run, Runs
from kpu_docs.fields import Data, Fault, OptionalLine

_REFERENCE = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_KEY = re.compile(r"[a-z0-9_-]+")


def _plain(key: str) -> str:
    if key and not _KEY.fullmatch(key):
        raise PydanticCustomError("kunci", "hanya boleh berisi huruf kecil, angka, - dan _")
    return key


Kunci = Annotated[OptionalLine, AfterValidator(_plain)]
"""The name of a part. Without capitals and stars: a heading in capitals and markup must not hide a reference to it."""


def complaints(data: Data, known: Mapping[str, str], unprinted: frozenset[str]) -> Iterator[Fault]:
    """Every reference in the texts of the data that leads nowhere; `unprinted` fields are not looked at."""
    for path, text in _texts(data, (), unprinted):
        for match in _REFERENCE.finditer(text):
            if _key(match) not in known:
                there = ", ".join(known) or "belum satu pun"
                yield path, f"tidak ada bagian dengan `kunci` ini; yang ada: {there}", match[0]


def _texts(data: Any, path: Asal, unprinted: frozenset[str]) -> Iterator[tuple[Asal, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, tuple):
        for at, one in enumerate(data):
            yield from _texts(one, (*path, at), unprinted)
    elif isinstance(data, Data):
        for name in type(data).model_fields:
            if name not in unprinted:
                yield from _texts(getattr(data, name), (*path, name), unprinted)


def resolved(piece: Any, numbers: Mapping[str, str]) -> Any:
    """A block, or a tuple of them, with every reference replaced by the number it leads to."""
    if isinstance(piece, tuple):
        if any(isinstance(one, Run) for one in piece):
            return tuple(part for run in piece for part in _split(run, numbers))
        return tuple(resolved(one, numbers) for one in piece)
    if not is_dataclass(piece) or isinstance(piece, type):
        return piece
    held = {field.name: getattr(piece, field.name) for field in fields(piece) if field.name != "asal"}
    return replace(piece, **{name: resolved(part, numbers) for name, part in held.items() if isinstance(part, tuple)})


def _split(run: Run, numbers: Mapping[str, str]) -> Runs:
    """What is typed before, between and after the references of a run, and the numbers in their places."""
    found: list[Run] = []
    at = 0
    for match in _REFERENCE.finditer(run.text):
        found.append(_part(run, at, match.start()))
        found.append(replace(run, text=numbers[_key(match)], at=None))
        at = match.end()
    found.append(_part(run, at, len(run.text)))
    return tuple(part for part in found if part.text)


def _key(match: re.Match[str]) -> str:
    return match[1].strip().lower()


def _part(run: Run, start: int, end: int) -> Run:
    return replace(run, text=run.text[start:end], at=None if run.at is None else run.at + start)
