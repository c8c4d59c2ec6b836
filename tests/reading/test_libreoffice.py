"""Files that Writer itself makes, in the ways of clerks, as Word and as PDF: each gives the data written beside it.

`libreoffice/NAME.fodt` or `.html` is what was typed, `NAME.yaml` what it says.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document

import kpu_docs as kpu
from kpu_docs.inputs import yaml
from tests.reading import clerks

FOLDER = Path(__file__).parent / "libreoffice"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/keputusan.yaml"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang"),
]

LOST = {"gabung": "v"}
"""Words of a file that become something else: a sign that marks a month."""

ADDED = {
    "bab": "BAB I A. B. BAB II",
    "kaki": "Menurut daftar arsip tahun lalu.",
    "boks": "a. b. 1. 2. 1. 2.",
    "nomor_otomatis": "a. b. 1. 2. 1. a. 1) 2) b. 2.",
    "spasi": "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO",
    "web": "a. b. 1. 2. 1. 2.",
}
"""Words that stand in no text of the file: what Writer numbers by itself, a footnote, a kop that was not typed."""

NOT_ON_PAPER = {
    "bingkai": "the name of who certifies stands in one line with that of the Ketua",
    "kaki": "a footnote stands at the foot of the page",
    "perubahan": "deleted words are printed as well, crossed out",
}
"""Files whose print says something else than the file, and why."""

NOT_IN_PDF = {
    "kabupaten_contoh": "a cell all in bold",
    "naskah_contoh": "dotted lines are dots",
}
"""Examples of which paper tells less than the Word file, and what."""


def converted(folder: Path, to: str, *paths: Path, reads: str = "") -> None:
    """Files written anew by LibreOffice into a folder."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={reads}"] if reads else []
    command += ["--convert-to", to, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files as .docx, and these as .pdf."""
    folder = tmp_path_factory.mktemp("libreoffice")
    word = "docx:MS Word 2007 XML"
    converted(folder, word, *sorted(FOLDER.glob("*.fodt")))
    converted(folder, word, *sorted(FOLDER.glob("*.html")), reads="HTML (StarWriter)")
    for path in EXAMPLES:
        (folder / f"{path.parent.name}.docx").write_bytes(kpu.render_bytes(kpu.load(path), "docx"))
    converted(folder, "pdf", *sorted(folder.glob("*.docx")))
    return folder


def expected(name: str) -> Any:
    return yaml.read((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def typed(data: Any) -> Any:
    """Data as they are typed: yes and no in words."""
    if isinstance(data, dict):
        return {key: typed(part) for key, part in data.items()}
    if isinstance(data, list):
        return [typed(one) for one in data]
    return {True: "ya", False: "tidak"}[data] if isinstance(data, bool) else data


def test_there_are_at_least_twelve() -> None:
    sources = sorted(path.stem for path in FOLDER.iterdir() if path.suffix in (".fodt", ".html"))
    assert sources == NAMES
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_of_writer_says_what_was_typed(name: str, saved: Path) -> None:
    data, report = kpu.read(saved / f"{name}.docx")
    assert typed(data) == expected(name)
    assert report.uncertain == ()


@pytest.mark.parametrize("name", NAMES)
def test_words_in_are_words_out(name: str, saved: Path, tmp_path: Path) -> None:
    data, _ = kpu.read(saved / f"{name}.docx")
    kpu.render(kpu.load(data), tmp_path / "baru.docx")
    before = Counter(clerks.words(Document(str(saved / f"{name}.docx"))))
    after = Counter(clerks.words(Document(str(tmp_path / "baru.docx"))))
    assert before - after == Counter(LOST.get(name, "").split())
    assert after - before == Counter(ADDED.get(name, "").split())


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NOT_ON_PAPER])
def test_its_pdf_says_the_same(name: str, saved: Path) -> None:
    assert typed(kpu.read(saved / f"{name}.pdf").data) == expected(name)


def same_data(name: str, saved: Path) -> bool:
    return kpu.read(saved / f"{name}.pdf").data == kpu.read(saved / f"{name}.docx").data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_printed_by_libreoffice_gives_its_data(path: Path, saved: Path) -> None:
    assert same_data(path.parent.name, saved) == (path.parent.name not in NOT_IN_PDF)


def bare(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).upper()))


IN_WORDS = [name for name in (*NAMES, *(path.parent.name for path in EXAMPLES)) if name != "tabel_contoh"]
"""That one has upright headings, which pdfium's own text gives letter by letter."""


@pytest.mark.parametrize("name", IN_WORDS)
def test_no_word_of_a_pdf_is_lost(name: str, saved: Path) -> None:
    """Every word that the PDF holds is printed by the data, or said to be left out."""
    path = saved / f"{name}.pdf"
    data, report = kpu.read(path)
    printed = bare(kpu.render_bytes(kpu.load(data), "txt").decode())
    told = bare(" ".join((*re.findall(r'"(.*?)"', str(report)), str(data["kantor"]))))
    with pdfium.PdfDocument(path) as file:
        held = bare(" ".join(page.get_textpage().get_text_range() for page in file).replace("\ufffe", "-"))
    assert not held - printed - told
