"""Annexes of every kind."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.generating.content import isi
from tests.generating.texts import label, line, maybe, text

Data = st.SearchStrategy[Any]
FEW = st.integers(0, 4)
COUNTS = FEW | st.sampled_from([12, 40, 300])
"""How many rows: mostly few, now and then many."""

_day = st.dates().filter(lambda day: day.year > 1900).map(lambda day: day.isoformat())
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
    section = st.fixed_dictionaries({rows: repeated(simple | nested, FEW)}, optional=title)
    first = section | st.fixed_dictionaries({rows: repeated(simple, COUNTS)}, optional=title)
    return st.builds(lambda one, more: [one, *more], first, st.lists(section, max_size=3))


_MONTHS = ["1", "12", "3-5", "Januari", "Feb", "September s.d. November"]
_QUARTERS = ["I", "II", "I-IV", "II-III"]


def _cells(names: list[str]) -> Data:
    texts = st.dictionaries(
        st.sampled_from([name for name in names if "-" not in name and " " not in name]), line, max_size=2
    )
    return st.sampled_from(names) | st.lists(st.sampled_from(names), max_size=3) | texts


def _plan(key: str, names: list[str]) -> Data:
    sub = some(sub_kegiatan=text, indikator=text, keterangan=text, **{key: _cells(names)})
    whole = st.fixed_dictionaries(
        {"kegiatan": text}, optional={"nomor": maybe, "indikator": text, "keterangan": line, key: _cells(names)}
    )
    parted = st.fixed_dictionaries({"kegiatan": text, "sub_kegiatan": repeated(sub, st.integers(1, 60))})
    return sections("kegiatan", line | whole, parted)


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
    below: dict[str, Data] = {"sub_kegiatan": repeated(_acts(depth - 1), st.integers(0, 3))} if depth else {}
    return line | st.fixed_dictionaries(
        {"kegiatan": text}, optional={"nomor": line, "waktu": _time, "keterangan": text, **below}
    )


jadwal = st.fixed_dictionaries(
    {"bagian": sections("kegiatan", _acts(0), _acts(3)), "awal_akhir": _yes_no},
    optional={"penomoran": st.sampled_from(["lanjut", "mulai_baru"]), "kolom": some(kegiatan=line, keterangan=line)},
) | st.fixed_dictionaries(
    {
        "pihak": st.just(["SATU", "DUA"]),
        "kegiatan": repeated(st.fixed_dictionaries({"kegiatan": text, "pihak": _cells(["SATU", "DUA"])}), COUNTS),
    }
)

_member = line | st.fixed_dictionaries(
    {"nama": text},
    optional={key: line for key in ("nomor", "nip", "pangkat", "jabatan", "kedudukan", "honorarium", "keterangan")},
)
susunan_tim = st.fixed_dictionaries(
    {"bagian": sections("anggota", _member, _member)},
    optional={
        "kolom": some(nama=line, nip=line, keterangan=line),
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
        return item | sums
    account = st.fixed_dictionaries(
        {"kode": line, "uraian": text, "rincian": repeated(_item(depth - 1), st.integers(1, 4))}
    )
    return item | sums | account


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
        made |= {"kelompok": ["g"], "subjumlah": draw(_yes_no), "halaman_per_kelompok": draw(_yes_no)}
        shape["g"] = st.sampled_from(["Kecamatan A", "Kecamatan B"])
    made["baris"] = draw(repeated(st.fixed_dictionaries(shape), COUNTS))
    more: Data = some(
        nomor=_yes_no,
        nomor_kolom=_yes_no,
        jumlah=_yes_no | line,
        tinggi_baris=st.integers(0, 200),
        catatan=st.lists(line, max_size=2),
    )
    return made | draw(more)


def _chapter(level: int) -> Data:
    below: dict[str, Data] = {"subbab": st.lists(_chapter(level + 1), max_size=2)} if level < 5 else {}
    return text | st.fixed_dictionaries({"judul": text}, optional={"isi": st.lists(_prose, max_size=3), **below})


_picture = st.fixed_dictionaries(
    {"berkas": st.just("alur.png"), "alt": line}, optional={"keterangan": line, "lebar": st.integers(1, 300)}
)
_box = st.fixed_dictionaries(
    {
        "isi": st.lists(
            isi(1)
            | st.fixed_dictionaries(
                {"rincian": st.lists(st.dictionaries(label, maybe, min_size=1, max_size=1), min_size=1, max_size=3)}
            ),
            min_size=1,
            max_size=3,
        )
    },
    optional={"judul": text},
)
_prose = isi(2) | st.fixed_dictionaries({"teks": text, "gambar": _picture}) | st.fixed_dictionaries({"kotak": _box})
naskah = (
    st.fixed_dictionaries({"isi": st.lists(_prose, min_size=1, max_size=4)})
    | st.fixed_dictionaries({"bab": st.lists(_chapter(0), min_size=1, max_size=4)})
    | st.fixed_dictionaries({"subbab": st.lists(_chapter(1), min_size=1, max_size=3)})
)

KINDS: dict[str, Data] = {
    "rencana_kerja": rencana_kerja,
    "jadwal": jadwal,
    "susunan_tim": susunan_tim,
    "anggaran": anggaran,
    "tabel": tabel(),
    "naskah": naskah,
}
annex = st.one_of(
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
