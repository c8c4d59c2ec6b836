"""The Word package around the text: a lean base of our own with the named styles of the TataNaskah, and a
reproducible zip.

python-docx opens the base, adds the styles and writes it, once per process and TataNaskah; a decree then brings only
the parts that differ. Equal parts give equal bytes: every time stamp in the zip is the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from docx import Document as open_document
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from kpu_docs.archive import zipped
from kpu_docs.layout.columns import MM, Columns
from kpu_docs.tata_naskah import Gaya, TataNaskah
from kpu_docs.writers.docx.base import base_parts

ALIGNMENTS = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@cache
def style_id(role: str) -> str:
    """The id of a role's Word style: `judul_lampiran` is KPUJudulLampiran."""
    return "KPU" + role.title().replace("_", "")


@lru_cache(maxsize=64)
def styled(tata_naskah: TataNaskah, columns: Columns) -> Mapping[str, bytes]:
    """The parts of the base package with the styles of these format rules and columns."""
    document = open_document(io.BytesIO(zipped(base_parts(tata_naskah))))
    for level in sorted({gaya.kerangka for gaya in tata_naskah.gaya.values()} - {0}):
        _add_heading(document, level)
    for role, gaya in tata_naskah.gaya.items():
        _add_style(document, role, gaya, tata_naskah)
    for edges, name in column_styles(columns, tata_naskah):
        _add_columns(document, name, edges)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        return MappingProxyType({name: package.read(name) for name in package.namelist()})


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


def column_styles(columns: Columns, tata_naskah: TataNaskah) -> tuple[tuple[tuple[float, ...], str], ...]:
    """The edges (pt) and names of the styles of the decree's columns; the last edge is where the text stands."""
    colon, text = columns.colon, columns.text
    item = text + tata_naskah.kolom.gantung * MM
    return (
        ((0.0, colon, text), "label"),
        ((0.0, colon, text, item), "label_butir"),
        ((text, item), "butir"),
        ((text,), "uraian"),
    )


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
