"""Files that are not opened, and what `import` writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.cli import main
from kpu_docs.inputs import InputError, yaml
from kpu_docs.reading import READERS
from kpu_docs.reading.writing import kantor_toml, keputusan_yaml
from kpu_docs.wordfile.opening import LARGEST
from tests.building import decree
from tests.reading import clerks

ROOT = Path(__file__).parents[2]


def with_macro(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
        after.writestr("word/vbaProject.bin", b"macro")
    return made.getvalue()


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "broken": (lambda content: content[: len(content) // 2], "rusak atau terpotong"),
    "encrypted": (
        lambda content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "sandi",
    ),
    "macros": (with_macro, "makro"),
    "old": (lambda content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word lama"),
    "too large": (lambda content: b"PK" + bytes(LARGEST), "terlalu besar"),
    "empty": (lambda content: b"", "kosong"),
    "broken XML": (lambda content: with_part(content, b"<w:document"), "rusak"),
}


def with_part(content: bytes, document: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, document if name == "word/document.xml" else before.read(name))
    return made.getvalue()


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_opened_gets_one_message(kind: str, tmp_path: Path) -> None:
    change, message = BAD[kind]
    path = tmp_path / "lama.docx"
    path.write_bytes(change(kpu.render_bytes(decree(), "docx")))
    with pytest.raises(InputError, match=message) as refused:
        kpu.read(path)
    assert len(refused.value.complaints) == 1
    assert str(refused.value).startswith(str(path))


TYPED = {
    "Word": (b"PK\x03\x04", "ini berkas Word, LibreOffice, atau ZIP, bukan teks"),
    "old": (b"\xd0\xcf\x11\xe0", r"ini berkas Word lama \(.doc\)"),
    "RTF": (b"{\\rtf1 x}", "ini berkas RTF"),
    "PDF": (b"%PDF-1.7", "ini berkas PDF"),
}


@pytest.mark.parametrize("kind", TYPED)
def test_a_file_that_is_only_called_a_text_is_refused(kind: str, tmp_path: Path) -> None:
    content, message = TYPED[kind]
    (tmp_path / "lama.txt").write_bytes(content)
    with pytest.raises(InputError, match=message):
        kpu.read(tmp_path / "lama.txt")


@pytest.mark.parametrize("suffix", READERS)
def test_a_file_of_200_mb_is_refused_unread(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"besar{suffix}"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InputError, match=r"berkas terlalu besar: 200\.0 MB"):
        kpu.read(path)


@pytest.mark.parametrize("name", ["lama.doc", "lama", "lama.odt"])
def test_other_kinds_of_file_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError, match=f"yang dapat dibaca {', '.join(READERS)}"):
        kpu.read(tmp_path / name)


def test_import_writes_data_that_render(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.docx").write_bytes(clerks.saved(clerks.with_plan()))
    assert main(["import", str(tmp_path / "lama.docx"), "-o", str(tmp_path / "hasil")]) == 0
    said = capsys.readouterr().out
    assert "Lampiran 1: rencana_kerja, 3 baris" in said
    keputusan = kpu.load(tmp_path / "hasil" / "keputusan.yaml")
    assert keputusan == kpu.load(kpu.read(tmp_path / "lama.docx").data)
    assert (tmp_path / "hasil" / "laporan.txt").read_text(encoding="utf-8") in said
    assert main(["render", str(tmp_path / "hasil" / "keputusan.yaml"), "-o", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_import_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.docx").write_bytes(clerks.saved(clerks.whole()))
    (tmp_path / "kantor.toml").write_text("# punya kami\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "lama.docx"), "-o", str(tmp_path)]) == 2
    assert "kantor.toml: berkas ini sudah ada dan tidak ditimpa" in capsys.readouterr().err
    assert not (tmp_path / "keputusan.yaml").exists()
    assert (tmp_path / "kantor.toml").read_text(encoding="utf-8") == "# punya kami\n"


def test_the_yaml_is_written_as_in_the_examples() -> None:
    data = {
        "versi": "1",
        "tentang": "Tim Penataan Arsip",
        "menimbang": ["bahwa: arsip", "*Roadmap* arsip", "boks #2"],
        "diktum": [
            {"teks": "Tim:", "daftar": ["boks", {"teks": "daftar", "rincian": {"Nama": ""}}]},
            ["dua", "baris\nlagi"],
        ],
        "lampiran": [
            {"judul": "A\nB", "tabel": {"kolom": ["NO", {"judul": "X"}], "baris": [["1", "a, b"], ["", "ya"]]}}
        ],
        "kantor": {"tempat": "Contoh"},
    }
    assert keputusan_yaml(data, "Judul") == (
        "# Judul\nversi: 1\ntentang: Tim Penataan Arsip\n"
        "\nmenimbang:\n  - 'bahwa: arsip'\n  - '*Roadmap* arsip'\n  - 'boks #2'\n"
        "\ndiktum:\n  - teks: 'Tim:'\n    daftar:\n      - boks\n"
        "      - teks: daftar\n        rincian:\n          Nama: ''\n"
        "  -\n    - dua\n    - |-\n      baris\n      lagi\n"
        "\nlampiran:\n  - judul: |-\n      A\n      B\n    tabel:\n      kolom:\n        - NO\n        - judul: X\n"
        "      baris:\n        - [1, 'a, b']\n        - ['', ya]\n"
    )
    assert yaml.read(keputusan_yaml(data, "Judul")) == {key: part for key, part in data.items() if key != "kantor"}


def test_what_is_empty_is_read_from_the_yaml_as_it_was() -> None:
    data = {"diktum": [{"teks": "Rincian:", "tabel": {"kolom": ["NO"], "baris": []}, "rincian": {}}]}
    assert yaml.read(keputusan_yaml(data, "Judul")) == data


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "- a",
        "#",
        "a #b",
        "'a'",
        '"',
        "{a}",
        "[a",
        "*",
        "&a",
        "!",
        "%",
        "@",
        "`",
        "a:",
        "",
        "~",
        "\ta",
        "a\\b",
        "?",
        "|",
        "a, b",
        "- ",
        ": a",
        "\u2026",
    ],
)
def test_any_text_is_read_from_the_yaml_as_it_was(text: str) -> None:
    data = {"tentang": text, "menimbang": [text, {text or "x": text}], "tabel": {"baris": [[text, {"a": text}]]}}
    assert yaml.read(keputusan_yaml(data, "Judul")) == data


def test_the_office_is_written_as_in_the_examples() -> None:
    kantor = {
        "satker": {"lembaga": "Komisi", "kop": ["A", 'B "C"']},
        "tempat": "Contoh",
        "pejabat": [{"jabatan": "ketua", "nama": "Umpama"}],
        "tata_naskah": {"kata": {"ttd": "ttd"}, "penutup": {"titik_dua": True}},
    }
    assert kantor_toml(kantor, "Judul") == (
        '# Judul\ntempat = "Contoh"\n\n[satker]\nlembaga = "Komisi"\nkop = ["A", "B \\"C\\""]\n'
        '\n[[pejabat]]\njabatan = "ketua"\nnama = "Umpama"\n'
        '\n[tata_naskah.kata]\nttd = "ttd"\n\n[tata_naskah.penutup]\ntitik_dua = true\n'
    )
