"""The number of a decree as its rules read it."""

from __future__ import annotations

import re

from kpu_docs import nomor
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.nomor import Nomor
from kpu_docs.nomor.bentuk import KEPUTUSAN

PATH = ("nomor",)


def read(keputusan: Keputusan) -> Nomor | None:
    """The parts of the number; None where there is none, it cannot be read, or it is that of another instrument."""
    try:
        number = nomor.parse(keputusan.nomor)
    except nomor.NomorKeliru:
        return None
    return number if number.naskah == KEPUTUSAN else None


def span_of(number: Nomor, part: str) -> Span | None:
    """Where a part behind the serial stands in the text; None if blanks are in it."""
    found = re.compile(rf"(?<![\w.]){re.escape(part)}(?![\w.])").search(number.teks, max(number.teks.find("/"), 0))
    return found.span() if found else None


def of_a_committee(keputusan: Keputusan) -> bool:
    """Whether a PPK or PPS makes the decree; how these number theirs is not known."""
    return keputusan.satker.tingkat in ("kecamatan", "desa")
