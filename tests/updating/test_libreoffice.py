"""A Word file that LibreOffice saved tells the same as ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import kpu_docs as kpu
from tests.updating.test_update import CASES, EXAMPLES, changed, rendered
from tests.updating.word import Word

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def saved(docx: Path, folder: Path) -> Word:
    """The file as LibreOffice saves it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(folder / "lo"), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return Word(folder / "lo" / docx.name)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/keputusan.yaml")), ids=lambda path: path.parent.name)
def test_nothing_changed_is_nothing_found(path: Path, tmp_path: Path) -> None:
    yaml, word = rendered(path.parent.name, tmp_path)
    found = kpu.update(yaml, saved(word.path, tmp_path).path)
    assert (found.based, found.differences, found.conflicts, found.lines) == (True, (), (), ())


@pytest.mark.parametrize("name", CASES)
def test_what_was_changed_comes_back_as_exactly_that(name: str, tmp_path: Path) -> None:
    example, edit, expected = CASES[name]
    yaml, word = rendered(example, tmp_path)
    found = kpu.update(yaml, edit(saved(word.path, tmp_path)).save())
    assert changed(found) == expected
    assert (found.conflicts, found.left) == ((), ())


def test_a_template_is_read_as_well(tmp_path: Path) -> None:
    from kpu_docs.templating.starting import write_starter

    yaml, _ = rendered("kabupaten_contoh", tmp_path)
    write_starter(tmp_path / "templat.docx")
    made = kpu.render(kpu.load(yaml), tmp_path / "templat-isi.docx", template=tmp_path / "templat.docx")
    found = kpu.update(yaml, saved(made, tmp_path).reword("setiap triwulan", "setiap semester").save())
    assert [line[:1] for line in changed(found)] == ["-", "+"]
    assert (found.conflicts, found.left) == ((), ())
