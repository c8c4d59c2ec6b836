"""Word files against their data: what was changed by hand is found, what only looks otherwise is not."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import kpu_docs as kpu
from kpu_docs.model import Keputusan
from kpu_docs.verifying import verified
from tests.building import plan
from tests.verifying.papers import EXAMPLES, changed, found, replaced, team


def said(path: Path, data: Keputusan | None = None) -> list[str]:
    return [str(difference) for difference in kpu.verify(path, data or team())]


@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_kind_of_every_example_says_what_its_data_say(path: Path, naskah: str, tmp_path: Path) -> None:
    docx = kpu.render(kpu.load(path), tmp_path / "keputusan.docx", naskah=naskah, force=True)
    assert verified(docx, path) == (naskah, [])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_any_word_that_is_changed_is_found_and_no_other(path: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(path)
    document = Document(BytesIO(kpu.render_bytes(keputusan, "docx")))
    texts = [node for node in document.element.body.iter(qn("w:t")) if any(map(str.isalnum, node.text or ""))]
    heads = {
        id(node)
        for row in document.element.body.iter(qn("w:tr"))
        if row.find(".//" + qn("w:tblHeader")) is not None
        for node in row.iter(qn("w:t"))
    }  # a table that goes on repeats them
    docx = tmp_path / "keputusan.docx"
    for node in texts[:: len(texts) // 12]:
        if id(node) in heads:
            continue
        words = node.text
        node.text = f"{words}Zq!"
        document.save(str(docx))
        [difference] = kpu.verify(docx, keputusan)
        assert (difference.kind, difference.after.count("Zq!")) == ("berubah", 1)
        assert difference.after.replace("Zq!", "") == difference.before
        node.text = words


@pytest.mark.parametrize(
    ("words", "others", "line"),
    [
        pytest.param(
            "dibentuk tim",
            "dibentuk panitia",
            'Menimbang huruf b: menurut data "… perlu dibentuk tim;", di berkas "… perlu dibentuk panitia;"',
            id="menimbang",
        ),
        pytest.param(
            "Membentuk Tim",
            "Membubarkan Tim",
            'Diktum KESATU: menurut data "KESATU : Membentuk Tim Penataan …", '
            'di berkas "KESATU : Membubarkan Tim Penataan …"',
            id="diktum",
        ),
        pytest.param(
            "mendata",
            "menata",
            'Diktum KEDUA angka 1: menurut data "1. mendata arsip; dan", di berkas "1. menata arsip; dan"',
            id="item",
        ),
        pytest.param(
            "Ditetapkan di",
            "Diputuskan di",
            'Tempat: menurut data "Ditetapkan di Mojokerto", di berkas "Diputuskan di Mojokerto"',
            id="place",
        ),
        pytest.param(
            "Catatan pertama",
            "Catatan kedua",
            'Lampiran II: menurut data "Catatan pertama.", di berkas "Catatan kedua."',
            id="annex",
        ),
    ],
)
def test_a_changed_clause_is_named_with_the_old_and_the_new_words(
    words: str, others: str, line: str, tmp_path: Path
) -> None:
    assert said(changed(tmp_path, replaced(words, others))) == [line]


def dropped(element: Any) -> None:
    element.getparent().remove(element)


def test_a_changed_cell_is_named_by_row_and_column(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        next(node for node in document.element.body.iter(qn("w:t")) if node.text == "Terpilah").text = "Terbuang"

    assert said(changed(tmp_path, change)) == [
        'Lampiran I, baris 2, kolom INDIKATOR KEBERHASILAN: menurut data "Terpilah", di berkas "Terbuang"'
    ]


def test_a_month_that_is_shaded_or_not_is_named(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        [row] = [row for row in document.element.body.iter(qn("w:tr")) if "Pemilahan" in "".join(row.itertext())]
        [shade] = row.iter(qn("w:shd"))
        dropped(shade)
        other = OxmlElement("w:shd")
        other.set(qn("w:val"), "clear")
        other.set(qn("w:fill"), "FFFF00")
        row.tc_lst[-2].tcPr.append(other)

    february, other = kpu.verify(changed(tmp_path, change), team())
    assert str(february).endswith('(BULAN) 2: menurut data "(diarsir)", di berkas kosong')
    assert str(other).endswith('menurut data kosong, di berkas "(diarsir)"')
    assert {difference.path for difference in (february, other)} == {february.path}


def test_rows_and_paragraphs_that_are_gone_or_new_are_told(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        [row] = [row for row in document.element.body.iter(qn("w:tr")) if "Pemilahan" in "".join(row.itertext())]
        dropped(row)
        third = found(document, "Biaya dibebankan")
        third._p.addprevious(deepcopy(third._p))
        document.paragraphs[0].insert_paragraph_before("CATATAN DI ATAS")
        third.runs[-1].text = "Biaya ditanggung sendiri."
        fourth = found(document, "mulai berlaku")
        dropped(fourth._p)

    assert said(changed(tmp_path, change)) == [
        'paling atas: hanya ada di berkas: "CATATAN DI ATAS"',
        'Diktum KEEMPAT: hilang dari berkas: "KEEMPAT : Keputusan ini mulai berlaku pada tanggal ditetapkan."',
        'sesudah Diktum KETIGA: hanya ada di berkas: "KETIGA : Biaya ditanggung sendiri."',
        'Lampiran I, baris 2: hilang dari berkas: "2. Pemilahan Terpilah"',
    ]


def test_what_was_filled_in_later_is_told_as_such(tmp_path: Path) -> None:
    empty = team(nomor="", ditetapkan={"di": "Mojokerto"})

    def change(document: Docx) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                if "... TAHUN ..." in run.text:
                    run.text = run.text.replace("... TAHUN ...", "7 TAHUN 2026")
                elif run.text == "...":
                    run.text = "9 Januari 2026"

    differences = kpu.verify(changed(tmp_path, change, empty), empty)
    assert [(one.where, one.kind, one.before, one.after) for one in differences] == [
        ("Nomor", "diisi", "... TAHUN ...", "7 TAHUN 2026"),
        ("Tanggal", "diisi", "...", "9 Januari 2026"),
        ("Lampiran I, kepala", "diisi", "... TAHUN ...", "7 TAHUN 2026"),
        ("Lampiran II, kepala", "diisi", "... TAHUN ...", "7 TAHUN 2026"),
    ]
    assert str(differences[0]) == 'Nomor: diisi di berkas: "7 TAHUN 2026"'


def test_what_an_e_office_filled_in_is_told_as_such(tmp_path: Path) -> None:
    office = {"tata_naskah": {"elektronik": {"e_office": "srikandi"}}}
    empty = team(nomor="", kantor=office, lampiran=[])

    def change(document: Docx) -> None:
        replaced("${nomor_naskah}", "7 TAHUN 2026")(document)
        replaced("${ttd_pengirim}", "")(document)

    assert said(changed(tmp_path, change, empty), empty) == [
        'Nomor: diisi di berkas: "7 TAHUN 2026"',
        "Tanda tangan: diisi di berkas",
    ]


def test_dots_of_the_author_are_words_like_others(tmp_path: Path) -> None:
    dotted = team(diktum=["Nilainya ... rupiah."])
    path = changed(tmp_path, replaced("...", "lima"), dotted)
    assert [difference.kind for difference in kpu.verify(path, dotted)] == ["berubah"]


def split(document: Docx) -> None:
    """Every run of several words as one for each word, as Word does after an edit."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            first, *others = run.text.split(" ")
            if "\t" not in run.text and others and run._r.find(qn("w:noBreakHyphen")) is None:
                run.text = first
                for word in reversed(others):
                    other = deepcopy(run._r)
                    run._r.addnext(other)
                    other.text = f" {word}"


def other_signs(document: Docx) -> None:
    for node in [*document.element.body.iter(qn("w:noBreakHyphen"))]:
        text = OxmlElement("w:t")
        text.text = "\N{NON-BREAKING HYPHEN}"
        node.getparent().replace(node, text)
    for node in document.element.body.iter(qn("w:t")):
        node.text = (node.text or "").replace("Tim ", "Tim\N{NO-BREAK SPACE}").replace("Arsip", "Ar\N{SOFT HYPHEN}sip")


def broken(document: Docx) -> None:
    """A clause in two paragraphs, two clauses in one, empty paragraphs between."""
    clause = found(document, "perlu dibentuk tim")
    clause.runs[-1].text = "bahwa untuk itu"
    clause._p.addnext(deepcopy(clause._p))
    after = next(one for one in document.paragraphs if one._p is clause._p.getnext())
    after.text = "perlu dibentuk tim;"
    after.insert_paragraph_before("  ")
    item = found(document, "mendata arsip")
    item.add_run(" 2. melaporkan hasilnya.")
    other = [one for one in document.paragraphs if one.text.endswith("melaporkan hasilnya.")][-1]
    dropped(other._p)


def automatic(document: Docx) -> None:
    """Word's own numbering in place of ours."""
    for words, sign in (("perlu dibentuk tim", "b."), ("melaporkan hasilnya", "2.")):
        paragraph = found(document, words)
        assert paragraph.text.startswith(f"{sign}\t")
        paragraph.text = paragraph.text.removeprefix(f"{sign}\t")
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:numPr"))


def tracked(document: Docx) -> None:
    """An insertion, a deletion and a move that are tracked and take each other back, the code of a field."""
    run = found(document, "Membentuk Tim").runs[-1]._r
    deleted = OxmlElement("w:del")
    gone = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = "yang dihapus"
    gone.append(text)
    deleted.append(gone)
    run.addprevious(deleted)
    moved = OxmlElement("w:moveFrom")
    moved.append(deepcopy(run))
    run.addprevious(moved)
    field = OxmlElement("w:instrText")
    field.text = " PAGE "
    run.append(field)
    inserted = OxmlElement("w:ins")
    run.addprevious(inserted)
    inserted.append(run)


@pytest.mark.parametrize("change", [split, other_signs, broken, automatic, tracked])
def test_what_only_looks_otherwise_is_no_difference(change: Callable[[Docx], None], tmp_path: Path) -> None:
    before = len(kpu.render_bytes(team(), "docx"))
    path = changed(tmp_path, change)
    assert path.stat().st_size != before
    assert said(path) == []


def test_a_word_that_moved_to_the_next_row_is_found(tmp_path: Path) -> None:
    table = {"tabel": {"kolom": ["Arsip", "Boks"], "baris": [["Hukum", "5"], ["", "7"], ["Teknis", "9"]]}}
    listed = team(diktum=[{"teks": "Arsip:", **table}])

    def change(document: Docx) -> None:
        [node] = [node for node in document.element.body.iter(qn("w:t")) if node.text == "Teknis"]
        other = next(node for node in document.element.body.iter(qn("w:t")) if node.text == "7")
        other.text, node.text = "7 Teknis", ""

    assert said(changed(tmp_path, change, listed), listed) == [
        'Diktum KESATU, baris 2, kolom Boks: menurut data "7", di berkas "7 Teknis"',
        'Diktum KESATU, baris 3, kolom Arsip: menurut data "Teknis", di berkas kosong',
    ]


def test_what_a_merged_cell_hides_is_no_text(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        hidden = [cell for cell in document.element.body.iter(qn("w:tc")) if cell.vMerge == "continue"]
        assert hidden
        for cell in hidden:
            run = OxmlElement("w:r")
            run.text = "tersembunyi"
            cell.p_lst[0].append(run)

    parts = [{"sub_kegiatan": "Mendata", "bulan": 1}, {"sub_kegiatan": "Memilah", "bulan": 2}]
    merged = team(lampiran=plan({"kegiatan": "Penataan", "sub_kegiatan": parts}))
    assert said(changed(tmp_path, change, merged), merged) == []


@pytest.mark.parametrize("mark", ["w:vanish", "w:strike", "w:dstrike"])
def test_words_that_are_hidden_or_crossed_out_are_gone(mark: str, tmp_path: Path) -> None:
    def change(document: Docx, value: str) -> None:
        [run] = [run for run in found(document, "perlu ditata").runs if "perlu" in run.text]
        properties = run._r.get_or_add_rPr()
        properties.append(OxmlElement(mark, attrs={qn("w:val"): value}))

    assert said(changed(tmp_path, lambda document: change(document, "false"))) == []
    assert len(said(changed(tmp_path, lambda document: change(document, "true")))) == 1


def test_a_text_box_is_text(tmp_path: Path) -> None:
    def change(document: Docx) -> None:
        box = OxmlElement("w:txbxContent")
        inside = OxmlElement("w:p")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "Ditambahkan di kotak"
        for outer, inner in ((run, text), (inside, run), (box, inside)):
            outer.append(inner)
        picture = OxmlElement("w:pict")
        picture.append(box)
        found(document, "Membentuk Tim").add_run()._r.append(picture)

    assert said(changed(tmp_path, change)) == ['sesudah Diktum KESATU: hanya ada di berkas: "Ditambahkan di kotak"']


def test_a_paper_of_another_decree_is_told_line_by_line(tmp_path: Path) -> None:
    other = team(tentang="Lain", diktum=["Satu hal lain sama sekali."], lampiran=[])
    differences = kpu.verify(kpu.render(other, tmp_path / "keputusan.docx"), team())
    assert {"Judul", "Diktum KESATU", "Lampiran I, baris 1"} <= {one.where for one in differences}
