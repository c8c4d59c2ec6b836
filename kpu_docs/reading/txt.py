"""The text of a scan, or of a file saved as text, as paper: lines broken by the page joined again, rows of tabs as
tables.

What a scan misread stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kpu_docs.archive import OLE
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.files import read_bytes
from kpu_docs.reading.cleaning import is_page_number
from kpu_docs.reading.columns import diktum, label, sign
from kpu_docs.reading.cutting import MEMUTUSKAN, begins
from kpu_docs.reading.paper import Line, Paper, Piece, Section, legible
from kpu_docs.reading.penutup import BEGINS
from kpu_docs.reading.txt_tables import is_row, table

LARGEST = 40_000_000
"""Bytes of a text above which it is refused unread."""

_ITALIC = re.compile(r"</?(?:i|em)>", re.I)
_BOLD = re.compile(r"\*\*|</?(?:b|strong|u)>", re.I)
_BULLET = re.compile(r"^\s*[-*]\s+(?=\S)")
ENDS = re.compile(r"[.;:,)]\s*(?:dan|atau)?$")
_HALF = re.compile(r"(\w+)-$")
_LONGEST = 80
"""Letters at the end of a text that are looked at where it may go on."""

_LEAST = 4
"""Letters that a word has at least which is repeated with something before it."""


def read(path: Path, name: str) -> Paper:
    """A text file; `name` is what complaints call it.

    Raises:
        InputError: it is no text, or too large.
    """
    content = read_bytes(path, name, LARGEST)
    if message := _other_kind(content):
        raise InputError(Complaint((), message, file=name))
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(
            Complaint((), "ini bukan berkas teks; simpan sebagai teks (.txt) berpengodean UTF-8", file=name)
        )
    notes: list[str] = []
    text = _decoded(content, notes)
    if not text.strip():
        raise InputError(Complaint((), "berkas ini kosong", file=name))
    if _BOLD.search(text):
        notes.append("tanda tebal (**, <b>) tidak diambil")
    lines = [_BOLD.sub("", _ITALIC.sub("*", legible(line))).rstrip(" ") for line in re.split(r"\r\n|[\r\n\f]", text)]
    return Paper((Section(tuple(_pieces(lines, notes))),), (), notes)


def _other_kind(content: bytes) -> str:
    """What a file is that is only called a text."""
    kinds = {b"PK\x03\x04": "Word, LibreOffice, atau ZIP", OLE: "Word lama (.doc)", b"{\\rtf": "RTF", b"%PDF-": "PDF"}
    kind = next((kind for begins, kind in kinds.items() if content.startswith(begins)), "")
    return (
        f"ini berkas {kind}, bukan teks; beri akhiran yang benar (.docx, .pdf), atau simpan dari programnya"
        if kind
        else ""
    )


def _decoded(content: bytes, notes: list[str]) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.append("berkas ini bukan UTF-8; dibaca sebagai Windows-1252")
        return content.decode("cp1252", errors="replace")


def _pieces(lines: Sequence[str], notes: list[str]) -> Iterator[Piece]:
    """Rows of a table stand together, also over the blank lines of a page break; other lines are joined."""
    held: list[str] = []
    rows: list[str] = []
    for line in lines:
        if is_row(line, begun=bool(rows)) and not (label(line) or diktum(line)):
            yield from _joined(held, notes)
            held = []
            rows.append(line)
        elif rows and not line.strip():
            continue
        else:
            if rows:
                yield table(rows, notes)
                rows = []
            held.append(line)
    yield from _joined(held, notes)
    if rows:
        yield table(rows, notes)


def _joined(lines: Sequence[str], notes: list[str]) -> Iterator[Line]:
    """The lines as paragraphs. Running text, from Menimbang to the last diktum and in prose, goes on where a line does
    not begin anything; over a blank line it goes on where nothing ended.
    """
    text, blank, running = "", False, False
    for line in lines:
        line = _unbulleted(line).strip()
        if not line or is_page_number(line):
            blank = blank or bool(text)
            if line:
                notes.append(f'nomor halaman dihilangkan: "{line}"')
            continue
        goes_on = (
            running and not begins(line) and (not blank or not ENDS.search(text[-_LONGEST:])) and not line.isupper()
        )
        if text and goes_on:
            text, between = seam(text, line, notes)
            text += between + line
        else:
            if text:
                yield Line(text)
            text = line
        blank = False
        running = _runs_on(line, running)
    if text:
        yield Line(text)


def _unbulleted(line: str) -> str:
    """Without the sign that a converter puts before a paragraph that itself begins something."""
    bare = _BULLET.sub("", line, count=1)
    return bare if bare != line and begins(bare) else line


def _runs_on(line: str, running: bool) -> bool:
    """Whether a line may go on in the next one."""
    if any(beginning.fullmatch(line) for beginning in BEGINS.values()) or MEMUTUSKAN.fullmatch(line):
        return False
    return running or bool(label(line) or diktum(line) or sign(line)[0]) or (len(line) > 60 and not line.isupper())


def seam(text: str, line: str, notes: list[str]) -> tuple[str, str]:
    """A text as it ends where a line goes on with it, and what stands between: a space, but not in a broken word."""
    half = _HALF.search(text[-_LONGEST:])
    rest = re.match(r"\w+", line)
    if half is None or rest is None:
        return text, " "
    if half[1][-1].isdigit():  # of a number or a span: 03-Kpt, 2020-2024
        return text, ""
    kept = "-" if _is_repeated(half[1].lower(), rest[0].lower()) or rest[0][0].isupper() or half[1].isupper() else ""
    notes.append(f'kata yang terpenggal disambung: "{half[1]}-" dan "{rest[0]}" menjadi "{half[1]}{kept}{rest[0]}"')
    return text.removesuffix("-"), kept


def _is_repeated(half: str, rest: str) -> bool:
    """Whether the halves of a word say the same, with something before or behind: undang-undang, perundang-undangan."""
    return rest.startswith(half) or any(half.endswith(rest[:size]) for size in range(_LEAST, len(rest) + 1))
