"""The pages being filled: where the next thing goes, where the page ends, and the number in its head. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.blocks import Run, Section
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Page, PageItem, Text
from kpu_docs.layout.lines import break_lines
from kpu_docs.layout.paragraphs import BASELINE
from kpu_docs.tata_naskah import TataNaskah


class Flow:
    """The pages of one section. `y` is where the next thing goes; `number` counts on from the section before."""

    def __init__(self, section: Section, index: int, number: int, tata_naskah: TataNaskah) -> None:
        """Begin the first page of a section; `number` is the last page number so far."""
        self.section, self.index, self.tata_naskah = section, index, tata_naskah
        self.pages: list[Page] = []
        self.number = 0 if section.restart else number
        self.x = section.margins.left * MM
        self.top = section.margins.top * MM
        self.bottom = self.top + section.text_height * MM
        self.new_page()

    @property
    def page_height(self) -> float:
        """The height of a page between its margins."""
        return self.bottom - self.top

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y == self.top

    @property
    def remaining(self) -> float:
        """The height left on the page."""
        return self.bottom - self.y

    def add(self, items: Sequence[PageItem]) -> None:
        """Put items on the page."""
        self.pages[-1].items.extend(items)

    def new_page(self) -> None:
        """Begin a page, with its number unless it is the first of the decree or of a section that starts bare."""
        page = Page(self.section.width * MM, self.section.height * MM, self.index)
        bare = not self.pages and (self.section.bare or self.index == 0)
        self.pages.append(page)
        self.number += 1
        self.y = self.top
        if not bare:
            self.add([self._page_number(page)])

    def _page_number(self, page: Page) -> Text:
        rules, huruf = self.tata_naskah.nomor_halaman, self.tata_naskah.huruf
        text = rules.bentuk.replace("{n}", str(self.number))
        lines = break_lines((Run(text, ()),), huruf.ukuran, page.width)
        y = rules.jarak * MM + huruf.jarak_rapat * BASELINE
        room = self.section.text_width * MM
        return Text(self.x, y, huruf.ukuran, huruf.jarak_rapat, lines, "tengah", room, None)
