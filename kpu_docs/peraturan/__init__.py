"""Citations: reading them, the register of rules, and a rule cited in full as it stood on a day.

    import kpu_docs as kpu

    uu = kpu.peraturan.parse("Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara ...)")
    uu.jenis, uu.nomor, uu.tahun, uu.kunci                   # "Undang-Undang", "7", 2017, "uu-7-2017"
    kpu.peraturan.sitiran("uu-7-2017", date(2024, 1, 5)).teks  # "... sebagaimana telah diubah dengan ..."

`Register(keputusan.peraturan)` is the register as the office of a decree has it, `tercetak` gives the items of its
Mengingat as they are printed. The names below are imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kpu_docs.peraturan.baca import parse, temukan
    from kpu_docs.peraturan.keadaan import Keraguan, Sitiran, sitiran
    from kpu_docs.peraturan.kutipan import Lembaran, Letak, Peraturan
    from kpu_docs.peraturan.mengingat import Tercetak, tercetak
    from kpu_docs.peraturan.register import BelumPasti, Entri, Register
    from kpu_docs.peraturan.tata_urutan import urutan

__all__ = [
    "BelumPasti",
    "Entri",
    "Keraguan",
    "Lembaran",
    "Letak",
    "Peraturan",
    "Register",
    "Sitiran",
    "Tercetak",
    "parse",
    "sitiran",
    "temukan",
    "tercetak",
    "urutan",
]

_HOMES = {
    "baca": ("parse", "temukan"),
    "keadaan": ("Keraguan", "Sitiran", "sitiran"),
    "kutipan": ("Lembaran", "Letak", "Peraturan"),
    "mengingat": ("Tercetak", "tercetak"),
    "register": ("BelumPasti", "Entri", "Register"),
    "tata_urutan": ("urutan",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"kpu_docs.peraturan.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
