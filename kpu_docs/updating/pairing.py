"""Which clause of the Word file is which clause of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from kpu_docs.blocks import Asal, Row
from kpu_docs.fingerprints import Clause, said
from kpu_docs.updating.merging import Change
from kpu_docs.updating.sides import Side
from kpu_docs.verifying.comparing import opcodes, paired
from kpu_docs.verifying.lines import paragraph
from kpu_docs.verifying.paper import Piece

Pair = tuple[int | None, int | None]
"""A clause of the data and what it became in Word, by number; None where there is none."""

LISTED = ("menimbang", "mengingat", "memperhatikan", "diktum", "tembusan", "lampiran")


def pairs(changes: Sequence[Change], yaml: Side, word: Side) -> list[Pair]:
    """The clauses that were changed, gone or new, from top to bottom."""
    return [pair for run in _runs(changes) for pair in _paired(run, yaml, word)]


def unchanged(yaml: Sequence[int], word: Sequence[int]) -> dict[int, int]:
    """For the clauses of the Word file that the data have, too, their numbers there."""
    found: dict[int, int] = {}
    for tag, i, j, k, m in opcodes(yaml, word):
        if tag == "equal":
            found.update(zip(range(k, m), range(i, j), strict=True))
    return found


def _runs(changes: Sequence[Change]) -> list[Change]:
    """Changes that follow upon one another as one."""
    found: list[Change] = []
    for change in changes:
        if found and (found[-1].j, found[-1].m) == (change.i, change.k):
            change = Change(found[-1].i, change.j, found[-1].k, change.m, change.both)
            found.pop()
        found.append(change)
    return found


def _paired(run: Change, yaml: Side, word: Side) -> Iterator[Pair]:
    old, new = yaml.clauses[run.i : run.j], word.clauses[run.k : run.m]
    pieces = [Piece(paragraph(said(one)), "", one.asal) for one in old]
    i, k = count(run.i), count(run.k)
    for piece, line in paired(pieces, [paragraph(said(one)) for one in new]):
        first, second = None if piece is None else next(i), None if line is None else next(k)
        if first is None or second is None or _of_a_kind(yaml.clauses[first], word.clauses[second]):
            yield first, second
        else:
            yield first, None
            yield None, second


def _of_a_kind(old: Clause, new: Clause) -> bool:
    """Whether one clause can have become the other: they stand in lists of the same kind, or in rows of one annex."""
    if isinstance(old, Row) or isinstance(new, Row):
        kinds = {getattr(one, "kind", "") for one in (old, new)}
        return "" not in kinds and (len(kinds) == 1 or kinds == {"isi", "jumlah"}) and old.asal[:2] == new.asal[:2]
    return shape(old.asal) == shape(new.asal) or not {old.asal[0], new.asal[0]} & {*LISTED}


def shape(asal: Asal) -> tuple[str, ...]:
    """The keys of a path, without the numbers of items."""
    return tuple(step for step in asal if isinstance(step, str))
