"""Signs of lists and labels of diktum counted anew, in a Word file of ours that somebody edited: an item that was put
in or taken out leaves the numbers of the others as they were.

In our files a sign stands before a tab and all items of a list begin at the same left edge, so that no sign has to be
the next one to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kpu_docs import bahasa
from kpu_docs.isi_blocks import marker
from kpu_docs.reading.columns import diktum, label
from kpu_docs.reading.paper import Line, Piece, Section

_SIGNED = re.compile(r"((?:[^\t]*\t:\t)?)(\d{1,3}[.)]|[a-zA-Z]{1,2}[.)])\t(.*)", re.S)
_BAB = re.compile(r"BAB [IVXLC]+")
_NEAR = 30
"""Left edges (twips) that differ less are the same."""


def renumbered(sections: Sequence[Section]) -> list[Section]:
    """The sections with signs and labels that follow one another."""
    return [replace(section, pieces=tuple(_pieces(section.pieces))) for section in sections]


def _pieces(pieces: Sequence[Piece]) -> Iterator[Piece]:
    lists: list[tuple[int, str, int]] = []  # left edge, first sign and length of each open list
    labels, edge, parts = 0, None, 0
    for piece in pieces:
        if not isinstance(piece, Line):
            lists = []
            yield piece
            continue
        left = piece.left or 0
        found = diktum(piece.text)
        if label(piece.text):
            lists = []
        elif found and (edge is None or left <= edge + _NEAR):
            lists = []
            edge = left if edge is None else edge
            labels += 1
            if found[0] != labels:
                piece = replace(piece, text=piece.text.replace(found[1], bahasa.diktum(labels), 1))
        elif _BAB.fullmatch(piece.plain):
            parts += 1
            piece = replace(piece, text=piece.text.replace(piece.plain, f"BAB {bahasa.romawi(parts)}"))
        signed = _SIGNED.fullmatch(piece.text)
        while lists and lists[-1][0] > left + _NEAR:
            lists.pop()
        if signed:
            first = _first(signed[2])
            count = 0
            if lists and abs(lists[-1][0] - left) < _NEAR and lists[-1][1] == first:
                count = lists.pop()[2]
            lists.append((left, first, count + 1))
            piece = replace(piece, text=f"{signed[1]}{_sign(first, count)}\t{signed[3]}")
        yield piece


def _first(sign: str) -> str:
    """The sign of the first item of a list with such signs."""
    return ("1" if sign[0].isdigit() else "A" if sign[0].isupper() else "a") + sign[-1]


def _sign(first: str, at: int) -> str:
    return marker(first.lower(), at).upper() if first[0] == "A" else marker(first, at)
