"""The PDF as a file: its bytes, fonts, pictures, metadata, and where things lie on its pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kpu_docs.blocks import Picture
from kpu_docs.layout import items, lines
from kpu_docs.layout.fonts import width
from kpu_docs.layout.lines import Piece
from kpu_docs.writers import pdf
from kpu_docs.writers.pdf import showing
from kpu_docs.writers.pdf.file import number
from tests.building import document, plan
from tests.writers.pdf_making import RULES, assembled, line, paper, rich, text
from tests.writers.pdf_reading import contents, opened, reading_order


def words(data: bytes) -> dict[str, dict[str, Any]]:
    """The words of the first page with their places (pt, from the top left corner)."""
    with pdfplumber.open(BytesIO(data)) as file:
        return {word["text"]: word for word in file.pages[0].extract_words(keep_blank_chars=False, x_tolerance=1)}


def test_the_bytes_follow_the_rules_for_archives() -> None:
    data = rich()
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", data)
    assert data.endswith(b"%%EOF\n")
    assert not re.search(rb"[^\r\n]endstream", data)
    assert data.count(b"\nendstream\nendobj\n") == len(re.findall(rb"[^d]stream\n", data)) == data.count(b" obj\n<<")
    opened(data)


def test_every_length_is_that_of_its_stream() -> None:
    for length, stream in re.findall(rb"/Length (\d+)[^\n]*>>\nstream\n(.*?)\nendstream\n", rich(), re.S):
        assert int(length) == len(stream)


def test_equal_documents_give_equal_bytes() -> None:
    assert rich() == rich()
    assert opened(rich()).trailer.ID != opened(pdf.write(*document())).trailer.ID


def test_what_else_was_made_before_or_beside_it_does_not_change_a_file() -> None:
    plans = [plan(*[{"kegiatan": f"Kegiatan {n} " * 5, "bulan": f"{n}-12"}] * 30) for n in range(1, 9)]
    documents = [document(lampiran=one, menimbang=[f"bahwa {n} " * 30]) for n, one in enumerate(plans)]
    alone = [pdf.write(*made) for made in documents]
    assert [pdf.write(*made) for made in reversed(documents)] == alone[::-1]
    for cache in (lines._break, lines._widest, showing._block, number):
        cache.cache_clear()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda made: pdf.write(*made), documents))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone


def test_objects_fill_several_object_streams() -> None:
    data = pdf.write(paper(*(text(f"Alinea {n}") for n in range(600))), RULES)
    assert len(re.findall(rb"/Type/ObjStm", data)) > 3
    assert [word for word in reading_order(data) if word != "Alinea"] == [str(n) for n in range(600)]


@pytest.mark.parametrize("title", ["Keputusan", "R&D <x> (a) \\", "Judul \u2013 caf\u00e9 \u2713", "]]> --"])
def test_both_kinds_of_metadata_say_the_same(title: str) -> None:
    file = opened(pdf.write(paper(text("a"), title=title, author=title, subject=title), RULES))
    assert [str(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject")] == [title] * 3
    with file.open_metadata() as xmp:
        assert [xmp[key] for key in ("dc:title", "dc:creator", "dc:description")] == [title, [title], title]
        assert xmp["pdf:Producer"] == file.docinfo["/Producer"]
        assert [xmp[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")] == ["2", "A", "1"]
    assert not {"/CreationDate", "/ModDate"} & set(file.docinfo)


def test_the_catalog_says_what_readers_for_the_blind_ask() -> None:
    file = opened(rich())
    root = file.Root
    assert root.Lang == "id-ID"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_colours_are_meant_in_a_profile_that_archives_allow() -> None:
    file = opened(rich())
    (intent,) = file.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert profile == (files("kpu_docs") / "data" / "sRGB.icc").read_bytes()
    assert (profile[8] <= 4, profile[12:16], profile[16:20]) == (True, b"mntr", b"RGB ")
    assert int.from_bytes(profile[:4], "big") == len(profile)


def test_text_lies_where_the_layout_put_it() -> None:
    paragraph = text("Menimbang")
    word = words(assembled(paragraph, [line(paragraph, "Menimbang")]))["Menimbang"]
    assert word["x0"] == pytest.approx(100, abs=0.01)
    assert word["x1"] == pytest.approx(100 + 12 * width("regular", "Menimbang"), abs=0.05)
    with pdfplumber.open(BytesIO(assembled(paragraph, [line(paragraph, "Menimbang")]))) as file:
        sign = file.pages[0].chars[0]
    assert file.pages[0].height - sign["matrix"][5] == pytest.approx(200, abs=0.01)


@pytest.mark.parametrize("signs", ["satu dua\u00a0tiga empat", "satu dua-tiga empat"], ids=["composite", "simple"])
def test_spaces_are_widened_and_no_others(signs: str) -> None:
    paragraph = text(signs)
    lines: list[items.PageItem] = [line(paragraph, signs, stretch=7.5), line(None, "tidak lebar", y=250.0)]
    found = words(assembled(paragraph, lines))
    assert found["empat"]["x1"] == pytest.approx(100 + 12 * width("regular", signs) + 2 * 7.5, abs=0.05)
    assert found["lebar"]["x0"] == pytest.approx(100 + 12 * width("regular", "tidak "), abs=0.05)


@pytest.mark.parametrize("first", ["awal\u2013akhir ", "awal "], ids=["composite", "simple"])
def test_a_space_before_another_face_is_widened_in_pdfium(first: str) -> None:
    paragraph = text(f"{first}miring")
    pieces = (Piece("regular", first), Piece("italic", "miring"))
    with pypdfium2.PdfDocument(assembled(paragraph, [line(paragraph, "", pieces=pieces, stretch=30.0)])) as file:
        found = file[0].get_textpage()
        left = found.get_charbox(found.get_text_range().index("m"), loose=True)[0]
    assert left == pytest.approx(100 + 12 * width("regular", first) + 30, abs=1)


def test_codes_that_look_like_a_space_across_two_signs_are_not_widened() -> None:
    paragraph = text("a \u0100\u2013 b")
    file = opened(assembled(paragraph, [line(paragraph, "a \u0100\u2013 b", stretch=3.0)]))
    assert file.pages[0].Contents.read_bytes().count(b")-250(") == 2


def test_faces_follow_each_other_on_a_line() -> None:
    paragraph = text("biasa miring\u2713")
    pieces = (Piece("regular", "biasa "), Piece("italic", "miring"), Piece("symbol", "\u2713"))
    found = words(assembled(paragraph, [line(paragraph, "", pieces=pieces, stretch=3.0)]))
    assert found["miring\u2713"]["x0"] == pytest.approx(100 + 12 * width("regular", "biasa ") + 3, abs=0.05)


@pytest.mark.parametrize(
    ("signs", "shown"),
    [("se\u00adkali\u00adan", 0), ("sekali\u00ad", 1), ("se\u00adkali\u00ad", 1)],
    ids=["inside", "at the end", "both"],
)
def test_a_soft_hyphen_takes_room_only_at_the_end_of_a_line(signs: str, shown: int) -> None:
    paragraph = text(signs)
    with pdfplumber.open(BytesIO(assembled(paragraph, [line(paragraph, signs)]))) as file:
        chars = file.pages[0].chars
    letters = [char for char in chars if char["text"] != "\u00ad"]
    assert letters[-1]["x1"] == pytest.approx(100 + 12 * width("regular", signs), abs=0.05)
    last = max(char["x1"] for char in chars if char["text"] == "\u00ad")
    assert (last > letters[-1]["x1"] + 1) == bool(shown)


def test_a_soft_hyphen_inside_a_line_is_invisible() -> None:
    file = opened(assembled(text("a"), [line(None, "se\u00adkali\u00ad")]))
    stream = file.pages[0].Contents.read_bytes()
    assert stream.count(b" 3 Tr[(\x00\xad)400]TJ 0 Tr") == 1
    assert b"(\x00\xad)Tj" in stream


def test_rules_and_areas_lie_where_the_layout_put_them() -> None:
    rule = items.Grid((50.0, 150.0), ((0, 1, 60.0),), (), 0.5)
    area = items.Area(100.0, 30.0, "A6A6A6", ((50.0, 20.0, None),))
    with pdfplumber.open(BytesIO(assembled(text("a"), [area, rule, line(None, "hitam")]))) as file:
        sheet = file.pages[0]
    (drawn,), (filled,) = sheet.lines, sheet.rects
    assert [drawn[key] for key in ("x0", "top", "x1", "linewidth")] == pytest.approx([50, 60, 150, 0.5], abs=0.02)
    assert [filled[key] for key in ("x0", "top", "x1", "bottom")] == pytest.approx([50, 100, 70, 130], abs=0.02)
    assert filled["non_stroking_color"] == pytest.approx((0.651, 0.651, 0.651))
    assert {char["non_stroking_color"] for char in sheet.chars} == {(0,)}


def picture(kind: str, mode: str, colour: Any) -> Picture:
    data = BytesIO()
    Image.new(mode, (4, 3), colour).save(data, kind)
    return Picture(data.getvalue(), 20.0, "Lambang", ())


@pytest.mark.parametrize(
    ("kind", "mode", "colour", "seen"),
    [
        ("PNG", "RGB", (200, 0, 0), (200, 0, 0)),
        ("PNG", "RGBA", (200, 0, 0, 0), (255, 255, 255)),
        ("PNG", "P", 0, (0, 0, 0)),
        ("PNG", "1", 1, 255),
        ("PNG", "LA", (0, 255), (0, 0, 0)),
        ("JPEG", "L", 255, 255),
        ("JPEG", "CMYK", (0, 0, 0, 0), (255, 255, 255)),
    ],
)
def test_pictures_are_gray_or_rgb_on_white(kind: str, mode: str, colour: Any, seen: Any) -> None:
    file = opened(pdf.write(paper(picture(kind, mode, colour), text("a")), RULES))
    drawn: Any = file.pages[0].Resources.XObject.P0
    assert drawn.ColorSpace in ("/DeviceRGB", "/DeviceGray")
    assert pikepdf.PdfImage(drawn).as_pil_image().getpixel((1, 1)) == seen


def test_a_jpeg_is_taken_as_it_is_and_a_picture_used_twice_stands_in_the_file_once() -> None:
    first = picture("JPEG", "RGB", (200, 0, 0))
    file = opened(pdf.write(paper(first, text("a"), replace(first)), RULES))
    drawn = file.pages[0].Resources.XObject.P0
    assert drawn.read_raw_bytes() == first.data
    assert file.pages[0].Contents.read_bytes().count(b"/P0 Do") == 2


def test_other_readers_find_the_same_words() -> None:
    made_document, rules = document(menimbang=["satu dua tiga"])
    data = pdf.write(made_document, rules)
    with pdfplumber.open(BytesIO(data)) as file:
        seen = [word["text"] for sheet in file.pages for word in sheet.extract_words(x_tolerance=1.5)]
    artifacts = " ".join(text for sheet in contents(opened(data)) for text in sheet.artifacts).split()
    assert sorted(seen) == sorted([word for part in reading_order(data) for word in part.split("\u00a0")] + artifacts)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_finds_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(pdf.write(*document()))
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True)
    assert done.stderr == ""
    assert done.stdout.split() == [word for part in reading_order(path.read_bytes()) for word in part.split("\u00a0")]
