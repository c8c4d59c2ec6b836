"""A rule cited as it stood on a day, and what is said to be doubtful about it."""

from __future__ import annotations

from datetime import date

import pytest

from kpu_docs.bahasa import tanggal
from kpu_docs.peraturan import Register, parse, sitiran
from tests.peraturan.test_register import milik

KPU = "Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota"
TATA_KERJA = f"Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja {KPU}"
PEMILU = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"
LN, TLN = "Lembaran Negara Republik Indonesia", "Tambahan Lembaran Negara Republik Indonesia"
LN_PEMILU = f"({LN} Tahun 2017 Nomor 182, {TLN} Nomor 6109)"
PERPPU = f"Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang Perubahan atas {PEMILU}"


def hari(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def ragu(kunci: str, text: str, register: Register | None = None) -> list[tuple[str, str]]:
    return [(one.jenis, one.kunci) for one in sitiran(kunci, hari(text), register).keraguan]


# Citations as printed in texts of KPU: Keputusan KPU 35/2022 (January 2022), a decree of KPU Kabupaten Flores Timur
# (January 2023), PKPU 21/2023. They differ from one another only in commas around the formula.
PRINTED = {
    ("uu-12-2011", "2022-01-31"): (
        "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan "
        f"({LN} Tahun 2011 Nomor 82, {TLN} Nomor 5234) sebagaimana telah diubah dengan "
        "Undang-Undang Nomor 15 Tahun 2019 tentang Perubahan atas Undang-Undang Nomor 12 Tahun 2011 tentang "
        f"Pembentukan Peraturan Perundang-undangan ({LN} Tahun 2019 Nomor 183, {TLN} Nomor 6398)"
    ),
    ("pkpu-8-2019", "2022-01-31"): (
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, "
        "terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2021 tentang Perubahan Ketiga atas "
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2021 Nomor 786)"
    ),
    ("uu-7-2017", "2023-01-20"): (
        f"{PEMILU} {LN_PEMILU} sebagaimana telah diubah dengan {PERPPU} (Lembaran Negara Republik Indonesia Tahun 2022 "
        "Nomor 224, Tambahan Lembaran Negara Republik Indonesia Nomor 6832)"
    ),
    ("pkpu-8-2019", "2023-01-20"): (
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, "
        "terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 5 Tahun 2022 tentang Perubahan Keempat atas "
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2022 Nomor 984)"
    ),
    ("uu-7-2017", "2024-02-01"): (
        f"{PEMILU} {LN_PEMILU} sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023 tentang Penetapan "
        f"{PERPPU} Menjadi Undang-Undang ({LN} Tahun 2023 Nomor 54, {TLN} Nomor 6863)"
    ),
    ("pkpu-8-2019", "2024-02-01"): (
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, "
        "terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Kelima atas "
        f"{TATA_KERJA} (Berita Negara Republik Indonesia Tahun 2023 Nomor 377)"
    ),
    ("uu-7-2017", "2021-11-15"): f"{PEMILU} {LN_PEMILU}",
    ("uu-43-2009", ""): (
        "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, "
        "Tambahan Lembaran Negara Republik Indonesia Nomor 5071)"
    ),
}


@pytest.mark.parametrize(("kunci", "pada"), PRINTED)
def test_the_citation_is_the_one_that_kpu_prints(kunci: str, pada: str) -> None:
    assert sitiran(kunci, hari(pada)).teks == PRINTED[kunci, pada]


LAST = [
    # rule, day of the decree, rule that is named as the last amendment, whether there were several
    ("uu-7-2017", "2022-12-11", None, False),
    ("uu-7-2017", "2022-12-12", "perppu-1-2022", False),
    ("uu-7-2017", "2023-05-03", "perppu-1-2022", False),
    ("uu-7-2017", "2023-05-04", "uu-7-2023", False),
    ("uu-7-2017", "", "uu-7-2023", False),
    ("uu-12-2011", "2019-10-03", None, False),
    ("uu-12-2011", "2019-10-04", "uu-15-2019", False),
    ("uu-12-2011", "2022-06-16", "uu-13-2022", True),
    ("uu-1-2015", "2015-03-18", "uu-8-2015", False),
    ("uu-1-2015", "2016-07-01", "uu-10-2016", True),
    ("uu-1-2015", "2020-06-01", "perppu-2-2020", True),
    ("uu-1-2015", "2020-11-01", "uu-6-2020", True),
    ("uu-23-2014", "2015-02-01", "perppu-2-2014", False),
    ("uu-23-2014", "2015-02-02", "uu-2-2015", False),
    ("uu-23-2014", "2015-03-18", "uu-9-2015", True),
    ("uu-23-2014", "2021-01-01", "uu-11-2020", True),
    ("uu-32-2004", "2006-01-01", "uu-8-2005", False),
    ("uu-32-2004", "2009-01-01", "uu-12-2008", True),
    ("pkpu-2-2021", "2022-01-26", "pkpu-8-2021", False),
    ("pp-11-2017", "2020-05-11", "pp-17-2020", False),
]


@pytest.mark.parametrize(("kunci", "pada", "last", "several"), LAST)
def test_the_last_amendment_by_that_day(kunci: str, pada: str, last: str | None, several: bool) -> None:
    cited = sitiran(kunci, hari(pada))
    assert cited.kunci == ((kunci, last) if last else (kunci,))
    assert ("sebagaimana telah beberapa kali diubah, terakhir dengan" in cited.teks) is several
    assert ("sebagaimana telah diubah dengan" in cited.teks) is (last is not None and not several)


def test_what_is_certain_is_not_doubted() -> None:
    assert ragu("uu-12-2011", "2022-01-26") == []
    assert ragu("pkpu-8-2019", "2021-12-31") == []
    assert ragu("uu-7-2017", "2021-11-15") == []
    assert ragu("uu-43-2009", "2022-01-26") == []


# Between 8 July (a neighbour in the gazette) and 31 December 2021; the year alone; the day of signing alone.
UNDECIDED = [
    ("pkpu-8-2019", "2021-07-07", "pkpu-21-2020", []),
    ("pkpu-8-2019", "2021-07-08", "pkpu-21-2020", ["pkpu-4-2021"]),
    ("pkpu-8-2019", "2021-11-15", "pkpu-4-2021", ["pkpu-4-2021"]),
    ("pkpu-8-2019", "2021-12-31", "pkpu-4-2021", []),
    ("pkpu-8-2019", "2022-03-01", "pkpu-4-2021", ["pkpu-5-2022"]),
    ("pkpu-8-2019", "2022-11-01", "pkpu-5-2022", ["pkpu-5-2022"]),
    ("pkpu-8-2019", "2023-05-08", "pkpu-5-2022", []),
    ("pkpu-8-2019", "2023-05-09", "pkpu-12-2023", []),
    ("uu-7-2017", "2023-05-04", "uu-7-2023", ["uu-7-2023"]),
    ("uu-7-2017", "2024-01-01", "uu-7-2023", []),
    ("uu-1-2015", "2020-04-01", "uu-10-2016", ["perppu-2-2020"]),  # press only
    ("pkpu-14-2020", "2023-03-01", None, ["pkpu-3-2023", "pkpu-21-2023"]),
    ("uu-1-2015", "2020-11-01", "uu-6-2020", []),  # what follows is certain, so is what came before
]


@pytest.mark.parametrize(("kunci", "pada", "last", "unsure"), UNDECIDED)
def test_what_the_known_days_do_not_decide_is_said(kunci: str, pada: str, last: str | None, unsure: list[str]) -> None:
    cited = sitiran(kunci, hari(pada))
    assert cited.kunci[1:] == ((last,) if last else ())
    assert [one.kunci for one in cited.keraguan if one.jenis == "tanggal"] == unsure


def test_days_that_are_only_bracketed_are_not_printed() -> None:
    bracketed = [entri for kunci in Register() if (entri := Register()[kunci]).diundangkan_antara]
    assert len(bracketed) > 10
    for entri in bracketed:
        assert entri.diundangkan_antara is not None
        for pada in (*entri.diundangkan_antara, None):
            text = sitiran(entri.kunci, pada).teks
            assert not [day for day in entri.diundangkan_antara if tanggal(day) in text or day.isoformat() in text]


@pytest.mark.parametrize("pada", ["2008-01-01", "2015-06-30", "2020-07-15", "2023-08-01", ""])
def test_every_rule_can_be_cited_and_read_back(pada: str) -> None:
    for kunci in Register():
        cited = sitiran(kunci, hari(pada))
        read = parse(cited.teks + ";")
        assert (read.kunci or "-21-2020").endswith(kunci[kunci.index("-") :])
        named = [one for one in cited.kunci[1:] if one != "pkpu-21-2020"]
        assert [one.kunci for one in read.perubahan if one.kunci] == named
        assert all(one.pesan and not one.pesan.endswith((".", ";", ": ")) for one in cited.keraguan)


DOUBTS = {
    "a rule younger than the decree": ("uu-20-2023", "2020-01-01", ("belum_ada", "uu-20-2023")),
    "a gazette from memory": ("uu-20-2023", "2024-01-01", ("lembaran", "uu-20-2023")),
    "a gazette that was not read": ("pkpu-22-2023", "2025-06-01", ("lembaran", "pkpu-11-2024")),
    "one text": ("uu-7-2017", "2024-02-01", ("sumber", "uu-7-2023")),
    "two texts": ("perppu-1-2014", "2014-12-01", ("sumber", "perppu-1-2014")),
    "known from citing texts": ("uu-8-1974", "2022-01-26", ("dikutip", "uu-8-1974")),
    "two citing texts": ("uu-6-2011", "2022-01-26", ("dikutip", "uu-6-2011")),
    "a contested title": ("uu-28-1999", "2022-01-26", ("tentang", "uu-28-1999")),
    "a number from memory": ("pkpu-8-2019", "2021-03-01", ("nomor", "pkpu-21-2020")),
    "perhaps amended again": ("uu-23-2014", "2024-01-01", ("perubahan", "uu-23-2014")),
    "replaced": ("pkpu-17-2015", "2022-01-26", ("dicabut", "pkpu-17-2015")),
    "replaced, the clause not read": ("perpres-55-2012", "2022-01-26", ("dicabut", "perpres-55-2012")),
    "replaced, the day not read": ("permenpanrb-52-2014", "2022-01-26", ("dicabut", "permenpanrb-52-2014")),
    "perhaps replaced": ("uu-11-2020", "2024-01-01", ("dicabut", "uu-11-2020")),
    "a Perppu that is a law by now": ("perppu-1-2022", "2024-01-01", ("perppu", "perppu-1-2022")),
    "an amending rule alone": ("pkpu-8-2021", "2022-01-26", ("pengubah", "pkpu-8-2021")),
    "a decree younger than the register": ("uu-43-2009", "2026-01-05", ("pemeriksaan", "uu-43-2009")),
    "a decree without a day": ("uu-43-2009", "", ("tanpa_tanggal", "uu-43-2009")),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_doubts(case: str) -> None:
    kunci, pada, doubt = DOUBTS[case]
    assert doubt in ragu(kunci, pada)


NOT_YET = [
    ("uu-23-2014", "2021-01-01", "perubahan"),
    ("uu-11-2020", "2021-01-01", "dicabut"),
    ("uu-5-2014", "2023-10-30", "dicabut"),
    ("permenpanrb-52-2014", "2020-12-31", "dicabut"),
    ("pkpu-17-2015", "2021-07-07", "dicabut"),
    ("perppu-1-2022", "2023-01-01", "perppu"),
    ("uu-1-2015", "2024-01-01", "pengubah"),
    ("uu-43-2009", "2025-12-22", "pemeriksaan"),
]


@pytest.mark.parametrize(("kunci", "pada", "jenis"), NOT_YET)
def test_a_doubt_that_does_not_concern_that_day_is_not_raised(kunci: str, pada: str, jenis: str) -> None:
    assert jenis not in [kind for kind, _ in ragu(kunci, pada)]


def test_what_is_not_certain_is_not_printed() -> None:
    cited = sitiran("pkpu-8-2019", date(2021, 3, 1))
    assert (
        "terakhir dengan Peraturan Komisi Pemilihan Umum Nomor ... Tahun 2020 tentang Perubahan Kedua atas"
        in cited.teks
    )
    assert "21" not in cited.teks
    assert "Lembaran" not in sitiran("uu-20-2023", date(2024, 1, 1)).teks
    assert "122" not in sitiran("perpres-55-2012", date(2015, 1, 1)).teks


def test_messages_are_sentences_for_a_clerk() -> None:
    [newer, _] = sitiran("pp-53-2010", date(2022, 1, 26)).keraguan
    assert newer.pesan == (
        "Peraturan Pemerintah Nomor 53 Tahun 2010: dicabut dengan Peraturan Pemerintah Nomor 94 Tahun 2021 "
        "(kunci pp-94-2021); aturannya tentang hukuman disiplin sedang tetap berlaku"
    )
    [maybe] = [one for one in sitiran("permenpanrb-52-2014", date(2021, 3, 1)).keraguan if one.jenis == "dicabut"]
    assert ": mungkin sudah dicabut dengan Peraturan Menteri Pendayagunaan" in maybe.pesan
    assert maybe.pesan.endswith("diundangkan antara 1 Januari 2021 dan 31 Desember 2021, tanggalnya belum diketahui")
    [day] = [one for one in sitiran("pkpu-8-2019", date(2021, 11, 15)).keraguan if one.jenis == "tanggal"]
    assert day.pesan == (
        "Peraturan Komisi Pemilihan Umum Nomor 4 Tahun 2021: diundangkan antara 8 Juli 2021 dan 31 Desember 2021, "
        "tanggalnya belum diketahui; dicetak sebagai sudah berlaku, periksa"
    )


def test_an_office_that_knows_better_is_not_doubted() -> None:
    gazet = "(Berita Negara Republik Indonesia Tahun 2020 Nomor 1763)"
    known = Register()["pkpu-21-2020"].kutipan
    office = milik(pkpu_21_2020={"kutipan": f"{known} {gazet}", "diundangkan": "2020-12-28"})
    cited = sitiran("pkpu-8-2019", date(2021, 3, 1), office)
    assert cited.teks.endswith(f"terakhir dengan {known} {gazet}")
    assert cited.keraguan == ()
    assert ragu("pkpu-8-2019", "2020-12-27", office) == [("tanggal", "pkpu-3-2020"), ("lembaran", "pkpu-3-2020")]
    checked = milik(uu_43_2009={"diperiksa": "2026-02-01"})
    assert ragu("uu-43-2009", "2026-01-05", checked) == []
    assert ragu("uu-43-2009", "2026-03-05", checked) == [("pemeriksaan", "uu-43-2009")]


def test_an_office_adds_the_newest_amendment() -> None:
    new = f"Peraturan Komisi Pemilihan Umum Nomor 3 Tahun 2026 tentang Perubahan Keenam atas {TATA_KERJA}"
    office = milik(pkpu_3_2026={"kutipan": new, "diundangkan": date(2026, 2, 2)})
    assert sitiran("pkpu-8-2019", date(2026, 2, 1), office).kunci[1:] == ("pkpu-12-2023",)
    assert sitiran("pkpu-8-2019", date(2026, 2, 2), office).teks.endswith(f"terakhir dengan {new}")


def test_a_second_amendment_says_that_there_was_a_first() -> None:
    base = "Peraturan Daerah Kota X Nomor 1 Tahun 2020 tentang A"
    second = f"Peraturan Daerah Kota X Nomor 2 Tahun 2022 tentang Perubahan Kedua atas {base}"
    office = milik(perda_kota_x_1_2020={"kutipan": base}, perda_kota_x_2_2022={"kutipan": second})
    cited = sitiran("perda-kota-x-1-2020", date(2023, 1, 1), office)
    assert cited.teks == f"{base} sebagaimana telah beberapa kali diubah, terakhir dengan {second}"


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(KeyError):
        sitiran("uu-1-2099", None)
