"""Files that Word saves as "Strict Open XML": the same elements in other namespaces (ECMA-376 part 1 and part 4), and
lengths with their unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kpu_docs.wordfile.names import DOCUMENT

_ROOT = re.compile(rb"""<(?:\w+:)?document\s[^>]*=["']http://purl\.oclc\.org/ooxml/wordprocessingml/""")
_STRICT = re.compile(rb"""(?<==["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_USUAL = re.compile(rb"""(?<==["'])http://schemas\.openxmlformats\.org/(?!package/)(\w+)/2006/""")
_POINTS = re.compile(rb"""(?<=[\s]w:)(\w+=["'])(-?\d+(?:\.\d+)?)pt(?=["'])""")
_TWIPS = 20
"""In a point."""


def is_strict(parts: Mapping[str, bytes]) -> bool:
    """Whether a Word file is of this kind."""
    return bool(_ROOT.search(parts.get(DOCUMENT, b"")))


def usual(part: bytes) -> bytes:
    """The XML of a part with the usual names and lengths (twips), to be read."""
    return _POINTS.sub(lambda found: b"%s%d" % (found[1], round(float(found[2]) * _TWIPS)), renamed(part))


def renamed(part: bytes) -> bytes:
    """The XML of a part with the usual names."""
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part)


def strict(part: bytes) -> bytes:
    """The XML of a part with the names of this kind again; those of the package are the same in both."""
    return _USUAL.sub(rb"http://purl.oclc.org/ooxml/\1/", part)
