"""What stays of the paper in a petikan, and how it stands there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.blocks import Document, Row, Table, at_columns, runs_of
from kpu_docs.compose import compose
from kpu_docs.petikan import excerpt
from tests.building import composed, decree
from tests.paper import printed, text
from tests.writers import docx_reading, pdf_reading

ROOT = Path(__file__).parents[2]
TIM = ROOT / "examples" / "tim_contoh" / "keputusan.yaml"


def petikan(keputusan: kpu.Keputusan, name: str | None) -> Document:
    copy = keputusan.model_copy(update={"naskah": "petikan"})
    return excerpt(copy, composed(copy), name)


def tables(document: Document, section: int = 1) -> list[Table]:
    return [block for block in document.sections[section].blocks if isinstance(block, Table)]


def words(row: Row) -> list[str]:
    return [text(cell.runs) for cell in row.cells]


def test_numbers_labels_and_headings_stay_those_of_the_decree() -> None:
    found = petikan(kpu.load(TIM), "Misal Kedua")
    [team] = tables(found)
    assert [words(row)[:2] for row in team.rows] == [["II.", "TIM PELAKSANA"], ["6.", "Misal Kedua"]]
    [contacts] = tables(found, 2)
    assert [words(row)[0] for row in contacts.rows] == ["2."]
    assert printed(found, 2)["kepala_lampiran"][0] == "LAMPIRAN II"
    alone = petikan(kpu.load(TIM), "Andai Saja")
    assert [printed(alone, at)["kepala_lampiran"][:1] for at in range(len(alone.sections))] == [[], ["LAMPIRAN I"]]
    assert printed(alone)["label"] == ["Menimbang", "Mengingat", "Menetapkan", "KESATU", "KETIGA"]


def test_mark_and_certification_of_a_petikan() -> None:
    paper = printed(petikan(kpu.load(TIM), "Andai Saja"))
    assert paper["petikan"] == ["PETIKAN"]
    assert paper["pengesahan"][0] == "Petikan sesuai dengan aslinya"
    assert "ttd." in paper["tanda_tangan"]


TABEL: dict[str, Any] = {
    "nomor": "ya",
    "kelompok": ["kecamatan", "desa"],
    "subjumlah": "ya",
    "jumlah": "ya",
    "kolom": [{"judul": "UNIT", "gabung": "ya"}, "NAMA", {"judul": "HONOR", "jenis": "rupiah"}],
    "baris": [
        {"kecamatan": "Satu", "desa": "A", "unit": "x", "nama": "Andai", "honor": "100"},
        {"kecamatan": "Satu", "desa": "B", "unit": "y", "nama": "Misal", "honor": "200"},
        {"kecamatan": "Satu", "desa": "B", "unit": "y", "nama": "Umpama", "honor": "300"},
        {"kecamatan": "Dua", "desa": "C", "unit": "z", "nama": "Rekaan", "honor": "400"},
    ],
}


def annex(tabel: dict[str, Any]) -> kpu.Keputusan:
    return decree(lampiran={"judul": "Daftar", "tabel": tabel})


def test_sums_that_hold_no_more_are_left_out_and_joined_cells_follow() -> None:
    [table] = tables(petikan(annex(TABEL), "Umpama"))
    assert [words(row) for row in table.rows] == [["Satu"], ["B"], ["3.", "y", "Umpama", "Rp300"]]
    assert [row.kind for row in table.rows] == ["bagian", "bagian", "isi"]
    assert all(cell.rowspan == 1 for row in table.rows for cell in row.cells)


def test_all_rows_of_a_group_keep_a_cell_over_them() -> None:
    [table] = tables(petikan(annex(TABEL), "B"))
    assert [words(row) for row in table.rows[2:]] == [["2.", "y", "Misal", "Rp200"], ["3.", "Umpama", "Rp300"]]
    assert [cell.rowspan for cell in table.rows[2].cells] == [1, 2, 1, 1]


def test_sums_stay_where_every_row_does() -> None:
    one = {"kolom": ["NAMA", {"judul": "HONOR", "jenis": "rupiah"}], "baris": [["Andai", "100"]], "jumlah": "ya"}
    [table] = tables(petikan(annex(one), "Andai"))
    assert [row.kind for row in table.rows] == ["isi", "jumlah"]


def test_what_an_activity_holds_goes_with_it() -> None:
    subs = [{"sub_kegiatan": "satu", "bulan": 1}, {"sub_kegiatan": "dua", "bulan": 2, "keterangan": "Teknis"}]
    plan = {
        "bagian": [{"nomor": "I.", "judul": "AWAL", "kegiatan": [{"kegiatan": "Rapat", "sub_kegiatan": subs}, "x"]}]
    }
    keputusan = decree(lampiran={"judul": "Rencana", "rencana_kerja": plan})
    [whole] = tables(petikan(keputusan, "Rapat"))
    assert [words(row)[:3] for row in whole.rows] == [["I.", "AWAL"], ["", "Rapat", "satu"], ["dua", "", ""]]
    [one] = tables(petikan(keputusan, "Teknis"))
    assert [words(row)[:3] for row in one.rows] == [["I.", "AWAL"], ["", "Rapat", "dua"]]
    jadwal = [{"kegiatan": "Rapat", "sub_kegiatan": ["Undangan", {"kegiatan": "Sidang"}]}, "Laporan"]
    [items] = tables(petikan(decree(lampiran={"judul": "Jadwal", "jadwal": jadwal}), "Sidang"))
    assert [words(row) for row in items.rows] == [["1.", "Rapat"], ["b.", "Sidang"]]


def test_rows_inside_a_diktum() -> None:
    diktum: list[Any] = [
        {"teks": "Tim:", "rincian": [{"Ketua": "Andai"}, {"Anggota": "Misal"}, {"Anggota": "Umpama"}]},
        {"teks": "Petugas:", "daftar": ["Andai;", "Misal; dan", {"teks": "Umpama."}]},
        {"teks": "Tugas:", "tabel": {"kolom": ["Nama", "Tugas"], "baris": [["Andai", "x"], ["Misal", "y"]]}},
        {"teks": "Boks:", "tabel": {"kolom": ["Unit", "Boks"], "baris": [["Hukum", "1"], ["Teknis", "2"]]}},
    ]
    found = petikan(decree(diktum=diktum), "Misal")
    body = [block for block in found.sections[0].blocks if block.asal == ("diktum",)]
    assert " ".join(run.text for block in body for run in runs_of(block)) == (
        "MEMUTUSKAN: KESATU : Tim: Anggota : Misal KEDUA : Petugas: 2. Misal; dan KETIGA : Tugas: Nama Tugas Misal y "
        "KEEMPAT : Boks: Unit Boks Hukum 1 Teknis 2"
    )


def test_lists_in_a_list_that_hold_others_alone() -> None:
    teams = [
        {"teks": "Pengarah:", "daftar": ["Ani;", "Siti;"]},
        {"teks": "Pelaksana:", "daftar": ["Cipto;", "Dewi; dan"]},
        {"teks": "Petugas:", "tabel": {"kolom": ["Nama"], "baris": [["Eko"]]}},
        "bekerja sampai selesai.",
    ]
    keputusan = decree(diktum=[{"teks": "Tim:", "daftar": teams}, {"teks": "Unit:", "daftar": teams[3:]}])

    def body(name: str) -> str:
        blocks = [block for block in petikan(keputusan, name).sections[0].blocks if block.asal == ("diktum",)]
        return " ".join(run.text for block in blocks for run in runs_of(block))

    rest = "KEDUA : Unit: 1. bekerja sampai selesai."
    assert body("Cipto") == f"MEMUTUSKAN: KESATU : Tim: 2. Pelaksana: a. Cipto; 4. bekerja sampai selesai. {rest}"
    assert body("Eko") == f"MEMUTUSKAN: KESATU : Tim: 3. Petugas: Nama Eko 4. bekerja sampai selesai. {rest}"
    assert body("Pengarah") == f"MEMUTUSKAN: KESATU : Tim: 1. Pengarah: a. Ani; b. Siti; {rest}"


@pytest.mark.parametrize("name", kpu.petikan.names(kpu.load(TIM)))
def test_every_table_fills_its_columns(name: str) -> None:
    for section in petikan(kpu.load(TIM), name).sections[1:]:
        [table] = [block for block in section.blocks if isinstance(block, Table)]
        for cells in at_columns(table.rows):
            column, last = cells[-1]
            assert column + last.colspan == len(table.columns)


def numbers(pdf: bytes) -> list[list[str]]:
    """What stands on each page beside its content: the number in its head."""
    return [page.artifacts for page in pdf_reading.contents(pdf_reading.opened(pdf))]


def test_the_petikan_of_all_are_one_document_whose_structure_is_whole() -> None:
    keputusan = kpu.load(TIM)
    names = kpu.petikan.names(keputusan)
    joined = kpu.render_bytes(keputusan, "pdf", naskah="petikan")
    file = pdf_reading.opened(joined)
    assert all(page.unmarked == [] for page in pdf_reading.contents(file))
    singles = [kpu.render_bytes(keputusan, "pdf", petikan=name) for name in names]
    sections = pdf_reading.tree(file).kids
    expected = [section for single in singles for section in pdf_reading.tree(pdf_reading.opened(single)).kids]
    assert [section.tag for section in sections] == ["Sect"] * len(sections)
    assert [section.outline() for section in sections] == [section.outline() for section in expected]
    assert pdf_reading.reading_order(joined) == [word for one in singles for word in pdf_reading.reading_order(one)]
    assert numbers(joined) == [number for one in singles for number in numbers(one)]
    assert numbers(joined).count(["- 2 -"]) == len(names)


def test_the_word_file_of_all_says_the_same() -> None:
    keputusan = kpu.load(TIM)
    names = kpu.petikan.names(keputusan)
    joined = docx_reading.words(kpu.render_bytes(keputusan, "docx", naskah="petikan"))
    singles = [docx_reading.words(kpu.render_bytes(keputusan, "docx", petikan=name)) for name in names]
    assert joined == [word for one in singles for word in one]


def test_the_decree_itself_is_left_as_it_was() -> None:
    copy = kpu.load(TIM).model_copy(update={"naskah": "petikan"})
    rules = tata_naskah.of(copy)
    whole = compose(copy, rules)
    excerpt(copy, whole, "Andai Saja")
    excerpt(copy, whole)
    assert whole == compose(copy, rules)
