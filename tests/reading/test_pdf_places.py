"""PDF of other programs, read by where letters and rules stand on the page."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

import kpu_docs as kpu
from kpu_docs.inputs import InputError
from kpu_docs.reading import READERS
from kpu_docs.reading.paper import Cell, Line, Paper, Table, lines
from kpu_docs.reading.pdf import pages, places
from kpu_docs.reading.pdf.opening import LARGEST, UNPACKED
from tests.building import decree
from tests.reading.clerks import EXPECTED
from tests.reading.drawn import FOOT, SIZE, Draw, both, columns, decision, grid, open_grid, pdf, picture, words

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/keputusan.yaml"))
QUICK = ("jadwal_contoh", "naskah_contoh", "tim_contoh")


def paper(path: Path) -> Paper:
    return READERS[".pdf"](path, path.name)


def texts(found: Paper) -> list[str]:
    return [piece.text for section in found.sections for piece in section.pieces if isinstance(piece, Line)]


def tables(found: Paper) -> list[Table]:
    return [piece for section in found.sections for piece in section.pieces if isinstance(piece, Table)]


def cells(found: Paper) -> list[Cell]:
    return [cell for table in tables(found) for row in table.rows for cell in row.cells]


def without_tags(path: Path) -> Path:
    """One of our PDFs as another program would have made it."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        del file.Root.StructTreeRoot
        file.save(path)
    return path


def same_without_tags(name: str, folder: Path) -> bool:
    """Whether our PDF without its tags gives the data of our Word file."""
    keputusan = kpu.load(ROOT / "examples" / name / "keputusan.yaml")
    path = without_tags(kpu.render(keputusan, folder / "keputusan.pdf"))
    return kpu.read(path).data == kpu.read(kpu.render(keputusan, folder / "keputusan.docx")).data


@pytest.mark.parametrize("name", QUICK)
def test_our_own_pdf_without_its_tags_gives_the_data_of_the_word_file(name: str, tmp_path: Path) -> None:
    assert same_without_tags(name, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_so_do_all_but_one(name: str, tmp_path: Path) -> None:
    """There a cell is all in bold, which in print is the look of a cell."""
    assert same_without_tags(name, tmp_path) == (name != "kabupaten_contoh")


def test_marked_months_stand_in_their_columns(tmp_path: Path) -> None:
    rows = [{"kegiatan": "Pendataan", "indikator": "Terdata", "bulan": {"1": "ya", "2": "ya", "6": "R1"}}]
    plan = {"bagian": [{"nomor": "I.", "judul": "BAGIAN", "kegiatan": rows}]}
    keputusan = decree(lampiran={"judul": "Rencana", "rencana_kerja": plan})
    path = without_tags(kpu.render(keputusan, tmp_path / "keputusan.pdf"))
    assert kpu.read(path).data["lampiran"][0]["rencana_kerja"]["bagian"][0]["kegiatan"] == [
        {"kegiatan": "Pendataan", "indikator": "Terdata", "bulan": ["1", "2", {"6": "R1"}]}
    ]


def letters_of(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("name", QUICK)
def test_no_letter_of_a_page_is_lost(name: str, tmp_path: Path) -> None:
    """Every letter stands in a line or a cell, or in what is said to be left out."""
    path = without_tags(kpu.render(kpu.load(ROOT / "examples" / name / "keputusan.yaml"), tmp_path / "keputusan.pdf"))
    with pdfium.PdfDocument(path) as file:
        drawn = [pages.read(page) for page in file]
    held = letters_of("".join(letter.text for page in drawn for letter in (*page.letters, *page.upright)))
    found = places.paper(drawn)
    kept = letters_of("".join(line.text for section in found.sections for line in lines(section.pieces)))
    assert held - kept == letters_of("".join(re.findall(r'dihilangkan: "(.*)"', "\n".join(found.notes))))
    assert not kept - held


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies(degrees: int, tmp_path: Path) -> None:
    """As scanners turn pages: what is drawn stays as it is."""
    upright = pdf(tmp_path, both(words(100, 100, "Baris kesatu.", "Baris kedua."), grid(100, 300, 2, 2)))
    wanted = [texts(paper(upright)), [cell.text for cell in cells(paper(upright))]]
    with pikepdf.open(upright) as file:
        file.pages[0].Rotate = degrees
        file.save(tmp_path / "putar.pdf")
    turned = paper(tmp_path / "putar.pdf")
    assert [texts(turned), [cell.text for cell in cells(turned)]] == wanted
    assert wanted[1] == ["0.0", "0.1", "1.0", "1.1"]


def test_text_on_its_side_makes_a_wide_page(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(0, SIZE[1])
        canvas.rotate(-90)
        both(words(100, 100, "Baris kesatu.", "Baris kedua."), grid(100, 300, 2, 2))(canvas)

    found = paper(pdf(tmp_path, draw))
    assert texts(found) == ["Baris kesatu.", "Baris kedua."]
    assert [cell.text for cell in cells(found)] == ["0.0", "0.1", "1.0", "1.1"]
    assert found.sections[0].landscape


def test_a_decree_of_another_program_is_read(tmp_path: Path) -> None:
    data, report = kpu.read(pdf(tmp_path, columns, decision))
    assert {key: data[key] for key in EXPECTED} == EXPECTED
    assert data["kantor"]["pejabat"][1] == {"jabatan": "kepala hukum", "sebutan": "Kepala Bagian", "nama": "Budi"}
    assert data["kantor"]["tata_naskah"]["jdih"] == {"alamat": FOOT}
    assert report.unplaced == ()
    for note in (
        'nomor halaman dihilangkan: "- 2 -"',
        'kata penyambung dihilangkan: "Mengingat . . ."',
        'menjadi "perlu"',
    ):
        assert note in str(report)


def test_cells_are_joined_where_no_rule_parts_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([100, 200, 300], [100, 130, 160, 190])
        canvas.setFillGray(0.8)
        canvas.rect(200, 130, 100, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.rect(100, 101, 100, 28, stroke=0, fill=1)
        canvas.setFillGray(0)

    found = paper(pdf(tmp_path, both(draw, open_grid)))
    shaded, joined = tables(found)
    assert [[cell.shaded for cell in row.cells] for row in shaded.rows] == [
        [False, False],
        [False, True],
        [False, False],
    ]
    assert [[(cell.column, cell.colspan, cell.rowspan, cell.text) for cell in row.cells] for row in joined.rows] == [
        [(0, 2, 1, "atas")],
        [(0, 1, 2, "kiri"), (1, 1, 1, "satu")],
        [(1, 1, 1, "dua")],
    ]


def test_upright_headings_are_read_from_below(tmp_path: Path) -> None:
    def alone(canvas: Canvas) -> None:
        canvas.grid([100, 130, 230], [300, 400])
        canvas.drawString(140, 350, "Rapat pleno akhir")
        canvas.translate(118, 395)
        canvas.rotate(-90)
        canvas.drawString(0, 0, "Bulan Januari")

    found = cells(paper(pdf(tmp_path, alone)))
    assert [(cell.text, cell.upright) for cell in found] == [
        ("Bulan Januari", True),
        ("Rapat pleno akhir", False),
    ]


def test_a_table_goes_on_over_the_page_and_its_head_is_repeated(tmp_path: Path) -> None:
    def page(*rows: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.grid([100, 200, 300], [100 + 30 * at for at in range(len(rows) + 2)])
            for at, row in enumerate(("NAMA|JABATAN", *rows)):
                for column, text in enumerate(row.split("|")):
                    canvas.drawString(104 + 100 * column, 120 + 30 * at, text)

        return draw

    found = paper(pdf(tmp_path, page("Umpama|Ketua"), page("Umpama (lanjutan)|Wakil", "Misal|Anggota")))
    [table] = tables(found)
    assert [[text for _, text in row.texts] for row in table.rows] == [
        ["NAMA", "JABATAN"],
        ["Umpama", "Ketua"],
        ["Wakil"],
        ["Misal", "Anggota"],
    ]
    assert table.rows[1].cells[0].rowspan == 2
    assert 'isi petak yang diulang dihilangkan: "Umpama (lanjutan)"' in found.notes
    assert 'kepala tabel yang berulang dihilangkan: "NAMA JABATAN"' in found.notes


def test_a_table_without_rules_has_rows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y, *cells in (
            (100, "NO.", "NAMA", "JABATAN"),
            (120, "1.", "Umpama Rekaan", "Sekretaris"),
            (134, "", "", "Kantor"),
            (150, "2.", "Misal", "Staf"),
        ):
            for x, text in zip((80, 130, 300), cells, strict=True):
                canvas.drawString(x, y, text)

    [table] = tables(paper(pdf(tmp_path, draw)))
    assert [[cell.plain for cell in row.cells] for row in table.rows] == [
        ["NO.", "NAMA", "JABATAN"],
        ["1.", "Umpama Rekaan", "Sekretaris Kantor"],
        ["2.", "Misal", "Staf"],
    ]


def test_what_is_not_taken_is_told(tmp_path: Path) -> None:
    def slanted(canvas: Canvas) -> None:
        canvas.translate(200, 400)
        canvas.rotate(-45)
        canvas.drawString(0, 0, "KONSEP")

    notes = paper(
        pdf(tmp_path, both(words(100, 100, "Isi."), slanted), both(picture, words(100, 100, "Isi.")), picture)
    ).notes
    for note in (
        'tulisan miring pada halaman 1 (tanda air?) tidak diambil: "KONSEP"',
        "halaman 2 adalah gambar pindaian; yang dibaca teks OCR di baliknya",
        "halaman 3 adalah gambar pindaian tanpa teks: isinya belum terbaca; jalankan OCR",
    ):
        assert note in notes


def test_running_lines_are_taken_off_but_not_names_at_the_end(tmp_path: Path) -> None:
    foot = words(70, 810, "Bagian Hukum")
    wide = "Kalimat ini mengisi baris sampai ke tepi kanan, seperti kalimat lain di dalam sebuah keputusan."
    drawn = [both(words(70, 80 + 40 * at, wide, "", f"Isi {at}.", "SAIFUL AMIN"), foot) for at in range(3)]
    found = paper(pdf(tmp_path, *drawn))
    assert found.margins == ("Bagian Hukum",)
    assert texts(found).count("SAIFUL AMIN") == 3


def encrypted(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.save(path, encryption=pikepdf.Encryption(user="rahasia", owner="rahasia"))


def swollen(path: Path) -> None:
    """A page whose content unpacks to too much."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.pages[0].Contents = file.make_stream(b" " * (UNPACKED + 1))
        file.save(path, compress_streams=True)


def large(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(LARGEST + 1)


BAD: dict[str, tuple[Callable[[Path], Any], str]] = {
    "password": (encrypted, "PDF ini berkata sandi"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-200]), "rusak atau terpotong"),
    "broken": (lambda path: path.write_bytes(b"%PDF-1.7\nx\n%%EOF\n"), "rusak atau terpotong"),
    "swollen": (swollen, "mengembang terlalu besar"),
    "too large": (large, "berkas terlalu besar"),
    "empty": (lambda path: path.write_bytes(b""), "kosong"),
    "Word": (lambda path: path.write_bytes(b"PK\x03\x04"), "bukan berkas PDF"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_pdf_that_cannot_be_read_gets_one_message(kind: str, tmp_path: Path) -> None:
    change, message = BAD[kind]
    path = pdf(tmp_path, words(100, 100, "Isi."))
    change(path)
    with pytest.raises(InputError, match=message) as refused:
        kpu.read(path)
    assert len(refused.value.complaints) == 1
    assert str(refused.value).startswith(str(path))


@pytest.mark.parametrize(
    ("draw", "message"), [(picture, "hanya gambar .* jalankan OCR"), (words(0, 0), "tidak berisi teks")]
)
def test_a_pdf_without_text_says_what_to_do(draw: Draw, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        kpu.read(pdf(tmp_path, draw))


def test_a_picture_alone_may_lie_on_its_side(tmp_path: Path) -> None:
    path = pdf(tmp_path, picture)
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.pages[0].Rotate = 90
        file.save(path)
    with pytest.raises(InputError, match="hanya gambar"):
        kpu.read(path)


def test_what_is_missing_to_read_a_pdf_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("kpu_docs.reading.pdf.opening")
    monkeypatch.setitem(sys.modules, "kpu_docs.reading.pdf.opening", None)
    with pytest.raises(InputError, match=r"pip install 'kpu-docs\[baca\]'"):
        kpu.read(pdf(tmp_path, words(100, 100, "Isi.")))


def test_a_damaged_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = pdf(tmp_path, words(100, 100, "Isi keputusan."))
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b"startxref")] + b"startxref\n12\n%%EOF\n")
    found = paper(path)
    assert texts(found) == ["Isi keputusan."]
    assert any("rusak sebagian" in note for note in found.notes)


def test_a_paragraph_goes_on_over_the_page_and_its_catchword_is_taken_out(tmp_path: Path) -> None:
    first = words(
        70, 700, "Arsip yang tercipta dari tugas Komisi Pemilihan Umum perlu ditata setiap tahun agar terjaga dan"
    )
    found = paper(pdf(tmp_path, both(first, words(450, 780, "mudah . . .")), words(70, 100, "mudah ditemukan.")))
    assert [text.endswith("terjaga dan mudah ditemukan.") for text in texts(found)] == [True]
    assert 'kata penyambung dihilangkan: "mudah . . ."' in found.notes
