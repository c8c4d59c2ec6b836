"""The tags of a template as its author sees them: each with its place, and what is wrong with how it stands there.

A tag is `{{ field }}`, `{% statement %}` or `{# remark #}`, as in Jinja; a `p` or `tr` right after its opening bracket
makes it stand for its whole paragraph or table row, as in docxtpl. Here the tags of a part are read from its XML and
put into one run each; what docxtpl would drop or tear without a word is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.complaints import nearest
from kpu_docs.templating.xml import SPACE
from kpu_docs.wordfile.faults import place
from kpu_docs.wordfile.names import DOCUMENT, w
from kpu_docs.wordfile.package import Element

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
"""A tag in the text of a paragraph, and in a Jinja source."""

LONGEST = 300
"""Signs of a tag; a longer one is no field."""

_SCOPED = re.compile(r"(p|tr|tc|r)(?=\s)\s*")
_DEEPEST = 10
_BRACKETS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_STATEMENTS = ("for", "if", "elif", "else", "endfor", "endif")
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


def joined(root: Element, title: str) -> tuple[list[Tag], list[Wrong]]:
    """The tags of a part in the order of its text, each put into one run, and those that are not whole."""
    tags: list[Tag] = []
    wrong: list[Wrong] = []
    for paragraph, texts in _paragraphs(root):
        whole = "".join(text.text or "" for text in texts)
        if not _BRACKETS.search(whole):
            continue
        spot = Spot(title, place(paragraph))
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
    for number, text in enumerate(texts):
        text.text = "".join(sign for sign, owner in zip(whole, owners, strict=True) if owner == number)
        text.set(SPACE, "preserve")


def revisions(root: Element, title: str) -> Iterator[Wrong]:
    """Tracked changes: a deleted tag would be filled all the same, and show what was deleted."""
    seen = set()
    for change in root.iter(*_REVISIONS):
        where = place(next(change.iterancestors(_P), change))
        if where not in seen:
            seen.add(where)
            yield Wrong(Spot(title, where), "ada perubahan terlacak (Track Changes); terima atau tolak dahulu")


def misplaced(tags: Sequence[Tag], parts: Sequence[str]) -> Iterator[Wrong]:
    """Tags that cannot do where they stand what they say; `parts` are the names of whole parts."""
    for tag in tags:
        if message := _faulty(tag, parts):
            yield Wrong(tag.spot, message, tag.text)
    yield from _unpaired(tags)


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
        if tag.word not in _STATEMENTS:
            return f'perintah "{tag.word}" tidak dikenal; yang ada: {", ".join(_STATEMENTS)}'
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
    beside = "".join(text.text or "" for text in holder.iter(_T)).replace(tag.text, "", 1).strip()
    if beside:
        return f"teks di sebelahnya akan hilang ({beside[:40]}); tag ini harus sendirian di {name}nya"
    parts_break = tag.bracket == "{{"  # its paragraph may end a section: it is kept
    lost = (one for one in holder.iter(*_NOT_TEXT) if not (parts_break and one.tag == w("sectPr")))
    if next(lost, None) is not None:
        return f"gambar, bidang, atau pemisah di {name} ini akan hilang; tag ini harus sendirian di {name}nya"
    return ""


def _unpaired(tags: Sequence[Tag]) -> Iterator[Wrong]:
    """Loops and conditions that are not closed, or not where they were opened."""
    open_tags: list[Tag] = []
    for tag in tags:
        if tag.bracket != "{%":
            continue
        if tag.word in ("for", "if"):
            open_tags.append(tag)
            if len(open_tags) > _DEEPEST:
                yield Wrong(tag.spot, f"lebih dari {_DEEPEST} perulangan atau syarat di dalam satu sama lain", tag.text)
        elif tag.word in _STATEMENTS:
            opener = open_tags[-1] if open_tags else None
            if opener is None or not _belongs(tag.word, opener.word):
                yield Wrong(tag.spot, f"{tag.word} tanpa {_opener_of(tag.word)} sebelumnya", tag.text)
                continue
            if message := _apart(opener, tag):
                yield Wrong(tag.spot, message, tag.text)
            if tag.word.startswith("end"):
                open_tags.pop()
    yield from (Wrong(tag.spot, f"belum ditutup dengan end{tag.word}", tag.text) for tag in open_tags)


def _opener_of(word: str) -> str:
    return "for" if word == "endfor" else "if"


def _belongs(word: str, opener: str) -> bool:
    return word == f"end{opener}" or word == "else" or (word == "elif" and opener == "if")


def _apart(opener: Tag, tag: Tag) -> str:
    """Why what lies between two tags could not be repeated or left out as a whole."""
    if opener.scope != tag.scope:
        return f"pembukanya {opener.text}; keduanya harus dengan awalan yang sama"
    if not tag.scope:
        together = opener.paragraph is tag.paragraph
        return (
            "" if together else f"pembukanya {opener.text} di paragraf lain; pakai {{%p ... %}} untuk beberapa paragraf"
        )
    first, second = opener.holder, tag.holder
    if first is not None and second is not None and first.getparent() is not second.getparent():
        return (
            f"pembukanya {opener.text} di tempat lain (sel, tabel, atau kotak teks); keduanya harus di tempat yang sama"
        )
    return ""


def _row(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(_TR), None)
