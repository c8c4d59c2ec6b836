"""The data inside the files made of them: on request alone, whole, and never in a copy for one of many."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from pikepdf import pdfa

import kpu_docs as kpu
from kpu_docs.cli import main
from kpu_docs.embedding import data_of
from kpu_docs.model import Keputusan
from kpu_docs.wordfile import faults
from tests.building import LEAST, decree
from tests.writers.docx_reading import words
from tests.writers.pdf.archive import FALSE_FINDINGS
from tests.writers.pdf_reading import opened, reading_order

ROOT = Path(__file__).parents[1]
DATA = [
    *sorted((ROOT / "examples").glob("*/keputusan.yaml")),
    *sorted((ROOT / "tests" / "rules" / "keputusan").glob("*/*.yaml")),
]


def from_pdf(pdf: bytes) -> bytes:
    file = opened(pdf)
    [name] = file.attachments
    assert name == "keputusan.json"
    return file.attachments[name].get_file().read_bytes()


def from_docx(docx: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return (etree.fromstring(package.read("customXml/item1.xml")).text or "").encode()


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_data_of_a_decree_are_the_decree(path: Path) -> None:
    keputusan = kpu.load(path)
    again = kpu.load(json.loads(data_of(keputusan, "pdf")))
    assert again == keputusan
    assert data_of(again, "docx") == data_of(keputusan, "pdf")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/keputusan.yaml")), ids=lambda path: path.parent.name
)
def test_what_is_embedded_loads_as_the_same_decree(path: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(path)
    for picture in path.parent.glob("*.png"):
        shutil.copy(picture, tmp_path)
    for held in (
        from_pdf(kpu.render_bytes(keputusan, "pdf", embed=True)),
        from_docx(kpu.render_bytes(keputusan, "docx", embed=True)),
    ):
        (tmp_path / "keputusan.json").write_bytes(held)
        again = kpu.load(tmp_path / "keputusan.json")
        assert again == keputusan
        assert kpu.render_bytes(again, "txt") == kpu.render_bytes(keputusan, "txt")


def test_nothing_is_embedded_unasked() -> None:
    assert "/AF" not in opened(kpu.render_bytes(decree(), "pdf")).Root
    with zipfile.ZipFile(BytesIO(kpu.render_bytes(decree(), "docx"))) as package:
        assert not any(name.startswith("customXml") for name in package.namelist())


@pytest.mark.parametrize("option", ["embed", "force"])
def test_a_word_is_no_choice(option: str) -> None:
    choice: Any = {option: "tidak"}
    with pytest.raises(kpu.InputError, match=f"{option}: harus True atau False"):
        kpu.render_bytes(decree(), "pdf", **choice)


def test_the_words_on_the_paper_stay() -> None:
    assert reading_order(kpu.render_bytes(decree(), "pdf", embed=True)) == reading_order(
        kpu.render_bytes(decree(), "pdf")
    )
    assert words(kpu.render_bytes(decree(), "docx", embed=True)) == words(kpu.render_bytes(decree(), "docx"))


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_equal_decrees_give_equal_bytes(format: str) -> None:
    turned = dict(reversed(LEAST.items()))
    assert kpu.render_bytes(decree(), format, embed=True) == kpu.render_bytes(kpu.load(turned), format, embed=True)


def test_the_pdf_says_what_it_holds_as_archives_ask(tmp_path: Path) -> None:
    data = kpu.render_bytes(decree(), "pdf", embed=True)
    file = opened(data)
    [associated] = file.Root.AF
    [name, named] = file.Root.Names.EmbeddedFiles.Names
    assert (str(name), named.objgen) == ("keputusan.json", associated.objgen)
    assert [str(associated[key]) for key in ("/F", "/UF", "/AFRelationship")] == ["keputusan.json"] * 2 + ["/Source"]
    assert str(associated.Desc)
    held = associated.EF.F
    assert (str(held.Type), str(held.Subtype)) == ("/EmbeddedFile", "/application/json")
    assert {key: int(value) for key, value in held.Params.items()} == {"/Size": len(held.read_bytes())}
    with file.open_metadata() as xmp:
        assert [xmp[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")] == ["3", "A", "1"]
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(data)
    findings = [str(finding) for finding in pdfa.validate_written(path, "3b").findings]
    assert [finding for finding in findings if not FALSE_FINDINGS.search(finding)] == []


def test_word_finds_the_part_and_its_properties() -> None:
    docx = kpu.render_bytes(decree(tentang="Kata & <tanda> \u2013 \u201cpetik\u201d"), "docx", embed=True)
    package = Document(BytesIO(docx)).part.package
    parts = {str(part.partname): part for part in package.iter_parts()}
    assert parts["/customXml/itemProps1.xml"].content_type.endswith("customXmlProperties+xml")
    [relation] = [one for one in Document(BytesIO(docx)).part.rels.values() if one.reltype.endswith("/customXml")]
    assert relation.target_part.partname == "/customXml/item1.xml"
    [below] = relation.target_part.rels.values()
    assert below.target_part.partname == "/customXml/itemProps1.xml"
    assert json.loads(from_docx(docx))["tentang"] == "Kata & <tanda> \u2013 \u201cpetik\u201d"


def test_word_opens_it() -> None:
    docx = kpu.render_bytes(decree(), "docx", embed=True)
    assert faults(docx) == []


@pytest.mark.parametrize("format", ["txt", "html"])
def test_other_formats_hold_no_data(format: str) -> None:
    with pytest.raises(kpu.InputError, match=f"hanya dapat disertakan dalam docx dan pdf .tertulis: {format}"):
        kpu.render_bytes(decree(), format, embed=True)


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_a_petikan_holds_none(format: str) -> None:
    petikan: Any = decree().model_copy(update={"naskah": "petikan"})
    assert isinstance(petikan, Keputusan)
    with pytest.raises(kpu.InputError, match="tidak boleh disertakan dalam petikan"):
        kpu.render_bytes(petikan, format, embed=True)


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "keputusan.json"
    source.write_text(json.dumps(LEAST), encoding="utf-8")
    assert main(["render", str(source), "-o", str(tmp_path / "hasil"), "--embed"]) == 0
    assert json.loads(from_pdf((tmp_path / "hasil" / "keputusan.pdf").read_bytes()))["tentang"] == "Contoh"
    assert json.loads(from_docx((tmp_path / "hasil" / "keputusan.docx").read_bytes()))["tentang"] == "Contoh"
    assert main(["render", str(source), "-o", str(tmp_path / "lain"), "-f", "docx,txt", "--embed"]) == 2
    assert "hanya dapat disertakan" in capsys.readouterr().err
    assert not (tmp_path / "lain").exists()
