"""The signer of the new decree, written out where its missing day would leave open which of several signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kpu_docs.editing import Put, UnwritableError, edited
from kpu_docs.model import Keputusan
from kpu_docs.reading import LAST, ORDER
from kpu_docs.tahun.lama import Baru

KEY = "penanda_tangan"


def menjabat(old: Keputusan, tahun: int) -> dict[str, str] | None:
    """Who signs by the office's file, if that is one person on the first day of the plan's year.

    None where nobody needs to be named, or nobody can be.
    """
    who, kantor = old.penanda_tangan, old.kantor
    if who.nama or kantor is None or len(kantor.in_office(who.jabatan, None)) == 1:
        return None
    holders = kantor.in_office(who.jabatan, date(tahun, 1, 1))
    if len(holders) != 1 or who.status or who.baris:
        return None
    return {"jabatan": who.jabatan, "nama": holders[0][1].nama}


def ditulis(baru: Baru, who: dict[str, str]) -> Baru | None:
    """The new data with that signer; None where it cannot be written into the YAML text."""
    data = {**baru.data, KEY: who}
    if baru.teks is None:
        return replace(baru, data=data)
    try:
        text = edited(baru.teks, [Put((KEY,), who)], (*ORDER, *LAST))
    except UnwritableError:
        return None
    return replace(baru, data=data, teks=text)
