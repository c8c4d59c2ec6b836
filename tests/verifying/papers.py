"""Documents for tests of `verify`: written, and then changed as somebody would in Word."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph

import kpu_docs as kpu
from kpu_docs.model import Keputusan
from tests.building import decree, plan

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/keputusan.yaml"))

TEAM: dict[str, Any] = {
    "menimbang": ["bahwa arsip perlu ditata;", "bahwa untuk itu perlu dibentuk tim;"],
    "diktum": [
        "Membentuk Tim Penataan Arsip.",
        {"teks": "Tim bertugas:", "daftar": ["mendata arsip; dan", "melaporkan hasilnya."]},
        "Biaya dibebankan pada anggaran 2025-2026.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ],
    "lampiran": [
        plan(
            {"nomor": "1.", "kegiatan": "Pendataan", "indikator": "Terdata", "bulan": "1-3"},
            {"nomor": "2.", "kegiatan": "Pemilahan", "indikator": "Terpilah", "bulan": "2"},
            {"nomor": "3.", "kegiatan": "Laporan", "indikator": "Terkirim", "bulan": "12"},
        )[0],
        {"judul": "Catatan", "naskah": {"isi": ["Catatan pertama."]}},
    ],
}


def team(**changes: Any) -> Keputusan:
    """A decree with lists and two annexes, the first of them a plan."""
    return decree(**(TEAM | changes))


def changed(folder: Path, change: Callable[[Docx], None], keputusan: Keputusan | None = None) -> Path:
    """The decree as a .docx file that somebody changed."""
    document = Document(BytesIO(kpu.render_bytes(keputusan or team(), "docx")))
    change(document)
    path = folder / "keputusan.docx"
    document.save(str(path))
    return path


def found(document: Docx, words: str) -> Paragraph:
    """The one paragraph of the text that holds these words."""
    [paragraph] = [paragraph for paragraph in document.paragraphs if words in paragraph.text]
    return paragraph


def replaced(words: str, others: str) -> Callable[[Docx], None]:
    """Other words in the one paragraph that holds some, its runs as they are."""

    def change(document: Docx) -> None:
        run = next(run for run in found(document, words).runs if words in run.text)
        run.text = run.text.replace(words, others)

    return change
