"""`kpu-docs batch`: exit codes, what is printed, stopping it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs import cli
from tests.batching.making import line, made, write

SPOILED = {
    50: {"tanggal": "30 Februari 2026"},
    150: {"satker": "kota-mojokrto"},
    250: {"tempat": ""},
    350: {"ketua": "\u0007"},
    450: {"alasan": "\u4e00"},
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_is_well(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    write(Path(), line(1), line(2))
    assert cli.main(["batch", "pola.yaml", "data.csv", "-o", "hasil", "-f", "txt", "--nama", "{{ tempat }}"]) == 0
    assert capsys.readouterr() == (f"2 dari 2 baris: 2 dibuat; lihat {Path('hasil', 'laporan.xlsx')}\n", "")
    assert sorted(made(folder / "hasil")) == ["Tempat-1.txt", "Tempat-2.txt"]
    assert cli.main(["batch", "pola.yaml", "data.csv", "-o", "hasil", "-f", "txt", "--nama", "{{ tempat }}"]) == 0
    assert "2 tidak berubah" in capsys.readouterr().out


def test_rows_that_fail(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), line(1), line(4, tanggal="x"))
    assert cli.main(["batch", "pola.yaml", "data.csv", "-o", "hasil", "-f", "txt", "-j", "1"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("2 dari 2 baris: 1 dibuat, 1 gagal")
    assert err.startswith("baris 2: data.csv:3: ditetapkan.pada: harus tanggal")


def test_remarks_are_told_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), line(1), line(1))
    assert cli.main(["batch", "pola.yaml", "data.csv", "-o", "hasil", "-f", "txt"]) == 0
    assert capsys.readouterr().err.startswith("catatan: nomor 1 TAHUN 2026 dari Komisi Pemilihan Umum Kabupaten Sleman")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["lupa.yaml", "data.csv", "-o", "hasil"], "lupa.yaml: berkas tidak ada"),
        (["pola.yaml", "lupa.csv", "-o", "hasil"], "lupa.csv: berkas tidak ada"),
        (["pola.yaml", "data.csv"], "belum ditulis: -o"),
        (["pola.yaml", "data.csv", "-o", "hasil", "-j", "0"], "-j: harus bilangan bulat, paling kecil 1 (tertulis: 0)"),
        (["pola.yaml", "data.csv", "-o", "hasil", "-j", "dua"], "-j: harus bilangan bulat"),
        (["pola.yaml", "data.csv", "-o", "hasil", "-f", "odt"], "format: tidak dikenal"),
        (["pola.yaml", "data.csv", "-o", "hasil", "--nama", "{{ x }}"], "kolom x tidak ada di data"),
        (["pola.yaml", "data.csv", "-o", "data.csv"], "data.csv: tidak dapat ditulis: nama ini sudah dipakai"),
    ],
)
def test_a_wrong_call(call: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), line(1))
    assert cli.main(["batch", *call]) == 2
    assert message in capsys.readouterr().err
    assert not Path("hasil").exists()


def test_the_pattern_in_doubt_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    pola, _ = write(Path(), line(1))
    pola.write_text(pola.read_text(encoding="utf-8").replace("- Berlaku.", "- Berlaku ke #2"), encoding="utf-8")
    assert cli.main(["batch", "pola.yaml", "data.csv", "-o", "hasil", "-f", "txt"]) == 0
    assert capsys.readouterr().err.startswith("peringatan: pola.yaml:10:16: diktum[2]: teks terpotong")


def start(target: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(Path(kpu.__file__).parents[1])}
    call = [sys.executable, "-m", "kpu_docs", "batch", "pola.yaml", "data.csv", "-o", target, "-j", "2"]
    return subprocess.Popen(
        call, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def wait_for_half(target: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(3000):
        if target.is_dir() and len(list(target.glob("*.pdf"))) > 200:
            return
        assert process.poll() is None, "it was done before it could be stopped"
        time.sleep(0.01)
    raise AssertionError("it took too long")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_514_decrees_with_5_spoiled_rows_also_after_being_killed(folder: Path) -> None:
    write(Path(), *(line(number, **SPOILED.get(number, {})) for number in range(1, 515)))
    with start("utuh") as process:
        out, err = process.communicate(timeout=300)
    assert process.returncode == 1
    faults = [text for text in err.decode().splitlines() if text.startswith("baris ")]
    assert sorted(text.split()[1] for text in faults) == ["150:", "250:", "350:", "450:", "50:"]
    assert out.decode().startswith("514 dari 514 baris: 509 dibuat, 5 gagal")
    whole = made(folder / "utuh")
    assert len(whole) == 2 * 509

    for target, stop in (("bunuh", signal.SIGKILL), ("henti", signal.SIGINT)):
        with start(target) as process:
            wait_for_half(folder / target, process)
            os.killpg(process.pid, stop)
            _, err = process.communicate(timeout=60)
        assert process.returncode == (-stop if stop is signal.SIGKILL else 130)
        half = {name: data for name, data in made(folder / target).items() if not name.endswith(".tmp")}
        assert 200 < len(half) < 2 * 509
        assert half.items() <= whole.items()
        if stop is signal.SIGINT:
            assert b"dihentikan: " in err
            assert b"Traceback" not in err
        with start(target) as process:
            out, _ = process.communicate(timeout=300)
        assert process.returncode == 1
        assert b"tidak berubah" in out
        assert made(folder / target) == whole
