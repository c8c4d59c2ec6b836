"""The names of the files: safe everywhere, never twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs.batching.names import file_names, safe
from kpu_docs.batching.rows import Row
from kpu_docs.complaints import InputError

FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f]|^[. -]|[. ]$|^(con|prn|aux|nul|(com|lpt)[\d¹²³]|con(in|out)\$)(\.|$)', re.I
)
RESERVED = ("con", "prn", "aux", "nul", "com1", "lpt9", "com\u00b2", "conin$")


def names(*rows: dict[str, Any], wanted: str | None = None, decree: dict[str, Any] | None = None) -> list[str]:
    data = [Row(at, "data.csv", at + 1, values) for at, values in enumerate(rows, start=1)]
    return file_names(wanted, data, [decree or {}] * len(rows))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Desa Sooko", "Desa-Sooko"),
        ("5/HK.03.1/3576/2022", "5-HK.03.1-3576-2022"),
        ('a<b>c:d"e|f?g*h\\i', "a-b-c-d-e-f-g-h-i"),
        ("CON", "CON_"),
        ("nul.1", "nul_.1"),
        ("Com1", "Com1_"),
        ("lpt\u00b9", "lpt\u00b9_"),
        ("CONIN$", "CONIN$_"),
        ("prn .docx", "prn-.docx"),
        ("aux .", "aux_"),
        ("console", "console"),
        ("akhir. . ", "akhir"),
        ("../../etc", "etc"),
        ("", "tanpa-nama"),
        ("...", "tanpa-nama"),
        ("e\u0301", "\u00e9"),
        ("a\u202eb\u200b", "ab"),
    ],
)
def test_safe(text: str, name: str) -> None:
    assert safe(text) == name


@given(st.text())
def test_any_text_gives_a_name_that_every_system_takes(text: str) -> None:
    name = safe(text)
    assert name
    assert not FORBIDDEN.search(name)
    assert len(f".{name}-rancangan.docx.12345678.tmp".encode()) <= 255


@given(st.lists(st.text("aAbB.\u0131Ii\u00dfs\u017f\u03bc\u00b5") | st.sampled_from(RESERVED), min_size=1, max_size=12))
def test_no_name_is_there_twice(texts: list[str]) -> None:
    found = names(*({"a": text} for text in texts), wanted="{{ a }}")
    for alike in (str.casefold, str.upper, str.lower):
        assert len({alike(name) for name in found}) == len(texts)
    assert not any(FORBIDDEN.search(name) for name in found)


@given(st.sampled_from(RESERVED), st.sampled_from(["", ".", " ", ". ", ".docx", ".a.b"]), st.booleans())
def test_names_of_devices_are_changed(device: str, ending: str, capitals: bool) -> None:
    name = safe(f" {device.upper() if capitals else device}{ending}")
    assert not FORBIDDEN.search(f"{name}.docx")
    assert not FORBIDDEN.search(f"{name}-salinan.pdf")


def test_equal_names_get_a_number() -> None:
    rows = [{"a": text} for text in ("Sooko", "SOOKO", "sooko", "Sooko-2")]
    assert names(*rows, wanted="{{ a }}") == ["Sooko", "SOOKO-2", "sooko-3", "Sooko-2-2"]


def test_without_a_pattern_the_number_and_what_the_row_is_known_by() -> None:
    assert names(*[{"a": "x"}] * 10)[::9] == ["01-x", "10-x"]
    assert names({"a": "x"}, decree={"satker": "kota-mojokerto"}) == ["1-kota-mojokerto"]
    assert names({"a": "x"}, decree={"satker": {"desa": "Desa Sooko", "kecamatan": "Y"}}) == ["1-Desa-Sooko"]
    assert names({"a": ["x"]}) == ["1"]


def test_columns_parts_of_the_decree_and_the_row() -> None:
    rows = [{"desa": "Sooko"}] * 10
    decree = {"nomor": "5 TAHUN 2026", "desa": "bukan ini"}
    found = names(*rows, wanted="{{ baris }} {{ nomor }} {{ desa }}", decree=decree)
    assert found[0] == "01-5-TAHUN-2026-Sooko"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("{{ dsa }}", "nama: kolom dsa tidak ada di data; mungkin maksudnya desa (tertulis: {{ dsa }})"),
        ("{{ desa", "belum ditutup"),
    ],
)
def test_unknown_columns_are_refused(wanted: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        names({"desa": "x"}, wanted=wanted)
    assert message in str(caught.value)
