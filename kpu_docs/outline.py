"""The levels of the headings of a document, alike in every format."""

from __future__ import annotations

from kpu_docs.blocks import Paragraph, Runs
from kpu_docs.tata_naskah import TataNaskah


class Outline:
    """Takes the paragraphs of a document in their order; `level` is that of the last heading."""

    def __init__(self, tata_naskah: TataNaskah) -> None:
        """Begin a document: no heading yet."""
        self.gaya = tata_naskah.gaya
        self.level = 0

    def take(self, block: Paragraph) -> int:
        """The level of a paragraph as a heading, from 1; 0 where it is none.

        No level is skipped on the way down (ISO 14289-1, 7.4.2; WCAG 2.2, technique G141).
        """
        wanted = self.gaya[block.role].kerangka
        if not wanted or not has_text(block.runs):
            return 0
        self.level = min(wanted, self.level + 1)
        return self.level


def has_text(runs: Runs) -> bool:
    """Whether anything but white space is printed."""
    return any(run.text.strip(" \n") for run in runs)
