"""All checks of a Word file, one after the other.

The causes are those that generated files are known for; Word itself was never at hand, so that each rests on the
schema (ECMA-376) or on reports of people whose files were refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from kpu_docs.wordfile.container import container_faults, reference_faults
from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.fields import field_faults
from kpu_docs.wordfile.lists import list_faults
from kpu_docs.wordfile.marks import mark_faults
from kpu_docs.wordfile.names import DOCUMENT, W
from kpu_docs.wordfile.namespaces import namespace_faults
from kpu_docs.wordfile.opening import unpacked
from kpu_docs.wordfile.order import order_faults
from kpu_docs.wordfile.package import Element, content_types, parsed, xml_names
from kpu_docs.wordfile.tables import table_faults
from kpu_docs.wordfile.values import value_faults

_OF_A_PART: tuple[Callable[[str, Element], Iterator[Fault]], ...] = (
    namespace_faults,
    order_faults,
    table_faults,
    field_faults,
    value_faults,
)


def faults(docx: bytes | Mapping[str, bytes]) -> list[Fault]:
    """What Word would not open without repair, or may not, in a file or in its parts by name.

    Raises:
        InputError: the bytes are no archive that can be unpacked.
    """
    found: list[Fault] = []
    if isinstance(docx, bytes):
        docx, twice = unpacked(docx)
        found += (fault("nama_ganda", name, None, "ada dua bagian bernama ini di dalam berkas") for name in twice)
    found += container_faults(docx)
    trees: dict[str, Element] = {}
    for name in xml_names(docx, content_types(docx)):
        try:
            trees[name] = parsed(docx[name])
        except etree.XMLSyntaxError as error:
            found.append(fault("xml", name, None, f"XML rusak di baris {error.lineno}: {error.msg}"))
    for name, root in trees.items():
        if W in root.nsmap.values():
            found += (one for check in _OF_A_PART for one in check(name, root))
            found += reference_faults(docx, name, root)
    if DOCUMENT not in docx:
        found.append(fault("relasi", DOCUMENT, None, "tidak ada"))
    return [*found, *mark_faults(trees), *list_faults(trees)]
