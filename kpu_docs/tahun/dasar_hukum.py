"""Mengingat brought up to date through the register: as it stood on the first day of the plan's year.

What the rules of `check` are certain of is changed; what they doubt is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kpu_docs import tata_naskah
from kpu_docs.complaints import DataPath
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Entri, Register, sitiran, tercetak
from kpu_docs.rules import Remark, rules
from kpu_docs.rules._dasar import Dasar, dasar
from kpu_docs.tahun.perubahan import Ubah, potongan, tempat
from kpu_docs.tahun.sebutan import rentang

_SURE = ("perubahan_tidak_disebut", "dasar_dicabut")
_DOUBTED = ("perubahan_mungkin_tidak_disebut", "dasar_mungkin_dicabut")
_PEMERIKSAAN = "pemeriksaan"
"""The only doubt with which a rule may take the place of the one it replaces: the register ends before the day."""


def diperbarui(keputusan: Keputusan, tahun: int) -> tuple[list[Ubah], list[str]]:
    """The changes of Mengingat for the plan of a year, and what is to be looked at, each with its source."""
    first = keputusan.ditetapkan.model_copy(update={"pada": date(tahun, 1, 1)})
    dated = keputusan.model_copy(update={"ditetapkan": first})
    register = Register(keputusan.peraturan)
    items = {item.path: item for item in dasar(dated)}
    changes: dict[DataPath, Ubah] = {}
    told: list[str] = []
    for name, remark in _remarks(dated):
        item = items[remark.path]
        change = None
        if name == "dasar_dicabut":
            change = _diganti(item, dated, register, {one.pokok.peraturan.kunci for one in items.values()})
        elif name == "perubahan_tidak_disebut":
            change = _dengan_perubahan(item, remark, dated.ditetapkan.pada, register)
        if change:
            changes[remark.path] = change
        else:
            known = item.pokok.entri
            told.append(f"{tempat(remark.path)}: {remark.message}" + (f" ({_sumber(known)})" if known else ""))
    told += _berakhir(keputusan, tahun)
    return list(changes.values()), told


def _berakhir(keputusan: Keputusan, tahun: int) -> Iterator[str]:
    """The rules for some years that are over before the plan's year ("Road Map Tahun 2020-2024")."""
    for item in tercetak(keputusan):
        for span, _, last in rentang(item.teks):
            if last < tahun:
                yield f'{tempat(item.asal)}: "{potongan(item.teks, span)}" berakhir sebelum {tahun}'


def _remarks(keputusan: Keputusan) -> Iterator[tuple[str, Remark]]:
    """What the rules say of the amended and the revoked; of one that is revoked its amendments do not matter."""
    form = tata_naskah.of(keputusan)
    gone: set[DataPath] = set()
    for name in (*reversed(_SURE), *_DOUBTED):
        for remark in rules()[name].check(keputusan, form):
            if remark.path not in gone:
                yield name, remark
            if name == "dasar_dicabut":
                gone.add(remark.path)


def _dengan_perubahan(item: Dasar, remark: Remark, day: date | None, register: Register) -> Ubah | None:
    if remark.expected is None or remark.span is None or item.pokok.entri is None:
        return None
    last = sitiran(item.pokok.entri.kunci, day, register).kunci[-1]
    return Ubah(remark.path, item.teks, remark.span, remark.expected, _sumber(register[last]))


def _diganti(item: Dasar, keputusan: Keputusan, register: Register, cited: set[str | None]) -> Ubah | None:
    """The rule that certainly replaced the one cited, unless it is cited already."""
    old = item.pokok.entri
    new = register.get(old.dicabut_dengan) if old else None
    if new is None or new.kunci in cited or item.pokok.peraturan.jo:
        return None
    right = sitiran(new.kunci, keputusan.ditetapkan.pada, register)
    if any(one.jenis != _PEMERIKSAAN for one in right.keraguan):
        return None
    if item.kunci:
        return Ubah(item.path, item.kunci, (0, len(item.kunci)), new.kunci, _sumber(new))
    end = len(re.sub(r"[\s;.,]+$", "", item.teks))
    return Ubah(item.path, item.teks, (item.pokok.mulai, end), right.teks, _sumber(new))


def _sumber(entri: Entri) -> str:
    read = f"{', '.join(entri.sumber[:3])}; " if entri.sumber else ""
    own = "peraturan.toml kantor; " if entri.asal == "kantor" else "register: "
    return f"{own}{read}keyakinan {entri.keyakinan}"
