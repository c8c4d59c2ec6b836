"""Signs of a YAML text replaced such that its data say what is meant: comments and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath, InputError
from kpu_docs.findings import Span
from kpu_docs.inputs import yaml
from kpu_docs.inputs.places import written


class Edit(NamedTuple):
    """Signs of a file, from the first to before the last, what takes their place, and the place in the data: its path,
    the signs of the text there, and that text.
    """

    start: int
    end: int
    text: str
    path: DataPath
    span: Span
    before: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of the file with these edits, without those that touch another or would make the data say anything else.

    They are made from the last to the first, so that the places of those before them stay right. The data are read
    once if all edits can be made, else after each.
    """
    ordered = sorted(edits, reverse=True)
    if all(left.end < right.start for right, left in pairwise(ordered)):
        whole, said = text, dict[DataPath, str]()
        for edit in ordered:
            whole, said[edit.path] = _made(whole, edit, said)
        if _say(whole, said):
            return whole
    return _one_by_one(text, ordered)


def _one_by_one(text: str, ordered: list[Edit]) -> str:
    end = len(text) + 1
    said: dict[DataPath, str] = {}
    for edit in ordered:
        tried, wanted = _made(text, edit, said)
        if edit.end < end and _say(tried, {edit.path: wanted}):
            text, end = tried, edit.start
            said[edit.path] = wanted
    return text


def _made(text: str, edit: Edit, said: Mapping[DataPath, str]) -> tuple[str, str]:
    """The text of the file with an edit, and what the data then say at its path."""
    before = said.get(edit.path, edit.before)
    wanted = before[: edit.span[0]] + edit.text + before[edit.span[1] :]
    return text[: edit.start] + edit.text + text[edit.end :], wanted


def _say(text: str, wanted: Mapping[DataPath, str]) -> bool:
    """Whether the YAML text has these texts at their paths of the data."""
    try:
        data = yaml.read(text)
    except InputError:
        return False
    return all(_same(data, path, said) for path, said in wanted.items())


def _same(node: Any, path: DataPath, wanted: str) -> bool:
    for step in written(node, path):
        node = node[step]
    return isinstance(node, str) and node.split() == wanted.split()
