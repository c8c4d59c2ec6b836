"""Reading: from a file or a dict to a Keputusan, or to everything that is wrong with it, each with its place.

The text formats are the modules `yaml`, `json` and `toml`, workbooks are `xlsx`; what they give is checked by the
model. Only when something is wrong is a text or a sheet read again for lines, columns and cells.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_docs.complaints import Complaint, InputError, nearest
from kpu_docs.inputs.source import (
    RULES,
    Beside,
    Document,
    Original,
    Source,
    is_yaml,
    located,
    notes,
    office_of,
    original,
    read_beside,
)

if TYPE_CHECKING:
    from kpu_docs.inputs.annexes import Sheets
    from kpu_docs.model import Keputusan

__all__ = ["Complaint", "InputError", "Source", "is_document", "is_yaml", "load", "located", "notes", "read_beside"]

KINDS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".xlsx": "xlsx"}
"""The formats by suffix."""

OTHER_BOOKS = (".xlsm", ".xlsb", ".xls", ".ods")
"""Workbooks of other formats: read all the same if they can be, else refused with advice."""

DOCUMENTS = (".docx", ".pdf", ".txt", ".doc", ".docm", ".dotx", ".odt", ".rtf")
"""Files of a decree that hold no data; which of them can be read is for `kpu_docs.reading` to say."""


def load(
    source: str | os.PathLike[str] | Mapping[str, Any],
    *,
    base: str | os.PathLike[str] | None = None,
    nomor: str | None = None,
    tanggal: str | None = None,
) -> Keputusan:
    """Read a decree.

    `source` is a file (.yaml, .yml, .json, .xlsx) or the data themselves. `base` is the folder in which, or in the one
    above, the office's `kantor.toml` is looked for unless the data hold a `kantor`, and its `peraturan.toml` unless
    they hold `peraturan`; a file has its own folder, a dict none. `nomor` and `tanggal` replace the number and the day
    of the data.

    Raises:
        InputError: everything that is wrong, at once, with file, line and column, or sheet and cell.
    """
    from kpu_docs.inputs.annexes import with_sheets
    from kpu_docs.inputs.validation import keputusan_of

    if isinstance(source, Mapping):
        decree, data, folder = None, dict(source), None if base is None else Path(base)
    else:
        decree = _opened(Path(source))
        data, folder = _decree_data(decree), decree.folder if base is None else Path(base)
    office, kantor = (None, None) if folder is None or "kantor" in data else _office(folder)
    read = with_sheets(data, Source(decree, office, folder, _catatan(decree)))
    if folder is not None and "peraturan" not in data:
        read = _with_rules(folder, read)
    return keputusan_of(_settled(read.data, nomor, tanggal), read.source, kantor, read.unread, read.wrong)


def is_document(path: str | os.PathLike[str]) -> bool:
    """Whether a file is by its name a document, which is read, not data, which are loaded."""
    return Path(path).suffix.lower() in DOCUMENTS


def _opened(path: Path) -> Document:
    suffix = path.suffix.lower()
    kind = "xlsx" if suffix in OTHER_BOOKS else KINDS.get(suffix)
    if kind is None and not path.is_dir():
        near = nearest(path.suffix, list(KINDS)) if path.suffix else None
        message = f"jenis berkas {path.suffix or 'tanpa akhiran'} tidak dikenal; yang dikenal: {', '.join(KINDS)}"
        hint = f"; mungkin maksudnya {near}" if near else ""
        raise InputError(Complaint((), message + hint, file=os.path.normpath(path)))
    if kind == "xlsx":
        from kpu_docs.inputs.xlsx.decree import workbook

        return workbook(path)
    return original(path, kind or "")


def _decree_data(decree: Document) -> dict[str, Any]:
    data = decree.data()
    if isinstance(data, dict):
        return data
    if data is None or data == "":
        message = "berkas ini kosong; `kpu-docs init` membuat formulir untuk diisi"
    else:
        what = "sebuah daftar" if isinstance(data, list) else "sebuah teks"
        message = f"berisi {what}, padahal sebuah Keputusan ditulis sebagai kunci dan isi, misalnya tentang: ..."
    raise InputError(Complaint((), message, file=decree.file, line=1, column=1))


def _office(folder: Path) -> tuple[Original | None, Any]:
    """The office's file and its data, or what is wrong with it."""
    try:
        office = office_of(folder)
        return office, office and office.data()
    except InputError as error:
        return None, error


def _with_rules(folder: Path, read: Sheets) -> Sheets:
    """The data with the office's own rules, the source with their file; what is unreadable is no data at all."""
    path = ("peraturan",)
    try:
        rules = office_of(folder, RULES)
        if rules is None:
            return read
        source = replace(read.source, parts=(*read.source.parts, Beside(path, rules)))
        return read._replace(data={**read.data, "peraturan": rules.data()}, source=source)
    except InputError as error:
        return read._replace(data={**read.data, "peraturan": ()}, unread={**read.unread, path: error})


def _catatan(decree: Document | None) -> tuple[Complaint, ...]:
    if not isinstance(decree, Original) or decree.kind != "yaml":
        return ()
    from kpu_docs.inputs import yaml

    return tuple(replace(note, file=decree.file) for note in yaml.notes(decree.text))


def _settled(data: dict[str, Any], nomor: str | None, tanggal: str | None) -> dict[str, Any]:
    """The data with another number and day."""
    if nomor is not None:
        data = {**data, "nomor": nomor}
    ditetapkan = data.get("ditetapkan") or {}
    if tanggal is not None and isinstance(ditetapkan, Mapping):
        data = {**data, "ditetapkan": {**ditetapkan, "pada": tanggal}}
    return data
