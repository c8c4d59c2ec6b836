"""The body that issues a decree: KPU RI, Provinsi, Kabupaten, Kota, KIP in Aceh, PPK and PPS.

The table of regions is package data (`data/satker.csv`, see its notice); a body that is not in it is written out.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.fields import Data, Line, Lines, OptionalLine, YaTidak, faults

LEMBAGA = {
    "KPU": "Komisi Pemilihan Umum",
    "KIP": "Komisi Independen Pemilihan",  # the name in Aceh; Keputusan KPU 1442/2019, diktum KEDUA
    "PPK": "Panitia Pemilihan Kecamatan",
    "PPS": "Panitia Pemungutan Suara",
}
ACEH = "11"
_BELOW = {"desa": ("desa",), "kecamatan": ("kecamatan", "desa")}
"""The levels at which a region below the kabupaten or kota is printed."""


@cache
def table() -> dict[str, dict[str, str]]:
    """All bodies of the table by key (`kota-mojokerto`) and by code (`3576`); each a mapping ready for `Satker`."""
    ri = {"kode": "", "tingkat": "ri", "lembaga": LEMBAGA["KPU"], "wilayah": "Republik Indonesia"}
    found = {"kpu-ri": ri, "ri": ri}
    with (files("kpu_docs") / "data" / "satker.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            aceh = row["kode"].startswith(ACEH)
            body = {
                "kode": row["kode"],
                "tingkat": row["tingkat"],
                "lembaga": LEMBAGA["KIP" if aceh else "KPU"],
                # Aceh's own body is named without the word Provinsi (Keputusan KPU 1442/2019, diktum KEDUA).
                "wilayah": row["nama"] if row["kode"] == ACEH else f"{row['tingkat'].title()} {row['nama']}",
            }
            found[row["kode"]] = found[_key(f"{row['tingkat']} {row['nama']}")] = body
    return found


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def find(name: str) -> dict[str, str] | None:
    """The body of that key or code (`kota-mojokerto`, `Kota Mojokerto`, `3576`, `35.76`), or None."""
    text = name.strip()
    return table().get(re.sub(r"(?<=\d)\.(?=\d)", "", text)) or table().get(_key(text))


def nearest(name: str) -> str | None:
    """The key most like `name`, for a complaint about a misspelt one."""
    from difflib import get_close_matches

    close = get_close_matches(_key(name), [key for key in table() if not key.isdigit()], n=1, cutoff=0.6)
    return close[0] if close else None


def _complete(value: Any) -> Any:
    """A key or code becomes the body of the table; a mapping with `kode` is completed from it."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        body = find(str(value))
        if body is None:
            near = nearest(str(value))
            raise PydanticCustomError(
                "satker_tidak_dikenal",
                "satker tidak dikenal{saran}; tulis kunci seperti kota-mojokerto, kode wilayah seperti 3576, "
                "atau tuliskan lengkap (lembaga, wilayah, tingkat)",
                {"saran": f", mungkin maksudnya {near}" if near else ""},
            )
        return body
    if not isinstance(value, dict):
        return value
    short = value.get("lembaga")
    expanded = {"lembaga": LEMBAGA[short]} if isinstance(short, str) and short in LEMBAGA else {}
    level = {"PPK": {"tingkat": "kecamatan"}, "PPS": {"tingkat": "desa"}}.get(str(short), {})
    return (find(str(value.get("kode", ""))) or level) | value | expanded


def _without_kecamatan(name: str) -> str:
    return re.sub(r"^kec(amatan|\.)\s*", "", name, flags=re.I)


class Satker(Data):
    """The issuing body.

    `lembaga` and `wilayah` together are its name ("Komisi Pemilihan Umum", "Kota Mojokerto"). PPK and PPS name
    `kecamatan` and `desa` (with its word: "Kelurahan Wates", "Desa Sooko") and the office above them (`induk`). `kop`
    replaces the lines of the kop; `alamat` stands below them. A text is looked up in the table.
    """

    kode: OptionalLine = ""
    tingkat: Literal["ri", "provinsi", "kabupaten", "kota", "kecamatan", "desa"]
    lembaga: Line
    wilayah: OptionalLine = ""
    desa: OptionalLine = ""
    kecamatan: Annotated[OptionalLine, AfterValidator(_without_kecamatan)] = ""
    induk: Satker | None = None
    republik_indonesia: YaTidak | None = None
    kop: Lines = ()
    alamat: Lines = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return _complete(value)

    @model_validator(mode="after")
    def _has_a_place(self) -> Satker:
        if not self._region:
            key = self.tingkat if self.tingkat in ("kecamatan", "desa") else "wilayah"
            raise PydanticCustomError("tanpa_wilayah", "belum menyebut {kunci}", {"kunci": key})
        if unprinted := [
            key for key in ("desa", "kecamatan") if getattr(self, key) and self.tingkat not in _BELOW[key]
        ]:
            message = f"tidak dicetak pada satker tingkat {self.tingkat}; hapus, atau tulis `lembaga: PPS` atau `PPK`"
            raise faults([((key,), message, getattr(self, key)) for key in unprinted])
        return self

    @property
    def _region(self) -> str:
        return {"kecamatan": self.kecamatan, "desa": self.desa}.get(self.tingkat, self.wilayah)

    @property
    def lines(self) -> tuple[str, ...]:
        """The name as it is stacked in a kop: the body, then its regions from the smallest up."""
        if self.kop:
            return self.kop
        kecamatan = f"Kecamatan {self.kecamatan}" if self.tingkat == "desa" and self.kecamatan else ""
        above = self.wilayah or (self.induk.wilayah if self.induk else "")
        if self.tingkat == "kecamatan":
            return tuple(line for line in (self.name(), above) if line)
        return tuple(line for line in (self.lembaga, self.desa, kecamatan, above) if line)

    def name(self, *, republik_indonesia: bool = False) -> str:
        """The name in running text; KPU RI with its country only where the data or else the regime want it."""
        wanted = republik_indonesia if self.republik_indonesia is None else self.republik_indonesia
        return self.lembaga if self.tingkat == "ri" and not wanted else f"{self.lembaga} {self._region}"


Satker.model_rebuild()
