"""The workbook of `kpu-docs init`: a plan of activities with a grid of months, to be filled in with a spreadsheet.

It has the layout of the annex on paper: a title, two rows of headings, sections with Roman numerals. The months have a
drop-down, the headings a note that says what belongs below them. Equal bytes at every call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from kpu_docs import archive
from kpu_docs.lampiran.rencana_kerja import KOLOM
from kpu_docs.petak import Bulan

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Rencana"
GUIDE = "Petunjuk"

TITLE_ROW, HEAD_ROW, FIRST_ROW, LAST_ROW = 1, 3, 5, 80
FIRST_MONTH = len(KOLOM)
"""The column of the first month: only KET stands behind the months."""

MONTHS = Bulan().count
NOTE_COLUMN = FIRST_MONTH + MONTHS
WIDTHS = (6, 28, 36, 36, *(4.5,) * MONTHS, 16)
FOLIO = 14
"""The paper of a spreadsheet that is nearest to F4: 8.5 x 13 inches."""

HEAD_NOTES = (
    "Angka Romawi (I., II.) untuk bagian, angka (1., 2.) untuk kegiatan. Dicetak seperti ditulis.",
    "Nama kegiatan, atau judul bagian pada baris berangka Romawi. Kosongkan bila baris ini sub kegiatan berikutnya "
    "dari kegiatan di atasnya.",
    "Satu baris untuk setiap sub kegiatan. Boleh kosong bila kegiatannya tidak dirinci.",
    "Tanda bahwa sub kegiatan berhasil, misalnya: Terlatihnya anggota.",
    "Tulis x pada bulan pelaksanaan: petaknya diarsir pada cetakan. Teks pendek, misalnya R1, dicetak di dalam petak.",
    "Keterangan singkat, misalnya: tentatif. Boleh kosong.",
)

GUIDE_LINES = (
    "Cara mengisi lembar Rencana",
    "1. Ganti atau hapus baris yang bertuliskan CONTOH. Judul kolom jangan diubah.",
    "2. Bagian: angka Romawi di kolom NO., judulnya di kolom KEGIATAN, kolom lain kosong.",
    "3. Kegiatan: angkanya di kolom NO.; sub kegiatan berikutnya ditulis di bawahnya, dengan NO. dan KEGIATAN kosong.",
    "4. Bulan: pilih x dari daftar. Teks lain boleh, setelah peringatan dijawab Ya; teks itu dicetak di dalam petak.",
    "5. Baris kosong tidak dicetak. Baris baru disisipkan di antara baris yang ada, agar daftar pilihannya ikut.",
    "6. Simpan sebagai .xlsx di folder keputusan.yaml, tutup, lalu jalankan: kpu-docs render keputusan.yaml",
)

EXAMPLE: tuple[tuple[str, str, str, str, dict[int, str], str], ...] = (
    ("I.", "PERSIAPAN (CONTOH)", "", "", {}, ""),
    ("1.", "CONTOH: Pembekalan Tim", "CONTOH: Membaca pedoman.", "CONTOH: Seluruh anggota hadir.", {1: "x"}, ""),
    ("", "", "CONTOH: Latihan.", "CONTOH: Terlatihnya anggota.", {2: "x", 3: "x", 4: "x"}, "CONTOH"),
    ("II.", "PELAKSANAAN (CONTOH)", "", "", {}, ""),
    ("1.", "CONTOH: Rapat", "CONTOH: Rapat berkala.", "CONTOH: Terlaksananya rapat.", {6: "R1", 12: "R2"}, ""),
)
"""The rows to start from; every one says that it is an example."""

_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TEXT = Alignment(vertical="top", wrap_text=True)


def workbook() -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _lay_out(sheet)
    _head(sheet)
    _rows(sheet)
    _months(sheet)
    _print_set_up(sheet)
    _guide(book.create_sheet(GUIDE))
    return archive.workbook(book)


def _lay_out(sheet: Worksheet) -> None:
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.merge_cells(start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=1, end_column=NOTE_COLUMN)
    title = sheet.cell(TITLE_ROW, 1, "RENCANA KERJA CONTOH TAHUN 2026")
    title.font, title.alignment = Font(bold=True, size=12), _CENTRED


def _head(sheet: Worksheet) -> None:
    months = Bulan()
    for row in (HEAD_ROW, HEAD_ROW + 1):
        for column in range(1, NOTE_COLUMN + 1):
            cell = sheet.cell(row, column)
            cell.font, cell.alignment, cell.border = Font(bold=True), _CENTRED, _GRID
            cell.fill = PatternFill("solid", fgColor="D9D9D9")
    columns = (*range(1, FIRST_MONTH), NOTE_COLUMN)
    for column, heading in zip(columns, KOLOM, strict=True):
        sheet.cell(HEAD_ROW, column, heading)
        sheet.merge_cells(start_row=HEAD_ROW, end_row=HEAD_ROW + 1, start_column=column, end_column=column)
    sheet.cell(HEAD_ROW, FIRST_MONTH, months.judul)
    sheet.merge_cells(start_row=HEAD_ROW, end_row=HEAD_ROW, start_column=FIRST_MONTH, end_column=NOTE_COLUMN - 1)
    for column, month in enumerate(months.kolom[0].kolom, start=FIRST_MONTH):
        sheet.cell(HEAD_ROW + 1, column, int(month))
    for column, said in zip((*range(1, FIRST_MONTH + 1), NOTE_COLUMN), HEAD_NOTES, strict=True):
        sheet.cell(HEAD_ROW, column).comment = Comment(said, "kpu-docs", height=110, width=260)


def _rows(sheet: Worksheet) -> None:
    for row in range(FIRST_ROW, LAST_ROW + 1):
        for column in range(1, NOTE_COLUMN + 1):
            cell = sheet.cell(row, column)
            # Text, so that a spreadsheet makes no number of "1." and no date of "3-5".
            cell.border, cell.number_format = _GRID, "@"
            cell.alignment = _CENTRED if column == 1 or FIRST_MONTH <= column < NOTE_COLUMN else _TEXT
    for row, (number, activity, sub, sign, months, note) in enumerate(EXAMPLE, start=FIRST_ROW):
        texts = {1: number, 2: activity, 3: sub, 4: sign, NOTE_COLUMN: note}
        texts |= {FIRST_MONTH - 1 + month: text for month, text in months.items()}
        for column, text in texts.items():
            sheet.cell(row, column).value = text or None
            sheet.cell(row, column).font = Font(bold=not sub)


def _months(sheet: Worksheet) -> None:
    """The drop-down of the months: x or nothing; another text is let through after a warning."""
    marks = DataValidation(type="list", formula1='"x"', allow_blank=True, errorStyle="warning")
    marks.showErrorMessage = True
    marks.errorTitle = "Bukan x"
    marks.error = "Bulan pelaksanaan ditandai x. Teks lain dicetak di dalam petak; pakai teks pendek saja. Lanjutkan?"
    first, last = get_column_letter(FIRST_MONTH), get_column_letter(NOTE_COLUMN - 1)
    marks.add(f"{first}{FIRST_ROW}:{last}{LAST_ROW}")
    sheet.add_data_validation(marks)


def _print_set_up(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = FOLIO
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW + 1}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5


def _guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for row, line in enumerate(GUIDE_LINES, start=1):
        sheet.cell(row, 1, line).alignment = _TEXT
    sheet.cell(1, 1).font = Font(bold=True)
