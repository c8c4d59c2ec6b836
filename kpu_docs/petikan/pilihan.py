"""Whom a petikan can be made for, and which rows and diktum concern one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from kpu_docs.blocks import Asal
from kpu_docs.complaints import InputError
from kpu_docs.inputs import located
from kpu_docs.model import Keputusan
from kpu_docs.petikan.baris import Kata, baris, kata
from kpu_docs.rules.diktum_lampiran import mentioned
from kpu_docs.texts import text_at, texts

_DITUNJUK = re.compile(
    r"\s*(?:Menunjuk|Mengangkat|Menugaskan|Memberhentikan)\s+(?:Saudar[ai]\s+|Sdri?\.?\s+)?"
    r"(?!(?:Anggota|Calon|Kelompok|Para|Pegawai|Pejabat|Petugas|Panitia|Tim|Nama|Kepala|Ketua|Sekretaris)\b)"
    r"(?P<nama>[A-Z][\w.'’-]*(?:,?\s+[A-Z][\w.'’-]*)*)(?P<akhir>$)?"
)
"""A diktum about one person: `Menunjuk Umpama Rekaan, S.H. sebagai ...`."""

_TERCANTUM = re.compile(r"\b(?:tercantum|termuat|dimuat|tersebut)\s+(?:di\s+)?(?:dalam|pada)\s+$", re.I)
"""What stands before the name of an annex in the diktum that sets what it holds."""

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
    """Finds who is named in a decree and what concerns them; the decree is read once for all of its petikan."""

    def __init__(self, keputusan: Keputusan) -> None:
        self._keputusan = keputusan
        self._baris = baris(keputusan)
        self._teks = {at: list(_sentences(keputusan, at)) for at in range(len(keputusan.diktum))}
        self._ditunjuk = {at: name for at, sentences in self._teks.items() if (name := _appointed(sentences))}
        self._sebutan: list[tuple[Kata, Asal]] = [(words, row.asal) for row in self._baris for words in row.isi]
        self._sebutan += [(kata(name), ("diktum", at)) for at, name in self._ditunjuk.items()]
        # A diktum that appoints somebody is theirs, whoever else bears a part of the name or stands in the sentence.
        self._kata = {
            at: [kata(text) for text in sentences] for at, sentences in self._teks.items() if at not in self._ditunjuk
        }
        self._tentang = _annexes_set(keputusan)

    def names(self) -> tuple[str, ...]:
        """Every person that a diktum appoints or a row names, each once."""
        found: dict[Kata, str] = {}
        persons = [*self._ditunjuk.values(), *(row.orang for row in self._baris if row.orang)]
        for name in persons:
            found.setdefault(kata(name), name)
        return tuple(found.values())

    def everybody(self) -> tuple[str, ...]:
        """The `names`.

        Raises:
            InputError: there is nobody.
        """
        if found := self.names():
            return found
        message = "tidak ada baris atau diktum yang menyebut orang; sebutkan untuk siapa petikannya (--petikan NAMA)"
        raise located(self._keputusan, [(("petikan",), message, None)])

    def namesakes(self, names: Sequence[str]) -> Iterator[tuple[Asal, str]]:
        """Those of the names that more than one row of the same annex or diktum bears, with the place of the second."""
        wanted = {kata(name) for name in names}
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
        where there are none of both, those that hold its words; and of the diktum all but those that concern others
        alone. Small and capital letters, punctuation and academic titles make no difference.

        Raises:
            InputError: nobody is called so, or several are.
        """
        wanted = kata(name)
        if not wanted:
            raise self._unknown(name)
        found = {asal for words, asal in self._sebutan if words == wanted} or self._holding(name, wanted)
        rows = frozenset(found - {("diktum", at) for at in self._ditunjuk})
        named = {int(asal[1]) for asal in found if asal[0] == "diktum"}
        named |= {at for at in self._kata if any(_holds(words, wanted) for words in self._kata[at])}
        if not named and not rows:
            raise self._unknown(name)
        annexes = {int(asal[1]) for asal in rows if asal[0] == "lampiran"}
        others = {row.asal[1] for row in self._baris if row.orang and row.asal[0] == "diktum"} | self._ditunjuk.keys()
        elsewhere = {at for at, numbers in self._tentang.items() if not numbers & annexes}
        return Pilihan(rows, frozenset(int(at) for at in (others | elsewhere) - named))

    def _holding(self, name: str, wanted: Kata) -> set[Asal]:
        whole = {row.asal for row in self._baris if row.utuh}
        found = [(words, asal) for words, asal in self._sebutan if asal not in whole and _holds(words, wanted)]
        if len(different := {words for words, _ in found}) > 1:
            known = [one for one in self.names() if kata(one) in different] or [" ".join(one) for one in different]
            raise self._refused(name, f"cocok dengan beberapa: {'; '.join(sorted(known)[:_NEAR])}; tulis lengkap")
        return {asal for _, asal in found}

    def _unknown(self, name: str) -> InputError:
        known = self.names()
        near = get_close_matches(name.casefold(), [one.casefold() for one in known], _NEAR, 0.5)
        told = [one for one in known if one.casefold() in near] or known[:_NEAR]
        hint = f"mungkin maksudnya {' atau '.join(told)}" if near else f"yang ada antara lain: {'; '.join(told)}"
        return self._refused(name, f"tidak disebut dalam baris atau diktum{f'; {hint}' if told else ''}")

    def _refused(self, name: str, message: str) -> InputError:
        return located(self._keputusan, [(("petikan",), message, name or "kosong")])


def _sentences(keputusan: Keputusan, at: int) -> Iterator[str]:
    """The texts of a diktum that are no rows."""
    for path, text in texts(keputusan, ("diktum", at)):
        if not {"rincian", "tabel", "label"}.intersection(path):
            yield text


def _appointed(sentences: Sequence[str]) -> str:
    """The person that a diktum without an annex is about."""
    found = _DITUNJUK.match(sentences[0]) if sentences and "Lampiran" not in sentences[0] else None
    if found is None:
        return ""
    return found["nama"] if found["akhir"] is None else found["nama"].rstrip(".")


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
