"""What PDF/UA-1 (ISO 14289-1) asks of a file, as far as a program can see it. A rule yields what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from tests.writers import tables
from tests.writers.pdf.looked_at import SHOWING, Looked, Node, listed, name

ARTIFACTS = ("Pagination", "Layout", "Page", "Background")
STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
}
"""The standard structure types (ISO 32000-1, 14.8.4) that we may need."""
WITHIN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
"""What these elements may hold (ISO 32000-1, tables 336 and 337)."""


def all_is_content_or_artifact(looked: Looked) -> Iterator[str]:
    """7.1: whatever is shown is tagged or an artifact, and not both."""
    for page, steps in enumerate(looked.steps):
        for step in steps:
            kinds = ["artifact" if mark.tag == "Artifact" else "content" for mark in step.marks]
            if step.operator in SHOWING and len(kinds) != 1:
                yield f"page {page + 1}: {step.operator} stands in {kinds or 'nothing'}"


def artifacts_say_what_they_are(looked: Looked) -> Iterator[str]:
    """ISO 32000-1, 14.8.2.2.2: the type of an artifact lets readers leave out page numbers and rules."""
    marks = {mark for steps in looked.steps for step in steps for mark in map(_typed, step.marks)}
    yield from (f"artifact of type {kind}" for tag, kind in marks if tag == "Artifact" and kind not in ARTIFACTS)


def _typed(mark: Any) -> tuple[str, str]:
    return mark.tag, name(mark.properties.get("/Type", ""))


def content_and_structure_lead_to_each_other(looked: Looked) -> Iterator[str]:
    """7.1, ISO 32000-1, 14.7.4: each marked content belongs to one element, which the parent tree says too."""
    pages = {page.obj.objgen: at for at, page in enumerate(looked.file.pages)}
    home = {place: node for node in looked.nodes for place in _places(node, pages)}
    if sum(len(list(_places(node, pages))) for node in looked.nodes) != len(home):
        yield "an element holds content of another"
    numbers = listed(looked.file.Root.StructTreeRoot.ParentTree.Nums)
    back = {int(key): found for key, found in zip(numbers[::2], numbers[1::2], strict=True)}
    keys = [int(page.obj.get("/StructParents", -1)) for page in looked.file.pages]
    if len(set(keys)) != len(keys) or not set(keys) <= back.keys():
        yield f"StructParents {keys} are not in the parent tree"
        return
    for at, steps in enumerate(looked.steps):
        begun = [
            step.marks[-1] for step in steps if step.operator in ("BDC", "BMC") and step.marks[-1].tag != "Artifact"
        ]
        found = [int(mark.properties.get("/MCID", -1)) for mark in begun]
        if len(set(found)) != len(found):
            yield f"page {at + 1}: a number of marked content occurs twice"
        elements = listed(back[keys[at]])
        for mcid, mark in zip(found, begun, strict=True):
            node = home.get((at, mcid))
            if node is None:
                yield f"page {at + 1}: content {mcid} belongs to no element"
            elif not mcid < len(elements) or elements[mcid].objgen != node.element.objgen:
                yield f"page {at + 1}: the parent tree leads content {mcid} elsewhere"
            elif mark.tag != node.tag:
                yield f"page {at + 1}: content {mcid} of {node.tag} is marked {mark.tag}"
        if lost := {place for place in home if place[0] == at} - {(at, mcid) for mcid in found}:
            yield f"page {at + 1}: there is no content {lost}"


def _places(node: Node, pages: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    for kid in node.kids:
        if isinstance(kid, int):
            yield pages[node.element.Pg.objgen], kid
        elif "/MCID" in kid:
            yield pages[kid.get("/Pg", node.element.get("/Pg")).objgen], int(kid.MCID)


def elements_hang_together(looked: Looked) -> Iterator[str]:
    """ISO 32000-1, 14.7.2: each element names the one that holds it."""
    root = looked.file.Root.StructTreeRoot
    for node in looked.nodes:
        if node.element.P.objgen != (node.above[-1] if node.above else root).objgen:
            yield f"{node.tag} names another parent"


def types_are_standard(looked: Looked) -> Iterator[str]:
    """7.1: other types are mapped to standard ones, and these to none."""
    roles = {name(key): name(value) for key, value in looked.file.Root.StructTreeRoot.get("/RoleMap", {}).items()}
    yield from (f"{key} is mapped, but standard" for key in roles.keys() & STANDARD)
    for tag in sorted({node.tag for node in looked.nodes}):
        seen = set()
        while tag not in STANDARD and tag in roles and tag not in seen:
            seen.add(tag)
            tag = roles[tag]
        if tag not in STANDARD:
            yield f"{tag} is no standard type"


def elements_hold_what_they_may(looked: Looked) -> Iterator[str]:
    """7.2: tables and lists are made of their parts."""
    for node in looked.nodes:
        if wrong := [tag for tag in node.elements if tag not in WITHIN.get(node.tag, STANDARD)]:
            yield f"{node.tag} holds {wrong}"
        if node.tag in ("TR", "L", "LI", "Table") and not node.elements:
            yield f"{node.tag} is empty"


def lists_have_labels_and_bodies(looked: Looked) -> Iterator[str]:
    """7.6: an item has one body, before it at most one label, and the list says how it is numbered."""
    for node in looked.named("LI"):
        if node.elements not in (["LBody"], ["Lbl", "LBody"]):
            yield f"LI of {node.elements}"
    for node in looked.named("L"):
        numbering = [name(each.ListNumbering) for each in listed(node.element.get("/A")) if "/ListNumbering" in each]
        labels = [kid for kid in node.kids if "Lbl" in [name(part.S) for part in listed(kid.K)]]
        if not numbering or (numbering != ["None"] and not labels):
            yield f"L is numbered {numbering} with {len(labels)} labels"


def tables_are_regular(looked: Looked) -> Iterator[str]:
    """7.5: each row covers the same columns, with the rows above it that reach down."""
    for at, sheet in enumerate(tables.from_pdf(looked.data)):
        try:
            sheet.placed()
        except AssertionError as error:
            yield f"table {at + 1}: {error}"


def headings_of_tables_say_what_they_head(looked: Looked) -> Iterator[str]:
    """7.5: a heading has its scope, and each cell of the body stands below a heading."""
    for node in looked.named("TH"):
        scopes = [name(each.Scope) for each in listed(node.element.get("/A")) if "/Scope" in each]
        if not set(scopes) & {"Row", "Column", "Both"}:
            yield f"TH with scope {scopes}"
    for at, sheet in enumerate(tables.from_pdf(looked.data)):
        placed = sheet.placed()
        headed = {
            x for row in placed[: sheet.head] for first, spot in row.items() for x in range(first, first + spot.columns)
        }
        if not sheet.head or any(not spot.heads for row in placed[: sheet.head] for spot in row.values()):
            yield f"table {at + 1} has no head of headings"
        if {first for row in placed[sheet.head :] for first in row} - headed:
            yield f"table {at + 1} has cells below no heading"


def headings_do_not_skip_a_level(looked: Looked) -> Iterator[str]:
    """7.4.2: the first heading is H1, and on the way down no level is left out."""
    levels = [int(node.tag[1]) for node in looked.named("H1", "H2", "H3", "H4", "H5", "H6")]
    if not levels or looked.named("H"):
        yield "there are no numbered headings"
    yield from (f"H{after} after H{before}" for before, after in pairwise([0, *levels]) if after > before + 1)


def pictures_are_described(looked: Looked) -> Iterator[str]:
    """7.3: a figure says in words what it shows, and where it lies on its page."""
    for node in looked.named("Figure", "Formula"):
        if not str(node.element.get("/Alt", "")).strip():
            yield "Figure without Alt"
        boxes = [[float(edge) for edge in each.BBox] for each in listed(node.element.get("/A")) if "/BBox" in each]
        sheet = [float(edge) for edge in node.element.Pg.MediaBox]
        if len(boxes) != 1 or not (
            sheet[0] <= boxes[0][0] < boxes[0][2] <= sheet[2] and boxes[0][1] < boxes[0][3] <= sheet[3]
        ):
            yield f"Figure lies at {boxes}"


def the_language_is_said(looked: Looked) -> Iterator[str]:
    """7.2: the language of the text."""
    if str(looked.file.Root.get("/Lang", "")) != "id-ID":
        yield "no Lang"


def the_title_is_shown(looked: Looked) -> Iterator[str]:
    """7.1: the title stands in the metadata, and the window bears it."""
    preferences: Any = looked.file.Root.get("/ViewerPreferences", {})
    if preferences.get("/DisplayDocTitle") is not True:
        yield "the window shows the name of the file"
    if not str(looked.xmp.get("dc:title", "")).strip() or looked.xmp.get("pdfuaid:part") != "1":
        yield "no title, or no claim of PDF/UA"


def the_file_is_marked_as_tagged(looked: Looked) -> Iterator[str]:
    """7.1: Marked, and nothing about it is suspect; pages are gone through by their structure (7.18.3)."""
    marks: Any = looked.file.Root.get("/MarkInfo", {})
    if marks.get("/Marked") is not True or marks.get("/Suspects") is True:
        yield "MarkInfo"
    yield from ("Tabs" for page in looked.file.pages if page.obj.get("/Tabs") != "/S")


def signs_have_a_meaning(looked: Looked) -> Iterator[str]:
    """7.21.7: each code that is shown stands for a sign of Unicode, none of them for 0, FEFF or FFFE."""
    for font, code in sorted(looked.shown_signs()):
        sign = looked.meaning(font).get(code)
        if sign is None or sign in "\0\ufeff\ufffe" or 0xE000 <= ord(sign) <= 0xF8FF:
            yield f"code {code} of {font} stands for {sign!r}"


def annotations_belong_to_the_structure(looked: Looked) -> Iterator[str]:
    """7.18: what can be seen of an annotation is an element of the structure and has a name for who does not see it."""
    fields = {"/Widget": "Form", "/Link": "Link"}
    held = {
        kid.Obj.objgen: node.tag
        for node in looked.nodes
        for kid in node.kids
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    for at, page in enumerate(looked.file.pages):
        for each in listed(page.obj.get("/Annots")):
            kind = str(each.Subtype)
            if held.get(each.objgen) != fields.get(kind, "Annot"):
                yield f"page {at + 1}: {kind} is in {held.get(each.objgen)}"
            if not (str(each.get("/TU", "")) or str(each.get("/Contents", ""))):
                yield f"page {at + 1}: {kind} has no name"


RULES = (
    all_is_content_or_artifact,
    artifacts_say_what_they_are,
    content_and_structure_lead_to_each_other,
    elements_hang_together,
    types_are_standard,
    elements_hold_what_they_may,
    lists_have_labels_and_bodies,
    tables_are_regular,
    headings_of_tables_say_what_they_head,
    headings_do_not_skip_a_level,
    pictures_are_described,
    the_language_is_said,
    the_title_is_shown,
    the_file_is_marked_as_tagged,
    signs_have_a_meaning,
    annotations_belong_to_the_structure,
)
