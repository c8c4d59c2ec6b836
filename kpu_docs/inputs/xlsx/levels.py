"""How deep a row lies, known by the sign before it: `I.`, `A.`, `1.`, `a.`, `1)`, `1.2`, `6709.QDB`, `521211`.

Signs of one kind stand on one level, and a kind that was not met before is one level deeper. Which kind a sign is
depends on those before it: `i.` after `h.` is a letter, else the first of the small Roman numerals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_docs import bahasa

_BULLETS = r"[-\u2013\u2022>]+"
_SIGN = re.compile(r"(\(?)([0-9]{1,2}|[a-z]{1,7})([.)]*)", re.IGNORECASE)
_BEFORE_A_TEXT = re.compile(
    rf"(?P<sign>\(?(?:[0-9]{{1,2}}|[a-zA-Z]|[ivx]{{1,5}}|[IVX]{{1,5}})[.)]+|{_BULLETS})\s+(?P<text>\S.*)", re.DOTALL
)


class Sign(NamedTuple):
    """A sign before a row: its kind (`1`, `a)`, `###.#`), and which of its kind it is; 0 where they are not counted."""

    kind: str
    value: int


NONE = Sign("", 0)
"""The sign of a row without one."""


def sign(text: str, above: Sequence[Sign] = ()) -> Sign:
    """The sign that a text is, below rows with these signs."""
    text = text.strip()
    if not text:
        return NONE
    readings = _readings(text)
    follows = [one for one in readings if Sign(one.kind, one.value - 1) in above]
    first = [one for one in readings if one.value == 1]
    return (follows or first or readings or [Sign(_shape(text), 0)])[0]


def split(text: str, above: Sequence[Sign] = ()) -> tuple[str, str]:
    """The sign at the beginning of a text and the rest; no sign where what looks like one begins or continues nothing
    ("H. Ahmad").
    """
    found = _BEFORE_A_TEXT.fullmatch(text)
    if found is None:
        return "", text
    one = sign(found["sign"], above)
    known = one.value in (0, 1) or Sign(one.kind, one.value - 1) in above
    return (found["sign"], found["text"]) if known else ("", text)


def level(one: Sign, above: Sequence[Sign]) -> int:
    """On which level (from 0) a row with that sign lies, below rows whose levels have these signs."""
    kinds = [other.kind for other in above]
    return kinds.index(one.kind) if one.kind in kinds else len(kinds)


def _readings(text: str) -> list[Sign]:
    """What a sign may be, the likelier first: a number, a letter, a Roman numeral."""
    found = _SIGN.fullmatch(text)
    if found is None:
        return []
    core, ends = found[2], found[1] + found[3].replace(".", "")
    if core.isdigit():
        return [Sign(f"1{ends}", int(core))]
    readings = []
    if len(core) == 1:
        readings.append(Sign(f"{'A' if core.isupper() else 'a'}{ends}", ord(core.lower()) - ord("a") + 1))
    roman = bahasa.dari_romawi(core.upper()) if core in (core.upper(), core.lower()) else None
    if roman:
        readings.append(Sign(f"{'I' if core.isupper() else 'i'}{ends}", roman))
    return readings


def _shape(text: str) -> str:
    """The shape of a code: a long number by its length, short ones alike, one from 000 on (an item) by itself."""
    if re.fullmatch(_BULLETS, text):
        return text
    parts = re.findall(r"[0-9]+|[^\W\d]+|[^\w\s]", text.rstrip("."))
    return "".join(_shape_of_part(part) for part in parts)


def _shape_of_part(part: str) -> str:
    if part.isdigit():
        return "0" if part.startswith("000") else "#" * len(part) if len(part) > 2 else "#"
    return "A" if part.isalpha() else part
