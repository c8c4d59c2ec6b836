"""Pages as content streams (ISO 32000-1, 7.8.2), all on them marked as content or artifact (14.6, 14.8.2.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain, groupby
from math import sqrt
from typing import cast

from kpu_docs.blocks import Picture, Space
from kpu_docs.layout.items import Area, Dots, Grid, Image, Page, Signature, Text, Watermark
from kpu_docs.writers.pdf.fields import Field
from kpu_docs.writers.pdf.file import Stream, deflated, number
from kpu_docs.writers.pdf.outlines import outlined
from kpu_docs.writers.pdf.showing import placed
from kpu_docs.writers.pdf.tree import Tree

_LAYOUT = "/Artifact<</Type/Layout>>BDC"
_WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"


class Contents:
    """Writes pages one after the other and keeps what the rest of the file needs to know of them.

    `boxes` are the edges of each Figure on its page (left, bottom, right, top; pt), `pictures` the picture files with
    their names, in the order of their first use, `fields` the signature fields so far.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.boxes: dict[int, tuple[float, float, float, float]] = {}
        self.pictures: dict[bytes, str] = {}
        self.fields: list[Field] = []
        self.used: set[tuple[tuple[str, str], ...]] = set()

    @property
    def signs(self) -> dict[str, set[str]]:
        """The faces that are used, and the signs of each in text that is not plain ASCII."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for face, signs in chain.from_iterable(self.used):
            found[face].update(signs)
        return found

    @property
    def plain(self) -> set[str]:
        """The faces that show text in plain ASCII."""
        return {face for face, signs in chain.from_iterable(self.used) if not signs}

    def page(self, page: Page) -> tuple[Stream, list[int]]:
        """The content stream of a page, and the element of each marked-content identifier on it."""
        sheet = _Sheet(self, page.height)
        for kind, items in groupby(page.items, type):
            if kind is Text:
                sheet.texts(cast("Iterable[Text]", items))
            elif kind is Grid:
                sheet.grids(cast("Iterable[Grid]", items))
            elif kind is Area:
                sheet.areas(cast("Iterable[Area]", items))
            elif kind is Dots:
                sheet.dots(cast("Iterable[Dots]", items))
            elif kind is Signature:
                sheet.signatures(cast("Iterable[Signature]", items))
            elif kind is Image:
                sheet.images(cast("Iterable[Image]", items))
            else:
                sheet.watermarks(cast("Iterable[Watermark]", items))
        return deflated("\n".join(sheet.code).encode("latin-1"), fast=True), sheet.elements


class _Sheet:
    """A page being written: its operators, its elements, and the face and weight of lines that are set.

    Page coordinates run upwards from the lower edge.
    """

    def __init__(self, contents: Contents, height: float) -> None:
        self.contents, self.tree, self.height = contents, contents.tree, height
        self.code: list[str] = []
        self.elements: list[int] = []
        self._font = ""
        self._weight = 0.0

    def _begin(self, element: int) -> str:
        """What follows belongs to this element."""
        self.elements.append(element)
        return f"/{self.tree.tags[element]}<</MCID {len(self.elements) - 1}>>BDC"

    def texts(self, texts: Iterable[Text]) -> None:
        """Text, that of one element together."""
        code, used, height = self.code, self.contents.used, self.height
        element: int | None = -1
        last: object = self
        for text in texts:
            if text.owner is not last:
                last = text.owner
                found = None if last is None else self.tree.of[id(last)]
                if found != element:
                    if element != -1:
                        code.append("EMC")
                    code.append("/Artifact<</Type/Pagination>>BDC" if found is None else self._begin(found))
                    element = found
            for x, y, (first, shown, after, signs) in placed(text):
                used.add(signs)
                font = first if first != self._font else ""
                self._font = after
                left, up = number(x), number(height - y)
                place = f"0 1 -1 0 {left} {up} Tm" if text.upright else f"{left} {up} Td"
                code.append(f"BT {place}{font}{shown} ET")
        code.append("EMC")

    def grids(self, grids: Iterable[Grid]) -> None:
        """Lines. Their ends project (8.4.3.3), so that the corners of a table are closed."""
        for edges, across, down, weight in grids:
            xs = list(map(number, edges))
            self.code.append(_LAYOUT)
            if weight != self._weight:
                self._weight = weight
                self.code.append(f"2 J {number(weight)} w")
            for first, last, y in across:
                up = number(self.height - y)
                self.code.append(f"{xs[first]} {up} m {xs[last]} {up} l")
            for edge, top, bottom in down:
                x = xs[edge]
                self.code.append(f"{x} {number(self.height - top)} m {x} {number(self.height - bottom)} l")
            self.code.append("S\nEMC")

    def dots(self, rows: Iterable[Dots]) -> None:
        """Rows of dots: dashes of no length with round ends (8.4.3.6), as far apart as full stops."""
        self.code.append(_LAYOUT)
        for x1, x2, y, size in rows:
            weight, step, height = number(size / 10), number(size / 3), number(self.height - y)
            line = f"{number(x1)} {height} m {number(x2)} {height} l S"
            self.code.append(f"q 1 J {weight} w[0 {step}]0 d {line} Q")
        self.code.append("EMC")

    def areas(self, areas: Iterable[Area]) -> None:
        """Filled rectangles; text after them is black again."""
        filled = ""
        for y, height, colour, parts in areas:
            if colour != filled:
                filled = colour
                self.code.append(_colour(colour))
            bottom, up = number(self.height - y - height), number(height)
            for x, width, owner in parts:
                begin = _LAYOUT if owner is None else self._begin(self.tree.marks[id(owner)])
                self.code.append(f"{begin}\n{number(x)} {bottom} {number(width)} {up} re f\nEMC")
        self.code.append("0 g")

    def images(self, images: Iterable[Image]) -> None:
        """Pictures."""
        for image in images:
            picture = cast("Picture", image.owner)
            element = self.tree.of[id(picture)]
            name = self.contents.pictures.setdefault(picture.data, f"P{len(self.contents.pictures)}")
            edges = self._edges(image)
            self.contents.boxes[element] = edges
            width, height, left, bottom = map(number, (image.width, image.height, *edges[:2]))
            self.code.append(f"{self._begin(element)}\nq {width} 0 0 {height} {left} {bottom} cm/{name} Do Q\nEMC")

    def signatures(self, signatures: Iterable[Signature]) -> None:
        """Rooms to sign in, in which nothing is drawn."""
        for signature in signatures:
            space = cast("Space", signature.owner)
            if space.field:
                self.contents.fields.append(Field(self.tree.of[id(space)], space.field, self._edges(signature)))

    def _edges(self, item: Image | Signature) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return item.x, self.height - item.y - item.height, item.x + item.width, self.height - item.y

    def watermarks(self, marks: Iterable[Watermark]) -> None:
        """Words that rise by 45 degrees, as paths: they are no text that could be copied along with the other."""
        for x, y, size, colour, text in marks:
            scale = f"{size * sqrt(0.5) / 1000:.5f}"
            place = f"{scale} {scale} -{scale} {scale} {number(x)} {number(self.height - y)} cm"
            self.code.append(f"{_WATERMARK}\nq {_colour(colour)} {place}\n{outlined(text)}\nQ\nEMC")


@cache
def _colour(colour: str) -> str:
    return " ".join(f"{round(int(colour[at : at + 2], 16) / 255, 3):g}" for at in (0, 2, 4)) + " rg"
