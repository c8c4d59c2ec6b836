from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from PIL import Image as Drawing

import kpu_docs as kpu
from kpu_docs.blocks import Block, Box, Item, List, Pairs, Paragraph, Picture, Together, runs_of
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Dots, Grid, Image, Text
from kpu_docs.layout.pages import lay_out
from tests.building import LEAST, decree, document, lines
from tests.paper import text
from tests.writers import pdf_reading

DEEP: dict[str, Any] = {"judul": "e", "kunci": "e", "isi": "dalam"}
for name in "dcba":
    DEEP = {"judul": name, "kunci": name, "subbab": [DEEP]}


def blocks(naskah: Any) -> tuple[Block, ...]:
    """What the annex holds below its head and above its signature."""
    found = document(lampiran=[{"naskah": naskah}])[0].sections[1].blocks
    return found[1:-1]


def shown(naskah: Any) -> list[str]:
    return [text(tuple(runs_of(block))) for block in blocks(naskah)]


def headings(block: Block | Item) -> Iterator[tuple[str, str, str]]:
    """Role, number and text of the headings in a block."""
    if isinstance(block, List) and block.headed:
        for item in block.items:
            assert isinstance(item.isi[0], Paragraph)
            yield item.isi[0].role, text(item.marker), text(item.isi[0].runs)
            for part in item.isi[1:]:
                yield from headings(part)


def complaints(naskah: Any) -> list[tuple[str, str]]:
    with pytest.raises(kpu.InputError) as refused:
        kpu.load(LEAST | {"lampiran": [{"naskah": naskah}]})
    found = [str(one).partition(": ") for one in refused.value.complaints]
    return [(place.removeprefix("lampiran[1].naskah").removeprefix("."), why) for place, _, why in found]


def pdf_tags(naskah: Any) -> list[tuple[str, str]]:
    data = kpu.render_bytes(kpu.load(LEAST | {"lampiran": [{"judul": "J", "naskah": naskah}]}), "pdf")
    return [(element.tag, element.text.strip()) for element in pdf_reading.tree(pdf_reading.opened(data)).walk()]


# Parts


def test_bab_stands_above_its_heading_in_capitals() -> None:
    assert shown({"bab": [{"judul": "Pendahuluan", "isi": "x"}, "Penutup"]}) == [
        "BAB I\nPENDAHULUAN",
        "x",
        "BAB II\nPENUTUP",
    ]


def test_parts_below_bab_have_their_signs_and_roles() -> None:
    [_, below] = blocks({"bab": [{"judul": "x", "subbab": [DEEP, "zwei"]}]})
    assert list(headings(below)) == [
        ("subbab_1", "A.", "a"),
        ("subbab_2", "1.", "b"),
        ("subbab_3", "a.", "c"),
        ("subbab_4", "1)", "d"),
        ("subbab_5", "a)", "e"),
        ("subbab_1", "B.", "zwei"),
    ]


def test_parts_may_begin_without_bab_and_prose_without_parts() -> None:
    [below] = blocks({"subbab": ["a", "b"]})
    assert [number for _, number, _ in headings(below)] == ["A.", "B."]
    assert shown("satu") == ["satu"]
    assert shown(["satu", "dua"]) == ["satu", "dua"]


@pytest.mark.parametrize(("depth", "sign"), [(0, "1."), (1, "1."), (2, "a."), (3, "1)"), (4, "a)"), (5, "1.")])
def test_lists_go_on_below_the_sign_of_their_part(depth: int, sign: str) -> None:
    isi = [{"daftar": ["x"]}]
    part: dict[str, Any] = {"judul": "p", "isi": isi}
    for _ in range(depth - 1):
        part = {"judul": "p", "subbab": [part]}
    found: list[str] = []
    waiting: list[Any] = list(blocks({"subbab": [part]} if depth else {"isi": isi}))
    while waiting:
        block = waiting.pop()
        if isinstance(block, List):
            found += [] if block.headed else [text(item.marker) for item in block.items]
            waiting += [part for item in block.items for part in item.isi]
    assert found == [sign]


def test_parts_are_not_deeper_than_there_are_signs() -> None:
    [(place, why)] = complaints({"subbab": [{"judul": "x", "subbab": [DEEP]}]})
    assert place.count("subbab") == 6
    assert why.startswith("terlalu dalam")


def test_headings_are_tagged_with_their_number_level_by_level() -> None:
    tags = pdf_tags({"bab": [{"judul": "x", "isi": "teks", "subbab": [DEEP]}, {"judul": "y"}]})
    found = [(tag, " ".join(words.split())) for tag, words in tags if tag[0] == "H"]
    at = found.index(("H1", "J"))
    assert found[at + 1 :] == [
        ("H2", "BAB I X"), ("H3", "A. a"), ("H4", "1. b"), ("H5", "a. c"), ("H6", "1) d"), ("H6", "a) e"),
        ("H2", "BAB II Y"),
    ]  # fmt: skip


def test_headings_are_headings_in_word_and_stay_with_their_text() -> None:
    data = kpu.render_bytes(decree(lampiran=[{"naskah": {"bab": [{"judul": "x", "subbab": ["a"]}]}}]), "docx")
    found = {p.text: p.style for p in open_docx(io.BytesIO(data)).paragraphs}
    for words, level in (("BAB I\nX", 2), ("A.\ta", 3)):
        style = found[words]
        assert style is not None
        assert style.base_style.name == f"Heading {level}"
        assert style.paragraph_format.keep_with_next


# References


@pytest.mark.parametrize(
    ("kunci", "number"),
    [
        ("x", "BAB I"),
        ("a", "BAB I huruf A"),
        ("b", "BAB I huruf A angka 1"),
        ("c", "BAB I huruf A angka 1 huruf a"),
        ("d", "BAB I huruf A angka 1 huruf a angka 1)"),
        ("e", "BAB I huruf A angka 1 huruf a angka 1) huruf a)"),
    ],
)
def test_a_reference_is_printed_as_the_number_of_its_part(kunci: str, number: str) -> None:
    found = shown({"isi": f"menurut [[{kunci}]] dan", "bab": [{"judul": "x", "kunci": "x", "subbab": [DEEP]}]})
    assert found[0].replace("\N{NO-BREAK SPACE}", " ") == f"menurut {number} dan"


def test_references_are_resolved_wherever_a_text_stands() -> None:
    isi = [
        {"teks": "*[[k]]*", "rincian": {"n": "[[k]]"}, "daftar": ["[[k]]", {"teks": "-", "daftar": ["[[ k ]]"]}]},
        {"tabel": {"kolom": ["[[k]]"], "baris": [["[[k]] [[k]]"]]}},
        {"kotak": {"judul": "[[k]]", "isi": "[[k]]"}},
    ]
    found = "".join(shown({"isi": isi, "bab": [{"judul": "lihat [[k]]", "kunci": "k"}]}))
    assert found.count("BAB\N{NO-BREAK SPACE}I") == 10
    assert "[[" not in found


def test_what_is_typed_around_a_reference_keeps_its_place() -> None:
    [block, _] = blocks({"isi": "ab [[k]] c", "bab": [{"judul": "x", "kunci": "k"}]})
    assert isinstance(block, Paragraph)
    assert [(run.text, run.at) for run in block.runs] == [("ab ", 0), ("BAB\N{NO-BREAK SPACE}I", None), (" c", 8)]


def test_a_reference_that_leads_nowhere_is_a_complaint_with_its_place() -> None:
    bab = [{"judul": "x", "kunci": "satu", "isi": [{"daftar": ["a", "lihat [[dua]]"]}]}]
    [(place, why)] = complaints({"bab": bab})
    assert place.startswith("bab[1].isi[1].daftar")
    assert place.endswith("[2]")
    assert why == "tidak ada bagian dengan `kunci` ini; yang ada: satu (tertulis: [[dua]])"


def test_a_key_is_given_once() -> None:
    [(place, why)] = complaints({"bab": [{"judul": "x", "kunci": "k"}, {"judul": "y", "kunci": "k"}]})
    assert (place, why) == ("bab[2].kunci", "sudah dipakai bagian lain (tertulis: k)")


@pytest.mark.parametrize("kunci", ["Sasaran", "a*b", "dua kata", "a]]"])
def test_a_key_has_no_signs_that_could_hide_it(kunci: str) -> None:
    assert complaints({"bab": [{"judul": "x", "kunci": kunci}]}) == [
        ("bab[1].kunci", f"hanya boleh berisi huruf kecil, angka, - dan _ (tertulis: {kunci})")
    ]


@pytest.mark.parametrize(
    ("naskah", "why"),
    [
        ({}, "belum diisi: tulis `isi`, `bab`, atau `subbab`"),
        ({"bab": ["x"], "subbab": ["y"]}, "harus berisi `bab` atau `subbab`, tidak keduanya sejajar"),
    ],
)
def test_a_text_is_one_thing(naskah: Any, why: str) -> None:
    assert [found for _, found in complaints(naskah)] == [why]


# Sample forms


FORM = {"kotak": {"judul": "FORMULIR", "isi": [{"rincian": {"Nama": "", "Kota": "Contoh"}}, "Demikian."]}}


def test_a_detail_line_of_a_form_without_text_is_a_row_of_dots() -> None:
    [box] = blocks({"isi": [FORM]})
    assert isinstance(box, Box)
    assert [run.text for run in runs_of(box)] == ["FORMULIR", "Nama", ":", "Kota", ":", "Contoh", "Demikian."]
    pairs = box.blocks[1]
    assert isinstance(pairs, Pairs)
    assert [pair.isi[0].dots for pair in pairs.pairs if isinstance(pair.isi[0], Paragraph)] == [True, False]


def test_outside_a_form_there_are_no_dots() -> None:
    [pairs] = blocks({"isi": [{"rincian": {"Nama": ""}}]})
    assert isinstance(pairs, Pairs)
    assert pairs.pairs[0].isi == (Paragraph("isi", (), pairs.pairs[0].isi[0].asal),)


@pytest.mark.parametrize("kotak", ["x", ["x"], {"isi": "x"}, {"teks": "x"}, {"judul": "x"}])
def test_a_form_may_be_written_shortly(kotak: Any) -> None:
    [box] = blocks({"isi": {"kotak": kotak}})
    assert isinstance(box, Box)
    assert text(tuple(runs_of(box))) == "x"


def _laid(naskah: Any) -> tuple[list[Any], float]:
    made, rules = document(lampiran=[{"naskah": naskah}])
    return [page for page in lay_out(made, rules) if page.section == 1], rules.margins.left * MM


def test_a_form_has_a_frame_around_all_of_it() -> None:
    [page], left = _laid({"isi": [FORM]})
    [frame] = [item for item in page.items if isinstance(item, Grid)]
    assert len(frame.lines()) == 4
    x1, x2 = frame.edges
    [(_, y1, y2), _] = frame.down
    assert x1 == pytest.approx(left)
    inside = [item for item in page.items if isinstance(item, Text) and y1 < item.y < y2]
    assert len(inside) == 7
    assert all(x1 < item.x < x2 for item in inside)
    [dots] = [item for item in page.items if isinstance(item, Dots)]
    assert x1 < dots.x1 < dots.x2 < x2
    assert [item.y for item in inside if item.lines[0].text == "Nama"] == [dots.y]


def test_a_form_stays_on_one_page_or_begins_one() -> None:
    first, second, *_ = _laid({"isi": ["Baris."] * 20 + [{"kotak": ["Kotak."] * 12}]})[0]
    assert not [item for item in first.items if isinstance(item, Grid)]
    assert lines(second).count("Kotak.") == 12


def test_a_form_higher_than_a_page_goes_on_in_a_frame() -> None:
    pages, _ = _laid({"isi": [{"kotak": ["Kotak."] * 50}]})
    assert sum(lines(page).count("Kotak.") for page in pages) == 50
    assert len(pages) > 1
    framed = [page for page in pages if "Kotak." in lines(page)]
    assert all(len([item for item in page.items if isinstance(item, Grid)]) == 1 for page in framed)


def test_dots_are_a_leader_in_word_and_no_words_anywhere() -> None:
    keputusan = decree(lampiran=[{"naskah": {"isi": [FORM]}}])
    [table] = open_docx(io.BytesIO(kpu.render_bytes(keputusan, "docx"))).tables
    [field] = [p for p in table.rows[0].cells[0].paragraphs if p.text.startswith("Nama")]
    assert [(stop.leader, stop.alignment) for stop in field.paragraph_format.tab_stops][-1] == (1, 2)
    assert "..." not in " ".join(words for _, words in pdf_tags({"isi": [FORM]}))
    assert "Nama : ....." in kpu.render_bytes(keputusan, "txt").decode()


# Pictures


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Drawing.new("RGB", (300, 100), "white").save(tmp_path / "peta.png")
    return tmp_path


PICTURE = {"berkas": "peta.png", "alt": "Peta Kota Contoh", "keterangan": "Gambar 1", "lebar": 90}


def pictured(folder: Path, **gambar: Any) -> kpu.Keputusan:
    naskah = {"subbab": [{"judul": "x", "isi": [{"gambar": PICTURE | gambar}]}]}
    return kpu.load(LEAST | {"lampiran": [{"naskah": naskah}]}, base=folder)


def image(keputusan: kpu.Keputusan, folder: Path) -> Image:
    from kpu_docs import tata_naskah
    from kpu_docs.compose import compose

    rules = tata_naskah.of(keputusan)
    made = compose(keputusan, rules, lambda name, asal: (folder / name).read_bytes())
    [found] = [item for page in lay_out(made, rules) for item in page.items if isinstance(item, Image)]
    return found


@pytest.mark.parametrize(("lebar", "width"), [(90, 90.0), (1, 1.0), (1000, 155.9)])
def test_a_picture_is_as_wide_as_asked_but_no_wider_than_its_text(folder: Path, lebar: float, width: float) -> None:
    found = image(pictured(folder, lebar=lebar), folder)
    assert found.width == pytest.approx(width * MM, abs=0.1)
    assert found.height == pytest.approx(found.width / 3)


def test_a_picture_stays_with_its_caption_and_is_described(folder: Path) -> None:
    keputusan = pictured(folder)
    for format in ("docx", "pdf", "txt"):
        assert kpu.render_bytes(keputusan, format)
    tree = pdf_reading.tree(pdf_reading.opened(kpu.render_bytes(keputusan, "pdf")))
    [figure] = [element for element in tree.walk() if element.tag == "Figure"]
    assert str(figure.entries["Alt"]) == "Peta Kota Contoh"
    assert 'descr="Peta Kota Contoh"' in open_docx(io.BytesIO(kpu.render_bytes(keputusan, "docx"))).element.xml


def test_a_picture_needs_a_description(folder: Path) -> None:
    with pytest.raises(kpu.InputError, match=r"gambar\.alt: belum diisi"):
        pictured(folder, alt="")


def test_a_picture_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(kpu.InputError, match=r"gambar\.berkas"):
        kpu.render_bytes(pictured(folder, berkas="lain.png"), "docx")


def test_caption_and_picture_are_together(folder: Path) -> None:
    from kpu_docs import tata_naskah
    from kpu_docs.compose import compose

    keputusan = pictured(folder)
    made = compose(keputusan, tata_naskah.of(keputusan), lambda name, asal: (folder / name).read_bytes())
    [parts] = [block for block in made.sections[1].blocks if isinstance(block, List)]
    together = parts.items[0].isi[1]
    assert isinstance(together, Together)
    assert [type(block) for block in together.blocks] == [Picture, Paragraph]


def test_between_headings_the_larger_room_counts_as_in_word() -> None:
    made, rules = document(lampiran=[{"judul": "J", "naskah": {"bab": ["x"]}}])
    [page] = [page for page in lay_out(made, rules) if page.section == 1]
    found = {item.lines[0].text: item.y for item in page.items if isinstance(item, Text)}
    above, below = rules.gaya["judul_lampiran"].sesudah, rules.gaya["bab"].sebelum
    assert min(above, below) > 0
    assert found["BAB I"] - found["J"] == pytest.approx(rules.pitch("bab") + max(above, below))


def test_in_word_the_lines_of_a_form_are_measured_from_its_frame() -> None:
    def indents(naskah: Any) -> list[Any]:
        [table] = open_docx(io.BytesIO(kpu.render_bytes(decree(lampiran=[{"naskah": naskah}]), "docx"))).tables
        return [p.paragraph_format.left_indent for p in table.rows[0].cells[0].paragraphs]

    deep = {"subbab": [{"judul": "x", "subbab": [{"judul": "y", "isi": [FORM]}]}]}
    assert indents(deep) == indents({"isi": [FORM]})
