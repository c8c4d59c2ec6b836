"""One complaint for one mistake, at its place, with the nearest key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from tests.inputs.decrees import DECREE, data, only, refused

COLON = "titik dua yang diikuti spasi"


def plan(**activity: Any) -> dict[str, Any]:
    return {"rencana_kerja": {"bagian": [{"kegiatan": [activity]}]}}


UNKNOWN_KEYS = {
    "top": (data() | {"tembusn": ["a"]}, ("tembusn",), "tembusan"),
    "capitals and spaces": (data() | {"Penanda Tangan Lain": "x"}, ("Penanda Tangan Lain",), "penanda_tangan"),
    "instead of a key that must be": (data(menimbang=None) | {"menimbng": ["a"]}, ("menimbng",), "menimbang"),
    "beginning of a key": (data() | {"pengesahan_salinan": "x", "mem": "x"}, ("mem",), "memperhatikan"),
    "inside": (data(ditetapkan={"di": "M", "pda": "x"}), ("ditetapkan", "pda"), "pada"),
    "short item": (data(diktum=[{"tesk": "a"}]), ("diktum", 0, "tesk"), "teks"),
    "part of a short item": (data(diktum=["a", {"teks": "a", "dafar": ["b"]}]), ("diktum", 1, "dafar"), "daftar"),
    "deeper": (
        data(diktum=[{"teks": "a", "daftar": [{"teks": "b", "rincan": {}}]}]),
        ("diktum", 0, "daftar", 0, "rincan"),
        "rincian",
    ),
    "basis": (data(mengingat=[{"tekss": "a"}]), ("mengingat", 0, "tekss"), "teks"),
    "annex": (
        data(lampiran={"judl": "a"} | plan(kegiatan="a")),
        ("lampiran", "judl"),
        "judul",
    ),
    "row folded into its activity": (
        data(lampiran=[plan(kegiatan="a", sub_kegiatan="b", indkator="c")]),
        ("lampiran", 0, "rencana_kerja", "bagian", 0, "kegiatan", 0, "indkator"),
        "indikator",
    ),
    "office": (data(kantor={"tempt": "M"}), ("kantor", "tempt"), "tempat"),
    "format": (
        data(kantor={"tata_naskah": {"gaya": {"judul": {"rta": "kiri"}}}}),
        ("kantor", "tata_naskah", "gaya", "judul", "rta"),
        "rata",
    ),
}


@pytest.mark.parametrize("case", UNKNOWN_KEYS)
def test_the_nearest_key_is_offered_and_nothing_else_is_said(case: str) -> None:
    decree, path, near = UNKNOWN_KEYS[case]
    told = {complaint.path: complaint.message for complaint in refused(decree)}
    assert told.pop(path) == f"kunci tidak dikenal, mungkin maksudnya {near}"
    assert all(message.startswith("kunci tidak dikenal") for message in told.values())


def test_a_key_like_no_other_is_answered_with_those_there_are() -> None:
    assert only(data(ditetapkan={"di": "M", "jam": "9"})).message == "kunci tidak dikenal; yang ada: di, pada"


def test_a_key_of_another_place_is_not_offered() -> None:
    assert only(data() | {"judl": "a"}).message == "kunci tidak dikenal"


def test_a_strange_key_where_no_text_may_stand_is_a_strange_key() -> None:
    assert only(data(ditetapkan={"di": "M", "Hari Ini": "a"})).message == "kunci tidak dikenal; yang ada: di, pada"
    assert only(data(ditetapkan={"Hari Ini": "a"}, kantor={"tempat": "M"})).path == ("ditetapkan", "Hari Ini")


COLONS = {
    "basis": (data(mengingat=["a", {"Berita Acara Nomor": "37/PK"}]), ("mengingat", 1)),
    "only basis": (data(memperhatikan={"Berita Acara Nomor": "37/PK"}), ("memperhatikan",)),
    "consideration": (data(menimbang=[{"Berita Acara Nomor": "37/PK"}]), ("menimbang", 0)),
    "list": (data(diktum=[{"teks": "a", "daftar": [{"Berita Acara Nomor": "37/PK"}]}]), ("diktum", 0, "daftar", 0)),
    "paragraph": (data(diktum=[["a", {"Berita Acara Nomor": "37/PK"}]]), ("diktum", 0, 1)),
    "line": (data(tembusan=["a", {"Berita Acara Nomor": "37/PK"}]), ("tembusan", 1)),
    "text": (data(tentang={"Berita Acara Nomor": "37/PK"}), ("tentang",)),
    "column": (
        data(diktum=[{"tabel": {"kolom": [{"Berita Acara Nomor": "37/PK"}], "baris": []}}]),
        ("diktum", 0, "tabel", "kolom", 0),
    ),
}


@pytest.mark.parametrize("case", COLONS)
def test_a_text_with_a_colon_that_became_a_mapping(case: str) -> None:
    decree, path = COLONS[case]
    complaint = only(decree)
    assert complaint.path == path
    assert COLON in complaint.message
    assert complaint.value == "Berita Acara Nomor: 37/PK"


def test_a_text_with_a_colon_has_its_place(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_text(DECREE.replace("  - Undang", "  - Berita Acara Nomor : 37\n  - Undang"), encoding="utf-8")
    complaint = only(file)
    assert (complaint.line, complaint.column) == (6, 5)


@pytest.mark.parametrize(
    ("decree", "path"),
    [
        (data(menimbang={"a": "bahwa", "b": "bahwa"}), ("menimbang",)),
        (data(mengingat={"1.": "UU", "2.": "PP"}), ("mengingat",)),
        (data(diktum={"KESATU": "a", "KEDUA": "b"}), ("diktum",)),
        (data(diktum=["a", {"KEDUA": "b"}]), ("diktum", 1)),
    ],
)
def test_labels_written_as_keys(decree: dict[str, Any], path: tuple[str | int, ...]) -> None:
    complaint = only(decree)
    assert complaint.path == path
    assert "tanpa labelnya" in complaint.message


SHAPES: dict[str, tuple[dict[Any, Any], tuple[str | int, ...] | None, str, str | None]] = {
    "keys wanted": (data(ditetapkan="Mojokerto"), ("ditetapkan",), "kuncinya: di, pada", "Mojokerto"),
    "list wanted": (data(diktum=[{"teks": "a", "daftar": "b"}]), ("diktum", 0, "daftar"), "harus berupa daftar", "b"),
    "rows wanted": (data(lampiran=[{"rencana_kerja": {"bagian": "x"}}]), None, "harus berupa daftar", "x"),
    "one of": (data(naskah="salinn"), ("naskah",), "salinan, petikan; mungkin maksudnya salinan", "salinn"),
    "only one": (data(versi="2"), ("versi",), "harus 1", "2"),
    "missing": (data(tentang=None), ("tentang",), "belum ditulis", None),
    "missing inside": (
        data(satker={"lembaga": "KPU", "wilayah": "Kota Contoh"}),
        ("satker", "tingkat"),
        "belum ditulis",
        None,
    ),
    "empty": (data(tentang=""), ("tentang",), "belum diisi", None),
    "empty mapping": (data(ditetapkan=""), ("ditetapkan",), "belum diisi", None),
    "day": (data(ditetapkan={"di": "M", "pada": "31-12-2022"}), ("ditetapkan", "pada"), "tanggal", "31-12-2022"),
    "body": (data(satker="kota-mojokerta"), ("satker",), "mungkin maksudnya kota-mojokerto", "kota-mojokerta"),
    "rules": (data(tata_naskah="kpu-2030"), ("tata_naskah",), "kpu-2019", "kpu-2030"),
    "number": (
        data(diktum=[{"tabel": {"kolom": [{"judul": "a", "lebar": "2,5"}]}}]),
        ("diktum", 0, "tabel", "kolom", 0, "lebar"),
        "desimal ditulis dengan titik",
        "2,5",
    ),
    "too small": (
        data(diktum=[{"tabel": {"kolom": [{"judul": "a", "lebar": "0"}]}}]),
        ("diktum", 0, "tabel", "kolom", 0, "lebar"),
        "lebih besar daripada 0",
        "0",
    ),
    "control sign": (data(tentang="a\x07b"), ("tentang",), "U+0007", "aU+0007b"),
    "half a sign": (data(tentang="a\ud800"), ("tentang",), "U+D800", "aU+D800"),
    "key that is no text": ({**data(), 1: "a"}, (1,), "kunci harus berupa teks", "1"),
}


@pytest.mark.parametrize("case", SHAPES)
def test_wrong_shapes(case: str) -> None:
    decree, path, words, value = SHAPES[case]
    complaint = only(decree)
    assert path is None or complaint.path == path
    assert words in complaint.message
    assert complaint.value == value


def test_several_faults_below_one_field_are_told_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    table = "  - tabel:\n      kolom: [a, b]\n      baris:\n        - [1, 2]\n        - [1]\n        - [1, 2, 3]\n"
    months = (
        "lampiran:\n  rencana_kerja:\n    bagian:\n    - kegiatan:\n      - kegiatan: a\n        bulan: [3, 13, x]\n"
    )
    file.write_text(DECREE.replace("  - teks:", table + "  - teks:") + months, encoding="utf-8")
    months_path = ("lampiran", "rencana_kerja", "bagian", 0, "kegiatan", 0, "bulan")
    assert [(one.path, one.line, one.column, one.value) for one in refused(file)] == [
        (("diktum", 1, "tabel", "baris", 1), 13, 11, None),
        (("diktum", 1, "tabel", "baris", 2), 14, 11, None),
        ((*months_path, 1), 24, 20, "13"),
        ((*months_path, 2), 24, 24, "x"),
    ]


def test_everything_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    wrong = (
        DECREE.replace("tentang: Rapat\n", "").replace("daftar", "dafar").replace("Mojokerto,", "Mojokerto, jam: 9,")
    )
    file.write_text(wrong + "naskah: salinn\nversi: 2\n", encoding="utf-8")
    with pytest.raises(kpu.InputError) as caught:
        kpu.load(file)
    told = str(caught.value).splitlines()
    assert [line.removeprefix(f"{file}:").split(": ")[:2] for line in told] == [
        ["1:1", "tentang"],
        ["9:5", "diktum[2].dafar"],
        ["10:29", "ditetapkan.jam"],
        ["12:9", "naskah"],
        ["13:8", "versi"],
    ]
    assert told[3].endswith("mungkin maksudnya salinan (tertulis: salinn)")


def test_many_faults_take_time_in_proportion() -> None:
    rows = [{"kegiatan": "a", "Foo": "b", "indkator": "c"} for _ in range(5000)]
    assert len(refused(data(lampiran={"rencana_kerja": {"bagian": [{"kegiatan": rows}]}}))) == 10_000


def test_number_and_day_can_be_given_with_the_call() -> None:
    keputusan = kpu.load(data(nomor="1 TAHUN 2020"), nomor="5 TAHUN 2026", tanggal="5 Januari 2026")
    assert keputusan.nomor == "5 TAHUN 2026"
    assert str(keputusan.ditetapkan.pada) == "2026-01-05"
    assert keputusan.ditetapkan.di == "Mojokerto"
    bare = data(ditetapkan=None, kantor={"tempat": "Mojokerto"})
    assert str(kpu.load(bare, tanggal="2026-01-05").ditetapkan.pada) == "2026-01-05"


def test_number_and_day_may_be_empty() -> None:
    keputusan = kpu.load(data(nomor="", ditetapkan={"di": "Mojokerto", "pada": ""}))
    assert (keputusan.nomor, keputusan.ditetapkan.pada) == ("", None)


def test_a_list_whose_only_item_is_wrong_is_not_said_to_be_empty() -> None:
    activity = {"kegiatan": "Rapat", "sub_kegiatan": [{"sub_kegiatan": "a", "bulan": {2: "R\u0378"}}]}
    complaint = only(data(lampiran={"rencana_kerja": {"bagian": [{"kegiatan": [activity]}]}}))
    assert "U+0378" in complaint.message
