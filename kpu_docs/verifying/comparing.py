"""Lines by the data against lines of the file: the same lines are found first, what is left between them is paired by
its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from kpu_docs.verifying.differences import Difference
from kpu_docs.verifying.lines import Line
from kpu_docs.verifying.paper import Piece

_ALIKE = 0.35
"""The share of common words from which on two lines are taken for the same one, changed."""

_MOST_PAIRS = 250_000
"""Lines to be paired, multiplied, above which their words are not compared: the papers have too little in common."""

_FILLED_IN = ("nomor", "ditetapkan", "pengesah", "naskah")
"""Where in the data it begins what is often written by hand or stamped later."""


def compared(pieces: Sequence[Piece], lines: Sequence[Line], blanks: Collection[str]) -> list[Difference]:
    """The differences from top to bottom. `blanks` are the words that leave room for something to be filled in."""
    found: list[Difference] = []
    for tag, i1, i2, j1, j2 in opcodes([piece.line.words for piece in pieces], [line.words for line in lines]):
        old, new = pieces[i1:i2], lines[j1:j2]
        if tag == "equal":
            for piece, line in zip(old, new, strict=True):
                found += _in_columns(piece, line)
        elif not _only_broken_otherwise([piece.line for piece in old], new):
            found += _gap(old, new, pieces[i1 - 1] if i1 else None, blanks)
    return found


def _only_broken_otherwise(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Whether paragraphs begin and end elsewhere, but no word differs."""
    text = all(line.kind == "paragraph" for line in (*old, *new))
    return text and " ".join(line.words for line in old) == " ".join(line.words for line in new)


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


def _gap(
    pieces: Sequence[Piece], lines: Sequence[Line], before: Piece | None, blanks: Collection[str]
) -> Iterator[Difference]:
    """What became of pieces where the file has these lines; `before` is the last piece that is still there."""
    for piece, line in paired(pieces, lines):
        if piece is None:
            assert line is not None
            where, path = (f"sesudah {before.where}", before.path) if before else ("paling atas", ())
            yield Difference(where, "baru", "", line.words, path)
        elif line is None:
            filled = piece.path[:1] and piece.path[0] in _FILLED_IN and piece.line.words in blanks
            yield Difference(piece.where, "diisi" if filled else "hilang", piece.line.words, "", piece.path)
        else:
            before = piece
            rows = piece.line.kind != "paragraph" and line.kind != "paragraph"
            yield from _in_columns(piece, line) if rows else _in_words(piece, line, blanks)


def _in_words(piece: Piece, line: Line, blanks: Collection[str]) -> Iterator[Difference]:
    old, new = piece.line.words, line.words
    if line.automatic and piece.sign and old == f"{piece.sign} {new}":
        return
    for blank in sorted(blanks, key=len, reverse=True) if piece.path and piece.path[0] in _FILLED_IN else ():
        if blank in old and (found := re.fullmatch(re.escape(old).replace(re.escape(blank), "(.+)"), new)):
            yield Difference(piece.where, "diisi", blank, found[1], piece.path)
            return
    yield Difference(piece.where, "berubah", old, new, piece.path)


def _in_columns(piece: Piece, line: Line) -> Iterator[Difference]:
    """Cells that differ, in words or in shading where that means something."""
    if piece.line.kind == "paragraph":
        return
    old, new = dict(piece.line.cells), dict(line.cells)
    for column in sorted({*old, *new, *piece.grid}):
        before = _cell(old.get(column, ""), column in piece.line.shaded)
        after = _cell(new.get(column, ""), column in piece.grid & line.shaded)
        if before != after:
            name = f", kolom {piece.columns[column]}" if piece.line.kind == "row" and column in piece.columns else ""
            yield Difference(f"{piece.where}{name}", "berubah", before, after, piece.path)


def _cell(words: str, shaded: bool) -> str:
    return f"{words} (diarsir)".strip() if shaded else words


def paired(pieces: Sequence[Piece], lines: Sequence[Line]) -> Iterator[tuple[Piece | None, Line | None]]:
    """Each piece with the line it became, in their order; None where there is none."""
    first = start = 0
    words = ([piece.line.words for piece in pieces], [line.words for line in lines])
    for i, j in (*matches(*words), (len(pieces), len(lines))):
        old, new = pieces[first:i], lines[start:j]
        # With few words in common, but one in the place of the other.
        if len(old) == len(new) and all(map(_in_its_place, old, new)):
            yield from zip(old, new, strict=True)
        else:
            yield from ((piece, None) for piece in old)
            yield from ((None, line) for line in new)
        if i < len(pieces):
            yield pieces[i], lines[j]
        first, start = i + 1, j + 1


def _in_its_place(piece: Piece, line: Line) -> bool:
    return line.words.startswith(piece.sign)


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
