"""What stands on every page: numbers of the annexes, the watermark, the foot."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest

from kpu_docs.layout.columns import MM
from kpu_docs.layout.fonts import width
from kpu_docs.layout.items import Page, Text, Watermark
from tests.building import document, lines, pages, plan

ROWS = plan(*({"kegiatan": f"k{n}"} for n in range(60)))
BODY = {"diktum": ["Baris."] * 20}


def numbers(laid: list[Page]) -> list[list[str]]:
    """The printed numbers of the pages of each section; a page without one shows an empty text."""
    found: dict[int, list[str]] = {}
    for page in laid:
        number = next((line for line in lines(page) if line.startswith("- ")), "")
        found.setdefault(page.section, []).append(number)
    return list(found.values())


@pytest.mark.parametrize(
    ("rules", "annex"),
    [
        ({}, ["- 3 -", "- 4 -"]),
        ({"nomor_halaman": "mulai_baru"}, ["- 1 -", "- 2 -"]),
        ({"halaman_pertama": "polos"}, ["", "- 4 -"]),
        ({"nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}, ["", "- 2 -"]),
    ],
    ids=["going on", "anew", "bare", "anew and bare"],
)
def test_annex_pages_are_numbered_as_the_format_rules_say(rules: dict[str, str], annex: list[str]) -> None:
    found = numbers(pages(**BODY, lampiran=ROWS, kantor={"tata_naskah": {"lampiran": rules}}))
    assert (found[0], found[1][:2]) == (["", "- 2 -"], annex)


def test_an_annex_itself_wins_over_the_format_rules() -> None:
    rules = {"nomor_halaman": "mulai_baru", "halaman_pertama": "polos"}
    own = [{**ROWS[0], "nomor_halaman": "lanjut", "halaman_pertama": "bernomor"}]
    found = numbers(pages(**BODY, lampiran=own, kantor={"tata_naskah": {"lampiran": rules}}))
    assert found[1][:2] == ["- 3 -", "- 4 -"]


def test_a_draft_has_its_watermark_behind_everything_on_every_page() -> None:
    annexes = [ROWS[0], {**ROWS[0], "kertas": "A3"}, {**ROWS[0], "orientasi": "tegak"}]
    laid = pages(**BODY, naskah="rancangan", lampiran=annexes)
    for page in laid:
        (mark,) = (item for item in page.items if isinstance(item, Watermark))
        assert page.items[0] is mark
        assert (mark.text, mark.colour) == ("DRAF", "D9D9D9")
        far = length(mark) / sqrt(2)  # how far the line rises, and goes to the right
        high = mark.size / sqrt(2)
        assert mark.x > high
        assert mark.x + far < page.width
        assert mark.y < page.height
        assert mark.y > far + high
        assert far > 0.5 * min(page.width, page.height)
        assert abs(mark.x + far / 2 - page.width / 2) < high
        assert abs(mark.y - far / 2 - page.height / 2) < high


def length(mark: Watermark) -> float:
    return mark.size * width("regular", mark.text)


@pytest.mark.parametrize(
    ("naskah", "overlay"),
    [("asli", {}), ("salinan", {}), ("rancangan", {"kata": ""})],
    ids=["original", "copy", "switched off"],
)
def test_nothing_else_has_a_watermark(naskah: str, overlay: dict[str, str]) -> None:
    laid = pages(naskah=naskah, kantor={"tata_naskah": {"tanda_air": overlay}})
    assert not [item for page in laid for item in page.items if isinstance(item, Watermark)]


def test_an_office_words_its_watermark() -> None:
    own = {"tanda_air": {"kata": "KONSEP RAPAT PLENO", "warna": "eeeeee"}}
    mark = pages(naskah="rancangan", kantor={"tata_naskah": own})[0].items[0]
    assert isinstance(mark, Watermark)
    assert (mark.text, mark.colour) == ("KONSEP RAPAT PLENO", "EEEEEE")
    assert length(mark) / sqrt(2) < 215.9 * MM


ADDRESS = "jdih.kpu.go.id/jatim/mojokerto"
JDIH: dict[str, Any] = {"kantor": {"tata_naskah": {"jdih": {"alamat": ADDRESS}}}}


def test_a_copy_says_on_every_page_where_it_is_published() -> None:
    made, rules = document(**BODY, **JDIH, naskah="salinan", lampiran=ROWS)
    for page in pages(**BODY, **JDIH, naskah="salinan", lampiran=ROWS):
        foot = page.items[-1]
        assert isinstance(foot, Text)
        assert foot.owner is None
        ((x, y, line),) = foot.placed()
        assert line.text == ADDRESS
        section = made.sections[page.section]
        assert x + line.width / 2 == pytest.approx((section.margins.left + section.text_width / 2) * MM)
        below = page.height - y
        assert rules.jdih.jarak * MM < below < rules.halaman.bawah * MM


@pytest.mark.parametrize("changes", [{"naskah": "asli"}, {"naskah": "rancangan"}], ids=["original", "draft"])
def test_what_is_not_published_has_no_foot(changes: dict[str, str]) -> None:
    assert not any(ADDRESS in lines(page) for page in pages(**JDIH, **changes))
    assert not any("jdih" in line for page in pages(naskah="salinan") for line in lines(page))
