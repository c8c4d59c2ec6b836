"""Texts side by side without rules, as a certification beside a signature: their lines as the columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kpu_docs.reading.columns import known_heads
from kpu_docs.reading.paper import Cell, Line, Row, Table
from kpu_docs.reading.pdf.paragraphs import Column, paragraphs
from kpu_docs.reading.pdf.printed import Printed

_WIDE = 1.6
"""Times the size of a letter from which on a gap may part columns."""

_APART = 0.5
"""The same for a strip that is free on all lines of a block."""

_BETWEEN = 4.0
"""Points between two columns."""

_FEW = 2
"""Columns of texts that are read one column after the other; a table has more."""

_FURTHER = 3.0
"""Times the size of a letter by which lines of one block are apart at most."""


class Beside(NamedTuple):
    """Lines that stand in columns: for each line from the top, its part in each column, if it has one."""

    lines: list[list[Printed | None]]

    @property
    def columns(self) -> list[list[Printed]]:
        """The lines of each column."""
        return [[part for part in column if part] for column in zip(*self.lines, strict=True)]


def parted(lines: Sequence[Printed]) -> Iterator[Printed | Beside]:
    """The lines with those that stand side by side together: at least two have a gap at the same place, and the lines
    above and below keep off it.
    """
    at = 0
    while at < len(lines):
        block = _block(lines, at)
        if block is None:
            yield lines[at]
            at += 1
            continue
        start, beside, end = _beside(lines[at:block])
        yield from lines[at : at + start]
        yield beside
        at += end


def _block(lines: Sequence[Printed], at: int) -> int | None:
    """Where a block that begins with a line ends: nothing crosses a strip of it."""
    first = lines[at]
    strips = [*_strips(first)] or [(first.left - 1e4, first.left), (first.right, first.right + 1e4)]
    for strip in strips:
        end, count = at + 1, int(bool(_strips(first)))
        now = strip
        while end < len(lines) and lines[end].base - lines[end - 1].base < _FURTHER * first.size:
            narrowed = _narrowed(now, lines[end])
            if narrowed is None:
                break
            count += narrowed[1]
            now = narrowed[0]
            end += 1
        if count > 1:
            return end
    return None


def _strips(line: Printed) -> list[tuple[float, float]]:
    """The gaps of a line that may part columns."""
    begins = line.begins
    return [(start, stop) for start, stop in _gaps(line)[begins:] if stop - start > _WIDE * line.size]


def _gaps(line: Printed) -> list[tuple[float, float]]:
    return [(before.right, after.left) for before, after in pairwise(line.words)]


def _narrowed(strip: tuple[float, float], line: Printed) -> tuple[tuple[float, float], bool] | None:
    """The part of a strip that a line keeps off, and whether the line stands on both sides of it."""
    least = _APART * line.size
    for start, stop in _gaps(line):
        both = (max(strip[0], start), min(strip[1], stop))
        if both[1] - both[0] > least:
            return both, (start, stop) in _strips(line)
    if line.right <= strip[1] - least:
        beside = (max(strip[0], line.right), strip[1])
    elif line.left >= strip[0] + least:
        beside = (strip[0], min(strip[1], line.left))
    else:
        return None
    return beside, False


def _beside(lines: Sequence[Printed]) -> tuple[int, Beside, int]:
    """A block in its columns, between the lines above it and below it that are none of it: of a table with three
    columns or more, the lines that stand only in its first.
    """
    both = [at for at, line in enumerate(lines) if _strips(line)]
    start, end = both[0], both[-1] + 1
    spans = _spans(lines[start:end])
    if len(spans) > _FEW:
        while end < len(lines) and lines[end].left > spans[0][1]:
            end += 1
    else:
        start, end = 0, len(lines)
    spans = _spans(lines[start:end])
    return start, Beside([[_within(line, *span) for span in spans] for line in lines[start:end]]), end


def _spans(lines: Sequence[Printed]) -> list[tuple[float, float]]:
    """From where to where the columns of lines go: strips that no word crosses are between them."""
    least = lines[0].size * _APART
    spans: list[tuple[float, float]] = []
    for left, right in sorted((word.left, word.right) for line in lines for word in line.words):
        if spans and left - spans[-1][1] < least:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return spans


def _within(line: Printed, left: float, right: float) -> Printed | None:
    held = [at for at, word in enumerate(line.words) if left <= word.left and word.right <= right]
    return line.part(held[0], held[-1] + 1) if held else None


def unruled(beside: Beside, column: Column, notes: list[str]) -> Table:
    """Lines in columns as a table: of rows that begin in the first column if it has heads or three columns, else of one
    row.
    """
    lefts = [min(line.left for line in one) for one in beside.columns]
    rights = [max(line.right for line in one) for one in beside.columns]
    ends = (*(left - _BETWEEN for left in lefts[1:]), max(rights[-1], column.right))
    edges = [Column(left, right) for left, right in zip(lefts, ends, strict=True)]
    first = Row(tuple(Cell(at, (Line(part.text),)) for at, part in enumerate(beside.lines[0]) if part))
    starts = [at for at, line in enumerate(beside.lines) if line[0] or at == 0]
    if len(edges) <= _FEW and known_heads(first) < 2:
        starts = [0]
    rows = []
    for start, end in zip(starts, (*starts[1:], len(beside.lines)), strict=True):
        texts = [[part for part in one if part] for one in zip(*beside.lines[start:end], strict=True)]
        cells = (Cell(at, tuple(paragraphs(held, edges[at], notes))) for at, held in enumerate(texts))
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows), ruled=False)
