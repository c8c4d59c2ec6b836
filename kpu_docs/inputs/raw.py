"""From the signs of a text to where each stands in the file it is written in: quotes, escapes and folded lines between.

A text of the data is followed through its spelling in YAML, JSON or TOML from its first sign on. White space of the one
answers white space of the other, however much; everything else must agree, or nothing is said.
"""

from __future__ import annotations

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}
_CODES = {"x": 2, "u": 4, "U": 8}


def offsets(raw: str, start: int, text: str) -> list[int] | None:
    """Where each sign of `text`, and its end, stands in `raw` if its spelling begins at `start`; None if it does not.

    `start` is the first sign of the text, its quotation mark, or the `|` or `>` before the lines of a block.
    """
    at, quote = _begun(raw, start, text)
    found: list[int] = []
    for sign in text:
        at = _past_joint(raw, at, quote)
        if not sign.isspace():
            at = _past_white_space(raw, at)
        step = _spelling(raw, at, sign, quote)
        if step is None:
            return None
        found.append(at)
        at += step
    return [*found, at]


def _begun(raw: str, start: int, text: str) -> tuple[int, str]:
    """Where the text itself begins, and the mark that it is quoted with."""
    mark = raw[start : start + 1]
    # In YAML three marks are the quotation mark and a first sign that is one.
    if raw.startswith(('"""', "'''"), start) and not text.startswith(mark):
        return start + 3, mark
    if mark in ("'", '"'):
        return start + 1, mark
    if mark in ("|", ">"):
        return raw.find("\n", start) + 1, ""
    return start, ""


def _past_joint(raw: str, at: int, quote: str) -> int:
    """Behind the end of a line that joins the next one without a sign between them (only in double quotes)."""
    while quote == '"' and raw.startswith("\\\n", at):
        at += 2
        while raw[at : at + 1] in (" ", "\t"):
            at += 1
    return at


def _past_white_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at


def _spelling(raw: str, at: int, sign: str, quote: str) -> int | None:
    """How many signs of `raw` spell this one there; None if they do not."""
    here = raw[at : at + 1]
    if quote == '"' and here == "\\":
        kind = raw[at + 1 : at + 2]
        if kind in _CODES:
            end = at + 2 + _CODES[kind]
            return end - at if raw[at + 2 : end].lower() == f"{ord(sign):0{_CODES[kind]}x}" else None
        return 2 if _ESCAPES.get(kind, kind) == sign else None
    if quote == "'" and sign == "'" and raw.startswith("''", at):
        return 2
    if sign.isspace():
        # All of a fold but its first sign is skipped before the next word.
        return 1 if here.isspace() else None
    return 1 if here == sign else None
