"""Every example loads, prints as the golden beside it says, and has the same words in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kpu_docs as kpu
from tests.writers import docx_reading, html_reading, pdf_reading

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(file.parent for file in ROOT.glob("examples/*/keputusan.yaml"))
SEED = ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml"
FORMATS = ("docx", "html", "pdf", "txt")

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)


def txt_words(data: bytes) -> list[str]:
    """The words of a text file without what the writer draws: rules, edges, months that are marked or not, rows of dots
    to be written on, and what it says of a picture.
    """
    found: list[str] = []
    for line in data.decode().splitlines():
        text = line.strip()
        if re.fullmatch(r"-{20,}|\+[-+]+\+|\[.*\]", text):
            continue
        if re.fullmatch(r"\|.*\|", text):
            cells = (cell.strip() for cell in text.split("|"))
            text = " ".join(cell for cell in cells if cell not in (".", "#"))
        found += (word for word in text.split() if not re.fullmatch(r"\||\.{5,}", word))
    return found


def words(keputusan: kpu.Keputusan, format: str) -> list[str]:
    """The words of a decree in one format."""
    return read(kpu.render_bytes(keputusan, format), format)


def read(data: bytes, format: str) -> list[str]:
    """The words of a file; signs that only guide the breaking of lines do not count."""
    readers = {
        "docx": docx_reading.words,
        "html": html_reading.words,
        "pdf": pdf_reading.reading_order,
        "txt": txt_words,
    }
    text = " ".join(readers[format](data)).replace("\N{SOFT HYPHEN}", "").replace("\N{NON-BREAKING HYPHEN}", "-")
    text = text.replace("\N{ZERO WIDTH SPACE}", "")
    return text.replace("\N{NO-BREAK SPACE}", " ").split()


def test_there_are_examples() -> None:
    assert [folder.name for folder in EXAMPLES] == [
        "anggaran_contoh",
        "jadwal_contoh",
        "kabupaten_contoh",
        "kunci_contoh",
        "mojokerto_2022",
        "naskah_contoh",
        "tabel_contoh",
        "tim_contoh",
    ]


@each_example
def test_the_text_is_the_golden_beside_it(example: Path, request: pytest.FixtureRequest) -> None:
    golden = example / "keputusan.txt"
    printed = kpu.render_bytes(kpu.load(example / "keputusan.yaml"), "txt").decode()
    if not golden.exists() and request.config.getoption("--tulis-golden"):
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert golden.exists(), f"{golden.relative_to(ROOT)} is missing: pytest --tulis-golden writes it"
    assert printed == golden.read_text(encoding="utf-8")


@each_example
def test_every_format_has_the_same_words_in_the_same_order(example: Path) -> None:
    keputusan = kpu.load(example / "keputusan.yaml")
    text = words(keputusan, "txt")
    for format in FORMATS:
        assert words(keputusan, format) == text


@each_example
def test_nothing_about_an_example_is_in_doubt(example: Path) -> None:
    from kpu_docs.inputs import notes

    assert notes(kpu.load(example / "keputusan.yaml")) == ()


@pytest.mark.parametrize("format", FORMATS)
def test_the_seed_decree_is_there_word_for_word(format: str) -> None:
    # Its scan, without the marks of the text recognition and the table heads that each page repeats. Faults are kept.
    scan = (Path(__file__).parent / "seed.txt").read_text(encoding="utf-8").split()
    assert words(kpu.load(SEED), format) == scan


def test_reading_a_text_keeps_what_stands_in_a_month() -> None:
    drawn = b"+----+-----+\n| a  | b c |\n+----+-----+\n  |.|#|rapat|.|\nNO. | KET\n" + b"-" * 96 + b"\n-   butir\n"
    assert txt_words(drawn) == ["a", "b", "c", "rapat", "NO.", "KET", "-", "butir"]
