"""Every Word file that this library makes is one that Word opens, as far as is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import kpu_docs as kpu
from kpu_docs.rendering import KINDS, render_reviewed
from kpu_docs.wordfile import faults, opened
from tests.building import LEAST, plan

EXAMPLES = Path(__file__).parents[2] / "examples"
DECREES = sorted(EXAMPLES.glob("*/keputusan.yaml"))


def told(docx: bytes) -> list[str]:
    assert opened(docx, "a.docx")
    return [str(fault) for fault in faults(docx)]


@pytest.mark.parametrize("file", DECREES, ids=lambda file: file.parent.name)
def test_the_examples(file: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(file)
    for naskah in KINDS if kpu.petikan.names(keputusan) else [kind for kind in KINDS if kind != "petikan"]:
        assert told(kpu.render_bytes(keputusan, "docx", naskah=naskah, force=True)) == []
    reviewed = render_reviewed(keputusan, list(kpu.check(keputusan)), tmp_path / "a.docx")
    assert told(reviewed.read_bytes()) == []


OFFICE = """
[tata_naskah]
kata_penyambung.ada = true
jdih.alamat = "jdih.contoh.invalid/a?b&c"
kop.lambang = "logo.png"
elektronik.e_office = "srikandi"
huruf.nama = 'Huruf & "Lain" <x>'
"""


def test_whatever_an_office_can_ask_for(tmp_path: Path) -> None:
    Image.new("1", (4, 4)).save(tmp_path / "logo.png")
    (tmp_path / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    rows = [{"kegiatan": f"{n}. a & b", "sub_kegiatan": ["<c>", "d"][n % 2], "bulan": {3: "x"}} for n in range(40)]
    nested = {"teks": "satu", "daftar": ["a", {"teks": "b", "daftar": ["c", {"teks": "d", "daftar": ["e"]}]}]}
    keputusan = kpu.load(LEAST | {"diktum": [nested] * 22, "lampiran": plan(*rows) * 2}, base=tmp_path)
    for naskah in ("rancangan", "asli", "salinan"):
        assert told(kpu.render_bytes(keputusan, "docx", naskah=naskah, embed=naskah == "asli", force=True)) == []


@pytest.mark.parametrize("folder", ["massal_kpps", "massal_rencana"])
def test_batches(folder: str, tmp_path: Path) -> None:
    [data] = (EXAMPLES / folder).glob("data.*")
    for result in kpu.batch(EXAMPLES / folder / "pola.yaml", data, tmp_path, formats=["docx"], workers=1):
        assert [told(file.path.read_bytes()) for file in result.files] == [[]]
