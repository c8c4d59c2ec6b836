"""What is told apart by an id: drawings, bookmarks, comments, notes; each once, each with its other end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kpu_docs.wordfile.faults import Fault, Severity, fault
from kpu_docs.wordfile.names import MC, VML, WP, w
from kpu_docs.wordfile.package import Element

_NOTES = {"footnoteReference": ("word/footnotes.xml", "footnote"), "endnoteReference": ("word/endnotes.xml", "endnote")}
_COMMENTS = "word/comments.xml"


def mark_faults(trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Faults of ids within parts and between them."""
    drawn: dict[str, str] = {}
    for part, root in trees.items():
        yield from _drawings(part, root, drawn)
        yield from _pairs(part, root, "bookmarkStart", "bookmarkEnd", "bookmark")
        yield from _pairs(part, root, "commentRangeStart", "commentRangeEnd", "komentar")
        yield from _twice(part, root, "bookmarkStart", "name", "nama bookmark", "periksa")
        for reference, (notes, note) in _NOTES.items():
            yield from _notes(part, root, reference, _ids(trees.get(notes), note))
        yield from _comments(part, root, _ids(trees.get(_COMMENTS), "comment"))
    for notes, note in (*_NOTES.values(), (_COMMENTS, "comment")):
        if notes in trees:
            yield from _twice(notes, trees[notes], note, "id", f"<w:{note}> ber-id")


def _shown(root: Element, *tags: str) -> Iterator[Element]:
    """Elements of these names, without what only stands there for older programs."""
    for element in root.iter(*tags):
        if next(element.iterancestors(f"{{{MC}}}Fallback"), None) is None:
            yield element


def _drawings(part: str, root: Element, drawn: dict[str, str]) -> Iterator[Fault]:
    """Ids of drawings: twice in a part Word repairs; in two parts, and of the old kind (VML), only some versions do."""
    old = [shape.get("id", "") for shape in _shown(root, f"{{{VML}}}shape")]
    for identity, number in Counter(old).items():
        if number > 1 and identity:
            yield fault("id", part, None, f"{number} gambar lama (VML) ber-id {identity}", "periksa")
    for element in _shown(root, f"{{{WP}}}docPr"):
        identity = element.get("id", "")
        if identity in drawn:
            same = drawn[identity] == part
            message = f"dua gambar ber-id {identity}" + ("" if same else f", satunya di {drawn[identity]}")
            yield fault("id", part, element, message, "salah" if same else "periksa")
        drawn.setdefault(identity, part)


def _pairs(part: str, root: Element, start: str, end: str, what: str) -> Iterator[Fault]:
    """Marks that begin and end something: each id once, and both of them."""
    starts, ends = list(_shown(root, w(start))), list(_shown(root, w(end)))
    for marks, name in ((starts, start), (ends, end)):
        yield from _repeated(part, marks, "id", f"<w:{name}> ber-id")
    begun, ended = ({mark.get(w("id")) for mark in marks} for marks in (starts, ends))
    for mark in starts:
        if mark.get(w("id")) not in ended:
            yield fault("pasangan", part, mark, f"{what} {mark.get(w('id'))} tidak ditutup")
    for mark in ends:
        if mark.get(w("id")) not in begun:
            yield fault("pasangan", part, mark, f"{what} {mark.get(w('id'))} ditutup tanpa dibuka")


def _twice(
    part: str, root: Element, name: str, attribute: str, what: str, severity: Severity = "salah"
) -> Iterator[Fault]:
    yield from _repeated(part, list(_shown(root, w(name))), attribute, what, severity)


def _repeated(
    part: str, marks: list[Element], attribute: str, what: str, severity: Severity = "salah"
) -> Iterator[Fault]:
    seen = set[str]()
    for mark in marks:
        value = mark.get(w(attribute), "")
        if value in seen:
            yield fault("id", part, mark, f"dua {what} {value}", severity)
        seen.add(value)


def _ids(root: Element | None, name: str) -> set[str]:
    return {element.get(w("id"), "") for element in root.iter(w(name))} if root is not None else set()


def _notes(part: str, root: Element, reference: str, known: set[str]) -> Iterator[Fault]:
    for mark in root.iter(w(reference)):
        if mark.get(w("id"), "") not in known:
            yield fault("rujukan", part, mark, f"<w:{reference}> menunjuk catatan {mark.get(w('id'))}, yang tidak ada")


def _comments(part: str, root: Element, known: set[str]) -> Iterator[Fault]:
    """Signs of comments: each leads to a comment; a range without a sign loses its comment."""
    signs = Counter(mark.get(w("id"), "") for mark in root.iter(w("commentReference")))
    for mark in root.iter(w("commentReference")):
        identity = mark.get(w("id"), "")
        if identity not in known:
            yield fault("rujukan", part, mark, f"tanda komentar {identity} menunjuk komentar yang tidak ada")
        elif signs[identity] > 1:
            yield fault("id", part, mark, f"komentar {identity} mempunyai {signs[identity]} tanda")
    for mark in _shown(root, w("commentRangeStart")):
        if mark.get(w("id"), "") not in signs:
            yield fault("rujukan", part, mark, f"komentar {mark.get(w('id'))} tanpa tanda (commentReference)")
