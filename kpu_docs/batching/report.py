"""`laporan.json` and `laporan.xlsx`: what became of each row, for people, for programs and for the next run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from kpu_docs import __version__, archive
from kpu_docs.complaints import Complaint
from kpu_docs.rendering import write_all

NAME = "laporan"
State = Literal["dibuat", "tetap", "gagal"]
"""Made anew, unchanged since the run before, failed."""

WAITING = "belum"
"""What a row is in the report of a run that was stopped before it."""

_HEADINGS = (
    "Baris",
    "Tempat",
    "Nomor",
    "Satker",
    "Tentang",
    "Keadaan",
    "Berkas",
    "Halaman",
    "SHA-256",
    "Kesalahan",
    "Peringatan",
)
_WIDTHS = (7, 24, 22, 40, 50, 10, 50, 9, 20, 80, 60)


@dataclass(frozen=True)
class File:
    """A file that was written or is still as it was: its path, its SHA-256, the pages of a PDF."""

    path: Path
    sha256: str
    pages: int | None


@dataclass(frozen=True)
class Result:
    """What became of a row.

    Attributes:
        row: Its number, from 1.
        place: Its place in the data, as complaints print it.
        nomor: The number of the decree as it is written; empty where there is none.
        satker: The name of the body that issues it.
        tentang: Its title.
        state: `dibuat` (made anew), `tetap` (unchanged since the run before) or `gagal` (failed).
        files: The files of the decree, in the order of kinds and formats; none of one that failed.
        complaints: Everything that is wrong with one that failed.
        notes: Doubts about one that was made, such as hidden rows of its sheet, or what was left to do in a copy.
    """

    row: int
    place: str
    nomor: str
    satker: str
    tentang: str
    state: State
    files: tuple[File, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    notes: tuple[Complaint, ...] = ()


@dataclass(frozen=True)
class Known:
    """A file of the run before: its SHA-256, its pages, the fingerprint of what it was made from, and the doubts that
    were told of its row.
    """

    sha256: str
    pages: int | None
    sidik: str
    notes: tuple[Complaint, ...]


def previous(folder: Path) -> dict[str, Known]:
    """The files that the report of the run before tells of, by name; none where there is no report that can be read."""
    try:
        rows = json.loads((folder / f"{NAME}.json").read_bytes())["baris"]
        return {
            file["nama"]: Known(file["sha256"], file.get("halaman"), row["sidik"], notes)
            for row in rows
            for notes in [tuple(Complaint((), str(text)) for text in row["peringatan"])]
            for file in row["berkas"]
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def report(rows: Sequence[Mapping[str, Any]], remarks: Sequence[str], sources: Mapping[str, str]) -> dict[str, Any]:
    """The report as data."""
    states = ("dibuat", "tetap", "gagal", WAITING)
    counted = {state: sum(row["keadaan"] == state for row in rows) for state in states}
    return {
        "versi": __version__,
        **sources,
        "jumlah": {"baris": len(rows), **counted},
        "catatan": list(remarks),
        "baris": list(rows),
    }


def row_of(result: Result, sidik: str) -> dict[str, Any]:
    """A row of the report."""
    return {
        "baris": result.row,
        "tempat": Path(result.place).name,
        "nomor": result.nomor,
        "satker": result.satker,
        "tentang": result.tentang,
        "keadaan": result.state,
        "berkas": [
            {"nama": file.path.name, "sha256": file.sha256} | ({} if file.pages is None else {"halaman": file.pages})
            for file in result.files
        ],
        "kesalahan": [str(_named(complaint)) for complaint in result.complaints],
        "peringatan": [str(_named(note)) for note in result.notes],
        "sidik": sidik,
    }


def _named(complaint: Complaint) -> Complaint:
    """The complaint with the bare name of its file: the report says the same wherever it was made."""
    return replace(complaint, file=Path(complaint.file).name)


def save(folder: Path, data: Mapping[str, Any]) -> None:
    """Write `laporan.json`.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1)
    # A lone surrogate of a broken text has no bytes.
    write_all({folder / f"{NAME}.json": f"{text}\n".encode(errors="backslashreplace")})


def save_workbook(folder: Path, data: Mapping[str, Any]) -> None:
    """Write `laporan.xlsx`: one sheet with the rows, one with the remarks.

    Raises:
        OSError: it cannot be written, for instance because it is open in Excel.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet("Baris"), _HEADINGS, _WIDTHS, (_cells(row) for row in data["baris"]))
    counted = [(name.capitalize(), number) for name, number in data["jumlah"].items()]
    remarks = [("Catatan", text) for text in data["catatan"]]
    _fill(book.create_sheet("Ringkasan"), ("Perihal", "Isi"), (16, 120), [*counted, *remarks])
    write_all({folder / f"{NAME}.xlsx": archive.workbook(book)})


def _cells(row: Mapping[str, Any]) -> list[Any]:
    files = row["berkas"]
    pages = [file["halaman"] for file in files if "halaman" in file]
    return [
        *(row[key] for key in ("baris", "tempat", "nomor", "satker", "tentang", "keadaan")),
        "\n".join(file["nama"] for file in files),
        pages[0] if len(pages) == 1 else "\n".join(str(number) for number in pages),
        "\n".join(file["sha256"] for file in files),
        "\n".join(row["kesalahan"]),
        "\n".join(row["peringatan"]),
    ]


def _fill(sheet: Any, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for line, cells in enumerate([headings, *rows], start=1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(line, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("?", value).encode(errors="replace").decode()
                cell.data_type = "s"  # never a formula
            else:
                cell.value = value
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if line == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def same_on_disk(path: Path, sha256: str) -> bool:
    """Whether a file is there with that content."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
