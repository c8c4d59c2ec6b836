"""What stands inside a Menimbang item, a diktum or a prose annex: paragraphs, lists, detail lines, tables, quotations.

Every short spelling is turned into one shape before validation, so a fault is reported once: a text is an `Isi` with
`teks`; what holds `isi` may be a text, a list, or a mapping that names the parts directly.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs.fields import Data, Fault, Line, OptionalLine, OptionalText, Text, as_tuple, faults

PARTS = ("teks", "rincian", "tabel", "daftar", "berbunyi")
"""The parts of one `Isi`, in the order in which they are printed."""

SCALARS = (str, int, float)

DEEPEST = 40
"""Levels of lists and quotations within each other: far beyond any decree, far below what a writer can follow."""

_KUNCI = re.compile(r"([a-z]+(?:-[a-z0-9]+)*-[0-9]+-[0-9]{4});?")


class Rincian(Data):
    """An aligned detail line: `Nama : SAIFUL AMIN`."""

    nama: Line
    isi: OptionalText = ""

    @model_serializer
    def _both(self) -> dict[str, str]:
        """Without an empty `isi` it would read as a line that is called "nama"."""
        return {"nama": self.nama, "isi": self.isi}


def _detail_lines(value: Any) -> Any:
    """`rincian` is written as a mapping (`Nama: ...`) or, where a name occurs twice, as a list of such mappings."""
    if isinstance(value, dict):
        return tuple({"nama": name, "isi": text} for name, text in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(
            {"nama": next(iter(line)), "isi": next(iter(line.values()))}
            if isinstance(line, dict) and len(line) == 1
            else line
            for line in value
        )
    return value


class Kolom(Data):
    """A column of a table: its heading, its share of the width, how its text is aligned. A text is a heading."""

    judul: Text
    lebar: Annotated[float, Field(gt=0, le=1000)] = 1.0
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"judul": value} if isinstance(value, SCALARS) else value


class Tabel(Data):
    """A plain table inside the text: columns, and rows with as many cells as there are columns."""

    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[OptionalText, ...], ...] = ()

    @model_validator(mode="after")
    def _rows_fit(self) -> Tabel:
        if not self.kolom:
            raise PydanticCustomError("tanpa_kolom", "tabel belum mempunyai kolom")
        wrong: list[Fault] = [
            (("baris", at), f"berisi {len(row)} sel, padahal ada {len(self.kolom)} kolom", None)
            for at, row in enumerate(self.baris)
            if len(row) != len(self.kolom)
        ]
        if wrong:
            raise faults(wrong)
        return self


class Isi(Data):
    """A piece of text with what belongs to it; the parts given are printed in the order of `PARTS`."""

    teks: OptionalText = ""
    rincian: Annotated[tuple[Rincian, ...], BeforeValidator(_detail_lines)] = ()
    tabel: Tabel | None = None
    daftar: Daftar | None = None
    berbunyi: Annotated[tuple[Kutipan, ...], BeforeValidator(as_tuple)] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"teks": value} if isinstance(value, SCALARS) else value

    @model_validator(mode="after")
    def _says_something(self) -> Isi:
        if not any(getattr(self, part) for part in PARTS):
            raise PydanticCustomError("kosong", "belum diisi")
        if self._levels > DEEPEST:
            raise PydanticCustomError("dalam", f"tersarang terlalu dalam (lebih dari {DEEPEST} tingkat)")
        return self

    @cached_property
    def _levels(self) -> int:
        """How many levels of text there are, this one included."""
        inside = (*(self.daftar.butir if self.daftar else ()), *self.berbunyi)
        return 1 + max((one._levels for item in inside for one in item.isi), default=0)


class Butir(Data):
    """An item of a list or of Menimbang."""

    isi: Annotated[tuple[Isi, ...], BeforeValidator(as_tuple)]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        if isinstance(value, SCALARS):
            return {"isi": (value,)}
        if isinstance(value, (list, tuple)):
            return {"isi": tuple(value)}
        if isinstance(value, dict) and "isi" not in value and value.keys() & set(PARTS):
            own = {key: part for key, part in value.items() if key in cls.model_fields}
            return own | {"isi": ({key: part for key, part in value.items() if key not in own},)}
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Butir:
        if not self.isi:
            raise PydanticCustomError("kosong", "belum diisi")
        return self


class Daftar(Data):
    """A list. `penanda` is the sign of its first item; without it the depth decides (`1.`, `a.`, `1)`, `a)`)."""

    penanda: Literal["", "1.", "a.", "1)", "a)", "-"] = ""
    butir: tuple[Butir, ...]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"butir": tuple(value)} if isinstance(value, (list, tuple)) else value


class Kutipan(Butir):
    """A quoted provision of an amending decree, with the label it has there (`KESATU`), if any."""

    label: OptionalLine = ""


class Diktum(Butir):
    """A diktum. Its label (`KESATU` ...) follows from its place; an office may spell its own (`KEDUABELAS`)."""

    label: OptionalLine = ""


class DasarHukum(Data):
    """An item of Mengingat or Memperhatikan in the author's words, or the key of a rule that is to be cited in full."""

    teks: Text

    @property
    def kunci(self) -> str | None:
        """The key (`uu-7-2017`), where the item is one."""
        found = _KUNCI.fullmatch(self.teks.lower())
        return found[1] if found else None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"teks": value} if isinstance(value, SCALARS) else value


Isi.model_rebuild()
