"""Where the parts of a decree begin, by their words: the paper cut at its labels, from Menimbang to the annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpu_docs.reading.cleaning import cleaned
from kpu_docs.reading.columns import diktum, flattened, label, sign
from kpu_docs.reading.paper import Line, Paper, Piece, Section
from kpu_docs.reading.penutup import BEGINS

MEMUTUSKAN = re.compile(r"M\s*E\s*M\s*U\s*T\s*U\s*S\s*K\s*A\s*N\s*:?", re.I)
LAMPIRAN = re.compile(r"LAMPIRAN\b(?!.*[.;]$)", re.I)

_SHORT = 80
"""Letters that the first line of a certification has at most."""


@dataclass
class Parts:
    """The pieces of each part of a decree, without the labels of the left column, which are in `labels` as written.

    A part that is not there is empty. `diktum` has label and pieces of each, `lampiran` whether its pages lie wide.
    """

    pembukaan: list[Piece] = field(default_factory=list)
    menimbang: list[Piece] = field(default_factory=list)
    mengingat: list[Piece] = field(default_factory=list)
    memperhatikan: list[Piece] = field(default_factory=list)
    memutuskan: str = ""
    menetapkan: list[Piece] = field(default_factory=list)
    diktum: list[tuple[str, list[Piece]]] = field(default_factory=list)
    penutup: list[Piece] = field(default_factory=list)
    lampiran: list[tuple[bool | None, list[Piece]]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


def begins(line: str) -> bool:
    """Whether a line begins a part of a decree or an item of a list."""
    text = line.strip()
    return opens(text) or bool(
        sign(text)[0] or re.match(r"(?:LAMPIRAN|KEPUTUSAN|NOMOR|TENTANG|BAB\s+[IVXLC]+)\b", text)
    )


def opens(text: str) -> bool:
    """Whether a line begins a part of a decree with words that cannot go on with a text."""
    labelled = text.lstrip("*")[:1].isupper() and (label(text) or diktum(text))
    return bool(labelled or MEMUTUSKAN.fullmatch(text) or any(part.fullmatch(text) for part in BEGINS.values()))


def cleared(paper: Paper) -> list[Section]:
    """The sections with tables that only make columns as lines, without what belongs to their pages."""
    return [replace(section, pieces=tuple(cleaned(_with_frames(section), paper.notes))) for section in paper.sections]


def cut(sections: Sequence[Section]) -> Parts:
    """The parts of a decree; what stands before the first label is its opening."""
    parts = Parts()
    for at, section in enumerate(sections):
        if parts.penutup and at:
            _annexes(parts, section)
        else:
            _body(parts, section)
    return parts


def _with_frames(section: Section) -> list[Piece]:
    """Frames with rules stay in an annex, which may hold sample forms."""
    begins = next((piece for piece in section.pieces if isinstance(piece, Line) and piece.text.strip()), None)
    annex = begins is not None and bool(LAMPIRAN.match(begins.plain))
    return [one for piece in flattened(section.pieces, frames=not annex) for one in _parted(piece)]


def _parted(piece: Piece) -> Iterator[Piece]:
    """A paragraph whose lines, broken by hand, begin parts of a decree or name an official, as its lines."""
    texts = piece.text.split("\n") if isinstance(piece, Line) else []
    if isinstance(piece, Line) and len(texts) > 1 and _are_parts(texts):
        yield from (replace(piece, text=text) for text in texts)
    else:
        yield piece


def _are_parts(texts: Sequence[str]) -> bool:
    official = texts[-1].endswith(",") and all(text.isupper() for text in texts)
    return official or bool(BEGINS["tempat"].match(texts[0])) or any(map(_heads, texts[1:]))


def _heads(text: str) -> bool:
    return opens(text) or bool(re.match(r"(?:NOMOR|TENTANG)\b", text))


def _body(parts: Parts, section: Section) -> None:
    held = parts.pembukaan
    for at, piece in enumerate(section.pieces):
        if parts.penutup and isinstance(piece, Line) and LAMPIRAN.match(piece.plain):
            _annexes(parts, replace(section, pieces=section.pieces[at:]))
            return
        held = _next(parts, held, piece) if isinstance(piece, Line) else _kept(held, piece)


def _kept(held: list[Piece], piece: Piece) -> list[Piece]:
    held.append(piece)
    return held


def _next(parts: Parts, held: list[Piece], line: Line) -> list[Piece]:
    """Where a line belongs: to the part it begins, else to the one before."""
    labelled = None if parts.penutup else label(line.text)
    if labelled and labelled[0] == "menetapkan" and parts.diktum:
        labelled = None
    if labelled:
        name = labelled[0].replace("memerhatikan", "memperhatikan")
        parts.labels.setdefault(name, labelled[1])
        part: list[Piece] = getattr(parts, name)
        return _begun(part, line, labelled[2])
    if MEMUTUSKAN.fullmatch(line.plain) and not parts.diktum:
        parts.memutuskan = line.plain
        return parts.menetapkan
    found = None if parts.penutup else diktum(line.text)
    follows = found and found[0] == len(parts.diktum) + 1 and (parts.memutuskan or parts.menetapkan)
    if found and follows and not _is_quoted(parts, line):
        parts.diktum.append((found[1], []))
        return _begun(parts.diktum[-1][1], line, found[2])
    if parts.diktum and not parts.penutup and _closes(line.plain):
        return _kept(parts.penutup, line)
    return _kept(held, line)


def _is_quoted(parts: Parts, line: Line) -> bool:
    """Whether the label of a diktum stands in a quotation: further right than the first, or right below "berbunyi:"."""
    held = [piece for _, isi in parts.diktum for piece in isi if isinstance(piece, Line)]
    edges = [piece.left for piece in held if piece.left is not None]
    if edges and line.left is not None and edges[0] != line.left:
        return line.left > edges[0]
    return bool(held and parts.diktum[-1][1] and re.search(r"\bberbunyi\b.*:$", held[-1].plain))


def _closes(text: str) -> bool:
    """Whether a line begins the end: place and day, or the certification that stands beside them."""
    return bool(BEGINS["tempat"].match(text) or (len(text) < _SHORT and BEGINS["pengesahan"].fullmatch(text)))


def _begun(part: list[Piece], line: Line, rest: str) -> list[Piece]:
    if rest:
        part.append(replace(line, text=rest))
    return part


def _annexes(parts: Parts, section: Section) -> None:
    """The annexes of a section: one begins at each head, and where a section begins with a title in the middle."""
    for at, piece in enumerate(section.pieces):
        heads = isinstance(piece, Line) and LAMPIRAN.match(piece.plain) and _is_head(section, at)
        titled = at == 0 and isinstance(piece, Line) and piece.centred
        if heads or titled or not parts.lampiran:
            parts.lampiran.append((section.landscape, []))
        parts.lampiran[-1][1].append(piece)


def _is_head(section: Section, at: int) -> bool:
    """Whether a line that begins with LAMPIRAN heads an annex: it stands alone in capitals, or KEPUTUSAN follows."""
    line, *after = section.pieces[at : at + 3]
    assert isinstance(line, Line)
    follows = any(isinstance(piece, Line) and re.search(r"\b(?:KEPUTUSAN|NOMOR)\b", piece.plain) for piece in after)
    return bool(re.match(r"LAMPIRAN\b", line.plain)) and (follows or "KEPUTUSAN" in line.plain)
