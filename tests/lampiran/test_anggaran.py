from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.blocks import Row, Table
from kpu_docs.lampiran.anggaran import Anggaran, baca_volume, dengan_huruf, selisih
from tests.building import LEAST, document
from tests.paper import text

FOOD: dict[str, Any] = {"uraian": "Konsumsi", "volume": "3 org x 2 hari x 4 keg", "satuan": "OK", "harga": "50.000"}
PAPER: dict[str, Any] = {"uraian": "Kertas", "volume": "10 rim", "harga": "Rp55.000"}
ACCOUNTS: list[dict[str, Any]] = [
    {"kode": "1", "uraian": "Akun", "rincian": [{"kode": "1.1", "uraian": "Bahan", "rincian": [FOOD, PAPER]}]},
    {"kode": "2", "uraian": "Sewa", "jumlah": "250.000"},
]


def words(row: Row) -> list[str]:
    return [text(cell.runs) for cell in row.cells]


def rows(**content: Any) -> list[Row]:
    found = document(lampiran=[{"anggaran": content}])[0].sections[1].blocks
    [table] = [block for block in found if isinstance(block, Table)]
    return [*table.rows]


def item(**given: Any) -> list[str]:
    return words(rows(rincian=[given])[0])


def complaints(**content: Any) -> list[str]:
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"anggaran": content}]})
    return [str(one).removeprefix("lampiran[1].anggaran.") for one in refused.value.complaints]


@pytest.mark.parametrize(
    ("volume", "factors"),
    [
        ("24", [("24", "")]),
        ("1.200 lembar", [("1200", "lembar")]),
        ("3 org x 2 hari x 4 keg", [("3", "org"), ("2", "hari"), ("4", "keg")]),
        ("3 org × 2,5 hari", [("3", "org"), ("2.5", "hari")]),
        ("2x3", [("2", ""), ("3", "")]),
        ("2 box X 3 keg", [("2", "box"), ("3", "keg")]),
    ],
)
def test_a_volume_is_a_product(volume: str, factors: list[tuple[str, str]]) -> None:
    assert baca_volume(volume) == tuple((Decimal(number), unit) for number, unit in factors)


@pytest.mark.parametrize("volume", ["org", "3 org x", "x 3", "3 org x dua hari", "1.2 org", "3 org 2 hari"])
def test_what_is_no_product_is_a_complaint(volume: str) -> None:
    [found] = complaints(rincian=[{"uraian": "a", "rincian": [{"volume": volume, "harga": "1"}]}])
    assert found.startswith("rincian[1].rincian[1].volume: harus jumlah dengan satuannya")


def test_amounts_are_calculated_and_added_up() -> None:
    assert [(row.kind, words(row)) for row in rows(rincian=ACCOUNTS)] == [
        ("bagian", ["1", "Akun", "1.750.000"]),
        ("bagian", ["1.1", "Bahan", "1.750.000"]),
        ("isi", ["", "Konsumsi", "3 org x 2 hari x 4 keg", "24", "OK", "50.000", "1.200.000"]),
        ("isi", ["", "Kertas", "", "10", "rim", "55.000", "550.000"]),
        ("isi", ["2", "Sewa", "", "", "", "", "250.000"]),
        ("jumlah", ["JUMLAH", "2.000.000"]),
        ("jumlah", ["Terbilang: dua juta rupiah"]),
    ]


def test_a_volume_whose_unit_is_another_is_printed_as_written() -> None:
    assert item(volume="2 rim", satuan="paket", harga="5")[2:6] == ["2 rim", "2", "paket", "5"]
    assert item(volume="2 rim", satuan="rim", harga="5")[2:6] == ["", "2", "rim", "5"]


def test_parts_are_multiplied_without_leaving_zeros() -> None:
    assert item(volume="0,5 hari x 3 org", harga="50.000")[3::3] == ["1,5", "75.000"]


def test_given_amounts_are_printed_and_compared() -> None:
    given = {
        "rincian": [{"uraian": "a", "jumlah": "10", "rincian": [FOOD | {"jumlah": "1.000.000"}, PAPER]}],
        "jumlah": "12",
    }
    printed = rows(**given)
    assert [words(row)[-1] for row in printed[:2]] == ["10", "1.000.000"]
    assert [words(row)[-1] for row in printed[-2:]] == ["12", "Terbilang: dua belas rupiah"]
    assert [*selisih(Anggaran.model_validate(given))] == [
        (("jumlah",), Decimal(12), Decimal(10)),
        (("rincian", 0, "jumlah"), Decimal(10), Decimal(1550000)),
        (("rincian", 0, "rincian", 0, "jumlah"), Decimal(1000000), Decimal(1200000)),
    ]
    assert selisih(Anggaran.model_validate({"rincian": ACCOUNTS, "jumlah": "2.000.000"})) == ()


def test_unreadable_amounts_are_complaints_all_at_once() -> None:
    assert complaints(rincian=[{"harga": "mahal"}, {"jumlah": "1.5"}], jumlah="x") == [
        "rincian[1].harga: harus jumlah rupiah, misalnya 1.250.000 (tertulis: mahal)",
        "rincian[2].jumlah: harus jumlah rupiah, misalnya 1.250.000 (tertulis: 1.5)",
    ]
    assert complaints(rincian=[{}], jumlah="x") == ["jumlah: harus jumlah rupiah, misalnya 1.250.000 (tertulis: x)"]


def test_an_account_has_no_price_of_its_own() -> None:
    [found] = complaints(rincian=[{"harga": "5", "rincian": [FOOD]}])
    assert found.startswith("rincian[1].harga: tidak berlaku bagi akun")


def test_headings_may_be_others_but_seven() -> None:
    assert complaints(kolom=["A"], rincian=[FOOD])[0].startswith("kolom: harus tujuh judul")


@pytest.mark.parametrize(
    ("value", "words"),
    [("12300000", "dua belas juta tiga ratus ribu rupiah"), ("0", "nol rupiah"), ("0.5", ""), ("-1", ""), ("1e16", "")],
)
def test_the_total_in_words(value: str, words: str) -> None:
    assert dengan_huruf(Decimal(value)) == words


def test_the_total_in_words_may_be_left_out() -> None:
    assert words(rows(rincian=ACCOUNTS, terbilang="tidak")[-1]) == ["JUMLAH", "2.000.000"]
