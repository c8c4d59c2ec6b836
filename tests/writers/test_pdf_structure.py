"""The structure tree of the PDF: what a screen reader is told, and that it is told everything once and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from kpu_docs.blocks import (
    Block,
    Cell,
    Column,
    Item,
    List,
    Pair,
    Pairs,
    Picture,
    Row,
    RowKind,
    Space,
    Table,
    Together,
)
from kpu_docs.layout import items
from kpu_docs.writers import pdf
from tests.building import document, plan
from tests.writers.pdf_making import RULES, assembled, leaves, line, paper, runs, text
from tests.writers.pdf_reading import Element, contents, opened, reading_order, tree

LONG: dict[str, Any] = {
    "menimbang": ["bahwa " + "perundang-undangan Kabupaten/Kota satu dua tiga " * 40, "bahwa *miring*, **tebal**;"],
    "memperhatikan": "Berita Acara \u2713",
    "diktum": [{"teks": "Menetapkan:", "daftar": ["satu", {"teks": "dua", "daftar": ["tiga", "empat"]}]}] * 8,
    "lampiran": plan(
        *(
            {
                "nomor": f"{n}.",
                "kegiatan": f"Kegiatan ke-{n} yang panjang sekali namanya",
                "sub_kegiatan": [
                    {"sub_kegiatan": f"sub {n} {m}", "bulan": "1-3", "indikator": "ada"} for m in range(15)
                ],
            }
            for n in range(8)
        )
    ),
}


def of(*blocks: Block) -> list[Element]:
    """The elements of a document of these blocks."""
    (section,) = tree(opened(pdf.write(paper(*blocks), RULES))).kids
    return section.kids


def item(marker: str, *isi: Block) -> Item:
    return Item(runs(marker), isi, ())


def cell(words: str, **more: Any) -> Cell:
    return Cell(runs(words), (), **more)


def table(head: Iterable[Row], *rows: Row, columns: int = 3) -> Table:
    return Table((Column(1.0),) * columns, tuple(head), rows, "Ringkasan", ())


def row(*cells: Cell, kind: RowKind = "isi") -> Row:
    return Row(cells, (), kind)


LABELLED = ("LI", ["Lbl", ("LBody", ["P"])])
UNLABELLED = ("LI", [("LBody", ["P"])])
HEAD = row(cell("NO."), cell("KEGIATAN", colspan=2))


@pytest.mark.parametrize(
    ("block", "outline"),
    [
        pytest.param(text("satu"), ["P"], id="paragraph"),
        pytest.param(text(""), [], id="empty paragraph"),
        pytest.param(Space("isi", 2, ()), [], id="space"),
        pytest.param(Together("tanda_tangan", (text("a"), text("b")), ()), [("Div", ["P", "P"])], id="together"),
        pytest.param(
            List((item("a.", text("x"), List((item("1.", text("y")),), ())), item("", text("z"))), ()),
            [("L", [("LI", ["Lbl", ("LBody", ["P", ("L", [LABELLED])])]), UNLABELLED])],
            id="nested list",
        ),
        pytest.param(
            Pairs((Pair(runs("Nama"), runs(":"), (text("x"),), ()), Pair((), (), (text("y"),), ())), ()),
            [("L", [LABELLED, UNLABELLED])],
            id="pairs",
        ),
        pytest.param(
            table([HEAD], row(cell("1"), cell("a"), cell(""))),
            [("Table", [("THead", [("TR", ["TH", "TH"])]), ("TBody", [("TR", ["TD", "TD", "TD"])])])],
            id="table",
        ),
        pytest.param(
            table([], row(cell("1"), cell("a", colspan=2))),
            [("Table", [("TR", ["TD", "TD"])])],
            id="table without head",
        ),
        pytest.param(table([HEAD]), [("Table", [("TR", ["TH", "TH"])])], id="table without rows"),
    ],
)
def test_blocks_become_standard_elements(block: Block, outline: list[Any]) -> None:
    assert [element.outline() for element in of(block, text("akhir"))] == [*outline, "P"]


def test_each_section_is_a_sect_of_the_document() -> None:
    root = tree(opened(pdf.write(*document(lampiran=LONG["lampiran"]))))
    assert (root.tag, [kid.tag for kid in root.kids]) == ("Document", ["Sect", "Sect"])


def test_headings_do_not_skip_a_level() -> None:
    tags = [element.tag for element in of(*(text("x", role) for role in ("memutuskan", "judul", "isi", "memutuskan")))]
    assert {role: RULES.gaya[role].kerangka for role in ("judul", "memutuskan")} == {"judul": 1, "memutuskan": 2}
    assert tags == ["H1", "H1", "P", "H2"]


@pytest.mark.parametrize(
    ("marker", "numbering"),
    [
        ("1.", "Decimal"),
        ("12)", "Decimal"),
        ("(1)", "Decimal"),
        ("a.", "LowerAlpha"),
        ("A.", "UpperAlpha"),
        ("i.", "LowerRoman"),
        ("I.", "UpperRoman"),
        ("\u2022", "Disc"),
        ("\u25cb", "Circle"),
        ("\u25aa", "Square"),
        ("-", "None"),
        ("", "None"),
        ("1.a.", "None"),
    ],
)
def test_a_list_says_how_it_is_numbered(marker: str, numbering: str) -> None:
    (found,) = of(List((item(marker, text("x")),), ()))
    assert found.attributes == {"O": "/List", "ListNumbering": f"/{numbering}"}


def test_labels_of_pairs_are_words_not_numbers() -> None:
    (found,) = of(Pairs((Pair(runs("Menimbang"), runs(":"), (text("x"),), ()),), (), utama=True))
    assert found.attributes["ListNumbering"] == "/None"
    assert [element.text.strip() for element in found.find("Lbl", "P")] == ["Menimbang :", "x"]


def test_cells_say_what_they_span_and_what_they_head() -> None:
    (found,) = of(
        table(
            [row(cell("NO.", rowspan=2), cell("BULAN", colspan=2)), row(cell("1"), cell("2"))],
            row(cell("I."), cell("BAGIAN", colspan=2), kind="bagian"),
            row(cell("1.", rowspan=2), cell("a"), cell("b")),
            row(cell("c"), cell("")),
        )
    )
    assert (found.attributes["O"], found.attributes["Summary"]) == ("/Table", "Ringkasan")
    cells = [
        (element.tag, element.text, *(element.attributes.get(key) for key in ("Scope", "ColSpan", "RowSpan")))
        for element in found.find("TH", "TD")
    ]
    assert cells == [
        ("TH", "NO.", "/Column", None, 2),
        ("TH", "BULAN", "/Column", 2, None),
        ("TH", "1", "/Column", None, None),
        ("TH", "2", "/Column", None, None),
        ("TD", "I.", None, None, None),
        ("TH", "BAGIAN", "/Row", 2, None),
        ("TD", "1.", None, None, 2),
        ("TD", "a", None, None, None),
        ("TD", "b", None, None, None),
        ("TD", "c", None, None, None),
        ("TD", "", None, None, None),
    ]


def test_a_marked_cell_says_so() -> None:
    (found,) = of(table([HEAD], row(cell("1"), cell("", marked=True), cell("rapat", marked=True))))
    plain, marked, with_text = found.find("TD")
    (span,) = marked.kids
    assert (plain.kids, span.tag, span.entries["ActualText"]) == ([], "Span", "dilaksanakan")
    assert len(span.places) == 1
    assert (with_text.text, [kid.tag for kid in with_text.kids]) == ("rapat", ["Span"])


def test_a_picture_says_what_it_shows_and_where_it_lies() -> None:
    data = BytesIO()
    Image.new("RGB", (4, 2)).save(data, "PNG")
    shown = Picture(data.getvalue(), 20.0, "Lambang KPU \u2013 (Garuda)", ())
    found = tree(opened(assembled(shown, [items.Image(100.0, 50.0, 80.0, 40.0, shown)]))).find("Figure")[0]
    assert found.entries["Alt"] == shown.alt
    assert [float(edge) for edge in found.attributes["BBox"]] == pytest.approx([100, 751.89, 180, 791.89])
    assert found.places == [(0, 0)]


def test_a_paragraph_on_two_pages_is_one_element() -> None:
    paragraph = text("satu dua tiga")
    first: list[items.PageItem] = [line(paragraph, "satu", space=True)]
    second: list[items.PageItem] = [
        line(None, "- 2 -"),
        line(paragraph, "dua", y=50.0, space=True),
        line(paragraph, "tiga", y=70.0),
    ]
    found = tree(opened(assembled(paragraph, first, second))).find("P")
    assert [(element.text, element.places) for element in found] == [("satu dua tiga", [(0, 0), (1, 0)])]


@pytest.mark.parametrize("share", [2.0, 10.0, 40.0], ids=["narrow", "middle", "wide"])
def test_words_stay_apart_and_whole_over_the_end_of_a_line(share: float) -> None:
    words = "satu  dua\nPerundang-undangan Kabupaten/Kota se\u00adkali - sangatpanjang " * 9
    block = table([], row(cell(words), cell("lebar")), columns=2)
    narrow = replace(block, columns=(Column(share), Column(40.0)))
    assert reading_order(pdf.write(paper(narrow), RULES)) == [*words.split(), "lebar"]


def test_what_the_page_adds_is_no_content() -> None:
    pages = contents(opened(pdf.write(*document(**LONG))))
    heads = " ".join("".join(page.artifacts) for page in pages[-2:])
    assert "(lanjutan)" in heads
    assert "KEGIATAN" in heads
    assert f"- {len(pages)} -" in heads
    assert not any("(lanjutan)" in part for page in pages for part in page.text.values())


def test_everything_on_a_page_is_content_or_artifact() -> None:
    assert [page.unmarked for page in contents(opened(pdf.write(*document(**LONG)))) if page.unmarked] == []


def test_content_and_structure_lead_to_each_other() -> None:
    file = opened(pdf.write(*document(**LONG)))
    root = tree(file)
    there = {place: element for element in root.walk() for place in element.places}
    assert sum(len(element.places) for element in root.walk()) == len(there)
    back: dict[tuple[int, int], int] = {}
    for page, key, array in _parent_tree(file):
        assert file.pages[page].StructParents == key
        back |= {(page, mcid): element.objgen[0] for mcid, element in enumerate(array)}
    assert back == {place: element.number for place, element in there.items()}
    pages = contents(file)
    assert set(back) == {(at, mcid) for at, page in enumerate(pages) for mcid in page.text}
    assert [pages[at].tags[mcid] for at, mcid in back] == [there[place].tag for place in back]


def _parent_tree(file: pikepdf.Pdf) -> Iterator[tuple[int, int, Any]]:
    numbers: Any = file.Root.StructTreeRoot.ParentTree.Nums
    assert file.Root.StructTreeRoot.ParentTreeNextKey == len(file.pages)
    for page in range(len(file.pages)):
        yield page, int(numbers[2 * page]), numbers[2 * page + 1]


def test_the_words_are_read_in_their_order() -> None:
    made, rules = document(**LONG)
    read = " ".join(reading_order(pdf.write(made, rules))).replace("\u00a0", " ").split()
    assert read == " ".join(leaf for section in made.sections for leaf in leaves(section.blocks)).split()
