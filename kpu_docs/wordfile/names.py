"""Names of the package format: namespaces, relation types, content types (ECMA-376 part 1 annex A, part 2)."""

from __future__ import annotations

from functools import lru_cache

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
STRICT = "http://purl.oclc.org/ooxml/"

TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
DOCUMENT = "word/document.xml"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


@lru_cache(maxsize=4096)
def split(name: str) -> tuple[str, str]:
    """The namespace of a name as lxml writes it, and the name within it."""
    space, _, local = name.rpartition("}")
    return space[1:], local
