"""A strip as lines with their heights, ready to be put on pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.blocks import Runs
from kpu_docs.layout.columns import Prefix, Strip
from kpu_docs.layout.items import Dots, Owner, Text
from kpu_docs.layout.lines import EMPTY, Line, break_lines
from kpu_docs.layout.names import whole_names
from kpu_docs.tata_naskah import TataNaskah

BASELINE = 0.8
"""The baseline within an exact line pitch, from its top: Word and LibreOffice put a fifth of the pitch below it."""


class Column(NamedTuple):
    """Lines below one another at a left edge, in a room (pt)."""

    left: float
    room: float
    lines: tuple[Line, ...]
    owner: Owner


@dataclass(slots=True)
class Paragraph:
    """Columns side by side on common lines: text and, on its first lines, what stands before it. Heights in pt.

    `lines` is how many lines it takes.
    """

    columns: tuple[Column, ...]
    lines: int
    align: str
    size: float
    pitch: float
    before: float
    after: float
    dots: bool

    @property
    def labelled(self) -> int:
        """How many lines what stands before the text takes."""
        return max((len(column.lines) for column in self.columns[:-1]), default=0)

    def height(self, first: int = 0, last: int | None = None) -> float:
        """The height of some of its lines."""
        return self.pitch * ((self.lines if last is None else last) - first)

    def items(self, x: float, y: float, first: int, last: int) -> list[Text | Dots]:
        """Its lines from `first` to before `last`, placed below (x, y), the last of all with its dots."""
        found: list[Text | Dots] = []
        baseline = y + self.pitch * BASELINE
        for column in self.columns:
            lines = column.lines[first:last]
            if any(line.pieces for line in lines):
                left, text = x + column.left, column is self.columns[-1]
                align = self.align if text else "kiri"
                found.append(
                    Text(left, baseline, self.size, self.pitch, lines, align, column.room, column.owner, not text)
                )
        if self.dots and last == self.lines:
            found.append(self._dots(x, y + self.pitch * (last - first - 1 + BASELINE)))
        return found

    def _dots(self, x: float, baseline: float) -> Dots:
        """From the end of the text to the right edge of its column."""
        text = self.columns[-1]
        written = text.lines[-1].width
        gap = self.size / 3 if written else 0.0
        return Dots(x + text.left + written + gap, x + text.left + text.room, baseline, self.size)


def text_runs(strip: Strip, tata_naskah: TataNaskah) -> Runs:
    """The text of a strip; in titles and names no line ends within KABUPATEN X, TAHUN 2024, NOMOR 5."""
    role = strip.block.role
    gaya = tata_naskah.gaya[role]
    if not gaya.utuh:
        return strip.block.runs
    return whole_names(strip.block.runs, tata_naskah.size(role), strip.room, bold=gaya.tebal)


def paragraph(strip: Strip, tata_naskah: TataNaskah) -> Paragraph:
    """The lines of a strip."""
    role = strip.block.role
    gaya, size = tata_naskah.gaya[role], tata_naskah.size(role)
    runs = text_runs(strip, tata_naskah)
    text = Column(strip.left, strip.room, break_lines(runs, size, strip.room, bold=gaya.tebal) or (EMPTY,), strip.block)
    columns = (*(_prefix(prefix, size, bold=gaya.tebal) for prefix in strip.prefixes), text)
    return Paragraph(
        columns,
        max(len(column.lines) for column in columns),
        gaya.rata,
        size,
        tata_naskah.pitch(role),
        gaya.sebelum,
        gaya.sesudah,
        strip.block.dots,
    )


def _prefix(prefix: Prefix, size: float, *, bold: bool) -> Column:
    return Column(prefix.left, prefix.room, break_lines(prefix.runs, size, prefix.room, bold=bold), prefix.owner)
