"""Tables: how wide columns are, how high rows, what stands upright, where pages begin."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pytest

from kpu_docs import tata_naskah
from kpu_docs.blocks import Cell, Column, Document, Margins, Row, Run, Section, Table
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Grid, Page, Text
from kpu_docs.layout.lines import Line
from kpu_docs.layout.pages import lay_out
from kpu_docs.layout.table_columns import edges
from kpu_docs.layout.tables import set_table
from kpu_docs.writers import docx, pdf, txt
from tests.building import decree, lines
from tests.writers import docx_reading, pdf_reading

RULES = tata_naskah.of(decree())
LONG = "Kelengkapan laporan pertanggungjawaban yang telah diperiksa"


def cell(words: str, **more: Any) -> Cell:
    return Cell((Run(words, ()),) if words else (), (), **more)


def row(*words: str, **more: Any) -> Row:
    return Row(tuple(map(cell, words)), (), **more)


def table(*rows: Row, head: tuple[Row, ...] = (), columns: tuple[Column, ...] = ()) -> Table:
    count = max(sum(one.colspan for one in each.cells) for each in (*head, *rows))
    return Table(columns or (Column(1.0),) * count, head, rows, "Ringkasan", ())


def paper(block: Table) -> Document:
    return Document((Section((block,), 210.0, 297.0, Margins(30.0, 20.0, 25.0, 25.0), ()),), "J", "A", "S")


def laid(block: Table) -> list[Page]:
    return lay_out(paper(block), RULES)


def upright(count: int) -> Table:
    """A table with so many narrow columns whose headings stand upright."""
    head = Row((cell("NO."), *(cell(f"{LONG} {n}", upright=True) for n in range(count))), ())
    return table(row(*map(str, range(count + 1))), head=(head,))


def texts(page: Page) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text) and item.owner is not None]


def test_a_row_is_as_high_as_asked_and_no_higher_than_half_a_page() -> None:
    found = set_table(table(row("a"), row("a", height=20.0), row("a", height=900.0)), 0.0, 400.0, 700.0, RULES)
    plain, high, capped = (one.height for one in found.rows)
    assert plain < high == pytest.approx(20 * MM)
    assert capped == 350.0


def test_a_row_may_begin_a_page_with_the_head_above_it() -> None:
    rows = (row("A", kind="bagian", new_page=True), row("a"), row("B", kind="bagian", new_page=True), row("b"))
    assert [lines(page) for page in laid(table(*rows, head=(row("KEPALA"),)))] == [
        ["KEPALA", "A", "a"],
        ["- 2 -", "KEPALA", "B", "b"],
    ]


def test_a_page_never_begins_with_a_sum() -> None:
    for count in range(30, 70):
        for page in laid(table(*[row("baris")] * count, row("JUMLAH", kind="jumlah"), row("Terbilang", kind="jumlah"))):
            assert not lines(page) or next(line for line in lines(page) if line[0] != "-") == "baris"


def test_a_sum_is_bold() -> None:
    [page] = laid(table(row("isi"), row("jumlah", kind="jumlah")))
    assert [item.lines[0].pieces[0].face for item in texts(page)] == ["regular", "bold"]


def test_numbers_keep_their_column_wide_enough() -> None:
    rows = (row("kata", "1.000.000.000"), row("kata", "9.999.999.999", kind="jumlah"))
    for whole, broken in ((True, False), (False, True)):
        columns = (Column(50.0), Column(1.0, "kanan", whole=whole))
        [page] = laid(table(*rows, columns=columns))
        assert ("9.999.999.999" not in lines(page)) is broken


def test_upright_headings_run_upwards_within_their_cells() -> None:
    block = upright(6)
    [page] = laid(block)
    turned = [(item.owner, x, y) for item in texts(page) if item.upright for x, y, _ in item.placed()]
    heads = {y for item in page.items if isinstance(item, Grid) for _, _, y in item.across}
    top, bottom = sorted(heads)[:2]
    assert len({id(owner) for owner, _, _ in turned}) == 6
    assert all(top < y <= bottom for _, _, y in turned)
    columns = edges(block, 30 * MM, 160 * MM, RULES)
    for at, one in enumerate(block.head[0].cells[1:], start=1):
        assert all(columns[at] < x < columns[at + 1] for owner, x, _ in turned if owner is one)


def test_many_upright_columns_get_higher_before_they_get_too_narrow() -> None:
    few, many = (set_table(upright(count), 0.0, 160 * MM, 700.0, RULES) for count in (6, 14))
    assert few.head_height < many.head_height < 110 * MM
    for found in (few, many):
        for one in found.head[0].cells[1:]:
            assert len(one.lines) * found.pitch <= found.columns[one.last] - found.columns[one.first]
            assert max(line.width for line in one.lines) <= found.head_height


def test_upright_has_no_effect_below_the_head() -> None:
    turned, plain = (table(Row((cell(LONG, upright=upright),), ())) for upright in (True, False))
    assert lines(laid(turned)[0]) == lines(laid(plain)[0])
    assert set_table(turned, 0.0, 60.0, 700.0, RULES).rows[0].height == (
        set_table(plain, 0.0, 60.0, 700.0, RULES).rows[0].height
    )


def test_upright_headings_are_turned_in_the_pdf() -> None:
    head = Row((cell("datar"), cell("tegak", upright=True)), ())
    with pdfplumber.open(io.BytesIO(pdf.write(paper(table(row("a", "b"), head=(head,))), RULES))) as file:
        signs = file.pages[0].chars
    assert {sign["text"] for sign in signs if not sign["upright"]} == set("tegak")
    bottoms = [sign["bottom"] for sign in signs if not sign["upright"]]
    assert bottoms == sorted(bottoms, reverse=True)


def test_every_format_reads_a_table_in_the_same_order() -> None:
    head = (
        Row((cell("NO.", rowspan=2), cell("KELENGKAPAN", colspan=2)), ()),
        Row((cell("Berita acara", upright=True), cell("Daftar hadir", upright=True)), ()),
    )
    rows = (
        Row((cell("Umpama", colspan=3),), (), "bagian"),
        row("1.", "ada", "ada"),
        row("JUMLAH", "1", "1", kind="jumlah"),
    )
    document = paper(table(*rows, head=head))
    words = [
        "NO.",
        "KELENGKAPAN",
        "Berita",
        "acara",
        "Daftar",
        "hadir",
        "Umpama",
        "1.",
        "ada",
        "ada",
        "JUMLAH",
        "1",
        "1",
    ]
    assert docx_reading.words(docx.write(document, RULES)) == words
    assert " ".join(pdf_reading.reading_order(pdf.write(document, RULES))).split() == words
    drawn = txt.write(document, RULES).decode()
    assert [word for word in drawn.split() if word.strip("|+-")] == words
    assert len({len(line) for line in drawn.splitlines() if line.startswith(("|", "+"))}) == 1


WORD = "x" * 300


def test_a_head_that_fills_its_page_is_not_repeated() -> None:
    made = table(*[row("a", "b")] * 90, head=(row("kata " * 900, "B"),))
    pages = laid(made)
    heads = [sum(line.count("kata") for text in texts(page) for line in map(_text, text.lines)) for page in pages]
    assert sum(heads) == 900
    assert heads[-1] == 0
    for page in pages:
        assert all(y < page.height - 25 * MM for text in texts(page) for _, y, _ in text.placed())


def test_a_label_beside_a_high_head_does_not_fill_pages_for_ever() -> None:
    label = cell("kata " * 200, rowspan=30)
    rows = [Row((label, cell("a")), ()), *[row("kata " * 90)] * 29]
    made = table(*rows, head=(row("kata " * 250, "B"),), columns=(Column(1.0), Column(1.0)))
    pages = laid(made)
    assert len(pages) < 60
    assert reading_order(made).count("kata") == 250 + 200 + 29 * 90


@pytest.mark.parametrize("share", [1.0, 1000.0])
def test_a_column_without_room_has_one_sign_in_a_line(share: float) -> None:
    made = table(row(WORD, "dua"), head=(row(WORD, WORD),), columns=(Column(share), Column(1.0)))
    assert reading_order(made) == [WORD, WORD, WORD, "dua"]


def reading_order(block: Table) -> list[str]:
    return pdf_reading.reading_order(pdf.write(paper(block), RULES))


def _text(line: Line) -> str:
    return line.text
