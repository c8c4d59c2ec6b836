"""A fault of a Word file, and its place in words that somebody who looks at the page can follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element

_SHOWN = 40
_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_TEXTS = (w("t"), w("instrText"), w("delText"))


Severity = Literal["salah", "periksa"]
"""`salah`: Word is known to refuse or repair this, or it loses content; `periksa`: Word is known to bear it, or only
some versions do not.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a Word file that Word does not open without repair, or may not.

    Attributes:
        cause: The name of the cause, one word (`urutan`, `kisi`, `relasi` ...): see `kpu_docs.wordfile.checking`.
        severity: How bad it is.
        part: The part of the package it stands in (`word/document.xml`).
        message: What is wrong, in Indonesian.
        element: Where it stands in that part; None if it concerns the part as a whole.
    """

    cause: str
    severity: Severity
    part: str
    message: str
    element: Element | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """Where it stands: `tabel 2, baris 3, sel 1: "words"`. Counted when asked for: that takes time."""
        return "" if self.element is None else place(self.element)

    def __str__(self) -> str:
        return ": ".join(piece for piece in (self.part, self.place, self.message) if piece)


def fault(cause: str, part: str, element: Element | None, message: str, severity: Severity = "salah") -> Fault:
    """A fault at an element of a part, or of the part as a whole."""
    return Fault(cause, severity, part, message, element)


def place(element: Element) -> str:
    """Where an element stands: table, row, cell, and the first words of its paragraph."""
    around = [*reversed(list(element.iterancestors())), element]
    steps = []
    for node in around:
        if node.tag == _TBL:
            steps.append(f"tabel {1 + _before(node, _TBL)}")
        elif node.tag == _TR:
            steps.append(f"baris {1 + _before(node, _TR)}")
        elif node.tag == _TC:
            steps.append(f"sel {1 + _before(node, _TC)}")
    said = next((node for node in reversed(around) if node.tag in (_P, _TC, _TR, _TBL)), None)
    words = " ".join("".join(text.text or "" for text in said.iter(*_TEXTS)).split()) if said is not None else ""
    if not words and said is not None and said.tag == _P:
        steps.append(f"paragraf {1 + _before(said, _P)}")
    quoted = f'"{words[:_SHOWN]}{"…" if len(words) > _SHOWN else ""}"' if words else ""
    return ": ".join(piece for piece in (", ".join(steps), quoted) if piece)


def _before(node: Element, tag: str) -> int:
    """How many such elements stand before it: within the table for rows and cells, within the part for the others."""
    if tag in (_TR, _TC):
        return sum(1 for _ in node.itersiblings(tag, preceding=True))
    root = node.getroottree().getroot()
    return next(at for at, other in enumerate(root.iter(tag)) if other is node)
