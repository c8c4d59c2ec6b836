"""Two decrees compared as decrees: what is told, and that nothing else is."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.comparing.units import units
from tests.building import LEAST, decree, plan
from tests.verifying.papers import EXAMPLES, ROOT, team

QUICK = ("jadwal_contoh", "kabupaten_contoh", "naskah_contoh")
SLOW = [path.parent.name for path in EXAMPLES if path.parent.name not in QUICK]

ACTS = ("Undang-Undang Nomor 7 Tahun 2017", "Undang-Undang Nomor 12 Tahun 2011", "Undang-Undang Nomor 28 Tahun 1999")
CITED = [f"{act} tentang Contoh {at};" for at, act in enumerate(ACTS)]
MENYIMPAN = {"sub_kegiatan": "Menyimpan"}
PLAN = plan(
    {"nomor": "1.", "kegiatan": "Arsip", "sub_kegiatan": [{"sub_kegiatan": "Mendata", "bulan": "3-5"}, MENYIMPAN]},
    {"nomor": "2.", "kegiatan": "Rapat", "bulan": [1, 7], "keterangan": "pleno"},
)


def rows(annex: Any) -> Any:
    return annex[0]["rencana_kerja"]["bagian"][0]["kegiatan"]


def said(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [str(change) for change in kpu.diff(LEAST | before, LEAST | after)]


@pytest.mark.parametrize("name", [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def test_a_decree_is_the_same_as_its_own_copies(name: str, tmp_path: Path) -> None:
    path = ROOT / "examples" / name / "keputusan.yaml"
    keputusan = kpu.load(path)
    assert kpu.diff(path, keputusan) == []
    for naskah in ("asli", "salinan"):
        docx = kpu.render(keputusan, tmp_path / f"{naskah}.docx", naskah=naskah, force=True)
        assert kpu.diff(keputusan, docx) == []


def test_a_pdf_is_compared_as_well(tmp_path: Path) -> None:
    pdf = kpu.render(decree(menimbang=["bahwa itu contoh;"]), tmp_path / "keputusan.pdf")
    assert [str(change) for change in kpu.diff(decree(), pdf)] == [
        'Menimbang: semula "bahwa ini contoh;", menjadi "bahwa itu contoh;"'
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"menimbang": ["bahwa satu;", "bahwa dua;"]},
            {"menimbang": ["bahwa satu;", "bahwa ada yang baru;", "bahwa dua;"]},
            ['Menimbang huruf b: ditambah: "bahwa ada yang baru;"'],
        ),
        (
            {"diktum": ["Menetapkan contoh.", "Membentuk tim kecil."]},
            {"diktum": ["Membentuk tim besar.", "Menetapkan contoh."]},
            [
                'Diktum KESATU: ditambah: "Membentuk tim besar."',
                'Diktum KEDUA: dihapus: "Membentuk tim kecil."',
            ],
        ),
        (
            {"diktum": ["Menetapkan contoh.", "Membentuk tim.", "Biaya dibebankan pada DIPA."]},
            {"diktum": ["Biaya dibebankan pada DIPA.", "Menetapkan contoh.", "Membentuk tim."]},
            ['Diktum KESATU (semula Diktum KETIGA): pindah urutan: "Biaya dibebankan pada DIPA."'],
        ),
        (
            {"mengingat": CITED},
            {"mengingat": [CITED[0], CITED[2].replace("1999", "2000"), f"{CITED[1][:-1]} sebagaimana telah diubah;"]},
            [
                'Mengingat angka 2: ditambah: "Undang-Undang Nomor 28 Tahun 2000 tentang Contoh 2;"',
                "Mengingat angka 3 (semula Mengingat angka 2): "
                'semula "… tentang Contoh 1;", menjadi "… tentang Contoh 1 sebagaimana telah diubah;"',
                'Mengingat angka 3: dihapus: "Undang-Undang Nomor 28 Tahun 1999 tentang Contoh 2;"',
            ],
        ),
        (
            {"nomor": "", "ditetapkan": {"di": "Mojokerto"}},
            {},
            ['Nomor: semula kosong, menjadi "5 TAHUN 2026"', 'Tanggal: semula kosong, menjadi "5 Januari 2026"'],
        ),
        ({"tata_naskah": "kpu-2019"}, {"tata_naskah": "kpu-2023"}, []),
        ({"naskah": "salinan"}, {"naskah": "rancangan"}, []),
        (
            {"lampiran": PLAN},
            {},
            ['Lampiran: dihapus: "BAGIAN (seluruhnya, 6 baris)"'],
        ),
    ],
    ids=["clause", "two clauses", "order", "citations", "number and day", "format rules", "copies", "annex"],
)
def test_what_is_told(before: dict[str, Any], after: dict[str, Any], told: list[str]) -> None:
    assert said(before, after) == told


def changed_plan() -> list[dict[str, Any]]:
    """The plan: a row new at the top, an activity with another name, other months, a note gone."""
    annex = deepcopy(PLAN)
    first, second = rows(annex)
    first["sub_kegiatan"][0]["bulan"] = "3, 6"
    first["sub_kegiatan"].insert(0, {"sub_kegiatan": "Membentuk tim"})
    second |= {"kegiatan": "Rapat pleno", "keterangan": ""}
    return annex


def test_rows_are_told_by_what_they_hold() -> None:
    assert said({"lampiran": PLAN}, {"lampiran": changed_plan()}) == [
        'Lampiran, baris 1: ditambah: "KEGIATAN: Arsip SUB KEGIATAN: Membentuk tim"',
        'Lampiran, baris 2, PELAKSANAAN (BULAN) (semula baris 1): semula "3, 4, 5", menjadi "3, 6" '
        "(ditambah 6; dihapus 4, 5)",
        'Lampiran, baris 4, kolom KEGIATAN (semula baris 3): semula "Rapat", menjadi "Rapat pleno"',
        'Lampiran, baris 4, kolom KET (semula baris 3): semula "pleno", menjadi kosong',
    ]


def test_a_label_beside_several_rows_is_told_once() -> None:
    annex = deepcopy(PLAN)
    rows(annex)[0]["kegiatan"] = "Penataan arsip"
    assert said({"lampiran": PLAN}, {"lampiran": annex}) == [
        'Lampiran, baris 1, kolom KEGIATAN: semula "Arsip", menjadi "Penataan arsip"'
    ]


def test_a_row_that_moved_with_other_months() -> None:
    annex = deepcopy(PLAN)
    rows(annex).reverse()
    rows(annex)[0]["bulan"] = [2]
    found = kpu.diff(LEAST | {"lampiran": PLAN}, LEAST | {"lampiran": annex})
    assert [(one.kind, one.before_where, one.where) for one in found] == [
        ("pindah", "Lampiran, baris 3", "Lampiran, baris 1"),
        ("berubah", "Lampiran, baris 3, PELAKSANAAN (BULAN)", "Lampiran, baris 1, PELAKSANAAN (BULAN)"),
    ]
    assert (found[1].before, found[1].after) == ("1, 7", "2")
    assert found[1].after_path == ("lampiran", 0, "rencana_kerja", "bagian", 0, "kegiatan", 0, "sub_kegiatan", 0)


def test_every_clause_of_every_example_is_a_unit() -> None:
    for path in EXAMPLES:
        keputusan = kpu.load(path)
        found = [unit.path for unit in units(keputusan)]
        for part in ("menimbang", "mengingat", "memperhatikan", "diktum", "lampiran"):
            for at in range(len(getattr(keputusan, part))):
                assert any(place[:2] == (part, at) for place in found), (path, part, at)


def test_thousands_of_equal_rows_are_aligned() -> None:
    many = plan(*[{"kegiatan": f"Kegiatan {at % 9}", "bulan": at % 12 + 1} for at in range(2000)])
    fewer = deepcopy(many)
    del rows(fewer)[1000]
    assert said({"lampiran": many}, {"lampiran": fewer}) == [
        'Lampiran, baris 1001: dihapus: "KEGIATAN: Kegiatan 1 PELAKSANAAN (BULAN): 5"'
    ]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(kpu.InputError, match=r"tidak ada\.docx"):
        kpu.diff(team(), tmp_path / "tidak ada.docx")
    with pytest.raises(kpu.InputError, match=r"yang dapat dibaca \.docx, \.pdf, \.txt, bukan \.doc"):
        kpu.diff(team(), tmp_path / "lama.doc")


def test_months_that_came_and_went_are_told() -> None:
    annex = deepcopy(PLAN)
    rows(annex)[1]["bulan"] = [1, 8]
    (change,) = kpu.diff(LEAST | {"lampiran": PLAN}, LEAST | {"lampiran": annex})
    assert (change.unmarked, change.marked, change.marks) == (("7",), ("8",), "ditambah 8; dihapus 7")
    assert change.as_dict()["marked"] == ["8"]


def test_a_clause_that_moved_with_its_parts_is_told_once() -> None:
    parts = {"isi": ["Tugas tim:", {"daftar": ["menata arsip;", "melapor."]}]}
    before: dict[str, Any] = {
        "diktum": [parts, "Menetapkan contoh.", "Biaya dibebankan.", "Laporan dibuat.", "Mulai berlaku."]
    }
    after = {"diktum": [*before["diktum"][1:], parts]}
    assert said(before, after) == ['Diktum KELIMA (semula Diktum KESATU): pindah urutan: "Tugas tim:"']


def test_an_annex_that_moved_is_told_once() -> None:
    other = {"judul": "PEDOMAN", "naskah": ["Pertama.", "Kedua."]}
    assert said({"lampiran": [*PLAN, other]}, {"lampiran": [other, *PLAN]}) == [
        'Lampiran I (semula Lampiran II): pindah urutan: "PEDOMAN"'
    ]


def test_a_rule_in_the_place_of_another_is_told_after_it() -> None:
    replaced = [CITED[0], CITED[1].replace("12 Tahun 2011", "13 Tahun 2022"), CITED[2]]
    assert [change.kind for change in kpu.diff(LEAST | {"mengingat": CITED}, LEAST | {"mengingat": replaced})] == [
        "hilang",
        "baru",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row | {"indikator": row["indikator"].replace("2026", "2027")},
        lambda row: row | {"indikator": "lain sama sekali"},
        lambda row: row | {"kegiatan": f"{row['kegiatan']} lagi", "bulan": 2},
    ],
    ids=["years", "signs", "names"],
)
def test_each_of_many_rows_is_changed_not_replaced(change: Any) -> None:
    many = [{"kegiatan": f"Menata rak {at * 'i'}", "indikator": f"rak {at * 'x'} tahun 2026"} for at in range(600)]
    every = 40 if change({"kegiatan": "", "indikator": ""}).get("bulan") else 1
    after = [change(row) if at % every == 0 else row for at, row in enumerate(many)]
    found = kpu.diff(LEAST | {"lampiran": plan(*many)}, LEAST | {"lampiran": plan(*after)})
    assert {one.kind for one in found} == {"berubah"}


def test_what_is_wrong_with_both_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(kpu.InputError) as wrong:
        kpu.diff(tmp_path / "satu.yaml", tmp_path / "dua.docx")
    assert [Path(one.file).name for one in wrong.value.complaints] == ["satu.yaml", "dua.docx"]


def numbered(*names: str) -> dict[str, Any]:
    return {"lampiran": plan(*({"kegiatan": f"{at}. {name}"} for at, name in enumerate(names, start=1)))}


def test_numbers_typed_before_rows_follow_from_their_order() -> None:
    assert said(numbered("Mendata", "Menata"), numbered("Rapat", "Mendata", "Menata")) == [
        'Lampiran, baris 1: ditambah: "KEGIATAN: 1. Rapat"'
    ]


def test_another_number_typed_before_a_row_that_stayed_is_told() -> None:
    other = {"lampiran": plan({"kegiatan": "1. Mendata"}, {"kegiatan": "3. Menata"})}
    assert said(numbered("Mendata", "Menata"), other) == [
        'Lampiran, baris 2, kolom KEGIATAN: semula "2. Menata", menjadi "3. Menata"'
    ]


def test_an_order_that_is_turned_round_is_told_in_full() -> None:
    three = ["Menetapkan contoh.", "Membentuk tim.", "Biaya dibebankan pada DIPA."]
    assert said({"diktum": three}, {"diktum": three[::-1]}) == [
        'Diktum KESATU (semula Diktum KETIGA): pindah urutan: "Biaya dibebankan pada DIPA."',
        'Diktum KEDUA: pindah urutan: "Membentuk tim."',
    ]


def test_a_file_of_another_kind_is_told_what_can_be_compared(tmp_path: Path) -> None:
    with pytest.raises(kpu.InputError, match=r"lama\.doc: yang dapat dibaca \.docx, \.pdf, \.txt, bukan \.doc"):
        kpu.diff(LEAST, tmp_path / "lama.doc")
