"""Extensions: prefixes that are named but not declared, and elements that no Word knows and none may pass over.

A prefix in `mc:Ignorable`, `mc:MustUnderstand` or `Requires` that stands for nothing makes Word refuse the file
(ECMA-376 part 3, 10.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.names import MC, split
from kpu_docs.wordfile.package import Element

_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/XML/1998/namespace",
)
"""Beginnings of the namespaces of Word's own format and of its extensions, which newer versions keep adding to."""

_NAMING = {f"{{{MC}}}Ignorable": "mc:Ignorable", f"{{{MC}}}MustUnderstand": "mc:MustUnderstand", "Requires": "Requires"}
"""Attributes that name prefixes, and what they are called."""


def namespace_faults(part: str, root: Element) -> Iterator[Fault]:
    """Prefixes and namespaces of a part of which Word cannot make anything."""
    passed_over: set[str] = set()
    for element in root.iter(etree.Element):
        for name, attribute in _NAMING.items():
            prefixes = element.get(name, "") if name != "Requires" or element.tag == f"{{{MC}}}Choice" else ""
            for prefix in prefixes.split():
                if prefix not in element.nsmap:
                    yield fault("awalan", part, element, f'awalan "{prefix}" di {attribute} tidak dinyatakan')
                elif attribute == "mc:Ignorable":
                    passed_over.add(element.nsmap[prefix])
        for name in (element.tag, *element.attrib):
            space, _ = split(str(name))
            if space and not space.startswith(_KNOWN) and space not in passed_over:
                yield fault("awalan", part, element, f"unsur atau atribut dari ruang nama yang tidak dikenal: {space}")
