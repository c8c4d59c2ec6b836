"""What a batch is going to write, settled before the first decree is made."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpu_docs import __version__
from kpu_docs.batching import numbers
from kpu_docs.batching.names import file_names
from kpu_docs.batching.numbers import Identity
from kpu_docs.batching.pattern import Pattern
from kpu_docs.batching.rows import Row
from kpu_docs.batching.work import Making, Output
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.source import RULES, Original, office_of
from kpu_docs.model import COPIES
from kpu_docs.rendering import KINDS, formats, known

_FILE_NAME = re.compile(r"([^\n#]{1,200}\.\w{2,5})(?:#[^\n]*)?")
"""What may be the name of a file, with a sheet after it (`rencana.xlsx#Rencana`)."""


@dataclass(frozen=True)
class Job:
    """A row and the decree it becomes: its data, its files in the order of the outputs, and the fingerprint of all
    that they are made from; or what is wrong with the row.
    """

    row: Row
    data: Mapping[str, Any]
    identity: Identity
    targets: tuple[Path, ...]
    sidik: str
    complaints: tuple[Complaint, ...]


def outputs(wanted: Sequence[str], kinds: Sequence[str], force: bool = False) -> tuple[Output, ...]:
    """The files that each decree becomes.

    Raises:
        InputError: there is no such format or kind, or none is wanted.
    """
    if not wanted:
        raise InputError(Complaint(("format",), f"belum ditulis; yang ada: {', '.join(formats())}"))
    for format in wanted:
        known("format", format, formats())
    for naskah in kinds:
        known("naskah", naskah, KINDS)
    each: Sequence[str | None] = [*dict.fromkeys(kinds)] or [None]
    return tuple(
        Output(format, naskah, force and naskah in COPIES) for naskah in each for format in dict.fromkeys(wanted)
    )


def plan(pattern: Pattern, rows: Sequence[Row], folder: Path, making: Making, wanted: str | None) -> list[Job]:
    """A job for each row; `wanted` is the pattern of the names of the files.

    Raises:
        InputError: the pattern, that of the names, or a file of the office is wrong.
    """
    pattern.refuse_unknown(rows)
    base = pattern.original.folder
    office, rules = office_of(base), office_of(base, RULES)
    held = office.data() if office else {}
    if rules:
        rules.data()
    filled = [_filled(pattern, row) for row in rows]
    names = file_names(wanted, rows, [data for data, _ in filled])
    content = _Content(base, office, rules, making)
    return [
        Job(
            row,
            data,
            numbers.identity(data, held),
            tuple(folder / ending(name, output, making.outputs) for output in making.outputs),
            content.sidik(data),
            complaints,
        )
        for row, (data, complaints), name in zip(rows, filled, names, strict=True)
    ]


def ending(name: str, output: Output, outputs: Sequence[Output]) -> str:
    """The name of a file; several kinds of copy are told apart by it."""
    several = len({one.naskah for one in outputs}) > 1
    return f"{name}{f'-{output.naskah}' if several else ''}.{output.format}"


def _filled(pattern: Pattern, row: Row) -> tuple[dict[str, Any], tuple[Complaint, ...]]:
    if row.faults:
        return {}, row.faults
    try:
        return pattern.fill(row), ()
    except InputError as error:
        return {}, error.complaints


class _Content:
    """What files are made from: data, office, template, the files that data name, this version, the outputs."""

    def __init__(self, base: Path, office: Original | None, rules: Original | None, making: Making) -> None:
        self._base = base
        self._digests: dict[str, str] = {}
        texts = {"kantor": office.text if office else "", "peraturan": rules.text if rules else ""}
        shared: dict[str, Any] = {**texts, "versi": __version__, "luaran": [*making.outputs]}
        if making.template:
            shared["templat"] = hashlib.sha256(making.template.data).hexdigest()
        if office:
            shared["berkas"] = self._named(office.data())
        self._shared = json.dumps(shared, sort_keys=True, default=str)

    def sidik(self, data: Mapping[str, Any]) -> str:
        """The fingerprint of a decree."""
        text = json.dumps([data, self._named(data)], sort_keys=True, default=str)
        return hashlib.sha256((self._shared + text).encode()).hexdigest()

    def _named(self, data: Any) -> dict[str, str]:
        """The content of the files that data name: pictures, workbooks with rows of an annex."""
        names = (match[1] for text in _texts(data) if (match := _FILE_NAME.fullmatch(text)))
        return {name: digest for name in names if (digest := self._digest(name))}

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            path = self._base / name
            try:
                self._digests[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            except (OSError, ValueError):
                self._digests[name] = ""
        return self._digests[name]


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for inner in node.values() if isinstance(node, Mapping) else node if isinstance(node, (list, tuple)) else ():
        yield from _texts(inner)
