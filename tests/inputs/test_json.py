"""JSON: numbers stay text, faults have a place."""

from __future__ import annotations

import json as stdlib
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.inputs import json
from tests.inputs.decrees import data, only, refused

FAULTS = {
    "no value": ('{\n "a": ,\n}', 2, 7, "isi belum ditulis"),
    "no quotes around a key": ("{\n a: 1\n}", 2, 2, "kunci harus diapit"),
    "no comma": ('{\n "a": 1\n "b": 2\n}', 3, 2, "koma"),
    "no colon": ('{"a" 1}', 1, 6, "titik dua"),
    "too much": ('{"a": 1}\n}', 2, 1, "sesudah akhir"),
    "quote not closed": ('{\n "a": "b\n}', 2, 9, "belum ditutup di baris ini"),
    "quote not closed at the end": ('{"a": "b', 1, 7, "belum ditutup"),
    "backslash": ('{"a": "\\*"}', 1, 8, "ditulis dua kali"),
    "key twice": ('{"b": [{"a": 1,\n "a": 2}]}', 2, 2, "kunci a ditulis dua kali; yang pertama di baris 1"),
    "deep": ("[" * 100_000, None, None, "terlalu dalam"),
    "empty": ("", 1, 1, "isi belum ditulis"),
    "a list": ("[1]", 1, 1, "sebuah daftar"),
    "nothing": ("null", 1, 1, "kosong"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_clear_complaint(fault: str, tmp_path: Path) -> None:
    text, line, column, words = FAULTS[fault]
    file = tmp_path / "keputusan.json"
    file.write_text(text, encoding="utf-8")
    complaint = only(file)
    assert (complaint.file, complaint.line, complaint.column) == (str(file), line, column)
    assert words in complaint.message


def test_numbers_are_not_retyped() -> None:
    digits = "9" * 5000
    read = json.read(f'{{"a": 12.10, "b": 1e3, "c": NaN, "d": -0, "e": {digits}, "f": true}}')
    assert read == {"a": "12.10", "b": "1e3", "c": "NaN", "d": "-0", "e": digits, "f": True}


def test_a_decree(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.json"
    file.write_text(stdlib.dumps(data()), encoding="utf-8")
    assert kpu.load(file) == kpu.load(data())


def test_places_inside_objects_and_lists(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.json"
    wrong = data(tentang=None, tentng="\ud83d\ude00, {[", menimbang=["a", {"teks": "b", "daftar": [[], "c", None]}])
    file.write_text(stdlib.dumps(wrong, indent=1), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    found = [(complaint.path, complaint.line, complaint.column) for complaint in refused(file)]
    assert found == [
        (("menimbang", 1, "daftar", 0), lines.index("    [],") + 1, 5),
        (("menimbang", 1, "daftar", 2), lines.index("    null") + 1, 5),
        (("tentng",), len(lines) - 1, 2),
    ]


def test_null_is_something_not_filled_in() -> None:
    assert only(data(nomor=()) | {"nomor": None}).message == "belum diisi; isi, atau hapus kunci ini"
