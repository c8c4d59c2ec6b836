"""Whether a document still says what its data say, and which clause was changed by hand.

    for difference in verify("keputusan.docx", "keputusan.yaml"):
        print(difference)                  # Menimbang huruf b: menurut data "…", di berkas "…"

The data become the lines of the paper, each with its place (`paper`); the file is read as lines, too (`docx`, `pdf`);
`comparing` finds where they differ.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kpu_docs import inputs, tata_naskah
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs import json
from kpu_docs.inputs.files import read_bytes
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.verifying import docx
from kpu_docs.verifying.comparing import compared
from kpu_docs.verifying.differences import Difference
from kpu_docs.verifying.kinds import kinds
from kpu_docs.verifying.lines import Paper
from kpu_docs.verifying.paper import pieces

__all__ = ["Difference", "Verified", "read_pdf", "verified", "verify"]

_LARGEST = 200_000_000
"""Bytes of a PDF above which it is refused unread; 60,000 rows are about 40 million."""

_MISSING = "membaca PDF memerlukan pikepdf; pasang dengan: pip install 'kpu-docs[baca]'"
_NO_DATA = "berkas ini tidak memuat datanya; sebutkan juga berkas DATA (yang ditulis dengan --embed memuatnya)"
_BROKEN_DATA = "data di dalam berkas ini rusak; sebutkan berkas DATA"
_FOR_WHOM = "untuk siapa petikan ini tidak ditemukan; sebutkan dengan --petikan NAMA"

Data = Keputusan | Mapping[str, Any] | str | os.PathLike[str]


class Verified(NamedTuple):
    """What was found: the kind of copy that the file is, and its differences from top to bottom."""

    naskah: str
    differences: list[Difference]


def verify(path: str | os.PathLike[str], data: Data | None = None, *, petikan: str | None = None) -> list[Difference]:
    """Where a .docx or .pdf file differs from the data it was made of: from top to bottom, nothing if nowhere.

    `data` is a decree, or what `load` reads; without it the data that the file holds (`embed`) are taken. The file may
    be any kind of copy, saved by Word or LibreOffice, signed; for whom a petikan is, is found out for persons and said
    by `petikan` for others. Words count, not their looks; headers and footers do not.

    Raises:
        InputError: the file or the data cannot be read, or nobody is found for whom a petikan is.
    """
    return verified(path, data, petikan=petikan).differences


def verified(path: str | os.PathLike[str], data: Data | None = None, *, petikan: str | None = None) -> Verified:
    """As `verify`, with the kind of copy that the file is: the one it differs from least."""
    paper = _read(Path(path))
    keputusan = data if isinstance(data, Keputusan) else inputs.load(_embedded(paper, path) if data is None else data)
    rules = tata_naskah.of(keputusan)
    best: Verified | None = None
    for naskah, document in kinds(keputusan, rules, paper.lines, petikan):
        found = compared(pieces(document, rules, len(keputusan.lampiran)), paper.lines, _blanks(rules))
        if best is None or len(found) < len(best.differences):
            best = Verified(naskah, found)
        if not found:
            break
    if best is None:
        raise InputError(Complaint((), _FOR_WHOM, file=os.path.normpath(path)))
    added = [Difference(f"Halaman {page}", "baru", "", words, ()) for page, words in paper.added]
    return best._replace(differences=[*best.differences, *added])


def _read(path: Path) -> Paper:
    suffix, name = path.suffix.lower(), os.path.normpath(path)
    if suffix == ".docx":
        return docx.read(path, name)
    if suffix != ".pdf":
        message = f"yang dapat diperiksa .docx dan .pdf, bukan {suffix or 'berkas tanpa akhiran'}"
        raise InputError(Complaint((), message, file=name))
    return read_pdf(path, name)


def read_pdf(path: Path, name: str) -> Paper:
    """What a PDF of ours says; `name` is what complaints call it.

    Raises:
        InputError: pikepdf is not installed, or the file is none of ours.
    """
    try:
        from kpu_docs.verifying import pdf
    except ImportError:
        raise InputError(Complaint((), _MISSING, file=name)) from None
    return pdf.read(read_bytes(path, name, _LARGEST), name)


def _embedded(paper: Paper, path: str | os.PathLike[str]) -> dict[str, Any]:
    message = _NO_DATA if paper.data is None else _BROKEN_DATA
    try:
        held = json.read((paper.data or b"null").decode(errors="replace"))
    except InputError:
        held = None
    if not isinstance(held, dict):
        raise InputError(Complaint((), message, file=os.path.normpath(path)))
    return held


def _blanks(rules: TataNaskah) -> set[str]:
    """The words that stand where something is written, stamped or signed later."""
    name = rules.elektronik.e_office
    system = rules.e_office[name].model_dump().values() if name else ()
    return {rules.kata.nomor_kosong, rules.kata.tanggal_kosong, *system}
