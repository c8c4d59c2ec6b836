"""Outlines of letters, against fontTools, which reads the same font file."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from kpu_docs.layout.fonts import FACES, has_all
from kpu_docs.writers.pdf.outlines import outlined


class Recorder(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Writes down what is drawn, quadratic curves as cubic ones."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.drawn: list[tuple[str, list[float]]] = []

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.start = point
        self.drawn.append(("m", [*point]))

    def _closePath(self) -> None:
        if self._getCurrentPoint() != self.start:
            self._lineTo(self.start)

    def _lineTo(self, point: tuple[float, float]) -> None:
        self.drawn.append(("l", [*point]))

    def _curveToOne(self, near: Any, far: Any, point: Any) -> None:
        self.drawn.append(("c", [*near, *far, *point]))


@pytest.fixture(scope="module")
def face() -> Any:
    return TTFont(str(files("kpu_docs") / "fonts" / FACES["regular"]))


def drawn(path: str) -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    numbers: list[float] = []
    for word in path.split():
        if word.isalpha():
            found.append((word, numbers))
            numbers = []
        else:
            numbers.append(float(word))
    return found


SIGNS = [chr(code) for code in range(0x21, 0x250) if has_all("regular", chr(code)) and chr(code).isprintable()]


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_has_the_shape_that_is_in_the_font(sign: str, face: Any) -> None:
    glyphs = face.getGlyphSet()
    name = face.getBestCmap()[ord(sign)]
    pen = Recorder(glyphs)
    glyphs[name].draw(pen)
    *path, (fill, _), (move, matrix) = drawn(outlined(sign))
    assert [name for name, _ in path] == [name for name, _ in pen.drawn]
    for (_, one), (_, other) in zip(path, pen.drawn, strict=True):
        assert one == pytest.approx(other, abs=0.01)
    assert (fill, move, matrix) == ("f", "cm", [1, 0, 0, 1, glyphs[name].width, 0])


def test_a_space_draws_nothing() -> None:
    assert [name for name, _ in drawn(outlined("A B"))].count("f") == 2
