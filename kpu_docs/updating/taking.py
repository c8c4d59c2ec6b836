"""Changes made in Word as edits of the YAML file: clauses reworded, cells and months changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from kpu_docs.blocks import Asal, Cell, Paragraph, Row, Runs
from kpu_docs.complaints import DataPath
from kpu_docs.editing import Cut, Edit, Put
from kpu_docs.fingerprints import said
from kpu_docs.inputs.source import source_of
from kpu_docs.model import CITING, LISTED
from kpu_docs.reading.draft import UNKNOWN
from kpu_docs.texts import text_at
from kpu_docs.updating.pairing import shape
from kpu_docs.updating.sides import Side, shown
from kpu_docs.updating.wording import REFERENCE, recased, reworded
from kpu_docs.updating.written import at, put, spelt, stands
from kpu_docs.verifying.differences import Difference

_BY_KEY = "kutipan ini ditulis oleh kunci peraturan; ganti kuncinya, atau tulis kutipannya sendiri"
_BY_REFERENCE = "yang berubah adalah nomor yang ditulis oleh [[kunci]]; pindahkan atau ganti rujukannya"
_CALCULATED = "dihitung dari isian lain; ubah isian itu, atau tulis hasilnya sendiri"
_ON_SHEET = "barisnya ada di lembar Excel; ubah di sana"
_OF_OFFICE = "isinya milik kantor; ubah di sana"
_NO_WORDS = "isinya kosong di Word; hapus butirnya, atau tulis isinya"
_SIGN_READ = "nomor atau hurufnya terbaca sebagai isi, karena urutannya terputus di Word; tulis sendiri"
_MISREAD = "di Word bentuknya lain sehingga terbaca dengan kata yang bukan isinya; tulis sendiri"
NO_PLACE = "tidak ada tempatnya di data; ubah sendiri"

_SIGN = re.compile(r"(?:[a-z]{1,2}|\d{1,3})[.)](?=\s|$)")
_DETAIL = "rincian"
_COPIED = (("tentang",), ("nomor",))
_FILLED_IN = (("nomor",), ("ditetapkan", "pada"))
_FROM_PAPER = ("naskah", "kantor", "satker", "pengesah")


class _Changed(NamedTuple):
    """A cell that differs: the name of its column, its words before and after, the cell on either side."""

    name: str
    before: str
    after: str
    old: Cell
    new: Cell


@dataclass
class Taken:
    """A change in Word, its place in the order of the paper and in the data, and the edits it asks for; or the reason
    why it is not taken. `calculated` if only a figure that follows from others is another one.
    """

    difference: Difference
    order: float
    path: DataPath
    reason: str = ""
    calculated: bool = False
    edits: list[Edit] = field(default_factory=list)


@dataclass
class Taking:
    """The changes so far."""

    yaml: Side
    word: Side
    taken: list[Taken] = field(default_factory=list)

    @property
    def found(self) -> list[Taken]:
        """The changes from top to bottom."""
        for one in self.taken:
            one.reason = one.reason or ("" if one.edits else NO_PLACE)
        return sorted(self.taken, key=attrgetter("order"))

    def note(self, order: float, difference: Difference, reason: str = "", path: DataPath = ()) -> None:
        """A change: the edits that follow are made for it, unless there is a reason why not."""
        self.taken.append(Taken(difference, order, path or difference.path, reason))

    def outside(self, path: DataPath) -> str:
        """Why what stands at a path is not written in the YAML file; nothing where it is."""
        if path[:1] and path[0] in _FROM_PAPER and path[0] not in self.yaml.data:
            return _OF_OFFICE
        parts = source_of(self.yaml.keputusan).parts
        return _ON_SHEET if any(path[: len(part.prefix)] == part.prefix for part in parts) else ""

    def edit(self, edit: Edit) -> None:
        """An edit for the last change."""
        self.taken[-1].edits.append(edit)

    def put(self, path: DataPath, value: Any) -> None:
        """Let a path of the decree have that value; None: nothing."""
        keputusan, data = self.yaml.keputusan, self.yaml.data
        known = stands(keputusan, data, path)
        place = spelt(data, path)
        if value is None and known:
            above = at(data, place[:-1])
            self.edit(Cut(place) if isinstance(above, Mapping) else Put(place, ""))
        elif value is not None and not (known and at(data, place) == value):
            self.edit(put(keputusan, data, path, value))

    def changed(self, i: int, k: int) -> None:
        """A clause of the data became one of the Word file."""
        old, new = self.yaml.clauses[i], self.word.clauses[k]
        if isinstance(old, Row) and isinstance(new, Row):
            self._row(i, old, new)
        elif isinstance(old, Paragraph) and isinstance(new, Paragraph):
            if _DETAIL in old.asal[-2:-1] + new.asal[-2:-1]:
                self._detail(i, old, new)
            else:
                self._paragraph(i, old, new)

    def _detail(self, i: int, old: Paragraph, new: Paragraph) -> None:
        """A detail line: its name and its text."""
        before, after = _plain(said(old)), _plain(said(new))
        reason = self.outside(old.asal)
        self.note(i, Difference(self.yaml.place(old.asal), "berubah", before, after, old.asal), reason)
        if reason:
            return
        name, text = (text_at(self.word.keputusan, (*new.asal, part)) for part in ("nama", "isi"))
        if text_at(self.yaml.keputusan, (*old.asal, "nama")) == name:
            self.put((*old.asal, "isi"), text)
        elif isinstance(at(self.yaml.data, spelt(self.yaml.data, old.asal[:-1])), list):
            self.edit(Put(spelt(self.yaml.data, old.asal), {name: text}))

    def _paragraph(self, i: int, old: Paragraph, new: Paragraph) -> None:
        path, there = _typed(old.runs, old.asal), _typed(new.runs, new.asal)
        copied = all(run.at is None for run in old.runs)
        if copied and path in _COPIED and path == there and all(run.at is None for run in new.runs):
            return  # it follows what is changed at its own place
        if copied and shape(path) != shape(there):
            path = there
        keputusan = self.yaml.keputusan
        filled = path in _FILLED_IN and not (keputusan.nomor if path == ("nomor",) else keputusan.ditetapkan.pada)
        before, after = _plain(said(old)), _plain(said(new))
        difference = Difference(self.yaml.place(old.asal), "diisi" if filled else "berubah", before, after, path)
        reason = self.outside(path)
        if not reason and copied and path[0] in CITING:
            reason = _BY_KEY
        if not reason and before != after == UNKNOWN:
            reason = _NO_WORDS
        if not reason and _SIGN.match(after) and not _SIGN.match(before):
            reason = _SIGN_READ
        if not reason and there in self.word.misread and there[0] in LISTED:
            reason = _MISREAD
        value = None if reason else self._value(path, there, old.runs, said(new))
        if not reason and value is None:
            reason = _BY_REFERENCE if REFERENCE in text_at(keputusan, path) else NO_PLACE
        self.note(i, difference, reason, path)
        if not reason:
            self.put(path, value)

    def _value(self, path: Asal, there: Asal, runs: Runs, new: str) -> Any:
        """What is to be written at a path: the text that was read in Word, told apart from what it was."""
        raw = text_at(self.yaml.keputusan, path)
        if REFERENCE in raw:
            return reworded(raw, runs, new)
        if not stands(self.word.keputusan, self.word.data, there):
            return None
        value = at(self.word.data, spelt(self.word.data, there))
        capitals = isinstance(value, str) and raw and "".join(run.text for run in runs).isupper()
        return recased(raw, value) if capitals else value

    def _row(self, i: int, old: Row, new: Row) -> None:
        if old.kind == "bagian" and shape(old.asal) != shape(new.asal):
            self._heading_read_otherwise(i, old, new)
            return
        cells = [one for one in self._cells(old, new) if not self._numbered(one, old, new)]
        given = [one for one in cells if not self._calculated(one.old, old)]
        for one in given or cells:
            path, there = _in_row(one.old, old), _in_row(one.new, new)
            if path == old.asal:
                path = (*path, there[-1])
            known = stands(self.word.keputusan, self.word.data, there)
            value = at(self.word.data, spelt(self.word.data, there)) if known else None
            where = f"{self.yaml.place(old.asal)}{f', kolom {one.name}' if one.name else ''}"
            reason = self.outside(path)
            if not reason and REFERENCE in (raw := text_at(self.yaml.keputusan, path)):
                value = reworded(raw, one.old.runs, one.after)
                reason = "" if value is not None else _BY_REFERENCE
            if not reason and ((not known and one.after) or (old.kind == "jumlah" and "tabel" in path)):
                reason = _CALCULATED
            self.note(i, Difference(where, "berubah", one.before, one.after, path), reason, path)
            self.taken[-1].calculated = not given
            if not reason:
                self.put(path, value)

    def _heading_read_otherwise(self, i: int, old: Row, new: Row) -> None:
        """A heading in an annex that was read as one of another kind: its cells are not those of the data."""
        before, after = shown([old]), shown([new])
        if before != after:
            self.note(i, Difference(self.yaml.place(old.asal), "berubah", before, after, old.asal), NO_PLACE)

    @staticmethod
    def _numbered(one: _Changed, old: Row, new: Row) -> bool:
        """Whether a cell that differs is the number of a row, counted by its place."""
        return one.old.asal == old.asal and old.kind == "isi" and (one.new.asal == new.asal or "tabel" in old.asal)

    def _calculated(self, cell: Cell, row: Row) -> bool:
        """Whether what a cell says follows from other cells."""
        given = any(run.at is not None for run in cell.runs) or not cell.runs
        written = row.kind != "jumlah" and stands(self.yaml.keputusan, self.yaml.data, _in_row(cell, row))
        return not given and not written

    def _cells(self, old: Row, new: Row) -> list[_Changed]:
        """The cells of a row that differ."""
        mine, theirs = self.yaml.columns[id(old)], self.word.columns[id(new)]
        if mine.columns == theirs.columns:
            held = dict(theirs.cells)
            both = [(column, cell, held[column]) for column, cell in mine.cells if column in held]
        else:
            named = {cell.asal[-1]: cell for _, cell in theirs.cells}
            both = [(column, cell, named[cell.asal[-1]]) for column, cell in mine.cells if cell.asal[-1] in named]
        names = self.yaml.places[old.asal].columns if old.asal in self.yaml.places else {}
        found = (_Changed(names.get(column, ""), _cell(a), _cell(b), a, b) for column, a, b in both)
        return [one for one in found if one.before != one.after]


def _in_row(cell: Cell, row: Row) -> Asal:
    """The path of what a cell shows: a month stands among those of its row."""
    return cell.asal[: len(row.asal) + 1] if cell.asal[: len(row.asal)] == row.asal else cell.asal


def _typed(runs: Runs, asal: Asal) -> Asal:
    """Where the words of a paragraph are typed."""
    return next((run.asal for run in runs if run.at is not None), asal)


def _cell(cell: Cell) -> str:
    words = _plain("".join(run.text for run in cell.runs))
    return f"{words} (diarsir)".strip() if cell.marked else words


def _plain(text: str) -> str:
    return " ".join(text.split())
