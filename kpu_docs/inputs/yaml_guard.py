"""Texts that would exhaust the memory or the stack are refused before anything is built from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent

from kpu_docs.complaints import Complaint, InputError

DEEPEST = 100
"""Levels of nesting; the C parser crashes the process on very deep texts, and no decree has so many."""

BORROWED = 10_000_000
"""Letters that aliases may add to what is written: far beyond any use, far below a text made to fill the memory."""

_MAYBE_DEEP = re.compile(rf"^[-? ]{{{DEEPEST}}}", re.MULTILINE)


@dataclass
class _Piece:
    """A piece of the text: its anchor, its letters with all aliases counted in full, the levels below it."""

    anchor: str
    size: int = 0
    height: int = 0

    def add(self, part: _Piece) -> None:
        self.size += part.size
        self.height = max(self.height, part.height + 1)


def refuse_hostile(text: str) -> None:
    """Look at the events of the parser, which builds nothing from them, where a text may be dangerous at all.

    Raises:
        InputError: the text nests too deep, refers to itself, or grows out of bounds by aliases.
        YAMLError: it is no YAML.
    """
    if not _may_be_hostile(text):
        return
    guard = _Guard()
    for event in YAML(typ="base").parse(text):
        guard.see(event)


def _may_be_hostile(text: str) -> bool:
    if "&" in text and "*" in text:
        return True
    return text.count("[") + text.count("{") > DEEPEST or _MAYBE_DEEP.search(text) is not None


class _Guard:
    def __init__(self) -> None:
        self.around = [_Piece("")]
        self.anchored: dict[str, _Piece] = {}
        self.borrowed = 0

    def see(self, event: Any) -> None:
        if isinstance(event, CollectionStartEvent):
            self.around.append(_Piece(event.anchor or ""))
            self._refuse_depth(event, 0)
        elif isinstance(event, CollectionEndEvent):
            self._finished(self.around.pop())
        elif isinstance(event, ScalarEvent):
            self._finished(_Piece(event.anchor or "", len(event.value) + 1))
        elif isinstance(event, AliasEvent):
            self._alias(event)

    def _finished(self, piece: _Piece) -> None:
        self.anchored[piece.anchor] = piece
        self.around[-1].add(piece)

    def _alias(self, event: Any) -> None:
        if any(event.anchor == piece.anchor for piece in self.around):
            _refuse(event, f"rujukan *{event.anchor} menunjuk ke bagian yang memuatnya sendiri; tulis isinya lengkap")
        if event.anchor in self.anchored:
            piece = self.anchored[event.anchor]
            self._refuse_depth(event, piece.height)
            self.around[-1].add(piece)
            self.borrowed += piece.size
        if self.borrowed > BORROWED:
            _refuse(event, f"rujukan *{event.anchor} membuat isi berkas ini terlalu besar; tulis isinya tanpa rujukan")

    def _refuse_depth(self, event: Any, below: int) -> None:
        if len(self.around) - 1 + below > DEEPEST:
            _refuse(event, f"tersarang terlalu dalam (lebih dari {DEEPEST} tingkat)")


def _refuse(event: Any, message: str) -> None:
    mark = event.start_mark
    raise InputError(Complaint((), message, line=mark.line + 1, column=mark.column + 1))
