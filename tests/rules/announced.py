"""Decrees that announce their findings: a comment `# temuan: kata_ganda` above the line at which one is found.

Several are separated by commas; `kata_ganda x3` is one finding with three places. In the decrees made from real
variants (`variasi_*`) `# keliru:` says what is wrong in a citation, `# ingin:` what a head of law would want to hear as
well and no rule says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kpu_docs.findings import Finding

FOLDER = Path(__file__).parent / "keputusan"
RIGHT = sorted((FOLDER / "benar").glob("*.yaml"))
WRONG = sorted((FOLDER / "salah").glob("*.yaml"))


class Announced(NamedTuple):
    """A finding: the line of its first place, its rule, how many places it has."""

    line: int
    rule: str
    places: int


def announced(text: str) -> list[Announced]:
    """The findings that a file announces, in the order of its lines."""
    return sorted(_announced(text.splitlines()))


def _announced(lines: list[str]) -> Iterator[Announced]:
    for at, line in enumerate(lines):
        match = re.match(r"\s*# temuan: (.+)", line)
        for named in match[1].split(",") if match else ():
            name, _, count = named.strip().partition(" x")
            below = next(n for n in range(at + 1, len(lines)) if not re.match(r"\s*(#|$)", lines[n]))
            yield Announced(below + 1, name, int(count or 1))


def found(findings: list[Finding]) -> list[Announced]:
    """Findings in the same form."""
    return sorted(Announced(finding.spots[0].line or 0, finding.rule, len(finding.spots)) for finding in findings)
