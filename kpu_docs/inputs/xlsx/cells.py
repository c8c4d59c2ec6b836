"""What one cell says, as text: what the sheet shows, in the Indonesian spelling, with the markup of its runs.

Nothing is corrected here. A cell whose value cannot be trusted (an error, a formula without a stored result, a NIP that
became a number) is a fault, said with what to do.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from kpu_docs.bahasa import BULAN

TICKS = {"ü": "✓", "þ": "☑", "û": "✗", "ý": "☒", "¨": "☐", "\uf0fc": "✓", "\uf0fe": "☑", "\uf0fb": "✗", "\uf0fd": "☒"}
"""Letters that the fonts Wingdings show as ticks and crosses; the private signs are what Word pastes for them."""

_TICKS_2 = {"P": "✓", "R": "☑", "O": "✗", "T": "☒"}
_WEBDINGS = {"a": "✓", "r": "✗"}

EXACT = 15
"""Digits of a number that Excel keeps; the others became zeros."""

_LOST_DIGITS = (
    f"bilangan ini lebih dari {EXACT} angka, dan Excel sudah mengganti angka-angka terakhirnya dengan nol; "
    "jadikan sel ini berformat Teks, lalu ketik ulang dari dokumen aslinya"
)
_NO_RESULT = "rumus ini tidak menyimpan hasilnya; buka buku kerja di Excel, simpan lagi, atau tempel sebagai nilai"
_ERROR = "rumus di sel ini gagal; perbaiki, atau ketik isinya"
_SYMBOLS = "memakai fonta {font}, yang hurufnya tampak sebagai gambar lain; ketik tandanya dengan fonta biasa"
_EXPONENT = re.compile(r"\d([.,]\d+)?[Ee]\+\d+")


class Reading(NamedTuple):
    """The text of a cell, and what is wrong with the cell if it cannot be trusted."""

    text: str = ""
    fault: str = ""


def read(cell: Any, cached: Any, *, markup: bool) -> Reading:
    """What an openpyxl cell says; `cached` is the same cell of the book opened for its stored results.

    With `markup` runs in italics or bold have their stars and a star is escaped; without it the text is what is typed.
    """
    if cell.data_type == "f":
        if cached is None or (cached.value is None and cached.data_type != "str"):
            return Reading("=", _NO_RESULT)
        cell = cached
    value = cell.value
    if value is None:
        return Reading()
    if cell.data_type == "e":
        return Reading(str(value), _ERROR)
    if isinstance(value, bool):
        return Reading("ya" if value else "tidak")
    if isinstance(value, (int, float)):
        text = _number(value, cell.number_format)
        return Reading(text, _LOST_DIGITS if abs(value) >= 10**EXACT else "")
    if isinstance(value, (date, time, timedelta)):
        return Reading(_moment(value, cell.number_format))
    return _text(cell, markup)


def number_of(cell: Any, cached: Any) -> int | float | None:
    """The number a cell holds, if it holds one."""
    value = (cached if cell.data_type == "f" and cached is not None else cell).value
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def exact(value: float, *, percent: bool = False) -> str:
    """A number with all its decimals, none of its digits grouped: 12345,5."""
    number = Decimal(format(value, f".{EXACT}g")) * (100 if percent else 1)
    return f"{number.normalize():f}".replace(".", ",") + ("%" if percent else "")


def clean(text: str) -> str:
    """Text as it is typed: ordinary spaces, no blanks at the ends of lines, no empty lines around it."""
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\u00a0\u2007\u202f\t]", " ", text).replace("\u200b", "").replace("\ufeff", "")
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")


def escaped(text: str) -> str:
    """Text in which a star is a star."""
    return text.replace("*", "\\*")


def _text(cell: Any, markup: bool) -> Reading:
    """The text of a cell; with `markup` its runs in italics or bold have stars unless all of them are alike."""
    runs = [
        (str(part), getattr(part, "font", None))
        for part in (cell.value if isinstance(cell.value, list) else [str(cell.value)])
    ]
    fault = ""
    found: list[tuple[str, str]] = []
    for text, font in runs:
        name = (font.rFont if font is not None and font.rFont else cell.font.name) or ""
        text, symbols = _symbols(text, name)
        fault = fault or symbols
        stars = "**" if font is not None and font.b else "*" if font is not None and font.i else ""
        found.append((text, stars))
    if len({stars for _, stars in found}) == 1:
        found = [("".join(text for text, _ in found), "")]
    whole = clean("".join(_marked(text, stars) if markup else text for text, stars in found))
    if _EXPONENT.fullmatch(whole):
        fault = _LOST_DIGITS
    return Reading(whole, fault)


def _marked(text: str, stars: str) -> str:
    """A run with its stars, which stand close to its words."""
    words = escaped(text).strip()
    if not stars or not words:
        return escaped(text)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    # A pair of stars holds one line only.
    return (
        before
        + "\n".join(f"{stars}{line.strip()}{stars}" if line.strip() else "" for line in words.split("\n"))
        + after
    )


def _symbols(text: str, font: str) -> tuple[str, str]:
    """Text typed in a font of symbols as the signs that it shows, and what is wrong if they are not known."""
    name = font.strip().lower()
    table = {"wingdings": TICKS, "wingdings 2": _TICKS_2, "webdings": _WEBDINGS}.get(name, {})
    shown = "".join(table.get(sign, TICKS.get(sign, sign) if sign >= "\ue000" else sign) for sign in text)
    unknown = name.startswith(("wingdings", "webdings", "symbol")) and any(
        sign == other and not sign.isspace() for sign, other in zip(text, shown, strict=True)
    )
    return shown, _SYMBOLS.format(font=font) if unknown else ""


def _number(value: float, style: str) -> str:
    """A number as its format shows it, with the Indonesian point and comma."""
    style = re.sub(r'"(?!Rp)[^"]*"|\\.|\[[^\]]*\]|[_*].', "", style.split(";")[0])
    if re.fullmatch(r"0{2,}", style) and value == int(value):
        return str(int(value)).zfill(len(style))
    percent = "%" in style
    exact = Decimal(format(value, f".{EXACT}g")) * (100 if percent else 1)
    point = re.search(r"\.([0#?]+)", style)
    if point or re.search(r"[0#]", style):
        text = f"{exact:,.{len(point[1]) if point else 0}f}"
    else:
        text = f"{exact.normalize():,f}"
    if not re.search(r"[#0],[#0]", style):
        text = text.replace(",", "")
    text = text.translate(str.maketrans(",.", ".,"))
    return f"{'Rp' if 'Rp' in style else ''}{text}{'%' if percent else ''}"


def _moment(value: date | time | timedelta, style: str) -> str:
    """A day in words, a time as 08.00; a day whose format shows no day is a month."""
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}.{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    letters = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", style.lower())
    month = BULAN[value.month - 1]
    if "d" not in letters and "h" not in letters and "m" in letters:
        return f"{month} {value.year}" if "y" in letters else month
    day = f"{value.day} {month} {value.year}"
    has_time = isinstance(value, datetime) and value.time() != time()
    return f"{day} {value:%H.%M}" if has_time else day
