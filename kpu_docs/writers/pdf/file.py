"""A PDF file in bytes: numbered objects, streams, and the cross-reference stream (ISO 32000-1, 7.3 and 7.5).

Small objects go into object streams (7.5.7), which compress the many alike elements of a tagged table to a few bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

# The comment of four bytes above 127 marks the file as binary (ISO 19005-2, 6.1.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6
_BATCH = 256
"""Objects in one object stream: their index fits one byte."""
_FREE, _PLAIN, _PACKED = 0, 1 << 40, 2 << 40
"""Types of the entries of the cross-reference stream (7.5.8.3). An entry is kept as a number of six bytes: one for the
type, four for the offset or the object stream, one for the index in it."""


class Stream(NamedTuple):
    """The data of a stream as they stand in the file, and the entries of its dictionary but its length."""

    data: bytes
    entries: str


def deflated(data: bytes, entries: str = "") -> Stream:
    """A compressed stream."""
    return Stream(zlib.compress(data, _LEVEL), f"{entries}/Filter/FlateDecode")


def text_string(text: str) -> str:
    """A text string object (7.9.2.2): plain if it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def escaped(text: str) -> str:
    """The inside of a literal string (7.3.4.2), its signs standing for bytes. A carriage return would turn into LF."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def number(value: float) -> str:
    """A length in pt, to a hundredth, without exponent (7.3.3)."""
    return f"{round(value, 2):g}"


class PdfFile:
    """A file being written from top to bottom. Objects refer to each other by number, which can be reserved ahead."""

    def __init__(self) -> None:
        self._chunks = [_HEADER]
        self._size = len(_HEADER)
        self._count = 1
        self._places: dict[int, int] = {0: _FREE | 255}
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
            self._pack(range(first + start, first + start + len(batch)), batch)

    def stream(self, stream: Stream) -> int:
        """Write a stream; its number."""
        at = self.reserve()
        self._write(at, stream)
        return at

    def close(self, root: int, info: int) -> bytes:
        """The whole file, with its catalog and document information. Its identifier is a hash of the rest (14.4)."""
        for start in range(0, len(self._waiting), _BATCH):
            numbers, bodies = zip(*self._waiting[start : start + _BATCH], strict=True)
            self._pack(numbers, bodies)
        digest = sha256()
        for chunk in self._chunks:
            digest.update(chunk)
        name = digest.hexdigest()[:32]
        at, start = self.reserve(), self._size
        self._places[at] = _PLAIN | start << 8
        entries = (
            f"/Type/XRef/Size {self._count}/W[1 4 1]/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
            "/DecodeParms<</Predictor 12/Columns 6>>"
        )
        self._write(at, deflated(_differences(self._places[each] for each in range(self._count)), entries))
        return b"".join((*self._chunks, f"startxref\n{start}\n%%EOF\n".encode()))

    def _write(self, at: int, stream: Stream) -> None:
        self._places[at] = _PLAIN | self._size << 8
        # The end-of-line before `endstream` is what ISO 19005-2, 6.1.7.1 asks for.
        head = f"{at} 0 obj\n<</Length {len(stream.data)}{stream.entries}>>\nstream\n".encode()
        chunk = b"".join((head, stream.data, b"\nendstream\nendobj\n"))
        self._chunks.append(chunk)
        self._size += len(chunk)

    def _pack(self, numbers: Sequence[int], bodies: Sequence[str]) -> None:
        """Write objects as an object stream."""
        offsets = accumulate((len(body) + 1 for body in bodies[:-1]), initial=0)
        index = " ".join(f"{at} {offset}" for at, offset in zip(numbers, offsets, strict=True))
        entries = f"/Type/ObjStm/N {len(bodies)}/First {len(index) + 1}"
        place = _PACKED | self.stream(deflated("\n".join((index, *bodies)).encode("ascii"), entries)) << 8
        self._places.update(zip(numbers, range(place, place + len(bodies)), strict=True))


def _differences(places: Iterable[int]) -> bytes:
    """Entries as their differences from the one before (PNG's Up, 7.4.4.4): within an object stream they are alike."""
    found = []
    before = 0
    for place in places:
        if place - before == 1 and place & 255:
            found.append(b"\2\0\0\0\0\0\1")
        else:
            pairs = zip(place.to_bytes(6, "big"), before.to_bytes(6, "big"), strict=True)
            found.append(bytes((2, *((new - old) & 255 for new, old in pairs))))
        before = place
    return b"".join(found)
