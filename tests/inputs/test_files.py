"""Files that are no readable text, or no file at all."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_docs as kpu
from tests.inputs.decrees import DECREE, only

WRONG_BYTES = {
    "UTF-16": (DECREE.encode("utf-16"), 1, 1, ("UTF-16", "UTF-8")),
    "UTF-16 big-endian": (b"\xfe\xff" + DECREE.encode("utf-16-be"), 1, 1, ("UTF-16",)),
    "UTF-32": (DECREE.encode("utf-32"), 1, 1, ("UTF-32",)),
    "UTF-16 without a mark": (DECREE.encode("utf-16-le"), 1, 2, ("bukan UTF-8",)),
    "Latin-1": ("a: 1\nb: Rapat 5° ini\n".encode("latin-1"), 2, 11, ("Latin-1", "simpan ulang")),
    "Latin-1 after a mark": (b"\xef\xbb\xbf" + "a: é\n".encode("latin-1"), 1, 4, ("Latin-1",)),
    "binary": (b"a: 1\nb: \x00\xff\x01", 2, 4, ("bukan berkas teks",)),
    "Excel": (b"PK\x03\x04\x14\x00\x06\x00", None, None, ("Excel",)),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, None, ("Word",)),
}


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json"])
@pytest.mark.parametrize("case", WRONG_BYTES)
def test_no_utf_8_text(case: str, suffix: str, tmp_path: Path) -> None:
    content, line, column, words = WRONG_BYTES[case]
    file = tmp_path / f"keputusan{suffix}"
    file.write_bytes(content)
    complaint = only(file)
    assert (complaint.file, complaint.line, complaint.column) == (str(file), line, column)
    for word in words:
        assert word in complaint.message


def test_a_byte_order_mark_of_utf_8_and_windows_lines_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.YAML"
    file.write_bytes(b"\xef\xbb\xbf" + DECREE.replace("\n", "\r\n").encode())
    assert kpu.load(str(file)).tentang == "Rapat"


def test_a_missing_file(tmp_path: Path) -> None:
    complaint = only(tmp_path / "lupa.yaml")
    assert complaint.file.endswith("lupa.yaml")
    assert "tidak ada" in complaint.message


@pytest.mark.parametrize("name", ["folder", "folder.yaml"])
def test_a_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    assert "folder, bukan berkas" in only(tmp_path / name).message


@pytest.mark.parametrize(("name", "hint"), [("a.yamll", ".yaml"), ("a.docx", ".json"), ("a", "tanpa akhiran")])
def test_an_unknown_suffix(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(DECREE, encoding="utf-8")
    complaint = only(tmp_path / name)
    assert "tidak dikenal" in complaint.message
    assert ".yaml, .yml, .json" in complaint.message
    assert hint in complaint.message


def test_fifty_megabytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keputusan.yaml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    assert "terlalu besar: 50.0 MB, paling besar 10 MB" in only(file).message


@pytest.mark.parametrize(
    ("error", "words"),
    [(PermissionError(13, "Permission denied"), "izin"), (OSError(5, "Input/output error"), "tidak dapat dibaca")],
)
def test_a_file_that_may_not_be_read(
    error: OSError, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text(DECREE, encoding="utf-8")

    def fail(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    complaint = only(file)
    assert complaint.file == str(file)
    assert words in complaint.message


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    assert only(tmp_path / "a\0b.yaml").message in (
        "nama berkas tidak sah",
        "berkas tidak ada; periksa nama dan foldernya",
    )
