from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpu_docs.blocks import runs_of
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Area, Grid, Page, Text
from kpu_docs.layout.pages import lay_out
from tests.building import document, lines, pages, plan

LONG = "kata " * 3000


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def owned(page: Page) -> str:
    texts = (item for item in page.items if isinstance(item, Text) and item.owner is not None)
    return "".join(line.text for item in texts for line in item.lines)


CASES: dict[str, dict[str, Any]] = {
    "no activity": {"lampiran": plan()},
    "a cell over many pages": {
        "lampiran": plan({"kegiatan": "a", "sub_kegiatan": LONG, "bulan": "3"}, {"kegiatan": "b"})
    },
    "a label over many pages": {"lampiran": plan({"kegiatan": LONG, "sub_kegiatan": [{"indikator": "x"}] * 3})},
    "a group over many pages": {
        "lampiran": plan({"kegiatan": "kata " * 60, "sub_kegiatan": [{"indikator": f"x{n}"} for n in range(200)]})
    },
    "label and cells over many pages": {
        "lampiran": plan({"kegiatan": LONG, "sub_kegiatan": [{"indikator": LONG}] * 2})
    },
    "a diktum over many pages": {"diktum": [LONG, LONG]},
    "endless words": {"diktum": ["x" * 5000], "lampiran": plan({"kegiatan": "z" * 3000, "sub_kegiatan": "q" * 300})},
    "a table in a diktum": {"diktum": [{"teks": "x", "tabel": {"kolom": ["a", "b"], "baris": [["c", LONG]] * 3}}]},
}


@pytest.mark.parametrize("changes", CASES.values(), ids=CASES)
def test_nothing_is_lost_and_nothing_leaves_the_page(changes: dict[str, Any]) -> None:
    made, rules = document(**changes)
    laid = lay_out(made, rules)
    for page in laid:
        bottom = page.height - rules.halaman.bawah * MM
        for item in page.items:
            for x, y, _ in item.placed() if isinstance(item, Text) else ():
                assert y <= bottom
                assert rules.halaman.kiri * MM - 0.1 <= x <= page.width - rules.halaman.kanan * MM
    expected = "".join(run.text for section in made.sections for block in section.blocks for run in runs_of(block))
    assert letters("".join(map(owned, laid))) == letters(expected)


def test_page_numbers_begin_on_page_two_and_go_on_in_the_annex() -> None:
    laid = pages(diktum=[LONG], lampiran=plan({"kegiatan": "a"}))
    assert [line for page in laid for line in lines(page) if line.startswith("- ")] == [
        f"- {number} -" for number in range(2, len(laid) + 1)
    ]


def test_an_annex_may_begin_anew_or_bare() -> None:
    one = {**plan({"kegiatan": LONG})[0], "nomor_halaman": "mulai_baru"}
    two = {**plan({"kegiatan": LONG})[0], "halaman_pertama": "polos"}
    laid = pages(lampiran=[one, two])
    numbers = [next((line for line in lines(page) if line.startswith("- ")), "") for page in laid]
    first, second = (next(n for n, page in enumerate(laid) if page.section == section) for section in (1, 2))
    assert numbers[0] == ""
    assert numbers[first] == "- 1 -"
    assert numbers[second] == ""
    assert numbers[second + 1] == f"- {second - first + 2} -"


def test_a_label_is_repeated_on_each_page_its_group_reaches() -> None:
    laid = pages(lampiran=plan({"kegiatan": "Label", "sub_kegiatan": [{"indikator": f"x{n}"} for n in range(200)]}))
    annex = [lines(page) for page in laid if page.section == 1]
    assert len(annex) > 3
    assert "Label" in annex[0]
    assert all(any("(lanjutan)" in line for line in page) for page in annex[1:])


def test_the_head_is_repeated_and_belongs_to_nothing_there() -> None:
    laid = [page for page in pages(lampiran=plan(*[{"kegiatan": f"k{n}"} for n in range(120)])) if page.section == 1]
    heads = [
        [item for item in page.items if isinstance(item, Text) and item.lines[0].text == "KEGIATAN"] for page in laid
    ]
    assert [len(head) for head in heads] == [1] * len(laid)
    assert [head[0].owner is None for head in heads] == [False] + [True] * (len(laid) - 1)


def test_a_table_is_closed_at_the_end_of_each_page() -> None:
    for page in pages(lampiran=plan(*[{"kegiatan": f"k{n}", "sub_kegiatan": [{}, {}]} for n in range(120)])):
        rules = [line for item in page.items if isinstance(item, Grid) for line in item.lines()]
        if rules:
            left, right = min(x1 for x1, _, _, _ in rules), max(x2 for _, _, x2, _ in rules)
            lowest = max(y2 for _, _, _, y2 in rules)
            across = [x2 - x1 for x1, y1, x2, y2 in rules if y1 == y2 == lowest]
            assert sum(across) == pytest.approx(right - left)


def test_a_section_heading_never_ends_a_page() -> None:
    bagian = [{"nomor": f"{n}.", "judul": f"Bagian{n}", "kegiatan": [{"kegiatan": "k"}]} for n in range(60)]
    for page in pages(lampiran=[{"rencana_kerja": {"bagian": bagian}}]):
        texts = [line for line in lines(page) if line == "k" or line.startswith("Bagian")]
        assert not texts or texts[-1] == "k"


def test_neither_head_nor_section_heading_is_left_alone_by_a_row_higher_than_a_page() -> None:
    first = next(page for page in pages(lampiran=plan({"kegiatan": "k", "indikator": LONG})) if page.section == 1)
    assert {"LAMPIRAN", "BAGIAN", "k"} <= set(lines(first))
    assert sum("kata" in line for line in lines(first)) > 10


def test_a_signature_is_never_alone_on_a_page() -> None:
    for count in range(20, 60):
        for page in pages(diktum=["Baris."] * count):
            texts = [line for line in lines(page) if not line.startswith("- ")]
            assert not texts or not texts[0].startswith("Ditetapkan di")
            assert ("NAMA CONTOH" in texts) == any(line.startswith("Ditetapkan di") for line in texts)


def test_a_table_begins_below_its_title_however_high_the_signature_is() -> None:
    annex = plan(*[{"kegiatan": f"k{n}", "indikator": "kata " * 40} for n in range(12)])
    annex[0]["judul"] = "RENCANA"
    laid = pages(kantor={"tata_naskah": {"tanda_tangan": {"ruang": 20}}}, lampiran=annex)
    [title] = [lines(page) for page in laid if "RENCANA" in lines(page)]
    assert "LAMPIRAN" in title
    assert "k0" in title
    assert "k11" in lines(laid[-1])
    assert "NAMA CONTOH" in lines(laid[-1])


def test_a_signature_below_a_table_takes_its_last_row_along() -> None:
    for count in range(20, 60):
        annex = [page for page in pages(lampiran=plan(*[{"kegiatan": "Baris"}] * count)) if page.section == 1]
        assert "Baris" in lines(annex[-1])


def test_a_paragraph_leaves_two_lines_on_either_page() -> None:
    for count in range(1, 40):
        laid = pages(menimbang=["bahwa x;"] * count + ["bahwa " + "kata " * 40], diktum=["A."])
        alone = [len([line for line in lines(page) if "kata" in line]) for page in laid]
        assert 1 not in alone


def test_marked_months_are_shaded() -> None:
    laid = pages(lampiran=plan({"kegiatan": "k", "bulan": "3-5"}))
    [marked] = [item.parts for item in laid[-1].items if isinstance(item, Area) and item.parts[0][2] is not None]
    assert len(marked) == 3
    (x, width, _), (beside, _, _), _ = marked
    assert beside == pytest.approx(x + width)


ROWS = st.lists(
    st.fixed_dictionaries(
        {"kegiatan": st.integers(0, 300).map(lambda n: "kata " * n)},
        optional={
            "sub_kegiatan": st.lists(
                st.integers(0, 900).map(lambda n: {"indikator": "isi " * n}), min_size=1, max_size=8
            )
        },
    ),
    max_size=12,
)


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_any_plan_is_laid_out_whole(rows: list[dict[str, Any]]) -> None:
    test_nothing_is_lost_and_nothing_leaves_the_page({"lampiran": plan(*rows)})


@pytest.mark.parametrize("count", range(4, 30))
def test_a_label_stays_on_one_page(count: int) -> None:
    label = "Sebutan yang panjang sekali sehingga memerlukan lebih dari tiga baris di dalam lajurnya yang sempit"
    rincian = {"teks": "a", "rincian": {label: "kata " * 200}}
    found = pages(diktum=["Baris."] * count + [rincian, "Selesai."])
    assert sum("Sebutan" in owned(page) for page in found) == 1
    (page,) = (page for page in found if "Sebutan" in owned(page))
    assert "sempit" in owned(page)
