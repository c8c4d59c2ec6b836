"""Any table on a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs.inputs.xlsx.book import Book
from kpu_docs.inputs.xlsx.listing import listing
from kpu_docs.lampiran.tabel import Tabel
from tests.inputs.decrees import DECREE, only
from tests.inputs.xlsx.sheets import content, decree, merged, read, table, wrong


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
    tim = keputusan.lampiran[0].isi
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


HEADS: dict[str, tuple[list[tuple[Any, ...]], list[str], list[str]]] = {
    "merged over three rows": (
        [("NAMA", "PEMILIH", None, None), (None, "KOTA", None, "DESA"), (None, "L", "P"), ("Satu", 1, 2, 3)],
        ["A1:A3", "B1:D1", "B2:C2", "D2:D3"],
        ["NAMA", "PEMILIH KOTA L", "PEMILIH KOTA P", "PEMILIH DESA"],
    ),
    "not merged": (
        [("NAMA", "PEMILIH", None, "KET"), (None, "L", "P"), ("Satu", 1, 2, "x")],
        [],
        ["NAMA", "PEMILIH L", "PEMILIH P", "KET"],
    ),
    "a title of two cells": (
        [("Satuan kerja:", "KPU Kota"), ("NO", "NAMA", "L", "P", "KET"), (1, "Satu", 1, 2, "x")],
        [],
        ["NO", "NAMA", "L", "P", "KET"],
    ),
    "over two columns of the rows": (
        [("NO", "KEGIATAN", None, "KET"), (1, "a.", "Rapat", "x"), (2, "b.", "Sidang", "x")],
        ["B1:C1"],
        ["NO", "KEGIATAN", "KET"],
    ),
    "a unit below": ([("NO", "LUAS"), (None, "(ha)"), (1, "2")], [], ["NO", "LUAS (ha)"]),
    "an empty row below": ([("NO", "NAMA"), (), (1, "Satu")], [], ["NO", "NAMA"]),
}


@pytest.mark.parametrize("case", HEADS)
def test_heads(case: str) -> None:
    rows, areas, headings = HEADS[case]
    table_of = Book(content(merged(table(*rows), *areas)), "daftar.xlsx").sheet()
    assert [one.text for one in listing(table_of).headings] == headings


def test_a_column_without_a_heading_is_refused_once_and_texts_beside_the_table_are_noted_once() -> None:
    sheet = table(
        ("NO", "NAMA", None, "KET"), (1, "Satu", "lupa", "x", "di", "luar"), (2, "Dua", "lagi", "x", "di", "luar")
    )
    assert [one.sel for one in wrong(sheet, "tabel")] == ["C2"]
    sheet["C1"] = "JUDUL"
    assert [note.sel for note in read(sheet, "tabel").notes] == ["E2", "F2"]


def test_heads_that_stand_there_again_and_numbers_of_columns() -> None:
    sheet = table(("NO", "L", "P"), (1, 2, 3), (1, 5, 6), ("NO", "L", "P"), ("(1)", "(2)", "(3)"), (2, 8, 9))
    assert [[*row.values()] for row in records(sheet)] == [["1", "5", "6"], ["2", "8", "9"]]
    assert [[*row.values()] for row in records(table(("NO", "L", "P"), (1, 2, 3), (2, 5, 6)))] == [
        ["1", "2", "3"],
        ["2", "5", "6"],
    ]


def test_rows_that_are_merged_from_above_in_all_cells_are_one() -> None:
    sheet = merged(table(("NO", "NAMA"), (1, "Satu"), (), (2, "Dua")), "A2:A3", "B2:B3")
    assert [row["nama"] for row in records(sheet)] == ["Satu", "Dua"]


ENDS: dict[str, tuple[list[tuple[Any, ...]], int]] = {
    "place and day alone": ([(None, "Mojokerto, 5 Mei 2026"), (None, "KETUA,"), (None, "NAMA")], 1),
    "an office after an empty row": ([(), (None, None, "KETUA,"), (None, None, "NAMA")], 1),
    "a legend": ([("Sumber: data rekaan",)], 1),
    "three signatures": ([(), ("Mengetahui,", "Menyetujui,", None, "Mojokerto, 5 Mei 2026")], 1),
    "a whole row": ([(), (2, "Mojokerto, 5 Mei 2026", "KETUA,", "x")], 2),
    "a weekday": ([(2, "Senin, 5 Januari 2026", "x")], 2),
    "a place in a row": ([(2, "Rapat Pleno, Januari 2026", "x")], 2),
}


@pytest.mark.parametrize("case", ENDS)
def test_where_a_table_ends(case: str) -> None:
    rows, count = ENDS[case]
    width = max(len(row) for row in rows)
    heads = (
        ("NO", "KEGIATAN", "KET") if width < 4 else ("NO", "KEGIATAN", "KET", "A", "B", "C")[: 6 if count == 1 else 4]
    )
    annex = read(table(heads, (1, "Rapat", "x", "y", "z", "w")[: len(heads)], *rows), "tabel")
    assert (len(annex.data["baris"]), len(annex.notes)) == (count, 2 - count)


def test_rows_below_the_signature_are_refused() -> None:
    rows = [(1, "Rapat", "x"), (), (None, None, "KETUA,"), (2, "Sidang", "x")]
    assert [one.sel for one in wrong(table(("NO", "KEGIATAN", "KET"), *rows), "tabel")] == ["A5"]


def test_headings_between_the_rows_are_groups() -> None:
    sheet = table(
        ("NO", "DESA", "TPS"), ("I. KECAMATAN SATU",), (1, "A", 1.5), ("II", "KECAMATAN DUA"), (1, "B", "1.200"),
        (), ("KOTA",), (2, "C", 7),
    )  # fmt: skip
    data = read(merged(sheet, "A7:C7"), "tabel").data
    assert data["kelompok"] == ["kelompok"]
    assert [(row["kelompok"], row["desa"]) for row in data["baris"]] == [
        ("I. KECAMATAN SATU", "A"),
        ("II KECAMATAN DUA", "B"),
        ("KOTA", "C"),
    ]
    assert data["kolom"][2] == {"judul": "TPS", "rata": "kanan"}
    Tabel.model_validate(data)


def test_groups_in_groups(tmp_path: Path) -> None:
    rows = [
        ("KECAMATAN A",),
        ("DESA B",),
        ("1", "x"),
        ("DESA C",),
        ("2", "y"),
        ("KECAMATAN D",),
        ("DESA E",),
        ("3", "z"),
    ]
    areas = [f"A{at}:B{at}" for at in (2, 3, 5, 7, 8)]
    file = decree(tmp_path, merged(table(("NO", "NAMA"), *rows), *areas), "tabel: rencana.xlsx")
    tabel = kpu.load(file).lampiran[0].isi
    assert tabel.grup == (
        ("KECAMATAN A", "DESA B"),
        ("KECAMATAN A", "DESA C"),
        ("KECAMATAN D", "DESA E"),
    )


def test_groups_for_columns_that_are_written_out(tmp_path: Path) -> None:
    sheet = merged(table(("DESA", "TPS"), ("KECAMATAN A",), ("x", 1), ("KECAMATAN B",), ("y", 2)), "A2:B2", "A4:B4")
    file = decree(tmp_path, sheet)
    columns = "{kelompok: kelompok, subjumlah: ya, kolom: [DESA, {judul: TPS, jenis: angka}], baris: rencana.xlsx}"
    file.write_text(f"{DECREE}lampiran: {{tabel: {columns}}}\n", encoding="utf-8")
    assert "| Jumlah KECAMATAN B | 2" in kpu.render_bytes(kpu.load(file), "txt").decode()


GROUPS: dict[str, tuple[list[tuple[Any, ...]], list[str], str, str]] = {
    "a row above": ([("1", "x"), ("I. A",), ("2", "y")], [], "A2", "di atas baris judul"),
    "no rows below": ([("I. A",), ("II. B",), ("1", "x")], [], "A2", "tidak ada baris"),
    "a column of that name": ([("I. A",), ("1", "x")], ["kelompok"], "A1", "bentrok"),
}


@pytest.mark.parametrize("case", GROUPS)
def test_groups_that_cannot_be_read(case: str) -> None:
    rows, heading, cell, words = GROUPS[case]
    [complaint] = wrong(table((*(heading or ["NO"]), "NAMA"), *rows), "tabel")
    assert (complaint.sel, words in complaint.message) == (cell, True)


def test_roman_numbers_of_all_rows_are_no_headings() -> None:
    sheet = table(("NO", "NAMA", "TANDA TANGAN"), ("I", "A"), ("II", "B"))
    assert "kelompok" not in read(sheet, "tabel").data
    sheet = table(("NO", "NAMA", "KET"), ("I", "A"), ("II", "B", "x"))
    assert [row.get("kelompok") for row in records(sheet)] == [None] * 2


def test_a_numeral_far_to_the_right_is_no_section() -> None:
    sheet = table(("NO", "NAMA", "A", "KET"), (1, "A", 1, "x"), (None, None, None, "V. menyusul"))
    assert "kelompok" not in read(sheet, "tabel").data


def test_an_initial_is_no_section() -> None:
    assert "kelompok" not in read(table(("NAMA", "KET"), ("C. Suparman",), ("L. Contoh", "x")), "tabel").data


@pytest.mark.parametrize("shape", ["Roman", "merged", "one cell"])
def test_sections_of_a_team(shape: str, tmp_path: Path) -> None:
    first, second = {"Roman": (("I", "PENGARAH"), ("II", "ANGGOTA")), "merged": (("PENGARAH",), ("ANGGOTA",))}.get(
        shape, (("I. PENGARAH",), ("II. ANGGOTA",))
    )
    sheet = table(("NO", "NAMA", "KEDUDUKAN"), first, (1, "A", "x"), second, (2, "B", "y"), (3, "C"))
    if shape == "merged":
        merged(sheet, "A2:C2", "A4:C4", "C5:C6")
    tim = kpu.load(decree(tmp_path, sheet, "susunan_tim: rencana.xlsx")).lampiran[0].isi
    assert [(one.judul, [who.nama for who in one.anggota]) for one in tim.bagian] == [
        ("PENGARAH", ["A"]),
        ("ANGGOTA", ["B", "C"]),
    ]
    assert (tim.bagian[0].nomor != "") == (shape != "merged")


def test_members_above_the_first_section_and_a_mistake_in_a_section() -> None:
    sheet = table(("NO", "NAMA"), (1, "A"), ("I", "PENGARAH"), (2, "B"))
    assert [len(one["anggota"]) for one in read(sheet, "susunan_tim").data["bagian"]] == [1, 1]
    sheet["B3"] = "#REF!"
    assert [one.sel for one in wrong(sheet, "susunan_tim")] == ["B3"]


def test_a_heading_that_is_misspelt_is_not_taken_for_another() -> None:
    [complaint] = wrong(table(("NO", "NAMA", "JABATN"), (1, "A", "B")), "susunan_tim")
    assert (complaint.sel, "mungkin maksudnya JABATAN" in complaint.message) == ("C1", True)
    assert "sel B1" in wrong(table(("NO", "NAMA", "NAMA LENGKAP"), (1, "A", "B")), "susunan_tim")[0].message
