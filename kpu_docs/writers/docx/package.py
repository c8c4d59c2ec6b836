"""The Word package around the text: a lean base of our own with the named styles of the TataNaskah, and a reproducible zip.

python-docx opens the base, adds the styles and writes it, once per process and TataNaskah; a decree then brings only the parts
that differ. Equal parts give equal bytes: every time stamp in the zip is the same.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from docx import Document as open_document
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from kpu_docs.layout.columns import MM, Columns
from kpu_docs.tata_naskah import Gaya, TataNaskah

_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

ALIGNMENTS = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def style_id(role: str) -> str:
    """The id of a role's Word style: `judul_lampiran` is KPUJudulLampiran."""
    return "KPU" + role.title().replace("_", "")


def styled(tata_naskah: TataNaskah, columns: Columns) -> dict[str, bytes]:
    """The parts of the base package with the styles of these format rules and columns."""
    return dict(_styled(tata_naskah.model_dump_json(), columns))


@lru_cache(maxsize=64)
def _styled(rules: str, columns: Columns) -> tuple[tuple[str, bytes], ...]:
    tata_naskah = TataNaskah.model_validate_json(rules)
    document = open_document(io.BytesIO(zipped(_base(tata_naskah))))
    for level in sorted({gaya.kerangka for gaya in tata_naskah.gaya.values()} - {0}):
        _add_heading(document, level)
    for role, gaya in tata_naskah.gaya.items():
        _add_style(document, role, gaya, tata_naskah)
    for edges, name in column_styles(columns, tata_naskah).items():
        _add_columns(document, name, edges)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        return tuple((name, package.read(name)) for name in package.namelist())


def zipped(parts: dict[str, bytes]) -> bytes:
    """The package: content types first, then the parts by name, all with the same time stamp."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, parts[name])
    return written.getvalue()


def _add_heading(document: Document, level: int) -> None:
    """The built-in heading that Word's navigation and screen readers know."""
    heading = document.styles.add_style(f"Heading {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    heading.base_style = document.styles["Normal"]
    heading.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level - 1}"/>'))


def _add_style(document: Document, role: str, gaya: Gaya, tata_naskah: TataNaskah) -> None:
    style = document.styles.add_style(f"KPU {role.title().replace('_', ' ')}", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles[f"Heading {gaya.kerangka}" if gaya.kerangka else "Normal"]
    style.quick_style = True
    style.font.size = Pt(tata_naskah.size(role))
    style.font.bold = gaya.tebal
    shape = style.paragraph_format
    shape.alignment = ALIGNMENTS[gaya.rata]
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(tata_naskah.pitch(role))
    shape.space_before, shape.space_after = Pt(gaya.sebelum), Pt(gaya.sesudah)
    shape.keep_with_next = gaya.lanjut
    shape.keep_together = gaya.lanjut


def column_styles(columns: Columns, tata_naskah: TataNaskah) -> dict[tuple[float, ...], str]:
    """The names of the styles of the decree's columns, by their edges (pt), the last of which is where the text stands."""
    colon, text = columns.colon, columns.text
    item = text + tata_naskah.kolom.gantung * MM
    return {
        (0.0, colon, text): "label",
        (0.0, colon, text, item): "label_butir",
        (text, item): "butir",
        (text,): "uraian",
    }


def _add_columns(document: Document, name: str, edges: tuple[float, ...]) -> None:
    style = document.styles.add_style(f"KPU {name.title().replace('_', ' ')}", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["KPU Isi"]
    style.quick_style = True
    shape = style.paragraph_format
    shape.left_indent = Pt(edges[-1])
    shape.first_line_indent = Pt(edges[0] - edges[-1])
    for edge in edges[1:]:
        shape.tab_stops.add_tab_stop(Pt(edge))


def _base(tata_naskah: TataNaskah) -> dict[str, bytes]:
    """A package with nothing in it but defaults: the letter, Indonesian, no space around paragraphs."""
    name = _escaped(tata_naskah.huruf.nama)
    letters = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    size = round(tata_naskah.huruf.ukuran * 2)
    rule = round(tata_naskah.tabel.garis * 8)
    padding = round(tata_naskah.tabel.bantalan * MM * 20)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="{rule}" w:space="0" w:color="000000"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="KPUTabel"><w:name w:val="KPU Tabel"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
    # compatibilityMode 14: from 15 on Word narrows the spaces of justified lines, so that they break differently.
    settings = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )
    fonts = (
        f'<w:font w:name="{name}"><w:altName w:val="URW Bookman"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("styles", "settings", "fontTable"), start=1)
    )
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
            f'<Override PartName="/word/fontTable.xml" ContentType="{_TYPE}.fontTable+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {nsdecls('w')}><w:body><w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {nsdecls('w')}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {nsdecls('w')}>{settings}</w:settings>",
        "word/fontTable.xml": f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>",
    }
    return {name: (_HEAD + text).encode() for name, text in parts.items()}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
