"""Mending what is safe to mend, in the YAML file itself: its comments and layout stay, only the signs meant change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kpu_docs import inputs
from kpu_docs.checking import check
from kpu_docs.editing import changed_lines, encoded
from kpu_docs.editing.signs import Replacement, replaced
from kpu_docs.findings import Finding
from kpu_docs.inputs.source import original
from kpu_docs.inputs.spots import extent
from kpu_docs.model import Keputusan
from kpu_docs.rendering import write_all
from kpu_docs.texts import text_at

SUFFIXES = (".yaml", ".yml")


def fixed(file: Path, keputusan: Keputusan) -> tuple[Keputusan, tuple[str, ...]]:
    """Mend the file of a decree where a finding is safe to mend: the decree as it is then, and the lines that differ.

    A file that is no YAML is left alone, and so is a text whose spelling in the file cannot be followed.

    Raises:
        OSError: the file cannot be written.
    """
    if file.suffix.lower() not in SUFFIXES:
        return keputusan, (f"{file}: --fix hanya memperbaiki berkas YAML",)
    source = original(file, "yaml")
    text = replaced(source.text, _edits(keputusan, source.file, check(keputusan)))
    if text == source.text:
        return keputusan, ()
    write_all({file: encoded(text, file)})
    return inputs.load(file), changed_lines(source.text, text)


def _edits(keputusan: Keputusan, file: str, findings: Iterable[Finding]) -> Iterator[Replacement]:
    for finding in findings:
        for spot in finding.spots if finding.safe and finding.expected is not None else ():
            place = extent(keputusan, spot) if spot.file == file else None
            if place and finding.expected is not None:
                before = text_at(keputusan, spot.path)
                span = spot.span or (0, len(before))
                yield Replacement(*place, finding.expected, spot.path, span, before)
