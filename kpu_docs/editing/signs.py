"""Signs within texts of a YAML file replaced, each at its place in the file: those that can be, the others are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath, InputError
from kpu_docs.findings import Span
from kpu_docs.inputs import yaml
from kpu_docs.inputs.places import value_at


class Replacement(NamedTuple):
    """Signs of a file, from the first to before the last, what takes their place, and the place in the data: its path,
    the signs of the text there, and that text.
    """

    start: int
    end: int
    text: str
    path: DataPath
    span: Span
    before: str


def replaced(text: str, edits: Iterable[Replacement]) -> str:
    """The text of the file with these edits, without those that touch another or would make the data say anything else.

    They are made from the last to the first, so that the places of those before them stay right.
    """
    apart: list[Replacement] = []
    for edit in sorted(edits, reverse=True):
        if not apart or edit.end < apart[-1].start:
            apart.append(edit)
    return _made(text, apart, {}) if apart else text


def _made(text: str, edits: Sequence[Replacement], said: dict[DataPath, str]) -> str:
    """The text with these edits; if the data would then say anything else, with those of each half that can be made.

    `said` is what the data say where they were changed; it grows.
    """
    whole, wanted = text, dict(said)
    for edit in edits:
        before = wanted.get(edit.path, edit.before)
        wanted[edit.path] = before[: edit.span[0]] + edit.text + before[edit.span[1] :]
        whole = whole[: edit.start] + edit.text + whole[edit.end :]
    if _say(whole, {edit.path: wanted[edit.path] for edit in edits}):
        said |= wanted
        return whole
    if len(edits) == 1:
        return text
    half = len(edits) // 2
    return _made(_made(text, edits[:half], said), edits[half:], said)


def _say(text: str, wanted: Mapping[DataPath, str]) -> bool:
    """Whether the YAML text has these texts at their paths of the data."""
    try:
        data = yaml.read(text)
    except InputError:
        return False
    return all(_same(data, path, said) for path, said in wanted.items())


def _same(data: Any, path: DataPath, wanted: str) -> bool:
    said = value_at(data, path)
    return isinstance(said, str) and said.split() == wanted.split()
