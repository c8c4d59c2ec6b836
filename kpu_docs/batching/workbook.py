"""The rows of a batch from an .xlsx file: its first sheet is read like that of an annex, each cell as it is shown."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kpu_docs.batching.rows import Row, refuse_equal
from kpu_docs.complaints import Complaint
from kpu_docs.inputs.files import LIMIT, read_bytes
from kpu_docs.inputs.xlsx.book import Book
from kpu_docs.inputs.xlsx.listing import listing
from kpu_docs.inputs.xlsx.sections import sections

_HEADING = "baris judul di tengah data tidak dapat dibaca; jadikan kolom tersendiri"


def rows(path: Path, name: str) -> tuple[list[Row], tuple[Complaint, ...]]:
    """The rows of the first visible sheet, each with what is wrong with its cells, and what of the sheet was left out.

    Raises:
        InputError: there is no such file, it is no workbook, or its first sheet has no table.
    """
    book = Book(read_bytes(path, name, LIMIT), name)
    table = listing(book.sheet(book.names[0], markup=False))
    sheet = table.sheet
    refuse_equal([heading.text for heading in table.headings], lembar=sheet.name)
    for row, section in sections(table).items():
        sheet.wrong(row, section.nomor_column, _HEADING, section.text)
    values = [{heading.text: table.text(row, heading) for heading in table.headings} for row in table.rows]
    faults: dict[str, list[Complaint]] = defaultdict(list)
    for fault in sheet.errors:
        faults[fault.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")].append(fault)
    found = []
    for number, (row, texts) in enumerate(zip(table.rows, values, strict=True), start=1):
        line = sheet.row_name(row)
        cells = {heading.text: table.cell(row, heading) for heading in table.headings}
        found.append(Row(number, name, line, texts, tuple(faults[str(line)]), sheet.name, cells))
    return found, tuple(sheet.notes)
