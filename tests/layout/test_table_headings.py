"""Headings of groups: which rows stand under them, and that pages repeat them."""

from __future__ import annotations

from typing import Any

import pytest

from kpu_docs.blocks import Cell, Row, Run
from kpu_docs.layout.items import Area, Grid, Page, Text
from kpu_docs.layout.table_headings import headings
from tests.building import lines, pages, plan


def title(*asal: str | int) -> Row:
    return Row((Cell((Run("Judul", asal),), asal, colspan=3),), asal, "bagian")


def row(*asal: str | int) -> Row:
    return Row(tuple(Cell((Run("isi", asal),), asal) for _ in range(3)), asal)


def account(*asal: str | int) -> Row:
    return Row(row(*asal).cells, asal, "bagian")


def total(*asal: str | int) -> Row:
    return Row(row(*asal).cells, asal, "jumlah")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([row("baris", 0), row("baris", 1)], [(), ()], id="none"),
        pytest.param(
            [row("baris", 0), title("bagian", 0), row("bagian", 0, 0), total("bagian", 0)],
            [(), (), (1,), (1,)],
            id="a section",
        ),
        pytest.param(
            [title("bagian", 0), row("bagian", 0, 0), title("bagian", 1), row("bagian", 1, 0)],
            [(), (0,), (), (2,)],
            id="two sections",
        ),
        pytest.param(
            [title("bagian", 0), title("bagian", 1), row("bagian", 1, 0), title("bagian", 2), row("bagian", 2, 0)],
            [(), (), (1,), (), (3,)],
            id="an empty section",
        ),
        pytest.param(
            [
                title("baris", 0, "kecamatan"),
                title("baris", 0, "desa"),
                row("baris", 0),
                title("baris", 1, "desa"),
                row("baris", 1),
                title("baris", 2, "kecamatan"),
                title("baris", 2, "desa"),
                row("baris", 2),
            ],
            [(), (0,), (0, 1), (0,), (0, 3), (), (5,), (5, 6)],
            id="groups in groups",
        ),
        pytest.param(
            [account("rincian", 0), account("rincian", 0, "rincian", 0), row("rincian", 0, "rincian", 0, "rincian", 0)],
            [(), (), ()],
            id="accounts",
        ),
        pytest.param([title("bagian", 0)], [()], id="a heading alone"),
    ],
)
def test_which_headings_a_row_stands_under(rows: list[Row], expected: list[tuple[int, ...]]) -> None:
    assert headings(rows) == expected


def grouped(*rows: tuple[str, str, str], **more: Any) -> list[Page]:
    """The annex pages of a table whose rows stand in a kecamatan and a desa."""
    tabel = {"kolom": ["KEC", "DESA", "NAMA"], "kelompok": ["kec", "desa"], "baris": [list(one) for one in rows]}
    return [page for page in pages(lampiran=[{"tabel": tabel | more}]) if page.section == 1]


def first_lines(page: Page, count: int) -> list[str]:
    """What stands below the page number and the head of the table."""
    found = lines(page)
    return found[found.index("NAMA") + 1 :][:count]


def test_a_group_over_four_pages_has_its_headings_on_each() -> None:
    found = grouped(*[("Kecamatan Umpama", "Desa Rekaan", f"n{at}") for at in range(130)])
    assert len(found) == 4
    assert first_lines(found[0], 3) == ["Kecamatan Umpama", "Desa Rekaan", "n0"]
    for page in found[1:]:
        assert first_lines(page, 2) == ["Kecamatan Umpama (lanjutan)", "Desa Rekaan (lanjutan)"]


def test_a_page_that_begins_with_a_group_repeats_only_what_is_around_it() -> None:
    begins: set[tuple[str, ...]] = set()
    for count in range(30, 44):
        rows = [("Umpama", "Rekaan", "n")] * count + [("Umpama", "Karangan", "n")] + [("Misal", "Bayangan", "n")] * 30
        begins.add(tuple(first_lines(grouped(*rows)[1], 3)))
    assert begins == {
        ("Umpama (lanjutan)", "Rekaan (lanjutan)", "n"),
        ("Umpama (lanjutan)", "Karangan", "n"),
        ("Misal", "Bayangan", "n"),
        ("Misal (lanjutan)", "Bayangan (lanjutan)", "n"),
    }


def test_a_page_for_each_group_begins_with_its_own_heading() -> None:
    rows = [("Umpama", "Rekaan", "n"), ("Misal", "Bayangan", "n")]
    found = grouped(*rows, halaman_per_kelompok="ya")
    assert [first_lines(page, 2) for page in found] == [["Umpama", "Rekaan"], ["Misal", "Bayangan"]]


def test_a_repeated_heading_is_furniture_on_grey() -> None:
    page = [page for page in pages(lampiran=plan(*[{"kegiatan": "k"}] * 80)) if page.section == 1][1]
    number, heading = (
        item for item in page.items if isinstance(item, Text) and item.lines[0].text in ("I.", "BAGIAN (lanjutan)")
    )
    assert number.owner is heading.owner is None
    [grey] = [item for item in page.items if isinstance(item, Area)]
    assert grey.y < heading.y < grey.y + grey.height
    [grid] = [item for item in page.items if isinstance(item, Grid)]
    assert {grey.y, grey.y + grey.height} <= {y for _, _, y in grid.across}


def test_a_heading_that_would_leave_a_row_no_room_is_not_repeated() -> None:
    repeated = []
    for words in range(110, 195, 5):
        laid = pages(lampiran=plan({"kegiatan": "k"}, {"kegiatan": "kata " * words, "indikator": "x"}))
        page = [page for page in laid if page.section == 1][1]
        assert "".join(lines(page)).count("kata") == words
        repeated.append(any("(lanjutan)" in line for line in lines(page)))
    assert repeated == sorted(repeated, reverse=True)
    assert set(repeated) == {True, False}
