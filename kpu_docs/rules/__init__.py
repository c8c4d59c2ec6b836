"""The rules: what a careful head of law looks for in a decree, each with its source.

One module for each place on the page. A rule is a function over the decree and its format rules that yields a `Remark`
for each thing it doubts; its name is the name of the rule:

    @rule("salah", sumber="DIK-12: setiap diktum diakhiri titik", keyakinan="C")
    def diktum_tanpa_titik(keputusan, tata_naskah):
        \"\"\"Setiap diktum diakhiri tanda titik. ...\"\"\"

Its docstring is in Indonesian: what is asked and why, then `Salah:` and `Benar:`, each followed by a piece of the data
of a decree as indented YAML. A test reads it: the wrong example must be found, the right one must be silent.
A rule that would doubt a decree which KPU really issued is `periksa`, not `salah`. Files whose names begin with `_`
hold no rules.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Severity, Span
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah


class Remark(NamedTuple):
    """What a rule doubts: at which path of the data, and what it says about it; see `Finding` for the rest.

    `span` are signs of the text at `path`, `also` further places of the same doubt. Remarks of a rule with equal
    messages become one finding.
    """

    path: DataPath
    message: str
    span: Span | None = None
    expected: str | None = None
    safe: bool = False
    also: tuple[DataPath, ...] = ()


Check = Callable[[Keputusan, TataNaskah], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, the place on the page (its module), severity, source, confidence, explanation, function.

    The confidence is graded as in the format rules (`kpu-docs tata-naskah`): A official text, B secondary text that
    restates it, I instance in an instrument of KPU RI, C two or more decrees, D one, M not verified, ? contested.
    """

    name: str
    bagian: str
    severity: Severity
    sumber: str
    keyakinan: str
    explanation: str
    check: Check


def rule(severity: Severity, *, sumber: str, keyakinan: str) -> Callable[[Check], Rule]:
    """Make a function a rule; it takes its name and explanation from the function."""

    def made(check: Check) -> Rule:
        bagian = check.__module__.rpartition(".")[2]
        return Rule(check.__name__, bagian, severity, sumber, keyakinan, check.__doc__ or "", check)

    return made


@cache
def rules() -> dict[str, Rule]:
    """All rules by name, those of one place on the page together."""
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        own = [value for value in vars(module).values() if isinstance(value, Rule) and value.bagian == info.name]
        for one in own:
            assert one.name not in found, f"two rules are called {one.name}"
            found[one.name] = one
    return found
