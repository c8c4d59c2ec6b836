"""Workbooks that would fill the memory or read something else: refused before anything is built from them."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx.book import Book
from tests.inputs.xlsx.sheets import content, table

SHEET = "xl/worksheets/sheet1.xml"


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(content(table(("satu", "dua"), ("tiga", "empat"))))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archived(named: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in named.items():
            archive.writestr(name, part)
    return made.getvalue()


def changed(part: str, old: str, new: str) -> dict[str, bytes]:
    text = parts()[part].decode()
    assert old in text
    return parts() | {part: text.replace(old, new).encode()}


def refusal(named: dict[str, bytes]) -> str:
    """What is said of a book, which has cost no memory."""
    book = archived(named)
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as caught:
            Book(book, "a.xlsx")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    [one] = caught.value.complaints
    return one.message


def test_a_book_as_it_should_be() -> None:
    assert Book(archived(parts()), "a.xlsx").sheet().peek(0, 0) == "satu"


def test_a_bomb() -> None:
    assert "terlalu besar" in refusal(parts() | {SHEET: bytes(30_000_000)})
    assert "terlalu besar" in refusal(parts() | {f"xl/media/{n}.png": bytes(1_000_000) for n in range(201)})
    assert "OpenDocument" in refusal({"mimetype": b"opendocument" + bytes(30_000_000)})


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">', ""],
)
def test_a_document_type(declared: str, encoding: str, part: str) -> None:
    named = parts() | {"xl/sharedStrings.xml": b"<sst/>"}
    text = named[part].decode()
    at = text.index("?>") + 2 if text.startswith("<?xml") else 0
    whole = text[:at].replace("UTF-8", encoding) + f"<!DOCTYPE x [{declared}]>" + text[at:]
    assert "DTD atau entitas" in refusal(named | {part: whole.encode(encoding)})


def test_whole_columns_that_are_merged() -> None:
    for area, words in (("A1:Q1048576", "terlalu luas"), ("A2:B3", "")):
        named = changed(
            SHEET, "</sheetData>", f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
        )
        if words:
            assert words in refusal(named)
        else:
            assert Book(archived(named), "a.xlsx").sheet()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<row r="2"', '<row r="99999999999"'),
        ('<row r="2"', '<row r="1048577"'),
        ("<sheetData>", '<cols><col min="1" max="99999999" hidden="1"/></cols><sheetData>'),
    ],
)
def test_rows_and_columns_beyond_the_last(old: str, new: str) -> None:
    assert "di luar batas Excel" in refusal(changed(SHEET, old, new))


def test_a_cell_far_away_costs_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert Book(archived(changed(SHEET, "</sheetData>", far)), "a.xlsx").sheet().peek(0, 0) == "satu"
