"""What stands at each place of the data, and how often it has to be printed: the tables of the sentinel test.

A path is written with dots, a row of a list by its place from 0, a person of `kantor.toml` by the office (`ketua`; the
second holder `ketua 2`). A pattern may hold `*`, and `NAME:` before it limits it to one decree. The first pattern that
fits counts. What no pattern names is a text that is printed once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

Raw = dict[str, Any]

# What stands there: not printed as written but chosen, measured, named (each with what it is good for), or printed in
# a form of its own (see `planting`). Everything else is text.
KINDS = """
versi                                  | tetap: nomor bentuk data
naskah                                 | tetap: pilihan
tata_naskah                            | tetap: pilihan
urutkan                                | tetap: pilihan
abaikan.*                              | tetap: alasan bagi pemeriksaan, tidak dicetak
kantor.abaikan.*                       | tetap: alasan bagi pemeriksaan, tidak dicetak
satker                                 | tetap: kunci daftar satker
kantor.satker                          | tetap: kunci daftar satker
*satker.kode                           | tetap: kunci daftar satker
*satker.induk.kode                     | tetap: kunci daftar satker
*satker.tingkat                        | tetap: pilihan
*satker.induk.tingkat                  | tetap: pilihan
*satker.republik_indonesia             | tetap: pilihan
*.status                               | ada: pilihan yang dicetak
kantor.pejabat.*.mulai                 | tetap: masa jabatan, memilih orangnya
kantor.pejabat.*.sampai                | tetap: masa jabatan, memilih orangnya
kantor.pejabat.ketua*.jabatan          | tetap: jabatan yang dikenal pustaka
kantor.pejabat.kepala hukum.jabatan    | tetap: jabatan yang dikenal pustaka
kantor.pejabat.*.jabatan               | sama: dirujuk pembentuk dan penanda_tangan
pembentuk.jabatan                      | sama: dirujuk kantor.pejabat
penanda_tangan.jabatan                 | sama: dirujuk kantor.pejabat
penanda_tangan                         | sama: dirujuk kantor.pejabat
ditetapkan.pada                        | hari: memilih pejabat dan aturan, jadi tidak diganti
kunci_contoh:mengingat.6               | kutipan: diurutkan menurut jenis dan tanggalnya
mengingat.*                            | kunci: atau teks
memperhatikan.*                        | kunci: atau teks
peraturan.*.kutipan                    | kutipan: terbaca sebagai peraturan
peraturan.*                            | tetap: keadaan peraturan, memilih kutipannya
mengubah.*tanggal                      | tetap: hari
mencabut.*tanggal                      | tetap: hari
*.penanda                              | tetap: pilihan
*.lebar                                | tetap: ukuran
*.rata                                 | tetap: pilihan
*.jenis                                | tetap: pilihan
*.orientasi                            | tetap: pilihan
*.kertas                               | tetap: pilihan
*.nomor_halaman                        | tetap: pilihan
*.halaman_pertama                      | tetap: pilihan
*.penomoran                            | tetap: pilihan
*.kunci                                | tetap: nama untuk dirujuk
*.jumlah_dari*                         | tetap: nama kolom
*.tabel.kelompok*                      | tetap: nama kolom
*.tabel.subjumlah                      | tetap: nama kolom
*.tinggi_baris                         | tetap: ukuran
*.gambar.berkas                        | tetap: nama berkas
*.jadwal.kolom.*                       | teks
*.jadwal*.waktu                        | rentang
*.jadwal*.waktu.*                      | tanggal
*.anggaran*.volume                     | volume
*.anggaran*.harga                      | angka
*.anggaran*.jumlah                     | angka
kantor.tata_naskah.kata.*              | teks
kantor.tata_naskah.pengesahan.bunyi    | teks
kantor.tata_naskah.pengesahan.kepala   | teks
kantor.tata_naskah.pengesahan.sekretariat | teks
kantor.tata_naskah.lampiran.jabatan    | teks
kantor.tata_naskah.*                   | tetap: ukuran dan pilihan
"""

# How often it is printed: the names of the places, each counted by `PLACES`, and 0 with the reason.
TIMES = """
tentang                                | judul, Menetapkan, kepala lampiran
nomor                                  | judul, kepala lampiran

pps:satker.lembaga                     | kop, judul, kepala lampiran
pps:satker.desa                        | kop, judul, kepala lampiran
pps:satker.kecamatan                   | kop
pps:satker.induk.wilayah               | kop
*satker.induk.lembaga                  | 0: hanya wilayah satker di atasnya yang dicetak
sekretaris:satker.kop.0                | kop, jabatan, pengesahan
sekretaris:satker.kop.1                | kop, jabatan, pengesahan
sekretaris:satker.lembaga              | judul, pembentuk, kepala lampiran
sekretaris:satker.wilayah              | judul, pembentuk, kepala lampiran
*satker.lembaga                        | kop, judul, pembentuk, Menetapkan, kepala lampiran, jabatan, pengesahan
*satker.wilayah                        | kop, judul, pembentuk, Menetapkan, kepala lampiran, jabatan, pengesahan

pembentuk.jabatan                      | judul, pembentuk, Menetapkan, kepala lampiran, jabatan
pembentuk.selaku                       | selaku
penanda_tangan.nama                    | nama
penanda_tangan.jabatan                 | jabatan
penanda_tangan.status                  | jabatan
penanda_tangan.baris.*                 | nama
pengesah.nama                          | pengesahan
pengesah.jabatan                       | pengesahan
pengesah.status                        | pengesahan
pengesah.baris.*                       | pengesahan
ditetapkan.di                          | tempat
ditetapkan.pada                        | tempat
mojokerto_2022:kantor.tempat           | 0: Keputusan itu menyebut tempatnya sendiri
kantor.tempat                          | tempat

kabupaten_contoh:kantor.pejabat.ketua.nama   | 0: masa jabatannya sudah lewat
kabupaten_contoh:kantor.pejabat.ketua 2.nama | nama
kantor.pejabat.ketua.nama              | nama
kantor.pejabat.kepala hukum.nama       | pengesahan
kantor.pejabat.kepala hukum.sebutan    | pengesahan
peraturan:kantor.pejabat.ketua.sebutan | jabatan
kantor.pejabat.*                       | 0: tidak menandatangani Keputusan ini

mengubah.*                             | 0: kalimatnya sendiri ada pada diktum
mencabut.*                             | 0: kalimatnya sendiri ada pada diktum
tabel_contoh:lampiran.0.*.kecamatan    | judul kelompok, jumlah kelompok
sekretaris:lampiran.2.*.kecamatan      | judul kelompok, jumlah kelompok

peraturan:peraturan.perda-kabupaten-contoh-9-2020.kutipan | 0: tidak dikutip
kantor.tata_naskah.lampiran.jabatan    | jabatan lampiran
kunci_contoh:mengingat.6               | judul, judul perubahannya
kantor.tata_naskah.kata.salinan        | tanda salinan
kantor.tata_naskah.kata.rancangan      | tanda rancangan
kantor.tata_naskah.kata.keputusan      | judul, Menetapkan, kepala lampiran
kantor.tata_naskah.kata.tentang        | judul, Menetapkan, kepala lampiran
kantor.tata_naskah.kata.lampiran       | kepala lampiran
kantor.tata_naskah.kata.selaku         | selaku
kantor.tata_naskah.kata.nomor_kosong   | nomor kosong
kantor.tata_naskah.kata.tanggal_kosong | tanggal kosong
kantor.tata_naskah.kata.ttd            | ttd
kantor.tata_naskah.kata.lanjutan       | 0: hanya di atas halaman PDF berikutnya, bukan isi
"""

PLACES: dict[str, Callable[[Raw], int]] = {
    "judul": lambda raw: 1,
    "judul perubahannya": lambda raw: 1,
    "judul kelompok": lambda raw: 1,
    "jumlah kelompok": lambda raw: 1,
    "kop": lambda raw: 1,
    "tanda salinan": lambda raw: int(_copied(raw)),
    "tanda rancangan": lambda raw: int(raw.get("naskah") == "rancangan"),
    "pembentuk": lambda raw: 0 if "baris" in _mapping(raw, "pembentuk") else 1,
    "Menetapkan": lambda raw: 0 if "menetapkan" in raw else 1,
    "kepala lampiran": lambda raw: 0 if _own(raw, "lampiran", "kepala") is False else len(annexes(raw)),
    "nomor kosong": lambda raw: 0 if "nomor" in raw else 1 + len(annexes(raw)),
    "tanggal kosong": lambda raw: 0 if "pada" in raw["ditetapkan"] else PLACES["tempat"](raw),
    "tempat": lambda raw: 1 + (len(_signed(raw)) if _own(raw, "lampiran", "tempat_tanggal") else 0),
    "nama": lambda raw: 1 + len(_signed(raw)),
    "ttd": lambda raw: PLACES["nama"](raw) if _copied(raw) else 0,
    "jabatan": lambda raw: (
        0
        if "baris" in _mapping(raw, "penanda_tangan")
        else 1 + (0 if _own(raw, "lampiran", "jabatan") else len(_signed(raw)))
    ),
    "jabatan lampiran": lambda raw: len(_signed(raw)),
    "selaku": lambda raw: (
        sum(PLACES[place](raw) for place in ("judul", "pembentuk", "Menetapkan", "kepala lampiran", "jabatan"))
        if "selaku" in _mapping(raw, "pembentuk")
        else 0
    ),
    "pengesahan": lambda raw: (
        0
        if not _copied(raw) or _own(raw, "pengesahan", "ada") is False
        else 1 + (len(annexes(raw)) if _own(raw, "pengesahan", "di_lampiran") else 0)
    ),
}
"""How often each place occurs in a decree."""


def _copied(raw: Raw) -> bool:
    return raw.get("naskah") == "salinan"


def annexes(raw: Raw) -> list[Raw]:
    """The annexes of a decree, however many are written."""
    found = raw.get("lampiran", [])
    return found if isinstance(found, list) else [found]


def _signed(raw: Raw) -> list[Raw]:
    return [annex for annex in annexes(raw) if annex.get("tanda_tangan") != "tidak"]


def _mapping(raw: Raw, key: str) -> Raw:
    found = raw.get(key)
    return found if isinstance(found, dict) else {}


def _own(raw: Raw, table: str, key: str) -> Any:
    """A format value of the office."""
    return raw.get("kantor", {}).get("tata_naskah", {}).get(table, {}).get(key)


@cache
def _rows(table: str) -> tuple[tuple[str, str], ...]:
    lines = (line.rpartition(" | ") for line in table.splitlines() if line.strip())
    return tuple((pattern.strip(), said.strip()) for pattern, _, said in lines)


def _said(table: str, decree: str, path: str) -> Iterator[str]:
    for pattern, said in _rows(table):
        only, _, wanted = pattern.rpartition(":")
        if only in ("", decree) and fnmatchcase(path, wanted):
            yield said


def kind(decree: str, path: str) -> str:
    """What stands at a path: the word before the reason."""
    return next(_said(KINDS, decree, path), "teks").partition(":")[0]


def times(decree: str, path: str, raw: Raw) -> int:
    """How often what stands at a path is printed."""
    said = next(_said(TIMES, decree, path), None)
    if said is None:
        return 1
    return 0 if said.startswith("0:") else sum(PLACES[place.strip()](raw) for place in said.split(","))


def unused(paths: set[tuple[str, str]]) -> list[str]:
    """The rows of both tables that fit none of these places (decree, path)."""
    found = []
    for table in (KINDS, TIMES):
        reached: set[str] = set()
        for decree, path in paths:
            for pattern, _ in _rows(table):
                only, _, wanted = pattern.rpartition(":")
                if only in ("", decree) and fnmatchcase(path, wanted):
                    reached.add(pattern)
                    break
        found += [pattern for pattern, _ in _rows(table) if pattern not in reached]
    return found
