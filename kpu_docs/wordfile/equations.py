"""Equations of Word (ECMA-376 part 1, 22.1) as a line of text, so that none of their signs is lost."""

from __future__ import annotations

from kpu_docs.wordfile.names import M, split, w
from kpu_docs.wordfile.package import Element

EQUATION = f"{{{M}}}oMath"

_BEFORE = {"den": "/", "sup": "^", "sub": "_", "rad": "\N{SQUARE ROOT}"}
_GROUPED = ("num", "den", "sup", "sub", "rad")
"""Parts that stand in parentheses where they are longer than a sign."""


def linear(node: Element) -> str:
    """An equation, or a part of one, as text: `(a+b)/2`, `x^2`, `x_(10)`, and a root as its sign before its content."""
    _, name = split(str(node.tag))
    if name == "t":
        return node.text or ""
    inner = "".join(linear(child) for child in node if not str(child.tag).endswith("Pr") and child.tag != w("del"))
    if name in _GROUPED and len(inner) > 1:
        inner = f"({inner})"
    if name == "d":
        return f"{_sign(node, 'begChr', '(')}{inner}{_sign(node, 'endChr', ')')}"
    if name == "nary":
        return _sign(node, "chr", "\N{INTEGRAL}") + inner
    return f"{_BEFORE.get(name, '')}{inner}" if inner else ""


def _sign(node: Element, name: str, usual: str) -> str:
    """A sign that the properties of a part name."""
    found = node.find(f"{{{M}}}{split(str(node.tag))[1]}Pr/{{{M}}}{name}")
    return usual if found is None else found.get(f"{{{M}}}val", usual)
