"""The persons of a team: one person under two names, or twice in one team."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_docs import nama
from kpu_docs.complaints import DataPath
from kpu_docs.lampiran.susunan_tim import SusunanTim
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes, sections
from kpu_docs.tata_naskah import TataNaskah

LARGEST = 60
"""How many persons are compared by name; among more, namesakes are to be expected."""

_SHORTEST = 8
"""Names with fewer letters are not compared by their sound."""


class Orang(NamedTuple):
    """A person: place of the name, name, digits of the NIP, office, place of the team (none for who signs)."""

    path: DataPath
    nama: str
    nip: str
    jabatan: str
    tim: DataPath

    def may_be(self, other: Orang) -> bool:
        """Whether nothing says that these are two."""
        return not (self.nip and other.nip and self.nip != other.nip)


def _persons(keputusan: Keputusan) -> list[Orang]:
    """The named members of all teams."""
    return [
        Orang(
            (*bagian.baris_path, at, "nama"),
            " ".join(member.nama.split()),
            _digits(member.nip),
            member.jabatan.casefold(),
            path,
        )
        for path, tim in annexes(keputusan, SusunanTim)
        for bagian in sections(tim, path)
        for at, member in enumerate(bagian.baris)
        if re.search(r"[^\W\d_]{2}", member.nama)
    ]


def _digits(nip: str) -> str:
    """The digits of a whole NIP, or of the NIK that stands in its place; of nothing shorter."""
    digits = re.sub(r"\D", "", nip)
    return digits if len(digits) >= 16 else ""


def _pairs(groups: Iterable[list[Orang]]) -> Iterator[tuple[Orang, Orang]]:
    """Neighbours in each group."""
    for group in groups:
        yield from pairwise(group)


def _by(persons: Iterable[Orang], key: Callable[[Orang], Hashable]) -> Iterable[list[Orang]]:
    """The persons that have the same key; those without one are left out."""
    found: dict[Hashable, list[Orang]] = defaultdict(list)
    for person in persons:
        if key(person):
            found[key(person)].append(person)
    return found.values()


@rule(
    "periksa",
    sumber="NIP dimiliki satu orang saja",
    keyakinan="M",
)
def nip_dua_nama(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Satu NIP tidak dipakai dua nama.

    Beda gelar, spasi, dan huruf besar bukan nama lain.

    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            - {nama: Umpama Rekaan, nip: 19700101 199503 1 001}
            - {nama: Andai Saja, nip: 19700101 199503 1 001}
    Benar:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            - {nama: Umpama Rekaan, nip: 19700101 199503 1 001}
            - {nama: Andai Saja, nip: 19800202 200604 2 002}
    """
    for one, other in _pairs(_by(_persons(keputusan), lambda person: person.nip)):
        if nama.words(one.nama) != nama.words(other.nama):
            message = f'NIP "{one.nama}" dan "{other.nama}" sama'
            yield Remark((*other.path[:-1], "nip"), message, also=((*one.path[:-1], "nip"),))


@rule(
    "periksa",
    sumber="ejaan nama orang yang sama berbeda di dalam satu Keputusan (bukan aturan)",
    keyakinan="M",
)
def nama_dua_ejaan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Nama orang yang sama dieja dan bergelar sama di seluruh Keputusan.

    Dibandingkan nama anggota tim dan nama penanda tangan yang bunyinya sama ("Saiful", "Syaiful"; "Nur Aini",
    "Nuraini"), dan gelar pada nama yang sama. Nama tanpa gelar di satu tempat tidak diragukan, begitu pula dua orang
    yang NIP-nya berbeda. Daftar lebih dari 60 orang tidak diperiksa: di sana nama yang mirip lazim.

    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim: [Umpama Rekaan, Saiful Contoh, Syaiful Contoh]
    Salah:
        penanda_tangan: {nama: Achmad Umpama}
        lampiran: {judul: Susunan Tim, susunan_tim: [Ahmad Umpama]}
    Salah:
        lampiran:
          - {judul: Susunan Tim, susunan_tim: ['Umpama Rekaan, S.H.']}
          - {judul: Narahubung, susunan_tim: ['Umpama Rekaan, S.Sos.']}
    Benar:
        lampiran:
          - {judul: Susunan Tim, susunan_tim: ['H. Umpama Rekaan, S.H.', Misal Kesatu, Misal Kedua]}
          - {judul: Narahubung, susunan_tim: [UMPAMA REKAAN, Wahyudi Misal, Wahyuni Misal]}
    """
    signer = keputusan.signer
    persons = [Orang((*signer.asal, "nama"), signer.pejabat.nama, "", "", ()), *_persons(keputusan)]
    if len(persons) > LARGEST:
        return
    for one, other in _pairs(_by(persons, lambda person: _sound(person.nama))):
        if one.may_be(other) and nama.words(one.nama) != nama.words(other.nama):
            yield Remark(other.path, f'"{one.nama}" dan "{other.nama}": orang yang sama?', also=(one.path,))
    for one, other in _pairs(_by(persons, lambda person: nama.words(person.nama))):
        titles = nama.taken_apart(one.nama).gelar, nama.taken_apart(other.nama).gelar
        if one.may_be(other) and all(titles) and titles[0] != titles[1]:
            yield Remark(other.path, f'gelar pada "{one.nama}" dan "{other.nama}" berbeda', also=(one.path,))


def _sound(name: str) -> str:
    """The sound of a name that is long enough to be told from others by it."""
    sound = nama.sound(name)
    return sound if len(sound) >= _SHORTEST else ""


@rule(
    "periksa",
    sumber="satu orang cukup satu kedudukan dalam satu tim; dua kali biasanya sisa salin-tempel (bukan aturan)",
    keyakinan="M",
)
def orang_dua_kali(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Satu orang tidak tercantum dua kali dalam satu susunan tim.

    Orang yang sama dikenal dari NIP-nya, atau dari namanya jika NIP dan jabatannya tidak berbeda.

    Salah:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            - {nama: Umpama Rekaan, kedudukan: Ketua}
            - {nama: 'UMPAMA REKAAN, S.H.', kedudukan: Anggota}
    Benar:
        lampiran:
          judul: Susunan Tim
          susunan_tim:
            - {nama: Umpama Rekaan, jabatan: Staf Hukum, kedudukan: Ketua}
            - {nama: Umpama Rekaan, jabatan: Staf Teknis, kedudukan: Anggota}
    """
    persons = _persons(keputusan)
    same = [_by(persons, lambda person: person.nip and (person.tim, person.nip))]
    if len(persons) <= LARGEST:
        same.append(_by(persons, lambda person: (person.tim, nama.words(person.nama))))
    told: set[DataPath] = set()
    for one, other in (pair for groups in same for pair in _pairs(groups)):
        posts = {one.jabatan, other.jabatan} - {""}
        namesake = len(posts) > 1 and not one.nip
        same_name = nama.words(one.nama) == nama.words(other.nama)
        if same_name and one.may_be(other) and not namesake and other.path not in told:
            told.add(other.path)
            yield Remark(other.path, f'"{one.nama}" tercantum dua kali dalam susunan ini', also=(one.path,))
