"""What an office prints its own way (`tata_naskah` in kantor.toml) against what the format rules have a source for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpu_docs import tata_naskah as aturan
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah

BERSUMBER = ("A", "B", "I", "C")
"""How sure a value must be to be held against an office's own."""

_PLACE = ("kantor", "tata_naskah")
_DIPERIKSA = ("halaman.", "huruf.", "nomor_halaman.", "kata.", "penutup.", "tanda_tangan.")
_LAMPIRAN = ("lampiran.",)
_SENDIRI = ("kata.memutuskan", "lampiran.kepala")
"""Values with a rule of their own."""


@rule(
    "periksa",
    sumber="DIK-1: MEMUTUSKAN dengan huruf kapital dan titik dua tanpa spasi (pedoman UU 12/2011; S1, S4); DIK-2",
    keyakinan="B",
)
def memutuskan_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata MEMUTUSKAN ditulis rapat, langsung diikuti titik dua.

    "MEMUTUSKAN :" dan "M E M U T U S K A N :" masih dipakai sejumlah kantor, jadi hanya untuk dilihat lagi.

    Salah:
        kantor: {tata_naskah: {kata: {memutuskan: 'MEMUTUSKAN :'}}}
    Salah:
        kantor: {tata_naskah: {kata: {memutuskan: 'M E M U T U S K A N :'}}}
    Benar:
        kantor: {tata_naskah: {kata: {memutuskan: 'MEMUTUSKAN:'}}}
    """
    usual = aturan.named(tata_naskah.nama).kata.memutuskan
    if tata_naskah.kata.memutuskan != usual:
        yield Remark((*_PLACE, "kata", "memutuskan"), "MEMUTUSKAN ditulis lain daripada pedoman", expected=usual)


@rule(
    "saran",
    sumber="nilai tata naskah dengan keyakinan A, B, I, atau C, masing-masing dengan sumbernya",
    keyakinan="C",
)
def bentuk_kantor_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Bentuk yang dipakai kantor sama dengan tata naskah, sejauh tata naskah itu bersumber.

    Kantor boleh mencetak dengan caranya sendiri; temuan ini menunjukkan apa yang berbeda dan menurut sumber mana. Nilai
    yang hanya dari ingatan atau dari satu naskah tidak dibandingkan. Kekhasan yang memang dikehendaki disebut pada
    `abaikan` di kantor.toml dengan alasannya.

    Salah:
        kantor: {tata_naskah: {penutup: {titik_dua: ya}}}
    Salah:
        kantor: {tata_naskah: {huruf: {nama: Arial}}}
    Benar:
        kantor: {tata_naskah: {kata: {ttd: ttd}, lampiran: {jabatan: 'Ketua,'}}}
    Benar:
        kantor: {tata_naskah: {dasar: kpu-2019, kata: {nomor: 'NOMOR : {nomor}'}}}
    """
    usual = aturan.named(tata_naskah.nama)
    tables = _DIPERIKSA + (_LAMPIRAN if keputusan.lampiran else ())
    for nilai in aturan.sourced(tata_naskah.nama):
        if nilai.keyakinan in BERSUMBER and nilai.path.startswith(tables) and nilai.path not in _SENDIRI:
            path = nilai.path.split(".")
            own, base = _at(tata_naskah, path), _at(usual, path)
            if own != base:
                what = f"{nilai.path}: kantor ini {_shown(own)}, tata naskah {_shown(base)}"
                yield Remark((*_PLACE, *path), f"{what} ({nilai.sumber})")


def _at(node: Any, path: list[str]) -> Any:
    for step in path:
        node = getattr(node, step)
    return node


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return f"{value:g}" if isinstance(value, float) else f'"{value}"' if value else "kosong"
