"""`kantor.toml`: where it is found, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_docs as kpu
from tests.inputs.decrees import DECREE, data, only, refused

OFFICE = """\
tempat = "Mojokerto"
satker = "kota-mojokerto"

[[pejabat]]
jabatan = "Ketua"
nama = "KETUA LAMA"
sampai = 2021-12-31

[[pejabat]]
jabatan = "ketua"
nama = "KETUA BARU"
mulai = 2022-01-01
"""
BARE = "".join(DECREE.splitlines(keepends=True)[1:-2])


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor" / "keputusan"
    folder.mkdir(parents=True)
    file = folder / "keputusan.yaml"
    file.write_text(BARE + "ditetapkan: {pada: 2022-01-26}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("up", [0, 1])
def test_it_stands_beside_the_decree_or_above(up: int, decree: Path) -> None:
    (decree.parents[up] / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    keputusan = kpu.load(decree)
    assert keputusan.signer.pejabat.nama == "KETUA BARU"
    assert keputusan.place.text == "Mojokerto"


def test_two_folders_up_is_too_far(decree: Path) -> None:
    (decree.parents[2] / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    assert {complaint.path for complaint in refused(decree)} >= {("satker",)}


def test_the_nearer_one_wins_whole(decree: Path) -> None:
    (decree.parents[1] / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    decree.with_name("kantor.toml").write_text(OFFICE.replace("KETUA BARU", "YANG DEKAT"), encoding="utf-8")
    assert kpu.load(decree).signer.pejabat.nama == "YANG DEKAT"


def test_it_is_found_from_the_current_folder(decree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (decree.parents[1] / "kantor.toml").write_text(OFFICE.replace("tempat", "tmpat"), encoding="utf-8")
    monkeypatch.chdir(decree.parent)
    decree.write_text(decree.read_text(encoding="utf-8") + "naskah: salinn\n", encoding="utf-8")
    assert [complaint.file for complaint in refused(Path("keputusan.yaml"))] == [
        "keputusan.yaml",
        str(Path("..", "kantor.toml")),
    ]


def test_a_dict_has_an_office_only_with_a_base(decree: Path) -> None:
    decree.with_name("kantor.toml").write_text(OFFICE, encoding="utf-8")
    bare = data(satker=None, ditetapkan={"pada": "2022-01-26"}, penanda_tangan=None)
    assert kpu.load(bare, base=decree.parent).signer.pejabat.nama == "KETUA BARU"
    (decree.parent / "bawah").mkdir()
    assert kpu.load(bare, base=str(decree.parent / "bawah")).signer.pejabat.nama == "KETUA BARU"
    assert {complaint.path for complaint in refused(bare)} == {("satker",), ("ditetapkan",)}


def test_an_office_in_the_data_is_the_office(decree: Path) -> None:
    decree.with_name("kantor.toml").write_text(OFFICE, encoding="utf-8")
    inline = "kantor: {satker: kota-surabaya, tempat: Surabaya, pejabat: [{jabatan: Ketua, nama: X}]}\n"
    decree.write_text(inline + decree.read_text(encoding="utf-8"), encoding="utf-8")
    assert kpu.load(decree).satker.wilayah == "Kota Surabaya"


SYNTAX = {
    "text without quotes": ("tempat = Kota\n", 1, 10, "tanda kutip"),
    "no equals sign": ('a = 1\ntempat "Kota"\n', 2, 8, "tanda ="),
    "quote not closed": ('tempat = "Kota\n', 1, 15, "belum ditutup"),
    "text behind the value": ('tempat = "Kota" Contoh\n', 1, 17, "satu baris hanya memuat satu kunci"),
    "key twice": ('tempat = "a"\ntempat = "b"\n', 2, 13, "sudah ditulis"),
    "table twice": ("[satker]\n[satker]\n", 2, 8, "sudah ditulis"),
    "header not closed": ("[satker\n", 1, 8, "tanda ]"),
    "list not closed": ('alamat = ["a",\n', 2, 1, "belum ditutup"),
    "backslash": ('a = 1\ntempat = "C:\\kop"\n', 2, 15, "ditulis dua kali"),
    "no such day": ("mulai = 2022-02-30\n", 1, 9, "tidak ada"),
    "endless number": (f"a = {'9' * 5000}\n", 2, 1, "TOML"),
    "deep": (f"a = {'[' * 100_000}\n", None, None, ""),
}


@pytest.mark.parametrize("fault", SYNTAX)
def test_its_syntax_and_the_faults_of_the_decree_are_told_together(fault: str, decree: Path) -> None:
    text, line, column, words = SYNTAX[fault]
    office = decree.with_name("kantor.toml")
    office.write_text(text, encoding="utf-8")
    decree.write_text(decree.read_text(encoding="utf-8") + "naskah: salinn\n", encoding="utf-8")
    first, second = refused(decree)
    assert first.file == str(office)
    assert line is None or (first.line, first.column) == (line, column)
    assert words in first.message
    assert (second.path, second.file) == (("naskah",), str(decree))


def test_it_is_no_text(decree: Path) -> None:
    decree.with_name("kantor.toml").write_bytes("tempat = 'Caf\u00e9'".encode("latin-1"))
    complaint = only(decree)
    assert (complaint.file, complaint.line, complaint.column) == (str(decree.with_name("kantor.toml")), 1, 14)


def test_its_wrong_values_have_their_places(decree: Path) -> None:
    office = decree.with_name("kantor.toml")
    office.write_text(
        'tempt = "Mojokerto"\n[satker]\nlembaga = "KPU"\n[[pejabat]]\njabatan = "Ketua"\n'
        "[[pejabat]]\nnama='''\nmulai = 3\n'''\n  mulai = 'kemarin'\n"
        "[tata_naskah.halaman]\nkri = 30\nkanan = 'lebar'\n[tata_naskah.kop]\nlambang.x = 1\n",
        encoding="utf-8",
    )
    assert [(complaint.path, complaint.line, complaint.column) for complaint in refused(decree)] == [
        (("tempt",), 1, 1),
        (("satker", "tingkat"), 2, 1),
        (("pejabat", 0, "nama"), 4, 1),
        (("pejabat", 1, "jabatan"), 6, 1),
        (("pejabat", 1, "mulai"), 10, 11),
        (("tata_naskah", "halaman", "kri"), 12, 1),
        (("tata_naskah", "halaman", "kanan"), 13, 9),
        (("tata_naskah", "kop", "lambang"), 14, 1),
    ]
    messages = {complaint.path[-1]: complaint.message for complaint in refused(decree)}
    assert "mungkin maksudnya tempat" in messages["tempt"]
    assert "mungkin maksudnya kiri" in messages["kri"]
    assert {complaint.file for complaint in refused(decree)} == {str(office)}


def test_keys_that_nest_without_end_cost_nothing(decree: Path) -> None:
    office = decree.with_name("kantor.toml")
    for text in (".".join(["a"] * 200_000) + " = 1", "[" + ".".join(["a"] * 200_000) + "]", "a = " + "[" * 200_000):
        office.write_text(text, encoding="utf-8")
        assert only(decree).file == str(office)
    office.write_text("#" * 1_000_001, encoding="utf-8")
    assert "terlalu besar" in only(decree).message


def test_a_link_that_leads_elsewhere_is_not_followed(decree: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "kantor.toml"
    elsewhere.write_text(OFFICE, encoding="utf-8")
    decree.with_name("kantor.toml").symlink_to(elsewhere)
    assert "di luar folder" in only(decree).message
