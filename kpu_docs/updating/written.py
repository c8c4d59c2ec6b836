"""Paths of a decree in the data as they are written: whether something stands there, and how it is put there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.editing import Put
from kpu_docs.inputs.places import written
from kpu_docs.model import Keputusan
from kpu_docs.texts import text_at

_SHORT = ("teks", "kegiatan", "sub_kegiatan", "nama", "judul", "jabatan")
"""What a text is that stands where several keys could."""

_DETAIL = "rincian"


def at(data: Any, path: DataPath) -> Any:
    """What stands at a path of data."""
    for step in path:
        data = data[step]
    return data


def spelt(data: Any, path: DataPath) -> DataPath:
    """As `written`; a detail line is written as its name with its text, in a list or in one mapping."""
    if _DETAIL not in path:
        return written(data, path)
    end = len(path) - path[::-1].index(_DETAIL)
    above, rest = written(data, path[:end]), path[end:]
    held = at(data, above)
    if above[-1:] != (_DETAIL,) or not rest or not isinstance(rest[0], int):
        return written(data, path)
    if isinstance(held, Mapping):
        names = [*held]
        return (*above, names[rest[0]]) if rest[0] < len(names) else above
    line = held[rest[0]] if rest[0] < len(held) else None
    if rest[1:] == ("isi",) and isinstance(line, Mapping) and len(line) == 1:
        return (*above, rest[0], next(iter(line)))
    return written(data, path)


def stands(keputusan: Keputusan, data: Any, path: DataPath) -> bool:
    """Whether a value of the decree is written in these data, at `spelt(data, path)`."""
    found = spelt(data, path)
    if not found:
        return False
    node = at(data, found)
    if found[-1] == path[-1]:
        return True
    if path[-1] == "nama" and _DETAIL in path:
        return False
    text = text_at(keputusan, path)
    return isinstance(node, str) and bool(text) and node.split() == text.split()


def put(keputusan: Keputusan, data: Any, path: DataPath, value: Any) -> Put:
    """The edit by which a path of the decree has that value, whatever is written there now."""
    if stands(keputusan, data, path):
        return Put(spelt(data, path), value)
    above, key = path[:-1], path[-1]
    found = spelt(data, above)
    if above and isinstance(above[-1], str) and found[-1:] != above[-1:]:
        return put(keputusan, data, above, {key: value})
    node = at(data, found)
    if isinstance(node, Mapping):
        return Put((*found, key), value)
    if isinstance(node, str) and node:
        short = next((one for one in _SHORT if text_at(keputusan, (*above, one)).split() == node.split()), _SHORT[0])
        return Put(found, {short: node, key: value})
    return Put(found, {key: value})
