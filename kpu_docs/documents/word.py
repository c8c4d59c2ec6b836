"""Comments put into a Word file that somebody else made: nothing else of it changes.

In the text only the marks of comments are added, between the runs of a paragraph; a run of which a comment concerns a
part becomes two or three of the same looks. Links, fields, content controls and tracked changes are commented on as a
whole, text frames at the paragraph that they hang on: Word has no comments inside of them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import count
from typing import NamedTuple

from lxml import etree

from kpu_docs.wordfile import walking
from kpu_docs.wordfile.names import DOCUMENT, OFFICE, PACKAGE, TYPES, W, w
from kpu_docs.wordfile.opening import unpacked
from kpu_docs.wordfile.package import Element, content_types, parsed, relations, relations_name, serialized
from kpu_docs.wordfile.strict import is_strict, renamed, strict
from kpu_docs.writers.docx.comments import comment_xml, end_xml, start_xml

_COMMENTS = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_R, _RPR, _PPR, _FIELD = w("r"), w("rPr"), w("pPr"), w("fldChar")
_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Words(NamedTuple):
    """Words of a Word file: which paragraph, in the order of the XML from 0, and of its words the first and the last,
    counted from its end (-1 is the last one). Without them all of the paragraph is meant.
    """

    paragraph: int
    first: int | None = None
    last: int | None = None


def with_comments(content: bytes, comments: Sequence[tuple[Words, str]]) -> bytes:
    """A Word file with these comments at these words, behind the comments that it has; all other parts stay as they
    are. It was read before (`kpu_docs.wordfile.opened`).
    """
    if not comments:
        return content
    parts, _ = unpacked(content)
    other = is_strict(parts)
    usual = {name: renamed(part) for name, part in parts.items()} if other else parts
    root = parsed(usual[DOCUMENT], whole=True)
    home = next((one.target for one in relations(usual, DOCUMENT) if one.kind == "comments"), None)
    part = home or _COMMENTS
    held = parsed(usual[part], whole=True) if part in parts else etree.Element(w("comments"), nsmap={"w": W})
    numbers = count(_highest(root, held) + 1)
    paragraphs = list(root.iter(walking.P))
    for words, text in comments:
        number = next(numbers)
        _mark(paragraphs[words.paragraph], words, number)
        held.extend(_elements(comment_xml(number, text)))
    changed = {DOCUMENT: serialized(root), part: serialized(held)} | _announced(usual, part, related=home is not None)
    return _packed(content, {name: strict(part) for name, part in changed.items()} if other else changed)


def _highest(*roots: Element) -> int:
    """The highest number that a comment has."""
    found = (node.get(w("id"), "") for root in roots for node in root.iter(*_MARKS, w("comment")))
    return max((int(one) for one in found if one.isdecimal()), default=-1)


def _elements(xml: str) -> list[Element]:
    return list(etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>'))


def _mark(paragraph: Element, words: Words, number: int) -> None:
    """Put the marks of a comment around words of a paragraph."""
    if around := [*paragraph.iterancestors(walking.P)]:
        paragraph, words = around[-1], Words(words.paragraph)
    span = _span(paragraph, words)
    own = _own(paragraph)
    first, last = (own[0], own[-1]) if own else (None, None)
    if span:
        first, last = _child_from(paragraph, span[0]), _child_to(paragraph, span[1])
        first, last = _around_fields(_own(paragraph), first, last)
    [start], ends = _elements(start_xml(number)), _elements(end_xml(number))
    if first is None or last is None:
        paragraph.extend([start, *ends])
        return
    first.addprevious(start)
    for node in reversed(ends):
        tail, last.tail = last.tail, None
        last.addnext(node)
        node.tail = tail


def _own(paragraph: Element) -> list[Element]:
    """What a paragraph holds beside its properties."""
    return [node for node in paragraph if node.tag != _PPR]


def _span(paragraph: Element, words: Words) -> tuple[int, int] | None:
    """The signs of the text of a paragraph that are meant: from, to before."""
    if words.first is None or words.last is None:
        return None
    text = "".join(text for text, _ in walking.texts(paragraph))
    found = [one.span() for one in re.finditer(r"\S+", text)]
    if -words.first > len(found):
        return None
    return found[words.first][0], found[words.last][1]


def _child_from(paragraph: Element, at: int) -> Element:
    """The child of a paragraph that begins with a sign of its text, made so if it is a run."""
    start, node = next((start, node) for start, end, node in _placed(paragraph) if at < end)
    return _parted(paragraph, node, at - start)


def _child_to(paragraph: Element, at: int) -> Element:
    """The child of a paragraph that ends before a sign of its text, made so if it is a run."""
    start, node = next((start, node) for start, end, node in _placed(paragraph) if at <= end)
    child = _child(paragraph, node)
    _parted(paragraph, node, at - start)
    return child


def _placed(paragraph: Element) -> Iterator[tuple[int, int, Element]]:
    """The elements that hold its text: from which sign to before which, and the element."""
    start = 0
    for text, node in [*walking.texts(paragraph)]:
        if text:
            yield start, start + len(text), node
        start += len(text)


def _child(paragraph: Element, node: Element) -> Element:
    """The child of a paragraph that an element stands in."""
    return next(one for one in (node, *node.iterancestors()) if one.getparent() is paragraph)


def _parted(paragraph: Element, node: Element, at: int) -> Element:
    """Part the run of a piece of text before one of its signs; returns what then begins there. What is no run of the
    paragraph itself stays whole.
    """
    run = _child(paragraph, node)
    if run.tag != _R or node.getparent() is not run:
        return run
    text = node.text or ""
    before = [one for one in node.itersiblings(preceding=True) if one.tag != _RPR]
    if at == 0 and not before:
        return run
    moved = [*node.itersiblings()]
    if at == 0:
        moved.insert(0, node)
    elif node.tag == walking.T and at < len(text):
        rest = deepcopy(node)
        node.tail = None
        node.text, rest.text = text[:at], text[at:]
        for half in (node, rest):
            half.set(_SPACE, "preserve")
        moved.insert(0, rest)
    if not moved:
        return run
    new = etree.Element(_R, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(_RPR)
    new.extend([*([] if properties is None else [deepcopy(properties)]), *moved])
    new.tail, run.tail = run.tail, None
    run.addnext(new)
    return new


def _around_fields(own: Sequence[Element], first: Element, last: Element) -> tuple[Element, Element]:
    """The same range, grown to hold each field that begins in the paragraph as a whole."""
    start, end = own.index(first), own.index(last)
    open_at: list[int] = []
    for at, node in enumerate(own):
        for mark in node.iter(_FIELD):
            kind = walking.value(mark, "fldCharType")
            if kind == "begin":
                open_at.append(at)
            elif kind == "end" and open_at:
                begun = open_at.pop()
                if begun < start <= at:
                    start = begun
                if begun <= end < at:
                    end = at
    return own[start], own[end]


def _announced(parts: Mapping[str, bytes], part: str, *, related: bool) -> dict[str, bytes]:
    """Content types and relations that name the part of the comments, as far as they have to change for it."""
    changed = {}
    if content_types({**parts, part: b""}).get(part) != _TYPE:
        types = parsed(parts[TYPES], whole=True)
        override = {"PartName": f"/{part}", "ContentType": _TYPE}
        types.append(etree.Element(f"{{{etree.QName(types).namespace}}}Override", override))
        changed[TYPES] = serialized(types)
    if not related:
        name, space = relations_name(DOCUMENT), f"{PACKAGE}/relationships"
        root = parsed(parts[name], whole=True) if name in parts else etree.Element(f"{{{space}}}Relationships")
        used = {one.id for one in relations(parts, DOCUMENT)}
        identity = next(one for at in count(1) if (one := f"rId{at}") not in used)
        link = {"Id": identity, "Type": f"{OFFICE}/comments", "Target": f"/{part}"}
        root.append(etree.Element(f"{{{space}}}Relationship", link))
        changed[name] = serialized(root)
    return changed


def _packed(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with other parts in the place of some, and new ones at its end."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, changed.get(entry.filename, b"") or old.read(entry))
        for name in sorted(changed.keys() - set(old.namelist())):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, changed[name])
    return made.getvalue()
