"""The structure tree in the file: its elements, what they hold on which page, and the way back (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.writers.pdf.content import Contents
from kpu_docs.writers.pdf.file import PdfFile, number


def write(file: PdfFile, contents: Contents, pages: Sequence[int], elements: Sequence[Sequence[int]]) -> int:
    """Write the tree of the contents; the number of its root.

    `pages` are the numbers of the page objects, `elements` the element of each marked-content identifier of each page.
    The key of a page in the parent tree is its place.
    """
    tree = contents.tree
    root = file.reserve(1 + len(tree.tags))
    first = root + 1
    references = [f"{at} 0 R" for at in range(first, first + len(tree.tags))]
    entries = list(tree.entries)
    for at, box in contents.boxes.items():
        entries[at] += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number, box))}]>>"
    held = _content(pages, elements)
    for at, below in tree.kids.items():
        if at >= 0:
            held[at] = (*held.get(at, ("",)), *[references[kid] for kid in below])
    for at, (page, *kids) in held.items():
        entries[at] += f"{page}/K {kids[0]}" if len(kids) == 1 else f"{page}/K[{' '.join(kids)}]"
    references.append(f"{root} 0 R")  # what is above the first element, whose parent is -1
    parts = zip(tree.tags, tree.parents, entries, strict=True)
    file.add_all(first, [f"<</S/{tag}/P {references[parent]}{more}>>" for tag, parent, more in parts])
    back = _parent_tree(file, references, elements)
    body = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {len(pages)}>>"
    return file.add(body, root)


def _content(pages: Sequence[int], elements: Sequence[Sequence[int]]) -> dict[int, tuple[str, ...]]:
    """For each element with content its entry Pg, and as its first kids that content from page to page."""
    held: dict[int, tuple[str, ...]] = {}
    for page, marked in zip(pages, elements, strict=True):
        entry = f"/Pg {page} 0 R"
        for mcid, at in enumerate(marked):
            if at not in held:
                held[at] = (entry, str(mcid))
            else:
                same = held[at][0] == entry
                held[at] += (str(mcid) if same else f"<</Type/MCR/Pg {page} 0 R/MCID {mcid}>>",)
    return held


def _parent_tree(file: PdfFile, references: Sequence[str], elements: Sequence[Sequence[int]]) -> int:
    """The element of each marked-content identifier, page by page (14.7.4.4)."""
    arrays = (file.add(f"[{' '.join(references[at] for at in marked)}]") for marked in elements)
    numbers = " ".join(f"{page} {array} 0 R" for page, array in enumerate(arrays))
    return file.add(f"<</Nums[{numbers}]>>")
