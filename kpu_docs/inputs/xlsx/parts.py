"""What openpyxl does not hand over: shapes drawn over a sheet, and the newer kind of conditional formats."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_SHAPES = ("sp", "cxnSp", "grpSp", "pic", "graphicFrame")
_NEWER = re.compile(rb"<x14:conditionalFormatting\b.*?</x14:conditionalFormatting>", re.DOTALL)
_RANGES = re.compile(rb"<xm:sqref>([^<]*)</xm:sqref>")


class Shape(NamedTuple):
    """Something drawn over a sheet, and the cells it covers: rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Extras(NamedTuple):
    """Of one sheet: its drawings, and the cell ranges (`F5:Q20`) of its newer conditional formats."""

    shapes: tuple[Shape, ...] = ()
    conditional: tuple[str, ...] = ()


def extras(archive: ZipFile) -> dict[str, Extras]:
    """Of every sheet of a book, by its name."""
    book = fromstring(archive.read("xl/workbook.xml"))
    targets = _links(archive, "xl/workbook.xml")
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        part = targets.get(sheet.get(_LINK, ""), "")
        if part in archive.namelist():
            found[sheet.get("name", "")] = Extras(tuple(_shapes(archive, part)), tuple(_conditional(archive, part)))
    return found


def _links(archive: ZipFile, part: str) -> dict[str, str]:
    """The parts that a part points to, by the id of the pointer."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in archive.namelist():
        return {}
    return {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:]
        for link in fromstring(archive.read(listed))
        if link.get("TargetMode") != "External"
    }


def _shapes(archive: ZipFile, part: str) -> list[Shape]:
    found = []
    for target in _links(archive, part).values():
        if re.fullmatch(r"xl/drawings/drawing\d*\.xml", target) and target in archive.namelist():
            try:
                drawn = fromstring(archive.read(target))
            except ParseError:
                continue
            found += [shape for anchor in drawn for shape in _anchored(anchor)]
    return found


def _anchored(anchor: Element) -> list[Shape]:
    if not any(anchor.find(f"{_DRAWN}{kind}") is not None for kind in _SHAPES):
        return []
    start, end = anchor.find(f"{_DRAWN}from"), anchor.find(f"{_DRAWN}to")
    if start is None:
        return []
    top, left = _corner(start)
    bottom, right = _corner(end) if end is not None else (top, left)
    return [Shape(top, left, bottom, right)]


def _corner(place: Element) -> tuple[int, int]:
    return int(place.findtext(f"{_DRAWN}row", "0")) + 1, int(place.findtext(f"{_DRAWN}col", "0")) + 1


def _conditional(archive: ZipFile, part: str) -> list[str]:
    formats = _NEWER.findall(archive.read(part))
    return [ranges.decode() for one in formats for found in _RANGES.findall(one) for ranges in found.split()]
