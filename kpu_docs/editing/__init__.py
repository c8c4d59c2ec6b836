"""Edits of the data in a YAML file, made in its text: comments and layout stay, what is not edited stays sign by sign.

    edited(text, [Put(("diktum", 0), "Membentuk Tim."), Add(("mengingat", 2), "..."), Cut(("tembusan", 1))])

All paths are those of the data as they are in the text. The text that comes out is read again: it must hold exactly
the data meant, or nothing is edited. Where the signs in the file that differ are known, `signs` replaces them.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from kpu_docs.complaints import DataPath, InputError
from kpu_docs.editing.spans import Nodes, Span, UnwritableError
from kpu_docs.inputs import yaml

__all__ = ["Add", "Cut", "Edit", "Put", "UnwritableError", "changed_lines", "edited", "encoded"]


@dataclass(frozen=True, slots=True)
class Put:
    """A value (texts, lists, mappings) where another one stands, or under a key that is not there yet."""

    path: DataPath
    value: Any


@dataclass(frozen=True, slots=True)
class Add:
    """A new item of a list, before the one that stands at this path now; at the end where none does.

    `moved` is the path of an item of the same list that is spelt as it stands there.
    """

    path: DataPath
    value: Any
    moved: DataPath | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """An item or a key that goes."""

    path: DataPath


Edit = Put | Add | Cut


def edited(text: str, edits: Sequence[Edit], order: Sequence[str] = ()) -> str:
    """The text with these edits. New keys at the top stand behind those that come before them in `order`.

    Raises:
        UnwritableError: the text is spelt in a way that cannot be edited so that it says what is meant.
    """
    meant = _applied(yaml.read(text), (), edits)
    nodes = Nodes(text, order)
    for whole in (False, True):
        spans = [span for edit in edits for span in _spans(nodes, edit, whole)]
        tried = _replaced(text, spans, "\r\n" if "\r\n" in text else "\n")
        if _reads_as(tried, meant):
            return tried
    raise UnwritableError(edits[0].path)


def encoded(text: str, file: Path) -> bytes:
    """The edited text of a file as bytes, with a byte order mark if the file has one."""
    return text.encode("utf-8-sig" if file.read_bytes().startswith(BOM_UTF8) else "utf-8")


def changed_lines(before: str, after: str) -> tuple[str, ...]:
    """The lines that differ between two texts, as a unified diff for a clerk."""
    return tuple(unified_diff(before.splitlines(), after.splitlines(), "sebelum", "sesudah", n=0, lineterm=""))


def _applied(node: Any, path: DataPath, edits: Sequence[Edit]) -> Any:
    """What stands at a path of the data, with these edits."""
    inside = [edit for edit in edits if edit.path[: len(path)] == path]
    put = [edit for edit in inside if edit.path == path and isinstance(edit, Put)]
    if put:
        return put[-1].value
    if not inside:
        return node
    gone = {edit.path for edit in inside if isinstance(edit, Cut)}
    here = len(path) + 1
    if isinstance(node, Mapping):
        kept = {key: _applied(part, (*path, key), inside) for key, part in node.items() if (*path, key) not in gone}
        new = {edit.path[-1]: edit.value for edit in inside if isinstance(edit, Put) and len(edit.path) == here}
        return kept | {key: value for key, value in new.items() if key not in node}
    if not isinstance(node, list):
        raise UnwritableError(path)
    found = []
    for at in range(len(node) + 1):
        found += [edit.value for edit in inside if isinstance(edit, Add) and edit.path == (*path, at)]
        if at < len(node) and (*path, at) not in gone:
            below = [edit for edit in inside if not isinstance(edit, Add) or len(edit.path) > here]
            found.append(_applied(node[at], (*path, at), below))
    return found


def _spans(nodes: Nodes, edit: Edit, whole: bool) -> list[Span]:
    if isinstance(edit, Cut):
        return [nodes.cut(edit.path)]
    if isinstance(edit, Add):
        return [nodes.add(edit.path, edit.value, edit.moved)]
    return nodes.put(edit.path, edit.value, whole=whole)


def _replaced(text: str, spans: Iterable[Span], newline: str) -> str:
    """The text with each span replaced. They are made from the last on; of several at one place the last comes first,
    so that new items keep their order.
    """
    numbered = sorted(enumerate(spans), key=lambda one: (one[1].start, one[1].end, one[0]), reverse=True)
    end = len(text)
    for _, span in numbered:
        if span.end > end:
            raise UnwritableError(span.path)
        text = text[: span.start] + span.text.replace("\r\n", "\n").replace("\n", newline) + text[span.end :]
        end = span.start
    return text


def _reads_as(text: str, meant: Any) -> bool:
    try:
        return bool(yaml.read(text) == meant)
    except InputError:
        return False
