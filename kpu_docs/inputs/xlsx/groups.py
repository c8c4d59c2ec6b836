"""Headings between the rows of a table as the groups of the rows below them.

Headings that begin alike (`I.` and `II.`, `KECAMATAN ...` and `KECAMATAN ...`) are of one level; a heading right below
one of another kind is a level deeper.
"""

from __future__ import annotations

from typing import NamedTuple

from kpu_docs.inputs.xlsx import levels
from kpu_docs.inputs.xlsx.listing import Listing
from kpu_docs.inputs.xlsx.sections import Section, sections

_ABOVE = "baris ini berada di atas baris judul kelompok yang pertama; beri judul di atasnya"
_EMPTY = "di bawah baris judul ini tidak ada baris; hapus, atau isi"


class Group(NamedTuple):
    """The heading of a group: its text, its row, the cell it stands in."""

    text: str
    row: int
    cell: str


def groups(table: Listing) -> dict[int, tuple[Group, ...]]:
    """For each row of data its groups from the outer one in; nothing if no row is a heading. What is wrong gathers in
    ``table.sheet.errors``.
    """
    headed = sections(table)
    found: dict[int, tuple[Group, ...]] = {}
    kinds: list[str] = []
    above: tuple[Group, ...] = ()
    below_data = False
    for row in table.rows if headed else ():
        if row not in headed:
            found[row] = above
            below_data = True
            if not above:
                table.sheet.wrong(row, table.sheet.first_in(row), _ABOVE)
            continue
        kind = _kind(headed[row])
        # Below rows of data a kind that was not met before takes the place of the innermost.
        level = kinds.index(kind) if kind in kinds else max(0, len(kinds) - below_data)
        kinds[level:] = [kind]
        below_data = False
        cell = table.sheet.address(row, headed[row].nomor_column)
        above = (*above[:level], Group(headed[row].text, row, cell))
    _refuse_empty(table, headed, found)
    return found


def _kind(section: Section) -> str:
    return levels.sign(section.nomor).kind if section.nomor else section.text.split()[0].upper()


def _refuse_empty(table: Listing, headed: dict[int, Section], found: dict[int, tuple[Group, ...]]) -> None:
    used = {group.row for above in found.values() for group in above}
    for row, section in headed.items():
        if row not in used:
            table.sheet.wrong(row, section.nomor_column, _EMPTY, section.text)
