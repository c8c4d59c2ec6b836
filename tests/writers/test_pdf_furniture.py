"""Watermark, foot and catchwords in the PDF: artifacts, so that what is read stays the same."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pytest

from kpu_docs.complaints import Unprintable
from kpu_docs.writers import pdf
from tests.building import document
from tests.writers.pdf_making import RICH
from tests.writers.pdf_reading import contents, opened, reading_order

JDIH = {"jdih": {"alamat": "jdih.kpu.go.id/jatim"}}
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "watermark": ({"naskah": "rancangan"}, {}, {"tanda_air": {"kata": ""}}),
    "foot": ({"naskah": "salinan"}, JDIH, {}),
    "catchwords": ({}, {"kata_penyambung": {"ada": "ya"}}, {}),
}


def written(changes: dict[str, Any], overlay: dict[str, Any]) -> bytes:
    return pdf.write(*document(**RICH | changes, kantor={"tata_naskah": overlay}))


@pytest.mark.parametrize(("changes", "on", "off"), CASES.values(), ids=CASES)
def test_what_is_read_is_the_same_with_and_without(
    changes: dict[str, Any], on: dict[str, Any], off: dict[str, Any]
) -> None:
    having, lacking = written(changes, on), written(changes, off)
    assert reading_order(having) == reading_order(lacking)
    pages, others = (contents(opened(data)) for data in (having, lacking))
    assert [page.text for page in pages] == [page.text for page in others]
    assert not any(page.unmarked for page in pages)
    assert having != lacking
    assert having == written(changes, on)


def test_the_watermark_is_drawn_first_in_a_plain_grey_that_ends_with_it() -> None:
    file = opened(written({"naskah": "rancangan"}, {}))
    for page in file.pages:
        found: list[tuple[str, list[Any]]] = [
            (str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(page)
        ]
        names = [name for name, _ in found]
        end = names.index("EMC")
        assert (names[:4], names[end - 1]) == (["BDC", "q", "rg", "cm"], "Q")
        assert set(names[4 : end - 1]) == {"m", "l", "c", "f", "cm"}  # a path, no text
        assert names[4:end].count("f") == len("DRAF")
        (tag, properties), grey = found[0][1], found[2][1]
        assert (str(tag), str(properties.Type), str(properties.Subtype)) == ("/Artifact", "/Pagination", "/Watermark")
        assert [float(part) for part in grey] == [0.851] * 3
        assert "/ExtGState" not in page.Resources
        assert "/Group" not in page.obj


def test_the_watermark_is_no_text_to_other_readers() -> None:
    draft, plain = (written({"naskah": "rancangan"}, overlay) for overlay in ({}, {"tanda_air": {"kata": ""}}))
    with pdfplumber.open(BytesIO(draft)) as one, pdfplumber.open(BytesIO(plain)) as other:
        assert [page.extract_text() for page in one.pages] == [page.extract_text() for page in other.pages]


def test_catchwords_and_feet_are_no_content() -> None:
    overlay = JDIH | {"kata_penyambung": {"ada": "ya"}}
    pages = contents(opened(written({"naskah": "salinan"}, overlay)))
    assert all("jdih.kpu.go.id/jatim" in page.artifacts for page in pages)
    assert any(text.endswith(" . . .") for text in pages[0].artifacts)
    assert not any(". . ." in text or "jdih" in text for page in pages for text in page.text.values())


@pytest.mark.parametrize(
    ("changes", "overlay", "place"),
    [
        ({"naskah": "rancangan"}, {"tanda_air": {"kata": "\u65e5\u2713"}}, ("tanda_air", "kata")),
        ({"naskah": "salinan"}, {"jdih": {"alamat": "\u65e5"}}, ()),
    ],
    ids=["watermark", "foot"],
)
def test_a_sign_that_no_face_has_is_told(
    changes: dict[str, Any], overlay: dict[str, Any], place: tuple[str, ...]
) -> None:
    with pytest.raises(Unprintable) as refused:
        written(changes, overlay)
    assert {fault[0] for fault in refused.value.faults} == {("kantor", "tata_naskah", *place)}
