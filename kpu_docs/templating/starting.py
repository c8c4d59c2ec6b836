"""The template to start from: our own DOCX with tags in place of the decree, so that it never falls behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kpu_docs import tata_naskah
from kpu_docs.blocks import Document, Paragraph, Run, Section
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.rendering import write_all
from kpu_docs.templating.names import FIELDS, LAMPIRAN, PARTS, TEKS
from kpu_docs.writers import docx

_PARTS = ("pembukaan", "diktum", "penutup", LAMPIRAN)


def _lines() -> Iterator[str]:
    """The tags, after remarks that say what else there is."""
    fields, lists = [], []
    for name, shape in FIELDS.items():
        if isinstance(shape, Mapping):
            fields += [f"{name}.{inner}" for inner, kind in shape.items() if kind == TEKS]
            lists += [f"{name}.{inner}" for inner, kind in shape.items() if kind != TEKS]
        elif isinstance(shape, list):
            lists.append(f"{name} ({', '.join(shape[0])})" if isinstance(shape[0], Mapping) else name)
        else:
            fields.append(name)
    smaller = ", ".join(name for name in PARTS if name not in _PARTS)
    for remark in (
        "Baris seperti ini catatan, tidak dicetak. Kop, huruf, gaya, kepala dan kaki halaman boleh diubah di Word.",
        f"Bagian utuh di bawah ini dapat diganti dengan yang lebih kecil: {smaller}.",
        f"Isian, di antara dua pasang kurung kurawal, juga di kepala dan kaki halaman: {', '.join(fields)}.",
        f"Daftar, diulang dengan for dan endfor: {', '.join(lists)}.",
        "Periksa dengan: kpu-docs template check.",
    ):
        yield f"{{#p {remark} #}}"
    for name in _PARTS:
        yield f"{{{{p {name} }}}}"


def starter() -> bytes:
    """The template as a DOCX: pages, letter and styles of the default TataNaskah, and the whole parts."""
    rules = tata_naskah.overlaid(tata_naskah.DEFAULT, {})
    blocks = tuple(Paragraph("isi", (Run(line, ()),), ()) for line in _lines())
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
