"""The only inline markup: ``*italic*``, ``**bold**``, and ``\\*`` for a star.

A star that does not open or close anything is a star; nothing is ever refused or lost.
"""

from __future__ import annotations

import re

from kpu_docs.blocks import Asal, Run, Runs

# A pair of stars opens before a sign that is not a space and closes after one; the text between holds no other bare
# star.
_MARKED = re.compile(r"(?P<stars>\*\*?)(?=[^\s*])(?P<text>[^*\\]*(?:\\.[^*\\]*)*)(?<=\S)(?P=stars)(?!\*)", re.S)
_BACKSLASH = re.compile(r"\\(?=\*)")


def runs(text: str, asal: Asal, *, capitals: bool = False, copied: bool = False) -> Runs:
    """The text as runs.

    `capitals` raises the letters as a title does; `copied` runs repeat words that stand elsewhere (see `Run.at`).
    """
    if "*" in text:
        return _marked(text, asal, capitals, copied)
    return (Run(text.upper() if capitals else text, asal, False, False, None if copied else 0),) if text else ()


def _marked(text: str, asal: Asal, capitals: bool, copied: bool) -> Runs:
    found: list[Run] = []

    def add(start: int, end: int, bold: bool, italic: bool) -> None:
        # A backslash before a star is not printed, so a run ends there: each run stands in the text as it is.
        ends = [match.span() for match in _BACKSLASH.finditer(text, start, end)]
        for begin, stop in zip(
            [start, *(after for _, after in ends)], [*(before for before, _ in ends), end], strict=True
        ):
            if begin < stop:
                shown = text[begin:stop].upper() if capitals else text[begin:stop]
                found.append(Run(shown, asal, bold, italic, None if copied else begin))

    at = 0
    for match in _MARKED.finditer(text):
        if match.start() and text[match.start() - 1] in "\\*":
            continue
        add(at, match.start(), False, False)
        strong = match["stars"] == "**"
        add(match.start("text"), match.end("text"), strong, not strong)
        at = match.end()
    add(at, len(text), False, False)
    return tuple(found)


def plain(text: str) -> str:
    """The words alone."""
    return "".join(run.text for run in runs(text, ()))
