"""Budgets on sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs.lampiran.anggaran import Anggaran, Rincian
from tests.inputs.decrees import only, refused
from tests.inputs.xlsx.sheets import decree, merged, read, table, wrong

HEAD = ("KODE", "URAIAN", "VOLUME", "SATUAN", "HARGA SATUAN", "JUMLAH")
ITEM = ("Barang", 2, "buah", 100, 200)


def budget(sheet: Worksheet) -> Anggaran:
    """The budget of a sheet."""
    return Anggaran.model_validate(read(sheet, "anggaran").data)


def tree(sheet: Worksheet) -> list[str]:
    """Every row, set in by its depth: code, text, amount; and the total."""
    found = []

    def walk(parts: Sequence[Rincian], depth: int) -> None:
        for one in parts:
            words = " ".join(filter(None, (one.kode, one.uraian)))
            found.append(f"{'  ' * depth}{words}" + (f" = {one.nilai}" if one.nilai is not None else ""))
            walk(one.rincian, depth + 1)

    data = budget(sheet)
    walk(data.rincian, 0)
    return [*found, f"= {data.seluruhnya.nilai}"]


def test_codes_items_and_a_total() -> None:
    sheet = table(
        ("RINCIAN BIAYA",), (), HEAD, (521211, "Bahan", None, None, None, 600),
        (None, "Konsumsi", "2 org x 2 hari", "OH", "100", "400"), (None, "Cetak", 2, "buah", 100, 200),
        ("524113", "Perjalanan"), (None, *ITEM), (None, "Sewa", None, None, None, "1.000"),
        ("JUMLAH", None, None, None, None, 1800),
    )  # fmt: skip
    assert tree(merged(sheet, "A1:F1", "A10:E10")) == [
        "521211 Bahan = 600",
        "  Konsumsi = 400",
        "  Cetak = 200",
        "524113 Perjalanan = 1200",
        "  Barang = 200",
        "  Sewa = 1000",
        "= 1800",
    ]
    assert not read(sheet, "anggaran").notes


def test_codes_of_a_state_budget() -> None:
    sheet = table(
        HEAD, ("6639", "Kegiatan"), ("6639.QGE", "KRO"), ("6639.QGE.001", "RO"), ("051", "Komponen"), ("A", "Sub"),
        ("521211", "Bahan"), (None, "> Rapat"), (None, "- Konsumsi", *ITEM[1:]), (None, "> Sidang"),
        (None, "- Konsumsi", *ITEM[1:]), ("521213", "Honor"), (None, *ITEM), ("B", "Sub"), ("521211", "Bahan"),
        ("000001", *ITEM), ("000002", *ITEM),
    )  # fmt: skip
    assert tree(sheet) == [
        "6639 Kegiatan = 1000",
        "  6639.QGE KRO = 1000",
        "    6639.QGE.001 RO = 1000",
        "      051 Komponen = 1000",
        "        A Sub = 600",
        "          521211 Bahan = 400",
        "            > Rapat = 200",
        "              - Konsumsi = 200",
        "            > Sidang = 200",
        "              - Konsumsi = 200",
        "          521213 Honor = 200",
        "            Barang = 200",
        "        B Sub = 400",
        "          521211 Bahan = 400",
        "            000001 Barang = 200",
        "            000002 Barang = 200",
        "= 1000",
    ]


def test_numbers_instead_of_codes() -> None:
    sheet = table(
        ("NO", *HEAD[1:]), ("I", "BARANG"), (1, *ITEM), (2, *ITEM), ("II", "JASA"), (1, "Sewa"), ("1.1", *ITEM)
    )
    assert tree(sheet) == [
        "I BARANG = 400",
        "  1 Barang = 200",
        "  2 Barang = 200",
        "II JASA = 200",
        "  1 Sewa = 200",
        "    1.1 Barang = 200",
        "= 600",
    ]
    assert budget(sheet).kolom[0] == "NO"


def test_sections_merged_over_the_columns() -> None:
    sheet = table(HEAD, ("BELANJA BARANG",), (None, *ITEM), ("BELANJA JASA",), ("1", *ITEM), ("2", *ITEM))
    assert tree(merged(sheet, "A2:F2", "A4:F4")) == [
        "BELANJA BARANG = 200",
        "  Barang = 200",
        "BELANJA JASA = 400",
        "  1 Barang = 200",
        "  2 Barang = 200",
        "= 600",
    ]


def test_a_title_merged_over_code_and_text_is_a_text() -> None:
    sheet = table(HEAD, ("1", "A"), ("Rapat", None, None, None, None, 200), (None, *ITEM), ("2", "B"), (None, *ITEM))
    merged(sheet, "A3:B3")
    assert tree(sheet) == ["1 A = 200", "  Rapat = 200", "    Barang = 200", "2 B = 200", "  Barang = 200", "= 400"]
    assert budget(sheet).rincian[0].rincian[0].kode == ""


def test_cells_merged_over_several_rows_count_once() -> None:
    sheet = table(HEAD, ("1", "A", None, None, None, 400), (None, *ITEM), (None, *ITEM), ("2", "B"), (None, *ITEM))
    expected = ["1 A = 400", "  Barang = 200", "  Barang = 200", "2 B = 200", "  Barang = 200", "= 600"]
    assert tree(merged(sheet, "A2:A4")) == expected


def test_lump_sums() -> None:
    assert tree(table(HEAD, *[(at, "Sewa", None, None, None, 200) for at in (1, 2)])) == [
        "1 Sewa = 200",
        "2 Sewa = 200",
        "= 400",
    ]


@pytest.mark.parametrize("amount", [400, "=SUM(F3:F4)", "=F3+F4"])
def test_a_group_without_a_code_is_known_by_what_it_adds_up(amount: Any) -> None:
    sheet = table(
        HEAD,
        (None, "Rapat", None, None, None, amount),
        (None, *ITEM),
        (None, *ITEM),
        (None, "Sewa", None, None, None, 50),
    )
    if isinstance(amount, str):
        found = wrong(sheet, "anggaran")  # openpyxl stores no results
        assert [one.sel for one in found] == ["F2"]
        return
    assert tree(sheet) == ["Rapat = 400", "  Barang = 200", "  Barang = 200", "Sewa = 50", "= 450"]


VOLUMES: dict[str, tuple[tuple[Any, ...], tuple[str, str, str]]] = {
    "a number and a unit": ((None, 2, "buah"), ("2 buah", "", "2")),
    "decimals": ((None, 1.5, "ha"), ("1,5 ha", "", "1.5")),
    "a number as text": ((None, "1.200", "lembar"), ("1.200 lembar", "", "1200")),
    "a product": ((None, "3 org x 2 hari x 4 keg", "OH"), ("3 org x 2 hari x 4 keg", "OH", "24")),
    "a product beside what it comes to": (("3 org x 2 hari", 6, "OH"), ("3 org x 2 hari", "OH", "6")),
    "a product with the sign of multiplication": (
        (None, "3 org \u00d7 2 hari", "OH"),
        ("3 org \u00d7 2 hari", "OH", "6"),
    ),
    "its own unit": ((None, "2 buah", None), ("2 buah", "", "2")),
    "a dash": (("-", "-", None), ("", "", "None")),
}


@pytest.mark.parametrize("case", VOLUMES)
def test_volumes(case: str) -> None:
    cells, (volume, unit, many) = VOLUMES[case]
    sheet = table(("URAIAN", "RINCIAN VOLUME", "VOL", "SAT", "HARGA"), ("Barang", *cells, 100))
    [one] = budget(sheet).rincian
    assert (one.volume, one.satuan, str(one.banyaknya)) == (volume, unit, many)


@pytest.mark.parametrize("areas", [(), ("B1:F1",)])
def test_a_product_in_several_cells(areas: tuple[str, ...]) -> None:
    sheet = table(
        ("URAIAN", "PERHITUNGAN", None, None, None, None, "VOLUME", "HARGA"),
        ("Barang", 3, "org", "x", 2, "hari", 6, 100), ("Sewa", 1, "unit", None, None, None, 2, 100),
    )  # fmt: skip
    found = wrong(merged(sheet, *areas), "anggaran")
    if not areas:
        assert {"kolom ini tidak mempunyai judul" in one.message for one in found} == {True}
        return
    assert [(one.sel, one.message) for one in found] == [
        ("G3", "volume ini tidak sama dengan perkaliannya (1); betulkan salah satunya")
    ]
    sheet["G3"] = 1
    assert [one.volume for one in budget(sheet).rincian] == ["3 org x 2 hari", "1 unit"]


def test_headings_as_on_the_sheet() -> None:
    rows = ("KODE", "Uraian Kegiatan", "VOLUME", "SATUAN", "HARGA", "JUMLAH"), (*[None] * 4, "SATUAN (Rp)", "(Rp)")
    assert budget(table(*rows, ("1", *ITEM))).kolom == (
        "KODE", "Uraian Kegiatan", "RINCIAN VOLUME", "VOLUME", "SATUAN", "HARGA SATUAN (Rp)", "JUMLAH (Rp)",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["12.345", "Rp12.345", "Rp 12.345,-", "12345", 12345, 12345.0])
def test_amounts(text: Any) -> None:
    assert str(budget(table(HEAD, (None, "Sewa", None, None, None, text))).rincian[0].nilai) == "12345"


def test_subtotals_belong_to_the_account_that_they_close() -> None:
    def total(text: str, amount: int) -> tuple[Any, ...]:
        return (None, text, None, None, None, amount)

    sheet = table(
        ("NO", *HEAD[1:]), ("A", "BARANG"), (1, *ITEM), total("Jumlah A", 200), ("B", "JASA"), (1, *ITEM), (2, *ITEM),
        total("Sub Total", 400), ("C", "LAIN"), (1, *ITEM), total("Jumlah Lain", 200), total("TOTAL", 800),
    )  # fmt: skip
    data = budget(sheet)
    assert [one.jumlah for one in data.rincian] == ["200", "400", "200"]
    assert data.jumlah == "800"
    assert not read(sheet, "anggaran").notes
    sheet["F12"] = None
    assert [note.sel for note in read(sheet, "anggaran").notes] == ["B12"]


def test_a_subtotal_that_is_another_than_the_amount_of_its_account_is_refused() -> None:
    rows = ("1", "A", None, None, None, 200), (None, *ITEM), (None, "Jumlah A", None, None, None, 300), ("2", *ITEM)
    [complaint] = wrong(table(HEAD, *rows), "anggaran")
    assert (complaint.sel, "sel F2" in complaint.message) == ("F4", True)


def test_a_sum_of_nothing_is_refused() -> None:
    rows = ("1", *ITEM), ("Jumlah", None, None, None, None, 200), ("2", *ITEM), ("TOTAL", None, None, None, None, 400)
    assert [one.sel for one in wrong(table(HEAD, *rows), "anggaran")] == ["A3"]


def test_amounts_that_are_not_what_they_are_calculated_from_are_noted() -> None:
    sheet = table(
        HEAD, ("1", "A", None, None, None, 300), (None, "Barang", 2, "buah", 100, 250), ("TOTAL", *[None] * 4, 999)
    )
    assert [(note.sel, note.message.split(";")[0]) for note in read(sheet, "anggaran").notes] == [
        ("F4", "tertulis 999, padahal hitungannya 300"),
        ("F2", "tertulis 300, padahal hitungannya 250"),
        ("F3", "tertulis 250, padahal hitungannya 200"),
    ]
    many = table(HEAD, *[(at, "Barang", 2, "buah", 100, 1) for at in range(1, 31)])
    notes = read(many, "anggaran").notes
    assert (len(notes), "masih ada 20" in notes[-1].message) == (11, True)


@pytest.mark.parametrize("shape", ["one cell", "two cells", "merged"])
def test_the_total_in_words_is_compared(shape: str) -> None:
    words = "dua ratus rupiah"
    last = ("Terbilang", words) if shape == "two cells" else (f"Terbilang: {words.title()}",)
    sheet = table(HEAD, (None, *ITEM), ("JUMLAH", *[None] * 4, 200), last)
    if shape == "merged":
        merged(sheet, "A4:F4")
    assert not read(sheet, "anggaran").notes
    sheet["F3"] = 201
    [complaint] = wrong(sheet, "anggaran")
    assert (complaint.sel[1:], "dua ratus satu rupiah" in complaint.message) == ("4", True)
    sheet["F3"] = None
    assert "terbilang pada lembar tidak dibaca" in read(sheet, "anggaran").notes[-1].message


WRONG: dict[str, tuple[tuple[tuple[Any, ...], ...], list[str], str]] = {
    "misspelt": ((("KODE", "URAIN", "VOLUM", "HARGA"), ("1", "A", 1, 1)), ["B1", "C1"], "mungkin maksudnya URAIAN"),
    "unknown": (((*HEAD, "SUMBER DANA"), ("1", *ITEM, "x")), ["G1"], "pakai `tabel`"),
    "two numbers": ((("NO", *HEAD), (1, "521211", *ITEM)), ["A1"], "sembunyikan kolom NO atau kolom KODE"),
    "no texts": ((("KODE", "HARGA"), ("1", 2)), [""], "kolom URAIAN"),
    "no amounts": ((("KODE", "URAIAN"), ("1", "A")), [""], "kolom JUMLAH"),
    "English thousands": ((HEAD, ("1", "A", 1, "buah", "1,000", "1,250,000")), ["E2", "F2"], "dengan titik"),
    "a code that is a fraction": ((HEAD, (5.1, *ITEM)), ["A2"], "bilangan pecahan"),
    "a code that is a day": ((HEAD, (date(2026, 1, 5), *ITEM)), ["A2"], "tanggal"),
    "a formula": ((HEAD, ("1", "A", 1, "buah", 100, "=C2*E2")), ["F2"], "tidak menyimpan hasilnya"),
}


@pytest.mark.parametrize("case", WRONG)
def test_sheets_that_cannot_be_read(case: str) -> None:
    lines, cells, words = WRONG[case]
    found = wrong(table(*lines), "anggaran")
    assert sorted(one.sel for one in found) == cells
    assert words in found[0].message


@pytest.mark.parametrize(
    ("cell", "value"),
    [("C3", "dua buah"), ("E3", "seratus"), ("F3", "12.34"), ("F2", "banyak"), ("F4", "semua"), ("B3", "A\u0378")],
)
def test_a_complaint_of_the_model_names_the_cell(cell: str, value: str, tmp_path: Path) -> None:
    sheet = table(HEAD, ("1", "A"), (None, *ITEM), ("JUMLAH", *[None] * 4, 200))
    sheet[cell] = value
    assert only(decree(tmp_path, sheet, "anggaran: rencana.xlsx")).sel == cell


def test_faults_of_cells_and_of_what_they_say_are_told_together(tmp_path: Path) -> None:
    sheet = table(HEAD, ("1", "A", 1, "buah", "seratus", "=C2*E2"))
    assert [one.sel for one in refused(decree(tmp_path, sheet, "anggaran: rencana.xlsx"))] == ["F2", "E2"]


def test_2000_rows(tmp_path: Path) -> None:
    rows = [(f"{521211 + at // 10}", "Akun") if at % 10 == 0 else (None, *ITEM) for at in range(2000)]
    keputusan = kpu.load(decree(tmp_path, table(HEAD, *rows), "anggaran: rencana.xlsx"))
    anggaran = keputusan.lampiran[0].isi
    assert (len(anggaran.rincian), anggaran.seluruhnya.nilai) == (200, 200 * 9 * 200)
