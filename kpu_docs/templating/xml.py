"""Small moves on WordprocessingML that keep the order its schema asks for."""

from __future__ import annotations

from lxml import etree

from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element
from kpu_docs.wordfile.schema import LOOSE, SEQUENCES

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def child(parent: Element, name: str, **attributes: object) -> Element:
    """The child of that name, made at its place where there is none; with these attributes set."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        put(parent, found)
    for key, value in attributes.items():
        found.set(w(key), str(value))
    return found


def put(parent: Element, element: Element) -> None:
    """Put a child at its place, instead of one of the same name."""
    old = parent.find(element.tag)
    if old is not None:
        parent.replace(old, element)
        return
    holder = etree.QName(parent).localname
    order = (SEQUENCES | LOOSE).get(holder, "").split()
    name = etree.QName(element).localname
    before = {w(one) for one in order[: order.index(name)]} if name in order else set()
    last = max((at for at, other in enumerate(parent, start=1) if other.tag in before), default=0)
    parent.insert(last, element)


def above(element: Element) -> Element:
    """What an element stands in."""
    parent = element.getparent()
    assert parent is not None, "it stands in a part"
    return parent


def value(parent: Element | None, name: str, key: str = "val") -> str:
    """An attribute of a child; empty where there is none."""
    found = parent.find(w(name)) if parent is not None else None
    return found.get(w(key), "") if found is not None else ""
