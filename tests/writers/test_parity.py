"""The same lines on the same pages: our PDF against LibreOffice's rendering of our DOCX with the same font.

Only the body of the decree is held to it: table cells differ by fractions of a border between the programs.
"""

from __future__ import annotations

import difflib
import io
import os
import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from PIL import Image

from kpu_docs import load, render_bytes, tata_naskah
from kpu_docs.layout.pages import lay_out
from kpu_docs.model import Keputusan
from tests.building import LEAST, composed, decree

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/keputusan.yaml"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang"),
]

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
 <dir>{fonts}</dir>
 <cachedir>{cache}</cachedir>
 <match target="pattern">
  <test name="family"><string>Bookman Old Style</string></test>
  <edit name="family" mode="assign" binding="strong"><string>KPU Bonum</string></edit>
 </match>
</fontconfig>
"""

Lines = list[tuple[int, str]]


def libreoffice(docx: bytes, folder: Path) -> bytes:
    """The DOCX as LibreOffice prints it, its letter replaced by ours and by no other."""
    (folder / "keputusan.docx").write_bytes(docx)
    with as_file(files("kpu_docs") / "fonts") as fonts:
        (folder / "fonts.conf").write_text(FONTS.format(fonts=fonts, cache=folder / "cache"))
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(folder / "keputusan.docx"),
            ],
            env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
            check=True,
            capture_output=True,
            timeout=180,
        )
    return (folder / "keputusan.pdf").read_bytes()


def body_lines(pdf: bytes, pages: int) -> Lines:
    """The lines of the first pages, each with its page."""
    found = []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages[:pages], start=1):
            for line in page.extract_text_lines(x_tolerance=2, y_tolerance=2):
                text = line["text"].replace("\u2011", "-").replace("\u00ad", "-")
                found.append((number, "".join(text.split())))
    return found


def compared(keputusan: Keputusan, folder: Path) -> tuple[int, int, int, list[str]]:
    """How many lines there are, how many are the same, how many of these on the same page, and the others."""
    rules = tata_naskah.of(keputusan)
    pages = sum(page.section == 0 for page in lay_out(composed(keputusan), rules))
    ours = body_lines(render_bytes(keputusan, "pdf"), pages)
    theirs = body_lines(libreoffice(render_bytes(keputusan, "docx"), folder), pages)
    matcher = difflib.SequenceMatcher(None, [text for _, text in ours], [text for _, text in theirs], autojunk=False)
    pairs = [(ours[a + n], theirs[b + n]) for a, b, size in matcher.get_matching_blocks() for n in range(size)]
    others = [f"{ours[a1:a2]} / {theirs[b1:b2]}" for kind, a1, a2, b1, b2 in matcher.get_opcodes() if kind != "equal"]
    moved = [f"halaman {one[0]} / {other[0]}: {one[1]}" for one, other in pairs if one[0] != other[0]]
    return max(len(ours), len(theirs)), len(pairs), len(pairs) - len(moved), others + moved


def held(keputusan: Keputusan, folder: Path) -> None:
    lines, same, on_page, differences = compared(keputusan, folder)
    assert same >= 0.99 * lines, differences
    assert on_page == same, differences
    print(f"{same} dari {lines} baris sama, {on_page} pada halaman yang sama")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_breaks_into_the_same_lines_on_the_same_pages(path: Path, tmp_path: Path) -> None:
    held(load(path), tmp_path)


def test_many_recipients_do_not_take_the_signature_along(tmp_path: Path) -> None:
    recipients = [f"Penerima salinan yang ke-{number};" for number in range(28)]
    held(decree(diktum=["Baris."] * 5, tembusan=recipients), tmp_path)


LIST = {
    "teks": "Tim mempunyai tugas sebagai berikut ini, yang dilaksanakan menurut kebutuhan masing-masing bagian:",
    "daftar": [
        "menyusun rancangan dokumen tahun 2025-2029 bersama Kabupaten/Kota;",
        {
            "teks": "memeriksa *draft* dokumen, yaitu:",
            "daftar": ["kelengkapan;", {"teks": "isi:", "daftar": ["a;", "b."]}],
        },
    ],
}


@pytest.mark.parametrize("count", [3, 8, 13, 18, 23])
def test_lists_details_and_signatures_agree_wherever_the_page_ends(count: int, tmp_path: Path) -> None:
    changes: dict[str, Any] = {
        "naskah": "salinan",
        "tentang": "PEMBENTUKAN TIM PENYUSUN DOKUMEN PERENCANAAN KOMISI PEMILIHAN UMUM KABUPATEN CONTOH TAHUN 2026",
        "menimbang": ["bahwa untuk kelancaran tugas perlu dibentuk sebuah tim;"] * (count % 5 + 1),
        "mengingat": ["Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"] * count,
        "memperhatikan": ["Berita Acara;"] * (count % 2),
        "diktum": [
            LIST,
            {"teks": "Rincian:", "rincian": {"Nama": "Contoh", "Jabatan Pokok": "Anggota " * 12}},
            "Selesai.",
        ]
        * (count // 8 + 1),
        "tembusan": ["Ketua Komisi Pemilihan Umum;", "Arsip."],
    }
    held(decree(**changes), tmp_path)


OFFICE = {"pejabat": [{"jabatan": "kepala hukum", "nama": "Kepala Contoh"}]}


@pytest.mark.parametrize("count", [6, 8, 10])
def test_signature_and_certification_stay_together_at_the_end_of_a_page(count: int, tmp_path: Path) -> None:
    held(decree(naskah="salinan", kantor=OFFICE, diktum=["Baris."] * count), tmp_path)


def test_words_with_slashes_and_hyphens_break_alike(tmp_path: Path) -> None:
    words = "Komisi Pemilihan Umum Provinsi, dan Kabupaten/Kota serta Perundang-undangan dan seterusnya begitu saja."
    held(decree(diktum=[f"{'x' * count} {words}" for count in range(1, 25)]), tmp_path)


def test_an_emblem_and_an_address_at_the_foot_take_the_same_room(tmp_path: Path) -> None:
    Image.new("1", (300, 200)).save(tmp_path / "logo.png")
    (tmp_path / "kantor.toml").write_text(
        "[tata_naskah]\nkop.lambang = 'logo.png'\njdih.alamat = 'jdih.kpu.go.id/jatim'\n", encoding="utf-8"
    )
    held(load(LEAST | {"naskah": "salinan", "diktum": ["Baris."] * 60}, base=tmp_path), tmp_path)


def test_a_watermark_takes_no_room(tmp_path: Path) -> None:
    held(decree(naskah="rancangan", diktum=["Baris."] * 60), tmp_path)
