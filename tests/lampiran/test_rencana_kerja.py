from __future__ import annotations

from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.blocks import Cell, Document, Table, at_columns, runs_of
from tests.building import LEAST, document, plan
from tests.paper import text

WEEKS = {
    "judul": "PELAKSANAAN (MINGGU)",
    "kolom": [{"judul": month, "kolom": ["I", "II", "III", "IV"]} for month in ("JANUARI", "FEBRUARI")],
}
QUARTERS = {"judul": "TRIWULAN", "kolom": ["TW I", "TW II", "TW III", "TW IV"]}
YEARS = {
    "judul": "TAHUN",
    "kolom": [{"judul": year, "kolom": [str(month) for month in range(1, 13)]} for year in ("2026", "2027")],
}


def table(document: Document) -> Table:
    [found] = [block for block in document.sections[1].blocks if isinstance(block, Table)]
    return found


def grid(table: Table, row: int = -1) -> list[Cell]:
    """The cells of the grid in one row, the last unless said otherwise."""
    placed = list(at_columns(table.rows))[row]
    return [cell for column, cell in placed if table.columns[column].grid]


def drawn(cells: list[Cell]) -> str:
    """`.` for an empty cell, `#` for a marked one, the text of others in brackets."""
    return "".join("#" if cell.marked else f"[{text(cell.runs)}]" if cell.runs else "." for cell in cells)


def months(bulan: Any) -> str:
    return drawn(grid(table(document(lampiran=plan({"kegiatan": "k", "bulan": bulan}))[0])))


def cells(petak: Any, asked: Any) -> str:
    content = {"petak": petak, "bagian": [{"kegiatan": [{"kegiatan": "k", "petak": asked}]}]}
    return drawn(grid(table(document(lampiran=[{"rencana_kerja": content}])[0])))


def complaints(*kegiatan: Any, **content: Any) -> list[tuple[str, str]]:
    """What is wrong with a plan, and where in it."""
    bagian = [{"judul": "B", "kegiatan": list(kegiatan)}]
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"rencana_kerja": content | {"bagian": bagian}}]})
    found = [str(one).partition(": ") for one in refused.value.complaints]
    return [(place.removeprefix("lampiran[1].rencana_kerja."), why) for place, _, why in found]


# How months are written


@pytest.mark.parametrize(
    ("bulan", "found"),
    [
        ("", "............"),
        ([], "............"),
        ("3", "..#........."),
        (3, "..#........."),
        ("Maret", "..#........."),
        ("maret", "..#........."),
        ("Mar", "..#........."),
        ([1, 4, 7, 10], "#..#..#..#.."),
        (["1", "4", "7", "10"], "#..#..#..#.."),
        ("1, 4, 7, 10", "#..#..#..#.."),
        ("3-5", "..###......."),
        ("3 - 5", "..###......."),
        ("3–5", "..###......."),
        ("3 s.d. 5", "..###......."),
        ("Januari-Maret", "###........."),
        ("Jan s.d. Mar", "###........."),
        ("5-5", "....#......."),
        ("1-12", "############"),
        ([1, "Mei", "7-9"], "#...#.###..."),
        ("1, 7-9", "#.....###..."),
        ({"6": "rapat"}, ".....[rapat]......"),
        ({"6": "rapat", "12": "akhir"}, ".....[rapat].....[akhir]"),
        ({"1-2": "x"}, "[x][x].........."),
        ([{"6": "rapat"}, 7], ".....[rapat]#....."),
        ([{"nama": "6", "teks": "rapat"}], ".....[rapat]......"),
        ([{"nama": "6"}], ".....#......"),
        ({"6": ""}, ".....#......"),
    ],
)
def test_months_are_named_in_many_ways(bulan: Any, found: str) -> None:
    assert months(bulan) == found


def test_a_text_is_not_lost_to_a_mark_of_the_same_month() -> None:
    assert "[rapat]" in months([{"6": "rapat"}, "5-7"])


@pytest.mark.parametrize("wrong", ["5-3", "Maret-Januari"])
def test_a_range_that_runs_backwards_is_a_complaint(wrong: str) -> None:
    [(place, why)] = complaints({"kegiatan": "k", "bulan": wrong})
    assert place.startswith("bagian[1].kegiatan[1]")
    assert why == f"rentangnya terbalik (tertulis: {wrong})"


def test_two_texts_for_one_month_are_a_complaint() -> None:
    [(_, why)] = complaints({"kegiatan": "k", "bulan": [{"6": "rapat"}, {"5-7": "pleno"}]})
    assert why == "petaknya sudah berisi teks lain (tertulis: pleno)"


@pytest.mark.parametrize("wrong", ["0", "13", "11-13", "Febuari", "3-", "-3", "1 4", "*"])
def test_what_names_no_month_is_a_complaint_with_its_place(wrong: str) -> None:
    [(place, why)] = complaints({"kegiatan": "k", "bulan": wrong})
    assert place.startswith("bagian[1].kegiatan[1]")
    assert place.endswith("bulan") or place.endswith("bulan[1]")
    assert why.startswith("bukan nama petak")
    assert why.endswith(f"(tertulis: {wrong})")


def test_all_that_is_wrong_is_told_at_once() -> None:
    rows = [{"bulan": 1}, {"bulan": ["2", "tiga", "4"]}, {"bulan": "9-8"}]
    found = complaints({"kegiatan": "k", "sub_kegiatan": rows})
    assert [place for place, _ in found] == [
        "bagian[1].kegiatan[1].sub_kegiatan[2].bulan[2]",
        "bagian[1].kegiatan[1].sub_kegiatan[3].bulan",
    ]


# A grid of its own


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("JANUARI I", "#......."),
        ("januari ii", ".#......"),
        ("JANUARI II-IV", ".###...."),
        ("JANUARI IV - FEBRUARI II", "...###.."),
        ("FEBRUARI", "....####"),
        ("JANUARI-FEBRUARI", "########"),
        (["JANUARI I", "FEBRUARI I"], "#...#..."),
        ({"FEBRUARI III": "R"}, "......[R]."),
    ],
)
def test_weeks_are_named_with_their_month(asked: Any, found: str) -> None:
    assert cells(WEEKS, asked) == found


@pytest.mark.parametrize(("asked", "found"), [("TW II", ".#.."), ("TW I-TW III", "###."), (["tw i", "TW IV"], "#..#")])
def test_quarters_stand_in_one_row(asked: Any, found: str) -> None:
    assert cells(QUARTERS, asked) == found


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        ("2026 11 - 2027 2", "..........##", "##.........."),
        ("2027 3-5", "............", "..###......."),
        ("2026", "############", "............"),
    ],
)
def test_two_years_have_two_times_twelve_months(asked: str, first: str, second: str) -> None:
    assert cells(YEARS, asked) == first + second


@pytest.mark.parametrize("wrong", ["I", "MARET I", "JANUARI V"])
def test_what_names_no_cell_of_the_grid_is_a_complaint(wrong: str) -> None:
    [(place, why)] = complaints({"kegiatan": "k", "petak": wrong}, petak=WEEKS)
    assert place.startswith("bagian[1].kegiatan[1]")
    assert "JANUARI I atau " in why
    assert why.endswith(f"(tertulis: {wrong})")


@pytest.mark.parametrize("wrong", ["FEBRUARI I-JANUARI I", "JANUARI IV-I"])
def test_a_range_of_weeks_that_runs_backwards_is_a_complaint(wrong: str) -> None:
    [(_, why)] = complaints({"kegiatan": "k", "petak": wrong}, petak=WEEKS)
    assert why == f"rentangnya terbalik (tertulis: {wrong})"


@pytest.mark.parametrize(
    ("content", "row", "why"),
    [
        ({}, {"petak": "1"}, "rencana ini memakai `bulan`, bukan `petak`"),
        ({"petak": QUARTERS}, {"bulan": "1"}, "rencana ini memakai `petak`, bukan `bulan`"),
    ],
)
def test_a_row_uses_the_grid_that_the_plan_has(content: dict[str, Any], row: dict[str, Any], why: str) -> None:
    [(_, found)] = complaints({"kegiatan": "k"} | row, **content)
    assert found == why


def test_the_head_has_a_row_for_groups_only_where_there_are_groups() -> None:
    def heads(petak: Any) -> list[list[str]]:
        content = {"petak": petak} if petak else {}
        rows = table(document(lampiran=[{"rencana_kerja": content | {"bagian": []}}])[0]).head
        return [[text(cell.runs) for cell in row.cells] for row in rows]

    left = ["NO.", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN"]
    assert heads(None) == [[*left, "PELAKSANAAN (BULAN)", "KET"], [str(month) for month in range(1, 13)]]
    assert heads(QUARTERS) == [[*left, "TRIWULAN", "KET"], QUARTERS["kolom"]]
    assert heads(WEEKS) == [
        [*left, "PELAKSANAAN (MINGGU)", "KET"],
        ["JANUARI", "FEBRUARI"],
        ["I", "II", "III", "IV"] * 2,
    ]


# The rows


def test_an_activity_stands_beside_all_its_rows() -> None:
    three = [{"sub_kegiatan": name, "indikator": name.upper()} for name in "abc"]
    composed = table(
        document(lampiran=plan({"nomor": "1.", "kegiatan": "k", "sub_kegiatan": three}, {"kegiatan": "l"}))[0]
    )
    section, first, second, _, alone = composed.rows
    assert section.kind == "bagian"
    assert [text(cell.runs) for cell in section.cells] == ["I.", "BAGIAN"]
    assert [(text(cell.runs), cell.rowspan) for cell in first.cells[:4]] == [("1.", 3), ("k", 3), ("a", 1), ("A", 1)]
    assert text(second.cells[0].runs) == "b"
    assert [(text(cell.runs), cell.rowspan) for cell in alone.cells[:3]] == [("", 1), ("l", 1), ("", 1)]


@pytest.mark.parametrize(
    "kegiatan",
    [
        {"kegiatan": "k", "sub_kegiatan": "s", "indikator": "i", "bulan": 3, "keterangan": "t"},
        {"kegiatan": "k", "sub_kegiatan": [{"sub_kegiatan": "s", "indikator": "i", "bulan": [3], "keterangan": "t"}]},
    ],
)
def test_an_activity_of_one_row_may_be_written_flat(kegiatan: dict[str, Any]) -> None:
    row = table(document(lampiran=plan(kegiatan))[0]).rows[-1]
    shown = [text(cell.runs) for cell in row.cells]
    assert shown == ["", "k", "s", "i", *[""] * 12, "t"]


def test_an_activity_may_be_a_name_alone() -> None:
    assert table(document(lampiran=plan("Rapat"))[0]).rows[-1].cells[1].runs[0].text == "Rapat"


def test_a_part_without_heading_prints_no_line() -> None:
    content = {"bagian": [{"kegiatan": [{"kegiatan": "k"}]}]}
    assert len(table(document(lampiran=[{"rencana_kerja": content}])[0]).rows) == 1


def test_headings_of_the_columns_may_be_given_and_are_five() -> None:
    five = ["NO", "URAIAN", "RINCIAN", "HASIL", "CATATAN"]
    content = {"kolom": five, "bagian": []}
    head = table(document(lampiran=[{"rencana_kerja": content}])[0]).head[0]
    assert [text(cell.runs) for cell in head.cells] == [*five[:4], "PELAKSANAAN (BULAN)", five[4]]
    assert complaints(kolom=five[:4]) == [
        ("kolom", "harus lima judul: nomor, kegiatan, sub kegiatan, indikator, keterangan")
    ]


def test_an_activity_without_rows_is_a_complaint() -> None:
    [(place, _)] = complaints({"kegiatan": "k", "sub_kegiatan": []})
    assert place == "bagian[1].kegiatan[1].sub_kegiatan"


def test_an_annex_has_exactly_one_kind() -> None:
    with pytest.raises(kpu.InputError, match="tepat satu jenis lampiran"):
        kpu.load(LEAST | {"lampiran": [{"judul": "x"}]})


@pytest.mark.parametrize("count", [1, 4, 12, 24, 48, 96])
def test_a_finer_grid_takes_room_from_the_texts_but_not_all(count: int) -> None:
    petak = {"judul": "x", "kolom": [f"k{n}" for n in range(count)]}
    composed = table(document(lampiran=[{"rencana_kerja": {"petak": petak, "bagian": []}}])[0])
    total = sum(column.width for column in composed.columns)
    share = sum(column.width for column in composed.columns if column.grid) / total
    assert 0.09 < share < 0.51


def test_a_section_with_a_number_alone_is_printed() -> None:
    made, _ = document(lampiran=[{"rencana_kerja": {"bagian": [{"nomor": "IX."}]}}])
    assert "IX." in [run.text for block in made.sections[1].blocks for run in runs_of(block)]
