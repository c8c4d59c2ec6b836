"""The package around the XML: names in the archive, content types, relations (ECMA-376 part 2, 6 and 8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.names import DOCUMENT, OFFICE, PACKAGE, ROOT_RELATIONS, TYPES
from kpu_docs.wordfile.package import Element, content_types, parsed, relations, relations_name, source_of

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EXPECTED = {
    "officeDocument": _WML + "document.main+xml",
    **{
        kind: f"{_WML}{kind}+xml"
        for kind in (
            *("styles", "settings", "fontTable", "webSettings", "numbering"),
            *("header", "footer", "comments", "footnotes", "endnotes"),
        )
    },
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""The content type of a part by the kind of the relation that leads to it."""

_SINGLE = set(_EXPECTED) - {"header", "footer"}
_MEANT = {"headerReference": "header", "footerReference": "footer", "blip": "image", "hyperlink": "hyperlink"}
_REFERENCE = f"{{{OFFICE}}}"
_IMAGES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
_NAME = re.compile(r"[A-Za-z0-9_.\-~!$&'()*+,;=:@%/\[\]]+")


def container_faults(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Faults of the package as such."""
    types = content_types(parts)
    yield from _names(parts, types)
    yield from _types(parts)
    for name in parts:
        if name.endswith(".rels"):
            yield from _relations(parts, types, source_of(name))
    if not any(relation.kind == "officeDocument" for relation in relations(parts, "")):
        yield fault("relasi", ROOT_RELATIONS, None, f"tidak ada relasi ke {DOCUMENT}")
    yield from _unreached(parts)


def _names(parts: Mapping[str, bytes], types: Mapping[str, str]) -> Iterator[Fault]:
    for name, number in Counter(name.lower() for name in parts).items():
        if number > 1:
            yield fault("nama_ganda", name, None, "ada dua bagian bernama ini (huruf besar dan kecil dianggap sama)")
    for name in parts:
        if not _NAME.fullmatch(name):
            yield fault("nama", name, None, "nama bagian memuat tanda yang tidak boleh ada di dalamnya")
        if name != TYPES and name not in types:
            yield fault("jenis", name, None, f"jenis isi bagian ini tidak disebut di {TYPES}")
        elif types.get(name) != (image := _IMAGES.get(name.rpartition(".")[2].lower())) and image:
            yield fault("jenis", name, None, f"jenis isi gambar ini seharusnya {image}", "periksa")


def _types(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    if TYPES not in parts:
        yield fault("jenis", TYPES, None, "tidak ada")
        return
    seen = set[tuple[str, str]]()
    for item in _items(parts[TYPES]):
        kind = etree.QName(item).localname
        subject = item.get("PartName" if kind == "Override" else "Extension", "")
        key = (kind, subject.lower())
        if key in seen:
            yield fault("jenis", TYPES, None, f'"{subject}" disebut dua kali')
        seen.add(key)
        if kind == "Override" and subject.lstrip("/") not in parts:
            yield fault("jenis", TYPES, None, f"menyebut {subject}, yang tidak ada di dalam berkas", "periksa")


def _items(part: bytes) -> Iterator[Element]:
    try:
        yield from parsed(part)
    except etree.XMLSyntaxError:
        return  # told by the check of the XML


def _relations(parts: Mapping[str, bytes], types: Mapping[str, str], source: str) -> Iterator[Fault]:
    listed, name = relations(parts, source), relations_name(source)
    if source and source not in parts:
        yield fault("relasi", name, None, f"relasi dari {source}, yang tidak ada", "periksa")
    for identity, number in Counter(relation.id for relation in listed).items():
        if number > 1:
            yield fault("relasi", name, None, f'dua relasi ber-Id "{identity}"')
    for relation in listed:
        if relation.external:
            continue
        if relation.target not in parts:
            yield fault("relasi", name, None, f'relasi "{relation.id}" menuju {relation.target}, yang tidak ada')
        elif not relation.type.startswith((OFFICE, PACKAGE, "http://schemas.microsoft.com/")):
            yield fault("relasi", name, None, f'jenis relasi "{relation.id}" tidak dikenal: {relation.type}', "periksa")
        elif (wanted := _EXPECTED.get(relation.kind)) and types.get(relation.target) not in (wanted, None):
            found = types[relation.target]
            yield fault("jenis", relation.target, None, f"jenis isi seharusnya {wanted}, tetapi tertulis {found}")
    for kind, number in Counter(relation.kind for relation in listed).items():
        if number > 1 and kind in _SINGLE:
            yield fault("relasi", name, None, f"{number} relasi berjenis {kind}, padahal hanya boleh satu")


def _unreached(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    reached, waiting = set[str](), [""]
    while waiting:
        for relation in relations(parts, waiting.pop()):
            if not relation.external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    for name in parts:
        if name not in reached and name != TYPES and not name.endswith(".rels"):
            yield fault("relasi", name, None, "tidak ada relasi yang menuju bagian ini", "periksa")


def reference_faults(parts: Mapping[str, bytes], part: str, root: Element) -> Iterator[Fault]:
    """Ids of relations in the XML of a part that lead nowhere, or to something else than is meant."""
    known = {relation.id: relation.kind for relation in relations(parts, part)}
    for element in root.iter():
        for attribute in element.attrib:
            if str(attribute).startswith(_REFERENCE):
                identity = element.get(attribute, "")
                wanted = _MEANT.get(etree.QName(element).localname)
                if identity and identity not in known:
                    yield fault("relasi", part, element, f'menunjuk relasi "{identity}", yang tidak ada')
                elif identity and wanted and known[identity] != wanted:
                    yield fault(
                        "relasi", part, element, f'relasi "{identity}" berjenis {known[identity]}, bukan {wanted}'
                    )
