"""Which files a call writes: named after the input, one for each format and kind of copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.rendering import KINDS, formats, known


@dataclass(frozen=True)
class Target:
    """A file to write: its path, its format, and the kind of copy unless the data decide."""

    path: Path
    format: str
    naskah: str | None


def plan(
    files: Sequence[Path], folder: Path, wanted: Sequence[str], kinds: Sequence[str]
) -> list[tuple[Path, list[Target]]]:
    """The files that each input becomes; several kinds of copy are told apart by their names (`keputusan-salinan.pdf`).

    Raises:
        InputError: no such format or kind, or two files would have the same name (small and capital letters are alike).
    """
    for format in wanted:
        known("-f", format, formats())
    for naskah in kinds:
        known("--naskah", naskah, KINDS)
    planned = [(file, _targets(file, folder, wanted, kinds)) for file in files]
    _refuse_equal(planned)
    return planned


def _targets(file: Path, folder: Path, wanted: Sequence[str], kinds: Sequence[str]) -> list[Target]:
    several = len(set(kinds)) > 1
    wanted_kinds: list[str | None] = [*kinds] or [None]
    return [
        Target(folder / f"{file.stem}{f'-{naskah}' if several else ''}.{format}", format, naskah)
        for naskah in dict.fromkeys(wanted_kinds)
        for format in dict.fromkeys(wanted)
    ]


def _refuse_equal(planned: Sequence[tuple[Path, Sequence[Target]]]) -> None:
    first: dict[str, Path] = {}
    twice = []
    for file, targets in planned:
        for target in targets:
            name = unicodedata.normalize("NFC", str(target.path)).casefold()
            if name in first:
                message = (
                    f"akan ditulis dari {first[name]} dan dari {file}; ganti nama salah satunya atau tulis terpisah"
                )
                twice.append(Complaint((), message, file=str(target.path)))
            first.setdefault(name, file)
    if twice:
        raise InputError(*twice)
