"""Fields (PAGE, REF ...): their instructions, which Word spreads over runs, and whether each is closed.

A complex field is a run of marks `begin`, instruction, `separate`, result, `end` (ECMA-376 part 1, 17.16.18); fields
nest.
"""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element

_MARK, _TEXT, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")


def instructions(root: Element) -> Iterator[str]:
    """The instruction of every field; a field within one stands there as `{`."""
    within: list[list[str]] = []
    for element in root.iter(_MARK, _TEXT, _SIMPLE):
        kind = element.get(w("fldCharType"))
        if element.tag == _SIMPLE:
            yield element.get(w("instr"), "")
        elif element.tag == _TEXT and within:
            within[-1].append(element.text or "")
        elif kind == "begin":
            if within:
                within[-1].append("{")
            within.append([])
        elif kind == "end" and within:
            yield "".join(within.pop())
    yield from map("".join, within)


def field_faults(part: str, root: Element) -> Iterator[Fault]:
    """Marks of fields that do not follow each other as they must, and fields that are not closed."""
    open_fields: list[tuple[Element, bool]] = []
    for mark in root.iter(_MARK):
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append((mark, False))
        elif not open_fields or (kind == "separate" and open_fields[-1][1]):
            yield fault("bidang", part, mark, f'tanda "{kind}" tanpa bidang yang terbuka')
        elif kind == "separate":
            open_fields[-1] = (open_fields[-1][0], True)
        elif kind == "end":
            open_fields.pop()
    for mark, _ in open_fields:
        yield fault("bidang", part, mark, "bidang ini tidak ditutup")
