"""The year of the plan, and where a decree speaks of it: those years are raised, the others stay.

Raised is what follows "Tahun", "Tahun Anggaran" or "TA" and is the year of the plan; a bare year only after the word
that stands before it in the title ("Rencana Aksi 2026"). Everything else that may have to be changed is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from kpu_docs.complaints import Complaint, DataPath, InputError, spelt
from kpu_docs.inputs import located
from kpu_docs.lampiran._waktu import Waktu
from kpu_docs.model import Keputusan
from kpu_docs.tahun.perubahan import Biar, Ubah, tempat
from kpu_docs.tahun.sebutan import Jenis, Sebutan, ditulis, sebutan
from kpu_docs.texts import texts

PERTAMA, TERAKHIR = 1900, 2099
"""The years that are read in a text."""

_RENCANA: tuple[Jenis, ...] = ("tahun", "anggaran")
_TETAP = {
    "mengingat": "dasar hukum tidak diubah tahunnya",
    "memperhatikan": "naskah tahun lalu; ganti dengan yang baru, atau hapus",
    "mengubah": "Keputusan yang diubah",
    "mencabut": "Keputusan yang dicabut",
    "kantor": "ada di kantor.toml",
}
"""Parts whose years are not the plan's, and why."""
_LAIN = ("satker", "peraturan", "nomor")
"""Parts that say nothing of the plan, or are emptied."""
_ALASAN: dict[Jenis, str] = {
    "tahun": "bukan tahun rencana",
    "anggaran": "bukan tahun rencana",
    "polos": "tidak didahului kata tahun",
    "rentang": "rentang tahun",
    "pasangan": "beberapa tahun",
    "tanggal": "tanggal atau bulan",
    "nomor": "bagian dari nomor",
    "dikutip": "peraturan, surat, atau berita acara yang dikutip",
    "pemilihan": "nama pemilihan",
    "lampau": "yang sudah dilaksanakan",
}
_SELALU = ("rentang", "pasangan")
"""What is told whichever years it has."""


def tahun_rencana(keputusan: Keputusan, dari: int | None, ke: int) -> int:
    """The year of the plan that the title speaks of, or `dari` if it is given.

    Raises:
        InputError: the title names none or several, or the new year is not after it.
    """
    if dari is None:
        years = _disebut_judul(keputusan.tentang)
        if len(years) != 1:
            told = " dan ".join(map(str, years))
            what = f"menyebut beberapa tahun ({told})" if years else "tidak menyebut tahun rencana"
            example = years[-1] if years else ke - 1
            message = f"judulnya {what}; sebutkan tahun yang dinaikkan, misalnya --dari-tahun {example}"
            raise located(keputusan, [(("tentang",), message, keputusan.tentang)])
        dari = years[0]
    wrong = [
        Complaint((name,), f"harus tahun antara {PERTAMA} dan {TERAKHIR}", str(year))
        for name, year in (("--dari-tahun", dari), ("--tahun", ke))
        if not PERTAMA <= year <= TERAKHIR
    ]
    if not wrong and ke <= dari:
        wrong = [Complaint(("--tahun",), f"harus sesudah tahun rencana yang lama, {dari}", str(ke))]
    if wrong:
        raise InputError(*wrong)
    return dari


def _disebut_judul(tentang: str) -> list[int]:
    """The years that may be the plan's: those after "Tahun", else bare ones, else those of a pair."""
    named = sebutan(tentang)
    kinds: tuple[tuple[Jenis, ...], ...] = (_RENCANA, ("polos",), ("pasangan",))
    found = ({one.tahun for one in named if one.jenis in each} for each in kinds)
    return sorted(next(filter(None, found), set()))


def dinaikkan(keputusan: Keputusan, dari: int, ke: int) -> tuple[list[Ubah], list[Biar]]:
    """The years to be raised, and those that stay and are to be looked at, in the order of the data."""
    raised: list[Ubah] = []
    left: list[Biar] = []
    before = _kata_di_depan(keputusan.tentang, dari)
    for path, text in texts(keputusan):
        fixed = _TETAP.get(str(path[0]))
        if path[0] in _LAIN:
            continue
        for one in sebutan(text):
            bare = one.jenis == "polos" and _kata(text, one) in before
            if not fixed and one.tahun == dari and (one.jenis in _RENCANA or bare):
                raised.append(Ubah(path, text, one.span, ditulis(ke, text[slice(*one.span)])))
            elif _diragukan(one, dari, ke, bool(fixed)):
                left.append(Biar(path, text, one.span, fixed or _ALASAN[one.jenis]))
    return raised, _satu_setiap_alasan(left)


def hari_jadwal(keputusan: Keputusan, ke: int) -> list[str]:
    """The days of schedules that lie before the new year, each with its row: `Lampiran I, "Rapat": 5 Januari 2026`."""
    found = (one for at, annex in enumerate(keputusan.lampiran) for one in _waktu(annex, ("lampiran", at), ""))
    return [
        f"{tempat(path[:2])}, {row or spelt(path[2:])}: {waktu.rentang}"
        for path, row, waktu in found
        if waktu.mulai and waktu.mulai.year < ke
    ]


def _waktu(node: object, path: DataPath, row: str) -> Iterator[tuple[DataPath, str, Waktu]]:
    """The times in a piece of an annex, each with its path and the row that it belongs to."""
    if isinstance(node, Waktu):
        yield path, row, node
    elif isinstance(node, BaseModel):
        named = getattr(node, "kegiatan", None)
        for key in type(node).model_fields:
            yield from _waktu(
                getattr(node, key), (*path, key), f'"{named}"' if isinstance(named, str) and named else ""
            )
    elif isinstance(node, tuple):
        for at, one in enumerate(node):
            yield from _waktu(one, (*path, at), row)


def _diragukan(one: Sebutan, dari: int, ke: int, fixed: bool) -> bool:
    """Whether a year that stays is told: the year of the plan, and outside of what is cited its neighbours."""
    if one.tahun == dari:
        return True
    near = dari - 1 <= one.tahun <= max(ke, dari + 1)
    return not fixed and one.jenis != "dikutip" and one.jenis != "nomor" and (near or one.jenis in _SELALU)


def _satu_setiap_alasan(left: list[Biar]) -> list[Biar]:
    """The first of those in one text with the same reason."""
    return list({(one.path, one.alasan): one for one in reversed(left)}.values())[::-1]


def _kata_di_depan(tentang: str, dari: int) -> set[str]:
    """The words before a bare year of the plan in the title."""
    return {_kata(tentang, one) for one in sebutan(tentang) if (one.tahun, one.jenis) == (dari, "polos")}


def _kata(text: str, one: Sebutan) -> str:
    words = text[: one.span[0]].split()
    return words[-1].casefold() if words else ""
