"""Mending what is safe to mend, in the YAML file itself: its comments and layout stay, only the signs meant change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from kpu_docs import inputs
from kpu_docs.checking import check
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Finding, Span
from kpu_docs.inputs import yaml
from kpu_docs.inputs.places import written
from kpu_docs.inputs.source import original
from kpu_docs.inputs.spots import extent
from kpu_docs.model import Keputusan
from kpu_docs.rendering import write_all
from kpu_docs.texts import text_at

SUFFIXES = (".yaml", ".yml")


class _Edit(NamedTuple):
    """Signs of a file, from the first to before the last, what takes their place, and the place in the data."""

    start: int
    end: int
    text: str
    path: DataPath
    span: Span


def fixed(file: Path, keputusan: Keputusan) -> tuple[Keputusan, tuple[str, ...]]:
    """Mend the file of a decree where a finding is safe to mend: the decree as it is then, and the lines that differ.

    A file that is no YAML is left alone, and so is a text whose spelling in the file cannot be followed.

    Raises:
        OSError: the file cannot be written.
    """
    if file.suffix.lower() not in SUFFIXES:
        return keputusan, (f"{file}: --fix hanya memperbaiki berkas YAML",)
    source = original(file, "yaml")
    text = _edited(keputusan, source.text, _edits(keputusan, source.file, check(keputusan)))
    if text == source.text:
        return keputusan, ()
    lines = unified_diff(source.text.splitlines(), text.splitlines(), "sebelum", "sesudah", n=0, lineterm="")
    write_all({file: text.encode()})
    return inputs.load(file), tuple(lines)


def _edits(keputusan: Keputusan, file: str, findings: Iterable[Finding]) -> Iterator[_Edit]:
    for finding in findings:
        for spot in finding.spots if finding.safe and finding.expected is not None else ():
            place = extent(keputusan, spot) if spot.file == file else None
            if place and finding.expected is not None:
                span = spot.span or (0, len(text_at(keputusan, spot.path)))
                yield _Edit(*place, finding.expected, spot.path, span)


def _edited(keputusan: Keputusan, text: str, edits: Iterable[_Edit]) -> str:
    """The text of the file with these edits, without those that touch another or would make the data say anything else.

    They are made from the last to the first, so that the places of those before them stay right.
    """
    end = len(text) + 1
    said: dict[DataPath, str] = {}
    for edit in sorted(edits, reverse=True):
        before = said.get(edit.path, text_at(keputusan, edit.path))
        wanted = before[: edit.span[0]] + edit.text + before[edit.span[1] :]
        tried = text[: edit.start] + edit.text + text[edit.end :]
        if edit.end < end and _says(tried, edit.path, wanted):
            text, end = tried, edit.start
            said[edit.path] = wanted
    return text


def _says(text: str, path: DataPath, wanted: str) -> bool:
    """Whether the YAML text has that text at a path of the data."""
    try:
        node = yaml.read(text)
    except inputs.InputError:
        return False
    for step in written(node, path):
        node = node[step]
    return isinstance(node, str) and node.split() == wanted.split()
