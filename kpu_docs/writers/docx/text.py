"""Paragraphs as WordprocessingML. Element order follows the schema (CT_PPr, CT_RPr); lengths are written in twips."""

from __future__ import annotations

from functools import lru_cache

from kpu_docs.blocks import Run, Runs
from kpu_docs.layout.columns import Prefix, Strip
from kpu_docs.layout.lines import natural_width, no_break_hyphens
from kpu_docs.layout.paragraphs import paragraph, text_runs
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx.comments import Commented, with_ranges
from kpu_docs.writers.docx.package import style_id, twips
from kpu_docs.xml import escape

Styles = tuple[tuple[tuple[float, ...], str], ...]
"""The styles of the decree's columns: see `package.column_styles`."""

# LibreOffice gives a table without margins of its own those of its default.
ZERO_MARGINS = (
    "<w:tblCellMar>"
    + "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:tblCellMar>"
)
"""Cells without margins."""

_TAB = "<w:r><w:tab/></w:r>"
_CHANGES = {"": "", "gone": "<w:strike/>", "new": '<w:u w:val="single"/>'}
_DOTS = "<w:r><w:tab/><w:t>\N{ZERO WIDTH SPACE}</w:t></w:r>"
"""A row of dots up to the tab stop that has them; LibreOffice draws them only before a sign."""

SHORT = 3
"""A paragraph of so many lines stays whole: it cannot leave two of them on either page."""

_CLOSE = 0.5
"""A label that ends closer than this (pt) to its colon would be pushed to the next tab stop."""


def text_xml(text: str) -> str:
    """Text of a run: newlines as breaks, hyphens beside digits as hyphens that do not break."""
    return _text_xml(text) if "-" in text or "\n" in text else f'<w:t xml:space="preserve">{escape(text)}</w:t>'


@lru_cache(maxsize=4096)
def _text_xml(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        parts = (
            "<w:noBreakHyphen/>" if hyphen else f'<w:t xml:space="preserve">{escape(part)}</w:t>'
            for part, hyphen in no_break_hyphens(line)
        )
        lines.append("".join(parts))
    return "<w:br/>".join(lines)


def runs_xml(runs: Runs) -> str:
    """The runs; weight and slant beyond those of the style."""
    if runs and isinstance(runs[0], Commented):  # then all are
        return with_ranges(runs, _run_xml)
    return "".join([_run_xml(run) for run in runs])


def _run_xml(run: Run) -> str:
    return f"<w:r>{_properties(run) if run.bold or run.italic or run.change else ''}{text_xml(run.text)}</w:r>"


def _properties(run: Run) -> str:
    bold, italic = "<w:b/><w:bCs/>" if run.bold else "", "<w:i/><w:iCs/>" if run.italic else ""
    return f"<w:rPr>{bold}{italic}{_CHANGES[run.change]}</w:rPr>"


def paragraph_xml(
    strip: Strip,
    page_room: float,
    before: float,
    styles: Styles,
    tata_naskah: TataNaskah,
    *,
    level: int = 0,
    section: str = "",
) -> str:
    """A strip as a paragraph: what stands before the text sits at tab stops, the text hangs.

    `page_room` is the width of the text area, `before` the room to leave above (both pt), `styles` the styles of the
    columns, `level` its level as a heading (from 1; 0: it is none), `section` a sectPr to end with.
    """
    gaya = tata_naskah.gaya[strip.block.role]
    edges = (*(prefix.left for prefix in strip.prefixes), strip.left)
    dots = strip.left + strip.room if strip.block.dots else None
    style, place = _place(strip.block.role, edges, page_room - strip.left - strip.room, styles, dots)
    keep = "<w:keepNext/>" if strip.keep and not gaya.lanjut else ""
    whole = "<w:keepLines/>" if strip.whole and not gaya.lanjut else ""
    spacing = f'<w:spacing w:before="{twips(before + gaya.sebelum)}"/>' if before else ""
    tabs, indent = place
    prefixes = "".join(f"{runs_xml(prefix.runs)}{_TAB}" for prefix in strip.prefixes)
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level and level != gaya.kerangka else ""  # else in its style
    text = runs_xml(text_runs(strip, tata_naskah)) + (_DOTS if strip.block.dots else "")
    properties = f'<w:pStyle w:val="{style}"/>{keep}{whole}{tabs}{spacing}{indent}{outline}{section}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{prefixes}{text}</w:p>"


@lru_cache(maxsize=1024)
def _place(
    role: str, edges: tuple[float, ...], right: float, styles: Styles, dots: float | None
) -> tuple[str, tuple[str, str]]:
    """The style of a strip with these column edges, and the tabs and indents it needs beyond its style.

    `dots` is where a row of dots ends.
    """
    leader = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(dots)}"/>' if dots is not None else ""
    end = f' w:right="{twips(right)}"' if right > 0.1 else ""
    for known, name in styles if role == "isi" else ():
        if len(known) == len(edges) and all(abs(a - b) < 0.1 for a, b in zip(known, edges, strict=True)):
            return style_id(name), (f"<w:tabs>{leader}</w:tabs>" if leader else "", f"<w:ind{end}/>" if end else "")
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips(edge)}"/>' for edge in edges[1:])
    tabs = f"<w:tabs>{stops}{leader}</w:tabs>" if stops or leader else ""
    hanging = f' w:hanging="{twips(edges[-1] - edges[0])}"' if stops else ""
    left = f' w:left="{twips(edges[-1])}"' if edges[-1] else ""
    return style_id(role), (tabs, f"<w:ind{left}{end}{hanging}/>" if left or end or hanging else "")


def overlong(strip: Strip, size: float) -> bool:
    """Whether what stands before the text does not fit its column on one line, so that tab stops cannot hold it."""
    return any(
        natural_width(prefix.runs, size) > prefix.room - _CLOSE
        for prefix in strip.prefixes[:1]
        if len(strip.prefixes) > 1
    )


def _least(strip: Strip, tata_naskah: TataNaskah) -> str:
    """Rows of few lines do not split, as paragraphs of few lines do not."""
    return "<w:trPr><w:cantSplit/></w:trPr>" if paragraph(strip, tata_naskah).lines <= SHORT else ""


def row_xml(strip: Strip, before: float, styles: Styles, tata_naskah: TataNaskah) -> str:
    """A strip whose label wraps, as a row without rules: label, colon, and the rest of the strip side by side."""
    label, colon, *rest = strip.prefixes
    text_left = rest[0].left if rest else strip.left
    right = strip.left + strip.room
    widths = (colon.left - label.left, text_left - colon.left, right - text_left)
    moved = tuple(Prefix(prefix.left - text_left, prefix.room, prefix.runs, prefix.owner) for prefix in rest)
    inner = Strip(strip.block, strip.left - text_left, strip.room, moved, strip.keep, strip.whole)
    keep = "<w:keepNext/>" if strip.keep else ""
    spacing = f'<w:spacing w:before="{twips(before)}"/>' if before else ""
    style = style_id(strip.block.role)
    beside = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{spacing}<w:jc w:val="left"/></w:pPr>'
        f"{runs_xml(prefix.runs)}</w:p>"
        for prefix in (label, colon)
    )
    cells = (*beside, paragraph_xml(inner, right - text_left, before, styles, tata_naskah))
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(label.left)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{ZERO_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{_least(strip, tata_naskah)}{row}</w:tr></w:tbl>"
    )
