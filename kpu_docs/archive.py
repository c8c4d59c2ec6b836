"""Zip archives (.docx, .xlsx) whose bytes depend on their parts alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: the earliest that a zip can hold."""


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
