"""What is said to the clerk of a decree that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What was read as what, what is uncertain, and every line that found no place (each is in the data all the same).

    `changed` are the places where the data, printed, read otherwise than the file; `notes` what was met on reading it.
    """

    file: str
    read_as: tuple[str, ...]
    uncertain: tuple[str, ...]
    unplaced: tuple[str, ...]
    changed: tuple[str, ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        parts = (
            ("Terbaca sebagai", self.read_as),
            ("Belum pasti, periksa lagi", self.uncertain),
            ("Baris yang belum mendapat tempat (disimpan pada lampiran terakhir)", self.unplaced),
            ("Bila dicetak, berbeda dari berkasnya", self.changed),
            ("Catatan tentang berkasnya", self.notes),
        )
        said = (f"\n{title}:\n" + "".join(f"- {one}\n" for one in held) for title, held in parts if held)
        return f"{self.file}\n{''.join(said)}"
