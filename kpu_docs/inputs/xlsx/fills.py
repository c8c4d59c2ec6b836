"""The fill of a cell as a word to compare."""

from __future__ import annotations

from typing import Any

WHITE = ("FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65")
"""Fills that nobody sees."""


def colour(cell: Any) -> str:
    """The colour of an openpyxl cell, or its pattern; nothing where it has no fill or a white one."""
    if not cell.has_style or cell.fill is None:
        return ""
    kind = getattr(cell.fill, "patternType", "gradient")
    if kind in (None, "none"):
        return ""
    found = _named(cell.fill.fgColor) if kind == "solid" else kind
    return "" if found in WHITE else found


def painted(cell: Any) -> bool:
    """Whether a cell has any fill, also a white one."""
    return bool(cell.has_style) and getattr(cell.fill, "patternType", None) not in (None, "none")


def _named(colour: Any) -> str:
    if colour.type == "rgb":
        return str(colour.rgb)[-6:].upper()
    tint = f" {colour.tint:+.2f}" if colour.tint else ""
    return f"{colour.type} {colour.theme if colour.type == 'theme' else colour.indexed}{tint}"
