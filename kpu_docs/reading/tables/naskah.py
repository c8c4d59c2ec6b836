"""Prose as the annex kind `naskah`: parts by their numbers, from BAB I or from A. on, and the text of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from kpu_docs import bahasa
from kpu_docs.lampiran._bab import number
from kpu_docs.reading import isi
from kpu_docs.reading.columns import flattened, sign, untabbed
from kpu_docs.reading.draft import unbold
from kpu_docs.reading.paper import Line, Piece, Table, lines

_BAB = re.compile(r"BAB\s+([IVXLC]+)\b[.:]?\s*(.*)", re.S)
_HEADING = 120
"""Letters that the heading of a part has at most."""


NO_TITLE = "-"
"""What stands where there must be a text and there is none."""


@dataclass
class _Part:
    level: int
    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


def read(pieces: Sequence[Piece]) -> Any:
    """The prose: an opening, and parts where it has any."""
    reader = _Reader([line for line in pieces if isinstance(line, Line)])
    for at, piece in enumerate(pieces):
        reader.add(piece, pieces[at + 1] if at + 1 < len(pieces) else None)
    top = reader.top
    found: dict[str, Any] = {}
    if top.pieces:
        found["isi"] = isi.short(_isi(top.pieces, 0))
    if top.parts:
        found["bab" if top.parts[0].level == 0 else "subbab"] = [_made(part) for part in top.parts]
    literal: Any = _unreferring(found)
    return literal or {"isi": NO_TITLE}


def literally(pieces: Sequence[Piece]) -> dict[str, Any]:
    """Every line as a text of its own."""
    return {"isi": [_unreferring(untabbed(line.text)) for line in lines(pieces) if line.plain] or NO_TITLE}


def _unreferring(data: Any) -> Any:
    """The data with [[ ]] as signs: a reference that the library resolves is not meant."""
    if isinstance(data, dict):
        return {key: _unreferring(part) for key, part in data.items()}
    if isinstance(data, list):
        return [_unreferring(one) for one in data]
    return data.replace("[[", "[**[**")


def _made(part: _Part) -> Any:
    found: dict[str, Any] = {"judul": part.title or NO_TITLE}
    if part.pieces:
        found["isi"] = isi.short(_isi(part.pieces, max(0, part.level - 1)))
    if part.parts:
        found["subbab"] = [_made(one) for one in part.parts]
    return found if len(found) > 1 else found["judul"]


class _Reader:
    """Puts each piece below the part it belongs to. Signs begin parts only while they go on from one to the next and
    their lines look like headings.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.top = _Part(-1)
        self.open = [self.top]
        self.babs = any(_BAB.match(line.plain) for line in lines)

    def add(self, piece: Piece, after: Piece | None) -> None:
        if isinstance(piece, Line) and (self._bab(piece) or self._part(piece, after)):
            return
        last = self.open[-1]
        if isinstance(piece, Line) and last.level == 0 and piece.plain and _is_title(piece, last):
            last.title = f"{last.title}\n{untabbed(unbold(piece.text))}".strip()
        else:
            last.pieces.append(piece)

    def _bab(self, line: Line) -> bool:
        found = _BAB.fullmatch(unbold(line.text).strip())
        if not found or bahasa.dari_romawi(found[1]) != len(self.top.parts) + 1 or (self.top.parts and not self.babs):
            return False
        self._begin(_Part(0, "\n".join(untabbed(found[2]).split("\n")).strip()), self.top)
        return True

    def _part(self, line: Line, after: Piece | None) -> bool:
        """Whether a line is the heading of a part: it has the next number of a level that is open, or the first of the
        one below, and what stands below it is its text.
        """
        mark, rest = sign(line.text)
        if not mark or not _is_heading(rest):
            return False
        lowest = 0 if self.babs else -1
        for above in reversed(self.open):
            level = max(above.level + 1, 1)
            if above.level < lowest or level > 5:
                continue
            if mark == number(level, len(above.parts)) and (above.parts or self._begins(level, after)):
                self._begin(_Part(level, untabbed(unbold(rest))), above)
                return True
        return False

    def _begins(self, level: int, after: Piece | None) -> bool:
        """Whether a first number may begin parts: A. does, the others where no list goes on below."""
        if level == 1:
            return True
        if not isinstance(after, Line):
            return after is not None
        mark, rest = sign(after.text)
        return not mark or (mark == number(level + 1, 0) and _is_heading(rest)) or _is_heading(rest)

    def _begin(self, part: _Part, above: _Part) -> None:
        del self.open[self.open.index(above) + 1 :]
        above.parts.append(part)
        self.open.append(part)


def _is_title(line: Line, part: _Part) -> bool:
    """Whether a line below BAB belongs to its title: the first one, and further ones in the middle."""
    return not part.title or (line.centred and not part.pieces)


def _is_heading(text: str) -> bool:
    return len(text) < _HEADING and not re.search(r"[.;:,]$|;\s*(?:dan|atau)$", text.strip()) and text[:1].isupper()


def _isi(pieces: Sequence[Piece], depth: int) -> list[Any]:
    """The text of a part; a frame of one cell is a sample form."""
    found: list[Any] = []
    held: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Table) and all(len(row.cells) == 1 for row in piece.rows):
            found += isi.read(held, depth)
            held = []
            found.append({"kotak": _kotak(piece)})
        else:
            held.append(piece)
    return [*found, *isi.read(held, depth)]


def _kotak(table: Table) -> Any:
    pieces = [piece for row in table.rows for cell in row.cells for piece in flattened(cell.content)]
    titles = [*takewhile(lambda piece: isinstance(piece, Line) and piece.centred, pieces)]
    found: dict[str, Any] = {}
    if titles:
        found["judul"] = "\n".join(untabbed(unbold(line.text)) for line in lines(titles))
    if held := isi.read(pieces[len(titles) :]):
        found["isi"] = isi.short(held)
    return found
