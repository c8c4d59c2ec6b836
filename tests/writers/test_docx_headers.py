"""Headers and footers of the Word file: page numbers of annexes, the watermark of a draft, the foot of a copy."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from kpu_docs.writers import docx
from tests.building import document, plan
from tests.writers.docx_reading import words
from tests.writers.test_docx import parts

ANNEXES = [*plan({"kegiatan": "a"}), {**plan({"kegiatan": "b"})[0], "kertas": "A3", "halaman_pertama": "polos"}]
JDIH = {"tata_naskah": {"jdih": {"alamat": "jdih.kpu.go.id/jatim/a&b", "jarak": 10}}}
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"


def written(**changes: Any) -> bytes:
    return docx.write(*document(lampiran=ANNEXES, **changes))


def sections(data: bytes) -> list[Any]:
    return list(Document(io.BytesIO(data)).sections)


def test_a_draft_has_its_watermark_in_every_header() -> None:
    data = written(naskah="rancangan")
    body, wide, large = sections(data)
    headers = [body.header, body.first_page_header, wide.header, large.header, large.first_page_header]
    shapes = [shape for header in headers for shape in header._element.iter(V + "shape")]
    assert len(shapes) == 5
    assert len([name for name in parts(data) if name.startswith("word/header")]) == 5
    for name in ("id", OFFICE + "spid"):
        assert len({shape.get(name) for shape in shapes}) == 5
    for shape, section in zip(shapes, (body, body, wide, large, large), strict=True):
        path = shape.find(V + "textpath")
        assert (path.get("string"), shape.get("fillcolor")) == ("DRAF", "#D9D9D9")
        style = dict(part.split(":") for part in shape.get("style").split(";"))
        assert (style["rotation"], style["mso-position-horizontal-relative"]) == ("315", "page")
        assert int(style["z-index"]) < 0
        length, height = (float(style[side].removesuffix("pt")) for side in ("width", "height"))
        shorter = min(section.page_width.pt, section.page_height.pt)
        assert (length + height) / 2**0.5 == pytest.approx(0.8 * shorter, abs=0.1)
    assert [shape.get("type") for shape in shapes] == ["#_x0000_t136"] * 5
    numbers = [bool(header._element.findall(".//" + qn("w:instrText"))) for header in headers]
    assert numbers == [True, False, True, True, False]


def test_the_shape_type_stands_before_the_shape_in_each_part() -> None:
    for name, part in parts(written(naskah="rancangan")).items():
        if name.startswith("word/header"):
            (pict,) = etree.fromstring(part).iter(qn("w:pict"))
            assert [kid.tag for kid in pict] == [V + "shapetype", V + "shape"]


def test_the_watermark_is_no_word_of_the_decree() -> None:
    off = {"tata_naskah": {"tanda_air": {"kata": ""}}}
    with_mark, without = written(naskah="rancangan"), written(naskah="rancangan", kantor=off)
    assert words(with_mark) == words(without)
    assert b"textpath" not in b"".join(parts(without).values())
    assert _body(with_mark) == _body(without)


def _body(data: bytes) -> str:
    return re.sub(r'r:id="\w+"', "", parts(data)["word/document.xml"].decode())


@pytest.mark.parametrize("word", ['R&D "uji"', "<konsep>", "KONSEP \u2713"])
def test_any_word_can_be_a_watermark(word: str) -> None:
    own = {"tata_naskah": {"tanda_air": {"kata": word}}}
    (shape,) = sections(written(naskah="rancangan", kantor=own))[0].header._element.iter(V + "shape")
    assert shape.find(V + "textpath").get("string") == word


def test_a_copy_says_on_every_page_where_it_is_published() -> None:
    data = written(naskah="salinan", kantor=JDIH)
    for section in sections(data):
        assert section.footer.paragraphs[0].text == "jdih.kpu.go.id/jatim/a&b"
        assert section.first_page_footer.paragraphs[0].text == "jdih.kpu.go.id/jatim/a&b"
        assert section.footer_distance.mm == pytest.approx(10, abs=0.1)
    assert sorted(name for name in parts(data) if "footer" in name) == ["word/footer1.xml", "word/footer2.xml"]


@pytest.mark.parametrize("naskah", ["asli", "rancangan"])
def test_what_is_not_published_has_no_foot(naskah: str) -> None:
    assert not any("footer" in name for name in parts(written(naskah=naskah, kantor=JDIH)))


@pytest.mark.parametrize(
    ("rules", "start", "bare"),
    [
        ({}, None, False),
        ({"nomor_halaman": "mulai_baru"}, "1", False),
        ({"halaman_pertama": "polos"}, None, True),
        ({"nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}, "1", True),
    ],
    ids=["going on", "anew", "bare", "anew and bare"],
)
def test_annex_pages_are_numbered_as_the_format_rules_say(rules: dict[str, str], start: str | None, bare: bool) -> None:
    made = document(lampiran=plan({"kegiatan": "a"}), kantor={"tata_naskah": {"lampiran": rules}})
    body, annex = sections(docx.write(*made))
    number = annex._sectPr.find(qn("w:pgNumType"))
    assert (None if number is None else number.get(qn("w:start"))) == start
    assert annex.different_first_page_header_footer is bare
    assert body.different_first_page_header_footer
    assert body._sectPr.find(qn("w:pgNumType")) is None


@pytest.mark.parametrize("changes", [{"naskah": "rancangan"}, {"naskah": "salinan", "kantor": JDIH}])
def test_references_relations_and_types_agree(changes: dict[str, Any]) -> None:
    data = written(**changes)
    found = parts(data)
    relations = {one.get("Id"): one.get("Target") for one in etree.fromstring(found["word/_rels/document.xml.rels"])}
    used = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"/>', found["word/document.xml"].decode())
    assert used
    for kind, _, relation in used:
        name = f"word/{relations[relation]}"
        assert etree.fromstring(found[name]).tag == qn("w:hdr" if kind == "header" else "w:ftr")
        assert found["[Content_Types].xml"].decode().count(f'PartName="/{name}"') == 1
    assert written(**changes) == data
