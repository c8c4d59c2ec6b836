"""Groups and sums of an annex `tabel`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from kpu_docs.blocks import Asal
from kpu_docs.lampiran._kolom import Isian, Lajur


class Selisih(NamedTuple):
    """A sum that is written otherwise than it is calculated: where (from the annex kind on), what is written, what it
    should be.
    """

    asal: Asal
    tertulis: Decimal
    hitungan: Decimal


class Susunan(NamedTuple):
    """A printed row: the heading of a group, a row of the data, or the sum of a group.

    It stands for the rows of the data from `first` to before `last`; `level` is the depth of its group (from 0).
    """

    kind: Literal["bagian", "isi", "jumlah"]
    level: int
    first: int
    last: int


def susunan(groups: Sequence[tuple[str, ...]]) -> Iterator[Susunan]:
    """The printed rows for rows of the data that belong to these groups, outer ones first."""
    begin = [0] * (len(groups[0]) if groups else 0)
    before: tuple[str, ...] = ()
    for at, group in enumerate(groups):
        same = _common(before, group)
        yield from _closed(begin, same, at)
        for level in range(same, len(group)):
            begin[level] = at
            yield Susunan("bagian", level, at, at)
        yield Susunan("isi", len(group), at, at + 1)
        before = group
    yield from _closed(begin, 0, len(groups))


def _common(before: tuple[str, ...], group: tuple[str, ...]) -> int:
    same = 0
    while same < min(len(before), len(group)) and before[same] == group[same]:
        same += 1
    return same


def _closed(begin: Sequence[int], same: int, at: int) -> Iterator[Susunan]:
    """The sums of the groups that end before the row `at`: those deeper than the first `same`."""
    if at:
        for level in reversed(range(same, len(begin))):
            yield Susunan("jumlah", level, begin[level], at)


def jumlah(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the numbers there are; None where there is none."""
    found = [value for value in values if value is not None]
    return sum(found, Decimal()) if found else None


def row_sums(cells: Mapping[str, Isian], columns: Iterable[Lajur]) -> dict[str, Decimal]:
    """For the columns with `jumlah_dari` what they should hold, by key; a written sum counts in further ones."""
    parts = {one.kunci: one.kolom.jumlah_dari for one in columns if one.kolom.jumlah_dari}

    def value(key: str) -> Decimal | None:
        given = cells[key].nilai if key in cells else None
        return given if given is not None else total(key)

    def total(key: str) -> Decimal | None:
        return jumlah(value(part) for part in parts.get(key, ()))

    return {key: found for key in parts if (found := total(key)) is not None}


def column_sums(rows: Sequence[Mapping[str, Isian]], columns: Iterable[Lajur]) -> dict[str, Decimal]:
    """The sums of the columns that are added up, by key."""
    sums = {one.kunci: jumlah(row[one.kunci].nilai for row in rows) for one in columns if one.dijumlah}
    return {key: value for key, value in sums.items() if value is not None}


def completed(given: Mapping[str, Isian], sums: Mapping[str, Decimal], columns: Iterable[Lajur]) -> dict[str, Isian]:
    """The cells as they are printed: what is written, else what is calculated, else nothing."""
    return {
        one.kunci: given[one.kunci]
        if given.get(one.kunci, Isian("")).teks
        else one.tulis(sums[one.kunci])
        if one.kunci in sums
        else Isian("")
        for one in columns
    }


def selisih(given: Mapping[str, Isian], sums: Mapping[str, Decimal], places: Mapping[str, Asal]) -> Iterator[Selisih]:
    """The sums that are written otherwise than calculated; `places` are the places of the written cells by key."""
    for key, hitungan in sums.items():
        tertulis = given[key].nilai if key in given else None
        if tertulis is not None and tertulis != hitungan:
            yield Selisih(places[key], tertulis, hitungan)
