"""What the command line tells of a check: findings, what was mended, what the rules are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from kpu_docs import inputs
from kpu_docs.checking import check, ignored, rule_named
from kpu_docs.complaints import Complaint, InputError
from kpu_docs.findings import SEVERITIES, Finding
from kpu_docs.model import Keputusan
from kpu_docs.rules import Rule, rules

_NO_FIX = "--fix hanya memperbaiki data (YAML); perbaiki dokumen ini di Word, atau baca dulu dengan `kpu-docs import`"
_NO_COPY = (
    "--docx menulis komentar ke salinan berkas Word (.docx); untuk berkas lain, baca dulu dengan `kpu-docs import`, "
    "lalu `kpu-docs check keputusan.yaml --docx`"
)
_SAME = "--docx akan menimpa berkas yang diperiksa; sebut nama lain untuk salinannya"


@dataclass(frozen=True)
class Review:
    """The check of one file: its findings, what was mended (the lines that differ), what else is to be said."""

    findings: tuple[Finding, ...]
    mended: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed: what was mended, then the findings, then how many there are."""
        counted = Counter(finding.severity for finding in self.findings)
        told = ", ".join(f"{counted[severity]} {severity}" for severity in SEVERITIES if counted[severity])
        return (*self.mended, *map(str, self.findings), told or "tidak ada temuan")

    @property
    def wrong(self) -> bool:
        """Whether a finding is `salah`."""
        return any(finding.severity == "salah" for finding in self.findings)


def review(file: Path, *, fix: bool = False, docx: Path | None = None) -> Review:
    """Check a file of data, or a document. `fix` mends data first where that is safe; `docx` is where to write the
    decree with its findings: of a Word file a copy.

    Raises:
        InputError: the file cannot be read, or names a rule that does not exist; a document is to be mended, or one
            that is no Word file to be written.
        OSError: a file cannot be written.
    """
    return _document(file, fix, docx) if inputs.is_document(file) else _data(file, fix, docx)


def _document(file: Path, fix: bool, docx: Path | None) -> Review:
    from kpu_docs.documents import checked, with_findings
    from kpu_docs.rendering import known, write_all

    if fix:
        raise InputError(Complaint((), _NO_FIX, file=str(file)))
    if docx and file.suffix.lower() != ".docx":
        raise InputError(Complaint((), _NO_COPY, file=str(file)))
    if docx:
        known("format", docx.suffix.lower().removeprefix("."), ("docx",))
        if docx.exists() and file.exists() and docx.samefile(file):
            raise InputError(Complaint((), _SAME, file=str(file)))
    found = checked(file)
    if docx:
        write_all({docx: with_findings(file, found)})
    return Review(found.findings, (), tuple(f"peringatan: {note}" for note in found.notes))


def _data(file: Path, fix: bool, docx: Path | None) -> Review:
    keputusan = inputs.load(file)
    mended: tuple[str, ...] = ()
    if fix:
        from kpu_docs.fixing import fixed

        keputusan, mended = fixed(file, keputusan)
    findings = tuple(check(keputusan))
    if docx:
        from kpu_docs.rendering import render_reviewed

        render_reviewed(keputusan, findings, docx)
    return Review(findings, mended, tuple(_notes(keputusan)))


def _notes(keputusan: Keputusan) -> Iterator[str]:
    yield from (f"peringatan: {note}" for note in inputs.notes(keputusan))
    yield from (f"aturan {name} tidak dipakai: {reason}" for name, reason in ignored(keputusan).items())


def as_json(reviews: Sequence[Review]) -> str:
    """The findings of all files as a JSON list."""
    found = [finding.as_dict() for review in reviews for finding in review.findings]
    return json.dumps(found, ensure_ascii=False, indent=2)


def rules_explained(name: str | None) -> Iterator[str]:
    """All rules, a line each, or one in full.

    Raises:
        InputError: there is no such rule.
    """
    if name is not None:
        yield from _in_full(rule_named(name))
        return
    wide = max(map(len, rules()))
    for bagian in dict.fromkeys(rule.bagian for rule in rules().values()):
        yield f"\n{bagian}"
        for rule in rules().values():
            if rule.bagian == bagian:
                yield f"  {rule.name:<{wide}}  {rule.severity:<7} {rule.explanation.splitlines()[0]}"
    yield "\nkpu-docs rules NAMA menampilkan contoh dan sumbernya."


def _in_full(rule: Rule) -> Iterator[str]:
    first, _, rest = rule.explanation.partition("\n")
    yield f"{rule.name} ({rule.bagian}, {rule.severity})\n"
    yield f"{first}\n{dedent(rest).rstrip()}\n"
    yield f"Sumber: {rule.sumber} (keyakinan {rule.keyakinan})"
