"""The structure tree in the file: its elements, what they hold on which page, and the way back (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.writers.pdf.content import Contents
from kpu_docs.writers.pdf.fields import Widget
from kpu_docs.writers.pdf.file import PdfFile, number


def write(
    file: PdfFile,
    contents: Contents,
    pages: Sequence[int],
    elements: Sequence[Sequence[int]],
    widgets: Sequence[Widget] = (),
) -> int:
    """Write the tree of the contents; the number of its root.

    `pages` are the numbers of the page objects, `elements` the element of each marked-content identifier of each page,
    `widgets` the fields. The key of a page in the parent tree is its place; those of the fields follow.
    """
    tree = contents.tree
    root = file.reserve(1 + len(tree.tags))
    first = root + 1
    references = [f"{at} 0 R" for at in range(first, first + len(tree.tags))]
    entries = list(tree.entries)
    for at, box in contents.boxes.items():
        entries[at] += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number, box))}]>>"
    home, kids = _content(pages, elements)
    for own, page, field in widgets:
        kids[field.element] = f"<</Type/OBJR/Pg {page} 0 R/Obj {own} 0 R>>"
    for at, below in tree.kids.items():
        found = " ".join([references[kid] for kid in below])
        kids[at] = f"{kids[at]} {found}" if at in kids else found
    for at, found in kids.items():
        entries[at] += f"{home.get(at, '')}/K[{found}]"
    references.append(f"{root} 0 R")  # what is above the first element, whose parent is -1
    parts = zip(tree.tags, tree.parents, entries, strict=True)
    file.add_all(first, [f"<</S/{tag}/P {references[parent]}{more}>>" for tag, parent, more in parts])
    back = _parent_tree(file, references, elements, widgets)
    following = len(pages) + len(widgets)
    body = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {following}>>"
    return file.add(body, root)


def _content(pages: Sequence[int], elements: Sequence[Sequence[int]]) -> tuple[dict[int, str], dict[int, str]]:
    """For each element with content the entry of its first page, and that content from page to page as its kids."""
    home: dict[int, str] = {}
    kids: dict[int, str] = {}
    for page, marked in zip(pages, elements, strict=True):
        entry = f"/Pg {page} 0 R"
        for mcid, at in enumerate(marked):
            if at not in home:
                home[at], kids[at] = entry, f"{mcid}"
            else:
                kids[at] += f" {mcid}" if home[at] is entry else f"<</Type/MCR{entry}/MCID {mcid}>>"
    return home, kids


def _parent_tree(
    file: PdfFile, references: Sequence[str], elements: Sequence[Sequence[int]], widgets: Sequence[Widget]
) -> int:
    """The element of each marked-content identifier, page by page, and of each field (14.7.4.4)."""
    arrays = (file.add(f"[{' '.join(references[at] for at in marked)}]") for marked in elements)
    leading = [*(f"{array} 0 R" for array in arrays), *(references[widget.field.element] for widget in widgets)]
    numbers = " ".join(f"{key} {reference}" for key, reference in enumerate(leading))
    return file.add(f"<</Nums[{numbers}]>>")
