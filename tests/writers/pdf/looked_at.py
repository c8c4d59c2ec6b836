"""A PDF as rules look at it: its bytes, its objects, what its pages show and under which marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

from tests.writers.pdf_reading import signs_of_codes

SHOWING = ("Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "INLINE IMAGE")
"""Operators that put something on the page."""


class Mark(NamedTuple):
    """A marked-content sequence: its tag and its properties."""

    tag: str
    properties: dict[str, Any]


class Step(NamedTuple):
    """An operator of a page with its operands, the marks it stands in, and the font that is set."""

    operator: str
    operands: list[Any]
    marks: tuple[Mark, ...]
    font: str


class Node(NamedTuple):
    """A structure element with the elements above it."""

    tag: str
    element: Any
    above: tuple[Any, ...]

    @property
    def kids(self) -> list[Any]:
        """What it holds: elements, numbers of marked content, references."""
        return listed(self.element.get("/K"))

    @property
    def elements(self) -> list[str]:
        """The types of the elements directly in it."""
        return [name(kid.S) for kid in self.kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def listed(value: Any) -> list[Any]:
    """One or several as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def name(value: Any) -> str:
    """A name without its slash."""
    return str(value).removeprefix("/")


class Looked:
    """A file that is looked at."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(BytesIO(data))
        self.xmp = self.file.open_metadata(update_docinfo=False)

    @cached_property
    def steps(self) -> list[list[Step]]:
        """The operators of each page."""
        return [list(_steps(page)) for page in self.file.pages]

    @cached_property
    def nodes(self) -> list[Node]:
        """The structure elements in reading order."""
        return elements(self.file)

    def named(self, *tags: str) -> list[Node]:
        """The elements of these types."""
        return [node for node in self.nodes if node.tag in tags]

    def codes(self) -> Iterator[tuple[int, str, Any, str]]:
        """Each code that is shown: its page, the name of its font, the font, the code in hexadecimal."""
        for at, steps in enumerate(self.steps):
            fonts: Any = self.file.pages[at].Resources.get("/Font", {})
            for step in steps:
                for part in step.operands if step.operator in ("Tj", "TJ", "'", '"') else ():
                    for string in listed(part):
                        if isinstance(string, pikepdf.String):
                            shown = bytes(string).hex()
                            size = 2 if fonts[step.font].Subtype == "/TrueType" else 4
                            for code in range(0, len(shown), size):
                                yield at, step.font, fonts[step.font], shown[code : code + size]

    def shown_signs(self) -> set[tuple[str, str]]:
        """Each font with each code that is shown in it."""
        return {(font, code) for _, font, _, code in self.codes()}

    def font(self, font: str) -> Any:
        """A font by its name in the resources."""
        return next(page.Resources.Font[font] for page in self.file.pages if font in page.Resources.Font)

    def meaning(self, font: str) -> dict[str, str]:
        """The signs of the codes of a font."""
        return signs_of_codes(self.font(font))


def elements(file: pikepdf.Pdf) -> list[Node]:
    """The structure elements of a file in reading order."""
    return list(_nodes(listed(file.Root.StructTreeRoot.get("/K")), ()))


def _steps(page: pikepdf.Page) -> Iterator[Step]:
    marks: list[Mark] = []
    font = ""
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in ("BDC", "BMC"):
            properties = dict(operands[1].items()) if len(operands) > 1 else {}
            marks.append(Mark(name(operands[0]), properties))
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            font = str(operands[0])
        yield Step(operator, operands, tuple(marks), font)


def _nodes(kids: list[Any], above: tuple[Any, ...]) -> Iterator[Node]:
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            node = Node(name(kid.S), kid, above)
            yield node
            yield from _nodes(node.kids, (*above, kid))
