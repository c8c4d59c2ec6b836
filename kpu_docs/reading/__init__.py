"""A decree that exists as a Word file, as text, or as a PDF, read into data.

    data, report = read("keputusan.docx")
    keputusan = load(data)
    print(report)

The file becomes a paper of lines and tables (`docx`, `txt`, `pdf`), which is cut at its labels (`cutting`). Each part
of the page is read by the module of its name; what an office prints its own way goes into its wording. In the end the
data are composed and compared with the file: what differs is reported.

No word is dropped: a line that has no place in the data of a decree stands in a last annex.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kpu_docs import inputs
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.reading import dasar, docx, lampiran, pdf, pembukaan, penutup, txt, wording
from kpu_docs.reading.cleaning import JDIH, is_page_number
from kpu_docs.reading.comparing import differences, lost
from kpu_docs.reading.cutting import Parts, cleared, cut
from kpu_docs.reading.draft import UNKNOWN, Draft
from kpu_docs.reading.paper import ILLEGIBLE, Line, Paper, Section, lines
from kpu_docs.reading.renumbering import renumbered
from kpu_docs.reading.report import Report
from kpu_docs.reading.tables import naskah

__all__ = ["Reading", "Report", "read"]

READERS = {".docx": docx.read, ".pdf": pdf.read, ".txt": txt.read}
"""By suffix: from a file to its paper."""

LEFT_OVER = "BARIS YANG BELUM MENDAPAT TEMPAT"
"""The title of the annex with the lines that have no place."""


class Reading(NamedTuple):
    """The data of a decree, which `load` takes, and what is to be said of them. The office is below `kantor`."""

    data: dict[str, Any]
    report: Report


class Understood(NamedTuple):
    """What was understood of a file: data without the lines that found no place, these, and what is to be said; the
    paper it was read from, without what belongs to its pages.
    """

    data: dict[str, Any]
    unplaced: tuple[Line, ...]
    read_as: tuple[str, ...]
    uncertain: tuple[str, ...]
    notes: tuple[str, ...]
    sections: list[Section]


def read(path: str | os.PathLike[str]) -> Reading:
    """Read a decree that exists: a .docx file, the .txt of a scan, or a .pdf that holds text.

    Whatever can be opened is read; what is missing is `...` in the data and said in the report.

    Raises:
        InputError: the file cannot be opened, or is of another kind.
    """
    found = understood(path)
    data = _with_left_over(found.data, found.unplaced)
    changed = tuple(str(one) for one in differences(data, found.sections))
    unplaced = tuple(line.plain for line in found.unplaced)
    report = Report(os.path.normpath(path), found.read_as, found.uncertain, unplaced, changed, found.notes)
    return Reading(data, report)


def is_document(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a document to be read, or else data.

    Raises:
        InputError: it is neither.
    """
    suffix, data = Path(path).suffix.lower(), (*inputs.KINDS, *inputs.OTHER_BOOKS)
    if suffix not in READERS and suffix not in data and not Path(path).is_dir():
        known = ", ".join((*inputs.KINDS, *READERS))
        message = f"jenis berkas {suffix or 'tanpa akhiran'} tidak dikenal; yang dikenal: {known}"
        raise InputError(Complaint((), message, file=os.path.normpath(path)))
    return suffix in READERS


def understood(path: str | os.PathLike[str]) -> Understood:
    """As `read`, with the paper, and without comparing the data with it.

    Raises:
        InputError: the file cannot be opened, or is of another kind.
    """
    name, suffix = os.path.normpath(path), Path(path).suffix.lower()
    if suffix not in READERS:
        message = f"yang dapat dibaca {', '.join(READERS)}, bukan {suffix or 'berkas tanpa akhiran'}"
        raise InputError(Complaint((), message, file=name))
    paper = READERS[suffix](Path(path), name)
    return _understood(paper, cleared(paper), None)


def understood_edited(path: Path, signer: str) -> Understood:
    """As `understood`, a .docx file that we wrote and somebody edited. Its numbers are counted anew, and the head and
    the signature of an annex are known as such, also where they name the number, title or `signer` of before.

    Raises:
        InputError: the file cannot be opened.
    """
    paper = docx.read(path, os.path.normpath(path))
    return _understood(paper, renumbered(cleared(paper)), signer)


def _understood(paper: Paper, sections: list[Section], signer: str | None) -> Understood:
    """What a paper says; `signer` is who signed it before it was edited, if it is one of ours."""
    draft = _draft(cut(sections), signer)
    if count := sum(line.text.count(ILLEGIBLE) for section in sections for line in lines(section.pieces)):
        draft.uncertain.append(f"{count} huruf tidak dapat dibaca, ditulis {ILLEGIBLE}; ketik ulang menurut berkasnya")
    if address := next((text for text in paper.margins if JDIH.fullmatch(text)), ""):
        draft.kata["jdih.alamat"] = address
    if signer is None:
        draft.unplaced += lost(_with_left_over(_data(draft), draft.unplaced), sections)
    margins = (text for text in paper.margins if not (is_page_number(text) or JDIH.fullmatch(text)))
    notes = (*paper.notes, *(f'kepala atau kaki halaman tidak diambil: "{text}"' for text in margins))
    said = (tuple(draft.read_as), tuple(draft.uncertain), notes)
    return Understood(_data(draft), tuple(draft.unplaced), *said, sections)


def _draft(parts: Parts, signer: str | None) -> Draft:
    """What the parts of the page say."""
    draft = Draft(_corpus(parts), signer)
    pembukaan.read(parts.pembukaan, draft)
    draft.data["tentang"] = draft.data.get("tentang") or UNKNOWN
    dasar.read(parts, draft)
    after = penutup.read(parts.penutup, draft, last=not parts.lampiran)
    annexes = [*([(None, after)] if after else []), *parts.lampiran]
    if annexes:
        lampiran.read(annexes, draft)
    _settle_copy(draft)
    return draft


def _corpus(parts: Parts) -> str:
    """The running texts of the body."""
    held = (*parts.menimbang, *parts.memperhatikan, *(piece for _, isi in parts.diktum for piece in isi))
    return "\n".join(line.plain for line in lines(held))


def _settle_copy(draft: Draft) -> None:
    """A paper that is signed and says so is a copy, also where it does not say which."""
    signed = draft.kata.get("kata.ttd") or draft.kata.get("pengesahan.ada")
    if "naskah" not in draft.data and signed:
        draft.data["naskah"] = "salinan"
        draft.kata["kata.salinan"] = ""
        draft.uncertain.append("tidak bertanda SALINAN, tetapi bertanda ttd: dibaca sebagai salinan tanpa tanda itu")
    elif draft.data.get("naskah", "asli") in ("asli", "rancangan"):
        for path in ("kata.ttd", "pengesahan.ada"):
            draft.kata.pop(path, None)


ORDER = ("naskah", "nomor", "tentang", "pembentuk", "menimbang", "mengingat", "memperhatikan", "menetapkan", "diktum")
LAST = ("ditetapkan", "penanda_tangan", "tembusan", "lampiran")
"""The keys of a decree in the order of the paper: up to its diktum, and below."""


def _data(draft: Draft) -> dict[str, Any]:
    """The data in the order of the paper, with the office."""
    held = draft.data
    found = {"versi": "1"} | {key: held[key] for key in (*ORDER, *LAST) if key in held}
    kantor = {key: draft.kantor[key] for key in ("satker", "tempat", "pejabat") if key in draft.kantor}
    own = wording.overlay(draft)
    return found | {"kantor": kantor | ({"tata_naskah": own} if own else {})}


def _with_left_over(data: dict[str, Any], unplaced: Sequence[Line]) -> dict[str, Any]:
    """The data with the lines that found no place in a last annex."""
    if not unplaced:
        return data
    last = {"judul": LEFT_OVER, "tanda_tangan": "tidak", "naskah": naskah.literally(unplaced)}
    return {**data, "lampiran": [*data.get("lampiran", ()), last]}
