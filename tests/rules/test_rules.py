"""Every rule keeps what it says of itself: its examples, its source; and the fixtures announce all that is found."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.findings import SEVERITIES
from kpu_docs.inputs import yaml
from kpu_docs.rules import Rule, rules
from tests.building import decree
from tests.rules.announced import RIGHT, WRONG, announced, found

ROOT = Path(__file__).parents[2]

each_rule = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)


def examples(rule: Rule, kind: str) -> list[dict[str, Any]]:
    """The data of the examples of a rule; a rule may have several of each kind."""
    blocks = re.findall(rf"^ *{kind}:\n((?: {{8,}}.*\n| *\n)+)", f"{rule.explanation}\n", re.M)
    return [yaml.read(dedent(block)) for block in blocks]


@each_rule
def test_a_rule_explains_itself(rule: Rule) -> None:
    first = rule.explanation.splitlines()[0]
    assert first.endswith("."), "the first line is a sentence"
    assert rule.severity in SEVERITIES
    assert rule.sumber
    assert rule.keyakinan in ("A", "B", "I", "C", "D", "X", "M", "?")
    assert not (rule.severity == "salah" and rule.keyakinan in ("M", "?")), "what is not verified is not called wrong"
    assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", rule.name)


@each_rule
def test_its_wrong_examples_are_found_and_its_right_ones_are_silent(rule: Rule) -> None:
    wrong, right = examples(rule, "Salah"), examples(rule, "Benar")
    assert wrong, "a wrong example"
    assert right, "a right example"
    for data in wrong:
        keputusan = decree(**data)
        assert list(rule.check(keputusan, tata_naskah.of(keputusan))), data
    for data in right:
        keputusan = decree(**data)
        assert list(rule.check(keputusan, tata_naskah.of(keputusan))) == [], data


def test_documents_called_by_a_sign_are_listed() -> None:
    listed = re.findall(
        r"^\| ([ST]\d+) \|", (ROOT / "kpu_docs" / "data" / "SUMBER.md").read_text(encoding="utf-8"), re.M
    )
    sources = [rule.sumber for rule in rules().values()]
    sources += [nilai.sumber for name in tata_naskah.names() for nilai in tata_naskah.sourced(name)]
    cited = {sign for text in sources for sign in re.findall(r"\b[ST]\d+\b", text)}
    assert sorted(cited) == sorted(listed)


@each_rule
def test_a_fixture_announces_it(rule: Rule) -> None:
    assert any(one.rule == rule.name for file in WRONG for one in announced(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_a_decree_with_faults_announces_all_that_is_found(file: Path) -> None:
    assert found(kpu.check(kpu.load(file))) == announced(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.stem)
def test_a_right_decree_is_silent(file: Path) -> None:
    assert [str(finding) for finding in kpu.check(kpu.load(file))] == []
