from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import markup


def spelt(text: str, *, capitals: bool = False) -> list[tuple[str, str]]:
    """The runs as text and style: "" plain, "b" bold, "i" italic."""
    found = [
        (run.text, "b" * run.bold + "i" * run.italic) for run in markup.runs(text, ("tentang",), capitals=capitals)
    ]
    return [("".join(piece for piece, _ in same), look) for look, same in groupby(found, key=lambda run: run[1])]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("biasa", [("biasa", "")], id="plain"),
        pytest.param("*kick off* kegiatan", [("kick off", "i"), (" kegiatan", "")], id="italic"),
        pytest.param("sebelum **batas**", [("sebelum ", ""), ("batas", "b")], id="bold"),
        pytest.param("*a* dan **b**", [("a", "i"), (" dan ", ""), ("b", "b")], id="both"),
        pytest.param(r"5\*5", [("5*5", "")], id="a written star"),
        pytest.param(
            r"*a\*b*",
            [("a*b", "i")],
            id="a written star inside italic",
        ),
        pytest.param(r"\*bukan miring\*", [("*bukan miring*", "")], id="written stars around words"),
        pytest.param("2 * 3 * 4", [("2 * 3 * 4", "")], id="stars between spaces"),
        pytest.param("*satu", [("*satu", "")], id="a star that nothing closes"),
        pytest.param("satu*", [("satu*", "")], id="a star that opens nothing"),
        pytest.param("**satu*", [("**satu*", "")], id="stars that do not fit"),
        pytest.param("***tiga***", [("***tiga***", "")], id="three stars mean nothing"),
        pytest.param("* *", [("* *", "")], id="nothing between stars"),
        pytest.param("", [], id="empty"),
    ],
)
def test_stars_mark_italic_and_bold(text: str, runs: list[tuple[str, str]]) -> None:
    assert spelt(text) == runs


def test_capitals_raise_letters_and_keep_the_slant() -> None:
    assert spelt("*roadmap* reformasi", capitals=True) == [("ROADMAP", "i"), (" REFORMASI", "")]


def test_every_run_says_where_it_came_from() -> None:
    assert {run.asal for run in markup.runs("a *b* **c**", ("menimbang", 0))} == {("menimbang", 0)}


@given(st.text(alphabet="ab *\\\n"))
def test_every_run_stands_in_the_text_where_it_says(text: str) -> None:
    for run in markup.runs(text, ()):
        assert run.at is not None
        assert text[run.at : run.at + len(run.text)] == run.text


def test_copied_words_stand_nowhere() -> None:
    assert [run.at for run in markup.runs("a *b*", (), copied=True)] == [None, None]


def test_plain_is_the_words_alone() -> None:
    assert markup.plain(r"*Roadmap* **2026** \*catatan") == "Roadmap 2026 *catatan"


@given(st.text(alphabet="ab *\\\n"))
def test_only_stars_and_backslashes_are_ever_taken_away(text: str) -> None:
    kept = markup.plain(text)
    assert kept.replace("*", "").replace("\\", "") == text.replace("*", "").replace("\\", "")
    assert kept.count("\\") + text.count("\\*") >= text.count("\\")


@given(st.text(alphabet="ab \n*").filter(lambda text: "*" not in text))
def test_text_without_stars_is_one_run(text: str) -> None:
    assert spelt(text) == ([(text, "")] if text else [])
