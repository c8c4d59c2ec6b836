"""Pages as content streams (ISO 32000-1, 7.8.2, 9.4), all on them marked as content or artifact (14.6, 14.8.2.2).

Text keeps the space at which a line was broken, as its last sign, so that words do not run together when it is read
(14.8.2.5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import cast

from kpu_docs.blocks import Cell, Paragraph, Picture
from kpu_docs.layout.fonts import SOFT_HYPHEN, font
from kpu_docs.layout.items import Area, Dots, Image, Page, PageItem, Piece, Rule, Text
from kpu_docs.writers.pdf.file import Stream, deflated, escaped, number
from kpu_docs.writers.pdf.fonts import NAMES
from kpu_docs.writers.pdf.tree import Tree

Mark = int | str
"""What a run of items is: an element of the tree, or the type of an artifact."""


class Contents:
    """Writes pages one after the other and keeps what the rest of the file needs to know of them.

    `signs` are the signs beyond ASCII used of each face, `boxes` the edges of each Figure on its page (left, bottom,
    right, top; pt), `pictures` the picture files with their names, in the order of their first use.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.signs: defaultdict[str, set[str]] = defaultdict(set)
        self.boxes: dict[int, tuple[float, float, float, float]] = {}
        self.pictures: dict[bytes, str] = {}
        self._shown: dict[int, int] = {}

    def page(self, page: Page) -> tuple[Stream, list[int]]:
        """The content stream of a page, and the element of each marked-content identifier on it."""
        elements: list[int] = []
        code: list[str] = []
        pen = _Pen(page.height)
        for (mark, kind), group in groupby(page.items, lambda item: (self._mark(item), type(item))):
            items = list(group)
            if isinstance(mark, str):
                code.append(f"/Artifact<</Type/{mark}>>BDC")
            else:
                code.append(f"/{self.tree.tags[mark]}<</MCID {len(elements)}>>BDC")
                elements.append(mark)
            if kind is Text:
                code += self._texts(cast("list[Text]", items), pen)
            elif kind is Rule:
                code += pen.rules(cast("list[Rule]", items))
            elif kind is Area:
                code += pen.areas(cast("list[Area]", items))
            elif kind is Dots:
                code += pen.dots(cast("list[Dots]", items))
            else:
                code += self._images(cast("list[Image]", items), pen)
            code.append("EMC")
        return deflated("\n".join(code).encode("latin-1")), elements

    def _mark(self, item: PageItem) -> Mark:
        if isinstance(item, (Rule, Dots)) or item.owner is None:
            return "Pagination" if isinstance(item, Text) else "Layout"
        return (self.tree.marks if isinstance(item, Area) else self.tree.of)[id(item.owner)]

    def _texts(self, texts: Sequence[Text], pen: _Pen) -> Iterable[str]:
        for text in texts:
            for face, signs in text.pieces:
                used = self.signs[face]
                if not signs.isascii():
                    used.update(signs)
            yield pen.text(text, " " if self._breaks(text) else "")

    def _breaks(self, text: Text) -> bool:
        """Whether white space of its block was left out behind a line. What is not running text is words apart."""
        owner = text.owner
        if not isinstance(owner, (Paragraph, Cell)):
            return owner is not None
        whole = owner.runs[0].text if len(owner.runs) == 1 else "".join(run.text for run in owner.runs)
        at = self._shown.get(id(owner), 0)
        while whole[at : at + 1] in (" ", "\n"):
            at += 1
        at += sum(len(piece.text) for piece in text.pieces)
        self._shown[id(owner)] = at
        return whole[at : at + 1] in (" ", "\n")

    def _images(self, images: Sequence[Image], pen: _Pen) -> Iterable[str]:
        for image in images:
            picture = cast("Picture", image.owner)
            name = self.pictures.setdefault(picture.data, f"P{len(self.pictures)}")
            bottom = pen.height - image.y - image.height
            self.boxes[self.tree.of[id(picture)]] = (image.x, bottom, image.x + image.width, bottom + image.height)
            yield f"q {image.width:.2f} 0 0 {image.height:.2f} {image.x:.2f} {bottom:.2f} cm/{name} Do Q"


class _Pen:
    """What is set on a page: the face and size of text, the width of lines. Page coordinates run upwards."""

    def __init__(self, height: float) -> None:
        self.height = height
        self._font = ""
        self._weight = 0.0

    def text(self, text: Text, space: str) -> str:
        """A line of text, with the space behind it."""
        shown = []
        last = len(text.pieces) - 1
        for at, piece in enumerate(text.pieces):
            font = f"/{NAMES[piece.face]} {text.size:g} Tf"
            if font != self._font:
                shown.append(font)
                self._font = font
            adjustment = -1000 * text.stretch / text.size
            if SOFT_HYPHEN in piece.text:
                shown.append(_hyphenated(piece, adjustment, space if at == last else None))
            else:
                shown.append(_show(piece.text + space if at == last else piece.text, adjustment))
        x, y = f"{text.x:.2f}", f"{self.height - text.y:.2f}"
        place = f"0 1 -1 0 {x} {y} Tm" if text.upright else f"{x} {y} Td"
        return f"BT {place}{''.join(shown)} ET"

    def rules(self, rules: Sequence[Rule]) -> Iterable[str]:
        """Lines. Their ends project (8.4.3.3), so that the corners of a table are closed."""
        height = self.height
        for weight, same in groupby(rules, lambda rule: rule.weight):
            if weight != self._weight:
                yield f"2 J {number(weight)} w"
                self._weight = weight
            for x1, y1, x2, y2, _ in same:
                yield f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l"
            yield "S"

    def dots(self, rows: Sequence[Dots]) -> Iterable[str]:
        """Rows of dots: dashes of no length with round ends (8.4.3.6), as far apart as full stops."""
        for x1, x2, y, size in rows:
            weight, step = number(size / 10), number(size / 3)
            line = f"{x1:.2f} {self.height - y:.2f} m {x2:.2f} {self.height - y:.2f} l S"
            yield f"q 1 J {weight} w[0 {step}]0 d {line} Q"

    def areas(self, areas: Sequence[Area]) -> Iterable[str]:
        """Filled rectangles; text after them is black again."""
        for colour, same in groupby(areas, lambda area: area.colour):
            yield _colour(colour)
            for area in same:
                yield f"{area.x:.2f} {self.height - area.y - area.height:.2f} {area.width:.2f} {area.height:.2f} re"
            yield "f 0 g"


@cache
def _colour(colour: str) -> str:
    return " ".join(f"{round(int(colour[at : at + 2], 16) / 255, 3):g}" for at in (0, 2, 4)) + " rg"


def _encoded(text: str) -> str:
    """The bytes of a string of UTF-16 codes, each as one sign."""
    return escaped(text.encode("utf-16-be").decode("latin-1"))


_encoded_word = lru_cache(maxsize=1 << 14)(_encoded)


def _show(text: str, adjustment: float) -> str:
    """Show a text, each of its spaces widened. Word spacing (Tw) does not reach codes of two bytes (9.3.3)."""
    if not adjustment or " " not in text:
        return f"({_encoded(text)})Tj"
    gap = f"\x00 ){number(adjustment)}("
    return f"[({gap.join(map(_encoded_word, text.split(' ')))})]TJ"


def _hyphenated(piece: Piece, adjustment: float, space: str | None) -> str:
    """Show a text with soft hyphens: invisible and without advance, but for one that is the last sign of a line.

    `space` follows the text; it is None where the line goes on.
    """
    visible = space is not None and piece.text.endswith(SOFT_HYPHEN)
    body = piece.text[:-1] if visible else piece.text
    advance = number(font(piece.face).charWidths[ord(SOFT_HYPHEN)])
    hidden = f" 3 Tr[({_encoded(SOFT_HYPHEN)}){advance}]TJ 0 Tr"
    shown = hidden.join(_show(part, adjustment) for part in body.split(SOFT_HYPHEN))
    return shown + _show((SOFT_HYPHEN if visible else "") + (space or ""), adjustment)
