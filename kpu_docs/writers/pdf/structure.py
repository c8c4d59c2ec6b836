"""The structure tree in the file: its elements, what they hold on which page, and the way back (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
    entries = list(tree.entries)
    for at, box in contents.boxes.items():
        entries[at] += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number, box))}]>>"
    kids = _kids(tree.parents, first, pages, elements)
    parts = enumerate(zip(tree.tags, tree.parents, entries, strict=True))
    bodies = [f"<</S/{tag}/P {first + parent} 0 R{more}{kids.get(at, '')}>>" for at, (tag, parent, more) in parts]
    file.add_all(first, bodies)
    back = _parent_tree(file, first, elements)
    body = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {len(pages)}>>"
    return file.add(body, root)


def _kids(
    parents: Iterable[int], first: int, pages: Sequence[int], elements: Sequence[Sequence[int]]
) -> dict[int, str]:
    """The entries Pg and K of each element that has kids: its content from page to page, then the elements below it."""
    below: defaultdict[int, list[str]] = defaultdict(list)
    home: dict[int, int] = {}
    for page, marked in zip(pages, elements, strict=True):
        for mcid, at in enumerate(marked):
            same = home.setdefault(at, page) == page
            below[at].append(str(mcid) if same else f"<</Type/MCR/Pg {page} 0 R/MCID {mcid}>>")
    for at, parent in enumerate(parents):
        if parent >= 0:
            below[parent].append(f"{first + at} 0 R")
    found = {}
    for at, kids in below.items():
        page_entry = f"/Pg {home[at]} 0 R" if at in home else ""
        found[at] = f"{page_entry}/K {kids[0]}" if len(kids) == 1 else f"{page_entry}/K[{' '.join(kids)}]"
    return found


def _parent_tree(file: PdfFile, first: int, elements: Sequence[Sequence[int]]) -> int:
    """The element of each marked-content identifier, page by page (14.7.4.4)."""
    arrays = (file.add(f"[{' '.join(f'{first + at} 0 R' for at in marked)}]") for marked in elements)
    numbers = " ".join(f"{page} {array} 0 R" for page, array in enumerate(arrays))
    return file.add(f"<</Nums[{numbers}]>>")
