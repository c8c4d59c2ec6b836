"""`kpu-docs init`: a folder that renders at once, and a workbook that spreadsheets open."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft7Validator

import kpu_docs as kpu
from kpu_docs import cli, forms, forms_xlsx, inputs, schema
from kpu_docs.inputs import yaml
from kpu_docs.lampiran.rencana_kerja import KOLOM


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def made(folder: Path) -> Path:
    """A folder with the forms."""
    forms.write_forms(folder / "kantor")
    return folder / "kantor"


def test_the_forms_render_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["init", "baru/kantor"]) == 0
    made = Path("baru", "kantor")
    assert {str(made / name) for name in forms.FORMS} == set(capsys.readouterr().out.splitlines())
    assert {file.name for file in made.iterdir()} == set(forms.FORMS)
    assert cli.main(["render", str(made / "keputusan.yaml"), "-f", "docx,pdf,txt"]) == 0
    assert capsys.readouterr().err == ""
    text = (folder / "keputusan.txt").read_text(encoding="utf-8")
    for word in ("RANCANGAN", "KOTA CONTOH", "CONTOH: Pembekalan Tim", "|.|#|#|#|", "|R1|"):
        assert word in text


def test_every_remark_of_the_form_is_a_key_there_is(made: Path) -> None:
    _, *parts = re.split(r"(?m)^(?=naskah:)", (made / "keputusan.yaml").read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^# (?=(?:ditetapkan|tembusan|penanda_tangan):$|  )", "", "".join(parts))
    (made / "penuh.yaml").write_text(text, encoding="utf-8")
    keputusan = kpu.load(made / "penuh.yaml")
    assert len(keputusan.lampiran) == 2
    assert keputusan.tembusan
    assert keputusan.ditetapkan.pada
    assert keputusan.penanda_tangan.status == "Plt."
    assert inputs.notes(keputusan) == ()


def test_an_editor_finds_the_schema_and_nothing_to_mark(made: Path) -> None:
    text = (made / "keputusan.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=./{forms.SCHEMA}"
    beside = (made / forms.SCHEMA).read_text(encoding="utf-8")
    assert beside == schema.text()
    assert Draft7Validator(schema.schema()).is_valid(yaml.read(text))


@pytest.mark.parametrize("name", forms.FORMS)
def test_init_overwrites_nothing(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text("milik saya", encoding="utf-8")
    assert cli.main(["init"]) == 2
    assert capsys.readouterr().err == f"{name}: berkas ini sudah ada dan tidak ditimpa; pilih folder atau nama lain\n"
    assert [file.name for file in folder.iterdir()] == [name]
    assert Path(name).read_text(encoding="utf-8") == "milik saya"


def test_init_writes_all_or_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.write_bytes

    def full(file: Path, data: bytes) -> int:
        if forms.SCHEMA in file.name:
            raise OSError(28, "No space left on device", str(file))
        return replace(file, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert cli.main(["init"]) == 2
    assert list(folder.iterdir()) == []


def test_init_writes_the_same_bytes_each_time(made: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    forms.write_forms(folder / "lain")
    for name in forms.FORMS:
        assert (made / name).read_bytes() == (folder / "lain" / name).read_bytes()
    with zipfile.ZipFile(made / forms.WORKBOOK) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))[forms_xlsx.SHEET]


def seen(data: bytes) -> dict[str, Any]:
    """What a clerk finds on the sheet: the drop-down of the months, the notes, the texts, the print set-up."""
    sheet = opened(data)
    [marks] = sheet.data_validations.dataValidation
    return {
        "drop-down": (str(marks.sqref), marks.type, marks.formula1, marks.allow_blank, not marks.showDropDown),
        "warning": (marks.errorStyle, marks.showErrorMessage, marks.errorTitle, marks.error),
        "notes": {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment},
        "print": (sheet.page_setup.orientation, sheet.print_title_rows, sheet.sheet_properties.pageSetUpPr.fitToPage),
        "texts": {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None},
    }


def test_the_sheet_is_laid_out_as_the_annex() -> None:
    sheet = opened(forms_xlsx.workbook())
    heads = [cell.value for cell in sheet[forms_xlsx.HEAD_ROW] if cell.value]
    assert heads == [*KOLOM[:4], "PELAKSANAAN (BULAN)", KOLOM[4]]
    months = [cell.value for cell in sheet[forms_xlsx.HEAD_ROW + 1] if cell.value]
    assert months == list(range(1, 13))
    assert sheet.freeze_panes == f"A{forms_xlsx.HEAD_ROW + 2}"


def test_the_months_have_a_drop_down_that_lets_a_text_through() -> None:
    found = seen(forms_xlsx.workbook())
    assert found["drop-down"] == ("E5:P80", "list", '"x"', True, True)
    assert found["warning"][:2] == ("warning", True)
    sheet = opened(forms_xlsx.workbook())
    assert [sheet.cell(forms_xlsx.HEAD_ROW + 1, column).value for column in (5, 16)] == [1, 12]


def test_every_heading_says_what_belongs_below_it() -> None:
    assert list(seen(forms_xlsx.workbook())["notes"]) == ["A3", "B3", "C3", "D3", "E3", "Q3"]


def test_every_example_row_says_that_it_is_one() -> None:
    sheet = opened(forms_xlsx.workbook())
    for row in range(forms_xlsx.FIRST_ROW, forms_xlsx.FIRST_ROW + len(forms_xlsx.EXAMPLE)):
        assert "CONTOH" in f"{sheet.cell(row, 2).value} {sheet.cell(row, 3).value}"
    assert sheet.cell(row + 1, 3).value is None


def test_what_is_typed_stays_the_text_it_is() -> None:
    sheet = opened(forms_xlsx.workbook())
    assert {cell.number_format for cell in sheet[forms_xlsx.LAST_ROW]} == {"@"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_calc_opens_and_saves_it(made: Path, tmp_path: Path) -> None:
    """After a save by LibreOffice Calc the drop-downs and notes are still there, and the decree is the same."""
    before = kpu.load(made / "keputusan.yaml")
    source, saved = made / forms.WORKBOOK, tmp_path / "calc" / forms.WORKBOOK
    profile = (tmp_path / "profil").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(saved.parent), str(source)], check=True, timeout=120, capture_output=True)
    if not saved.exists():
        pytest.skip("LibreOffice Calc tidak terpasang")
    assert seen(saved.read_bytes()) == seen(source.read_bytes())
    shutil.copy(saved, source)
    assert kpu.load(made / "keputusan.yaml") == before
