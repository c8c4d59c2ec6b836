"""The lines of a tagged PDF of ours, in the order of its structure, and the data in it.

A signature leaves both where they were. What stands on the pages outside of the structure is told apart: it was put
there later. Needs pikepdf (`pip install 'kpu-docs[baca]'`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from kpu_docs.blocks import MARKED, Cell, Row, Run, at_columns
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.verifying.lines import Line, LineKind, Paper, kept, paragraph, plain
from kpu_docs.writers.pdf.attachment import NAME

_FOREIGN = "bukan PDF yang ditulis kpu-docs, atau rusak: strukturnya tidak terbaca; periksa DOCX-nya"
_UNREADABLE = (pikepdf.PdfError, zlib.error, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What reading raises where a file is not built as ours are."""

_OURS = "+KPU"
"""In the names of our faces."""
_CODES = {"/TrueType": "ascii", "/Type0": "utf-16-be"}
"""How text is encoded in our fonts, simple and composite."""

_LARGEST_PAGE, _LARGEST_DATA = 2_000_000, 100_000_000
"""Bytes of the content of a page (ours: up to about 100,000) and of the data above which they are not unpacked."""

_TEXTS = ("P", "H1", "H2", "H3", "H4", "H5", "H6")
_PAINTING = ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE")
_WITHOUT_TEXT = "(tanpa teks)"
_THEIRS, _WATERMARK = -1, -2
"""Marks that are no identifiers: of somebody else; of a watermark, which is drawn if it is ours."""


def read(content: bytes, name: str) -> Paper:
    """A PDF file; `name` is what complaints call it.

    Raises:
        InputError: it is none, or not built as ours are.
    """
    try:
        with pikepdf.open(BytesIO(content)) as file:
            reader = _Reader(file)
            held = file.attachments.get(NAME)
            data = _unpacked(held.obj.EF.F, _LARGEST_DATA) if held else None
            return Paper(reader.lines(), data, reader.added)
    except pikepdf.PasswordError:
        raise InputError(Complaint((), "berkas ini berkata sandi", file=name)) from None
    except _UNREADABLE:
        raise InputError(Complaint((), _FOREIGN, file=name)) from None


class _Reader:
    """`added` is what was put on its pages later."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file, self.left = file, len(file.objects)
        self.added: list[tuple[int, str]] = []
        self.texts = {page.obj.objgen: self._page(page, number) for number, page in enumerate(file.pages, start=1)}

    def lines(self) -> list[Line]:
        found = [*self._walk(self.file.Root.StructTreeRoot.K, "")]
        return [found[at] for at in kept(found)]

    def _walk(self, node: Any, label: str) -> Iterator[Line]:
        """The lines of an element; a label stands before the first of them, alone if there is no text."""
        tag = self._entered(node)
        if tag in _TEXTS:
            yield paragraph(f"{label} {self._text(node)}")
            return
        if tag == "Table":
            yield from [paragraph(label)] if label else []
            yield from self._table(node)
            return
        for kid in _elements(node):
            if kid.S == "/Lbl":
                label = f"{label} {self._text(kid)}"
                continue
            for line in self._walk(kid, label):
                yield line
                label = ""
        if label:
            yield paragraph(label)

    def _entered(self, node: Any) -> str:
        """The type of an element. There are no more elements than objects, unless one holds itself."""
        self.left -= 1
        if self.left < 0:
            raise ValueError
        return str(node.S).removeprefix("/")

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [*self._rows(table, False)]
        cells = at_columns([row for row, _ in rows])
        whole = any(len(row.cells) > 1 for row, _ in rows) and any(head for _, head in rows)
        for (_, head), placed in zip(rows, cells, strict=True):
            texts = ((column, cell.runs[0].text) for column, cell in placed)
            marked = frozenset(column for column, cell in placed if cell.marked)
            kind: LineKind = "paragraph" if not whole else "head" if head else "row"
            yield Line(tuple((column, words) for column, words in texts if words), kind, marked)

    def _rows(self, node: Any, head: bool) -> Iterator[tuple[Row, bool]]:
        for kid in _elements(node):
            tag = self._entered(kid)
            if tag == "TR":
                yield Row(tuple(self._cell(cell) for cell in _elements(kid)), ()), head
            else:
                yield from self._rows(kid, tag == "THead")

    def _cell(self, node: Any) -> Cell:
        self._entered(node)
        shape = node.get("/A", {})
        marked = any(kid.get("/ActualText") == MARKED for kid in _elements(node))
        run = Run(plain(self._text(node)), ())
        return Cell((run,), (), int(shape.get("/ColSpan", 1)), int(shape.get("/RowSpan", 1)), marked)

    def _text(self, node: Any) -> str:
        """The text that an element itself holds, on whichever pages."""
        found = []
        for kid in _kids(node):
            if isinstance(kid, int):
                found.append(self.texts[node.Pg.objgen].get(kid, ""))
            elif "/MCID" in kid:
                found.append(self.texts[kid.Pg.objgen].get(int(kid.MCID), ""))
        return "".join(found)

    def _page(self, page: pikepdf.Page, number: int) -> dict[int, str]:
        """The text of each marked-content identifier. An artifact is what we print beside the text if it is of our
        kind: with properties, and without a subtype if it is text.
        """
        contents: Any = page.obj.get("/Contents", [])
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            _unpacked(stream, _LARGEST_PAGE)
        fonts = page.obj.Resources.Font.items()
        codes = {name: _CODES[str(font.Subtype)] for name, font in fonts if _OURS in str(font.BaseFont)}
        found: dict[int, str] = {}
        added: list[str] = []
        font = ""
        marks: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "BMC":
                marks.append(_THEIRS)
            elif operator == "BDC":
                held = operands[1].get("/MCID")
                marks.append(int(held) if held is not None else _WATERMARK if "/Subtype" in operands[1] else None)
            elif operator == "EMC":
                marks.pop()
            elif operator == "Tf":
                font = str(operands[0])
            elif operator in ("Tj", "TJ"):
                shown = _shown(operands[0], codes[font]) if font in codes else _WITHOUT_TEXT
                mark = marks[-1] if marks else _THEIRS
                if mark in (_THEIRS, _WATERMARK):
                    added.append(shown)
                elif mark is not None:
                    found[mark] = found.get(mark, "") + shown
            elif operator in _PAINTING and (not marks or marks[-1] == _THEIRS):
                added.append(_WITHOUT_TEXT)
        added += [str(note.get("/Contents", _WITHOUT_TEXT)) for note in page.obj.get("/Annots", []) if _is_note(note)]
        self.added += [(number, plain(text)) for text in dict.fromkeys(added)]
        return found


def _unpacked(stream: Any, most: int) -> bytes:
    """The content of a stream.

    Raises:
        ValueError: it is larger, or packed in another way than ours.
    """
    raw: bytes = stream.read_raw_bytes()
    if "/Filter" not in stream:
        return raw[:most]
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(raw, most)
    if unpacker.unconsumed_tail or stream.Filter not in ("/FlateDecode", ["/FlateDecode"]):
        raise ValueError
    return data


def _is_note(annotation: Any) -> bool:
    """Whether an annotation shows something of its own; a pop-up shows what its note holds, a field is ours."""
    return str(annotation.Subtype) not in ("/Widget", "/Link", "/Popup")


def _shown(operand: Any, codes: str) -> str:
    strings = [operand] if isinstance(operand, pikepdf.String) else list(operand)
    return b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String)).decode(codes)


def _kids(node: Any) -> list[Any]:
    held = node.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array | list) else [held]


def _elements(node: Any) -> Iterator[Any]:
    """The elements right below an element."""
    return (kid for kid in _kids(node) if not isinstance(kid, int) and "/S" in kid)
