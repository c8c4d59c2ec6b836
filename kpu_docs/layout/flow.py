"""The pages of a section being filled: where the next thing goes, where the page ends. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.blocks import Section
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Page, PageItem


class Flow:
    """The pages of one section. `y` is where the next thing goes."""

    def __init__(self, section: Section, index: int) -> None:
        """Begin the first page of a section, the `index`-th of the document from 0."""
        self.section, self.index = section, index
        self.pages: list[Page] = []
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
        """Begin a page."""
        self.pages.append(Page(self.section.width * MM, self.section.height * MM, self.index))
        self.y = self.top
