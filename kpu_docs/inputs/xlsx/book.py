"""A workbook, opened: its sheets by name; or a complaint why it cannot be read, and what to do."""

from __future__ import annotations

import threading
import warnings
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from kpu_docs.archive import ENCRYPTED, OLE
from kpu_docs.complaints import Complaint, InputError, nearest
from kpu_docs.inputs.xlsx.guard import refusal
from kpu_docs.inputs.xlsx.parts import Extras, extras
from kpu_docs.inputs.xlsx.sheet import Sheet

_SAVE = "buka di Excel atau LibreOffice, lalu simpan sebagai Excel Workbook (.xlsx)"
_quiet = threading.Lock()


class Book:
    """A workbook. `file` is what complaints call it.

    Raises:
        InputError: the content is no workbook that can be read.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self._content = content
        try:
            self._extras = self._inspected()
            self._book = self._loaded(results=False)
        except InputError:
            raise
        except Exception:  # openpyxl and its parsers fail in a dozen ways at a damaged book
            raise self._refusal(f"buku kerja ini rusak atau tidak lengkap; {_SAVE}") from None
        self._results: Any = None

    @property
    def names(self) -> list[str]:
        """The visible sheets."""
        return [sheet.title for sheet in self._book.worksheets if sheet.sheet_state == "visible"]

    def sheet(self, name: str = "", *, markup: bool = True) -> Sheet:
        """A sheet by name (small and capital letters are alike); without a name the only visible one. Its texts have
        `markup` or are as typed.

        Raises:
            InputError: there is no such sheet, or several to choose from.
        """
        every = {sheet.title.strip().lower(): sheet.title for sheet in self._book.worksheets}
        if not name and len(self.names) == 1:
            title = self.names[0]
        elif name.strip().lower() in every:
            title = every[name.strip().lower()]
        else:
            raise self._refusal(self._no_such_sheet(name))
        sheet = self._book[title]
        return Sheet(self.file, sheet, self._results_of(sheet), self._extras.get(title, Extras()), markup=markup)

    def _no_such_sheet(self, name: str) -> str:
        names = ", ".join(self.names)
        if not name:
            return f"buku kerja ini mempunyai beberapa lembar ({names}); sebutkan lembarnya sesudah tanda #"
        near = nearest(name, [title.lower() for title in self.names])
        title = next((title for title in self.names if title.lower() == near), "")
        hint = f"; mungkin maksudnya {title}" if title else ""
        return f'tidak ada lembar "{name}"; yang ada: {names}{hint}'

    def _results_of(self, sheet: Any) -> Any:
        """The sheet with the stored results of its formulas; the sheet itself if it has none."""
        if not any(cell.data_type == "f" for cell in sheet._cells.values()):
            return sheet
        if self._results is None:
            self._results = self._loaded(results=True)
        return self._results[sheet.title]

    def _loaded(self, *, results: bool) -> Any:
        from openpyxl import load_workbook

        # openpyxl warns of what it leaves out (validation, newer formats); what matters of that is told by `parts`.
        with _quiet, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(self._content), data_only=results, rich_text=True, keep_links=False)

    def _inspected(self) -> dict[str, Extras]:
        if self._content.startswith(OLE):
            if ENCRYPTED in self._content:
                raise self._refusal("buku kerja ini berkata sandi; buka di Excel, hapus kata sandinya, lalu simpan")
            raise self._refusal(f"ini Excel lama (.xls); {_SAVE}")
        try:
            archive = ZipFile(BytesIO(self._content))
        except BadZipFile:
            raise self._refusal(f"ini bukan buku kerja Excel, atau rusak; {_SAVE}") from None
        with archive:
            names = archive.namelist()
            if "mimetype" in names and b"opendocument" in archive.open("mimetype").read(100):
                raise self._refusal(f"ini OpenDocument (.ods); {_SAVE}")
            if "xl/workbook.bin" in names:
                raise self._refusal(f"ini Excel biner (.xlsb); {_SAVE}")
            if "xl/workbook.xml" not in names:
                raise self._refusal(f"ini berkas ZIP atau Word, bukan buku kerja Excel; {_SAVE}")
            if message := refusal(archive):
                raise self._refusal(message)
            return extras(archive)

    def _refusal(self, message: str) -> InputError:
        return InputError(Complaint((), message, file=self.file))
