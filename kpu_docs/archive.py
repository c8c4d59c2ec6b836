"""Zip archives (.docx, .xlsx) whose bytes depend on their parts alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: the earliest that a zip can hold."""

_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The archive: content types first, then the parts by name, all with the same time stamp."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, parts[name])
    return written.getvalue()


def workbook(book: Workbook) -> bytes:
    """The .xlsx file of a book, without the time at which it was made."""
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_CORE] = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[_CORE])
    return zipped(parts)
