"""A small Word file that holds one of everything the checks look at, and has no fault."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" mc:Ignorable="w14"'
)


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _cell(text: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{_paragraph(text)}</w:tc>'


_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="127000" cy="127000"/><wp:docPr id="1" name="Gambar 1"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
    '<a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
_SPAN = '<w:gridSpan w:val="2"/>'
_START = '<w:vMerge w:val="restart"/><w:shd w:val="clear" w:fill="D9D9D9"/>'
_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="Kisi"/><w:tblW w:w="4000" w:type="dxa"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/></w:tblBorders>'
    '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cell('Kepala', _SPAN)}</w:tr>"
    f"<w:tr>{_cell('satu', _START)}{_cell('dua')}</w:tr>"
    f"<w:tr>{_cell('', '<w:vMerge/>')}{_cell('tiga')}</w:tr></w:tbl>"
)
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_BODY = (
    _paragraph(
        "Judul",
        '<w:pPr><w:pStyle w:val="Judul"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:spacing w:before="0"/><w:jc w:val="center"/></w:pPr>',
    )
    + '<w:p w14:paraId="00000001"><w:bookmarkStart w:id="1" w:name="awal"/><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'
    '<w:t>Awal</w:t></w:r><w:bookmarkEnd w:id="1"/><w:commentRangeStart w:id="0"/><w:r><w:t>komentar</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    '<w:hyperlink r:id="rId8"><w:r><w:t>KPU</w:t></w:r></w:hyperlink></w:p>' + _PICTURE + _TABLE + _FIELD
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:pgSz w:w="12240" w:h="18720"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
_RELATED = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("numbering", "numbering.xml"),
    "rId4": ("comments", "comments.xml"),
    "rId5": ("footnotes", "footnotes.xml"),
    "rId6": ("header", "header1.xml"),
    "rId7": ("image", "media/image1.png"),
}
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Judul"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:styleId="Kisi"><w:name w:val="Kisi"/></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _xml(root: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{root} {_SPACES}>{inside}</w:{root}>'.encode()


def parts() -> dict[str, bytes]:
    """Its parts by name."""
    kinds = {name.partition(".")[0]: kind for kind, name in _RELATED.values() if name.endswith(".xml")}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in _RELATED.items()
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>{overrides}</Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": _xml("document", f"<w:body>{_BODY}{_SECTION}</w:body>"),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}<Relationship Id="rId8" '
            f'Type="{_OFFICE}/hyperlink" Target="https://www.kpu.go.id/" TargetMode="External"/></Relationships>'
        ).encode(),
        "word/styles.xml": _xml("styles", _STYLES),
        "word/settings.xml": _xml("settings", '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'),
        "word/numbering.xml": _xml("numbering", _NUMBERING),
        "word/comments.xml": _xml("comments", f'<w:comment w:id="0" w:author="A">{_paragraph("x")}</w:comment>'),
        "word/footnotes.xml": _xml("footnotes", f'<w:footnote w:id="2">{_paragraph("y")}</w:footnote>'),
        "word/header1.xml": _xml("hdr", _paragraph("Kepala")),
        "word/media/image1.png": b"\x89PNG",
    }


def archive(named: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, part in named.items():
            package.writestr(name, part)
    return made.getvalue()
