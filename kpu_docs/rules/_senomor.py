"""Which rule of the register a citation means whose number or year belongs to no rule with its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kpu_docs.peraturan import Entri, Peraturan, Register
from kpu_docs.rules._dasar import Sebutan
from kpu_docs.rules._judul import berawal, huruf


def kembar(one: Sebutan) -> Entri | None:
    """The rule of the same kind and maker with that title, or with a title that begins so, and with the same number,
    year or gazette; None where there is none or more than one.

    Rules of different years may rightly have one title, so the title alone does not say it.
    """
    read = one.peraturan
    if one.entri or not read.tentang or read.kunci is None:
        return None
    found = [entri for entri in _sejudul(read) if sama(read, entri)]
    return found[0] if len(found) == 1 else None


def sama(read: Peraturan, entri: Entri) -> frozenset[str]:
    """What a citation has in common with a rule: "nomor", "tahun", "lembaran"."""
    right = entri.peraturan
    found = {"nomor": urut(read) == urut(right), "tahun": read.tahun == right.tahun}
    found["lembaran"] = any(
        one.jenis == other.jenis
        and one.nomor
        and one.nomor == other.nomor
        # Each year begins the numbers of a gazette anew, except those of the Tambahan.
        and (one.jenis == "TLN" or one.tahun == other.tahun)
        for one in read.lembaran
        for other in right.lembaran
    )
    return frozenset(what for what, same in found.items() if same)


def urut(read: Peraturan) -> str:
    """The serial number of a rule whose key is known."""
    return (read.kunci or "").rsplit("-", 2)[1]


def _sejudul(read: Peraturan) -> Iterator[Entri]:
    begin = (read.kunci or "").rsplit("-", 2)[0]
    for kunci, title in _judul().items():
        if kunci != read.kunci and kunci.rsplit("-", 2)[0] == begin and title.startswith(huruf(read.tentang)):
            entri = Register()[kunci]
            if berawal(entri.peraturan.tentang, read.tentang):
                yield entri


@cache
def _judul() -> Mapping[str, str]:
    """The titles of the register by key, as they are compared; gazettes still behind them."""
    return {kunci: huruf(Register()[kunci].kutipan.partition(" tentang ")[2]) for kunci in Register()}
