"""What can go wrong around a run: disk, folder, a kill, another run, another program, names that lead outside."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import kpu_docs as kpu
from kpu_docs import cli, rendering
from tests.batching.making import line, write
from tests.inputs.decrees import DECREE, data, only
from tests.inputs.xlsx.sheets import content, fill, plan

posix = pytest.mark.skipif(os.name == "nt", reason="limits, users and signals of POSIX")
HALF = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor" / "keputusan"
    folder.mkdir(parents=True)
    path = folder / "keputusan.yaml"
    path.write_text(DECREE, encoding="utf-8")
    return path


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


FULL = """
import resource, sys
from kpu_docs import cli
import kpu_docs.rendering, kpu_docs.writers.docx, kpu_docs.writers.pdf
resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))
sys.exit(cli.main(sys.argv[1:]))
"""


@posix
def test_a_disk_that_holds_no_more(file: Path, tmp_path: Path) -> None:
    # The DOCX still has room, the PDF has not: neither is written.
    process = python(FULL, "render", str(file), "-o", str(tmp_path / "hasil"))
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    target = tmp_path / "hasil" / "keputusan.pdf"
    assert err == f"{target}: tidak dapat ditulis: lebih besar daripada yang boleh disimpan di sini\n"
    assert list((tmp_path / "hasil").iterdir()) == []


@posix
def test_a_disk_that_holds_no_more_in_a_batch(tmp_path: Path) -> None:
    pola, rows = write(tmp_path, line(1), line(2))
    process = python(FULL, "batch", str(pola), str(rows), "-o", str(tmp_path / "hasil"), "-j", "1")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.count(".pdf: tidak dapat ditulis: ") == 2
    assert {name.name for name in (tmp_path / "hasil").iterdir()} == {"laporan.json", "laporan.xlsx"}


@contextlib.contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere; nobody may not."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@posix
def test_a_folder_that_may_only_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "keputusan.yaml", tmp_path / "hasil"
    source.write_text(DECREE, encoding="utf-8")
    target.mkdir()
    (target / "keputusan.txt").write_bytes(b"lama")
    target.chmod(0o555)
    own = [folder for folder in tmp_path.parents if "pytest-of-" in str(folder)]  # closed to others
    for folder in (tmp_path, *own):
        folder.chmod(0o755)
    # All modules are loaded now: nobody may not read those of root.
    assert cli.main(["render", str(source), "-f", "txt", "-o", str(tmp_path)]) == 0
    with ordinary_user():
        assert cli.main(["render", str(source), "-f", "txt", "-o", str(target)]) == 2
        assert cli.main(["render", str(source), "-f", "txt", "-o", str(target / "baru")]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{target / 'keputusan.txt'}: tidak dapat ditulis: tutup berkas ini di Word")
    assert second.startswith(f"{target / 'baru'}: tidak dapat ditulis: ")
    assert "periksa izin foldernya" in second
    assert {name.name: name.read_bytes() for name in target.iterdir()} == {"keputusan.txt": b"lama"}


KILLED = """
import os, pathlib, signal, sys
from kpu_docs import rendering
folder, moment = pathlib.Path(sys.argv[1]), sys.argv[2]
write, replace = pathlib.Path.write_bytes, os.replace
def die(): os.kill(os.getpid(), signal.SIGKILL)
def half(self, data):
    write(self, data[: len(data) // 2])
    die()
def before(*names): die()
def after(*names):
    replace(*names)
    die()
if moment == "half": pathlib.Path.write_bytes = half
else: os.replace = {"before": before, "after": after}[moment]
rendering.write_all({folder / "a.docx": b"baru" * 1000, folder / "a.pdf": b"baru" * 1000})
"""


@posix
@pytest.mark.parametrize(("moment", "made"), [("half", []), ("before", []), ("after", ["a.docx"])])
def test_a_run_that_is_killed_leaves_whole_files(moment: str, made: list[str], tmp_path: Path) -> None:
    old, new = b"lama", b"baru" * 1000
    for name in ("a.docx", "a.pdf"):
        (tmp_path / name).write_bytes(old)
    process = python(KILLED, str(tmp_path), moment)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    whole = {name.name: name.read_bytes() for name in tmp_path.iterdir() if not HALF.fullmatch(name.name)}
    assert whole == {name: new if name in made else old for name in ("a.docx", "a.pdf")}
    rendering.write_all({tmp_path / name: new for name in ("a.docx", "a.pdf")})
    assert (tmp_path / "a.pdf").read_bytes() == new


def test_a_run_that_is_stopped_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def stopped(source: Path, target: Path) -> None:
        if target.suffix == ".pdf":
            monkeypatch.undo()
            raise KeyboardInterrupt
        replace(source, target)

    (tmp_path / "a.docx").write_bytes(b"lama")
    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        rendering.write_all(dict.fromkeys([tmp_path / "a.docx", tmp_path / "a.pdf"], b"baru"))
    assert {name.name: name.read_bytes() for name in tmp_path.iterdir()} == {"a.docx": b"lama"}


def test_two_runs_at_once_write_whole_files(tmp_path: Path) -> None:
    targets = [tmp_path / name for name in ("a.docx", "a.pdf")]
    contents = [bytes([65 + number]) * 50_000 for number in range(4)]

    def run(content: bytes) -> None:
        for _ in range(25):
            rendering.write_all(dict.fromkeys(targets, content))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, contents))
    assert sorted(tmp_path.iterdir()) == targets
    assert {target.read_bytes() for target in targets} <= set(contents)


def test_what_another_run_sweeps_up_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = Path.write_bytes

    def swept(self: Path, data: bytes) -> int:
        size = write_bytes(self, data)
        monkeypatch.undo()
        self.unlink()
        return size

    monkeypatch.setattr(Path, "write_bytes", swept)
    rendering.write_all({tmp_path / "a.docx": b"baru", tmp_path / "a.pdf": b"baru"})
    assert {name.name: name.read_bytes() for name in tmp_path.iterdir()} == {"a.docx": b"baru", "a.pdf": b"baru"}


BATCH = "import sys; from kpu_docs import cli; sys.exit(cli.main(sys.argv[1:]))"


@pytest.mark.slow
def test_two_batches_into_one_folder_at_once(tmp_path: Path) -> None:
    hasil = tmp_path / "hasil"
    alone: dict[str, set[bytes]] = {}
    calls = []
    for name in ("satu", "dua"):
        pola, rows = write(tmp_path / name, *(line(number, alasan=name) for number in range(1, 41)))
        calls.append(["batch", str(pola), str(rows), "-o", str(hasil), "-j", "1", "-f", "docx,txt"])
        for result in kpu.batch(pola, rows, tmp_path / name / "sendiri", formats=["docx", "txt"], workers=1):
            for one in result.files:
                alone.setdefault(one.path.name, set()).add(one.path.read_bytes())
    for _ in range(4):
        processes = [python(BATCH, *call) for call in calls]
        said = [process.communicate(timeout=120)[1] for process in processes]
        assert [process.returncode for process in processes] == [0, 0], said
        assert "tidak dapat ditulis" not in "".join(said)
        assert json.loads((hasil / "laporan.json").read_bytes())["jumlah"]["gagal"] == 0
        found = {one.name: one.read_bytes() for one in hasil.iterdir() if not one.name.startswith("laporan.")}
        assert found.keys() == alone.keys()
        assert all(found[name] in alone[name] for name in found)
        for file in hasil.iterdir():
            file.unlink()


# Names in the data that lead outside


def naming(name: str) -> dict[str, dict[str, Any]]:
    """Decrees that name a file, in each way there is."""
    return {
        "emblem": data(kantor={"tata_naskah": {"kop": {"lambang": f"{name}.png"}}}),
        "picture": data(
            lampiran={"judul": "x", "naskah": {"isi": [{"gambar": {"berkas": f"{name}.png", "alt": "x"}}]}}
        ),
        "annex": data(lampiran={"judul": "x", "rencana_kerja": f"{name}.xlsx#Rencana"}),
        "rows": data(lampiran={"judul": "x", "tabel": {"kolom": ["A"], "baris": f"{name}.xlsx#Rencana"}}),
    }


def fill_folder(folder: Path) -> None:
    """A picture and a workbook called `rahasia`."""
    out = BytesIO()
    Image.new("1", (4, 4)).save(out, "PNG")
    (folder / "rahasia.png").write_bytes(out.getvalue())
    (folder / "rahasia.xlsx").write_bytes(content(fill(plan(), 3, 1, "Rapat", "Sub", "hadir", "x")))


def refusal(decree: dict[str, Any], base: Path) -> str:
    with pytest.raises(kpu.InputError) as caught:
        kpu.render_bytes(kpu.load(decree, base=base), "txt")
    return str(caught.value)


@pytest.mark.parametrize("way", naming(""))
def test_a_name_that_leads_outside(way: str, file: Path) -> None:
    outside = file.parents[2]
    fill_folder(outside)
    (file.parent / "tautan").symlink_to(outside)
    for kind in (".png", ".xlsx"):
        (file.parent / f"pintas{kind}").symlink_to(outside / f"rahasia{kind}")
    names = ("../../rahasia", str(outside / "rahasia"), "tautan/rahasia", "pintas", "./.././../rahasia")
    for name in (*names, r"\\server\bagi\rahasia", "//server/bagi/rahasia"):
        assert "di luar folder" in refusal(naming(name)[way], file.parent), name
    for name in ("a\0b", "x" * 300, r"C:\rahasia", "~/rahasia", "lupa", "CON"):
        assert re.search("tidak ada|tidak sah|tidak dapat|di luar folder", refusal(naming(name)[way], file.parent))


@pytest.mark.parametrize("way", naming(""))
def test_a_name_that_stays_inside(way: str, file: Path) -> None:
    fill_folder(file.parents[1])
    decree = naming("../rahasia")[way]
    if way == "rows":
        assert "di luar" not in refusal(decree, file.parent)  # the sheet was read, its columns are others
    else:
        assert kpu.render_bytes(kpu.load(decree, base=file.parent), "txt")


@pytest.mark.parametrize("name", ["kantor.toml", "peraturan.toml"])
def test_a_file_of_the_office_that_is_a_link_outside(name: str, file: Path) -> None:
    outside = file.parents[2] / name
    outside.write_text("rahasia", encoding="utf-8")
    file.with_name(name).symlink_to(outside)
    complaint = only(file)
    assert "di luar folder" in complaint.message
    assert "rahasia" not in str(complaint)
