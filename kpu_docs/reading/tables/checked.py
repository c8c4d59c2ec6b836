"""Whether data of an annex say what its table says: they are composed, and the rows compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, cast

from pydantic import ValidationError

from kpu_docs.blocks import Block, Paragraph, Together
from kpu_docs.blocks import Table as Printed
from kpu_docs.inputs.xlsx import words
from kpu_docs.lampiran import KINDS
from kpu_docs.reading.paper import Row, Table, lines
from kpu_docs.reading.paper import words as plain
from kpu_docs.verifying.places import text


class Said(NamedTuple):
    """What a row says: the words of its cells, and how many cells are only marked."""

    texts: tuple[str, ...]
    marks: int = 0


def composed(kind: str, data: Any) -> tuple[Block, ...] | None:
    """The blocks of an annex, or None where the data are none of that kind. Tables do not look at their page."""
    try:
        model = KINDS[kind].data.model_validate(data)
    except ValidationError:
        return None
    return KINDS[kind].compose(model, (), cast(Any, None))


def agrees(kind: str, data: Any, table: Table, head: int, notes: Sequence[str]) -> bool:
    """Whether the data of an annex print every row of a table as it is, all words of its head, and the notes below."""
    blocks = composed(kind, data)
    if blocks is None or not isinstance(blocks[0], Printed):
        return False
    printed = [said for row in blocks[0].rows if (said := _printed(row))]
    rows = [said for row in table.rows[head:] if (said := _said(row))]
    heads = Counter(_words(text(cell.runs) for row in blocks[0].head for cell in row.cells))
    wanted = Counter(_words(cell.plain for row in table.rows[:head] for cell in row.cells))
    notes_below = (line for block in blocks[1:] if isinstance(block, Together) for line in block.blocks)
    below = [plain(text(line.runs)) for line in notes_below if isinstance(line, Paragraph)]
    return (
        len(rows) == len(printed)
        and all(map(_alike, rows, printed))
        and not wanted - heads
        and below == [plain(note) for note in notes]
    )


def _words(texts: Iterator[str]) -> Iterator[str]:
    return (word for one in texts for word in one.upper().split())


def _printed(row: Any) -> Said | None:
    texts = tuple(found for cell in row.cells if (found := plain(text(cell.runs))))
    marks = sum(1 for cell in row.cells if cell.marked)
    return Said(texts, marks) if texts or marks else None


def _said(row: Row) -> Said | None:
    texts = tuple(" ".join(line.plain for line in lines(cell.content)) for cell in row.cells if cell.plain)
    marks = marks_of(row)
    return Said(texts, marks) if texts or marks else None


def marks_of(row: Row) -> int:
    """How many cells of a row have a fill and no text; none where all of it is shaded."""
    whole = all(cell.shaded for cell in row.cells)
    return 0 if whole else sum(1 for cell in row.cells if cell.shaded and not cell.plain)


def _alike(row: Said, printed: Said) -> bool:
    """Whether a printed row has the words of a row; a sign that only marks may have become a mark."""
    if row.marks == printed.marks and " ".join(row.texts) == " ".join(printed.texts):
        return True
    signs = 0
    left = list(printed.texts)
    for one in row.texts:
        if left and left[0] == one:
            left.pop(0)
        elif words.is_mark(one):
            signs += 1
        else:
            return False
    return not left and row.marks + signs == printed.marks
