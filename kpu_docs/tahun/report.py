"""What is said to the clerk of a decree that was made from that of an earlier year."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextYearReport:
    """What was raised and changed, what stays, and what is left to the office, a line each.

    Attributes:
        file: The old decree.
        dari, ke: The old and the new year of the plan.
        raised: The years that were raised.
        cleared: Number, day and kind of copy.
        renewed: The citations that were brought up to date.
        doubted: The citations to be looked at.
        left: The years that stay.
        todo: What is to be filled in or looked at.
        files: What was taken along, and what was not.
        notes: What was said of reading a document.
        findings: What `check` finds in the new decree.
    """

    file: str
    dari: int
    ke: int
    raised: tuple[str, ...]
    cleared: tuple[str, ...]
    renewed: tuple[str, ...]
    doubted: tuple[str, ...]
    left: tuple[str, ...]
    todo: tuple[str, ...]
    files: tuple[str, ...] = ()
    notes: str = ""
    findings: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = (
            ("Tahun yang dinaikkan (semula -> menjadi)", self.raised),
            ("Dikosongkan atau diganti", self.cleared),
            (f"Dasar hukum yang diperbarui menurut keadaan 1 Januari {self.ke}", self.renewed),
            ("Dasar hukum yang dibiarkan, periksa lagi", self.doubted),
            ("Tahun yang dibiarkan, periksa lagi", self.left),
            ("Yang masih harus diisi atau diperiksa", self.todo),
            ("Berkas lain", self.files),
            ("Temuan `kpu-docs check` pada Keputusan yang baru", self.findings),
        )
        said = "".join(f"\n{title}:\n" + "".join(f"- {one}\n" for one in held) for title, held in parts if held)
        read = f"\nTentang pembacaan berkas lama:\n{self.notes}" if self.notes else ""
        return f"{self.file}: {self.dari} -> {self.ke}\n{said}{read}"
