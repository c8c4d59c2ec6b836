"""The rows: from tables and texts, each value as text, each fault at its place."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kpu_docs.batching import rows
from kpu_docs.complaints import InputError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(name: str, text: str, encoding: str = "utf-8") -> list[rows.Row]:
    Path(name).write_bytes(text.encode(encoding))
    return rows.read(Path(name)).rows


def refused(name: str, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(name, text)
    return str(caught.value)


def sheet(*lines: list[Any]) -> list[rows.Row]:
    book = Workbook()
    for cells in lines:
        book.worksheets[0].append(cells)
    book.create_sheet("Lain").append(["bukan", "ini"])
    book.save("data.xlsx")
    return rows.read(Path("data.xlsx")).rows


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_sign_between_columns_is_that_of_the_headings(sign: str) -> None:
    text = 'desa;nama ketua\nSooko;"Budi;S,E"\n\nWates;\n'.replace(";", sign).replace(f"Budi{sign}", "Budi;")
    first, second = read("data.csv", text)
    assert first.values == {"desa": "Sooko", "nama ketua": "Budi;S,E"}
    assert (second.values, second.number, second.place) == ({"desa": "Wates", "nama ketua": ""}, 2, "data.csv:4")


def test_excels_csv_has_a_mark_and_lines_in_cells() -> None:
    first, second = read("data.csv", 'a;b\r\n"dua\r\nbaris";1\r\nx;2\r\n', "utf-8-sig")
    assert first.values["a"] == "dua\r\nbaris"
    assert (first.line, second.line) == (2, 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a;b\nx\n", "hanya 1 isi, padahal ada 2 kolom"),
        ("a;b\nx;y;z\n", "ada isi di luar kolom yang berjudul"),
        ("a;;b\nx;y;z\n", "ada isi di luar kolom yang berjudul"),
    ],
)
def test_a_row_that_does_not_fit_is_its_own_fault(text: str, message: str) -> None:
    [row] = read("data.csv", text)
    [fault] = row.faults
    assert str(fault).startswith(f"data.csv:2: {message}")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("data.csv", "", "data.csv: tidak ada satu pun baris data"),
        ("data.csv", "a;b\n", "data.csv: tidak ada satu pun baris data"),
        ("data.csv", "a b;A_B\nx;y\n", "data.csv:1: judul kolom A_B ditulis dua kali"),
        ("data.csv", 'a;b\n"x;y\n', "data.csv:2: tanda kutip ganda"),
        ("data.yaml", "a: b\n", "data.yaml:1:1: data ditulis sebagai daftar"),
        ("data.yaml", "", "data.yaml: tidak ada satu pun baris data"),
        ("data.yaml", "- a: *x\n", "data.yaml:1:6: teks yang diawali *"),
        ("data.jsonl", "\n", "data.jsonl: tidak ada satu pun baris data"),
        ("data.xls", "x", "data.xls: jenis berkas data .xls tidak dikenal; yang dikenal: .xlsx, .csv, .yaml"),
        ("data.xlsx", "bukan buku kerja", "data.xlsx: ini bukan buku kerja Excel, atau rusak; buka di Excel"),
    ],
)
def test_data_that_cannot_be_read_as_a_whole(name: str, text: str, message: str) -> None:
    assert refused(name, text).startswith(message)


def test_a_list_in_yaml_keeps_what_is_nested() -> None:
    first, second, third = read("data.yaml", "# x\n- desa: Sooko\n  tim: [a, {b: c}]\n-\n  desa: 010\n- teks\n")
    assert first.values == {"desa": "Sooko", "tim": ["a", {"b": "c"}]}
    assert second.values == {"desa": "010"}
    assert [row.line for row in (first, second, third)] == [2, 5, 6]
    assert "harus berisi kolom dan isi" in str(third.faults[0])


def test_a_line_of_jsonl_that_is_broken_stops_no_other() -> None:
    first, second, third = read("data.jsonl", '{"a": 1.50, "b": [null]}\n\n{"a": \n[1]\n')
    assert first.values == {"a": "1.50", "b": [None]}
    assert str(second.faults[0]).startswith("data.jsonl:3:")
    assert str(third.faults[0]).startswith("data.jsonl:4:")


def test_cells_are_text() -> None:
    cells = [date(2026, 1, 5), datetime(2026, 1, 5, 8, 30), time(9), 3.0, 2.5, True, "0012", "a\u00a0b*", None]
    [row] = sheet([None], [f"k{at}" for at in range(len(cells))], cells)
    shown = ["5 Januari 2026", "5 Januari 2026 08.30", "09.00", "3", "2,5", "ya", "0012", "a b*", ""]
    assert list(row.values.values()) == shown
    assert (row.line, row.number, row.lembar, row.cells["k1"]) == (3, 1, "Sheet", "B3")


def test_rows_may_be_shorter_than_the_headings_in_a_sheet() -> None:
    first, second = sheet(["a", "b", "c"], ["x"], [], ["y", None, "z"])
    assert first.values == {"a": "x", "b": "", "c": ""}
    assert second.values == {"a": "y", "b": "", "c": "z"}
    assert not first.faults + second.faults
    assert second.place == "data.xlsx:4"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (3576012345678901, "Excel sudah mengganti angka-angka terakhirnya dengan nol"),
        ("=A2&1", "rumus ini tidak menyimpan hasilnya"),
        (31234567890123, "tersimpan sebagai bilangan"),
    ],
)
def test_a_cell_that_cannot_be_trusted_is_a_fault_of_its_row(value: Any, message: str) -> None:
    first, second = sheet(["a", "NPWP"], ["x", value], ["y", "1"])
    assert str(first.faults[0]).startswith('data.xlsx: Lembar "Sheet", sel B2: ')
    assert message in str(first.faults[0])
    assert not second.faults


def test_a_sheet_as_offices_have_it() -> None:
    book = Workbook()
    made = book.worksheets[0]
    lines: list[list[Any]] = [
        ["DAFTAR DESA"], [], ["NO", "KECAMATAN", "DESA", "KETUA"], [1, 2, 3, 4],
        [1, "Wates", "Satu", "Nama Satu"], [2, None, "Dua", "Nama Dua"], [], [3, "Kota", "Tiga", "Nama Tiga"],
        [4, "Kota", "Empat", "Nama Empat"], [], [None, None, "Mojokerto, 5 Mei 2026"], [None, None, "KETUA,"],
    ]  # fmt: skip
    for line in lines:
        made.append(line)
    made.merge_cells("A1:D1")
    made.merge_cells("B5:B6")
    made.row_dimensions[9].hidden = True
    book.save("data.xlsx")
    data = rows.read(Path("data.xlsx"))
    assert [(row.line, row.values["KECAMATAN"], row.values["DESA"]) for row in data.rows] == [
        (5, "Wates", "Satu"),
        (6, "Wates", "Dua"),
        (8, "Kota", "Tiga"),
    ]
    assert [note.message.split(" ")[0] for note in data.notes] == ["baris", "tabel"]


def test_a_heading_between_the_rows_of_a_sheet_is_a_fault_of_its_row() -> None:
    first, second, third = sheet(["a", "b", "c"], ["x", 1, 2], ["II. KECAMATAN"], ["y", 1, 2])
    assert "baris judul di tengah data" in str(second.faults[0])
    assert not first.faults + third.faults


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([["a b", "A_B"], ["x", "y"]], 'data.xlsx: Lembar "Sheet": judul kolom A_B ditulis dua kali'),
        ([["a", "b"]], 'data.xlsx: Lembar "Sheet": tabel ini belum berisi baris'),
        ([], 'data.xlsx: Lembar "Sheet": lembar ini kosong'),
    ],
)
def test_a_sheet_that_cannot_be_read_as_a_whole(lines: list[list[Any]], message: str) -> None:
    with pytest.raises(InputError) as caught:
        sheet(*lines)
    assert str(caught.value).startswith(message)


def test_dotted_names_go_into_mappings() -> None:
    values = {"Satker": {"Nama": "x"}, "a.b": "y"}
    assert rows.value_of(values, "satker.nama") == "x"
    assert rows.value_of(values, "A.B") == "y"
    for name in ("satker.kode", "a.b.c", "nama", "satker.nama.x"):
        with pytest.raises(KeyError):
            rows.value_of(values, name)
    assert rows.columns([rows.Row(1, "", None, values)]) == ["Satker", "Satker.Nama", "a.b"]
