"""Every text of a decree with its path in the data: what rules read, and what a reader may look for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from kpu_docs.complaints import DataPath
from kpu_docs.model import Keputusan

UNPRINTED = frozenset(
    {"versi", "tata_naskah", "kode", "kunci", "berkas", "kelompok", "subjumlah", "jumlah_dari", "abaikan"}
)
"""Keys whose texts name something else and are not printed themselves."""


class Teks(NamedTuple):
    """A text as it is written in the data, inline markup included, and its path."""

    path: DataPath
    text: str


def texts(keputusan: Keputusan, below: DataPath = ()) -> Iterator[Teks]:
    """The texts of a decree that are printed, in the order of its data; choices and keys are left out.

    What comes from the office's file (`kantor`) and the name of the body (`satker`) come first. `below` is the part
    of the data to be read: all of it unless given, none where nothing stands there.
    """
    yield from _walk(_node(keputusan, below), below)


def text_at(keputusan: Keputusan, path: DataPath) -> str:
    """The text at a path; empty where no text stands there."""
    node = _node(keputusan, path)
    return node if isinstance(node, str) else ""


def _node(keputusan: Keputusan, path: DataPath) -> Any:
    """What stands at a path, None where nothing does."""
    node: Any = keputusan
    for step in path:
        try:
            node = getattr(node, str(step)) if isinstance(node, BaseModel) else node[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            return None
    return node


def _walk(node: Any, path: DataPath) -> Iterator[Teks]:
    if isinstance(node, str):
        if node:
            yield Teks(path, node)
    elif isinstance(node, BaseModel):
        for key in _printed(type(node)):
            yield from _walk(getattr(node, key), (*path, key))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, (*path, key))
    elif isinstance(node, tuple):
        for at, value in enumerate(node):
            yield from _walk(value, (*path, at))


@cache
def _printed(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        name for name, field in model.model_fields.items() if name not in UNPRINTED and not _choice(field.annotation)
    )


def _choice(annotation: Any) -> bool:
    """Whether a field holds one of a few given words."""
    if get_origin(annotation) in (Union, UnionType):
        return any(_choice(part) for part in get_args(annotation))
    return get_origin(annotation) is Literal
