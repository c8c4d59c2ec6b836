"""The HTML page: what a screen reader is told, and that nothing on it reaches outside."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from kpu_docs import load, render_bytes
from kpu_docs.blocks import (
    Block,
    Box,
    Cell,
    Column,
    Item,
    List,
    Pair,
    Pairs,
    Paragraph,
    Picture,
    Row,
    RowKind,
    Run,
    Runs,
    Space,
    Table,
    Together,
)
from kpu_docs.writers import html
from tests.building import document, plan
from tests.writers.html_reading import Element, page, words
from tests.writers.pdf_making import RULES, paper, runs, text

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/keputusan.yaml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def example(request: pytest.FixtureRequest) -> bytes:
    """An example as a page."""
    return render_bytes(load(request.param), "html")


def of(*blocks: Block) -> Element:
    """The section of a document of these blocks."""
    (section,) = page(html.write(paper(*blocks), RULES)).having("kpu-lembar")
    return section


def written(**changes: Any) -> Element:
    """The page of a small decree."""
    return page(html.write(*document(**changes)))


def style(root: Element) -> str:
    """The style sheet of a page."""
    (sheet,) = root.find("style")
    return sheet.text


def row(*cells: Cell, kind: RowKind = "isi", **more: Any) -> Row:
    return Row(cells, (), kind, **more)


def cell(words: str, **more: Any) -> Cell:
    return Cell(runs(words), (), **more)


def table(head: list[Row], *rows: Row, columns: tuple[Column, ...] = (Column(1.0),) * 3) -> Table:
    return Table(columns, tuple(head), rows, "Ringkasan", ())


def slots(group: Element, columns: int) -> list[list[Element]]:
    """The cell at each place of a row group, as a browser lays them out; each place has exactly one."""
    lines = group.elements
    grid: dict[tuple[int, int], Element] = {}
    for y, line in enumerate(lines):
        x = 0
        for one in line.elements:
            while (y, x) in grid:
                x += 1
            for down in range(int(one.attributes.get("rowspan", 1))):
                for across in range(int(one.attributes.get("colspan", 1))):
                    assert (y + down, x + across) not in grid
                    grid[y + down, x + across] = one
    assert set(grid) == {(y, x) for y in range(len(lines)) for x in range(columns)}
    return [[grid[y, x] for x in range(columns)] for y in range(len(lines))]


def test_the_page_says_its_language_and_what_it_is() -> None:
    root = written(tentang="Uji Coba")
    assert (root.tag, root.attributes["lang"]) == ("html", "id")
    (title,) = root.find("title")
    assert title.text == "Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 5 TAHUN 2026 tentang Uji Coba"
    assert {meta.attributes.get("name"): meta.attributes.get("content") for meta in root.find("meta")} == {
        None: None,
        "viewport": "width=device-width, initial-scale=1",
        "author": "Komisi Pemilihan Umum Kota Mojokerto",
        "description": "Uji Coba",
    }


def test_the_body_and_each_annex_are_sections_of_one_article() -> None:
    root = written(lampiran=plan({"kegiatan": "a"}))
    (main,) = root.find("main")
    (article,) = main.elements
    assert (article.tag, article.attributes) == ("article", {"class": "kpu-keputusan", "lang": "id"})
    assert [kid.tag for kid in article.elements] == ["section", "section"]


NASTY = "R&D <b>x</b> &amp; \"kutip\" 'petik' </style><script>a</script> \u2713 \u4e00"


def test_text_arrives_unharmed() -> None:
    root = written(tentang=NASTY, diktum=[{"teks": NASTY, "rincian": {NASTY: NASTY}}, "b"])
    (title,) = root.find("title")
    assert title.text.endswith(NASTY)
    assert [detail.text.strip() for detail in root.having("kpu-rincian")[0].find("dd")] == [NASTY]
    assert NASTY in [paragraph.text for paragraph in root.find("p")]
    assert root.find("script") == []


def test_slant_weight_and_line_breaks() -> None:
    shown = (Run("a", (), bold=True), Run("b\nc", (), bold=True, italic=True), Run("d", (), italic=True))
    (paragraph,) = of(text(shown)).find("p")
    assert paragraph.text == "ab\ncd"
    assert len(paragraph.find("br")) == 1
    assert [(one.tag, one.text) for one in paragraph.walk() if one.tag in "bi"] == [
        ("b", "a"),
        ("b", "b\nc"),
        ("i", "b\nc"),
        ("i", "d"),
    ]


def test_headings_do_not_skip_a_level() -> None:
    section = of(*(text("x", role) for role in ("memutuskan", "judul", "isi", "subbab_3", "memutuskan", "judul")))
    assert [one.tag for one in section.elements] == ["h1", "h1", "p", "h2", "h2", "h1"]


def test_no_example_skips_a_heading(example: bytes) -> None:
    levels = [int(one.tag[1]) for one in page(example).find("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_has_no_text_is_no_heading() -> None:
    assert [one.tag for one in of(text("", "judul"), text("x", "memutuskan")).elements] == ["p", "h1"]


def test_names_are_not_broken_where_their_role_says_so() -> None:
    words = "Umum KABUPATEN CONTOH NOMOR 5 TAHUN 2026, DESA"
    heading, body = of(text(words, "judul"), text(words)).elements
    assert [one.text for one in heading.having("kpu-nama")] == ["KABUPATEN CONTOH", "NOMOR 5", "TAHUN 2026,"]
    assert (heading.text, body.having("kpu-nama")) == (words, [])


def item(marker: str, *isi: Block) -> Item:
    return Item(runs(marker), isi, ())


def test_markers_are_text_and_stand_once() -> None:
    inner = List((item("1)", text("dua")),), ())
    (outer,) = of(List((item("a.", text("satu"), inner), item("", text("tiga"))), ())).elements
    assert (outer.tag, outer.attributes["role"]) == ("ol", "list")
    first, second = outer.elements
    assert [one.tag for one in first.elements] == ["p", "ol"]
    assert first.elements[0].text == "a. satu"
    assert [one.text for one in outer.having("kpu-penanda")] == ["a. ", "1) "]
    assert second.text.strip() == "tiga"


@pytest.mark.parametrize("isi", [(), (List((item("1)", text("dua")),), ()),)], ids=["nothing", "a list"])
def test_a_marker_before_no_paragraph_has_one_of_its_own(isi: tuple[Block, ...]) -> None:
    (listed,) = of(List((item("a.", *isi),), ())).elements[0].elements
    assert [one.tag for one in listed.elements] == ["p", *("ol" for _ in isi)]
    assert listed.elements[0].text == "a. "


def test_the_number_of_a_part_belongs_to_its_heading() -> None:
    part = item("A.", text("Umum", "subbab_1"), text("isi"))
    (section,) = of(List((part,), (), headed=True)).elements
    assert (section.tag, [(one.tag, one.text) for one in section.elements]) == (
        "section",
        [("h1", "A. Umum"), ("p", "isi")],
    )


def test_a_label_and_its_colon_are_text_before_what_they_label() -> None:
    pairs = (Pair(runs("Menimbang"), runs(":"), (text("x"), text("y")), ()), Pair(runs("KESATU"), runs(":"), (), ()))
    (found,) = of(Pairs(pairs, (), utama=True)).elements
    assert found.tag == "dl"
    first, second = found.elements
    assert [(one.tag, one.text.split()) for one in first.elements] == [("dt", ["Menimbang", ":"]), ("dd", ["x", "y"])]
    assert [(one.tag, one.text.split()) for one in second.elements] == [("dt", ["KESATU", ":"]), ("dd", [])]


def test_a_wide_label_moves_the_colon_of_all() -> None:
    place = re.compile(r"--kpu-titik-dua: ([\d.]+)mm")
    narrow, wide = (place.search(style(written(**more))) for more in ({}, {"memperhatikan": "Surat"}))
    assert narrow is not None
    assert wide is not None
    assert float(narrow[1]) == 30.5 < float(wide[1])


def test_cells_say_what_they_span_and_what_they_head() -> None:
    (found,) = of(
        table(
            [row(cell("NO.", rowspan=2), cell("BULAN", colspan=2)), row(cell("1"), cell("2"))],
            row(cell("I."), cell("BAGIAN", colspan=2), kind="bagian"),
            row(cell("1.", rowspan=2), cell("a"), cell("b")),
            row(cell("c"), cell("")),
            row(cell("JUMLAH", colspan=2), cell("9"), kind="jumlah"),
        )
    ).find("table")
    names = ("scope", "colspan", "rowspan")
    assert [(one.tag, one.text, *map(one.attributes.get, names)) for one in found.find("th", "td")] == [
        ("th", "NO.", "col", None, "2"),
        ("th", "BULAN", "col", "2", None),
        ("th", "1", "col", None, None),
        ("th", "2", "col", None, None),
        ("td", "I.", None, None, None),
        ("th", "BAGIAN", "rowgroup", "2", None),
        ("td", "1.", None, None, "2"),
        ("td", "a", None, None, None),
        ("td", "b", None, None, None),
        ("td", "c", None, None, None),
        ("td", "", None, None, None),
        ("th", "JUMLAH", "row", "2", None),
        ("td", "9", None, None, None),
    ]


def test_a_section_of_rows_is_a_row_group() -> None:
    whole = {"colspan": 3}
    (found,) = of(
        table(
            [row(cell("a"), cell("b"), cell("c"))],
            row(cell("x"), cell("y"), cell("z")),
            row(cell("I", **whole), kind="bagian"),
            row(cell("A", **whole), kind="bagian"),
            row(cell("1", rowspan=2), cell("y", rowspan=2), cell("z")),
            row(cell("II"), kind="bagian"),
            row(cell("III", **whole), kind="bagian"),
            row(cell("JUMLAH", **whole), kind="jumlah"),
            row(cell("IV", **whole), kind="bagian"),
        )
    ).find("table")
    first = [[line.elements[0].text for line in body.elements] for body in found.find("tbody")]
    # II is beside a cell that goes on, so that its group cannot begin there.
    assert first == [["x"], ["I", "A", "1", "II", "III", "JUMLAH"], ["IV"]]
    for body in found.find("tbody"):
        slots(body, 3)


def test_the_cells_of_every_example_fill_their_table(example: bytes) -> None:
    tables = page(example).find("table")
    for one in tables:
        columns = len(one.find("col"))
        head, *bodies = one.find("thead", "tbody")
        for heading in slots(head, columns)[-1]:
            assert heading.attributes["scope"] == "col"
        for body in bodies:
            slots(body, columns)
        assert [part.tag for part in one.elements] == ["caption", "colgroup", "thead", *("tbody" for _ in bodies)]


def test_a_table_has_a_name_and_scrolls_by_keyboard_too() -> None:
    (box,) = of(table([], row(cell("1"), cell("2"), cell("3")))).having("kpu-tabel")
    assert [box.attributes[name] for name in ("role", "aria-label", "tabindex")] == ["group", "Ringkasan", "0"]
    (caption,) = box.find("caption")
    assert caption.text == "Ringkasan"
    assert box.find("thead", "th") == []


def test_a_marked_cell_says_so() -> None:
    (found,) = of(table([], row(cell("1"), cell("", marked=True), cell("rapat", marked=True)))).find("tr")
    assert [(one.text, one.classes) for one in found.elements] == [
        ("1", []),
        ("dilaksanakan", ["kpu-arsir"]),
        ("rapatdilaksanakan", ["kpu-arsir"]),
    ]
    assert len(found.having("kpu-tersembunyi")) == 2


def test_cells_lie_as_their_column_or_they_themselves_say() -> None:
    columns = (Column(1.0), Column(3.0, "tengah"), Column(1.0, "kanan"))
    (found,) = of(
        table(
            [row(cell("a"), cell("b", align="kiri"), cell("c", upright=True))],
            row(cell("1"), cell("2"), cell("3")),
            row(cell("4", align="kanan"), cell("5", colspan=2)),
            row(cell("6"), cell("7", align="kiri"), cell("8", upright=True)),
            columns=columns,
        )
    ).find("table")
    assert [one.attributes["style"] for one in found.find("col")] == ["width:20%", "width:60%", "width:20%"]
    assert {one.text: one.classes for one in found.find("th", "td")} == {
        "a": [],
        "b": ["kpu-kiri"],
        "c": ["kpu-tegak"],
        "1": [],
        "2": ["kpu-tengah"],
        "3": ["kpu-kanan"],
        "4": ["kpu-kanan"],
        "5": [],
        "6": [],
        "7": [],
        "8": ["kpu-kanan"],
    }


def test_rows_are_as_high_as_asked_and_begin_pages() -> None:
    cells = (cell("1"), cell("2"), cell("3"))
    first, second = of(table([], row(*cells, height=12.0), row(*cells, kind="bagian", new_page=True))).find("tr")
    assert (first.attributes["style"], first.classes) == ("height:12mm", ["kpu-gaya-sel"])
    assert second.classes == ["kpu-gaya-sel", "kpu-bagian", "kpu-halaman-baru"]


@pytest.mark.parametrize(("format", "size"), [("PNG", {"height": 20.0}), ("JPEG", {"height": 0.0, "width": 110.0})])
def test_a_picture_is_in_the_page_and_says_what_it_shows(format: str, size: dict[str, float]) -> None:
    data = BytesIO()
    Image.new("RGB", (4, 2)).save(data, format)
    (found,) = of(Picture(data.getvalue(), alt='Lambang "KPU" & <Garuda>', asal=(), **size)).find("img")
    before, code = found.attributes["src"].split(",")
    assert (before, b64decode(code)) == (f"data:image/{format.lower()};base64", data.getvalue())
    assert found.attributes["alt"] == 'Lambang "KPU" & <Garuda>'
    assert found.attributes["style"] == ("width:110mm" if size.get("width") else "width:40mm")


def test_room_dots_and_frames() -> None:
    blank = Paragraph("isi", (), (), dots=True)
    frame, block = of(Box((blank,), ()), Together("tanda_tangan", (Space("tanda_tangan", 3, ()),), ())).elements
    assert (frame.classes, frame.elements[0].classes) == (["kpu-kotak"], ["kpu-gaya-isi", "kpu-titik"])
    assert "kpu-letak-tanda_tangan" in block.classes
    assert block.elements[0].attributes["style"] == f"height:{3 * RULES.pitch('tanda_tangan'):g}pt"
    assert frame.text.split() == []


def selectors(sheet: str) -> Iterator[str]:
    """The selectors of a style sheet, those inside `@media` too; of a page its name."""
    for head in re.findall(r"([^{};]+)\{", sheet):
        if not head.strip().startswith("@media"):
            yield from (one.strip() for one in re.sub(r"\([^()]*\)", "", head).split(","))


def test_the_style_sheet_reaches_nothing_outside_the_article(example: bytes) -> None:
    found = [*selectors(style(page(example)))]
    assert len(found) > 60
    assert [one for one in found if not re.match(r"(@page kpu-|\.kpu-keputusan\b)", one)] == []


def test_every_class_is_ours(example: bytes) -> None:
    found = {kind for element in page(example).walk() for kind in element.classes}
    assert {kind for kind in found if not kind.startswith("kpu-")} == set()


def test_nothing_is_loaded_and_nothing_runs(example: bytes) -> None:
    root = page(example)
    assert root.find("script", "link", "iframe", "object", "form", "a", "base") == []
    assert "url(" not in style(root)
    assert "@import" not in style(root)
    for element in root.walk():
        assert not any(name.startswith("on") for name in element.attributes)
        assert element.attributes.get("src", "data:").startswith("data:")
        assert not {"href", "srcset", "action", "id"} & set(element.attributes)


def test_the_page_is_well_formed_as_xml_and_says_the_same(example: bytes) -> None:
    root = ElementTree.fromstring(example)
    assert "".join("".join(root.itertext()).split()) == "".join(page(example).text.split())


def test_equal_documents_are_equal_bytes(example: bytes, request: pytest.FixtureRequest) -> None:
    again = render_bytes(load(request.node.callspec.params["example"]), "html")
    assert again == example


def test_each_paper_is_a_page_of_its_own_size() -> None:
    root = written(
        lampiran=[
            {"judul": "A", **plan({"kegiatan": "a"})[0]},
            {"judul": "B", "kertas": "A4", "orientasi": "tegak", **plan({"kegiatan": "b"})[0]},
            {"judul": "C", **plan({"kegiatan": "c"})[0]},
        ]
    )
    assert [one.classes[1][-1] for one in root.having("kpu-lembar")] == ["1", "2", "3", "2"]
    assert re.findall(r"@page (kpu-kertas-\d) \{ size: (\S+) (\S+); margin: (.*?) \}", style(root)) == [
        ("kpu-kertas-1", "215.9mm", "330.2mm", "25mm 20mm 25mm 30mm"),
        ("kpu-kertas-2", "330.2mm", "215.9mm", "25mm 20mm 25mm 30mm"),
        ("kpu-kertas-3", "210mm", "297mm", "25mm 20mm 25mm 30mm"),
    ]


def test_the_look_is_that_of_the_office() -> None:
    own = {
        "huruf": {"nama": 'Arial"; } </style><script>', "ukuran": 11},
        "gaya": {"judul": {"rata": "kanan", "tebal": "ya", "sebelum": 3}},
    }
    root = written(kantor={"tata_naskah": own})
    sheet = style(root)
    assert r'--kpu-huruf: "Arial\22 \3b  \7d  \3c \2f style\3e \3c script\3e ";' in sheet
    assert "--kpu-ukuran: 11pt;" in sheet
    (rule,) = re.findall(r"\.kpu-gaya-judul \{ (.*?) \}", sheet)
    assert {"text-align: right", "margin: 3pt 0 0pt", "font-weight: bold"} < set(rule.split("; "))
    assert root.find("script") == []


def test_words_of_a_line_do_not_run_together() -> None:
    shown: Runs = (Run("miring", (), italic=True), Run("nya\nbaris", ()))
    made = paper(text(shown), List((item("a.", text("butir")),), ()), table([], row(cell("1"), cell("2"), cell("3"))))
    assert words(html.write(made, RULES)) == ["miringnya", "baris", "a.", "butir", "1", "2", "3"]


def test_a_draft_has_its_watermark_on_paper_alone() -> None:
    draft, rules = document(naskah="rancangan", lampiran=plan({"kegiatan": "a"}))
    plain = replace(draft, watermark="")
    marked, unmarked = (style(page(html.write(one, rules))) for one in (draft, plain))
    added = marked.removeprefix(unmarked)
    assert added.startswith("@media print {")
    assert 'content: "DRAF"' in added
    assert "color: #D9D9D9" in added
    assert words(html.write(draft, rules)) == words(html.write(plain, rules))


def test_a_word_cannot_leave_the_style_sheet() -> None:
    own = {"tanda_air": {"kata": '"}</style><script>x</script>'}}
    root = written(naskah="rancangan", kantor={"tata_naskah": own})
    assert root.find("script") == []
    assert len(root.find("style")) == 1


def test_a_published_copy_ends_with_its_address() -> None:
    own = {"tata_naskah": {"jdih": {"alamat": "jdih.kpu.go.id/a&b"}}}
    root = written(naskah="salinan", kantor=own, lampiran=plan({"kegiatan": "a"}))
    (foot,) = root.find("footer")
    assert (foot.text, foot.classes) == ("jdih.kpu.go.id/a&b", ["kpu-kaki"])
    assert root.find("section")[-1].elements[-1] is foot
    assert written(naskah="asli", kantor=own).find("footer") == []
