"""PDF: the pages of the layout as a file for publishing and keeping, tagged for screen readers (PDF/A-2a, PDF/UA-1).

The structure comes from the blocks (`tree`), the content from the pages (`content`); `structure` joins the two. Equal
documents give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from kpu_docs.blocks import Document, runs_of
from kpu_docs.complaints import Unprintable
from kpu_docs.layout.fonts import FACES, has_all, missing, unprintable
from kpu_docs.layout.items import Page
from kpu_docs.layout.pages import lay_out
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.pdf import attachment, fields, metadata, structure
from kpu_docs.writers.pdf.content import Contents
from kpu_docs.writers.pdf.file import PdfFile, number
from kpu_docs.writers.pdf.fonts import embed
from kpu_docs.writers.pdf.tree import grow

__all__ = ["assemble", "write"]


def write(document: Document, tata_naskah: TataNaskah, data: bytes = b"") -> bytes:
    """The document as a PDF file, with its data (JSON) attached if wanted: then it is PDF/A-3a, which allows that.

    Raises:
        Unprintable: the document holds signs that no face has.
    """
    return assemble(document, lay_out(document, tata_naskah), tata_naskah, data)


def assemble(document: Document, pages: Iterable[Page], tata_naskah: TataNaskah, data: bytes = b"") -> bytes:
    """The PDF file of a document that is laid out on these pages.

    Raises:
        Unprintable: the document holds signs that no face has.
    """
    file = PdfFile()
    contents = Contents(grow(document, tata_naskah))
    catalog, page_tree, resources = (file.reserve() for _ in range(3))
    numbers: list[int] = []
    elements: list[list[int]] = []
    widgets: list[fields.Widget] = []
    for key, page in enumerate(pages):
        stream, marked = contents.page(page)
        elements.append(marked)
        drawn, at = file.stream(stream), file.reserve()
        here = [fields.Widget(file.reserve(), at, field) for field in contents.fields[len(widgets) :]]
        widgets += here
        # Readers go through a page by its structure (ISO 14289-1, 7.18.3).
        numbers.append(
            file.add(
                f"<</Type/Page/Parent {page_tree} 0 R/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
                f"/Resources {resources} 0 R/Contents {drawn} 0 R/StructParents {key}/Tabs/S"
                f"{fields.listed(here)}>>",
                at,
            )
        )
    lacking = [sign for face, signs in contents.signs.items() for sign in sorted(signs) if not has_all(face, sign)]
    if lacking:
        runs = (run for section in document.sections for block in section.blocks for run in runs_of(block))
        # What no run holds are words of the format rules: of a page number, of a repeated heading.
        raise Unprintable(missing(runs) or [unprintable(("kantor", "tata_naskah"), sign) for sign in lacking])
    file.add(f"<</Type/Pages/Count {len(numbers)}/Kids[{' '.join(f'{at} 0 R' for at in numbers)}]>>", page_tree)
    file.add(_resources(file, contents), resources)
    root = structure.write(file, contents, numbers, elements, widgets)
    file.add(
        f"<</Type/Catalog/Pages {page_tree} 0 R/Lang({metadata.LANGUAGE})/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {root} 0 R/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {metadata.xmp(file, document, 3 if data else 2)} 0 R"
        f"/OutputIntents[{metadata.output_intent(file)} 0 R]"
        f"{fields.write(file, widgets, len(numbers))}{attachment.write(file, data)}>>",
        catalog,
    )
    return file.close(catalog, metadata.info(file, document))


def _resources(file: PdfFile, contents: Contents) -> str:
    """The resources that all pages share: faces and pictures (ISO 32000-1, 7.8.3)."""
    signs, plain = contents.signs, contents.plain
    fonts = "".join(embed(file, face, signs[face], plain=face in plain) for face in FACES if face in signs)
    if not contents.pictures:
        return f"<</Font<<{fonts}>>>>"
    from kpu_docs.writers.pdf.images import image

    pictures = "".join(f"/{name} {file.stream(image(data))} 0 R" for data, name in contents.pictures.items())
    return f"<</Font<<{fonts}>>/XObject<<{pictures}>>>>"
