"""A whole decree in one workbook."""

from __future__ import annotations

import typing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs import cli, inputs
from kpu_docs.inputs.xlsx.decree import LISTS
from kpu_docs.model import Keputusan
from tests.inputs.decrees import data, only, refused
from tests.inputs.test_office import OFFICE
from tests.inputs.xlsx.sheets import fill

ROWS: list[tuple[Any, ...]] = [
    ("kunci", "isi", "petunjuk"),
    ("satker", "kota-mojokerto", "nama satuan kerja"),
    ("Tentang", "Rapat"),
    ("nomor", None),
    ("menimbang", "bahwa satu;"),
    (None, "bahwa dua;"),
    ("mengingat", "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"),
    ("diktum", "Menetapkan dua."),
    ("diktum", "Tiga:"),
    ("diktum.daftar", "empat"),
    ("diktum.daftar", "lima"),
    ("diktum", "Tim:"),
    ("diktum.rincian", "Ketua: Nama Contoh"),
    (None, "Anggota: Nama Kedua"),
    ("ditetapkan.di", "Mojokerto"),
    ("ditetapkan.pada", "26 Januari 2022"),
    ("penanda tangan.jabatan", "Ketua"),
    ("penanda_tangan.nama", "NAMA CONTOH"),
    ("lampiran.judul", "Rencana"),
    ("lampiran.rencana_kerja", "#Rencana"),
    ("lampiran.judul", "Daftar"),
    ("lampiran.tabel.kolom", "A"),
]
PLAN = {"bagian": [{"kegiatan": [{"nomor": "1", "kegiatan": "Rapat", "sub_kegiatan": "Sub", "bulan": 2}]}]}
WRITTEN = data(
    menimbang=["bahwa satu;", "bahwa dua;"],
    diktum=[
        "Menetapkan dua.",
        {"teks": "Tiga:", "daftar": ["empat", "lima"]},
        {"teks": "Tim:", "rincian": [{"Ketua": "Nama Contoh"}, {"Anggota": "Nama Kedua"}]},
    ],
    lampiran=[{"judul": "Rencana", "rencana_kerja": PLAN}],
)


def book(folder: Path, rows: list[tuple[Any, ...]]) -> tuple[Path, Worksheet]:
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Keputusan"
    for at, row in enumerate(rows, start=1):
        fill(sheet, at, *row)
    other = made.create_sheet("Rencana")
    fill(other, 1, "NO", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN", *range(1, 13), "KET")
    fill(other, 2, 1, "Rapat", "Sub", None, None, "x")
    file = folder / "keputusan.xlsx"
    made.save(file)
    return file, sheet


def test_a_decree_from_a_workbook_is_the_one_written_out(tmp_path: Path) -> None:
    file, _ = book(tmp_path, ROWS[:20])
    assert kpu.load(file) == kpu.load(WRITTEN)


def test_the_command_line_reads_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, _ = book(tmp_path, ROWS[:20])
    assert cli.main(["render", str(file), "-o", str(tmp_path), "-f", "txt"]) == 0
    assert "bahwa dua;" in (tmp_path / "keputusan.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


def test_two_annexes_and_the_office(tmp_path: Path) -> None:
    (tmp_path / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    rows = [row for row in ROWS[:21] if row[0] not in ("satker", "ditetapkan.di", "penanda_tangan.nama")]
    file, _ = book(tmp_path, [*rows, ("lampiran.rencana_kerja", "#rencana")])
    keputusan = kpu.load(file)
    assert [annex.judul for annex in keputusan.lampiran] == ["Rencana", "Daftar"]
    assert keputusan.signer.pejabat.nama == "KETUA BARU"


def test_each_sheet_is_an_annex_of_its_own_with_what_stands_before_it(tmp_path: Path) -> None:
    rows = [*ROWS[:20], ("lampiran.tabel", "#Rencana"), ("lampiran.judul", "Lagi"), ("lampiran.tabel", "#Rencana")]
    keputusan = kpu.load(book(tmp_path, rows)[0])
    found = [(annex.judul, annex.jenis) for annex in keputusan.lampiran]
    assert found == [("Rencana", "rencana_kerja"), ("", "tabel"), ("Lagi", "tabel")]


def test_complaints_name_their_cells(tmp_path: Path) -> None:
    file, sheet = book(tmp_path, ROWS[:20])
    sheet["B16"], sheet["A15"] = "30 Februari 2022", "ditetapkan.dimana"
    assert sheet.parent is not None
    sheet.parent["Rencana"]["F2"] = "=A1"
    sheet.parent.save(file)
    assert [(one.lembar, one.sel) for one in refused(file)] == [
        ("Rencana", "F2"),
        ("Keputusan", "A15"),
        ("Keputusan", "B16"),
    ]


def test_a_place_below_an_item(tmp_path: Path) -> None:
    keputusan = kpu.load(book(tmp_path, ROWS[:20])[0])
    faults = [
        (("menimbang", 1, "isi", 0, "teks"), "B6"),
        (("diktum", 1, "isi", 0, "teks"), "B9"),
        (("diktum", 1, "isi", 0, "daftar", "butir", 1, "isi", 0, "teks"), "B11"),
        (("lampiran", 0, "judul"), "B19"),
        (("lampiran", 0, "rencana_kerja", "bagian", 0, "kegiatan", 0, "kegiatan"), "B2"),
        (("ditetapkan", "pada"), "B16"),
    ]
    found = inputs.located(keputusan, [(path, "x", None) for path, _ in faults]).complaints
    assert [one.sel for one in found] == [cell for _, cell in faults]
    assert str(found[0]) == f'{tmp_path / "keputusan.xlsx"}: Lembar "Keputusan", sel B6: x'


WRONG = {
    "key twice": ([*ROWS[:20], ("tentang", "Lagi")], "A21", "sel A3"),
    "two texts": ([*ROWS[:3], (None, "Lagi"), *ROWS[4:20]], "B4", "hanya satu"),
    "no key": ([ROWS[0], (None, "apa"), *ROWS[1:20]], "B2", "tanpa kunci"),
    "no detail": ([*ROWS[:13], (None, "Anggota"), *ROWS[14:20]], "B14", "nama: isi"),
    "part of a text": ([*ROWS[:20], ("tentang.di", "x")], "A21", "sudah berisi teks"),
    "third column": (ROWS[1:20], "C1", "hanya dua kolom"),
}


@pytest.mark.parametrize("case", WRONG)
def test_rows_that_cannot_be_understood(case: str, tmp_path: Path) -> None:
    rows, cell, words = WRONG[case]
    complaint = only(book(tmp_path, rows)[0])
    assert (complaint.lembar, complaint.sel) == ("Keputusan", cell)
    assert words in complaint.message


def test_a_book_without_the_sheet(tmp_path: Path) -> None:
    file, sheet = book(tmp_path, ROWS[:20])
    sheet.title = "Isi"
    assert sheet.parent is not None
    sheet.parent.save(file)
    assert 'tidak ada lembar "Keputusan"' in only(file).message


@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_other_books_are_refused_with_advice(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"keputusan{suffix}"
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    assert "simpan sebagai Excel Workbook" in only(file).message


def test_every_list_of_the_decree_is_known_as_one() -> None:
    several = {name for name, field in Keputusan.model_fields.items() if typing.get_origin(field.annotation) is tuple}
    assert several <= LISTS
    assert not LISTS & (set(Keputusan.model_fields) - several)
