"""The format values of the parts of a decree, from the kop to its annexes: their fixed words, and what is printed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kpu_docs.fields import Data, YaTidak
from kpu_docs.tata_naskah.halaman import Mm


class Kop(Data):
    """The emblem above the kop: a picture file of the office (empty: none) and its height (mm), at most a third of an
    A4 page.
    """

    lambang: str
    tinggi_lambang: Annotated[float, Field(ge=0, le=99)]


class Judul(Data):
    """Whether KPU RI is titled with REPUBLIK INDONESIA."""

    republik_indonesia: YaTidak


class Label(Data):
    """Labels that are printed in bold."""

    tebal: tuple[str, ...]


class Kata(Data):
    """The fixed words. `nomor` holds ``{nomor}``."""

    salinan: str
    petikan: str
    rancangan: str
    keputusan: str
    nomor: str
    nomor_kosong: str
    tentang: str
    selaku: str
    menimbang: str
    mengingat: str
    memperhatikan: str
    memutuskan: str
    menetapkan: str
    ditetapkan_di: str
    pada_tanggal: str
    tanggal_kosong: str
    ttd: str
    tembusan: str
    lampiran: str
    lanjutan: str


class Penutup(Data):
    """Place and day: with colons in a column or without, the place in capitals or not."""

    titik_dua: YaTidak
    tempat_kapital: YaTidak


class TandaTangan(Data):
    """The signature: its left edge as a share of the text width, the empty lines for signature and stamp.

    `nama_kapital` prints the name in capitals.
    """

    kiri: Annotated[float, Field(ge=0, lt=1)]
    nama_kapital: YaTidak
    ruang: Annotated[int, Field(ge=0, le=20)]


class Pengesahan(Data):
    """The block that certifies a copy at the end of the body, with `di_lampiran` of every annex too; `kepala` is the
    title of the certifying official unless the office names it.
    """

    ada: YaTidak
    di_lampiran: YaTidak
    bunyi: str
    bunyi_petikan: str
    sekretariat: str
    kepala: str
    lebar: Mm
    ruang: Annotated[int, Field(ge=0, le=20)]


class Lampiran(Data):
    """Head, page numbers and end of an annex.

    The head starts at `kepala_kiri` of the text width and is at most `kepala_lebar` mm wide; on wide pages it stands
    at the right. `nomor_halaman` (whether they go on) and `halaman_pertama` (whether it has one) count where an annex
    itself says nothing. `tempat_tanggal` ("{tempat}, {tanggal}") and `jabatan` replace the lines above the signature
    where an office prints them its own way.
    """

    kepala: YaTidak
    kepala_kiri: Annotated[float, Field(ge=0, lt=1)]
    kepala_lebar: Mm
    nomor_halaman: Literal["lanjut", "mulai_baru"]
    halaman_pertama: Literal["bernomor", "polos"]
    tentang_menyambung: YaTidak
    tempat_tanggal: str
    jabatan: str
