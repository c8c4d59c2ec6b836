"""Tables as WordprocessingML, built as text (python-docx's own cells are quadratic). Element order follows the
schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from kpu_docs.blocks import Align, Cell, Row, Table, at_columns
from kpu_docs.complaints import Unprintable
from kpu_docs.layout.columns import MM
from kpu_docs.layout.table_columns import Placed, edges
from kpu_docs.layout.tables import HEAD, head_heights, role_of
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx.package import JC, style_id, twips
from kpu_docs.writers.docx.text import runs_xml
from kpu_docs.xml import escape, quoted

MOST_COLUMNS = 63
"""The most columns of a table in Word; a file with more it does not open."""

_END = "</w:p></w:tc>"
_NEW_PAGE = '<w:p><w:pPr><w:keepNext/><w:pageBreakBefore/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph 1 pt high that begins a page. Within a table LibreOffice heeds no page break."""
_GUESS = 0.55
"""Average width of a letter for a size of 1 pt, to guess the height of a row."""


def table_xml(
    table: Table, left: float, room: float, page: float, tata_naskah: TataNaskah, *, keep_last: bool
) -> Iterator[str]:
    """The table piece by piece, `room` pt wide from `left` (pt), for pages `page` pt high; `keep_last` keeps its last
    row with what follows.

    Rows do not split, but for those that look higher than half a page. A row that begins a page begins a table of its
    own.

    Raises:
        Unprintable: it has more columns than Word opens.
    """
    if len(table.columns) > MOST_COLUMNS:
        message = f"tabel ini mempunyai {len(table.columns)} kolom, padahal Word hanya membuka {MOST_COLUMNS}"
        raise Unprintable([(table.asal, message, None)])
    maker = _Maker(table, left, room, page, tata_naskah)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in maker.widths)
    # Up to compatibilityMode 14 Word indents the text of the first cell, not its rule.
    indent = twips(left + tata_naskah.tabel.bantalan * MM)
    begin = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KPUTabel"/><w:tblW w:w="{sum(maker.widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblDescription w:val={quoted(table.summary)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    begin += "".join(maker.rows(table.head, at_columns(table.head), head=True, keep_last=False))
    yield begin
    body = maker.rows(table.rows, maker.placed, head=False, keep_last=keep_last)
    for at, (row, text) in enumerate(zip(table.rows, body, strict=True)):
        yield f"</w:tbl>{_NEW_PAGE}{begin}{text}" if row.new_page and at else text
    yield "</w:tbl>"


class _Maker:
    """What the rows of one table share: widths (twips), the height a row may have, greys."""

    def __init__(self, table: Table, left: float, room: float, page: float, tata_naskah: TataNaskah) -> None:
        self.table, self.tata_naskah = table, tata_naskah
        self.placed = list(at_columns(table.rows))
        self.points = edges(table, left, room, tata_naskah, self.placed)
        self.edges = [twips(edge) for edge in self.points]
        self.widths = [b - a for a, b in zip(self.edges, self.edges[1:], strict=False)]
        self.page = page
        letters = page / 2 / tata_naskah.huruf.jarak_tabel / (tata_naskah.huruf.ukuran_tabel * _GUESS)
        self.most = [letters * (b - a) for a, b in zip(self.points, self.points[1:], strict=False)]
        aligns = tuple([column.align for column in table.columns])
        self.made = _made(tuple(self.edges), aligns, tata_naskah)

    def rows(self, rows: Sequence[Row], cells: Iterable[Placed], *, head: bool, keep_last: bool) -> Iterator[str]:
        """The rows of the head or the body, whose cells at their columns are `cells`."""
        section = self.tata_naskah.tabel.arsiran_bagian
        heights = self._heights(rows, head=head)
        above: dict[int, tuple[Cell, int]] = {}  # cells that reach down, by column, with the row before which they end
        for at, (row, placed) in enumerate(zip(rows, cells, strict=True)):
            keep = head or _stays(rows, at) or (keep_last and at == len(rows) - 1)
            grey = section if row.kind == "bagian" else ""
            look = _Look(role_of(row, head=head), keep, grey)
            empty, begun = self.made.get(look) or self.made.setdefault(look, ({}, {}))
            found = []
            high = False
            reaching = [(column, cell) for column, (cell, _) in above.items()]
            for column, cell in sorted([*placed, *reaching], key=itemgetter(0)) if reaching else placed:
                if not (cell.runs or cell.colspan > 1 or cell.rowspan > 1 or cell.align):
                    text = empty.get((column, cell.marked)) or empty.setdefault(
                        (column, cell.marked), self._begin(cell, column, look, False) + _END
                    )
                else:
                    continued = column in above
                    shape = (column, cell.colspan, cell.rowspan, continued, cell.marked, cell.align, cell.upright)
                    begin = begun.get(shape) or begun.setdefault(shape, self._begin(cell, column, look, continued))
                    text = f"{begin}{'' if continued else runs_xml(cell.runs)}{_END}"
                    # What has few signs as XML has few letters.
                    high = high or (len(text) > self.most[column] and not continued and self._high(cell, column))
                    if cell.rowspan > 1 and not continued:
                        above[column] = (cell, at + cell.rowspan)
                found.append(text)
            if above:
                above = {column: held for column, held in above.items() if held[1] > at + 1}
            properties = (
                ("<w:cantSplit/>" if head or not high else "")
                + (f'<w:trHeight w:val="{twips(heights[at])}" w:hRule="atLeast"/>' if heights[at] else "")
                + ("<w:tblHeader/>" if head else "")
            )
            text = "".join(found)
            yield f"<w:tr><w:trPr>{properties}</w:trPr>{text}</w:tr>" if properties else f"<w:tr>{text}</w:tr>"

    def _heights(self, rows: Sequence[Row], *, head: bool) -> list[float]:
        """The least height of each row (pt), 0 where its text decides. Word does not measure text that is turned."""
        if head and any(cell.upright for row in rows for cell in row.cells):
            return head_heights(self.table, self.points, self.page, self.tata_naskah)
        return [min(row.height * MM, self.page / 2) for row in rows]

    def _high(self, cell: Cell, first: int) -> bool:
        """Whether a cell looks so high that its row cannot be kept in one piece."""
        return sum(len(run.text) for run in cell.runs) > sum(self.most[first : first + cell.colspan])

    def _begin(self, cell: Cell, column: int, look: _Look, continued: bool) -> str:
        """A cell up to its text."""
        width = self.edges[column + cell.colspan] - self.edges[column]
        head = look.role == HEAD
        fill = self.tata_naskah.tabel.arsiran if cell.marked else look.grey
        align = cell.align or (self.table.columns[column].align if cell.colspan == 1 and not head else "")
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        merge = "" if cell.rowspan == 1 else "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>'
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{escape(fill)}"/>' if fill else ""
        turned = '<w:textDirection w:val="btLr"/>' if cell.upright and head else ""
        middle = '<w:vAlign w:val="center"/>' if head else ""
        stay = "<w:keepNext/>" if look.keep else ""
        justify = f'<w:jc w:val="{JC[align]}"/>' if align and (align != "kiri" or head) else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}{turned}{middle}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(look.role)}"/>{stay}{justify}</w:pPr>'
        )


def _stays(rows: Sequence[Row], at: int) -> bool:
    """Whether a row stays on the page of the next: a heading does, and what a total follows."""
    return rows[at].kind == "bagian" or (at + 1 < len(rows) and rows[at + 1].kind == "jumlah")


class _Look(NamedTuple):
    """What the cells of a row share: their role, whether they stay with the next row, their grey."""

    role: str
    keep: bool
    grey: str


_Made = dict[_Look, tuple[dict[tuple[int, bool], str], dict[tuple[object, ...], str]]]


@lru_cache(maxsize=64)
def _made(edges: tuple[int, ...], aligns: tuple[Align, ...], tata_naskah: TataNaskah) -> _Made:
    """For each look the empty cells made for tables with these columns, by column and mark, and the others up to their
    text, by shape: the same in decree after decree.
    """
    return {}
