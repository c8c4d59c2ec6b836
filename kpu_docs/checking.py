"""Checking a decree: every rule asked, alike remarks gathered into one finding, each with its place in the file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kpu_docs import tata_naskah
from kpu_docs.complaints import DEEP, Complaint, DataPath, InputError, nearest
from kpu_docs.findings import Finding, Spot
from kpu_docs.inputs import located
from kpu_docs.inputs.spots import placed
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, Rule, rules
from kpu_docs.texts import text_at


def check(keputusan: Keputusan | str | os.PathLike[str]) -> list[Finding]:
    """What the rules doubt in a decree, in the order of its file.

    The decree may be the path of a document that exists (.docx, .pdf, .txt): the places of findings (`spots`)
    then have their names on the paper (`tempat`) and the words there (`teks`). Rules that the decree or its office
    switches off (`abaikan`) are not asked.

    Raises:
        InputError: a document cannot be read or is no decree, `abaikan` names a rule that does not exist, or the data
            nest too deep.
    """
    if not isinstance(keputusan, Keputusan):
        from kpu_docs.documents import checked

        return list(checked(keputusan).findings)
    off = ignored(keputusan)
    form = tata_naskah.of(keputusan)
    found: list[Finding] = []
    try:
        for name, one in rules().items():
            if name not in off:
                found += _gathered(keputusan, one, one.check(keputusan, form))
    except RecursionError:
        raise InputError(Complaint((), DEEP)) from None
    return sorted(_placed(keputusan, found), key=_order)


def ignored(keputusan: Keputusan) -> Mapping[str, str]:
    """The rules that the decree or its office switches off, each with the reason given.

    Raises:
        InputError: one of them does not exist.
    """
    kantor = keputusan.kantor.abaikan if keputusan.kantor else {}
    paths: list[DataPath] = [*(("kantor", "abaikan", name) for name in kantor)]
    paths += [("abaikan", name) for name in keputusan.abaikan]
    unknown = [(path, unknown_rule(str(path[-1])), path[-1]) for path in paths if path[-1] not in rules()]
    if unknown:
        raise located(keputusan, unknown)
    return {**kantor, **keputusan.abaikan}


def rule_named(name: str) -> Rule:
    """The rule of that name.

    Raises:
        InputError: there is none.
    """
    if name not in rules():
        raise InputError(Complaint((), unknown_rule(name), name))
    return rules()[name]


def unknown_rule(name: str) -> str:
    """What is said of the name of a rule that does not exist."""
    near = nearest(name, list(rules()))
    hint = f"; mungkin maksudnya {near}" if near else ""
    return f"tidak ada aturan dengan nama ini{hint}; `kpu-docs rules` menampilkan semuanya"


def _gathered(keputusan: Keputusan, asked: Rule, remarks: Iterable[Remark]) -> list[Finding]:
    """One finding for remarks that say the same; the later ones are its further places."""
    alike: dict[tuple[str, ...], list[Remark]] = {}
    for remark in remarks:
        change = () if remark.expected is None else (remark.expected, _written(keputusan, remark))
        alike.setdefault((remark.message, *change), []).append(remark)
    return [_finding(keputusan, asked, same) for same in alike.values()]


def _finding(keputusan: Keputusan, asked: Rule, same: Sequence[Remark]) -> Finding:
    first = same[0]
    spots = (
        spot for remark in same for spot in (Spot(remark.path, remark.span), *(Spot(path) for path in remark.also))
    )
    return Finding(
        asked.name,
        asked.severity,
        first.message,
        asked.sumber,
        asked.keyakinan,
        tuple(spots),
        _written(keputusan, first),
        first.expected,
        first.safe,
    )


def _written(keputusan: Keputusan, remark: Remark) -> str:
    text = text_at(keputusan, remark.path)
    return text[slice(*remark.span)] if remark.span else text


def _placed(keputusan: Keputusan, found: list[Finding]) -> list[Finding]:
    """The findings with their places, all looked up at once, because the file is read again for it."""
    spots = iter(placed(keputusan, [spot for finding in found for spot in finding.spots]))
    return [replace(finding, spots=tuple(next(spots) for _ in finding.spots)) for finding in found]


def _order(finding: Finding) -> tuple[str, int, int, str]:
    first = finding.spots[0]
    return first.file, first.line or 0, first.column or 0, finding.rule
