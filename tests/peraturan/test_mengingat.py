"""Keys in Mengingat: what is printed for them, on which day, in which order."""

from __future__ import annotations

from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.blocks import runs_of
from kpu_docs.peraturan import Register, parse, tercetak, urutan
from tests.building import LEAST, composed, decree

PKPU = "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja"
PLAIN = "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;"


def dated(pada: str | None, *mengingat: str, **changes: Any) -> kpu.Keputusan:
    return decree(mengingat=list(mengingat), ditetapkan={"di": "Mojokerto", "pada": pada}, **changes)


def printed(keputusan: kpu.Keputusan) -> list[str]:
    return [item.teks for item in tercetak(keputusan)]


def test_one_decree_of_2021_and_of_2024_cites_the_law_as_it_stood() -> None:
    keys = ("uu-12-2011", "uu-7-2017", "pkpu-2-2021", "pkpu-8-2019")
    last = {
        pada: [[one.kunci for one in parse(text).perubahan] for text in printed(dated(pada, *keys))]
        for pada in ("2021-12-31", "2024-02-01")
    }
    assert last["2021-12-31"] == [["uu-15-2019"], [], ["pkpu-8-2021"], ["pkpu-4-2021"]]
    assert last["2024-02-01"] == [["uu-13-2022"], ["uu-7-2023"], ["pkpu-8-2021"], ["pkpu-12-2023"]]


@pytest.mark.parametrize("key", ["uu-43-2009", "uu-43-2009;", "UU-43-2009"])
def test_a_key_is_printed_in_full_with_an_end_mark(key: str) -> None:
    keputusan = dated("2022-01-26", key)
    [item] = tercetak(keputusan)
    assert item.teks.startswith(PLAIN[:-1])
    assert item.teks.endswith("Nomor 5071);")
    assert (item.asal, item.kunci, item.keraguan) == (("mengingat", 0, "teks"), "uu-43-2009", ())
    assert keputusan.mengingat[0].teks == key
    text = kpu.render_bytes(keputusan, "txt").decode()
    assert key not in text
    assert " ".join(text.split()).count(item.teks) == 1


def test_words_of_the_author_stay_his_own() -> None:
    keputusan = dated("2022-01-26", "uu-43-2009", PLAIN, "menurut uu-43-2009;", "UU 43-2009")
    items = tercetak(keputusan)
    assert [item.kunci for item in items] == ["uu-43-2009", None, None, None]
    assert [item.teks for item in items[1:]] == [PLAIN, "menurut uu-43-2009;", "UU 43-2009"]


def test_doubts_are_handed_to_the_rules() -> None:
    [item] = tercetak(dated(None, "uu-7-2017"))
    assert [(one.jenis, one.kunci) for one in item.keraguan] == [
        ("tanpa_tanggal", "uu-7-2017"),
        ("sumber", "uu-7-2023"),
    ]


def test_a_key_in_memperhatikan() -> None:
    keputusan = decree(memperhatikan="kpt-kpu-1442-2019")
    [item] = tercetak(keputusan, "memperhatikan")
    assert item.asal == ("memperhatikan", 0, "teks")
    assert item.teks.endswith("tentang Pedoman Penyusunan Keputusan di Lingkungan Komisi Pemilihan Umum;")
    assert item.teks[:-1] in " ".join(kpu.render_bytes(keputusan, "txt").decode().split())
    assert tercetak(decree(), "memperhatikan") == ()


def test_runs_know_what_was_typed() -> None:
    blocks = composed(dated("2022-01-26", PLAIN, "uu-7-2017")).sections[0].blocks
    typed = {run.asal: run.at for block in blocks for run in runs_of(block)}
    assert typed["mengingat", 0, "teks"] == 0
    assert typed["mengingat", 1, "teks"] is None


UNORDERED = [
    "kpt-kpu-1442-2019",
    "pkpu-8-2019",
    "permenpanrb-10-2019",
    PLAIN,
    "perpres-95-2018",
    "uu-20-2001",
    "pp-28-2012",
    "uu-31-1999",
    "uu-28-1999",
]
ORDERED = [
    "uu-28-1999",  # 19 May
    "uu-31-1999",  # 16 August
    "uu-20-2001",
    "uu-43-2009",
    "pp-28-2012",
    "perpres-95-2018",
    "permenpanrb-10-2019",
    "pkpu-8-2019",
    "kpt-kpu-1442-2019",
]


def test_in_order_of_rank_and_day() -> None:
    assert [parse(text).kunci for text in printed(dated("2022-01-26", *UNORDERED, urutkan="ya"))] == ORDERED
    assert [parse(text).kunci for text in printed(dated("2022-01-26", *reversed(ORDERED), urutkan="ya"))] == ORDERED
    assert "1442/HK.03-Kpt" in printed(dated("2022-01-26", *UNORDERED))[0]


def test_places_in_the_data_stay_when_items_are_put_in_order() -> None:
    items = tercetak(dated("2022-01-26", "pkpu-8-2019", "uu-7-2017", urutkan="ya"))
    assert [(item.asal, item.kunci) for item in items] == [
        (("mengingat", 1, "teks"), "uu-7-2017"),
        (("mengingat", 0, "teks"), "pkpu-8-2019"),
    ]


def order(*texts: str) -> list[str]:
    return [texts[at] for at in urutan([parse(text) for text in texts], Register())]


def test_what_cannot_be_placed_follows_the_item_above_it() -> None:
    assert order("awal", PKPU, "sesudah PKPU", "lagi", PLAIN, "sesudah UU") == [
        *("awal", PLAIN, "sesudah UU", PKPU, "sesudah PKPU", "lagi"),
    ]
    assert order("satu", "dua") == ["satu", "dua"]
    assert order("Peraturan Daerah Kota X tentang A", PKPU, PLAIN)[0] == "Peraturan Daerah Kota X tentang A"
    assert order() == []


def test_within_a_year_days_decide_only_where_all_are_known() -> None:
    # Perppu 2/2014 (2 October) and UU 23/2014 (30 September): days are known. UU 99/2014 has none: kind and number.
    perppu = "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2014 tentang A"
    law, unknown = "Undang-Undang Nomor 23 Tahun 2014 tentang B", "Undang-Undang Nomor 99 Tahun 2014 tentang C"
    assert order(perppu, law) == [law, perppu]
    assert order(unknown, law, perppu) == [perppu, law, unknown]


def test_every_rank_has_its_source() -> None:
    ranks = [parse(text).tingkat for text in (PLAIN, PKPU, "Peraturan Daerah Kota X Nomor 1 Tahun 2020")]
    assert [(rank.urutan, rank.keyakinan) for rank in ranks if rank] == [(3, "M"), (7, "C"), (9, "?")]
    assert all(rank and rank.sumber for rank in ranks)


# Keys that are not known


def refused(**changes: Any) -> list[tuple[Any, str]]:
    with pytest.raises(kpu.InputError) as caught:
        kpu.load(LEAST | changes)
    return [(one.path, one.message) for one in caught.value.complaints]


def test_unknown_keys_are_refused_with_those_most_like_them() -> None:
    first, second, third = refused(mengingat=["uu-7-2071", PLAIN, "zz-7-2071"], memperhatikan="kpt-kpu-1442-2091")
    assert first[0] == ("mengingat", 0)
    assert "uu-7-2017" in first[1]
    assert second[0] == ("mengingat", 2)
    assert "`kpu-docs peraturan zz`" in second[1]
    assert third[0] == ("memperhatikan",)
    assert "kpt-kpu-1442-2019" in third[1]


def test_the_rules_of_an_office_may_stand_in_the_data() -> None:
    gazet = "(Lembaran Daerah Kota Mojokerto Tahun 2020 Nomor 3)"
    perda = f"Peraturan Daerah Kota Mojokerto Nomor 3 Tahun 2020 tentang Kearsipan {gazet}"
    own = {"perda-kota-mojokerto-3-2020": {"kutipan": f"{perda};"}}
    keputusan = decree(mengingat=["perda-kota-mojokerto-3-2020"], peraturan=own)
    [item] = tercetak(keputusan)
    assert item.teks == f"{perda};"
    assert [one.jenis for one in item.keraguan] == []
    assert keputusan == decree(mengingat=["perda-kota-mojokerto-3-2020"], peraturan=own)
    assert keputusan != decree(mengingat=["perda-kota-mojokerto-3-2020"], peraturan=own, urutkan="ya")
