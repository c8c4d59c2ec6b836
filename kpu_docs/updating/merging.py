"""What became of the clauses that were rendered, on either side: only in Word, only in the data, in both.

Clauses are known by their fingerprints, so that the words of what was rendered are not needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kpu_docs.likeness import opcodes


class Change(NamedTuple):
    """Clauses of the data (`i` to before `j`), and those of the Word file (`k` to before `m`) that stand there now.

    `both` if the data, too, say something else there than what was rendered.
    """

    i: int
    j: int
    k: int
    m: int
    both: bool


class _Step(NamedTuple):
    """Clauses that were rendered (`i` to before `j`), how many more stand there now, and whether that is in Word."""

    i: int
    j: int
    more: int
    word: bool


def merged(base: Sequence[int] | None, data: Sequence[int], word: Sequence[int]) -> list[Change]:
    """What was changed in Word since it was rendered, from top to bottom. Without `base` all that differs counts, as if
    both had changed it.
    """
    if base is None:
        return [Change(i, j, k, m, True) for tag, i, j, k, m in opcodes(data, word) if tag != "equal"]
    found = []
    moved, shifted = 0, 0  # how many more clauses the data, and the Word file, have up to here
    for group in _groups([*_steps(base, data, False), *_steps(base, word, True)]):
        mine = [step.more for step in group if not step.word]
        theirs = [step.more for step in group if step.word]
        first, last = min(step.i for step in group), max(step.j for step in group)
        i, j = first + moved, last + moved + sum(mine)
        k, m = first + shifted, last + shifted + sum(theirs)
        moved, shifted = moved + sum(mine), shifted + sum(theirs)
        if theirs and data[i:j] != word[k:m]:
            found.append(Change(i, j, k, m, bool(mine)))
    return found


def _steps(base: Sequence[int], now: Sequence[int], word: bool) -> list[_Step]:
    """What a side changed; of as many clauses before and after each is a step of its own."""
    found: list[_Step] = []
    for tag, i, j, k, m in opcodes(base, now):
        if tag == "replace" and j - i == m - k:
            found += (_Step(at, at + 1, 0, word) for at in range(i, j))
        elif tag != "equal":
            found.append(_Step(i, j, m - k - (j - i), word))
    return found


def _groups(steps: list[_Step]) -> list[list[_Step]]:
    """The steps in their order, those together that touch the same."""
    groups: list[list[_Step]] = []
    end = -1
    for step in sorted(steps):
        begins = groups[-1][0].i if groups else -1
        if groups and (step.i < end or step.i == step.j == end == begins):
            groups[-1].append(step)
        else:
            groups.append([step])
        end = max(end, step.j) if len(groups[-1]) > 1 else step.j
    return groups
