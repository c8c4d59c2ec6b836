"""A PDF file in bytes: numbered objects, streams, and the cross-reference stream (ISO 32000-1, 7.3 and 7.5).

Small objects go into object streams (7.5.7), which compress the many alike elements of a tagged table to a few bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

# The comment of four bytes above 127 marks the file as binary (ISO 19005-2, 6.1.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL, _FAST = 6, 1
"""How hard zlib tries: usually, and with what is compressed anew in every decree. There the usual level would make a
file 7 per cent smaller and take twice as long.
"""
_BATCH = 256
"""Objects in one object stream: their index fits one byte."""
_FREE, _PLAIN, _PACKED = 0, 1 << 40, 2 << 40
"""Types of the entries of the cross-reference stream (7.5.8.3). An entry is kept as a number of six bytes: one for the
type, four for the offset or the object stream, one for the index in it."""
_UP = 2 << 48
"""The type of a row of differences, before its six bytes."""
_NEXT = b"\2\0\0\0\0\0\1"
"""The difference of an entry to the one before in the same object stream."""
_HIGH = 0x808080808080
"""The highest bit of each of six bytes."""


class Stream(NamedTuple):
    """The data of a stream as they stand in the file, and the entries of its dictionary but its length."""

    data: bytes
    entries: str


def deflated(data: bytes, entries: str = "", *, fast: bool = False) -> Stream:
    """A compressed stream; `fast` is for what is compressed anew in every decree."""
    return Stream(zlib.compress(data, _FAST if fast else _LEVEL), f"{entries}/Filter/FlateDecode")


def text_string(text: str) -> str:
    """A text string object (7.9.2.2): plain if it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def escaped(text: str) -> str:
    """The inside of a literal string (7.3.4.2), its signs standing for bytes. A carriage return would turn into LF."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


@lru_cache(maxsize=1 << 13)
def number(value: float) -> str:
    """A length in pt, to a hundredth, without exponent (7.3.3)."""
    return f"{round(value, 2):g}"


class PdfFile:
    """A file being written from top to bottom. Objects refer to each other by number, which can be reserved ahead."""

    def __init__(self) -> None:
        self._chunks = [_HEADER]
        self._size = len(_HEADER)
        self._count = 1
        self._runs = [(0, 1, _FREE | 255)]
        self._waiting: list[tuple[int, str]] = []

    def reserve(self, count: int = 1) -> int:
        """The first of `count` new object numbers."""
        self._count += count
        return self._count - count

    def add(self, body: str, at: int = 0) -> int:
        """Write an object other than a stream, under a reserved number or a new one; its number."""
        at = at or self.reserve()
        self._waiting.append((at, body))
        return at

    def add_all(self, first: int, bodies: Sequence[str]) -> None:
        """Write many objects under the reserved numbers from `first` on."""
        for start in range(0, len(bodies), _BATCH):
            batch = bodies[start : start + _BATCH]
            place = self._pack(range(first + start, first + start + len(batch)), batch)
            self._runs.append((first + start, len(batch), place))

    def stream(self, stream: Stream) -> int:
        """Write a stream; its number."""
        at = self.reserve()
        self._runs.append((at, 1, _PLAIN | self._size << 8))
        self._write(at, stream)
        return at

    def close(self, root: int, info: int) -> bytes:
        """The whole file, with its catalog and document information. Its identifier is a hash of the rest (14.4)."""
        for start in range(0, len(self._waiting), _BATCH):
            numbers, bodies = zip(*self._waiting[start : start + _BATCH], strict=True)
            place = self._pack(numbers, bodies)
            self._runs += ((number, 1, place + at) for at, number in enumerate(numbers))
        digest = sha256()
        for chunk in self._chunks:
            digest.update(chunk)
        name = digest.hexdigest()[:32]
        at, start = self.reserve(), self._size
        self._runs.append((at, 1, _PLAIN | start << 8))
        entries = (
            f"/Type/XRef/Size {self._count}/W[1 4 1]/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
            "/DecodeParms<</Predictor 12/Columns 6>>"
        )
        # Its own length depends on its entries, and they on where it begins alone.
        self._write(at, deflated(_differences(sorted(self._runs)), entries, fast=True))
        return b"".join((*self._chunks, f"startxref\n{start}\n%%EOF\n".encode()))

    def _write(self, at: int, stream: Stream) -> None:
        # The end-of-line before `endstream` is what ISO 19005-2, 6.1.7.1 asks for.
        head = f"{at} 0 obj\n<</Length {len(stream.data)}{stream.entries}>>\nstream\n".encode()
        chunk = b"".join((head, stream.data, b"\nendstream\nendobj\n"))
        self._chunks.append(chunk)
        self._size += len(chunk)

    def _pack(self, numbers: Sequence[int], bodies: Sequence[str]) -> int:
        """Write objects as an object stream; the entry of the first, whose index is 0."""
        offsets = accumulate([len(body) + 1 for body in bodies[:-1]], initial=0)
        index = " ".join([f"{at} {offset}" for at, offset in zip(numbers, offsets, strict=True)])
        entries = f"/Type/ObjStm/N {len(bodies)}/First {len(index) + 1}"
        return _PACKED | self.stream(deflated("\n".join((index, *bodies)).encode("ascii"), entries, fast=True)) << 8


def _differences(runs: Iterable[tuple[int, int, int]]) -> bytes:
    """The entries of runs of objects as their differences from the one before (PNG's Up, 7.4.4.4)."""
    found = []
    before = 0
    for _, count, place in runs:
        # Byte by byte modulo 256: the highest bits are kept apart, so that nothing is borrowed from the next byte.
        step = ((place | _HIGH) - (before & ~_HIGH)) ^ ((place ^ ~before) & _HIGH)
        found += [(_UP | step).to_bytes(7, "big"), _NEXT * (count - 1)]
        before = place + count - 1
    return b"".join(found)
