"""Plain text: the decree as a clerk can read it in any editor, and the golden format of the tests.

Words stand in reading order. Tables whose rows fit a line are drawn as tables; others are written cell below cell,
each further in than the one before, with the grid of months drawn in characters: ``|.|.|#|#|.|`` (# is a marked
cell).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kpu_docs.blocks import (
    Block,
    Box,
    Cell,
    Document,
    Item,
    List,
    Pair,
    Pairs,
    Paragraph,
    Picture,
    Runs,
    Space,
    Table,
    Together,
    at_columns,
)
from kpu_docs.tata_naskah import TataNaskah

WIDTH = 96
LABELS = 15
HALF = 50
_EDGES = {"tanda_tangan": HALF, "kepala_lampiran": HALF}


def write(document: Document, tata_naskah: TataNaskah) -> bytes:
    """The document as UTF-8 text, its sections apart by blank lines."""
    sections = ("\n".join(_lines(section.blocks, tata_naskah)) for section in document.sections)
    return ("\n\n\n".join(re.sub(r"\n{3,}", "\n\n", section).strip("\n") for section in sections) + "\n").encode()


def _lines(blocks: Iterable[Block], tata_naskah: TataNaskah) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            gaya = tata_naskah.gaya[block.role]
            yield from [""] if gaya.sebelum else []
            yield from _aligned(block.runs, gaya.rata)
            yield from [""] if gaya.sesudah else []
        else:
            left = _EDGES.get(block.role, 0) if isinstance(block, Together) else 0
            yield from (line.rstrip() for line in _walk((block,), left, ""))


def _aligned(runs: Runs, align: str) -> Iterator[str]:
    for line in _wrapped(_text(runs), WIDTH):
        yield {"tengah": line.center(WIDTH).rstrip(), "kanan": line.rjust(WIDTH)}.get(align, line)


def _walk(blocks: Iterable[Block], left: int, prefix: str) -> Iterator[str]:
    """The lines of blocks set in to column `left`; the first begins with the prefix."""
    for block in blocks:
        for line in _block(block, left, prefix):
            yield line
            prefix = ""


def _block(block: Block, left: int, prefix: str) -> Iterator[str]:
    match block:
        case Paragraph():
            *above, last = _wrapped(_text(block.runs), WIDTH - left)
            for line in (*above, _dotted(last, WIDTH - left) if block.dots else last):
                yield prefix.ljust(left) + line
                prefix = ""
        case List():
            hang = max([4, *(len(_text(item.marker)) + 1 for item in block.items)])
            for item in block.items:
                yield from _walk(_beside(item), left + hang, prefix.ljust(left) + _text(item.marker))
                prefix = ""
        case Pairs():
            column = LABELS if block.utama else max(len(_text(pair.label)) for pair in block.pairs) + 1
            for pair in block.pairs:
                yield from _pair(pair, left, column, prefix)
                prefix = ""
            if block.utama:
                yield ""
        case Together():
            yield from _walk(block.blocks, left, prefix)
        case Space():
            yield from [""] * block.lines
        case Picture():
            yield " " * left + f"[{block.alt}]"
        case Box():
            rule = " " * left + "+" + "-" * (WIDTH - left - 2) + "+"
            yield from ("", rule)
            yield from _walk(block.blocks, left + 2, "")
            yield from (rule, "")
        case Table():
            yield from [prefix] if prefix else []
            yield from _table(block)


def _dotted(text: str, width: int) -> str:
    """The text with dots to the end of the line."""
    start = f"{text} " if text else ""
    return start + "." * (width - len(start))


def _pair(pair: Pair, left: int, column: int, prefix: str) -> Iterator[str]:
    label = _text(pair.label)
    start = prefix.ljust(left)
    if len(label) >= column:  # the label stands on a line of its own, so that its words stay together
        yield start + label
        start, label = " " * left, ""
    yield from _walk(_beside(pair), left + column + 2, start + label.ljust(column) + _text(pair.colon))


def _beside(holder: Item | Pair) -> tuple[Block, ...]:
    return holder.isi or (Paragraph("isi", (), holder.asal),)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of whole words; a word longer than the line has one of its own."""
    lines = []
    for forced in text.split("\n"):
        line = ""
        for word in forced.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _table(table: Table) -> Iterator[str]:
    rows = [*at_columns((*table.head, *table.rows))]
    widths = [0] * len(table.columns)
    for row in rows:
        for first, cell in row:
            if cell.colspan == 1:
                widths[first] = max(widths[first], len(_text(cell.runs)))
    simple = not any(column.grid for column in table.columns) and all(
        "\n" not in _text(cell.runs) and len(_text(cell.runs)) <= _room(widths, first, cell)
        for row in rows
        for first, cell in row
    )
    yield ""
    if simple and sum(widths) + 3 * len(widths) + 1 <= WIDTH:
        yield from _drawn(rows, widths, len(table.head))
    else:
        yield from _stacked(table, rows)
    yield ""


def _room(widths: list[int], first: int, cell: Cell) -> int:
    """The width of the columns that a cell covers."""
    return sum(widths[first : first + cell.colspan]) + 3 * (cell.colspan - 1)


def _drawn(rows: list[list[tuple[int, Cell]]], widths: list[int], head: int) -> Iterator[str]:
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    yield rule
    for number, row in enumerate(rows):
        cells = dict(row)
        texts = []
        column = 0
        while column < len(widths):
            cell = cells.get(column)  # none: a cell from above covers the place
            texts.append(_text(cell.runs).ljust(_room(widths, column, cell)) if cell else " " * widths[column])
            column += cell.colspan if cell else 1
        yield "| " + " | ".join(texts) + " |"
        if number == head - 1:
            yield rule
    yield rule


def _stacked(table: Table, rows: list[list[tuple[int, Cell]]]) -> Iterator[str]:
    for row in rows[: len(table.head)]:
        yield from _wrapped(" | ".join(_text(cell.runs) for _, cell in row), WIDTH)
    yield "-" * WIDTH
    for source, row in zip(table.rows, rows[len(table.head) :], strict=True):
        if source.kind == "bagian":
            yield ""
            yield " ".join(_text(cell.runs) for _, cell in row)
            continue
        depth = 0
        for grid, cells in groupby(row, key=lambda placed: table.columns[placed[0]].grid):
            for first, cell in [next(cells)] if grid else cells:
                if not grid:
                    depth = 2 * min(first, 3)
                    text = _text(cell.runs)
                    yield from (" " * depth + line for line in _wrapped(text, WIDTH - depth) if text)
                else:
                    yield " " * depth + "|" + "|".join(map(_mark, (cell, *(cell for _, cell in cells)))) + "|"
    yield "-" * WIDTH


def _mark(cell: Cell) -> str:
    return "#" if cell.marked else _text(cell.runs) or "."
