"""Watermark, foot and catchwords in the PDF: artifacts, so that what is read stays the same."""

from __future__ import annotations

from io import BytesIO
from typing import Any

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
    more = [
        len("".join(page.artifacts)) - len("".join(other.artifacts)) for page, other in zip(pages, others, strict=True)
    ]
    assert sum(more) > 0
    assert having == written(changes, on)


def test_the_watermark_is_drawn_first_in_a_plain_grey_that_ends_with_it() -> None:
    file = opened(written({"naskah": "rancangan"}, {}))
    for page in file.pages:
        found: list[tuple[str, list[Any]]] = [
            (str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(page)
        ]
        names = [name for name, _ in found]
        end = names.index("EMC")
        assert names[:end] == ["BDC", "q", "rg", "BT", "Tm", "Tf", "Tj", "ET", "Q"]
        (tag, properties), grey, matrix = (found[at][1] for at in (0, 2, 4))
        assert (tag, properties.Type, properties.Subtype) == ("/Artifact", "/Pagination", "/Watermark")
        assert [float(part) for part in grey] == [0.851] * 3
        assert [float(part) for part in matrix[:4]] == pytest.approx([0.7071, 0.7071, -0.7071, 0.7071])
        assert "/ExtGState" not in page.Resources
        assert "/Group" not in page.obj


def test_catchwords_and_feet_are_no_content() -> None:
    overlay = JDIH | {"kata_penyambung": {"ada": "ya"}}
    pages = contents(opened(written({"naskah": "salinan"}, overlay)))
    assert all("jdih.kpu.go.id/jatim" in page.artifacts for page in pages)
    assert any(text.endswith(" . . .") for text in pages[0].artifacts)
    assert not any(". . ." in text or "jdih" in text for page in pages for text in page.text.values())


@pytest.mark.parametrize(
    ("changes", "overlay"),
    [
        ({"naskah": "rancangan"}, {"tanda_air": {"kata": "\u65e5"}}),
        ({"naskah": "salinan"}, {"jdih": {"alamat": "\u65e5"}}),
    ],
    ids=["watermark", "foot"],
)
def test_a_sign_that_no_face_has_is_told(changes: dict[str, Any], overlay: dict[str, Any]) -> None:
    with pytest.raises(Unprintable) as refused:
        written(changes, overlay)
    assert [fault[0] for fault in refused.value.faults] == [("kantor", "tata_naskah")]


def test_a_watermark_may_take_a_sign_from_the_symbol_face() -> None:
    assert pikepdf.open(BytesIO(written({"naskah": "rancangan"}, {"tanda_air": {"kata": "DRAF \u2713"}})))
