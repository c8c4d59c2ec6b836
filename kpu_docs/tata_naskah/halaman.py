"""The format values of the sheet: paper edges, what stands on every page, letter, columns, and how each role looks."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kpu_docs.fields import Data, OptionalLine, YaTidak

Mm = Annotated[float, Field(ge=0, le=1000)]
Sisi = Annotated[float, Field(ge=0, le=558)]
"""A side of the paper (mm): Word opens no page beyond 22 inches."""
Pt = Annotated[float, Field(ge=0, le=200)]
Garis = Annotated[float, Field(ge=0, le=12)]
"""The thickness of a rule (pt): Word draws none thicker."""
Baris = Annotated[float, Field(ge=4, le=100)]


def _six_digits(colour: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        raise PydanticCustomError("warna", "harus enam angka heksadesimal, misalnya A6A6A6")
    return colour.upper()


Warna = Annotated[str, AfterValidator(_six_digits)]


class Halaman(Data):
    """The sheet of the body and its margins (mm)."""

    kertas: str
    kiri: Mm
    kanan: Mm
    atas: Mm
    bawah: Mm


class NomorHalaman(Data):
    """Page numbers from page two on: their form, and their distance from the top edge (mm)."""

    bentuk: str
    jarak: Mm


class KataPenyambung(Data):
    """Catchwords: whether the foot of a page says how the next one begins, and their form, which holds ``{kata}``."""

    ada: YaTidak
    bentuk: OptionalLine


class TandaAir(Data):
    """The watermark of a draft: its word (empty: none) and its grey."""

    kata: OptionalLine
    warna: Warna


class Jdih(Data):
    """The foot of a published copy: the address it is found at (empty: none), which has one line of a page to itself;
    its distance from the lower edge (mm).
    """

    alamat: Annotated[OptionalLine, Field(max_length=80)]
    jarak: Mm


class Huruf(Data):
    """The letter: name in Word, sizes and exact line pitches (pt)."""

    nama: str
    ukuran: Baris
    jarak_longgar: Baris
    jarak_rapat: Baris
    ukuran_tabel: Baris
    jarak_tabel: Baris


class Kolom(Data):
    """Columns of the decree, in mm from the left margin: the colon, the text; `gantung` is the hang of an item's
    text.
    """

    titik_dua: Mm
    teks: Mm
    gantung: Mm


class Tabel(Data):
    """Tables: rule width (pt), room between text and rule (mm), room below (pt), greys of marked cells and sections."""

    garis: Garis
    bantalan: Annotated[float, Field(ge=0, le=10)]
    sesudah: Pt
    arsiran: Warna
    arsiran_bagian: Warna


class Kotak(Data):
    """The frame of a sample form: rule width (pt), room between rule and text (mm), room below (pt)."""

    garis: Garis
    bantalan: Annotated[float, Field(ge=0, le=20)]
    sesudah: Pt


class Gaya(Data):
    """How a role looks: alignment, line pitch, weight, room before and after (pt), whether it stays with what follows.

    `kerangka` is its level as a heading for screen readers and Word's navigation (0: no heading); `utuh` keeps names
    whole.
    """

    rata: Literal["kiri", "tengah", "kanan", "penuh"]
    baris: Literal["longgar", "rapat", "tabel"]
    tebal: YaTidak = False
    sebelum: Pt = 0
    sesudah: Pt = 0
    lanjut: YaTidak = False
    utuh: YaTidak = False
    kerangka: Annotated[int, Field(ge=0, le=6)] = 0


ROLES = (
    "salinan",
    "petikan",
    "rancangan",
    "kop",
    "alamat",
    "keputusan",
    "nomor",
    "tentang",
    "judul",
    "pembentuk",
    "isi",
    "memutuskan",
    "tanda_tangan",
    "pengesahan",
    "judul_tembusan",
    "tembusan",
    "kepala_lampiran",
    "judul_lampiran",
    "sel",
    "sel_jumlah",
    "catatan_tabel",
    "kepala_tabel",
    "bab",
    "subbab_1",
    "subbab_2",
    "subbab_3",
    "subbab_4",
    "subbab_5",
    "judul_kotak",
    "keterangan_gambar",
)
"""The places on the page that have a look of their own; `role` in the blocks."""
