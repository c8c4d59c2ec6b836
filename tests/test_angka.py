from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import angka

NUMBERS = st.decimals(-(10**15), 10**15, places=2) | st.integers(-(10**18), 10**18).map(Decimal)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("12345", "12345"),
        ("12.345", "12345"),
        ("1.250,50", "1250.50"),
        ("1250,5", "1250.5"),
        (" 1.000.000 ", "1000000"),
        ("-3", "-3"),
        ("\u2212" + "3", "-3"),
    ],
)
def test_numbers_are_read_as_indonesians_write_them(text: str, value: str) -> None:
    assert angka.baca(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "12.5", "1.2345", "12,345.67", "1,", ",5", "12 345", "dua", "1e3", "٣"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert angka.baca(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "1.250.000",
        "Rp1.250.000",
        "Rp1.250.000,00",
        "Rp 1.250.000",
        "Rp 1.250.000,-",
        "Rp. 1.250.000,-",
        "rp1250000",
        "1250000,00",
    ],
)
def test_amounts_may_bear_their_signs(text: str) -> None:
    assert angka.baca_rupiah(text) == 1250000


@pytest.mark.parametrize("text", ["12,5%", "12,5 %", "12,5"])
def test_percentages_may_bear_their_sign(text: str) -> None:
    assert angka.baca_persen(text) == Decimal("12.5")


def test_numbers_are_printed_as_indonesians_write_them() -> None:
    assert angka.tulis(Decimal("1250.50")) == "1.250,50"
    assert angka.tulis_rupiah(Decimal(1250000)) == "Rp1.250.000"
    assert angka.tulis_rupiah(Decimal(-5)) == "-Rp5"
    assert angka.tulis_persen(Decimal("12.5")) == "12,5%"


@given(NUMBERS)
def test_what_is_printed_is_read_again(value: Decimal) -> None:
    assert angka.baca(angka.tulis(value)) == value
    assert angka.baca_rupiah(angka.tulis_rupiah(value)) == value
    assert angka.baca_persen(angka.tulis_persen(value)) == value


@pytest.mark.parametrize(("value", "text"), [("25000.00", "25.000"), ("0.50", "0,5"), ("1200", "1.200"), ("0", "0")])
def test_zeros_that_a_calculation_left_are_not_printed(value: str, text: str) -> None:
    assert angka.tulis(angka.rapi(Decimal(value))) == text
