"""Zip archives (.docx, .xlsx) whose bytes depend on their parts alone.

Written here rather than by `zipfile`, which would compress the parts that all decrees of an office share each time.
Somebody else's archive is looked at before it is unpacked (`swells`).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAY = 1 << 5 | 1
"""The date of every part, 1 January 1980, the earliest that a zip can hold; its time is 0."""

_VERSION, _DEFLATED = 20, 8
_RIGHTS = 0o600 << 16

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
"""Headers of a part, of a part in the directory, and of the end (APPNOTE.TXT sections 4.3.7, 4.3.12, 4.3.16)."""

_LEVEL = 3
"""How hard zlib tries. From 4 on it takes two to three times as long: the default (6) makes a decree of 15 KB 2 KB
smaller, in a seventh more time for the whole decree.
"""

_SMALL = 20_000
"""Bytes up to which a part is likely to be the same in the next archive: styles, settings, headers of a DOCX."""

RATIO = 500
"""How many times smaller than its content a part of more than `_LARGE` bytes may be: rows of ours that are alike are
packed about 150 times smaller, zeros 1,030 times.
"""

OLE = b"\xd0\xcf\x11\xe0"
"""How a file begins that Office wrote before 2007, or with a password ([MS-CFB], 2.2)."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What a file with a password holds ([MS-OFFCRYPTO], 2.3.4.4)."""

_LARGE = 1_000_000
_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The archive: content types first, then the parts by name, all with the same time stamp."""
    files: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
        part, title = parts[name], name.encode("ascii")
        data, crc = _deflated_once(part) if len(part) <= _SMALL else _deflated(part)
        known = (_VERSION, 0, _DEFLATED, 0, _DAY, crc, len(data), len(part), len(title), 0)
        files += (_LOCAL.pack(b"PK\3\4", *known), title, data)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *known, 0, 0, 0, _RIGHTS, at), title)
        at += _LOCAL.size + len(title) + len(data)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), sum(map(len, directory)), at, 0)
    return b"".join((*files, *directory, end))


def _deflated(part: bytes) -> tuple[bytes, int]:
    """The part compressed, and its checksum."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(part) + compressor.flush(), zlib.crc32(part)


_deflated_once = lru_cache(maxsize=64)(_deflated)


def swells(entries: Sequence[zipfile.ZipInfo], most: int) -> bool:
    """Whether the parts of an archive are larger than `most` bytes together, or one of them is a zip bomb by what its
    directory declares.
    """
    return sum(entry.file_size for entry in entries) > most or any(
        entry.file_size > _LARGE and entry.file_size > RATIO * max(entry.compress_size, 1) for entry in entries
    )


def workbook(book: Workbook) -> bytes:
    """The .xlsx file of a book, without the time at which it was made."""
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_CORE] = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[_CORE])
    return zipped(parts)
