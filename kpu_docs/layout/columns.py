"""The columns of the decree: where label, colon, marker and text stand. The tree of blocks becomes a row of strips.

A `Strip` is one paragraph with what stands before its first line. DOCX and PDF both lay out these strips, so their
columns agree. Lengths in pt from the left edge of the text area. The columns were measured on decrees of KPU RI
2019-2023 (X-2, X-3: text at 35 mm, item text at 45 mm).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kpu_docs.blocks import (
    Block,
    Box,
    Document,
    Item,
    List,
    Pair,
    Pairs,
    Paragraph,
    Picture,
    Runs,
    Section,
    Space,
    Table,
    Together,
)
from kpu_docs.layout.fonts import width
from kpu_docs.layout.items import Owner
from kpu_docs.layout.lines import natural_width, widest_word
from kpu_docs.pieces import dataclass
from kpu_docs.tata_naskah import TataNaskah

MM = 72 / 25.4
"""Points in a millimetre."""

_GAP = 1.2 * MM
"""The least room between a colon or marker and its text, and between the label of a detail line and its colon."""

_LEAST_ROOM = 30 * MM
"""Lists nested so deep that less than this would be left for their text are not set in further."""

_BEFORE_COLON = 0.6 * MM
"""The least room between a main label and its colon."""


class Prefix(NamedTuple):
    """What stands before the first line of a strip: its left edge, its room, its runs, and the block it belongs to."""

    left: float
    room: float
    runs: Runs
    owner: Owner


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph in its column: left edge and room of the text, and what stands before it.

    `keep` holds it on the page of the next strip, `whole` forbids a page break inside it.
    """

    block: Paragraph
    left: float
    room: float
    prefixes: tuple[Prefix, ...] = ()
    keep: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A table, empty lines, a picture or a frame in their column. `inside` is what the frame holds."""

    block: Table | Space | Picture | Box
    left: float
    room: float
    keep: bool = False
    inside: tuple[Part, ...] = ()


Part = Strip | Placed


@dataclass(frozen=True, slots=True)
class Columns:
    """The colon and the text of the decree's main labels (Menimbang ... KESATU)."""

    colon: float
    text: float

    @classmethod
    def of(cls, document: Document, tata_naskah: TataNaskah) -> Columns:
        """The columns of the format rules, moved right for a label a little too wide for them.

        A label moves them that would still end before the measured column of the text (Memperhatikan, KEDUA BELAS do);
        a longer one (KEDUA PULUH SATU) wraps, and then its widest word counts.
        """
        kolom, size = tata_naskah.kolom, tata_naskah.huruf.ukuran
        limit = kolom.teks * MM - _GAP
        labels = [pair.label for section in document.sections for pair in _main_pairs(section.blocks)]
        whole = (natural_width(label, size) for label in labels)
        widest = max(
            max((width for width in whole if width <= limit), default=0.0),
            max((widest_word(label, size) for label in labels), default=0.0),
        )
        colon = max(kolom.titik_dua * MM, widest + _BEFORE_COLON)
        return cls(colon, max(kolom.teks * MM, colon + size * width("regular", ":") + _GAP))


def _main_pairs(blocks: Iterable[Block]) -> Iterator[Pair]:
    for block in blocks:
        if isinstance(block, Pairs) and block.utama:
            yield from block.pairs


class _Frame(NamedTuple):
    """Where blocks stand: the left edge and room of their text, the hang of their lists, the columns of the main
    labels, the room between a frame and what it holds.
    """

    left: float
    room: float
    hang: float
    size: float
    columns: Columns
    padding: float

    def moved(self, by: float) -> _Frame:
        """Set in by so much, but not so far that hardly any room is left for the text."""
        by = min(by, max(0.0, self.room - _LEAST_ROOM))
        return self._replace(left=self.left + by, room=self.room - by)


def parts(section: Section, columns: Columns, tata_naskah: TataNaskah) -> list[Part]:
    """The strips of a section from top to bottom."""
    hang, padding = tata_naskah.kolom.gantung * MM, tata_naskah.kotak.bantalan * MM
    frame = _Frame(0.0, section.text_width * MM, hang, tata_naskah.huruf.ukuran, columns, padding)
    found: list[Part] = []
    for block in section.blocks:
        if isinstance(block, Together):
            if found and block.attached:
                found[-1] = _kept(found[-1])
            found.extend(_together(block, _placed(block.role, frame, tata_naskah), ()))
        else:
            found.extend(_walk((block,), frame, ()))
    return [_styled(part, tata_naskah) for part in found]


def _together(block: Together, frame: _Frame, prefixes: tuple[Prefix, ...]) -> Iterator[Part]:
    """Blocks that stay on one page: each part is kept with the next."""
    inside = list(_walk(block.blocks, frame, prefixes))
    yield from (_kept(part) for part in inside[:-1])
    yield from inside[-1:]


def _kept(part: Part) -> Part:
    if isinstance(part, Strip):
        return Strip(part.block, part.left, part.room, part.prefixes, keep=True, whole=True)
    return replace(part, keep=True)


def _styled(part: Part, tata_naskah: TataNaskah) -> Part:
    """A strip whose role stays with what follows (`lanjut`)."""
    if isinstance(part, Strip) and tata_naskah.gaya[part.block.role].lanjut:
        return _kept(part)
    if isinstance(part, Placed) and part.inside:
        return replace(part, inside=tuple(_styled(one, tata_naskah) for one in part.inside))
    return part


def _placed(role: str, frame: _Frame, tata_naskah: TataNaskah) -> _Frame:
    """The column of a block that stands apart: signature, certification, head of an annex."""
    rules = tata_naskah.lampiran
    match role:
        case "tanda_tangan":
            # As far from the right margin on a wide annex page as on the body's.
            margins = tata_naskah.margins
            body = (tata_naskah.paper()[0] - margins.left - margins.right) * MM
            return frame.moved(frame.room - body * (1 - tata_naskah.tanda_tangan.kiri))
        case "kepala_lampiran":
            return frame.moved(max(frame.room * rules.kepala_kiri, frame.room - rules.kepala_lebar * MM))
        case "pengesahan":
            return frame._replace(room=min(frame.room, tata_naskah.pengesahan.lebar * MM))
        case _:
            return frame


def _walk(blocks: Iterable[Block], frame: _Frame, prefixes: tuple[Prefix, ...]) -> Iterator[Part]:
    """The strips of blocks; the first strip takes the prefixes of what it stands in."""
    for block in blocks:
        for part in _strips(block, frame, prefixes):
            yield part
            prefixes = ()


def _strips(block: Block, frame: _Frame, prefixes: tuple[Prefix, ...]) -> Iterator[Part]:
    match block:
        case Paragraph():
            yield Strip(block, frame.left, frame.room, prefixes)
        case List():
            yield from _list(block, frame, prefixes)
        case Pairs():
            yield from _pairs(block, frame, prefixes)
        case Together():
            yield from _together(block, frame, prefixes)
        case _:
            if prefixes:  # a label in front of a table stands on a line of its own
                yield Strip(Paragraph("isi", (), block.asal), frame.left, frame.room, prefixes, keep=True)
            inside = tuple(_walk(block.blocks, _inner(frame), ())) if isinstance(block, Box) else ()
            yield Placed(block, frame.left, frame.room, inside=inside)


def _inner(frame: _Frame) -> _Frame:
    """What a frame holds keeps its distance on both sides."""
    inner = frame.moved(2 * frame.padding)
    return inner._replace(left=frame.left + (inner.left - frame.left) / 2)


def _list(block: List, frame: _Frame, prefixes: tuple[Prefix, ...]) -> Iterator[Part]:
    widest = max((natural_width(item.marker, frame.size) for item in block.items), default=0.0)
    hang = max(frame.hang, widest + _GAP)
    inner = frame.moved(hang)
    for item in block.items:
        own = (Prefix(inner.left - hang, hang, item.marker, item),) if item.marker else ()
        yield from _walk(_never_empty(item), inner, (*prefixes, *own))
        prefixes = ()


def _pairs(block: Pairs, frame: _Frame, prefixes: tuple[Prefix, ...]) -> Iterator[Part]:
    if block.utama:
        colon, text = frame.columns.colon, frame.columns.text
    else:
        widest = max((natural_width(pair.label, frame.size) for pair in block.pairs), default=0.0)
        colon = min(widest, frame.room * 0.4) + _GAP
        text = colon + frame.size * 0.75
    inner = frame.moved(text)
    left = inner.left - text
    for pair in block.pairs:
        label = Prefix(left, colon, pair.label, pair)
        sign = Prefix(left + colon, text - colon, pair.colon, pair)
        yield from _walk(_never_empty(pair), inner, (*prefixes, label, sign))
        prefixes = ()


def _never_empty(holder: Item | Pair) -> tuple[Block, ...]:
    """What stands beside a marker or label; an empty paragraph where nothing does, so that the label is printed."""
    return holder.isi or (Paragraph("isi", (), holder.asal),)
