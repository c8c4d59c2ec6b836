"""Findings in annexes: the cell of a sheet that is meant, and odd data of every kind, on which no rule stops."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import kpu_docs as kpu
from kpu_docs import lampiran
from tests.building import decree
from tests.inputs.xlsx.sheets import decree as on_sheet
from tests.inputs.xlsx.sheets import fill, plan


def told(file: Path, rule: str) -> list[str]:
    return [str(finding) for finding in kpu.check(kpu.load(file)) if finding.rule == rule]


def test_rows_without_a_month_name_their_cells(tmp_path: Path) -> None:
    sheet = fill(plan(), 3, 1, "Rapat", "Persiapan", "hadir", "x")
    for row in range(4, 6):
        fill(sheet, row, row - 2, f"Rapat {row}", "Pelaksanaan", "hadir")
    where = f'{tmp_path / "rencana.xlsx"}: Lembar "Rencana", sel E4'
    said = "baris ini tidak menandai waktu pelaksanaan; juga di sel E5"
    assert told(on_sheet(tmp_path, sheet), "bulan_kosong") == [f"{where}: periksa: {said} (bulan_kosong)"]


def test_a_number_of_a_table_names_its_cell(tmp_path: Path) -> None:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Rencana"
    for row, cells in enumerate([("NAMA", "NIP"), ("Umpama Rekaan", "197001011995031000")], start=1):
        fill(sheet, row, *cells)
    [finding] = told(on_sheet(tmp_path, sheet, "tabel: rencana.xlsx#Rencana"), "nip_tidak_wajar")
    assert 'Lembar "Rencana", sel B2: periksa: nomor urut (000)' in finding


ODD = (
    "1.", "3.", "IV.", "c.", "I.", "?", "-", "...", "*", "3576010101700001", "1,97001E+17", "19700101 199503 1 001",
    "setiap triwulan", "0 kali setahun", "99 kali setahun", "setiap 0 bulan", ", S.H.", "Dr.", "H.", "Umpama",
    "Rekaan", "Tahun 2026", "Tahun 9999", "NIP", "\n", " ", "\u00a0", "\u0660\u0661", "\u00b2", "\u0130",
)  # fmt: skip
odd = st.lists(st.sampled_from(ODD) | st.text(max_size=4), max_size=6).map("".join)
days = st.dates().map(str)
SHAPES: dict[str, Any] = {
    "rencana_kerja": {
        "bagian": [
            {"nomor": 0, "judul": 0, "kegiatan": [{"nomor": 0, "kegiatan": 0, "sub_kegiatan": 0, "bulan": "1, 5"}] * 2}
        ]
        * 2
    },
    "susunan_tim": {
        "kolom": {"nip": 1},
        "bagian": [{"nomor": 0, "judul": 0, "anggota": [{"nama": 1, "nip": 0, "jabatan": 0}] * 3}] * 2,
    },
    "jadwal": {
        "bagian": [
            {"nomor": 0, "kegiatan": [{"kegiatan": 1, "waktu": 2, "sub_kegiatan": [{"kegiatan": 1, "waktu": 2}]}] * 2}
        ]
    },
    "tabel": {"kolom": [{"judul": 1, "kunci": "a"}, {"judul": 1, "kunci": "b"}], "baris": [[0, 0]] * 3},
    "anggaran": {
        "rincian": [{"uraian": 1, "rincian": [{"uraian": 1, "volume": "2 org", "harga": "5", "jumlah": "9"}]}]
    },
    "naskah": {"isi": [{"teks": 1, "tabel": {"kolom": [1, 1], "baris": [[0, 0]]}}]},
}


def test_every_kind_has_a_shape() -> None:
    assert SHAPES.keys() == lampiran.KINDS.keys()


def drawn(shape: Any, draw: Any) -> Any:
    """A shape with a text for each 0 (which may be empty) and 1, and a day or two for each 2."""
    if isinstance(shape, dict):
        return {key: drawn(part, draw) for key, part in shape.items()}
    if isinstance(shape, list):
        return [drawn(part, draw) for part in shape]
    if shape == 2:
        return draw(days | st.builds("{} s.d. {}".format, days, days))
    return draw(odd) or ("x" if shape else "") if isinstance(shape, int) else shape


@settings(max_examples=100, deadline=None)
@given(st.data(), st.sampled_from(sorted(SHAPES)), odd, odd)
def test_odd_annexes(data: st.DataObject, kind: str, judul: str, nama: str) -> None:
    annex = {"judul": judul, kind: drawn(SHAPES[kind], data.draw)}
    whole = {
        "naskah": data.draw(st.sampled_from(["rancangan", "asli", "salinan"])),
        "ditetapkan": {"di": judul or "x", "pada": data.draw(days | st.just(""))},
        "penanda_tangan": {"nama": nama or "x", "baris": [judul or "x", nama or "x"]},
    }
    try:
        keputusan = decree(**whole, lampiran=[annex, annex])
    except ValueError:
        return
    assert all(str(finding) for finding in kpu.check(keputusan))
