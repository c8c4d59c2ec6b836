"""What places in the data are called on the paper, and which printed words stand there: the data are composed with a
comment at each place, and the lines of that read for the comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kpu_docs import markup, tata_naskah
from kpu_docs.blocks import Asal, Runs
from kpu_docs.complaints import DataPath
from kpu_docs.compose import compose
from kpu_docs.findings import Span, Spot
from kpu_docs.model import Keputusan
from kpu_docs.texts import text_at
from kpu_docs.verifying.paper import Piece, pieces
from kpu_docs.verifying.places import text
from kpu_docs.writers.docx.comments import Comment, Commented, commented

_OFFICE = ("kantor", "tata_naskah")
_PRINTED: Mapping[str, Asal] = {
    "kata.salinan": ("naskah",),
    "kata.rancangan": ("naskah",),
    "kata.keputusan": ("satker",),
    "kata.nomor": ("nomor",),
    "kata.tentang": ("tentang",),
    "kata.menimbang": ("menimbang",),
    "kata.mengingat": ("mengingat",),
    "kata.memperhatikan": ("memperhatikan",),
    "kata.memutuskan": ("diktum",),
    "kata.ditetapkan_di": ("kantor", "tempat"),
    "kata.pada_tanggal": ("ditetapkan", "pada"),
    "kata.tembusan": ("tembusan",),
    "judul": ("tentang",),
    "penutup": ("kantor", "tempat"),
    "lampiran": ("lampiran",),
}
"""Where what an office words its own way is printed; what is not named here belongs to the signature."""

_SHOWN = 60
"""Letters of a text that are shown at most."""

_AROUND = 3
"""Words that are shown on either side of those that are meant."""


class Trace(NamedTuple):
    """A place on the paper: its name, the words there, which piece of the paper that is (from 0), and of its words the
    first and the last that are meant.
    """

    tempat: str
    teks: str
    piece: int
    first: int
    last: int


def traced(keputusan: Keputusan, spots: Sequence[Spot]) -> tuple[list[Piece], list[Trace]]:
    """The pieces of the paper of a decree, and where on it these places are."""
    rules = tata_naskah.of(keputusan)
    comments = [Comment(_printed(spot.path), _signs(keputusan, spot), "") for spot in spots]
    found = pieces(commented(compose(keputusan, rules), comments), rules, len(keputusan.lampiran))
    traces: dict[int, Trace] = {}
    for at, piece in enumerate(found):
        for number, trace in _traces(at, piece, comments):
            traces.setdefault(number, trace)
    printed = {run.asal for piece in found for _, runs in piece.runs for run in runs}
    top = Trace(found[0].where, "", 0, 0, len(found[0].line.words.split()) - 1)
    near = [traces.get(number, top) for number in range(len(spots))]
    return found, [
        trace if spot.path in printed else _at_its_words(found, trace, _said(keputusan, spot))
        for spot, trace in zip(spots, near, strict=True)
    ]


def _said(keputusan: Keputusan, spot: Spot) -> list[str]:
    """The words that are meant, in small letters."""
    said = text_at(keputusan, spot.path)
    return markup.plain(said[slice(*spot.span)] if spot.span else said).lower().split()


def _at_its_words(found: Sequence[Piece], near: Trace, said: Sequence[str]) -> Trace:
    """The next place where words stand that are printed together with others, as the title of an official; `near` if
    there is none.
    """
    for at in range(near.piece, len(found) if said else 0):
        words = found[at].line.words.split()
        for first in range(len(words) - len(said) + 1):
            if [word.lower() for word in words[first : first + len(said)]] == said:
                return Trace(found[at].where, _shown(words, first), at, first, first + len(said) - 1)
    return near


def _signs(keputusan: Keputusan, spot: Spot) -> Span | None:
    """The signs that are meant; beside a place where something is missing the one before it, at the beginning the one
    behind it.
    """
    if spot.span is None or spot.span[0] < spot.span[1]:
        return spot.span
    before = text_at(keputusan, spot.path)[: spot.span[0]].rstrip()
    return (len(before) - 1, len(before)) if before else (0, 1)


def _printed(path: DataPath) -> DataPath:
    """Where something is printed, or what is nearest to it."""
    if path[:2] == ("kantor", "satker"):
        return ("satker",)
    if path[:2] == ("kantor", "pejabat") and path[3:] != ("nama",):
        return ("penanda_tangan",)
    if path[:2] != _OFFICE:
        return path
    value = ".".join(map(str, path[2:]))
    return _PRINTED.get(value) or _PRINTED.get(str(path[2]), ("penanda_tangan",))


def _traces(at: int, piece: Piece, comments: Sequence[Comment]) -> Iterator[tuple[int, Trace]]:
    """The comments of a piece, each with its place. One on no signs in particular means all of the text, one on what is
    not printed by itself all of the piece.
    """
    line, start = piece.line.words.split(), 0
    for column, runs in piece.runs:
        end = start + len(text(runs).split())
        for number, (first, last, asal) in _marked(runs).items():
            own = asal == comments[number].asal
            name = piece.columns.get(column) if piece.line.kind == "row" and own else None
            where = f"{piece.where}, kolom {name}" if name else piece.where
            if own and comments[number].span:
                shown = _shown(line[start:end], first)
                yield number, Trace(where, shown, at, start + first, start + last)
            else:
                low, high = (start, end) if name or (own and end == len(line)) else (0, len(line))
                yield number, Trace(where, _shown(line[low:high], 0), at, low, high - 1)
        start = end


def _marked(runs: Runs) -> dict[int, tuple[int, int, Asal]]:
    """The comments that runs bear: the first and the last word of each, and the path of its text."""
    held = [one.span() for one in re.finditer(r"\S+", "".join(run.text for run in runs))]
    found: dict[int, tuple[int, int, Asal]] = {}
    start = 0
    for run in runs:
        end = start + len(run.text)
        words = [at for at, (first, last) in enumerate(held) if first < end and last > start]
        for number in run.comments if isinstance(run, Commented) and words else ():
            found[number] = (found[number][0] if number in found else words[0], words[-1], run.asal)
        start = end
    return found


def _shown(words: Sequence[str], first: int) -> str:
    """Words with a few around them."""
    start = max(0, first - _AROUND)
    told = "… " * bool(start) + " ".join(words[start : first + 1])
    for word in words[first + 1 :]:
        if len(told) + len(word) > _SHOWN:
            return f"{told} …"
        told = f"{told} {word}"
    return told
