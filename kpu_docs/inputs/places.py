"""Where in a text the pieces of its data stand; each format module of this package lists the places of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kpu_docs.complaints import Complaint, DataPath

Position = tuple[int, int]
"""Line and column, from 1."""

START: Position = (1, 1)

SECTION = "bagian"


class Place(NamedTuple):
    """A piece of the data: its path, where its key begins (in a list: itself), where its text begins, if it is one."""

    path: DataPath
    key: Position
    text: Position


def written(data: Any, path: DataPath) -> DataPath:
    """The part of a data path that stands in the data as they were written.

    Paths of the model go through the shape that short spellings are turned into (`menimbang`, 0, `isi`, 0, `teks`), so
    a step that the data do not have is left out. A text that stands where the model has a list of rows
    (`sub_kegiatan`) hides what stands beside it: a later step is then looked for there. A list of rows that stands for
    its only section (`bagian`, 0) has no step for that.
    """
    found: DataPath = ()
    node, above = data, None
    only_section = False
    for step in path:
        if only_section:
            only_section = False
            continue
        only_section = step == SECTION and isinstance(node, (list, tuple))
        if _has(node, step):
            above, node, found = node, node[step], (*found, step)
        elif isinstance(node, str) and isinstance(above, Mapping) and step in above:
            node, found = above[step], (*found[:-1], step)
    return found


def value_at(data: Any, path: DataPath) -> Any:
    """What stands at a data path in the data as they were written (see `written`)."""
    for step in written(data, path):
        data = data[step]
    return data


def _has(node: Any, step: str | int) -> bool:
    if isinstance(node, Mapping):
        return isinstance(step, str) and step in node
    return isinstance(node, (list, tuple)) and isinstance(step, int) and 0 <= step < len(node)


def repeated(places: Iterable[Place]) -> list[Complaint]:
    """A complaint for every key that is written a second time in the same mapping."""
    first: dict[DataPath, Position] = {}
    again: set[DataPath] = set()
    found = []
    for place in places:
        if place.path not in first:
            first[place.path] = place.key
        elif place.path[:-1] in again:
            again.add(place.path)
        else:
            again.add(place.path)
            line, column = place.key
            message = f"kunci {place.path[-1]} ditulis dua kali; yang pertama di baris {first[place.path][0]}"
            found.append(Complaint(place.path, message, line=line, column=column))
    return found
