"""The rows of a schedule on a sheet: what each says, and how they belong together.

- How deep a row lies follows from the sign in NO, or before its text ("a. Penawaran"), see `levels`; a row without a
  sign lies below the numbered one above it. SUB KEGIATAN may have a column of its own.
- A row without an activity goes on with the one above: a further day of it. Where the day stands left of the activity,
  a row without a day has that of the row above.
- A row with a Roman numeral and a title and nothing else, or merged over the columns, is a section; so is a title above
  a row with which the numbers begin anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import columns, dates, grid, levels
from kpu_docs.inputs.xlsx.headings import Heading
from kpu_docs.inputs.xlsx.levels import Sign
from kpu_docs.inputs.xlsx.listing import Listing
from kpu_docs.inputs.xlsx.sections import Bagian, Section
from kpu_docs.inputs.xlsx.sheet import Sheet

Fields = Mapping[str, Heading]
"""The columns by field."""

_NOWHERE = "baris ini tidak termasuk kegiatan mana pun; isi kegiatannya"
_WEEKDAYS = "nama hari tidak dicetak, hanya tanggalnya"


class Line(NamedTuple):
    """A row: whether it begins an activity, its number and texts, its other pieces, the cells of all of them."""

    labelled: bool
    nomor: str
    kegiatan: str
    sub_kegiatan: str
    rest: dict[str, Any]
    cells: dict[DataPath, str]


class Reader:
    """Reads the rows of a schedule one after the other."""

    def __init__(self, table: Listing, fields: Fields, parties: Sequence[Heading], names: Sequence[str]) -> None:
        self._table, self._sheet, self._fields, self._names = table, table.sheet, fields, names
        self._grid = [party.columns[0] for party in parties]
        self._labels = [column for heading in fields.values() for column in heading.columns]
        day, activity = fields.get("waktu"), fields.get("kegiatan")
        self._day_is_label = day is not None and (activity is None or day.columns < activity.columns)
        self._said = False
        self._above: tuple[dict[str, Any], dict[DataPath, str]] = {}, {}

    def read(self, row: int) -> Line:
        """What a row says."""
        table, fields = self._table, self._fields
        cells: dict[DataPath, str] = {(name,): table.cell(row, heading) for name, heading in fields.items()}
        nomor = columns.numbered(table, row, fields["nomor"]) if "nomor" in fields else ""
        texts = {name: table.own(row, fields[name]) if name in fields else "" for name in ("kegiatan", "sub_kegiatan")}
        rest = self._days(row, cells) | self._parties(row, cells)
        if "keterangan" in fields and (note := table.own(row, fields["keterangan"])):
            rest["keterangan"] = note
        labelled = bool(nomor or texts["kegiatan"]) or "kegiatan" not in fields
        return Line(labelled, nomor, texts["kegiatan"], texts["sub_kegiatan"], rest, cells)

    def _days(self, row: int, cells: dict[DataPath, str]) -> dict[str, Any]:
        given = {name: text for name in ("waktu", "mulai", "selesai") if (text := self._day(row, name))}
        if self._day_is_label and not given:
            found, places = self._above
            cells |= places
            return found
        if given and "waktu" not in given:
            cells |= {("waktu", name): cells[name,] for name in given}
            cells["waktu",] = cells[min(given),]
            return {"waktu": given}
        self._above = dict[str, Any](given), {path: cell for path, cell in cells.items() if path[0] == "waktu"}
        return self._above[0]

    def _day(self, row: int, name: str) -> str:
        """The day below a heading as it is read; a weekday that is not its own is complained of."""
        heading = self._fields.get(name)
        written = self._table.text(row, heading) if heading else ""
        if name == "selesai" and heading and self._one_day(row, heading):
            written = self._table.text(row, self._fields["mulai"])
        day = dates.days(written)
        named = dates.weekdays(written)
        if not named and name != "selesai" and "hari" in self._fields:
            named = dates.weekdays(self._table.text(row, self._fields["hari"]))
        if named and heading:
            wrong = dates.contradiction(named, day)
            if wrong:
                self._sheet.wrong(row, heading.columns[0], wrong, written)
            if not self._said:
                self._sheet.note(_WEEKDAYS, row, heading.columns[0])
            self._said = True
        return day

    def _one_day(self, row: int, end: Heading) -> bool:
        """Whether the cells of beginning and end are merged."""
        begin = self._fields.get("mulai")
        return begin is not None and self._sheet.area(row, end.columns[0]).left in begin.columns

    def _parties(self, row: int, cells: dict[DataPath, str]) -> dict[str, Any]:
        found = grid.marks(self._sheet, row, self._grid, self._labels)
        cells |= {("pihak", n): self._sheet.address(row, self._grid[at]) for n, (at, _) in enumerate(found)}
        marked = [{"nama": self._names[at], **({"teks": text} if text else {})} for at, text in found]
        return {"pihak": marked} if marked else {}


class _Open(NamedTuple):
    """An activity below which further rows may lie: its sign, its data, its path."""

    sign: Sign
    data: dict[str, Any]
    path: DataPath


class Schedule:
    """The rows put together. `places` takes the cells of all pieces."""

    def __init__(self, sheet: Sheet, places: dict[DataPath, str]) -> None:
        self._sheet, self._places = sheet, places
        self._bagian = Bagian(sheet, "kegiatan", places)
        self._open: list[_Open] = []
        self._inner = levels.NONE
        self._waiting: tuple[Line | Section, int] | None = None

    def add(self, one: Line | Section, row: int) -> None:
        """Take the next row, whose place depends on the one after it."""
        if self._waiting:
            self._put(*self._waiting, one if isinstance(one, Line) else None)
        self._waiting = one, row

    def bagian(self) -> list[dict[str, Any]]:
        """The sections, when all rows are there."""
        if self._waiting:
            self._put(*self._waiting, None)
        self._waiting = None
        return self._bagian.data

    def _put(self, one: Line | Section, row: int, following: Line | None) -> None:
        if isinstance(one, Section):
            self._begin_section(row, one)
        elif following and self._is_title(one, following):
            column = self._sheet.first_in(row)
            self._begin_section(row, Section("", one.kegiatan, column, column))
        elif not one.labelled and not self._open:
            self._sheet.wrong(row, self._sheet.first_in(row), _NOWHERE)
        else:
            self._put_line(one, going_on=following is not None and not following.labelled)

    def _begin_section(self, row: int, section: Section) -> None:
        self._open.clear()
        self._bagian.begin(row, section)

    def _is_title(self, one: Line, following: Line) -> bool:
        """Whether a row is a text alone above a row that is the first of the outermost kind."""
        if one.nomor or one.sub_kegiatan or one.rest or levels.split(one.kegiatan)[0]:
            return False
        first = levels.sign(following.nomor or levels.split(following.kegiatan)[0])
        return first.value == 1 and (not self._open or first.kind == self._open[0].sign.kind)

    def _put_line(self, one: Line, *, going_on: bool) -> None:
        if one.labelled:
            signs = [other.sign for other in self._open]
            nomor, text = (one.nomor, one.kegiatan) if one.nomor else levels.split(one.kegiatan, signs)
            sign = levels.sign(nomor, signs)
            del self._open[levels.level(sign, signs) :]
            alone = not (one.sub_kegiatan or going_on)
            data = _filled(nomor=nomor, kegiatan=text) | (one.rest if alone else {})
            path = self._added(data, one, "kegiatan")
            self._open.append(_Open(sign, data, path))
            self._inner = levels.NONE
            if alone:
                return
        if one.sub_kegiatan or one.rest:
            nomor, text = levels.split(one.sub_kegiatan, [self._inner])
            self._inner = levels.sign(nomor, [self._inner])
            self._added(_filled(nomor=nomor, kegiatan=text) | one.rest, one, "sub_kegiatan")

    def _added(self, data: dict[str, Any], one: Line, text: str) -> DataPath:
        """The path of an activity that is added below the innermost that is open; its text stands in that column."""
        if self._open:
            rows = self._open[-1].data.setdefault("sub_kegiatan", [])
            rows.append(data)
            path: DataPath = (*self._open[-1].path, "sub_kegiatan", len(rows) - 1)
        else:
            path = self._bagian.add(data)
        self._places[path] = one.cells.get((text,)) or next(iter(one.cells.values()))
        self._places |= {(*path, *key): cell for key, cell in one.cells.items() if key[0] in data}
        if (text,) in one.cells:
            self._places[(*path, "kegiatan")] = one.cells[text,]
            if not one.nomor:
                self._places[(*path, "nomor")] = one.cells[text,]
        return path


def _filled(**texts: str) -> dict[str, Any]:
    return {key: text for key, text in texts.items() if text}
