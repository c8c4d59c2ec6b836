"""Checks `kpu_docs/data/peraturan.toml` and `peraturan_dikutip.csv`: every citation is what its key says it is."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kpu_docs.peraturan import Register, parse

DATA = Path(__file__).parents[2] / "kpu_docs" / "data"
TABEL: dict[str, Any] = tomllib.loads((DATA / "peraturan.toml").read_text(encoding="utf-8"))
DIBACA = {key: fields for key, fields in TABEL.items() if isinstance(fields, dict)}
DIKUTIP = list(csv.DictReader((DATA / "peraturan_dikutip.csv").read_text(encoding="utf-8").splitlines()))
REGISTER = Register()
SEMUA = [REGISTER[kunci] for kunci in REGISTER]

# As printed in KPU decrees, agreeing in two or more of them where no mark says otherwise.
LEMBARAN = {
    **{"uu-7-2017": ("182", "6109"), "uu-12-2011": ("82", "5234"), "uu-15-2019": ("183", "6398")},
    **{"uu-15-2011": ("101", "5246"), "uu-1-2015": ("23", "5656"), "uu-6-2020": ("193", "6547")},
    **{"uu-23-2014": ("244", "5587"), "uu-9-2015": ("58", "5679"), "uu-21-2001": ("135", "4151")},
    **{"uu-2-2008": ("2", "4801"), "uu-2-2011": ("8", "5189"), "uu-13-2022": ("143", "6801")},
    **{"uu-43-2009": ("152", "5071"), "pp-28-2012": ("53", "5286"), "uu-7-2023": ("54", "6863")},
    **{"pkpu-8-2019": ("320", ""), "pkpu-4-2021": ("786", ""), "pkpu-14-2020": ("1236", "")},
    **{"pkpu-5-2022": ("984", ""), "pkpu-12-2023": ("377", ""), "pkpu-2-2021": ("784", "")},
    **{"pkpu-8-2021": ("1505", ""), "pkpu-17-2015": ("1911", ""), "pkpu-8-2022": ("1116", "")},
}


def test_how_many_there_are() -> None:
    assert (len(DIBACA), len(DIKUTIP)) == (107, 726)
    assert len({one.kunci for one in SEMUA}) == len(SEMUA) == 107 + 726
    assert TABEL["diperiksa_sampai"] == date(2025, 12, 22)


def test_every_citation_reads_as_its_key_says_and_is_given_back() -> None:
    for entri in SEMUA:
        read = parse(entri.kutipan)
        assert (str(read), read.kunci) == (entri.kutipan, entri.kunci)
        title, _, gazet = entri.kutipan.partition(" tentang ")[2].partition(" (Lembaran Negara ")
        assert read.tentang == (title if gazet else title.partition(" (Berita Negara ")[0])
        assert (read.perubahan, read.jo) == ((), ())


def test_what_a_rule_does_to_others_agrees_with_its_title() -> None:
    for entri in SEMUA:
        read = parse(entri.kutipan)
        amended = read.mengubah.kunci if read.mengubah else None
        assert amended is None or amended in entri.mengubah
        enacted = read.menetapkan if read.menetapkan and read.menetapkan.kode == "perppu" else None
        assert (enacted.kunci if enacted else "") == entri.menetapkan


@pytest.mark.parametrize("kunci", DIBACA)
def test_what_was_read_has_days_in_order_and_known_words(kunci: str) -> None:
    entri = REGISTER[kunci]
    years = {day.year for day in (entri.ditetapkan, entri.diundangkan) if day}
    assert years <= {int(kunci[-4:])}
    assert not (entri.ditetapkan and entri.diundangkan) or entri.ditetapkan <= entri.diundangkan
    for between in (entri.ditetapkan_antara, entri.diundangkan_antara):
        assert between is None or between[0] < between[1]
    assert {entri.keyakinan, entri.keyakinan_tanggal} <= {"tinggi", "sedang", "rendah"}
    assert {one.apa for one in entri.belum_pasti} <= {
        *("lembaran", "tentang", "nomor", "perubahan", "pencabutan", "berlaku"),
    }
    named = [*entri.mengubah, *([entri.dicabut_dengan] if entri.dicabut_dengan else [])]
    assert [one for one in named if REGISTER.get(one) is None] == []
    assert entri.sumber
    assert entri.naskah is not None
    assert "ingatan, belum diperiksa" not in entri.sumber or entri.belum_pasti or entri.keyakinan != "tinggi"


@pytest.mark.parametrize("kunci", LEMBARAN)
def test_gazettes_that_decrees_print(kunci: str) -> None:
    read = REGISTER[kunci].peraturan
    first = read.ln or read.bn
    assert first is not None
    assert (first.nomor, read.tln.nomor if read.tln else "") == LEMBARAN[kunci]
    assert first.tahun == read.tahun


def test_the_csv_is_in_order_and_small() -> None:
    kinds = ["uu", "pp", "perppu", "perpres"]
    parts = [row["kunci"].split("-") for row in DIKUTIP]
    keys = [(kinds.index(kode), int(tahun), int(nomor)) for kode, nomor, tahun in parts]
    assert keys == sorted(keys)
    assert (DATA / "peraturan_dikutip.csv").stat().st_size < 70_000
    assert (DATA / "peraturan.toml").stat().st_size < 60_000
