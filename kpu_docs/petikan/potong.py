"""Blocks with only the rows that a petikan holds; what stays is as it stood: numbers, labels, headings, columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kpu_docs.blocks import Asal, Block, Cell, Item, List, Pair, Pairs, Row, Section, Table, at_columns
from kpu_docs.layout.table_headings import headings
from kpu_docs.petikan.pilihan import Pilihan

Part = TypeVar("Part", Pair, Item)


def cut(sections: Sequence[Section], chosen: Pilihan) -> tuple[Section, ...]:
    """The body without the diktum that are left out, and the annexes that have a chosen row, with those rows alone."""
    return tuple(
        replace(section, blocks=tuple(_blocks(section.blocks, chosen)))
        for section in sections
        if not section.asal or section.asal[1] in chosen.lampiran
    )


def _blocks(blocks: Iterable[Block], chosen: Pilihan) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Table():
                yield _table(block, chosen.baris)
            case Pairs(pairs=pairs):
                yield replace(block, pairs=tuple(_pairs(pairs, chosen)))
            case List(items=items):
                yield replace(block, items=tuple(_items(items, chosen)))
            case _:
                yield block


def _pairs(pairs: Sequence[Pair], chosen: Pilihan) -> Iterator[Pair]:
    left_out = {("diktum", at) for at in chosen.tanpa_diktum}
    for pair in _rows_alone(pairs, chosen.baris):
        if pair.asal not in left_out:
            yield replace(pair, isi=tuple(_blocks(pair.isi, chosen)))


def _items(items: Sequence[Item], chosen: Pilihan) -> Iterator[Item]:
    for item in _rows_alone(items, chosen.baris):
        yield replace(item, isi=tuple(_blocks(item.isi, chosen)))


def _rows_alone(parts: Sequence[Part], rows: frozenset[Asal]) -> Sequence[Part]:
    """Those of the details or items that are chosen rows themselves; if none is, all but those with rows of others
    alone below them, where the diktum has a chosen row.
    """
    return [part for part in parts if part.asal in rows] or [part for part in parts if not _of_others(part, rows)]


def _of_others(part: Pair | Item, rows: frozenset[Asal]) -> bool:
    if _concerned(part.asal, rows) or not any(row[:2] == part.asal[:2] for row in rows):
        return False
    return any(isinstance(block, (Table, Pairs, List)) for block in part.isi)


def _table(table: Table, rows: frozenset[Asal]) -> Table:
    """The chosen rows with the headings above them. Sums go unless every row stays: they would not hold any more."""
    kept = {at for at, row in enumerate(table.rows) if _concerned(row.asal, rows)}
    if not kept or all(at in kept for at, row in enumerate(table.rows) if row.kind == "isi"):
        return table
    above = headings(table.rows)
    kept |= {heading for at in kept for heading in above[at]}
    return replace(table, rows=tuple(_joined(table.rows, sorted(kept))))


def _concerned(asal: Asal, rows: frozenset[Asal]) -> bool:
    """Whether a row is chosen, belongs to one that is, or has one below it."""
    return any(row[: len(asal)] == asal or asal[: len(row)] == row for row in rows)


def _joined(rows: Sequence[Row], kept: Sequence[int]) -> Iterator[Row]:
    """The kept rows; a cell over several of them stands in the first and covers those that are kept."""
    places = {at: dict[int, Cell]() for at in kept}
    for at, cells in enumerate(at_columns(rows)):
        for column, cell in cells:
            if covered := [row for row in range(at, at + cell.rowspan) if row in places]:
                places[covered[0]][column] = replace(cell, rowspan=len(covered))
    for at, by_column in places.items():
        yield replace(rows[at], cells=tuple(by_column[column] for column in sorted(by_column)))
