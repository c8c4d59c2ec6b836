"""Pieces of our package in somebody else's: parts, relations and ids are carried over under fresh names.

The parts of a package are a mapping of their names to bytes; the text of both is `word/document.xml`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from itertools import count

from lxml import etree

from kpu_docs.wordfile.names import DOCUMENT, OFFICE, PACKAGE, ROOT_RELATIONS, TYPES, WP, w
from kpu_docs.wordfile.package import (
    Element,
    Relation,
    content_types,
    number,
    parsed,
    relations,
    relations_name,
    serialized,
)

_RELATION = f"{{{PACKAGE}/relationships}}Relationship"
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_REPLACED = ("core-properties", "extended-properties", "thumbnail")
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")


class Carrier:
    """Takes parts from our package (`ours`) into a copy of the template's (`parts`)."""

    def __init__(self, ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> None:
        self.parts = dict(theirs)
        self._ours, self._ours_types = ours, content_types(ours)
        self._relations = {relation.id: relation for relation in relations(ours, DOCUMENT)}
        self._links = parsed(
            theirs.get(relations_name(DOCUMENT), f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode())
        )
        self._types = parsed(theirs[TYPES])
        self._known: dict[str, str] = {}
        self._taken = {name.lower() for name in theirs}

    def bring(self, elements: Iterable[Element]) -> None:
        """Bring along what elements of our text refer to, and name it anew in them."""
        for element in elements:
            for inner in element.iter():
                for key, identity in inner.attrib.items():
                    if str(key).startswith(f"{{{OFFICE}}}"):
                        inner.set(key, self._linked(self._relations[str(identity)]))

    def bring_data(self) -> None:
        """Bring along the data of the decree, if they are embedded in our text."""
        for relation in [one for one in self._relations.values() if one.kind == "customXml"]:
            self._linked(relation)

    def renumber(self, elements: Iterable[Element], theirs: Element) -> None:
        """Give drawings and bookmarks of ours ids that the template has not."""
        for names, key in (((f"{{{WP}}}docPr",), "id"), (_BOOKMARKS, w("id"))):
            used = [number(one.get(key, ""), 0) for one in theirs.iter(*names)]
            first = max([0, *used]) + 1
            ids: dict[str, str] = {}
            for element in elements:
                for one in element.iter(*names):
                    one.set(key, ids.setdefault(one.get(key, ""), str(first + len(ids))))

    def properties(self) -> None:
        """Title, subject and author of the decree, instead of what the template says of itself and its clock."""
        root = parsed(self.parts[ROOT_RELATIONS])
        for relation in relations(self.parts, ""):
            if relation.kind in _REPLACED:
                self._drop(relation.target)
        for item in [item for item in root if item.get("Type", "").rpartition("/")[2] in _REPLACED]:
            root.remove(item)
        ours = {relation.target: relation for relation in relations(self._ours, "")}
        for name in _PROPERTIES:
            self._drop(name)
            self._add(name, name)
            _relate(root, ours[name].type, name)
        self.parts[ROOT_RELATIONS] = serialized(root)

    def finished(self) -> dict[str, bytes]:
        """The package, with the relations of its text and its content types written."""
        self.parts[relations_name(DOCUMENT)] = serialized(self._links)
        self.parts[TYPES] = serialized(self._types)
        return self.parts

    def _linked(self, relation: Relation) -> str:
        """The id of a relation of ours in the template."""
        if relation.id not in self._known:
            target = relation.target if relation.external else posixpath.relpath(self._copied(relation.target), "word")
            self._known[relation.id] = _relate(self._links, relation.type, target, external=relation.external)
        return self._known[relation.id]

    def _copied(self, name: str) -> str:
        """A part of ours under a name that is free, with what it refers to itself."""
        stem, suffix = posixpath.splitext(name)
        kind = stem.rstrip("0123456789")  # a reader may know a part by its name: customXml/item1.xml
        free = next(one for at in count(1) if (one := f"{kind}{at}{suffix}").lower() not in self._taken)
        self._add(name, free)
        if listed := relations(self._ours, name):
            root = parsed(self._ours[relations_name(name)])
            for item, relation in zip(root, listed, strict=True):
                if not relation.external:
                    item.set("Target", posixpath.relpath(self._copied(relation.target), posixpath.dirname(free)))
            self.parts[relations_name(free)] = serialized(root)
        return free

    def _add(self, name: str, free: str) -> None:
        self.parts[free] = self._ours[name]
        self._taken.add(free.lower())
        override = etree.SubElement(self._types, f"{{{PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{free}")
        override.set("ContentType", self._ours_types[name])

    def _drop(self, name: str) -> None:
        self.parts.pop(name, None)
        for item in [item for item in self._types if item.get("PartName", "").lower() == f"/{name}".lower()]:
            self._types.remove(item)


def _relate(root: Element, kind: str, target: str, *, external: bool = False) -> str:
    """Add a relation under an id that is free; returns the id."""
    used = {item.get("Id") for item in root}
    identity = next(one for at in count(1) if (one := f"rIdKpu{at}") not in used)
    item = etree.SubElement(root, _RELATION, {"Id": identity, "Type": kind, "Target": target})
    if external:
        item.set("TargetMode", "External")
    return identity
