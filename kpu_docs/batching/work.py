"""What a worker does: some decrees as bytes. It writes nothing, so it may run on another machine."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_docs import inputs
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.copies import leftovers, passed_over
from kpu_docs.inputs.places import written
from kpu_docs.model import Keputusan
from kpu_docs.rendering import render_bytes

if TYPE_CHECKING:
    from kpu_docs.templating import Template


class Output(NamedTuple):
    """A file of each decree: its format, the kind of copy unless the data decide, and whether a salinan or petikan is
    made although something is left to do.
    """

    format: str
    naskah: str | None
    force: bool = False


_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


@dataclass(frozen=True)
class Order:
    """A decree to make: which row it is, its data."""

    row: int
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Made:
    """The files of a decree in the order of the outputs, with their pages where it is a PDF, and doubts about its data;
    or what is wrong.
    """

    row: int
    files: tuple[tuple[bytes, int | None], ...]
    complaints: tuple[Complaint, ...] = ()
    notes: tuple[Complaint, ...] = ()


@dataclass(frozen=True)
class Making:
    """How the decrees of a batch are made: the folder of the pattern, the files of each, the office's template."""

    folder: str
    outputs: tuple[Output, ...]
    template: Template | None = None


def make(making: Making, orders: Sequence[Order]) -> list[Made]:
    """Make some decrees. A faulty one does not stop the others."""
    return [_made(making, order) for order in orders]


def _made(making: Making, order: Order) -> Made:
    try:
        keputusan = inputs.load(order.data, base=making.folder)
        files, left = _rendered(keputusan, making, order.data)
    except InputError as error:
        return Made(order.row, (), error.complaints)
    except Exception as error:  # a fault of ours in one decree is no reason to lose the others
        message = f"kesalahan di dalam kpu-docs, laporkan kepada pembuatnya ({type(error).__name__}: {error})"
        return Made(order.row, (), (Complaint((), message),))
    counted = tuple((data, pages(data) if format == "pdf" else None) for format, data in files)
    return Made(order.row, counted, notes=(*inputs.notes(keputusan), *left))


def _rendered(
    keputusan: Keputusan, making: Making, data: Mapping[str, Any]
) -> tuple[list[tuple[str, bytes]], tuple[Complaint, ...]]:
    """The files, each with its format, and doubts about copies: what was left to do and forced, namesakes."""
    try:
        left = leftovers(keputusan, [one.naskah for one in making.outputs])
        if left and not any(one.force for one in making.outputs):
            raise InputError(*left)
        files = [
            (one.format, render_bytes(keputusan, one.format, template=making.template, naskah=one.naskah, force=True))
            for one in making.outputs
        ]
    except InputError as error:
        raise InputError(*_as_written(error.complaints, data)) from None
    doubts = passed_over(left)
    if any(one.naskah == "petikan" for one in making.outputs):
        from kpu_docs.petikan import names, namesakes

        doubts += namesakes(keputusan, names(keputusan))
    return files, _as_written(doubts, data)


def _as_written(complaints: Sequence[Complaint], data: Mapping[str, Any]) -> tuple[Complaint, ...]:
    """The complaints with the paths of the data as they are written, not those of the model."""
    return tuple(one if one.file else replace(one, path=written(data, one.path)) for one in complaints)


def pages(pdf: bytes) -> int | None:
    """The number of pages of a PDF file of ours, whose objects lie in compressed streams."""
    for start in (match.end() for match in _OBJECTS.finditer(pdf)):
        if found := _PAGES.search(zlib.decompressobj().decompress(pdf[start:])):
            return int(found[1])
    return None
