"""Printed lines as paragraphs: a line goes on with the one above if it begins where the text of that does, and its
first word would not have fitted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from statistics import median

from kpu_docs.reading.columns import diktum
from kpu_docs.reading.cutting import begins, opens
from kpu_docs.reading.paper import Line
from kpu_docs.reading.pdf.printed import Printed, Word, joined
from kpu_docs.reading.penutup import BEGINS
from kpu_docs.reading.txt import ENDS, seam

_NEAR = 2.5
"""Points by which edges that are the same differ at most."""

_FURTHER = 1.45
"""Times the usual distance of lines from which on another paragraph begins."""

_DOUBT = 1.0
"""Points by which a word must have fitted: programs count differently."""

_SPACE = 0.25
"""Part of the size of a letter that a space is wide where the line has none."""

_MANY, _FAR = 6, 0.7
"""Lines that show how far a column reaches, and the part of it that most of them fill."""

TWIPS = 20
"""In a point."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines stand: between two edges (points). A line in the middle leaves room on both sides (`slack`)."""

    left: float
    right: float
    slack: float = 8.0

    def holds_in_middle(self, line: Printed) -> bool:
        """Whether a line stands in the middle."""
        before, after = line.left - self.left, self.right - line.right
        return abs(before - after) < max(_NEAR, 0.02 * (before + after)) and before > self.slack


@dataclass
class _Paragraph:
    """A paragraph in the making: its lines, what stands before its text, where that begins (None if on the next line),
    its left edge, the words of its text and which of them a wide gap follows.
    """

    lines: list[Printed]
    before: str
    edge: float | None
    left: float
    centred: bool
    words: list[Word] = field(default_factory=list)
    gaps: list[bool] = field(default_factory=list)


class Paragraphs:
    """Makes paragraphs of the lines of one column, also over the end of a page."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self._open: _Paragraph | None = None
        self._edges: list[float] = []

    def add(self, lines: Sequence[Printed], column: Column) -> Iterator[Line]:
        """The paragraphs that end among the lines; the last one stays open."""
        leading = _leading(lines)
        for at, line in enumerate(lines):
            before = self._open
            if before and self._goes_on(before, line, _own(lines, at, column), leading):
                continue
            yield from self.end()
            self._open = _begun(line, column, before)

    def end(self) -> Iterator[Line]:
        """The last paragraph."""
        if self._open:
            one, self._open = self._open, None
            parts = (one.before, joined(one.words, one.gaps, "\t") if one.words else "")
            yield Line("\t".join(filter(None, parts)), round(self._snapped(one.left) * TWIPS), one.centred)

    def _snapped(self, left: float) -> float:
        """A left edge as it is where it was met first: tabs and indents put it fractions of a point aside."""
        for edge in self._edges:
            if abs(edge - left) < _NEAR:
                return edge
        self._edges.append(left)
        return left

    def _goes_on(self, one: _Paragraph, line: Printed, column: Column, leading: float) -> bool:
        """Whether a line goes on with the paragraph; if so it is part of it."""
        last = one.lines[-1]
        if line.base - last.base > _FURTHER * leading:
            return False
        if not one.centred and _ends_label(one, line):
            return True
        if not last.words[-1].text.endswith("-") and _fits(last, line, column, centred=one.centred):
            return False
        if not _is_below(one, line, column):
            return False
        text = " ".join(word.text for word in one.words)
        if _is_whole(f"{one.before} {text}") or _stands_out(one, line, column):
            return False
        if opens(line.text) or (begins(line.text) and (not text or ENDS.search(text) or text.isupper())):
            return False
        self._join(one, line)
        return True

    def _join(self, one: _Paragraph, line: Printed) -> None:
        """The words of a line at the end of a paragraph, the halves of a broken word joined."""
        words = list(line.words)
        if one.words:
            text, between = seam(one.words[-1].text, words[0].text, self.notes)
            if between != " ":
                words[0] = _glued(one.words.pop(), text, between, words[0])
                del one.gaps[len(one.words) - 1 :]
        _put(one, words, line.gaps)
        one.lines.append(line)


def _glued(half: Word, text: str, between: str, rest: Word) -> Word:
    """The halves of a word; `text` is the first of them without the hyphen that broke it."""
    *pieces, (last, bold, italic) = half.pieces
    last = last[: len(last) - len(half.text) + len(text)] + between
    return Word(half.left, rest.right, (*pieces, (last, bold, italic), *rest.pieces))


def paragraphs(held: Sequence[Printed], column: Column, notes: list[str]) -> list[Line]:
    """All lines of a column as paragraphs."""
    found = Paragraphs(notes)
    return [*found.add(held, column), *found.end()]


def _put(one: _Paragraph, words: Sequence[Word], gaps: Sequence[bool]) -> None:
    if one.words:
        one.gaps.append(False)
    one.words += words
    one.gaps += gaps


def _is_whole(text: str) -> bool:
    """Whether a line of the end of a decree never goes on: place, day, certification."""
    return any(BEGINS[name].fullmatch(" ".join(text.split())) for name in ("tempat", "hari", "pengesahan"))


def _stands_out(one: _Paragraph, line: Printed, column: Column) -> bool:
    """Whether a line in capitals stands below a text that is not, and does not reach as far as it could."""
    others = bool(one.words) and not one.words[-1].text.isupper()
    return others and line.text.isupper() and len(line.words) > 2 and one.lines[-1].right < column.right - _NEAR


def _is_list(line: Printed) -> bool:
    """Whether a line begins with the sign of a list alone."""
    return line.begins == 1 and not line.words[0].text.endswith(":")


def _begun(line: Printed, column: Column, above: _Paragraph | None) -> _Paragraph:
    at = line.begins or _after_colon(line, above)
    edge = line.words[at].left if at < len(line.words) else None
    before = line.part(0, at).text.replace(" :", "\t:") if at else ""
    hangs = edge is not None and (not at or opens(f"{before}\t") or _is_list(line))
    left = edge if edge is not None and hangs else line.left
    one = _Paragraph([line], before, edge, left, column.holds_in_middle(line))
    _put(one, line.words[at:], line.gaps[at:])
    return one


def _after_colon(line: Printed, above: _Paragraph | None) -> int:
    """The word behind a colon that stands right below the text of a paragraph with one; else 0."""
    if above is None or above.edge is None or not above.before.endswith(":"):
        return 0
    for at, (word, after) in enumerate(pairwise(line.words), start=1):
        if word.text == ":" and abs(after.left - above.edge) < _NEAR:
            return at
    return 0


def _fits(last: Printed, line: Printed, column: Column, *, centred: bool) -> bool:
    """Whether the first word of a line would have fitted on the last one: somebody ended that on purpose."""
    spaces = [after.left - word.right for word, after in pairwise(last.words)]
    space = median(spaces) if spaces else _SPACE * line.size
    used = last.right - last.left if centred else last.right - column.left
    return used + space + line.words[0].right - line.left < column.right - column.left - _DOUBT


def _is_below(one: _Paragraph, line: Printed, column: Column) -> bool:
    """Whether a line begins where the text of a paragraph does."""
    if one.centred:
        return column.holds_in_middle(line) or line.right - line.left > column.right - column.left - 2 * column.slack
    if one.edge is None or abs(line.left - one.edge) < _NEAR:
        one.edge = line.left
        return True
    if len(one.lines) == 1 and not begins(line.text) and _is_at_margin(one, line, column):
        one.edge = line.left
        return True
    return False


def _is_at_margin(one: _Paragraph, line: Printed, column: Column) -> bool:
    """Whether a line begins at the margin, below a first line that is indented or begins with a label or sign."""
    first = one.lines[0]
    edges = [column.left]
    if one.before:
        signed = opens(f"{one.before}\t") or _is_list(first)
        edges = [column.left, *(word.left for word in first.words[: first.begins])] if signed else []
    return any(abs(line.left - edge) < _NEAR for edge in edges)


def _ends_label(one: _Paragraph, line: Printed) -> bool:
    """Whether a line goes on with the label of a diktum that takes two lines; if so it is part of the paragraph."""
    name = one.before.rstrip("\t: ")
    if len(one.lines) > 1 or not diktum(f"{name}\t") or abs(line.left - one.lines[0].left) > _NEAR:
        return False
    edge = one.edge
    count = next((n for n, word in enumerate(line.words) if edge and abs(word.left - edge) < _NEAR), len(line.words))
    rest = " ".join(word.text for word in line.words[:count]).rstrip(": ")
    if not rest or not diktum(f"{name} {rest}\t"):
        return False
    one.before = f"{name} {rest}\t:"
    _put(one, line.words[count:], line.gaps[count:])
    one.lines.append(line)
    return True


def _own(lines: Sequence[Printed], at: int, column: Column) -> Column:
    """The column as far as the lines around one reach to the right, where they are many and most reach far: a column
    of a table without rules.
    """
    edge = lines[at].left - _NEAR
    around = [
        *takewhile(lambda line: _starts(line) > edge, reversed(lines[:at])),
        *takewhile(lambda line: _starts(line) > edge, lines[at:]),
    ]
    right = max(line.right for line in around)
    far = [line for line in around if line.right - edge > _FAR * (right - edge)]
    if len(around) >= _MANY and 2 * len(far) > len(around):
        return replace(column, right=min(right, column.right))
    return column


def _starts(line: Printed) -> float:
    """Where the text of a line begins."""
    return line.words[min(line.begins, len(line.words) - 1)].left


def _leading(lines: Sequence[Printed]) -> float:
    """The usual distance of lines."""
    steps = [after.base - before.base for before, after in pairwise(lines)]
    return median(steps) if steps else 0.0
