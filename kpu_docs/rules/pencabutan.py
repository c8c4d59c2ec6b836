"""Decrees that revoke others: what the diktum, the data and Mengingat say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._acuan import Disebut, decrees, tight
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.rules._lembaga import another
from kpu_docs.tata_naskah import TataNaskah

_REVOKES = re.compile(r"\bmencabut\b", re.I)
_REVOKED = re.compile(r"\b(?:dicabut|dinyatakan\s+tidak\s+berlaku)\b", re.I)
_PART = re.compile(r"\b(?:diktum|lampiran|ketentuan|bab|huruf|angka)\b[^.;]*$", re.I)


def _revoked(keputusan: Keputusan) -> Iterator[Disebut]:
    """The decrees that the diktum revoke as a whole: the first that a text names, and those at the beginning of the
    items of a list of such.
    """
    for at, diktum in enumerate(keputusan.diktum):
        lead = diktum.isi[0].teks
        listed = lead.endswith(":") and (_REVOKES.search(lead) or _REVOKED.search(lead))
        for _, text in bunyi(keputusan, "diktum", at):
            named = next(decrees(text), None)
            if named:
                before, after = text[: named.span[0]], text[named.span[1] :]
                said = _REVOKES.search(before) or _REVOKED.search(after) or (listed and not before)
                if said and not _PART.search(before):
                    yield named


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
    Benar:
        mengingat: [Keputusan Komisi Pemilihan Umum Nomor 9 Tahun 2025 tentang Pedoman;]
        diktum: [Diktum KETIGA Keputusan Komisi Pemilihan Umum Nomor 9 Tahun 2025 tentang Pedoman dicabut.]
    """
    revoked, numbers = [*_revoked(keputusan)], {tight(one.nomor) for one in keputusan.mencabut}
    for at, basis in enumerate(keputusan.mengingat):
        cited = next(decrees(basis.teks), None)
        if cited and not cited.span[0]:
            own = tight(cited.nomor) in numbers and not another(keputusan, cited.lembaga)
            if own or any(cited.same(one) for one in revoked):
                message = "keputusan yang dicabut oleh keputusan ini masih disebut pada Mengingat"
                yield Remark(("mengingat", at, "teks"), message, cited.span)


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
