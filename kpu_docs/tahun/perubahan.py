"""What is changed in the data of a decree, and what is left as it is: values that the other modules hand on."""

from __future__ import annotations

from typing import NamedTuple

from kpu_docs.bahasa import diktum, huruf, romawi
from kpu_docs.complaints import DataPath, spelt
from kpu_docs.findings import Span

_AROUND = 40
"""How many signs of a text are shown before a year."""


class Ubah(NamedTuple):
    """A change: the path of a text, the text, which signs of it, what takes their place, and what it rests on."""

    path: DataPath
    teks: str
    span: Span
    menjadi: str
    dasar: str = ""

    def __str__(self) -> str:
        """`Menimbang huruf b: "... Kota Mojokerto Tahun 2022" -> "... Kota Mojokerto Tahun 2023"`."""
        before, after = potongan(self.teks, self.span), potongan(self.teks, self.span, self.menjadi)
        return f'{tempat(self.path)}: "{before}" -> "{after}"' + (f" ({self.dasar})" if self.dasar else "")


class Biar(NamedTuple):
    """A year that stays: the path of the text, the text, which signs of it, and why."""

    path: DataPath
    teks: str
    span: Span
    alasan: str

    def __str__(self) -> str:
        rest = self.teks[self.span[1] :].split(maxsplit=1)  # the end of "2025-2029"
        end = self.span[1] + (len(rest[0]) if rest and not self.teks[self.span[1]].isspace() else 0)
        return f'{tempat(self.path)}: "{potongan(self.teks, (self.span[0], end))}": {self.alasan}'


def potongan(teks: str, span: Span, menjadi: str | None = None) -> str:
    """The signs meant, or what takes their place, with the words before them."""
    begin = max(0, span[0] - _AROUND)
    words = teks[begin : span[0]]
    if begin:
        words = f"... {words.partition(' ')[2]}"
    return " ".join(f"{words}{teks[slice(*span)] if menjadi is None else menjadi}".split())


def tempat(path: DataPath) -> str:
    """A place in the words of the paper: `Menimbang huruf b`, `Diktum KESATU`, `Lampiran I, judul`."""
    match path:
        case ("tentang", *_):
            return "Judul"
        case ("menimbang", int(at), *_):
            return f"Menimbang huruf {huruf(at + 1)}"
        case ("mengingat" | "memperhatikan" as bagian, int(at), *_):
            return f"{bagian.capitalize()} angka {at + 1}"
        case ("diktum", int(at), *_):
            return f"Diktum {diktum(at + 1)}"
        case ("lampiran", int(at)):
            return f"Lampiran {romawi(at + 1)}"
        case ("lampiran", int(at), "judul"):
            return f"Lampiran {romawi(at + 1)}, judul"
        case ("lampiran", int(at), *rest):
            return f"Lampiran {romawi(at + 1)}, {spelt(tuple(rest))}"
    return spelt(path)
