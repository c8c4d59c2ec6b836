"""The tags of a template as its author sees them: each with its place, and what is wrong with how it stands there.

A tag is `{{ field }}`, `{% statement %}` or `{# remark #}`, as in Jinja; a `p` or `tr` right after its opening bracket
makes it stand for its whole paragraph or table row, as in docxtpl. Here the tags of a part are read from its XML and
put into one run each; what docxtpl would drop or tear without a word is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.complaints import nearest
from kpu_docs.templating.xml import SPACE
from kpu_docs.wordfile.faults import place
from kpu_docs.wordfile.names import DOCUMENT, w
from kpu_docs.wordfile.package import Element

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
"""A tag in the text of a paragraph, and in a Jinja source."""

OPENER = re.compile(r"\{[{%#]")
"""Where a tag begins."""

LONGEST = 300
"""Signs of a tag; a longer one is no field."""

_PARAGRAPH = 20_000
"""Signs of a paragraph with tags: to look for the end of each takes a time that grows with it."""

_SCOPED = re.compile(r"(p|tr|tc|r)(?=\s)\s*")
_BRACKETS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
STATEMENTS = ("for", "if", "elif", "else", "endfor", "endif")
_HOLDERS = {"p": "paragraf", "tr": "baris tabel"}
_P, _T, _TR, _BODY = w("p"), w("t"), w("tr"), w("body")
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_NOT_TEXT = tuple(map(w, ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple", "footnoteReference", "br")))
TEXT_BOX = w("txbxContent")


class Spot(NamedTuple):
    """Where something stands in a template: the part in a clerk's words, and table, row, cell, words."""

    part: str
    inside: str

    def __str__(self) -> str:
        return ", ".join(piece for piece in self if piece)


class Wrong(NamedTuple):
    """What is wrong, where, and the tag as it is written."""

    spot: Spot
    message: str
    tag: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: as it is written, its bracket (`{{`, `{%`, `{#`), its scope (`p`, `tr` or nothing), what it says, and the
    paragraph it stands in.
    """

    text: str
    bracket: str
    scope: str
    says: str
    paragraph: Element
    spot: Spot

    @property
    def word(self) -> str:
        """The first word of a statement: `for`."""
        return self.says.split(maxsplit=1)[0] if self.says else ""

    @property
    def holder(self) -> Element | None:
        """The paragraph or row that it stands for; None where it stands for itself."""
        return self.paragraph if self.scope == "p" else _row(self.paragraph) if self.scope == "tr" else None


def part_title(name: str, kind: str) -> str:
    """A part of the package in a clerk's words."""
    titles = {"header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki", "endnotes": "catatan"}
    return "" if name == DOCUMENT else f"{titles[kind]} ({name.removeprefix('word/')})"


def brackets(root: Element) -> int:
    """How many brackets of tags the text of a part holds, whether or not they make tags."""
    return sum(len(_BRACKETS.findall(_written(texts))) for _, texts in _paragraphs(root))


def joined(root: Element, title: str) -> tuple[list[Tag], list[Wrong]]:
    """The tags of a part in the order of its text, each put into one run, and those that are not whole."""
    tags: list[Tag] = []
    wrong: list[Wrong] = []
    for paragraph, texts in _paragraphs(root):
        whole = _written(texts)
        if not _BRACKETS.search(whole):
            continue
        spot = Spot(title, place(paragraph))
        if len(whole) > _PARAGRAPH:
            wrong.append(Wrong(spot, f"paragraf dengan tag ini lebih panjang daripada {_PARAGRAPH} huruf; bagilah"))
            continue
        tags += (_tag(match[0], paragraph, spot) for match in TAG.finditer(whole))
        if rest := _BRACKETS.search(TAG.sub("", whole)):
            wrong.append(Wrong(spot, f"tag tidak utuh: ada {rest[0]} tanpa pasangannya di paragraf ini"))
        _gather(texts, whole)
    return tags, wrong


def _paragraphs(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each paragraph with its own pieces of text; those of a text box in it belong to the paragraphs of the box."""
    found: dict[Element, list[Element]] = {paragraph: [] for paragraph in root.iter(_P)}
    for text in root.iter(_T):
        owner = next(text.iterancestors(_P), None)
        if owner is not None:
            found[owner].append(text)
    yield from found.items()


def _written(texts: Iterable[Element]) -> str:
    return "".join(text.text or "" for text in texts)


def _tag(text: str, paragraph: Element, spot: Spot) -> Tag:
    inner = text[2:-2]
    scope = _SCOPED.match(inner)
    says = inner[scope.end() :] if scope else inner
    return Tag(text, text[:2], scope[1] if scope else "", says.strip(), paragraph, spot)


def _gather(texts: Sequence[Element], whole: str) -> None:
    """Move each tag as a whole into the piece of text in which it begins."""
    if len(texts) < 2:
        return
    owners = [number for number, text in enumerate(texts) for _ in text.text or ""]
    for match in TAG.finditer(whole):
        owners[match.start() : match.end()] = [owners[match.start()]] * len(match[0])
    held: list[list[str]] = [[] for _ in texts]
    for sign, owner in zip(whole, owners, strict=True):
        held[owner].append(sign)
    for text, signs in zip(texts, held, strict=True):
        text.text = "".join(signs)
        text.set(SPACE, "preserve")


def revisions(root: Element, title: str) -> Iterator[Wrong]:
    """Tracked changes: a deleted tag would be filled all the same, and show what was deleted."""
    seen = dict.fromkeys(next(change.iterancestors(_P), change) for change in root.iter(*_REVISIONS))
    for paragraph in seen:
        yield Wrong(Spot(title, place(paragraph)), "ada perubahan terlacak (Track Changes); terima atau tolak dahulu")


def misplaced(tags: Sequence[Tag], parts: Sequence[str]) -> Iterator[Wrong]:
    """Tags that cannot do where they stand what they say; `parts` are the names of whole parts."""
    for tag in tags:
        if message := _faulty(tag, parts):
            yield Wrong(tag.spot, message, tag.text)


def _faulty(tag: Tag, parts: Sequence[str]) -> str:
    if tag.bracket != "{#" and len(tag.says) > LONGEST:
        return f"tag ini lebih panjang daripada {LONGEST} huruf"
    if tag.scope and tag.scope not in _HOLDERS:
        return f"awalan {tag.scope} tidak dapat dipakai; yang ada: p (paragraf), tr (baris tabel), atau tanpa awalan"
    if tag.bracket == "{#":
        return _crowded(tag) if tag.scope else ""
    if tag.says[:1] in "-+" or tag.says[-1:] in "-+":
        return "tanda - dan + di tepi tag tidak dapat dipakai; hapus" if tag.says else "tag ini kosong"
    if tag.scope and re.search("[%}]", tag.says):
        return f"tanda % dan }} tidak dapat dipakai di dalam tag dengan awalan {tag.scope}"
    if tag.bracket == "{%":
        if tag.word not in STATEMENTS:
            return f'perintah "{tag.word}" tidak dikenal; yang ada: {", ".join(STATEMENTS)}'
        return _crowded(tag) if tag.scope else ""
    return _faulty_part(tag, parts) if tag.scope else ""


def _faulty_part(tag: Tag, parts: Sequence[str]) -> str:
    if tag.scope != "p" or tag.says not in parts:
        near = nearest(tag.says, parts)
        hint = f"; mungkin maksudnya {{{{p {near} }}}}" if near else ""
        return f"bukan bagian utuh; yang ada: {', '.join(parts)}{hint}"
    if next(tag.paragraph.iterancestors(TEXT_BOX), None) is not None or tag.spot.part:
        return "bagian utuh hanya dapat berdiri di badan dokumen, tidak di kotak teks, kepala, atau kaki halaman"
    parent = tag.paragraph.getparent()
    if parent is None or parent.tag != _BODY:
        return "bagian utuh harus langsung di badan dokumen, tidak di dalam tabel atau kontrol isi"
    return _crowded(tag)


def _crowded(tag: Tag) -> str:
    """Why what stands beside a tag that stands for its paragraph or row would be lost."""
    holder, name = tag.holder, _HOLDERS[tag.scope]
    if holder is None:
        return "awalan tr hanya di dalam tabel"
    beside = _written(holder.iter(_T)).replace(tag.text, "", 1).strip()
    if beside:
        return f"teks di sebelahnya akan hilang ({beside[:40]}); tag ini harus sendirian di {name}nya"
    parts_break = tag.bracket == "{{"  # its paragraph may end a section: it is kept
    lost = (one for one in holder.iter(*_NOT_TEXT) if not (parts_break and one.tag == w("sectPr")))
    if next(lost, None) is not None:
        return f"gambar, bidang, atau pemisah di {name} ini akan hilang; tag ini harus sendirian di {name}nya"
    return ""


def _row(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(_TR), None)
