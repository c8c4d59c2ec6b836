"""All format values of a regime. What each means in mm and pt stands in `halaman` (the sheet and the look of what is on
it), `bagian` (the parts of a decree) and `elektronik`; what it is, and why, stands in the TOML files.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pydantic import field_validator, model_validator

from kpu_docs.blocks import Margins
from kpu_docs.fields import Data, Fault, OptionalTanggal, faults
from kpu_docs.tata_naskah.bagian import Judul, Kata, Kop, Label, Lampiran, Pengesahan, Penutup, TandaTangan
from kpu_docs.tata_naskah.elektronik import Elektronik, EOffice
from kpu_docs.tata_naskah.halaman import (
    ROLES,
    Gaya,
    Halaman,
    Huruf,
    Jdih,
    KataPenyambung,
    Kolom,
    Kotak,
    NomorHalaman,
    Sisi,
    Tabel,
    TandaAir,
)


class Berlaku(Data):
    """The day from which a decree that names neither regime nor number is taken to follow this regime, if known."""

    sejak: OptionalTanggal = None


LEAST_TEXT = 80
"""Less width or height for text (mm), on a sheet turned either way, is a slip of the pen."""

_PT = 25.4 / 72
"""A point in mm."""


class TataNaskah(Data):
    """All format values of a regime, an office's overlay included."""

    nama: str
    berlaku: Berlaku
    kertas: dict[str, tuple[Sisi, Sisi]]
    halaman: Halaman
    nomor_halaman: NomorHalaman
    kata_penyambung: KataPenyambung
    tanda_air: TandaAir
    jdih: Jdih
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
        if self.halaman.bawah < self._foot():
            message = f"terlalu sempit bagi kata penyambung dan alamat JDIH; paling sedikit {self._foot():.1f} mm"
            found.append((("halaman", "bawah"), message, self.halaman.bawah))
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

    def _foot(self) -> float:
        """The least margin below the text (mm): more on the foot of a page would move the text up in Word."""
        catchword = self.huruf.jarak_longgar * _PT if self.kata_penyambung.ada else 0.0
        address = self.jdih.jarak + self.huruf.jarak_tabel * _PT if self.jdih.alamat else 0.0
        return catchword + address

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
