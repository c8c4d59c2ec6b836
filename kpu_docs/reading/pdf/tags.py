"""A PDF of ours as paper, by its tags: paragraphs, and tables with marked cells. Nothing of its looks is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kpu_docs.reading.paper import Cell, Line, Paper, Piece, Row, Section, Table
from kpu_docs.reading.txt_tables import with_spans
from kpu_docs.verifying import read_pdf
from kpu_docs.verifying.lines import Line as Tagged

_NOT_READ = (
    "dari PDF tidak terbaca: huruf miring dan tebal, baris baru di dalam judul, letak halaman, gambar, dan bingkai"
)


def read(path: Path, name: str) -> Paper:
    """A PDF file; `name` is what complaints call it.

    Raises:
        InputError: pikepdf is not installed, or the file is none of ours.
    """
    found = read_pdf(path, name)
    notes = [_NOT_READ, *(f'dibubuhkan pada halaman {page}, tidak diambil: "{words}"' for page, words in found.added)]
    return Paper((Section(tuple(_pieces(found.lines))),), (), notes)


def _pieces(lines: Sequence[Tagged]) -> Iterator[Piece]:
    rows: list[Tagged] = []
    for line in lines:
        if rows and (line.kind == "paragraph" or (line.kind == "head" and rows[-1].kind == "row")):
            yield _table(rows)
            rows = []
        if line.kind == "paragraph":
            yield Line("\t".join(text for _, text in line.cells))
        else:
            rows.append(line)
    if rows:
        yield _table(rows)


def _table(lines: Sequence[Tagged]) -> Table:
    rows = [_row(line) for line in lines]
    heads = [row for row in rows if row.head]
    width = max(cell.column for row in rows for cell in row.cells) + 1
    return Table((*with_spans(heads, width), *rows[len(heads) :]))


def _row(line: Tagged) -> Row:
    texts = dict(line.cells)
    columns = sorted({*texts, *line.shaded})
    cells = (Cell(at, (Line(texts.get(at, "")),), shaded=at in line.shaded) for at in columns)
    return Row(tuple(cells), head=line.kind == "head")
