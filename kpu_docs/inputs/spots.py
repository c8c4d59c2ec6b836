"""Where findings stand: from signs of a text in the data to line and column, or sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span, Spot
from kpu_docs.inputs.places import Position
from kpu_docs.inputs.raw import offsets
from kpu_docs.inputs.source import Found, Original, Source, source_of
from kpu_docs.model import Keputusan
from kpu_docs.texts import text_at


def placed(keputusan: Keputusan, spots: Sequence[Spot]) -> list[Spot]:
    """These places of a decree with file, line and column, or sheet and cell, as far as they are known."""
    source = source_of(keputusan)
    return [
        _placed(spot, found, source, text_at(keputusan, spot.path))
        for spot, found in zip(spots, source.find(spot.path for spot in spots), strict=True)
    ]


def _placed(spot: Spot, found: Found, source: Source, text: str) -> Spot:
    line, column = found.text or (None, None)
    original = source.text_of(found.file)
    if spot.span and found.text and original:
        line, column = _at(original, found.text, text, spot.span[0])
    return spot._replace(file=found.file, line=line, column=column, lembar=found.lembar, sel=found.sel)


def _at(original: Original, start: Position, text: str, sign: int) -> Position:
    """Line and column of a sign of the text that begins at `start`; those of its beginning where it is spelt oddly."""
    known = offsets(original.text, _index(original.text, start), text)
    return start if known is None else _position(original.text, known[sign])


class Meant(NamedTuple):
    """Signs of a text of the data: its path, the text, which signs of it."""

    path: DataPath
    text: str
    span: Span


def extent(keputusan: Keputusan, spot: Spot) -> tuple[int, int] | None:
    """From which sign of its file to before which the text meant at a place is spelt, or None if that is unknown."""
    text = text_at(keputusan, spot.path)
    [found] = extents(keputusan, [Meant(spot.path, text, spot.span or (0, len(text)))])
    return found


def extents(keputusan: Keputusan, meant: Sequence[Meant]) -> list[tuple[int, int] | None]:
    """As `extent`, for many texts at once."""
    source = source_of(keputusan)
    lines: dict[str, list[int]] = {}
    spelt: list[tuple[int, int] | None] = []
    for one, found in zip(meant, source.find(one.path for one in meant), strict=True):
        original = source.text_of(found.file)
        known = None
        if original and found.text:
            if found.file not in lines:
                lines[found.file] = [0, *(end.end() for end in re.finditer("\n", original.text))]
            line, column = found.text
            known = offsets(original.text, lines[found.file][line - 1] + column - 1, one.text)
        spelt.append((known[one.span[0]], known[one.span[1]]) if known else None)
    return spelt


def _index(text: str, position: Position) -> int:
    """The sign (from 0) at line and column (from 1) of a text."""
    line, column = position
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _position(text: str, index: int) -> Position:
    """Line and column (from 1) of a sign (from 0) of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
