"""The command line: what it writes, what it says, its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs import cli, rendering
from kpu_docs.complaints import InputError
from tests.inputs.decrees import DECREE
from tests.templating.making import template, texts


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    (folder / "keputusan.yaml").write_text(DECREE, encoding="utf-8")
    return Path("keputusan.yaml")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.suffix not in (".yaml", ".toml"))


def test_render_writes_docx_and_pdf_here(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["render", "keputusan.yaml"]) == 0
    assert names(folder) == ["keputusan.docx", "keputusan.pdf"]
    out, err = capsys.readouterr()
    assert (out, err) == ("keputusan.docx\nkeputusan.pdf\n", "")


def test_render_to_a_folder_that_is_made(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["render", "keputusan.yaml", "-o", "hasil/2022", "-f", "txt, txt"]) == 0
    target = Path("hasil", "2022", "keputusan.txt")
    assert target.read_bytes() == kpu.render_bytes(kpu.load(file), "txt")
    assert names(folder / "hasil" / "2022") == ["keputusan.txt"]
    assert capsys.readouterr().out == f"{target}\n"


def test_several_kinds_are_told_apart_by_name(file: Path, folder: Path) -> None:
    assert cli.main(["render", "keputusan.yaml", "-f", "txt", "--naskah", "asli,salinan", "--force"]) == 0
    assert names(folder) == ["keputusan-asli.txt", "keputusan-salinan.txt"]
    assert b"SALINAN" in Path("keputusan-salinan.txt").read_bytes()
    assert cli.main(["render", "keputusan.yaml", "-f", "txt", "--naskah", "salinan", "--force", "-o", "satu"]) == 0
    assert names(folder / "satu") == ["keputusan.txt"]


def test_number_and_day_of_the_call(file: Path) -> None:
    call = ["render", "keputusan.yaml", "-f", "txt", "--nomor", "77 TAHUN 2026", "--tanggal", "5 Januari 2026"]
    assert cli.main(call) == 0
    text = Path("keputusan.txt").read_text(encoding="utf-8")
    assert "NOMOR 77 TAHUN 2026" in text
    assert "5 Januari 2026" in text


def test_a_template_is_for_the_docx_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kop.docx").write_bytes(template("Kop {{ nomor }}").data)
    assert cli.main(["render", "keputusan.yaml"]) == 0
    pdf = Path("keputusan.pdf").read_bytes()
    assert cli.main(["render", "keputusan.yaml", "--template", "kop.docx"]) == 0
    assert texts(Path("keputusan.docx").read_bytes())[0].startswith("Kop ")
    assert Path("keputusan.pdf").read_bytes() == pdf
    Path("kop.docx").write_bytes(template("{{ nomr }}").data)
    capsys.readouterr()
    assert cli.main(["render", "keputusan.yaml", "keputusan.yaml", "--template", "kop.docx"]) == 2
    assert capsys.readouterr().err.count("nomr") == 3
    for call in (["render", "keputusan.yaml"], ["batch", "keputusan.yaml", "data.csv", "-o", "hasil"]):
        assert cli.main([*call, "-f", "pdf", "--template", "kop.docx"]) == 2
        assert capsys.readouterr().err.endswith(": --template hanya untuk format docx\n")


def test_the_other_files_go_on(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("salah.yaml").write_text("tentang: *x\n", encoding="utf-8")
    assert cli.main(["render", "salah.yaml", "lupa.json", "keputusan.yaml", "-f", "txt"]) == 2
    assert names(folder) == ["keputusan.txt"]
    out, err = capsys.readouterr()
    assert out == "keputusan.txt\n"
    first, second = err.splitlines()
    assert first.startswith("salah.yaml:1:10: teks yang diawali *")
    assert second.startswith("lupa.json: berkas tidak ada")


def test_all_formats_or_none(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kpu_docs.writers import pdf

    def fail(*_: object) -> bytes:
        raise InputError()

    monkeypatch.setattr(pdf, "write", fail)
    assert cli.main(["render", "keputusan.yaml", "-o", "hasil"]) == 2
    assert names(folder) == []


@pytest.mark.parametrize("other", ["keputusan.yaml", "lain/keputusan.yml", "lain/KEPUTUSAN.json"])
def test_equal_targets_are_refused_before_anything_is_written(
    other: str, file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["render", "keputusan.yaml", other]) == 2
    assert names(folder) == []
    err = capsys.readouterr().err
    assert f"akan ditulis dari keputusan.yaml dan dari {Path(other)}" in err
    assert len(err.splitlines()) == 2


def test_a_file_open_in_word(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def locked(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(source))

    monkeypatch.setattr(os, "replace", locked)
    assert cli.main(["render", "keputusan.yaml"]) == 2
    assert capsys.readouterr().err.startswith("keputusan.docx: tidak dapat ditulis: tutup berkas ini di Word")


def test_a_target_that_is_a_folder(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("keputusan.pdf").mkdir()
    assert cli.main(["render", "keputusan.yaml"]) == 2
    assert capsys.readouterr().err == "keputusan.pdf: tidak dapat ditulis: nama ini sudah dipakai sebuah folder\n"
    assert not Path("keputusan.docx").exists()


def test_a_folder_that_is_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["render", "keputusan.yaml", "-o", "keputusan.yaml"]) == 2
    assert cli.main(["render", "keputusan.yaml", "-o", "keputusan.yaml/hasil"]) == 2
    assert [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()] == ["tidak dapat ditulis"] * 2


def test_notes_are_warnings(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(DECREE.replace("Rapat", "Rapat ke #2"), encoding="utf-8")
    assert cli.main(["render", "keputusan.yaml", "-f", "txt"]) == 0
    assert capsys.readouterr().err.startswith("peringatan: keputusan.yaml:2:19: tentang: teks terpotong")


def test_rules_are_looked_up_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["peraturan", "Kearsipan", "28"]) == 0
    key, cited, *known = capsys.readouterr().out.splitlines()
    assert key == "pp-28-2012"
    assert cited.startswith("  Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan")
    assert known == [
        "  ditetapkan 27 Februari 2012, diundangkan 27 Februari 2012 (keyakinan tinggi)",
        "  keyakinan tinggi: 2 naskah sama (naskahnya sendiri, Peraturan ANRI 6/2021, JDIH Kementerian Keuangan)",
        "  perubahan sesudah 22 Desember 2025 tidak dikenal",
    ]


def test_a_key_is_looked_up_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["peraturan", "uu-7-2017"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "uu-7-2017"
    assert "  diubah dengan: perppu-1-2022, menjadi uu-7-2023; uu-7-2023" in lines
    assert lines[-1] == "  keadaan terakhirnya diperiksa pada naskah resmi tanggal 22 Desember 2025"
    assert cli.main(["peraturan", "uu-32-2004"]) == 0
    out = capsys.readouterr().out
    assert "196 naskah sama, 6 menyebut yang lain" in out
    assert "perubahannya tidak diperiksa" in out


def test_without_words_all_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["peraturan"]) == 0
    keys = capsys.readouterr().out.splitlines()
    assert len(keys) == len(set(keys)) == 833
    assert keys[0] == "uu-7-2017"


CALLS = {
    "nothing": ([], ("pemakaian: kpu-docs", "perintah:", "render")),
    "unknown command": (["rendr"], ("perintah rendr tidak dikenal", "render")),
    "no file": (["render"], ("pemakaian: kpu-docs render", "belum ditulis: FILE")),
    "unknown option": (["render", "a.yaml", "--foo"], ("tidak dikenal: --foo",)),
    "option without value": (["render", "a.yaml", "-o"], ("-o: isinya belum ditulis",)),
    "flag with value": (["render", "a.yaml", "--help=ya"], ("tidak menerima isi",)),
    "unknown format": (["render", "a.yaml", "-f", "docx,odt"], ("-f: tidak dikenal", "docx, html, pdf, txt", "odt")),
    "unknown kind": (["render", "a.yaml", "--naskah", "salinn"], ("--naskah: tidak dikenal", "salinan")),
    "number for two": (["render", "a.yaml", "b.yaml", "--nomor", "1"], ("hanya untuk satu FILE",)),
    "day for two": (["render", "a.yaml", "b.yaml", "--tanggal", "1"], ("hanya untuk satu FILE",)),
    "unknown words": (["peraturan", "pkpu-8-2091"], ("tidak ada yang memuat", "mungkin maksudnya pkpu-8-20")),
    "unknown rules": (["tata-naskah", "kpu-2024"], ("tidak dikenal", "mungkin maksudnya kpu-202")),
    "unknown rules, begun": (["tata-naskah", "kpu-2022"], ("mungkin maksudnya kpu-2022-klasifikasi",)),
}


@pytest.mark.parametrize("case", CALLS)
def test_wrong_calls_are_answered_in_indonesian(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    call, words = CALLS[case]
    assert cli.main(call) == 2
    out, err = capsys.readouterr()
    assert out == ""
    for word in words:
        assert word in err
    for english in ("usage", "error", "argument", "required", "choose", "options", "positional"):
        assert english not in err


@pytest.mark.parametrize("call", [[], ["render"], ["tata-naskah"], ["peraturan"], ["schema"], ["init"]])
def test_help_is_in_indonesian(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*call, "-h"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("pemakaian: kpu-docs")
    assert "tampilkan bantuan ini" in out
    for english in ("usage", "show", "options", "positional", "optional"):
        assert english not in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"kpu-docs {kpu.__version__}\n"


def test_tata_naskah_shows_every_value_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    from kpu_docs import tata_naskah

    assert cli.main(["tata-naskah", "kpu-2019"]) == 0
    title, _, *lines = capsys.readouterr().out.splitlines()
    assert title == "kpu-2019"
    assert len(lines) == len(tata_naskah.sourced("kpu-2019"))
    assert len({line.index(" = ") for line in lines}) == 1
    for line, value in zip(lines, tata_naskah.sourced("kpu-2019"), strict=True):
        assert line.startswith(value.path)
        assert line.endswith(f"keyakinan {value.keyakinan}; sumber: {value.sumber}")
    assert any(line.startswith("judul.republik_indonesia") and "= ya " in line for line in lines)


def test_tata_naskah_without_a_name_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["tata-naskah"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "Tata naskah yang ada: kpu-2019, kpu-2022-klasifikasi, kpu-2023. Bila tidak dipilih: kpu-2023."
    )
    assert "\nkpu-2023\n" in out


def test_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    assert cli.main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["title"] == "Keputusan"
    assert set(schema["properties"]) == set(kpu.Keputusan.model_fields)


def test_ctrl_c_is_quiet(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(rendering, "render_bytes", stop)
    assert cli.main(["render", "keputusan.yaml"]) == 130
    assert capsys.readouterr() == ("", "")


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(Path(kpu.__file__).parents[1]), "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "kpu_docs", *arguments], capture_output=True, env=environment, check=False
    )


def test_the_module_is_the_command(file: Path) -> None:
    done = run("render", "keputusan.yaml", "-f", "txt")
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"keputusan.txt"], b"")


def test_a_console_that_lacks_a_sign(file: Path) -> None:
    file.write_text(DECREE.replace("Rapat", "Rapat ke #2\u2713"), encoding="utf-8")
    done = run("render", "keputusan.yaml", "-f", "txt", encoding="ascii")
    assert done.returncode == 0
    assert b"#2?" in done.stderr


def test_a_reader_that_leaves(file: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(kpu.__file__).parents[1])}
    command = [sys.executable, "-m", "kpu_docs", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""


def test_the_command_line_imports_nothing_heavy() -> None:
    code = (
        "import sys, kpu_docs.cli; kpu_docs.cli.main(['--version']); "
        "print(*{'pydantic', 'docx', 'reportlab', 'babel', 'ruamel.yaml', 'PIL'} & sys.modules.keys())"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(kpu.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True, text=True)
    assert done.stdout.splitlines() == [f"kpu-docs {kpu.__version__}", ""]


def test_writing_a_decree_loads_nothing_that_it_does_not_need(file: Path) -> None:
    """Each of these takes longer to load than a decree to write."""
    code = (
        "import sys, kpu_docs.cli; kpu_docs.cli.main(['render', 'keputusan.yaml']); "
        "print(*{'docx', 'docxtpl', 'lxml', 'babel', 'openpyxl', 'xml.sax', 'urllib.request'} & sys.modules.keys())"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(kpu.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.split() == ["keputusan.docx", "keputusan.pdf"]
