"""The template to start from: our own DOCX with tags in place of the decree, so that it never falls behind."""

from __future__ import annotations

from pathlib import Path

from kpu_docs import tata_naskah
from kpu_docs.blocks import Document, Paragraph, Run, Section
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.rendering import write_all
from kpu_docs.writers import docx

_LINES = (
    "{#p Baris seperti ini catatan, tidak dicetak. Kop, huruf, gaya, kepala dan kaki halaman boleh diubah di Word. #}",
    "{#p Isian satu per satu, misalnya nomor dan tentang, dan pengulangan dijelaskan di README. #}",
    "{{p pembukaan }}",
    "{{p diktum }}",
    "{{p penutup }}",
    "{{p lampiran }}",
)


def starter() -> bytes:
    """The template as a DOCX: pages, letter and styles of the default TataNaskah, and the whole parts."""
    rules = tata_naskah.overlaid(tata_naskah.DEFAULT, {})
    blocks = tuple(Paragraph("isi", (Run(line, ()),), ()) for line in _LINES)
    body = Section(blocks, *rules.paper(), rules.margins, ())
    return docx.write(Document((body,), "Templat Keputusan", "", ""), rules)


def write_starter(file: Path) -> None:
    """Write the template to start from.

    Raises:
        InputError: the file is there already, or is to have another suffix than .docx.
        OSError: it cannot be written.
    """
    if file.suffix.lower() != ".docx":
        raise InputError(Complaint((), "templat harus berakhiran .docx", file=str(file)))
    if file.exists():
        raise InputError(Complaint((), "berkas ini sudah ada dan tidak ditimpa; pilih nama lain", file=str(file)))
    write_all({file: starter()})
