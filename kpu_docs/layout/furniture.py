"""What stands on every page beside the text: its number, the watermark, the foot, the catchword. Lengths in pt.

None of it takes room from the text, so lines and pages are those of the DOCX, which has no catchwords.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kpu_docs.blocks import Document, Run, Section
from kpu_docs.layout.catchwords import opening
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Page, Text
from kpu_docs.layout.lines import break_lines
from kpu_docs.layout.paragraphs import BASELINE
from kpu_docs.layout.watermark import watermark
from kpu_docs.tata_naskah import TataNaskah


def furnish(pages: Sequence[Page], document: Document, tata_naskah: TataNaskah) -> None:
    """Put the furniture on the pages of a document: the watermark first, behind all else."""
    numbers = _numbers(pages, document)
    for page, number in zip(pages, numbers, strict=True):
        section = document.sections[page.section]
        if number is not None:
            page.items.insert(0, _page_number(number, section, tata_naskah))
        if document.watermark:
            page.items.insert(0, watermark(document.watermark, section, tata_naskah.tanda_air.warna))
        if document.footer:
            page.items.append(_foot(document.footer, section, tata_naskah))
    if tata_naskah.kata_penyambung.ada:
        for page, after in pairwise(pages):
            # A new part is not announced (CAT-1).
            word = opening(after, tata_naskah.gaya) if after.section == page.section else ""
            if word:
                page.items.append(_catchword(word, document.sections[page.section], tata_naskah))


def _numbers(pages: Sequence[Page], document: Document) -> Iterator[int | None]:
    """The printed number of each page: none on the first of the decree, nor of a section that starts bare."""
    number, section = 0, -1
    for page in pages:
        begins, section = page.section != section, page.section
        found = document.sections[section]
        number = 1 if begins and found.restart else number + 1
        yield None if begins and (found.bare or section == 0) else number


def _page_number(number: int, section: Section, tata_naskah: TataNaskah) -> Text:
    rules, huruf = tata_naskah.nomor_halaman, tata_naskah.huruf
    y = rules.jarak * MM + huruf.jarak_rapat * BASELINE
    return _line(rules.bentuk.replace("{n}", str(number)), y, huruf.ukuran, huruf.jarak_rapat, "tengah", section)


def _foot(text: str, section: Section, tata_naskah: TataNaskah) -> Text:
    """In the letter of tables, as far from the lower edge as the format rules say."""
    size, pitch = tata_naskah.huruf.ukuran_tabel, tata_naskah.huruf.jarak_tabel
    y = (section.height - tata_naskah.jdih.jarak) * MM - pitch * (1 - BASELINE)
    return _line(text, y, size, pitch, "tengah", section)


def _catchword(word: str, section: Section, tata_naskah: TataNaskah) -> Text:
    """At the lower right, on the line below the last one that a page has room for."""
    size, pitch = tata_naskah.huruf.ukuran, tata_naskah.huruf.jarak_longgar
    y = (section.height - section.margins.bottom) * MM + pitch * BASELINE
    return _line(tata_naskah.kata_penyambung.bentuk.replace("{kata}", word), y, size, pitch, "kanan", section)


def _line(text: str, y: float, size: float, pitch: float, align: str, section: Section) -> Text:
    """A line of the library's own across the text area."""
    room = section.text_width * MM
    return Text(section.margins.left * MM, y, size, pitch, break_lines((Run(text, ()),), size, room), align, room, None)
