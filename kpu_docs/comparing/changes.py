"""What differs between two decrees, in the words of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kpu_docs.comparing.alignment import Pair
from kpu_docs.comparing.units import Unit, without_number
from kpu_docs.complaints import DataPath, shown
from kpu_docs.verifying.differences import differing

Kind = Literal["berubah", "hilang", "baru", "pindah"]
"""`berubah`: other words, or other months; `hilang`: only in the first decree; `baru`: only in the second; `pindah`: in
another order.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two decrees.

    Attributes:
        kind: What became of it.
        where: The place on the paper of the second decree, or of the first if it is gone.
        before: The words in the first decree; empty if `baru`.
        after: The words in the second; empty if `hilang`.
        before_where: The place in the first decree; empty if `baru`.
        before_path: The place in the data of the first decree; empty if `baru`.
        after_path: The place in the data of the second; empty if `hilang`.
        unmarked: The months, or other columns of the grid, that a changed row marked only before.
        marked: Those that it marks only now.
    """

    kind: Kind
    where: str
    before: str
    after: str
    before_where: str
    before_path: DataPath
    after_path: DataPath
    unmarked: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()

    @property
    def marks(self) -> str:
        """Which months came and went: `ditambah 6; dihapus 4, 5`; empty where no marks differ."""
        sides = (("ditambah", self.marked), ("dihapus", self.unmarked))
        return "; ".join(f"{word} {', '.join(names)}" for word, names in sides if names)

    @property
    def place(self) -> str:
        """The place, with the one it had before if that was another."""
        if self.kind in ("baru", "hilang") or self.before_where == self.where:
            return self.where
        here, there = self.where.split(", "), self.before_where.split(", ")
        while len(there) > 1 and here and here[-1] == there[-1]:
            del here[-1], there[-1]
        while len(there) > 1 and here and here[0] == there[0]:
            del here[0], there[0]
        return f"{self.where} (semula {', '.join(there)})"

    def __str__(self) -> str:
        match self.kind:
            case "hilang":
                return f"{self.place}: dihapus: {_quoted(self.before)}"
            case "baru":
                return f"{self.place}: ditambah: {_quoted(self.after)}"
            case "pindah":
                return f"{self.place}: pindah urutan: {_quoted(shown(self.after) or '')}"
        before, after = (self.before, self.after) if self.marks else differing(self.before, self.after)
        marks = f" ({self.marks})" if self.marks else ""
        return f"{self.place}: semula {_quoted(before)}, menjadi {_quoted(after)}{marks}"

    def as_dict(self) -> dict[str, Any]:
        """The change as plain data, for `diff --json`."""
        return {
            "kind": self.kind,
            "where": self.where,
            "before": self.before,
            "after": self.after,
            "before_where": self.before_where,
            "before_path": list(self.before_path),
            "after_path": list(self.after_path),
            "unmarked": list(self.unmarked),
            "marked": list(self.marked),
        }


def changes(pairs: Sequence[Pair]) -> Iterator[Change]:
    """The changes from top to bottom. An annex that only one of the decrees has, or that moved, is one change; so is a
    clause that moved with all its parts.
    """
    movers = _movers(pairs)
    gone = _whole_annexes((pair.old, pair.new) for pair in pairs)
    added = _whole_annexes((pair.new, pair.old) for pair in pairs)
    for pair in pairs:
        if pair.old and pair.new:
            if pair.moved:
                yield from _moved(pair.old, pair.new, movers)
            yield from _both(pair.old, pair.new)
        elif pair.old:
            yield from _alone(pair.old, "hilang", gone)
        elif pair.new:
            yield from _alone(pair.new, "baru", added)


def _whole_annexes(pairs: Iterable[tuple[Unit | None, Unit | None]]) -> dict[DataPath, list[Unit]]:
    """The annexes without a unit that the other decree has, each with its units."""
    found: dict[DataPath, list[Unit]] = {}
    shared = set()
    for own, other in pairs:
        if own and own.part == "lampiran":
            found.setdefault(own.path[:2], []).append(own)
            if other:
                shared.add(own.path[:2])
    return {annex: units for annex, units in found.items() if annex not in shared}


def _alone(unit: Unit, kind: Literal["hilang", "baru"], annexes: Mapping[DataPath, list[Unit]]) -> Iterator[Change]:
    """A unit that only one decree has; of a whole annex the first one stands for all."""
    annex = annexes.get(unit.path[:2])
    if annex and unit is not annex[0]:
        return
    where, text = unit.where, unit.shown
    if annex:
        where = where.partition(",")[0]
        text = f"{next(one.shown for one in annex if not one.head)} (seluruhnya, {len(annex)} baris)"
    if kind == "hilang":
        yield Change(kind, where, text, "", where, unit.path, ())
    else:
        yield Change(kind, where, "", text, "", (), unit.path)


def _movers(pairs: Sequence[Pair]) -> dict[tuple[DataPath, DataPath], Pair]:
    """The annexes and clauses that moved as a whole, before and after, each with the first of its units."""
    found: dict[tuple[DataPath, DataPath], list[Pair]] = {}
    for pair in pairs:
        if pair.old and pair.new:
            found.setdefault((pair.old.path[:2], pair.new.path[:2]), []).append(pair)
    return {places: held[0] for places, held in found.items() if len(held) > 1 and all(pair.moved for pair in held)}


def _moved(old: Unit, new: Unit, movers: Mapping[tuple[DataPath, DataPath], Pair]) -> Iterator[Change]:
    """That a unit moved; of what moved as a whole the first one stands for all."""
    lead = movers.get((old.path[:2], new.path[:2]))
    if lead and lead.new is not new:
        return
    where, before = new.where, old.where
    if lead and new.part == "lampiran":
        where, before = where.partition(",")[0], before.partition(",")[0]
    yield Change("pindah", where, old.shown, new.shown, before, old.path, new.path)


def _both(old: Unit, new: Unit) -> Iterator[Change]:
    """What differs between a unit and what it became."""
    paths = (old.path, new.path)
    if not (old.cells and new.cells):
        if old.shown != new.shown:
            yield Change("berubah", new.where, old.shown, new.shown, old.where, *paths)
        return
    names = list(dict.fromkeys(name for name, _ in (*old.cells, *new.cells)))
    # A sum that was read from a document has its words below a heading, one in data across several.
    for name in names if "" not in names or old.text != new.text else ():
        before, after = (" ".join(words for own, words in unit.cells if own == name) for unit in (old, new))
        # A label beside several rows is told with the first of them; a row that shifted may have another number.
        shifted = old.where != new.where and without_number(before) == without_number(after)
        if before != after and not shifted and name not in old.labels & new.labels:
            column = f", kolom {name}" if name else ""
            yield Change("berubah", f"{new.where}{column}", before, after, f"{old.where}{column}", *paths)
    if old.marks != new.marks:
        before, after = (", ".join(unit.marks) for unit in (old, new))
        grid = f", {new.grid or old.grid}"
        only = [tuple(mark for mark in one.marks if mark not in other.marks) for one, other in ((old, new), (new, old))]
        yield Change("berubah", f"{new.where}{grid}", before, after, f"{old.where}{grid}", *paths, *only)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f'"{words}"' if words else "kosong"
