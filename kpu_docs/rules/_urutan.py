"""Numbers that a clerk wrote in front of something."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kpu_docs import bahasa, markup
from kpu_docs.lampiran.tabel import Tabel

_NUMBER = re.compile(r"\(?(\d{1,4}|[A-Za-z]{1,7})[.)]?")
DI_DEPAN = re.compile(r"(\d{1,3}|[a-z])[.)]\s+(?=\S)")
"""A number at the beginning of a text."""

_KOLOM_NOMOR = re.compile(r"no\.?|nomor", re.I)

Kind = Literal["angka", "romawi", "besar", "kecil"]


class Nomor(NamedTuple):
    """A number: of which kind, and its value from 1."""

    kind: Kind
    nilai: int


def readings(text: str) -> tuple[Nomor, ...]:
    """What a written number can be: "2." one thing, "I." the Roman one or the ninth letter; nothing for other texts."""
    found = _NUMBER.fullmatch(text.strip())
    sign = found[1] if found else ""
    if sign.isdigit():
        return (Nomor("angka", int(sign)),)
    letter: Kind = "besar" if sign.isupper() else "kecil"
    single = (Nomor(letter, ord(sign.upper()) - ord("A") + 1),) if len(sign) == 1 else ()
    # No annex has a hundred sections: C., D., L. and M. are letters.
    roman = bahasa.dari_romawi(sign) if sign not in ("C", "D", "L", "M") else None
    return (*((Nomor("romawi", roman),) if roman else ()), *single)


def number_column(tabel: Tabel) -> str | None:
    """The key of the column that numbers the rows of a table: the first one, if it is called NO. or NOMOR.

    "Nomor urut" is something else: parties and candidates have theirs, with gaps.
    """
    first = tabel.tampak[0] if tabel.tampak else None
    return first.kunci if first and _KOLOM_NOMOR.fullmatch(markup.plain(first.kolom.judul).strip()) else None


def alike(one: str, other: str) -> bool:
    """Whether two written numbers are of the same kind."""
    first, second = readings(one)[:1], readings(other)[:1]
    return bool(first and second) and first[0].kind == second[0].kind
