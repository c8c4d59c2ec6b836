"""What clerks write that YAML reads otherwise is answered in their words, with line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs import inputs
from kpu_docs.inputs import yaml
from tests.inputs.decrees import DECREE, only

LAUGHS = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9) if n else 'x'}]\n" for n in range(12))

FAULTS = {
    "star": ("a: 1\nmengingat:\n  - *Roadmap* Reformasi\n", 3, 5, ("diawali *", "'*Roadmap* Reformasi'")),
    "star, not closed": ("mengingat:\n  - *Roadmap Reformasi\n", 2, 5, ("diawali *", "'*Roadmap Reformasi'")),
    "bold": ("a: **tebal** isi\n", 1, 4, ("diawali *", "'**tebal** isi'")),
    "quote inside": ("a: *Jum'at* ini\n", 1, 4, ("'*Jum''at* ini'",)),
    "braces": ("a: 1\ntentang: {{ x }}\n", 2, 10, ("diawali {{", "'{{ x }}'")),
    "braces in a list": ("- {{ x }}\n", 1, 3, ("diawali {{", "'{{ x }}'")),
    "braces, then text": ("tentang: {{ x }} di kota\n", 1, 10, ("'{{ x }} di kota'",)),
    "bracket, then text": ("tentang: [draf] Rapat\n", 1, 10, ("diawali [", "'[draf] Rapat'")),
    "backslash": ('a: 1\ntentang: "Rapat \\*"\n', 2, 17, ("kutip tunggal", "'\\*'")),
    "exclamation mark": ("tentang: !penting Rapat\n", 1, 10, ("diawali !", "'!penting Rapat'")),
    "ampersand": ("tentang: &lain Rapat\n", 1, 10, ("diawali &", "'&lain Rapat'")),
    "ampersand alone": ("tentang: & Rapat\n", 1, 10, ("diawali &", "'& Rapat'")),
    "anchor twice": ("a: &x b\nc: &x d\ne: *x\n", 2, 4, ("rujukan & ini sudah dipakai",)),
    "at sign": ("tentang: @kpu\n", 1, 10, ("diawali @", "'@kpu'")),
    "percent": ("tentang: %lima\n", 1, 10, ("diawali %", "'%lima'")),
    "comma": ("tentang: , lalu\n", 1, 10, ("diawali ,", "', lalu'")),
    "colon": ("tentang: Berita Acara Nomor : 37\n", 1, 29, ("titik dua", "kutip tunggal")),
    "key too far in": ("tentang: a\n  nomor: 2\n", 2, 8, ("titik dua", "sejajarkan lekuknya")),
    "key not far enough in": ("a:\n  b: 1\n c: 2\n", 3, 2, ("lekuk", "sejajarkan")),
    "dash not far enough in": ("a:\n  - b\n - c\n", 3, 2, ("lekuk", "sejajarkan")),
    "key before the first": (" a: 1\nb: 2\n", 2, 1, ("lekuk",)),
    "dash behind a key": ("a: - b\n", 1, 4, ("mulai di baris baru",)),
    "no key": ("a: 1\nlanjutan teks\n", 2, 1, ("kunci: isi",)),
    "tab for an item": ("a:\n\tb: 1\n", 2, 1, ("tab", "ganti setiap tab dengan spasi")),
    "tab below a text": ("a: 1\n\tb: 1\n", 2, 1, ("ganti setiap tab dengan spasi",)),
    "tab below an item": ("a:\n  - x\n\t- y\n", 3, 1, ("ganti setiap tab dengan spasi",)),
    "quote not closed": ("a: 1\ntentang: 'Rapat\nnomor: 3\n", 2, 10, ("belum ditutup",)),
    "single quote inside single": ("tentang: 'Rapat Jum'at'\n", 1, 21, ("setelah tanda kutip penutup", "tulis ''")),
    "double quote inside double": ('tentang: "Rapat "besar""\n', 1, 18, ("setelah tanda kutip penutup",)),
    "bracket not closed": ("a: [1, 2\nb: 3\n", 1, 4, ("tanda [", "belum ditutup dengan ]")),
    "brace not closed": ("a: {b: 2\nc: [\n", 1, 4, ("tanda {", "belum ditutup dengan }")),
    "text behind a bar": ("a: |teks\n  b\n", 1, 4, ("baris berikutnya",)),
    "directive": ("%lima\na: 1\n", 1, 1, ("diawali tanda %",)),
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, ("lebih dari satu dokumen",)),
    "key twice": ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", 5, 3, ("kunci c ditulis dua kali", "baris 3")),
    "list as a key": ("a: 1\n? - b: c\n: d\n", 2, 3, ("kunci harus berupa teks",)),
    "control sign": ("a: 1\nb: x\x01y\n", 2, 5, ("tidak terbaca", "U+0001")),
    "refers to itself": ("a: &x [1, *x]\n", 1, 11, ("*x", "memuatnya sendiri")),
    "refers to what holds it": ("a: &x\n  b:\n    c: *x\n", 3, 8, ("*x", "memuatnya sendiri")),
    "billion laughs": (LAUGHS, 8, 42, ("*a6", "terlalu besar")),
    "deep brackets": ("a: " + "[" * 100_000, 1, 103, ("terlalu dalam",)),
    "deep dashes": ("- " * 100_000 + "x", 1, 201, ("terlalu dalam",)),
    "deep by reference": (
        "".join(f"a{n}: &a{n} [{f'*a{n - 1}' if n else 'x'}]\n" for n in range(3000)),
        100,
        12,
        ("terlalu dalam",),
    ),
    "empty": ("", 1, 1, ("kosong", "kpu-docs init")),
    "only remarks": ("# nanti\n", 1, 1, ("kosong",)),
    "a list": ("- satu\n- dua\n", 1, 1, ("sebuah daftar", "kunci dan isi")),
    "a text": ("Keputusan ini\n", 1, 1, ("sebuah teks", "kunci dan isi")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_clear_complaint(fault: str, tmp_path: Path) -> None:
    text, line, column, words = FAULTS[fault]
    file = tmp_path / "keputusan.yaml"
    file.write_text(text, encoding="utf-8")
    complaint = only(file)
    assert (complaint.line, complaint.column) == (line, column)
    assert complaint.file == str(file)
    for word in words:
        assert word in complaint.message


def test_every_repeated_key_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text("a: {x: 1, x: 2}\nb: 1\nb: {x: 1}\nb: {x: 2}\n", encoding="utf-8")
    with pytest.raises(kpu.InputError) as caught:
        kpu.load(file)
    assert [(complaint.path, complaint.line) for complaint in caught.value.complaints] == [
        (("a", "x"), 1),
        (("b",), 3),
        (("b",), 4),
    ]


def test_nothing_is_retyped() -> None:
    text = "a: 010\nb: 12.10\nc: 2022-01-26\nd: ya\ne: null\nf: ~\ng: 0x1F\nh: 1e3\ni:\n1: 2\n"
    values = ["010", "12.10", "2022-01-26", "ya", "null", "~", "0x1F", "1e3", "", "2"]
    assert list(yaml.read(text).values()) == values


def test_references_that_are_used_are_fine() -> None:
    assert yaml.read("a: &x {b: c}\nd: *x\ne: [*x, *x]\n")["e"] == [{"b": "c"}, {"b": "c"}]


def test_signs_inside_a_text_are_fine() -> None:
    assert yaml.read("a: Rapat R&D, {{ x }}! 50% *ini* [draf]\n") == {"a": "Rapat R&D, {{ x }}! 50% *ini* [draf]"}


@pytest.mark.parametrize(
    ("text", "line", "column", "value"),
    [
        ("tentang: Rapat ke #2\n", 1, 19, "#2"),
        ("a: 1\nb:\n  - Rapat #2 lanjutan\n", 3, 11, "#2 lanjutan"),
        ("a: Kota Mojokerto   # bukan kabupaten\n", 1, 21, "# bukan kabupaten"),
        ("a: satu\n  dua # tiga\n", 2, 7, "# tiga"),
    ],
)
def test_a_text_cut_at_a_sign_is_noted(text: str, line: int, column: int, value: str) -> None:
    [note] = yaml.notes(text)
    assert (note.line, note.column, note.value) == (line, column, value)
    assert "terpotong" in note.message


@pytest.mark.parametrize(
    "text",
    [
        "satker: 3576 # kota\n",
        "# satu dua # tiga\na: 1\n",
        "a: # kosong dulu\n  - b\n",
        "- # kosong dulu\n  b\n",
        "a: 'Rapat ke #2' # benar\n",
        'a: "Rapat ke #2"\n',
        "a: |\n  Rapat ke #2\nb: x\n",
        "a: Rapat#2\n",
        "a: b ##\n",
    ],
)
def test_remarks_and_quoted_texts_are_not_noted(text: str) -> None:
    assert yaml.notes(text) == ()


def test_notes_are_remembered_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text(DECREE.replace("tentang: Rapat", "tentang: Rapat ke #2"), encoding="utf-8")
    keputusan = kpu.load(file)
    assert keputusan.tentang == "Rapat ke"
    [note] = inputs.notes(keputusan)
    assert str(note).startswith(f"{file}:2:19: tentang: teks terpotong")
