"""Reads a tagged PDF back the way a screen reader does: through its structure tree and the ToUnicode of its fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Content:
    """A page read back: the text of each marked-content identifier, of the artifacts, and what is marked as neither."""

    text: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    tags: dict[int, str] = field(default_factory=dict)


@dataclass
class Element:
    """A structure element: its type, text and kids, its attributes and other entries, where its content lies, the
    numbers of the fields that it holds.
    """

    tag: str
    text: str
    kids: list[Element]
    attributes: dict[str, Any]
    entries: dict[str, Any]
    places: list[tuple[int, int]]
    number: int
    objects: list[int] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *tags: str) -> list[Element]:
        """The elements of these types, in reading order."""
        return [element for element in self.walk() if element.tag in tags]

    def outline(self) -> Any:
        """The types below one another: ("L", [("LI", ...)]); without kids just the type."""
        return (self.tag, [kid.outline() for kid in self.kids]) if self.kids else self.tag


SHOWING = ("Tj", "TJ", "f", "S", "Do")


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file, in which qpdf finds nothing to complain of."""
    file = pikepdf.open(BytesIO(pdf))
    assert file.check_pdf_syntax() == []
    assert file.get_warnings() == []
    return file


def contents(file: pikepdf.Pdf) -> list[Content]:
    """The pages of a file read back."""
    return [_content(page) for page in file.pages]


def tree(file: pikepdf.Pdf) -> Element:
    """The structure tree of a file, with the text of its elements."""
    pages = contents(file)
    at = {page.obj.objgen: index for index, page in enumerate(file.pages)}
    return _element(file.Root.StructTreeRoot.K, pages, at)


def reading_order(pdf: bytes) -> list[str]:
    """The words of a file in the order of its structure; no-break spaces and soft hyphens stay in their words."""
    texts = (element.text for element in tree(opened(pdf)).walk())
    return [word for text in texts for word in re.split("[ \n]+", text) if word]


def _element(node: Any, pages: list[Content], at: dict[tuple[int, int], int]) -> Element:
    held = node.get("/K", [])
    kids = [held] if isinstance(held, int | pikepdf.Dictionary) else list(held)
    attributes = node.get("/A", {})
    element = Element(
        tag=str(node.S)[1:],
        text="",
        kids=[],
        attributes={key[1:]: value for key, value in dict(attributes).items()},
        entries={key[1:]: value for key, value in node.items() if key not in ("/S", "/P", "/K", "/A", "/Pg")},
        places=[],
        number=node.objgen[0],
    )
    for kid in kids:
        if isinstance(kid, int):
            element.places.append((at[node.Pg.objgen], kid))
        elif "/MCID" in kid:
            assert kid.Type == "/MCR"
            element.places.append((at[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            element.objects.append(kid.Obj.objgen[0])
        else:
            assert kid.P.objgen == node.objgen
            element.kids.append(_element(kid, pages, at))
    element.text = "".join(pages[page].text[mcid] for page, mcid in element.places)
    return element


def _content(page: pikepdf.Page) -> Content:
    fonts = {name: signs_of_codes(font) for name, font in page.Resources.Font.items()}
    content = Content()
    open_marks: list[int | None] = []
    signs: dict[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "BDC":
                mcid = operands[1].get("/MCID")
                assert not open_marks, "marked content inside marked content"
                open_marks.append(None if mcid is None else int(mcid))
                if mcid is not None:
                    assert mcid not in content.text
                    content.text[int(mcid)] = ""
                    content.tags[int(mcid)] = str(operands[0])[1:]
                else:
                    assert operands[0] == "/Artifact"
            case "EMC":
                open_marks.pop()
            case "Tf":
                signs = fonts[str(operands[0])]
            case operator_name if operator_name in SHOWING:
                shown = _shown(operands[0], signs) if operator_name in ("Tj", "TJ") else ""
                if not open_marks:
                    content.unmarked.append(shown or operator_name)
                elif open_marks[-1] is None:
                    content.artifacts.append(shown)
                else:
                    content.text[open_marks[-1]] += shown
    assert not open_marks
    return content


def _shown(operand: Any, signs: dict[str, str]) -> str:
    strings = [operand] if isinstance(operand, pikepdf.String) else list(operand)
    codes = "".join(bytes(part).hex() for part in strings if isinstance(part, pikepdf.String))
    step = len(next(iter(signs)))
    return "".join(signs[codes[at : at + step]] for at in range(0, len(codes), step))


def signs_of_codes(font: Any) -> dict[str, str]:
    """The sign of each code, in hexadecimal: of one byte by WinAnsiEncoding, of two bytes by the font's ToUnicode."""
    if font.Subtype == "/TrueType":
        assert font.Encoding == "/WinAnsiEncoding"
        return {f"{code:02x}": bytes([code]).decode("cp1252") for code in range(font.FirstChar, font.LastChar + 1)}
    found = {}
    for first, last, sign in re.findall(rb"<(\w{4})> <(\w{4})> <(\w{4})>", font.ToUnicode.read_bytes()):
        for step in range(int(last, 16) - int(first, 16) + 1):
            found[f"{int(first, 16) + step:04x}"] = chr(int(sign, 16) + step)
    return found


def pieces(file: pikepdf.Pdf) -> list[str]:
    """What each operator that shows text shows, page by page."""
    found = []
    for page in file.pages:
        fonts = {name: signs_of_codes(font) for name, font in page.Resources.Font.items()}
        signs: dict[str, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "Tf":
                signs = fonts[str(instruction.operands[0])]
            elif str(instruction.operator) in ("Tj", "TJ"):
                found.append(_shown(instruction.operands[0], signs))
    return found


def pictures(pdf: bytes) -> list[str]:
    """What the pictures show, in their order."""
    return [str(one.entries["Alt"]) for one in tree(opened(pdf)).find("Figure")]
