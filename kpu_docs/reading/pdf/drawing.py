"""What is drawn on a page of a PDF beside its letters: rules, fills, pictures, and the texts of annotations."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from kpu_docs.reading.pdf.page import Box, Page, Point, Turn, turned

_THIN = 3.0
"""Points up to which a bar is a rule."""

_DEEPEST = 8
"""Drawings inside of drawings that are followed."""

_WHITE = 250


def draw(page: Any, found: Page, turn: Turn) -> None:
    """Rules, fills and pictures of a page."""
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    _draw_all(objects, found, turn, 0)


def _draw_all(objects: Iterator[Any], found: Page, turn: Turn, depth: int) -> None:
    for drawn in objects:
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _path(drawn, found, turn)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            edges = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(drawn, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            found.pictures.append(turned((left, bottom, right, top), turn))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = (raw.FPDFFormObj_GetObject(drawn, at) for at in range(raw.FPDFFormObj_CountObjects(drawn)))
            _draw_all(inner, found, _both(_placed(drawn), turn), depth + 1)


def _both(first: Turn, then: Turn) -> Turn:
    return lambda x, y: then(*first(x, y))


def _placed(drawn: Any) -> Turn:
    """From the measures of an object to those of what it stands in."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)


def _path(drawn: Any, found: Page, turn: Turn) -> None:
    """The rules and fills of a path; what is curved or slanted is none."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroked)
    filled = bool(mode.value) and _is_seen(drawn)
    if not (filled or stroked.value):
        return
    placed = _placed(drawn)
    for points in _parts(drawn):
        at = [turn(*placed(x, y)) for x, y in points]
        xs, ys = [x for x, _ in at], [y for _, y in at]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if min(box.wide, box.high) <= _THIN:
            found.rules.append(box)
            continue
        if filled:
            found.fills.append(box)
        if stroked.value:
            found.rules += (
                Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                for (ax, ay), (bx, by) in pairwise(at)
                if min(abs(ax - bx), abs(ay - by)) <= _THIN
            )


def _is_seen(drawn: Any) -> bool:
    """Whether a fill is another than white."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, cover)
    return bool(cover.value) and min(red.value, green.value, blue.value) < _WHITE


def _parts(drawn: Any) -> Iterator[list[Point]]:
    """The corners of each part of a path, the first again where one is closed; curved ones are left out."""
    points: list[Point] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and straight:
                yield points
            points, straight = [], True
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and straight:
        yield points


def remarks(page: Any) -> Iterator[str]:
    """The texts of annotations: remarks, typed forms, stamps."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(note) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            for key in (b"Contents", b"V"):
                size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
                text = ctypes.create_string_buffer(size)
                raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(text, ctypes.POINTER(raw.FPDF_WCHAR)), size)
                if words := " ".join(text.raw.decode("utf-16-le", "replace").rstrip("\0").split()):
                    yield words
        raw.FPDFPage_CloseAnnot(note)
