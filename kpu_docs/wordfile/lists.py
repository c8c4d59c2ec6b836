"""Numbering and styles: what is defined, in order and once, and what is used without being defined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
_USES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def list_faults(trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Faults of the definitions of lists and styles, and of their use in the other parts."""
    numbering, styles = trees.get(NUMBERING), trees.get(STYLES)
    numbers: set[str] = set()
    if numbering is not None:
        yield from _definitions(numbering)
        numbers = {num.get(w("numId"), "") for num in numbering.iterchildren(w("num"))}
    kinds: dict[str, str] = {}
    if styles is not None:
        yield from _styles(styles)
        kinds = {style.get(w("styleId"), ""): style.get(w("type"), "paragraph") for style in styles.iter(w("style"))}
    for part, root in trees.items():
        yield from _used_numbers(part, root, numbers)
        yield from _used_styles(part, root, kinds)


def _definitions(numbering: Element) -> Iterator[Fault]:
    known = set[str]()
    for shape in numbering.iterchildren(w("abstractNum")):
        identity = shape.get(w("abstractNumId"), "")
        if identity in known:
            yield fault("penomoran", NUMBERING, shape, f"dua abstractNum ber-id {identity}")
        known.add(identity)
        levels = [level.get(w("ilvl"), "") for level in shape.iterchildren(w("lvl"))]
        if len(levels) != len(set(levels)):
            yield fault("penomoran", NUMBERING, shape, f"abstractNum {identity} mempunyai dua tingkat yang sama")
    seen = set[str]()
    for num in numbering.iterchildren(w("num")):
        identity, shape_id = num.get(w("numId"), ""), num.find(w("abstractNumId"))
        if identity in seen:
            yield fault("penomoran", NUMBERING, num, f"dua num ber-id {identity}")
        seen.add(identity)
        if shape_id is None or shape_id.get(w("val"), "") not in known:
            yield fault("penomoran", NUMBERING, num, f"num {identity} menunjuk abstractNum yang tidak ada")


def _used_numbers(part: str, root: Element, numbers: set[str]) -> Iterator[Fault]:
    for use in root.iter(w("numId")):
        # 0 takes the number of the style away (17.9.18).
        if use.get(w("val"), "0") not in ("0", *numbers):
            message = f"memakai penomoran {use.get(w('val'))}, yang tidak ada"
            yield fault("penomoran", part, use, message, "periksa")


def _styles(styles: Element) -> Iterator[Fault]:
    based: dict[str, str] = {}
    defaults = set[str]()
    for style in styles.iterchildren(w("style")):
        identity, kind = style.get(w("styleId"), ""), style.get(w("type"), "")
        if identity in based:
            yield fault("gaya", STYLES, style, f'dua gaya ber-id "{identity}"')
        base = style.find(w("basedOn"))
        based[identity] = base.get(w("val"), "") if base is not None else ""
        if style.get(w("default")) in ("1", "true", "on"):
            if kind in defaults:
                yield fault("gaya", STYLES, style, f'dua gaya baku untuk jenis "{kind}"', "periksa")
            defaults.add(kind)
    for identity, base_id in based.items():
        if base_id and base_id not in based:
            message = f'gaya "{identity}" didasarkan pada "{base_id}", yang tidak ada'
            yield fault("gaya", STYLES, None, message, "periksa")
        if _circular(identity, based):
            yield fault("gaya", STYLES, None, f'gaya "{identity}" didasarkan pada dirinya sendiri')


def _circular(identity: str, based: Mapping[str, str]) -> bool:
    seen, at = set[str](), based[identity]
    while at and at not in seen:
        seen.add(at)
        at = based.get(at, "")
    return identity in seen


def _used_styles(part: str, root: Element, kinds: Mapping[str, str]) -> Iterator[Fault]:
    told = set[str]()
    for name, kind in _USES.items():
        for use in root.iter(w(name)):
            identity = use.get(w("val"), "")
            if kinds.get(identity) != kind and identity not in told:
                told.add(identity)
                yield fault("gaya", part, use, f'memakai gaya "{identity}", yang tidak ada', "periksa")
