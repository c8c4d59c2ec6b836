"""A PDF of any program as paper, by where letters and rules stand on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kpu_docs.reading.cutting import LAMPIRAN
from kpu_docs.reading.paper import Paper, Piece, Section
from kpu_docs.reading.pdf import tables
from kpu_docs.reading.pdf.furniture import Lines
from kpu_docs.reading.pdf.page import Box, Page
from kpu_docs.reading.pdf.paragraphs import Column, Paragraphs
from kpu_docs.reading.pdf.printed import Printed, lines
from kpu_docs.reading.pdf.sides import Beside, parted, unruled

_NOT_READ = (
    "PDF ini dibaca menurut letak hurufnya di halaman: periksa paragraf, kolom, dan tabelnya; huruf tebal pada seluruh "
    "baris atau petak tidak diambil"
)
_SEVERAL, _ALIKE, _MOST = 3, 6.0, 0.8
"""Lines that show where the right edge is, the points by which they differ there at most, and the part of the widest
line that they fill at least.
"""

_SCANNED = 0.85
"""Part of a page that a picture of a scan covers at least."""


@dataclass
class _Sheet:
    """A page: whether it lies wide, its ruled tables from top to bottom, and the lines outside of them."""

    landscape: bool
    tables: list[tables.Placed]
    lines: list[Printed]


def paper(pages: Iterable[Page], notes: Sequence[str] = ()) -> Paper:
    """The pages as paper: a section for neighbouring pages of one orientation, another where an annex begins."""
    notes = [_NOT_READ, *notes]
    sheets = [_sheet(number, page, notes) for number, page in enumerate(pages, start=1)]
    ends = Lines([sheet.lines for sheet in sheets], notes)
    for sheet, held in zip(sheets, ends.pages, strict=True):
        sheet.lines = held
    together = groupby(zip(sheets, _parts(sheets), strict=True), key=lambda one: one[1])
    sections = tuple(
        Section(tuple(_pieces([sheet for sheet, _ in held], notes)), landscape) for (landscape, _), held in together
    )
    return Paper(sections, tuple(dict.fromkeys(ends.margins)), notes)


def _sheet(number: int, page: Page, notes: list[str]) -> _Sheet:
    notes += _said(number, page)
    found, outside, stray = tables.ruled(page, notes)
    level = lines(outside)
    for line in lines(stray):
        notes.append(f'tulisan tegak pada halaman {number} dibaca di akhir halaman itu: "{line.text}"')
        level.append(replace(line, base=page.high + line.base))
    return _Sheet(page.wide > page.high, found, level)


def _said(number: int, page: Page) -> Iterator[str]:
    """What is on a page beside its text."""
    if page.slanted:
        yield f'tulisan miring pada halaman {number} (tanda air?) tidak diambil: "{page.slanted}"'
    for remark in page.remarks:
        yield f'catatan pada halaman {number} tidak diambil: "{remark}"'
    for picture in page.pictures:
        yield _picture(picture, page, number)


def _picture(picture: Box, page: Page, number: int) -> str:
    if picture.wide < _SCANNED * page.wide or picture.high < _SCANNED * page.high:
        third = int(1.5 * (picture.top + picture.bottom) / page.high)
        where = ("atas", "tengah", "bawah")[min(max(third, 0), 2)]
        return f"gambar pada halaman {number} (bagian {where}) tidak diambil"
    if page.letters:
        return f"halaman {number} adalah gambar pindaian; yang dibaca teks OCR di baliknya"
    return f"halaman {number} adalah gambar pindaian tanpa teks: isinya belum terbaca; jalankan OCR"


def _parts(sheets: Sequence[_Sheet]) -> Iterator[tuple[bool, int]]:
    """For each page whether it lies wide, and how many annexes have begun."""
    annexes = 0
    for sheet in sheets:
        annexes += bool(sheet.lines and LAMPIRAN.match(sheet.lines[0].text))
        yield sheet.landscape, annexes


def _pieces(sheets: Sequence[_Sheet], notes: list[str]) -> Iterator[Piece]:
    """The pieces of pages; paragraphs and tables are joined where they go on over the end of a page."""
    column = _column(sheets)
    paragraphs = Paragraphs(notes)
    table: tables.Placed | None = None
    for sheet in sheets:
        for at, piece in enumerate(tables.in_order(sheet.tables, sheet.lines)):
            if isinstance(piece, tables.Placed):
                yield from paragraphs.end()
                joined = tables.continued(table, piece, notes) if table and at == 0 else None
                if table and not joined:
                    yield table.table
                table = joined or piece
                continue
            if table:
                yield table.table
                table = None
            yield from _between(piece, column, paragraphs)
    yield from paragraphs.end()
    if table:
        yield table.table


def _column(sheets: Sequence[_Sheet]) -> Column:
    """Where the lines of pages stand: up to where several of them end, or the widest one if they end anywhere."""
    boxes = [table.box for sheet in sheets for table in sheet.tables]
    held = [line for sheet in sheets for line in sheet.lines]
    left = min([*(line.left for line in held), *(box.left for box in boxes)], default=0.0)
    rights = sorted((line.right for line in held), reverse=True)
    widest = max([*rights[:1], *(box.right for box in boxes)], default=0.0)
    several = (one for one, other in zip(rights, rights[_SEVERAL - 1 :], strict=False) if one - other < _ALIKE)
    right = next(several, widest)
    return Column(left, right if right - left > _MOST * (widest - left) else widest)


def _between(held: Sequence[Printed], column: Column, paragraphs: Paragraphs) -> Iterator[Piece]:
    """Lines between tables, those that stand side by side as tables without rules."""
    for beside, group in groupby(parted(held), key=lambda piece: isinstance(piece, Beside)):
        if beside:
            yield from paragraphs.end()
            yield from (unruled(piece, column, paragraphs.notes) for piece in group if isinstance(piece, Beside))
        else:
            yield from paragraphs.add([line for line in group if isinstance(line, Printed)], column)
