"""Line breaking: runs of text into lines no wider than their column, as many words as fit on each (as Word does).

A line may break at a space, after a hyphen between letters, at a soft hyphen, and where the text has a newline; never
at a no-break space or a hyphen beside a digit (`2020-2024`, `HK.03-Kpt`). A word wider than its column breaks after a
slash (`Kabupaten/Kota`), or where the column ends. Widths are in pt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from kpu_docs.blocks import Runs
from kpu_docs.layout.fonts import SOFT_HYPHEN, face_of, hyphen_width, pieces, width, widths

_SLACK = 0.01
"""Room for rounding when a line fills its column exactly (pt)."""

_LETTER = r"[^\W\d_]"
# Behind what a line may break within a word: a hyphen between letters, a soft hyphen.
_BREAK = re.compile(rf"-(?<={_LETTER}-)(?={_LETTER})|{SOFT_HYPHEN}(?=.)")


class Piece(NamedTuple):
    """Text of one face. `face` is a key of `layout.fonts.FACES`."""

    face: str
    text: str


class Line(NamedTuple):
    """A line: its pieces, natural width (pt), number of spaces, and whether it ends a paragraph or a forced line.

    `space` is whether white space of the text is left out behind it, where it was broken. A soft hyphen shows only as
    the last sign; elsewhere it takes no room.
    """

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    last: bool
    space: bool

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(piece.text for piece in self.pieces)


EMPTY = Line((), 0.0, 0, True, False)


def aligned(line: Line, align: str, room: float) -> tuple[float, float]:
    """How far a line is set in, and how much each of its spaces is widened (pt)."""
    if align == "kiri":
        return 0.0, 0.0
    free = max(0.0, room - line.width)
    match align:
        case "tengah":
            return free / 2, 0.0
        case "kanan":
            return free, 0.0
        case "penuh" if not line.last and line.gaps:
            return 0.0, free / line.gaps
        case _:
            return 0.0, 0.0


def no_break_hyphens(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts with, for each, whether it is a hyphen that must not break: one that has no letter on both
    sides.
    """
    at = 0
    for match in re.finditer(rf"(?<!{_LETTER})-|-(?!{_LETTER})", text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield "-", True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def break_lines(runs: Runs, size: float, room: float, *, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a paragraph in a column `room` pt wide; `bold` is the weight of its role. No text gives no line."""
    if not runs:
        return ()
    return _break(_styled(runs, bold), size, room)


def natural_width(runs: Runs, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line (pt)."""
    return size * sum(width(*piece) for styled in _styled(runs, bold) for piece in pieces(*styled))


def widest_word(runs: Runs, size: float, *, bold: bool = False) -> float:
    """The width of the widest part that does not break (pt)."""
    return size * _widest(_styled(runs, bold))


Faced = tuple[tuple[str, str], ...]
"""Faces, each with its part of a text."""


def _styled(runs: Runs, bold: bool) -> Faced:
    """The text of runs by the face they ask for."""
    return tuple([(face_of(run, bold), run.text) for run in runs])


def _faced(styled: Faced) -> Faced:
    """The text by the face it is set in. Spaces have the face of the word before them."""
    if len(styled) == 1 and len(alone := pieces(*styled[0])) == 1:
        return tuple(alone)
    found: list[tuple[str, str]] = []
    for face, text in (piece for part in styled for piece in pieces(*part)):
        word = text.lstrip(" ") if found else text
        if len(word) < len(text):
            found[-1] = found[-1][0], found[-1][1] + text[: len(text) - len(word)]
        if found and found[-1][0] == face:
            found[-1] = face, found[-1][1] + word
        elif word:
            found.append((face, word))
    return tuple(found)


class _Text:
    """A text with its faces, which may change within a word. Parts of it are known by where they begin and end.

    `reach` says how far a letter size of 1 pt has come before each sign, and behind the last one.
    """

    def __init__(self, styled: Faced) -> None:
        self.faced = _faced(styled)
        self.text = "".join([text for _, text in self.faced])
        steps = chain.from_iterable([map(widths(face).__getitem__, text) for face, text in self.faced])
        self.reach = list(accumulate(steps, initial=0.0))

    def words(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts that do not break, without spaces."""
        for word in self.text[begin:end].split(" "):
            stop = begin + len(word)
            if "-" in word or SOFT_HYPHEN in word:
                for match in _BREAK.finditer(self.text, begin, stop):
                    yield begin, match.end()
                    begin = match.end()
            if begin < stop:
                yield begin, stop
            begin = stop + 1

    def pieces(self, begin: int, end: int) -> tuple[Piece, ...]:
        """The faces of a part."""
        if len(self.faced) == 1:
            return (Piece(self.faced[0][0], self.text[begin:end]),)
        found = []
        start = 0
        for face, text in self.faced:
            part = text[max(0, begin - start) : max(0, end - start)]
            if part:
                found.append(Piece(face, part))
            start += len(text)
        return tuple(found)

    def hyphen(self, end: int) -> float:
        """The width of the soft hyphen that shows if a line ends there, or 0."""
        if self.text[end - 1] != SOFT_HYPHEN:
            return 0.0
        return hyphen_width(self.pieces(end - 1, end)[0].face)

    def forced(self) -> Iterator[tuple[int, int]]:
        """What stands between newlines."""
        begin = 0
        for part in self.text.split("\n"):
            yield begin, begin + len(part)
            begin += len(part) + 1


@lru_cache(maxsize=1024)
def _widest(styled: Faced) -> float:
    text = _Text(styled)
    words = (word for part in text.forced() for word in text.words(*part))
    return max((text.reach[end] - text.reach[start] for start, end in words), default=0.0)


@lru_cache(maxsize=4096)
def _break(styled: Faced, size: float, room: float) -> tuple[Line, ...]:
    text = _Text(styled)
    lines: list[Line] = []
    for begin, end in text.forced():
        parts = list(_fill(text, list(text.words(begin, end)), (room + _SLACK) / size))
        lines += (_line(text, *part, size, False) for part in parts[:-1])
        if parts:
            lines.append(_line(text, *parts[-1], size, True))
        elif end < len(text.text):
            lines.append(EMPTY)
    return tuple(lines)


def _fill(text: _Text, words: Sequence[tuple[int, int]], most: float) -> Iterator[tuple[int, int]]:
    """Where the lines of words begin and end; `most` is the room for a letter size of 1 pt."""
    reach = text.reach
    needed = [reach[end] for _, end in words]
    if SOFT_HYPHEN in text.text:
        needed = list(accumulate((reach[end] + text.hyphen(end) for _, end in words), max))
    at = 0
    while at < len(words):
        start, end = words[at]
        if reach[end] - reach[start] > most:
            *full, start = _cuts(text, start, end, most)
            yield from pairwise((*full, start))
        at = bisect_right(needed, reach[start] + most, at + 1)
        yield start, words[at - 1][1]


def _cuts(text: _Text, start: int, end: int, most: float) -> Iterator[int]:
    """Where the parts of a word wider than the column begin: behind a slash where there is one, else where the column
    ends; at least one sign each.
    """
    yield start
    while end - start > 1 and text.reach[end] - text.reach[start] > most:
        past = max(start + 1, bisect_right(text.reach, text.reach[start] + most, start + 1, end) - 1)
        start = text.text.rfind("/", start + 1, past) + 1 or past
        yield start


def _line(text: _Text, begin: int, end: int, size: float, last: bool) -> Line:
    natural = size * (text.reach[end] - text.reach[begin] + text.hyphen(end))
    space = text.text[end : end + 1] in (" ", "\n")
    return Line(text.pieces(begin, end), natural, text.text.count(" ", begin, end), last, space)
