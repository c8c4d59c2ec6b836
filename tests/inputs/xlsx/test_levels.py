"""How deep rows lie, by the signs before them."""

from __future__ import annotations

import pytest

from kpu_docs.inputs.xlsx import levels
from kpu_docs.inputs.xlsx.levels import Sign


def depths(*texts: str) -> list[int]:
    above: list[Sign] = []
    found = []
    for text in texts:
        sign = levels.sign(text, above)
        level = levels.level(sign, above)
        above[level:] = [sign]
        found.append(level)
    return found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("1. 2. a. b. 1) a) 2) 3.", [0, 0, 1, 1, 2, 3, 2, 0]),
        ("I. A. 1. 2. B. II. A.", [0, 1, 2, 2, 1, 0, 1]),
        ("1 1.1 1.2 2 2.1 2.1.1 10", [0, 1, 1, 0, 1, 2, 0]),
        ("A. B. C. D.", [0, 0, 0, 0]),
        ("1. h. i. j.", [0, 1, 1, 1]),
        ("1. i. ii. iii. iv.", [0, 1, 1, 1, 1]),
        ("I II III IV V", [0, 0, 0, 0, 0]),
        ("(1) (a) (b) (2)", [0, 1, 1, 0]),
        ("6639 6639.QGE 6639.QGE.001 051 A 521211 521213 B 521211", [0, 1, 2, 3, 4, 5, 5, 4, 5]),
        ("521211 000001 000002 521213", [0, 1, 1, 0]),
        ("5.1 5.1.02 5.1.02.01 5.1.03", [0, 1, 2, 1]),
        ("9 10 11", [0, 0, 0]),
    ],
)
def test_depths(texts: str, expected: list[int]) -> None:
    assert depths(*texts.split()) == expected


@pytest.mark.parametrize(
    ("text", "above", "sign", "rest"),
    [
        ("a. Penawaran", [], "a.", "Penawaran"),
        ("b) Penawaran", [Sign("a)", 1)], "b)", "Penawaran"),
        ("- Penawaran", [], "-", "Penawaran"),
        ("> Rapat\nlagi", [], ">", "Rapat\nlagi"),
        ("H. Ahmad", [], "", "H. Ahmad"),
        ("b. Penawaran", [], "", "b. Penawaran"),
        ("3 hari rapat", [], "", "3 hari rapat"),
        ("a.", [], "", "a."),
        ("Rapat", [], "", "Rapat"),
    ],
)
def test_a_sign_before_a_text(text: str, above: list[Sign], sign: str, rest: str) -> None:
    assert levels.split(text, above) == (sign, rest)


def test_a_row_without_a_sign_is_of_a_kind_of_its_own() -> None:
    assert depths("1.", "", "", "2.") == [0, 1, 1, 0]
