"""A PDF as paper: one of ours by its tags, any other by where its letters stand."""

from __future__ import annotations

from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.reading.paper import Paper

_MISSING = "membaca PDF memerlukan pikepdf dan pypdfium2; pasang dengan: pip install 'kpu-docs[baca]'"


def read(path: Path, name: str) -> Paper:
    """A PDF file; `name` is what complaints call it.

    Raises:
        InputError: what reads PDF is not installed, or the file is none, broken, encrypted, or holds no text.
    """
    try:
        from kpu_docs.reading.pdf import opening, places, tags
    except ImportError:
        raise InputError(Complaint((), _MISSING, file=name)) from None
    content = opening.opened(path, name)
    if opening.is_ours(content):
        return tags.read(path, name)
    return places.paper(opening.drawn(content, name))
