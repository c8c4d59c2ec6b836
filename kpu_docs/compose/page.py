"""What every part of the page needs: the decree, its format rules, and how the library's own words become runs."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_docs import bahasa, markup
from kpu_docs.blocks import Asal, Paragraph, Run, Runs
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import TataNaskah

COLON = ":"


@dataclass(frozen=True, slots=True)
class Page:
    """The decree and its format rules."""

    keputusan: Keputusan
    tata_naskah: TataNaskah
    emblem: bytes | None = None

    @property
    def body(self) -> str:
        """The issuing body by name."""
        return self.keputusan.satker.name(republik_indonesia=self.tata_naskah.judul.republik_indonesia)

    @property
    def author(self) -> str:
        """Who makes the decree: the body, or an official of it other than the Ketua."""
        pembentuk = self.keputusan.pembentuk
        official = "" if pembentuk.jabatan.lower() == "ketua" else f"{pembentuk.jabatan} "
        return f"{official}{self.body}{self.acting}"

    @property
    def acting(self) -> str:
        """In what other capacity the decree is made, with a space before it, or nothing."""
        selaku = self.keputusan.pembentuk.selaku
        return f" {self.tata_naskah.kata.selaku.lower()} {selaku}" if selaku else ""

    @property
    def number(self) -> str:
        """The number line; dots where there is no number yet."""
        kata = self.tata_naskah.kata
        return kata.nomor.replace("{nomor}", self.keputusan.nomor or kata.nomor_kosong)

    @property
    def day(self) -> str:
        """The day of the decree in words; dots where there is none yet."""
        pada = self.keputusan.ditetapkan.pada
        return bahasa.tanggal(pada) if pada else self.tata_naskah.kata.tanggal_kosong

    @property
    def copied(self) -> bool:
        """Whether this is a copy of a signed decree."""
        return self.keputusan.naskah == "salinan"

    def label(self, text: str, asal: Asal) -> Runs:
        """A label of the left column, bold where the format rules say so."""
        return (Run(text, asal, bold=text in self.tata_naskah.label.tebal),)


def own(text: str, asal: Asal) -> Runs:
    """Words of the library or of the format rules, belonging to that place of the data."""
    return (Run(text, asal),) if text else ()


def line(role: str, text: str, asal: Asal, *, capitals: bool = False) -> Paragraph:
    """A paragraph of a role from a text of the data."""
    return Paragraph(role, markup.runs(text, asal, capitals=capitals), asal)
