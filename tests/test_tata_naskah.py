from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from kpu_docs import tata_naskah
from kpu_docs.lampiran import Lampiran
from kpu_docs.tata_naskah import TataNaskah
from tests.building import decree

REGIMES = ("kpu-2019", "kpu-2022-klasifikasi", "kpu-2023")
KEYAKINAN = {"A", "B", "I", "C", "D", "X", "M", "?"}

each_regime = pytest.mark.parametrize("name", REGIMES)


def test_there_are_three_regimes() -> None:
    assert tata_naskah.names() == REGIMES


@each_regime
def test_every_value_has_its_source_and_how_sure_we_are(name: str) -> None:
    values = tata_naskah.sourced(name)
    assert len(values) > 80
    assert [value.path for value in values if not value.sumber.strip() or value.keyakinan not in KEYAKINAN] == []


@each_regime
def test_every_value_is_listed_once_and_none_is_left_out(name: str) -> None:
    listed = [value.path for value in tata_naskah.sourced(name)]
    assert len(set(listed)) == len(listed)
    # What a style does not set is the plain thing: no rule was sought for it.
    shown = tata_naskah.named(name).model_dump(exclude={"nama"}, exclude_unset=True)
    assert set(listed) == set(_paths(shown))


def _paths(tree: dict[str, Any], above: str = "") -> list[str]:
    found = []
    for key, value in tree.items():
        found += _paths(value, f"{above}{key}.") if isinstance(value, dict) else [f"{above}{key}"]
    return found


@each_regime
def test_no_source_claims_the_annex_that_nobody_has_read(name: str) -> None:
    sources = " ".join(value.sumber for value in tata_naskah.sourced(name))
    assert not re.search(r"PKPU (?:Nomor )?(?:2|8)(?:/| Tahun )2021", sources)


def test_the_values_of_the_regimes() -> None:
    kata = {name: tata_naskah.named(name).kata for name in REGIMES}
    assert [kata[name].nomor for name in REGIMES] == ["NOMOR : {nomor}", "NOMOR : {nomor}", "NOMOR {nomor}"]
    assert [tata_naskah.named(name).kata_penyambung.ada for name in REGIMES] == [True, False, False]
    ri = [tata_naskah.named(name).judul.republik_indonesia for name in REGIMES]
    assert ri == [True, False, False]


def test_a_regime_takes_what_it_does_not_say_from_the_one_it_is_based_on() -> None:
    own = tomllib.loads((files(tata_naskah) / "kpu-2019.toml").read_text(encoding="utf-8"))
    assert own["dasar"] == "kpu-2023"
    assert tata_naskah.named("kpu-2019").halaman == tata_naskah.named("kpu-2023").halaman


@pytest.mark.parametrize("name", ["kpu-1999", "", "../kpu-2023"])
def test_there_is_no_other_regime(name: str) -> None:
    with pytest.raises(KeyError):
        tata_naskah.sourced(name)


# Which regime a decree has


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        pytest.param({"tata_naskah": "kpu-2019"}, "kpu-2019", id="named"),
        pytest.param(
            {"tata_naskah": "kpu-2019", "kantor": {"tata_naskah": {"dasar": "kpu-2022-klasifikasi"}}},
            "kpu-2019",
            id="the decree before its office",
        ),
        pytest.param({"kantor": {"tata_naskah": {"dasar": "kpu-2019"}}}, "kpu-2019", id="the office before the number"),
        pytest.param({"nomor": "1442/HK.03-Kpt/03/KPU/XI/2019"}, "kpu-2019", id="a long number"),
        pytest.param({"nomor": "5/HK.03.1/3576/2022"}, "kpu-2022-klasifikasi", id="a number with classification"),
        pytest.param({"nomor": "476 TAHUN 2022"}, "kpu-2023", id="a short number"),
        pytest.param({"nomor": "", "ditetapkan": {"di": "x", "pada": "2021-12-31"}}, "kpu-2019", id="an early day"),
        pytest.param({"nomor": "", "ditetapkan": {"di": "x", "pada": "2022-01-26"}}, "kpu-2023", id="a day of 2022"),
        pytest.param({"nomor": "", "ditetapkan": {"di": "x"}}, "kpu-2023", id="nothing known"),
        pytest.param({"nomor": "tanpa bentuk"}, "kpu-2023", id="a number of no known shape"),
        pytest.param(
            {"nomor": "43/Kpts/KPU/TAHUN 2016", "ditetapkan": {"di": "x", "pada": "2016-04-01"}},
            "kpu-2019",
            id="a shape without regime: by its day",
        ),
    ],
)
def test_the_regime_is_chosen_by_name_number_or_day(changes: dict[str, Any], name: str) -> None:
    assert tata_naskah.of(decree(**changes)).nama == name


# What an office lays over it


def test_an_office_replaces_single_values() -> None:
    overlay = {"halaman": {"kertas": "A4"}, "kertas": {"Khusus": [200, 300]}, "gaya": {"judul": {"tebal": "ya"}}}
    rules = tata_naskah.of(decree(kantor={"tata_naskah": overlay}))
    plain = tata_naskah.named("kpu-2023")
    assert rules.paper() == (210.0, 297.0)
    assert rules.paper("Khusus") == (200.0, 300.0)
    assert rules.gaya["judul"] == plain.gaya["judul"].model_copy(update={"tebal": True})
    assert rules.model_copy(update={"halaman": plain.halaman, "kertas": plain.kertas, "gaya": plain.gaya}) == plain
    assert tata_naskah.named("kpu-2023").paper() == (215.9, 330.2)


@pytest.mark.parametrize(
    ("overlay", "path"),
    [
        ({"halaman": {"kirri": 30}}, ("halaman", "kirri")),
        ({"halaman": {"kiri": -1}}, ("halaman", "kiri")),
        ({"halaman": {"kiri": "lebar"}}, ("halaman", "kiri")),
        ({"tabel": {"garis": 20}}, ("tabel", "garis")),
        ({"tabel": {"bantalan": 20}}, ("tabel", "bantalan")),
        ({"kertas": {"Poster": [600, 900]}}, ("kertas", "Poster", 0)),
        ({"tabel": {"arsiran": "merah"}}, ("tabel", "arsiran")),
        ({"gaya": {"judul": {"rata": "miring"}}}, ("gaya", "judul", "rata")),
        ({"dasar": "kpu-1999"}, ("dasar",)),
        ({"kata_penyambung": {"ada": True}, "halaman": {"bawah": 7}}, ("halaman", "bawah")),
        ({"jdih": {"alamat": "jdih.kpu.go.id"}, "halaman": {"bawah": 15}}, ("halaman", "bawah")),
        ({"jdih": {"alamat": "jdih.kpu.go.id/" + "x" * 70}}, ("jdih", "alamat")),
        ({"kop": {"tinggi_lambang": 100}}, ("kop", "tinggi_lambang")),
        ({"tanda_air": {"kata": "DRAF\nDRAF"}}, ("tanda_air", "kata")),
        ({"lampiran": {"nomor_halaman": "polos"}}, ("lampiran", "nomor_halaman")),
    ],
)
def test_a_wrong_value_of_an_office_is_a_complaint_with_its_place(overlay: Any, path: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as refused:
        decree(kantor={"tata_naskah": overlay})
    found = [
        (*fault["loc"], *below)
        for fault in refused.value.errors()
        for below, _, _ in fault.get("ctx", {}).get("faults", [((), "", None)])
    ]
    assert ("kantor", "tata_naskah", *path) in found


def test_a_narrow_foot_is_enough_for_a_page_with_nothing_on_it() -> None:
    rules = tata_naskah.of(decree(kantor={"tata_naskah": {"halaman": {"bawah": 7}}}))
    assert rules.halaman.bawah == 7


# What the rest of the library takes from it


def test_papers_of_an_annex_are_those_of_the_format_rules() -> None:
    choices = get_args(Lampiran.model_fields["kertas"].annotation)
    assert {choice for choice in choices if choice} == set(tata_naskah.named("kpu-2023").kertas)


def test_every_style_that_is_used_is_described() -> None:
    rules = tata_naskah.named("kpu-2023")
    for role in rules.gaya:
        assert rules.pitch(role) >= rules.size(role)


@pytest.mark.parametrize("landscape", [False, True])
def test_paper_is_as_seen(landscape: bool) -> None:
    sides = tata_naskah.named("kpu-2023").paper("A4", landscape=landscape)
    assert sides == ((297.0, 210.0) if landscape else (210.0, 297.0))


def test_format_rules_are_data_that_cannot_be_changed() -> None:
    rules: TataNaskah = tata_naskah.named("kpu-2023")
    with pytest.raises(ValidationError):
        rules.nama = "lain"
