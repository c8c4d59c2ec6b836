"""The changes on paper: semula beside menjadi."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

import kpu_docs as kpu
from kpu_docs.cli import main
from kpu_docs.comparing.table import written
from kpu_docs.rendering import formats
from kpu_docs.wordfile import faults
from tests.building import decree
from tests.comparing.test_diff import PLAN, changed_plan

GOLDEN = Path(__file__).parent / "golden" / "persandingan.txt"
BEFORE = decree(lampiran=PLAN, menimbang=["bahwa R&D <b>;", "bahwa dua;"])
AFTER = decree(lampiran=changed_plan(), menimbang=["bahwa R&D <x>;"], nomor="", tentang="Contoh yang lain")


def table(format: str) -> bytes:
    return written(BEFORE, AFTER, kpu.diff(BEFORE, AFTER), format)


def test_as_text(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--tulis-golden") and not GOLDEN.exists():
        GOLDEN.write_bytes(table("txt"))
    assert table("txt").decode() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("format", [format for format in formats() if format != "txt"])
def test_every_format_holds_both_sides(format: str) -> None:
    reading = import_module(f"tests.writers.{format}_reading")
    words = reading.reading_order(table(format)) if format == "pdf" else reading.words(table(format))
    text = " ".join(words)
    for part in ("PERSANDINGAN KEPUTUSAN", "bahwa R&D <b>;", "bahwa R&D <x>;", "3, 4, 5", "3, 6", "(dihapus)"):
        assert part in text


def test_word_opens_it_and_shows_what_differs_in_bold() -> None:
    data = table("docx")
    assert faults(data) == []
    cells = [cell for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.bold] == [" YANG LAIN", "<b>;", "<x>;", "4, 5", "6", " pleno"]
    assert [run.text for run in runs if run.font.strike] == ["<b>;", "4, 5"]
    assert [run.text for run in runs if run.font.underline] == [" YANG LAIN", "<x>;", "6", " pleno"]


def test_html_says_what_is_gone_and_new() -> None:
    page = table("html").decode()
    assert "<del><b>4, 5</b></del>" in page
    assert "<ins><b>6</b></ins>" in page


def test_the_files_are_named() -> None:
    text = " ".join(written(BEFORE, AFTER, [], "txt", ("lama.yaml", "baru.docx")).decode().split())
    assert "Contoh (berkas lama.yaml)." in text
    assert "lain (berkas baru.docx)." in text


def test_lines_without_a_place_are_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("halo apa kabar\n", encoding="utf-8")
    assert main(["diff", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    assert capsys.readouterr().err.count("tidak mendapat tempat") == 2


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = (kpu.render(one, tmp_path / f"{name}.docx") for name, one in (("a", BEFORE), ("b", AFTER)))
    assert main(["diff", str(before), str(before)]) == 0
    assert capsys.readouterr().out == "tidak ada perbedaan\n"
    assert main(["diff", str(before), str(after)]) == 1
    assert 'Nomor: semula "5 TAHUN 2026", menjadi kosong' in capsys.readouterr().out
    assert main(["diff", str(before), str(after), "-o", str(tmp_path / "hasil.html")]) == 1
    assert (tmp_path / "hasil.html").read_bytes().startswith(b"<!DOCTYPE html>")
    capsys.readouterr()
    assert main(["diff", str(before), str(after), "-o", str(after)]) == 2
    assert "sudah ada dan tidak ditimpa" in capsys.readouterr().err
    assert main(["diff", str(before), str(after), "-o", str(tmp_path / "x.txt"), "--json"]) == 2
    assert "--json hanya tanpa -o" in capsys.readouterr().err
    assert main(["diff", str(before), str(after), "-o", str(tmp_path / "hasil.odt")]) == 2
    assert "tidak dikenal; yang ada: docx, html, pdf, txt" in capsys.readouterr().err
    assert not (tmp_path / "hasil.odt").exists()
