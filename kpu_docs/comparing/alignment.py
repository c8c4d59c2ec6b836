"""Which unit of one decree became which of the other.

Equal units are found first. What is left is found again where it has moved, then where only the marks of its row
differ, then a citation by the rule that it names, a row by what it is called, and in the end a unit by its words; it is
only compared with those of its part.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kpu_docs.comparing.units import Unit
from kpu_docs.likeness import matches, opcodes


class Pair(NamedTuple):
    """A unit of the first decree and what it became in the second; None where there is none. `moved`: among others."""

    old: Unit | None
    new: Unit | None
    moved: bool = False


def aligned(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Every unit of both decrees once, in the order of the second; what is gone stands before what follows it."""
    found = list(opcodes([_same(unit) for unit in before], [_same(unit) for unit in after]))
    gaps = [(range(i1, i2), range(j1, j2)) for tag, i1, i2, j1, j2 in found if tag != "equal"]
    matching = _Matching(before, after, gaps)
    for key in (_same, _words, _rule):
        matching.by(key)
    for name in (_without_figures, _two_cells, _one_cell):
        matching.by_name(name)
    matching.by_likeness()
    origin = {new: old for old, new in matching.became.items()}
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in found:
        if tag == "equal":
            pairs += map(Pair, before[i1:i2], after[j1:j2])
        else:
            pairs += matching.pairs(range(i1, i2), range(j1, j2), origin)
    return pairs


def _same(unit: Unit) -> Hashable:
    return unit.part, unit.text, unit.marks


def _words(unit: Unit) -> Hashable:
    return unit.cells and (unit.part, unit.text)


def _rule(unit: Unit) -> Hashable:
    return unit.rule and (unit.part, unit.rule)


def _without_figures(unit: Unit) -> Hashable:
    """What stays where the years are raised."""
    return unit.part, re.sub(r"\d+", "#", unit.text)


def _two_cells(unit: Unit) -> Hashable:
    return unit.cells and (unit.part, unit.cells[:2])


def _one_cell(unit: Unit) -> Hashable:
    return unit.cells and (unit.part, unit.cells[:1])


class _Matching:
    """The units that are equal to none in their place; `became` says for those of the first decree what was found."""

    def __init__(self, before: Sequence[Unit], after: Sequence[Unit], gaps: Sequence[tuple[range, range]]) -> None:
        self.before, self.after, self.gaps = before, after, gaps
        self.became: dict[int, int] = {}
        self.moved: set[int] = set()
        self.gap_of = {at: gap for gap, (_, new) in enumerate(gaps) for at in new}

    def _left(self) -> tuple[list[tuple[int, int]], list[int]]:
        """The units without a partner: those of the first decree, each with its gap, and those of the second."""
        taken = set(self.became.values())
        old = [(at, gap) for gap, (old, _) in enumerate(self.gaps) for at in old if at not in self.became]
        return old, [at for _, new in self.gaps for at in new if at not in taken]

    def by(self, key: Callable[[Unit], Hashable]) -> None:
        """Pair units with the same key, those in the same gap first; units without a key are left."""
        old, new = self._left()
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for at in new:
            if found := key(self.after[at]):
                waiting[found].append(at)
        for elsewhere in (False, True):
            for at, gap in old:
                queue = waiting.get(key(self.before[at])) if at not in self.became else None
                partner = next((one for one in queue or () if elsewhere or self.gap_of[one] == gap), None)
                if queue and partner is not None:
                    queue.remove(partner)
                    self.became[at] = partner
                    if elsewhere:
                        self.moved.add(at)

    def by_name(self, key: Callable[[Unit], Hashable]) -> None:
        """Pair what is left of a gap where a key stands once on both sides; a rule is no other rule."""
        taken = set(self.became.values())
        for old, new in self.gaps:
            here = self._once((at for at in old if at not in self.became), self.before, key)
            there = self._once((at for at in new if at not in taken), self.after, key)
            self.became.update((at, there[name]) for name, at in here.items() if name in there)

    @staticmethod
    def _once(left: Iterable[int], units: Sequence[Unit], key: Callable[[Unit], Hashable]) -> dict[Hashable, int]:
        """By key, the units whose key no other has."""
        found = [(key(units[at]), at) for at in left if not units[at].rule]
        count = Counter(name for name, _ in found)
        return {name: at for name, at in found if name and count[name] == 1}

    def by_likeness(self) -> None:
        """Pair what is left of each gap, part by part, by its words. A rule is no other rule, however alike."""
        taken = set(self.became.values())
        for old, new in self.gaps:
            for part in dict.fromkeys(self.before[at].part for at in old):
                here = [at for at in old if at not in self.became and self.before[at].part == part]
                there = [at for at in new if at not in taken and self.after[at].part == part]
                self.became.update(self._alike(here, there))

    def _alike(self, here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
        if here and there and self.before[here[0]].part == self.before[here[0]].where:  # a field, not one of many
            yield from zip(here, there, strict=False)
            return
        here = [at for at in here if not self.before[at].rule]
        there = [at for at in there if not self.after[at].rule]
        found = matches([self.before[at].text for at in here], [self.after[at].text for at in there])
        yield from ((here[i], there[j]) for i, j in found)

    def pairs(self, old: range, new: range, origin: Mapping[int, int]) -> Iterator[Pair]:
        """The pairs of a gap in the order of the second decree; what is gone stands where it was. `origin` says what
        the units of the second decree were.
        """
        gone = deque(at for at in old if at not in self.became)
        stayed = deque(origin[at] for at in new if at in origin and origin[at] not in self.moved)
        for at in new:
            here = origin.get(at)
            while gone and gone[0] < (stayed[0] if stayed else old.stop):
                yield Pair(self.before[gone.popleft()], None)
            if stayed and here == stayed[0]:
                stayed.popleft()
            yield Pair(None if here is None else self.before[here], self.after[at], here in self.moved)
        yield from (Pair(self.before[at], None) for at in gone)
