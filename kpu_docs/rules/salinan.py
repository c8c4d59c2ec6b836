"""The copies of a signed decree: its certification, and what must not be published with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, _kolom, rule
from kpu_docs.tata_naskah import TataNaskah


@rule(
    "periksa",
    sumber='AUT-1: salinan memuat "Salinan sesuai dengan aslinya" dari kepala unit hukum (JDIH KPU, S24)',
    keyakinan="A",
)
def salinan_tanpa_pengesahan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Salinan disahkan dengan "Salinan sesuai dengan aslinya", petikan begitu pula.

    Sumbernya menyebut Peraturan KPU; adanya pada Keputusan di kabupaten/kota belum terlihat, dan dengan tanda tangan
    elektronik pengesahan itu tidak ada lagi. Karena itu hanya untuk dilihat lagi.

    Salah:
        naskah: salinan
        kantor: {tata_naskah: {pengesahan: {ada: tidak}}}
    Benar:
        naskah: salinan
        pengesah: {nama: Contoh Belaka}
    Benar:
        kantor: {tata_naskah: {pengesahan: {ada: tidak}}}
    """
    if _copied(keputusan) and not tata_naskah.pengesahan.ada:
        path = ("kantor", "tata_naskah", "pengesahan", "ada")
        naskah = keputusan.naskah
        yield Remark(path, f"{naskah} ini tidak memuat pengesahan ({naskah.capitalize()} sesuai dengan aslinya)")


@rule(
    "periksa",
    sumber="AUT-1: salinan disahkan oleh kepala unit hukum (JDIH KPU, S24)",
    keyakinan="A",
)
def pengesah_belum_disebut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Yang mengesahkan salinan atau petikan disebut namanya; tanpa nama, yang tercetak titik-titik.

    Salah:
        naskah: salinan
    Benar:
        naskah: salinan
        pengesah: {nama: Contoh Belaka}
    Benar:
        naskah: salinan
        kantor: {pejabat: [{jabatan: kepala hukum, nama: Contoh Belaka}]}
    """
    if _copied(keputusan) and tata_naskah.pengesahan.ada and not keputusan.certifier:
        message = f"nama yang mengesahkan {keputusan.naskah} belum diketahui"
        yield Remark(("naskah",), f"{message}; isi `pengesah`, atau kepala hukum di kantor.toml")


def _copied(keputusan: Keputusan) -> bool:
    """Whether this is a copy that has to be certified; PPK and PPS have no head of law."""
    return keputusan.copied and keputusan.satker.tingkat not in ("kecamatan", "desa")


@rule(
    "salah",
    sumber="H1-8: judul memuat nomor, penutup memuat tempat dan tanggal (paparan Biro Hukum KPU 2016, T1)",
    keyakinan="B",
)
def salinan_belum_lengkap(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Salinan dan petikan dibuat dari Keputusan yang sudah bernomor dan bertanggal.

    Naskah `asli` dan `rancangan` boleh belum bernomor; titik-titiknya diisi tangan.

    Salah:
        naskah: salinan
        nomor: ''
    Salah:
        naskah: petikan
        ditetapkan: {di: Mojokerto}
    Benar:
        naskah: salinan
    Benar:
        naskah: asli
        nomor: ''
        ditetapkan: {di: Mojokerto}
    """
    if keputusan.copied and not keputusan.nomor:
        yield Remark(("nomor",), f"{keputusan.naskah} ini belum bernomor")
    if keputusan.copied and not keputusan.ditetapkan.pada:
        yield Remark(("ditetapkan", "pada"), f"{keputusan.naskah} ini belum bertanggal")


_PRIBADI = re.compile(
    r"\b(?:nik|nomor induk kependudukan|ktp|hp|wa|whatsapp|ponsel|telp|telepon|(?:no\.?|nomor) rek(?:ening)?)\b"
    r"(?!.*\bkantor\b)",
    re.I,
)
_KODE = re.compile(r"\d\.\d+\.\d")


@rule(
    "periksa",
    sumber="UU 27/2022 tentang Pelindungan Data Pribadi; salinan dimuat di JDIH (pasalnya belum diperiksa)",
    keyakinan="M",
)
def data_pribadi(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Salinan, yang dimuat untuk umum, tidak memuat NIK, nomor telepon, atau nomor rekening orang.

    Dilihat dari judul kolomnya: satu temuan bagi setiap kolom. Nomor yang sudah disamarkan (3576**********01) tidak
    diragukan.

    Salah:
        naskah: salinan
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NO. HP], baris: [[Umpama Rekaan, '081234567890']]}
    Salah:
        naskah: salinan
        lampiran:
          judul: Daftar Anggota
          susunan_tim: {kolom: {nip: NIK}, anggota: [{nama: Umpama Rekaan, nip: '3576010101700001'}]}
    Benar:
        naskah: salinan
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '357601**********']]}
    Benar:
        naskah: asli
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NO. HP], baris: [[Umpama Rekaan, '081234567890']]}
    """
    for lajur in _kolom.columns(keputusan) if keputusan.naskah == "salinan" else ():
        if _PRIBADI.search(lajur.judul) and any(_a_number(text) for _, text in lajur.isi):
            message = f'kolom "{lajur.judul}" akan terbaca umum; hapus atau samarkan isinya pada salinan'
            yield Remark(lajur.path, message)


def _a_number(text: str) -> bool:
    """Whether it has the digits of such a number, none of them masked; the code of an account (5.2.2.03) has not."""
    return len(re.sub(r"\D", "", text)) >= 9 and not re.search(r"[*xX•]{2}", text) and not _KODE.search(text)
