"""Each known cause of "unreadable content", put into a good file, is found: it and nothing else."""

from __future__ import annotations

import io
import random
import re
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from kpu_docs.complaints import InputError
from kpu_docs.wordfile import faults
from tests.wordfile.good import archive, parts


class Spoilt(NamedTuple):
    """A case of causes.toml."""

    sebab: str
    kata: str
    bagian: str
    lama: str
    baru: str
    tingkat: str = "salah"


CASES = {
    name: Spoilt(**case)
    for name, case in tomllib.loads(Path(__file__).with_name("causes.toml").read_text("utf-8")).items()
}


def spoilt(case: Spoilt) -> dict[str, bytes]:
    named = parts()
    text = named.get(case.bagian, b"").decode()
    assert case.lama in text, "the good file has changed"
    return named | {case.bagian: text.replace(case.lama, case.baru, 1).encode()}


def test_the_good_file_has_no_fault() -> None:
    assert faults(archive(parts())) == []
    assert faults(parts()) == []


@pytest.mark.parametrize("name", CASES)
def test_a_cause_is_found_and_nothing_else(name: str) -> None:
    case = CASES[name]
    found = faults(spoilt(case))
    assert {fault.cause for fault in found} == {case.sebab}, [str(fault) for fault in found]
    assert {fault.severity for fault in found if case.kata in str(fault)} == {case.tingkat}, list(map(str, found))


def test_a_part_that_the_archive_holds_twice() -> None:
    content = io.BytesIO(archive(parts()))
    with zipfile.ZipFile(content, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/styles.xml", parts()["word/styles.xml"])
    assert [fault.cause for fault in faults(content.getvalue())] == ["nama_ganda"]


def test_parts_whose_names_differ_in_capitals_or_are_none() -> None:
    more = parts() | {"word/Styles.xml": parts()["word/styles.xml"]}
    assert "nama_ganda" in {fault.cause for fault in faults(more)}
    assert "nama" in {fault.cause for fault in faults(parts() | {"word/lampiran é.png": b""})}


def test_a_part_that_is_missing() -> None:
    for name, words in (
        ("word/document.xml", "word/_rels/document.xml.rels: relasi dari word/document.xml, yang tidak ada"),
        ("[Content_Types].xml", "[Content_Types].xml: tidak ada"),
        ("word/styles.xml", 'relasi "rId1" menuju word/styles.xml, yang tidak ada'),
    ):
        said = [str(fault) for fault in faults({other: part for other, part in parts().items() if other != name})]
        assert any(words in one for one in said), said


def test_a_form_field_of_numbers_is_no_section() -> None:
    field = '<w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:type w:val="number"/></w:textInput></w:ffData>'
    text = parts()["word/document.xml"].decode().replace('<w:fldChar w:fldCharType="begin"/>', f"{field}</w:fldChar>")
    assert faults(parts() | {"word/document.xml": text.encode()}) == []


def test_whatever_the_xml_holds_is_answered() -> None:
    dice = random.Random(1)
    text = parts()["word/document.xml"].decode()
    values = ("", "-1", "9" * 5000, "²", "٣", "x", "&#160;", "1e9")
    tags = re.findall(r"<w:[^>]*>", text)
    for _ in range(150):
        whole = re.sub(r'(?<= w:)(\w+)="[^"]*"', lambda found: f'{found[1]}="{dice.choice(values)}"', text)
        moved = dice.choice(tags)
        for mixed in (whole, text.replace(moved, ""), text.replace(moved, f"{moved}{dice.choice(tags)}")):
            assert faults(parts() | {"word/document.xml": mixed.encode()}) is not None


def test_no_archive() -> None:
    with pytest.raises(InputError):
        faults(b"PK\x03\x04")


def test_a_fault_is_told_with_its_place() -> None:
    [fault] = faults(spoilt(CASES["a merge of nothing"]))
    assert str(fault).startswith("word/document.xml: tabel 1, baris 3, sel 1: sel ini melanjutkan sel di atasnya")
