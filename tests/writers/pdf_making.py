"""Small documents of blocks and pages made by hand, for tests of the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kpu_docs import tata_naskah
from kpu_docs.blocks import Block, Cell, Document, List, Margins, Pairs, Paragraph, Run, Runs, Section, Table, Together
from kpu_docs.layout import items
from kpu_docs.writers import pdf
from tests.building import document, plan

RULES = tata_naskah.overlaid("kpu-2023", {})
RICH: dict[str, Any] = {
    "memperhatikan": "*Roadmap* **tebal** \u2713",
    "diktum": ["Menetapkan contoh."] * 30,
    "lampiran": plan({"nomor": "1.", "kegiatan": "Satu", "sub_kegiatan": [{"sub_kegiatan": "a", "bulan": "1-3"}] * 40}),
}


def runs(text: str) -> Runs:
    """One run, or none."""
    return (Run(text, ()),) if text else ()


def text(words: str | Runs, role: str = "isi") -> Paragraph:
    """A paragraph."""
    return Paragraph(role, runs(words) if isinstance(words, str) else words, ())


def paper(*blocks: Block, title: str = "Judul", author: str = "KPU", subject: str = "Contoh") -> Document:
    """A document of one section."""
    return Document((Section(blocks, 210.0, 297.0, Margins(30.0, 20.0, 25.0, 25.0), ()),), title, author, subject)


def line(
    owner: items.Owner,
    words: str,
    *,
    y: float = 200.0,
    stretch: float = 0.0,
    space: bool = False,
    pieces: tuple[items.Piece, ...] = (),
) -> items.Text:
    """A line of text, 12 pt, 100 pt from the left edge; of the regular face unless pieces are given."""
    return items.Text(100.0, y, 12.0, pieces or (items.Piece("regular", words),), stretch, owner, space)


def assembled(block: Block, *pages: list[items.PageItem]) -> bytes:
    """The file of one block whose pages hold these items."""
    return pdf.assemble(paper(block), [items.Page(595.28, 841.89, 0, page) for page in pages], RULES)


def rich() -> bytes:
    """The file of a decree with all faces and an annex of several pages."""
    return pdf.write(*document(**RICH))


def leaves(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of blocks in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield words_of(block)
            case List():
                for part in block.items:
                    yield "".join(run.text for run in part.marker)
                    yield from leaves(part.isi)
            case Pairs():
                for pair in block.pairs:
                    yield from (run.text for run in (*pair.label, *pair.colon))
                    yield from leaves(pair.isi)
            case Table():
                yield from (words_of(cell) for row in (*block.head, *block.rows) for cell in row.cells)
            case Together():
                yield from leaves(block.blocks)


def words_of(holder: Paragraph | Cell) -> str:
    """The text of a paragraph or cell."""
    return "".join(run.text for run in holder.runs)
