"""What every part of the page needs: the decree, its format rules, and how the library's own words become runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kpu_docs import bahasa
from kpu_docs.blocks import Asal, Run, Runs
from kpu_docs.isi_blocks import own
from kpu_docs.model import Keputusan
from kpu_docs.tata_naskah import EOffice, TataNaskah


@dataclass(frozen=True, slots=True)
class Page:
    """The decree, its format rules, and how a picture that the data name is read: by its name and the place of it."""

    keputusan: Keputusan
    tata_naskah: TataNaskah
    picture: Callable[[str, Asal], bytes]

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
    def number(self) -> Runs:
        """The number line; dots, or the word of the e-office, where there is no number yet."""
        kata, nomor, asal = self.tata_naskah.kata, self.keputusan.nomor, ("nomor",)
        before, _, after = kata.nomor.partition("{nomor}")
        empty = self.e_office.nomor if self.e_office else kata.nomor_kosong
        written = (Run(nomor, asal, at=0),) if nomor else own(empty, asal)
        return (*own(before, asal), *written, *own(after, asal))

    @property
    def day(self) -> str:
        """The day of the decree in words; dots, or the word of the e-office, where there is none yet."""
        pada = self.keputusan.ditetapkan.pada
        empty = self.e_office.tanggal if self.e_office else self.tata_naskah.kata.tanggal_kosong
        return bahasa.tanggal(pada) if pada else empty

    @property
    def e_office(self) -> EOffice | None:
        """The words of the e-office that signs the original, if one does."""
        name = self.tata_naskah.elektronik.e_office
        return self.tata_naskah.e_office[name] if name and self.keputusan.naskah == "asli" else None

    def label(self, text: str, asal: Asal) -> Runs:
        """A label of the left column, bold where the format rules say so."""
        return (Run(text, asal, bold=text in self.tata_naskah.label.tebal),)
