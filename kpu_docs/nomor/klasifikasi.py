"""What an archive classification ("HK.03.1") means, by the lists of their time (`data/klasifikasi.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Daftar:
    """One list of codes.

    Attributes:
        nama: The year by which it is called here.
        dasar: What set it.
        sejak: The earliest day it can have been in force.
        sampai: The last day it can have been; None while no later list is known.
    """

    nama: str
    dasar: str
    sejak: date
    sampai: date | None

    def berlaku(self, day: date) -> bool:
        """Whether the list can have been in force on that day; around a change two lists can."""
        return self.sejak <= day and (self.sampai is None or day <= self.sampai)


@dataclass(frozen=True, slots=True)
class Arti:
    """What a code means in one list: "" where only its use is known. `keyakinan` is graded as in the TataNaskah."""

    kode: str
    arti: str
    daftar: Daftar
    sumber: str
    keyakinan: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """What is known of a code.

    Attributes:
        status: "dikenal": in a list of the day; "daftar lain": only in lists of other times, where it may mean
            something else; "tidak dikenal": in none. As no list is complete, neither of the last two is an error.
        arti: The meanings in the lists that `status` speaks of, oldest list first.
        daftar: The lists that can have been in force on the day.
    """

    status: Literal["dikenal", "daftar lain", "tidak dikenal"]
    arti: tuple[Arti, ...]
    daftar: tuple[Daftar, ...]


def cari(kode: str, day: date) -> Hasil:
    """What is known of a code on a day: `cari("ORT.04", date(2020, 12, 15))`."""
    berlaku = tuple(daftar for daftar, _ in semua() if daftar.berlaku(day))
    arti = tuple(isi[kode] for _, isi in semua() if kode in isi)
    if saat_itu := tuple(satu for satu in arti if satu.daftar in berlaku):
        return Hasil("dikenal", saat_itu, berlaku)
    return Hasil("daftar lain" if arti else "tidak dikenal", arti, berlaku)


@cache
def semua() -> tuple[tuple[Daftar, dict[str, Arti]], ...]:
    """Every list with its codes, oldest first."""
    dibaca = tomllib.loads((files("kpu_docs") / "data" / "klasifikasi.toml").read_text(encoding="utf-8"))
    hasil = []
    for tabel in dibaca["daftar"]:
        daftar = Daftar(tabel["nama"], tabel["dasar"], tabel["sejak"], tabel.get("sampai"))
        isi = {
            kode: Arti(
                kode,
                satu["arti"],
                daftar,
                satu.get("sumber", tabel["sumber"]),
                satu.get("keyakinan", tabel["keyakinan"]),
            )
            for kode, satu in tabel["kode"].items()
        }
        hasil.append((daftar, isi))
    return tuple(hasil)
