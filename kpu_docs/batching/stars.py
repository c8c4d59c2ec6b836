"""A value of a column is never markup: its stars are escaped where a decree prints a text with markup, and left where
the text is printed sign by sign or is a key, the name of a file, a word to be looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.annexes import names_a_sheet
from kpu_docs.inputs.xlsx import READERS

LITERAL: Mapping[str, tuple[str, ...]] = {
    "versi": (),
    "tata_naskah": (),
    "naskah": (),
    "nomor": (),
    "satker": ("alamat",),
    "kantor": ("alamat", "tempat", "nama"),
    "pembentuk": ("baris",),
    "penanda_tangan": ("nama",),
    "pengesah": ("nama",),
}
"""Parts of a decree without markup, each with the keys in it that have some nevertheless."""

KEYS = frozenset(
    {
        ("diktum", "label"),
        ("berbunyi", "label"),
        ("gambar", "berkas"),
        ("gambar", "alt"),
        ("bab", "kunci"),
        ("subbab", "kunci"),
        ("kolom", "kunci"),
        ("kolom", "jumlah_dari"),
        ("tabel", "kelompok"),
        ("tabel", "subjumlah"),
    }
)
"""Further texts without markup, each by its key and the one that it stands in."""


def escaped(value: Any, path: DataPath) -> Any:
    """A value for that path of the data of a decree, with a backslash before every star that would be markup there."""
    if isinstance(value, Mapping):
        return {key: escaped(inner, (*path, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [escaped(inner, (*path, at)) for at, inner in enumerate(value)]
    return value.replace("*", "\\*") if isinstance(value, str) and marked(path, value) else value


def marked(path: DataPath, text: str) -> bool:
    """Whether a text at that path of the data is printed with markup."""
    names = tuple(step for step in path if isinstance(step, str))
    if names[0] in LITERAL:
        return any(name in LITERAL[names[0]] for name in names[1:])
    on_a_sheet = (names[-1] in READERS or ".".join(names[-2:]) in READERS) and names_a_sheet(text)
    return not (on_a_sheet or names[-2:] in KEYS)


def unescaped(text: str) -> str:
    """The value as it stands in its column."""
    return text.replace("\\*", "*")
