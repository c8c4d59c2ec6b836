"""The ruled tables of a page: cells between rules, joined where no rule parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.reading.pdf.page import Box, Letter

_NEAR = 2.5
"""Points by which rules on one edge differ at most."""

_MOST = 0.6
"""Part of the side of a cell from which on a rule parts it from the next."""


class Place(NamedTuple):
    """A cell of a grid: its row and column, how many it covers, its area."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the left edges of its columns with its right edge, the upper ones of its rows with its lower one,
    its cells by rows.
    """

    edges: tuple[float, ...]
    tops: tuple[float, ...]
    places: tuple[Place, ...]

    @property
    def box(self) -> Box:
        """Its area."""
        return Box(self.edges[0], self.tops[0], self.edges[-1], self.tops[-1])

    def sorted(self, letters: Iterable[Letter]) -> list[list[Letter]]:
        """The letters in each cell, of those that stand in the table."""
        owners = {
            (place.row + down, place.column + across): at
            for at, place in enumerate(self.places)
            for down in range(place.rowspan)
            for across in range(place.colspan)
        }
        found: list[list[Letter]] = [[] for _ in self.places]
        for letter in letters:
            row = min(max(bisect_right(self.tops, letter.y), 1), len(self.tops) - 1) - 1
            column = min(max(bisect_right(self.edges, letter.x), 1), len(self.edges) - 1) - 1
            found[owners[row, column]].append(letter)
        return found


class _Rule(NamedTuple):
    """A rule: where it is across its direction, and from where to where it goes."""

    at: float
    start: float
    end: float


def grids(rules: Sequence[Box]) -> list[Grid]:
    """The tables that rules make, from top to bottom; rules that close no cell make none."""
    lying = _merged(_Rule((box.top + box.bottom) / 2, box.left, box.right) for box in rules if box.wide > box.high)
    standing = _merged(_Rule((box.left + box.right) / 2, box.top, box.bottom) for box in rules if box.high > box.wide)
    found = (_grid(*group) for group in _touching(lying, standing))
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box.top)


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules on one edge as one where they meet."""
    edges: list[list[_Rule]] = []
    for rule in sorted(rules):
        if edges and rule.at - edges[-1][0].at <= _NEAR:
            edges[-1].append(rule)
        else:
            edges.append([rule])
    found: list[_Rule] = []
    for edge in edges:
        at = edge[len(edge) // 2].at
        held = sorted((rule.start, rule.end) for rule in edge)
        start, end = held[0]
        for first, last in held[1:]:
            if first > end + _NEAR:
                found.append(_Rule(at, start, end))
                start, end = first, last
            end = max(end, last)
        found.append(_Rule(at, start, end))
    return found


def _touching(lying: Sequence[_Rule], standing: Sequence[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Lying and standing rules in groups that touch."""
    groups: list[tuple[list[_Rule], list[_Rule]]] = []
    for rule in standing:
        met = [group for group in groups if any(_meet(one, rule) for one in group[0])]
        new = [one for one in lying if _meet(one, rule) and not any(one in group[0] for group in met)]
        if met or new:
            groups = [group for group in groups if group not in met]
            across = [one for group in met for one in group[0]]
            groups.append(([*across, *new], [*(one for group in met for one in group[1]), rule]))
    yield from groups


def _meet(lying: _Rule, standing: _Rule) -> bool:
    return (
        lying.start - _NEAR <= standing.at <= lying.end + _NEAR
        and standing.start - _NEAR <= lying.at <= standing.end + _NEAR
    )


def _grid(lying: Sequence[_Rule], standing: Sequence[_Rule]) -> Grid | None:
    xs = _edges([*(rule.at for rule in standing), *(at for rule in lying for at in (rule.start, rule.end))])
    ys = _edges([*(rule.at for rule in lying), *(at for rule in standing for at in (rule.start, rule.end))])
    if len(lying) < 2 or len(xs) < 2 or len(ys) < 2 or (len(standing) < 2 and len(lying) < 3):
        return None
    columns, rows = len(xs) - 1, len(ys) - 1
    right = [[_parts(standing, xs[c + 1], ys[r], ys[r + 1]) for c in range(columns)] for r in range(rows)]
    below = [[_parts(lying, ys[r + 1], xs[c], xs[c + 1]) for c in range(columns)] for r in range(rows)]
    places = tuple(
        Place(r, c, down, across, Box(xs[c], ys[r], xs[c + across], ys[r + down]))
        for r, c, down, across in _areas(right, below)
    )
    return Grid(tuple(xs), tuple(ys), places)


def _edges(at: Iterable[float]) -> list[float]:
    found: list[float] = []
    for one in sorted(at):
        if not found or one - found[-1] > _NEAR:
            found.append(one)
    return found


def _parts(rules: Sequence[_Rule], at: float, start: float, end: float) -> bool:
    """Whether rules on an edge cover most of the side of a cell."""
    on_edge = (rule for rule in rules if abs(rule.at - at) <= _NEAR)
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in on_edge)
    return covered >= _MOST * (end - start)


def _areas(right: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int, int]]:
    """The cells as rectangles: row, column, rows, columns. One reaches as far as no rule stands in its way."""
    rows, columns = len(right), len(right[0])
    taken = [[False] * columns for _ in range(rows)]
    for r in range(rows):
        for c in range(columns):
            if taken[r][c]:
                continue
            across = 1
            while c + across < columns and not right[r][c + across - 1] and not taken[r][c + across]:
                across += 1
            down = 1
            while (
                r + down < rows
                and not any(below[r + down - 1][c : c + across])
                and _is_open(right, r + down, c, across)
            ):
                down += 1
            for row in taken[r : r + down]:
                row[c : c + across] = [True] * across
            yield r, c, down, across


def _is_open(right: Sequence[Sequence[bool]], row: int, column: int, across: int) -> bool:
    """Whether no rule stands within a row of a cell."""
    return not any(right[row][column : column + across - 1])
