"""The register: its entries, what amends what, an office's own entries over it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from kpu_docs.kantor import PeraturanKantor
from kpu_docs.peraturan import Register


def milik(**entries: dict[str, Any]) -> Register:
    """A register with the rules of an office; in its keys _ stands for -."""
    return Register({key.replace("_", "-"): PeraturanKantor(**fields) for key, fields in entries.items()})


def test_an_entry_has_what_was_read() -> None:
    uu = Register()["uu-7-2023"]
    assert uu.peraturan.tln is not None
    assert (uu.peraturan.tln.nomor, uu.ditetapkan, uu.diundangkan) == ("6863", date(2023, 5, 4), None)
    assert (uu.mengubah, uu.menetapkan, uu.keyakinan, uu.naskah) == (("uu-7-2017",), "perppu-1-2022", "sedang", 1)
    assert uu.sebutan == "Undang-Undang Nomor 7 Tahun 2023"
    bracket = Register()["uu-6-2020"]
    assert bracket.diundangkan_antara == (date(2020, 5, 11), date(2020, 10, 12))


def test_a_law_known_from_citing_texts() -> None:
    uu = Register()["uu-8-1974"]
    assert uu.kutipan == (
        "Undang-Undang Nomor 8 Tahun 1974 tentang Pokok-pokok Kepegawaian "
        "(Lembaran Negara Republik Indonesia Tahun 1974 Nomor 55, "
        "Tambahan Lembaran Negara Republik Indonesia Nomor 3041)"
    )
    assert (uu.asal, uu.naskah, uu.naskah_lain, uu.hari) == ("dikutip", 215, 9, None)
    assert Register()["uu-61-1958"].belum_pasti[0].apa == "lembaran"
    assert "(Berita Negara Republik Indonesia Tahun 1950 Nomor 41)" in Register()["uu-12-1950"].kutipan


def test_what_is_not_there() -> None:
    assert Register().get("uu-1-2099") is None
    with pytest.raises(KeyError):
        Register()["uu-1-2099"]


@pytest.mark.parametrize(
    ("kunci", "pengubah"),
    [
        ("uu-7-2017", ["perppu-1-2022", "uu-7-2023"]),
        ("pkpu-8-2019", ["pkpu-3-2020", "pkpu-21-2020", "pkpu-4-2021", "pkpu-5-2022", "pkpu-12-2023"]),
        ("uu-1-2015", ["uu-8-2015", "uu-10-2016", "perppu-2-2020", "uu-6-2020"]),
        ("uu-23-2014", ["perppu-2-2014", "uu-2-2015", "uu-9-2015", "uu-11-2020"]),
        ("uu-32-2004", ["uu-8-2005", "uu-12-2008"]),
        ("uu-43-2009", []),
    ],
)
def test_what_amends_a_rule_in_order(kunci: str, pengubah: list[str]) -> None:
    assert [entri.kunci for entri in Register().pengubah(kunci)] == pengubah


def test_the_law_made_from_a_perppu() -> None:
    law = Register().undang_undang("perppu-1-2022")
    assert law is not None
    assert law.kunci == "uu-7-2023"
    assert Register().undang_undang("uu-7-2017") is None


def test_search_by_words() -> None:
    assert [entri.kunci for entri in Register().cari("KEARSIPAN", "undang-undang")] == [
        "uu-43-2009",
        "pp-28-2012",
        "uu-7-1971",
    ]
    assert [entri.kunci for entri in Register().cari("pkpu-8-2019")] == ["pkpu-8-2019"]
    assert Register().cari("kearsipan", "pemilu") == []


def test_an_office_adds_a_rule_that_amends_another() -> None:
    title = "tentang Perubahan Keenam atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja"
    office = milik(pkpu_3_2026={"kutipan": f"Peraturan Komisi Pemilihan Umum Nomor 3 Tahun 2026 {title};"})
    new = office["pkpu-3-2026"]
    assert (new.kutipan[-10:], new.mengubah, new.asal, new.naskah) == ("Tata Kerja", ("pkpu-8-2019",), "kantor", None)
    assert [entri.kunci for entri in office.pengubah("pkpu-8-2019")][-2:] == ["pkpu-12-2023", "pkpu-3-2026"]
    assert "pkpu-3-2026" in list(office)
    assert Register().get("pkpu-3-2026") is None


def test_an_office_corrects_an_entry_and_what_it_says_is_not_doubted() -> None:
    before = Register()["pkpu-3-2020"]
    assert [one.apa for one in before.belum_pasti] == ["lembaran"]
    gazet = "(Berita Negara Republik Indonesia Tahun 2020 Nomor 9999)"
    after = milik(pkpu_3_2020={"kutipan": f"{before.kutipan} {gazet}", "diundangkan": "2020-03-02"})["pkpu-3-2020"]
    assert (after.belum_pasti, after.naskah, after.diundangkan) == ((), None, date(2020, 3, 2))
    assert (after.mengubah, after.sumber) == (before.mengubah, before.sumber)
    only_day = milik(pkpu_21_2020={"diundangkan": "2020-12-01"})["pkpu-21-2020"]
    assert {one.apa for one in only_day.belum_pasti} == {"nomor", "tentang", "lembaran"}
    checked = milik(uu_23_2014={"diperiksa": "2026-01-01"})["uu-23-2014"]
    assert (checked.belum_pasti, checked.diperiksa) == ((), date(2026, 1, 1))
    replaced = milik(uu_11_2020={"dicabut_dengan": "uu-7-2017"})["uu-11-2020"]
    assert (replaced.belum_pasti, replaced.mengubah) == ((), ("uu-23-2014", "uu-30-2014"))


def test_nothing_is_read_before_it_is_asked_for() -> None:
    program = (
        "import sys, kpu_docs as kpu, kpu_docs.model\n"
        "assert 'kpu_docs.peraturan' not in sys.modules\n"
        "kpu.peraturan.parse('UU Nomor 7 Tahun 2017')\n"
        "assert 'pydantic' in sys.modules and 'kpu_docs.peraturan.register' not in sys.modules\n"
        "kpu.peraturan.Register()\n"
        "from kpu_docs.peraturan import register\n"
        "assert register._tabel.cache_info().currsize == register._dikutip.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
