"""The signs of a text are found in its spelling, whatever the quotes and folds."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    PlainScalarString,
    SingleQuotedScalarString,
)

from kpu_docs.inputs import yaml
from kpu_docs.inputs.raw import offsets

STYLES = (
    PlainScalarString,
    SingleQuotedScalarString,
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
)

WORDS = st.lists(st.text("ab:;,.'\"\\é–#()*", min_size=1, max_size=8), min_size=1, max_size=30).map(" ".join)


def spelt(text: str, style: type) -> tuple[str, int]:
    """A YAML file that holds the text in that style, and where its spelling begins."""
    written = StringIO()
    dumper = YAML()
    dumper.width = 30
    dumper.allow_unicode = True
    dumper.dump({"a": {"tentang": style(text)}, "b": "akhir"}, written)
    raw = written.getvalue()
    [place] = [place for place in yaml.places(raw) if place.path == ("a", "tentang")]
    line, column = place.text
    return raw, sum(len(one) + 1 for one in raw.split("\n")[: line - 1]) + column - 1


@example(text="':", style=SingleQuotedScalarString)
@given(text=WORDS, style=st.sampled_from(STYLES))
def test_every_sign_is_found_where_it_is_spelt(text: str, style: type) -> None:
    raw, start = spelt(text, style)
    found = offsets(raw, start, text)
    assert found is not None
    assert found == sorted(found)
    assert len(found) == len(text) + 1
    for sign, at in zip(text, found[:-1], strict=True):
        assert raw[at] == sign or (raw[at] in "\\'" and sign in raw[at : at + 2]) or (raw[at].isspace() and sign == " ")


@given(text=WORDS)
def test_json_is_followed_through_its_escapes(text: str) -> None:
    raw = json.dumps({"tentang": text})
    found = offsets(raw, len('{"tentang": '), text)
    if text.isascii() or "\\u" not in raw:
        assert found is not None
    if found is not None:
        assert raw[found[-1]] == '"'


@pytest.mark.parametrize(
    ("raw", "text"),
    [("tentang: lain", "Contoh"), ('tentang: "a\\u0041"', "aB"), ("tentang: a", "a b"), ("tentang: ", "a")],
)
def test_another_text_is_not_found(raw: str, text: str) -> None:
    assert offsets(raw, len("tentang: "), text) is None
