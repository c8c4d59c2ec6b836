"""A PDF as paper: one of ours by its tags, any other by where its letters stand."""

from __future__ import annotations

from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.reading.paper import Paper

_MISSING = "membaca PDF memerlukan pikepdf dan pypdfium2; pasang dengan: pip install 'kpu-docs[baca]'"

_DAMAGED = "PDF ini rusak sebagian; yang dapat dibaca sudah dibaca, bandingkan hasilnya dengan naskah aslinya"


def read(path: Path, name: str) -> Paper:
    """A PDF file; `name` is what complaints call it.

    Raises:
        InputError: what reads PDF is not installed, or the file is none, broken, encrypted, or holds no text.
    """
    try:
        from kpu_docs.reading.pdf import opening, places, tags
    except ImportError:
        raise InputError(Complaint((), _MISSING, file=name)) from None
    file = opening.opened(path, name)
    if file.ours:
        return tags.read(path, name)
    return places.paper(opening.drawn(file.content, name), [_DAMAGED] if file.damaged else [])
