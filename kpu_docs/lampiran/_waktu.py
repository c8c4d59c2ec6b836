"""When something takes place: a day or a range of days, read in the ways a clerk writes it, printed in Indonesian."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.bahasa import baca_tanggal, tanggal
from kpu_docs.fields import Data, OptionalTanggal

_TO = re.compile(r"\s*(?:\bs[./]?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\u2013)\s*|\s+-\s+|(?<=[a-z])-(?=\d)", re.I)
_DAYS = re.compile(r"(\d{1,2})-(?=\d{1,2}\s)")


class Waktu(Data):
    """A day (`mulai` and `selesai` are the same), a range, or a beginning whose end is not known.

    A range that runs backwards is kept as it is.
    """

    mulai: OptionalTanggal = None
    selesai: OptionalTanggal = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        if isinstance(value, date):
            return {"mulai": value, "selesai": value}
        if not isinstance(value, str):
            return value
        found = read(value)
        if found is None:
            raise PydanticCustomError(
                "waktu",
                "harus tanggal atau rentangnya, misalnya 2026-01-03, 3 Januari 2026, atau 2026-01-03 s.d. 2026-01-05",
            )
        return {"mulai": found[0], "selesai": found[1]}

    @model_validator(mode="after")
    def _begins(self) -> Waktu:
        if self.mulai is None:
            raise PydanticCustomError("tanpa_mulai", "belum menyebut `mulai`")
        return self

    @property
    def awal(self) -> str:
        """The first day in words."""
        return tanggal(self.mulai) if self.mulai else ""

    @property
    def akhir(self) -> str:
        """The last day in words; nothing where it is not known."""
        return tanggal(self.selesai) if self.selesai else ""

    @property
    def rentang(self) -> str:
        """All of it in words: "3 s.d. 5 Januari 2026"."""
        return rentang(self.mulai, self.selesai) if self.mulai and self.selesai else self.awal


def read(text: str) -> tuple[date, date] | None:
    """The first and the last day of a text, or None if it says none.

    "3 s.d. 5 Januari 2026", "3-5 Januari 2026": what the first day lacks is borrowed from the last.
    """
    text = text.strip()
    days = _DAYS.match(text)
    parts = [days[1], text[days.end() :]] if days else _TO.split(text)
    if len(parts) > 2:
        return None
    last = baca_tanggal(parts[-1])
    if last is None:
        return None
    first = baca_tanggal(parts[0])
    borrowed = parts[-1].split()
    if first is None and len(borrowed) == 3:
        words = parts[0].split()
        first = baca_tanggal(" ".join((*words, *borrowed[len(words) :])))
    return (first, last) if first else None


def rentang(mulai: date, selesai: date) -> str:
    """A range as a decree prints it, without repeating month and year: "30 Januari s.d. 2 Februari 2026"."""
    if mulai == selesai:
        return tanggal(mulai)
    day, month, year = tanggal(mulai).split()
    if mulai.year != selesai.year:
        first = f"{day} {month} {year}"
    else:
        first = day if mulai.month == selesai.month else f"{day} {month}"
    return f"{first} s.d. {tanggal(selesai)}"
