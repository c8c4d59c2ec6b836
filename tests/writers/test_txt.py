from __future__ import annotations

from typing import Any

import pytest

from kpu_docs.writers import txt
from tests.building import document, plan

WIDTH = 96


def lines(**changes: Any) -> list[str]:
    return txt.write(*document(**changes)).decode().splitlines()


def beside(label: str, found: list[str]) -> list[str]:
    """The lines from a label to the next empty one, without its column."""
    start = next(at for at, line in enumerate(found) if line.startswith(label))
    end = next(at for at in range(start, len(found) + 1) if at == len(found) or not found[at])
    return [line[17:] for line in found[start:end]]


def test_the_file_is_utf8_lines_without_trailing_space() -> None:
    data = txt.write(*document(tentang="Café — “contoh”"))
    assert "CAFÉ — “CONTOH”" in data.decode("utf-8")
    assert data.endswith(b"\n")
    assert not data.startswith(b"\n")
    assert b" \n" not in data
    assert b"\n\n\n" not in data


def test_no_line_is_longer_than_the_page_but_for_a_long_word() -> None:
    word = "x" * 120
    found = lines(menimbang=["bahwa " + "kata " * 100, word], lampiran=plan({"kegiatan": "kata " * 60}))
    assert [line.strip() for line in found if len(line) > WIDTH] == [f"b.  {word}"]


def test_headings_are_centred_and_the_mark_of_a_copy_stands_right() -> None:
    found = lines(naskah="salinan")
    assert found[0] == "SALINAN".rjust(WIDTH)
    assert "MEMUTUSKAN:".center(WIDTH).rstrip() in found


def test_labels_and_colons_stand_in_columns() -> None:
    found = lines(menimbang=["bahwa satu;", "bahwa dua;"])
    assert "Menimbang      : a.  bahwa satu;" in found
    assert "                 b.  bahwa dua;" in found
    assert "KESATU         : Menetapkan contoh." in found


def test_a_label_too_long_for_its_column_has_a_line_of_its_own() -> None:
    found = lines(diktum=["Isi."] * 20 + [{"label": "KEDUA PULUH SATU", "teks": "Isi terakhir."}])
    at = found.index("KEDUA PULUH SATU")
    assert found[at + 1] == "               : Isi terakhir."
    assert "KESEMBILAN     : Isi." in found


def test_lists_hang_one_inside_the_other() -> None:
    inner = {"teks": "dua:", "daftar": ["tiga;", {"teks": "empat:", "daftar": ["lima."]}]}
    found = lines(diktum=[{"teks": "satu:", "daftar": [inner]}])
    assert beside("KESATU", found) == [
        "satu:",
        "1.  dua:",
        "    a.  tiga;",
        "    b.  empat:",
        "        1)  lima.",
    ]


def test_a_list_without_text_before_it_begins_beside_the_label() -> None:
    assert beside("KESATU", lines(diktum=[{"daftar": ["satu;", "dua."]}])) == ["1.  satu;", "2.  dua."]


def test_detail_lines_have_a_column_of_their_own() -> None:
    found = lines(diktum=[{"teks": "Tim:", "rincian": {"Ketua": "A", "Wakil Ketua": "B", "Anggota": ""}}])
    assert beside("KESATU", found) == ["Tim:", "Ketua       : A", "Wakil Ketua : B", "Anggota     :"]


def test_a_table_that_fits_is_drawn() -> None:
    tabel = {"kolom": ["Nama", "Jumlah"], "baris": [["Boks", "14"], ["", "2"]]}
    found = lines(diktum=[{"teks": "Isi:", "tabel": tabel}])
    at = found.index("+------+--------+")
    assert found[at : at + 6] == [
        "+------+--------+",
        "| Nama | Jumlah |",
        "+------+--------+",
        "| Boks | 14     |",
        "|      | 2      |",
        "+------+--------+",
    ]


@pytest.mark.parametrize("text", ["kata " * 40, "dua\nbaris"])
def test_a_table_that_does_not_fit_is_written_cell_below_cell(text: str) -> None:
    found = lines(diktum=[{"teks": "Isi:", "tabel": {"kolom": ["A", "B"], "baris": [["satu", text]]}}])
    assert "A | B" in found
    assert "satu" in found
    assert not any(line.startswith(("|", "+")) for line in found)
    assert " ".join(text.split()) in " ".join(" ".join(found).split())


def test_the_grid_of_months_is_drawn_in_signs() -> None:
    rows = [
        {"sub_kegiatan": "a", "indikator": "A", "bulan": "3-5", "keterangan": "catatan"},
        {"sub_kegiatan": "b", "bulan": {"6": "rapat"}},
        {"sub_kegiatan": "c"},
    ]
    found = lines(lampiran=plan({"nomor": "1.", "kegiatan": "k", "sub_kegiatan": rows}))
    start = found.index("-" * WIDTH)
    assert found[start - 2] == "NO. | KEGIATAN | SUB KEGIATAN | INDIKATOR KEBERHASILAN | PELAKSANAAN (BULAN) | KET"
    assert found[start - 1] == "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12"
    assert found[start : found.index("-" * WIDTH, start + 1)] == [
        "-" * WIDTH,
        "",
        "I. BAGIAN",
        "1.",
        "  k",
        "    a",
        "      A",
        "      |.|.|#|#|#|.|.|.|.|.|.|.|",
        "      catatan",
        "    b",
        "      |.|.|.|.|.|rapat|.|.|.|.|.|.|",
        "    c",
        "      |.|.|.|.|.|.|.|.|.|.|.|.|",
    ]


def test_the_signature_stands_on_the_right_half() -> None:
    found = lines()
    signature = [line for line in found if line.startswith(" " * 50) and line[50:51] != " "]
    assert signature == [
        " " * 50 + text
        for text in (
            "Ditetapkan di Mojokerto",
            "pada tanggal 5 Januari 2026",
            "KETUA KOMISI PEMILIHAN UMUM",
            "KOTA MOJOKERTO,",
            "NAMA CONTOH",
        )
    ]


def test_places_and_days_with_colons_stand_in_a_column() -> None:
    found = lines(kantor={"tata_naskah": {"penutup": {"titik_dua": True, "tempat_kapital": True}}})
    assert " " * 50 + "Ditetapkan di : MOJOKERTO" in found
    assert " " * 50 + "pada tanggal  : 5 Januari 2026" in found


def test_marks_of_slant_and_weight_are_not_written() -> None:
    found = lines(diktum=["*miring* dan **tebal** dan 5\\*5"])
    assert beside("KESATU", found) == ["miring dan tebal dan 5*5"]
