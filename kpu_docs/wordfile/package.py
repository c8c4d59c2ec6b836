"""A package as its parts, and what it says of them: content types, relations, XML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from kpu_docs.wordfile.names import PACKAGE, ROOT_RELATIONS, TYPES

Element = etree._Element

_NUMBER = re.compile(r"(-?[0-9]{1,9})(?:\.[0-9]+)?")


class Relation(NamedTuple):
    """An item of a `.rels` part. `target` is the name of the part it leads to, or what is outside if `external`."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last piece of its type: `image`, `header`, `attachedTemplate`."""
        return self.type.rpartition("/")[2]


def parsed(part: bytes, *, whole: bool = False) -> Element:
    """The XML of a part without comments and processing instructions, unless it is to be written `whole` again. Nothing
    outside of it is read, no entity is replaced.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=not whole,
        remove_pis=not whole,
        strip_cdata=not whole,
    )
    return etree.fromstring(part, parser)


def serialized(root: Element) -> bytes:
    """The XML of a part as it is written to a package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def number(text: str, usual: int) -> int:
    """An attribute that is a number, without its decimals; `usual` where it is none, or one of more than 9 digits."""
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else usual


def relations(parts: Mapping[str, bytes], source: str) -> list[Relation]:
    """The relations of a part, of the package itself for the empty name; none where they cannot be read."""
    part = parts.get(relations_name(source))
    try:
        listed = parsed(part) if part is not None else ()
    except etree.XMLSyntaxError:
        return []
    folder = posixpath.dirname(source)
    return [_relation(item, folder) for item in listed if item.tag == f"{{{PACKAGE}/relationships}}Relationship"]


def _relation(item: Element, folder: str) -> Relation:
    external = item.get("TargetMode") == "External"
    target = item.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0])).lstrip("/")
    return Relation(item.get("Id", ""), item.get("Type", ""), target, external)


def relations_name(source: str) -> str:
    """The part that holds the relations of a part: `word/_rels/document.xml.rels`."""
    if not source:
        return ROOT_RELATIONS
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(relations_part: str) -> str:
    """The part whose relations a `.rels` part holds."""
    folder, name = posixpath.split(relations_part)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of each part that has one."""
    defaults: dict[str, str] = {}
    own: dict[str, str] = {}
    try:
        listed = parsed(parts[TYPES]) if TYPES in parts else ()
    except etree.XMLSyntaxError:
        return {}
    for item in listed:
        kind = etree.QName(item).localname
        if kind == "Default":
            defaults[item.get("Extension", "").lower()] = item.get("ContentType", "")
        elif kind == "Override":
            own[item.get("PartName", "").lstrip("/").lower()] = item.get("ContentType", "")
    found = {name: own.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower()) for name in parts}
    return {name: type for name, type in found.items() if type}


def xml_names(parts: Mapping[str, bytes], types: Mapping[str, str]) -> Iterator[str]:
    """The parts that are XML by their name or by their content type."""
    for name in parts:
        if name.lower().endswith((".xml", ".rels")) or types.get(name, "").endswith("xml"):
            yield name
