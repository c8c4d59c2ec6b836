"""What is on a page only because it is a page: its number, a catchword, the address of the JDIH. It is taken out and
told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kpu_docs.reading.paper import Line, Piece, lines, words

_NUMBER = re.compile(r"[-\u2013]\s*\d{1,4}\s*[-\u2013]|(?:halaman|hal\.?)\s+\d{1,4}(?:\s+dari\s+\d{1,4})?", re.I)
JDIH = re.compile(r"(?:https?://)?(?:www\.)?jdih\.[\w.-]+(?:/[\w./-]*)?", re.I)
_CATCHWORD = re.compile(r"(?!(?i:pada tanggal|nomor)\b)(.{1,60}?)\s*/?\s*(?:\.\s?\.\s?\.|\u2026)\s*", re.S)


def is_page_number(text: str) -> bool:
    """Whether a line is only the number of a page: - 2 -, Halaman 2."""
    return bool(_NUMBER.fullmatch(text))


def cleaned(pieces: Sequence[Piece], notes: list[str]) -> Iterator[Piece]:
    """The pieces without what belongs to their pages; each line that is left out is noted."""
    for at, piece in enumerate(pieces):
        kind = furniture(piece.plain, pieces[at + 1 : at + 3]) if isinstance(piece, Line) else ""
        if kind:
            assert isinstance(piece, Line)
            notes.append(f'{kind} dihilangkan: "{piece.plain}"')
        else:
            yield piece


def furniture(text: str, after: Sequence[Piece]) -> str:
    """What a line is that belongs to its page, if `after` stands below it; else nothing."""
    if is_page_number(text):
        return "nomor halaman"
    if JDIH.fullmatch(text):
        return "alamat JDIH"
    catchword = _CATCHWORD.fullmatch(text)
    begins = re.sub(r"[\W_]+", "", words(catchword[1])).lower() if catchword else ""
    if begins and any(_starts(piece, begins) for piece in after):
        return "kata penyambung"
    return ""


def _starts(piece: Piece, begins: str) -> bool:
    """Whether a line, or a table, starts with these words."""
    texts = (line.plain for line in lines([piece]))
    text = " ".join(islice(texts, 3))
    return re.sub(r"[\W_]+", "", text).lower().startswith(begins)
