"""Whom a petikan can be made for, and what concerns one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.complaints import InputError
from kpu_docs.petikan.baris import Baris, baris
from kpu_docs.petikan.pilihan import Finder, Pilihan
from tests.building import decree

ROOT = Path(__file__).parents[2]
TEAM: dict[str, Any] = {
    "judul": "Susunan Tim",
    "susunan_tim": {
        "bagian": [
            {"judul": "PENGARAH", "anggota": [{"nama": "H. Umpama Rekaan, S.H."}, {"jabatan": "Kepala Dinas"}]},
            {"judul": "PELAKSANA", "anggota": [{"nama": "Andai Saja", "keterangan": "wakil Umpama Rekaan"}]},
        ]
    },
}
CONTACTS = {
    "judul": "Narahubung",
    "tabel": {"kolom": ["NAMA/NIP", "NAMA DESA"], "baris": [["Umpama Rekaan\n19700101 199503 1 001", "Karangan"]]},
}
DIKTUM = [
    "Membentuk Tim sebagaimana tercantum dalam Lampiran I Keputusan ini.",
    "Menetapkan Narahubung sebagaimana tercantum dalam Lampiran II Keputusan ini.",
    "Tim bekerja menurut Lampiran II dan melapor kepada Andai Saja Lain.",
    "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
]


def chosen(name: str, **changes: Any) -> Pilihan:
    return Finder(decree(**changes)).choose(name)


def test_persons_are_named_once_whatever_their_titles() -> None:
    assert kpu.petikan.names(decree(diktum=DIKTUM, lampiran=[TEAM, CONTACTS])) == (
        "H. Umpama Rekaan, S.H.",
        "Andai Saja",
    )


@pytest.mark.parametrize("name", ["Umpama Rekaan", "UMPAMA REKAAN, S.H.", "h. umpama  rekaan"])
def test_rows_of_a_person_in_all_annexes(name: str) -> None:
    found = chosen(name, diktum=DIKTUM, lampiran=[TEAM, CONTACTS])
    assert found.baris == {
        ("lampiran", 0, "susunan_tim", "bagian", 0, "anggota", 0),
        ("lampiran", 1, "tabel", "baris", 0),
    }
    assert found.tanpa_diktum == set()


def test_annexes_without_a_row_are_left_out_with_the_diktum_that_set_them() -> None:
    found = chosen("andai saja", diktum=DIKTUM, lampiran=[TEAM, CONTACTS])
    assert found.lampiran == {0}
    assert found.tanpa_diktum == {1}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Kepala Dinas", {("bagian", 0, "anggota", 1)}),
        ("Pelaksana", {("bagian", 1)}),
        ("wakil", {("bagian", 1, "anggota", 0)}),
    ],
    ids=["office", "section", "words"],
)
def test_offices_units_and_words(name: str, rows: set[tuple[str | int, ...]]) -> None:
    found = chosen(name, diktum=DIKTUM, lampiran=[TEAM, CONTACTS])
    assert {row[3:] for row in found.baris} == rows


DETAILS: dict[str, dict[str, Any]] = {
    "positions": {"teks": "Tim:", "rincian": [{"Ketua": "Andai Saja"}, {"Anggota": "Misal Kesatu"}]},
    "one person": {"teks": "Menugaskan:", "rincian": {"Nama": "Andai Saja", "Jabatan": "Staf"}},
    "table": {"teks": "Tim:", "tabel": {"kolom": ["Nama", "Tugas"], "baris": [["Andai Saja", "x"], ["Lain", "y"]]}},
    "appointed": {"teks": "Menunjuk Saudara Andai Saja, S.H., jabatan Staf, sebagai ketua."},
}


@pytest.mark.parametrize("case", DETAILS)
def test_a_diktum_that_names_a_person_is_of_that_person(case: str) -> None:
    diktum = [DETAILS[case], "Berlaku.", "Menunjuk Umpama Rekaan sebagai sekretaris."]
    listed = Finder(decree(diktum=diktum))
    assert {"Umpama Rekaan", "Andai Saja"} <= {name.removesuffix(", S.H.") for name in listed.names}
    assert listed.choose("Andai Saja").tanpa_diktum == {2}
    assert listed.choose("Umpama Rekaan").tanpa_diktum == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Mengangkat Anggota Panitia Pemilihan Kecamatan sebagaimana tercantum dalam Lampiran Keputusan ini.",
        "Menunjuk Kepala Subbagian Hukum sebagai penanggung jawab.",
        "Menunjuk pelaksana kegiatan.",
    ],
)
def test_who_is_no_single_person_is_not_appointed(text: str) -> None:
    keputusan = decree(diktum=[text, "Berlaku."], lampiran=TEAM)
    assert kpu.petikan.names(keputusan) == ("H. Umpama Rekaan, S.H.", "Andai Saja")
    assert Finder(keputusan).choose("Andai Saja").tanpa_diktum == set()


def test_an_item_that_is_the_name_and_a_sentence_that_holds_it() -> None:
    listed = {"teks": "Petugas:", "daftar": ["Andai Saja;", "Misal Kesatu; dan", "Misal Kedua."]}
    diktum = [listed, "Petugas melapor kepada Misal Kesatu setiap bulan."]
    assert chosen("misal kesatu", diktum=diktum).baris == {("diktum", 0, "isi", 0, "daftar", "butir", 1)}
    with pytest.raises(InputError, match="tidak disebut"):
        chosen("Misal", diktum=diktum)


def test_a_unit_in_a_plan_and_in_a_schedule() -> None:
    plan = {"bagian": [{"kegiatan": [{"kegiatan": "Subbagian Hukum", "bulan": 1}, {"kegiatan": "Teknis", "bulan": 2}]}]}
    jadwal = {"pihak": ["HUKUM", "TEKNIS"], "kegiatan": [{"kegiatan": "Rapat", "pihak": ["TEKNIS"]}, "Lain"]}
    annexes = [{"judul": "Rencana", "rencana_kerja": plan}, {"judul": "Jadwal", "jadwal": jadwal}]
    assert chosen("teknis", lampiran=annexes).baris == {
        ("lampiran", 0, "rencana_kerja", "bagian", 0, "kegiatan", 1),
        ("lampiran", 1, "jadwal", "bagian", 0, "kegiatan", 0),
    }


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Andai Sja", "mungkin maksudnya Andai Saja"),
        ("Qwerty", "yang ada antara lain: H. Umpama Rekaan, S.H.; Andai Saja"),
        ("", "tertulis: kosong"),
        ("a", "tidak disebut"),
        ("rekaan", r"cocok dengan beberapa: .*; tulis lengkap \(tertulis: rekaan\)"),
    ],
)
def test_a_name_that_does_not_occur_or_is_not_one(name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        chosen(name, lampiran=[TEAM, CONTACTS])


def test_namesakes_are_told() -> None:
    rows = [["Andai Saja", "1"], ["Misal Kesatu", "2"], ["ANDAI SAJA", "3"]]
    keputusan = decree(lampiran={"judul": "Daftar", "tabel": {"kolom": ["NAMA", "TPS"], "baris": rows}})
    [told] = kpu.petikan.namesakes(keputusan, kpu.petikan.names(keputusan))
    assert told.path == ("lampiran", 0, "tabel", "baris", 2)
    assert kpu.petikan.namesakes(keputusan, ["Misal Kesatu"]) == ()


def test_figures_and_counts_are_nobody() -> None:
    pay = {"teks": "Honorarium:", "rincian": {"Ketua": "Rp450.000", "Anggota": "tiga orang", "Sekretaris": "-"}}
    assert kpu.petikan.names(decree(diktum=[pay])) == ()
    assert kpu.petikan.names(decree(diktum=["Menunjuk Umpama Rekaan."])) == ("Umpama Rekaan",)
    assert kpu.petikan.names(decree(diktum=["Menunjuk Timur Rekaan, S.H., M.H. sebagai ketua."])) == (
        "Timur Rekaan, S.H., M.H.",
    )


def test_a_decree_that_names_nobody() -> None:
    assert kpu.petikan.names(decree()) == ()
    with pytest.raises(InputError, match="sebutkan untuk siapa petikannya"):
        kpu.petikan.everybody(decree())


BUDI = ["Menunjuk Budi Santoso sebagai Ketua.", "Menunjuk Budi sebagai Anggota.", "Menunjuk Andi Budi Rahman."]


def test_who_is_appointed_is_told_from_those_who_bear_a_part_of_the_name() -> None:
    assert chosen("Budi", diktum=BUDI).tanpa_diktum == {0, 2}
    assert chosen("budi santoso", diktum=BUDI).tanpa_diktum == {1, 2}
    assert chosen("Rahman", diktum=BUDI).tanpa_diktum == {0, 1}


def test_appointed_names_that_a_name_fits_are_told() -> None:
    with pytest.raises(InputError, match="cocok dengan beberapa: Andi Budi Rahman; Budi Santoso; tulis lengkap"):
        chosen("Budi", diktum=[BUDI[0], BUDI[2]])


def test_a_row_is_not_of_another_who_is_appointed() -> None:
    annex = {"judul": "Daftar", "tabel": {"kolom": ["NAMA"], "baris": [["Budi"]]}}
    assert chosen("Budi", diktum=[BUDI[0], "Berlaku."], lampiran=annex).tanpa_diktum == {0}
    with pytest.raises(InputError, match="cocok dengan beberapa: Budi Rekaan; Budi Santoso"):
        chosen("Budi", diktum=BUDI[:1], lampiran=annex | {"tabel": {"kolom": ["NAMA"], "baris": [["Budi Rekaan"]]}})


def test_what_stands_among_names_and_is_none() -> None:
    rows = [["Andai Saja"], ["JUMLAH"], ["(lowong)"], ["Belum ditunjuk"], ["Sub Total Desa"], ["Totalia Rekaan"]]
    annex = {"judul": "Daftar", "tabel": {"kolom": ["NAMA"], "baris": rows}}
    assert kpu.petikan.names(decree(lampiran=annex)) == ("Andai Saja", "Totalia Rekaan")


def test_a_decree_that_appoints_nobody_knows_whom_has_no_petikan() -> None:
    diktum = ["Menugaskan Andai Saja melaksanakan rapat.", "Berlaku.", "Menunjuk Andai, Misal sebagai petugas."]
    with pytest.raises(InputError) as caught:
        chosen("Andai Saja", diktum=diktum)
    assert [one.path[:2] for one in caught.value.complaints] == [("diktum", 0), ("diktum", 2)]
    assert "tidak jelas siapa yang ditunjuk" in caught.value.complaints[0].message


def test_all_who_are_appointed_together_have_the_diktum() -> None:
    diktum = ["Menunjuk Andi dan Budi sebagai petugas.", "Menunjuk Cici sebagai ketua."]
    assert kpu.petikan.names(decree(diktum=diktum)) == ("Andi", "Budi", "Cici")
    assert chosen("Budi", diktum=diktum).tanpa_diktum == {1}
    assert chosen("Cici", diktum=diktum).tanpa_diktum == {0}


def test_a_decree_is_read_once_for_all_of_its_petikan(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def counted(keputusan: kpu.Keputusan) -> list[Baris]:
        read.append(keputusan)
        return baris(keputusan)

    monkeypatch.setattr("kpu_docs.petikan.pilihan.baris", counted)
    keputusan = decree(lampiran=TEAM)
    for name in kpu.petikan.names(keputusan):
        kpu.render_bytes(keputusan, "txt", petikan=name, force=True)
    assert len(read) == 1
    assert kpu.petikan.names(keputusan.model_copy(update={"lampiran": ()})) == ()
    assert len(read) == 2


@pytest.mark.parametrize("name", ["", "  ", "-"])
def test_no_name_has_no_namesakes(name: str) -> None:
    assert kpu.petikan.namesakes(decree(lampiran=[TEAM, CONTACTS]), [name]) == ()


def test_apostrophes_are_alike_and_figures_count() -> None:
    rows = [["O’Neil Rekaan"], ["TPS 1"], ["TPS 2"]]
    annex = {"judul": "Daftar", "tabel": {"kolom": ["NAMA"], "baris": rows}}
    assert chosen("o'neil rekaan", lampiran=annex).baris == {("lampiran", 0, "tabel", "baris", 0)}
    assert chosen("TPS 2", lampiran=annex).baris == {("lampiran", 0, "tabel", "baris", 2)}


OFFICES = [
    "Menunjuk Andai Saja sebagai Ketua.",
    "Menugaskan Subbagian Hukum untuk membantu Ketua dan Anggota.",
    "Berlaku.",
]


@pytest.mark.parametrize("word", ["sebagai", "Ketua", "Anggota", "Hukum", "Berlaku"])
def test_a_word_of_a_diktum_is_nobody(word: str) -> None:
    with pytest.raises(InputError, match="tidak disebut"):
        chosen(word, diktum=OFFICES)


def test_a_unit_that_a_diktum_charges() -> None:
    assert chosen("Subbagian Hukum", diktum=OFFICES) == Pilihan(frozenset(), frozenset({0}))
    assert kpu.petikan.names(decree(diktum=OFFICES)) == ("Andai Saja",)
