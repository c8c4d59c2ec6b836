"""Attributes that are missing, no number where one is asked for, out of range, or none of the words that are allowed.

The types are those of ECMA-376 part 1, 17.18 (simple types) and 22.9 (shared ones).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.wordfile.faults import Fault, Severity, fault
from kpu_docs.wordfile.names import WP, W, split
from kpu_docs.wordfile.package import Element

_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_TWIPS = 31_680
"""22 inches, the largest page of Word."""

_NUMBERS: dict[str, dict[str, tuple[int, int]]] = {
    "pgSz": {"w": (0, _TWIPS), "h": (0, _TWIPS)},
    "pgMar": dict.fromkeys(("top", "bottom", "left", "right", "header", "footer", "gutter"), (-_TWIPS, _TWIPS)),
    "gridCol": {"w": (0, _TWIPS)},
    "spacing": {"before": (0, _TWIPS), "after": (0, _TWIPS), "line": (-_TWIPS, _TWIPS)},
    "ind": dict.fromkeys(("left", "start", "right", "end", "firstLine", "hanging"), (-_TWIPS, _TWIPS)),
    "tab": {"pos": (-_TWIPS, _TWIPS)},
    "trHeight": {"val": (0, _TWIPS)},
    "defaultTabStop": {"val": (0, _TWIPS)},
    **{name: {"w": (-_TWIPS, _TWIPS)} for name in ("tcW", "tblW", "tblInd", "wBefore", "wAfter", "tblCellSpacing")},
    **{side: {"w": (0, _TWIPS), "sz": (0, 255), "space": (0, 255)} for side in _SIDES},
    "sz": {"val": (2, 3276)},
    "szCs": {"val": (2, 3276)},
    "gridSpan": {"val": (1, 63)},
    "gridBefore": {"val": (0, 63)},
    "gridAfter": {"val": (0, 63)},
    "ilvl": {"val": (0, 8)},
    "lvl": {"ilvl": (0, 8)},
    "outlineLvl": {"val": (0, 9)},
    "zoom": {"percent": (1, 1000)},
    "numId": {"val": (0, 2**31 - 1)},
}
"""Numbers of an element, with the least and the greatest that Word takes."""

_DRAWN: dict[str, dict[str, tuple[int, int]]] = {
    "docPr": {"id": (0, 2**31 - 1)},
    "extent": {"cx": (0, 27_273_042_316_900), "cy": (0, 27_273_042_316_900)},
}
"""The same for drawings (20.4.2)."""

_WORDS: dict[str, dict[str, str]] = {
    "jc": {
        "val": "left center right both start end distribute numTab mediumKashida lowKashida highKashida thaiDistribute"
    },
    "vAlign": {"val": "top center both bottom"},
    "textDirection": {"val": "tb rl lr tbV rlV lrV btLr lrTb lrTbV tbLrV tbRl tbRlV"},
    "vMerge": {"val": "restart continue"},
    "spacing": {"lineRule": "auto exact atLeast"},
    "trHeight": {"hRule": "auto exact atLeast"},
    "tab": {
        "val": "clear start center end decimal bar num left right",
        "leader": "none dot hyphen underscore heavy middleDot",
    },
    "pgSz": {"orient": "portrait landscape"},
    "fldChar": {"fldCharType": "begin separate end"},
    "br": {"type": "page column textWrapping"},
    "headerReference": {"type": "even default first"},
    "footerReference": {"type": "even default first"},
    "tblLayout": {"type": "fixed autofit"},
    **{name: {"type": "nil pct dxa auto"} for name in ("tcW", "tblW", "tblInd", "wBefore", "wAfter")},
    "style": {"type": "paragraph character table numbering"},
    "highlight": {
        "val": "black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed "
        "darkYellow darkGray lightGray none"
    },
}
"""Words that an attribute may be."""

_REQUIRED: dict[str, tuple[str, ...]] = {
    "zoom": ("percent",),
    "bookmarkStart": ("id", "name"),
    "bookmarkEnd": ("id",),
    "commentRangeStart": ("id",),
    "commentRangeEnd": ("id",),
    "commentReference": ("id",),
    "comment": ("id", "author"),
    "footnoteReference": ("id",),
    "endnoteReference": ("id",),
    "shd": ("val",),
    "jc": ("val",),
    "fldChar": ("fldCharType",),
    "headerReference": ("type",),
    "footerReference": ("type",),
    "pStyle": ("val",),
    "rStyle": ("val",),
    "tblStyle": ("val",),
    "gridSpan": ("val",),
    "numId": ("val",),
    "abstractNumId": ("val",),
    "lvl": ("ilvl",),
    "num": ("numId",),
    "abstractNum": ("abstractNumId",),
    "outlineLvl": ("val",),
}
"""Attributes that may not be left out."""

_BORNE = {"zoom"}
"""Elements that Word opens without them: the template of python-docx has such a zoom."""

_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)|-?\d+(?:\.\d+)?%")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_COLOR = re.compile(r"auto|[0-9A-Fa-f]{6}")


def value_faults(part: str, root: Element) -> Iterator[Fault]:
    """Faults in the attributes of WordprocessingML and of drawings."""
    for element in root.iter(f"{{{W}}}*"):
        _, name = split(str(element.tag))
        if not element.attrib and name not in _REQUIRED:
            continue
        values = {str(key).removeprefix(f"{{{W}}}"): element.get(key, "") for key in element.attrib}
        for attribute in _REQUIRED.get(name, ()):
            if attribute not in values:
                severity: Severity = "periksa" if name in _BORNE else "salah"
                yield fault("atribut", part, element, f"<w:{name}> tanpa w:{attribute}", severity)
        yield from _numbers(part, element, f"w:{name}", values, _NUMBERS.get(name, {}))
        for attribute, words in _WORDS.get(name, {}).items():
            # An alignment of tables is not one of text, nor is a tab within a run one of those of a paragraph.
            if attribute in values and values[attribute] not in words.split():
                yield _wrong(part, element, f"w:{name}", attribute, values[attribute])
        for attribute in ("color", "fill", *(["val"] if name == "color" else [])):
            if attribute in values and not _COLOR.fullmatch(values[attribute]):
                yield _wrong(part, element, f"w:{name}", attribute, values[attribute])
    for element in root.iter(f"{{{WP}}}docPr", f"{{{WP}}}extent"):
        _, name = split(str(element.tag))
        values = {str(key): element.get(key, "") for key in element.attrib}
        for attribute in {"docPr": ("id", "name"), "extent": ("cx", "cy")}[name]:
            if attribute not in values:
                yield fault("atribut", part, element, f"<wp:{name}> tanpa {attribute}")
        yield from _numbers(part, element, f"wp:{name}", values, _DRAWN[name])


def _numbers(
    part: str, element: Element, name: str, values: dict[str, str], numbers: dict[str, tuple[int, int]]
) -> Iterator[Fault]:
    for attribute, (least, greatest) in numbers.items():
        value = values.get(attribute)
        if value is None or _MEASURE.fullmatch(value):
            continue
        if _DECIMAL.fullmatch(value):
            # Google Docs and LibreOffice write such, and Word reads them.
            yield fault("nilai", part, element, f'{attribute} dari <{name}> bukan bilangan bulat: "{value}"', "periksa")
        elif not _WHOLE.fullmatch(value) or not least <= int(value) <= greatest:
            yield _wrong(part, element, name, attribute, value)


def _wrong(part: str, element: Element, name: str, attribute: str, value: str) -> Fault:
    return fault("nilai", part, element, f'{attribute} dari <{name}> tidak boleh "{value[:40]}"')
