"""Annexes of every kind."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.generating.content import isi
from tests.generating.texts import either, label, line, maybe, plain, text

Data = st.SearchStrategy[Any]
FEW = st.integers(0, 4)
COUNTS = FEW | st.sampled_from([12, 40, 300])
"""How many rows: mostly few, now and then many."""

_day = st.dates(min_value=date(1950, 1, 1)).map(lambda day: day.isoformat())
_number = st.integers(0, 10**9).map(lambda number: f"{number:,}".replace(",", "."))
_yes_no = st.sampled_from(["ya", "tidak"])


def some(**optional: Data) -> Data:
    """A mapping in which any of the keys may be missing."""
    return st.fixed_dictionaries({}, optional=optional)


def repeated(row: Data, counts: st.SearchStrategy[int]) -> Data:
    """Rows of a few shapes, as many as drawn."""
    shapes = st.lists(row, min_size=1, max_size=4)
    return st.builds(lambda rows, count: [rows[at % len(rows)] for at in range(count)], shapes, counts)


def sections(rows: str, simple: Data, nested: Data) -> Data:
    """Rows in sections; where all rows of the first are simple, they may be many."""
    title = {"nomor": maybe, "judul": text}
    section = st.fixed_dictionaries({rows: repeated(either(simple, nested), FEW)}, optional=title)
    first = section | st.fixed_dictionaries({rows: repeated(simple, COUNTS)}, optional=title)
    return st.builds(lambda one, more: [one, *more], first, st.lists(section, max_size=3))


_MONTHS = ["1", "12", "3-5", "Januari", "Feb", "September s.d. November"]
_QUARTERS = ["I", "II", "I-IV", "II-III"]


def _cells(names: list[str]) -> Data:
    """Marks in cells of these names, or texts in the first and the second."""
    texts = st.dictionaries(st.sampled_from(names[:2]), line, max_size=2)
    return either(st.sampled_from(names), st.lists(st.sampled_from(names), max_size=3), texts)


def _plan(key: str, names: list[str]) -> Data:
    sub = some(sub_kegiatan=text, indikator=text, keterangan=text, **{key: _cells(names)})
    whole = st.fixed_dictionaries(
        {"kegiatan": text}, optional={"nomor": maybe, "indikator": text, "keterangan": line, key: _cells(names)}
    )
    parted = st.fixed_dictionaries({"kegiatan": text, "sub_kegiatan": repeated(sub, st.integers(1, 60))})
    return sections("kegiatan", either(line, whole, whole), parted)


_grid = st.fixed_dictionaries(
    {
        "judul": line,
        "kolom": st.sampled_from(
            [["I", "II", "III", "IV"], [{"kolom": ["I", "II"]}, {"judul": "B", "kolom": ["III", "IV"]}]]
        ),
    }
)
_five = st.lists(line, min_size=5, max_size=5)
rencana_kerja = st.fixed_dictionaries({"bagian": _plan("bulan", _MONTHS)}, optional={"kolom": _five}) | (
    st.fixed_dictionaries({"petak": _grid, "bagian": _plan("petak", _QUARTERS)})
)

_time = _day | st.fixed_dictionaries({"mulai": _day}, optional={"selesai": _day})


def _acts(depth: int) -> Data:
    below: dict[str, Data] = {"sub_kegiatan": repeated(_acts(depth - 1), st.integers(0, 2))} if depth else {}
    whole = st.fixed_dictionaries({"kegiatan": text, **below}, optional={"nomor": line, "waktu": _time})
    timed = st.fixed_dictionaries({"kegiatan": text, "waktu": _time, "keterangan": line})
    return either(line, whole, timed)


_schedule = st.fixed_dictionaries(
    {
        "bagian": sections("kegiatan", _acts(0), _acts(2)),
        "awal_akhir": _yes_no,
        "penomoran": st.sampled_from(["lanjut", "mulai_baru"]),
        "kolom": some(kegiatan=line, keterangan=line),
    }
)
_by_party = st.fixed_dictionaries(
    {
        "pihak": st.just(["SATU", "DUA"]),
        "kegiatan": repeated(st.fixed_dictionaries({"kegiatan": text, "pihak": _cells(["SATU", "DUA"])}), COUNTS),
    }
)
jadwal = either(_schedule, _by_party)

_MEMBER = ("nomor", "nip", "pangkat", "jabatan", "kedudukan", "honorarium", "keterangan")
_member = either(line, st.fixed_dictionaries({"nama": text}, optional=dict.fromkeys(_MEMBER, line)))
susunan_tim = st.fixed_dictionaries(
    {"bagian": sections("anggota", _member, _member)},
    optional={
        "kolom": some(nama=line, **dict.fromkeys(_MEMBER, line)),
        "penomoran": st.sampled_from(["lanjut", "mulai_baru"]),
    },
)


def _item(depth: int) -> Data:
    item = st.fixed_dictionaries(
        {"uraian": text},
        optional={
            "kode": line,
            "satuan": line,
            "harga": _number,
            "volume": st.sampled_from(["3 org x 2 hari", "200 lembar", "1,5 jam"]),
        },
    )
    sums = st.fixed_dictionaries({"uraian": text, "jumlah": _number})
    if not depth:
        return either(item, sums)
    account = st.fixed_dictionaries(
        {"kode": line, "uraian": text, "rincian": repeated(_item(depth - 1), st.integers(1, 4))}
    )
    return either(item, sums, account)


anggaran = st.fixed_dictionaries(
    {"rincian": repeated(_item(3), FEW) | repeated(_item(0), COUNTS)},
    optional={
        "kolom": st.lists(line, min_size=7, max_size=7),
        "jumlah": _number,
        "terbilang": _yes_no,
        "catatan": st.lists(line, max_size=3),
    },
)

_VALUES: dict[str, Data] = {
    "teks": text,
    "angka": _number | st.sampled_from(["", "-", "-7", "1.250,50"]),
    "rupiah": _number,
    "persen": st.sampled_from(["12,5", "100", ""]),
    "tanggal": _day,
    "ya_tidak": _yes_no,
}


@st.composite
def tabel(draw: st.DrawFn) -> Any:
    """An annex `tabel`: typed columns, some below a common heading, rows in groups, sums."""
    kinds = draw(st.lists(st.sampled_from(list(_VALUES)), min_size=1, max_size=9))
    looks: Data = some(
        tegak=_yes_no, rata=st.sampled_from(["kiri", "tengah", "kanan"]), lebar=st.integers(0, 9), tanda=_yes_no
    )
    columns = [{"judul": draw(text), "kunci": f"k{at}", "jenis": kind, **draw(looks)} for at, kind in enumerate(kinds)]
    joined: list[str] = []
    for column in columns:
        if column["jenis"] == "teks" and draw(st.booleans()):
            column["gabung"] = "ya"
            joined.append(column["kunci"])
    numbers = [column["kunci"] for column in columns if column["jenis"] == "angka"]
    heads: list[Any] = columns
    if len(columns) > 2 and draw(st.booleans()):
        heads = [columns[0], {"judul": draw(line), "kolom": columns[1:]}]
    if draw(st.booleans()) and numbers:
        heads = [*heads, {"judul": draw(line), "kunci": "total", "jumlah_dari": numbers}]
    made: dict[str, Any] = {"kolom": heads}
    shape: dict[str, Data] = {f"k{at}": _VALUES[kind] for at, kind in enumerate(kinds)}
    shape |= dict.fromkeys(joined, st.sampled_from(["sama", "lain", ""]))
    grouped: bool = draw(st.booleans())
    if grouped:
        made |= {"kelompok": ["g"], "subjumlah": "ya", "halaman_per_kelompok": draw(_yes_no)}
        shape["g"] = st.sampled_from(["Kecamatan A", "Kecamatan B"])
    made["baris"] = draw(repeated(st.fixed_dictionaries(shape), COUNTS))
    more: Data = some(
        nomor=_yes_no,
        nomor_kolom=_yes_no,
        jumlah=_yes_no | line,
        tinggi_baris=st.integers(0, 200),
        catatan=st.lists(line, min_size=1, max_size=2),
    )
    return made | draw(more)


def _chapter(level: int) -> Data:
    below: dict[str, Data] = {"subbab": st.lists(_chapter(level + 1), max_size=2)} if level < 5 else {}
    whole = st.fixed_dictionaries({"judul": text}, optional={"isi": st.lists(_prose, max_size=3), **below})
    return either(text, whole, whole)


_picture = st.fixed_dictionaries(
    {"berkas": st.just("alur.png"), "alt": plain}, optional={"keterangan": line, "lebar": st.integers(1, 300)}
)
_fields = st.lists(st.dictionaries(label, maybe, min_size=1, max_size=1), min_size=1, max_size=3)
_box = st.fixed_dictionaries(
    {
        "judul": text,
        "isi": st.lists(either(isi(1), st.fixed_dictionaries({"rincian": _fields})), min_size=1, max_size=3),
    }
)
_prose = either(
    isi(2), st.fixed_dictionaries({"teks": text, "gambar": _picture}), st.fixed_dictionaries({"kotak": _box})
)
naskah = either(
    st.fixed_dictionaries({"isi": st.lists(_prose, min_size=1, max_size=4)}),
    st.fixed_dictionaries({"bab": st.lists(_chapter(0), min_size=1, max_size=4)}),
    st.fixed_dictionaries({"subbab": st.lists(_chapter(1), min_size=1, max_size=3)}),
)

KINDS: dict[str, Data] = {
    "rencana_kerja": rencana_kerja,
    "jadwal": jadwal,
    "susunan_tim": susunan_tim,
    "anggaran": anggaran,
    "tabel": tabel(),
    "naskah": naskah,
}
annex = either(
    *(
        st.fixed_dictionaries(
            {kind: content},
            optional={
                "judul": text,
                "orientasi": st.sampled_from(["", "tegak", "mendatar"]),
                "kertas": st.sampled_from(["", "F4", "A4", "A3", "Folio"]),
                "nomor_halaman": st.sampled_from(["lanjut", "mulai_baru"]),
                "halaman_pertama": st.sampled_from(["bernomor", "polos"]),
                "tanda_tangan": _yes_no,
            },
        )
        for kind, content in KINDS.items()
    )
)
"""An annex of any kind."""
