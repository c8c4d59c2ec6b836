"""The README is true: its data load and print, its programs run and print what it says, its commands succeed."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.cli import main
from kpu_docs.inputs import yaml
from kpu_docs.peraturan import tercetak
from tests.building import LEAST, decree
from tests.writers.pdf_reading import opened

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


class Code(NamedTuple):
    """A fenced block: its language, its text, the text block right after it, if there is one."""

    language: str
    text: str
    printed: str | None


def _blocks() -> list[Code]:
    found = re.findall(r"^```(\w+)\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", README, re.M | re.S)
    return [Code(language, text, printed or None) for language, text, printed in found]


def blocks(language: str) -> list[Code]:
    return [code for code in _blocks() if code.language == language]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_block_is_tried_in_some_way() -> None:
    assert {code.language for code in _blocks()} == {"sh", "yaml", "toml", "python"}
    assert README.count("\n```") == 2 * len(_blocks()) + 2 * sum(code.printed is not None for code in _blocks())


def test_the_first_decree_is_whole(folder: Path) -> None:
    (folder / "keputusan.yaml").write_text(blocks("yaml")[0].text, encoding="utf-8")
    assert main(["render", "keputusan.yaml"]) == 0
    assert {file.name for file in folder.glob("keputusan.*")} == {
        "keputusan.yaml",
        "keputusan.docx",
        "keputusan.pdf",
    }


@pytest.mark.parametrize("code", blocks("yaml"), ids=lambda code: next(iter(yaml.read(code.text))))
def test_data_load_and_print_in_every_format(code: Code) -> None:
    keputusan = kpu.load(LEAST | yaml.read(code.text))
    assert all(kpu.render_bytes(keputusan, format) for format in ("docx", "pdf", "txt"))


def toml(words: str) -> dict[str, Any]:
    """The TOML block that holds these words."""
    (code,) = (code for code in blocks("toml") if words in code.text)
    return tomllib.loads(code.text)


def test_the_office_is_understood() -> None:
    office = toml("[[pejabat]]")
    data = {key: value for key, value in LEAST.items() if key not in ("satker", "ditetapkan", "penanda_tangan")}
    keputusan = kpu.load(data | {"kantor": office, "naskah": "salinan", "ditetapkan": {"pada": "2026-01-19"}})
    text = kpu.render_bytes(keputusan, "txt").decode()
    for words in ("KABUPATEN SLEMAN", "Ditetapkan di Sleman", "NAMA KETUA", "ttd\n", "Nama Kepala Subbagian"):
        assert words in text


def test_what_an_office_prints_around_the_text_is_understood() -> None:
    rules = tata_naskah.of(decree(kantor=toml("lambang = ")))
    assert (rules.tanda_air.kata, rules.kata_penyambung.ada, rules.lampiran.halaman_pertama) == (
        "KONSEP",
        True,
        "polos",
    )


def test_the_rules_of_an_office_are_understood() -> None:
    rules = toml("kutipan = ")
    dated = {"ditetapkan": {"di": "Contoh", "pada": "2024-01-19"}}
    keputusan = kpu.load(LEAST | dated | {"peraturan": rules, "mengingat": next(iter(rules))})
    [item] = tercetak(keputusan)
    assert item.teks.endswith("(Lembaran Daerah Kabupaten Contoh Tahun 2023 Nomor 7);")
    assert item.keraguan == ()


def test_an_office_certifies_its_annexes() -> None:
    team = {"judul": "Tim", "susunan_tim": {"anggota": ["Nama Contoh"]}}
    keputusan = kpu.load(LEAST | {"kantor": toml("di_lampiran"), "naskah": "salinan", "lampiran": team})
    assert kpu.render_bytes(keputusan, "txt").decode().count("Salinan sesuai dengan aslinya") == 2


def test_the_ways_to_sign_electronically_are_understood() -> None:
    field, srikandi, own = (
        tomllib.loads(code.text) for code in blocks("toml") if "[tata_naskah.elektronik]" in code.text
    )
    signed = opened(kpu.render_bytes(kpu.load(LEAST | {"kantor": field}), "pdf"))
    assert [str(one.T) for one in signed.Root.AcroForm.Fields] == ["TTD_KETUA"]
    for office, word in ((srikandi, "${nomor_naskah}"), (own, "${nomor}")):
        keputusan = kpu.load(LEAST | {"kantor": office, "nomor": ""})
        assert word in kpu.render_bytes(keputusan, "txt").decode()


@pytest.mark.parametrize("code", blocks("python"), ids=["rules", "petikan", "batch", "render", "embed"])
def test_programs_print_what_is_said(code: Code, folder: Path) -> None:
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(code.text, "README.md", "exec"), {})
    assert said.getvalue() == code.printed


def test_commands_succeed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for code in blocks("sh") for line in code.text.splitlines()]
    calls = [part.strip() for line in lines for part in line.split("&&") if re.search(r"(^|/)kpu-docs ", part.strip())]
    assert len(calls) >= 7
    for call in calls:
        _, *arguments = shlex.split(call)
        assert main(arguments) == 0, f"{call}\n{capsys.readouterr().err}"
    assert {file.suffix for file in (folder / "hasil").iterdir()} == {".docx", ".pdf"}
    assert (folder / "hasil" / "keputusan-salinan.pdf").exists()


def test_the_picture_is_there_and_small() -> None:
    [name] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert 0 < (ROOT / name).stat().st_size < 200_000


@pytest.mark.parametrize("name", re.findall(r"`((?:kpu_docs|examples)/[\w./]*|LICENSE)`", README))
def test_files_that_are_named_exist(name: str) -> None:
    assert (ROOT / name).exists()


def test_compliance_is_not_claimed() -> None:
    assert "follow the layout measured in KPU RI decrees 2019-2023" in README
    assert not re.search(r"(?<!claims to )compl(y|ies|iant)", README)
