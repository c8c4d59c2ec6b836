"""What one office always prints, so that a decree need not repeat it.

`kantor.toml`: its place, its people with their terms, and its own wording and format (an overlay of the `TataNaskah`).
`peraturan.toml`: the rules it cites that the register lacks or has otherwise.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import AfterValidator, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import tata_naskah
from kpu_docs.complaints import in_indonesian
from kpu_docs.fields import (
    Abaikan,
    Data,
    Fault,
    Line,
    Lines,
    OptionalLine,
    OptionalTanggal,
    OptionalText,
    faults,
    taken_apart,
)
from kpu_docs.satker import Satker

KEPALA_HUKUM = "kepala hukum"
"""The key under which an office names the official who certifies copies."""


class Pejabat(Data):
    """A person in an office. `sebutan` is the printed title where it differs from `jabatan`; the term's ends may be
    open.
    """

    jabatan: Line
    nama: Line
    sebutan: OptionalLine = ""
    mulai: OptionalTanggal = None
    sampai: OptionalTanggal = None

    @model_validator(mode="after")
    def _term_runs_forward(self) -> Pejabat:
        if self.mulai and self.sampai and self.sampai < self.mulai:
            raise PydanticCustomError("masa_jabatan", "sampai lebih awal daripada mulai")
        return self

    def in_office(self, day: date | None) -> bool:
        """Whether the term covers that day; without a day, whether the term has no known end."""
        if day is None:
            return self.sampai is None
        return (self.mulai is None or self.mulai <= day) and (self.sampai is None or day <= self.sampai)


class Kantor(Data):
    """One office: the keys of its `kantor.toml`. `tata_naskah` is checked where the format rules are read."""

    satker: Satker | None = None
    tempat: OptionalLine = ""
    alamat: Lines = ()
    pejabat: tuple[Pejabat, ...] = ()
    tata_naskah: dict[str, Any] = {}
    abaikan: Abaikan = {}

    @field_validator("tata_naskah", mode="after")
    @classmethod
    def _known_values(cls, overlay: dict[str, Any]) -> dict[str, Any]:
        name = str(overlay.get("dasar", tata_naskah.DEFAULT))
        if name not in tata_naskah.names():
            raise faults([(("dasar",), f"tidak dikenal; yang ada: {', '.join(tata_naskah.names())}", name)])
        try:
            tata_naskah.overlaid(name, overlay)
        except ValidationError as error:
            found: list[Fault] = []
            for fault in error.errors():
                found += taken_apart(fault) or [(tuple(fault["loc"]), in_indonesian(fault), fault["input"])]
            raise faults(found) from None
        return overlay

    def in_office(self, jabatan: str, day: date | None) -> list[tuple[int, Pejabat]]:
        """Everybody who holds that office on that day (normally one), each with the place in `pejabat`."""
        return [
            (at, person)
            for at, person in enumerate(self.pejabat)
            if _lowered(person.jabatan) == _lowered(jabatan) and person.in_office(day)
        ]


def _lowered(text: str) -> str:
    """In small letters; a small letter may be one sign where the capital is two."""
    return text.lower() if text.isascii() else normalize("NFC", text.lower())


def _satu_baris(text: str) -> str:
    return " ".join(text.split()).rstrip(" ;")


class PeraturanKantor(Data):
    """A rule in `peraturan.toml`: one that the register lacks, or whose entry there is to be corrected or completed.

    `kutipan` is the citation as printed, without amendments; `mengubah` names what its title does not say it amends.
    What is given here wins over the register and is not doubted.
    """

    kutipan: Annotated[OptionalText, AfterValidator(_satu_baris)] = ""
    ditetapkan: OptionalTanggal = None
    diundangkan: OptionalTanggal = None
    mengubah: Lines = ()
    dicabut_dengan: OptionalLine = ""
    berlaku_sampai: OptionalTanggal = None
    diperiksa: OptionalTanggal = None
