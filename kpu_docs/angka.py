"""Numbers as Indonesians write them: a dot between thousands, a comma before decimals (12.345; 1.250,50)."""

from __future__ import annotations

import re
from decimal import Decimal

CONTOH = "misalnya 12.345 atau 1.250,50"
"""How a number is written, for a complaint."""

_ANGKA = re.compile(r"([-\u2212]?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")


def baca(text: str) -> Decimal | None:
    """The number of a text such as "12.345", "12345", "1.250,50" or "-3"; None if it is none.

    A dot stands only before three digits, so "12.5" is no number.
    """
    cocok = _ANGKA.fullmatch(text.strip())
    if not cocok:
        return None
    tanda, bulat, desimal = cocok.groups()
    return Decimal(f"{'-' if tanda else ''}{bulat.replace('.', '')}.{desimal or ''}".rstrip("."))


def baca_rupiah(text: str) -> Decimal | None:
    """The amount of a text such as "Rp1.250.000", "Rp 1.250.000,-" or "1.250.000"; None if it is none."""
    return baca(re.sub(r"^(-?)\s*Rp\.?\s*|,-$", r"\1", text.strip(), flags=re.IGNORECASE))


def baca_persen(text: str) -> Decimal | None:
    """The number of a text such as "12,5%" or "12,5"; None if it is none."""
    return baca(text.strip().removesuffix("%"))


def tulis(nilai: Decimal) -> str:
    """A number as it is printed, with the decimals it has: 12345 -> "12.345", 1250.50 -> "1.250,50"."""
    return f"{nilai:,f}".translate(str.maketrans(",.", ".,"))


def tulis_rupiah(nilai: Decimal) -> str:
    """An amount as it is printed: "Rp1.250.000"."""
    return ("-" if nilai < 0 else "") + f"Rp{tulis(abs(nilai))}"


def tulis_persen(nilai: Decimal) -> str:
    """A percentage as it is printed: "12,5%"."""
    return f"{tulis(nilai)}%"


def rapi(nilai: Decimal) -> Decimal:
    """The number without the zeros that a calculation left behind its last decimal."""
    return nilai.quantize(Decimal(1)) if nilai == nilai.to_integral_value() else nilai.normalize()
