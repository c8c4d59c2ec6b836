"""The Word package around the text: a lean base of our own with the named styles of the TataNaskah.

It is made once per process, TataNaskah and columns; a decree then brings only the parts that differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from kpu_docs.layout.columns import MM, Columns
from kpu_docs.tata_naskah import Gaya, TataNaskah
from kpu_docs.writers.docx.base import base_parts

JC = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "both"}
"""Alignments as Word names them."""


@cache
def style_id(role: str) -> str:
    """The id of a role's Word style: `judul_lampiran` is KPUJudulLampiran."""
    return "KPU" + role.title().replace("_", "")


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


@lru_cache(maxsize=64)
def styled(tata_naskah: TataNaskah, columns: Columns) -> Mapping[str, bytes]:
    """The parts of the base package with the styles of these format rules and columns."""
    levels = sorted({gaya.kerangka for gaya in tata_naskah.gaya.values()} - {0})
    styles = (
        *(_heading(level) for level in levels),
        *(_style(role, gaya, tata_naskah) for role, gaya in tata_naskah.gaya.items()),
        *(_columns(name, edges) for edges, name in column_styles(columns, tata_naskah)),
    )
    return MappingProxyType(base_parts(tata_naskah, "".join(styles)))


def _heading(level: int) -> str:
    """The built-in heading that Word's navigation and screen readers know."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def _named(role: str, base: str, properties: str) -> str:
    """A style of our own, offered in Word's gallery."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(role)}">'
        f'<w:name w:val="KPU {role.title().replace("_", " ")}"/><w:basedOn w:val="{base}"/><w:qFormat/>'
        f"{properties}</w:style>"
    )


def _style(role: str, gaya: Gaya, tata_naskah: TataNaskah) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if gaya.lanjut else '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>'
    pitch, before, after = (twips(points) for points in (tata_naskah.pitch(role), gaya.sebelum, gaya.sesudah))
    spacing = f'<w:spacing w:lineRule="exact" w:line="{pitch}" w:before="{before}" w:after="{after}"/>'
    bold = "<w:b/>" if gaya.tebal else '<w:b w:val="0"/>'
    return _named(
        role,
        f"Heading{gaya.kerangka}" if gaya.kerangka else "Normal",
        f'<w:pPr>{keep}{spacing}<w:jc w:val="{JC[gaya.rata]}"/></w:pPr>'
        f'<w:rPr>{bold}<w:sz w:val="{round(tata_naskah.size(role) * 2)}"/></w:rPr>',
    )


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


def _columns(name: str, edges: tuple[float, ...]) -> str:
    stops = "".join(f'<w:tab w:pos="{twips(edge)}" w:val="left"/>' for edge in edges[1:])
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    first = f'w:hanging="{twips(edges[-1] - edges[0])}"' if stops else 'w:firstLine="0"'
    return _named(name, "KPUIsi", f'<w:pPr>{tabs}<w:ind w:left="{twips(edges[-1])}" {first}/></w:pPr>')
