"""What a paragraph of a Word file looks like, as far as its place depends on it: left edge, list, alignment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kpu_docs.inputs.xlsx import cells
from kpu_docs.reading.numbering import Numbering, left_of, number_of
from kpu_docs.reading.paper import legible
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element
from kpu_docs.wordfile.walking import value

_LOOKS = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": "", "\u200b": ""})
"""How a space or a hyphen breaks is a matter of looks."""

_TICKS = str.maketrans({sign: tick for sign, tick in cells.TICKS.items() if sign >= "\ue000"})

_ALIGN = {"center": "tengah", "right": "kanan", "end": "kanan"}


class Styles:
    """The paragraph styles of a document and its lists."""

    def __init__(self, styles: Element | None, numbering: Numbering) -> None:
        self._numbering = numbering
        found = () if styles is None else tuple(styles.iterchildren(w("style")))
        self._styles: Mapping[str, Element] = {value(style, "styleId"): style for style in found}
        paragraphs = [style for style in found if value(style, "type") == "paragraph"]
        self._default = next((value(style, "styleId") for style in paragraphs if value(style, "default")), "")

    def sign(self, paragraph: Element) -> str:
        """The number that Word writes before a paragraph; to be asked once for each, from top to bottom."""
        listed = self._list(paragraph)
        return self._numbering.next(*listed) if listed else ""

    def left(self, paragraph: Element) -> int:
        """The left edge of its text (twips)."""
        own = left_of(paragraph.find(f"{w('pPr')}/{w('ind')}"))
        if own is None and (listed := self._list(paragraph)):
            own = self._numbering.left(*listed)
        inherited = (left_of(node) for node in self._inherited(paragraph, "ind"))
        return own if own is not None else next((edge for edge in inherited if edge is not None), 0)

    def align(self, paragraph: Element) -> str:
        """`tengah`, `kanan`, or nothing for the left."""
        return next((_ALIGN.get(value(node), "") for node in self._inherited(paragraph, "jc", own=True)), "")

    def _list(self, paragraph: Element) -> tuple[str, int] | None:
        for node in self._inherited(paragraph, "numPr", own=True):
            identity = value(node.find(w("numId")))
            if identity:
                level = node.find(w("ilvl"))
                return None if identity == "0" else (identity, 0 if level is None else number_of(level, "val"))
        return None

    def _inherited(self, paragraph: Element, name: str, *, own: bool = False) -> Iterator[Element]:
        """A property of a paragraph by its style and those this is based on, with `own` first its own."""
        properties = paragraph.find(w("pPr"))
        if own and properties is not None and (node := properties.find(w(name))) is not None:
            yield node
        identity = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or self._default
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            if (node := style.find(f"{w('pPr')}/{w(name)}")) is not None:
                yield node
            identity = value(style.find(w("basedOn")))


def marked(pieces: list[tuple[str, bool, bool]]) -> str:
    """Pieces of text (each with: bold, italic) as one text with the markup of the data.

    Markup ends at tabs and line breaks and does not begin or end with a space.
    """
    joined: list[tuple[str, bool, bool]] = []
    for text, bold, italic in pieces:
        for part in re.split(r"([\t\n]+)", legible(text.translate(_LOOKS).translate(_TICKS))):
            kind = (False, False) if part.strip() == "" and re.search(r"[\t\n]", part) else (bold, italic)
            if joined and joined[-1][1:] == kind:
                joined[-1] = (joined[-1][0] + part, *kind)
            elif part:
                joined.append((part, *kind))
    return "".join(_starred(*piece) for piece in joined)


def _starred(text: str, bold: bool, italic: bool) -> str:
    text = re.sub(r"\*", r"\\*", text) if _pairs(text) or bold or italic else text
    stars = "**" if bold else "*" if italic else ""
    core = text.strip()
    if not stars or not re.search(r"\w", core):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{stars}{core}{stars}{after}"


def _pairs(text: str) -> bool:
    """Whether the stars of a text could be taken for markup."""
    return text.count("*") > 1
