"""`kpu-docs template check`: what is wrong or doubtful with a template, each with its place; and `template new`."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

import kpu_docs as kpu
from kpu_docs import cli
from kpu_docs.archive import zipped
from kpu_docs.templating import Template, checking
from kpu_docs.templating.names import FIELDS, PARTS
from kpu_docs.templating.starting import starter
from kpu_docs.wordfile import faults
from kpu_docs.wordfile.opening import unpacked
from tests.building import LEAST
from tests.templating.making import WHOLE, complaints, filled, letterhead, saved, template

TEMPLATES = Path(__file__).parents[2] / "templates"


def told(form: Template, folder: Path) -> list[str]:
    return [str(remark) for remark in checking.remarks(form, folder)]


def test_the_template_to_start_from_is_without_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kop.docx"
    assert cli.main(["template", "new", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_bytes() == starter()
    assert cli.main(["template", "check", str(file)]) == 0
    assert capsys.readouterr().out == "tidak ada temuan\n"
    assert cli.main(["template", "new", str(file)]) == 2
    assert "sudah ada dan tidak ditimpa" in capsys.readouterr().err
    assert cli.main(["template", "new", str(tmp_path / "kop.dotx")]) == 2
    assert "harus berakhiran .docx" in capsys.readouterr().err


def test_the_command_tells_faults_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kop.docx"
    file.write_bytes(template("Nomor {{ nomr }}").data)
    assert cli.main(["template", "check", str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f'{file}: "Nomor {{{{ nomr }}}}": salah: "nomr" tidak dikenal; mungkin maksudnya nomor')
    assert said[-1].startswith("1 salah, ")
    file.write_bytes(b"bukan Word")
    assert cli.main(["template", "check", str(file)]) == 2
    assert "bukan berkas Word" in capsys.readouterr().err


def test_missing_tags_are_told_and_so_is_what_is_printed_twice(tmp_path: Path) -> None:
    found = told(saved(letterhead("{{ nomor }}", "{{p diktum }}", "{{p batang_tubuh }}", "{{p penutup }}")), tmp_path)
    assert [line.partition(";")[0] for line in found if line.startswith("salah")] == [
        "salah: tidak ada tag untuk judul, misalnya {{p judul }} atau {{ tentang }}",
        "salah: tidak ada tag untuk Menimbang, misalnya {{p menimbang }}",
        "salah: tidak ada tag untuk Mengingat, misalnya {{p mengingat }}",
        "salah: {{p batang_tubuh }} sudah termasuk {{p diktum }}: tercetak dua kali",
    ]
    assert any("tidak ada tag untuk lampiran, misalnya {{p lampiran }}" in line for line in found)


def test_a_whole_part_that_there_is_not_is_told(tmp_path: Path) -> None:
    found = told(saved(letterhead("{{p dictum }}", "{{p penutup }}")), tmp_path)
    assert found[0].startswith('"{{p dictum }}": salah: bukan bagian utuh; yang ada: pembukaan, ')


def test_every_need_names_parts_and_fields_that_there_are() -> None:
    for need in checking._NEEDS:
        assert set(need.parts) <= set(PARTS)
        first, _, inner = need.field.partition(".")
        assert not first or first in FIELDS
        assert not inner or inner in FIELDS[first]


def test_the_readme_names_all_there_is() -> None:
    readme = (TEMPLATES.parent / "README.md").read_text(encoding="utf-8")
    part = readme[readme.index("## Your own Word template") :].partition("\n## ")[0]
    for name in (*FIELDS, *PARTS):
        assert re.search(rf"\b{name}\b", part), name


def test_tags_outside_of_the_body_are_told_to_work(tmp_path: Path) -> None:
    box = f'<w:r {nsdecls("w")}><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    document = letterhead(*WHOLE, footer="{{ nomor }}")
    run = "<w:p><w:r><w:t>{{ tentang }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    document.paragraphs[0].insert_paragraph_before()._p.append(parse_xml(box + run))
    found = told(saved(document), tmp_path)
    assert '"{{ tentang }}": saran: {{ tentang }} di kotak teks diisi seperti di badan dokumen' in found
    assert any("{{ nomor }} di kaki halaman (footer1.xml) diisi seperti di badan dokumen" in line for line in found)


def test_differences_from_the_format_rules_are_told(tmp_path: Path) -> None:
    document = letterhead(*WHOLE)
    document.styles["Normal"].element.get_or_add_rPr().append(parse_xml(f'<w:sz {nsdecls("w")} w:val="23"/>'))
    found = told(saved(document), tmp_path)
    for line in (
        "halaman pertama: periksa: kertas 210.0 x 297.0 mm, menurut tata naskah 215.9 x 330.2 mm",
        "halaman pertama: periksa: pinggir kiri 25.0 mm, menurut tata naskah 30.0 mm",
        "gaya Normal: periksa: ukuran huruf 11.5, menurut tata naskah 12",
    ):
        assert line in found
    assert any(line.startswith("gaya Normal: periksa: huruf ") for line in found)
    (tmp_path / "kantor.toml").write_text('[tata_naskah.halaman]\nkertas = "A4"\nkiri = 25.0\n', encoding="utf-8")
    assert not any("kertas" in line or "pinggir kiri" in line for line in told(saved(document), tmp_path))


def test_styles_and_fonts_are_told(tmp_path: Path) -> None:
    document = letterhead(*WHOLE)
    paragraph = document.paragraphs[0].insert_paragraph_before("Kop")
    paragraph.runs[0].font.name = "Papyrus"
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = "TidakAda"
    found = told(saved(document), tmp_path)
    assert '"Kop": periksa: gaya "TidakAda" dipakai tetapi tidak ada; tampak seperti gaya Normal' in found
    assert any(line.startswith('"Kop": saran: huruf Papyrus tidak tertanam') for line in found)
    assert any("tidak ada KPU Tabel, " in line and "lainnya" in line for line in found)


def test_clocks_comments_and_what_word_refuses_are_told(tmp_path: Path) -> None:
    document = letterhead(*WHOLE)
    paragraph = document.paragraphs[0].insert_paragraph_before("Hari")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" DATE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    document.add_comment(paragraph.runs, "Lihat")
    paragraph.runs[0].font.size = Pt(5000)
    found = told(saved(document), tmp_path)
    assert any("bidang DATE berubah sendiri; ganti dengan tag" in line for line in found)
    assert any("komentar ini ikut ke setiap Keputusan" in line for line in found)
    assert any("word/document.xml" in line and ": salah: " in line for line in found)


@pytest.mark.parametrize("header", ["", "{{ nomor }}"])
def test_what_is_mended_is_no_fault(tmp_path: Path, header: str) -> None:
    document = letterhead(*WHOLE, header=header)
    document.sections[0].header.add_table(1, 1, Mm(50))
    form = saved(document)
    assert not [line for line in told(form, tmp_path) if "salah: " in line]
    assert [fault for fault in faults(filled(form)) if fault.severity == "salah"] == []


def test_many_faults_are_counted(tmp_path: Path) -> None:
    document = letterhead("Nomor", *WHOLE)
    for _ in range(120):
        document.paragraphs[0]._p.append(parse_xml(f"<w:tbl {nsdecls('w')}><w:tr/></w:tbl>"))
    found = [line for line in told(saved(document), tmp_path) if ": salah: " in line or line.startswith("salah")]
    assert len(found) == 101
    assert found[0].startswith("word/document.xml, tabel 1: salah: <w:tbl> tidak boleh berada di dalam <w:p>; ")
    assert found[-1] == "salah: dan 381 hal lain pada susunan berkas ini"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", 'w:w="11906"', 'w:w="{}"'),
        ("word/document.xml", "<w:body>", '<w:body><w:bookmarkStart w:id="{0}" w:name=""/><w:bookmarkEnd w:id="{0}"/>'),
        ("word/styles.xml", '<w:sz w:val="22"/>', '<w:sz w:val="{}"/>'),
        ("word/settings.xml", 'Mode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"', 'Mode" w:val="{}"'),
    ],
)
@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000])
def test_numbers_without_end_are_borne(tmp_path: Path, part: str, old: str, new: str, digits: str) -> None:
    parts, _ = unpacked(saved(letterhead(*WHOLE)).data)
    text = parts[part].decode()
    assert old in text
    form = Template("kop.docx", zipped(parts | {part: text.replace(old, new.format(digits)).encode()}))
    assert told(form, tmp_path)
    assert complaints(form) or filled(form)


def test_the_template_that_is_shipped_is_the_one_that_is_made(request: pytest.FixtureRequest) -> None:
    """To change it, delete it and run this test with `--tulis-golden`."""
    file = TEMPLATES / "keputusan.docx"
    if request.config.getoption("--tulis-golden") and not file.exists():
        file.write_bytes(starter())
    assert unpacked(file.read_bytes()) == unpacked(starter())


def test_the_shipped_template_looks_like_our_own(tmp_path: Path) -> None:
    ours = docx.Document(str(TEMPLATES / "keputusan.docx"))
    assert ours.styles["KPU Isi"].font.size == Pt(12)
    keputusan = kpu.load(LEAST)
    made = kpu.render(keputusan, tmp_path / "a.docx", template=TEMPLATES / "keputusan.docx")
    own = kpu.render(keputusan, tmp_path / "b.docx")
    shapes = [
        [(one.style.name if one.style else "", one.text) for one in docx.Document(str(file)).paragraphs]
        for file in (made, own)
    ]
    assert shapes[0] == shapes[1]
