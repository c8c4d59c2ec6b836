"""What Word would not open in a template's file, for the one who has to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from kpu_docs.findings import SEVERITIES
from kpu_docs.templating.tags import Spot, Wrong
from kpu_docs.wordfile import faults

_TOLD = 100
"""Faults that are told one by one: a damaged file may have one in every cell."""

_ADVICE = "Word mungkin menolak berkas ini; simpan ulang dengan LibreOffice atau Word, atau hapus isi di tempat itu"


def damage(package: Mapping[str, bytes]) -> list[tuple[str, Wrong]]:
    """The faults of a package with their severities, the worst first."""
    found = sorted(faults(package), key=lambda fault: SEVERITIES.index(fault.severity))
    told: list[tuple[str, Wrong]] = [
        (
            one.severity,
            Wrong(Spot(one.part, one.place), f"{one.message}; {_ADVICE}" if one.severity == "salah" else one.message),
        )
        for one in found[:_TOLD]
    ]
    if rest := found[_TOLD:]:
        told.append((rest[0].severity, Wrong(Spot("", ""), f"dan {len(rest)} hal lain pada susunan berkas ini")))
    return told
