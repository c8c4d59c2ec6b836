"""The diktum: from when the decree is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_docs.bahasa import tanggal, temukan_tanggal
from kpu_docs.complaints import DataPath
from kpu_docs.findings import Span
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._bunyi import bunyi
from kpu_docs.tata_naskah import TataNaskah

_FORCE = re.compile(
    r"(?<!saat\s)(?<!sejak\s)\bkeputusan\b(?:(?:(?!\bkeputusan\b)[^.;,])*?\bini)?\s+(?:dinyatakan\s+)?"
    r"(?:mulai\s+berlaku\b|berlaku\s+(?:efektif|mulai|pada|sejak|surut|terhitung|untuk\s+jangka|selama|sampai)\b)",
    re.I,
)
_EFFECTIVE = re.compile(r"\bmulai\s+(?P<salah>berlaku\s+(?:secara\s+)?efektif)\b", re.I)
_FROM = re.compile(r"\b(?:terhitung|berlaku)\s+(?:surut\s+)?(?:(?:mulai|sejak|pada)\s+)*tanggal\s+", re.I)
_BACKDATED = re.compile(r"\bberlaku\s+surut\b", re.I)
_CLOSING = re.compile(r"[*\s]*(?:apabila|bila|jika|dalam\s+hal|salinan|petikan|segala|hal-hal)\b", re.I)


class _Berlaku(NamedTuple):
    """A clause that says from when the decree is in force: the diktum (from 0), its text, where it stands there."""

    diktum: int
    path: DataPath
    span: Span


def _clauses(keputusan: Keputusan) -> list[_Berlaku]:
    return [
        _Berlaku(int(path[1]), path, found.span())
        for path, text in bunyi(keputusan, "diktum")
        for found in _FORCE.finditer(text)
    ]


@rule(
    "periksa",
    sumber="DIK-10: diktum terakhir menyebut kapan keputusan mulai berlaku; ada pada setiap keputusan KPU yang dibaca",
    keyakinan="C",
)
def tanpa_saat_berlaku(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Satu diktum menyebut kapan keputusan mulai berlaku.

    Salah:
        diktum: [Menetapkan contoh.]
    Benar:
        diktum: [Menetapkan contoh., Keputusan ini mulai berlaku pada tanggal ditetapkan.]
    Benar:
        diktum: [Menetapkan contoh., Keputusan ini berlaku sejak tanggal ditetapkan.]
    """
    if not _clauses(keputusan):
        message = "tidak satu diktum pun menyebut kapan keputusan ini mulai berlaku"
        yield Remark(("diktum", len(keputusan.diktum) - 1), message)


@rule("periksa", sumber="DIK-10: satu diktum, yang terakhir, menyebut kapan keputusan mulai berlaku", keyakinan="C")
def saat_berlaku_ganda(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Saat mulai berlaku disebut satu kali saja.

    Salah:
        diktum:
          - Keputusan ini berlaku sejak tanggal 1 Februari 2026.
          - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    Benar:
        diktum:
          - Pada saat Keputusan ini mulai berlaku, Keputusan Nomor 3 Tahun 2025 dicabut.
          - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    """
    clauses = _clauses(keputusan)
    for one in clauses if len(clauses) > 1 else ():
        yield Remark(one.path, "saat mulai berlaku disebut lebih dari sekali", one.span)


@rule("periksa", sumber="DIK-10: yang menyebut kapan keputusan mulai berlaku adalah diktum terakhir", keyakinan="C")
def saat_berlaku_bukan_terakhir(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Saat mulai berlaku disebut pada diktum terakhir.

    Diktum sesudahnya tentang kekeliruan ("Apabila di kemudian hari ...") atau penyampaian salinan dibiarkan.

    Salah:
        diktum: [Keputusan ini mulai berlaku pada tanggal ditetapkan., Biaya dibebankan pada anggaran.]
    Benar:
        diktum: [Biaya dibebankan pada anggaran., Keputusan ini mulai berlaku pada tanggal ditetapkan.]
    Benar:
        diktum:
          - Keputusan ini mulai berlaku pada tanggal ditetapkan.
          - Apabila di kemudian hari terdapat kekeliruan, akan diadakan perbaikan.
    """
    clauses = _clauses(keputusan)
    after = keputusan.diktum[clauses[-1].diktum + 1 :] if clauses else ()
    if not all(_CLOSING.match(one.isi[0].teks) for one in after):
        message = "saat mulai berlaku disebut pada diktum terakhir"
        yield Remark(clauses[-1].path, message, clauses[-1].span)


@rule("salah", sumber="DIK-10: mulai berlaku efektif tidak dipakai (pedoman UU 12/2011, DPR)", keyakinan="B")
def berlaku_efektif(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Saat berlaku berbunyi mulai berlaku, bukan mulai berlaku efektif, karena tidak ada dua saat berlaku.

    Salah:
        diktum: [Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.]
    Benar:
        diktum: [Keputusan ini mulai berlaku pada tanggal ditetapkan.]
    """
    for path, text in bunyi(keputusan, "diktum"):
        for found in _EFFECTIVE.finditer(text):
            yield Remark(path, "mulai berlaku efektif tidak dipakai", found.span("salah"), "berlaku", safe=True)


@rule(
    "periksa",
    sumber="keputusan yang berlaku sebelum ditetapkan berlaku surut, dan itu perlu dasar; tidak ada sumber tertulis",
    keyakinan="M",
)
def berlaku_surut(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Diktum yang berlaku terhitung mulai tanggal sebelum keputusan ditetapkan perlu dilihat lagi.

    Salah:
        diktum: [Mengangkat Umpama Rekaan terhitung mulai tanggal 2 Januari 2026.]
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    Salah:
        diktum: [Keputusan ini berlaku surut sejak 2 Januari 2026.]
    Salah:
        diktum: [Keputusan ini berlaku surut terhitung mulai tanggal 2 Januari 2026.]
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    Benar:
        diktum: [Mengangkat Umpama Rekaan terhitung mulai tanggal 5 Januari 2026.]
        ditetapkan: {di: Mojokerto, pada: 2026-01-05}
    """
    day = keputusan.ditetapkan.pada
    for path, text in bunyi(keputusan, "diktum"):
        for found in _BACKDATED.finditer(text):
            yield Remark(path, "berlaku surut; pastikan ada dasarnya", found.span())
        days = {one.mulai: one for one in temukan_tanggal(text)}
        for found in _FROM.finditer(text):
            start = days.get(found.end())
            if day and start and start.tanggal < day and not _BACKDATED.search(text, 0, found.end()):
                message = (
                    f"berlaku surut: terhitung sebelum keputusan ditetapkan ({tanggal(day)}); pastikan ada dasarnya"
                )
                yield Remark(path, message, (start.mulai, start.akhir))
