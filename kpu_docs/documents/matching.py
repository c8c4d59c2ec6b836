"""The words of a paper by its data, in the file that they were read from: the same lines are found in the same order,
and between them, where lines differ, the same words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from kpu_docs.documents.tracing import Trace
from kpu_docs.documents.word import Words
from kpu_docs.inputs.xlsx.words import is_mark
from kpu_docs.likeness import opcodes
from kpu_docs.reading.comparing import held_lines
from kpu_docs.reading.paper import Section
from kpu_docs.verifying.lines import plain
from kpu_docs.verifying.paper import Piece

_MOST = 1_000_000
"""Words on one side times words on the other above which a gap is not compared as a whole."""


class _Word(NamedTuple):
    """A word: which one of its piece by the data, or which one of its paragraph in the file, there from the end."""

    word: str
    holder: int
    at: int


class Matched:
    """A paper by its data (`pieces`) beside the file it was read from (`sections`)."""

    def __init__(self, pieces: Sequence[Piece], sections: Sequence[Section]) -> None:
        self._old = [_printed(at, piece) for at, piece in enumerate(pieces)]
        self._new = list(_held(sections))
        self._codes = list(opcodes(_joined(self._old), _joined(self._new)))
        self._gaps: dict[int, Mapping[_Word, _Word]] = {}

    def words(self, trace: Trace) -> Words | None:
        """The words of the file at a place; their paragraph where not all are there, None where that is not known."""
        line = self._old[trace.piece]
        found = self._pairs(trace.piece)
        if not found or len(found) * 2 < len(line):
            return None
        meant = [one for one in line if trace.first <= one.at <= trace.last]
        here = [found[one] for one in meant if one in found] or list(found.values())
        [(paragraph, _)] = Counter(one.holder for one in here).most_common(1)
        at = [one.at for one in here if one.holder == paragraph]
        whole = not meant or any(one not in found for one in meant)
        return Words(paragraph) if whole else Words(paragraph, min(at), max(at))

    @property
    def top(self) -> Words:
        """The first paragraph."""
        return Words(next(word.holder for line in self._new for word in line))

    def _pairs(self, piece: int) -> dict[_Word, _Word]:
        """The words of a piece with those of the file."""
        line = self._old[piece]
        at = bisect_right(self._codes, piece, key=lambda code: code[1]) - 1
        tag, i1, i2, j1, j2 = self._codes[at]
        if tag == "equal":
            return dict(zip(line, self._new[j1 + piece - i1], strict=True))
        if at not in self._gaps:
            self._gaps[at] = self._gap(i1, i2, j1, j2)
        found = {one: self._gaps[at][one] for one in line if one in self._gaps[at]}
        if found or not line:
            return found
        same = [other for other in self._new if _texts(other) == _texts(line)]  # it stands elsewhere in the file
        return dict(zip(line, same[0], strict=True)) if len(same) == 1 else {}

    def _gap(self, i1: int, i2: int, j1: int, j2: int) -> Mapping[_Word, _Word]:
        """The words that pieces and lines have in common."""
        old, new = self._old[i1:i2], self._new[j1:j2]
        if sum(map(len, old)) * sum(map(len, new)) <= _MOST:
            return _common([word for line in old for word in line], [word for line in new for word in line])
        if len(old) != len(new):
            return {}
        return {one: other for a, b in zip(old, new, strict=True) for one, other in _common(a, b).items()}


def _common(old: Sequence[_Word], new: Sequence[_Word]) -> dict[_Word, _Word]:
    blocks = SequenceMatcher(None, _texts(old), _texts(new), autojunk=False).get_matching_blocks()
    return {old[i + at]: new[j + at] for i, j, size in blocks for at in range(size)}


def _texts(line: Sequence[_Word]) -> list[str]:
    return [one.word for one in line]


def _joined(lines: Sequence[Sequence[_Word]]) -> list[str]:
    return [" ".join(_texts(line)) for line in lines]


def _printed(piece: int, held: Piece) -> list[_Word]:
    """The words of a piece; in a table without those that only mark a cell, which are printed as a fill."""
    words = enumerate(held.line.words.split())
    return [_Word(word, piece, at) for at, word in words if held.line.kind == "paragraph" or not is_mark(word)]


def _held(sections: Sequence[Section]) -> Iterator[list[_Word]]:
    """The words of each line of the file, those of tables without marks. What stands in no paragraph of the text, as a
    footnote, counts to the one before.
    """
    paragraph = 0
    for lines, is_row in held_lines(sections):
        found = []
        for line in lines:
            words = plain(line.plain).split()
            paragraph = paragraph if line.paragraph is None else line.paragraph
            found += [_Word(word, paragraph, at - len(words)) for at, word in enumerate(words)]
        yield [one for one in found if not (is_row and is_mark(one.word))]
