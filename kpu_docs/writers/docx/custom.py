"""What a file holds beside its text, as a custom XML part, which Word and LibreOffice keep (ISO/IEC 29500-1, 15.2.5):
the data of the decree where they are wanted, else fingerprints of its clauses.
"""

from __future__ import annotations

from kpu_docs.writers.docx.furniture import Furniture
from kpu_docs.xml import escape

NAMESPACE = "urn:kpu-docs:keputusan"
"""Of the element that holds the text."""

DATA, FINGERPRINTS = "data", "sidik"
"""The names of that element: for the data (JSON), for fingerprints (`kpu_docs.fingerprints`)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM = "{9C1F5B3E-5A0D-4E0B-9B63-6B7D2C0E4F11}"
"""The identity of the part within its package; any will do."""


def add(furniture: Furniture, name: str, text: str) -> None:
    """Add a text under the name of its element to the package: the part, its properties, and what leads to both."""
    parts = {
        "item1.xml": f'<{name} xmlns="{NAMESPACE}">{escape(text)}</{name}>',
        "itemProps1.xml": (
            f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ITEM}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "_rels/item1.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/>'
            "</Relationships>"
        ),
    }
    furniture.parts |= {f"customXml/{part}": (_HEAD + xml).encode() for part, xml in parts.items()}
    furniture.types.append(
        '<Override PartName="/customXml/itemProps1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    )
    furniture.relations.append(
        f'<Relationship Id="rIdData" Type="{_OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/>'
    )
