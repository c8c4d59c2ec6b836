"""A finding: what a rule doubts in a decree, where, and why. Findings are values; they never stop the writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from kpu_docs.complaints import DataPath, shown, spelt

Severity = Literal["salah", "periksa", "saran"]
"""`salah` contradicts a sourced rule, `periksa` is to be looked at again, `saran` is a matter of style."""

SEVERITIES: tuple[Severity, ...] = ("salah", "periksa", "saran")
"""The severities, the gravest first."""

Span = tuple[int, int]
"""Signs of a text, from 0: from the first to before the last."""

MOST_PLACES = 5
"""How many further places of a repeated finding are printed."""


class Spot(NamedTuple):
    """A place: path in the data, the signs that are meant of the text there (None: all of it, or something missing),
    and where that stands: file, line and column (from 1), or sheet and cell, empty and None where unknown. In a
    document it is the place on the paper (`Menimbang huruf b`) and the words there.
    """

    path: DataPath
    span: Span | None = None
    file: str = ""
    line: int | None = None
    column: int | None = None
    lembar: str = ""
    sel: str = ""
    tempat: str = ""
    teks: str = ""

    def __str__(self) -> str:
        """`FILE:LINE:COL`, or file, sheet and cell, or file and place on paper; without a file the path in the data."""
        if self.tempat:
            words = f' ("{self.teks}")' if self.teks else ""
            return f"{self.file}: {self.tempat}{words}"
        if self.lembar:
            cell = f", sel {self.sel}" if self.sel else ""
            return f'{self.file}: Lembar "{self.lembar}"{cell}'
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part) or spelt(self.path)

    def beside(self, first: Spot) -> str:
        """As a further place of a finding: without the file and sheet, or the annex, that its first place names."""
        if self.tempat:
            return self.tempat.removeprefix(f"{first.tempat.partition(', ')[0]}, ")
        if self.lembar and (self.file, self.lembar) == (first.file, first.lembar):
            return f"sel {self.sel}"
        return f"baris {self.line}" if self.line and self.file == first.file else str(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    Attributes:
        rule: The name of the rule.
        severity: `salah`, `periksa` or `saran`.
        message: What is doubtful, in Indonesian.
        source: Where the rule is written.
        confidence: How sure we are of that (see `kpu-docs rules`).
        spots: The places: the first, and those where the same is found again.
        written: What stands there; empty where nothing does.
        expected: What should stand there instead (empty: nothing); None where that is for a person to say.
        safe: Whether putting `expected` there needs no second look (`check --fix` does it).
    """

    rule: str
    severity: Severity
    message: str
    source: str
    confidence: str
    spots: tuple[Spot, ...]
    written: str = ""
    expected: str | None = None
    safe: bool = False

    @property
    def path(self) -> DataPath:
        """The first place in the data."""
        return self.spots[0].path

    @property
    def where(self) -> str:
        """The first place as it is printed."""
        return str(self.spots[0])

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}: {self.text} ({self.rule})"

    @property
    def text(self) -> str:
        """The message with what stands there, what is expected, and the further places."""
        return f"{self.change}{self._further}"

    @property
    def change(self) -> str:
        """The message with what stands there and what is expected, unless they differ in white space only."""
        if self.expected is None:
            return self.message
        written, wanted = shown(self.written), shown(self.expected)
        if written == wanted:
            return self.message
        there = f'; tertulis "{written}"' if written else ""
        return f"{self.message}{there}, " + (f'seharusnya "{wanted}"' if wanted else "hapus")

    @property
    def comment(self) -> str:
        """The finding as a comment in Word at one of its places."""
        return f"{self.severity}: {self.change}\nAturan {self.rule}: {self.source}"

    @property
    def _further(self) -> str:
        first, *others = self.spots
        if not others:
            return ""
        rest = len(others) - MOST_PLACES
        more = f" dan {rest} tempat lain" if rest > 0 else ""
        places = [spot.beside(first) for spot in others[:MOST_PLACES]]
        return f"; juga di {('; ' if first.tempat else ', ').join(dict.fromkeys(places))}{more}"

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, for `check --json`."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "source": self.source,
            "confidence": self.confidence,
            "written": self.written,
            "expected": self.expected,
            "safe": self.safe,
            "where": [
                {
                    "path": list(spot.path),
                    "span": list(spot.span) if spot.span else None,
                    "file": spot.file,
                    "line": spot.line,
                    "column": spot.column,
                    "sheet": spot.lembar,
                    "cell": spot.sel,
                    "place": spot.tempat,
                    "text": spot.teks,
                }
                for spot in self.spots
            ],
        }
