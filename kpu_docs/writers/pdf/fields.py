"""Signature fields: empty, named, for a program that signs (ISO 32000-1, 12.7.4.5).

A field shows nothing until it is signed, and is printed with the page (flag 4: ISO 19005-2, 6.3.2; an appearance is
asked for in 6.3.3). A screen reader knows it by its Form element and its name (ISO 14289-1, 7.18).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kpu_docs.blocks import SignatureField
from kpu_docs.writers.pdf.file import PdfFile, Stream, number, text_string


class Field(NamedTuple):
    """A field, its structure element, and its edges on the page (left, bottom, right, top; pt)."""

    element: int
    field: SignatureField
    edges: tuple[float, float, float, float]


class Widget(NamedTuple):
    """A field in the file: its number and that of its page object."""

    number: int
    page: int
    field: Field


def listed(widgets: Sequence[Widget]) -> str:
    """What a page says of its fields."""
    return f"/Annots[{' '.join(f'{widget.number} 0 R' for widget in widgets)}]" if widgets else ""


def write(file: PdfFile, widgets: Sequence[Widget], key: int) -> str:
    """Write the fields; what the catalog says of them. Their keys in the parent tree begin with `key`."""
    if not widgets:
        return ""
    for at, (own, page, (_, field, edges)) in enumerate(widgets, start=key):
        left, bottom, right, top = edges
        size = f"{number(right - left)} {number(top - bottom)}"
        empty = file.stream(Stream(b"", f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]/Resources<<>>"))
        file.add(
            f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(field.name)}/TU{text_string(field.label)}/F 4"
            f"/Rect[{' '.join(map(number, edges))}]/P {page} 0 R/StructParent {at}/AP<</N {empty} 0 R>>>>",
            own,
        )
    # The flag says that there are signature fields (table 219), not that one is signed.
    return f"/AcroForm<</Fields[{' '.join(f'{widget.number} 0 R' for widget in widgets)}]/SigFlags 1>>"
