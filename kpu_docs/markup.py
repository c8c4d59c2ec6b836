"""The only inline markup: ``*italic*``, ``**bold**``, and ``\\*`` for a star.

A star that does not open or close anything is a star; nothing is ever refused or lost.
"""

from __future__ import annotations

import re

from kpu_docs.blocks import Asal, Run, Runs

# A pair of stars opens before a sign that is not a space and closes after one; the text between holds no other bare
# star.
_MARKED = re.compile(
    r"(?P<stars>\*\*?)(?=[^\s*])(?P<text>(?:\\\*|[^*\\]|\\(?!\*))*?(?:\\\*|[^\s*\\]|\\(?!\*)))(?P=stars)(?!\*)"
)


def runs(text: str, asal: Asal, *, bold: bool = False, capitals: bool = False) -> Runs:
    """The text as runs; `capitals` raises the letters as a title does."""
    found: list[Run] = []

    def add(piece: str, bold: bool, italic: bool) -> None:
        piece = piece.replace("\\*", "*")
        if piece:
            found.append(Run(piece.upper() if capitals else piece, asal, bold, italic))

    at = 0
    for match in _MARKED.finditer(text):
        if match.start() and text[match.start() - 1] in "\\*":
            continue
        add(text[at : match.start()], bold, False)
        strong = match["stars"] == "**"
        add(match["text"], bold or strong, not strong)
        at = match.end()
    add(text[at:], bold, False)
    return tuple(found)


def plain(text: str) -> str:
    """The words alone."""
    return "".join(run.text for run in runs(text, ()))
