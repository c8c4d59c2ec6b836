"""Blocks as elements. A label, a colon and a marker are text, so that every reader and every copy has them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from math import inf

from kpu_docs.blocks import (
    Block,
    Box,
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
)
from kpu_docs.layout.columns import MM
from kpu_docs.layout.pictures import picture_size
from kpu_docs.outline import Outline
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.html.table import table_html
from kpu_docs.writers.html.text import runs_html, whole_names_html


class Body:
    """Writes blocks one after the other."""

    def __init__(self, tata_naskah: TataNaskah) -> None:
        """Begin a document: no heading yet."""
        self.tata_naskah = tata_naskah
        self.outline = Outline(tata_naskah)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """The elements of blocks, each on a line of its own."""
        return "".join(f"{self._block(block)}\n" for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case List(headed=True):
                parts = (f'<section class="kpu-bab">\n{self._item(item)}</section>' for item in block.items)
                return "\n".join(parts)
            case List():
                items = (f"<li>{self._item(item)}</li>\n" for item in block.items)
                # Safari takes a list without markers of its own for no list, unless it has the role.
                return f'<ol class="kpu-daftar" role="list">\n{"".join(items)}</ol>'
            case Pairs():
                kind = "utama" if block.utama else "rincian"
                return f'<dl class="kpu-{kind}">\n{"".join(map(self._pair, block.pairs))}</dl>'
            case Table():
                return table_html(block)
            case Together():
                attached = " kpu-melekat" if block.attached else ""
                kind = f"kpu-utuh kpu-letak-{block.role}{attached}"
                return f'<div class="{kind}">\n{self.blocks(block.blocks)}</div>'
            case Space():
                height = block.lines * self.tata_naskah.pitch(block.role)
                return f'<div style="height:{height:g}pt"></div>'
            case Picture():
                return _picture(block)
            case Box():
                return f'<div class="kpu-kotak">\n{self.blocks(block.blocks)}</div>'

    def _paragraph(self, block: Paragraph, marker: Runs = ()) -> str:
        """A heading or a paragraph, with the marker that hangs before it."""
        gaya = self.tata_naskah.gaya[block.role]
        hung = f'<span class="kpu-penanda">{runs_html(marker)} </span>' if marker else ""
        text = whole_names_html(block.runs) if gaya.utuh else runs_html(block.runs)
        level = self.outline.take(block)
        tag = f"h{level}" if level else "p"
        more = (" kpu-gantung" if marker else "") + (" kpu-titik" if block.dots else "")
        return f'<{tag} class="kpu-gaya-{block.role}{more}">{hung}{text}</{tag}>'

    def _item(self, item: Item) -> str:
        """What hangs beside the marker, which belongs to its first paragraph."""
        isi = item.isi
        if item.marker and not (isi and isinstance(isi[0], Paragraph)):
            isi = (Paragraph("isi", (), item.asal), *isi)
        match isi:
            case (Paragraph() as first, *rest):
                return f"{self._paragraph(first, item.marker)}\n{self.blocks(rest)}"
            case _:
                return self.blocks(isi)

    def _pair(self, pair: Pair) -> str:
        label = f'<span class="kpu-label">{runs_html(pair.label)} </span><span>{runs_html(pair.colon)}</span>'
        return f"<div><dt>{label}</dt><dd>\n{self.blocks(pair.isi)}</dd></div>\n"


def _picture(picture: Picture) -> str:
    kind = "jpeg" if picture.data.startswith(b"\xff\xd8") else "png"
    width, _ = picture_size(picture, inf, inf)  # the style sheet keeps it within its column
    data = b64encode(picture.data).decode()
    return f'<img src="data:image/{kind};base64,{data}" alt="{escape(picture.alt)}" style="width:{width / MM:.4g}mm"/>'
