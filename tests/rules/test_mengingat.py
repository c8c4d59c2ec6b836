"""Items of Mengingat: what is found in them, what looks odd and is right; what the register prints is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.peraturan import Register, sitiran
from kpu_docs.rules import Remark, rules
from kpu_docs.texts import text_at
from tests.building import decree

SEED = Path(__file__).parents[2] / "examples" / "mojokerto_2022" / "keputusan.yaml"
REGISTER = Register()
DOUBTS = {"kutipan_belum_pasti", "kutipan_dari_register"}

UU43 = REGISTER["uu-43-2009"].kutipan
UU12 = REGISTER["uu-12-2011"].kutipan
UU15 = REGISTER["uu-15-2019"].kutipan
UU13 = REGISTER["uu-13-2022"].kutipan
UU7 = REGISTER["uu-7-2017"].kutipan
PKPU8 = REGISTER["pkpu-8-2019"].kutipan
PKPU14 = REGISTER["pkpu-14-2020"].kutipan
PERDA = "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Kearsipan"
PERMEN = "Peraturan Menteri Dalam Negeri Nomor 4 Tahun 2021 tentang Contoh"
KPT = "Keputusan Komisi Pemilihan Umum Nomor 9 Tahun 2021 tentang Contoh"
UMUM = "Komisi Pemilihan Umum"


def found(keputusan: kpu.Keputusan) -> list[tuple[str, Remark]]:
    form = tata_naskah.of(keputusan)
    asked = [rule for rule in rules().values() if rule.bagian.startswith("mengingat")]
    return [(rule.name, remark) for rule in asked for remark in rule.check(keputusan, form)]


def dated(pada: str | None, *items: str, **changes: object) -> kpu.Keputusan:
    texts = [text if text.endswith(";") or text in REGISTER else f"{text};" for text in items]
    return decree(mengingat=texts, ditetapkan={"di": "Mojokerto", "pada": pada}, **changes)


@pytest.mark.parametrize(
    ("item", "rule", "written", "expected"),
    [
        (UU7.replace("6109", "169"), "lembaran_salah", "169", "6109"),
        (UU7.replace("6109", "06109"), None, "", None),
        (UU7.replace("182,", "101,"), "lembaran_salah", "101", "182"),
        (UU43.replace("(Lembaran Negara Republik Indonesia", "(LNRI"), "lembaran_tidak_baku", "LNRI", None),
        (UU43.replace("Nomor 152", "No. 152"), "lembaran_tidak_baku", "No.", "Nomor"),
        (UU43.replace("Nomor 43", "43"), "kata_kutipan_hilang", "43", "Nomor 43"),
        (UU43.replace("tentang ", ""), "kata_kutipan_hilang", "", "tentang "),
        (UU43.replace("tentang", "Tentang"), "ejaan_kutipan", "Tentang", "tentang"),
        (UU43.replace("Nomor 43 Tahun 2009", "Nomor 43 Tahun 2019"), "nomor_peraturan_salah", "2019", "2009"),
        (UU43.replace("Nomor 43", "Nomor 34"), "nomor_peraturan_salah", "34", "43"),
        ("Undang-Undang Nomor 43 Tahun 2019 tentang Kearsipan", "nomor_peraturan_meragukan", "2019", "2009"),
        (PKPU14.replace(UMUM, "Komisi Pemilihan", 1), "jenis_salah_tulis", "Peraturan Komisi Pemilihan", None),
        (PKPU14.replace(UMUM, "Komisi Pemilhan Umum", 1), "jenis_salah_tulis", "Peraturan Komisi Pemilhan Umum", None),
        (f"Surat {KPT}", "jenis_salah_tulis", "Surat Keputusan", "Keputusan"),
        (UU43.replace("Kearsipan", "Karsipan"), "judul_peraturan_berbeda", "Karsipan", None),
        (f"{UU12} sebagaimana diubah dengan {UU15}", "frasa_perubahan", "sebagaimana diubah dengan", None),
        (
            f"{PKPU8} sebagaimana telah diubah dengan {REGISTER['pkpu-4-2021'].kutipan}",
            "frasa_perubahan",
            "sebagaimana telah diubah dengan",
            "sebagaimana telah beberapa kali diubah, terakhir dengan",
        ),
        (f"{KPT.replace('2021', '2022')}", "dasar_belum_ada", KPT.replace("2021", "2022") + ";", None),
    ],
)
def test_what_is_found(item: str, rule: str | None, written: str, expected: str | None) -> None:
    keputusan = dated("2021-12-20", item)
    remarks = found(keputusan)
    assert [name for name, _ in remarks] == ([rule] if rule else [])
    for _, one in remarks:
        text = text_at(keputusan, one.path)
        assert (text[slice(*one.span)] if one.span else text) == written
        assert expected in (None, one.expected)


@pytest.mark.parametrize(
    ("pada", "expected"),
    [
        ("2019-10-01", []),
        ("2019-10-04", ["perubahan_tidak_disebut"]),
        ("2024-02-05", ["perubahan_tidak_disebut"]),
        (None, ["perubahan_mungkin_tidak_disebut"]),
    ],
)
def test_an_amendment_is_asked_for_from_the_day_it_is_promulgated(pada: str | None, expected: list[str]) -> None:
    assert [name for name, _ in found(dated(pada, UU12))] == expected


def test_what_is_to_be_added_is_the_whole_citation() -> None:
    [(_, remark)] = found(dated("2021-12-20", UU12))
    assert remark.span == (len(UU12), len(UU12))
    assert remark.expected == f" sebagaimana telah diubah dengan {UU15}"
    [(_, remark)] = found(dated("2024-02-05", f"{UU12} sebagaimana telah diubah dengan {UU15}"))
    assert remark.span == (len(UU12) + 1, len(f"{UU12} sebagaimana telah diubah dengan {UU15}"))
    assert remark.expected == f"sebagaimana telah beberapa kali diubah, terakhir dengan {UU13}"


@pytest.mark.parametrize(
    ("pada", "item", "expected"),
    [
        ("2022-06-15", f"{UU12} sebagaimana telah beberapa kali diubah, terakhir dengan {UU13}", "dasar_belum_ada"),
        ("2022-06-16", f"{UU12} sebagaimana telah beberapa kali diubah, terakhir dengan {UU13}", ""),
        ("2020-10-30", PKPU14, ""),
        ("2020-09-22", PKPU14, "dasar_mungkin_belum_ada"),
        ("2019-09-22", PKPU14, "dasar_belum_ada"),
        ("2023-10-30", REGISTER["uu-5-2014"].kutipan, ""),
        ("2023-10-31", REGISTER["uu-5-2014"].kutipan, "dasar_dicabut"),
    ],
)
def test_a_rule_is_there_on_the_day(pada: str, item: str, expected: str) -> None:
    assert "".join(name for name, _ in found(dated(pada, item))) == expected


@pytest.mark.parametrize(
    "items",
    [
        (UU43, PKPU14, PERMEN, PERDA),
        (UU43, PERDA, PERMEN, PKPU14, KPT),
        (UU43, PERMEN.replace("2021", "2018"), PKPU14, KPT, PERDA),
        (
            "Undang-Undang Nomor 99 Tahun 2003 tentang Pembentukan Kabupaten Contoh",
            "Undang-Undang Nomor 2 Tahun 1990 tentang Contoh",
        ),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", UU43, "Berita Acara Nomor 3 Tahun 2001", KPT),
        (
            "Peraturan Presiden Nomor 9 Tahun 2020 tentang Contoh",
            "Keputusan Presiden Nomor 8 Tahun 2000 tentang Contoh",
        ),
    ],
)
def test_an_order_that_is_right(items: tuple[str, ...]) -> None:
    assert found(dated("2021-12-20", *items)) == []


@pytest.mark.parametrize(
    ("items", "places"),
    [
        ((PKPU14, UU43), [1]),
        ((UU43, KPT, PKPU14), [2]),
        ((PKPU14, PERMEN.replace("2021", "2018")), [1]),
        ((UU43, PERDA, "Peraturan Pemerintah Nomor 9 Tahun 2020 tentang Contoh"), [2]),
        (
            (PKPU14, KPT, PKPU14.replace("Nomor 14", "Nomor 13").partition(" tentang")[0] + " tentang Contoh", UU43),
            [2, 3],
        ),
    ],
)
def test_an_order_that_is_wrong_is_one_finding(items: tuple[str, ...], places: list[int]) -> None:
    [(name, remark)] = found(dated("2021-12-20", *items))
    assert name == "urutan_mengingat"
    assert [path[1] for path in (remark.path, *remark.also)] == places


def test_days_order_what_is_of_one_year_and_of_different_kinds() -> None:
    keys = ("uu-23-2014", "perppu-1-2014", "uu-30-2014")
    assert "urutan_mengingat" not in dict(found(dated("2014-12-20", *keys)))
    assert "urutan_mengingat" in dict(found(dated("2014-12-20", keys[1], keys[0], keys[2])))


@pytest.mark.parametrize(
    ("pada", "items", "expected"),
    [
        ("2025-02-05", [sitiran("uu-11-2008", date(2023, 1, 1)).teks], ["perubahan_mungkin_tidak_disebut"]),
        ("2024-02-05", [REGISTER["perppu-1-2022"].kutipan], ["pengubah_sendiri"]),
        ("2017-08-15", [UU7], ["dasar_mungkin_belum_ada"]),
        (
            "2025-02-05",
            ["Undang-Undang Nomor 34 Tahun 2010 tentang Kearsipan (Lembaran Negara Tahun 2010 Nomor 152)"],
            [],
        ),
        (
            "2025-02-05",
            [
                "Peraturan Komisi Pemilihan Umum Nomor 7 Tahun 2019 tentang Penyusunan Daftar Pemilih dalam "
                "Penyelenggaraan"
            ],
            [],
        ),
        ("2024-02-05", [REGISTER["uu-12-1956"].kutipan.replace("Sumatera Tengah", "Sumatra Tengah")], []),
        ("2022-02-05", [REGISTER["permenpanrb-26-2020"].kutipan + " di Lingkungan Instansi Pemerintah"], []),
        (
            "2022-02-05",
            [
                "Peraturan Pemerintah Nomor 143 Tahun 2000 tentang Pelaksanaan Undang-Undang Nomor 8 Tahun 1983 "
                "tentang Pajak Pertambahan Nilai sebagaimana telah beberapa kali diubah terakhir dengan "
                "Undang-Undang Nomor 18 Tahun 2000 (Lembaran Negara Republik Indonesia Tahun 2000 Nomor 259, Tambahan "
                "Lembaran Negara Republik Indonesia Nomor 4061)"
            ],
            [],
        ),
    ],
)
def test_what_is_not_certain(pada: str, items: list[str], expected: list[str]) -> None:
    names = {name for name, _ in found(dated(pada, *items))} - {"lembaran_tidak_baku"}
    assert sorted(names) == expected


def test_a_citation_in_doubt_is_not_offered() -> None:
    remarks = dict(found(dated("2020-02-05", REGISTER["permenpanrb-10-2019"].kutipan)))
    assert remarks["pengubah_sendiri"].expected is None
    remarks = dict(found(dated("2022-01-26", REGISTER["pkpu-8-2021"].kutipan)))
    assert remarks["pengubah_sendiri"].expected == sitiran("pkpu-2-2021", date(2022, 1, 26)).teks + ";"


def test_whose_gazette_it_is() -> None:
    [(_, remark)] = found(dated("2018-02-05", UU12.replace("5234", "5246")))
    assert remark.message.endswith("lain di register, menurut 24 naskah; itu milik Undang-Undang Nomor 15 Tahun 2011")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tim bekerja menurut Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan agar arsip tertata.",
        "Tim bekerja menurut Undang-Undang Nomor 23 Tahun 2000 tentang Pembentukan Provinsi Banten.",
        "Tim bekerja menurut Undang-Undang Nomor 43 Tahun 2009 dan Undang-Undang Nomor 9 Tahun 2009.",
    ],
)
def test_a_sentence_names_a_rule_as_mengingat_does(sentence: str) -> None:
    assert found(dated("2019-02-05", REGISTER["uu-23-2000"].kutipan, UU43, diktum=[sentence])) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Jadwal Pemilihan Umum dan Pemilihan Bupati", False),
        ("Jadwal Komisi Pemilihan Umum", False),
        ("Jadwal Pemilihan Umum Tahun 2024", True),
    ],
)
def test_the_law_of_the_other_election(title: str, expected: bool) -> None:
    names = dict(found(dated("2024-02-05", "uu-1-2015", "uu-7-2017", tentang=title)))
    assert ("undang_undang_pemilihan" in names) == expected


MOST_CITED = (
    "uu-28-1999", "uu-17-2003", "uu-1-2004", "uu-14-2008", "uu-25-2009", "uu-43-2009", "uu-12-2011", "uu-23-2014",
    "uu-30-2014", "uu-1-2015", "uu-7-2017", "pp-28-2012", "pp-45-2013", "perpres-95-2018", "perpres-16-2018",
    "permenpanrb-25-2020", "pkpu-8-2019", "pkpu-14-2020", "pkpu-2-2021", "kpt-kpu-1442-2019", "kpt-kpu-57-2022",
)  # fmt: skip


@pytest.mark.parametrize("pada", ["2019-05-06", "2021-12-20", "2022-06-20", "2024-02-05", "2026-01-19", None])
def test_what_is_cited_by_key_is_doubted_only_by_the_register(pada: str | None) -> None:
    year = int(pada[:4]) if pada else 2026
    keys = [kunci for kunci in MOST_CITED if int(kunci[-4:]) < year]
    assert len(keys) > 14
    names = [name for name, _ in found(dated(pada, *reversed(keys), urutkan="ya"))]
    assert set(names) <= DOUBTS
    assert len(names) <= 7, "one finding for each kind of doubt"


def test_rules_with_the_same_doubt_are_told_together() -> None:
    [(_, remark)] = found(dated("2026-01-19", "uu-43-2009", "uu-14-2008", urutkan="ya"))
    names = "Undang-Undang Nomor 14 Tahun 2008, Undang-Undang Nomor 43 Tahun 2009"
    assert remark.message.startswith(f"{names}: keadaannya dikenal sampai 22 Desember 2025")
    assert [path[1] for path in (remark.path, *remark.also)] == [0, 1]


def test_what_the_register_prints_is_right_when_it_is_written_out() -> None:
    day = date(2024, 2, 5)
    told: dict[str, set[str]] = {}
    for kunci in REGISTER:
        if (REGISTER[kunci].peraturan.tahun or 0) < day.year:
            for name, _ in found(dated(day.isoformat(), sitiran(kunci, day, REGISTER).teks)):
                told.setdefault(name, set()).add(kunci)
    assert all(REGISTER[kunci].peraturan.mengubah for kunci in told.pop("pengubah_sendiri"))
    assert told.pop("dasar_dicabut") == {"uu-5-2014"}
    assert told.pop("perubahan_mungkin_tidak_disebut") == {"uu-23-2014", "uu-30-2014", "permenpanrb-25-2020"}
    replaced = told.pop("dasar_mungkin_dicabut")
    assert all(REGISTER[kunci].dicabut_dengan or kunci.startswith("perppu") for kunci in replaced - {"uu-11-2020"})
    assert told == {}


def test_the_seed() -> None:
    said = [(name, one.path[1]) for name, one in found(kpu.load(SEED))]
    assert sorted(said) == [
        ("dasar_mungkin_dicabut", 3),
        ("dasar_mungkin_dicabut", 4),
        ("judul_pengubah_tidak_disebut", 6),
        ("judul_peraturan_berbeda", 0),
        ("kutipan_berbeda", 0),
        ("nomor_peraturan_meragukan", 3),
        ("pengubah_sendiri", 4),
        ("pengubah_sendiri", 8),
        ("perubahan_tidak_disebut", 1),
    ]


def test_an_office_is_believed() -> None:
    own = {"uu-43-2009": {"kutipan": UU43.replace("5071", "9999")}}
    [(name, remark)] = found(dated("2021-12-20", UU43, peraturan=own))
    assert (name, remark.expected) == ("lembaran_salah", "9999")


PIECES = (
    UU7, UU12, PKPU8, KPT, "uu-7-2017", "Undang-Undang", "Nomor ", "Tahun 2019 ", "tentang ", "Kearsipan ", "No. 7 ",
    " sebagaimana telah diubah dengan ", " beberapa kali ", "(Lembaran Negara ", "TLN Nomor 0 ", "Tambahan ", ")", ";",
    "Perubahan Kedua atas ", "Penetapan ", "Menjadi Undang-Undang ", "jo. ", "1. ", "Peraturan Komisi Pemilihan ",
    "Kpts/", "İ", "*",
)  # fmt: skip
odd = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(odd, min_size=1, max_size=4), odd)
def test_rules_never_stop(items: list[str], text: str) -> None:
    try:
        keputusan = decree(mengingat=items, menimbang=[text], diktum=[text], tentang=text)
    except ValueError:
        return
    for name, one in found(keputusan):
        start, end = one.span or (0, 0)
        assert 0 <= start <= end <= len(text_at(keputusan, one.path)), (name, one)
