"""Stars of a column are stars, wherever a decree has them printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.batching.pattern import Pattern, names_in
from kpu_docs.batching.rows import Row
from kpu_docs.batching.stars import marked
from kpu_docs.complaints import InputError
from kpu_docs.inputs import yaml
from kpu_docs.inputs.source import Original

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/keputusan.yaml"))
PLAIN, STARS = "QZWQ", "QZ*W*Q"
"""Two values that only differ in their stars, and are the same in capitals."""


WRITTEN_OUT = """
satker: {lembaga: Badan, wilayah: Kota Contoh, tingkat: kota, kop: [Badan, Kota Contoh], alamat: [Jalan Contoh]}
pembentuk: {jabatan: Sekretaris, selaku: Kuasa Pengguna Anggaran}
tentang: Arsip
menimbang: bahwa arsip perlu ditata;
mengingat: Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
menetapkan: Keputusan tentang Arsip.
naskah: salinan
diktum:
  - label: PERTAMA
    teks: 'Diubah menjadi:'
    berbunyi: [{label: KEDUA, teks: Tim bertugas.}]
  - 'Berlaku.'
ditetapkan: {di: Contoh, pada: 2026-01-19}
penanda_tangan: {jabatan: Sekretaris, nama: Nama Contoh}
pengesah: {nama: Nama Kedua}
lampiran:
  tabel:
    kelompok: daerah
    kolom: [{judul: NAMA, kunci: label}, {judul: DAERAH, kunci: daerah}]
    baris: [{label: Satu, daerah: Utara}]
"""
LINES = """
satker: {lembaga: Badan, wilayah: Kota Contoh, tingkat: kota}
pembentuk: {baris: KETUA BADAN}
tentang: Arsip
menimbang: bahwa arsip perlu ditata;
mengingat: Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
menetapkan: Keputusan tentang Arsip.
diktum: Berlaku.
kantor:
  tempat: Contoh
  pejabat: [{jabatan: ketua, sebutan: Ketua, nama: Nama Contoh}]
  tata_naskah: {kata: {tentang: PERIHAL}}
penanda_tangan: ketua
tembusan: Arsip.
"""


def texts(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all texts of data."""
    if isinstance(node, str):
        yield path
    items = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in items:
        yield from texts(inner, (*path, key))


def with_name(node: Any, path: tuple[str | int, ...]) -> Any:
    """Data in which the text at a path names a column."""
    if not path:
        return "{{ x }}"
    pairs = node.items() if isinstance(node, Mapping) else enumerate(node)
    made = {key: with_name(inner, path[1:]) if key == path[0] else inner for key, inner in pairs}
    return made if isinstance(node, Mapping) else list(made.values())


def printed(data: Any, path: tuple[str | int, ...], value: str, base: Path) -> str | None:
    """The text of the decree with that value in place of the text at a path; None where it is no valid decree."""
    named = with_name(data, path)
    pattern = Pattern(Original("pola.yaml", base, "yaml", ""), named, {path: names_in("{{ x }}")})
    try:
        keputusan = kpu.load(pattern.fill(Row(1, "data.csv", 2, {"x": value})), base=base)
        return kpu.render_bytes(keputusan, "txt").decode()
    except InputError:
        return None


DECREES = {file.parent.name: (file.read_text(encoding="utf-8"), file.parent) for file in EXAMPLES}
DECREES |= {"written out": (WRITTEN_OUT, ROOT), "lines": (LINES, ROOT)}


@pytest.mark.parametrize("name", DECREES)
def test_every_text_keeps_the_stars_of_a_column(name: str) -> None:
    text, folder = DECREES[name]
    data = yaml.read(text)
    seen: set[tuple[str, ...]] = set()
    for path in texts(data):
        kind = tuple(step for step in path if isinstance(step, str))
        if kind in seen:
            continue
        seen.add(kind)
        plain, starred = (printed(data, path, value, folder) for value in (PLAIN, STARS))
        if plain is None:  # a key, a number, the name of a file
            assert starred is None, path
            continue
        assert starred is not None, path
        # An annex that repeats place and day prints the place sign by sign, see `compose.lampiran`.
        starred = starred.replace("QZ\\*W\\*Q, 26 Januari 2022", "QZ*W*Q, 26 Januari 2022")
        assert "\\" not in starred, path
        assert len(re.findall(PLAIN, plain, re.I)) == len(re.findall(re.escape(STARS), starred, re.I)), path


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (("tentang",), "a", True),
        (("nomor",), "a", False),
        (("satker", "kop", 0), "a", False),
        (("satker", "alamat", 0), "a", True),
        (("kantor", "pejabat", 0, "nama"), "a", True),
        (("kantor", "pejabat", 0, "jabatan"), "a", False),
        (("kantor", "tata_naskah", "kata", "ttd"), "a", False),
        (("penanda_tangan",), "a", False),
        (("penanda_tangan", "nama"), "a", True),
        (("pembentuk", "baris"), "a", True),
        (("diktum", 0, "label"), "a", False),
        (("lampiran", 0, "tabel", "kolom", 0, "kunci"), "a", False),
        (("lampiran", 0, "tabel", "kelompok", 0), "a", False),
        (("lampiran", 0, "tabel", "baris", 0, "label"), "a", True),
        (("lampiran", "tabel", "baris"), "a*.xlsx#b", False),
        (("lampiran", "jadwal"), "a*.xlsx", False),
        (("lampiran", "naskah"), "a*.xlsx", True),
        (("lampiran", "naskah", "isi", 0, "gambar", "berkas"), "a", False),
    ],
)
def test_where_stars_are_markup(path: tuple[str | int, ...], text: str, expected: bool) -> None:
    assert marked(path, text) is expected
