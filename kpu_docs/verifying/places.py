"""What a place is called on the paper: `Menimbang huruf b`, `Diktum KEDUA`, `Lampiran I, baris 3`."""

from __future__ import annotations

import re

from kpu_docs.blocks import Asal, Row, Runs, Table, at_columns
from kpu_docs.complaints import shown
from kpu_docs.layout.columns import Strip
from kpu_docs.verifying.lines import plain

_ROLES = {
    "salinan": "tanda naskah",
    "petikan": "tanda naskah",
    "rancangan": "tanda naskah",
    "kop": "kop",
    "alamat": "kop",
    "keputusan": "judul",
    "nomor": "nomor",
    "tentang": "judul",
    "judul": "judul",
    "pembentuk": "pembentuk",
    "memutuskan": "MEMUTUSKAN",
    "tanda_tangan": "tanda tangan",
    "pengesahan": "pengesahan",
    "judul_tembusan": "tembusan",
    "kepala_lampiran": "kepala",
    "judul_lampiran": "judul",
    "catatan_tabel": "catatan tabel",
    "judul_kotak": "judul kotak",
    "keterangan_gambar": "keterangan gambar",
}
_DAYS: dict[Asal, str] = {
    ("ditetapkan", "pada"): "tanggal",
    ("ditetapkan", "di"): "tempat",
    ("kantor", "tempat"): "tempat",
    ("ditetapkan",): "tempat dan tanggal",
}


def text(runs: Runs) -> str:
    """The words of runs."""
    return plain("".join([run.text for run in runs]))


class Places:
    """Names the places of the body, or of one annex, from top to bottom; it remembers the signs met on the way."""

    def __init__(self, annex: str) -> None:
        """Begin with the name of the annex, empty for the body."""
        self.annex = annex
        self.signs: dict[Asal, str] = {}
        self.tables = 0

    def strip(self, strip: Strip) -> str:
        """The name of a paragraph."""
        for prefix in strip.prefixes:
            if prefix.owner is not None and (sign := text(prefix.runs)) not in ("", ":"):
                self.signs[prefix.owner.asal] = _spoken(sign, prefix.owner.asal)
        role, asal = strip.block.role, strip.block.asal
        if role == "bab":
            number = strip.block.runs[0]
            self.signs[number.asal] = plain(number.text)
        if role in _ROLES:
            return self._named(_DAYS.get(asal, _ROLES[role]) if role == "tanda_tangan" else _ROLES[role])
        return self.at(asal)

    def at(self, asal: Asal) -> str:
        """The name of a place by the signs of what it stands in."""
        steps = [self.signs[asal[:end]] for end in range(1, len(asal) + 1) if asal[:end] in self.signs]
        if asal[:1] == ("tembusan",):
            steps = ["tembusan", *steps]
        return self._named(" ".join(steps))

    def rows(self, table: Table) -> list[str]:
        """The names of the rows of a table, those of its head first; rows with content are counted from 1."""
        self.tables += 1
        above = self.at(table.asal)
        above += f"{', ' if above else ''}tabel {self.tables}" if self.tables > 1 else ""
        within = f"{above}, " if above else ""
        names = [f"{within}kepala tabel"] * len(table.head)
        count = 0
        for row in table.rows:
            count += row.kind == "isi"
            names.append(f"{within}{_row(row, count)}")
        return names

    def _named(self, place: str) -> str:
        if self.annex:
            return f"{self.annex}, {place}" if place else self.annex
        return place[:1].upper() + place[1:]


def _spoken(sign: str, asal: Asal) -> str:
    bare = sign.strip("().")
    if asal[0] == "diktum" and len(asal) == 2:
        return f"Diktum {sign}"
    if re.fullmatch("[a-z]{1,2}|[A-Z]", bare):
        return f"huruf {bare}"
    if bare.isdecimal():
        return f"angka {bare}"
    if bare == "-":
        return f"butir {int(asal[-1]) + 1}"
    return sign if len(asal) == 1 else f'"{sign}"'


def _row(row: Row, count: int) -> str:
    if row.kind == "isi":
        return f"baris {count}"
    words = [text(cell.runs) for cell in row.cells if cell.runs]
    title = max((one for one in words if any(map(str.isalpha, one))), key=len, default=" ".join(words))
    return f'{"bagian" if row.kind == "bagian" else "baris jumlah"} "{shown(title) or ""}"'


def headings(table: Table) -> dict[int, str]:
    """What each column of a table is called: the cells above it, from the highest to the lowest."""
    found: dict[int, list[str]] = {}
    for row, cells in zip(table.head, at_columns(table.head), strict=True):
        for first, cell in cells:
            for column in range(first, first + cell.colspan):
                if "nomor_kolom" not in row.asal and (words := text(cell.runs)):
                    found.setdefault(column, []).append(words)
    return {column: " ".join(words) for column, words in found.items()}
