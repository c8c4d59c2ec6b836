"""NIP and NIK as far as they can be judged by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, _kolom, rule
from kpu_docs.tata_naskah import TataNaskah


def _digits(judul: str, keputusan: Keputusan) -> Iterator[tuple[_kolom.Sel, str]]:
    """The cells of all columns with that heading that hold a number, with its digits."""
    for lajur in _kolom.columns(keputusan):
        if re.sub(r"\W", "", lajur.judul).lower() == judul:
            for path, text in lajur.isi:
                bare = re.sub(rf"^{judul}\b[.:\s]*", "", text, flags=re.I)
                if re.fullmatch(r"[\d\s.,'-]*\d[\d\s.,'-]*(?:E\+\d+)?", bare, re.I):
                    yield (path, bare), re.sub(r"\D", "", bare)


@rule("periksa", sumber="NIK terdiri atas 16 angka (kependudukan; sumbernya belum dibaca)", keyakinan="M")
def nik_tidak_wajar(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """NIK terdiri atas 16 angka.

    Hanya kolom yang berjudul NIK. Yang disamarkan (3576**********01) dan yang bukan angka tidak diperiksa.

    Salah:
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '357601010170001']]}
    Salah:
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '3,57601E+15']]}
    Salah:
        diktum:
          - teks: 'Menunjuk:'
            tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '35760101017001']]}
    Salah:
        lampiran:
          judul: Pedoman
          naskah: {isi: [{tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '35760101017001']]}}]}
    Benar:
        lampiran:
          judul: Daftar Anggota
          tabel: {kolom: [NAMA, NIK], baris: [[Umpama Rekaan, '3576010101700001'], [Andai Saja, '-']]}
    """
    for (path, text), digits in _digits("nik", keputusan):
        if len(digits) != 16 or "e" in text.lower():
            yield Remark(path, "NIK tidak terdiri atas 16 angka")


@rule(
    "periksa",
    sumber="NIP terdiri atas 18 angka: tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin, nomor urut "
    "(kepegawaian; sumbernya belum dibaca)",
    keyakinan="M",
)
def nip_tidak_wajar(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """NIP terdiri atas 18 angka: lahir (tttt bb hh), pengangkatan (tttt bb), 1 atau 2, nomor urut.

    Hanya kolom yang berjudul NIP. Nomor yang pendek (NRP, NIP lama) tidak diperiksa. Bagi PPPK, angka ke-13 dan ke-14
    bukan bulan melainkan 21 ke atas. Nomor urut 000 biasanya angka yang dipotong Excel.

    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim: [{nama: Umpama Rekaan, nip: 19700101 199503 1 01}]
    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim: [{nama: Umpama Rekaan, nip: 19701301 199503 1 001}]
    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim: [{nama: Umpama Rekaan, nip: '197001011995031000'}]
    Benar:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            - {nama: Umpama Rekaan, nip: 19700101 199503 1 001}
            - {nama: Andai Saja, nip: '199001012022211001'}
            - {nama: Misal Kesatu, nip: '-'}
            - {nama: Misal Kedua, nip: NRP 78051234}
    """
    for (path, text), digits in _digits("nip", keputusan):
        if len(digits) < 12 and "e" not in text.lower():
            continue
        if len(digits) != 18 or "e" in text.lower():
            yield Remark(path, "NIP tidak terdiri atas 18 angka")
        elif wrong := _implausible(digits):
            yield Remark(path, f"{wrong} pada NIP tidak wajar")


def _implausible(nip: str) -> str:
    """What part of an NIP cannot be; nothing if all can."""
    born, year, month = nip[:8], int(nip[8:12]), int(nip[12:14])
    try:
        birth = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return f"tanggal lahir ({born})"
    if not 15 <= year - birth.year <= 60 or not (1 <= month <= 12 or month >= 21):
        return f"tahun dan bulan pengangkatan ({nip[8:14]})"
    if nip[14] not in "12":
        return f"jenis kelamin ({nip[14]})"
    return "nomor urut (000)" if nip[15:] == "000" else ""
