from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs.blocks import Paragraph, Row, Table, Together
from kpu_docs.lampiran._hitung import susunan
from kpu_docs.lampiran.tabel import Tabel, selisih
from tests.building import LEAST, document
from tests.paper import text

SEXES = {
    "judul": "PEMILIH",
    "kolom": [
        {"judul": "LAKI-LAKI", "jenis": "angka"},
        {"judul": "PEREMPUAN", "jenis": "angka"},
        {"judul": "JUMLAH", "jumlah_dari": ["laki_laki", "perempuan"]},
    ],
}
VILLAGES: list[dict[str, Any]] = [
    {"kecamatan": "Satu", "desa": "A", "laki_laki": "1.200", "perempuan": "10"},
    {"kecamatan": "Satu", "desa": "B", "laki_laki": "5", "perempuan": "6"},
    {"kecamatan": "Dua", "desa": "A", "laki_laki": "7", "perempuan": "-"},
]
GROUPED: dict[str, Any] = {"kolom": ["DESA", SEXES], "kelompok": ["kecamatan"], "baris": VILLAGES}


def table(**content: Any) -> Table:
    [found] = [block for block in annex(**content) if isinstance(block, Table)]
    return found


def annex(**content: Any) -> tuple[Any, ...]:
    return document(lampiran=[{"tabel": content}])[0].sections[1].blocks


def words(row: Row) -> list[str]:
    return [text(cell.runs) for cell in row.cells]


def body(**content: Any) -> list[list[str]]:
    return [words(row) for row in table(**content).rows]


def cell(jenis: str, value: Any, **more: Any) -> str:
    [[found]] = body(kolom=[{"judul": "X", "jenis": jenis, **more}], baris=[[value]])
    return found


def complaints(**content: Any) -> list[tuple[str, str]]:
    """What is wrong with a table, and where in it."""
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"tabel": content}]})
    found = [str(one).partition(": ") for one in refused.value.complaints]
    return [(place.removeprefix("lampiran[1].tabel."), why) for place, _, why in found]


# Cells


@pytest.mark.parametrize(
    ("jenis", "value", "printed"),
    [
        ("teks", "12.345", "12.345"),
        ("angka", "12345", "12.345"),
        ("angka", 12345, "12.345"),
        ("angka", 12.5, "12,5"),
        ("angka", "1.250,50", "1.250,50"),
        ("rupiah", "1250000", "Rp1.250.000"),
        ("rupiah", "Rp 1.250.000,-", "Rp1.250.000"),
        ("persen", "12,5", "12,5%"),
        ("tanggal", "2022-01-26", "26 Januari 2022"),
        ("tanggal", "26 januari 2022", "26 Januari 2022"),
        ("ya_tidak", "Ya", "ya"),
        ("ya_tidak", False, "tidak"),
        ("angka", "", ""),
        ("angka", None, ""),
        ("rupiah", "-", "-"),
    ],
)
def test_a_cell_is_read_and_printed_as_its_column_says(jenis: str, value: Any, printed: str) -> None:
    assert cell(jenis, value) == printed


def test_yes_and_no_may_be_signs() -> None:
    assert [cell("ya_tidak", value, tanda="ya") for value in ("ya", "\u2713", "tidak", "")] == [
        "\u2713",
        "\u2713",
        "-",
        "",
    ]


@pytest.mark.parametrize("jenis", ["angka", "rupiah", "persen", "tanggal", "ya_tidak"])
def test_what_a_column_cannot_hold_is_a_complaint_with_its_place(jenis: str) -> None:
    kolom = ["A", {"judul": "B", "jenis": jenis}]
    [(place, why)] = complaints(kolom=kolom, baris=[["x", "12.5.1"]])
    assert place == "baris[1][2]"
    assert why.startswith("harus ")
    [(place, _)] = complaints(kolom=kolom, baris=[{"a": "x", "b": "y"}])
    assert place == "baris[1].b"


def test_only_text_as_typed_knows_its_place_in_it() -> None:
    row = table(
        kolom=["A", {"judul": "B", "jenis": "angka"}, {"judul": "C", "jenis": "angka"}], baris=[["x", "1.000", "1000"]]
    )
    assert [cell.runs[0].at for cell in row.rows[0].cells] == [0, 0, None]


# Columns


def test_a_column_is_called_by_its_heading_and_by_the_one_above_where_it_must() -> None:
    double = [{"judul": name, "kolom": ["LAKI-LAKI", "PEREMPUAN"]} for name in ("DPT", "DPTb")]
    tabel = Tabel.model_validate({"kolom": ["**NAMA** DESA", *double, {"judul": "KET", "kunci": "catatan"}]})
    assert [one.kunci for one in tabel.lajur] == [
        "nama_desa",
        "dpt_laki_laki",
        "dpt_perempuan",
        "dptb_laki_laki",
        "dptb_perempuan",
        "catatan",
    ]


def test_headings_stand_in_levels() -> None:
    head = table(kolom=["DESA", SEXES], nomor="ya", nomor_kolom="ya").head
    assert [words(row) for row in head] == [
        ["NO.", "DESA", "PEMILIH"],
        ["LAKI-LAKI", "PEREMPUAN", "JUMLAH"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
    ]
    assert [(one.colspan, one.rowspan) for one in head[0].cells] == [(1, 2), (1, 2), (3, 1)]


def test_look_of_a_column() -> None:
    found = table(
        kolom=["A", {"judul": "B", "jenis": "angka", "tegak": "ya"}, {"judul": "C", "lebar": 4, "rata": "tengah"}]
    )
    assert [column.align for column in found.columns] == ["kiri", "kanan", "tengah"]
    assert found.columns[2].width == 4
    assert [one.upright for one in found.head[0].cells] == [False, True, False]


def test_a_table_without_columns_is_a_complaint() -> None:
    assert complaints(kolom=[]) == [("lampiran[1].tabel", "tabel belum mempunyai kolom")]


@pytest.mark.parametrize(
    ("kolom", "place", "why"),
    [
        (["A", "a"], "kolom[2]", "kuncinya sama"),
        ([{"judul": "A", "jumlah_dari": ["b"]}], "kolom[1].jumlah_dari[1]", "bukan kolom angka"),
        (["B", {"judul": "A", "jumlah_dari": ["b"]}], "kolom[2].jumlah_dari[1]", "bukan kolom angka"),
        ([{"judul": "A", "jumlah_dari": ["a"]}], "kolom[1].jumlah_dari[1]", "dari dirinya sendiri"),
        ([{"judul": "A", "jenis": "angka", "gabung": "ya"}], "kolom[1].gabung", "angka tidak digabung"),
        (
            [{"judul": "A", "jenis": "teks", "jumlah_dari": ["b"]}, {"judul": "B", "jenis": "angka"}],
            "kolom[1].jenis",
            "angka",
        ),
    ],
)
def test_columns_that_do_not_fit_together_are_a_complaint(kolom: Any, place: str, why: str) -> None:
    [(found, message)] = complaints(kolom=kolom)
    assert found == place
    assert why in message


# Rows


def test_a_row_is_a_list_or_a_mapping() -> None:
    kolom = ["DESA", SEXES]
    rows = body(kolom=kolom, baris=[["A", "1", "2"], ["B", "1", "2", "3"], {"desa": "C", "perempuan": "4"}])
    assert rows == [["A", "1", "2", "3"], ["B", "1", "2", "3"], ["C", "", "4", "4"]]


def test_a_row_of_another_length_or_with_another_key_is_a_complaint() -> None:
    found = complaints(kolom=["A", "B"], baris=[["x"], {"a": "x", "c": "y"}])
    assert found == [
        ("baris[1]", "berisi 1 nilai, padahal ada 2 kolom"),
        ("baris[2].c", "bukan kunci kolom; yang ada: a, b (tertulis: c)"),
    ]


def test_rows_may_have_room_to_sign_in() -> None:
    assert {row.height for row in table(kolom=["A"], baris=[["x"], ["y"]], tinggi_baris=12).rows} == {12.0}


def test_equal_neighbours_are_joined_within_their_group() -> None:
    kolom = [{"judul": "A", "gabung": "ya"}, {"judul": "B", "gabung": "ya"}, "C"]
    rows = [["x", "p", "1"], ["x", "p", "2"], ["y", "p", "3"], ["y", "", "4"], ["y", "", "4"]]
    found = table(kolom=kolom, baris=rows).rows
    assert [words(row) for row in found] == [["x", "p", "1"], ["2"], ["y", "p", "3"], ["", "4"], ["", "4"]]
    assert [cell.rowspan for cell in found[0].cells] == [2, 2, 1]
    grouped = table(kolom=[*kolom, "G"], kelompok="g", baris=[["x", "p", "1", "m"], ["x", "p", "1", "n"]])
    assert [words(row) for row in grouped.rows] == [["m"], ["x", "p", "1"], ["n"], ["x", "p", "1"]]


# Groups, numbers and sums


def test_groups_have_headings_numbers_and_sums() -> None:
    found = table(**GROUPED, nomor="ya", penomoran="mulai_baru", subjumlah="ya", jumlah="ya", halaman_per_kelompok="ya")
    assert [(row.kind, row.new_page, words(row)) for row in found.rows] == [
        ("bagian", True, ["Satu"]),
        ("isi", False, ["1.", "A", "1.200", "10", "1.210"]),
        ("isi", False, ["2.", "B", "5", "6", "11"]),
        ("jumlah", False, ["Jumlah Satu", "1.205", "16", "1.221"]),
        ("bagian", True, ["Dua"]),
        ("isi", False, ["1.", "A", "7", "-", "7"]),
        ("jumlah", False, ["Jumlah Dua", "7", "", "7"]),
        ("jumlah", False, ["JUMLAH", "1.212", "16", "1.228"]),
    ]


def test_numbers_run_through_unless_asked_otherwise() -> None:
    rows = table(**GROUPED, nomor="ya").rows
    assert [words(row)[0] for row in rows if row.kind == "isi"] == ["1.", "2.", "3."]


def test_sums_of_some_groups_alone() -> None:
    content = {**GROUPED, "kelompok": ["kecamatan", "desa"], "kolom": ["DESA", SEXES]}
    labels = [words(row)[0] for row in table(**content, subjumlah=["kecamatan"]).rows if row.kind == "jumlah"]
    assert labels == ["1.205", "7"]
    everything = [words(row)[0] for row in table(**content, subjumlah="ya", nomor="ya").rows if row.kind == "jumlah"]
    assert everything == ["Jumlah A", "Jumlah B", "Jumlah Satu", "Jumlah A", "Jumlah Dua"]


def test_the_words_of_a_total_are_printed_even_where_the_first_column_is_summed() -> None:
    content = {"kolom": [{"judul": "A", "jenis": "angka"}, "B"], "baris": [["1", "x"], ["2", "y"]]}
    assert body(**content, jumlah="SELURUHNYA") == [["1", "x"], ["2", "y"], ["SELURUHNYA"], ["3", ""]]
    assert body(**content, jumlah="ya") == [["1", "x"], ["2", "y"], ["3", ""]]


def test_a_column_may_stay_out_of_the_sums() -> None:
    kolom = [
        "A",
        {"judul": "B", "jenis": "angka", "dijumlah": "tidak"},
        {"judul": "C", "jenis": "persen"},
        {"judul": "D", "jenis": "angka"},
    ]
    assert body(kolom=kolom, baris=[["x", "1", "2", "3"]], jumlah="SEMUA")[-1] == ["SEMUA", "3"]


def test_a_group_that_is_not_named_is_a_complaint() -> None:
    rows = [{"desa": "A"}, {"kecamatan": "Dua", "desa": "B"}]
    assert complaints(kolom=["DESA"], kelompok="kecamatan", baris=rows, subjumlah="kota") == [
        ("subjumlah", "bukan nama kelompok (tertulis: kota)"),
        ("baris[1]", "kelompoknya (kecamatan) belum diisi"),
    ]


def test_given_sums_are_printed_and_compared() -> None:
    rows = [VILLAGES[0] | {"jumlah": "1.211"}, *VILLAGES[1:]]
    content = GROUPED | {
        "baris": rows,
        "subjumlah": "ya",
        "subjumlah_tertulis": [{"kecamatan": "Satu", "laki_laki": "1.205", "perempuan": "17"}],
        "jumlah": {"judul": "TOTAL", "laki_laki": "1.213"},
    }
    printed = body(**content)
    assert printed[1] == ["A", "1.200", "10", "1.211"]
    assert printed[3] == ["Jumlah Satu", "1.205", "17", "1.222"]
    assert printed[-1] == ["TOTAL", "1.213", "16", "1.229"]
    assert [*selisih(Tabel.model_validate(content))] == [
        (("baris", 0, "jumlah"), Decimal(1211), Decimal(1210)),
        (("subjumlah_tertulis", 0, "perempuan"), Decimal(17), Decimal(16)),
        (("jumlah", "nilai", "laki_laki"), Decimal(1213), Decimal(1212)),
    ]


def test_a_given_sum_counts_in_the_sums_it_is_part_of() -> None:
    kolom = [
        {"judul": "A", "jenis": "angka"},
        {"judul": "B", "jumlah_dari": "a"},
        {"judul": "C", "jumlah_dari": ["a", "b"]},
    ]
    content = {"kolom": kolom, "baris": [{"a": "1", "b": "5"}, {"a": "1"}], "jumlah": "ya"}
    assert body(**content) == [["1", "5", "6"], ["1", "1", "2"], ["2", "6", "8"]]
    assert [one.asal for one in selisih(Tabel.model_validate(content))] == [("baris", 0, "b")]


def test_right_sums_differ_in_nothing() -> None:
    content = {"kolom": ["DESA", SEXES], "baris": [["A", "1,5", "2,5", "4"]], "jumlah": {"jumlah": "4,00"}}
    assert selisih(Tabel.model_validate(content)) == ()


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy")), max_size=12))
def test_every_row_stands_in_its_groups_and_every_group_is_closed_once(groups: list[tuple[str, str]]) -> None:
    parts = [*susunan(groups)]
    assert [part.first for part in parts if part.kind == "isi"] == [*range(len(groups))]
    open_groups: list[int] = []
    for part in parts:
        if part.kind == "bagian":
            open_groups.append(part.level)
        elif part.kind == "jumlah":
            assert open_groups.pop() == part.level
            assert len({group[: part.level + 1] for group in groups[part.first : part.last]}) == 1
        else:
            assert open_groups == [0, 1]
    assert open_groups == []


def test_notes_stand_below() -> None:
    blocks = annex(kolom=["A"], catatan=["satu", "dua"])
    (notes,) = (block for block in blocks if isinstance(block, Together) and block.role == "catatan_tabel")
    assert notes.attached
    assert [text(one.runs) for one in notes.blocks if isinstance(one, Paragraph)] == ["satu", "dua"]


def test_a_table_without_rows_is_printed() -> None:
    assert table(kolom=["A", {"judul": "B", "jenis": "angka"}], jumlah="ya").rows[0].cells[-1].runs == ()
    assert kpu.render_bytes(kpu.load(LEAST | {"lampiran": [{"tabel": {"kolom": ["A"]}}]}), "pdf")
