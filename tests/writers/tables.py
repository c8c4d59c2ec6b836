"""Tables read back from a file of any format as the same thing: cells on a grid, those that are marked among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kpu_docs.blocks import MARKED
from tests.writers import html_reading, pdf_reading


@dataclass(frozen=True)
class Spot:
    """A cell: what it says, whether it is marked, the columns and rows it covers, whether it heads others."""

    text: str
    marked: bool = False
    columns: int = 1
    rows: int = 1
    heads: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table: its rows, of which the first `head` are its head."""

    rows: Sequence[Sequence[Spot]]
    head: int

    def placed(self) -> list[dict[int, Spot]]:
        """For each row its own cells by the column each begins in; each place of the table has exactly one cell."""
        taken: dict[tuple[int, int], Spot] = {}
        found: list[dict[int, Spot]] = []
        for y, row in enumerate(self.rows):
            x = 0
            found.append({})
            for spot in row:
                while (y, x) in taken:
                    x += 1
                found[-1][x] = spot
                for down in range(spot.rows):
                    for across in range(spot.columns):
                        assert (y + down, x + across) not in taken, f"two cells in row {y}, column {x + across}"
                        taken[y + down, x + across] = spot
                x += spot.columns
        columns = {x for _, x in taken}
        assert set(taken) == {(y, x) for y in range(len(self.rows)) for x in columns}, "rows of unequal length"
        return found

    def grids(self) -> list[str]:
        """The rows of the body as `|.|#|` in the columns that the last row of a head of several rows heads."""
        placed = self.placed()
        if self.head < 2:
            return []
        columns = [x for x, spot in placed[self.head - 1].items() for x in range(x, x + spot.columns)]
        rows = ([row[x] for x in columns if x in row] for row in placed[self.head :])
        drawn = ("|".join("#" if spot.marked else spot.text or "." for spot in row) for row in rows if len(row) > 1)
        return [f"|{row}|" for row in drawn]


def from_pdf(pdf: bytes) -> list[Sheet]:
    """The tables of a PDF, by its structure."""
    return [_pdf_sheet(one) for one in pdf_reading.tree(pdf_reading.opened(pdf)).find("Table")]


def _pdf_sheet(element: pdf_reading.Element) -> Sheet:
    rows = element.find("TR")
    heads = [row for part in element.find("THead") for row in part.kids]
    return Sheet([[_pdf_spot(cell) for cell in row.kids] for row in rows], len(heads))


def _pdf_spot(cell: pdf_reading.Element) -> Spot:
    return Spot(
        " ".join(cell.text.split()),
        any(kid.entries.get("ActualText") == MARKED for kid in cell.kids),
        int(cell.attributes.get("ColSpan", 1)),
        int(cell.attributes.get("RowSpan", 1)),
        cell.tag == "TH",
    )


def from_html(html: bytes) -> list[Sheet]:
    """The tables of a page. A group of rows ends all cells in it, which `html_reading` and its tests look at."""
    found = []
    for one in html_reading.page(html).find("table"):
        head = sum(len(part.elements) for part in one.find("thead"))
        found.append(Sheet([[_html_spot(cell) for cell in row.elements] for row in one.find("tr")], head))
    return found


def _html_spot(cell: html_reading.Element) -> Spot:
    span = {name: int(cell.attributes.get(name, 1)) for name in ("colspan", "rowspan")}
    marked = "kpu-arsir" in cell.classes
    seen = " ".join(html_reading.seen(cell).split())
    return Spot(seen, marked, span["colspan"], span["rowspan"], cell.tag == "th")


def from_docx(docx: bytes, shade: str) -> list[Sheet]:
    """The tables of our annexes in a Word file; `shade` is the fill of marked cells. One that goes on on a page of its
    own is one with the table before it.
    """
    body = Document(BytesIO(docx)).element.body
    found: list[list[Any]] = []
    for table in body.iter(qn("w:tbl")):
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        if style is None or style.get(qn("w:val")) != "KPUTabel":
            continue
        rows = table.findall(qn("w:tr"))
        before = table.getprevious()
        if before is not None and before.find(f".//{qn('w:pageBreakBefore')}") is not None:
            found[-1] += [row for row in rows if not _heads(row)]
        else:
            found.append(rows)
    return [Sheet(list(_docx_rows(rows, shade)), sum(map(_heads, rows))) for rows in found]


def _heads(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _docx_rows(rows: Sequence[Any], shade: str) -> Iterable[list[Spot]]:
    """The rows with merged cells counted once, where they begin."""
    placed = [{column: cell for column, cell in _columns(row)} for row in rows]
    for y, row in enumerate(placed):
        yield [
            _docx_spot(cell, _reach(placed, y, column), shade, heads=_heads(rows[y]))
            for column, cell in row.items()
            if cell.vMerge != "continue"
        ]


def _columns(row: Any) -> Iterable[tuple[int, Any]]:
    column = 0
    for cell in row.findall(qn("w:tc")):
        yield column, cell
        column += cell.grid_span


def _reach(placed: Sequence[dict[int, Any]], y: int, column: int) -> int:
    if placed[y][column].vMerge != "restart":
        return 1
    below = y + 1
    while below < len(placed) and column in placed[below] and placed[below][column].vMerge == "continue":
        below += 1
    return below - y


def _docx_spot(cell: Any, rows: int, shade: str, *, heads: bool) -> Spot:
    filled = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    text = " ".join(word for part in cell.iter(qn("w:p")) for word in Paragraph(part, cell).text.split())
    marked = filled is not None and filled.get(qn("w:fill")) == shade
    return Spot(text, marked, cell.grid_span, rows, heads)
