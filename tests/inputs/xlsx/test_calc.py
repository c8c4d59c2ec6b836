"""Workbooks that LibreOffice Calc saved, see `calc`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.complaints import InputError
from kpu_docs.inputs.xlsx import READERS, Annex, read_annex
from kpu_docs.inputs.xlsx.book import Book
from tests.inputs.decrees import DECREE, only
from tests.inputs.xlsx import calc
from tests.inputs.xlsx.calc import HERE


def read(book: str, sheet: str = "", kind: str = "rencana_kerja") -> Annex:
    return read_annex((HERE / book).read_bytes(), book, sheet, kind)


def rows(annex: Annex) -> list[tuple[str, str, list[str]]]:
    """Of every row of a plan its activity, its sub-activity, its cells of the grid."""
    return [
        (one["kegiatan"], line["sub_kegiatan"], [f"{cell['nama']} {cell.get('teks', '')}".strip() for cell in cells])
        for section in annex.data["bagian"]
        for one in section["kegiatan"]
        for line in one["sub_kegiatan"]
        for cells in [line.get("bulan", line.get("petak"))]
    ]


def test_a_plan_made_by_hand() -> None:
    annex = read("calc_rencana.xlsx")
    [section] = annex.data["bagian"]
    assert (section["nomor"], section["judul"]) == ("I.", "MANAJEMEN")
    assert rows(annex) == [
        ("Rapat", "Sub a", ["1", "2", "3", "5"]),
        ("Rapat", "Sub b", ["3", "4", "5"]),
        ("Evaluasi", "Sub c", ["6"]),
    ]
    assert section["kegiatan"][0]["sub_kegiatan"][1]["keterangan"] == "ok"
    assert ["8" in annex.notes[0].message, annex.notes[1].sel] == [True, "M13"]


@pytest.mark.parametrize(
    ("sheet", "marked"),
    [
        ("Angka", "2"),
        ("Nama", "2"),
        ("Romawi", "2"),
        ("Triwulan", "TW II"),
        ("Minggu", "MARET II"),
        ("Tiga", "TW I Feb"),
    ],
)
def test_headings(sheet: str, marked: str) -> None:
    assert rows(read("calc_judul.xlsx", sheet)) == [("Rapat", "Sub", [marked])]


def test_signs_and_ticks_of_symbol_fonts() -> None:
    assert [cells for _, _, cells in rows(read("calc_tanda.xlsx", "Tanda"))] == [["2"]] * 9 + [["2 R1"]]


def test_fills_and_bars() -> None:
    found = [cells for _, _, cells in rows(read("calc_tanda.xlsx", "Warna"))]
    assert found == [*[["2"]] * 4, ["2", "3", "4", "5"], ["2 tentatif", "3"], []]


def test_labels_sections_hidden_rows_and_the_signature() -> None:
    annex = read("calc_baris.xlsx")
    assert [(one["nomor"], one["judul"]) for one in annex.data["bagian"]] == [
        ("I.", "MANAJEMEN"),
        ("II.", "PENGAWASAN"),
    ]
    assert rows(annex) == [
        ("Rapat besar", "a", ["1"]),
        ("Rapat besar", "b", ["2"]),
        ("Laporan", "c", ["1"]),
        ("Laporan", "d", ["2"]),
        ("Evaluasi", "f", ["1"]),
    ]
    assert [(note.sel, note.message[:24]) for note in annex.notes] == [
        ("", "baris tersembunyi tidak "),
        ("", "kolom tersembunyi tidak "),
        ("L16", "tabel dianggap berakhir "),
    ]


@pytest.mark.parametrize(
    ("sheet", "kind", "words"),
    [
        ("Rumus", "rencana_kerja", "rumus di sel ini gagal"),
        ("Rujukan", "rencana_kerja", "rumus di sel ini gagal"),
        ("Fonta", "rencana_kerja", "Wingdings"),
        ("Bersyarat", "rencana_kerja", "format bersyarat"),
        ("NIP", "susunan_tim", "lebih dari 15 angka"),
        ("NIK", "tabel", "lebih dari 15 angka"),
        ("Jadwal", "jadwal", "harus tanggal"),
        ("Anggaran", "anggaran", "ribuan ditulis dengan titik"),
    ],
)
def test_a_mistake_in_f12_is_reported_at_f12(sheet: str, kind: str, words: str, tmp_path: Path) -> None:
    shutil.copy(HERE / "calc_salah.xlsx", tmp_path / "salah.xlsx")
    file = tmp_path / "keputusan.yaml"
    file.write_text(f"{DECREE}lampiran: {{{kind}: 'salah.xlsx#{sheet}'}}\n", encoding="utf-8")
    complaint = only(file)
    assert str(complaint).startswith(f'{tmp_path / "salah.xlsx"}: Lembar "{sheet}", sel F12: ')
    assert words in complaint.message


def test_a_shape_drawn_over_the_grid_is_refused() -> None:
    assert 'Lembar "Rencana", sel E2: bentuk' in str(read("calc_bentuk.xlsx").errors[0])


@pytest.mark.parametrize(("book", "words"), [("calc_lama.xls", "Excel lama"), ("calc_terbuka.ods", "OpenDocument")])
def test_other_formats_are_refused(book: str, words: str) -> None:
    with pytest.raises(InputError, match=rf"{words}.*simpan sebagai Excel Workbook \(\.xlsx\)"):
        read(book)


def test_a_whole_decree() -> None:
    keputusan = kpu.load(HERE / "calc_keputusan.xlsx")
    assert [annex.jenis for annex in keputusan.lampiran] == [
        "rencana_kerja", "jadwal", "anggaran", "susunan_tim", "tabel",
    ]  # fmt: skip
    text = " ".join(kpu.render_bytes(keputusan, "txt").decode().split())
    for words in (
        "pada tanggal 26 Januari 2026",
        "I. PERSIAPAN 1 Pembekalan Tim 5 Januari 2026 7 Januari 2026 |#|.| 2 Pengadaan |.|.| a. Penawaran",
        "b. Penyerahan 12 Januari 2026 |.|siang| tentatif",
        "| 521211 | Belanja Bahan | 2.670.000 |",
        "| | Konsumsi | 25 org x 2 hari | 50 | OH | 45.000 | 2.250.000 |",
        "| JUMLAH | 4.470.000 | | Terbilang: empat juta empat ratus tujuh puluh ribu rupiah |",
        "| II | PELAKSANA | | 2 | Nama Dua | | Sekretaris | Anggota | | 3 | Nama Tiga | | Staf | Anggota |",
        "| KECAMATAN WATES | | 1 | Satu | 12.345 | 10 | 5 Januari 2026 | | 2 | Dua | 20 | 15 | 6 Januari 2026 |",
    ):
        assert words in text
    for format in ("docx", "pdf"):
        assert kpu.render_bytes(keputusan, format)


def test_groups_of_a_budget_by_their_formulas() -> None:
    annex = read("calc_rumus.xlsx", kind="anggaran")
    found = [(one["uraian"], one["jumlah"], len(one.get("rincian", ()))) for one in annex.data["rincian"]]
    assert found == [("Rapat", "120", 2), ("Sewa", "80", 0), ("Sidang", "150", 1)]
    assert (annex.data["jumlah"], annex.notes) == ("350", ())


@pytest.mark.slow
def test_the_books_are_what_calc_makes_of_them(tmp_path: Path) -> None:
    calc.make(tmp_path)
    for name in calc.BOOKS:
        made, kept = (folder / name for folder in (tmp_path, HERE))
        if made.suffix == ".xlsx":
            for sheet in Book(kept.read_bytes(), name).names:
                assert everything(made, sheet) == everything(kept, sheet)
        else:
            assert made.read_bytes()[:4] == kept.read_bytes()[:4]


def everything(file: Path, sheet: str) -> list[Any]:
    """What each kind of annex reads from a sheet, or says of it."""
    found: list[Any] = []
    for kind in READERS:
        try:
            found.append(read_annex(file.read_bytes(), file.name, sheet, kind))
        except InputError as error:
            found.append(str(error))
    return found
