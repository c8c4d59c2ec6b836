"""A decree that exists as a Word file, as text, or as a PDF of ours, read into data.

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
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kpu_docs import inputs, tata_naskah
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.compose import compose
from kpu_docs.inputs.xlsx.words import is_mark
from kpu_docs.reading import dasar, docx, lampiran, pdf, pembukaan, penutup, txt, wording
from kpu_docs.reading.cleaning import JDIH, is_page_number
from kpu_docs.reading.columns import flattened
from kpu_docs.reading.cutting import Parts, cleared, cut
from kpu_docs.reading.draft import UNKNOWN, Draft
from kpu_docs.reading.paper import Line, Section, Table, lines
from kpu_docs.reading.report import Report
from kpu_docs.reading.tables import grid, naskah
from kpu_docs.verifying.comparing import compared
from kpu_docs.verifying.lines import paragraph
from kpu_docs.verifying.paper import Piece as Printed
from kpu_docs.verifying.paper import pieces

__all__ = ["Reading", "Report", "read"]

READERS = {".docx": docx.read, ".pdf": pdf.read, ".txt": txt.read}
"""By suffix: from a file to its paper."""

LEFT_OVER = "BARIS YANG BELUM MENDAPAT TEMPAT"
"""The title of the annex with the lines that have no place."""


class Reading(NamedTuple):
    """The data of a decree, which `load` takes, and what is to be said of them. The office is below `kantor`."""

    data: dict[str, Any]
    report: Report


def read(path: str | os.PathLike[str]) -> Reading:
    """Read a decree that exists: a .docx file, the .txt of a scan, or a tagged .pdf of ours.

    Whatever can be opened is read; what is missing is `...` in the data and said in the report.

    Raises:
        InputError: the file cannot be opened, or is of another kind.
    """
    name, suffix = os.path.normpath(path), Path(path).suffix.lower()
    if suffix not in READERS:
        message = f"yang dapat dibaca {', '.join(READERS)}, bukan {suffix or 'berkas tanpa akhiran'}"
        raise InputError(Complaint((), message, file=name))
    paper = READERS[suffix](Path(path), name)
    sections = cleared(paper)
    draft = _draft(cut(sections))
    if address := next((text for text in paper.margins if JDIH.fullmatch(text)), ""):
        draft.kata["jdih.alamat"] = address
    draft.unplaced += _lost(_printed(_data(draft)), sections)
    data = _data(draft)
    lines_of_file = [paragraph(text) for text, _ in _texts(sections)]
    changed = [str(one) for one in compared(_printed(data), lines_of_file, set())]
    margins = (text for text in paper.margins if not (is_page_number(text) or JDIH.fullmatch(text)))
    notes = (*paper.notes, *(f'kepala atau kaki halaman tidak diambil: "{text}"' for text in margins))
    unplaced = tuple(line.plain for line in draft.unplaced)
    return Reading(data, Report(name, tuple(draft.read_as), tuple(draft.uncertain), unplaced, tuple(changed), notes))


def _draft(parts: Parts) -> Draft:
    """What the parts of the page say."""
    draft = Draft(_corpus(parts))
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


_ORDER = ("naskah", "nomor", "tentang", "pembentuk", "menimbang", "mengingat", "memperhatikan", "menetapkan", "diktum")
_LAST = ("ditetapkan", "penanda_tangan", "tembusan", "lampiran")


def _data(draft: Draft) -> dict[str, Any]:
    """The data in the order of the paper, with the office, and the lines without a place in a last annex."""
    held = dict(draft.data)
    if draft.unplaced:
        texts = naskah.literally(draft.unplaced)
        held["lampiran"] = [
            *held.get("lampiran", ()),
            {"judul": LEFT_OVER, "tanda_tangan": "tidak", "naskah": texts},
        ]
    found = {"versi": "1"} | {key: held[key] for key in (*_ORDER, *_LAST) if key in held}
    kantor = {key: draft.kantor[key] for key in ("satker", "tempat", "pejabat") if key in draft.kantor}
    own = wording.overlay(draft)
    return found | {"kantor": kantor | ({"tata_naskah": own} if own else {})}


def _printed(data: dict[str, Any]) -> list[Printed]:
    """The lines that the data print. Which cell of a row a word stands in was compared where its annex was read."""
    keputusan = inputs.load(data)
    rules = tata_naskah.of(keputusan)
    found = pieces(compose(keputusan, rules), rules, len(keputusan.lampiran))
    return [piece._replace(line=paragraph(piece.line.words)) for piece in found if piece.line.words]


def _lost(printed: Sequence[Printed], sections: Sequence[Section]) -> Iterator[Line]:
    """The lines of a file with words that are not printed, signs that only mark a cell aside."""
    left = Counter(word for piece in printed for word in _bare(piece.line.words))
    for text, is_row in _texts(sections):
        missing = Counter(_bare(text)) - left
        left -= Counter(_bare(text))
        if any(not (is_row and is_mark(word.lower())) for word in missing):
            yield Line(text)


def _bare(text: str) -> list[str]:
    """The words of a text without points and signs."""
    return re.findall(r"\w+", text.upper())


def _texts(sections: Sequence[Section]) -> Iterator[tuple[str, bool]]:
    """Every line and row, and whether it is a row. A repeated head, also of a table that goes on, counts once."""
    for section in sections:
        before: Table | None = None
        for piece in flattened(section.pieces):
            if isinstance(piece, Line):
                before = None
                yield piece.plain, False
                continue
            goes_on = before is not None and grid.same_head(before, piece)
            rows = grid.joined([piece])[0].rows[grid.head_of(piece) if goes_on else 0 :]
            yield from ((" ".join(text for _, text in row.texts), True) for row in rows if row.texts)
            before = piece
