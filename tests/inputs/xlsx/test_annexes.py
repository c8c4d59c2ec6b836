"""Annexes that a decree reads from a sheet: which file, which sheet, and the cell of every complaint."""

from __future__ import annotations

import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import kpu_docs as kpu
from kpu_docs import inputs
from tests.inputs.decrees import DECREE, data, only, refused
from tests.inputs.xlsx.sheets import content, decree, fill, plan


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "satu" / "dua"
    folder.mkdir(parents=True)
    return decree(folder, fill(plan(), 3, 1, "Rapat", "Sub", "hadir", "x"))


def test_a_plan_from_a_sheet_is_the_plan_written_out(file: Path) -> None:
    activity = {"nomor": "1", "kegiatan": "Rapat", "sub_kegiatan": "Sub", "indikator": "hadir", "bulan": 1}
    written = data(lampiran={"judul": "Rencana", "rencana_kerja": {"bagian": [{"kegiatan": [activity]}]}})
    assert kpu.load(file) == kpu.load(written)
    for format in ("pdf", "txt"):  # a DOCX holds fingerprints besides if its decree is a YAML file
        assert kpu.render_bytes(kpu.load(file), format) == kpu.render_bytes(kpu.load(written), format)


@pytest.mark.parametrize("name", ["rencana.xlsx", "rencana.xlsx#Rencana", "RENCANA.XLSX#rencana "])
def test_the_sheet_may_be_left_out(name: str, file: Path) -> None:
    if name[0] == "R":
        file.with_name("rencana.xlsx").rename(file.with_name("RENCANA.XLSX"))
    file.write_text(file.read_text(encoding="utf-8").replace("rencana.xlsx#Rencana", name), encoding="utf-8")
    assert kpu.load(file).lampiran[0].jenis == "rencana_kerja"


def test_the_folder_above_and_no_other(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for up, words in (("../", None), ("../../", "di luar folder")):
        target = (file.parent / up).resolve() / "rencana.xlsx"
        target.write_bytes(file.with_name("rencana.xlsx").read_bytes())
        file.write_text(text.replace("rencana.xlsx", f"{up}rencana.xlsx"), encoding="utf-8")
        if words:
            assert words in only(file).message
        else:
            assert kpu.load(file)._source.place(("lampiran", 0, "rencana_kerja", "bagian"))[0] == str(target)


def test_a_dict_reads_files_only_with_a_base(file: Path) -> None:
    whole = data(lampiran={"rencana_kerja": "rencana.xlsx"})
    assert kpu.load(whole, base=file.parent).lampiran[0].jenis == "rencana_kerja"
    assert "base=" in only(whole).message
    assert whole["lampiran"] == {"rencana_kerja": "rencana.xlsx"}


def test_a_complaint_of_the_model_names_the_cell(tmp_path: Path) -> None:
    sheet = plan()
    for row in range(3, 15):
        fill(sheet, row, row - 2, "Rapat", "Sub")
    sheet["F12"] = "R\u0378"
    complaint = only(decree(tmp_path, sheet))
    assert str(complaint).startswith(f'{tmp_path / "rencana.xlsx"}: Lembar "Rencana", sel F12: memuat tanda')
    assert complaint.path[:3] == ("lampiran", 0, "rencana_kerja")


def test_a_sign_that_no_face_has_names_the_cell(tmp_path: Path) -> None:
    sheet = fill(plan(), 3, 1, "Rapat", "Sub", "hadir \U0001f980")
    keputusan = kpu.load(decree(tmp_path, sheet))
    with pytest.raises(kpu.InputError, match='Lembar "Rencana", sel D3: '):
        kpu.render_bytes(keputusan, "pdf")


def test_faults_of_sheet_decree_and_office_are_told_together(tmp_path: Path) -> None:
    file = decree(tmp_path, fill(plan(), 3, 1, "Rapat", "Sub", None, "=A1"))
    file.write_text(file.read_text(encoding="utf-8") + "naskah: salinn\n", encoding="utf-8")
    (tmp_path / "kantor.toml").write_text("tempat = Kota\n", encoding="utf-8")
    assert [(Path(one.file).name, one.sel or one.line) for one in refused(file)] == [
        ("kantor.toml", 1),
        ("rencana.xlsx", "E3"),
        ("keputusan.yaml", 14),
    ]


def test_what_was_not_read_is_noted(tmp_path: Path) -> None:
    sheet = fill(plan(), 3, 1, "Rapat", "Sub", None, "x")
    sheet["L6"] = "KETUA,"
    [note] = inputs.notes(kpu.load(decree(tmp_path, sheet)))
    assert (note.lembar, note.sel) == ("Rencana", "L6")


def test_the_source_travels(file: Path) -> None:
    again = pickle.loads(pickle.dumps(kpu.load(file)))
    path = ("lampiran", 0, "rencana_kerja", "bagian", 0, "kegiatan", 0, "sub_kegiatan", 0, "bulan", 0, "nama")
    [complaint] = inputs.located(again, [(path, "x", None)]).complaints
    assert (complaint.lembar, complaint.sel) == ("Rencana", "E3")


def _zip(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), part)
    return out.getvalue()


NO_BOOKS = {
    "old Excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excel lama (.xls)"),
    "password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    "no zip": (b"NO;KEGIATAN\n", "bukan buku kerja Excel"),
    "OpenDocument": (_zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
    "binary Excel": (_zip(xl__workbook_bin=b""), ".xlsb"),
    "another zip": (_zip(word__document_xml=b"<a/>"), "bukan buku kerja"),
    "damaged": (_zip(xl__workbook_xml=b"<a"), "rusak"),
    "empty": (_zip(xl__workbook_xml=b"<a/>"), "rusak"),
}


@pytest.mark.parametrize("case", NO_BOOKS)
def test_what_is_no_book_is_refused_with_advice(case: str, file: Path) -> None:
    content, words = NO_BOOKS[case]
    file.with_name("rencana.xlsx").write_bytes(content)
    complaint = only(file)
    assert words in complaint.message
    assert (complaint.file, complaint.line, complaint.value) == (str(file), 13, "rencana.xlsx#Rencana")


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsb"])
def test_other_books_are_named_too(suffix: str, file: Path) -> None:
    file.with_name(f"rencana{suffix}").write_bytes(b"\xd0\xcf\x11\xe0")
    file.write_text(file.read_text(encoding="utf-8").replace(".xlsx", suffix), encoding="utf-8")
    assert "simpan sebagai Excel Workbook" in only(file).message


def test_a_bomb_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kpu_docs.inputs.xlsx.guard.LARGEST", 1000)
    assert "terlalu besar" in only(file).message


def test_sheets_that_are_not_there(file: Path) -> None:
    sheet = plan()
    assert sheet.parent is not None
    sheet.parent.create_sheet("Lain")
    file.with_name("rencana.xlsx").write_bytes(content(sheet))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#Rencana", "#Rencna"), encoding="utf-8")
    assert "mungkin maksudnya Rencana" in only(file).message
    file.write_text(text.replace("#Rencana", ""), encoding="utf-8")
    assert "beberapa lembar (Rencana, Lain)" in only(file).message
    sheet.parent["Lain"].sheet_state = "hidden"
    file.with_name("rencana.xlsx").write_bytes(content(fill(sheet, 3, 1, "Rapat", "Sub")))
    assert kpu.load(file).lampiran


def test_a_kind_that_no_sheet_can_give(file: Path) -> None:
    file.write_text(DECREE + "lampiran: {naskah: rencana.xlsx}\n", encoding="utf-8")
    assert "belum dapat dibaca dari lembar" in only(file).message


def test_openpyxl_is_loaded_only_for_a_book(file: Path) -> None:
    file.write_text(DECREE, encoding="utf-8")
    code = f"import sys, kpu_docs; kpu_docs.load({str(file)!r}); print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
