from __future__ import annotations

from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.blocks import Table
from tests.building import LEAST, document
from tests.paper import text


def table(**tim: Any) -> Table:
    [found] = [b for b in document(lampiran=[{"susunan_tim": tim}])[0].sections[1].blocks if isinstance(b, Table)]
    return found


def rows(**tim: Any) -> list[list[str]]:
    return [[text(cell.runs) for cell in row.cells] for row in table(**tim).rows]


def heads(**tim: Any) -> list[str]:
    [row] = table(**tim).head
    return [text(cell.runs) for cell in row.cells]


def complaints(tim: Any) -> list[tuple[str, str]]:
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"susunan_tim": tim}]})
    found = [str(one).partition(": ") for one in refused.value.complaints]
    return [(place.removeprefix("lampiran[1].susunan_tim."), why) for place, _, why in found]


SECTIONS = [
    {"nomor": "I.", "judul": "PENGARAH", "anggota": [{"nama": "A", "kedudukan": "p"}]},
    {"judul": "PELAKSANA", "anggota": [{"nama": "B"}, {"nama": "C"}]},
]


def test_only_the_columns_that_are_filled_are_printed() -> None:
    assert heads(anggota=["A"]) == ["NO.", "NAMA"]
    assert heads(anggota=["A", {"nama": "B", "nip": "1 2"}]) == ["NO.", "NAMA", "NIP"]
    every = ("nama", "nip", "pangkat", "jabatan", "kedudukan", "honorarium", "keterangan")
    assert heads(anggota=[dict.fromkeys(reversed(every), "x")]) == [
        "NO.", "NAMA", "NIP", "PANGKAT/GOLONGAN", "JABATAN", "KEDUDUKAN DALAM TIM", "HONORARIUM", "KET",
    ]  # fmt: skip


def test_members_may_be_names_and_a_list_is_a_team() -> None:
    assert rows(anggota=["A", "B"]) == [["1.", "A"], ["2.", "B"]]
    whole = document(lampiran=[{"susunan_tim": ["A"]}])[0].sections[1].blocks
    assert [len(block.rows) for block in whole if isinstance(block, Table)] == [1]


def test_an_office_stands_without_a_name() -> None:
    assert rows(anggota=[{"nama": "A", "jabatan": "Staf"}, {"jabatan": "Kepala Dinas"}]) == [
        ["1.", "A", "Staf"],
        ["2.", "", "Kepala Dinas"],
    ]


def test_values_are_printed_as_written() -> None:
    member = {"nama": "A", "nip": "19700101 199503 1 001", "honorarium": "Rp450.000,00/bulan"}
    assert rows(anggota=[member]) == [["1.", "A", "19700101 199503 1 001", "Rp450.000,00/bulan"]]


@pytest.mark.parametrize(("how", "numbers"), [("lanjut", ["1.", "2.", "3."]), ("mulai_baru", ["1.", "1.", "2."])])
def test_numbers_run_on_or_begin_anew(how: str, numbers: list[str]) -> None:
    found = table(bagian=SECTIONS, penomoran=how).rows
    assert [text(row.cells[0].runs) for row in found if row.kind == "isi"] == numbers


def test_a_number_that_is_written_is_printed() -> None:
    assert [row[0] for row in rows(anggota=["A", {"nomor": "1a.", "nama": "B"}, "C"])] == ["1.", "1a.", "3."]


def test_sections_have_a_line_with_their_number_or_across_all() -> None:
    found = [row for row in table(bagian=SECTIONS).rows if row.kind == "bagian"]
    assert [[(text(cell.runs), cell.colspan) for cell in row.cells] for row in found] == [
        [("I.", 1), ("PENGARAH", 2)],
        [("PELAKSANA", 3)],
    ]


def test_headings_may_be_given_and_are_printed() -> None:
    assert heads(kolom={"nip": "NIP/NIK"}, anggota=["A"]) == ["NO.", "NAMA", "NIP/NIK"]
    assert heads(kolom={"nama": "NAMA LENGKAP"}, anggota=["A"]) == ["NO.", "NAMA LENGKAP"]


def test_a_member_is_somebody() -> None:
    assert complaints({"bagian": [{"anggota": ["A", {"kedudukan": "Ketua"}]}]}) == [
        ("bagian[1].anggota[2]", "belum menyebut siapa: isi `nama`, atau `jabatan` saja")
    ]
    [(place, _)] = complaints({"anggota": ["A", {"nama": "B", "nik": "x"}]})
    assert place == "anggota[2].nik"


def test_every_piece_knows_where_it_came_from() -> None:
    cells = table(anggota=["A", {"nama": "B", "jabatan": "J"}]).rows[1].cells
    place = ("lampiran", 0, "susunan_tim", "bagian", 0, "anggota", 1)
    assert [run.asal for cell in cells for run in cell.runs] == [place, (*place, "nama"), (*place, "jabatan")]
