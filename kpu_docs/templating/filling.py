"""The values of fields in their places: each run that holds some is written anew, in its own look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from kpu_docs.blocks import Run, Runs
from kpu_docs.templating.fields import Isian
from kpu_docs.templating.xml import SPACE, above, child
from kpu_docs.wordfile.names import W, w
from kpu_docs.wordfile.package import Element
from kpu_docs.writers.docx.text import text_xml

_TOKEN = re.compile("\ue000([0-9]+)\ue001")


def fill(root: Element, values: Sequence[Any]) -> None:
    """Put the values where their tokens stand in the text of a part."""
    held = [
        run for run in root.iter(w("r")) if any(_TOKEN.search(text.text or "") for text in run.iterchildren(w("t")))
    ]
    for run in held:
        _write_anew(run, values)


def _write_anew(run: Element, values: Sequence[Any]) -> None:
    """The run as several, where a value has italics or bold."""
    pieces = [piece for inner in run for piece in _pieces(inner, values) if inner.tag != w("rPr")]
    properties = run.find(w("rPr"))
    made = []
    for (bold, italic), group in groupby(pieces, key=lambda piece: piece[1]):
        one = etree.Element(run.tag)
        if properties is not None:
            one.append(deepcopy(properties))
        for name in (*(("b", "bCs") if bold else ()), *(("i", "iCs") if italic else ())):
            child(child(one, "rPr"), name)
        one.extend(element for element, _ in group)
        made.append(one)
    parent = above(run)
    at = parent.index(run)
    parent[at : at + 1] = made


def _pieces(inner: Element, values: Sequence[Any]) -> Iterator[tuple[Element, tuple[bool, bool]]]:
    """What a child of a run becomes, each piece with whether it is bold and italic."""
    if inner.tag != w("t"):
        yield deepcopy(inner), (False, False)
        return
    for at, piece in enumerate(_TOKEN.split(inner.text or "")):
        if at % 2:
            for run in _runs(values[int(piece)]):
                yield from ((element, (run.bold, run.italic)) for element in _elements(run.text))
        elif piece:
            text = etree.Element(w("t"), {SPACE: "preserve"})
            text.text = piece
            yield text, (False, False)


def _runs(value: Any) -> Runs:
    return value.runs if isinstance(value, Isian) else (Run(str(value), ()),)


def _elements(text: str) -> Iterator[Element]:
    for at, part in enumerate(text.split("\t")):
        if at:
            yield etree.Element(w("tab"))
        if part:
            yield from etree.fromstring(f'<w:r xmlns:w="{W}">{text_xml(part)}</w:r>')
