"""What belongs to the package of one decree beside its text: headers and footers, pictures, properties, relations."""

from __future__ import annotations

from collections.abc import Mapping

from kpu_docs.blocks import Document, Picture
from kpu_docs.layout.pictures import picture_size
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx.headers import bare_header, footer, numbered_header, watermark_run
from kpu_docs.xml import escape, quoted

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMU = 12700
"""English metric units in a point."""


class Furniture:
    """Parts and relations of one decree. Relation ids are rIdK1, rIdK2 ... so that they meet none of the base
    package.
    """

    def __init__(self, document: Document, tata_naskah: TataNaskah) -> None:
        """Prepare the headers of every section of the document."""
        self.document, self.tata_naskah = document, tata_naskah
        self.parts: dict[str, bytes] = {}
        self.relations: list[str] = []
        self.types: list[str] = []
        self.pictures = 0
        self.bare_header = ""

    def header_references(self, at: int, bare: bool) -> str:
        """The header of a section with the page number, and one without it for its first page if that is bare."""
        numbered = numbered_header(self.tata_naskah, self._watermark(at, 1))
        found = _reference("header", "default", self.relate("header", f"header{at + 1}.xml", numbered))
        if bare and self.document.watermark:
            first = self.relate("header", f"header{at + 1}-first.xml", bare_header(self._watermark(at, 2)))
            found += _reference("header", "first", first)
        elif bare:
            self.bare_header = self.bare_header or self.relate("header", "header0.xml", bare_header(""))
            found += _reference("header", "first", self.bare_header)
        return found

    def footer_references(self, at: int) -> str:
        """The foot of a copy: it stands in the first section, from which the others have it."""
        if at or not self.document.footer:
            return ""
        text = footer(self.document.footer, self.tata_naskah)
        return "".join(
            _reference("footer", kind, self.relate("footer", f"footer{number}.xml", text))
            for number, kind in enumerate(("default", "first"), start=1)
        )

    def _watermark(self, at: int, header: int) -> str:
        """The watermark in one of the two headers of a section, or nothing."""
        if not self.document.watermark:
            return ""
        section = self.document.sections[at]
        return watermark_run(self.document.watermark, section, self.tata_naskah, 2 * at + header)

    def picture_xml(self, picture: Picture, left: float, room: float, right: float, page: float) -> str:
        """A paragraph with the picture, centred in its column, with its alternative text; `room` and `page` limit its
        size, `left` and `right` of the column stays empty (pt).
        """
        width, height = picture_size(picture, room, page)
        suffix = "jpeg" if picture.data.startswith(b"\xff\xd8") else "png"
        self.pictures += 1
        name = f"media/image{self.pictures}.{suffix}"
        self.parts[f"word/{name}"] = picture.data
        self.types.append(f'<Default Extension="{suffix}" ContentType="image/{suffix}"/>')
        relation = self._relation("image", name)
        size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        edges = f' w:left="{round(left * 20)}"' if left > 0.1 else ""
        edges += f' w:right="{round(right * 20)}"' if right > 0.1 else ""
        indent = f"<w:ind{edges}/>" if edges else ""
        described = f'id="{self.pictures}" name="Gambar {self.pictures}" descr={quoted(picture.alt)}'
        return (
            f'<w:p><w:pPr><w:keepNext/>{indent}<w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" '
            'distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {described}/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr>"
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def completed(self, base: Mapping[str, bytes]) -> dict[str, bytes]:
        """The base package with the parts, relations and properties of this decree; its text is still to come."""
        properties = {"docProps/core.xml": _core(self.document), "docProps/app.xml": _app()}
        types = [*dict.fromkeys(self.types)]
        types.append(
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            '<Override PartName="/docProps/app.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        )
        root = (
            f'<Relationship Id="rIdK1" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
            f'<Relationship Id="rIdK2" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        )
        return {
            **base,
            **self.parts,
            **{name: (_HEAD + text).encode() for name, text in properties.items()},
            "[Content_Types].xml": _within(base["[Content_Types].xml"], "".join(types), "</Types>"),
            "_rels/.rels": _within(base["_rels/.rels"], root, "</Relationships>"),
            "word/_rels/document.xml.rels": _within(
                base["word/_rels/document.xml.rels"], "".join(self.relations), "</Relationships>"
            ),
        }

    def relate(self, kind: str, name: str, text: str) -> str:
        """Add a part of that kind (`header`, `comments`) to the package; the id of its relation."""
        self.parts[f"word/{name}"] = (_HEAD + text).encode()
        self.types.append(f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>')
        return self._relation(kind, name)

    def _relation(self, kind: str, name: str) -> str:
        identity = f"rIdK{len(self.relations) + 1}"
        self.relations.append(f'<Relationship Id="{identity}" Type="{_OFFICE}/relationships/{kind}" Target="{name}"/>')
        return identity


def _within(part: bytes, more: str, end: str) -> bytes:
    """The part with more inside, before its end tag."""
    return part.replace(end.encode(), (more + end).encode())


def _reference(kind: str, pages: str, relation: str) -> str:
    """What a section says of its header or footer on these pages."""
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>'


def _core(document: Document) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:subject>{escape(document.subject)}</dc:subject>"
        f"<dc:creator>{escape(document.author)}</dc:creator><dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    return f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>kpu_docs</Application></Properties>'
