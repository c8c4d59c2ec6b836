"""The text of a scan, or of a file saved as text, as paper: lines broken by the page joined again, rows of tabs as
tables.

What a scan misread stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.files import read_bytes
from kpu_docs.reading.cleaning import is_page_number
from kpu_docs.reading.columns import diktum, label, sign
from kpu_docs.reading.cutting import MEMUTUSKAN
from kpu_docs.reading.paper import Line, Paper, Piece, Section
from kpu_docs.reading.penutup import BEGINS
from kpu_docs.reading.txt_tables import is_row, table

LARGEST = 40_000_000
"""Bytes of a text above which it is refused unread."""

_ITALIC = re.compile(r"</?(?:i|em)>", re.I)
_BOLD = re.compile(r"\*\*|</?(?:b|strong|u)>", re.I)
_BULLET = re.compile(r"^\s*[-*]\s+(?=\S)")
_ENDS = re.compile(r"[.;:,)]\s*(?:dan|atau)?$")
_HALF = re.compile(r"(\w+)-$")


def read(path: Path, name: str) -> Paper:
    """A text file; `name` is what complaints call it.

    Raises:
        InputError: it is no text, or too large.
    """
    content = read_bytes(path, name, LARGEST)
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
    lines = [_BOLD.sub("", _ITALIC.sub("*", line)).rstrip(" ") for line in re.split(r"\r\n|[\r\n\f]", text)]
    return Paper((Section(tuple(_pieces(lines, notes))),), (), notes)


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


def _begins(line: str) -> bool:
    """Whether a line begins a part of a decree or an item of a list."""
    text = line.strip()
    return bool(
        label(text)
        or diktum(text)
        or sign(text)[0]
        or MEMUTUSKAN.fullmatch(text)
        or any(begins.fullmatch(text) for begins in BEGINS.values())
        or re.match(r"(?:LAMPIRAN|KEPUTUSAN|NOMOR|TENTANG|BAB\s+[IVXLC]+)\b", text)
    )


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
        goes_on = running and not _begins(line) and (not blank or not _ENDS.search(text)) and not line.isupper()
        if text and goes_on:
            text = _with(text, line, notes)
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
    return bare if bare != line and _begins(bare) else line


def _runs_on(line: str, running: bool) -> bool:
    """Whether a line may go on in the next one."""
    if any(begins.fullmatch(line) for begins in BEGINS.values()) or MEMUTUSKAN.fullmatch(line):
        return False
    return running or bool(label(line) or diktum(line) or sign(line)[0]) or (len(line) > 60 and not line.isupper())


def _with(text: str, line: str, notes: list[str]) -> str:
    """A line joined to the one before, and the halves of a word that was broken."""
    half = _HALF.search(text)
    if half is None or not line[:1].isalpha():
        return f"{text} {line}"
    rest = re.match(r"\w+", line)
    assert rest is not None
    repeated = rest[0].lower().startswith(half[1].lower()) or rest[0][0].isupper() or half[1].isupper()
    word = f"{half[1]}{'-' if repeated else ''}{rest[0]}"
    notes.append(f'kata yang terpenggal disambung: "{half[1]}-" dan "{rest[0]}" menjadi "{word}"')
    return f"{text[: half.start()]}{word}{line[rest.end() :]}"
