"""A new decree from an old one: data files of every format, documents, the files beside them, calls that are wrong."""

from __future__ import annotations

import json
import shutil
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.cli import main
from kpu_docs.inputs import yaml
from kpu_docs.reading.writing import kantor_toml, keputusan_yaml
from kpu_docs.tahun import next_year
from tests.building import LEAST
from tests.reading import clerks

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEED = EXAMPLES / "mojokerto_2022" / "keputusan.yaml"
GOLDEN = Path(__file__).with_name("mojokerto_2023.diff")
LIST = "rencana.xlsx"


def made(tmp_path: Path, source: Path, tahun: int, *more: str) -> str:
    """What the command prints; the new folder is `baru`."""
    assert main(["new", "--from", str(source), "--tahun", str(tahun), "-o", str(tmp_path / "baru"), *more]) == 0
    return (tmp_path / "baru" / "laporan.txt").read_text(encoding="utf-8")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["new", *arguments]) == 2
    return capsys.readouterr().err


def written(tmp_path: Path, **changes: Any) -> Path:
    """An old decree as YAML in a folder of its own."""
    (tmp_path / "lama").mkdir()
    path = tmp_path / "lama" / "keputusan.yaml"
    data = LEAST | {"tentang": "Rencana Tahun 2026"} | changes
    path.write_text(keputusan_yaml(data, "Lama"), encoding="utf-8")
    if "kantor" in data:
        path.with_name("kantor.toml").write_text(kantor_toml(data["kantor"], "Lama"), encoding="utf-8")
    return path


def test_the_seed_by_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = made(tmp_path, SEED, 2023)
    old, new = (file.read_text(encoding="utf-8") for file in (SEED, tmp_path / "baru" / "keputusan.yaml"))
    lines = unified_diff(old.splitlines(), new.splitlines(), "2022", "2023", n=0, lineterm="")
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert report in said
    for words in (
        'Judul: "... PEMILIHAN UMUM KOTA MOJOKERTO TAHUN 2022" -> "... PEMILIHAN UMUM KOTA MOJOKERTO TAHUN 2023"',
        'nomor: "5/HK.03.1/3576/2022" -> kosong',
        'naskah: "salinan" -> rancangan',
        "naskah tahun lalu; ganti dengan yang baru, atau hapus",
        "tata naskah: dulu kpu-2022-klasifikasi, tanpa nomor dan tanggal kpu-2023",
        "keyakinan sedang)",
        "(judul_menimbang_berbeda)",
    ):
        assert words in report
    assert (tmp_path / "baru" / "kantor.toml").read_bytes() == SEED.with_name("kantor.toml").read_bytes()


@pytest.mark.parametrize("name", ["anggaran", "jadwal", "kabupaten", "kunci", "tabel", "tim"])
def test_every_example_by_a_year(name: str, tmp_path: Path) -> None:
    source = EXAMPLES / f"{name}_contoh" / "keputusan.yaml"
    old = kpu.load(source)
    year = 2024 if name == "kunci" else 2026
    made(tmp_path, source, year + 1)
    data = yaml.read((tmp_path / "baru" / "keputusan.yaml").read_text(encoding="utf-8"))
    assert data["tentang"] == old.tentang.replace(str(year), str(year + 1))
    assert (data["nomor"], data["ditetapkan"]["pada"], data.get("naskah", "asli")) in (
        ("", "", "rancangan" if old.naskah == "salinan" else "asli"),
    )
    if name != "kunci":  # the term of its Ketua is over
        new = kpu.load(tmp_path / "baru" / "keputusan.yaml")
        assert "NOMOR ... TAHUN ..." in kpu.render_bytes(new, "txt").decode()
        assert new.lampiran == _by_a_year(old, year)


def _by_a_year(old: kpu.Keputusan, year: int) -> Any:
    """The annexes with the year raised in their titles only."""
    return tuple(
        one.model_copy(update={"judul": one.judul.replace(f"Tahun {year}", f"Tahun {year + 1}")})
        for one in old.lampiran
    )


def test_a_title_without_a_year_is_asked_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = EXAMPLES / "naskah_contoh" / "keputusan.yaml"
    said = refused(capsys, "--from", str(source), "--tahun", "2027", "-o", str(tmp_path / "baru"))
    assert "keputusan.yaml:5:10: tentang: judulnya tidak menyebut tahun rencana" in said
    assert not (tmp_path / "baru").exists()
    report = made(tmp_path, source, 2027, "--dari-tahun", "2026")
    assert "Tahun yang dinaikkan (semula -> menjadi):\n- tidak satu pun" in report
    assert (tmp_path / "baru" / "alur.png").read_bytes() == source.with_name("alur.png").read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".json", ".txt"])
def test_other_formats_say_the_same(suffix: str, tmp_path: Path) -> None:
    old = tmp_path / "lama" / f"keputusan{suffix}"
    old.parent.mkdir()
    source = EXAMPLES / "kabupaten_contoh" / "keputusan.yaml"
    if suffix == ".json":
        old.write_text(json.dumps(yaml.read(source.read_text(encoding="utf-8"))), encoding="utf-8")
        shutil.copy(source.with_name("kantor.toml"), old.parent)
    else:
        kpu.render(kpu.load(source), old)
    report = made(tmp_path, old, 2027)
    new = kpu.load(tmp_path / "baru" / "keputusan.yaml")
    expected = kpu.load(source)
    assert (new.nomor, new.ditetapkan.pada, new.naskah) == ("", None, "rancangan")
    assert "2026" not in f"{new.tentang}{new.menimbang}{new.diktum}"
    assert new.tentang.upper() == expected.tentang.upper().replace("2026", "2027")
    assert ("Terbaca sebagai:" in report) == (suffix != ".json")


def test_a_clerks_word_file(tmp_path: Path) -> None:
    (tmp_path / "lama.docx").write_bytes(clerks.saved(clerks.with_plan()))
    made(tmp_path, tmp_path / "lama.docx", 2025)
    new = yaml.read((tmp_path / "baru" / "keputusan.yaml").read_text(encoding="utf-8"))
    assert (new["tentang"], new["nomor"]) == ("Penataan Arsip Tahun 2025", "")
    assert new["menimbang"][1].endswith("Penataan Arsip Tahun 2025;")
    assert new["diktum"][0] == "Menetapkan Penataan Arsip Tahun 2025."
    assert "Nomor 43 Tahun 2009" in new["mengingat"][0]
    assert "rencana_kerja" in new["lampiran"][0]
    assert kpu.render_bytes(kpu.load(tmp_path / "baru" / "keputusan.yaml"), "docx")


def book(path: Path, *, decree: bool) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["KEGIATAN", "SUB KEGIATAN", "INDIKATOR", "JAN", "FEB", "MAR"])
    sheet.append(["Rapat Tahun 2026", "Undangan", "Daftar hadir", "x", None, "x"])
    if decree:
        rows = made.create_sheet("Keputusan")
        for line in (
            ["satker", "kota-mojokerto"],
            ["nomor", "5 TAHUN 2026"],
            ["tentang", "Rencana Tahun 2026"],
            ["menimbang", "bahwa <x> & arsip Tahun 2026;"],
            ["mengingat", "uu-7-2017"],
            ["diktum", "Menetapkan Rencana Tahun 2026."],
            ["ditetapkan.di", "Mojokerto"],
            ["ditetapkan.pada", "2026-01-05"],
            ["penanda_tangan.nama", "Nama Contoh"],
            ["lampiran.rencana_kerja", "#Rencana"],
        ):
            rows.append(line)
    made.save(path)


def test_a_decree_in_a_workbook_becomes_yaml_with_its_sheets(tmp_path: Path) -> None:
    book(tmp_path / "lama.xlsx", decree=True)
    made(tmp_path, tmp_path / "lama.xlsx", 2027)
    old, new = kpu.load(tmp_path / "lama.xlsx"), kpu.load(tmp_path / "baru" / "keputusan.yaml")
    assert new.menimbang[0].isi[0].teks == "bahwa <x> & arsip Tahun 2027;"
    text = [kpu.render_bytes(one, "txt", naskah="asli").decode().partition("KEGIATAN")[2] for one in (old, new)]
    assert text[1] == text[0].replace("Rapat Tahun 2026", "Rapat Tahun 2027")


def test_a_sheet_beside_is_taken_along_unchanged_and_its_years_are_told(tmp_path: Path) -> None:
    old = written(tmp_path, lampiran=[{"rencana_kerja": f"{LIST}#Rencana"}])
    book(old.with_name(LIST), decree=False)
    report = made(tmp_path, old, 2027)
    assert (tmp_path / "baru" / LIST).read_bytes() == old.with_name(LIST).read_bytes()
    assert f'belum diubah, ubah sendiri: {old.with_name(LIST)}: Lembar "Rencana", sel A2: Lampiran I' in report
    assert kpu.render_bytes(kpu.load(tmp_path / "baru" / "keputusan.yaml"), "docx")


def test_what_lies_above_is_found_from_the_new_folder_too(tmp_path: Path) -> None:
    old = written(tmp_path, lampiran=[{"rencana_kerja": f"../{LIST}#Rencana"}])
    book(tmp_path / LIST, decree=False)
    (tmp_path / "kantor.toml").write_text('tempat = "Mojokerto"\n', encoding="utf-8")
    report = made(tmp_path, old, 2027)
    assert "dipakai dari folder di atasnya: kantor.toml" in report
    assert {one.name for one in (tmp_path / "baru").iterdir()} == {"keputusan.yaml", "laporan.txt"}
    assert kpu.load(tmp_path / "baru" / "keputusan.yaml").kantor == kpu.load(old).kantor


def test_what_cannot_be_taken_along_is_told(tmp_path: Path) -> None:
    old = written(tmp_path, lampiran=[{"rencana_kerja": f"../{LIST}#Rencana"}])
    book(tmp_path / LIST, decree=False)
    (tmp_path / "dalam").mkdir()
    report = made(tmp_path / "dalam", old, 2027)
    assert f"tidak ikut, karena di luar folder: ../{LIST}" in report
    assert "belum dapat diperiksa" in report


def test_the_rules_of_the_office_replace_what_is_certainly_revoked(tmp_path: Path) -> None:
    old = written(tmp_path, mengingat=["uu-5-2014", "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;"])
    left = next_year(old, 2027).data["mengingat"]
    assert left == ["uu-5-2014", "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;"]
    own = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara (Lembaran Negara Tahun 2023 Nomor 141)"
    (old.parent / "peraturan.toml").write_text(
        f'[uu-20-2023]\nkutipan = "{own}"\ndiundangkan = 2023-10-31\n', encoding="utf-8"
    )
    data, report = next_year(old, 2027)
    assert data["mengingat"] == ["uu-20-2023", f"{own};"]
    assert all("peraturan.toml kantor" in one for one in report.renewed)


def test_a_rule_is_not_put_where_it_is_cited_already(tmp_path: Path) -> None:
    old = written(tmp_path, mengingat=["uu-5-2014", "uu-20-2023"])
    own = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara (Lembaran Negara Tahun 2023 Nomor 141)"
    rules = f'[uu-20-2023]\nkutipan = "{own}"\ndiundangkan = 2023-10-31\n'
    (old.parent / "peraturan.toml").write_text(rules, encoding="utf-8")
    assert next_year(old, 2027).data["mengingat"] == ["uu-5-2014", "uu-20-2023"]


def test_amendments_are_those_of_the_first_of_january_each_with_its_own_source(tmp_path: Path) -> None:
    law = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"
    old = written(tmp_path, tentang="Rencana Tahun 2020", mengingat=[law])
    sources = {}
    for year, amended in (
        (2022, ""),
        (2023, "Undang-Undang Nomor 1 Tahun 2022"),
        (2024, "Undang-Undang Nomor 7 Tahun 2023"),
    ):
        data, report = next_year(old, year)
        assert data["mengingat"][0].startswith(f"{law[:-1]} sebagaimana telah diubah dengan" if amended else law)
        assert amended in data["mengingat"][0]
        sources[year] = [one.rpartition("(register: ")[2] for one in report.renewed]
    assert sources[2022] == []
    assert sources[2023] != sources[2024]


def test_ranges_in_mengingat_that_are_over_are_told(tmp_path: Path) -> None:
    map_ = "Keputusan Komisi Pemilihan Umum Nomor 612 Tahun 2020 tentang Road Map Tahun {};"
    old = written(tmp_path, mengingat=[map_.format("2020-2024"), map_.format("2025-2029")])
    over = [one for one in next_year(old, 2027).report.doubted if "berakhir" in one]
    assert over == ['Mengingat angka 1: "... 612 Tahun 2020 tentang Road Map Tahun 2020-2024" berakhir sebelum 2027']


def test_a_rule_that_is_revoked_is_told_where_the_register_is_not_sure(tmp_path: Path) -> None:
    report = next_year(written(tmp_path, mengingat=["uu-5-2014"]), 2027).report
    assert report.renewed == ()
    [told] = report.doubted
    assert told.startswith("Mengingat angka 1: Undang-Undang Nomor 5 Tahun 2014: dicabut dengan")
    assert "keyakinan" in told


def test_comments_quotes_and_folds_of_the_yaml_stay(tmp_path: Path) -> None:
    (tmp_path / "lama.yaml").write_text(
        "# Komentar Tahun 2026\n"
        "satker: kota-mojokerto   # tetap\n"
        "nomor: '5 TAHUN 2026'\n"
        'tentang: "Rencana \\u004Berja\n  Tahun 2026"\n'
        "menimbang: >-\n  bahwa Tahun\n  2026 & <x> ''; tahun dua ribu dua puluh enam;\n"
        "mengingat: [uu-7-2017]\n"
        "diktum: [Menetapkan '*Rencana*' Tahun 2026., 'Jum''at Tahun 2026.']\n"
        "ditetapkan: {di: Mojokerto, pada: 2026-01-05}\n"
        "penanda_tangan: {nama: Nama Contoh}\n",
        encoding="utf-8",
    )
    made(tmp_path, tmp_path / "lama.yaml", 2027)
    assert (tmp_path / "baru" / "keputusan.yaml").read_text(encoding="utf-8") == (
        "# Komentar Tahun 2026\n"
        "satker: kota-mojokerto   # tetap\n"
        "nomor: ''\n"
        'tentang: "Rencana \\u004Berja\n  Tahun 2027"\n'
        "menimbang: >-\n  bahwa Tahun\n  2027 & <x> ''; tahun dua ribu dua puluh tujuh;\n"
        "mengingat: [uu-7-2017]\n"
        "diktum: [Menetapkan '*Rencana*' Tahun 2027., 'Jum''at Tahun 2027.']\n"
        "ditetapkan: {di: Mojokerto, pada: }\n"
        "penanda_tangan: {nama: Nama Contoh}\n"
    )


def test_the_signer_of_the_plans_year_is_written_where_terms_leave_it_open(tmp_path: Path) -> None:
    office = {
        "tempat": "Contoh",
        "pejabat": [
            {"jabatan": "ketua", "nama": "Lama", "sampai": "2026-06-30"},
            {"jabatan": "ketua", "nama": "Baru", "mulai": "2026-07-01", "sampai": "2031-06-30"},
        ],
    }
    data, report = next_year(written(tmp_path, kantor=office, penanda_tangan="ketua"), 2027)
    assert data["penanda_tangan"] == {"jabatan": "ketua", "nama": "Baru"}
    assert "penanda tangan Baru, yang menjabat ketua pada 1 Januari 2027 menurut kantor.toml" in report.todo
    assert "kantor.toml: masa jabatan Lama (ketua) berakhir 30 Juni 2026" in report.todo


def test_years_in_words_change_the_length_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "lama.json").write_text(
        json.dumps(LEAST | {"tentang": "Rencana Tahun 2026", "diktum": "tahun dua ribu dua puluh enam, Tahun 2026."}),
        encoding="utf-8",
    )
    data, _ = next_year(tmp_path / "lama.json", 2027)
    assert data["diktum"] == "tahun dua ribu dua puluh tujuh, Tahun 2027."


def test_an_office_within_json_stays_whole(tmp_path: Path) -> None:
    office = {
        "tempat": "Mojokerto",
        "alamat": ["Jalan <A> & B", "Nomor 1"],
        "abaikan": {"bulan_kosong": "belum"},
        "tata_naskah": {"kop": {"lambang": "alur.png"}, "penutup": {"titik_dua": True}},
    }
    old = tmp_path / "lama" / "keputusan.json"
    old.parent.mkdir()
    shutil.copy(EXAMPLES / "naskah_contoh" / "alur.png", old.parent)
    annex = {"judul": "Rapat", "tanda_tangan": False, "tabel": None, "jadwal": [{"kegiatan": "Rapat"}]}
    data = LEAST | {"tentang": "Rencana Tahun 2026", "kantor": office, "lampiran": [annex], "urutkan": True}
    old.write_text(json.dumps(data), encoding="utf-8")
    made(tmp_path, old, 2027)
    before, new = kpu.load(old), kpu.load(tmp_path / "baru" / "keputusan.yaml")
    assert before.kantor
    assert new.kantor
    assert (new.kantor.alamat, new.kantor.abaikan) == (before.kantor.alamat, before.kantor.abaikan)
    assert tata_naskah.of(new) == tata_naskah.of(before)
    assert (new.lampiran, new.urutkan) == (before.lampiran, True)
    assert kpu.render_bytes(new, "docx")


def test_the_emblem_comes_along_with_the_office(tmp_path: Path) -> None:
    old = written(tmp_path)
    office = 'tempat = "Mojokerto"\n[tata_naskah.kop]\nlambang = "alur.png"\n'
    old.with_name("kantor.toml").write_text(office, encoding="utf-8")
    shutil.copy(EXAMPLES / "naskah_contoh" / "alur.png", old.parent)
    made(tmp_path, old, 2027)
    assert kpu.render_bytes(kpu.load(tmp_path / "baru" / "keputusan.yaml"), "docx")


def test_many_rows_are_raised_at_once(tmp_path: Path) -> None:
    rows = [{"kegiatan": f"Rapat {at} Tahun 2026"} for at in range(200)]
    old = written(tmp_path, lampiran=[{"rencana_kerja": {"bagian": [{"kegiatan": rows}]}}])
    data, report = next_year(old, 2027)
    assert len(report.raised) == 201
    assert "2026" not in str(data["lampiran"])


@pytest.mark.parametrize(
    ("tahun", "message"),
    [
        ("x", "--tahun: harus bilangan bulat"),
        ("27", "antara 1900 dan 2099"),
        ("2026", "harus sesudah"),
        ("2025", "2026"),
    ],
)
def test_a_year_that_does_not_fit(tahun: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = written(tmp_path)
    assert message in refused(capsys, "--from", str(old), "--tahun", tahun, "-o", str(tmp_path / "baru"))
    assert not (tmp_path / "baru").exists()


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = written(tmp_path)
    said = refused(capsys, "--from", str(old), "--tahun", "2027", "-o", str(old.parent))
    assert "folder ini tidak kosong" in said
    assert "folder ini tidak kosong" in refused(capsys, "--from", str(old), "--tahun", "2027", "-o", str(old))
    assert [one.name for one in old.parent.iterdir()] == ["keputusan.yaml"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("tiada.yaml", None, "berkas tidak ada"),
        ("lama.docx", b"PK", "rusak atau terpotong"),
        ("lama.yaml", b"", "kosong"),
        ("lama.odt", b"x", "tidak dikenal; yang dikenal: .yaml, .yml, .json, .xlsx, .docx, .pdf, .txt"),
        ("lama.json", b"{", "lama.json:1:2"),
    ],
)
def test_an_old_file_that_cannot_be_read(
    name: str, content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = refused(capsys, "--from", str(tmp_path / name), "--tahun", "2027", "-o", str(tmp_path / "baru"))
    assert message in said
    assert not (tmp_path / "baru").exists()
