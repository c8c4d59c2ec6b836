"""Whether a text names the body that issues the decree, or another."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules._beda import plain_words
from kpu_docs.rules._kata import ejaan
from kpu_docs.satker import Satker

PANJANG = {
    "kpu": "komisi pemilihan umum",
    "kip": "komisi independen pemilihan",
    "ppk": "panitia pemilihan kecamatan",
    "pps": "panitia pemungutan suara",
    "kpps": "kelompok penyelenggara pemungutan suara",
    "ri": "republik indonesia",
    "prov": "provinsi",
    "kab": "kabupaten",
    "kec": "kecamatan",
    "dki": "daerah khusus ibukota",
    "diy": "daerah istimewa yogyakarta",
}
"""Long forms of abbreviations in the names of bodies."""

_ADHOC = ("kecamatan", "desa")
_GENERIC = {"provinsi", "kabupaten", "kota", "daerah", "republik", "indonesia"}


def long_words(text: str) -> list[str]:
    """The words of the name of a body, abbreviations written out."""
    return [part for word in plain_words(text) for part in PANJANG.get(word, word).split()]


def another(keputusan: Keputusan, named: str) -> bool:
    """Whether `named` is another body than the one that issues the decree, or another official of it.

    It is where it has a word that the names of the own body (and, for PPK and PPS, of those above it) do not have,
    where it lacks a word of the kind of body, or the region of a KPU Provinsi, Kabupaten or Kota: then KPU RI is named.
    """
    slips = ejaan()["salah_ketik"]  # a slip of the hand is told as one (`salah_ketik`)
    satker, words = keputusan.satker, {slips.get(word, word) for word in long_words(named)}
    own = set(long_words(" ".join(_own(keputusan))))
    if satker.tingkat in _ADHOC:
        own |= {"kecamatan", "desa", "kelurahan"}
    # Joined, because Tulang Bawang is Tulangbawang to some, and Toli-Toli Tolitoli.
    body, region = "".join(long_words(satker.name())), "".join(plain_words(satker.wilayah))
    if any(word not in body for word in words - own):
        return True
    lembaga, official = set(long_words(satker.lembaga)), set(plain_words(keputusan.pembentuk.jabatan)) - {"ketua"}
    if not lembaga | official <= words:
        return True
    local = words - lembaga - _GENERIC
    return satker.tingkat in ("provinsi", "kabupaten", "kota") and not any(word in region for word in local)


def _own(keputusan: Keputusan) -> Iterator[str]:
    who = keputusan.pembentuk
    yield from (who.jabatan, who.selaku, *who.baris, "ketua republik indonesia")
    body: Satker | None = keputusan.satker
    while body:
        yield from (body.lembaga, body.wilayah, body.desa, body.kecamatan, *body.kop)
        body = body.induk
