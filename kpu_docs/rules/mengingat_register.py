"""Rules that are cited by key: what the register is not sure of."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kpu_docs.complaints import DataPath
from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Keraguan, tercetak
from kpu_docs.rules import Remark, rule
from kpu_docs.tata_naskah import TataNaskah

_PERIKSA = ("tanggal", "perubahan", "nomor", "tentang", "lembaran", "dikutip")
_SARAN = ("tanpa_tanggal", "sumber", "pemeriksaan")
"""Kinds of doubts. The others are what other rules find, whether a rule is cited by key or written out."""


@rule("periksa", sumber="register peraturan: yang belum pasti padanya", keyakinan="M")
def kutipan_belum_pasti(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang belum pasti pada kutipan yang dicetak dari kunci dilihat lagi sebelum ditandatangani.

    Lembaran yang tidak dicetak karena belum pasti, judul yang belum pasti, perubahan yang mungkin sudah atau belum
    berlaku pada tanggal Keputusan. Yang sudah diketahui ditulis di peraturan.toml kantor.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2022-12-01}
        mengingat: [pkpu-8-2019]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2022-12-01}
        mengingat: [uu-43-2009]
    """
    yield from _terkumpul(keputusan, _PERIKSA)


@rule("saran", sumber="register peraturan: sampai kapan dan dari berapa naskah dikenal", keyakinan="M")
def kutipan_dari_register(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kutipan yang dicetak dari kunci dikenal sampai suatu tanggal, dan dari beberapa naskah.

    Salah:
        ditetapkan: {di: Mojokerto, pada: 2027-01-05}
        mengingat: [uu-43-2009]
    Salah:
        ditetapkan: {di: Mojokerto}
        mengingat: [uu-43-2009]
    Benar:
        ditetapkan: {di: Mojokerto, pada: 2022-01-05}
        mengingat: [uu-43-2009]
    """
    yield from _terkumpul(keputusan, _SARAN)


def _terkumpul(keputusan: Keputusan, kinds: Collection[str]) -> Iterator[Remark]:
    """One remark for each kind of doubt, with all places."""
    found: dict[str, list[tuple[DataPath, Keraguan]]] = {}
    for item in (*tercetak(keputusan), *tercetak(keputusan, "memperhatikan")):
        for one in item.keraguan:
            if one.jenis in kinds:
                found.setdefault(one.jenis, []).append((item.asal, one))
    for doubts in found.values():
        first, *others = sorted({path for path, _ in doubts}, key=lambda path: (path[0] == "memperhatikan", path[1]))
        yield Remark(first, _dikatakan([one for _, one in doubts]), also=tuple(others))


def _dikatakan(doubts: list[Keraguan]) -> str:
    """What is doubted, rules with the same doubt together."""
    alike: dict[str, list[str]] = {}
    for one in doubts:
        name, _, reason = one.pesan.partition(": ")
        names = alike.setdefault(reason, [])
        names += [] if name in names else [name]
    return "; ".join(f"{', '.join(names)}: {reason}" for reason, names in alike.items())
