"""The parts of a prose annex: BAB I, and below it A., 1., a., 1), a), each with its heading and its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import bahasa
from kpu_docs.blocks import Asal
from kpu_docs.fields import Data, Line, OptionalText, Text, as_tuple
from kpu_docs.isi import PARTS, SCALARS, Isi
from kpu_docs.isi_blocks import marker
from kpu_docs.lampiran._acuan import Kunci

SIGNS = ("A.", "1.", "a.", "1)", "a)")
"""The number of the first part at each level below BAB."""

_CALLED = ("huruf", "angka", "huruf", "angka", "huruf")


class Gambar(Data):
    """A picture: its file, what it shows for those who do not see it, a caption, its width (mm)."""

    berkas: Line
    alt: Text
    keterangan: OptionalText = ""
    lebar: Annotated[float, Field(gt=0, le=1000)] = 100.0


class Kotak(Data):
    """A framed sample form: a heading in its middle, and lines. A detail line without a text is a row of dots."""

    judul: OptionalText = ""
    isi: Annotated[tuple[IsiNaskah, ...], BeforeValidator(as_tuple)] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        if isinstance(value, (*SCALARS, list, tuple)):
            return {"isi": value}
        if isinstance(value, Mapping) and "isi" not in value:
            title = {key: part for key, part in value.items() if key == "judul"}
            rest = {key: part for key, part in value.items() if key not in title}
            return title | ({"isi": (rest,)} if rest else {})
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Kotak:
        if not (self.judul or self.isi):
            raise PydanticCustomError("kosong", "belum diisi")
        return self


class IsiNaskah(Isi):
    """A piece of text that may have a picture and a sample form with it, printed after its other parts."""

    gambar: Gambar | None = None
    kotak: Kotak | None = None

    @model_validator(mode="after")
    def _says_something(self) -> IsiNaskah:
        if not any(getattr(self, part) for part in (*PARTS, "gambar", "kotak")):
            raise PydanticCustomError("kosong", "belum diisi")
        return self


Prose = Annotated[tuple[IsiNaskah, ...], BeforeValidator(as_tuple)]
"""The text of a part: one piece or several."""


class Bab(Data):
    """A part: its heading, the name by which texts refer to it, its text, the parts below it. A text is a heading."""

    judul: Text
    kunci: Kunci = ""
    isi: Prose = ()
    subbab: tuple[Bab, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"judul": value} if isinstance(value, str) else value


def number(level: int, at: int) -> str:
    """The printed number of a part: `BAB I` at level 0, the signs of `SIGNS` below it; `at` counts from 0."""
    if level == 0:
        return f"BAB {bahasa.romawi(at + 1)}"
    sign = SIGNS[level - 1]
    return marker("a.", at).upper() if sign == "A." else marker(sign, at)


def walk(parts: tuple[Bab, ...], asal: Asal, level: int, above: str = "") -> Iterator[tuple[Asal, Bab, int, str]]:
    """Every part with its place, its level, and how a text calls it: `BAB II huruf A angka 1`.

    Parts below the last level are shown without a call.
    """
    for at, part in enumerate(parts):
        called = f"{above} {_call(level, at)}".strip() if level <= len(SIGNS) else ""
        yield (*asal, at), part, level, called
        yield from walk(part.subbab, (*asal, at, "subbab"), level + 1, called)


def _call(level: int, at: int) -> str:
    called = f"{_CALLED[level - 1]} {number(level, at).removesuffix('.')}" if level else number(level, at)
    return called.replace(" ", "\N{NO-BREAK SPACE}")


Kotak.model_rebuild()
IsiNaskah.model_rebuild()
