"""What two papers, or two texts, have in common: the steps from one to the other, and which text became which."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.35
"""The share of common words from which on two texts are taken for the same one, changed."""

_MOST_PAIRS = 250_000
"""Texts to be paired, multiplied, above which their words are not compared: the papers have too little in common."""


def words_and_blanks(text: str) -> list[str]:
    """A text cut before and behind its blanks; joined again it is the same."""
    return re.findall(r"\s+|\S+", text)


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`; the common beginning and end, often nearly all, are found without it."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    yield "equal", 0, head, 0, head
    end, stop = len(old) - tail, len(new) - tail
    i = j = head
    for k, m in (*_anchors(old, new, head, end, stop), (end, stop)):
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old[i:k], new[j:m], autojunk=False).get_opcodes():
            yield tag, i1 + i, i2 + i, j1 + j, j2 + j
        i, j = k, m
    yield "equal", end, len(old), stop, len(new)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], head: int, end: int, stop: int) -> list[tuple[int, int]]:
    """Where long papers are cut, which `SequenceMatcher` would be slow at: at what each of them says once, in an order
    that both have.
    """
    if (end - head) * (stop - head) <= _MOST_PAIRS:
        return []
    olds, news = Counter(old[head:end]), Counter(new[head:stop])
    at = {new[j]: j for j in range(head, stop)}
    shared = [(i, at[old[i]]) for i in range(head, end) if olds[old[i]] == news[old[i]] == 1]
    lasts: list[int] = []  # of the best run of each length, its place in the new paper
    steps: list[tuple[int, int, int]] = []
    for i, j in shared:
        length = bisect_left(lasts, j)
        lasts[length : length + 1] = [j]
        steps.append((i, j, length))
    found: list[tuple[int, int]] = []
    wanted = len(lasts) - 1
    for i, j, length in reversed(steps):
        if length == wanted and (not found or j < found[-1][1]):
            found.append((i, j))
            wanted -= 1
    return found[::-1]


def matches(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Which text became which, so that as many words as possible stay the same and none changes its order."""
    if len(before) * len(after) > _MOST_PAIRS:
        return []
    old = [Counter(text.split()) for text in before]
    new = [Counter(text.split()) for text in after]
    alike = [[_likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    found = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of words that both have; 0 below `_ALIKE`."""
    share = 2 * (old & new).total() / max(1, old.total() + new.total())
    return share if share >= _ALIKE else 0.0
