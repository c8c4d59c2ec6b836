"""Field types that the whole data model shares: text, yes/no, dates.

Data reach the model as plain strings (YAML and JSON are loaded without retyping), so each type here reads its own
spelling and says in Indonesian what it expected.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from kpu_docs.bahasa import baca_tanggal


class Data(BaseModel):
    """Base of every part of the model: frozen, and closed against keys nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


Fault = tuple[tuple[str | int, ...], str, Any]
"""A complaint about something below a field: its path from there, the message, the offending value (None: not shown).
"""


def faults(found: list[Fault]) -> PydanticCustomError:
    """One error that stands for several, each at its own place below the field; see `taken_apart`."""
    return PydanticCustomError("beberapa", "ada {jumlah} kesalahan", {"jumlah": len(found), "faults": found})


def taken_apart(fault: Any) -> list[Fault]:
    """The complaints, with full paths, that an item of ``ValidationError.errors()`` stands for if `faults` made it."""
    below = fault["ctx"]["faults"] if fault["type"] == "beberapa" else ()
    return [((*fault["loc"], *path), message, value) for path, message, value in below]


def _text(text: str) -> str:
    """NFC and without outer white space, so that the same words are the same text however they were pasted."""
    text = text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()
    return text if text.isprintable() else _printable(text)


def _printable(text: str) -> str:
    for position, sign in enumerate(text, start=1):
        if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Zl", "Zp"):
            raise PydanticCustomError(
                "tanda_kendali",
                "memuat tanda yang tidak dapat dicetak, U+{kode}, pada huruf ke-{ke}; "
                "hapus tanda itu atau ganti dengan spasi",
                {"kode": f"{ord(sign):04X}", "ke": position},
            )
    return text


def _some_text(text: str) -> str:
    if text := _text(text):
        return text
    raise PydanticCustomError("kosong", "belum diisi")


def _line(text: str) -> str:
    text = _text(text)
    if "\n" in text:
        raise PydanticCustomError("satu_baris", "harus satu baris; hapus baris barunya")
    return text


def _some_line(text: str) -> str:
    return _line(_some_text(text))


_SOME = WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1})

# One function for each: every call counts where a decree has thousands of texts.
OptionalText = Annotated[str, AfterValidator(_text)]
"""Text that may be empty; a newline in it is a line break on paper."""

Text = Annotated[str, AfterValidator(_some_text), _SOME]
"""Text that must say something."""

OptionalLine = Annotated[str, AfterValidator(_line)]
"""One line of text, or nothing."""

Line = Annotated[str, AfterValidator(_some_line), _SOME]
"""One line of text."""


def _ya_tidak(value: Any) -> Any:
    words = {"ya": True, "tidak": False, "true": True, "false": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in words:
        return words[value.strip().lower()]
    raise PydanticCustomError("ya_tidak", "harus ya atau tidak")


_YA_TIDAK = r"^\s*([Yy][Aa]|[Tt][Ii][Dd][Aa][Kk]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"

YaTidak = Annotated[
    bool,
    BeforeValidator(_ya_tidak),
    WithJsonSchema({"anyOf": [{"enum": ["ya", "tidak", True, False]}, {"type": "string", "pattern": _YA_TIDAK}]}),
]
"""A yes/no value: ya, tidak, true, false."""


def _tanggal(value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str):
        read = baca_tanggal(value)
        if read is not None:
            return read
    elif isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("tanggal", 'harus tanggal, misalnya 2022-01-26 atau "26 Januari 2022"')


_TANGGAL = r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\s+[A-Za-z]+\s+[0-9]{4})?\s*$"

OptionalTanggal = Annotated[
    date | None, BeforeValidator(_tanggal), WithJsonSchema({"type": ["string", "null"], "pattern": _TANGGAL})
]
"""A day, written 2022-01-26 or 26 Januari 2022; an empty text is a day that is not known yet."""


def as_tuple(value: Any) -> Any:
    """One value where several are possible counts as a list of one; nothing counts as none."""
    if value is None or value == "":
        return ()
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


Lines = Annotated[tuple[Line, ...], BeforeValidator(as_tuple)]
"""Several lines, one below the other; a single text is one line."""

Abaikan = dict[str, Line]
"""Rules that are not asked, each with the reason."""
