"""Where findings stand: from signs of a text in the data to line and column, or sheet and cell."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.findings import Spot
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


def extent(keputusan: Keputusan, spot: Spot) -> tuple[int, int] | None:
    """From which sign of its file to before which the text meant at a place is spelt, or None if that is unknown."""
    source = source_of(keputusan)
    [found] = source.find([spot.path])
    original = source.text_of(found.file)
    text = text_at(keputusan, spot.path)
    if original is None or found.text is None:
        return None
    known = offsets(original.text, _index(original.text, found.text), text)
    first, last = spot.span or (0, len(text))
    return (known[first], known[last]) if known else None


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
