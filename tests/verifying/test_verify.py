"""`verify` as it is called: with data or with those in the file, from Python and on the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import kpu_docs as kpu
from kpu_docs.archive import zipped
from kpu_docs.cli import main
from kpu_docs.verifying import verified
from tests.building import LEAST, decree
from tests.verifying.papers import EXAMPLES, TEAM, changed, found, replaced, team


def source(folder: Path, **changes: Any) -> Path:
    path = folder / "data.json"
    path.write_text(json.dumps(LEAST | TEAM | changes), encoding="utf-8")
    return path


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_data_are_a_decree_or_what_is_loaded(format: str, tmp_path: Path) -> None:
    path = kpu.render(team(), tmp_path / f"keputusan.{format}", embed=True)
    for data in (team(), LEAST | TEAM, source(tmp_path), str(source(tmp_path)), None):
        assert kpu.verify(path, data) == []
    [difference] = kpu.verify(path, team(tentang="Lain", menetapkan="KEPUTUSAN TENTANG CONTOH.", lampiran=[]))[:1]
    assert isinstance(difference, kpu.Difference)
    assert (difference.where, difference.before, difference.after) == ("Judul", "LAIN", "CONTOH")


@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_what_stands_around_the_text_is_none_of_it(format: str, naskah: str, tmp_path: Path) -> None:
    office = {"tata_naskah": {"kata_penyambung": {"ada": "ya"}, "jdih": {"alamat": "jdih.kpu.go.id"}}}
    long = team(kantor=office, diktum=["Menetapkan contoh yang panjang."] * 60)
    path = kpu.render(long, tmp_path / f"keputusan.{format}", naskah=naskah, force=True)
    assert verified(path, long) == (naskah, [])


def test_the_data_in_a_file_tell_what_was_changed_in_it(tmp_path: Path) -> None:
    path = kpu.render(team(), tmp_path / "keputusan.docx", embed=True)
    document = Document(str(path))
    replaced("melaporkan hasilnya.", "menyembunyikan hasilnya.")(document)
    document.save(str(path))
    assert [str(one) for one in kpu.verify(path)] == [
        'Diktum KEDUA angka 2: menurut data "2. melaporkan hasilnya.", di berkas "2. menyembunyikan hasilnya."'
    ]


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_without_data_in_the_file_they_are_asked_for(format: str, tmp_path: Path) -> None:
    path = kpu.render(decree(), tmp_path / f"keputusan.{format}")
    with pytest.raises(kpu.InputError, match="tidak memuat datanya; sebutkan juga berkas DATA"):
        kpu.verify(path)


def test_data_in_a_file_that_cannot_be_read_are_asked_for(tmp_path: Path) -> None:
    docx = kpu.render_bytes(decree(), "docx", embed=True)
    for broken in (b"{", b"[]"):
        with zipfile.ZipFile(BytesIO(docx)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        item = parts["customXml/item1.xml"]
        parts["customXml/item1.xml"] = item[: item.index(b"{")] + broken + b"</data>"
        path = tmp_path / "keputusan.docx"
        path.write_bytes(zipped(parts))
        with pytest.raises(kpu.InputError, match="data di dalam berkas ini rusak"):
            kpu.verify(path)
        assert kpu.verify(path, decree()) == []


def test_the_command_says_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, data = changed(tmp_path, replaced("dibentuk tim", "dibentuk panitia")), source(tmp_path)
    assert main(["verify", str(path), str(data)]) == 1
    said = capsys.readouterr()
    assert said.out == (
        f'{path}: Menimbang huruf b: menurut data "… perlu dibentuk tim;", di berkas "… perlu dibentuk panitia;"\n'
    )
    kpu.render(team(), path, naskah="salinan", embed=True, force=True)
    for call in ([str(path), str(data)], [str(path)]):
        assert main(["verify", *call]) == 0
        assert capsys.readouterr().out == f"{path}: sama dengan datanya (salinan)\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("keputusan.docx", b"", "berkas ini kosong", id="empty"),
        pytest.param("keputusan.docx", b"PK\3\4 dan seterusnya", "rusak", id="broken"),
        pytest.param("keputusan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "berkas Word lama", id="old"),
        pytest.param("keputusan.txt", b"KEPUTUSAN", "yang dapat diperiksa .docx dan .pdf, bukan .txt", id="text"),
        pytest.param("keputusan", b"", "bukan berkas tanpa akhiran", id="no suffix"),
        pytest.param("keputusan.pdf", b"PK", "bukan PDF yang ditulis kpu-docs", id="pdf"),
    ],
)
def test_a_file_that_cannot_be_read_is_wrong_input(
    name: str, content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["verify", str(path), str(source(tmp_path))]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(str(path))
    assert message in line


def test_a_file_that_is_not_there_and_data_that_are_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "tidak-ada.docx"), str(source(tmp_path))]) == 2
    assert "berkas tidak ada" in capsys.readouterr().err
    path = kpu.render(decree(), tmp_path / "keputusan.docx")
    assert main(["verify", str(path), str(source(tmp_path, naskah="lain"))]) == 2
    assert "naskah: harus salah satu dari" in capsys.readouterr().err


def test_pikepdf_is_loaded_for_a_pdf_alone(tmp_path: Path) -> None:
    path = kpu.render(decree(), tmp_path / "keputusan.docx", embed=True)
    program = f"import kpu_docs, sys; kpu_docs.verify({str(path)!r}); sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_saved_by_libreoffice_all_is_the_same_but_for_what_was_changed(tmp_path: Path) -> None:
    """All examples in one call of LibreOffice, their data in them; then a clause is changed and saved once more."""
    ours, theirs = tmp_path / "kami", tmp_path / "libreoffice"
    ours.mkdir()
    for path in EXAMPLES:
        kpu.render(kpu.load(path), ours / f"{path.parent.name}.docx", embed=True)
    changed(ours, replaced("dibentuk tim", "dibentuk panitia")).rename(ours / "berubah.docx")
    call = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--convert-to"]
    files = [str(file) for file in sorted(ours.iterdir())]
    subprocess.run(
        [*call, "docx:MS Word 2007 XML", "--outdir", str(theirs), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for path in EXAMPLES:
        saved = theirs / f"{path.parent.name}.docx"
        assert kpu.verify(saved, path) == []
        assert kpu.verify(saved) == []
    assert [str(one) for one in kpu.verify(theirs / "berubah.docx", team())] == [
        'Menimbang huruf b: menurut data "… perlu dibentuk tim;", di berkas "… perlu dibentuk panitia;"'
    ]
    assert found(Document(str(theirs / "berubah.docx")), "dibentuk panitia").text.startswith("b.")
