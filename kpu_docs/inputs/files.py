"""The bytes of a file as text, or a complaint why not."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError

LIMIT = 40_000_000
"""Bytes above which a data file is refused unread; 60,000 rows of a plan are about 15 million."""

LIMITS = {"yaml": 10_000_000, "toml": 1_000_000}
"""The same for what is slow to read: short lines of YAML take 8 seconds and 100 MB of memory a megabyte."""

_SAVE = "simpan ulang dengan pengodean UTF-8"
_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_OFFICE_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_text(path: Path, name: str, kind: str = "") -> str:
    """The text of a UTF-8 file of a format (`kind`), without its byte order mark. `name` is what complaints call it.

    Raises:
        InputError: there is no such file, or it is no text in UTF-8.
    """
    return _decoded(read_bytes(path, name, LIMITS.get(kind, LIMIT)), name)


def read_bytes(path: Path, name: str, limit: int) -> bytes:
    """The content of an ordinary file of at most `limit` bytes.

    Raises:
        InputError: it is missing, a folder, too large, or may not be read.
    """
    try:
        if path.is_dir():
            raise InputError(Complaint((), "ini folder, bukan berkas", file=name))
        if not path.exists():
            raise InputError(Complaint((), "berkas tidak ada; periksa nama dan foldernya", file=name))
        if not path.is_file():
            raise InputError(Complaint((), "bukan berkas biasa", file=name))
        if (size := path.stat().st_size) > limit:
            message = f"berkas terlalu besar: {size / 1e6:.1f} MB, paling besar {limit / 1e6:.0f} MB"
            raise InputError(Complaint((), message, file=name))
        return path.read_bytes()
    except PermissionError:
        raise InputError(Complaint((), "berkas tidak boleh dibaca; periksa izin aksesnya", file=name)) from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise InputError(Complaint((), f"berkas tidak dapat dibaca ({reason})", file=name)) from None
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(Complaint((), "nama berkas tidak sah", file=name)) from None


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_OFFICE_FILES):
        raise InputError(Complaint((), "ini berkas Word, Excel, atau ZIP, bukan teks", file=name))
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise InputError(Complaint((), f"tersimpan sebagai {encoding}; {_SAVE}", file=name, line=1, column=1))
    if (at := data.find(b"\0")) >= 0:
        raise InputError(_at(data, at, "bukan berkas teks (ada byte nol), atau bukan UTF-8; " + _SAVE, name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"huruf di sini tidak tersimpan sebagai UTF-8 (mungkin Windows-1252 atau Latin-1); {_SAVE}"
        raise InputError(_at(error.object, error.start, message, name)) from None


def _at(data: bytes, position: int, message: str, name: str) -> Complaint:
    before = data[:position].decode("utf-8", errors="replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Complaint((), message, file=name, line=line, column=column)
