"""A plan on a sheet: to the data of the annex kind `rencana_kerja`, and from a path in them to a cell.

How a sheet is read:

- The head is found by its words, whatever stands above it. Twelve months, however they are called, are `bulan`; any
  other grid (quarters over months, weeks, two years) is `petak`, with the headings of the sheet.
- A row whose number is Roman and that has no sub-activity and no mark is a section. A text in KEGIATAN (or a number)
  begins an activity; a row without both goes on with the activity above, whether the cells are merged or empty.
- A cell of the grid is marked by x, v, a tick, 1 or a fill in any colour but white and that of the labels of its row.
  Any other text is printed in the cell. A merged bar marks all its cells; a text in it stands in the first of them.
- The table ends where a signature or a legend begins. What is not read (hidden rows, the signature) is a note.
"""

from __future__ import annotations

from typing import Any

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import grid, heads, words
from kpu_docs.inputs.xlsx.heads import Head
from kpu_docs.inputs.xlsx.rows import data_rows
from kpu_docs.inputs.xlsx.sheet import Area, Sheet

_LABELS = ("kegiatan", "sub_kegiatan", "indikator", "keterangan")


def read(sheet: Sheet) -> tuple[dict[str, Any], dict[DataPath, str]]:
    """The data of the plan, and the cell of each of their pieces. What is wrong gathers in ``sheet.errors``.

    Raises:
        InputError: the sheet has no head that can be read.
    """
    head = heads.find(sheet)
    plan = _Plan(sheet, head)
    rows = data_rows(sheet, head)
    for row in rows:
        plan.add(row)
    if not rows:
        raise sheet.refuse("tabel ini belum berisi baris")
    grid.refuse_covered(sheet, Area(head.bottom + 1, head.grid[0], rows[-1], head.grid[-1]))
    return plan.data, plan.places


class _Plan:
    """The data of a plan, row by row."""

    def __init__(self, sheet: Sheet, head: Head) -> None:
        self._sheet, self._head = sheet, head
        self.data: dict[str, Any] = {"bagian": []}
        self.places: dict[DataPath, str] = {(): sheet.address(head.top, head.grid[0])}
        if head.titles:
            self.data["kolom"] = head.titles
            self.places["kolom",] = sheet.address(head.top, min(columns[0] for columns in head.labels.values()))
        if head.petak:
            self.data["petak"] = head.petak
            self.places["petak",] = sheet.address(head.bottom, head.grid[0])

    def add(self, row: int) -> None:
        """Read one more row of the table."""
        heading = self._section(row)
        if heading:
            self._begin_section(row, *heading)
            return
        marks = self._marks(row)
        if self._begins_activity(row):
            self._begin_activity(row)
        elif self._only_marks(row):
            self._add_marks(row, marks)
            return
        elif not self._activities:
            column = self._columns("kegiatan")[0] if self._columns("kegiatan") else 0
            self._sheet.wrong(row, column, "baris ini tidak termasuk kegiatan mana pun; isi kegiatannya")
            return
        self._add_row(row, marks)

    @property
    def _activities(self) -> list[dict[str, Any]]:
        sections = self.data["bagian"]
        return sections[-1]["kegiatan"] if sections else []

    def _columns(self, role: str) -> tuple[int, ...]:
        return self._head.labels.get(role, ())

    def _has(self, row: int, role: str) -> bool:
        return any(self._sheet.peek_own(row, column) for column in self._columns(role))

    def _text(self, row: int, role: str) -> str:
        parts = (self._sheet.text(row, column) for column in self._columns(role) if self._sheet.own(row, column))
        return " ".join(part for part in parts if part)

    def _section(self, row: int) -> tuple[str, str, int] | None:
        """Number and title of a section heading, and the column of the title."""
        sheet, number = self._sheet, self._columns("nomor")
        texts = [column for column in sheet.filled_in(row) if column not in self._head.grid[1:]]
        if len(texts) not in (1, 2) or self._marks(row, quiet=True):
            return None
        first, activity = texts[0], self._columns("kegiatan") or self._columns("sub_kegiatan")
        if first not in (*number, *activity):
            return None
        if len(texts) == 1:
            split = words.section(sheet.peek(row, first))
            if split or sheet.area(row, first).right > activity[-1]:
                return (*(split or ("", sheet.text(row, first))), first)
        if len(texts) == 2 and first in number and texts[1] in activity and words.roman(sheet.peek(row, first)):
            return sheet.text(row, first), sheet.text(row, texts[1]), texts[1]
        return None

    def _begin_section(self, row: int, nomor: str, judul: str, column: int) -> None:
        at = ("bagian", len(self.data["bagian"]))
        self.data["bagian"].append({"nomor": _line(nomor), "judul": judul, "kegiatan": []})
        first = self._sheet.filled_in(row)[0]
        self._place(at, row, first)
        self._place((*at, "nomor"), row, first)
        self._place((*at, "judul"), row, column)

    def _begins_activity(self, row: int) -> bool:
        return self._has(row, "kegiatan") or self._has(row, "nomor")

    def _begin_activity(self, row: int) -> None:
        if not self.data["bagian"]:
            self.data["bagian"].append({"kegiatan": []})
        at = self._activity_path(len(self._activities))
        self._activities.append(
            {"nomor": _line(self._text(row, "nomor")), "kegiatan": self._text(row, "kegiatan"), "sub_kegiatan": []}
        )
        for key in ("nomor", "kegiatan"):
            for column in self._columns(key)[:1]:
                self._place((*at, key), row, column)
                self._place(at, row, column)

    def _activity_path(self, at: int) -> DataPath:
        return ("bagian", len(self.data["bagian"]) - 1, "kegiatan", at)

    def _add_row(self, row: int, marks: list[tuple[int, str]]) -> None:
        rows = self._activities[-1]["sub_kegiatan"]
        at = (*self._activity_path(len(self._activities) - 1), "sub_kegiatan", len(rows))
        rows.append({key: self._text(row, key) for key in _LABELS[1:]} | {self._key: []})
        self._place(at, row, next(iter(self._sheet.filled_in(row)), self._head.grid[0]))
        for key in _LABELS[1:]:
            for column in self._columns(key)[:1]:
                self._place((*at, key), row, column)
        self._place((*at, self._key), row, self._head.grid[0])
        self._add_marks(row, marks)

    def _only_marks(self, row: int) -> bool:
        """Whether a row has nothing of its own but its part of the grid."""
        return not any(self._has(row, key) for key in _LABELS)

    def _add_marks(self, row: int, marks: list[tuple[int, str]]) -> None:
        """The marks of a row, also of the second of two rows over which the cells of the labels are merged."""
        rows = self._activities[-1]["sub_kegiatan"] if self._activities else []
        column = (self._columns("sub_kegiatan") or self._columns("kegiatan"))[0]
        if not rows or (self._only_marks(row) and self._sheet.own(row, column)):
            message = "petak ini ditandai, tetapi barisnya tanpa kegiatan; isi, atau gabungkan dengan baris di atasnya"
            for column, _ in marks[:1]:
                self._sheet.wrong(row, self._head.grid[column], message)
            return
        at = (*self._activity_path(len(self._activities) - 1), "sub_kegiatan", len(rows) - 1, self._key)
        for column, text in marks:
            name = self._head.names[column] if self._head.names else str(self._head.months[column])
            cell = {"nama": name, "teks": text} if text else {"nama": name}
            if cell not in rows[-1][self._key]:
                self._place((*at, len(rows[-1][self._key])), row, self._head.grid[column])
                rows[-1][self._key].append(cell)

    @property
    def _key(self) -> str:
        return "petak" if self._head.petak else "bulan"

    def _marks(self, row: int, *, quiet: bool = False) -> list[tuple[int, str]]:
        """The marked columns of the grid (from 0), each with its text; `quiet` complains of nothing."""
        labels = [column for key in _LABELS for column in self._columns(key)]
        return grid.marks(self._sheet, row, self._head.grid, labels, quiet=quiet)

    def _place(self, path: DataPath, row: int, column: int) -> None:
        self.places.setdefault(path, self._sheet.address(row, column))


def _line(text: str) -> str:
    return " ".join(text.split())
