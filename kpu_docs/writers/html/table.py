"""Tables: what each cell heads is said to screen readers; a table wider than the screen scrolls by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kpu_docs.blocks import MARKED, Cell, Row, Table, at_columns
from kpu_docs.layout.tables import role_of
from kpu_docs.writers.html.text import runs_html


def table_html(table: Table) -> str:
    """The table, its summary as caption and as the name of what scrolls."""
    summary = escape(table.summary)
    total = sum(column.width for column in table.columns) or 1.0
    columns = "".join(f'<col style="width:{100 * column.width / total:.4g}%"/>' for column in table.columns)
    head = f"<thead>\n{''.join(_rows(table, table.head, head=True))}</thead>\n" if table.head else ""
    bodies = (f"<tbody>\n{''.join(_rows(table, rows, head=False))}</tbody>\n" for rows in _groups(table.rows))
    return (
        f'<div class="kpu-tabel" role="group" aria-label="{summary}" tabindex="0">\n'
        f"<table>\n<caption>{_hidden(summary)}</caption>\n<colgroup>{columns}</colgroup>\n"
        f"{head}{''.join(bodies)}</table>\n</div>"
    )


def _hidden(text: str) -> str:
    """Text for screen readers alone."""
    return f'<span class="kpu-tersembunyi">{text}</span>'


def _groups(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows in groups that begin with the headings of sections, which head their group: a cell cannot go on from
    one group into the next.
    """
    start = reach = 0
    for at, row in enumerate(rows):
        if row.kind == "bagian" and start < at and reach <= at and rows[at - 1].kind != "bagian":
            yield rows[start:at]
            start = at
        reach = max([reach, *(at + cell.rowspan for cell in row.cells)])
    if rows:
        yield rows[start:]


def _rows(table: Table, rows: Sequence[Row], *, head: bool) -> Iterator[str]:
    for row, placed in zip(rows, at_columns(rows), strict=True):
        kinds = [f"kpu-gaya-{role_of(row, head=head)}"]
        kinds += ["kpu-bagian"] if row.kind == "bagian" else []
        kinds += ["kpu-halaman-baru"] if row.new_page else []
        height = f' style="height:{row.height:g}mm"' if row.height else ""
        title = max(row.cells, key=lambda cell: cell.colspan) if row.kind != "isi" else None
        cells = []
        for first, cell in placed:
            scope = "col" if head else "" if cell is not title else "rowgroup" if row.kind == "bagian" else "row"
            own = table.columns[first].align if cell.colspan == 1 and not head else ""
            cells.append(_cell(cell, scope, cell.align or own, upright=cell.upright and head))
        yield f'<tr class="{" ".join(kinds)}"{height}>{"".join(cells)}</tr>\n'


def _cell(cell: Cell, scope: str, align: str, *, upright: bool) -> str:
    kinds = [f"kpu-{align}"] if align and (align != "kiri" or scope == "col") else []
    kinds += ["kpu-arsir"] if cell.marked else []
    kinds += ["kpu-tegak"] if upright else []
    attributes = {
        "scope": scope,
        "colspan": str(cell.colspan) if cell.colspan > 1 else "",
        "rowspan": str(cell.rowspan) if cell.rowspan > 1 else "",
        "class": " ".join(kinds),
    }
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value)
    text = runs_html(cell.runs) + (_hidden(MARKED) if cell.marked else "")
    tag = "th" if scope else "td"
    return f"<{tag}{written}>{f'<span>{text}</span>' if upright else text}</{tag}>"
