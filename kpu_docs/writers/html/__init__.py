"""HTML: the decree as one accessible page without scripts, files beside it or fonts of its own.

The article can be pasted into another page: its style sheet names nothing outside the class `kpu-keputusan`.
"""

from __future__ import annotations

from html import escape

from kpu_docs.blocks import Document
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.html.body import Body
from kpu_docs.writers.html.style import papers, sheet


def write(document: Document, tata_naskah: TataNaskah) -> bytes:
    """The document as a UTF-8 page, well-formed as XML too: an article with a section for the body and each annex."""
    body = Body(tata_naskah)
    formats = papers(document)
    sections = "".join(
        f'<section class="kpu-lembar {formats[section.width, section.height, section.margins]}">\n'
        f"{body.blocks(section.blocks)}</section>\n"
        for section in document.sections
    )
    if document.footer:  # in the last section: behind it, it would be printed on a page of its own
        end = "</section>\n"
        sections = f'{sections.removesuffix(end)}<footer class="kpu-kaki">{escape(document.footer)}</footer>\n{end}'
    page = (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{escape(document.title)}</title>\n"
        f'<meta name="author" content="{escape(document.author)}"/>\n'
        f'<meta name="description" content="{escape(document.subject)}"/>\n'
        f"<style>\n{sheet(document, tata_naskah)}</style>\n</head>\n"
        '<body style="margin:0">\n<main>\n<article class="kpu-keputusan" lang="id">\n'
        f"{sections}</article>\n</main>\n</body>\n</html>\n"
    )
    return page.encode()
