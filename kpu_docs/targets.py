"""Which files a call writes: named after the input, one for each format and kind of copy, and for each petikan."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.copies import leftovers, passed_over
from kpu_docs.model import Keputusan
from kpu_docs.rendering import KINDS, formats, known

PETIKAN = "petikan"


@dataclass(frozen=True)
class Target:
    """A file to write: its path, its format, the kind of copy unless the data decide, and whom a petikan is for (None:
    all persons).
    """

    path: Path
    format: str
    naskah: str | None
    petikan: str | None = None


def plan(
    files: Sequence[Path], folder: Path, wanted: Sequence[str], kinds: Sequence[str], petikan: str | None = None
) -> list[tuple[Path, list[Target]]]:
    """The files that each input becomes; several kinds of copy are told apart by their names (`keputusan-salinan.pdf`),
    a petikan always (`keputusan-petikan-Umpama-Rekaan.docx`, named without titles). Unless `petikan` says for whom,
    what its files are called follows from the decree (`settled`).

    Raises:
        InputError: no such format or kind, or two files would have the same name (small and capital letters are alike).
    """
    for format in wanted:
        known("-f", format, formats())
    for naskah in kinds:
        known("--naskah", naskah, KINDS)
    planned = [(file, _targets(file, folder, wanted, kinds, petikan)) for file in files]
    _refuse_equal(planned)
    return planned


def _targets(
    file: Path, folder: Path, wanted: Sequence[str], kinds: Sequence[str], petikan: str | None
) -> list[Target]:
    several = len(set(kinds)) > 1
    wanted_kinds: list[str | None] = [*kinds] or [None]
    targets = [
        Target(folder / f"{file.stem}{f'-{naskah}' if several or naskah == PETIKAN else ''}.{format}", format, naskah)
        for naskah in dict.fromkeys(wanted_kinds)
        for format in dict.fromkeys(wanted)
    ]
    if petikan is None:
        return targets
    return [_singles(target, (petikan,))[0] if target.naskah == PETIKAN else target for target in targets]


def settled(
    keputusan: Keputusan, targets: Sequence[Target], *, force: bool
) -> tuple[list[Target], tuple[Complaint, ...]]:
    """The files of a decree: of petikan those planned for somebody, or one for each person and a PDF of all to print
    (`keputusan-petikan-Umpama-Rekaan.docx`, `keputusan-petikan.pdf`). And warnings: what `force` passes over.

    Raises:
        InputError: something is left to do before a final copy is made, or no petikan can be made.
    """
    left = leftovers(keputusan, [target.naskah for target in targets])
    if left and not force:
        raise InputError(*left)
    others = [target for target in targets if target.naskah != PETIKAN]
    excerpts = [target for target in targets if target.naskah == PETIKAN]
    if not excerpts:
        return others, passed_over(left)
    from kpu_docs.petikan import everybody, namesakes

    names = [target.petikan for target in excerpts if target.petikan is not None]
    if not names:
        names = [*everybody(keputusan)]
        joined = [target for target in excerpts if target.format == "pdf"]
        excerpts = [*(single for target in excerpts for single in _singles(target, names)), *joined]
    return [*others, *excerpts], (*passed_over(left), *namesakes(keputusan, names))


def _singles(target: Target, names: Sequence[str]) -> list[Target]:
    from kpu_docs.batching.names import unique
    from kpu_docs.nama import taken_apart

    stem = target.path.stem
    ends = unique([taken_apart(name).tanpa_gelar for name in names])
    return [
        replace(target, path=target.path.with_name(f"{stem}-{end}.{target.format}"), petikan=name)
        for name, end in zip(names, ends, strict=True)
    ]


def _refuse_equal(planned: Sequence[tuple[Path, Sequence[Target]]]) -> None:
    first: dict[str, Path] = {}
    begun = {
        _alike(target.path.with_suffix("")) + "-": file
        for file, targets in planned
        for target in targets
        if target.naskah == PETIKAN and target.petikan is None
    }
    twice = []
    for file, targets in planned:
        for target in targets:
            name = _alike(target.path)
            other = first.get(name) or next((begun[start] for start in begun if name.startswith(start)), None)
            if other:
                message = f"akan ditulis dari {other} dan dari {file}; ganti nama salah satunya atau tulis terpisah"
                twice.append(Complaint((), message, file=str(target.path)))
            first.setdefault(name, file)
    if twice:
        raise InputError(*twice)


def _alike(path: Path) -> str:
    """What paths have in common that some system takes for the same."""
    return unicodedata.normalize("NFC", str(path)).casefold()
