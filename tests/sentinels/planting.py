"""Decrees in which every leaf of the data stands nowhere else: a word for a text, a day, a number, a row of months.

The data are those of the file, before any reading: what a reader, the model, the blocks or a writer loses is missed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kpu_docs.inputs import yaml
from tests.sentinels import table
from tests.sentinels.columns import Steps, is_column, kinds_of_cells, slug
from tests.sentinels.table import Raw

_MONTHS = """
Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
"""
MONTHS = _MONTHS.split()
YES_NO = ("ya", "tidak")

_LETTERS = "abcdefghijklmnoprstuvwxy"  # without q and z, with which every word begins


@dataclass(frozen=True)
class Planted:
    """What was planted: where, what must be found, how often; `grid` is a row of cells `|.|#|`."""

    path: str
    printed: str
    times: int
    grid: bool = False


def raw(file: Path) -> Raw:
    """The data of a decree with those of its office, as they are written."""
    found: Raw = yaml.read(file.read_text(encoding="utf-8"))
    for name, key in (("kantor.toml", "kantor"), ("peraturan.toml", "peraturan")):
        beside = file.parent / name
        if key not in found and beside.exists():
            found[key] = tomllib.loads(beside.read_text(encoding="utf-8"))
    return found


def printed_day(day: date) -> str:
    """A day as a decree prints it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def leaves(node: Any, path: Steps = ()) -> Iterator[str]:
    """The paths of all leaves."""
    if isinstance(node, dict | list):
        for step, part in _steps(node, path):
            yield from leaves(part, (*path, step))
    else:
        yield ".".join(path)


def _steps(node: Raw | list[Any], path: Steps) -> Iterator[tuple[str, Any]]:
    """The parts of a piece of data by their names; the people of an office are called by theirs."""
    if isinstance(node, dict):
        yield from node.items()
        return
    seen: list[str] = []
    for at, part in enumerate(node):
        seen.append(str(part["jabatan"]).lower() if path == ("kantor", "pejabat") else str(at))
        count = seen.count(seen[-1])
        yield seen[-1] if count == 1 else f"{seen[-1]} {count}", part


@dataclass
class Planter:
    """Plants one decree: `data` is what becomes of it, `planted` what must be found."""

    decree: str
    source: Raw
    planted: list[Planted] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    words: int = 0
    days: int = 0
    numbers: int = 0
    rows: int = 0
    same: dict[tuple[str, str], str] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)

    def plant(self) -> Raw:
        """The data of the decree, planted."""
        self.kinds = dict(kinds_of_cells(self.source))
        data: Raw = self._node(self.source, ())
        return data

    def _node(self, node: Any, path: Steps) -> Any:
        at = ".".join(path)
        if path and path[-1] in ("bulan", "petak", "pihak") and _names_cells(path):
            return self._cells(node, path)
        if isinstance(node, dict):
            return self._mapping(node, path)
        if isinstance(node, list):
            return [self._node(part, (*path, step)) for step, part in _steps(node, path)]
        return self._leaf(node, at)

    def _mapping(self, node: Raw, path: Steps) -> Raw:
        found: Raw = {}
        # Headings first: what rows say of cells is said with their new names.
        for key in sorted(node, key=lambda name: name not in ("petak", "pihak", "kolom", "kantor")):
            step = (*path, key)
            if path[-1:] == ("rincian",) and "anggaran" not in path:
                found[self._word(".".join(step))] = self._node(node[key], step)
            else:
                found[key] = self._node(node[key], step)
            if _is_grid(path, key):
                self.headings = tuple(_headings(found[key]))
        if is_column(path) and "kunci" not in found and "kolom" not in found:
            found["kunci"] = slug(node["judul"])
        return {key: found[key] for key in node if key in found} | found

    def _leaf(self, value: Any, path: str) -> Any:
        self.paths.append(path)
        kind = self.kinds.get(path) or table.kind(self.decree, path)
        if kind == "tetap" or value == "" or value is None or str(value).lower() in YES_NO or isinstance(value, bool):
            return value
        make = getattr(self, f"_{kind}", None)
        assert make, f"no way to plant {kind}"
        return make(str(value), path)

    def _add(self, path: str, printed: str, *, grid: bool = False) -> str:
        self.planted.append(Planted(path, printed, table.times(self.decree, path, self.source), grid))
        return printed

    def _word(self, path: str) -> str:
        self.words += 1
        number, word = self.words, ""
        for _ in range(4):
            number, digit = divmod(number, len(_LETTERS))
            word = _LETTERS[digit] + word
        return self._add(path, f"Zq{word}")

    def _teks(self, value: str, path: str) -> Any:
        if is_column(tuple(path.split("."))):
            return {"judul": self._word(path), "kunci": slug(value)}
        return "\n".join(self._word(path) for _ in value.split("\n"))

    def _sama(self, value: str, path: str) -> str:
        """A name by which one part of the data calls another: the same word for both."""
        if value.lower() in ("ketua", "kepala hukum"):
            return value
        # Cells are equal to others of their table alone.
        key = (path.partition(".tabel.")[0] if ".tabel." in path else "", value.lower())
        if key in self.same:
            return self._add(path, self.same[key])
        self.same[key] = self._word(path)
        return self.same[key]

    def _ada(self, value: str, path: str) -> str:
        """A word that is not replaced, because only a few are possible."""
        return self._add(path, value)

    def _kunci(self, value: str, path: str) -> str:
        return value if re.fullmatch(r"[a-z-]+-\d+-\d{4}", value) else self._word(path)

    def _kutipan(self, value: str, path: str) -> str:
        """A citation keeps its number and year."""
        about = re.search(r"(?<=tentang ).*?(?= \(|$)", value)
        assert about, value
        return value.replace(about[0], self._word(path)) if about[0].count("tentang") == 0 else value

    def _hari(self, value: str, path: str) -> str:
        year, month, day = value.split("-") if "-" in value else reversed(value.split())
        number = int(month) if month.isdigit() else MONTHS.index(month) + 1
        self._add(path, printed_day(date(int(year), number, int(day))))
        return value

    def _tanggal(self, value: str, path: str) -> str:
        """Each in another year, so that a range prints both of its days in full."""
        self.days += 1
        day = date(2031, 1, 1) + timedelta(373 * self.days)
        self._add(path, printed_day(day))
        return day.isoformat()

    def _rentang(self, value: str, path: str) -> str:
        return f"{self._tanggal(value, path)} s.d. {self._tanggal(value, path)}"

    def _number(self) -> str:
        self.numbers += 1
        return f"{700_000_000 + 1013 * self.numbers:,}".replace(",", ".")

    def _angka(self, value: str, path: str) -> str:
        return self._add(path, self._number())

    def _rupiah(self, value: str, path: str) -> str:
        number = self._number()
        self._add(path, f"Rp{number}")
        return number

    def _persen(self, value: str, path: str) -> str:
        number = self._number()
        self._add(path, f"{number}%")
        return number

    def _volume(self, value: str, path: str) -> str:
        """A product is printed as written, a single factor as its number and its unit."""
        number, word = self._angka(value, path), self._word(path)
        return f"{number} {word} x 3 keg" if " x " in value else f"{number} {word}"

    def _cells(self, node: Any, path: Steps) -> Any:
        """Cells of a grid: marks of which no other row has the same, or texts."""
        at = ".".join(path)
        names = tuple(map(str, range(1, 13))) if path[-1] == "bulan" else self.headings
        row = ["."] * len(names)
        self.paths += leaves(node, path)
        said: Any
        if isinstance(node, dict):
            words = [self._word(at) for _ in node]
            said = dict(zip(names, words, strict=False))
            row[: len(words)] = words
        else:
            self.rows = self.rows % (2 ** len(names) - 1) + 1
            marked = [place for place in range(len(names)) if self.rows >> place & 1]
            said = [names[place] for place in marked]
            for place in marked:
                row[place] = "#"
        self._add(at, f"|{'|'.join(row)}|", grid=True)
        return said


def _names_cells(path: Steps) -> bool:
    """Whether this is what a row says of cells, and not the grid itself."""
    return "kegiatan" in path or "sub_kegiatan" in path


def _is_grid(path: Steps, key: str) -> bool:
    return (path[-1:], key) in ((("rencana_kerja",), "petak"), (("jadwal",), "pihak"))


def _headings(grid: Any) -> Iterator[str]:
    """The headings of the columns of a grid, however it is written."""
    if isinstance(grid, dict):
        yield from _headings(grid["kolom"])
    elif isinstance(grid, list):
        for part in grid:
            yield from _headings(part)
    else:
        yield grid
