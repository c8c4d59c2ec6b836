"""A template read: opened without harm, its tags understood, its parts compiled; or all that is wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from docxtpl import DocxTemplate
from jinja2 import Template as Compiled
from jinja2.exceptions import TemplateError
from lxml import etree

from kpu_docs.complaints import Complaint, InputError, shown
from kpu_docs.inputs.files import read_bytes
from kpu_docs.templating import pages
from kpu_docs.templating.damage import damage
from kpu_docs.templating.language import Expressions
from kpu_docs.templating.mending import mend
from kpu_docs.templating.names import PARTS
from kpu_docs.templating.pairing import unpaired
from kpu_docs.templating.sandbox import compiled, environment
from kpu_docs.templating.tags import OPENER, TAG, Spot, Tag, Wrong, brackets, joined, misplaced, part_title, revisions
from kpu_docs.templating.xml import above
from kpu_docs.wordfile import opened
from kpu_docs.wordfile.names import DOCUMENT, ROOT_RELATIONS, W, w
from kpu_docs.wordfile.opening import LARGEST
from kpu_docs.wordfile.package import Element, parsed, relations, serialized

MARK = "kpu"
"""The processing instruction that stands in the text of a template where a whole part goes."""

STYLES = "word/styles.xml"

_LONGEST, _MOST = 5_000_000, 1_000
"""Bytes of a part of a template, and tags in it, above which it is refused: hundreds of pages."""

_CHANGES = 100
"""Paragraphs with tracked changes that are told: whoever accepts some accepts all."""

_TOO_MUCH = "isinya terlalu banyak atau terlalu rumit untuk sebuah templat"
_FILLED = ("header", "footer", "footnotes", "endnotes")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Template(NamedTuple):
    """A template file as it was read: what complaints call it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Part:
    """A part of the package with tags: its XML with every tag in one run and whole parts marked, and its tags."""

    name: str
    title: str
    root: Element
    tags: Sequence[Tag]


@dataclass(frozen=True)
class Scan:
    """What a template holds: the parts of its package (mended), those with tags, the whole parts that it brings, the
    fields that it names, and what is wrong.
    """

    package: Mapping[str, bytes]
    parts: tuple[Part, ...]
    brings: tuple[str, ...]
    named: frozenset[str]
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True)
class Prepared:
    """A template ready to be filled: each part with tags as compiled Jinja, and the places of its tags by line."""

    package: Mapping[str, bytes]
    compiled: Mapping[str, tuple[Compiled, tuple[Spot, ...]]]


def read(path: str | os.PathLike[str]) -> Template:
    """A template file.

    Raises:
        InputError: it cannot be read.
    """
    name = os.path.normpath(path)
    return Template(name, read_bytes(Path(path), name, LARGEST))


@lru_cache(maxsize=8)
def prepared(template: Template) -> Prepared:
    """The template ready to be filled.

    Raises:
        InputError: it is no harmless Word file, its tags are wrong, or Word would not open it; all faults, each with
            its place.
    """
    found = scan(template)
    wrong = [*found.wrong, *(one for severity, one in damage(found.package) if severity == "salah")]
    if wrong:
        raise InputError(*(complaint(template, one) for one in wrong))
    sandbox = environment()
    done = {}
    for part in found.parts:
        source = DocxTemplate(BytesIO()).patch_xml(etree.tostring(part.root, encoding="unicode"))
        # Every tag on a line of its own, inside of its brackets, so that the line of an error tells which tag it was.
        lines = TAG.sub(
            lambda tag: tag[0] if tag[0].startswith("{#") else f"{tag[0][:2]}\n{tag[0][2:]}", _one_line(source)
        )
        try:
            jinja = compiled(lines, sandbox)
        except (TemplateError, SyntaxError, RecursionError, MemoryError, ValueError):
            raise InputError(complaint(template, Wrong(Spot(part.title, ""), _TOO_MUCH))) from None
        done[part.name] = (jinja, tuple(tag.spot for tag in part.tags if _computed(tag)))
    return Prepared(found.package, MappingProxyType(done))


def complaint(template: Template, wrong: Wrong) -> Complaint:
    """What is wrong with a template, with its place."""
    message = f"{wrong.spot}: {wrong.message}" if any(wrong.spot) else wrong.message
    return Complaint((), message, shown(wrong.tag), file=template.name)


def scan(template: Template) -> Scan:
    """What a template holds.

    Raises:
        InputError: it is no harmless Word file.
    """
    package = opened(template.data, template.name)
    if _unusual(package):
        message = "susunan berkas ini tidak seperti yang ditulis Word atau LibreOffice; buka di Word, lalu simpan ulang"
        raise InputError(Complaint((), message, file=template.name))
    others = [(one.target, one.kind) for one in relations(package, DOCUMENT) if one.kind in _FILLED]
    parts: list[Part] = []
    wrong: list[Wrong] = []
    expressions = Expressions()
    for name, kind in {DOCUMENT: "", **{name: kind for name, kind in others if _is_text(package, name)}}.items():
        if len(package[name]) > _LONGEST:
            raise InputError(complaint(template, Wrong(Spot(part_title(name, kind), ""), _TOO_MUCH)))
        root = parsed(package[name])
        mend(root)
        package[name] = serialized(root)
        part, faults = _part(name, root, part_title(name, kind), expressions)
        parts += [part] if part.tags else []
        wrong += faults
    brings = tuple(tag.says for part in parts for tag in part.tags if _whole(tag) and tag.says in PARTS)
    return Scan(package, tuple(parts), brings, frozenset(expressions.named), tuple(wrong))


def _is_text(package: Mapping[str, bytes], name: str) -> bool:
    """Whether a header or note is one: `opened` has read every part of that suffix."""
    return name in package and name.endswith(".xml") and name.startswith("word/") and name not in (DOCUMENT, STYLES)


def _unusual(package: Mapping[str, bytes]) -> bool:
    """Whether a package lacks what every program writes, or calls it otherwise."""
    document = parsed(package[DOCUMENT])
    named = all(name.isascii() for name in package) and {STYLES, ROOT_RELATIONS} <= package.keys()
    return not named or document.nsmap.get("w") != W or document.find(w("body")) is None


def _part(name: str, root: Element, title: str, expressions: Expressions) -> tuple[Part, list[Wrong]]:
    wrong = [*islice(revisions(root, title), _CHANGES)]
    if brackets(root) > 2 * _MOST:
        return Part(name, title, root, ()), [Wrong(Spot(title, ""), _TOO_MUCH)]
    tags, broken = joined(root, title)
    faults = [*broken, *misplaced(tags, tuple(PARTS)), *unpaired(tags)]
    if not faults:
        faults += _of_expressions([tag for tag in tags if _computed(tag)], expressions)
        faults += _beyond_text(root, tags, title)
        whole = [tag for tag in tags if _whole(tag)]
        faults += [Wrong(tag.spot, message, tag.text) for tag in whole if (message := pages.unfit(tag.paragraph))]
        for tag in whole:
            _mark(tag)
    return Part(name, title, root, tags), [*wrong, *faults]


def _whole(tag: Tag) -> bool:
    return tag.bracket == "{{" and tag.scope == "p"


def _computed(tag: Tag) -> bool:
    return tag.bracket != "{#" and not _whole(tag)


def _of_expressions(tags: Sequence[Tag], expressions: Expressions) -> Iterator[Wrong]:
    """What the tags say, read by themselves, a line each."""
    source = "".join(f"{tag.bracket}\n{_one_line(tag.says.translate(_STRAIGHT))} {tag.text[-2:]}" for tag in tags)
    for line, message in expressions.faults_in(source):
        tag = tags[min(max(line - 2, 0), len(tags) - 1)]
        yield Wrong(tag.spot, message, tag.text)


def _beyond_text(root: Element, tags: Sequence[Tag], title: str) -> Iterator[Wrong]:
    """Tags in what is no text: alternative texts, instructions of fields."""
    written = etree.tostring(root, encoding="unicode")
    if len(OPENER.findall(written)) != sum(len(OPENER.findall(tag.text)) for tag in tags):
        yield Wrong(
            Spot(title, ""), "ada tag di luar teks (teks alternatif gambar, bidang); hapus, tulis tag di teks saja"
        )
    elif "\ue000" in written:
        yield Wrong(Spot(title, ""), "memuat tanda U+E000, yang tidak dapat dipakai di templat; hapus")


def _mark(tag: Tag) -> None:
    """Put a mark where a whole part goes; a paragraph that ends a section goes on ending it."""
    paragraph = tag.paragraph
    parent = above(paragraph)
    parent.insert(parent.index(paragraph), etree.ProcessingInstruction(MARK, tag.says))
    if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is None:
        parent.remove(paragraph)
    else:
        for inner in [inner for inner in paragraph if inner.tag != w("pPr")]:
            paragraph.remove(inner)


def _one_line(text: str) -> str:
    return re.sub("[\r\n]+", " ", text)
