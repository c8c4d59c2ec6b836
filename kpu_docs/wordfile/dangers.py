"""What in a Word file could do harm, or reads something outside of it, when it is opened or filled.

Refused are relations that lead outside, save hyperlinks: Word follows a hyperlink only when somebody clicks on it, but
fetches an attached template (with its macros), a linked picture, an OLE link, a frame or a mail merge source by itself,
which also tells the other side who opened the file. For the same reason fields that start programs or include files.
Embedded files are refused as they bring their own macros past every check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from kpu_docs.wordfile.fields import instructions
from kpu_docs.wordfile.names import DOCUMENT, DOCUMENT_TYPE, STRICT, VML
from kpu_docs.wordfile.package import Element, content_types, parsed, relations, source_of, xml_names

_HARMLESS = "hyperlink"
_LINKS = {
    "attachedTemplate": "templat lain; di Word, Developer > Document Template, ganti dengan Normal",
    "image": "gambar; di Word, File > Info > Edit Links to Files > Break Link",
    "oleObject": "objek OLE; di Word, File > Info > Edit Links to Files > Break Link",
    "mailMergeSource": "sumber mail merge; di Word, Mailings > Start Mail Merge > Normal Word Document",
}
_OTHER_LINK = "isi lain; hapus bagian yang terhubung itu di Word"
_EMBEDDED = {
    "oleObject": "objek tertanam (OLE)",
    "control": "kontrol ActiveX",
    "activeXControlBinary": "kontrol ActiveX",
    "package": "berkas lain yang tertanam",
    "aFChunk": "dokumen lain yang tertanam (altChunk)",
    "subDocument": "dokumen lain (subDocument)",
}
_FIELDS = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|RD|MACROBUTTON)\b", re.IGNORECASE
)
_HIDDEN = re.compile(r"\s*\{")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+:|\\\\|//)", re.IGNORECASE)


def dangers(parts: Mapping[str, bytes]) -> Iterator[str]:
    """What is dangerous in a package, each as a sentence for its owner."""
    types = content_types(parts)
    main = types.get(DOCUMENT, DOCUMENT_TYPE)
    if "macroenabled" in main.lower() or any("vbaproject" in f"{name} {types.get(name)}".lower() for name in parts):
        yield "berkas ini memuat makro; di Word, simpan sebagai Word Document (.docx) tanpa makro"
    elif main.endswith("template.main+xml"):
        yield "ini templat Word (.dotx); di Word, simpan sebagai Word Document (.docx)"
    for name in parts:
        if name.endswith(".rels"):
            yield from _linked(parts, source_of(name))
    for name in xml_names(parts, types):
        yield from _contained(name, parts[name])


def _linked(parts: Mapping[str, bytes], source: str) -> Iterator[str]:
    for relation in relations(parts, source):
        if relation.external and relation.kind != _HARMLESS:
            what = _LINKS.get(relation.kind, _OTHER_LINK)
            yield f"{source}: terhubung ke luar berkas ({relation.target[:60]!a}): {what}"
        elif not relation.external and relation.kind in _EMBEDDED:
            yield f"{source}: memuat {_EMBEDDED[relation.kind]}; hapus dari berkas ini di Word"


def _contained(name: str, part: bytes) -> Iterator[str]:
    try:
        root = parsed(part)
    except etree.XMLSyntaxError as error:
        yield f"{name}: XML rusak di baris {error.lineno}; buka di Word, lalu simpan ulang"
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield f"{name}: XML ini memuat DTD atau entitas, yang tidak pernah ditulis Word; periksa asal berkas ini"
    if (etree.QName(root).namespace or "").startswith(STRICT):
        yield 'disimpan sebagai "Strict Open XML"; di Word, simpan sebagai Word Document (.docx) biasa'
    for text in instructions(root):
        if found := _FIELDS.match(text):
            yield f"{name}: memuat bidang {found[1].upper()}, yang membuka isi di luar berkas ini; hapus bidang itu"
        elif _HIDDEN.match(text):
            yield f"{name}: memuat bidang yang jenisnya tersembunyi di dalam bidang lain; hapus bidang itu"
    if any(_ADDRESS.match(address) for address in _drawn_from(root)):
        yield f"{name}: memuat gambar dari luar berkas ini; sisipkan gambarnya sendiri"


def _drawn_from(root: Element) -> Iterator[str]:
    """Where pictures of the old drawing language (VML) say that their data lie."""
    for element in root.iter(*(f"{{{VML}}}{name}" for name in ("imagedata", "fill", "stroke", "image"))):
        for attribute in element.attrib:
            if etree.QName(str(attribute)).localname in ("src", "href", "althref"):
                yield element.get(attribute, "")
