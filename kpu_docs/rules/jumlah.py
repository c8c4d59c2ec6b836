"""Sums that are written in a table or a budget, against what their rows come to."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs import angka
from kpu_docs.lampiran import anggaran, tabel
from kpu_docs.lampiran.anggaran import Anggaran
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes
from kpu_docs.tata_naskah import TataNaskah


@rule(
    "periksa",
    sumber="hitungan: jumlah sama dengan penjumlahan barisnya, atau volume kali harga (kekeliruan jumlah: 061)",
    keyakinan="D",
)
def jumlah_berbeda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Jumlah yang ditulis sama dengan hitungannya.

    Yang keliru bisa jumlahnya, bisa juga salah satu barisnya; karena itu hanya untuk dilihat lagi. Jumlah yang tidak
    ditulis dihitung sendiri dan tidak mungkin berbeda.

    Salah:
        lampiran:
          judul: Jumlah TPS
          tabel:
            kolom: [DESA, {judul: TPS, jenis: angka}]
            baris: [[Rekaan, 12], [Karangan, 9]]
            jumlah: {tps: 22}
    Salah:
        lampiran:
          judul: Rincian Biaya
          anggaran:
            rincian: [{uraian: Penggandaan, volume: 200 lembar, harga: 500, jumlah: 10.000}]
    Benar:
        lampiran:
          judul: Jumlah TPS
          tabel:
            kolom: [DESA, {judul: TPS, jenis: angka}]
            baris: [[Rekaan, 12], [Karangan, 9]]
            jumlah: {tps: 21}
    """
    found = (
        *((path, one) for path, content in annexes(keputusan, Tabel) for one in tabel.selisih(content)),
        *((path, one) for path, content in annexes(keputusan, Anggaran) for one in anggaran.selisih(content)),
    )
    for path, one in found:
        message = "jumlah berbeda dari hitungannya"
        yield Remark((*path, *one.asal), message, expected=angka.tulis(one.hitungan))
