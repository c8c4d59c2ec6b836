"""Tables as WordprocessingML, built as text (python-docx's own cells are quadratic). Element order follows the
schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from kpu_docs.blocks import Cell, Row, Table, at_columns
from kpu_docs.layout.columns import MM
from kpu_docs.layout.tables import BODY, HEAD, edges
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx.text import runs_xml, twips

_JC = {"kiri": "left", "tengah": "center", "kanan": "right"}
_GUESS = 0.55
"""Average width of a letter for a size of 1 pt, to guess the height of a row."""


def table_xml(table: Table, left: float, room: float, page: float, tata_naskah: TataNaskah, *, keep_last: bool) -> str:
    """The table, `room` pt wide from `left` (pt), for pages `page` pt high; `keep_last` keeps its last row with what
    follows.

    Rows do not split, but for those that look higher than half a page.
    """
    maker = _Maker(table, left, room, page, tata_naskah)
    head = "".join(maker.rows(table.head, HEAD, keep_last=False))
    rows = "".join(maker.rows(table.rows, BODY, keep_last=keep_last))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in maker.widths)
    # Up to compatibilityMode 14 Word indents the text of the first cell, not its rule.
    indent = twips(left + tata_naskah.tabel.bantalan * MM)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KPUTabel"/><w:tblW w:w="{sum(maker.widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblDescription w:val={quoteattr(table.summary)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{head}{rows}</w:tbl>"
    )


class _Maker:
    """What the rows of one table share: widths (twips), the height a row may have, greys."""

    def __init__(self, table: Table, left: float, room: float, page: float, tata_naskah: TataNaskah) -> None:
        self.table, self.tata_naskah = table, tata_naskah
        self.points = edges(table, left, room, tata_naskah)
        self.edges = [twips(edge) for edge in self.points]
        self.widths = [b - a for a, b in zip(self.edges, self.edges[1:], strict=False)]
        self.lines = page / 2 / tata_naskah.huruf.jarak_tabel

    def rows(self, rows: Sequence[Row], role: str, *, keep_last: bool) -> Iterator[str]:
        """The rows of the head or the body."""
        marked, section = self.tata_naskah.tabel.arsiran, self.tata_naskah.tabel.arsiran_bagian
        below: dict[int, tuple[Cell, int]] = {}
        for at, (row, placed) in enumerate(zip(rows, at_columns(rows), strict=True)):
            keep = row.section or role == HEAD or (keep_last and at == len(rows) - 1)
            cells = dict(placed)
            found = []
            column = 0
            while column < len(self.widths):
                cell, continued = cells.get(column), column not in cells
                if cell is None:
                    cell = below[column][0]
                grey = marked if cell.marked else section if row.section else ""
                found.append(self._cell(cell, column, role, keep, grey, continued=continued))
                left = below[column][1] - 1 if continued else cell.rowspan - 1
                below[column] = (cell, left)
                column += cell.colspan
            split = "" if role == BODY and self._high(placed) else "<w:cantSplit/>"
            properties = split + ("<w:tblHeader/>" if role == HEAD else "")
            yield (
                f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(found)}</w:tr>"
                if properties
                else f"<w:tr>{''.join(found)}</w:tr>"
            )

    def _high(self, placed: Sequence[tuple[int, Cell]]) -> bool:
        """Whether a row looks too high to be kept in one piece."""
        size = self.tata_naskah.huruf.ukuran_tabel * _GUESS
        return any(
            sum(len(run.text) for run in cell.runs) * size / (self.points[first + cell.colspan] - self.points[first])
            > self.lines
            for first, cell in placed
        )

    def _cell(self, cell: Cell, column: int, role: str, keep: bool, grey: str, *, continued: bool) -> str:
        width = self.edges[column + cell.colspan] - self.edges[column]
        merge = "" if cell.rowspan == 1 else "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>'
        own = self.table.columns[column].align if cell.colspan == 1 and role == BODY else ""
        align = cell.align or own
        return _cell_xml(width, cell.colspan, merge, grey, role, keep, align, "" if continued else runs_xml(cell.runs))


@lru_cache(maxsize=2048)
def _cell_xml(width: int, span: int, merge: str, grey: str, role: str, keep: bool, align: str, runs: str) -> str:
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{escape(grey)}"/>' if grey else ""
    middle = '<w:vAlign w:val="center"/>' if role == HEAD else ""
    style = {HEAD: "KPUKepalaTabel", BODY: "KPUSel"}[role]
    stay = "<w:keepNext/>" if keep else ""
    justify = f'<w:jc w:val="{_JC[align]}"/>' if align and align != "kiri" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}{merge}{shade}{middle}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stay}{justify}</w:pPr>{runs}</w:p></w:tc>'
    )
