"""Findings that are no fault of the paper: they come of what its reading had to put in, or could not take as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kpu_docs import tata_naskah
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Finding
from kpu_docs.model import Keputusan
from kpu_docs.reading import Understood
from kpu_docs.reading.draft import UNKNOWN
from kpu_docs.reading.paper import lines
from kpu_docs.reading.penutup import BEGINS
from kpu_docs.texts import text_at

_WITHOUT: Mapping[str, tuple[str, ...]] = {
    "tentang": (
        "judul_kesatu_berbeda",
        "judul_lampiran_berbeda",
        "judul_menimbang_berbeda",
        "judul_menetapkan_berbeda",
        "memperhatikan_lain_pokok",
    ),
    "satker": ("lembaga_lain_disebut", "satker_lain", "lembaga_nomor_lain", "wilayah_nomor_lain", "tempat_berbeda"),
    # What stands below went to the part above.
    "diktum": ("judul_menetapkan_berbeda", "menetapkan_tanpa_titik", "tanpa_saat_berlaku", "lampiran_tidak_disebut"),
    "kepala": ("lampiran_tanpa_kepala",),
    "pengesahan": ("salinan_tanpa_pengesahan",),
}
"""Rules that ask for something of the paper, by what of it was not understood."""

_LEFT_OPEN = frozenset({"nomor_kosong", "tanggal_kosong"})
"""What stands where number and day are left open: it is taken as it is, and never worth a finding."""


def of_the_paper(findings: Sequence[Finding], keputusan: Keputusan, read: Understood) -> list[Finding]:
    """The findings that are true of the paper which a decree was read from, in its words."""
    missing = {*_not_understood(keputusan, read)}
    untrue = {rule for part in missing for rule in _WITHOUT.get(part, ())}
    found = []
    for finding in findings:
        spots = tuple(spot for spot in finding.spots if not _is_made_up(finding.rule, spot.path, keputusan, missing))
        if spots and finding.rule not in untrue:
            found.append(replace(finding, spots=spots, message=_of_a_paper(finding, missing)))
    return found


def _not_understood(keputusan: Keputusan, read: Understood) -> Iterator[str]:
    """The parts of the paper that were not found, or are there in a form that was not understood."""
    if keputusan.tentang == UNKNOWN:
        yield "tentang"
    if UNKNOWN in (keputusan.satker.wilayah, keputusan.satker.lembaga):
        yield "satker"
    if read.data["diktum"] == [UNKNOWN]:
        yield "diktum"
    if keputusan.place.text == UNKNOWN:
        yield "tempat"
    if keputusan.place.text == UNKNOWN or re.search(r"\w", tata_naskah.of(keputusan).kata.tanggal_kosong):
        yield "tanggal"
    if any(annex.judul.startswith("LAMPIRAN") for annex in keputusan.lampiran):
        yield "kepala"
    held = (line for section in read.sections for line in lines(section.pieces))
    if any(BEGINS["pengesahan"].fullmatch(line.plain) for line in held):
        yield "pengesahan"


def _is_made_up(rule: str, path: DataPath, keputusan: Keputusan, missing: set[str]) -> bool:
    """Whether a place holds nothing of the paper, or something else than the paper has there: dots for what it does not
    tell, a day that was not understood, the end of the decree in the last diktum, a frame taken for an empty table.
    """
    match path:
        case ("ditetapkan", "pada") if "tanggal" in missing:
            return True
        case ("diktum", int(at), *_) if rule == "diktum_tanpa_titik" and "tempat" in missing:
            return at == len(keputusan.diktum) - 1
        case ("lampiran", int(at), *_) if rule == "lampiran_kosong":
            annex: Any = keputusan.lampiran[at]
            return annex.tabel is not None and len(annex.tabel.kolom) == 1
    return text_at(keputusan, path) == UNKNOWN or not _LEFT_OPEN.isdisjoint(path)


def _of_a_paper(finding: Finding, missing: set[str]) -> str:
    """What is said of a finding: of the paper what rules say of an office; a day that was not understood is not said to
    be missing.
    """
    message = finding.message
    if finding.rule == "bentuk_kantor_berbeda":
        message = message.replace(": kantor ini ", ": naskah ini ", 1).replace("{nomor}", "…")
    if "tanggal" in missing:
        message = message.replace("Keputusan belum bertanggal", "tanggal Keputusan tidak terbaca")
    return message
