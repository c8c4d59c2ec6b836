"""Any decree is written in every format, without a lost character and within its pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.layout.columns import MM
from kpu_docs.layout.items import Area, Grid, Image, Page, Text
from kpu_docs.layout.pages import lay_out
from kpu_docs.tata_naskah import TataNaskah
from kpu_docs.texts import texts
from tests.building import LEAST, composed
from tests.generating.annexes import KINDS
from tests.generating.decrees import decrees
from tests.generating.texts import FOREIGN, Said, leaves, written
from tests.used_keys import Key, every_key, keys
from tests.writers import docx_reading, html_reading, pdf_reading

BASE = Path(__file__).parents[1] / "examples" / "naskah_contoh"
LEFT_OUT = re.compile(
    r"model\.Acuan|model\.Keputusan (versi|urutkan|peraturan|mengubah|mencabut|abaikan)|kantor\.\w+ (?!tata_naskah)"
    r"|satker\.Satker (induk|republik_indonesia)|_bab\.Bab kunci|_kolom\.Kolom dijumlah|_tabel_data\.Jumlah nilai"
    r"|_tabel_data\.Tabel (subjumlah_tertulis|penomoran)|jadwal\.JudulKolom"
)
"""What generated decrees leave to the sentinel test: the files of an office, and keys that are not printed, name other
data or must fit them.
"""
READERS: dict[str, Callable[[bytes], str]] = {
    "docx": lambda data: " ".join([*docx_reading.words(data), *docx_reading.pictures(data)]),
    "html": lambda data: " ".join([*html_reading.words(data), *html_reading.pictures(data)]),
    "pdf": lambda data: " ".join([*pdf_reading.reading_order(data), *pdf_reading.pictures(data)]),
    "txt": lambda data: data.decode(),
}


def guided(text: str) -> str:
    """A text without the signs that only guide the breaking of lines."""
    return re.sub("[\u00ad\u200b]", "", text).replace("\u2011", "-")


def squashed(text: str) -> str:
    """The signs of a text alone."""
    return "".join(guided(text).split())


def of(data: Any) -> kpu.Keputusan:
    return kpu.load(written(data), base=BASE)


def nothing_is_lost(data: Any) -> None:
    """Every text of the data stands in every format, whole and at one place, and all formats say the same."""
    keputusan = of(data)
    found = {format: READERS[format](kpu.render_bytes(keputusan, format)) for format in READERS}
    read = {format: squashed(text) for format, text in found.items()}
    for said in leaves(data):
        printed = unicodedata.normalize("NFC", said.printed)
        for format, text in read.items():
            assert squashed(printed) in text or squashed(printed.upper()) in text, (format, said)
    words = {
        format: re.sub("[\u00ad\u200b]", "", text).replace("\u2011", "-").split() for format, text in found.items()
    }
    assert words["html"] == words["docx"]
    assert words["pdf"] == words["docx"]
    rules = tata_naskah.of(keputusan)
    for page in lay_out(composed(keputusan), rules):
        stays_within(page, rules)


def stamps(text: str) -> list[str]:
    """The words of their own that the texts of a decree have, as they are read."""
    return re.findall(r"q\d+z", text.lower())


def stays_within(page: Page, rules: TataNaskah) -> None:
    """Nothing on a page lies outside its margins, but page numbers, catchwords and the address at its foot: those are
    on the sheet all the same.
    """
    left, right = rules.halaman.kiri * MM - 0.5, page.width - rules.halaman.kanan * MM + 0.5
    margin = page.height - rules.halaman.bawah * MM + 0.5
    for item in page.items:
        bottom = page.height if isinstance(item, Text) and item.owner is None else margin
        for x1, y1, x2, y2 in edges(item):
            assert left <= min(x1, x2), item
            assert max(x1, x2) <= right, item
            assert max(y1, y2) <= bottom, item


def edges(item: Any) -> list[tuple[float, float, float, float]]:
    match item:
        case Text(upright=True):
            return [(x, y - line.width, x, y) for x, y, line in item.placed()]
        case Text():
            # A column narrower than a sign has one in each line all the same.
            return [(x, y, x + line.width, y) for x, y, line in item.placed() if len(line.text) > 2]
        case Grid():
            return item.lines()
        case Area(y=y, height=height, parts=parts):
            return [(x, y, x + width, y + height) for x, width, _ in parts]
        case Image(x=x, y=y, width=width, height=height):
            return [(x, y, x + width, y + height)]
    return []


Test = Callable[..., None]


def tried(count: int) -> Callable[[Test], Test]:
    """So many decrees, the same in every run. They are not made smaller: that takes minutes for data of this size."""
    return settings(
        max_examples=count,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def refused(data: Any, at: int, sign: str) -> None:
    """A sign that no face has is printed but in the PDF, which names the sign and the place of the text with it."""
    said = list(leaves(data))
    chosen = said[at % len(said)]
    keputusan = of(with_sign(data, chosen, sign))
    for format in ("docx", "html", "txt"):
        assert squashed(sign) in READERS[format](kpu.render_bytes(keputusan, format))
    with pytest.raises(kpu.InputError) as caught:
        kpu.render_bytes(keputusan, "pdf")
    complaints = caught.value.complaints
    assert all(f"U+{ord(sign):04X}" in one.message for one in complaints)
    # A line that the library composes of several data, such as the one above Menimbang, is told as well.
    assert any(sign in found.text for one in complaints for found in texts(keputusan, one.path)), complaints


def with_sign(node: Any, chosen: Said, sign: str) -> Any:
    """The data with a sign at the end of one of their texts."""
    if node is chosen:
        return Said(node + sign)
    if isinstance(node, dict):
        return {with_sign(key, chosen, sign): with_sign(part, chosen, sign) for key, part in node.items()}
    return [with_sign(part, chosen, sign) for part in node] if isinstance(node, list) else node


@given(decrees)
@tried(3)
def test_a_decree_of_any_shape_is_written_whole(data: Any) -> None:
    nothing_is_lost(data)


@pytest.mark.slow
@given(decrees)
@tried(300)
def test_three_hundred_decrees_are_written_whole(data: Any) -> None:
    nothing_is_lost(data)


@pytest.mark.slow
def test_the_decrees_make_use_of_the_keys() -> None:
    used: set[Key] = set()

    def collect(strategy: st.SearchStrategy[Any]) -> None:
        given(strategy)(tried(300)(lambda data: used.update(keys(of(data)))))()

    collect(decrees)
    for kind, content in KINDS.items():
        collect(st.fixed_dictionaries({kind: content}).map(lambda annex: LEAST | {"lampiran": annex}))
    unused = sorted(f"{name} {key}" for name, key in every_key() - used)
    assert [one for one in unused if not LEFT_OUT.search(one)] == []


each_sign = given(decrees, st.integers(0, 10**6), st.sampled_from(FOREIGN))


@each_sign
@tried(5)
def test_a_sign_of_no_face_is_refused_with_its_place(data: Any, at: int, sign: str) -> None:
    refused(data, at, sign)


@pytest.mark.slow
@each_sign
@tried(100)
def test_each_place_can_be_named(data: Any, at: int, sign: str) -> None:
    refused(data, at, sign)
