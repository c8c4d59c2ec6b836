"""The order of the items of Mengingat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile

from kpu_docs.model import Keputusan
from kpu_docs.peraturan import Peraturan, Register
from kpu_docs.peraturan.jenis import KINDS
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._dasar import Dasar, dasar
from kpu_docs.tata_naskah import TataNaskah

_UNDANG = frozenset({"uu", "uu-darurat", "perppu"})
"""Kinds that stand in one row by their age."""

_KELOMPOK = {kode: at for at, kode in enumerate(KINDS)} | dict.fromkeys(_UNDANG, 0)
_DAERAH_ITU = re.compile(
    r"\bpembentukan\b.*\b(?:daerah|pro[pv]insi|kabupaten|kota)\b|^(?:pro[pv]insi|kabupaten|kota|pemerintahan aceh"
    r"|keistimewaan)\b",
    re.I | re.S,
)

_MENTERI, _KPU, _KEPUTUSAN, _LAIN = (KINDS[kode].tingkat.urutan for kode in ("permen", "pkpu", "kpt", "ba"))
_DAERAH = {KINDS[kode].tingkat.urutan for kode in ("perda", "perbup")}


@rule(
    "periksa",
    sumber="MGT-3: dasar hukum diurutkan menurut tingkatan peraturan, lalu menurut waktunya (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def urutan_mengingat(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Dasar hukum diurutkan menurut tingkatannya; yang setingkat menurut waktunya.

    Undang-undang, peraturan pemerintah, peraturan presiden, peraturan menteri dan lembaga, peraturan KPU, keputusan.
    Yang tidak ditentukan sumber mana pun tidak diperiksa: tempat peraturan daerah terhadap peraturan menteri, peraturan
    KPU, dan keputusan; peraturan menteri dan peraturan KPU boleh dikelompokkan atau dicampur menurut waktunya. Undang-
    undang pembentukan daerah boleh paling depan. `urutkan: ya` mengurutkan sendiri.

    Salah:
        mengingat: [pkpu-8-2019, pp-28-2012, uu-7-2017]
    Salah:
        mengingat:
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
    Benar:
        mengingat:
          - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
          - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
          - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja;
          - Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas;
          - Peraturan Daerah Kabupaten Contoh Nomor 3 Tahun 2020 tentang Kearsipan;
    """
    items = [one for one in dasar(keputusan) if one.pokok.peraturan.tahun and _tingkat(one.pokok.peraturan) < _LAIN]
    items = [*dropwhile(lambda item: _membentuk_daerah(item.pokok.peraturan), items)]
    register = Register(keputusan.peraturan)
    moved = _salah_tempat(items, register)
    staying = [item for item in items if item not in moved]
    said = [_seharusnya(item, staying, register) for item in moved]
    if moved:
        first, *others = (item.path for item in moved)
        yield Remark(first, f"urutan Mengingat: {'; '.join(said)}", also=tuple(others))


def _salah_tempat(items: Sequence[Dasar], register: Register) -> list[Dasar]:
    """Items without which the rest is in order: as few as may be, of two the later."""
    rest = list(items)
    moved: list[Dasar] = []
    while True:
        wrong = [0] * len(rest)
        for at, one in enumerate(rest):
            for later in range(at + 1, len(rest)):
                if _mendahului(rest[later].pokok.peraturan, one.pokok.peraturan, register):
                    wrong[at] += 1
                    wrong[later] += 1
        if not any(wrong):
            return sorted(moved, key=lambda item: item.nomor)
        worst = max(range(len(rest)), key=lambda at: (wrong[at], at))
        moved.append(rest.pop(worst))


def _seharusnya(item: Dasar, staying: Sequence[Dasar], register: Register) -> str:
    read = item.pokok.peraturan
    after = [one for one in staying if _mendahului(read, one.pokok.peraturan, register) and one.nomor < item.nomor]
    if after:
        return f"{item.butir} seharusnya sebelum {after[0].butir}"
    before = [one for one in staying if _mendahului(one.pokok.peraturan, read, register)]
    return f"{item.butir} seharusnya setelah {before[-1].butir}"


def _mendahului(one: Peraturan, other: Peraturan, register: Register) -> bool:
    """Whether a rule certainly belongs before another."""
    ranks = _tingkat(one), _tingkat(other)
    years = one.tahun or 0, other.tahun or 0
    if ranks[0] == ranks[1]:
        return _lebih_tua(one, other, register)
    if ranks == (_MENTERI, _KPU):
        return years[0] < years[1]
    if set(ranks) & _DAERAH:
        return ranks[0] < ranks[1] and (ranks[0] < _MENTERI or set(ranks) <= _DAERAH)
    return ranks[0] < ranks[1] and ranks[0] < _KEPUTUSAN and ranks[1] < _LAIN


def _lebih_tua(one: Peraturan, other: Peraturan, register: Register) -> bool:
    """Whether of two rules of one rank the first belongs before the other by its age."""
    groups = _KELOMPOK[one.kode], _KELOMPOK[other.kode]
    if one.tahun != other.tahun or groups[0] != groups[1]:
        return (one.tahun or 0) < (other.tahun or 0) and groups[0] <= groups[1]
    days = _hari(one, register), _hari(other, register)
    if days[0] and days[1]:
        return days[0] < days[1]
    return (one.kode, one.pembuat) == (other.kode, other.pembuat) and one.urutan < other.urutan


def _tingkat(one: Peraturan) -> int:
    return one.tingkat.urutan if one.tingkat else _LAIN


def _hari(one: Peraturan, register: Register) -> date | None:
    known = register.get(one.kunci) if one.kunci else None
    return known.hari if known and known.keyakinan_tanggal == "tinggi" else None


def _membentuk_daerah(one: Peraturan) -> bool:
    return one.kode in _UNDANG and bool(_DAERAH_ITU.search(one.tentang))
