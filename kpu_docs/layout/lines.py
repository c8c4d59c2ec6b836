"""Line breaking: runs of text into lines no wider than their column, as many words as fit on each (as Word does).

A line may break at a space, after a hyphen between letters, at a soft hyphen, and where the text has a newline; never
at a no-break space or a hyphen beside a digit (`2020-2024`, `HK.03-Kpt`). A word wider than its column breaks after a
slash (`Kabupaten/Kota`), or where the column ends. Widths are in pt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from kpu_docs.blocks import Runs
from kpu_docs.layout.fonts import NO_BREAK_SPACE, SOFT_HYPHEN, hyphen_width, pieces, width
from kpu_docs.layout.items import Piece

_SLACK = 0.01
"""Room for rounding when a line fills its column exactly (pt)."""

_LETTER = r"[^\W\d_]"
# Cuts between letters behind a hyphen, behind a soft hyphen, and around spaces and newlines.
_CUT = re.compile(
    rf"(?<={_LETTER}-)(?={_LETTER})|(?<={SOFT_HYPHEN})(?=[^ \n])|(?<=[^ ])(?= )|(?<= )(?=[^ ])|(?<=\n)|(?=\n)"
)
# Words that stay with the name or number behind them (Title and names: DESIGN.md section 4).
_HEAD = r"\b(?:KABUPATEN|KOTA|PROVINSI|KECAMATAN|KELURAHAN|DESA|TAHUN|NOMOR|LAMPIRAN)"
_HEAD_AT_END, _HEAD_AT_SPACE = re.compile(f"{_HEAD}$", re.I), re.compile(f"{_HEAD} ", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its pieces, natural width (pt), number of spaces, and whether it ends a paragraph or a forced line."""

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    last: bool

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(piece.text for piece in self.pieces)


class _Atom(NamedTuple):
    """What may not be broken; `space` are the spaces behind it."""

    pieces: tuple[Piece, ...]
    width: float
    space: str
    newline: bool


EMPTY = Line((), 0.0, 0, True)


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


@lru_cache(maxsize=4096)
def _break(runs: tuple[tuple[str, str], ...], size: float, room: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    line: list[_Atom] = []
    used = 0.0
    for atom in _atoms(runs, size):
        gap = _space_width(line[-1], size) if line else 0.0
        if line and used + gap + _needed(atom, size) > room + _SLACK:
            lines.append(_line(line, size, False))
            line, used, gap = [], 0.0, 0.0
        if atom.width > room + _SLACK:
            *full, atom = _cut(atom, size, room)
            lines.extend(_line([part], size, False) for part in full)
        line.append(atom)
        used += gap + atom.width
        if atom.newline:
            lines.append(_line(line, size, True))
            line, used = [], 0.0
    if line:
        lines.append(_line(line, size, True))
    return tuple(lines)


def break_lines(runs: Runs, size: float, room: float, *, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a paragraph in a column `room` pt wide; `bold` is the weight of its role. No text gives no line."""
    if not runs:
        return ()
    faced = tuple(piece for run in runs for piece in pieces(run, bold))
    return _break(faced, size, room)


def natural_width(runs: Runs, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line (pt)."""
    return size * sum(width(face, text) for run in runs for face, text in pieces(run, bold))


def widest_word(runs: Runs, size: float, *, bold: bool = False) -> float:
    """The width of the widest part that does not break (pt)."""
    faced = tuple(piece for run in runs for piece in pieces(run, bold))
    return max((atom.width for atom in _atoms(faced, size)), default=0.0)


def whole_names(runs: Runs, size: float, room: float, *, bold: bool = False) -> Runs:
    """The runs with no-break spaces wherever a line would end between KABUPATEN, TAHUN, NOMOR ... and what belongs to
    them.

    Only those spaces are replaced, so that the text stays as typed wherever the line does not end there.
    """
    while gap := _gap_in_a_name(runs, size, room, bold=bold):
        for position in gap:
            runs = _with_no_break_space(runs, position)
    return runs


def _gap_in_a_name(runs: Runs, size: float, room: float, *, bold: bool) -> range:
    """Where in the text the spaces stand at which a line ends within a name; nowhere if none does."""
    text = "".join([run.text for run in runs])
    if not _HEAD_AT_SPACE.search(text) or ("\n" not in text and natural_width(runs, size, bold=bold) <= room):
        return range(0)
    end = 0
    for line in break_lines(runs, size, room, bold=bold):
        end = text.index(line.text, end) + len(line.text)
        spaces = len(text) - end - len(text[end:].lstrip(" "))
        if spaces and not line.last and _HEAD_AT_END.search(line.text):
            return range(end, end + spaces)
    return range(0)


def _with_no_break_space(runs: Runs, position: int) -> Runs:
    """The runs with the sign at that position of their text replaced."""
    found = []
    at = 0
    for run in runs:
        here = position - at
        if 0 <= here < len(run.text):
            run = replace(run, text=run.text[:here] + NO_BREAK_SPACE + run.text[here + 1 :])
        found.append(run)
        at += len(run.text)
    return tuple(found)


def _atoms(faced: tuple[tuple[str, str], ...], size: float) -> Iterator[_Atom]:
    """The unbreakable parts of a text whose faces may change within a word."""
    faces = "".join(face[0] * len(text) for face, text in faced) if len(faced) > 1 else ""
    text = "".join(text for _, text in faced)
    parts = [part for part in _CUT.split(text) if part]
    at = 0
    for n, part in enumerate(parts):
        if part[0] in " \n":
            at += len(part)
            if part == "\n" and (n == 0 or parts[n - 1] == "\n"):
                yield _Atom((), 0.0, "", True)
            continue
        following = parts[n + 1 : n + 3]
        space = following[0] if following and following[0][0] == " " else ""
        newline = "\n" in following[: 2 if space else 1]
        found = _pieces(faced, at, part) if faces else (Piece(faced[0][0], part),)
        yield _Atom(found, size * sum(width(*piece) for piece in found), space, newline)
        at += len(part)


def _pieces(faced: tuple[tuple[str, str], ...], at: int, part: str) -> tuple[Piece, ...]:
    """The faces of the part of the text that begins at that position."""
    found = []
    start = 0
    for face, text in faced:
        first, last = max(at, start), min(at + len(part), start + len(text))
        if first < last:
            found.append(Piece(face, text[first - start : last - start]))
        start += len(text)
    return tuple(found)


def _space_width(atom: _Atom, size: float) -> float:
    return size * width(atom.pieces[-1].face, atom.space) if atom.space else 0.0


def _needed(atom: _Atom, size: float) -> float:
    """The width an atom needs at the end of a line: a soft hyphen shows there."""
    shown = atom.pieces and atom.pieces[-1].text.endswith(SOFT_HYPHEN)
    return atom.width + (size * hyphen_width(atom.pieces[-1].face) if shown else 0.0)


def _cut(atom: _Atom, size: float, room: float) -> Iterator[_Atom]:
    """A word wider than the column in parts that fit, cut behind a slash where it has one; at least one sign each."""
    signs = [(piece.face, sign, size * width(piece.face, sign)) for piece in atom.pieces for sign in piece.text]
    start, used = 0, 0.0
    for at, (_, _, step) in enumerate(signs):
        if at > start and used + step > room + _SLACK:
            slash = next((n + 1 for n in range(at - 1, start, -1) if signs[n][1] == "/"), at)
            yield _Atom(_joined(signs[start:slash]), sum(one[2] for one in signs[start:slash]), "", False)
            start, used = slash, sum(one[2] for one in signs[slash:at])
        used += step
    yield _Atom(_joined(signs[start:]), used, atom.space, atom.newline)


def _joined(signs: Sequence[tuple[str, str, float]]) -> tuple[Piece, ...]:
    return tuple(
        Piece(face, "".join(sign for _, sign, _ in same)) for face, same in groupby(signs, key=lambda sign: sign[0])
    )


def _line(atoms: list[_Atom], size: float, last: bool) -> Line:
    merged: list[Piece] = []
    for at, atom in enumerate(atoms):
        space = atom.space if at < len(atoms) - 1 else ""
        for n, piece in enumerate(atom.pieces):
            text = piece.text + (space if n == len(atom.pieces) - 1 else "")
            if merged and merged[-1].face == piece.face:
                merged[-1] = Piece(piece.face, merged[-1].text + text)
            else:
                merged.append(Piece(piece.face, text))
    natural = size * sum(width(*piece) for piece in merged)
    if merged and merged[-1].text.endswith(SOFT_HYPHEN):
        natural += size * hyphen_width(merged[-1].face)
    return Line(tuple(merged), natural, sum(piece.text.count(" ") for piece in merged), last)
