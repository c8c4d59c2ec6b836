"""The new data and the report, put together: what is changed, what stays, what is left to the office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kpu_docs import bahasa, tata_naskah
from kpu_docs.checking import check
from kpu_docs.complaints import DataPath, InputError, shown
from kpu_docs.findings import Spot
from kpu_docs.inputs.spots import placed
from kpu_docs.model import COPIES, Keputusan, Naskah
from kpu_docs.tahun import penanda
from kpu_docs.tahun.dasar_hukum import diperbarui
from kpu_docs.tahun.lama import Baru, Lama, diubah
from kpu_docs.tahun.naik import dinaikkan, hari_jadwal, tahun_rencana
from kpu_docs.tahun.perubahan import Ubah, tempat
from kpu_docs.tahun.report import NextYearReport

DRAFT: Naskah = "rancangan"


def disusun(lama: Lama, file: str, tahun: int, dari_tahun: int | None) -> tuple[Baru, NextYearReport]:
    """The new data, and what is to be said of them but for the findings.

    Raises:
        InputError: the title names no year or several, or the new year is not after it.
    """
    old = lama.keputusan
    dari = tahun_rencana(old, dari_tahun, tahun)
    raised, left = dinaikkan(old, dari, tahun)
    renewed, doubted = diperbarui(old, tahun)
    cleared = list(_dikosongkan(lama))
    baru = diubah(lama, [*raised, *renewed, *cleared])
    baru, signer = _penanda(old, baru, tahun)
    failed = set(baru.gagal)
    report = NextYearReport(
        file,
        dari,
        tahun,
        raised=tuple(str(one) for one in raised if one not in failed) or ("tidak satu pun",),
        cleared=tuple(_dikatakan(one) for one in cleared if one not in failed),
        renewed=tuple(str(one) for one in renewed if one not in failed),
        doubted=tuple(doubted),
        left=tuple(map(str, left)),
        todo=(*_belum(old, baru.gagal), *_tugas(old, tahun), *signer),
        notes=lama.catatan,
    )
    return baru, report


def _penanda(old: Keputusan, baru: Baru, tahun: int) -> tuple[Baru, tuple[str, ...]]:
    """The new data with their signer where the missing day would leave that open, and what is said of it."""
    who = penanda.menjabat(old, tahun)
    if who is None:
        return baru, ()
    told = f"penanda tangan {who['nama']}, yang menjabat {who['jabatan']} pada 1 Januari {tahun} menurut kantor.toml"
    signed = penanda.ditulis(baru, who)
    return (signed, (told,)) if signed else (baru, (f"{told}; tulis sendiri di penanda_tangan",))


def temuan(new: Callable[[], Keputusan]) -> tuple[str, ...]:
    """What `check` finds in the new decree; what is wrong with its data where they cannot be loaded."""
    try:
        return tuple(map(str, check(new()))) or ("tidak ada temuan",)
    except InputError as error:
        return tuple(f"belum dapat diperiksa: {one}" for one in error.complaints)


def _dikosongkan(lama: Lama) -> Iterator[Ubah]:
    """Number and day emptied; what is a copy becomes a draft."""
    ditetapkan = lama.data.get("ditetapkan")
    pada = ditetapkan.get("pada") if isinstance(ditetapkan, dict) else None
    held: dict[DataPath, object] = {("nomor",): lama.data.get("nomor"), ("ditetapkan", "pada"): pada}
    for path, text in held.items():
        if isinstance(text, str) and text:
            yield Ubah(path, text, (0, len(text)), "")
    if lama.keputusan.naskah in COPIES:
        yield Ubah(("naskah",), lama.keputusan.naskah, (0, len(lama.keputusan.naskah)), DRAFT)


def _dikatakan(one: Ubah) -> str:
    return f'{".".join(map(str, one.path))}: "{one.teks}" -> {one.menjadi or "kosong (dicetak titik-titik)"}'


def _belum(old: Keputusan, undone: Sequence[Ubah]) -> Iterator[str]:
    """The changes that were not made, each with the place of its text where that is known: a cell, or a line."""
    for one, spot in zip(undone, placed(old, [Spot(one.path, one.span) for one in undone]), strict=True):
        yield f"belum diubah, ubah sendiri: {f'{spot}: ' if spot.file else ''}{one}"


def _tugas(old: Keputusan, tahun: int) -> Iterator[str]:
    """What is to be filled in or looked at, apart from the years."""
    yield "nomor dan tanggal Keputusan"
    yield from (f"hari sebelum tahun {tahun}, ganti atau hapus: {one}" for one in hari_jadwal(old, tahun))
    for at, annex in enumerate(old.lampiran):
        if annex.jenis == "rencana_kerja":
            yield f"{tempat(('lampiran', at, 'rencana_kerja'))}: tanda bulan dibawa apa adanya"
    if old.nomor:
        yield f"Keputusan Nomor {old.nomor}: periksa apakah perlu dicabut atau disebut; tidak ditambahkan"
    for bagian in ("mencabut", "mengubah"):
        for acuan in getattr(old, bagian):
            yield f"{bagian}: Keputusan Nomor {acuan.nomor} dibawa apa adanya; periksa apakah masih perlu"
    for person in old.kantor.pejabat if old.kantor else ():
        if person.sampai and person.sampai.year < tahun:
            yield f"kantor.toml: masa jabatan {person.nama} ({person.jabatan}) berakhir {bahasa.tanggal(person.sampai)}"
    rules = tata_naskah.of(old).nama
    now = tata_naskah.of(_tanpa_nomor(old)).nama
    if rules != now:
        yield f"tata naskah: dulu {rules}, tanpa nomor dan tanggal {now}; tulis `tata_naskah` bila bukan itu"
    for name, reason in old.abaikan.items():
        yield f'aturan {name} tetap dilewati, karena "{shown(reason)}"; periksa apakah masih berlaku'


def _tanpa_nomor(old: Keputusan) -> Keputusan:
    return old.model_copy(update={"nomor": "", "ditetapkan": old.ditetapkan.model_copy(update={"pada": None})})
