"""The numbers that Word writes by itself: they stand in no text and are counted here (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kpu_docs import bahasa
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element
from kpu_docs.wordfile.walking import number, value

_NONE = "none"
_SPELT: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": bahasa.huruf,
    "upperLetter": lambda n: bahasa.huruf(n).upper(),
    "lowerRoman": lambda n: bahasa.romawi(n).lower(),
    "upperRoman": bahasa.romawi,
    _NONE: lambda n: "",
}
_BULLET = "-"
_DEEPEST = 9


class _Level(NamedTuple):
    """How a level of a list is numbered: the kind of number, the text around it, the first, the left edge of its
    text (twips).
    """

    kind: str
    text: str
    start: int
    left: int | None


class Numbering:
    """The lists of a document, counted paragraph by paragraph from its top."""

    def __init__(self, root: Element | None) -> None:
        self._shapes: dict[str, dict[int, _Level]] = {}
        self._nums: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        for shape in () if root is None else root.iterchildren(w("abstractNum")):
            levels = {number_of(level, "ilvl"): _level(level) for level in shape.iterchildren(w("lvl"))}
            self._shapes[value(shape, "abstractNumId")] = levels
        for num in () if root is None else root.iterchildren(w("num")):
            starts = {
                number_of(one, "ilvl"): number(one.find(w("startOverride")), 1)
                for one in num.iterchildren(w("lvlOverride"))
                if one.find(w("startOverride")) is not None
            }
            self._nums[value(num, "numId")] = (value(num.find(w("abstractNumId"))), starts)

    def left(self, identity: str, depth: int) -> int | None:
        """The left edge (twips) of the text at a level of a list, if the list says so."""
        level = self._shapes.get(self._nums.get(identity, ("", {}))[0], {}).get(depth)
        return level.left if level else None

    def next(self, identity: str, depth: int) -> str:
        """The number of the next paragraph of a list at a level; nothing where the list is not defined."""
        shape, starts = self._nums.get(identity, ("", {}))
        levels = self._shapes.get(shape, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(shape, [None] * _DEEPEST)
        if identity not in self._begun:
            self._begun.add(identity)
            for at, start in starts.items():
                counts[at:] = [start - 1, *[None] * (_DEEPEST - at - 1)]
        before = counts[depth]
        counts[depth:] = [levels[depth].start if before is None else before + 1, *[None] * (_DEEPEST - depth - 1)]
        if levels[depth].kind == "bullet":
            return _BULLET
        return re.sub(r"%([1-9])", lambda found: self._spelt(levels, counts, int(found[1]) - 1), levels[depth].text)

    @staticmethod
    def _spelt(levels: Mapping[int, _Level], counts: list[int | None], at: int) -> str:
        level = levels.get(at)
        count = counts[at]
        if level is None:
            return ""
        return _SPELT.get(level.kind, str)(level.start if count is None else count)


def _level(level: Element) -> _Level:
    kind = value(level.find(w("numFmt"))) or "decimal"
    indent = level.find(f"{w('pPr')}/{w('ind')}")
    return _Level(kind, value(level.find(w("lvlText"))), number(level.find(w("start")), 1), left_of(indent))


def left_of(indent: Element | None) -> int | None:
    """The left edge (twips) that an element for indents sets, if it does."""
    text = value(indent, "left") or value(indent, "start")
    return int(text) if re.fullmatch(r"-?[0-9]{1,5}", text) else None


def number_of(node: Element, name: str) -> int:
    """The level that an attribute names."""
    text = value(node, name)
    return int(text) if re.fullmatch("[0-8]", text) else 0
