"""Tables: rows that do not fill the grid, cells that go on from nothing, rows without cells."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs.wordfile.faults import Fault, fault
from kpu_docs.wordfile.names import w
from kpu_docs.wordfile.package import Element, number

_WRAPPERS = (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_TR, _TC = w("tr"), w("tc")


def table_faults(part: str, root: Element) -> Iterator[Fault]:
    """Faults in the tables of a part (ECMA-376 part 1, 17.4: grid 17.4.48, gridSpan 17.4.17, vMerge 17.4.84)."""
    for table in root.iter(w("tbl")):
        yield from _table(part, table)


def _table(part: str, table: Element) -> Iterator[Fault]:
    grid = table.find(w("tblGrid"))
    columns = len(grid.findall(w("gridCol"))) if grid is not None else None
    rows = list(_within(table, _TR))
    if not rows:
        yield fault("baris", part, table, "tabel ini tanpa baris")
    merged: set[int] = set()
    body = False
    for row in rows:
        cells = list(_within(row, _TC))
        if not cells:
            yield fault("baris", part, row, "baris ini tanpa sel")
        at = _count(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        still: set[int] = set()
        for cell in cells:
            span = _count(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            if merge is not None:
                if merge.get(w("val"), "continue") == "continue" and at not in merged:
                    message = (
                        "sel ini melanjutkan sel di atasnya (vMerge), tetapi tidak ada sel yang dimulai di kolom itu"
                    )
                    yield fault("gabung", part, cell, message)
                still.add(at)
            at += span
        merged = still
        at += _count(row.find(f"{w('trPr')}/{w('gridAfter')}"), 0)
        if columns is not None and cells and at != columns:
            message = f"baris ini mengisi {at} kolom, tetapi kisi tabel (tblGrid) berisi {columns}"
            yield fault("kisi", part, row, message, "salah" if at > columns else "periksa")
        head = row.find(f"{w('trPr')}/{w('tblHeader')}")
        is_head = head is not None and head.get(w("val"), "1") not in ("0", "false", "off")
        if is_head and body:
            yield fault(
                "kepala", part, row, "baris kepala tabel harus berada paling atas; di sini diabaikan", "periksa"
            )
        body = body or not is_head


def _within(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls and tracked changes."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _count(element: Element | None, without: int) -> int:
    return number(element.get(w("val"), "") if element is not None else "", without)
