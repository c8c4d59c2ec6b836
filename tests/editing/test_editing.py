"""Edits in the text of a YAML file: only what is meant changes, in the style of what stands around it."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from kpu_docs.editing import Add, Cut, Edit, Put, UnwritableError, edited
from kpu_docs.inputs import yaml

TEXT = """\
# Kepala berkas.
nomor: ''
tentang: >-
  Penataan Arsip
  Tahun 2026

menimbang:
  # alasan pertama
  - bahwa arsip perlu
    ditata;  # tiap tahun
  - |-
    bahwa dua
    baris;

  # penutup
  - 'bahwa ''kutip'';'
  - "bahwa \\"ganda\\";"
baris:
- {nama: Ani, bulan: [1, 2], ket: 'a, b'}
- nomor: 1.
  nama: Budi
  bulan:
    - 1
    - 2

kosong: []
# Akhir.
"""

CASES: dict[str, tuple[list[Edit], str]] = {
    "a word of a text over two lines": ([Put(("menimbang", 0), "bahwa berkas perlu ditata;")], "bahwa berkas perlu"),
    "a colon asks for quotes": (
        [Put(("menimbang", 0), "bahwa arsip: perlu ditata;")],
        "- 'bahwa arsip: perlu ditata;'  # tiap tahun",
    ),
    "a word in folded lines": ([Put(("tentang",), "Penataan Berkas Tahun 2026")], "Penataan Berkas"),
    "a line in a block": ([Put(("menimbang", 1), "bahwa dua\nbaris lagi;")], "baris lagi;"),
    "a new line in a block": ([Put(("menimbang", 1), "bahwa dua\nlalu\nbaris;")], "    lalu"),
    "between single quotes": ([Put(("menimbang", 2), "bahwa 'petik' kutip;")], "'bahwa ''petik'' kutip;'"),
    "between double quotes": ([Put(("menimbang", 3), 'bahwa "lipat";')], '"bahwa \\"lipat\\";"'),
    "an empty text": ([Put(("nomor",), "5 TAHUN 2026")], "nomor: 5 TAHUN 2026"),
    "an item in the middle": ([Add(("menimbang", 1), "bahwa sela;")], "  - bahwa sela;"),
    "an item between empty lines": ([Add(("menimbang", 2), "sela;")], "    baris;\n\n  - sela;\n\n  # penutup"),
    "a first item": ([Add(("menimbang", 0), "bahwa awal;")], "  - bahwa awal;"),
    "two last items": ([Add(("menimbang", 4), "satu;"), Add(("menimbang", 4), "dua: 2;")], "  - satu;\n  - 'dua: 2;'"),
    "a mapping as an item": (
        [Add(("baris", 2), {"nama": "Cici", "bulan": ["3"]})],
        "- nama: Cici\n  bulan: [3]",
    ),
    "an item moved, spelt as it was": (
        [Add(("menimbang", 3), "bahwa arsip perlu ditata;", ("menimbang", 0)), Cut(("menimbang", 0))],
        "  - bahwa arsip perlu\n    ditata;  # tiap tahun",
    ),
    "an item gone": ([Cut(("menimbang", 1))], ""),
    "the first key of an item gone": ([Cut(("baris", 1, "nomor"))], "- nama: Budi"),
    "a key gone": ([Cut(("baris", 1, "bulan"))], ""),
    "a new key": ([Put(("baris", 1, "ket"), "ya")], "  ket: ya"),
    "a list in a line anew": ([Put(("baris", 1, "bulan"), ["1", "3"])], "  bulan: [1, 3]"),
    "a value in a line": ([Put(("baris", 0, "ket"), "c, d")], "ket: 'c, d'"),
    "a key in a line": ([Put(("baris", 0, "lagi"), "x")], "ket: 'a, b', lagi: x}"),
    "a key in a line gone": ([Cut(("baris", 0, "ket"))], "bulan: [1, 2]}"),
    "an item in a line": ([Add(("baris", 0, "bulan", 2), "9")], "[1, 2, 9]"),
    "an item in a line gone": ([Cut(("baris", 0, "bulan", 0))], "[2]"),
    "an empty list filled": ([Put(("kosong",), ["satu"])], "kosong:\n  - satu"),
    "a text that gets parts": (
        [Put(("menimbang", 0), {"teks": "a:", "daftar": ["b;"]})],
        "  - teks: 'a:'\n    daftar:",
    ),
    "a new key at the top": ([Put(("diktum",), ["Membentuk Tim."])], "\ndiktum:\n  - Membentuk Tim."),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_only_the_lines_meant_change(name: str, newline: str) -> None:
    edits, expected = CASES[name]
    before = TEXT.replace("\n", newline)
    after = edited(before, edits, ("nomor", "menimbang", "diktum"))
    assert expected.replace("\n", newline) in after
    assert after.count("\n") == after.count(newline)
    lines = [line for line in unified_diff(TEXT.split("\n"), after.replace("\r", "").split("\n"), n=0)][3:]
    assert len(lines) <= 8
    comments = [line.strip() for line in TEXT.splitlines() if line.strip().startswith("#")]
    assert [line.strip() for line in after.splitlines() if line.strip().startswith("#")] == comments


def test_nothing_meant_changes_nothing() -> None:
    assert edited(TEXT, []) == TEXT


def test_several_edits_at_once() -> None:
    edits: list[Edit] = [
        Cut(("menimbang", 1)),
        Put(("baris", 0, "nama"), "Ana"),
        Add(("menimbang", 4), "akhir;"),
        Cut(("kosong",)),
    ]
    data = yaml.read(edited(TEXT, edits))
    assert data["menimbang"] == ["bahwa arsip perlu ditata;", "bahwa 'kutip';", 'bahwa "ganda";', "akhir;"]
    assert data["baris"][0]["nama"] == "Ana"
    assert "kosong" not in data


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: [x]\n", Cut(("a", 0))),
        ("a: []\n", Add(("a", 0), "x")),
        ("a: &b x\nc: *b\n", Put(("c",), "y")),
        ("a:\n- - x\n  - y\n- z\n", Cut(("a", 0, 0))),
    ],
    ids=["the only item", "into an empty list", "an alias", "a dash behind a dash"],
)
def test_what_cannot_be_edited_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(UnwritableError):
        edited(text, [edit])
