"""The order of rules in Mengingat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from kpu_docs.peraturan.kutipan import Peraturan
from kpu_docs.peraturan.register import Register


def urutan(kutipan: Sequence[Peraturan], register: Register) -> list[int]:
    """In which order rules belong into Mengingat: the places of the given ones, the first to be printed first.

    By rank; within a rank by year; within a year by the day of making where all of them have one, else by kind and
    number (MGT-3). What has no kind or no year goes with the one before it; at the beginning it stays there.
    """
    leaders = [at for at, one in enumerate(kutipan) if one.tingkat and one.tahun]
    first = leaders[0] if leaders else len(kutipan)
    ordered = list(range(first))
    by_year = groupby(sorted(leaders, key=lambda at: kutipan[at].urutan[:2]), key=lambda at: kutipan[at].urutan[:2])
    for _, group in by_year:
        together = list(group)
        days = {at: _hari(kutipan[at], register) for at in together}
        known = all(days.values())
        for at in sorted(together, key=lambda at: (days[at] if known else date.min, kutipan[at].urutan)):
            after = next((other for other in leaders if other > at), len(kutipan))
            ordered += range(at, after)
    return ordered


def _hari(one: Peraturan, register: Register) -> date | None:
    known = register.get(one.kunci) if one.kunci else None
    return (known and known.hari) or one.tanggal
