"""Spelling: words that are never right, wherever the author's own wording stands. The words are `data/ejaan.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._kata import Kata, begins_sentence, ejaan, inside, own_texts, words
from kpu_docs.tata_naskah import TataNaskah


@rule("salah", sumber='"samapi", "sebagimana", "diporoses" pada 61 keputusan 2011-2024 yang dibaca', keyakinan="C")
def salah_ketik(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata tidak salah ketik.

    Yang dicari hanya bentuk yang bukan kata apa pun. Judul peraturan yang dikutip dan kata yang dicetak miring tidak
    diperiksa.

    Salah:
        diktum: [Penanganan pengaduan yang sedang diporoses dilaporkan.]
    Salah:
        menimbang: [bahwa sebagimana dimaksud dalam rapat, arsip perlu ditata;]
    Benar:
        diktum: [Penanganan pengaduan yang sedang diproses dilaporkan.]
    """
    yield from _misspelt(keputusan, "salah_ketik", "salah ketik", safe=True)


@rule(
    "saran",
    sumber="KBBI; UU 12/2011 Lampiran II angka 242: pengejaan tunduk pada kaidah bahasa Indonesia",
    keyakinan="B",
)
def kata_tidak_baku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata ditulis dalam bentuk bakunya.

    Judul peraturan yang dikutip ditulis seperti aslinya, dan kata asing yang dicetak miring tidak diperiksa.

    Salah:
        diktum: [Menyusun peta resiko secara obyektif.]
    Salah:
        diktum: [Mutasi pegawai antar jabatan dilaksanakan.]
    Benar:
        diktum: [Menyusun peta risiko secara objektif berdasarkan *survey*.]
    Benar:
        mengingat:
          - Undang-Undang Nomor 32 Tahun 1950 tentang Pembentukan Propinsi Contoh;
    """
    yield from _misspelt(keputusan, "kata_tidak_baku", "bentuk tidak baku", safe=False)


@rule(
    "salah",
    sumber="Pedoman Umum Ejaan Bahasa Indonesia (Permendikbud 50/2015; kini EYD V): kata depan di dan ke ditulis "
    "terpisah, awalan di- serangkai",
    keyakinan="B",
)
def di_ke_keliru(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata depan di dan ke ditulis terpisah, awalan di- ditulis serangkai.

    Salah:
        diktum: [Arsip dilingkungan sekretariat ditata.]
    Salah:
        diktum: [Arsip sebagaimana di maksud dalam Diktum KESATU ditata.]
    Benar:
        diktum: [Arsip di lingkungan sekretariat sebagaimana dimaksud dalam Diktum KESATU ditata.]
    """
    yield from _misspelt(keputusan, "di_ke_keliru", "penulisan di/ke keliru", safe=True)


@rule(
    "salah",
    sumber="Pedoman Umum Ejaan Bahasa Indonesia (Permendikbud 50/2015; kini EYD V): bentuk ulang ditulis dengan tanda "
    "hubung",
    keyakinan="A",
)
def kata_ulang_tanpa_tanda_hubung(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Kata ulang ditulis dengan tanda hubung, tanpa spasi.

    "Undang - Undang" dan "UndangUndang" biasanya tertinggal dari naskah yang disalin.

    Salah:
        mengingat: [Undang - Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;]
    Salah:
        mengingat: [UndangUndang Nomor 7 Tahun 2017 tentang Pemilihan Umum;]
    Salah:
        diktum: [Masing masing anggota menerima salinan.]
    Benar:
        diktum: [Masing-masing anggota menerima salinan Undang-Undang.]
    """
    for path, text, _ in own_texts(keputusan):
        for one in _repeated().finditer(text):
            first, between, second = (part for part in one.groups() if part is not None)
            if between != "-" and "\n" not in between:
                yield Remark(path, "kata ulang tanpa tanda hubung", one.span(), f"{first}-{second}", safe=True)


@cache
def _repeated() -> re.Pattern[str]:
    """Finds a repeated word, whatever stands between its parts: the groups that match are part, between, part."""
    pairs = (word.split("-") for word in ejaan()["kata_ulang"])
    ways = "|".join(rf"({first})(\s*[-–—]\s*|\s+|)({second})" for first, second in pairs)
    return re.compile(rf"\b(?:{ways})\b", re.I)


def _misspelt(keputusan: Keputusan, table: str, what: str, *, safe: bool) -> Iterator[Remark]:
    for path, text, borrowed in own_texts(keputusan):
        for start, end, right in _wrong(text, ejaan()[table]):
            if not inside(borrowed, start, end):
                yield Remark(path, what, (start, end), _like(text, start, end, right), safe=safe)


def _wrong(text: str, table: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The words of a text that a table calls wrong: their signs, and what is right."""
    before = Kata("", 0, 0)
    for word in words(text):
        pair = f"{before.text} {word.text}".lower()
        if pair in table and text[before.end : word.start].isspace():
            yield before.start, word.end, table[pair]
        elif pair not in ejaan()["nama"]:
            yield from ((part.start, part.end, right) for part in _parts(word) if (right := _right(part.text, table)))
        before = word


def _parts(word: Kata) -> Iterator[Kata]:
    """A word as a whole, and what stands between its hyphens."""
    yield word
    if "-" in word.text:
        for part in words(word.text.replace("-", " ")):
            yield Kata(part.text, word.start + part.start, word.start + part.end)


def _right(word: str, table: Mapping[str, str]) -> str | None:
    low = word.lower()
    stem = low.removesuffix("nya")
    return table.get(low) or (f"{table[stem]}nya" if stem in table else None)


def _like(text: str, start: int, end: int, right: str) -> str:
    """The right word with the capitals of the wrong one."""
    written = text[start:end]
    if written.isupper():
        return right.upper()
    if not written[0].isupper():
        return right
    if begins_sentence(text, start) or not written.istitle():
        return right[0].upper() + right[1:]
    # In a title the preposition alone stays small.
    return re.sub(r"^(Di|Ke) ", lambda one: one[0].lower(), right.title())
