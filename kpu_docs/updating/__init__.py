"""What was changed by hand in Word since a decree was rendered, taken back into its YAML file.

    print(update("keputusan.yaml", "keputusan.docx"))
    update("keputusan.yaml", "keputusan.docx", write=True)

Both sides become clauses (`sides`). By the fingerprints that the DOCX holds of what was rendered, `merging` tells what
only Word changed, and what both did. `pairing` says which clause became which, `taking` and `items` make edits of that,
which are made in the text of the YAML file (`kpu_docs.editing`).
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kpu_docs import inputs
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.editing import changed_lines, encoded
from kpu_docs.findings import Spot
from kpu_docs.fingerprints import taken_apart
from kpu_docs.inputs import json
from kpu_docs.inputs.source import Original, source_of
from kpu_docs.inputs.spots import placed
from kpu_docs.reading import understood_edited
from kpu_docs.reading.comparing import differences as compared
from kpu_docs.rendering import write_all
from kpu_docs.updating import items
from kpu_docs.updating.found import Conflict, Left, Updated
from kpu_docs.updating.merging import Change, merged
from kpu_docs.updating.pairing import Pair, pairs, unchanged
from kpu_docs.updating.settling import settled
from kpu_docs.updating.sides import Side, side
from kpu_docs.updating.taking import Taken, Taking
from kpu_docs.verifying.differences import Difference
from kpu_docs.verifying.docx import held
from kpu_docs.wordfile import opened
from kpu_docs.writers.docx.custom import DATA, FINGERPRINTS

__all__ = ["Conflict", "Left", "Updated", "update"]


def update(
    data: str | os.PathLike[str], docx: str | os.PathLike[str], *, write: bool = False, force: bool = False
) -> Updated:
    """What was changed in a .docx file since it was rendered from a .yaml file; with `write` it is taken over there.

    What only one side changed is taken from that side. Nothing is written while there are conflicts; with `force` Word
    wins them. What cannot be written so that the data then say what Word says is left to a person.

    Raises:
        InputError: one of the files cannot be read, is no YAML or DOCX, or the latter is a petikan.
        OSError: the YAML file cannot be written.
    """
    path, file = Path(data), Path(docx)
    _refuse(path, file)
    keputusan = inputs.load(path)
    source = source_of(keputusan)
    decree = source.decree
    assert isinstance(decree, Original), "_refuse"
    word, notes = _word(file, keputusan.signer.pejabat.nama)
    yaml = side(keputusan, decree.data(), word.keputusan.naskah)
    base = _base(file, word.keputusan.naskah)
    known = frozenset(base or ())

    def found(data: Side) -> list[Change]:
        return merged(base, data.prints(), word.prints(known.union(data.prints())))

    def taken(data: Side, *, calculated: bool) -> list[Taken]:
        wanted = [change for change in found(data) if force or not change.both]
        return [one for one in _taken(pairs(wanted, data, word), data, word, known) if one.calculated == calculated]

    def outstanding(data: Side) -> int:
        return sum(not one.calculated for one in _taken(pairs(found(data), data, word), data, word, known))

    both = _disputed([change for change in found(yaml) if change.both], yaml, word, known)
    given = taken(yaml, calculated=False)
    text, after = settled(decree.text, given, yaml, outstanding)
    figures = taken(after, calculated=True)  # those that do not follow from what was just taken
    text, _ = settled(text, figures, after, outstanding)
    changed = [*given, *figures]
    if writes := write and text != decree.text and (force or not both):
        write_all({path: encoded(text, path)})
    return Updated(
        decree.file,
        tuple(one.difference for one in changed),
        tuple(_conflicts(both, yaml)),
        tuple(_left([one for one in changed if one.reason], yaml)),
        changed_lines(decree.text, text),
        notes,
        base is not None,
        writes,
    )


def _refuse(data: Path, docx: Path) -> None:
    """Refuse files of another kind."""
    wrong = []
    if data.suffix.lower() not in (".yaml", ".yml"):
        message = "hanya berkas YAML (.yaml, .yml) yang dapat diperbarui dari Word"
        wrong.append(Complaint((), message, file=os.path.normpath(data)))
    if docx.suffix.lower() != ".docx":
        message = "yang dapat diambil perubahannya hanya .docx"
        wrong.append(Complaint((), message, file=os.path.normpath(docx)))
    if wrong:
        raise InputError(*wrong)


def _word(file: Path, signer: str) -> tuple[Side, tuple[str, ...]]:
    """The side of the Word file, and what is to be said of it."""
    read = understood_edited(file, signer)
    keputusan = inputs.load(read.data)
    if keputusan.naskah == "petikan":
        message = "berkas ini petikan; perubahan diambil dari Keputusan yang utuh"
        raise InputError(Complaint((), message, file=os.path.normpath(file)))
    differences = compared(read.data, read.sections)
    misread = {one.path for one in differences if one.before.casefold() != one.after.casefold()}
    lines = (f'tidak mendapat tempat di data: "{line.plain}"' for line in read.unplaced)
    word = replace(side(keputusan, read.data, keputusan.naskah), misread=frozenset(misread))
    return word, (*read.notes, *read.uncertain, *map(str, differences), *lines)


def _base(file: Path, naskah: str) -> list[int] | None:
    """The fingerprints of what was rendered, as far as the file tells."""
    parts = opened(file, os.path.normpath(file))
    try:
        if prints := held(parts, FINGERPRINTS):
            return taken_apart(prints.decode())
        if data := held(parts, DATA):
            loaded: Any = json.read(data.decode())
            return side(inputs.load(loaded), loaded, naskah).prints()
    except (ValueError, InputError):
        return None
    return None


def _taken(found: Sequence[Pair], yaml: Side, word: Side, base: Collection[int]) -> list[Taken]:
    """The clauses that were changed, gone or new, from top to bottom."""
    taking = Taking(yaml, word)
    same = unchanged(yaml.prints(), word.prints(yaml.prints()))
    left = [*_unlike(found, same, yaml, base)]
    both = [(i, k) for i, k in left if i is not None and k is not None]
    for i, k in both:
        taking.changed(i, k)
    gone = items.cut(taking, [i for i, k in left if i is not None and k is None])
    new = [k for i, k in left if i is None and k is not None]
    items.add(taking, new, same | {k: i for i, k in both}, gone)
    return taking.found


def _unlike(found: Sequence[Pair], same: Mapping[int, int], yaml: Side, base: Collection[int]) -> Iterator[Pair]:
    """The pairs without what both sides came to say after it was rendered."""
    prints = yaml.prints()
    agreed = {k: i for k, i in same.items() if prints[i] not in base}
    mine = {*agreed.values()}
    for i, k in found:
        yield None if i in mine else i, None if k in agreed else k


def _disputed(changes: Sequence[Change], yaml: Side, word: Side, base: Collection[int]) -> list[Difference]:
    """Where both sides say something else than what was rendered, and not the same."""
    prints = word.prints(base)
    found = pairs(changes, yaml, word)
    taken = _taken([pair for pair in found if pair[1] is None or prints[pair[1]] not in base], yaml, word, base)
    return [one.difference for one in taken if not one.calculated]


def _conflicts(differences: Sequence[Difference], yaml: Side) -> Iterator[Conflict]:
    spots = placed(yaml.keputusan, [Spot(one.path if one.before else ()) for one in differences])
    for one, spot in zip(differences, spots, strict=True):
        yield Conflict(one.where, one.before, one.after, str(spot))


def _left(taken: Sequence[Taken], yaml: Side) -> Iterator[Left]:
    """What is left to a person, each with its place in the file where it is to be made."""
    spots = placed(yaml.keputusan, [Spot(one.path) for one in taken])
    for one, spot in zip(taken, spots, strict=True):
        yield Left(one.difference, one.reason, str(spot) if spot.file else "")
