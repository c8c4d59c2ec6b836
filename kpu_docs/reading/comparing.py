"""The data of a decree, printed, against the file they were read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kpu_docs import inputs, tata_naskah
from kpu_docs.compose import compose
from kpu_docs.inputs.xlsx.words import is_mark
from kpu_docs.reading.columns import flattened
from kpu_docs.reading.paper import Line, Section, Table, lines
from kpu_docs.reading.tables import grid
from kpu_docs.verifying.comparing import compared
from kpu_docs.verifying.differences import Difference
from kpu_docs.verifying.lines import paragraph
from kpu_docs.verifying.paper import Piece, pieces


def lost(data: dict[str, Any], sections: Sequence[Section]) -> Iterator[Line]:
    """The lines of a file with words that its data do not print, signs that only mark a cell aside."""
    left = Counter(word for piece in _printed(data) for word in _bare(piece.line.words))
    for held, is_row in held_lines(sections):
        text = _joined(held)
        missing = Counter(_bare(text)) - left
        left -= Counter(_bare(text))
        if any(not (is_row and is_mark(word.lower())) for word in missing):
            yield Line(text)


def differences(data: dict[str, Any], sections: Sequence[Section]) -> list[Difference]:
    """Where the data, printed, differ from the file, line by line."""
    return compared(_printed(data), [paragraph(_joined(held)) for held, _ in held_lines(sections)], set())


def _printed(data: dict[str, Any]) -> list[Piece]:
    """The lines that the data print. Which cell of a row a word stands in was compared where its annex was read."""
    keputusan = inputs.load(data)
    rules = tata_naskah.of(keputusan)
    found = pieces(compose(keputusan, rules), rules, len(keputusan.lampiran))
    return [piece._replace(line=paragraph(piece.line.words)) for piece in found if piece.line.words]


def _bare(text: str) -> list[str]:
    """The words of a text without points and signs."""
    return re.findall(r"\w+", text.upper())


def _joined(held: Sequence[Line]) -> str:
    return " ".join(line.plain for line in held)


def held_lines(sections: Sequence[Section]) -> Iterator[tuple[Sequence[Line], bool]]:
    """Every line, alone, and those of every row together, and whether it is a row. A repeated head, also of a table
    that goes on, counts once.
    """
    for section in sections:
        before: Table | None = None
        for piece in flattened(section.pieces):
            if isinstance(piece, Line):
                before = None
                yield [piece], False
                continue
            goes_on = before is not None and grid.same_head(before, piece)
            rows = grid.joined([piece])[0].rows[grid.head_of(piece) if goes_on else 0 :]
            for row in rows:
                if held := [line for cell in row.cells for line in lines(cell.content) if line.plain]:
                    yield held, True
            before = piece
