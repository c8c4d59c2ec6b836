"""The signer of the new decree, written out where its missing day would leave open which of several signs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

from kpu_docs.inputs import yaml
from kpu_docs.model import Keputusan
from kpu_docs.tahun.lama import Baru

KEY = "penanda_tangan"
_LINE = re.compile(rf"^{KEY}:[ \t]+(?P<siapa>[^#\s{{|>][^#\n]*?)[ \t]*(?=\r?$|[ \t]#)", re.M)


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
    flow = "{" + ", ".join(f"{key}: {json.dumps(said, ensure_ascii=False)}" for key, said in who.items()) + "}"
    text = _LINE.sub(lambda line: f"{KEY}: {flow}", baru.teks, count=1)
    if KEY not in baru.data:
        text = f"{baru.teks.rstrip()}\n{KEY}: {flow}\n"
    return replace(baru, data=data, teks=text) if yaml.read(text) == data else None
