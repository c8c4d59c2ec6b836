"""Dates and days: as a decree prints them, and read back from a field or from running text."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

BULAN: tuple[str, ...] = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
"""The month names, January first, spelled as CLDR (babel) spells them."""

HARI: tuple[str, ...] = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""The day names, Monday first, spelled as CLDR (babel) spells them."""

_TANGGAL_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TANGGAL_PANJANG = re.compile(r"([0-9]{1,2})\s+([a-z]+)\s+([0-9]{4})")
_NOMOR_BULAN = {nama.lower(): ke for ke, nama in enumerate(BULAN, start=1)}
_NAMA_HARI = {nama.lower(): nama for nama in HARI} | {"jum'at": "Jumat", "jum’at": "Jumat", "ahad": "Minggu"}
_DALAM_TEKS = re.compile(
    rf"(?:\b({'|'.join(_NAMA_HARI)})(?:\s*,)?\s+(?:tanggal\s+)?)?"
    rf"(?<![0-9])([0-9]{{1,2}}\s+(?:{'|'.join(_NOMOR_BULAN)})\s+[0-9]{{4}})(?![0-9])",
    re.IGNORECASE,
)


class TanggalTertulis(NamedTuple):
    """A date as it was found in a text: `text[mulai:akhir]` is the date with its day name, if one stands before it.

    Attributes:
        mulai: Where it begins, at the day name if there is one.
        akhir: The place after its last digit.
        tanggal: The date.
        hari: The day name before it, spelled as in `HARI` ("Jum'at" is "Jumat"), or "". It is what is written, not
            what the calendar says: compare it with `hari(tanggal)`.
    """

    mulai: int
    akhir: int
    tanggal: date
    hari: str


def tanggal(day: date) -> str:
    """Return a date as a decree prints it: "26 Januari 2022"."""
    # As babel does, which takes longer to load than a decree to be written.
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def hari(day: date) -> str:
    """Return the name of the day: 26 January 2022 -> "Rabu"."""
    from babel.dates import format_date  # here, because importing babel costs more than most uses of this module

    return format_date(day, "EEEE", locale="id_ID")


def baca_tanggal(text: str) -> date | None:
    """Return the date written as "2022-01-26" or "26 Januari 2022", or None if `text` is no such date.

    Case and surrounding blanks do not count; a day the calendar does not have (30 Februari) is no date.
    """
    teks = text.strip().lower()
    if cocok := _TANGGAL_ISO.fullmatch(teks):
        tahun, bulan, tanggal = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _TANGGAL_PANJANG.fullmatch(teks):
        tahun, bulan, tanggal = int(cocok[3]), _NOMOR_BULAN.get(cocok[2], 0), int(cocok[1])
    else:
        return None
    try:
        return date(tahun, bulan, tanggal)
    except ValueError:
        return None


def temukan_tanggal(text: str) -> list[TanggalTertulis]:
    """Find the dates with a written month in a running text, in their order.

    "Rabu, 26 Januari 2022", "Rabu tanggal 26 Januari 2022" and "26 Januari 2022" are found, in any case. Dates in
    figures ("26-01-2022") are not guessed at; of a range ("3 s.d. 5 Januari 2022") the full date is found; a day the
    calendar does not have is no date.
    """
    ditemukan = []
    for cocok in _DALAM_TEKS.finditer(text):
        if day := baca_tanggal(cocok[2]):
            nama = _NAMA_HARI.get((cocok[1] or "").lower(), "")
            ditemukan.append(TanggalTertulis(cocok.start(), cocok.end(), day, nama))
    return ditemukan
