"""A Word file edited as a clerk does it, by the words that stand in it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

P, T, TR, TC = (qn(f"w:{name}") for name in ("p", "t", "tr", "tc"))


class Word:
    """A .docx file, open for editing."""

    def __init__(self, path: Path) -> None:
        self.path, self.file = path, Document(str(path))

    def paragraph(self, words: str) -> Any:
        """The first paragraph with these words."""
        body = self.file.element.body
        return next(p for p in body.iter(P) if words in "".join(t.text or "" for t in p.iter(T)))

    def row(self, words: str) -> Any:
        """The row of a table with these words."""
        return next(self.paragraph(words).iterancestors(TR))

    def reword(self, old: str, new: str) -> Word:
        """Other words where the first ones stand."""
        self._reword(self.paragraph(old), old, new)
        return self

    def delete(self, words: str) -> Word:
        """A paragraph gone."""
        gone = self.paragraph(words)
        gone.getparent().remove(gone)
        return self

    def insert(self, after: str, old: str, new: str) -> Word:
        """A copy of a paragraph behind it, with other words."""
        return self._copied(self.paragraph(after), old, new)

    def move(self, words: str, behind: str) -> Word:
        """A paragraph behind another one."""
        moved = self.paragraph(words)
        self.paragraph(behind).addnext(moved)
        return self

    def delete_row(self, words: str) -> Word:
        """A row gone."""
        gone = self.row(words)
        gone.getparent().remove(gone)
        return self

    def insert_row(self, after: str, old: str, new: str) -> Word:
        """A copy of a row behind it, with other words."""
        return self._copied(self.row(after), old, new)

    def reword_row(self, row: str, old: str, new: str) -> Word:
        """Other words in a row."""
        self._reword(self.row(row), old, new)
        return self

    def shade(self, row: str, cell: int) -> Word:
        """A cell of a row shaded, or no more."""
        properties = self.row(row).findall(TC)[cell].find(qn("w:tcPr"))
        shade = properties.find(qn("w:shd"))
        if shade is None:
            shade = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", "BFBFBF")):
                shade.set(qn(f"w:{name}"), value)
            properties.append(shade)
        else:
            properties.remove(shade)
        return self

    def save(self) -> Path:
        """The file as it is now."""
        self.file.save(str(self.path))
        return self.path

    def _copied(self, node: Any, old: str, new: str) -> Word:
        copied = deepcopy(node)
        node.addnext(copied)
        self._reword(copied, old, new)
        return self

    @staticmethod
    def _reword(node: Any, old: str, new: str) -> None:
        text = next(t for t in node.iter(T) if old in (t.text or ""))
        text.text = text.text.replace(old, new, 1)
