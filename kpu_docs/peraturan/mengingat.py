"""The items of Mengingat and Memperhatikan as they are printed: keys written out, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kpu_docs.model import Keputusan
    from kpu_docs.peraturan.keadaan import Keraguan

TANDA_AKHIR = ";"
"""What ends an item (MGT-1)."""


class Tercetak(NamedTuple):
    """An item as it is printed: its path in the data, its text with the markup in it; and where it was made from a key,
    that key and what is doubtful about it.
    """

    asal: tuple[str, int, str]
    teks: str
    kunci: str | None = None
    keraguan: tuple[Keraguan, ...] = ()


def tercetak(keputusan: Keputusan, bagian: Literal["mengingat", "memperhatikan"] = "mengingat") -> tuple[Tercetak, ...]:
    """The items of that part of a decree in the order in which they are printed."""
    written = keputusan.mengingat if bagian == "mengingat" else keputusan.memperhatikan
    sort = keputusan.urutkan and bagian == "mengingat"
    if not sort and not any(item.kunci for item in written):
        return tuple(Tercetak((bagian, at, "teks"), item.teks) for at, item in enumerate(written))
    # Here, because most decrees have no keys and need none of it.
    from kpu_docs.peraturan.baca import parse
    from kpu_docs.peraturan.keadaan import sitiran
    from kpu_docs.peraturan.register import Register
    from kpu_docs.peraturan.tata_urutan import urutan

    register = Register(keputusan.peraturan)
    items = []
    for at, item in enumerate(written):
        asal = (bagian, at, "teks")
        if item.kunci:
            cited = sitiran(item.kunci, keputusan.ditetapkan.pada, register)
            items.append(Tercetak(asal, cited.teks + TANDA_AKHIR, item.kunci, cited.keraguan))
        else:
            items.append(Tercetak(asal, item.teks))
    if not sort:
        return tuple(items)
    rules = [register[item.kunci].peraturan if item.kunci else parse(item.teks) for item in items]
    return tuple(items[at] for at in urutan(rules, register))
