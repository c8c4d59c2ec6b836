"""What a decree needs of the Indonesian language: dates and days (`kalender`), and numbers (`bilangan`) as words, as
labels of a diktum, as list letters and as Roman numerals.
"""

from kpu_docs.bahasa.bilangan import (
    TERBILANG_MAKS,
    baca_terbilang,
    dari_romawi,
    diktum,
    huruf,
    nomor_diktum,
    romawi,
    terbilang,
)
from kpu_docs.bahasa.kalender import (
    BULAN,
    HARI,
    TanggalTertulis,
    baca_tanggal,
    hari,
    tanggal,
    temukan_tanggal,
)

__all__ = [
    "BULAN",
    "HARI",
    "TERBILANG_MAKS",
    "TanggalTertulis",
    "baca_tanggal",
    "baca_terbilang",
    "dari_romawi",
    "diktum",
    "hari",
    "huruf",
    "nomor_diktum",
    "romawi",
    "tanggal",
    "temukan_tanggal",
    "terbilang",
]
