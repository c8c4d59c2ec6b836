"""Decrees that revoke others: what the diktum, the data and Mengingat say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._acuan import same, tight
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._lembaga import another, long_words
from kpu_docs.tata_naskah import TataNaskah

_DECREE = re.compile(
    r"\bkeputusan\s+(?P<lembaga>(?:(?!\b(?:keputusan|nomor|tentang|ini)\b)[^;,])+?)\s+nomor\s*:?\s*(?P<nomor>[^,;()]+?)"
    r"(?=\s+(?:tentang|tanggal|dicabut|dinyatakan|sebagaimana)\b|[,;()]|\.?$)",
    re.I,
)
_REVOKES = re.compile(r"\b(?:mencabut|dicabut|dinyatakan\s+tidak\s+berlaku)\b", re.I)


class _Dicabut(NamedTuple):
    """A decree that is revoked: its number, and its body where that is said."""

    nomor: str
    lembaga: str


def _revoked(keputusan: Keputusan) -> list[_Dicabut]:
    return [_Dicabut(one.nomor, "") for one in keputusan.mencabut] + [
        _Dicabut(found["nomor"], found["lembaga"]) for found in _revoking(keputusan)
    ]


def _revoking(keputusan: Keputusan) -> Iterator[re.Match[str]]:
    """The decrees that the revoking diktum name, the first of each text."""
    for at, _ in enumerate(keputusan.diktum):
        parts = [*bunyi(keputusan, "diktum", at)]
        if any(_REVOKES.search(text) for _, text in parts):
            yield from (found for _, text in parts if (found := _DECREE.search(text)))


@rule(
    "salah",
    sumber="MGT-2: keputusan yang akan dicabut tidak menjadi dasar hukum (pedoman UU 12/2011, DPR)",
    keyakinan="B",
)
def dasar_hukum_dicabut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Keputusan yang dicabut oleh keputusan ini tidak disebut pada Mengingat.

    Salah:
        mengingat: [Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 9 Tahun 2025 tentang Tim Arsip;]
        diktum:
          - Pada saat Keputusan ini mulai berlaku, Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 9 Tahun 2025
            tentang Tim Arsip dicabut dan dinyatakan tidak berlaku.
    Salah:
        mengingat: [Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 9 Tahun 2025 tentang Tim Arsip;]
        mencabut: {nomor: 9 TAHUN 2025}
    Benar:
        mengingat: [Keputusan Komisi Pemilihan Umum Nomor 9 Tahun 2025 tentang Pedoman;]
        mencabut: {nomor: 9 TAHUN 2025}
    """
    revoked = _revoked(keputusan)
    for at, basis in enumerate(keputusan.mengingat):
        cited = _DECREE.match(basis.teks)
        if cited and any(_is(keputusan, cited, one) for one in revoked):
            message = "keputusan yang dicabut oleh keputusan ini masih disebut pada Mengingat"
            yield Remark(("mengingat", at, "teks"), message, cited.span())


def _is(keputusan: Keputusan, cited: re.Match[str], revoked: _Dicabut) -> bool:
    """Whether the cited decree is the revoked one; without a body that is one of the own body."""
    if not same(cited["nomor"], revoked.nomor):
        return False
    if not revoked.lembaga:
        return not another(keputusan, cited["lembaga"])
    country = {"republik", "indonesia"}
    return set(long_words(cited["lembaga"])) - country == set(long_words(revoked.lembaga)) - country


@rule(
    "periksa",
    sumber="pencabutan dinyatakan dalam diktum; `mencabut` sendiri tidak dicetak",
    keyakinan="C",
)
def pencabutan_tidak_dinyatakan(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Keputusan yang dicabut menurut `mencabut` dinyatakan dicabut dalam diktum.

    Salah:
        mencabut: {nomor: 9 TAHUN 2025}
    Benar:
        mencabut: {nomor: 9 TAHUN 2025}
        diktum: [Mencabut Keputusan Komisi Pemilihan Umum Kota Mojokerto Nomor 9 Tahun 2025 tentang Tim Arsip.]
    """
    said = tight(" ".join(text for _, text in bunyi(keputusan, "diktum")))
    for at, one in enumerate(keputusan.mencabut):
        if tight(one.nomor) not in said:
            yield Remark(("mencabut", at, "nomor"), "diktum tidak menyatakan keputusan ini dicabut")
