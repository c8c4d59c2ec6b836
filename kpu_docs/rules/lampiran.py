"""The annexes as such: head, title, whether there is something in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from kpu_docs import markup
from kpu_docs.fields import Data
from kpu_docs.lampiran.anggaran import Anggaran
from kpu_docs.lampiran.naskah import Naskah
from kpu_docs.lampiran.tabel import Tabel
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes, sections
from kpu_docs.rules._urutan import alike
from kpu_docs.tata_naskah import TataNaskah


@rule(
    "periksa",
    sumber="LAM-3: lampiran berkepala LAMPIRAN / KEPUTUSAN / NOMOR / TENTANG (KPU RI 42/2023, S4; pedoman UU 12/2011)",
    keyakinan="I",
)
def lampiran_tanpa_kepala(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lampiran berkepala, yang menyebut lampiran dari Keputusan mana.

    Tanpa kepala, halaman lampiran yang terlepas tidak dapat dikenali lagi.

    Salah:
        kantor: {tata_naskah: {lampiran: {kepala: tidak}}}
        lampiran: {judul: Daftar, tabel: {kolom: [DESA], baris: [[Rekaan]]}}
    Benar:
        lampiran: {judul: Daftar, tabel: {kolom: [DESA], baris: [[Rekaan]]}}
    """
    if keputusan.lampiran and not tata_naskah.lampiran.kepala:
        path = ("kantor", "tata_naskah", "lampiran", "kepala")
        yield Remark(path, "lampiran dicetak tanpa kepala (LAMPIRAN, KEPUTUSAN, NOMOR, TENTANG)")


@rule("periksa", sumber="LAM-5: judul lampiran dengan huruf kapital di tengah (pedoman UU 12/2011; S4)", keyakinan="B")
def lampiran_tanpa_judul(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lampiran mempunyai judul.

    Salah:
        lampiran: {tabel: {kolom: [DESA], baris: [[Rekaan]]}}
    Benar:
        lampiran: {judul: Daftar Desa, tabel: {kolom: [DESA], baris: [[Rekaan]]}}
    """
    for at, lampiran in enumerate(keputusan.lampiran):
        if not markup.plain(lampiran.judul).strip():
            yield Remark(("lampiran", at, "judul"), "lampiran ini tidak berjudul")


@rule(
    "periksa",
    sumber="LAM-1: lampiran memuat uraian, daftar, tabel, atau gambar (pedoman UU 12/2011)",
    keyakinan="B",
)
def lampiran_kosong(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Lampiran berisi: tabel dan daftarnya mempunyai baris.

    Salah:
        lampiran: {judul: Daftar Desa, tabel: {kolom: [DESA]}}
    Salah:
        lampiran: {judul: Susunan Tim, susunan_tim: {anggota: []}}
    Benar:
        lampiran: {judul: Daftar Desa, tabel: {kolom: [DESA, KETERANGAN], baris: [[Rekaan, '']]}}
    """
    for path, content in annexes(keputusan, Data):
        if not _filled(content):
            yield Remark(path, "lampiran ini belum berisi satu baris pun")


def _filled(content: Data) -> bool:
    if isinstance(content, (Tabel, Anggaran)):
        return bool(content.baris if isinstance(content, Tabel) else content.rincian)
    return isinstance(content, Naskah) or any(bagian.baris for bagian in sections(content, ()))


@rule(
    "periksa",
    sumber="LAM-1: lampiran memuat uraian, daftar, tabel, atau gambar (pedoman UU 12/2011)",
    keyakinan="B",
)
def bagian_kosong(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Judul bagian diikuti barisnya.

    Judul yang langsung diikuti judul setingkat di bawahnya (I. lalu A.) memang tidak mempunyai baris sendiri.

    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            bagian:
              - {nomor: I., judul: PENGARAH, anggota: [Umpama Rekaan]}
              - {nomor: II., judul: PELAKSANA}
    Salah:
        lampiran:
          judul: Jadwal
          jadwal:
            bagian:
              - {nomor: I., judul: PERSIAPAN}
              - {nomor: II., judul: PELAKSANAAN, kegiatan: [Rapat]}
    Benar:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            bagian:
              - {nomor: I., judul: PELAKSANA}
              - {nomor: A., judul: Bidang Hukum, anggota: [Umpama Rekaan]}
    """
    for path, content in annexes(keputusan, Data):
        parts = [*sections(content, path)]
        filled = any(one.baris for one in parts)
        for bagian, following in zip_longest(parts, parts[1:]):
            closed = following is None or (bagian.nomor and alike(bagian.nomor, following.nomor))
            if filled and closed and not bagian.baris and (bagian.judul or bagian.nomor):
                yield Remark((*bagian.path, "judul"), "judul bagian ini tidak diikuti satu baris pun")
