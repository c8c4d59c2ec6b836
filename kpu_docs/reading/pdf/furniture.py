"""What stands at the top and at the foot of pages because they are pages: taken off their lines, and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kpu_docs.reading.cleaning import JDIH, furniture, is_page_number
from kpu_docs.reading.cutting import begins
from kpu_docs.reading.paper import Line, words
from kpu_docs.reading.pdf.printed import Printed

_MARKS = ("salinan", "petikan", "rancangan")
_ENDS = (0, -1)
"""The first line of a page and its last."""

_NEAR = 3.0
"""Points by which a running line moves from page to page at most."""


class Lines:
    """The lines of the pages of a file without what belongs to the pages; `margins` are the running lines."""

    def __init__(self, pages: Sequence[Sequence[Printed]], notes: list[str]) -> None:
        self.pages = [list(page) for page in pages]
        self.notes = notes
        self.margins: list[str] = []
        self._numbers()
        while any([*self._running()]):
            self._numbers()
        self._catchwords()

    def _numbers(self) -> None:
        """Take off the numbers of pages and the addresses of the JDIH."""
        last = 0
        for at, page in enumerate(self.pages, start=1):
            found = True
            while page and found:
                found = False
                for end in _ENDS:
                    text = words(page[end].text) if page else ""
                    if JDIH.fullmatch(text):
                        self.margins.append(text)
                    elif is_page_number(text) or (text.isdecimal() and int(text) in (at, last + 1)):
                        self.notes.append(f'nomor halaman dihilangkan: "{text}"')
                        last = int(re.findall(r"\d+", text)[0])
                    else:
                        continue
                    del page[end]
                    found = True

    def _running(self) -> Iterator[str]:
        """Take off the lines that most pages have at the same height beyond all others."""
        for end in _ENDS:
            there = [page[end] for page in self.pages if page]
            outermost = (min, max)[end](line.base for line in there) if there else 0.0
            same = Counter(_bare(line) for line in there if abs(line.base - outermost) < _NEAR)
            for text, count in same.items():
                if count < 2 or 2 * count < len(there) or begins(text):
                    continue
                for page in self.pages[1 if text in _MARKS else 0 :]:
                    if page and _bare(page[end]) == text and abs(page[end].base - outermost) < _NEAR:
                        self.margins.append(words(page.pop(end).text))
                        yield text

    def _catchwords(self) -> None:
        """Take off the last lines that announce how the next page begins."""
        for page, after in pairwise(self.pages):
            below = [Line(line.text) for line in after[:2]]
            if page and below and (kind := furniture(text := words(page[-1].text), below)):
                self.notes.append(f'{kind} dihilangkan: "{text}"')
                del page[-1]


def _bare(line: Printed) -> str:
    """A line without the figures that differ from page to page."""
    return re.sub(r"\d+", "#", words(line.text)).lower()
