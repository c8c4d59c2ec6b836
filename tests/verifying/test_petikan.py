"""A petikan against the data of the whole decree: it differs nowhere from what it must hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

import kpu_docs as kpu
from kpu_docs.cli import main
from kpu_docs.verifying import verified
from tests.verifying.papers import ROOT, replaced

TEAM = ROOT / "examples" / "tim_contoh" / "keputusan.yaml"
UNIT = ROOT / "examples" / "kabupaten_contoh" / "keputusan.yaml"


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_for_whom_it_is_is_found_out(format: str, tmp_path: Path) -> None:
    keputusan = kpu.load(TEAM)
    for name in kpu.petikan.names(keputusan):
        path = kpu.render(keputusan, tmp_path / f"satu.{format}", petikan=name, force=True)
        assert verified(path, TEAM) == (f"petikan untuk {name}", [])
    path = kpu.render(keputusan, tmp_path / f"semua.{format}", naskah="petikan", force=True)
    assert verified(path, TEAM) == ("petikan", [])


def test_a_changed_clause_is_named(tmp_path: Path) -> None:
    path = kpu.render(kpu.load(TEAM), tmp_path / "keputusan.docx", petikan="Andai Saja", force=True)
    document = Document(str(path))
    replaced("MEMUTUSKAN:", "MENIMBANG:")(document)
    document.save(str(path))
    assert [one.where for one in kpu.verify(path, TEAM)] == ["MEMUTUSKAN"]


def test_for_which_unit_it_is_must_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kpu.render(kpu.load(UNIT), tmp_path / "keputusan.docx", petikan="Hukum dan SDM", force=True)
    assert main(["verify", str(path), str(UNIT), "--petikan", "Hukum dan SDM"]) == 0
    assert "sama dengan datanya (petikan untuk Hukum dan SDM)" in capsys.readouterr().out
    assert main(["verify", str(path), str(UNIT), "--petikan", "Tidak Ada"]) == 2


def test_if_it_is_for_nobody_known_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kpu.render(kpu.load(TEAM), tmp_path / "keputusan.docx", petikan="Andai Saja", force=True)
    assert main(["verify", str(path), str(ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml")]) == 2
    assert "sebutkan dengan --petikan NAMA" in capsys.readouterr().err
