import subprocess
import sys
from datetime import date, timedelta

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import bahasa

# Written by hand: voting days, holidays, month ends.
TANGGAL = [
    (date(2022, 1, 26), "26 Januari 2022", "Rabu"),
    (date(2022, 2, 1), "1 Februari 2022", "Selasa"),
    (date(2024, 2, 29), "29 Februari 2024", "Kamis"),
    (date(2021, 3, 1), "1 Maret 2021", "Senin"),
    (date(2019, 4, 17), "17 April 2019", "Rabu"),
    (date(2019, 5, 31), "31 Mei 2019", "Jumat"),
    (date(2022, 6, 14), "14 Juni 2022", "Selasa"),
    (date(2018, 7, 4), "4 Juli 2018", "Rabu"),
    (date(1945, 8, 17), "17 Agustus 1945", "Jumat"),
    (date(2024, 9, 22), "22 September 2024", "Minggu"),
    (date(2020, 10, 10), "10 Oktober 2020", "Sabtu"),
    (date(2024, 11, 27), "27 November 2024", "Rabu"),
    (date(2020, 12, 9), "9 Desember 2020", "Rabu"),
    (date(2023, 1, 1), "1 Januari 2023", "Minggu"),
]


@pytest.mark.parametrize(("day", "teks", "hari"), TANGGAL)
def test_dates_and_days_are_written_as_on_paper(day: date, teks: str, hari: str) -> None:
    assert bahasa.tanggal(day) == teks
    assert bahasa.hari(day) == hari


def test_names_are_those_of_babel() -> None:
    assert tuple(get_month_names("wide", locale="id_ID")[ke] for ke in range(1, 13)) == bahasa.BULAN
    assert tuple(get_day_names("wide", locale="id_ID")[ke] for ke in range(7)) == bahasa.HARI


@given(st.dates())
def test_dates_are_written_as_babel_writes_them(day: date) -> None:
    assert bahasa.tanggal(day) == format_date(day, "d MMMM y", locale="id_ID")


def test_every_day_reads_back() -> None:
    for ke in range(366 + 365):
        hari = date(2024, 1, 1) + timedelta(days=ke)
        assert bahasa.baca_tanggal(bahasa.tanggal(hari)) == hari
        assert bahasa.baca_tanggal(hari.isoformat()) == hari


@pytest.mark.parametrize("teks", ["26 JANUARI 2022", "26 januari 2022", " 26  Januari\u00a02022 ", "2022-01-26"])
def test_baca_tanggal_is_tolerant_of_case_and_blanks(teks: str) -> None:
    assert bahasa.baca_tanggal(teks) == date(2022, 1, 26)


@pytest.mark.parametrize(
    "teks",
    ["", "30 Februari 2022", "2022-02-30", "20220126", "2022-W04-3", "26 January 2022", "0 Mei 2022", "26/01/2022",
     "26 Januari 22", "Rabu, 26 Januari 2022", "0000-01-01", "..."],
)  # fmt: skip
def test_what_is_no_date(teks: str) -> None:
    assert bahasa.baca_tanggal(teks) is None


SEED = date(2022, 1, 26)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rabu, 26 Januari 2022", [("Rabu, 26 Januari 2022", SEED, "Rabu")]),
        ("pada hari Rabu tanggal 26 Januari 2022 di", [("Rabu tanggal 26 Januari 2022", SEED, "Rabu")]),
        ("hari RABU, TANGGAL 26 JANUARI 2022;", [("RABU, TANGGAL 26 JANUARI 2022", SEED, "Rabu")]),
        ("Kamis , 26\u00a0Januari  2022", [("Kamis , 26\u00a0Januari  2022", SEED, "Kamis")]),
        ("Jum'at, 4 Maret 2022", [("Jum'at, 4 Maret 2022", date(2022, 3, 4), "Jumat")]),
        ("Ahad 6 Maret 2022", [("Ahad 6 Maret 2022", date(2022, 3, 6), "Minggu")]),
        ("tanggal 26 Januari 2022", [("26 Januari 2022", SEED, "")]),
        ("(26 Januari 2022)", [("26 Januari 2022", SEED, "")]),
        ("Senin sampai dengan 26 Januari 2022", [("26 Januari 2022", SEED, "")]),
        ("3-5 Januari 2022", [("5 Januari 2022", date(2022, 1, 5), "")]),
        (
            "Senin, 24 Januari 2022 s.d. Rabu, 26 Januari 2022",
            [("Senin, 24 Januari 2022", date(2022, 1, 24), "Senin"), ("Rabu, 26 Januari 2022", SEED, "Rabu")],
        ),
    ],
)
def test_dates_are_found_in_running_text(text: str, found: list[tuple[str, date, str]]) -> None:
    assert [(text[one.mulai : one.akhir], one.tanggal, one.hari) for one in bahasa.temukan_tanggal(text)] == found


@pytest.mark.parametrize(
    "text",
    ["", "26-01-2022", "26/01/2022", "2022-01-26", "Januari 2022", "31 Februari 2022", "126 Januari 2022",
     "26 Januari 20221", "26 Jan 2022", "Nomor 26 Tahun 2022", "Rabu"],
)  # fmt: skip
def test_what_is_no_written_date_is_not_guessed(text: str) -> None:
    assert bahasa.temukan_tanggal(text) == []


@given(st.text(max_size=20), st.dates(date(1000, 1, 1)), st.booleans(), st.text(max_size=20))
def test_a_date_is_found_between_any_words(before: str, day: date, named: bool, after: str) -> None:
    written = f"{bahasa.hari(day)}, {bahasa.tanggal(day)}" if named else bahasa.tanggal(day)
    start = len(before) + 1  # the bracket keeps a day name at the end of `before` away
    found = bahasa.temukan_tanggal(f"{before}({written}){after}")
    assert (start, start + len(written), day, bahasa.hari(day) if named else "") in found


@given(st.text(alphabet="SEOİſK'’ jumat ahd1234567890 januri", max_size=40))
def test_looking_for_dates_never_fails(text: str) -> None:
    assert all(0 <= one.mulai < one.akhir <= len(text) for one in bahasa.temukan_tanggal(text))


def test_importing_the_module_does_not_load_babel() -> None:
    kode = "import sys, kpu_docs.bahasa; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", kode], check=False).returncode == 0
