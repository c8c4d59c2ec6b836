"""Word: the document as an editable DOCX with named styles, one section for the body and one for each annex."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_docs.archive import zipped
from kpu_docs.blocks import Document, Section
from kpu_docs.layout.columns import MM, Columns, parts
from kpu_docs.outline import Outline
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx import custom, package
from kpu_docs.writers.docx.body import Body
from kpu_docs.writers.docx.comments import Comment, commented, comments_xml
from kpu_docs.writers.docx.furniture import Furniture
from kpu_docs.writers.docx.package import twips

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def write(
    document: Document,
    tata_naskah: TataNaskah,
    comments: Sequence[Comment] = (),
    data: bytes = b"",
    fingerprints: str = "",
) -> bytes:
    """The document as the bytes of a DOCX file, with comments and with its data (JSON) or fingerprints of its clauses
    in it if wanted; equal documents give equal bytes.
    """
    if comments:
        document = commented(document, comments)
    furniture = Furniture(document, tata_naskah)
    if comments:
        furniture.relate("comments", "comments.xml", comments_xml(comments))
    if data:
        custom.add(furniture, custom.DATA, data.decode("ascii"))
    elif fingerprints:
        custom.add(furniture, custom.FINGERPRINTS, fingerprints)
    columns, outline = Columns.of(document, tata_naskah), Outline(tata_naskah)
    text = [f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_NAMESPACES}><w:body>']
    for at, section in enumerate(document.sections):
        text += _section_xml(section, at, at == len(document.sections) - 1, columns, furniture, tata_naskah, outline)
    text.append("</w:body></w:document>")
    base = package.styled(tata_naskah, columns)
    # Piece by piece: one sign beyond ASCII makes a whole text slow to encode.
    return zipped(furniture.completed(base) | {"word/document.xml": b"".join([piece.encode() for piece in text])})


def _section_xml(
    section: Section,
    at: int,
    final: bool,
    columns: Columns,
    furniture: Furniture,
    tata_naskah: TataNaskah,
    outline: Outline,
) -> list[str]:
    """The paragraphs and tables of a section, in pieces; its properties stand in its last paragraph, those of the last
    at the very end.
    """
    properties = _section_properties(section, at, furniture, tata_naskah)
    styles = package.column_styles(columns, tata_naskah)
    body = Body(furniture, styles, section.text_height * MM, tata_naskah, outline)
    found = body.xml(parts(section, columns, tata_naskah), section.text_width * MM, "" if final else properties)
    if final:
        # Word wants a paragraph after a table at the very end.
        found += ["<w:p/>", properties] if found and found[-1].endswith("</w:tbl>") else [properties]
    return found


def _section_properties(section: Section, at: int, furniture: Furniture, tata_naskah: TataNaskah) -> str:
    landscape = ' w:orient="landscape"' if section.width > section.height else ""
    margins = {
        "top": section.margins.top,
        "right": section.margins.right,
        "bottom": section.margins.bottom,
        "left": section.margins.left,
        "header": tata_naskah.nomor_halaman.jarak,
        "footer": tata_naskah.jdih.jarak,
        "gutter": 0.0,
    }
    bare = at == 0 or section.bare
    edges = " ".join(f'w:{side}="{twips(mm * MM)}"' for side, mm in margins.items())
    restart = '<w:pgNumType w:start="1"/>' if section.restart else ""
    return (
        f"<w:sectPr>{furniture.header_references(at, bare)}{furniture.footer_references(at)}"
        f'<w:pgSz w:w="{twips(section.width * MM)}" w:h="{twips(section.height * MM)}"{landscape}/>'
        f"<w:pgMar {edges}/>{restart}"
        f"{'<w:titlePg/>' if bare else ''}</w:sectPr>"
    )
