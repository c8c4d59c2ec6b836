"""What a clerk mistyped: it stays as it is, in its place, and the report says so."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

import kpu_docs as kpu
from kpu_docs.reading import Reading
from tests.building import decree
from tests.reading import clerks
from tests.verifying.papers import changed


def read(folder: Path, change: Callable[[Docx], None]) -> Reading:
    document = clerks.whole()
    change(document)
    (folder / "lama.docx").write_bytes(clerks.saved(document))
    return kpu.read(folder / "lama.docx")


def typed(before: str, after: str) -> Callable[[Docx], None]:
    """Other words in the paragraph that holds some."""

    def change(document: Docx) -> None:
        paragraph = next(one for one in document.paragraphs if before in one.text)
        paragraph.text = paragraph.text.replace(before, after)

    return change


def test_a_number_that_is_left_out_does_not_lose_its_item(tmp_path: Path) -> None:
    first, second = clerks.MENGINGAT
    data, report = read(tmp_path, typed("2.\t", "3.\t"))
    assert data["mengingat"] == [f"1. {first}\n3. {second}"]
    assert "Mengingat: tidak bernomor urut dari 1" in str(report)


def test_a_line_without_a_number_goes_with_the_item_above(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        second = next(one for one in document.paragraphs if clerks.MENGINGAT[1] in one.text)
        second.insert_paragraph_before("\t\t\tsebagaimana telah diubah;")

    data, report = read(tmp_path, change)
    assert data["mengingat"] == [f"{clerks.MENGINGAT[0]}\nsebagaimana telah diubah;", clerks.MENGINGAT[1]]
    assert "Mengingat: ada baris tanpa angka berikutnya" in str(report)


def test_a_day_that_cannot_be_read_is_printed_as_typed(tmp_path: Path) -> None:
    data, report = read(tmp_path, typed("8 Januari 2024", "8 Januari2024"))
    assert "ditetapkan" not in data
    assert data["kantor"]["tata_naskah"]["kata"]["tanggal_kosong"] == "8 Januari2024"
    assert 'tanggal belum terbaca, dicetak seperti tertulis: "8 Januari2024"' in report.uncertain


def test_a_body_that_nobody_knows_is_written_out(tmp_path: Path) -> None:
    data, report = read(tmp_path, typed(f"KEPUTUSAN {clerks.BODY}", "KEPUTUSAN BUPATI CONTOH"))
    assert data["kantor"]["satker"]["lembaga"] == "BUPATI CONTOH"
    assert 'satker "BUPATI CONTOH" tidak dikenal; periksa `satker` di kantor.toml' in report.uncertain


def test_a_footnote_stands_below_its_paragraph(tmp_path: Path) -> None:
    document = clerks.whole()
    paragraph = next(one for one in document.paragraphs if clerks.MENIMBANG[0] in one.text)
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="7"/>'))
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>Lihat daftar boks.</w:t></w:r></w:p></w:footnote>'
    path = tmp_path / "lama.docx"
    path.write_bytes(clerks.saved(document))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>")
    data, report = kpu.read(path)
    assert data["menimbang"][0] == [clerks.MENIMBANG[0], "Lihat daftar boks."]
    assert any("catatan kaki" in one for one in report.notes)


def test_a_budget_without_its_total_in_words_is_a_budget(tmp_path: Path) -> None:
    item = {"uraian": "Rapat", "volume": "3 org x 2 hari", "satuan": "OH", "harga": "50.000"}
    account = {"kode": "521211", "uraian": "Belanja Bahan", "rincian": [item]}
    keputusan = decree(lampiran={"judul": "RAB", "anggaran": {"rincian": [account]}})

    def change(document: Docx) -> None:
        table = document.tables[-1]
        table._tbl.remove(table.rows[len(table.rows) - 1]._tr)

    data, _ = kpu.read(changed(tmp_path, change, keputusan))
    assert data["lampiran"][0]["anggaran"] == {"rincian": [account], "terbilang": "tidak"}


def test_amounts_that_are_written_otherwise_than_calculated_stay(tmp_path: Path) -> None:
    item = {"uraian": "Rapat", "volume": "2 kali", "harga": "50.000", "jumlah": "110.000"}
    keputusan = decree(lampiran={"judul": "RAB", "anggaran": {"rincian": [item]}})
    data, _ = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.docx"))
    assert kpu.load(data).lampiran == keputusan.lampiran


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EQUATIONS = {
    "(a+b)/2": "<m:f><m:num>{a+b}</m:num><m:den>{2}</m:den></m:f>",
    "x^2": "<m:sSup><m:e>{x}</m:e><m:sup>{2}</m:sup></m:sSup>",
    "y_(10)": "<m:sSub><m:e>{y}</m:e><m:sub>{10}</m:sub></m:sSub>",
    "\u221a(yz)": "<m:rad><m:radPr/><m:deg/><m:e>{yz}</m:e></m:rad>",
    "[n]": '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{n}</m:e></m:d>',
    "\u2211_1x": '<m:nary><m:naryPr><m:chr m:val="\u2211"/></m:naryPr><m:sub>{1}</m:sub><m:e>{x}</m:e></m:nary>',
}


@pytest.mark.parametrize("text", EQUATIONS)
def test_an_equation_is_text_where_it_stands(text: str, tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        inner = re.sub(r"{(.+?)}", r"<m:r><m:t>\1</m:t></m:r>", EQUATIONS[text])
        paragraph = next(one for one in document.paragraphs if one.text.startswith("KESATU"))
        paragraph._p.append(parse_xml(f'<m:oMath xmlns:m="{MATH}">{inner}</m:oMath>'))

    data, report = read(tmp_path, change)
    assert data["diktum"][0] == f"{clerks.DIKTUM[0][1]}{text}"
    assert f'rumus dibaca sebagai teks, periksa: "{text}"' in report.notes


def test_each_picture_is_told_with_its_place(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        logo = io.BytesIO()
        Image.new("RGB", (8, 8)).save(logo, "PNG")
        document.paragraphs[0].insert_paragraph_before().add_run().add_picture(logo)
        document.sections[0].header.paragraphs[0].add_run().add_picture(logo)
        signed = next(one for one in document.paragraphs if one.text == "SAIFUL AMIN")
        signed.add_run().add_picture(logo)
        document.add_paragraph().add_run().add_picture(logo)

    _, report = read(tmp_path, change)
    assert [note for note in report.notes if note.startswith("gambar")] == [
        "gambar tidak diambil (paling atas); sebutkan lagi bila perlu",
        'gambar tidak diambil (pada paragraf "SAIFUL AMIN"); sebutkan lagi bila perlu',
        'gambar tidak diambil (sesudah "SAIFUL AMIN"); sebutkan lagi bila perlu',
        "gambar tidak diambil (di kepala atau kaki halaman); sebutkan lagi bila perlu",
    ]


def test_lines_that_were_broken_by_hand_begin_parts(tmp_path: Path) -> None:
    data, _ = read(tmp_path, joined)
    assert {key: data[key] for key in clerks.EXPECTED} == clerks.EXPECTED
    assert data["kantor"]["tempat"] == "Mojokerto"


def joined(document: Docx) -> None:
    """The end of the decree in one paragraph, the number in that of its head."""
    for first, others in (("Ditetapkan di", 3), ("KEPUTUSAN", 1)):
        at = next(n for n, one in enumerate(document.paragraphs) if one.text.startswith(first))
        paragraph, *below = document.paragraphs[at : at + others + 1]
        for one in below:
            paragraph.add_run().add_break()
            paragraph.add_run(one.text)
            document.element.body.remove(one._p)
