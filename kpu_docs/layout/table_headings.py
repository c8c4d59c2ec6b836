"""Headings within a table: which of them a row stands under, to be repeated on the pages that their rows go on on."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.blocks import Row

_NUMBER_AND_TITLE = 2
"""The most cells a heading has."""


def headings(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """For each row the headings (places in `rows`) it stands under, outer ones first; for a heading those around it.

    Headings in a row, one below the other, stand for a group and the groups in it; fewer of them than before begin an
    inner group of the same outer one. A heading belongs to what comes from the same place of the data: one of an empty
    section heads nothing. An account with its amount is no heading in this sense, for the amount would be read twice.
    """
    found: list[tuple[int, ...]] = []
    above: tuple[int, ...] = ()
    for at, row in enumerate(rows):
        if row.kind == "bagian":
            continue
        if begun := range(len(found), at):
            new = tuple(n for n in begun if len(rows[n].cells) <= _NUMBER_AND_TITLE and _belong(rows[n], row))
            outer = above[: max(0, len(above) - len(new))]
            found += [(*outer, *(heading for heading in new if heading < n)) for n in begun]
            above = (*outer, *new)
        found.append(above)
    return found + [()] * (len(rows) - len(found))


def _belong(heading: Row, row: Row) -> bool:
    """Whether one comes from the place of the other in the data, or from within it."""
    return all(a == b for a, b in zip(heading.asal, row.asal, strict=False))
