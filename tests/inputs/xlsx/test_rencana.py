"""Plans on sheets as offices have them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from kpu_docs.lampiran.rencana_kerja import RencanaKerja
from tests.inputs.xlsx.sheets import GREEN, activities, conditional, fill, marked, plan, read, wrong

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Ags", "Sept", "Okt", "Nop", "Des"]
MONTHS: dict[str, list[Any]] = {
    "numbers": list(range(1, 13)),
    "texts": [f"{month:02}" for month in range(1, 13)],
    "Roman": ROMAN,
    "short": SHORT,
    "days shown as months": [datetime(2026, month, 1) for month in range(1, 13)],
}


def row(*values: Any, **head: Any) -> Worksheet:
    return fill(plan(**head), 3, 1, "Rapat", "Sub", "hadir", *values)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("months", MONTHS)
def test_months_however_they_are_called(months: str, merged: bool) -> None:
    sheet = plan(MONTHS[months], merged=merged)
    for cell in sheet[2]:
        cell.number_format = "mmm" if isinstance(cell.value, datetime) else "General"
    fill(sheet, 3, 1, "Rapat", "Sub", "hadir", None, None, None, "x")
    assert "petak" not in read(sheet).data
    assert marked(sheet) == ["4"]


@pytest.mark.parametrize("sign", ["x", "X", "v", "V", " v ", "√", "✓", "✔", 1, "1", True, "*", "\uf0fc"])
def test_signs_that_mark(sign: Any) -> None:
    assert marked(row(None, sign)) == ["2"]


@pytest.mark.parametrize(
    ("font", "letter"), [("Wingdings", "ü"), ("Wingdings", "þ"), ("Wingdings 2", "P"), ("Webdings", "a")]
)
def test_letters_of_symbol_fonts_that_show_ticks(font: str, letter: str) -> None:
    sheet = row(letter)
    assert marked(sheet) == [f"1={letter}"]
    sheet["E3"].font = Font(name=font)
    assert marked(sheet) == ["1"]


def test_another_letter_of_a_symbol_font_is_refused() -> None:
    sheet = row("J")
    sheet["E3"].font = Font(name="Wingdings")
    [complaint] = wrong(sheet)
    assert (complaint.sel, "Wingdings" in complaint.message) == ("E3", True)


FILLS = {
    "rgb": (PatternFill("solid", fgColor="FFFFC000"), True),
    "black": (PatternFill("solid", fgColor="FF000000"), True),
    "theme": (PatternFill("solid", fgColor=Color(theme=4, tint=0.4)), True),
    "grey theme": (PatternFill("solid", fgColor=Color(theme=0, tint=-0.25)), True),
    "indexed": (PatternFill("solid", fgColor=Color(indexed=13)), True),
    "pattern": (PatternFill("lightUp", fgColor="FF000000"), True),
    "white": (PatternFill("solid", fgColor="FFFFFFFF"), False),
    "theme white": (PatternFill("solid", fgColor=Color(theme=0)), False),
    "indexed white": (PatternFill("solid", fgColor=Color(indexed=9)), False),
    "none": (PatternFill(fill_type=None), False),
}


@pytest.mark.parametrize("look", FILLS)
def test_fills(look: str) -> None:
    sheet = row()
    sheet["F3"].fill, marks = FILLS[look]
    assert marked(sheet) == (["2"] if marks else [])


def test_the_colour_of_a_whole_row_or_of_the_head_is_no_mark() -> None:
    sheet = row("x")
    for cells in (sheet[1], sheet[2], sheet[3]):
        for cell in cells:
            cell.fill = GREEN
    assert marked(sheet) == ["1"]


def test_bars() -> None:
    sheet = row()
    sheet.merge_cells("F3:H3")
    sheet["F3"].fill = GREEN
    sheet["J3"] = "tentatif\ndua"
    sheet.merge_cells("J3:K3")
    sheet.merge_cells("M3:N3")
    assert marked(sheet) == ["2", "3", "4", "6=tentatif dua", "7"]


def test_a_filled_cell_with_a_text_holds_the_text() -> None:
    sheet = row("R1", "x")
    sheet["E3"].fill = sheet["F3"].fill = GREEN
    assert marked(sheet) == ["1=R1", "2"]


def test_titles_above_and_numbers_of_columns_below_the_head() -> None:
    sheet = plan(top=5)
    fill(sheet, 1, "RENCANA KERJA KEGIATAN").merge_cells("A1:Q1")
    fill(sheet, 2, "Satuan kerja:", "KPU Kota Mojokerto")
    fill(sheet, 7, "(1)", "(2)", "(3)", "(4)", "(5)")
    fill(sheet, 8, 1, "Rapat", "Sub", None, "x")
    assert activities(sheet) == [("Rapat", "Sub", [("1", "")])]


def test_merged_and_unmerged_labels() -> None:
    sheet = plan()
    fill(sheet, 3, 1, "Rapat", "a", None, "x")
    fill(sheet, 4, None, None, "b", None, None, "x")
    fill(sheet, 5, 2, "Laporan", "c")
    fill(sheet, 6, None, None, "d").merge_cells("B5:B6")
    assert activities(sheet) == [
        ("Rapat", "a", [("1", "")]),
        ("Rapat", "b", [("2", "")]),
        ("Laporan", "c", []),
        ("Laporan", "d", []),
    ]


def test_labels_merged_over_two_rows_of_marks_are_one_row() -> None:
    sheet = fill(row("x"), 4, *[None] * 5, "x")
    for column in "ABCD":
        sheet.merge_cells(f"{column}3:{column}4")
    assert marked(sheet) == ["1", "2"]


def test_marks_without_an_activity_are_refused() -> None:
    sheet = fill(row("x"), 4, *[None] * 5, "x")
    [complaint] = wrong(sheet)
    assert (complaint.sel, "tanpa kegiatan" in complaint.message) == ("F4", True)
    sheet["F4"] = None
    sheet["G4"].fill = GREEN
    fill(sheet, 5, 2, "Laporan", "Sub")
    assert [one.sel for one in wrong(sheet)] == ["G4"]


@pytest.mark.parametrize("shape", ["merged", "one cell", "two cells", "joined"])
def test_sections(shape: str) -> None:
    sheet = plan()
    for at, (nomor, judul) in enumerate((("I.", "MANAJEMEN"), ("II.", "PENGAWASAN"))):
        line = 3 + 2 * at
        if shape in ("merged", "one cell"):
            fill(sheet, line, f"{nomor} {judul}")
        else:
            fill(sheet, line, nomor, judul)
        if shape == "merged":
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=17)
        if shape == "joined":
            sheet.merge_cells(start_row=line, end_row=line, start_column=2, end_column=17)
        fill(sheet, line + 1, "1", "Rapat", "Sub")
    found = [(one["nomor"], one["judul"], len(one["kegiatan"])) for one in read(sheet).data["bagian"]]
    assert found == [("I.", "MANAJEMEN", 1), ("II.", "PENGAWASAN", 1)]


def test_an_activity_with_a_roman_number_is_no_section() -> None:
    sheet = fill(plan(), 3, "I", "Rapat", "Sub", None, "x")
    assert activities(sheet) == [("Rapat", "Sub", [("1", "")])]


def test_hidden_rows_and_columns_are_skipped_and_said() -> None:
    sheet = row("x", "x")
    fill(sheet, 4, 2, "Rahasia", "Sub")
    fill(sheet, 5, 3, "Laporan", "Sub")
    sheet.row_dimensions[4].hidden = True
    sheet.insert_cols(4)
    fill(sheet, 1, None, None, None, "ANGGARAN")
    sheet["D3"] = 500
    assert [one.sel for one in wrong(_rebuilt(sheet))] == ["D1"]
    sheet = _rebuilt(sheet)
    sheet.column_dimensions["D"].hidden = True
    assert [kegiatan for kegiatan, _, _ in activities(sheet)] == ["Rapat", "Laporan"]
    assert [note.message for note in read(sheet).notes] == [
        "baris tersembunyi tidak dibaca: 4",
        "kolom tersembunyi tidak dibaca: D",
    ]


def _rebuilt(sheet: Worksheet) -> Worksheet:
    """The sheet without merged areas, which openpyxl leaves where they were."""
    for area in list(sheet.merged_cells.ranges):
        sheet.merged_cells.remove(area)
    return sheet


SIGNED = [
    "Mojokerto, 26 Januari 2026",
    "Mojokerto,     Januari 2026",
    "Ditetapkan di Mojokerto",
    "KETUA,",
    "Mengetahui",
]


@pytest.mark.parametrize("words", SIGNED)
def test_the_signature_is_no_data(words: str) -> None:
    sheet = fill(row("x"), 5, *[None] * 10, words)
    fill(sheet, 6, *[None] * 10, "NAMA")
    fill(sheet, 8, *[None] * 10, "NIP 197001012000031001")
    assert marked(sheet) == ["1"]
    [note] = read(sheet).notes
    assert note.sel == "K5"
    assert words.split()[0] in note.message


def test_rows_below_the_signature_are_refused() -> None:
    sheet = fill(row("x"), 5, *[None] * 10, "KETUA,")
    fill(sheet, 7, 2, "Laporan", "Sub", None, None, "x")
    assert [one.sel for one in wrong(sheet)] == ["F7"]


def test_empty_lines_and_a_head_that_is_repeated() -> None:
    sheet = row("x")
    for column in range(1, 18):
        sheet.cell(6, column, sheet.cell(1, column).value)
    for column in range(5, 17):
        sheet.cell(7, column, column - 4)
    fill(sheet, 8, 2, "Laporan", "Sub", None, None, "x")
    assert [(kegiatan, cells) for kegiatan, _, cells in activities(sheet)] == [
        ("Rapat", [("1", "")]),
        ("Laporan", [("2", "")]),
    ]


def test_texts_are_cleaned_and_keep_their_line_breaks() -> None:
    sheet = fill(plan(), 3, 1, "Rapat\u00a0 besar ", "satu_x000D_\n dua\t", "5 * 3 = *15*")
    [activity] = read(sheet).data["bagian"][0]["kegiatan"]
    assert activity["kegiatan"] == "Rapat besar"
    assert activity["sub_kegiatan"][0]["sub_kegiatan"] == "satu\ndua"
    assert activity["sub_kegiatan"][0]["indikator"] == r"5 \* 3 = \*15\*"


def test_runs_become_markup() -> None:
    runs = CellRichText("Menyusun ", TextBlock(InlineFont(i=True), "road* map "), TextBlock(InlineFont(b=True), "2026"))
    whole = CellRichText(TextBlock(InlineFont(b=True), "Semua "), TextBlock(InlineFont(b=True), "tebal"))
    sheet = fill(plan(), 3, 1, whole, runs)
    assert activities(sheet) == [("Semua tebal", r"Menyusun *road\* map* **2026**", [])]


def test_numbers_and_days_as_the_sheet_shows_them() -> None:
    sheet = fill(plan(), 3, 1, 12345, 0.125, datetime(2026, 1, 26), *[None] * 12, 2.5)
    for cell, style in (("B3", "#,##0"), ("C3", "0.0%"), ("D3", "dd/mm/yyyy")):
        sheet[cell].number_format = style
    activity = read(sheet).data["bagian"][0]["kegiatan"][0]
    [line] = activity["sub_kegiatan"]
    assert (activity["nomor"], activity["kegiatan"], line["sub_kegiatan"]) == ("1", "12.345", "12,5%")
    assert (line["indikator"], line["keterangan"]) == ("26 Januari 2026", "2,5")


FAULTS: dict[str, tuple[Any, str]] = {
    "formula without a result": ("=A1", "simpan lagi"),
    "error": ("#REF!", "gagal"),
    "number with lost digits": (197001012000031001, "15 angka"),
    "number as text with lost digits": ("1,97001E+17", "15 angka"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_mistake_in_f12_is_reported_at_f12(fault: str) -> None:
    value, words = FAULTS[fault]
    sheet = plan()
    for line in range(3, 15):
        fill(sheet, line, line - 2, "Rapat", "Sub")
    sheet["F12"] = value
    [complaint] = wrong(sheet)
    assert str(complaint).startswith('rencana.xlsx: Lembar "Rencana", sel F12: ')
    assert words in complaint.message


def test_errors_outside_the_table_do_not_matter() -> None:
    sheet = fill(row("x"), 5, *[None] * 10, "KETUA,")
    fill(sheet, 7, "#REF!", "=A1")
    assert marked(sheet) == ["1"]


GRIDS: dict[str, tuple[list[Any], list[tuple[Any, int]], str]] = {
    "quarters": (["TW I", "TW II", "TW III", "TW IV"], [], "TW II"),
    "half a year": (["Jul", "Ags", "Sep", "Okt", "Nov", "Des"], [], "Ags"),
    "weeks under months": (["I", "II", "III", "IV"] * 2, [("MARET", 4), ("APRIL", 4)], "MARET II"),
    "quarters over months": (SHORT, [("TW I", 3), ("TW II", 3), ("TW III", 3), ("TW IV", 3)], "TW I Feb"),
    "two years": (list(range(1, 13)) * 2, [(2026, 12), (2027, 12)], "2026 2"),
}


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("grid", GRIDS)
def test_other_grids(grid: str, merged: bool) -> None:
    columns, groups, second = GRIDS[grid]
    sheet = plan(columns, top=2, merged=False)
    if groups:
        sheet.insert_rows(3)
        at = 5
        for title, width in groups:
            sheet.cell(3, at, title)
            if merged:
                sheet.merge_cells(start_row=3, end_row=3, start_column=at, end_column=at + width - 1)
            at += width
    if merged:
        sheet.merge_cells(start_row=2, end_row=2, start_column=5, end_column=4 + len(columns))
    last = 4 if groups else 3
    fill(sheet, last + 1, 1, "Rapat", "Sub", None, None, "x")
    data = read(sheet).data
    assert data["petak"]["judul"] == "BULAN"
    assert [(group["judul"], len(group["kolom"])) for group in data["petak"]["kolom"]] == (
        [(str(title), width) for title, width in groups] or [("", len(columns))]
    )
    assert marked(sheet) == [second]
    RencanaKerja.model_validate(data)


HEADS = {
    "no head": ("A1", None, "", "judul tabel tidak ditemukan"),
    "unknown column": ("D1", "PENANGGUNG JAWAB", "D1", "tidak dikenal"),
    "column twice": ("D1", "SUB KEGIATAN", "D1", "dua kali"),
}


@pytest.mark.parametrize("case", HEADS)
def test_heads_that_cannot_be_read(case: str) -> None:
    cell, value, place, words = HEADS[case]
    sheet = row("x")
    if value is None:
        for name in "ABCD":
            sheet[f"{name}1"] = None
    else:
        sheet[cell] = value
    [complaint] = wrong(sheet)
    assert (complaint.sel, words in complaint.message) == (place, True)


def test_a_head_without_months() -> None:
    assert "kolom bulan" in wrong(row("x", months=["A", "B"]))[-1].message


def test_equal_names_in_the_grid() -> None:
    assert [one.sel for one in wrong(row("x", months=["Jan", "Feb", "Jan"]))] == ["G2"]


def test_headings_of_the_sheet_are_kept() -> None:
    sheet = row("x")
    assert "kolom" not in read(sheet).data
    sheet["B1"], sheet["D1"] = "Program/Kegiatan", "OUTPUT"
    kolom = ("NO.", "Program/Kegiatan", "SUB KEGIATAN", "OUTPUT", "KET")
    assert read(sheet).data["kolom"] == kolom


def test_a_plan_without_sub_activities() -> None:
    sheet = _rebuilt(row("x"))
    sheet.delete_cols(3, 2)
    assert activities(sheet) == [("Rapat", "", [("1", "")])]


@pytest.mark.parametrize("cells", ["E3:P20", "F3"])
def test_conditional_formats_on_the_grid_are_refused(cells: str) -> None:
    sheet = row("x")
    conditional(sheet, "A3:D9")
    assert marked(sheet) == ["1"]
    conditional(sheet, cells)
    assert [(one.sel, "format bersyarat" in one.message) for one in wrong(sheet)] == [(cells.split(":")[0], True)]


def test_marks_of_a_row_whose_sub_activity_is_empty_are_refused_though_the_activity_is_merged() -> None:
    sheet = fill(row("x"), 4, *[None] * 5, "x")
    sheet.merge_cells("B3:B4")
    assert [one.sel for one in wrong(sheet)] == ["F4"]


def test_a_place_and_a_month_in_the_table_do_not_end_it() -> None:
    sheet = fill(row("x"), 4, None, None, "Rapat Pleno, Januari 2026", "hadir")
    fill(sheet, 5, None, None, "Rapat Kerja, Mei 2026")
    sheet["F5"].fill = GREEN
    assert [sub for _, sub, _ in activities(sheet)] == ["Sub", "Rapat Pleno, Januari 2026", "Rapat Kerja, Mei 2026"]
