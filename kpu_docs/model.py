"""The decree and its parts as data: frozen, validated, without knowledge of any output.

The keys are the words on the paper. The author's words are kept as they are; what follows from other data (the label
of a diktum, the text after Menetapkan) is derived where the page is composed.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PrivateAttr, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from kpu_docs import bahasa
from kpu_docs import tata_naskah as aturan
from kpu_docs.blocks import Asal
from kpu_docs.fields import (
    Abaikan,
    Data,
    Line,
    Lines,
    OptionalLine,
    OptionalTanggal,
    OptionalText,
    Text,
    YaTidak,
    as_tuple,
    faults,
)
from kpu_docs.isi import Butir, DasarHukum, Diktum
from kpu_docs.kantor import KEPALA_HUKUM, Kantor, Pejabat, PeraturanKantor
from kpu_docs.lampiran import Lampiran
from kpu_docs.satker import Satker

Naskah = Literal["rancangan", "asli", "salinan", "petikan"]

COPIES: tuple[Naskah, ...] = ("salinan", "petikan")
"""The kinds that are made of a signed decree: whole, or with only what concerns one person or unit."""

CITING = ("mengingat", "memperhatikan")
"""The parts whose items are citations."""

LISTED = ("menimbang", *CITING, "diktum", "tembusan", "lampiran")
"""The parts that are lists of items."""


class Pembentuk(Data):
    """The official in whose name the decree is made: Ketua unless said otherwise.

    `selaku` is printed after the body ("Kuasa Pengguna Anggaran", or the KPU Kabupaten for which a KPU Provinsi acts).
    `baris` replaces the whole opening line above Menimbang, without its comma.
    """

    jabatan: Line = "Ketua"
    selaku: OptionalLine = ""
    baris: Lines = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"jabatan": value} if isinstance(value, str) else value


class Ditetapkan(Data):
    """Place and day. The place may come from the office; without a day dots are printed."""

    di: OptionalLine = ""
    pada: OptionalTanggal = None


class PenandaTangan(Data):
    """Who signs. A text names an office held by a person of `kantor.toml`; `nama` writes the person out.

    `status` stands before the office ("Plt.", "Plh."); `baris` replaces its printed lines, without the final comma.
    """

    jabatan: OptionalLine = ""
    nama: OptionalLine = ""
    status: Literal["", "Plt.", "Plh."] = ""
    baris: Lines = ()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"jabatan": value} if isinstance(value, str) else value


class Known(NamedTuple):
    """A text, and the place in the data it came from."""

    text: str
    asal: Asal


class Holder(NamedTuple):
    """Who holds an office, and the place in the data that says so."""

    pejabat: Pejabat
    asal: Asal


class Acuan(Data):
    """Another decree that this one changes or revokes, as data; the words about it are the author's own."""

    nomor: Line
    tanggal: OptionalTanggal = None
    tentang: OptionalText = ""


def _one_or_more(value: Any) -> Any:
    items = as_tuple(value)
    if not items:
        raise PydanticCustomError("kosong", "belum diisi")
    return items


class Keputusan(Data):
    """A decree. `kantor` and `peraturan` are filled from the office's files by `load`, so that a Keputusan holds all
    that decides its print.
    """

    versi: Literal["1"] = "1"
    tata_naskah: OptionalLine = ""
    naskah: Naskah = "asli"
    kantor: Kantor | None = None
    peraturan: dict[str, PeraturanKantor] = {}
    satker: Satker
    pembentuk: Pembentuk = Pembentuk()
    nomor: OptionalLine = ""
    tentang: Text
    menimbang: Annotated[tuple[Butir, ...], BeforeValidator(_one_or_more)]
    mengingat: Annotated[tuple[DasarHukum, ...], BeforeValidator(_one_or_more)]
    memperhatikan: Annotated[tuple[DasarHukum, ...], BeforeValidator(as_tuple)] = ()
    urutkan: YaTidak = False
    menetapkan: OptionalText = ""
    diktum: Annotated[tuple[Diktum, ...], BeforeValidator(_one_or_more)]
    ditetapkan: Ditetapkan = Field(default=Ditetapkan(), validate_default=True)
    penanda_tangan: PenandaTangan = Field(default=PenandaTangan(), validate_default=True)
    pengesah: PenandaTangan = PenandaTangan()
    tembusan: Lines = ()
    lampiran: Annotated[tuple[Lampiran, ...], BeforeValidator(as_tuple)] = ()
    mengubah: Annotated[tuple[Acuan, ...], BeforeValidator(as_tuple)] = ()
    mencabut: Annotated[tuple[Acuan, ...], BeforeValidator(as_tuple)] = ()
    abaikan: Abaikan = {}

    _source: Any = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _satker_of_the_office(cls, value: Any) -> Any:
        if isinstance(value, dict) and "satker" not in value:
            kantor = value.get("kantor")
            satker = kantor.get("satker") if isinstance(kantor, dict) else getattr(kantor, "satker", None)
            return value | {"satker": satker} if satker else value
        return value

    @field_validator("tata_naskah", mode="after")
    @classmethod
    def _known_rules(cls, value: str) -> str:
        if value and value not in aturan.names():
            raise PydanticCustomError(
                "tata_naskah_tidak_dikenal", "tidak dikenal; yang ada: {ada}", {"ada": ", ".join(aturan.names())}
            )
        return value

    @field_validator("peraturan", mode="after")
    @classmethod
    def _readable_rules(cls, value: dict[str, PeraturanKantor]) -> dict[str, PeraturanKantor]:
        if value:
            from kpu_docs.peraturan.milik import keliru

            if wrong := keliru(value):
                raise faults(wrong)
        return value

    @field_validator("mengingat", "memperhatikan", mode="after")
    @classmethod
    def _known_keys(cls, value: tuple[DasarHukum, ...], info: ValidationInfo) -> tuple[DasarHukum, ...]:
        keys = {at: item.kunci for at, item in enumerate(value) if item.kunci}
        if keys and "peraturan" in info.data:
            from kpu_docs.peraturan.milik import tidak_dikenal

            unknown = tidak_dikenal(keys.values(), info.data["peraturan"])
            if unknown:
                raise faults([((at, "teks"), unknown[key], key) for at, key in keys.items() if key in unknown])
        return value

    @field_validator("ditetapkan", mode="after")
    @classmethod
    def _somewhere(cls, value: Ditetapkan, info: ValidationInfo) -> Ditetapkan:
        kantor = info.data.get("kantor")
        if value.di or "kantor" not in info.data:
            return value
        if kantor is None or not kantor.tempat:
            raise PydanticCustomError("tanpa_tempat", "belum menyebut tempat: isi `di`, atau `tempat` di kantor.toml")
        return value

    @field_validator("penanda_tangan", mode="after")
    @classmethod
    def _somebody(cls, value: PenandaTangan, info: ValidationInfo) -> PenandaTangan:
        if not {"kantor", "pembentuk", "ditetapkan"} <= info.data.keys():
            return value
        who = value if value.jabatan else value.model_copy(update={"jabatan": info.data["pembentuk"].jabatan})
        day = info.data["ditetapkan"].pada
        if not who.nama and _find(who, info.data["kantor"], day, ()) is None:
            raise PydanticCustomError(
                "tanpa_penanda_tangan",
                "kantor.toml tidak menyebut tepat satu orang sebagai {jabatan}{kapan}; "
                "lengkapi di sana, atau isi `nama`",
                {"jabatan": who.jabatan, "kapan": f" pada {bahasa.tanggal(day)}" if day else ""},
            )
        return who

    @property
    def copied(self) -> bool:
        """Whether this is a copy of a signed decree."""
        return self.naskah in COPIES

    @property
    def place(self) -> Known:
        """Where the decree is made."""
        if self.ditetapkan.di or self.kantor is None:
            return Known(self.ditetapkan.di, ("ditetapkan", "di"))
        return Known(self.kantor.tempat, ("kantor", "tempat"))

    @property
    def signer(self) -> Holder:
        """Who signs."""
        found = _find(self.penanda_tangan, self.kantor, self.ditetapkan.pada, ("penanda_tangan",))
        assert found is not None, "validated"
        return found

    @property
    def certifier(self) -> Holder | None:
        """Who certifies a copy: `pengesah`, or the office's head of law; None where nobody is named."""
        who = self.pengesah if self.pengesah != PenandaTangan() else PenandaTangan(jabatan=KEPALA_HUKUM)
        return _find(who, self.kantor, self.ditetapkan.pada, ("pengesah",))

    def __eq__(self, other: object) -> bool:
        """Equal data make equal decrees, wherever they were read from."""
        return isinstance(other, Keputusan) and self.__dict__ == other.__dict__


def _find(who: PenandaTangan, kantor: Kantor | None, day: date | None, asal: Asal) -> Holder | None:
    if who.nama:
        return Holder(Pejabat(jabatan=who.jabatan or "-", nama=who.nama), asal)
    people = kantor.in_office(who.jabatan, day) if kantor else ()
    return Holder(people[0][1], ("kantor", "pejabat", people[0][0])) if len(people) == 1 else None
