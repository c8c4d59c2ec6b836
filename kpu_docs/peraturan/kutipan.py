"""A citation taken apart. Every part keeps the place where it stands in the text that was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from kpu_docs.peraturan.jenis import KINDS, Tingkat, awal_kunci, tingkat

Tempat = tuple[int, int]
"""Where something stands: from which sign, up to which (as a slice) of the text that was read."""

Hubungan = Literal["", "mengubah", "menetapkan", "mencabut", "melaksanakan", "menyebut"]
"""What the title of a rule says about the rule it names."""


class Letak(NamedTuple):
    """Where the parts of a citation stand; None for a part that is not there.

    `jenis` covers kind and maker as printed, `frasa` the words before an amending rule (see `Peraturan.frasa`).
    """

    seluruh: Tempat
    jenis: Tempat | None = None
    nomor: Tempat | None = None
    tahun: Tempat | None = None
    tanggal: Tempat | None = None
    tentang: Tempat | None = None
    frasa: Tempat | None = None


@dataclass(frozen=True, slots=True)
class Lembaran:
    """An entry of a gazette: "LN", "TLN", "BN", "TBN", or of a region "LD", "TLD", "BD", "TBD" (in Aceh "LA", "TLA").

    The number is kept as printed; a Berita Negara may bear a day (`tanggal`) in place of the year.
    """

    jenis: str
    tahun: int | None
    nomor: str
    tanggal: date | None
    letak: Tempat
    letak_tahun: Tempat | None
    letak_nomor: Tempat | None


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A rule as it is cited; what is not there or could not be read is empty or None.

    Attributes:
        teks: The citation as it was given; `str()` returns it unchanged.
        letak: Where each part stands in the text that was read, which for a rule inside another is the whole text.
        kode: The kind as the beginning of a key has it ("uu", "pkpu", "kpt").
        jenis: The kind by its full name ("Undang-Undang", "Peraturan Menteri", "Keputusan").
        pembuat: Who made it, where the kind does not say so: "Dalam Negeri", "Komisi Pemilihan Umum Kota Mojokerto".
        nomor: The number as printed ("7", "04", "1442/HK.03-Kpt/03/KPU/XI/2019").
        tahun: The year, also where only the number says it.
        tanggal: The day, as minutes and letters bear one.
        tentang: The title, inline markup included.
        lembaran: The gazettes in brackets.
        frasa: How the amendments are introduced ("sebagaimana telah diubah dengan").
        perubahan: The amending rules that follow, each of which may have its own.
        jo: The rules joined by "jo.".
        disebut: The first rule that the title names.
        hubungan: What the title says about that rule.
        perubahan_ke: For an amending rule, the how manieth amendment it says to be: "Perubahan atas" 1, "Perubahan
            Kedua atas" 2; None for other rules.
    """

    teks: str
    letak: Letak
    kode: str = ""
    jenis: str = ""
    pembuat: str = ""
    nomor: str = ""
    tahun: int | None = None
    tanggal: date | None = None
    tentang: str = ""
    lembaran: tuple[Lembaran, ...] = ()
    frasa: str = ""
    perubahan: tuple[Peraturan, ...] = ()
    jo: tuple[Peraturan, ...] = ()
    disebut: Peraturan | None = None
    hubungan: Hubungan = ""
    perubahan_ke: int | None = None

    def __str__(self) -> str:
        return self.teks

    @property
    def ln(self) -> Lembaran | None:
        """The Lembaran Negara."""
        return self._lembaran("LN")

    @property
    def tln(self) -> Lembaran | None:
        """The Tambahan Lembaran Negara."""
        return self._lembaran("TLN")

    @property
    def bn(self) -> Lembaran | None:
        """The Berita Negara."""
        return self._lembaran("BN")

    def _lembaran(self, jenis: str) -> Lembaran | None:
        return next((one for one in self.lembaran if one.jenis == jenis), None)

    @property
    def beberapa_kali(self) -> bool:
        """Whether it is said to have been amended more than once."""
        return bool(re.search(r"beberapa\s+kali|terakhir", self.frasa, re.IGNORECASE))

    @property
    def mengubah(self) -> Peraturan | None:
        """The rule that this one amends according to its title, also by way of the Perppu that it turns into a law."""
        if self.hubungan == "menetapkan" and self.disebut:
            return self.disebut.mengubah
        return self.disebut if self.hubungan == "mengubah" else None

    @property
    def menetapkan(self) -> Peraturan | None:
        """The Perppu that this law enacts."""
        return self.disebut if self.hubungan == "menetapkan" else None

    @property
    def kunci(self) -> str | None:
        """The key of the register: `uu-7-2017`, `pkpu-8-2019`, `kpt-kpu-1442-2019`; whether it is in there or not.

        None where kind, maker, number or year is missing, and for what is no rule (minutes, letters).
        """
        urut = re.match(r"[0-9]{1,6}(?![0-9])", self.nomor)
        if not urut or self.tahun is None or self.kode in ("", "ba", "se", "surat"):
            return None
        if KINDS[self.kode].bernama and not re.search(r"\w", self.pembuat):
            return None
        return f"{awal_kunci(KINDS[self.kode], self.pembuat)}-{int(urut[0])}-{self.tahun}"

    @property
    def urutan(self) -> tuple[int, int, str, int]:
        """A key to sort by: rank (what cannot be read last), year, kind, number."""
        rank = self.tingkat.urutan if self.tingkat else 99
        number = re.match(r"[0-9]{1,6}", self.nomor)
        return rank, self.tahun or 0, self.kode, int(number[0]) if number else 0

    @property
    def tingkat(self) -> Tingkat | None:
        """The rank in the hierarchy; None where the kind was not read."""
        return tingkat(KINDS[self.kode], self.pembuat) if self.kode else None
