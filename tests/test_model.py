from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from kpu_docs.model import Keputusan
from tests.building import LEAST, decree, document
from tests.paper import printed

OFFICE: dict[str, Any] = {
    "tempat": "Contoh",
    "pejabat": [
        {"jabatan": "ketua", "nama": "Ketua Lama", "mulai": "2019-03-01", "sampai": "2024-02-29"},
        {"jabatan": "ketua", "nama": "Ketua Baru", "mulai": "2024-03-01"},
        {"jabatan": "sekretaris", "nama": "Nama Sekretaris", "sebutan": "Sekretaris"},
    ],
}


def body(satker: Any, **changes: Any) -> dict[str, list[str]]:
    """The lines of the paper of a decree of that body, by role."""
    return printed(document(satker=satker, **changes)[0])


def faults(**changes: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Where and why a decree with these keys is refused; several complaints of one validator are taken apart."""
    with pytest.raises(ValidationError) as refused:
        Keputusan.model_validate({key: value for key, value in (LEAST | changes).items() if value is not None})
    found: list[tuple[tuple[str | int, ...], str]] = []
    for fault in refused.value.errors():
        below = fault.get("ctx", {}).get("faults")
        found += [((*fault["loc"], *path), why) for path, why, _ in below] if below else [(fault["loc"], fault["msg"])]
    return found


# Who issues


@pytest.mark.parametrize(
    ("satker", "kop", "name"),
    [
        ("kpu-ri", ["KOMISI PEMILIHAN UMUM", "REPUBLIK INDONESIA"], "KOMISI PEMILIHAN UMUM"),
        (
            "provinsi-jawa-timur",
            ["KOMISI PEMILIHAN UMUM", "PROVINSI JAWA TIMUR"],
            "KOMISI PEMILIHAN UMUM PROVINSI JAWA TIMUR",
        ),
        (
            "kabupaten-sleman",
            ["KOMISI PEMILIHAN UMUM", "KABUPATEN SLEMAN"],
            "KOMISI PEMILIHAN UMUM KABUPATEN SLEMAN",
        ),
        ("3576", ["KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO"], "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO"),
        ("35.76", ["KOMISI PEMILIHAN UMUM", "KOTA MOJOKERTO"], "KOMISI PEMILIHAN UMUM KOTA MOJOKERTO"),
        ("provinsi-aceh", ["KOMISI INDEPENDEN PEMILIHAN", "ACEH"], "KOMISI INDEPENDEN PEMILIHAN ACEH"),
        (
            "kota-banda-aceh",
            ["KOMISI INDEPENDEN PEMILIHAN", "KOTA BANDA ACEH"],
            "KOMISI INDEPENDEN PEMILIHAN KOTA BANDA ACEH",
        ),
        (
            {"lembaga": "KPU", "tingkat": "kabupaten", "wilayah": "Kabupaten Contoh"},
            ["KOMISI PEMILIHAN UMUM", "KABUPATEN CONTOH"],
            "KOMISI PEMILIHAN UMUM KABUPATEN CONTOH",
        ),
    ],
)
def test_a_body_is_printed_in_kop_title_opening_and_signature(satker: Any, kop: list[str], name: str) -> None:
    paper = body(satker)
    assert paper["kop"] == kop
    assert paper["keputusan"] == [f"KEPUTUSAN {name}"]
    assert paper["pembentuk"] == [f"KETUA {name},"]
    first, last = kop
    assert paper["tanda_tangan"][2:4] == [f"KETUA {first}", f"{last},"]


@pytest.mark.parametrize(
    ("nomor", "given", "name"),
    [
        ("1442/HK.03-Kpt/03/KPU/XI/2019", {}, "KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA"),
        ("42 TAHUN 2023", {}, "KOMISI PEMILIHAN UMUM"),
        ("42 TAHUN 2023", {"republik_indonesia": "ya"}, "KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA"),
        ("1442/HK.03-Kpt/03/KPU/XI/2019", {"republik_indonesia": "tidak"}, "KOMISI PEMILIHAN UMUM"),
    ],
)
def test_kpu_ri_bears_republik_indonesia_by_regime_unless_it_says(nomor: str, given: Any, name: str) -> None:
    satker = {"lembaga": "KPU", "tingkat": "ri", "wilayah": "Republik Indonesia"} | given
    paper = body(satker, nomor=nomor)
    assert paper["keputusan"] == [f"KEPUTUSAN {name}"]
    assert paper["pembentuk"] == [f"KETUA {name},"]
    assert paper["menetapkan"] == ["KEPUTUSAN KOMISI PEMILIHAN UMUM TENTANG CONTOH."]


def test_a_secretary_decides_as_budget_holder() -> None:
    paper = body(
        "kabupaten-sleman",
        kantor=OFFICE,
        pembentuk={"jabatan": "Sekretaris", "selaku": "Kuasa Pengguna Anggaran"},
        penanda_tangan={},
    )
    who = "SEKRETARIS KOMISI PEMILIHAN UMUM KABUPATEN SLEMAN SELAKU KUASA PENGGUNA ANGGARAN"
    assert paper["keputusan"] == [f"KEPUTUSAN {who}"]
    assert paper["pembentuk"] == [f"{who},"]
    assert paper["menetapkan"] == [f"KEPUTUSAN {who} TENTANG CONTOH."]
    assert paper["tanda_tangan"][2:] == [
        "SEKRETARIS KOMISI PEMILIHAN UMUM",
        "KABUPATEN SLEMAN",
        "SELAKU KUASA PENGGUNA ANGGARAN,",
        "NAMA SEKRETARIS",
    ]


def test_a_district_committee_names_its_kecamatan_and_office() -> None:
    paper = body({"lembaga": "PPK", "kecamatan": "Magersari", "induk": "kota-mojokerto"})
    assert paper["kop"] == ["PANITIA PEMILIHAN KECAMATAN MAGERSARI", "KOTA MOJOKERTO"]
    assert paper["pembentuk"] == ["KETUA PANITIA PEMILIHAN KECAMATAN MAGERSARI,"]


def test_a_village_committee_names_desa_kecamatan_office_and_address() -> None:
    satker = {
        "lembaga": "PPS",
        "desa": "Kelurahan Wates",
        "kecamatan": "Magersari",
        "induk": "kota-mojokerto",
        "alamat": ["Jalan Contoh Nomor 1", "Kode Pos 00000"],
    }
    paper = body(satker)
    assert paper["kop"] == [
        "PANITIA PEMUNGUTAN SUARA",
        "KELURAHAN WATES",
        "KECAMATAN MAGERSARI",
        "KOTA MOJOKERTO",
    ]
    assert paper["alamat"] == ["Jalan Contoh Nomor 1", "Kode Pos 00000"]
    assert paper["pembentuk"] == ["KETUA PANITIA PEMUNGUTAN SUARA KELURAHAN WATES,"]


def test_a_province_may_act_for_a_kabupaten() -> None:
    acting = "Komisi Pemilihan Umum Kabupaten Sidoarjo"
    paper = body("provinsi-jawa-timur", pembentuk={"selaku": acting})
    assert paper["pembentuk"] == [
        "KETUA KOMISI PEMILIHAN UMUM PROVINSI JAWA TIMUR SELAKU KOMISI PEMILIHAN UMUM KABUPATEN SIDOARJO,"
    ]
    assert paper["tanda_tangan"][2:5] == [
        "KETUA KOMISI PEMILIHAN UMUM",
        "PROVINSI JAWA TIMUR",
        "SELAKU KOMISI PEMILIHAN UMUM KABUPATEN SIDOARJO,",
    ]


def test_an_office_may_break_its_kop_and_word_its_opening_itself() -> None:
    satker = {"lembaga": "KPU", "tingkat": "kota", "wilayah": "Kota Contoh", "kop": ["Komisi", "Kota Contoh"]}
    paper = body(satker, pembentuk={"baris": ["Ketua Komisi", "Kota Contoh"]})
    assert paper["kop"] == ["KOMISI", "KOTA CONTOH"]
    assert paper["pembentuk"] == ["KETUA KOMISI\nKOTA CONTOH,"]


def test_an_unknown_body_is_answered_with_the_nearest() -> None:
    [(path, why)] = faults(satker="kota-mojokrto")
    assert path == ("satker",)
    assert "mungkin maksudnya kota-mojokerto" in why


def test_a_body_without_its_region_is_refused() -> None:
    assert faults(satker={"lembaga": "PPS"}) == [(("satker",), "belum menyebut desa")]


def test_a_region_that_is_not_printed_is_refused() -> None:
    hint = "; hapus, atau tulis `lembaga: PPS` atau `PPK`"
    assert faults(satker={"lembaga": "PPK", "kecamatan": "Umpama", "desa": "Desa Contoh"}) == [
        (("satker", "desa"), f"tidak dicetak pada satker tingkat kecamatan{hint}")
    ]
    assert faults(satker={"kode": "3576", "kecamatan": "Umpama", "desa": "Desa Contoh"}) == [
        (("satker", "desa"), f"tidak dicetak pada satker tingkat kota{hint}"),
        (("satker", "kecamatan"), f"tidak dicetak pada satker tingkat kota{hint}"),
    ]


# Who signs


@pytest.mark.parametrize("status", ["Plt.", "Plh."])
def test_an_acting_official_is_marked(status: str) -> None:
    paper = body("kota-mojokerto", penanda_tangan={"jabatan": "ketua", "status": status, "nama": "Nama Contoh"})
    assert paper["tanda_tangan"][2] == f"{status} KETUA KOMISI PEMILIHAN UMUM"


def test_the_signing_lines_may_be_free() -> None:
    lines = ["a.n. Ketua Komisi Pemilihan Umum", "Kota Contoh", "Wakil Ketua"]
    paper = body("kota-mojokerto", penanda_tangan={"nama": "Nama Contoh", "baris": lines})
    assert paper["tanda_tangan"][2:] == [*lines[:2], "Wakil Ketua,", "NAMA CONTOH"]


@pytest.mark.parametrize(
    ("pada", "nama"),
    [("2019-03-01", "Ketua Lama"), ("2024-02-29", "Ketua Lama"), ("2024-03-01", "Ketua Baru"), (None, "Ketua Baru")],
)
def test_who_signs_follows_from_the_day(pada: str | None, nama: str) -> None:
    keputusan = decree(kantor=OFFICE, ditetapkan={"pada": pada} if pada else {}, penanda_tangan="ketua")
    assert keputusan.signer.pejabat.nama == nama
    assert keputusan.place.text == "Contoh"


@pytest.mark.parametrize(
    ("pejabat", "pada"),
    [
        pytest.param(OFFICE["pejabat"], "2018-12-31", id="nobody yet"),
        pytest.param([], "2026-01-05", id="nobody at all"),
        pytest.param([{"jabatan": "ketua", "nama": nama} for nama in ("A", "B")], "2026-01-05", id="two"),
    ],
)
def test_a_signer_must_be_exactly_one(pejabat: Any, pada: str) -> None:
    [(path, why)] = faults(
        kantor={"tempat": "Contoh", "pejabat": pejabat}, ditetapkan={"pada": pada}, penanda_tangan="ketua"
    )
    assert path == ("penanda_tangan",)
    assert "tidak menyebut tepat satu orang sebagai ketua pada " in why


def test_an_office_is_the_same_in_capitals_and_small_letters() -> None:
    people = [{"jabatan": "t\u0308ata usaha", "nama": "Umpama Rekaan"}]  # of T with two points there is no one sign
    keputusan = decree(kantor={"pejabat": people}, penanda_tangan="T\u0308ATA USAHA")
    assert keputusan.signer.pejabat.nama == "Umpama Rekaan"


def test_a_name_in_the_decree_needs_no_office() -> None:
    assert decree().signer.pejabat.nama == "Nama Contoh"


def test_a_copy_is_certified_by_the_head_of_law_or_the_one_named() -> None:
    law = {"jabatan": "kepala hukum", "nama": "Kepala Contoh", "sebutan": "Kepala Subbagian Contoh"}
    office = OFFICE | {"pejabat": [*OFFICE["pejabat"], law]}
    assert decree(kantor=OFFICE).certifier is None
    certifier = decree(kantor=office).certifier
    assert certifier is not None
    assert (certifier.pejabat.nama, certifier.pejabat.sebutan) == ("Kepala Contoh", "Kepala Subbagian Contoh")
    named = decree(kantor=office, pengesah={"nama": "Orang Lain", "jabatan": "Sekretaris"}).certifier
    assert named is not None
    assert named.pejabat.nama == "Orang Lain"


def test_a_term_does_not_end_before_it_begins() -> None:
    wrong = {"jabatan": "ketua", "nama": "A", "mulai": "2024-01-01", "sampai": "2023-01-01"}
    assert (("kantor", "pejabat", 0), "sampai lebih awal daripada mulai") in faults(kantor={"pejabat": [wrong]})


# What is said


@pytest.mark.parametrize(
    ("nomor", "regime", "line"),
    [("", "", "NOMOR ... TAHUN ..."), ("", "kpu-2019", "NOMOR : ..."), ("7 TAHUN 2026", "", "NOMOR 7 TAHUN 2026")],
)
def test_a_number_that_is_not_known_yet_is_dots(nomor: str, regime: str, line: str) -> None:
    assert body("kota-mojokerto", nomor=nomor, tata_naskah=regime)["nomor"] == [line]


def test_a_day_that_is_not_known_yet_is_dots() -> None:
    assert body("kota-mojokerto", ditetapkan={"di": "Mojokerto"})["tanda_tangan"][:2] == [
        "Ditetapkan di Mojokerto",
        "pada tanggal ...",
    ]


@pytest.mark.parametrize("pada", ["2026-01-05", "5 Januari 2026", " 05 januari 2026 "])
def test_a_day_may_be_written_both_ways(pada: str) -> None:
    keputusan = decree(ditetapkan={"di": "Mojokerto", "pada": pada})
    assert keputusan.ditetapkan.pada == date(2026, 1, 5)


@pytest.mark.parametrize("pada", ["5-1-2026", "30 Februari 2026", "besok", 20260105])
def test_no_day_is_refused(pada: Any) -> None:
    [(path, why)] = faults(ditetapkan={"di": "Mojokerto", "pada": pada})
    assert path == ("ditetapkan", "pada")
    assert why == 'harus tanggal, misalnya 2022-01-26 atau "26 Januari 2022"'


def test_a_place_is_needed_somewhere() -> None:
    [(path, why)] = faults(ditetapkan={"pada": "2026-01-05"})
    assert path == ("ditetapkan",)
    assert "belum menyebut tempat" in why


def test_a_title_may_be_broken_by_hand_and_is_one_line_elsewhere() -> None:
    paper = body("kota-mojokerto", tentang="Rencana Kerja\nTahun 2026")
    assert paper["judul"] == ["RENCANA KERJA\nTAHUN 2026"]
    assert paper["menetapkan"] == ["KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA MOJOKERTO TENTANG RENCANA KERJA TAHUN 2026."]


def test_the_text_of_menetapkan_may_be_the_authors() -> None:
    assert body("kota-mojokerto", menetapkan="KEPUTUSAN LAIN.")["menetapkan"] == ["KEPUTUSAN LAIN."]


@pytest.mark.parametrize(
    ("menimbang", "markers"),
    [("bahwa satu;", []), (["bahwa satu;"], []), (["bahwa satu;", "bahwa dua;"], ["a.", "b."])],
)
def test_one_consideration_bears_no_letter(menimbang: Any, markers: list[str]) -> None:
    assert body("kota-mojokerto", menimbang=menimbang)["menimbang.marker"] == markers


@pytest.mark.parametrize(
    ("memperhatikan", "texts", "markers"),
    [
        (None, [], []),
        ("Berita Acara;", ["Berita Acara;"], []),
        (["Berita Acara;", "Surat;"], ["Berita Acara;", "Surat;"], ["1.", "2."]),
    ],
)
def test_what_is_taken_into_account_is_none_one_or_a_list(
    memperhatikan: Any, texts: list[str], markers: list[str]
) -> None:
    paper = body("kota-mojokerto", memperhatikan=memperhatikan)
    assert paper["memperhatikan"] == texts
    assert paper["memperhatikan.marker"] == markers


def test_labels_follow_from_the_place_unless_the_office_spells_them() -> None:
    diktum = [*["Isi."] * 11, {"label": "KEDUABELAS", "teks": "Isi."}, "Isi."]
    assert body("kota-mojokerto", diktum=diktum)["label"] == [
        "Menimbang", "Mengingat", "Menetapkan",
        "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
        "KESEBELAS", "KEDUABELAS", "KETIGA BELAS",
    ]  # fmt: skip


# What a decree is as data


def test_equal_data_make_equal_decrees() -> None:
    assert decree() == decree()
    assert decree() != decree(tentang="Lain")
    assert decree() != LEAST


def test_a_decree_equals_its_own_dump_read_again() -> None:
    keputusan = decree(
        kantor=OFFICE,
        diktum=[{"teks": "Isi:", "daftar": ["satu;", {"teks": "dua:", "daftar": ["a;"]}], "rincian": {"Nama": "A"}}],
        mencabut={"nomor": "1 TAHUN 2025"},
        lampiran=[{"rencana_kerja": {"bagian": [{"kegiatan": [{"kegiatan": "k", "bulan": {"6": "rapat"}}]}]}}],
    )
    assert Keputusan.model_validate(keputusan.model_dump()) == keputusan
    assert Keputusan.model_validate_json(keputusan.model_dump_json()) == keputusan


def test_a_decree_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        decree().nomor = "6 TAHUN 2026"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"tentag": "x"}, ("tentag",)),
        ({"ditetapkan": {"di": "x", "tanggal": "2026-01-05"}}, ("ditetapkan", "tanggal")),
        ({"diktum": [{"teks": "x", "butir": ["y"]}]}, ("diktum", 0, "isi", 0, "butir")),
        ({"kantor": {"telepon": "x"}}, ("kantor", "telepon")),
    ],
)
def test_a_key_nobody_reads_is_refused(changes: dict[str, Any], path: tuple[str | int, ...]) -> None:
    assert path in [fault[0] for fault in faults(**changes)]


@pytest.mark.parametrize("key", ["satker", "tentang", "menimbang", "mengingat", "diktum"])
def test_what_a_decree_cannot_do_without_is_asked_for(key: str) -> None:
    assert (key,) in [path for path, _ in faults(**{key: None})]


@pytest.mark.parametrize("key", ["menimbang", "mengingat", "diktum"])
@pytest.mark.parametrize("empty", ["", []])
def test_an_empty_part_is_told_to_be_empty(key: str, empty: Any) -> None:
    assert faults(**{key: empty}) == [((key,), "belum diisi")]


def test_rows_of_a_table_fit_its_columns() -> None:
    table = {"kolom": ["a", "b"], "baris": [["1", "2"], ["1"], ["1", "2", "3"]]}
    assert faults(diktum=[{"tabel": table}]) == [
        (("diktum", 0, "isi", 0, "tabel", "baris", 1), "berisi 1 sel, padahal ada 2 kolom"),
        (("diktum", 0, "isi", 0, "tabel", "baris", 2), "berisi 3 sel, padahal ada 2 kolom"),
    ]


def test_text_is_normalised_and_signs_that_cannot_be_printed_are_refused() -> None:
    assert decree(tentang="  Cafe\u0301  ").tentang == "Caf\u00e9"
    [(path, why)] = faults(tentang="a\x07b")
    assert path == ("tentang",)
    assert "U+0007, pada huruf ke-2" in why


@pytest.mark.parametrize("rincian", [{"nama": "Budi"}, [{"nama": "Budi"}]])
def test_a_detail_line_may_be_called_nama(rincian: Any) -> None:
    (line,) = decree(diktum=[{"teks": "x", "rincian": rincian}]).diktum[0].isi[0].rincian
    assert (line.nama, line.isi) == ("nama", "Budi")
