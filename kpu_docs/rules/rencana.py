"""The yearly plan: rows and the months that are marked for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kpu_docs.bahasa import BULAN
from kpu_docs.complaints import DataPath
from kpu_docs.lampiran.rencana_kerja import Kegiatan, RencanaKerja, SubKegiatan
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rule
from kpu_docs.rules._lampiran import annexes
from kpu_docs.tata_naskah import TataNaskah


class Baris(NamedTuple):
    """A row of a plan: its place, its activity, itself, and the columns (from 0) of the grid that it marks."""

    path: DataPath
    kegiatan: Kegiatan
    row: SubKegiatan
    petak: tuple[int, ...]


def _plans(keputusan: Keputusan) -> Iterator[tuple[RencanaKerja, list[Baris]]]:
    for path, plan in annexes(keputusan, RencanaKerja):
        yield plan, [*_rows(plan, path)]


def _rows(plan: RencanaKerja, path: DataPath) -> Iterator[Baris]:
    grid = plan.grid
    for b, bagian in enumerate(plan.bagian):
        for k, kegiatan in enumerate(bagian.kegiatan):
            for s, row in enumerate(kegiatan.sub_kegiatan):
                place = (*path, "bagian", b, "kegiatan", k, "sub_kegiatan", s)
                yield Baris(place, kegiatan, row, tuple(sorted(grid.held(row.petak or row.bulan))))


_TAK_TENTU = re.compile(
    r"\b(?:tentati[fv]|insident[ai]l|kondisional|menyesuaikan|disesuaikan|sewaktu-waktu|setiap saat"
    r"|(?:sesuai|menurut|bila|jika|apabila) (?:kebutuhan|keperluan|diperlukan|dibutuhkan|jadwal|undangan|ada))\b",
    re.I,
)


@rule(
    "periksa",
    sumber="LAM-8: rencana kerja memuat lajur PELAKSANAAN (BULAN) (S30)",
    keyakinan="D",
)
def bulan_kosong(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Setiap baris rencana kerja menandai waktu pelaksanaannya.

    Baris yang menyebut waktunya belum tentu ("tentatif", "sesuai kebutuhan") boleh tanpa tanda, kecuali jika tidak satu
    pun baris bertanda.

    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja: {bagian: [{kegiatan: [{kegiatan: Rapat, bulan: 3}, {kegiatan: Pelaporan}]}]}
    Benar:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian:
              - kegiatan:
                  - {kegiatan: Rapat, bulan: 3}
                  - {kegiatan: Penanganan pengaduan, keterangan: tentatif}
    """
    for plan, rows in _plans(keputusan):
        some = any(one.petak for one in rows)
        for one in rows:
            if not one.petak and not (some and _TAK_TENTU.search(_words(one))):
                which = "baris ini tidak" if some else "tidak satu pun baris rencana ini"
                yield Remark((*one.path, "petak" if plan.petak else "bulan"), f"{which} menandai waktu pelaksanaan")


def _words(one: Baris) -> str:
    """What a row says; an activity of one row speaks for it too."""
    activity = one.kegiatan.kegiatan if len(one.kegiatan.sub_kegiatan) == 1 else ""
    return "\n".join((activity, one.row.sub_kegiatan, one.row.indikator, one.row.keterangan))


_BILANGAN = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_N = rf"(\d{{1,2}}|{'|'.join(_BILANGAN)})(?:\s*\(\s*\w+\s*\))?"
_TIAP = r"(?:setiap|tiap|tiap-tiap|saban)"
_SATU = r"(?![\s-]*(?:ke[- ]?)?(?:[IV]{1,3}\b|[1-4]\b|satu|dua|tiga|empat|pertama|kedua|ketiga|keempat|ganjil|genap))"
"""Not followed by what makes one triwulan of it."""
_BULANNYA = rf"(?!\s+(?:{'|'.join(BULAN)}))"


class Berkala(NamedTuple):
    """How often something happens: how many months make a period, in how many periods at least some month must be
    marked, whether none may be skipped between the first and the last.
    """

    bulan: int
    periode: int
    berurutan: bool = True


_BERKALA = tuple(
    (re.compile(rf"\b(?:{pattern})", re.I), often)
    for pattern, often in (
        (rf"{_TIAP} bulan(?:nya)?\b{_BULANNYA}|(?:sebulan|sekali sebulan|satu bulan|1 bulan) sekali\b", Berkala(1, 3)),
        (rf"{_TIAP} (?:minggu|pekan)(?:nya)?\b|mingguan\b|(?:seminggu|sepekan) sekali\b", Berkala(1, 1)),
        (rf"(?:{_TIAP}|per) (?:triwulan|kuartal)\b{_SATU}|triwulanan\b", Berkala(3, 3)),
        (rf"(?<!tiap )(?<!per )triwulan\b{_SATU}", Berkala(3, 2, berurutan=False)),
        (rf"(?:{_TIAP}|per) semester\b{_SATU}|semesteran\b|setengah tahun sekali\b", Berkala(6, 2)),
    )
)
_N_BULAN = (
    re.compile(rf"\b{_N} bulan sekali\b", re.I),
    re.compile(rf"\b(?:{_TIAP}|sekali dalam) {_N} bulan\b", re.I),
)
_N_KALI = re.compile(rf"\b{_N} kali (?:dalam |per )?(?:setahun|(?:satu |1 (?:\(satu\) )?)?tahun)\b", re.I)


@rule(
    "periksa",
    sumber="isi rencana kerja sendiri: kata waktunya dibandingkan dengan bulan yang ditandai (LAM-8, S30)",
    keyakinan="D",
)
def bulan_tidak_cocok(keputusan: Keputusan, tata_naskah: TataNaskah) -> Iterator[Remark]:
    """Bulan yang ditandai cocok dengan kata "setiap bulan", "triwulan", "6 bulan sekali", dan sejenisnya.

    Hanya kekurangan yang diragukan, dan longgar: kegiatan boleh mulai di tengah tahun dan boleh ditandai lebih banyak.
    "Triwulan II" atau "semester I" menyebut satu waktu saja; "laporan tahunan" tidak menuntut satu bulan tertentu. Jika
    satu baris menyebut beberapa, cukup salah satu yang cocok.

    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja: {bagian: [{kegiatan: [{kegiatan: Rapat setiap bulan, bulan: [1, 6]}]}]}
    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian: [{kegiatan: [{kegiatan: Evaluasi, indikator: Laporan per triwulan, bulan: '3, 6'}]}]
    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian: [{kegiatan: [{kegiatan: Evaluasi (minimal 6 bulan sekali), bulan: 6}]}]
    Salah:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian: [{kegiatan: [{kegiatan: Survei, keterangan: dua kali setahun, bulan: 6}]}]
    Benar:
        lampiran:
          judul: Rencana Kerja
          rencana_kerja:
            bagian:
              - kegiatan:
                  - {kegiatan: Rapat setiap bulan, bulan: 3-12}
                  - {kegiatan: Laporan triwulan, bulan: [1, 4, 7, 10]}
                  - {kegiatan: Laporan triwulan II, bulan: 7}
                  - {kegiatan: Evaluasi (minimal 6 bulan sekali), bulan: [6, 12]}
                  - {kegiatan: Peta risiko, indikator: Laporan SPIP tahunan, bulan: [11, 12]}
                  - {kegiatan: Rapat mingguan, bulan: 3}
                  - {kegiatan: Survei, keterangan: dua kali setahun, bulan: 3-4}
    """
    for plan, rows in _plans(keputusan):
        for one in rows if plan.petak is None else ():
            said = [*_said(_words(one))]
            if said and one.petak and not any(_fits(often, one.petak) for _, often in said):
                months = ", ".join(BULAN[month] for month in one.petak)
                message = f'tertulis "{said[0][0]}", tetapi yang ditandai hanya {months}'
                yield Remark((*one.path, "bulan"), message)


def _said(text: str) -> Iterator[tuple[str, Berkala | int]]:
    """The words of a text that say how often: with a period, or with the least count of months."""
    for pattern, often in _BERKALA:
        for match in pattern.finditer(text):
            yield match[0], often
    for pattern in _N_BULAN:
        for match in pattern.finditer(text):
            months = _number(match[1])
            if months:
                yield match[0], Berkala(months, min(3, 12 // months // 2 + 1))
    for match in _N_KALI.finditer(text):
        yield match[0], _number(match[1])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _BILANGAN.index(word.lower()) + 1


def _fits(often: Berkala | int, months: Sequence[int]) -> bool:
    if isinstance(often, int):
        return len(months) >= min(often, 12)
    periods = sorted({month // often.bulan for month in months})
    skipped = periods[-1] - periods[0] + 1 > len(periods)
    return len(periods) >= often.periode and not (often.berurutan and skipped)
