"""Somebody's PDF, opened without harm: what is none, broken, encrypted or far too large is refused."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import pikepdf
import pypdfium2 as pdfium

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.files import read_bytes
from kpu_docs.reading.pdf import pages
from kpu_docs.reading.pdf.page import Page

LARGEST = 150_000_000
"""Bytes of a PDF above which it is refused unread; a scan of 300 pages is about 100 million."""

UNPACKED = 60_000_000
"""Bytes that one of its streams may unpack to: text and drawings of a page are up to 2 million. Pictures are not
unpacked.
"""

_ONE_AT_A_TIME = Lock()
"""pdfium holds its state in one place for all threads."""

_SAVE = "buka di pembaca PDF, simpan ulang, atau minta salinan yang utuh"
_BROKEN = f"berkas PDF ini rusak atau terpotong; {_SAVE}"
_NO_PDF = "ini bukan berkas PDF; beri nama menurut jenisnya, atau simpan sebagai PDF dari program asalnya"
_PASSWORD = "PDF ini berkata sandi; buka di pembaca PDF, hapus kata sandinya (atau cetak lagi ke PDF), lalu simpan"
_SWELLS = "isi PDF ini mengembang terlalu besar bila dibuka; jangan dipakai, periksa asalnya"
_TOO_FULL = "satu halaman PDF ini memuat lebih banyak huruf daripada halaman mana pun; periksa asalnya"
_ONLY_PICTURES = (
    "PDF ini hanya gambar (hasil pindai) tanpa teks; jalankan OCR (kenali teks) lebih dahulu, lalu simpan sebagai PDF "
    "berteks atau sebagai teks (.txt)"
)
_EMPTY = "PDF ini tidak berisi teks"
_HEADING, _ENDING = 1_024, 2_000
"""Bytes at the beginning and at the end of a file among which its marks stand."""

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # its warnings are `damaged`; on stderr they are English


class Opened(NamedTuple):
    """The content of a PDF that can be read, whether it is one of ours that still has its tags, and whether it is
    damaged.
    """

    content: bytes
    ours: bool
    damaged: bool


def opened(path: Path, name: str) -> Opened:
    """A PDF that can be read; `name` is what complaints call it.

    Raises:
        InputError: it is refused, with the reason and what to do.
    """
    content = read_bytes(path, name, LARGEST)
    if message := _no_pdf(content):
        raise InputError(Complaint((), message, file=name))
    try:
        with pikepdf.open(BytesIO(content)) as file:
            if file.pages and not any(_swells(held) for held in file.objects):
                return Opened(content, _is_ours(file), bool(file.get_warnings()))
            message = _SWELLS if file.pages else _BROKEN
    except pikepdf.PasswordError:
        message = _PASSWORD
    except (pikepdf.PdfError, LookupError, ValueError, TypeError, AttributeError, RuntimeError):
        message = _BROKEN
    raise InputError(Complaint((), message, file=name))


def _no_pdf(content: bytes) -> str:
    """Why these bytes are no PDF."""
    if not content:
        return "berkas ini kosong"
    if b"%PDF-" not in content[:_HEADING]:
        return _NO_PDF
    return "" if b"%%EOF" in content[-_ENDING:] else _BROKEN


def _is_ours(file: pikepdf.Pdf) -> bool:
    return "/StructTreeRoot" in file.Root and str(file.docinfo.get("/Producer", "")).startswith("kpu_docs ")


def _swells(held: Any) -> bool:
    """Whether a stream other than a picture unpacks to too much."""
    if not isinstance(held, pikepdf.Stream) or held.get("/Subtype") == "/Image":
        return False
    filters: Any = held.get("/Filter", [])
    data = held.read_raw_bytes()
    for one in filters if isinstance(filters, pikepdf.Array) else [filters]:
        if one != "/FlateDecode":
            break
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(data, UNPACKED)
        except zlib.error:
            break
        if unpacker.unconsumed_tail:
            return True
    return False


def drawn(content: bytes, name: str) -> Iterator[Page]:
    """The pages of a PDF, one after the other.

    Raises:
        InputError: it cannot be read after all, or holds no text.
    """
    text = pictures = False
    with _ONE_AT_A_TIME:
        try:
            with pdfium.PdfDocument(content) as file:
                for at in range(len(file)):
                    page = pages.read(file[at])
                    text = text or bool(page.letters or page.upright or page.slanted)
                    pictures = pictures or bool(page.pictures)
                    yield page
        except pages.TooFull:
            raise InputError(Complaint((), _TOO_FULL, file=name)) from None
        except pdfium.PdfiumError:
            raise InputError(Complaint((), _BROKEN, file=name)) from None
    if not text:
        raise InputError(Complaint((), _ONLY_PICTURES if pictures else _EMPTY, file=name))
