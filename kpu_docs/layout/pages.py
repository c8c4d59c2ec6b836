"""The document put on pages, from top to bottom. Lengths in pt.

What is kept together moves to the next page as one; a paragraph leaves at least two of its lines on either page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kpu_docs.blocks import Box, Document, Picture, Section, Space
from kpu_docs.layout import boxes, table_pages
from kpu_docs.layout.columns import MM, Columns, Part, Placed, Strip, parts
from kpu_docs.layout.flow import Flow
from kpu_docs.layout.furniture import furnish
from kpu_docs.layout.items import Image, Page, Signature
from kpu_docs.layout.paragraphs import Paragraph, paragraph
from kpu_docs.layout.pictures import picture_size
from kpu_docs.layout.tables import SetTable, set_table
from kpu_docs.tata_naskah import TataNaskah

_LEAST = 2
"""The least number of lines of a paragraph on a page (Word and LibreOffice: widow and orphan control)."""

_SLACK = 0.01


class _Unit:
    """A part with its measures."""

    def __init__(self, part: Part, section: Section, tata_naskah: TataNaskah) -> None:
        self.part, self.keep = part, part.keep
        self.whole = not isinstance(part, Strip) or part.whole
        self.goes_on = False
        self.before = self.after = 0.0
        self.text: Paragraph | None = None
        self.table: SetTable | None = None
        self.size = (0.0, 0.0)
        self.inside: list[_Unit] = []
        if isinstance(part, Strip):
            self.text = paragraph(part, tata_naskah)
            self.before, self.after = self.text.before, self.text.after
            self.height = self.least = self.text.height()
            if not self.whole and self.text.lines > _LEAST + 1:
                self.least = self.text.height(0, max(_LEAST, self.text.labelled))
        elif isinstance(part.block, Space):
            self.height = self.least = part.block.lines * tata_naskah.pitch(part.block.role)
        elif isinstance(part.block, Picture):
            self.size = picture_size(part.block, part.room, section.text_height * MM)
            self.height = self.least = self.size[1]
        elif isinstance(part.block, Box):
            self._set_box(part, section, tata_naskah)
        else:
            page = section.text_height * MM
            self.table = set_table(part.block, part.left, part.room, page, tata_naskah)
            self.least = self.height = table_pages.first_height(self.table, page)
            self.after = tata_naskah.tabel.sesudah
            self.goes_on = table_pages.goes_on(self.table)

    def _set_box(self, part: Placed, section: Section, tata_naskah: TataNaskah) -> None:
        """A frame stays on one page if one is high enough."""
        self.inside = _units(part.inside, section, tata_naskah)
        padding = tata_naskah.kotak.bantalan * MM
        self.height = sum(unit.before + unit.height + unit.after for unit in self.inside) + 2 * padding
        whole = self.height <= section.text_height * MM
        self.least = self.height if whole else padding + _needed(self.inside[:1])
        self.after = tata_naskah.kotak.sesudah


def _units(found: Sequence[Part], section: Section, tata_naskah: TataNaskah) -> list[_Unit]:
    """The parts with their measures. Between paragraphs the larger of the rooms below and above counts, as in Word."""
    units = [_Unit(part, section, tata_naskah) for part in found]
    for above, below in pairwise(units):
        if above.text and below.text:
            below.before = max(0.0, below.before - above.after)
    return units


def lay_out(document: Document, tata_naskah: TataNaskah) -> list[Page]:
    """The pages of the document."""
    columns = Columns.of(document, tata_naskah)
    pages: list[Page] = []
    for index, section in enumerate(document.sections):
        flow = Flow(section, index)
        _fill(_units(parts(section, columns, tata_naskah), section, tata_naskah), flow, tata_naskah)
        pages += flow.pages
    furnish(pages, document, tata_naskah)
    return pages


def _fill(units: Sequence[_Unit], flow: Flow, tata_naskah: TataNaskah) -> None:
    at = 0
    while at < len(units):
        end = at
        while units[end].keep and end < len(units) - 1:
            end += 1
        group = units[at : end + 1]
        if not flow.fresh and _needed(group) > flow.remaining + _SLACK:
            flow.new_page()
        for n, unit in enumerate(group):
            _put(unit, flow, tata_naskah, _needed(units[at + n + 1 : _end(units, at + n + 1)]))
        at = end + 1


def _end(units: Sequence[_Unit], start: int) -> int:
    """Where the group ends that begins at `start`, if the unit before it is kept with it."""
    if start == 0 or not units[start - 1].keep:
        return start
    end = start
    while end < len(units) and units[end].keep:
        end += 1
    return end + 1


def _needed(group: Sequence[_Unit]) -> float:
    """The height that must be free for a group to begin on a page: all of it up to its last part, or to a table that
    may go on on the next page; of that part as little as it may leave.
    """
    height = 0.0
    for at, unit in enumerate(group):
        if unit.goes_on or at == len(group) - 1:
            return height + unit.before + unit.least
        height += unit.before + unit.height + unit.after
    return height


def _put(unit: _Unit, flow: Flow, tata_naskah: TataNaskah, tail: float) -> None:
    """Put a part on the pages; `tail` is the height that what is kept with it needs after it."""
    part = unit.part
    if unit.table is not None:
        if not flow.fresh and unit.least > flow.remaining + _SLACK:
            flow.new_page()
        table_pages.put(unit.table, flow, tata_naskah, tail + unit.after if tail else 0.0)
        flow.y += unit.after
    elif unit.inside and isinstance(part, Placed):
        _put_box(unit, part, flow, tata_naskah)
        flow.y += unit.after
    elif unit.text is not None:
        # Word and LibreOffice drop the room above a paragraph where a page begins, but not where a section does.
        flow.y += unit.before if not flow.fresh or len(flow.pages) == 1 else 0.0
        _put_lines(unit.text, unit.whole, flow)
        flow.y += unit.after
    elif isinstance(part, Placed) and isinstance(part.block, Picture):
        width, height = unit.size
        flow.add([Image(flow.x + part.left + (part.room - width) / 2, flow.y, width, height, part.block)])
        flow.y += unit.height
    else:
        if isinstance(part, Placed) and isinstance(part.block, Space) and part.block.field:
            flow.add([Signature(flow.x + part.left, flow.y, part.room, unit.height, part.block)])
        flow.y += unit.height


def _put_box(unit: _Unit, part: Placed, flow: Flow, tata_naskah: TataNaskah) -> None:
    rules = tata_naskah.kotak
    begin = len(flow.pages) - 1, flow.y
    flow.y += rules.bantalan * MM
    _fill(unit.inside, flow, tata_naskah)
    flow.y += rules.bantalan * MM
    boxes.draw(flow, begin, part.left, part.room, rules.garis)


def _put_lines(text: Paragraph, whole: bool, flow: Flow) -> None:
    whole = whole and text.height() <= flow.page_height
    first = 0
    while first < text.lines:
        fitting = int((flow.remaining + _SLACK) // text.pitch)
        last = _last(text, first, fitting, whole)
        if last <= first and not flow.fresh:
            flow.new_page()
            continue
        last = max(last, first + 1)
        flow.add(text.items(flow.x, flow.y, first, last))
        flow.y += text.height(first, last)
        first = last
        if first < text.lines:
            flow.new_page()


def _last(text: Paragraph, first: int, fitting: int, whole: bool) -> int:
    """Before which line a paragraph breaks if `fitting` lines from `first` on fit on the page; never beside a label."""
    if first + fitting >= text.lines:
        return text.lines
    if whole:
        return first
    last = first + fitting
    if text.lines - last < _LEAST:
        last = text.lines - _LEAST
    return last if last - first >= _LEAST and last >= text.labelled else first
