"""Annex kind `naskah`: prose in parts with headings, with lists, tables, pictures and sample forms.

A part may have a `kunci`; `[[kunci]]` in any text of the annex is printed as the number of that part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import isi_blocks
from kpu_docs.blocks import Asal, Block, Box, Item, List, Pair, Pairs, Paragraph, Picture, Together
from kpu_docs.fields import Data, Fault, faults
from kpu_docs.isi import SCALARS
from kpu_docs.isi_blocks import line, own
from kpu_docs.lampiran import _acuan
from kpu_docs.lampiran._bab import SIGNS, Bab, Gambar, IsiNaskah, Kotak, Prose, number, walk

if TYPE_CHECKING:
    from kpu_docs.compose.page import Page

ORIENTASI = "tegak"
UNPRINTED = frozenset({"kunci", "berkas", "alt"})
"""Fields whose text is not printed, so that nothing in it is a reference."""


class Naskah(Data):
    """The prose: an opening without a heading, and parts, either from BAB I on or from A. on (`subbab`)."""

    isi: Prose = ()
    bab: tuple[Bab, ...] = ()
    subbab: tuple[Bab, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"isi": value} if isinstance(value, (*SCALARS, list, tuple)) else value

    @model_validator(mode="after")
    def _hangs_together(self) -> Naskah:
        if not (self.isi or self.bab or self.subbab):
            raise PydanticCustomError("kosong", "belum diisi: tulis `isi`, `bab`, atau `subbab`")
        if self.bab and self.subbab:
            raise PydanticCustomError("bab_dan_subbab", "harus berisi `bab` atau `subbab`, tidak keduanya sejajar")
        found = [*_structure(self)]
        found += _acuan.complaints(self, self.numbers, UNPRINTED)
        if found:
            raise faults(found)
        return self

    def parts(self) -> Iterator[tuple[Asal, Bab, int, str]]:
        """Every part with its place, its level and how a text calls it."""
        yield from walk(self.bab, ("bab",), 0)
        yield from walk(self.subbab, ("subbab",), 1)

    @property
    def numbers(self) -> dict[str, str]:
        """How a text calls the parts that have a `kunci`."""
        return {part.kunci: called for _, part, _, called in self.parts() if part.kunci}


def _structure(naskah: Naskah) -> Iterator[Fault]:
    """Parts that are too deep, and keys that are given twice."""
    seen: set[str] = set()
    for place, part, level, _ in naskah.parts():
        if level == len(SIGNS) + 1:
            yield (
                place,
                f"terlalu dalam; di bawah BAB ada paling banyak {len(SIGNS)} tingkat ({', '.join(SIGNS)})",
                None,
            )
        if part.kunci in seen:
            yield (*place, "kunci"), "sudah dipakai bagian lain", part.kunci
        seen |= {part.kunci} - {""}


def compose(naskah: Naskah, asal: Asal, page: Page) -> tuple[Block, ...]:
    """The opening and the parts from top to bottom, with their references resolved."""
    found = [*_prose(naskah.isi, (*asal, "isi"), 0, page)]
    for at, bab in enumerate(naskah.bab):
        found += _bab(bab, (*asal, "bab", at), at, page)
    found += _subbab(naskah.subbab, (*asal, "subbab"), 1, page)
    resolved: tuple[Block, ...] = _acuan.resolved(tuple(found), naskah.numbers)
    return resolved


def _bab(bab: Bab, asal: Asal, at: int, page: Page) -> Iterator[Block]:
    """BAB with its number above its heading in capitals."""
    title = line("bab", bab.judul, (*asal, "judul"), capitals=True)
    yield replace(title, runs=(*own(f"{number(0, at)}\n", asal), *title.runs))
    yield from _prose(bab.isi, (*asal, "isi"), 0, page)
    yield from _subbab(bab.subbab, (*asal, "subbab"), 1, page)


def _subbab(parts: tuple[Bab, ...], asal: Asal, level: int, page: Page) -> Iterator[Block]:
    """The parts of a level below BAB, if there are any; their text stands in below the heading."""
    if not parts:
        return
    items = []
    for at, part in enumerate(parts):
        place = (*asal, at)
        heading = line(f"subbab_{level}", part.judul, (*place, "judul"))
        text = _prose(part.isi, (*place, "isi"), level, page)
        below = _subbab(part.subbab, (*place, "subbab"), level + 1, page)
        items.append(Item(own(number(level, at), place), (heading, *text, *below), place))
    yield List(tuple(items), asal, headed=True)


def _prose(isi: Iterable[IsiNaskah], asal: Asal, level: int, page: Page) -> Iterator[Block]:
    """The text of a part; its lists go on with the signs below that of the part."""
    for at, one in enumerate(isi):
        place = (*asal, at)
        yield from isi_blocks.parts(one, place, max(0, level - 1))
        if one.gambar:
            yield _picture(one.gambar, (*place, "gambar"), page)
        if one.kotak:
            yield _box(one.kotak, (*place, "kotak"), page)


def _picture(gambar: Gambar, asal: Asal, page: Page) -> Block:
    """A picture, and its caption on the same page."""
    data = page.picture(gambar.berkas, (*asal, "berkas"))
    shown = Picture(data, 0.0, gambar.alt, asal, width=gambar.lebar)
    if not gambar.keterangan:
        return shown
    caption = line("keterangan_gambar", gambar.keterangan, (*asal, "keterangan"))
    return Together("gambar", (shown, caption), asal)


def _box(kotak: Kotak, asal: Asal, page: Page) -> Box:
    title = (line("judul_kotak", kotak.judul, (*asal, "judul")),) if kotak.judul else ()
    lines = (_dotted(block) for block in _prose(kotak.isi, (*asal, "isi"), 0, page))
    return Box((*title, *lines), asal)


def _dotted(block: Block) -> Block:
    """Detail lines of which those without a text are rows of dots."""
    if not isinstance(block, Pairs):
        return block
    return replace(block, pairs=tuple(_field(pair) for pair in block.pairs))


def _field(pair: Pair) -> Pair:
    match pair.isi:
        case (Paragraph(runs=()) as empty,):
            return replace(pair, isi=(replace(empty, dots=True),))
    return pair
