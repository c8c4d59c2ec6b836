"""The parts of a section one below the other: paragraphs, tables, pictures, frames. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kpu_docs.blocks import Box, Picture, Space, Table
from kpu_docs.layout.columns import MM, Part, Placed, Strip
from kpu_docs.layout.paragraphs import paragraph
from kpu_docs.outline import Outline
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers.docx.furniture import Furniture
from kpu_docs.writers.docx.package import twips
from kpu_docs.writers.docx.table import table_xml
from kpu_docs.writers.docx.text import ZERO_MARGINS, Styles, overlong, paragraph_xml, row_xml

_TABLE_END = "</w:tbl>"
_LEAST = 1.0
CERTIFICATION = "pengesahan"


@dataclass(frozen=True, slots=True)
class Body:
    """What the parts of a section share; `page` is the height between its margins."""

    furniture: Furniture
    styles: Styles
    page: float
    tata_naskah: TataNaskah
    outline: Outline

    def xml(self, parts: Sequence[Part], room: float, end: str = "") -> list[str]:
        """The parts in a column `room` wide, piece by piece; `end` (the sectPr of a section) stands in their last
        paragraph.
        """
        found: list[str] = []
        before = 0.0
        certified = [number for number, part in enumerate(parts) if _certifies(part)]
        for number, part in enumerate(parts):
            if certified and certified[0] <= number <= certified[-1]:
                if number == certified[0]:
                    found.append(self._certification(parts[number : certified[-1] + 1], before))
                    before = 0.0
                continue
            if isinstance(part, Placed) and isinstance(part.block, Space):
                before += part.block.lines * self.tata_naskah.pitch(part.block.role)
                continue
            if isinstance(part, Placed) and found and found[-1].endswith(_TABLE_END):
                # Tables that touch are one table in Word.
                found.append(_narrow(before))
            if isinstance(part, Placed) and isinstance(part.block, Table):
                found += table_xml(part.block, part.left, part.room, self.page, self.tata_naskah, keep_last=part.keep)
            else:
                found.append(self._part(part, room, before, end if number == len(parts) - 1 else ""))
            before = self._after(part)
        if end and not (found and end in found[-1]):
            found.append(_narrow(0.0, end))
        return found

    def _certification(self, parts: Sequence[Part], before: float) -> str:
        """The certification of a copy as a table of one cell without rules.

        LibreOffice does not keep a chain of paragraphs together that is as long as signature and certification are.
        """
        room = max(part.left + part.room for part in parts)
        width = twips(room)
        spaced = _spaced(parts, before, self.tata_naskah)
        inner = "".join(self._part(replace(part, keep=False), room, space, "") for part, space in spaced)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{ZERO_MARGINS}</w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc></w:tr></w:tbl>'
        )

    def _part(self, part: Part, room: float, before: float, end: str) -> str:
        rules = self.tata_naskah
        if isinstance(part, Strip):
            if overlong(part, rules.size(part.block.role)):
                return row_xml(part, before, self.styles, rules)
            level = self.outline.take(part.block)
            return paragraph_xml(part, room, before, self.styles, rules, level=level, section=end)
        if isinstance(part.block, Picture):
            right = room - part.left - part.room
            return self.furniture.picture_xml(part.block, part.left, part.room, right, self.page)
        return self._box(part)

    def _after(self, part: Part) -> float:
        """The room below a part that is not in its style."""
        if isinstance(part, Placed) and isinstance(part.block, Table):
            return self.tata_naskah.tabel.sesudah
        return self.tata_naskah.kotak.sesudah if isinstance(part, Placed) and isinstance(part.block, Box) else 0.0

    def _box(self, part: Placed) -> str:
        """A frame as a table of one cell, which both Word and LibreOffice keep together; borders of paragraphs break
        wherever an indent changes.
        """
        rules = self.tata_naskah.kotak
        padding, width = twips(rules.bantalan * MM), twips(part.room)
        left = part.left + rules.bantalan * MM
        inner = "".join(self.xml([_moved(one, left) for one in part.inside], part.room - 2 * rules.bantalan * MM))
        close = _narrow(0.0) if inner.endswith(_TABLE_END) or not inner else ""
        sides = ("top", "left", "bottom", "right")
        line = f'w:val="single" w:sz="{round(rules.garis * 8)}" w:space="0" w:color="000000"'
        borders = "".join(f"<w:{side} {line}/>" for side in sides)
        margins = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in sides)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if self._height(part.inside) < self.page else ""
        # Up to compatibilityMode 14 Word indents the text of the first cell, not its rule.
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="{twips(left)}" w:type="dxa"/>'
            f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
            f'<w:tr>{whole}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}{close}</w:tc></w:tr>'
            "</w:tbl>"
        )

    def _height(self, parts: Sequence[Part]) -> float:
        """About how high the parts are: exact for text, for a table one line for each row."""
        height = 0.0
        for part in parts:
            if isinstance(part, Strip):
                text = paragraph(part, self.tata_naskah)
                height += text.before + text.height() + text.after
            elif isinstance(part.block, Table):
                height += len(part.block.rows) * self.tata_naskah.huruf.jarak_tabel
            else:
                height += self._height(part.inside)
        return height


def _certifies(part: Part) -> bool:
    return isinstance(part, Strip) and part.block.role == CERTIFICATION


def _spaced(parts: Sequence[Part], before: float, tata_naskah: TataNaskah) -> Iterator[tuple[Strip, float]]:
    """The paragraphs, each with the empty room above it."""
    for part in parts:
        if isinstance(part, Strip):
            yield part, before
            before = 0.0
        elif isinstance(part.block, Space):
            before += part.block.lines * tata_naskah.pitch(part.block.role)


def _narrow(height: float, end: str = "") -> str:
    """An empty paragraph of that height, with the sectPr of a section that ends with it."""
    spacing = f'<w:spacing w:line="{twips(max(height, _LEAST))}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr><w:keepNext/>{spacing}{end}</w:pPr></w:p>"


def _moved(part: Part, by: float) -> Part:
    """The part with its edges so much farther left."""
    if isinstance(part, Placed):
        return replace(part, left=part.left - by, inside=tuple(_moved(one, by) for one in part.inside))
    prefixes = tuple(prefix._replace(left=prefix.left - by) for prefix in part.prefixes)
    return replace(part, left=part.left - by, prefixes=prefixes)
