"""Tags that cannot do where they stand what they say are refused with their place; nothing is dropped silently."""

from __future__ import annotations

import re

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from kpu_docs.archive import zipped
from kpu_docs.templating import Template
from kpu_docs.wordfile.names import DOCUMENT
from kpu_docs.wordfile.opening import unpacked
from tests.templating.making import WHOLE, complaints, filled, letterhead, saved, template, texts


def test_a_tag_over_several_runs_works() -> None:
    document = letterhead(*WHOLE)
    paragraph = document.paragraphs[0].insert_paragraph_before("Nomor {")
    for piece in ("{ no", "mor", " }", "}, ", "{{", "tentang}}."):
        paragraph.add_run(piece).bold = piece == "mor"
    assert texts(filled(saved(document)))[0] == "Nomor 5 TAHUN 2026, Contoh."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ nomor", '"{{ nomor": tag tidak utuh: ada {{ tanpa pasangannya'),
        ("nomor }}", '"nomor }}": tag tidak utuh: ada }} tanpa pasangannya'),
        ("teks {%p if nomor %}", "teks di sebelahnya akan hilang (teks)"),
        ("{{p diktum }} teks", "teks di sebelahnya akan hilang (teks)"),
        ("{%tr for a in diktum %}", "awalan tr hanya di dalam tabel"),
        ("{%tc for a in diktum %}", "awalan tc tidak dapat dipakai"),
        ("{{r nomor }}", "awalan r tidak dapat dipakai"),
        ("{{tr nomor }}", "bukan bagian utuh"),
        ("{{p pembukan }}", "bukan bagian utuh; yang ada: pembukaan, "),
        ("{{p pembukan }}", "mungkin maksudnya {{p pembukaan }}"),
        ("{%- if nomor %}a{% endif %}", "tanda - dan + di tepi tag"),
        ("{% %}", "tag ini kosong"),
        ("{% set x = 1 %}", 'perintah "set" tidak dikenal; yang ada: for, if,'),
        ("{% macro m() %}", 'perintah "macro" tidak dikenal'),
        ("{% include 'a' %}", 'perintah "include" tidak dikenal'),
        ("{% cellbg 'ff0000' %}", 'perintah "cellbg" tidak dikenal'),
        ("{% for a in diktum %}{{ a.isi }}", "belum ditutup dengan endfor"),
        ("{% endfor %}", "endfor tanpa for sebelumnya"),
        ("{% if nomor %}a{% endfor %}{% endif %}", "endfor tanpa for sebelumnya"),
        ('{%p if nomor == "5%" %}', "tanda % dan } tidak dapat dipakai"),
        (f"{{{{ {'nomor ~ ' * 50}nomor }}}}", "lebih panjang daripada 300 huruf"),
        ("{% if nomor %}" * 11 + "a" + "{% endif %}" * 11, "lebih dari 10 perulangan atau syarat"),
        ("{{ nomor }}" * 1001, "terlalu banyak atau terlalu rumit"),
    ],
)
def test_a_tag_that_is_written_wrong_is_named_with_its_place(line: str, said: str) -> None:
    found = complaints(template(line))
    assert any(said in one for one in found), found
    assert all(one.startswith("kop.docx: ") for one in found)


def test_a_loop_ends_where_it_can_be_repeated_as_a_whole() -> None:
    cells = [["{%p for a in diktum %}", "{%p endfor %}"]]
    [one] = complaints(template(table=cells))
    assert one.startswith(
        'kop.docx: tabel 1, baris 1, sel 2: "{%p endfor %}": pembukanya {%p for a in diktum %} di tempat lain'
    )
    [one] = complaints(template("{% for a in diktum %}", "{{ a.isi }}{% endfor %}"))
    assert "di paragraf lain; pakai {%p ... %}" in one
    [one] = complaints(template("{%p for a in diktum %}", "{% endfor %}"))
    assert "keduanya harus dengan awalan yang sama" in one


def test_what_would_stand_beside_a_row_tag_is_refused() -> None:
    rows = [["{%tr for a in diktum %}", "judul"], ["{{ a.isi }}", ""], ["{%tr endfor %}", ""]]
    [one] = complaints(template(table=rows))
    assert one.startswith(
        'kop.docx: tabel 1, baris 1, sel 1: "{%tr for a in diktum %}": teks di sebelahnya akan hilang (judul)'
    )


def test_whole_parts_stand_in_the_body_only() -> None:
    [one] = complaints(template(header="{{p kop }}"))
    assert one.startswith(
        'kop.docx: kepala halaman (header1.xml), "{{p kop }}": bagian utuh hanya dapat berdiri di badan'
    )
    [one] = complaints(template(table=[["{{p kop }}"]]))
    assert "harus langsung di badan dokumen" in one


def test_whole_parts_do_not_stand_in_columns() -> None:
    document = letterhead(*WHOLE)
    columns = parse_xml(f'<w:cols {nsdecls("w")} w:num="2"/>')
    section = document.sections[0]._sectPr
    for old in section.findall(columns.tag):
        section.replace(old, columns)
    found = complaints(saved(document))
    assert len(found) == 4
    assert all("bagian utuh tidak dapat berdiri di halaman berkolom" in one for one in found)


def test_whole_parts_need_room() -> None:
    document = letterhead(*WHOLE)
    document.sections[0].left_margin = Mm(120)
    found = complaints(saved(document))
    assert len(found) == 4
    assert all("menyisakan kurang dari 80 mm bagi teks" in one for one in found)


def test_a_part_that_a_loop_repeats_is_refused() -> None:
    [one] = complaints(template("{%p for a in diktum %}", "{{p tembusan }}", "{%p endfor %}"))
    assert "tercetak lebih dari sekali" in one


def test_tracked_changes_are_refused() -> None:
    document = letterhead(*WHOLE)
    paragraph = document.paragraphs[0].insert_paragraph_before("tetap ")
    run = "<w:r><w:delText>{{ nomor }}</w:delText></w:r>"
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a">{run}</w:del>'))
    found = complaints(saved(document))
    assert found[0].startswith('kop.docx: "tetap {{ nomor }}": ada perubahan terlacak')


def test_tags_outside_of_text_are_refused() -> None:
    document = letterhead(*WHOLE)
    mark = f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="{{{{ nomor }}}}"/>'
    paragraph = document.paragraphs[0].insert_paragraph_before()
    paragraph._p.extend([parse_xml(mark), parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>')])
    assert any("ada tag di luar teks" in one for one in complaints(saved(document)))


def test_the_sign_that_stands_for_a_value_is_refused() -> None:
    [one] = complaints(template("\ue0000\ue001 {{ nomor }}"))
    assert "memuat tanda U+E000" in one


def test_remarks_are_not_printed() -> None:
    made = texts(filled(template("{#p catatan bagi penyunting #}", "{# {{ x }} #}Nomor {{ nomor }}")))
    assert made[0] == "Nomor 5 TAHUN 2026"


def test_all_faults_are_told_at_once() -> None:
    found = complaints(template("{{ nomr }}", "{{ satker.nam }}", header="{{ tentan }}"))
    assert len(found) == 3
    assert "kepala halaman" in found[2]


def test_a_file_that_could_do_harm_is_refused() -> None:
    document = letterhead(*WHOLE)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    document.part.relate_to("https://example.com/normal.dotm", kind, is_external=True)
    [one] = complaints(saved(document))
    assert one.startswith("kop.docx: word/document.xml: terhubung ke luar berkas")
    assert complaints(Template("kop.docx", b"PK\x03\x04"))[0].startswith("kop.docx: berkas ini rusak")


def test_a_file_of_an_unusual_build_is_refused() -> None:
    parts, _ = unpacked(template().data)
    kept = {name: part for name, part in parts.items() if name != "word/styles.xml"}
    renamed = re.sub(
        rb"(</?|[ ])w:|xmlns:w=", lambda found: found[0].replace(b"w:", b"x:").replace(b":w=", b":x="), parts[DOCUMENT]
    )
    for strange in (kept, parts | {DOCUMENT: renamed}):
        [one] = complaints(Template("kop.docx", zipped(strange)))
        assert one.startswith("kop.docx: susunan berkas ini tidak seperti yang ditulis Word atau LibreOffice")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{{ " * 20_000], "kop.docx: isinya terlalu banyak atau terlalu rumit"),
        (["nomor }}"] * 2_001, "kop.docx: isinya terlalu banyak atau terlalu rumit"),
        (["{{ " + "panjang " * 2_500], "paragraf dengan tag ini lebih panjang daripada 20000 huruf"),
    ],
)
def test_brackets_without_end_are_told_in_one_line(lines: list[str], said: str) -> None:
    [one] = complaints(template(*lines))
    assert said in one


def test_tags_in_pieces_are_counted_as_well() -> None:
    document = letterhead(*WHOLE)
    for _ in range(1_001):
        paragraph = document.paragraphs[0].insert_paragraph_before("{")
        paragraph.add_run("{ nomor }}")
    [one] = complaints(saved(document))
    assert one.startswith("kop.docx: isinya terlalu banyak")
