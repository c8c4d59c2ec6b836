"""A sheet as it is seen: hidden rows and columns are not there, and a merged area is one cell.

Rows and columns are counted from 0 among the visible ones; `address` gives back the name of a cell on the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from kpu_docs.complaints import Complaint, InputError, shown
from kpu_docs.inputs.xlsx import cells, fills
from kpu_docs.inputs.xlsx.parts import Extras

EMPTY = "lembar ini kosong; isi tabelnya, atau sebutkan lembar lain"
"""What is said of a sheet without a text."""

MOST_MERGED = 2000
"""Rows of a merged area that are looked at."""


class Area(NamedTuple):
    """The cells of a merged area, or a single one: first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    """The visible cells of a sheet. What is wrong with it gathers in `errors`, what was left out in `notes`. Its texts
    have `markup` or are as typed.
    """

    def __init__(self, file: str, sheet: Any, results: Any, extras: Extras, *, markup: bool) -> None:
        self.file, self.name = file, str(sheet.title)
        self.errors: list[Complaint] = []
        self.notes: list[Complaint] = []
        self._said: set[Complaint] = set()
        self._sheet, self._results, self._extras, self._markup = sheet, results, extras, markup
        # Only `_cells` knows the cells that exist; asking openpyxl for a row would make a million empty ones.
        self._cells: dict[tuple[int, int], Any] = sheet._cells
        hidden_rows, hidden_columns = _hidden_rows(sheet), _hidden_columns(sheet)
        self._rows = self._used_rows(hidden_rows)
        held = {column for (_, column), cell in self._cells.items() if cell.value is not None}
        self._columns = sorted(held - hidden_columns)
        self.height, self.width = len(self._rows), len(self._columns)
        self._areas: dict[tuple[int, int], tuple[Area, tuple[int, int]]] = {}
        self._merge()
        self._read: dict[tuple[int, int], cells.Reading] = {}
        self._filled: dict[int, tuple[int, ...]] = {}
        self._note_hidden(hidden_rows, hidden_columns)

    def address(self, row: int, column: int) -> str:
        """The name of a cell on the sheet: F12."""
        from openpyxl.utils import get_column_letter

        return f"{get_column_letter(self._columns[column])}{self._rows[row]}"

    def row_name(self, row: int) -> int:
        """The number of a row on the sheet."""
        return self._rows[row]

    def area(self, row: int, column: int) -> Area:
        """The merged area a cell is part of, or the cell alone."""
        found = self._areas.get((row, column))
        return found[0] if found else Area(row, column, row, column)

    def own(self, row: int, column: int) -> bool:
        """Whether a cell is not covered by a merged area that begins elsewhere."""
        return self.area(row, column)[:2] == (row, column)

    def peek(self, row: int, column: int) -> str:
        """The text of a cell, of a merged one in each of its cells, whether or not it can be trusted."""
        return self._reading(row, column).text

    def peek_own(self, row: int, column: int) -> str:
        """The text of a cell where it begins, nothing in the other cells of a merged area."""
        return self.peek(row, column) if self.own(row, column) else ""

    def text(self, row: int, column: int) -> str:
        """The text of a cell as data; a cell that cannot be trusted is complained of."""
        reading = self._reading(row, column)
        if reading.fault:
            self.wrong(row, column, reading.fault, reading.text)
        return reading.text

    def exact(self, row: int, column: int) -> str:
        """The text of a cell as data, a number with all its decimals and without what its format adds."""
        number = self.number(row, column)
        shown = self.text(row, column)
        if number is None or shown.startswith("0"):
            return shown
        return cells.exact(number, percent=shown.endswith("%"))

    def number(self, row: int, column: int) -> int | float | None:
        """The number that a cell holds, if it is no text."""
        at = self._at(row, column)
        cell = self._cells.get(at)
        return None if cell is None else cells.number_of(cell, self._results._cells.get(at))

    def dated(self, row: int, column: int) -> bool:
        """Whether a cell holds a day or a time."""
        at = self._at(row, column)
        cell = self._results._cells.get(at)
        return cell is not None and isinstance(cell.value, (date, time, timedelta))

    def formula(self, row: int, column: int) -> str:
        """The formula of a cell, if it has one."""
        cell = self._cells.get(self._at(row, column))
        return str(cell.value) if cell is not None and cell.data_type == "f" else ""

    def fill(self, row: int, column: int) -> str:
        """The colour of a cell as a word to compare, nothing where it has none or is white."""
        cell = self._cells.get(self._at(row, column))
        return "" if cell is None else fills.colour(cell)

    def filled_in(self, row: int) -> Sequence[int]:
        """The columns of a row in which a text begins."""
        if row not in self._filled:
            self._filled[row] = tuple(column for column in range(self.width) if self.peek_own(row, column))
        return self._filled[row]

    def first_in(self, row: int) -> int:
        """The first column in which a text of a row begins; the first of all where none does."""
        return next(iter(self.filled_in(row)), 0)

    def empty(self, row: int) -> bool:
        """Whether no text stands in a row, not even that of an area merged from above."""
        return not any(self.peek(row, column) for column in range(self.width))

    def wrong(self, row: int, column: int, message: str, value: Any = None) -> None:
        """Complain of a cell, once."""
        self._add(self.errors, message, self.address(row, column), value)

    def note(self, message: str, row: int | None = None, column: int = 0) -> None:
        """Say what was left out."""
        self._add(self.notes, message, "" if row is None else self.address(row, column), None)

    def wrong_at(self, cell: str, message: str, value: Any = None) -> None:
        """Complain of a cell by its name."""
        self._add(self.errors, message, cell, value)

    def note_at(self, cell: str, message: str) -> None:
        """Say something about a cell by its name."""
        self._add(self.notes, message, cell, None)

    def refuse(self, message: str) -> InputError:
        """The error of a sheet that cannot be read at all."""
        return InputError(*self.errors, Complaint((), message, file=self.file, lembar=self.name))

    def _add(self, to: list[Complaint], message: str, cell: str, value: Any) -> None:
        complaint = Complaint((), message, shown(value), file=self.file, lembar=self.name, sel=cell)
        if complaint not in self._said:
            self._said.add(complaint)
            to.append(complaint)

    def covered(self, ranges: Iterator[tuple[int, int, int, int]], within: Area) -> list[tuple[int, int]]:
        """The first visible cell, within an area, of each range (rows and columns of the sheet) that touches it."""
        found = []
        for top, left, bottom, right in ranges:
            rows = [row for row in range(within.top, within.bottom + 1) if top <= self._rows[row] <= bottom]
            columns = [at for at in range(within.left, within.right + 1) if left <= self._columns[at] <= right]
            if rows and columns:
                found.append((rows[0], columns[0]))
        return found

    def shapes(self) -> Iterator[tuple[int, int, int, int]]:
        """What is drawn over the sheet."""
        return iter(self._extras.shapes)

    def conditional(self) -> Iterator[tuple[int, int, int, int]]:
        """The ranges whose look follows from conditions."""
        from openpyxl.utils.cell import range_boundaries

        older = [str(one) for found in self._sheet.conditional_formatting for one in found.sqref.ranges]
        for ranges in (*older, *self._extras.conditional):
            left, top, right, bottom = range_boundaries(ranges)
            yield top or 1, left or 1, bottom or 1 << 20, right or 1 << 14

    def _at(self, row: int, column: int) -> tuple[int, int]:
        found = self._areas.get((row, column))
        return found[1] if found else (self._rows[row], self._columns[column])

    def _reading(self, row: int, column: int) -> cells.Reading:
        at = self._at(row, column)
        if at not in self._read:
            cell = self._cells.get(at)
            held = self._results._cells.get(at)
            self._read[at] = cells.Reading() if cell is None else cells.read(cell, held, markup=self._markup)
        return self._read[at]

    def _used_rows(self, hidden: set[int]) -> list[int]:
        """The visible rows down to the last text; of several empty ones in a row only the first."""
        held = {row for (row, _), cell in self._cells.items() if cell.value is not None or fills.painted(cell)}
        last = max((row for (row, _), cell in self._cells.items() if cell.value is not None), default=0)
        for merged in self._sheet.merged_cells.ranges:
            if merged.min_row in held:
                held.update(range(merged.min_row, min(merged.max_row, merged.min_row + MOST_MERGED) + 1))
                last = max(last, merged.max_row if merged.min_row <= last < merged.max_row else 0)
        last = min(last, max(held, default=0))
        rows: list[int] = []
        for row in range(1, last + 1):
            if row not in hidden and (row in held or (rows and rows[-1] in held)):
                rows.append(row)
        return rows

    def _merge(self) -> None:
        rows = {row: at for at, row in enumerate(self._rows)}
        columns = {column: at for at, column in enumerate(self._columns)}
        for merged in self._sheet.merged_cells.ranges:
            last = min(merged.max_row, merged.min_row + MOST_MERGED)
            inside_rows = [rows[row] for row in range(merged.min_row, last + 1) if row in rows]
            inside = [columns[column] for column in range(merged.min_col, merged.max_col + 1) if column in columns]
            if not inside_rows or not inside:
                continue
            area = Area(inside_rows[0], inside[0], inside_rows[-1], inside[-1])
            for row in inside_rows:
                for column in inside:
                    self._areas[row, column] = area, (merged.min_row, merged.min_col)

    def _note_hidden(self, rows: set[int], columns: set[int]) -> None:
        from openpyxl.utils import get_column_letter

        held_rows, held_columns = set(), set()
        for (row, column), cell in self._cells.items():
            if cell.value is not None:
                held_rows |= {row} & rows
                held_columns |= {column} & columns
        if held_rows:
            self.note(f"baris tersembunyi tidak dibaca: {', '.join(map(str, sorted(held_rows)))}")
        if held_columns:
            letters = ", ".join(get_column_letter(column) for column in sorted(held_columns))
            self.note(f"kolom tersembunyi tidak dibaca: {letters}")


def _hidden_rows(sheet: Any) -> set[int]:
    return {row for row, look in sheet.row_dimensions.items() if look.hidden or look.height == 0}


def _hidden_columns(sheet: Any) -> set[int]:
    found: set[int] = set()
    for look in sheet.column_dimensions.values():
        if look.hidden or (look.customWidth and look.width == 0):
            found |= set(range(look.min, look.max + 1))
    return found
