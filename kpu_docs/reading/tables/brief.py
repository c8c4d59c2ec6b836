"""The data of an annex as a clerk would write them: without what is as usual, empty, numbered or calculated anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from kpu_docs.lampiran import anggaran, jadwal, rencana_kerja, susunan_tim
from kpu_docs.reading.tables.checked import composed

_USUAL: Mapping[str, Any] = {
    "rencana_kerja": list(rencana_kerja.KOLOM),
    "anggaran": list(anggaran.KOLOM),
    "susunan_tim": susunan_tim.JudulKolom().model_dump(),
    "jadwal": jadwal.JudulKolom().model_dump(),
}
_ROWS = {"susunan_tim": "anggota", "jadwal": "kegiatan"}
_ORDER = (
    "kolom", "penomoran", "awal_akhir", "nomor", "judul", "kode", "uraian", "nama", "nip", "pangkat", "jabatan",
    "kedudukan", "honorarium", "kegiatan", "sub_kegiatan", "indikator", "waktu", "volume", "satuan", "harga", "bulan",
    "petak", "pihak", "keterangan", "bagian", "anggota", "rincian", "jumlah", "terbilang", "catatan",
)  # fmt: skip
"""The keys of all kinds as they follow one another in a row."""

_INSIDE = ("bagian", "kegiatan", "sub_kegiatan", "anggota", "rincian")


def brief(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """The same annex with fewer words: what may be left out is tried, and kept where it is printed otherwise."""
    shorter = _shorter(kind, data)
    return shorter if composed_words(kind, shorter) == composed_words(kind, data) else data


def _shorter(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    data = _filled(_with_usual(kind, data))
    for change in (_without("nomor"), _restarted, _without("jumlah"), _calculated, _without_total):
        changed = change(data)
        if changed != data and composed_words(kind, changed) == composed_words(kind, data):
            data = changed
    if kind == "rencana_kerja":
        data = _each(data, _activity)
    if kind != "tabel":
        data = _each(data, _sorted)
    rows = _ROWS.get(kind)
    match data:
        case {"bagian": [section]} if rows and [*section] == [rows]:
            data = {key: part for key, part in data.items() if key != "bagian"} | section
    return data


def composed_words(kind: str, data: Any) -> str | None:
    """What an annex prints, as a word to compare."""
    blocks = composed(kind, data)
    return None if blocks is None else repr([_bare(block) for block in blocks])


def _bare(piece: Any) -> Any:
    """A block without the places it came from."""
    if isinstance(piece, tuple):
        return [_bare(one) for one in piece]
    fields = getattr(piece, "__dataclass_fields__", None)
    if fields is None:
        return piece
    return [_bare(getattr(piece, name)) for name in fields if name not in ("asal", "at")]


def _with_usual(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    usual, kolom = _USUAL.get(kind), data.get("kolom")
    if isinstance(usual, dict) and isinstance(kolom, dict):
        return data | {"kolom": {key: title for key, title in kolom.items() if usual.get(key) != title}}
    return {key: part for key, part in data.items() if key != "kolom"} if kolom == usual else data


def _filled(data: Any) -> Any:
    """Without keys that hold nothing."""
    if isinstance(data, dict):
        held = {key: _filled(part) for key, part in data.items()}
        return {key: part for key, part in held.items() if part not in ("", [], {}, None)}
    return [_filled(one) for one in data] if isinstance(data, (list, tuple)) else data


def _each(data: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """The data with every row inside of them changed, inner ones first."""
    if isinstance(data, list):
        return [_each(one, change) for one in data]
    if not isinstance(data, dict):
        return data
    return change({key: _each(part, change) if key in _INSIDE else part for key, part in data.items()})


def _without(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Rows without a key; a section, which has a heading, keeps its number."""

    def dropped(row: dict[str, Any]) -> dict[str, Any]:
        return row if "judul" in row else {name: part for name, part in row.items() if name != key}

    def change(data: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = _each(data, dropped)
        return changed

    return change


def _restarted(data: dict[str, Any]) -> dict[str, Any]:
    """The rows numbered anew in each section."""
    return _without("nomor")(data) | {"penomoran": "mulai_baru"} if len(data.get("bagian", ())) > 1 else data


def _without_total(data: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in data.items() if key != "jumlah"}


def _calculated(data: dict[str, Any]) -> dict[str, Any]:
    """The sums of accounts and products left out, other amounts written."""

    def change(row: dict[str, Any]) -> dict[str, Any]:
        return (
            {key: part for key, part in row.items() if key != "jumlah"} if "rincian" in row or "harga" in row else row
        )

    changed: dict[str, Any] = _each(data, change)
    return changed


def _activity(row: dict[str, Any]) -> dict[str, Any]:
    """Cells of the grid as ranges; an activity whose only row has no name of its own carries its fields itself."""
    for key in ("bulan", "petak"):
        if isinstance(row.get(key), list):
            row = row | {key: _cells(row[key])}
    match row:
        case {"kegiatan": _, "sub_kegiatan": [dict() as only]} if "sub_kegiatan" not in only:
            return {**{key: part for key, part in row.items() if key != "sub_kegiatan"}, **only}
    return row


def _sorted(row: dict[str, Any]) -> dict[str, Any]:
    """The keys in the order of the examples; rows inside last."""
    return dict(
        sorted(row.items(), key=lambda pair: (isinstance(pair[1], list) and pair[0] in _INSIDE, _ORDER.index(pair[0])))
    )


def _cells(cells: Sequence[Mapping[str, str]]) -> Any:
    if any("teks" in cell for cell in cells):
        if all("teks" in cell for cell in cells):
            return {cell["nama"]: cell["teks"] for cell in cells}
        return [{cell["nama"]: cell["teks"]} if "teks" in cell else cell["nama"] for cell in cells]
    names = list(_ranges([cell["nama"] for cell in cells]))
    return names[0] if len(names) == 1 else names


def _ranges(names: Sequence[str]) -> Iterator[str]:
    """Months that follow one another as 3-5; other names as they are."""
    if not all(name.isdecimal() for name in names):
        yield from names
        return
    for _, run in groupby(enumerate(map(int, names)), key=lambda pair: pair[1] - pair[0]):
        months = [month for _, month in run]
        yield str(months[0]) if len(months) == 1 else f"{months[0]}-{months[-1]}"
