"""What is safe to mend is mended, and nothing else: the comments, the layout, and the other findings stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.fixing import fixed
from tests.rules.announced import RIGHT, WRONG

TURNS = 3
"""Findings that touch each other are mended one after the other."""


def mended(file: Path, folder: Path) -> Path:
    copy = folder / "keputusan.yaml"
    copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    for _ in range(TURNS):
        fixed(copy, kpu.load(copy))
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_a_mended_decree_has_no_finding_left_that_is_safe_to_mend(file: Path, tmp_path: Path) -> None:
    before = kpu.check(kpu.load(file))
    copy = mended(file, tmp_path)
    after = kpu.check(kpu.load(copy))
    assert [str(finding) for finding in after if finding.safe] == []
    assert {finding.message for finding in before if not finding.safe} == {finding.message for finding in after}
    assert comments(copy) == comments(file)


@pytest.mark.slow
@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.stem)
def test_a_right_decree_stays_as_it_is(file: Path, tmp_path: Path) -> None:
    assert mended(file, tmp_path).read_bytes() == file.read_bytes()


def comments(file: Path) -> list[str]:
    return re.findall(r"#.*", file.read_text(encoding="utf-8"))
