from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.blocks import Table
from kpu_docs.lampiran._waktu import Waktu
from tests.building import LEAST, document
from tests.paper import text


def table(**jadwal: Any) -> Table:
    [found] = [b for b in document(lampiran=[{"jadwal": jadwal}])[0].sections[1].blocks if isinstance(b, Table)]
    return found


def rows(**jadwal: Any) -> list[list[str]]:
    return [[text(cell.runs) for cell in row.cells] for row in table(**jadwal).rows]


def heads(**jadwal: Any) -> list[list[tuple[str, int, int]]]:
    found = table(**jadwal).head
    return [[(text(cell.runs), cell.colspan, cell.rowspan) for cell in row.cells] for row in found]


def complaints(**jadwal: Any) -> list[tuple[str, str]]:
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"jadwal": jadwal}]})
    found = [str(one).partition(": ") for one in refused.value.complaints]
    return [(place.removeprefix("lampiran[1].jadwal."), why) for place, _, why in found]


# Days


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2026-01-03", "3 Januari 2026"),
        ("3 Januari 2026", "3 Januari 2026"),
        (date(2026, 1, 3), "3 Januari 2026"),
        ("2026-01-03 s.d. 2026-01-05", "3 s.d. 5 Januari 2026"),
        ("2026-01-03 - 2026-01-05", "3 s.d. 5 Januari 2026"),
        ("2026-01-03 – 2026-01-05", "3 s.d. 5 Januari 2026"),
        ("3 s.d. 5 Januari 2026", "3 s.d. 5 Januari 2026"),
        ("3 s/d 5 januari 2026", "3 s.d. 5 Januari 2026"),
        ("3 sd 5 Januari 2026", "3 s.d. 5 Januari 2026"),
        ("3 hingga 5 Januari 2026", "3 s.d. 5 Januari 2026"),
        ("3-5 Januari 2026", "3 s.d. 5 Januari 2026"),
        ("30 Januari-2 Februari 2026", "30 Januari s.d. 2 Februari 2026"),
        ("3 sampai dengan 5 Januari 2026", "3 s.d. 5 Januari 2026"),
        ("30 Januari s.d. 2 Februari 2026", "30 Januari s.d. 2 Februari 2026"),
        ("28 Desember 2025 s.d. 3 Januari 2026", "28 Desember 2025 s.d. 3 Januari 2026"),
        ({"mulai": "2026-01-30", "selesai": "2 Februari 2026"}, "30 Januari s.d. 2 Februari 2026"),
        ({"mulai": "2026-01-03", "selesai": "2026-01-03"}, "3 Januari 2026"),
        ({"mulai": "2026-01-03"}, "3 Januari 2026"),
        ("2026-01-05 s.d. 2026-01-03", "5 s.d. 3 Januari 2026"),  # a rule finds it, the print keeps it
        ("2026-02-05 s.d. 2026-01-03", "5 Februari s.d. 3 Januari 2026"),
    ],
)
def test_days_are_read_as_clerks_write_them_and_printed_one_way(written: Any, printed: str) -> None:
    assert Waktu.model_validate(written).rentang == printed


@pytest.mark.parametrize(
    "wrong",
    [
        "besok", "30 Februari 2026", "2026-13-01", "5 Januari", "3 s.d. Januari 2026", "2026-01-03 s.d.", "s.d.",
        "1 s.d. 2 s.d. 3 Mei 2026",
    ],
)  # fmt: skip
def test_what_is_no_day_is_a_complaint_with_its_place(wrong: str) -> None:
    [(place, why)] = complaints(kegiatan=["x", {"kegiatan": "k", "waktu": wrong}])
    assert place == "kegiatan[2].waktu"
    assert why.startswith("harus tanggal atau rentangnya")
    assert why.endswith(f"(tertulis: {wrong})")


def test_a_beginning_or_end_that_is_no_day_is_named() -> None:
    [(place, why)] = complaints(
        kegiatan=[{"sub_kegiatan": [{"kegiatan": "s", "waktu": {"mulai": "x"}}], "kegiatan": "k"}]
    )
    assert (place, why.split(",")[0]) == ("kegiatan[1].sub_kegiatan[1].waktu.mulai", "harus tanggal")
    [(place, why)] = complaints(kegiatan=[{"kegiatan": "k", "waktu": {"selesai": "2026-01-01"}}])
    assert (place, why) == ("kegiatan[1].waktu", "belum menyebut `mulai`")


# Rows


def test_sub_items_are_numbered_by_their_depth() -> None:
    below = {
        "kegiatan": "b",
        "sub_kegiatan": ["c", {"kegiatan": "d", "sub_kegiatan": ["e", {"kegiatan": "f", "sub_kegiatan": ["g"]}]}],
    }
    assert rows(kegiatan=["a", below]) == [
        ["1.", "a"], ["2.", "b"], ["a.", "c"], ["b.", "d"], ["1)", "e"], ["2)", "f"], ["a)", "g"],
    ]  # fmt: skip


def test_a_number_that_is_written_is_printed() -> None:
    assert [row[0] for row in rows(kegiatan=["a", {"nomor": "7.", "kegiatan": "b"}, "c"])] == ["1.", "7.", "3."]


@pytest.mark.parametrize(("how", "numbers"), [("lanjut", ["1.", "2.", "3."]), ("mulai_baru", ["1.", "2.", "1."])])
def test_numbers_run_on_or_begin_anew(how: str, numbers: list[str]) -> None:
    bagian = [{"judul": "A", "kegiatan": ["a", "b"]}, {"judul": "B", "kegiatan": ["c"]}, {"judul": "C"}]
    found = table(bagian=bagian, penomoran=how).rows
    assert [text(row.cells[0].runs) for row in found if row.kind == "isi"] == numbers
    assert [text(row.cells[0].runs) for row in found if row.kind == "bagian"] == ["A", "B", "C"]


def test_only_the_columns_that_are_filled_are_printed() -> None:
    assert heads(kegiatan=["a"]) == [[("NO.", 1, 1), ("KEGIATAN", 1, 1)]]
    assert heads(kegiatan=[{"waktu": "2026-01-03", "keterangan": "k"}]) == [
        [("NO.", 1, 1), ("TANGGAL", 1, 1), ("KET", 1, 1)]
    ]


def test_beginning_and_end_may_have_columns_of_their_own() -> None:
    kegiatan = [
        {"kegiatan": "a", "waktu": "2026-01-03 s.d. 2026-01-05"},
        {"kegiatan": "b", "waktu": "2026-01-03"},
        {"kegiatan": "c", "waktu": {"mulai": "2026-01-03"}},
        "d",
    ]
    assert heads(kegiatan=kegiatan, awal_akhir="ya", kolom={"kegiatan": "TAHAPAN"}) == [
        [("NO.", 1, 2), ("TAHAPAN", 1, 2), ("JADWAL", 2, 1)],
        [("AWAL", 1, 1), ("AKHIR", 1, 1)],
    ]
    assert rows(kegiatan=kegiatan, awal_akhir="ya") == [
        ["1.", "a", "3 Januari 2026", "5 Januari 2026"],
        ["2.", "b", "3 Januari 2026", "3 Januari 2026"],
        ["3.", "c", "3 Januari 2026", ""],
        ["4.", "d", "", ""],
    ]


def test_an_activity_says_something() -> None:
    assert complaints(kegiatan=[{"keterangan": "k"}]) == [("kegiatan[1]", "belum diisi: tulis `kegiatan` atau `waktu`")]


def test_a_heading_that_is_written_is_printed_or_refused() -> None:
    assert heads(kegiatan=["a"], kolom={"keterangan": "CATATAN"}) == [
        [("NO.", 1, 1), ("KEGIATAN", 1, 1), ("CATATAN", 1, 1)]
    ]
    assert complaints(kegiatan=["a"], kolom={"awal": "MULAI", "pihak": "REGU"}) == [
        ("kolom.awal", "jadwal ini tidak mempunyai lajur itu (tertulis: MULAI)"),
        ("kolom.pihak", "jadwal ini tidak mempunyai lajur itu (tertulis: REGU)"),
    ]


# Parties


def test_each_party_has_a_column() -> None:
    kegiatan = [{"waktu": "2026-01-03", "pihak": ["A", "C"]}, {"waktu": "2026-01-04", "pihak": {"B": "pagi"}}]
    assert heads(pihak=["A", "B", "C"], kegiatan=kegiatan) == [
        [("NO.", 1, 2), ("TANGGAL", 1, 2), ("PIHAK", 3, 1)],
        [("A", 1, 1), ("B", 1, 1), ("C", 1, 1)],
    ]
    first, second = table(pihak=["A", "B", "C"], kegiatan=kegiatan).rows
    assert [cell.marked for cell in first.cells[2:]] == [True, False, True]
    assert [text(cell.runs) for cell in second.cells[2:]] == ["", "pagi", ""]


def test_a_party_that_is_not_there_is_a_complaint() -> None:
    [(place, why)] = complaints(pihak=["A", "B"], kegiatan=[{"kegiatan": "k", "pihak": ["A", "D"]}])
    assert (place, why.partition("(")[2]) == ("kegiatan[1].pihak[2]", "tertulis: D)")
    assert complaints(kegiatan=[{"kegiatan": "k", "pihak": "A"}]) == [
        ("kegiatan[1].pihak", "jadwal ini tidak mempunyai lajur `pihak`")
    ]
