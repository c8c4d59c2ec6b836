"""Workbooks as LibreOffice Calc saves them: `python -m tests.inputs.xlsx.calc` makes them anew.

Each is laid out with openpyxl, then opened and saved by Calc, which writes its own styles, strings, merged cells, fonts
and results of formulas. `calc_rencana.xlsx` and `calc_bentuk.xlsx`, which has a shape drawn over the grid, were made by
hand in Calc. A formula without a result cannot come from Calc, which always stores one.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.inputs.xlsx.sheets import conditional

HERE = Path(__file__).parent
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LABELS = ("NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN")
GREEN, RED, BLACK = (PatternFill("solid", fgColor=f"FF{colour}") for colour in ("92D050", "C00000", "000000"))
ACCENT = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
NBSP = "\N{NO-BREAK SPACE}"


def sheet(book: Workbook, title: str, *rows: tuple[Any, ...], top: int = 1) -> Worksheet:
    """A new sheet with these rows from row `top` on."""
    made: Worksheet = book.create_sheet(title)
    for at, row in enumerate(rows, start=top):
        for column, value in enumerate(row, start=1):
            if value is not None:
                made.cell(at, column, value)
    return made


def plan(book: Workbook, title: str, months: tuple[Any, ...], *rows: tuple[Any, ...], merged: bool = True) -> Worksheet:
    """A plan: merged title rows, an empty row, two rows of headings from row 4 on, the rows from row 6 on."""
    heads = (
        ("RENCANA KERJA",), ("TAHUN 2026",), (), (*LABELS, "BULAN", *[None] * (len(months) - 1), "KET"),
        (None, None, None, None, *months),
    )  # fmt: skip
    made = sheet(book, title, *heads, *rows)
    last = 5 + len(months)
    for row in (1, 2):
        made.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    if merged:
        for column in (1, 2, 3, 4, last):
            made.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
        made.merge_cells(start_row=4, end_row=4, start_column=5, end_column=last - 1)
    return made


ROW = (1, "Rapat", "Sub", "hadir", None, "x")


def heads() -> Workbook:
    """Headings: months as numbers, names, Roman numerals; quarters over months, weeks under months, half merged."""
    book = Workbook()
    plan(book, "Angka", tuple(range(1, 13)), ROW)
    plan(book, "Nama", MONTHS, ROW, merged=False)
    plan(book, "Romawi", ROMAN, ROW)
    plan(book, "Triwulan", ("TW I", "TW II", "TW III", "TW IV"), ROW)
    weeks = plan(book, "Minggu", ("I", "II", "III", "IV") * 2, ROW)
    over = plan(book, "Tiga", MONTHS[:6], ROW)
    for made, groups, width in ((weeks, ("MARET", "APRIL"), 4), (over, ("TW I", "TW II"), 3)):
        shift(made)
        for at, group in enumerate(groups):
            left = 5 + at * width
            made.cell(5, left, group)
            made.merge_cells(start_row=5, end_row=5, start_column=left, end_column=left + width - 1)
    return book


def shift(made: Worksheet) -> None:
    """Make room for a third row of headings between the two of a plan."""
    areas = [area.bounds for area in made.merged_cells.ranges]
    for area in list(made.merged_cells.ranges):
        made.unmerge_cells(str(area))
    made.insert_rows(5)
    for left, top, right, bottom in areas:
        made.merge_cells(start_row=top, end_row=bottom + (bottom == 5), start_column=left, end_column=right)


def marks() -> Workbook:
    """What marks a cell: signs, ticks of symbol fonts, fills, bars over several months, a text in a bar."""
    book = Workbook()
    signs = ("x", "X", "v", "\u2713", "\u221a", 1, "\u00fc", "\u00fe", "P", "R1")
    rows = [(at, f"Kegiatan {at}", "Sub", None, None, sign) for at, sign in enumerate(signs, start=1)]
    made = plan(book, "Tanda", tuple(range(1, 13)), *rows)
    for cell, font in (("F12", "Wingdings"), ("F13", "Wingdings"), ("F14", "Wingdings 2")):
        made[cell].font = Font(name=font)
    made = plan(book, "Warna", tuple(range(1, 13)), *((at, f"Kegiatan {at}", "Sub") for at in range(1, 8)))
    for cell, fill in (("F6", GREEN), ("F7", RED), ("F8", BLACK), ("F9", ACCENT), ("F10", GREEN), ("F11", RED)):
        made[cell].fill = fill
    made["F11"] = "tentatif"
    for area in ("F10:I10", "F11:G11"):
        made.merge_cells(area)
    made["F12"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    return book


def rows() -> Workbook:
    """Merged and unmerged labels, sections, hidden rows and columns, empty lines, no-break spaces, a signature."""
    book = Workbook()
    made = plan(
        book, "Rencana", tuple(range(1, 13)),
        ("I. MANAJEMEN",),
        (1, f"Rapat{NBSP}besar", "a", None, "x"), (None, None, "b", None, None, "x"),
        (),
        (2, "Laporan", "c", None, "x"), (None, None, "d", None, None, "x"),
        ("II.", "PENGAWASAN"),
        (1, "Rahasia", "e", None, "x"),
        (1, "Evaluasi", "f", None, "x"),
        (),
        (*[None] * 11, "Mojokerto, 26 Januari 2026"), (*[None] * 11, "KETUA,"), (), (*[None] * 11, "NAMA CONTOH"),
    )  # fmt: skip
    made.merge_cells("A6:Q6")
    made.merge_cells("A10:A11")
    made.merge_cells("B10:B11")
    made.row_dimensions[13].hidden = True
    made["D7"] = "catatan sendiri"
    made.column_dimensions["D"].hidden = True
    return book


def decree() -> Workbook:
    """A whole decree with annexes of five kinds."""
    book = Workbook()
    sheet(
        book, "Keputusan",
        ("kunci", "isi"),
        ("satker", "kota-mojokerto"), ("tentang", "Penataan Arsip"),
        ("menimbang", "bahwa arsip perlu ditata;"),
        ("mengingat", "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;"),
        ("diktum", "Menetapkan dua."), (None, "Berlaku."),
        ("ditetapkan.di", "Mojokerto"), ("ditetapkan.pada", date(2026, 1, 26)),
        ("penanda tangan.nama", "NAMA CONTOH"),
        ("lampiran.rencana_kerja", "#Rencana"), ("lampiran.jadwal", "#Jadwal"), ("lampiran.anggaran", "#Anggaran"),
        ("lampiran.susunan_tim", "#Tim"), ("lampiran.tabel", "#Tabel"),
    )  # fmt: skip
    plan(book, "Rencana", tuple(range(1, 13)), ROW)
    schedule(book)
    budget(book)
    team = sheet(
        book, "Tim",
        ("SUSUNAN TIM",), (), ("NO", "NAMA", "NIP", "JABATAN", "KEDUDUKAN DALAM TIM"),
        ("I", "PENGARAH"), (1, "Nama Satu", "197001011995031001", "Ketua", "Pengarah"),
        ("II", "PELAKSANA"), (2, "Nama Dua", None, "Sekretaris", "Anggota"), (3, "Nama Tiga", None, "Staf"),
    )  # fmt: skip
    team.merge_cells("A1:E1")
    team.merge_cells("E7:E8")
    table = sheet(
        book, "Tabel",
        ("DAFTAR PEMILIH",), (), ("NO", "DESA", "PEMILIH", None, "TANGGAL"), (None, None, "L", "P"),
        ("KECAMATAN WATES",), (1, "Satu", "12.345", 10, date(2026, 1, 5)), (2, "Dua", 20, "=D6+5", date(2026, 1, 6)),
        ("KECAMATAN KOTA",), (1, "Tiga", 1, 2, "7 Januari 2026"),
    )  # fmt: skip
    for area in ("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A5:E5", "A8:E8"):
        table.merge_cells(area)
    for cell in ("E6", "E7"):
        table[cell].number_format = "dd/mm/yyyy"
    return book


def schedule(book: Workbook) -> None:
    """A schedule with beginning and end, sections, items with letters, parties of which cells are marked and filled."""
    made = sheet(
        book, "Jadwal",
        ("TAHAPAN DAN JADWAL",), (), ("NO", "KEGIATAN", "JADWAL", None, "SUBBAGIAN", None, "KET"),
        (None, None, "AWAL", "AKHIR", "HUKUM", "TEKNIS"),
        ("I.", "PERSIAPAN"),
        (1, f"Pembekalan{NBSP}Tim", date(2026, 1, 5), date(2026, 1, 7), "x"),
        (2, "Pengadaan"),
        ("a.", "Penawaran", "8 Januari 2026", "Jumat, 9 Jan 2026", None, "\u2713"),
        (None, "b. Penyerahan", "12 Januari 2026", None, None, "siang", "tentatif"),
        (),
        ("II.", "PENATAAN"),
        (1, "Penyusunan", date(2026, 2, 3), "6 Februari 2026"),
        (),
        (None, None, None, None, "Mojokerto, 26 Januari 2026"), (None, None, None, None, "KETUA,"),
    )  # fmt: skip
    for area in ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "E12:F12"):
        made.merge_cells(area)
    made["E12"].fill = GREEN
    for cell in ("C6", "D6", "C12"):
        made[cell].number_format = "d mmm yyyy"


def budget(book: Workbook) -> None:
    """A budget with accounts, a product in several cells, formulas, numbers as text, subtotals and totals."""
    made = sheet(
        book, "Anggaran",
        ("RINCIAN BIAYA",), (),
        ("KODE", "URAIAN", "RINCIAN VOLUME", *[None] * 4, "VOLUME", "SATUAN", "HARGA SATUAN", "JUMLAH"),
        (*[None] * 9, "(Rp)", "(Rp)"),
        ("6639", "Penataan Arsip", *[None] * 8, "=K6+K11"),
        (521211, "Belanja Bahan", *[None] * 8, "=SUM(K7:K8)"),
        (None, "Konsumsi", 25, "org", "x", 2, "hari", 50, "OH", "45.000", "=H7*45000"),
        (None, "Penggandaan", None, None, None, None, None, "1.200", "lembar", 350, "=1200*J8"),
        ("524113", "Perjalanan"),
        (None, "Transportasi", 3, "org", "x", 4, "keg", 12, "OK", 150000, "=H10*J10"),
        (None, "Jumlah Perjalanan", *[None] * 8, "=K10"),
        ("JUMLAH", *[None] * 9, "=K5"),
        ("Terbilang: empat juta empat ratus tujuh puluh ribu rupiah",),
    )  # fmt: skip
    for area in ("A1:K1", "A3:A4", "B3:B4", "C3:G4", "H3:H4", "I3:I4", "A12:J12", "A13:K13"):
        made.merge_cells(area)
    for row in range(5, 13):
        made.cell(row, 11).number_format = "#,##0"


def sums() -> Workbook:
    """A budget whose groups have no codes: what belongs to them says the formula of their amounts."""
    book = Workbook()
    sheet(
        book, "Kelompok",
        ("URAIAN", "VOLUME", "SATUAN", "HARGA", "JUMLAH"),
        ("Rapat", None, None, None, "=SUM(E3:E4)"), ("Konsumsi", 2, "org", 50, "=B3*D3"),
        ("Cetak", 1, "buah", 20, "=B4*D4"),
        ("Sewa", 1, "unit", 80, "=B5*D5"),
        ("Sidang", None, None, None, "=E7"), ("Konsumsi", 3, "org", 50, "=B7*D7"),
        ("TOTAL", None, None, None, "=E2+E5+E6"),
    )  # fmt: skip
    return book


def faults() -> Workbook:
    """A mistake in F12, of another kind on each sheet."""
    book = Workbook()
    lines = [(at, f"Kegiatan {at}", "Sub") for at in range(1, 9)]
    plan(book, "Rumus", tuple(range(1, 13)), *lines)["F12"] = "=1/0"
    plan(book, "Rujukan", tuple(range(1, 13)), *lines)["F12"] = "=Hilang.A1"
    font = plan(book, "Fonta", tuple(range(1, 13)), *lines)
    font["F12"], font["F12"].font = "J", Font(name="Wingdings")
    conditional(plan(book, "Bersyarat", tuple(range(1, 13)), *lines), "F12:F14")
    people = [(at, "A", "B", "C", "D", f"1970010119950310{at:02}", "x") for at in range(1, 12)]
    for title, value in (("NIP", 197001011995031001), ("NIK", 3576010101700001)):
        made = sheet(book, title, ("NO", "NAMA", "JABATAN", "PANGKAT", "KEDUDUKAN", title, "KET"), *people)
        made["F12"] = value
    days = [(at, f"Kegiatan {at}", None, None, None, "5 Januari 2026") for at in range(1, 12)]
    made = sheet(book, "Jadwal", ("NO", "KEGIATAN", "HUKUM", "TEKNIS", "UMUM", "TANGGAL"), *days)
    made["C3"] = made["D3"] = made["E3"] = "x"
    made["F12"] = "30 Februari 2026"
    items = [("521211", "Bahan", 1, "buah", "1.000", "1.000") for _ in range(1, 12)]
    sheet(book, "Anggaran", ("KODE", "URAIAN", "VOLUME", "SATUAN", "HARGA", "JUMLAH"), *items)["F12"] = "1,000"
    return book


BOOKS: dict[str, Callable[[], Workbook]] = {
    "calc_judul.xlsx": heads,
    "calc_tanda.xlsx": marks,
    "calc_baris.xlsx": rows,
    "calc_keputusan.xlsx": decree,
    "calc_rumus.xlsx": sums,
    "calc_salah.xlsx": faults,
    "calc_lama.xls": heads,
    "calc_terbuka.ods": heads,
}
"""By the name of the file what lies in it."""


def make(folder: Path) -> None:
    """Have Calc save every book into a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, build in BOOKS.items():
            book = build()
            book.remove(book.worksheets[0])
            laid_out = Path(scratch) / name.rpartition(".")[0] / Path(name).with_suffix(".xlsx")
            laid_out.parent.mkdir()
            book.save(laid_out)
            call = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to"]
            call += [name.rpartition(".")[2], "--outdir", str(folder), str(laid_out)]
            subprocess.run(call, check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    make(HERE)
