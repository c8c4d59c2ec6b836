"""Comments in Word: which signs of the text each belongs to, and the part of the package that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from kpu_docs.blocks import Asal, Document, Run, Runs, runs_of
from kpu_docs.pieces import dataclass
from kpu_docs.xml import escape

AUTHOR, INITIALS = "kpu_docs", "KPU"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Comment(NamedTuple):
    """A remark, and what it is about: signs (from, to before) of the text at a path of the data, or all of it."""

    asal: Asal
    span: tuple[int, int] | None
    text: str


@dataclass(frozen=True, slots=True)
class Commented(Run):
    """A run that comments belong to, by their numbers."""

    comments: tuple[int, ...] = ()


def commented(document: Document, comments: Sequence[Comment]) -> Document:
    """The document with its runs cut where comments begin and end.

    A comment on what is not printed stands at the nearest text around it in the data, else at the first of all; one on
    signs that are not printed, or on a place between two signs, at the whole text.
    """
    changed, reached = _with_comments(document, comments)
    if len(reached) == len(comments):
        return changed
    whole = [comment if number in reached else comment._replace(span=None) for number, comment in enumerate(comments)]
    return _with_comments(document, whole)[0]


def _with_comments(document: Document, comments: Sequence[Comment]) -> tuple[Document, dict[int, int]]:
    """The document with its runs cut, and up to which sign of its text each comment was placed that found one."""
    printed = [run.asal for section in document.sections for block in section.blocks for run in runs_of(block)]
    first: dict[Asal, Asal] = {}
    for place in dict.fromkeys(printed):
        for length in range(1, len(place) + 1):
            first.setdefault(place[:length], place)
    wanted: dict[Asal, dict[int, Comment]] = {}
    for number, comment in enumerate(comments):
        wanted.setdefault(_home(comment.asal, first, printed[0]), {})[number] = comment
    reached: dict[int, int] = {}

    def cut(runs: Runs) -> Runs:
        return tuple(part for run in runs for part in _cut(run, wanted.get(run.asal, {}), reached))

    return _changed(document, cut), reached


def comments_xml(comments: Sequence[Comment]) -> str:
    """The part of the package that holds the comments; a newline in one begins a paragraph."""
    held = "".join(comment_xml(number, one.text) for number, one in enumerate(comments))
    return f"<w:comments {_W}>{held}</w:comments>"


def with_ranges(runs: Runs, run_xml: Callable[[Run], str]) -> str:
    """The runs of a paragraph, with the marks between which a comment holds and its sign behind them."""
    found = []
    numbers = [run.comments if isinstance(run, Commented) else () for run in runs]
    for run, (before, here, after) in zip(runs, _around(numbers), strict=True):
        found += [start_xml(number) for number in here if number not in before]
        found.append(run_xml(run))
        found += [end_xml(number) for number in here if number not in after]
    return "".join(found)


def _around(numbers: Sequence[tuple[int, ...]]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Each with the one before and the one after it."""
    return zip(((), *numbers), numbers, (*numbers[1:], ()), strict=False)


def start_xml(number: int) -> str:
    """The mark where a comment begins."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end_xml(number: int) -> str:
    """The mark where a comment ends, and its sign."""
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment_xml(number: int, text: str) -> str:
    """A comment; a newline begins a paragraph."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.split("\n")
    )
    return f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">{paragraphs}</w:comment>'


def _home(asal: Asal, first: Mapping[Asal, Asal], top: Asal) -> Asal:
    """The printed place of a path of the data: itself, else the first below it, else the first near it, else the top.

    `first` is the first printed place below each path. What an office words its own way (`kantor`) has nothing near it.
    """
    least = len(asal) if asal[:1] == ("kantor",) else 1
    return next((first[asal[:end]] for end in range(len(asal), least - 1, -1) if asal[:end] in first), top)


def _changed(piece: Any, cut: Callable[[Runs], Runs]) -> Any:
    """A piece of the document with all runs in it cut."""
    if type(piece) is tuple:
        return cut(piece) if piece and isinstance(piece[0], Run) else tuple(_changed(part, cut) for part in piece)
    if is_dataclass(piece) and not isinstance(piece, type):
        return replace(piece, **{one.name: _changed(getattr(piece, one.name), cut) for one in fields(piece)})
    return piece


def _cut(run: Run, comments: Mapping[int, Comment], reached: dict[int, int]) -> Iterator[Run]:
    """A run in parts, so that each comment belongs to whole parts; a text that is printed again is not marked again."""
    marks: dict[int, tuple[int, int]] = {}
    for number, comment in comments.items():
        at = run.at or 0
        own = comment.span if comment.asal == run.asal else None
        if (number in reached and (own is None or at < reached[number])) or (own and run.at is None):
            continue
        first, last = (max(0, own[0] - at), min(len(run.text), own[1] - at)) if own else (0, len(run.text))
        if first < last:
            marks[number] = first, last
            reached[number] = at + len(run.text)
    edges = sorted({0, len(run.text), *(edge for mark in marks.values() for edge in mark)})
    for start, end in pairwise(edges):
        numbers = tuple(number for number, (first, last) in marks.items() if first <= start and end <= last)
        place = None if run.at is None else run.at + start
        yield Commented(run.text[start:end], run.asal, run.bold, run.italic, place, comments=numbers)
