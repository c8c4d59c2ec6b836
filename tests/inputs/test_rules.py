"""`peraturan.toml`: where it is found, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.complaints import Complaint
from kpu_docs.peraturan import tercetak
from tests.inputs.decrees import DECREE, data, only, refused

KEY = "perda-kota-mojokerto-3-2020"
PERDA = "Peraturan Daerah Kota Mojokerto Nomor 3 Tahun 2020 tentang Kearsipan"
RULES = f'[{KEY}]\nkutipan = "{PERDA};"\n'


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor" / "keputusan"
    folder.mkdir(parents=True)
    file = folder / "keputusan.yaml"
    text = DECREE.replace("  - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;\n", f"  - {KEY}\n")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("up", [0, 1])
def test_it_stands_beside_the_decree_or_above(up: int, decree: Path) -> None:
    (decree.parents[up] / "peraturan.toml").write_text(RULES, encoding="utf-8")
    assert [item.teks for item in tercetak(kpu.load(decree))] == [f"{PERDA};"]


def test_without_it_the_key_is_unknown(decree: Path) -> None:
    (decree.parents[2] / "peraturan.toml").write_text(RULES, encoding="utf-8")
    complaint = only(decree)
    assert (complaint.path, complaint.line, complaint.column) == (("mengingat", 0), 6, 5)
    assert "peraturan.toml" in complaint.message


def test_a_dict_has_it_only_with_a_base(decree: Path) -> None:
    decree.with_name("peraturan.toml").write_text(RULES, encoding="utf-8")
    bare = data(mengingat=[KEY])
    assert tercetak(kpu.load(bare, base=decree.parent))[0].teks == f"{PERDA};"
    assert only(bare).path == ("mengingat", 0)


def test_rules_in_the_data_are_the_rules(decree: Path) -> None:
    decree.with_name("peraturan.toml").write_text(RULES.replace("Kearsipan", "Lain"), encoding="utf-8")
    inline = f"peraturan: {{{KEY}: {{kutipan: {PERDA}}}}}\n"
    decree.write_text(inline + decree.read_text(encoding="utf-8"), encoding="utf-8")
    assert tercetak(kpu.load(decree))[0].teks == f"{PERDA};"


def test_a_file_that_cannot_be_read_makes_no_key_unknown(decree: Path) -> None:
    file = decree.with_name("peraturan.toml")
    file.write_text(f"[{KEY}]\nkutipan = {PERDA}\n", encoding="utf-8")
    decree.write_text(decree.read_text(encoding="utf-8") + "naskah: salinn\n", encoding="utf-8")
    found = refused(decree)
    assert {(one.file, one.line) for one in found} == {(str(file), 2), (str(decree), 13)}
    assert len(found) == 2


def test_an_office_file_and_the_rules_may_both_be_wrong(decree: Path) -> None:
    decree.with_name("peraturan.toml").write_text("x\n", encoding="utf-8")
    decree.with_name("kantor.toml").write_text("y\n", encoding="utf-8")
    assert [Path(one.file).name for one in refused(decree)] == ["kantor.toml", "peraturan.toml"]


def wrong(decree: Path, text: str) -> Complaint:
    """What is said of a file of that text, which stands beside a decree without keys."""
    decree.write_text(DECREE, encoding="utf-8")
    decree.with_name("peraturan.toml").write_text(text, encoding="utf-8")
    complaint = only(decree)
    assert complaint.file == str(decree.with_name("peraturan.toml"))
    return complaint


FAULTS = {
    "a misspelt key": (f'{RULES}diundangkn = 2020-05-05\n', 3, 1, "mungkin maksudnya diundangkan"),
    "no such day": (f'{RULES}diundangkan = "30 Februari 2020"\n', 3, 15, "harus tanggal"),
    "no citation": (f"[{KEY}]\ndiundangkan = 2020-05-05\n", 1, 1, "tulis kutipan lengkapnya"),
    "no rule": (f'[{KEY}]\nkutipan = "Perda tentang Arsip"\n', 2, 11, "tidak terbaca sebagai peraturan"),
    "no title": (f'[{KEY}]\nkutipan = "{PERDA.partition(" tentang")[0]}"\n', 2, 11, "tidak terbaca sebagai peraturan"),
    "another key": (f'[perda-3-2020]\nkutipan = "{PERDA}"\n', 1, 1, f"kunci peraturan ini {KEY}"),
    "with its amendments": (
        f'[{KEY}]\nkutipan = "{PERDA} sebagaimana telah diubah dengan UU 1 Tahun 2021"\n', 2, 11, "tanpa perubahannya",
    ),
    "amends what is unknown": (f'{RULES}mengubah = ["uu-7-2071"]\n', 3, 1, "uu-7-2017"),
    "replaced by what is unknown": (f'{RULES}dicabut_dengan = "uu-7-2071"\n', 3, 18, "uu-7-2017"),
    "a text for a rule": (f'{KEY} = "{PERDA}"\n', 1, 31, "kuncinya: kutipan, ditetapkan"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_its_faults_have_their_places(case: str, decree: Path) -> None:
    text, line, column, words = FAULTS[case]
    complaint = wrong(decree, text)
    assert words in complaint.message
    assert (complaint.line, complaint.column) == (line, column)


def test_a_correction_needs_no_citation(decree: Path) -> None:
    text = decree.read_text(encoding="utf-8").replace(KEY, "uu-7-2017").replace("2022-01-26", "2023-06-01")
    decree.write_text(text, encoding="utf-8")
    assert "tanggal" in [one.jenis for one in tercetak(kpu.load(decree))[0].keraguan]
    decree.with_name("peraturan.toml").write_text("[uu-7-2023]\ndiundangkan = 2023-05-04\n", encoding="utf-8")
    assert "tanggal" not in [one.jenis for one in tercetak(kpu.load(decree))[0].keraguan]
