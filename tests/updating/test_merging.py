"""Which side changed what, told by three sequences: what was rendered, the data, the Word file."""

from __future__ import annotations

import pytest

from kpu_docs.updating.merging import merged

CASES = {
    "only Word": ("abcde", "abcde", "abXde", ["c > X"]),
    "only the data": ("abcde", "abYde", "abcde", []),
    "neighbours": ("abcde", "aYcde", "abXde", ["c > X"]),
    "the same on both sides": ("abcde", "abXde", "abXde", []),
    "the same clause on both sides": ("abcde", "abYde", "abXde", ["Y > X both"]),
    "changed in the data, gone in Word": ("abcde", "abYde", "abde", ["Y >  both"]),
    "gone in the data, changed in Word": ("abcde", "abde", "abXde", [" > X both"]),
    "new in Word": ("abcde", "abcde", "abcXde", [" > X"]),
    "new in the data before what Word changed": ("abcde", "abYcde", "abXde", ["c > X"]),
    "new in the data behind what Word changed": ("abcde", "abcYde", "abXde", ["c > X"]),
    "new at one place on both sides": ("abcde", "abYcde", "abXcde", ["Y > X both"]),
    "new between what the data reworded": ("abcde", "aPQRe", "abXcde", [" > X"]),
    "new within what the data rewrote": ("abcde", "aPQe", "abXcde", ["PQ > bXcd both"]),
    "first and last": ("abcde", "Yabcde", "bcdeX", ["a > ", " > X"]),
    "what was rendered is not known": (None, "abcde", "abXde", ["c > X both"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_word_changed(name: str) -> None:
    base, data, word, expected = CASES[name]
    changes = merged(None if base is None else [*map(ord, base)], [*map(ord, data)], [*map(ord, word)])
    found = [f"{data[one.i : one.j]} > {word[one.k : one.m]}{' both' if one.both else ''}" for one in changes]
    assert found == expected
