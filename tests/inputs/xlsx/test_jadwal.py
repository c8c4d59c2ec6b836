"""Schedules on sheets."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs.lampiran.jadwal import Jadwal
from tests.inputs.decrees import only, refused
from tests.inputs.xlsx.sheets import GREEN, conditional, decree, merged, read, table, wrong

HEAD = ("NO", "KEGIATAN", "TANGGAL", "KET")


def schedule(sheet: Worksheet) -> Jadwal:
    """The schedule of a sheet."""
    return Jadwal.model_validate(read(sheet, "jadwal").data)


def rows(sheet: Worksheet) -> list[str]:
    """Every row as `section / depth number activity: days`."""
    found = []

    def walk(items: Any, depth: int) -> None:
        for one in items:
            days = one.waktu.rentang if one.waktu else ""
            found.append(f"{'  ' * depth}{one.nomor} {one.kegiatan}: {days}".rstrip(": "))
            walk(one.sub_kegiatan, depth + 1)

    for section in schedule(sheet).bagian:
        if section.judul:
            found.append(f"[{section.nomor} {section.judul}]")
        walk(section.kegiatan, 0)
    return found


DAYS: dict[str, tuple[Any, str]] = {
    "a day": (date(2026, 1, 5), "5 Januari 2026"),
    "a day with midnight": (datetime(2026, 1, 5), "5 Januari 2026"),
    "text": ("5 Januari 2026", "5 Januari 2026"),
    "ISO": ("2026-01-05", "5 Januari 2026"),
    "short month": ("5 Jan. 2026", "5 Januari 2026"),
    "older month": ("5 Nopember 2026", "5 November 2026"),
    "weekday": ("Senin, 5 Januari 2026", "5 Januari 2026"),
    "weekday with a slash": ("Jum'at/9 Januari 2026", "9 Januari 2026"),
    "called": ("Tanggal 5 Januari 2026", "5 Januari 2026"),
    "range": ("5 s.d. 7 Januari 2026", "5 s.d. 7 Januari 2026"),
    "range with s/d": ("5 s/d 7 Jan 2026", "5 s.d. 7 Januari 2026"),
    "range with a hyphen": ("5-7 Januari 2026", "5 s.d. 7 Januari 2026"),
    "range with a dash": ("30 Januari \u2013 2 Februari 2026", "30 Januari s.d. 2 Februari 2026"),
    "range without blanks": ("30 Januari-2 Februari 2026", "30 Januari s.d. 2 Februari 2026"),
    "range in words": ("28 Desember 2025 sampai dengan 3 Januari 2026", "28 Desember 2025 s.d. 3 Januari 2026"),
    "range of weekdays": ("Senin s.d. Rabu, 5 s.d. 7 Januari 2026", "5 s.d. 7 Januari 2026"),
    "no-break spaces": ("5\u00a0Januari\u00a02026", "5 Januari 2026"),
}


@pytest.mark.parametrize("case", DAYS)
def test_days_as_a_clerk_writes_them(case: str) -> None:
    value, shown = DAYS[case]
    assert rows(table(HEAD, (1, "Rapat", value))) == [f"1 Rapat: {shown}"]


@pytest.mark.parametrize("value", ["8/1/2026", "30 Februari 2026", "minggu ke-2 Januari", "Januari 2026", "menyusul"])
def test_what_is_no_day_is_refused_with_its_cell(value: str, tmp_path: Path) -> None:
    file = decree(tmp_path, table(HEAD, (1, "Rapat", date(2026, 1, 5)), (2, "Sidang", value)), "jadwal: rencana.xlsx")
    complaint = only(file)
    assert (complaint.sel, complaint.value) == ("C3", value)


def test_a_day_that_is_only_a_month_is_refused(tmp_path: Path) -> None:
    sheet = table(HEAD, (1, "Rapat", date(2026, 1, 5)))
    sheet["C2"].number_format = "mmmm yyyy"
    assert only(decree(tmp_path, sheet, "jadwal: rencana.xlsx")).value == "Januari 2026"


def test_weekdays_are_compared_and_not_printed() -> None:
    sheet = table(
        ("NO", "HARI", "TANGGAL", "KEGIATAN"), (1, "Senin", date(2026, 1, 5), "A"), (2, "Rabu", "6-7 Jan 2026", "B")
    )
    assert [one.sel for one in wrong(sheet, "jadwal")] == ["C3"]
    sheet["B3"] = "Selasa - Rabu"
    annex = read(sheet, "jadwal")
    assert [(note.sel, note.message) for note in annex.notes] == [("C2", "nama hari tidak dicetak, hanya tanggalnya")]
    sheet["C3"] = "Kamis, 6 Januari 2026"
    [complaint] = wrong(sheet, "jadwal")
    assert complaint.message == "6 Januari 2026 bukan hari Kamis, tetapi Selasa"


def test_beginning_and_end(tmp_path: Path) -> None:
    sheet = table(
        ("NO", "TAHAPAN", "JADWAL", None, "KETERANGAN"), (None, None, "AWAL", "AKHIR"),
        (1, "Satu", date(2026, 1, 5), "7 Jan 2026"), (2, "Dua", date(2026, 1, 8)), (3, "Tiga", "9 Januari 2026"),
    )  # fmt: skip
    merged(sheet, "A1:A2", "B1:B2", "C1:D1", "E1:E2", "C5:D5")
    data = schedule(sheet)
    assert data.awal_akhir
    assert [data.kolom.jadwal, data.kolom.awal, data.kolom.kegiatan] == ["JADWAL", "AWAL", "TAHAPAN"]
    found = [one.waktu for one in data.bagian[0].kegiatan]
    assert [(one.awal, one.akhir) for one in found if one] == [
        ("5 Januari 2026", "7 Januari 2026"),
        ("8 Januari 2026", ""),
        ("9 Januari 2026", "9 Januari 2026"),
    ]
    sheet["C4"] = "lusa"
    sheet["D4"] = "31 Februari 2026"
    found_cells = [one.sel for one in refused(decree(tmp_path, sheet, "jadwal: rencana.xlsx"))]
    assert found_cells == ["C4", "D4"]


def test_beginning_and_end_without_a_heading_over_both() -> None:
    sheet = table(("KEGIATAN", "TANGGAL MULAI", "TANGGAL SELESAI"), ("Satu", "5 Januari 2026", "6 Januari 2026"))
    data = schedule(sheet)
    assert (data.kolom.awal, data.kolom.akhir, data.kolom.jadwal) == ("TANGGAL MULAI", "TANGGAL SELESAI", "JADWAL")


def test_items_by_their_signs() -> None:
    sheet = table(
        HEAD, (1, "Persiapan"), ("a", "Rapat", date(2026, 1, 5)), ("b.", "Surat"),
        (None, "1) Konsep", date(2026, 1, 6)), (None, "2) Kirim", date(2026, 1, 7)),
        (2, "Sidang", date(2026, 1, 8)), (None, "lanjutan", date(2026, 1, 9)),
        ("3", "H. Ahmad"),
    )  # fmt: skip
    assert rows(sheet) == [
        "1 Persiapan",
        "  a Rapat: 5 Januari 2026",
        "  b. Surat",
        "    1) Konsep: 6 Januari 2026",
        "    2) Kirim: 7 Januari 2026",
        "2 Sidang: 8 Januari 2026",
        "   lanjutan: 9 Januari 2026",
        "3 H. Ahmad",
    ]


def test_items_in_a_column_of_their_own() -> None:
    sheet = table(
        ("NO", "KEGIATAN", "SUB KEGIATAN", "TANGGAL"), (1, "Persiapan", "a. Rapat", date(2026, 1, 5)),
        (None, None, "b. Surat", date(2026, 1, 6)), (2, "Sidang", None, date(2026, 1, 7)),
    )  # fmt: skip
    expected = ["1 Persiapan", "  a. Rapat: 5 Januari 2026", "  b. Surat: 6 Januari 2026", "2 Sidang: 7 Januari 2026"]
    assert rows(sheet) == expected
    assert rows(merged(sheet, "A2:A3", "B2:B3")) == expected


def test_several_days_of_one_activity() -> None:
    sheet = table(HEAD, (1, "Rapat", date(2026, 1, 5)), (None, None, date(2026, 1, 7)), (2, "Sidang", date(2026, 1, 8)))
    expected = ["1 Rapat", "   : 5 Januari 2026", "   : 7 Januari 2026", "2 Sidang: 8 Januari 2026"]
    assert rows(sheet) == expected
    assert rows(merged(sheet, "A2:A3", "B2:B3")) == expected


def test_a_day_merged_over_activities_is_that_of_each() -> None:
    sheet = merged(table(HEAD, (1, "Rapat", date(2026, 1, 5)), (2, "Sidang")), "C2:C3")
    assert rows(sheet) == ["1 Rapat: 5 Januari 2026", "2 Sidang: 5 Januari 2026"]


def test_an_empty_day_left_of_the_activity_is_that_above() -> None:
    days = ("TANGGAL", "KEGIATAN"), (date(2026, 1, 5), "Rapat"), (None, "Sidang"), (date(2026, 1, 6), "Laporan")
    assert rows(table(*days)) == [" Rapat: 5 Januari 2026", " Sidang: 5 Januari 2026", " Laporan: 6 Januari 2026"]
    right = [tuple(reversed(row)) for row in days]
    assert rows(table(*right)) == [" Rapat: 5 Januari 2026", " Sidang", " Laporan: 6 Januari 2026"]


@pytest.mark.parametrize("shape", ["two cells", "one cell", "merged", "title"])
def test_sections(shape: str) -> None:
    shapes: dict[str, list[tuple[Any, ...]]] = {
        "two cells": [("I.", "PERSIAPAN"), ("II.", "PELAKSANAAN")],
        "one cell": [("I. PERSIAPAN",), ("II. PELAKSANAAN",)],
        "merged": [("PERSIAPAN",), ("PELAKSANAAN",)],
        "title": [(None, "PERSIAPAN"), (None, "PELAKSANAAN")],
    }
    heads = shapes[shape]
    sheet = table(HEAD, heads[0], (1, "Rapat", date(2026, 1, 5)), (2, "Surat"), heads[1], (1, "Sidang"))
    if shape == "merged":
        merged(sheet, "A2:D2", "A5:D5")
    first, second = ("I.", "II.") if "cell" in shape else ("", "")
    assert rows(sheet) == [
        f"[{first} PERSIAPAN]",
        "1 Rapat: 5 Januari 2026",
        "2 Surat",
        f"[{second} PELAKSANAAN]",
        "1 Sidang",
    ]


def test_roman_numbers_of_rows_with_days_are_activities() -> None:
    sheet = table(HEAD, ("I", "Persiapan"), (1, "Rapat", date(2026, 1, 5)), ("II", "Sidang", date(2026, 1, 6)))
    assert rows(sheet) == ["I Persiapan", "  1 Rapat: 5 Januari 2026", "II Sidang: 6 Januari 2026"]


PARTIES = ("TANGGAL", "PELAKSANA", None, None), (None, "HUKUM", "TEKNIS", "UMUM")


@pytest.mark.parametrize("areas", [(), ("A1:A2", "B1:D1")])
def test_days_and_parties(areas: tuple[str, ...]) -> None:
    sheet = table(
        *PARTIES, ("3 Feb 2026", "x", "\u2713"), ("4 Feb 2026", None, "pagi"), ("5 Feb 2026",), ("6 Feb 2026",)
    )
    merged(sheet, *areas, "B5:C5")
    sheet["B5"].fill = sheet["D6"].fill = GREEN
    data = schedule(sheet)
    assert (data.pihak, data.kolom.pihak) == (("HUKUM", "TEKNIS", "UMUM"), "PELAKSANA")
    assert [[(cell.nama, cell.teks) for cell in one.pihak] for one in data.bagian[0].kegiatan] == [
        [("HUKUM", ""), ("TEKNIS", "")],
        [("TEKNIS", "pagi")],
        [("HUKUM", ""), ("TEKNIS", "")],
        [("UMUM", "")],
    ]


def test_columns_of_marks_are_parties_and_so_are_empty_ones_beside_them() -> None:
    sheet = table(
        ("KEGIATAN", "TANGGAL", "HUKUM", "TEKNIS", "KET"), ("Rapat", "3 Feb 2026", "v"), ("Sidang", "4 Feb 2026", 1)
    )
    data = schedule(sheet)
    assert (data.pihak, data.kolom.pihak) == (("HUKUM", "TEKNIS"), "PIHAK")


def test_parties_under_several_headings_are_called_by_both() -> None:
    sheet = table(("TANGGAL", "KPU", None, "BAWASLU", None), (None, "A", "B", "A", "B"), ("3 Feb 2026", "x", None, "x"))
    assert schedule(merged(sheet, "A1:A2", "B1:C1", "D1:E1")).pihak == ("KPU A", "KPU B", "BAWASLU A", "BAWASLU B")


def test_a_fault_of_a_party_names_its_cell(tmp_path: Path) -> None:
    sheet = table(*PARTIES, ("3 Feb 2026", "x", "pagi\u0378"))
    assert only(decree(tmp_path, sheet, "jadwal: rencana.xlsx")).sel == "C3"


@pytest.mark.parametrize("cells", ["B3:D9", "C3"])
def test_conditional_formats_over_parties_are_refused(cells: str) -> None:
    sheet = table(*PARTIES, ("3 Feb 2026", "x"))
    conditional(sheet, cells)
    assert [one.sel for one in wrong(sheet, "jadwal")] == [cells[:2]]


WRONG: dict[str, tuple[tuple[tuple[Any, ...], ...], list[str], str]] = {
    "misspelt": ((("NO", "KEGIATN", "TANGAL"), (1, "A", "5 Jan 2026")), ["B1", "C1"], "mungkin maksudnya KEGIATAN"),
    "unknown": ((("KEGIATAN", "TANGGAL", "TEMPAT"), ("A", "5 Jan 2026", "Aula")), ["C1"], "pakai `tabel`"),
    "both": ((("KEGIATAN", "TANGGAL", "MULAI"), ("A", "5 Jan 2026", "5 Jan 2026")), ["B1"], "salah satunya"),
    "twice": ((("KEGIATAN", "TANGGAL", "WAKTU"), ("A", "5 Jan 2026", "x")), ["C1"], "sel B1"),
    "no days": ((("NO", "KEGIATAN"), (1, "A")), [""], "kolom TANGGAL"),
    "a day without an activity": ((HEAD, (None, None, "5 Jan 2026"), (1, "A")), ["C2"], "isi kegiatannya"),
    "a number that is a day": ((HEAD, (date(2026, 1, 1), "A")), ["A2"], "tanggal atau bilangan pecahan"),
    "a number that is a fraction": ((HEAD, (1.1, "A")), ["A2"], "tanggal atau bilangan pecahan"),
    "a formula": ((HEAD, (1, "A", "=C1")), ["C2"], "tidak menyimpan hasilnya"),
}


@pytest.mark.parametrize("case", WRONG)
def test_sheets_that_cannot_be_read(case: str) -> None:
    lines, cells, words = WRONG[case]
    found = wrong(table(*lines), "jadwal")
    assert [one.sel for one in found] == cells
    assert words in found[0].message


def test_faults_of_cells_and_of_days_are_told_together(tmp_path: Path) -> None:
    sheet = table(HEAD, (1, "A", "=C1"), (2, "B", "lusa"), (3, "#REF!", "5 Januari 2026"))
    assert [one.sel for one in refused(decree(tmp_path, sheet, "jadwal: rencana.xlsx"))] == ["C2", "B4", "C3"]


def test_2000_rows(tmp_path: Path) -> None:
    sheet = table(HEAD, *[(at, f"Kegiatan {at}", date(2026, 1, 5)) for at in range(1, 2001)])
    keputusan = kpu.load(decree(tmp_path, sheet, "jadwal: rencana.xlsx"))
    assert "Kegiatan 2000" in kpu.render_bytes(keputusan, "txt").decode()
