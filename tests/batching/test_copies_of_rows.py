"""Salinan and petikan in a batch: what is left to do fails its row alone, unless it is forced; the report says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import kpu_docs as kpu
from kpu_docs import cli
from kpu_docs.batching import Result

PATTERN = """\
satker: kota-mojokerto
nomor: '{{ nomor }}'
tentang: Pembentukan Tim
menimbang: bahwa perlu dibentuk tim;
mengingat: Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
diktum:
  - teks: 'Membentuk Tim dengan susunan:'
    rincian: [Ketua: '{{ ketua }}', Anggota: '{{ anggota }}']
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Mojokerto, pada: 2026-01-05}
penanda_tangan: {nama: Umpama Rekaan}
pengesah: {nama: Misal Belaka}
"""
ROWS = "nomor;ketua;anggota\n1 TAHUN 2026;Andai Saja;Misal Kesatu\n;Misal Kedua;NAMA CONTOH\n"
LEFT = ["belum bernomor", '"NAMA CONTOH" belum diisi']


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pola.yaml").write_text(PATTERN, encoding="utf-8")
    (tmp_path / "data.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def run(folder: Path, **options: Any) -> list[Result]:
    batch = kpu.batch(
        folder / "pola.yaml", folder / "data.csv", folder / "hasil", formats=["txt"], workers=1, **options
    )
    return sorted(batch, key=lambda result: result.row)


def told(folder: Path) -> list[str]:
    """What the report holds against the second row."""
    row = json.loads((folder / "hasil" / "laporan.json").read_text(encoding="utf-8"))["baris"][1]
    return [*row["kesalahan"], *row["peringatan"]]


def holds(lines: list[str]) -> bool:
    return all(any(words in line for line in lines) for words in LEFT)


def test_what_is_left_fails_its_row_alone(folder: Path) -> None:
    first, second = run(folder, naskah=["asli", "salinan"])
    assert (first.state, second.state) == ("dibuat", "gagal")
    assert holds([str(one) for one in second.complaints])
    assert any(str(one).startswith(f"{folder / 'data.csv'}:3: nomor: ") for one in second.complaints)
    assert [one.state for one in run(folder, naskah=["asli"])] == ["dibuat", "dibuat"]


def test_force_makes_it_and_the_report_says_so_in_every_run(folder: Path) -> None:
    for state in ("dibuat", "tetap"):
        assert [one.state for one in run(folder, naskah=["salinan"], force=True)] == [state, state]
        assert len(told(folder)) == 2
        assert all("tetap ditulis karena --force" in line for line in told(folder))
        assert holds(told(folder))
    sheet = load_workbook(folder / "hasil" / "laporan.xlsx")["Baris"]
    assert "tetap ditulis karena --force" in str(sheet.cell(3, 11).value)
    assert [one.state for one in run(folder, naskah=["salinan"])] == ["dibuat", "gagal"]


def test_force_changes_nothing_for_other_kinds(folder: Path) -> None:
    run(folder, naskah=["asli"])
    assert [one.state for one in run(folder, naskah=["asli"], force=True)] == ["tetap", "tetap"]


def test_the_petikan_of_a_row_are_one_file(folder: Path) -> None:
    first, _ = run(folder, naskah=["asli", "petikan"], force=True)
    assert [file.path.name for file in first.files] == ["1-kota-mojokerto-asli.txt", "1-kota-mojokerto-petikan.txt"]
    text = first.files[1].path.read_text(encoding="utf-8")
    assert text.count("PETIKAN") == 2
    assert "Ketua : Andai Saja" in text


def test_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(folder / name) for name in ("pola.yaml", "data.csv")]
    call = ["batch", *files, "-o", str(folder / "hasil"), "-f", "txt", "--naskah", "salinan", "-j", "1"]
    assert cli.main(call) == 1
    assert "baris 2: " in capsys.readouterr().err
    assert cli.main([*call, "--force"]) == 0
    assert "peringatan: " in capsys.readouterr().err
