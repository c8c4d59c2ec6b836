"""Citations taken apart: the kinds that decrees cite, as they print them and as they spell them wrong."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs.inputs import yaml
from kpu_docs.peraturan import Peraturan, parse, temukan, tercetak

ROOT = Path(__file__).parents[2]
PEMILU = (
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182, "
    "Tambahan Lembaran Negara Republik Indonesia Nomor 6109)"
)
TATA_KERJA = (
    "Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota"
)
PANRB = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"

# The citation up to its title or end; kind, maker, number, year, key, rank.
KEPALA: dict[str, tuple[str, str, str, int | None, str | None, int]] = {
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945": ("Undang-Undang Dasar", "", "", 1945, None, 1),
    "Ketetapan Majelis Permusyawaratan Rakyat Republik Indonesia Nomor XI/MPR/1998 tentang A": (
        "Ketetapan MPR", "", "XI/MPR/1998", 1998, None, 2,
    ),
    "Undang-Undang Republik Indonesia Nomor 12 Tahun 2011 tentang A": (
        "Undang-Undang", "", "12", 2011, "uu-12-2011", 3,
    ),
    "Undang – undang No. 7/2017 tentang A": ("Undang-Undang", "", "7/2017", 2017, "uu-7-2017", 3),
    "UndangUndang Nomor 7 Tahun 2017": ("Undang-Undang", "", "7", 2017, "uu-7-2017", 3),
    "UU 7 Tahun 2017 tentang A": ("Undang-Undang", "", "7", 2017, "uu-7-2017", 3),
    "Undang-Undang Darurat Nomor 18 Tahun 1951 tentang A": (
        "Undang-Undang Darurat", "", "18", 1951, "uu-darurat-18-1951", 3,
    ),
    "Undang-undang Nomor 19 Drt Tahun 1957 tentang A": (
        "Undang-Undang Darurat", "", "19", 1957, "uu-darurat-19-1957", 3,
    ),
    "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang A": (
        "Peraturan Pemerintah Pengganti Undang-Undang", "", "1", 2022, "perppu-1-2022", 3,
    ),
    "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang A": ("Peraturan Pemerintah", "", "28", 2012, "pp-28-2012", 4),
    "Peraturan Presiden Nomor 55 Tahun 2012 tentang A": ("Peraturan Presiden", "", "55", 2012, "perpres-55-2012", 5),
    "Keputusan Presiden Nomor 80 Tahun 2003 tentang A": ("Keputusan Presiden", "", "80", 2003, "keppres-80-2003", 5),
    f"Peraturan Menteri {PANRB} Nomor 10 Tahun 2019 tentang A": (
        "Peraturan Menteri", PANRB, "10", 2019, "permenpanrb-10-2019", 6,
    ),
    f"Peraturan Menteri {PANRB} Republik Indonesia Nomor 10 Tahun 2019": (
        "Peraturan Menteri", f"{PANRB} Republik Indonesia", "10", 2019, "permenpanrb-10-2019", 6,
    ),
    "Peraturan Menteri Kelautan dan Perikanan Nomor 5 Tahun 2020 tentang A": (
        "Peraturan Menteri", "Kelautan dan Perikanan", "5", 2020, "permen-kelautan-dan-perikanan-5-2020", 6,
    ),
    "Peraturan Kepala Arsip Nasional Republik Indonesia Nomor 20 Tahun 2011 tentang A": (
        "Peraturan Kepala", "Arsip Nasional Republik Indonesia", "20", 2011,
        "perka-arsip-nasional-republik-indonesia-20-2011", 6,
    ),
    "Peraturan Arsip Nasional Republik Indonesia Nomor 6 Tahun 2021 tentang A": (
        "Peraturan", "Arsip Nasional Republik Indonesia", "6", 2021, "anri-6-2021", 6,
    ),
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 15 Tahun 2015 tentang A": (
        "Peraturan", "Badan Pengawas Pemilihan Umum", "15", 2015, "perbawaslu-15-2015", 6,
    ),
    "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang A": (
        "Peraturan Komisi Pemilihan Umum", "", "8", 2019, "pkpu-8-2019", 7,
    ),
    "Peraturan Komisi Pemilihan Umum Republik Indonesia Nomor 04 Tahun 2009 tentang A": (
        "Peraturan Komisi Pemilihan Umum", "", "04", 2009, "pkpu-4-2009", 7,
    ),
    "PERATURAN KOMISI PEMILIHAN UMUM NOMOR 8 TAHUN 2019 TENTANG A": (
        "Peraturan Komisi Pemilihan Umum", "", "8", 2019, "pkpu-8-2019", 7,
    ),
    "Qanun Aceh Nomor 6 Tahun 2016 tentang A": ("Qanun", "Aceh", "6", 2016, "qanun-aceh-6-2016", 8),
    "Qanun Kabupaten Aceh Besar Nomor 3 Tahun 2010 tentang A": (
        "Qanun", "Kabupaten Aceh Besar", "3", 2010, "qanun-kabupaten-aceh-besar-3-2010", 9,
    ),
    "Peraturan Daerah Provinsi Jawa Timur Nomor 3 Tahun 2020 tentang A": (
        "Peraturan Daerah", "Provinsi Jawa Timur", "3", 2020, "perda-provinsi-jawa-timur-3-2020", 8,
    ),
    "Peraturan Daerah Kota Mojokerto Nomor 3 Tahun 2020 tentang A": (
        "Peraturan Daerah", "Kota Mojokerto", "3", 2020, "perda-kota-mojokerto-3-2020", 9,
    ),
    "Peraturan Walikota Mojokerto Nomor 5 Tahun 2021 tentang A": (
        "Peraturan Wali Kota", "Mojokerto", "5", 2021, "perwali-mojokerto-5-2021", 9,
    ),
    "Keputusan Komisi Pemilihan Umum Republik Indonesia Nomor 1442/HK.03-Kpt/03/KPU/XI/2019 tentang A": (
        "Keputusan", "Komisi Pemilihan Umum Republik Indonesia", "1442/HK.03-Kpt/03/KPU/XI/2019", 2019,
        "kpt-kpu-1442-2019", 10,
    ),
    "Keputusan Komisi Pemilihan Umum Provinsi Bali Nomor 3 Tahun 2023 tentang A": (
        "Keputusan", "Komisi Pemilihan Umum Provinsi Bali", "3", 2023, "kpt-kpu-provinsi-bali-3-2023", 11,
    ),
    "Keputusan Komisi Independen Pemilihan Aceh Nomor 22/Kpts/KIP Aceh/TAHUN 2016 tentang A": (
        "Keputusan", "Komisi Independen Pemilihan Aceh", "22/Kpts/KIP Aceh/TAHUN 2016", 2016,
        "kpt-kip-aceh-22-2016", 11,
    ),
    "Keputusan Komisi Pemilihan Umum Kota Sabang Nomor : 04/HK.03. 1-Kpt/1172/ KPU-Kot/I/2020 tentang A": (
        "Keputusan", "Komisi Pemilihan Umum Kota Sabang", "04/HK.03. 1-Kpt/1172/ KPU-Kot/I/2020", 2020,
        "kpt-kpu-kota-sabang-4-2020", 12,
    ),
    "Keputusan Direktur Jenderal Peraturan Perundang-undangan Nomor 5 Tahun 2020 tentang A": (
        "Keputusan", "Direktur Jenderal Peraturan Perundang-undangan", "5", 2020,
        "kpt-direktur-jenderal-peraturan-perundang-undangan-5-2020", 10,
    ),
    "Keputusan Komisi Pemilihan Umum Kota Mojokerto tentang A": (
        "Keputusan", "Komisi Pemilihan Umum Kota Mojokerto", "", None, None, 12,
    ),
    "Keputusan Komisi Pemilihan Umum Nomor ... Tahun 2026 tentang A": (
        "Keputusan", "Komisi Pemilihan Umum", "...", 2026, None, 10,
    ),
    "Keputusan Ketua KPU Kota Sabang Nomor 4 Tahun 2023": (
        "Keputusan", "Ketua KPU Kota Sabang", "4", 2023, "kpt-kpu-kota-sabang-4-2023", 12,
    ),
    "Keputusan Nomor 9 Tahun 2025": ("Keputusan", "", "9", 2025, None, 10),
    "Berita Acara Rapat Pleno Komisi Pemilihan Umum Kota Mojokerto Nomor : 37/PK.01/3576/2022 tanggal 26 Januari 2022 "
    "tentang A": (
        "Berita Acara", "Rapat Pleno Komisi Pemilihan Umum Kota Mojokerto", "37/PK.01/3576/2022", 2022, None, 13,
    ),
    "Surat Ketua Komisi Pemilihan Umum Nomor 115/PL.01.2/3325/2023 tanggal 5 Mei 2023 perihal A": (
        "Surat", "Ketua Komisi Pemilihan Umum", "115/PL.01.2/3325/2023", 2023, None, 13,
    ),
}  # fmt: skip


@pytest.mark.parametrize("ending", ["", ";", "."])
@pytest.mark.parametrize("teks", KEPALA)
def test_kind_maker_number_and_year(teks: str, ending: str) -> None:
    read = parse(teks + ending)
    assert str(read) == teks + ending
    assert read.tingkat is not None
    assert (read.jenis, read.pembuat, read.nomor, read.tahun, read.kunci, read.tingkat.urutan) == KEPALA[teks]
    assert read.tentang == ("A" if teks.endswith("A") else "")


@pytest.mark.parametrize(
    "nomor",
    [
        line.split("\t")[0]
        for line in (ROOT / "tests" / "nomor.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "NOMOR")) and line.split("\t")[1] != "-"
    ],
)
def test_a_decree_number_of_every_form(nomor: str) -> None:
    read = parse(f"Keputusan Komisi Pemilihan Umum Nomor {nomor} tentang A;")
    assert read.tahun is not None
    assert nomor == (read.nomor if "/" in nomor else f"{read.nomor} TAHUN {read.tahun}")
    assert read.tentang == "A"


def test_the_day_of_minutes() -> None:
    read = parse(
        "Berita Acara Komisi Pemilihan Umum Kota X Nomor 5/PK.01-BA/3576/2022 tanggal 26 Januari 2022 tentang A;"
    )
    assert (read.tanggal, read.tentang) == (date(2022, 1, 26), "A")


GAZET: dict[str, list[tuple[str, int | None, str, date | None]]] = {
    "(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182, Tambahan Lembaran-Negara Nomor 6109)": [
        ("LN", 2017, "182", None), ("TLN", None, "6109", None),
    ],
    "(Lembaran Negara RI Tahun 2012 Nomor 122)": [("LN", 2012, "122", None)],
    "(LNRI Tahun 2017 Nomor 182, TLN Nomor 6109)": [("LN", 2017, "182", None), ("TLN", None, "6109", None)],
    "(Berita Negara Republik Indonesia Tahun 2019 Nomor 320)": [("BN", 2019, "320", None)],
    "(Berita Negara Republik Indonesia tanggal 5 Februari 2013)": [("BN", None, "", date(2013, 2, 5))],
    "(Lembaran Daerah Kabupaten X Tahun 2020 Nomor 3, Tambahan Lembaran Daerah Kabupaten X Nomor 8)": [
        ("LD", 2020, "3", None), ("TLD", None, "8", None),
    ],
    "(Berita Daerah Kota X Tahun 2021 Nomor 5/E)": [("BD", 2021, "5/E", None)],
    "(Lembaran Aceh Tahun 2016 Nomor 13)": [("LA", 2016, "13", None)],
    "(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182": [("LN", 2017, "182", None)],
    "(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182; Tambahan Lembaran Negara Nomor 6109)": [
        ("LN", 2017, "182", None), ("TLN", None, "6109", None),
    ],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("gazet", GAZET)
def test_gazettes(gazet: str) -> None:
    teks = f"Undang-Undang Nomor 1 Tahun 2000 tentang Satu (dan Dua) {gazet};"
    read = parse(teks)
    assert [(one.jenis, one.tahun, one.nomor, one.tanggal) for one in read.lembaran] == GAZET[gazet]
    assert read.tentang == "Satu (dan Dua)"
    for one in read.lembaran:
        assert one.letak_nomor is None or teks[slice(*one.letak_nomor)] == one.nomor
        assert one.letak_tahun is None or teks[slice(*one.letak_tahun)] == str(one.tahun)


def test_every_part_knows_its_place() -> None:
    teks = f"  {PEMILU}, sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023;"
    read = parse(teks)
    for part in ("jenis", "nomor", "tentang", "frasa"):
        assert teks[slice(*getattr(read.letak, part))] == getattr(read, part)
    assert read.letak.tahun
    assert teks[slice(*read.letak.tahun)] == "2017"
    assert read.tln
    assert teks[slice(*read.tln.letak)].startswith("Tambahan Lembaran Negara")
    assert read.tln.letak_nomor
    assert teks[slice(*read.tln.letak_nomor)] == "6109"
    [changed] = read.perubahan
    assert teks[slice(*changed.letak.seluruh)] == changed.teks == "Undang-Undang Nomor 7 Tahun 2023"
    assert read.teks == teks
    assert read.letak.seluruh == (0, len(teks))


PERUBAHAN: dict[str, tuple[str, bool]] = {
    " sebagaimana telah diubah dengan ": ("sebagaimana telah diubah dengan", False),
    ", sebagaimana telah diubah dengan ": ("sebagaimana telah diubah dengan", False),
    ", sebagaimana telah beberapa kali diubah, terakhir dengan ": (
        "sebagaimana telah beberapa kali diubah, terakhir dengan", True,
    ),
    " sebagaimana telah beberapa kali diubah terakhir dengan ": (
        "sebagaimana telah beberapa kali diubah terakhir dengan", True,
    ),
    " sebagaimana beberapa kali diubah, terakhir ": ("sebagaimana beberapa kali diubah, terakhir", True),
    " sebagaimana telah diubah beberapa kali diubah terakhir\ndengan ": (
        "sebagaimana telah diubah beberapa kali diubah terakhir\ndengan", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("words", PERUBAHAN)
def test_how_an_amendment_is_introduced(words: str) -> None:
    read = parse(
        f"{PEMILU}{words}Undang-Undang Nomor 7 Tahun 2023 tentang Perubahan atas Undang-Undang Nomor 7 Tahun 2017;"
    )
    assert (read.frasa, read.beberapa_kali) == PERUBAHAN[words]
    [changed] = read.perubahan
    assert changed.kunci == "uu-7-2023"
    assert changed.mengubah is not None
    assert changed.mengubah.kunci == read.kunci


def test_two_amendments_and_one_within_another() -> None:
    both = parse(f"{PEMILU} sebagaimana telah diubah dengan UU 8 Tahun 2020 dan terakhir dengan UU 9 Tahun 2021;")
    assert [one.kunci for one in both.perubahan] == ["uu-8-2020", "uu-9-2021"]
    chain = parse(
        f"{PEMILU} sebagaimana telah diubah dengan UU 8 Tahun 2020 tentang A (Lembaran Negara Tahun 2020 Nomor 1) "
        "sebagaimana telah diubah dengan UU 9 Tahun 2021;"
    )
    [first] = chain.perubahan
    assert (first.kunci, [one.kunci for one in first.perubahan]) == ("uu-8-2020", ["uu-9-2021"])
    joined = parse(f"{PEMILU} jo. UU Nomor 8 Tahun 2020 tentang A Jo UU Nomor 9 Tahun 2021;")
    assert [one.kunci for one in joined.jo] == ["uu-8-2020", "uu-9-2021"]


def test_an_amendment_right_after_the_title() -> None:
    read = parse("UU Nomor 1 Tahun 2000 tentang A sebagaimana telah diganti dengan UU 1 Tahun 2021;")
    assert (read.tentang, [one.kunci for one in read.perubahan]) == ("A", ["uu-1-2021"])
    said = parse("UU Nomor 1 Tahun 2000 tentang A sebagaimana diatur dengan UU Nomor 1 Tahun 2021;")
    assert (said.perubahan, said.frasa) == ((), "")


def test_a_title_that_names_what_it_amends() -> None:
    base = f"Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang {TATA_KERJA}"
    read = parse(
        f"Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Kelima atas {base} "
        "(Berita Negara Republik Indonesia Tahun 2023 Nomor 377);"
    )
    assert (read.kunci, read.perubahan_ke, read.hubungan) == ("pkpu-12-2023", 5, "mengubah")
    assert read.mengubah
    assert (read.mengubah.teks, read.mengubah.tentang) == (base, TATA_KERJA)
    assert read.bn
    assert read.bn.nomor == "377"
    assert not read.mengubah.lembaran


@pytest.mark.parametrize(
    ("judul", "hubungan", "ke"),
    [
        ("Perubahan atas Undang-Undang Nomor 1 Tahun 2000 tentang A", "mengubah", 1),
        ("Perubahan Kelima Belas Atas Undang-Undang Nomor 1 Tahun 2000", "mengubah", 15),
        ("Pencabutan Undang-Undang Nomor 1 Tahun 2000 tentang A", "mencabut", None),
        ("Pelaksanaan Undang-Undang Nomor 1 Tahun 2000 tentang A", "melaksanakan", None),
        ("Tata Cara menurut Undang-Undang Nomor 1 Tahun 2000", "menyebut", None),
        ("Perubahan Iklim", "", None),
    ],
)
def test_what_a_title_says_about_the_rule_it_names(judul: str, hubungan: str, ke: int | None) -> None:
    read = parse(f"Peraturan Pemerintah Nomor 3 Tahun 2001 tentang {judul}")
    assert (read.hubungan, read.perubahan_ke) == (hubungan, ke)
    assert (read.disebut.kunci if read.disebut else "") == ("uu-1-2000" if hubungan else "")


def test_a_law_made_from_a_perppu() -> None:
    pilkada = "Pemilihan Gubernur, Bupati, dan Walikota"
    perppu = f"Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 tentang {pilkada}"
    made = f"Penetapan {perppu} Menjadi Undang-Undang"
    third = f"Perubahan Ketiga atas Undang-Undang Nomor 1 Tahun 2015 tentang {made}"
    read = parse(
        "Undang-Undang Nomor 6 Tahun 2020 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun "
        f"2020 tentang {third} Menjadi Undang-Undang (Lembaran Negara Republik Indonesia Tahun 2020 Nomor 193);"
    )
    assert read.menetapkan
    assert (read.menetapkan.kunci, read.menetapkan.tentang) == ("perppu-2-2020", third)
    assert read.mengubah
    assert (read.mengubah.kunci, read.mengubah.tentang) == ("uu-1-2015", made)
    inner = read.mengubah.menetapkan
    assert inner
    assert (inner.kunci, inner.tentang) == ("perppu-1-2014", pilkada)


def test_markup_is_part_of_the_text() -> None:
    read = parse("Peraturan Presiden Nomor 81 Tahun 2010 tentang *Grand Design* Reformasi Birokrasi 2010-2025;")
    assert read.tentang == "*Grand Design* Reformasi Birokrasi 2010-2025"


@pytest.mark.parametrize(
    "teks", ["", " ", ";", "bahwa", "Nomor 7 Tahun 2017", "Pasal 5 Undang-Undang Nomor 7 Tahun 2017"]
)
def test_what_does_not_begin_with_a_rule_stays_text(teks: str) -> None:
    read = parse(teks)
    assert (str(read), read.jenis, read.kunci, read.tingkat) == (teks, "", None, None)


# Running texts


def found(teks: str) -> list[str]:
    rules = temukan(teks)
    assert all(teks[slice(*one.letak.seluruh)] == one.teks for one in rules)
    return [one.teks for one in rules]


PPK = "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022 tentang Pembentukan dan Tata Kerja Badan Adhoc"
RUNNING: dict[str, list[str]] = {
    f"bahwa untuk melaksanakan Pasal 5 {PPK}, perlu menetapkan Keputusan KPU Kota X tentang Y;": [PPK],
    f"bahwa berdasarkan {PPK} dan Keputusan Komisi Pemilihan Umum Nomor 476 Tahun 2022 telah dibentuk PPK;": [
        PPK, "Keputusan Komisi Pemilihan Umum Nomor 476 Tahun 2022",
    ],
    f"bahwa dengan {PPK}, serta dalam rangka percepatan, perlu dibentuk Tim;": [PPK],
    f"bahwa {PPK} telah diubah;": [PPK],
    f"Keputusan ini dibuat. {PPK}. Tim bekerja.": [PPK],
    f"bahwa sesuai dengan {PEMILU} perlu dibentuk Tim;": [PEMILU],
    "Keputusan Komisi Pemilihan Umum Kota X Nomor 5 Tahun 2020 tentang Tim dicabut dan dinyatakan tidak berlaku.": [
        "Keputusan Komisi Pemilihan Umum Kota X Nomor 5 Tahun 2020 tentang Tim",
    ],
    "bahwa UU Nomor 7 Tahun 2017 sebagaimana telah diubah dengan UU Nomor 7 Tahun 2023 mengatur Pemilu;": [
        "UU Nomor 7 Tahun 2017 sebagaimana telah diubah dengan UU Nomor 7 Tahun 2023",
    ],
    "Keputusan ini, peraturan nomor 5 tahun 2020, UU 7 Tahun 2017, Peraturan Pemerintah tentang Disiplin": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("teks", RUNNING)
def test_rules_in_a_running_text(teks: str) -> None:
    assert found(teks) == RUNNING[teks]


def test_the_grounds_of_the_seed_decree() -> None:
    data = yaml.read((ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml").read_text(encoding="utf-8"))
    [rule] = temukan(data["menimbang"][0])
    assert (rule.kunci, rule.perubahan_ke) == ("permenpanrb-10-2019", 1)
    assert rule.mengubah
    assert rule.mengubah.kunci == "permenpanrb-52-2014"
    assert rule.mengubah.tentang.endswith("di Lingkungan Instansi Pemerintah")
    assert temukan(data["menimbang"][1]) == []


# Every text


def cited() -> list[str]:
    decrees = [kpu.load(file) for file in sorted(ROOT.glob("examples/*/keputusan.yaml"))]
    items = [item for decree in decrees for item in (*tercetak(decree), *tercetak(decree, "memperhatikan"))]
    return list(dict.fromkeys(item.teks for item in items))


@pytest.mark.parametrize("teks", cited())
def test_what_the_examples_cite_is_read(teks: str) -> None:
    read = parse(teks)
    assert str(read) == teks
    assert read.jenis
    assert read.nomor
    assert read.tahun
    assert read.tentang


PIECES = [
    *(
        "Undang-Undang",
        "Peraturan",
        "Peraturan Menteri",
        "Keputusan",
        "Komisi Pemilihan Umum",
        "Qanun",
        "Kota X",
        "Drt",
    ),
    *("Nomor", "7", "5/HK.03.1/3576/2022", "Tahun", "2017", "tentang", "Pemilihan Umum", "Perubahan Kedua atas", "..."),
    *("(Lembaran Negara", "Tahun 2017 Nomor 182", ", Tambahan Lembaran Negara", ")", "sebagaimana telah diubah dengan"),
    *(
        "Penetapan",
        "Menjadi Undang-Undang",
        "terakhir dengan",
        "jo.",
        "dan",
        ";",
        ".",
        ",",
        "*",
        "\n",
        "tanggal 5 Mei 2020",
    ),
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def parts_of(one: Peraturan) -> list[Peraturan]:
    inner = [*one.perubahan, *one.jo, *([one.disebut] if one.disebut else [])]
    return [one, *(part for each in inner for part in parts_of(each))]


@given(TEXTS)
def test_any_text_is_given_back(teks: str) -> None:
    assert str(parse(teks)) == teks
    for whole in (parse(teks), *temukan(teks)):
        for one in parts_of(whole):
            assert teks[slice(*one.letak.seluruh)] == one.teks
            assert one.letak.tentang is None or teks[slice(*one.letak.tentang)] == one.tentang
            assert one.letak.nomor is None or teks[slice(*one.letak.nomor)] == one.nomor
            assert one.kunci is None or one.tahun is not None
            assert len(one.urutan) == 4


def test_a_long_chain_is_read_as_deep_as_it_is_allowed() -> None:
    for words in ("tentang Perubahan atas", "sebagaimana telah diubah dengan"):
        teks = f"Undang-Undang Nomor 1 Tahun 2000 {words} " * 2000
        assert str(parse(teks)) == teks
        assert len(parts_of(parse(teks))) < 20


def test_a_citation_cannot_be_changed_and_equal_texts_are_equal() -> None:
    assert kpu.peraturan.parse(PEMILU) == parse(PEMILU)
    assert len({parse(PEMILU), parse(PEMILU)}) == 1
    with pytest.raises(FrozenInstanceError):
        parse(PEMILU).nomor = "8"  # type: ignore[misc]  # refused at run time as well
