"""The rows of a budget on a sheet, put together to accounts and what belongs to them.

- How deep an account lies follows from its code or number, see `levels`, or from the sign before its text. A row
  without volume and price is an account or a group; one with its amount alone is one if it has a code, if its formula
  adds up the rows below it, or if it is what the priced items below it come to. Every other row is an item of the
  account above it.
- JUMLAH and TOTAL close the account that they name, else the innermost one that is open; the last row of the table is
  the grand total, unless it names an account or is a subtotal. TERBILANG is compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import Any, NamedTuple

from kpu_docs import angka
from kpu_docs.complaints import DataPath
from kpu_docs.inputs.xlsx import levels, words
from kpu_docs.inputs.xlsx.levels import Sign
from kpu_docs.inputs.xlsx.sheet import Sheet

_TOTAL = re.compile(r"(?:SUB ?|GRAND )?(?:JUMLAH|TOTAL)\b.*")
_WORDS = re.compile(r"terbilang\b[\s:]*(.*)", re.IGNORECASE | re.DOTALL)
_NOTHING_CLOSED = "baris jumlah ini tidak menutup akun mana pun; sembunyikan baris ini"
_OTHER_TOTAL = "jumlah ini tidak sama dengan jumlah akunnya di sel {sel}; betulkan salah satunya"
_OTHER_WORDS = "terbilang ini bukan bunyi jumlahnya ({bunyi}); betulkan"
_WORDS_UNREAD = "terbilang pada lembar tidak dibaca; yang dicetak dihitung dari jumlahnya"


@dataclass(frozen=True)
class Entry:
    """What a row of the sheet says, with the cells by field. `sign` is what its level follows from, `formula` that of
    its amount.
    """

    row: int
    kode: str = ""
    uraian: str = ""
    volume: str = ""
    satuan: str = ""
    harga: str = ""
    jumlah: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    sign: str = ""
    formula: str = ""

    @property
    def label(self) -> str:
        """The text it begins with."""
        return self.kode or self.uraian

    @property
    def priced(self) -> bool:
        """Whether it is an item with volume or price."""
        return bool(self.volume or self.satuan or self.harga)

    @property
    def is_total(self) -> bool:
        """Whether it is a sum of rows above it."""
        return not self.priced and _TOTAL.fullmatch(words.normal(self.label)) is not None

    @property
    def in_words(self) -> str | None:
        """The total in words that it holds; None where it is another row."""
        found = _WORDS.fullmatch(self.label)
        return None if found is None else found[1] or (self.uraian if self.kode else "")

    @property
    def data(self) -> dict[str, Any]:
        """Its data."""
        keys = ("kode", "uraian", "volume", "satuan", "harga", "jumlah")
        return {key: text for key in keys if (text := getattr(self, key))}


class _Open(NamedTuple):
    """An account to which further rows may belong: its sign, its data, its path, the entry before which they end."""

    sign: Sign
    data: dict[str, Any]
    path: DataPath
    until: int


class Budget:
    """Accounts, items and totals as the data of the annex; `places` are the cells of their pieces."""

    def __init__(self, sheet: Sheet, entries: Sequence[Entry]) -> None:
        self.data: dict[str, Any] = {"rincian": []}
        self.places: dict[DataPath, str] = {}
        self._sheet, self._entries = sheet, entries
        self._open: list[_Open] = []
        last = max((at for at, one in enumerate(entries) if one.in_words is None), default=-1)
        for at, one in enumerate(entries):
            self._leave(at)
            if one.in_words is not None:
                self._compare_words(one, one.in_words)
            elif one.is_total:
                self._total(one, at == last)
            else:
                self._place(at)

    def _leave(self, at: int) -> None:
        """Close what ends before an entry."""
        self._open = list(takewhile(lambda account: at < account.until, self._open))

    def _until(self, at: int) -> int:
        """Before which entry those end that may belong to one; at the next where none may."""
        one = self._entries[at]
        if one.priced:
            return at + 1
        return len(self._entries) if one.kode or not one.jumlah else at + 1 + self._summed(at)

    def _summed(self, at: int) -> int:
        """How many of the priced items right below an entry its amount adds up, as its formula says or its figure."""
        below = list(takewhile(lambda one: one.priced and not one.kode, self._entries[at + 1 :]))
        one, found = self._entries[at], Decimal()
        referred = {int(number) for number in re.findall(r"[A-Z]\$?(\d+)", one.formula)}
        for count, item in enumerate(below, start=1):
            if self._sheet.row_name(item.row) == max(referred, default=0):
                return count
            found += _amount(item) or 0
        return len(below) if below and found == angka.baca_rupiah(one.jumlah) else 0

    def _place(self, at: int) -> None:
        one, until = self._entries[at], self._until(at)
        above = [other.sign for other in self._open]
        sign = levels.sign(one.sign or levels.split(one.uraian, above)[0], above)
        level = levels.level(sign, above)
        # An item belongs to the innermost account, unless its number goes on with those of an account.
        holds = until > at + 1
        if not holds and not sign.value and not one.kode:
            level = len(above)
        del self._open[level:]
        rows = self._open[-1].data.setdefault("rincian", []) if self._open else self.data["rincian"]
        path: DataPath = (*(self._open[-1].path if self._open else ()), "rincian", len(rows))
        rows.append(one.data)
        self.places[path] = next(cell for name in ("uraian", "kode") if (cell := one.cells.get(name)))
        self.places |= {(*path, key): one.cells[key] for key in one.data}
        if holds:
            self._open.append(_Open(sign, rows[-1], path, until))

    def _total(self, one: Entry, last: bool) -> None:
        if not one.jumlah:
            self._sheet.note("baris jumlah tanpa angka tidak dibaca", one.row, self._sheet.first_in(one.row))
            return
        label = words.normal(one.label)
        named = [at for at, other in enumerate(self._open) if _names(label, other.data)]
        if last and not named and not label.startswith("SUB"):
            self.data["jumlah"] = one.jumlah
            self.places["jumlah",] = one.cells["jumlah"]
        elif self._open:
            at = named[-1] if named else len(self._open) - 1
            self._close(one, self._open[at])
            del self._open[at:]
        else:
            self._sheet.wrong(one.row, self._sheet.first_in(one.row), _NOTHING_CLOSED, one.label)

    def _close(self, one: Entry, account: _Open) -> None:
        """Take the amount of a subtotal for an account that has none of its own."""
        path = (*account.path, "jumlah")
        given = account.data.setdefault("jumlah", one.jumlah)
        cell = self.places.setdefault(path, one.cells["jumlah"])
        if angka.baca_rupiah(given) != angka.baca_rupiah(one.jumlah):
            self._sheet.wrong_at(one.cells["jumlah"], _OTHER_TOTAL.format(sel=cell), one.jumlah)

    def _compare_words(self, one: Entry, said: str) -> None:
        from kpu_docs.lampiran.anggaran import dengan_huruf

        total = angka.baca_rupiah(self.data.get("jumlah", ""))
        place = one.row, self._sheet.filled_in(one.row)[-1]
        if total is None or not said:
            self._sheet.note(_WORDS_UNREAD, *place)
        elif words.normal(said).removesuffix(" RUPIAH") != words.normal(dengan_huruf(total)).removesuffix(" RUPIAH"):
            self._sheet.wrong(*place, _OTHER_WORDS.format(bunyi=dengan_huruf(total)), said)


def _amount(one: Entry) -> Decimal | None:
    """The amount of an item: what is written, else volume by price."""
    from kpu_docs.lampiran.anggaran import Rincian, baca_volume

    if one.jumlah:
        return angka.baca_rupiah(one.jumlah)
    readable = baca_volume(one.volume) and angka.baca_rupiah(one.harga) is not None
    return Rincian(volume=one.volume, harga=one.harga).hitungan if readable else None


def _names(label: str, account: dict[str, Any]) -> bool:
    """Whether the label of a total ends with the code or the name of an account."""
    called = (words.normal(account.get(key, "")) for key in ("kode", "uraian"))
    return any(name and label.endswith(f" {name}") for name in called)
