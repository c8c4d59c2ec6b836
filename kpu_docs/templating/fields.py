"""The fields of a decree: every text as the decree prints it, for the tags of a template.

They are taken from the blocks of the page, so that a field reads as our own pages do: dots where the number is unknown,
the name in capitals where the format rules want it, the full citation of a rule that is a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kpu_docs import bahasa, markup
from kpu_docs.blocks import Block, Document, Item, List, Pair, Pairs, Paragraph, Row, Run, Runs, Section, Table, runs_of
from kpu_docs.compose.page import Page
from kpu_docs.compose.penutup import office, signature
from kpu_docs.model import Keputusan
from kpu_docs.templating.pieces import pieces

_NEWLINE, _TAB = Run("\n", ()), Run("\t", ())


class Isian(str):
    """A text with its italics and bold. To Jinja it is a text."""

    runs: Runs

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Isian:
        """The text of runs."""
        kept = tuple(runs)
        made = cls("".join(run.text for run in kept))
        made.runs = kept
        return made

    def upper(self) -> Isian:
        """In capitals."""
        return Isian.of(replace(run, text=run.text.upper()) for run in self.runs)

    def lower(self) -> Isian:
        """In small letters."""
        return Isian.of(replace(run, text=run.text.lower()) for run in self.runs)


def fields(document: Document, page: Page) -> dict[str, Any]:
    """The fields by name, in the shapes of `kpu_docs.templating.names.FIELDS`.

    `document` is the decree of `page` as blocks, or what a petikan holds of it.
    """
    keputusan, rules = page.keputusan, page.tata_naskah
    body, *annexes = document.sections
    piece = {name: tuple(blocks) for name, blocks in pieces(body).items()}
    *_, name = signature(page, office(page))
    kop = piece.get("kop", ())
    before, _, after = rules.kata.nomor.partition("{nomor}")
    return {
        "tanda": _isian(piece.get("tanda", ())),
        "satker": {
            "nama": _text(page.body),
            "baris": tuple(_isian([line]) for line in kop if _role(line) == "kop"),
            "alamat": tuple(_isian([line]) for line in kop if _role(line) == "alamat"),
        },
        "nomor": Isian.of(page.number[bool(before) : len(page.number) - bool(after)]),
        "tentang": Isian.of(markup.runs(keputusan.tentang, ())),
        "pembentuk": _isian(piece["pembentuk"]),
        "menimbang": tuple(_items(piece["menimbang"])),
        "mengingat": tuple(_items(piece["mengingat"])),
        "memperhatikan": tuple(_items(piece.get("memperhatikan", ()))),
        "menetapkan": _isian(block for pair in _pairs(piece["menetapkan"]) for block in pair.isi),
        "diktum": tuple({"label": Isian.of(pair.label), "isi": _isian(pair.isi)} for pair in _pairs(piece["diktum"])),
        "ditetapkan": {
            "di": Isian.of(markup.runs(*keputusan.place, capitals=rules.penutup.tempat_kapital)),
            "pada": _text(page.day),
        },
        "penanda_tangan": {"jabatan": _text("\n".join(office(page))), "nama": _isian([name])},
        "tembusan": tuple(_items(piece.get("tembusan", ()))),
        "lampiran": tuple(_annex(keputusan, annex) for annex in annexes),
    }


def _annex(keputusan: Keputusan, annex: Section) -> dict[str, Isian]:
    at = int(annex.asal[1])
    return {
        "nomor": _text(bahasa.romawi(at + 1) if len(keputusan.lampiran) > 1 else ""),
        "judul": Isian.of(markup.runs(keputusan.lampiran[at].judul, (), capitals=True)),
    }


def _role(block: Block) -> str:
    return block.role if isinstance(block, Paragraph) else ""


def _text(text: str) -> Isian:
    return Isian.of((Run(text, ()),))


def _isian(blocks: Iterable[Block]) -> Isian:
    """Blocks as one text: paragraphs and rows on lines of their own, a tab behind each marker and between cells."""
    lines = [line for block in blocks for line in _lines(block)]
    return Isian.of(run for at, line in enumerate(lines) for run in ((_NEWLINE, *line) if at else line))


def _pairs(blocks: Iterable[Block]) -> Iterator[Pair]:
    for block in blocks:
        if isinstance(block, Pairs):
            yield from block.pairs


def _items(blocks: Iterable[Block]) -> Iterator[dict[str, Isian]]:
    """The items beside a label or of a list; one without a marker where there is but one."""
    for block in blocks:
        if isinstance(block, Pairs):
            for pair in block.pairs:
                listed = pair.isi[0] if len(pair.isi) == 1 else None
                yield from _items([listed]) if isinstance(listed, List) else [_item((), pair.isi)]
        elif isinstance(block, List):
            yield from (_item(item.marker, item.isi) for item in block.items)


def _item(marker: Runs, isi: Iterable[Block]) -> dict[str, Isian]:
    return {"penanda": Isian.of(marker), "isi": _isian(isi)}


def _lines(piece: Block | Item | Pair | Row) -> Iterator[Runs]:
    match piece:
        case Paragraph(runs=runs):
            yield runs
        case List(items=parts) | Pairs(pairs=parts):
            for part in parts:
                yield from _lines(part)
        case Item(marker=before, isi=parts):
            yield from _after((*before, _TAB) if before else (), parts)
        case Pair(label=label, colon=colon, isi=parts):
            yield from _after((*label, _TAB, *colon, _TAB), parts)
        case Table(head=head, rows=rows):
            for row in (*head, *rows):
                yield tuple(
                    run for at, cell in enumerate(row.cells) for run in ((_TAB, *cell.runs) if at else cell.runs)
                )
        case _:
            yield tuple(runs_of(piece))


def _after(before: Runs, parts: Iterable[Block]) -> Iterator[Runs]:
    """The lines of parts, the first behind what stands before it."""
    lines = [line for part in parts for line in _lines(part)]
    yield (*before, *(lines[0] if lines else ()))
    yield from lines[1:]
