"""A decree that exists as a document, whoever made it, checked: read, asked by the rules, each finding at its place on
the paper.

    for finding in checked("keputusan.docx").findings:
        print(finding)                   # keputusan.docx: Menimbang huruf b ("bahwa …"): salah: …

What is no fault of the paper but comes of reading it (`artefacts`) is left out. In a Word file the words are found
again (`matching`), so that findings can be put into it as comments (`word`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kpu_docs import inputs
from kpu_docs.checking import check
from kpu_docs.complaints import Complaint, InputError, shown
from kpu_docs.documents.artefacts import of_the_paper
from kpu_docs.documents.tracing import Trace, traced
from kpu_docs.findings import MOST_PLACES, Finding, Spot
from kpu_docs.reading import Understood, understood
from kpu_docs.reading.draft import UNKNOWN
from kpu_docs.verifying.paper import Piece

_NO_DECREE = (
    "tidak terbaca sebagai Keputusan: Menimbang, Mengingat, dan diktum tidak ditemukan; periksa apakah ini berkas "
    "Keputusan"
)
_SEE = "`kpu-docs import {} -o DIR` menjelaskan semuanya"
_MOST_NOTES = 3
_TITLE = "Judul"
_PARTS = ("menimbang", "mengingat", "diktum")


class Checked(NamedTuple):
    """A document that was checked: findings from top to bottom of the paper, what is to be said of its reading, and
    what its places were found by: the paper by the data, and the place of each spot of each finding.
    """

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    read: Understood
    pieces: list[Piece]
    traces: tuple[tuple[Trace, ...], ...]


def checked(path: str | os.PathLike[str]) -> Checked:
    """Check a .docx file, the .txt of a scan, or a .pdf.

    Raises:
        InputError: the file cannot be read, or nothing in it is a decree.
    """
    name, read = os.path.normpath(path), understood(path)
    if all(read.data[part] == [UNKNOWN] for part in _PARTS):
        raise InputError(Complaint((), _NO_DECREE, file=name))
    keputusan = inputs.load(read.data)
    findings = of_the_paper(check(keputusan), keputusan, read)
    pieces, traces = traced(keputusan, [spot for finding in findings for spot in finding.spots])
    each = iter(traces)
    placed = [(finding, tuple(next(each) for _ in finding.spots)) for finding in findings]
    placed.sort(key=lambda pair: (pair[1][0].piece, pair[1][0].first))
    named = (replace(finding, spots=_spots(name, finding, places)) for finding, places in placed)
    return Checked(tuple(named), tuple(_notes(name, read)), read, pieces, tuple(places for _, places in placed))


def with_findings(path: str | os.PathLike[str], found: Checked) -> bytes:
    """A copy of a Word file that was checked, with its findings as comments at their words. A finding whose words are
    not found stands at the title, with its place before it.

    Raises:
        OSError: it cannot be read any more.
    """
    from kpu_docs.documents.matching import Matched
    from kpu_docs.documents.word import Words, with_comments

    file = Matched(found.pieces, found.read.sections)
    titles = [at for at, piece in enumerate(found.pieces) if piece.where == _TITLE]
    top = file.words(Trace(_TITLE, "", titles[-1], 0, -1)) or file.top
    comments: list[tuple[Words, str]] = []
    for finding, traces in zip(found.findings, found.traces, strict=True):
        for trace in traces[: MOST_PLACES + 1]:
            words = file.words(trace)
            comments.append((words or top, finding.comment if words else f"{trace.tempat}: {finding.comment}"))
    return with_comments(Path(path).read_bytes(), comments)


def _spots(name: str, finding: Finding, traces: Sequence[Trace]) -> tuple[Spot, ...]:
    """The places of a finding by their names on the paper."""
    return tuple(
        spot._replace(file=name, tempat=trace.tempat, teks=trace.teks)
        for spot, trace in zip(finding.spots, traces, strict=True)
    )


def _notes(name: str, read: Understood) -> Iterator[str]:
    """What a file was not surely understood in."""
    if read.uncertain:
        first = (one.removesuffix("; diisi titik-titik") for one in read.uncertain[:_MOST_NOTES])
        rest = len(read.uncertain) - _MOST_NOTES
        more = f" dan {rest} hal lain" if rest > 0 else ""
        yield f"{name}: belum pasti terbaca: {'; '.join(first)}{more}; {_SEE.format(name)}"
    if read.unplaced:
        what = f'{len(read.unplaced)} baris tidak dikenali dan tidak diperiksa ("{shown(read.unplaced[0].plain)}")'
        yield f"{name}: {what}; {_SEE.format(name)}"
