"""Findings that are no fault of the paper: they come of what its reading had to put in, or could not take as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.findings import Finding
from kpu_docs.model import Keputusan
from kpu_docs.reading import Understood
from kpu_docs.reading.draft import UNKNOWN
from kpu_docs.reading.paper import lines
from kpu_docs.reading.penutup import BEGINS
from kpu_docs.texts import text_at


def of_the_paper(findings: Sequence[Finding], keputusan: Keputusan, read: Understood) -> list[Finding]:
    """The findings that are true of the paper which a decree was read from, in its words."""
    untrue = set(_untrue(keputusan, read))
    kept = (_with_known_places(finding, keputusan) for finding in findings if finding.rule not in untrue)
    return [_of_a_paper(finding) for finding in kept if finding.spots]


def _untrue(keputusan: Keputusan, read: Understood) -> list[str]:
    """Rules that ask for what the paper has in another form."""
    heads = any(annex.judul.startswith("LAMPIRAN") for annex in keputusan.lampiran)
    certified = any(
        BEGINS["pengesahan"].fullmatch(line.plain) for section in read.sections for line in lines(section.pieces)
    )
    return [*(["lampiran_tanpa_kepala"] if heads else []), *(["salinan_tanpa_pengesahan"] if certified else [])]


def _with_known_places(finding: Finding, keputusan: Keputusan) -> Finding:
    """The finding without places where dots stand for what the paper does not tell, and without frames that were taken
    for an empty table.
    """
    spots = tuple(
        spot
        for spot in finding.spots
        if text_at(keputusan, spot.path) != UNKNOWN
        and not (finding.rule == "lampiran_kosong" and _is_frame(keputusan, spot.path))
    )
    return finding if spots == finding.spots else replace(finding, spots=spots)


def _is_frame(keputusan: Keputusan, path: DataPath) -> bool:
    """Whether an annex is a table of one column: on paper a frame around everything."""
    annex: Any = keputusan.lampiran[int(path[1])]
    return annex.tabel is not None and len(annex.tabel.kolom) == 1


def _of_a_paper(finding: Finding) -> Finding:
    """What rules say of an office is said of the paper."""
    if finding.rule != "bentuk_kantor_berbeda":
        return finding
    return replace(finding, message=finding.message.replace(": kantor ini ", ": naskah ini ", 1))
