"""What a document says, clause by clause and row by row, and fingerprints of it: short numbers by which a file tells
later which of its clauses were changed, without holding any of their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from struct import pack, unpack
from zlib import crc32

from kpu_docs.blocks import Box, Document, List, Pair, Pairs, Paragraph, Row, Run, Runs, Table, Together

Clause = Paragraph | Row
"""A paragraph, or a row of a table."""


def clauses(document: Document) -> list[Clause]:
    """The paragraphs and rows of a document from top to bottom."""
    found: list[Clause] = []
    for section in document.sections:
        _collect(section.blocks, found)
    return found


def _collect(blocks: Iterable[object], found: list[Clause]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Table):
            found += block.head
            found += block.rows
        elif isinstance(block, Pairs):
            for pair in block.pairs:
                _collect_pair(pair, found, block.utama)
        elif isinstance(block, List):
            for item in block.items:
                _collect(item.isi, found)
        elif isinstance(block, (Together, Box)):
            _collect(block.blocks, found)


def _collect_pair(pair: Pair, found: list[Clause], utama: bool) -> None:
    """Labels of the decree's columns follow from their place, others are the author's words, one with their text."""
    label, isi = pair.label, pair.isi
    if utama and label and label[0].asal[-1] == "label":
        found.append(Paragraph("label", label, label[0].asal))
    elif not utama and len(isi) == 1 and isinstance(isi[0], Paragraph):
        found.append(Paragraph("rincian", (*label, Run("\t", pair.asal), *isi[0].runs), pair.asal))
        return
    elif not utama and label:
        found.append(Paragraph("label", label, pair.asal))
    _collect(isi, found)


def said(clause: Clause) -> str:
    """The words of a clause; of a row cell by cell, with its marks, without a number that it has by its place."""
    if isinstance(clause, Paragraph):
        return _spaced(_joined(clause.runs))
    cells = clause.cells
    if cells and cells[0].asal == clause.asal and numbered(clause):
        cells = cells[1:]
    text = "\t".join(
        [
            (runs[0].text if len(runs) == 1 else _joined(runs)) if (runs := cell.runs) else "#" if cell.marked else ""
            for cell in cells
        ]
    )
    return text if text.isascii() else _spaced(text)


def numbered(row: Row) -> bool:
    """Whether a row begins with a number."""
    runs = row.cells[0].runs
    return bool(runs) and runs[0].text[:1].isdigit()


def _joined(runs: Runs) -> str:
    return "".join([run.text for run in runs])


def _spaced(text: str) -> str:
    """A text in which it makes no difference how a space breaks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def fingerprint(text: str) -> int:
    """The fingerprint of what a clause says."""
    return crc32(text.encode())


def fingerprints(document: Document) -> str:
    """The fingerprints of the clauses of a document, eight signs each."""
    found = [fingerprint(said(clause)) for clause in clauses(document)]
    return pack(f">{len(found)}L", *found).hex()


def taken_apart(text: str) -> list[int]:
    """Such fingerprints one by one.

    Raises:
        ValueError: it is no such text.
    """
    held = bytes.fromhex(text)
    if len(held) % 4:
        raise ValueError(text)
    return [*unpack(f">{len(held) // 4}L", held)]
