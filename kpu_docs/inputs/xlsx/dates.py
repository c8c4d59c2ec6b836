"""Days on a sheet as the annex kinds read them, from what a clerk types: `Senin, 5 Jan 2026`, `5 s/d 7 Jan 2026`."""

from __future__ import annotations

import re

from kpu_docs import bahasa
from kpu_docs.inputs.xlsx import words
from kpu_docs.lampiran import _waktu

_WEEKDAY = rf"\b({'|'.join(words.WEEKDAYS)}|jum.at|ahad)\b"
_WEEKDAYS = re.compile(_WEEKDAY, re.IGNORECASE)
_RANGE_OF_THEM = re.compile(
    rf"{_WEEKDAY}(?:\s*(?:s[./]?d\b\.?|sampai dengan|sampai|dan|[-\u2013])\s*{_WEEKDAY})?[\s,/]*", re.IGNORECASE
)
_CALLED = re.compile(r"^(?:tanggal|tgl)\b[.:]?\s*", re.IGNORECASE)


def days(text: str) -> str:
    """A day or a range with the names of its months written out and without weekdays; any other text as it is."""
    plain = _CALLED.sub("", " ".join(_RANGE_OF_THEM.sub("", text).split()))
    plain = re.sub(r"[A-Za-z]+\.?", lambda match: words.month_name(match[0].rstrip(".")) or match[0], plain)
    return plain if _waktu.read(plain) else text


def weekdays(text: str) -> list[str]:
    """The weekdays that a text names, in small letters."""
    names = (match[1].lower() for match in _WEEKDAYS.finditer(text))
    return ["minggu" if name == "ahad" else "jumat" if name.startswith("jum") else name for name in names]


def contradiction(named: list[str], text: str) -> str:
    """What is wrong with weekdays that are named beside a day or a range; nothing where they are right or the day
    cannot be read.
    """
    range = _waktu.read(text)
    if range is None:
        return ""
    for name, day in zip(named, range, strict=False):
        if name != words.WEEKDAYS[day.weekday()]:
            return f"{bahasa.tanggal(day)} bukan hari {name.title()}, tetapi {words.WEEKDAYS[day.weekday()].title()}"
    return ""
