"""The format values as types. What each means in mm and pt stands here; what it is, and why, stands in the TOML
files.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.blocks import Margins
from kpu_docs.fields import Data, Fault, OptionalTanggal, YaTidak, faults

Mm = Annotated[float, Field(ge=0, le=1000)]
Pt = Annotated[float, Field(ge=0, le=200)]
Baris = Annotated[float, Field(ge=4, le=100)]


def _six_digits(colour: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        raise PydanticCustomError("warna", "harus enam angka heksadesimal, misalnya A6A6A6")
    return colour.upper()


Warna = Annotated[str, AfterValidator(_six_digits)]


class Berlaku(Data):
    """The day from which a decree that names neither regime nor number is taken to follow this regime, if known."""

    sejak: OptionalTanggal = None


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


class Label(Data):
    """Labels that are printed in bold."""

    tebal: tuple[str, ...]


class Judul(Data):
    """Whether KPU RI is titled with REPUBLIK INDONESIA."""

    republik_indonesia: YaTidak


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


class Kop(Data):
    """The emblem above the kop: a picture file of the office (empty: none) and its height (mm)."""

    lambang: str
    tinggi_lambang: Mm


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


Penanda = Annotated[str, Field(pattern=r"^[^\s-]+$")]


class EOffice(Data):
    """The words by which an e-office finds where it writes the number and the day and puts the signature."""

    nomor: Penanda
    tanggal: Penanda
    tanda_tangan: Penanda


class Elektronik(Data):
    """How an original is signed electronically: with a signature field in the PDF, or by an e-office (its name in
    `e_office`; empty: none), whose words stand where number, day and signature will.
    """

    kolom_tanda_tangan: YaTidak
    e_office: str


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
    """Head and end of an annex.

    The head starts at `kepala_kiri` of the text width and is at most `kepala_lebar` mm wide; on wide pages it stands
    at the right. `tempat_tanggal` ("{tempat}, {tanggal}") and `jabatan` replace the lines above the signature where
    an office prints them its own way.
    """

    kepala: YaTidak
    kepala_kiri: Annotated[float, Field(ge=0, lt=1)]
    kepala_lebar: Mm
    tentang_menyambung: YaTidak
    tempat_tanggal: str
    jabatan: str


class Tabel(Data):
    """Tables: rule width (pt), room between text and rule (mm), room below (pt), greys of marked cells and sections."""

    garis: Pt
    bantalan: Mm
    sesudah: Pt
    arsiran: Warna
    arsiran_bagian: Warna


class Kotak(Data):
    """The frame of a sample form: rule width (pt), room between rule and text (mm), room below (pt)."""

    garis: Pt
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

LEAST_TEXT = 80
"""Less width or height for text (mm), on a sheet turned either way, is a slip of the pen."""


class TataNaskah(Data):
    """All format values of a regime, an office's overlay included."""

    nama: str
    berlaku: Berlaku
    kertas: dict[str, tuple[Mm, Mm]]
    halaman: Halaman
    nomor_halaman: NomorHalaman
    huruf: Huruf
    kolom: Kolom
    label: Label
    judul: Judul
    kata: Kata
    kop: Kop
    penutup: Penutup
    tanda_tangan: TandaTangan
    elektronik: Elektronik
    e_office: dict[str, EOffice]
    pengesahan: Pengesahan
    lampiran: Lampiran
    tabel: Tabel
    kotak: Kotak
    gaya: dict[str, Gaya]

    @field_validator("gaya", mode="before")
    @classmethod
    def _known_roles(cls, gaya: Any) -> Any:
        unknown = [role for role in gaya if role not in ROLES] if isinstance(gaya, dict) else []
        if unknown:
            raise faults([((role,), f"tidak dikenal; yang ada: {', '.join(ROLES)}", None) for role in unknown])
        return gaya

    @model_validator(mode="after")
    def _fits_together(self) -> TataNaskah:
        found: list[Fault] = []
        if self.halaman.kertas not in self.kertas:
            known = ", ".join(self.kertas)
            found.append((("halaman", "kertas"), f"tidak dikenal; yang ada: {known}", self.halaman.kertas))
        elif any(side < LEAST_TEXT for side in self._text_area()):
            found.append((("halaman",), f"menyisakan kurang dari {LEAST_TEXT} mm bagi teks", None))
        found += self._electronic_faults()
        if found:
            raise faults(found)
        return self

    def _electronic_faults(self) -> list[Fault]:
        name, path = self.elektronik.e_office, ("elektronik", "e_office")
        if name and name not in self.e_office:
            known = ", ".join(self.e_office)
            return [(path, f"tidak dikenal; yang ada: {known}; yang lain ditambahkan di bawah e_office", name)]
        if name and self.elektronik.kolom_tanda_tangan:
            return [(path, "menandatangani sendiri; kosongkan, atau isi kolom_tanda_tangan dengan tidak", name)]
        return []

    def _text_area(self) -> tuple[float, float]:
        width, height = self.kertas[self.halaman.kertas]
        halaman = self.halaman
        return min(width, height) - halaman.kiri - halaman.kanan, min(width, height) - halaman.atas - halaman.bawah

    @cached_property
    def as_json(self) -> str:
        """All values; equal ones give equal text."""
        return self.model_dump_json()

    def __hash__(self) -> int:
        """Of all values, so that what is made from format rules alone can be made once."""
        return hash(self.as_json)

    @property
    def margins(self) -> Margins:
        """The margins of every page (mm)."""
        return Margins(self.halaman.kiri, self.halaman.kanan, self.halaman.atas, self.halaman.bawah)

    def pitch(self, role: str) -> float:
        """The exact line pitch of a role (pt)."""
        pitches = {
            "longgar": self.huruf.jarak_longgar,
            "rapat": self.huruf.jarak_rapat,
            "tabel": self.huruf.jarak_tabel,
        }
        return pitches[self.gaya[role].baris]

    def size(self, role: str) -> float:
        """The letter size of a role (pt)."""
        return self.huruf.ukuran_tabel if self.gaya[role].baris == "tabel" else self.huruf.ukuran

    def paper(self, name: str = "", *, landscape: bool = False) -> tuple[float, float]:
        """Width and height of a sheet as seen (mm); without a name the sheet of the body."""
        width, height = self.kertas[name or self.halaman.kertas]
        return (height, width) if landscape else (width, height)
