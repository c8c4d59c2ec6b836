"""Word files with comments, read for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from kpu_docs.wordfile.names import W, w
from kpu_docs.wordfile.strict import renamed

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(docx: bytes) -> list[tuple[str, str]]:
    """The words that each comment stands at, and its first line, in the order of the file."""
    held = {name: renamed(part) for name, part in parts(docx).items()}
    root = etree.fromstring(held["word/document.xml"])
    found = etree.fromstring(held["word/comments.xml"]) if "word/comments.xml" in held else []
    return [(_words(root, one.get(w("id"), "")), "".join(map(str, next(one.iter(w("p"))).itertext()))) for one in found]


def _words(root: Any, number: str) -> str:
    marks = [w("commentRangeStart"), w("commentRangeEnd")]
    inside, text = False, ""
    for node in root.iter(w("t"), w("tab"), *marks):
        if node.tag in marks and node.get(w("id")) == number:
            inside = node.tag == marks[0]
        elif inside and node.tag not in marks:
            text += node.text or "" if node.tag == w("t") else " "
    return text


def bare(document: bytes) -> bytes:
    """The XML of a text without marks of comments, neighbouring runs of the same looks as one."""
    root: Any = etree.fromstring(document)
    for node in [*root.iter(w("commentRangeStart"), w("commentRangeEnd")), *_signs(root)]:
        node.getparent().remove(node)
    for run in [*root.iter(w("r"))]:
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _looks(before) == _looks(run):
            before.extend([node for node in run if node.tag != w("rPr")])
            run.getparent().remove(run)
    for text in [*root.iter(w("t"))]:
        text.attrib.pop(SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = f"{before.text or ''}{text.text or ''}"
            text.getparent().remove(text)
    return etree.tostring(root, method="c14n2")


def _signs(root: Any) -> Iterator[Any]:
    return (node.getparent() for node in root.iter(w("commentReference")) if len(node.getparent()) == 1)


def _looks(run: Any) -> tuple[Any, bytes]:
    properties = run.find(f"{{{W}}}rPr")
    return dict(run.attrib), b"" if properties is None else etree.tostring(properties, method="c14n")
