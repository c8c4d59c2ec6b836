"""The register of rules that KPU decrees cite: read when it is first asked, an office's own entries laid over it.

`data/peraturan.toml` holds the rules that were read one by one, `data/peraturan_dikutip.csv` laws and government
regulations known from the texts that cite them; where both come from stands in `data/PEMBERITAHUAN.md`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from kpu_docs.peraturan.baca import parse
from kpu_docs.peraturan.jenis import KINDS
from kpu_docs.peraturan.kutipan import Peraturan

if TYPE_CHECKING:
    from kpu_docs.kantor import PeraturanKantor

DIKUTIP_SAMPAI = date(2023, 12, 31)
"""Until when the texts reach from which the rules of `peraturan_dikutip.csv` are known."""


class BelumPasti(NamedTuple):
    """What is not certain about a rule ("lembaran", "tentang", "nomor", "perubahan", "pencabutan", "berlaku"), why, and
    for decrees of which day on that matters (None: all).
    """

    apa: str
    karena: str
    sejak: date | None = None

    def penting(self, hari: date) -> bool:
        """Whether it matters to a decree of that day."""
        return self.sejak is None or hari >= self.sejak


@dataclass(frozen=True, slots=True)
class Entri:
    """A rule of the register.

    Attributes:
        kunci: Its key.
        kutipan: The citation as printed, without its amendments.
        ditetapkan, diundangkan: The days of signing and promulgation that were read.
        ditetapkan_antara, diundangkan_antara: First and last day it can have been; never printed.
        keyakinan_tanggal: How sure the days are: "tinggi", "sedang", "rendah".
        berlaku_sampai: The day on which the rule that replaces it took effect.
        mengubah: Keys of the rules it amends.
        menetapkan: The key of the Perppu it enacts.
        dicabut_dengan: The key of the rule that replaces it.
        keyakinan: How sure number, year, title and gazette are.
        naskah: How many texts agree on the gazette; None for an entry of the office, which is not doubted.
        naskah_lain: How many texts print another gazette.
        diperiksa: The day of the newest text from which its last state is known.
        sumber: Where it was read, in short.
        belum_pasti: What is not certain.
        asal: Whether it was read one by one, is known from citing texts, or is the office's own.
    """

    kunci: str
    kutipan: str
    ditetapkan: date | None = None
    diundangkan: date | None = None
    ditetapkan_antara: tuple[date, date] | None = None
    diundangkan_antara: tuple[date, date] | None = None
    keyakinan_tanggal: str = "tinggi"
    berlaku_sampai: date | None = None
    mengubah: tuple[str, ...] = ()
    menetapkan: str = ""
    dicabut_dengan: str = ""
    keyakinan: str = "tinggi"
    naskah: int | None = None
    naskah_lain: int = 0
    diperiksa: date | None = None
    sumber: tuple[str, ...] = ()
    belum_pasti: tuple[BelumPasti, ...] = ()
    asal: Literal["dibaca", "dikutip", "kantor"] = "dibaca"

    @property
    def peraturan(self) -> Peraturan:
        """The citation taken apart."""
        return _terbaca(self.kutipan)

    @property
    def sebutan(self) -> str:
        """What a sentence calls it: kind, number and year."""
        return self.kutipan.partition(" tentang ")[0]

    @property
    def hari(self) -> date | None:
        """The day it was made, as far as it was read."""
        return self.ditetapkan or self.diundangkan


class Register:
    """The rules by key; those of an office (`peraturan.toml`) win over ours."""

    def __init__(self, milik: Mapping[str, PeraturanKantor] | None = None) -> None:
        self._milik = {kunci: _ditimpa(kunci, _entri(kunci), own) for kunci, own in (milik or {}).items()}

    def __getitem__(self, kunci: str) -> Entri:
        found = self.get(kunci)
        if found is None:
            raise KeyError(kunci)
        return found

    def __iter__(self) -> Iterator[str]:
        """The keys: those read one by one in their order, then the others."""
        return iter({**_dibaca(), **self._milik, **_dikutip()})

    def get(self, kunci: str) -> Entri | None:
        """The rule of a key, or None."""
        return self._milik.get(kunci) or _entri(kunci)

    def pengubah(self, kunci: str) -> list[Entri]:
        """The rules that amend a rule, the oldest first; a Perppu and the law that enacts it are both among them."""
        candidates = dict.fromkeys((*_mengubah().get(kunci, ()), *self._milik))
        found = [entri for one in candidates if kunci in (entri := self[one]).mengubah]
        return sorted(found, key=lambda entri: (*_urutan(entri.peraturan), entri.hari or date.max))

    def undang_undang(self, perppu: str) -> Entri | None:
        """The law that enacts a Perppu."""
        candidates = (*_menetapkan().get(perppu, ()), *self._milik)
        return next((entri for one in candidates if (entri := self[one]).menetapkan == perppu), None)

    def cari(self, *kata: str) -> list[Entri]:
        """The rules whose key or citation has all these words in it; all where there is none."""
        words = [word.lower() for word in kata]
        every = (self[kunci] for kunci in self)
        return [one for one in every if all(word in f"{one.kunci} {one.kutipan}".lower() for word in words)]


def _urutan(one: Peraturan) -> tuple[int, int]:
    """Year, and which amendment it says to be, also by way of the Perppu that it enacts."""
    own = one.menetapkan or one
    return one.tahun or 0, own.perubahan_ke or 0


@cache
def diperiksa_sampai() -> date:
    """The day of the newest text that was read for the register."""
    day: date = _tabel()["diperiksa_sampai"]
    return day


@cache
def _tabel() -> dict[str, Any]:
    return tomllib.loads((files("kpu_docs") / "data" / "peraturan.toml").read_text(encoding="utf-8"))


@cache
def _dibaca() -> dict[str, dict[str, Any]]:
    return {kunci: fields for kunci, fields in _tabel().items() if isinstance(fields, dict)}


@cache
def _dikutip() -> dict[str, dict[str, str]]:
    with (files("kpu_docs") / "data" / "peraturan_dikutip.csv").open(encoding="utf-8") as lines:
        return {row["kunci"]: row for row in csv.DictReader(lines)}


@cache
def _mengubah() -> dict[str, list[str]]:
    """The keys of the amending rules by the key of what they amend."""
    pairs = [(base, kunci) for kunci, fields in _dibaca().items() for base in fields.get("mengubah", ())]
    return _terkumpul([*pairs, *((row["mengubah"], kunci) for kunci, row in _dikutip().items())])


@cache
def _menetapkan() -> dict[str, list[str]]:
    """The keys of the laws by the key of the Perppu that they enact."""
    rows: dict[str, Mapping[str, Any]] = {**_dibaca(), **_dikutip()}
    return _terkumpul((fields.get("menetapkan", ""), kunci) for kunci, fields in rows.items())


def _terkumpul(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


@lru_cache(maxsize=1024)
def _terbaca(kutipan: str) -> Peraturan:
    return parse(kutipan)


@cache
def _entri(kunci: str) -> Entri | None:
    if fields := _dibaca().get(kunci):
        lists = {key: tuple(value) for key, value in fields.items() if isinstance(value, list)}
        doubts = tuple(BelumPasti(**one) for one in fields.get("belum_pasti", ()))
        return Entri(**{"kunci": kunci, **fields, **lists, "belum_pasti": doubts})
    row = _dikutip().get(kunci)
    return _dari_kutipan(row) if row else None


def _dari_kutipan(row: Mapping[str, str]) -> Entri:
    kode, nomor, tahun = row["kunci"].rsplit("-", 2)
    gazette, _, number = row["lembaran"].rpartition(" ")
    where = {"": "Lembaran Negara", "BN": "Berita Negara"}[gazette] + " Republik Indonesia"
    entries = [f"{where} Tahun {tahun} Nomor {number}"] if number else []
    if row["tambahan"]:
        entries.append(f"Tambahan Lembaran Negara Republik Indonesia Nomor {row['tambahan']}")
    bracket = f" ({', '.join(entries)})" if entries else ""
    return Entri(
        kunci=row["kunci"],
        kutipan=f"{KINDS[kode].nama} Nomor {nomor} Tahun {tahun} tentang {row['tentang']}{bracket}",
        mengubah=(row["mengubah"],) if row["mengubah"] else (),
        menetapkan=row["menetapkan"],
        keyakinan="sedang" if int(row["pengutip"]) > 2 else "rendah",
        naskah=int(row["pengutip"]),
        naskah_lain=int(row["pengutip_lain"]),
        diperiksa=DIKUTIP_SAMPAI,
        sumber=("kutipan di peraturan lain",),
        belum_pasti=() if entries else (BelumPasti("lembaran", "naskah yang mengutipnya tidak sepakat"),),
        asal="dikutip",
    )


def _ditimpa(kunci: str, entri: Entri | None, own: PeraturanKantor) -> Entri:
    """An entry as the office has it; what it says itself is no longer doubted."""
    base = entri or Entri(kunci, own.kutipan)
    fields: dict[str, Any] = own.model_dump(exclude_defaults=True)
    sure = {"perubahan"} if own.diperiksa else set()
    if own.kutipan:
        read = parse(own.kutipan)
        amended = [read.mengubah.kunci] if read.mengubah and read.mengubah.kunci else []
        enacted = read.menetapkan.kunci if read.menetapkan else None
        sure |= {"lembaran", "tentang", "nomor"}
        fields = {
            "mengubah": tuple(dict.fromkeys((*base.mengubah, *amended))),
            "menetapkan": base.menetapkan or enacted or "",
            "keyakinan": "tinggi",
            "naskah": None,
            "asal": "kantor",
            **fields,
        }
    if own.diundangkan or own.ditetapkan:
        sure.add("berlaku")
        fields |= {"keyakinan_tanggal": "tinggi", "ditetapkan_antara": None, "diundangkan_antara": None}
    if own.dicabut_dengan or own.berlaku_sampai:
        sure.add("pencabutan")
    return replace(base, belum_pasti=tuple(one for one in base.belum_pasti if one.apa not in sure), **fields)
