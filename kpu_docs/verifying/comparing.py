"""Lines by the data against lines of the file: the same lines are found first, what is left between them is paired by
its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kpu_docs.likeness import matches, opcodes
from kpu_docs.verifying.differences import Difference
from kpu_docs.verifying.lines import Line
from kpu_docs.verifying.paper import Piece

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
