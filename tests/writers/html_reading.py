"""Reads an HTML page back: its elements as a browser builds them, and the words that can be seen on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "br", "col", "img")
HIDDEN = "kpu-tersembunyi"


@dataclass
class Element:
    """An element: its name, its attributes, and what it holds, in order."""

    tag: str
    attributes: dict[str, str]
    kids: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The classes of it."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """All text in it, that for screen readers included; a line break is a newline."""
        texts = (kid if isinstance(kid, str) else "\n" if kid.tag == "br" else kid.text for kid in self.kids)
        return "".join(texts)

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """It and all elements in it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def find(self, *tags: str) -> list[Element]:
        """The elements of these names in it."""
        return [element for element in self.walk() if element.tag in tags]

    def having(self, kind: str) -> list[Element]:
        """The elements of that class in it."""
        return [element for element in self.walk() if kind in element.classes]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs), f"an attribute stands twice: {attrs}"
        self.open[-1].kids.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)


def page(html: bytes) -> Element:
    """The root element of a page, each of whose elements is closed where it should be."""
    builder = _Builder()
    builder.feed(html.decode())
    builder.close()
    assert builder.open == [builder.root]
    (root,) = builder.root.elements
    return root


def words(html: bytes) -> list[str]:
    """The words that can be seen, in reading order. Only slant and weight do not part words."""
    (body,) = page(html).find("body")
    return seen(body).split()


def seen(element: Element) -> str:
    """The text of an element that can be seen."""
    return "".join(_seen(element))


def _seen(element: Element) -> Iterator[str]:
    if HIDDEN in element.classes:
        return
    inline = element.tag in ("b", "i", "span")
    yield "" if inline else " "
    for kid in element.kids:
        yield from (kid,) if isinstance(kid, str) else _seen(kid)
    yield "" if inline else " "


def pictures(html: bytes) -> list[str]:
    """What the pictures show, in their order."""
    return [one.attributes["alt"] for one in page(html).find("img")]
