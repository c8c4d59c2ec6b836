"""What the rules about language share: the words of a decree, and what is not its author's own wording.

Not the author's are the titles of cited regulations, foreign words in italics, addresses on the web, and names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import CITING, Keputusan
from kpu_docs.texts import texts

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ITALIC = re.compile(r"(?<![*\\])\*(?=[^\s*])[^*]*(?<=\S)\*(?!\*)")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@|\.(?:go|com|co|org|net|id)\b)\S*", re.I)
_ROWS = frozenset({"tabel", "susunan_tim", "anggaran", "rincian"})
_NAMES = frozenset({"wilayah", "desa", "kelurahan", "kecamatan", "kabupaten", "di", "tempat", "alamat"})

_CITED = re.compile(
    r"\b(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Qanun|Surat|Berita Acara|Putusan|Perjanjian|Nota Kesepahaman)\b"
    r"(?:(?!\btentang\b)[^;]){0,200}?\bNomor\b\s*:?\s*\S+"
    r"(?P<title>(?:(?!\btentang\b)[^;(]){0,80}\btentang\b)?",
    re.I,
)
_TITLE_ENDS = re.compile(
    r";|\((?:Tambahan )?(?:Lembaran|Berita) (?:Negara|Daerah)"
    r"|\b(?:perlu|sebagaimana|dicabut|dinyatakan|diubah|serta dalam rangka)\b",
    re.I,
)


class Kata(NamedTuple):
    """A word, and its signs in the text."""

    text: str
    start: int
    end: int


class Sitiran(NamedTuple):
    """A citation in a text: where it begins, where the title of what is cited begins, and where it ends."""

    start: int
    title: int
    end: int


@cache
def ejaan() -> Mapping[str, Any]:
    """The words of `data/ejaan.toml`: for each rule about spelling its table."""
    return tomllib.loads((files("kpu_docs") / "data" / "ejaan.toml").read_text(encoding="utf-8"))


def words(text: str) -> Iterator[Kata]:
    """The words of a text; hyphens and apostrophes hold together."""
    return (Kata(one[0], *one.span()) for one in WORD.finditer(text))


def own_texts(keputusan: Keputusan) -> Iterator[tuple[DataPath, str, list[Span]]]:
    """The texts of a decree that are no names, each with the signs in it that are not its author's own wording."""
    for path, text in texts(keputusan):
        if not is_name(path):
            yield path, text, borrowed(path, text)


def is_name(path: DataPath) -> bool:
    """Whether a text is a name: of a person, or of a place."""
    last = str(path[-1])
    return last.startswith("nama") or last in _NAMES


def in_rows(path: DataPath) -> bool:
    """Whether a text is a cell of rows in which names of persons and places are usual."""
    return not _ROWS.isdisjoint(map(str, path))


def borrowed(path: DataPath, text: str) -> list[Span]:
    """The signs of a text that are a cited title, italics, or an address on the web."""
    titles = [(one.title, one.end) for one in citations(path, text)]
    return [*titles, *foreign(text)]


def foreign(text: str) -> list[Span]:
    """The signs of a text that stand in italics, or are an address on the web."""
    found = [one.span() for one in _ITALIC.finditer(text)] if "*" in text else []
    if "." in text or "@" in text:
        found += [one.span() for one in _ADDRESS.finditer(text)]
    return found


def citations(path: DataPath, text: str) -> Iterator[Sitiran]:
    """The citations in a text; an item of Mengingat or Memperhatikan is one from end to end."""
    if path[0] in CITING:
        title = re.search(r"\btentang\b", text, re.I)
        yield Sitiran(0, title.end() if title else len(text), len(text))
        return
    at = 0
    while found := _CITED.search(text, at):
        if not found["title"]:
            yield Sitiran(found.start(), found.end(), found.end())
            at = found.end()
            continue
        ends = _TITLE_ENDS.search(text, found.end())
        at = ends.start() if ends else len(text)
        yield Sitiran(found.start(), found.end("title"), at)


def inside(spans: Collection[Span], start: int, end: int) -> bool:
    """Whether signs touch one of these stretches."""
    return any(first < end and start < last for first, last in spans)


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence or an item begins there."""
    before = text[:at].rstrip(' \t\n*"“(')
    return not before or before[-1] in ".:;!?"


def in_capitals(text: str) -> bool:
    """Whether the text as a whole is written in capitals."""
    return text.upper() == text
