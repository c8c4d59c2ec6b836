"""Somebody's .docx, opened without harm: what is no Word file is refused, so is what could do harm.

All reading is bounded: the size of the file, then what its directory declares, before a part is unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from kpu_docs.archive import ENCRYPTED, OLE, swells
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs.files import read_bytes
from kpu_docs.wordfile.dangers import dangers
from kpu_docs.wordfile.names import DOCUMENT, TYPES
from kpu_docs.wordfile.strict import is_strict, usual

LARGEST = 40_000_000
"""Bytes of a file above which it is refused unread."""

UNPACKED = 200_000_000
"""Bytes of all its parts together; the text of an annex of 60,000 rows is about 130 million."""

PARTS = 2_000
"""Parts above which a package is refused; a decree has about a dozen."""

_SAVE = "buka di Word, lalu simpan sebagai Word Document (.docx)"
_BROKEN = f"berkas ini rusak atau terpotong; {_SAVE}, atau minta salinan yang utuh"
_ELSEWHERE = re.compile(r"^/|\\|^[A-Za-z]:|[\x00-\x1f]|(?:^|/)\.{1,2}(?:/|$)|//")


def opened(source: Path | bytes, name: str, *, to_read: bool = False) -> dict[str, bytes]:
    """The parts of a Word file by name; `name` is what complaints call the file.

    Of one that is only `to_read`, parts of the kind "Strict Open XML" come with the usual names and lengths.

    Refused are: no Word file (.docx), a broken, encrypted or far too large one, an archive that unpacks to too much or
    names parts outside of itself or twice, XML with a DTD, macros, embedded programs, and whatever reads something
    outside of the file when it is opened.

    Raises:
        InputError: it is refused, with the reason and what to do.
    """
    content = read_bytes(source, name, LARGEST) if isinstance(source, Path) else source
    parts, twice = unpacked(content, name)
    if twice:
        raise InputError(Complaint((), f"berkas ini memuat dua bagian bernama {twice[0][:60]!a}; {_SAVE}", file=name))
    if message := _no_word_file(parts):
        raise InputError(Complaint((), message, file=name))
    if to_read and is_strict(parts):
        parts = {part: usual(held) if part.endswith((".xml", ".rels")) else held for part, held in parts.items()}
    if found := list(dict.fromkeys(dangers(parts))):
        raise InputError(*(Complaint((), message, file=name) for message in found))
    return parts


def unpacked(content: bytes, name: str = "") -> tuple[dict[str, bytes], list[str]]:
    """The parts of an archive by name, and the names that come twice, small and capital letters being alike.

    Raises:
        InputError: it is no archive, encrypted, broken, unpacks to too much, or names parts outside of itself.
    """
    try:
        if message := _no_package(content):
            raise InputError(Complaint((), message, file=name))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if message := _refused(entries):
                raise InputError(Complaint((), message, file=name))
            # No more is unpacked than the directory declares, which was looked at above.
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except InputError:
        raise
    # What `zipfile` raises at a damaged archive: in its directory, in packed data, at its end, at places outside of it,
    # at a method it does not know, at numbers that are none.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise InputError(Complaint((), _BROKEN, file=name)) from None
    names = Counter(entry.filename.lower() for entry in entries)
    return parts, [name for name, number in names.items() if number > 1]


def _no_package(content: bytes) -> str:
    """Why these bytes are no package at all."""
    if len(content) > LARGEST:
        return f"berkas terlalu besar: {len(content) / 1e6:.1f} MB, paling besar {LARGEST / 1e6:.0f} MB"
    if content.startswith(OLE):
        if ENCRYPTED in content:
            return "berkas ini berkata sandi; buka di Word, hapus kata sandinya, lalu simpan"
        return f"ini berkas Word lama (.doc); {_SAVE}"
    if content.lstrip()[:5].lower() == b"{\\rtf":
        return f"ini berkas RTF; {_SAVE}"
    if not content.startswith(b"PK"):
        return f"ini bukan berkas Word (.docx); {_SAVE}" if content else "berkas ini kosong"
    return ""


def _refused(entries: list[zipfile.ZipInfo]) -> str:
    """Why an archive is not unpacked."""
    if len(entries) > PARTS:
        return f"berkas ini berisi {len(entries)} bagian, paling banyak {PARTS}; bukan berkas Word biasa"
    if any(entry.flag_bits & 1 for entry in entries):
        return f"bagian berkas ini berkata sandi; {_SAVE}"
    if swells(entries, UNPACKED):
        return "isi berkas ini mengembang terlalu besar bila dibuka (bom zip?); jangan dipakai, periksa asalnya"
    if strange := next((entry.filename for entry in entries if _ELSEWHERE.search(entry.orig_filename)), None):
        return f"berkas ini memuat nama yang keluar dari berkasnya sendiri ({strange[:60]!a}); periksa asalnya"
    return ""


def _no_word_file(parts: dict[str, bytes]) -> str:
    """Why an archive is no Word file."""
    if b"opendocument" in parts.get("mimetype", b"")[:100]:
        return f"ini OpenDocument (.odt); {_SAVE}"
    if "xl/workbook.xml" in parts or "ppt/presentation.xml" in parts:
        return "ini berkas Excel atau PowerPoint, bukan Word (.docx)"
    if missing := [name for name in (TYPES, DOCUMENT) if name not in parts]:
        return f"ini bukan berkas Word (.docx), atau rusak: tidak ada {missing[0]}; {_SAVE}"
    return ""
