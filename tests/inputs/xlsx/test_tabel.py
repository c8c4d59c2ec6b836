"""Any table on a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs.lampiran.tabel import Tabel
from tests.inputs.decrees import DECREE, only
from tests.inputs.xlsx.sheets import content, decree, fill, read, wrong


def table(*rows: tuple[Any, ...]) -> Worksheet:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Daftar"
    for at, row in enumerate(rows, start=1):
        fill(sheet, at, *row)
    return sheet


def records(sheet: Worksheet) -> Any:
    return read(sheet, "tabel.baris").data


def test_rows_by_heading() -> None:
    sheet = table(
        ("DAFTAR TPS",), (), ("KECAMATAN", "TPS", "TANGGAL"), (1, 2, 3),
        ("Satu", 12345.5, date(2026, 1, 26)), (), ("Dua", "12.345"), (), (None, None, "Mojokerto, 26 Mei 2026"), (7,),
    )  # fmt: skip
    sheet["B5"].number_format = "#,##0"
    sheet.merge_cells("A1:C1")
    assert records(sheet) == [
        {"kecamatan": "Satu", "tps": "12345,5", "tanggal": "26 Januari 2026"},
        {"kecamatan": "Dua", "tps": "12.345", "tanggal": ""},
    ]
    assert read(sheet, "tabel").notes[0].sel == "C9"


def test_headings_in_levels_merged_cells_and_alignment() -> None:
    sheet = table(("NAMA", "PEMILIH", None, "KET"), (None, "L", "P"), ("Satu", 1, 2), (None, 3, 4, "x"))
    for area in ("A1:A2", "B1:C1", "D1:D2", "A3:A4"):
        sheet.merge_cells(area)
    data = read(sheet, "tabel").data
    assert data["kolom"] == [
        {"judul": "NAMA", "gabung": "ya"},
        {"judul": "PEMILIH", "kolom": [{"judul": "L", "rata": "kanan"}, {"judul": "P", "rata": "kanan"}]},
        {"judul": "KET"},
    ]
    assert [list(row.values()) for row in data["baris"]] == [["Satu", "1", "2", ""], ["Satu", "3", "4", "x"]]
    Tabel.model_validate(data)
    assert records(sheet)[1] == {"nama": "Satu", "l": "3", "p": "4", "ket": "x"}


@pytest.mark.parametrize("heading", ["NIP", "NIK", "NIP/NRP", "No. KTP"])
def test_a_nip_that_is_a_number_is_refused(heading: str) -> None:
    sheet = table(("NAMA", heading), ("A", "197001012000031001"), ("B", 123))
    [complaint] = wrong(sheet, "tabel")
    assert (complaint.sel, "format" in complaint.message) == ("B3", True)


WRONG: dict[str, tuple[list[tuple[Any, ...]], str, str]] = {
    "empty": ([()], "", "lembar ini kosong"),
    "no table": ([("A",), (None, "B"), ("C",)], "", "tabel tidak ditemukan"),
    "no rows": ([("A", "B")], "", "belum berisi baris"),
    "equal headings": ([("A", "A"), ("1", "2")], "B1", "sama dengan sel A1"),
    "error": ([("A", "B"), ("#N/A", "2")], "A2", "gagal"),
}


@pytest.mark.parametrize("case", WRONG)
def test_tables_that_cannot_be_read(case: str) -> None:
    rows, cell, words = WRONG[case]
    [complaint] = wrong(table(*rows), "tabel")
    assert (complaint.sel, words in complaint.message) == (cell, True)


def test_a_table_in_a_decree(tmp_path: Path) -> None:
    sheet = table(("KECAMATAN", "TPS"), ("Satu", 12), ("Dua", 7))
    keputusan = kpu.load(decree(tmp_path, sheet, "tabel: rencana.xlsx"))
    assert "Satu" in kpu.render_bytes(keputusan, "txt").decode()


def test_rows_alone_with_columns_that_are_written_out(tmp_path: Path) -> None:
    sheet = table(("KECAMATAN", "TPS"), ("Satu", "1.200"), ("Dua", 34))
    file = decree(tmp_path, sheet)
    columns = "{kolom: [KECAMATAN, {judul: TPS, jenis: angka}], jumlah: ya, baris: rencana.xlsx}"
    file.write_text(f"{DECREE}lampiran: {{tabel: {columns}}}\n", encoding="utf-8")
    assert "1.234" in kpu.render_bytes(kpu.load(file), "txt").decode()
    sheet["B3"] = "banyak"
    (tmp_path / "rencana.xlsx").write_bytes(content(sheet))
    complaint = only(file)
    assert (complaint.lembar, complaint.sel, complaint.value) == ("Daftar", "B3", "banyak")


def test_a_team_from_a_sheet(tmp_path: Path) -> None:
    sheet = table(
        ("NO", "NAMA", "NIP", "JABATAN", "KEDUDUKAN DALAM TIM"),
        (1, "Nama Contoh", "197001012000031001", "Ketua KPU", "Pengarah"),
        (2, None, None, "Kepala Dinas", "Anggota"),
    )
    keputusan = kpu.load(decree(tmp_path, sheet, "susunan_tim: rencana.xlsx"))
    tim = keputusan.lampiran[0].susunan_tim  # type: ignore[attr-defined]
    assert [(one.nama, one.jabatan, one.kedudukan) for one in tim.bagian[0].anggota] == [
        ("Nama Contoh", "Ketua KPU", "Pengarah"),
        ("", "Kepala Dinas", "Anggota"),
    ]
    sheet["B2"] = sheet["D2"] = None
    complaint = only(decree(tmp_path, sheet, "susunan_tim: rencana.xlsx"))
    assert (complaint.lembar, complaint.sel) == ("Daftar", "A2")


def test_headings_that_a_team_does_not_have() -> None:
    sheet = table(("NAMA", "ALAMAT", "Nama Lengkap"), ("A", "B", "C"))
    assert [one.sel for one in wrong(sheet, "susunan_tim")] == ["B1", "C1"]
