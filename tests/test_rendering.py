"""Writing: all files or none, in one step each; what cannot be printed is located."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs import rendering
from kpu_docs.blocks import Document
from kpu_docs.complaints import InputError, Unprintable
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.writers import txt
from tests.building import decree


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_suffix_is_the_format(tmp_path: Path) -> None:
    target = kpu.render(decree(), tmp_path / "a.TXT")
    assert target == tmp_path / "a.TXT"
    assert target.read_bytes() == kpu.render_bytes(decree(), "txt")
    assert kpu.render(decree(), str(tmp_path / "a.docx")).read_bytes().startswith(b"PK")
    assert kpu.render(decree(), tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert sorted(files(tmp_path)) == ["a.TXT", "a.docx", "a.pdf"]


def test_formats_are_the_writers_there_are() -> None:
    assert set(rendering.formats()) >= {"docx", "html", "pdf", "txt"}
    for format in rendering.formats():
        assert kpu.render_bytes(decree(), format)


def test_the_kind_of_copy_can_be_given() -> None:
    asked = kpu.render_bytes(decree(), "txt", naskah="salinan", force=True)
    assert asked == kpu.render_bytes(decree(naskah="salinan"), "txt")
    assert asked != kpu.render_bytes(decree(), "txt")


@pytest.mark.parametrize(
    ("format", "naskah", "words"),
    [
        ("odt", None, "format: tidak dikenal; yang ada: docx, html, pdf, txt"),
        ("", None, "tertulis: kosong"),
        ("dox", None, "mungkin maksudnya docx"),
        ("txt", "salinn", "yang ada: rancangan, asli, salinan, petikan; mungkin maksudnya salinan"),
    ],
)
def test_unknown_names_are_refused(format: str, naskah: str | None, words: str) -> None:
    with pytest.raises(InputError, match=words):
        kpu.render_bytes(decree(), format, naskah=naskah)


def test_what_cannot_be_printed_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text(
        "satker: kota-mojokerto\ntentang: Rapat\nmenimbang: a\nmengingat: b\ndiktum:\n  - c\n  - d\n"
        "ditetapkan: {di: M}\npenanda_tangan: {nama: X}\n",
        encoding="utf-8",
    )

    def write(document: Document, tata_naskah: TataNaskah) -> bytes:
        raise Unprintable([(("diktum", 1, "isi", 0, "teks"), "tanda ini tidak dapat dicetak", "\u4e00")])

    monkeypatch.setattr(txt, "write", write)
    with pytest.raises(InputError) as caught:
        kpu.render_bytes(kpu.load(file), "txt")
    assert str(caught.value) == f"{file}:7:5: diktum[2]: tanda ini tidak dapat dicetak (tertulis: \u4e00)"


def test_all_files_or_none(tmp_path: Path) -> None:
    old, new, blocked = tmp_path / "a.docx", tmp_path / "b.pdf", tmp_path / "c.txt"
    old.write_bytes(b"lama")
    blocked.mkdir()
    with pytest.raises(IsADirectoryError, match=r"c\.txt"):
        rendering.write_all({old: b"baru", new: b"baru", blocked: b"baru"})
    blocked.rmdir()
    assert files(tmp_path) == {"a.docx": b"lama"}
    rendering.write_all({old: b"baru", new: b"baru"})
    assert files(tmp_path) == {"a.docx": b"baru", "b.pdf": b"baru"}


def test_nothing_is_left_where_the_last_cannot_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = tmp_path / "a.docx", tmp_path / "b.pdf"
    first.write_bytes(b"lama")
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if target == last:
            raise PermissionError(13, "Permission denied", str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(PermissionError) as caught:
        rendering.write_all({first: b"baru", last: b"baru"})
    assert caught.value.filename == str(last)
    assert files(tmp_path) == {"a.docx": b"lama"}


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        write(self, data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space") as caught:
        rendering.write_all({tmp_path / "a.docx": b"baru"})
    assert caught.value.filename == str(tmp_path / "a.docx")
    assert files(tmp_path) == {}


def test_a_new_file_has_ordinary_rights(tmp_path: Path) -> None:
    plain = tmp_path / "biasa"
    plain.touch()
    rendering.write_all({tmp_path / "a.docx": b"baru"})
    assert (tmp_path / "a.docx").stat().st_mode == plain.stat().st_mode


def test_the_public_names_stay_what_they_are() -> None:
    assert callable(kpu.render)
    for name in kpu.__all__:
        assert getattr(kpu, name)
