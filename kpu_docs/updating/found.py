"""What an update found, and how it is told to a clerk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kpu_docs.verifying.differences import Difference

_UNBASED = (
    "berkas Word ini tidak memuat sidik dari kpu-docs, sehingga tidak diketahui sisi mana yang berubah: setiap beda "
    "dianggap diubah di kedua sisi."
)
_BOTH = "samakan keduanya di salah satu berkas lalu ulangi, atau pakai --force agar semuanya menurut Word"


class Left(NamedTuple):
    """A change in Word that is not taken, why, and where it is to be made instead (file, line; or sheet and cell)."""

    difference: Difference
    reason: str
    where: str

    def __str__(self) -> str:
        return f"{self.difference}; {self.reason}" + (f" ({self.where})" if self.where else "")


class Conflict(NamedTuple):
    """Both sides changed the same: the place on paper, the words of the YAML file and those of the Word file, and where
    the former stand.
    """

    place: str
    data: str
    word: str
    where: str

    def __str__(self) -> str:
        mine, theirs = (f'"{text}"' if text else "tidak ada" for text in (self.data, self.word))
        return f"{self.place}: di {self.where}: {mine}; di Word: {theirs}"


@dataclass(frozen=True)
class Updated:
    """What an update found.

    Attributes:
        file: The YAML file.
        differences: What was changed in Word only, from top to bottom.
        conflicts: What was changed on both sides; unless Word wins, nothing is written while there is any.
        left: Those of the differences that a person must take over.
        lines: How the YAML file changes, as the lines of a unified diff.
        notes: What else is to be said of the Word file.
        based: Whether the Word file says what was rendered; without that all that differs is a conflict.
        written: Whether the YAML file was written.
    """

    file: str
    differences: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    left: tuple[Left, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    based: bool
    written: bool

    @property
    def open(self) -> bool:
        """Whether something is left to a person."""
        return bool(self.left or (self.conflicts and not self.written))

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        left = {one.difference for one in self.left}
        taken = [one for one in self.differences if one not in left]
        yield from _listed("Diubah di Word", taken)
        yield from _listed("Diubah di Word, tetapi harus ditulis sendiri", self.left)
        if self.conflicts and not self.based:
            yield _UNBASED
        yield from _listed(f"Diubah di kedua sisi{', ditulis menurut Word' if self.written else ''}", self.conflicts)
        yield from _listed("Catatan", self.notes)
        yield from self.lines
        yield f"{self.file}: {self._end}"

    @property
    def _end(self) -> str:
        if self.written:
            return "diperbarui"
        if self.conflicts:
            return f"tidak ditulis; {_BOTH}"
        if self.lines:
            return "belum ditulis; tambahkan --write untuk menulisnya"
        return "tidak ada yang perlu diubah" if not self.left else "tidak ada yang dapat diambil"


def _listed(title: str, found: Iterable[object]) -> Iterator[str]:
    lines = dict.fromkeys(f"- {one}" for one in found)  # a name that is printed in each annex is told once
    if lines:
        yield f"{title}:"
        yield from lines
