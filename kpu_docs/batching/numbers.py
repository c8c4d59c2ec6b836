"""What only the whole batch shows: a number that is used twice, numbers that are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from pydantic import ValidationError

from kpu_docs import bahasa, markup, nomor
from kpu_docs.satker import Satker


@dataclass(frozen=True)
class Identity:
    """What a decree is known by, as far as its data tell: also where they are no valid decree."""

    satker: str
    nomor: str
    tentang: str
    urut: str | int
    tahun: int | None


def identity(decree: Mapping[str, Any], office: Mapping[str, Any]) -> Identity:
    """What the decree of these data is known by."""
    number = " ".join(_text(decree.get("nomor")).split())
    title = markup.plain(" ".join(_text(decree.get("tentang")).split()))
    try:
        parsed = nomor.parse(number)
    except ValueError:
        return Identity(_satker(decree, office), number, title, number.casefold(), _year(decree))
    return Identity(_satker(decree, office), number, title, int(parsed.urut), parsed.tahun)


def remarks(known: Iterable[tuple[int, Identity]]) -> list[str]:
    """What is odd about the numbers of a batch, in words; each decree comes with the number of its row."""
    numbered = [(row, one) for row, one in known if one.nomor]
    found = []
    for (satker, tahun), members in _grouped(numbered, lambda one: (one.satker, one.tahun or 0)):
        for _, again in _grouped(members, lambda one: (isinstance(one.urut, str), one.urut)):
            if len(again) > 1:
                rows = _listed([str(row) for row, _ in again])
                found.append(f"nomor {again[0][1].nomor} dari {satker} dipakai {len(again)} kali: baris {rows}")
        serial = sorted({one.urut for _, one in members if isinstance(one.urut, int)})
        if gaps := _gaps(serial):
            year = f" tahun {tahun}" if tahun else ""
            found.append(
                f"nomor urut {', '.join(gaps)}{year} dari {satker} tidak ada ({serial[0]} sampai {serial[-1]})"
            )
    return found


def _grouped(known: Any, key: Any) -> Iterable[tuple[Any, list[tuple[int, Identity]]]]:
    ordered = sorted(known, key=lambda pair: (key(pair[1]), pair[0]))
    return [(value, list(members)) for value, members in groupby(ordered, key=lambda pair: key(pair[1]))]


def _gaps(serial: list[int]) -> list[str]:
    """The numbers that are missing between the first and the last."""
    return [
        str(low + 1) if high - low == 2 else f"{low + 1}-{high - 1}" for low, high in pairwise(serial) if high - low > 1
    ]


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} dan {words[-1]}"


def _satker(decree: Mapping[str, Any], office: Mapping[str, Any]) -> str:
    given = decree.get("satker", office.get("satker"))
    try:
        # With all its regions: villages of the same name lie in several districts.
        return " ".join(Satker.model_validate(given).model_copy(update={"kop": ()}).lines)
    except ValidationError:
        return _text(given)


def _year(decree: Mapping[str, Any]) -> int | None:
    made = decree.get("ditetapkan")
    day = bahasa.baca_tanggal(_text(made.get("pada"))) if isinstance(made, Mapping) else None
    return day.year if day else None


def _text(value: Any) -> str:
    return str(value) if isinstance(value, (str, int)) else ""
