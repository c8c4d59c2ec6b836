"""Whom a petikan can be made for, and which rows and diktum concern one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import chain
from typing import ClassVar, NamedTuple

from kpu_docs import markup
from kpu_docs.blocks import Asal
from kpu_docs.complaints import DataPath, InputError
from kpu_docs.inputs import located
from kpu_docs.model import Keputusan
from kpu_docs.petikan.baris import Kata, baris, kata
from kpu_docs.petikan.penunjukan import Penunjukan, ditunjuk
from kpu_docs.rules.diktum_lampiran import mentioned
from kpu_docs.texts import text_at, texts

_TERCANTUM = re.compile(r"\b(?:tercantum|termuat|dimuat|tersebut)\s+(?:di\s+)?(?:dalam|pada)\s+$", re.I)
"""What stands before the name of an annex in the diktum that sets what it holds."""

_TIDAK_JELAS = (
    "tidak jelas siapa yang ditunjuk, maka petikan tidak dapat dibuat tanpa memuat hal orang lain; tulis namanya, lalu "
    "`sebagai`, `untuk`, `menjadi` atau `dalam`; beberapa orang: `A, B, dan C`, atau setiap orang dalam `daftar`"
)

_NEAR = 3
"""How many near names are told."""


class Pilihan(NamedTuple):
    """What a petikan holds: the places of the rows that concern the one it is for, and the diktum (from 0) that are
    left out because they concern others alone.
    """

    baris: frozenset[Asal]
    tanpa_diktum: frozenset[int]

    @property
    def lampiran(self) -> frozenset[int]:
        """The annexes (from 0) with such a row."""
        return frozenset(int(asal[1]) for asal in self.baris if asal[0] == "lampiran")


class Finder:
    """Finds who is named in a decree and what concerns them; the decree is read once for all of its petikan.

    Raises:
        InputError: whom a diktum appoints cannot be told.
    """

    latest: ClassVar[Finder | None] = None

    @classmethod
    def of(cls, keputusan: Keputusan) -> Finder:
        """The finder of a decree, whatever kind of copy: that of the latest is kept, as its petikan follow each other.

        Safe in threads.
        """
        found = cls.latest
        if found is None or not found._reads(keputusan):
            found = cls.latest = cls(keputusan)
        return found

    def _reads(self, keputusan: Keputusan) -> bool:
        return keputusan.diktum is self._keputusan.diktum and keputusan.lampiran is self._keputusan.lampiran

    def __init__(self, keputusan: Keputusan) -> None:
        self._keputusan = keputusan
        self._baris = baris(keputusan)
        appointed = _appointed(keputusan)
        self._ditunjuk = {at: who.orang for at, who in appointed.items() if who.orang}
        self._jabatan = {at: kata(who.jabatan) for at, who in appointed.items() if who.jabatan}
        self._sebutan: list[tuple[Kata, Asal]] = [(words, row.asal) for row in self._baris for words in row.isi]
        self._sebutan += [(kata(name), ("diktum", at)) for at, names in self._ditunjuk.items() for name in names]
        self._menurut: defaultdict[Kata, set[Asal]] = defaultdict(set)
        for words, asal in self._sebutan:
            self._menurut[words].add(asal)
        self._orang = {int(row.asal[1]) for row in self._baris if row.orang and row.asal[0] == "diktum"}
        # A diktum that appoints somebody is theirs, whoever else bears a part of the name or stands in the sentence.
        self._kata = {
            at: [kata(text) for _, text in _sentences(keputusan, at)]
            for at in range(len(keputusan.diktum))
            if at not in self._ditunjuk
        }
        self._tentang = _annexes_set(keputusan)
        self.names = self._persons()

    def _persons(self) -> tuple[str, ...]:
        """Every person that a diktum appoints or a row names, each once."""
        found: dict[Kata, str] = {}
        for name in (*chain.from_iterable(self._ditunjuk.values()), *(row.orang for row in self._baris if row.orang)):
            found.setdefault(kata(name), name)
        return tuple(found.values())

    def namesakes(self, names: Sequence[str]) -> Iterator[tuple[Asal, str]]:
        """Those of the names that more than one row of the same annex or diktum bears, with the place of the second."""
        wanted = {kata(name) for name in names} - {()}
        seen: set[tuple[Asal, Kata]] = set()
        told: set[Kata] = set()
        for row in self._baris:
            person = kata(row.orang)
            if person in wanted - told and (row.asal[:2], person) in seen:
                told.add(person)
                yield row.asal, row.orang
            seen.add((row.asal[:2], person))

    def choose(self, name: str) -> Pilihan:
        """What concerns the one of that name: the rows with a text that is the name and the diktum that appoint so, or
        where there are none of both, those that hold its words; else the diktum that appoint an office or unit of that
        name. And of the diktum all but those that concern others alone. Small and capital letters, punctuation and
        academic titles make no difference.

        Raises:
            InputError: nobody is called so, or several are.
        """
        wanted = kata(name)
        if not wanted:
            raise self._unknown(name)
        found = self._menurut.get(wanted) or self._holding(name, wanted) or self._in_office(wanted)
        if not found:
            raise self._unknown(name)
        rows = frozenset(asal for asal in found if len(asal) > 2)
        named = {int(asal[1]) for asal in found if asal[0] == "diktum"}
        named |= {at for at in self._kata if any(_holds(words, wanted) for words in self._kata[at])}
        annexes = {int(asal[1]) for asal in rows if asal[0] == "lampiran"}
        others = self._orang | self._ditunjuk.keys()
        elsewhere = {at for at, numbers in self._tentang.items() if not numbers & annexes}
        return Pilihan(rows, frozenset((others | elsewhere) - named))

    def _holding(self, name: str, wanted: Kata) -> set[Asal]:
        whole = {row.asal for row in self._baris if row.utuh}
        found = [(words, asal) for words, asal in self._sebutan if asal not in whole and _holds(words, wanted)]
        if len(different := {words for words, _ in found}) > 1:
            known = [one for one in self.names if kata(one) in different] or [" ".join(one) for one in different]
            raise self._refused(name, f"cocok dengan beberapa: {'; '.join(sorted(known)[:_NEAR])}; tulis lengkap")
        return {asal for _, asal in found}

    def _in_office(self, wanted: Kata) -> set[Asal]:
        return {("diktum", at) for at, office in self._jabatan.items() if office == wanted}

    def _unknown(self, name: str) -> InputError:
        known = self.names
        near = get_close_matches(name.casefold(), [one.casefold() for one in known], _NEAR, 0.5)
        told = [one for one in known if one.casefold() in near] or known[:_NEAR]
        hint = f"mungkin maksudnya {' atau '.join(told)}" if near else f"yang ada antara lain: {'; '.join(told)}"
        return self._refused(
            name, f"tidak disebut dalam baris dan tidak ditunjuk dalam diktum{f'; {hint}' if told else ''}"
        )

    def _refused(self, name: str, message: str) -> InputError:
        return located(self._keputusan, [(("petikan",), message, name or "kosong")])


def _sentences(keputusan: Keputusan, at: int) -> Iterator[tuple[DataPath, str]]:
    """The texts of a diktum that are no rows, with their places."""
    for path, text in texts(keputusan, ("diktum", at)):
        if not {"rincian", "tabel", "label"}.intersection(path):
            yield path, text


def _appointed(keputusan: Keputusan) -> dict[int, Penunjukan]:
    """Whom the diktum (from 0) appoint, by their first sentences.

    Raises:
        InputError: who is appointed cannot be told; then nobody can tell what concerns others.
    """
    found, unsure = {}, []
    for at in range(len(keputusan.diktum)):
        path, text = next(_sentences(keputusan, at), (("diktum", at), ""))
        if (who := ditunjuk(markup.plain(text))) is not None:
            found[at] = who
        else:
            unsure.append((path, _TIDAK_JELAS, text))
    if unsure:
        raise located(keputusan, unsure)
    return found


def _annexes_set(keputusan: Keputusan) -> dict[int, frozenset[int]]:
    """The diktum (from 0) that set what annexes hold, with those annexes (from 0)."""
    found: dict[int, set[int]] = {}
    for one in mentioned(keputusan):
        if _TERCANTUM.search(text_at(keputusan, one.path)[: one.span[0]]):
            # Where one of several annexes is meant without its number, it may be any.
            numbers = {number - 1 for number in one.nomor} or range(len(keputusan.lampiran))
            found.setdefault(int(one.path[1]), set()).update(numbers)
    return {at: frozenset(numbers) for at, numbers in found.items()}


def _holds(text: Kata, wanted: Kata) -> bool:
    """Whether the words stand in the text one after the other."""
    many = len(wanted)
    return any(text[at : at + many] == wanted for at in range(len(text) - many + 1))
