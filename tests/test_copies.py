"""The copies of one decree: alike but for what must differ, and final ones refused while something is left to do."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs import cli, tata_naskah
from kpu_docs.blocks import Together, runs_of
from kpu_docs.complaints import InputError
from kpu_docs.copies import leftovers
from tests.building import LEAST, composed, decree
from tests.test_examples import EXAMPLES, FORMATS, SEED, read, words

KABUPATEN = next(folder for folder in EXAMPLES if folder.name == "kabupaten_contoh") / "keputusan.yaml"
CASES = [(folder / "keputusan.yaml", "txt") for folder in EXAMPLES] + [(KABUPATEN, format) for format in FORMATS[:-1]]
CERTIFIED: dict[str, Any] = {
    "mengingat": ["Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;"],
    "pengesah": {"jabatan": "Kepala Hukum", "nama": "Misal Belaka"},
}

each_case = pytest.mark.parametrize(("file", "format"), CASES, ids=[f"{file.parent.name}-{way}" for file, way in CASES])


def kind(keputusan: kpu.Keputusan, naskah: str) -> kpu.Keputusan:
    return keputusan.model_copy(update={"naskah": naskah})


def added(less: list[str], more: list[str]) -> Counter[str]:
    """The words that some have more than others, which are there in the same order."""
    waiting = [*reversed(less)]
    found = Counter[str]()
    for word in more:
        if waiting and waiting[-1] == word:
            waiting.pop()
        else:
            found[word] += 1
    assert waiting == []
    return found


def certification(keputusan: kpu.Keputusan) -> list[str]:
    blocks = (block for section in composed(keputusan).sections for block in section.blocks)
    found = (block for block in blocks if isinstance(block, Together) and block.role == "pengesahan")
    return [word for block in found for line in block.blocks for run in runs_of(line) for word in run.text.split()]


@each_case
def test_the_words_of_original_draft_and_copy_are_the_same(file: Path, format: str) -> None:
    original = kind(kpu.load(file), "asli")
    text = words(original, format)
    assert added(text, words(kind(original, "rancangan"), format)) == Counter(["RANCANGAN"])
    copy = kind(original, "salinan")
    ttd = tata_naskah.of(copy).kata.ttd
    signatures = 1 + sum(lampiran.tanda_tangan for lampiran in copy.lampiran)
    expected = Counter(["SALINAN", *[ttd] * signatures, *certification(copy)])
    assert added(text, words(copy, format)) == expected


@each_case
def test_the_words_of_a_petikan_are_those_of_the_copy(file: Path, format: str) -> None:
    copy = kind(kpu.load(file), "salinan")
    text = words(copy, format)
    swapped = {"PETIKAN": "SALINAN", "Petikan": "Salinan"}
    for name in kpu.petikan.names(copy):
        excerpt = read(kpu.render_bytes(copy, format, petikan=name, force=True), format)
        found = [swapped.get(word, word) for word in excerpt]
        opening = text.index("MEMUTUSKAN:")
        assert found[:opening] == text[:opening]
        assert {"SALINAN", "Salinan", "Ditetapkan", "Menimbang"}.isdisjoint(added(found, text))


def test_a_whole_petikan_says_what_the_copy_says() -> None:
    from kpu_docs.writers import txt

    for folder in EXAMPLES:
        copy = kind(kpu.load(folder / "keputusan.yaml"), "salinan")
        petikan = kind(copy, "petikan")
        rules = tata_naskah.of(copy)
        text = txt.write(composed(petikan), rules).decode().replace("PETIKAN", "SALINAN").replace("Petikan", "Salinan")
        assert text.split() == txt.write(composed(copy), rules).decode().split()


@pytest.mark.parametrize("naskah", ["salinan", "petikan"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_annex_is_certified_where_the_office_wants_it(naskah: str, format: str) -> None:
    team = {"judul": "Tim", "susunan_tim": {"anggota": ["Andai Saja", "Misal Kesatu"]}}
    data = LEAST | CERTIFIED | {"lampiran": [team, team | {"tanda_tangan": "tidak"}], "naskah": naskah}
    for office, count in (({}, 1), ({"tata_naskah": {"pengesahan": {"di_lampiran": "ya"}}}, 3)):
        found = words(kpu.load(data | {"kantor": office}), format)
        assert found.count("sesuai") == count * (2 if naskah == "petikan" else 1)


def test_a_final_copy_is_refused_with_all_that_is_left() -> None:
    with pytest.raises(InputError) as caught:
        kpu.render_bytes(kpu.load(SEED), "txt", naskah="salinan")
    head, *left = caught.value.complaints
    assert "salinan tidak dibuat, karena di bawah ini masih ada 4 hal yang harus dibetulkan" in head.message
    assert [one.line for one in left] == [13, 17, 90, 179]
    assert all(one.file.endswith("keputusan.yaml") for one in left)
    for naskah in ("rancangan", "asli"):
        assert kpu.render_bytes(kpu.load(SEED), "txt", naskah=naskah)
    copy = kpu.render_bytes(kpu.load(SEED), "txt", naskah="salinan", force=True)
    assert copy == kpu.render_bytes(kpu.load(SEED), "txt")


BLANKS: dict[str, tuple[dict[str, Any], tuple[str | int, ...], str]] = {
    "number": ({"nomor": ""}, ("nomor",), "belum bernomor"),
    "day": ({"ditetapkan": {"di": "Mojokerto"}}, ("ditetapkan", "pada"), "belum bertanggal"),
    "who certifies": ({"pengesah": {}}, ("naskah",), "belum diketahui"),
    "dots": ({"tentang": "Rapat ...."}, ("tentang",), '"...." belum diisi'),
    "placeholder": ({"menimbang": "bahwa {{ alasan }};"}, ("menimbang", 0, "isi", 0, "teks"), "belum diisi"),
    "salah": ({"diktum": ["Menetapkan dan dan menunjuk.", "Berlaku."]}, ("diktum", 0, "isi", 0, "teks"), "dua kali"),
}


@pytest.mark.parametrize("naskah", ["salinan", "petikan"])
@pytest.mark.parametrize("case", BLANKS)
def test_what_counts_as_left(case: str, naskah: str) -> None:
    changes, path, message = BLANKS[case]
    assert leftovers(decree(**CERTIFIED), [naskah]) == ()
    keputusan = decree(**CERTIFIED | changes)
    assert any(one.path == path and message in one.message for one in leftovers(keputusan, [naskah])[1:])
    assert leftovers(keputusan, ["rancangan", "asli", None]) == ()


def test_a_petikan_is_asked_for_by_name() -> None:
    with pytest.raises(InputError, match="hanya untuk naskah petikan"):
        kpu.render_bytes(decree(), "txt", naskah="asli", petikan="Andai")
    with pytest.raises(InputError, match="petikan tidak dibuat"):
        kpu.render_bytes(decree(nomor=""), "txt", petikan="Andai")


# The command line

TEAM = """\
satker: kota-mojokerto
nomor: 5 TAHUN 2026
tentang: Pembentukan Tim
menimbang: bahwa perlu dibentuk tim;
mengingat: Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;
diktum:
  - Membentuk Tim sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Mojokerto, pada: 2026-01-05}
penanda_tangan: {nama: Umpama Rekaan}
pengesah: {nama: Misal Belaka}
lampiran:
  judul: Pembentukan Tim
  susunan_tim:
    - {nama: 'Andai Saja, S.H.', kedudukan: Ketua}
    - {nama: Misal/Kesatu, kedudukan: Anggota}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a decree about a team."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tim.yaml").write_text(TEAM, encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.suffix != ".yaml")


def test_one_file_for_each_person_and_one_pdf_to_print(folder: Path) -> None:
    assert cli.main(["render", "tim.yaml", "--naskah", "petikan"]) == 0
    assert names(folder) == [
        "tim-petikan-Andai-Saja.docx",
        "tim-petikan-Andai-Saja.pdf",
        "tim-petikan-Misal-Kesatu.docx",
        "tim-petikan-Misal-Kesatu.pdf",
        "tim-petikan.pdf",
    ]
    one = kpu.render_bytes(kpu.load("tim.yaml"), "pdf", petikan="andai saja")
    assert Path("tim-petikan-Andai-Saja.pdf").read_bytes() == one


def test_the_petikan_of_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["render", "tim.yaml", "--petikan", "Andai Saja", "-f", "txt"]) == 0
    assert cli.main(["render", "tim.yaml", "--naskah", "asli,petikan", "--petikan", "x", "-f", "txt"]) == 2
    assert names(folder) == ["tim-petikan-Andai-Saja.txt"]
    assert "tim.yaml:1:1: petikan: tidak disebut dalam baris dan tidak ditunjuk dalam diktum" in capsys.readouterr().err
    assert cli.main(["render", "tim.yaml", "--naskah", "asli", "--petikan", "Andai Saja"]) == 2
    assert "--petikan hanya untuk --naskah petikan" in capsys.readouterr().err


@pytest.mark.parametrize("call", [["render", "tim.yaml"], ["verify", "tim.docx", "tim.yaml"]], ids=["render", "verify"])
def test_a_petikan_is_asked_for_once(call: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*call, "--petikan", "Andai Saja", "--petikan", "Misal/Kesatu"]) == 2
    assert "--petikan hanya satu kali; untuk setiap NAMA panggil tersendiri" in capsys.readouterr().err
    assert names(folder) == []


def test_two_decrees_of_one_name_and_one_person(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lain").mkdir()
    (folder / "lain" / "tim.yaml").write_text(TEAM, encoding="utf-8")
    call = ["--petikan", "Andai Saja, S.H., M.H.", "-f", "txt"]
    assert cli.main(["render", "tim.yaml", "lain/tim.yaml", *call]) == 2
    assert "tim-petikan-Andai-Saja.txt: akan ditulis dari tim.yaml" in capsys.readouterr().err
    (folder / "tim-petikan.yaml").write_text(TEAM, encoding="utf-8")
    assert cli.main(["render", "tim.yaml", "tim-petikan.yaml", *call]) == 0
    assert {"tim-petikan-Andai-Saja.txt", "tim-petikan-petikan-Andai-Saja.txt"} <= {*names(folder)}


def test_leftovers_refuse_all_kinds_of_the_decree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tim.yaml").write_text(TEAM.replace("5 TAHUN 2026", "''"), encoding="utf-8")
    call = ["render", "tim.yaml", "-f", "txt", "--naskah", "asli,salinan,petikan"]
    assert cli.main(call) == 2
    assert names(folder) == []
    head, left = capsys.readouterr().err.splitlines()
    assert "salinan dan petikan tidak dibuat, karena di bawah ini masih ada 1 hal" in head
    assert left == "tim.yaml:2:1: nomor: salinan ini belum bernomor (salinan_belum_lengkap)"
    assert cli.main([*call, "--force"]) == 0
    assert capsys.readouterr().err == (
        "peringatan: tim.yaml:2:1: nomor: tetap ditulis karena --force: salinan ini belum bernomor "
        "(salinan_belum_lengkap)\n"
    )
    assert len(names(folder)) == 4


def test_namesakes_are_a_warning(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tim.yaml").write_text(TEAM.replace("Misal/Kesatu", "ANDAI SAJA"), encoding="utf-8")
    assert cli.main(["render", "tim.yaml", "--naskah", "petikan", "-f", "txt"]) == 0
    assert "ada beberapa baris dengan nama ini" in capsys.readouterr().err


@pytest.mark.parametrize("other", ["tim-petikan.yaml", "TIM-petikan-Andai-Saja.yaml"])
def test_names_that_a_petikan_takes(other: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / other).write_text(TEAM, encoding="utf-8")
    assert cli.main(["render", other, "tim.yaml", "--naskah", "petikan,petikan", "-f", "txt"]) == 2
    assert names(folder) == []
    assert "ganti nama salah satunya" in capsys.readouterr().err


def test_the_checker_is_loaded_for_final_copies_alone(folder: Path) -> None:
    code = (
        "import sys; from kpu_docs import cli; cli.main(['render', 'tim.yaml', '-f', 'txt', *sys.argv[1:]]); "
        "print({'kpu_docs.checking', 'kpu_docs.petikan', 'kpu_docs.batching', 'openpyxl'} & sys.modules.keys())"
    )
    for kinds, loaded in (([], "set()"), (["--naskah", "rancangan,asli"], "set()"), (["--naskah", "salinan"], "check")):
        done = subprocess.run([sys.executable, "-c", code, *kinds], capture_output=True, check=True, text=True)
        assert loaded in done.stdout.splitlines()[-1]
