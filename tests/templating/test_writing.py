"""A decree in an office's template: every word, in its styles, on its pages; the same bytes each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

import kpu_docs as kpu
from kpu_docs import templating
from kpu_docs.templating.names import PARTS
from kpu_docs.templating.pieces import pieces
from kpu_docs.templating.starting import starter
from kpu_docs.wordfile import faults
from tests.building import composed, decree, plan
from tests.templating.making import WHOLE, complaints, filled, letterhead, opened, page_number, saved, template, texts
from tests.writers.docx_reading import words

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/keputusan.yaml"))
ANNEX = plan({"kegiatan": "Rapat", "bulan": "3"})


def text_words(keputusan: kpu.Keputusan) -> list[str]:
    """The words that our own DOCX prints, which are those of the text writer (see test_parity)."""
    return words(kpu.render_bytes(keputusan, "docx"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_whole_parts_print_every_word_of_every_example(file: Path) -> None:
    keputusan = kpu.load(file)
    for form in (template(), templating.Template("awal.docx", starter())):
        made = filled(form, keputusan)
        assert words(made) == text_words(keputusan)
        assert [fault for fault in faults(made) if fault.severity == "salah"] == []


@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
def test_small_parts_make_up_the_whole(naskah: str) -> None:
    parts = (
        "kop judul pembentuk menimbang mengingat memperhatikan menetapkan batang_tubuh tanda_tangan pengesahan tembusan"
    )
    form = saved(letterhead(*(f"{{{{p {name} }}}}" for name in (*parts.split(), "lampiran"))))
    keputusan = decree(naskah=naskah, tembusan=["Arsip", "Ketua"], memperhatikan="Berita Acara;", lampiran=ANNEX)
    assert words(filled(form, keputusan)) == text_words(keputusan)


def test_fields_loops_and_header() -> None:
    form = template(
        "Nomor {{ nomor }} tentang {{ tentang|upper }}",
        "{%p for butir in menimbang %}",
        "{{ butir.penanda }} {{ butir.isi }}",
        "{%p endfor %}",
        "{%p if lampiran %}",
        "Lampiran: {{ lampiran|length }}",
        "{%p endif %}",
        table=[["{%tr for d in diktum %}", ""], ["{{ d.label }}", "{{ d.isi }}"], ["{%tr endfor %}", ""]],
        header="{{ satker.nama }}",
        footer="{% for baris in satker.baris %}{{ loop.index }} {{ baris }} {% endfor %}",
    )
    made = filled(form, menimbang=["bahwa satu;", "bahwa dua;"], nomor="")
    document = opened(made)
    assert texts(made)[:3] == ["Nomor ... TAHUN ... tentang CONTOH", "a. bahwa satu;", "b. bahwa dua;"]
    assert "Lampiran: " not in "".join(texts(made))
    assert [[cell.text for cell in row.cells] for row in document.tables[-1].rows] == [
        ["KESATU", "Menetapkan contoh."],
        ["KEDUA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."],
    ]
    [section] = document.sections
    assert section.header.paragraphs[0].text == "Komisi Pemilihan Umum Kota Mojokerto"
    assert section.footer.paragraphs[0].text == "1 KOMISI PEMILIHAN UMUM 2 KOTA MOJOKERTO "


def test_notes_and_text_boxes_are_filled_once() -> None:
    box = f'<w:r {nsdecls("w")}><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    end = "<w:p><w:r><w:t>{{ tentang }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    document = letterhead(*WHOLE)
    document.add_section()  # docxtpl would fill notes once for each section, and read the data as tags the second time
    paragraph = document.paragraphs[0].insert_paragraph_before("Kotak")
    paragraph._p.append(parse_xml(box + end))
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>{{ tentang }}</w:t></w:r></w:p></w:footnote>'
    notes = parse_xml(f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>")
    name = PackURI("/word/footnotes.xml")
    document.part.relate_to(XmlPart(name, CT.WML_FOOTNOTES, notes, document.part.package), RT.FOOTNOTES)
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    with zipfile.ZipFile(BytesIO(filled(saved(document), tentang="Tim {{ nomor }}"))) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            assert '<w:t xml:space="preserve">Tim {{ nomor }}</w:t>' in package.read(part).decode()


def test_a_part_may_depend_on_the_decree() -> None:
    form = saved(letterhead(*WHOLE[:3], "{%p if lampiran %}", WHOLE[3], "{%p endif %}"))
    assert len(opened(filled(form)).sections) == 1
    assert len(opened(filled(form, lampiran=ANNEX)).sections) == 2


def test_the_annex_brings_its_pages_and_the_others_keep_theirs() -> None:
    document = letterhead(*WHOLE, footer="Kantor, halaman ")
    document.sections[0].different_first_page_header_footer = True
    page_number(document.sections[0].footer.paragraphs[0])
    form = saved(document)
    made = opened(filled(form, lampiran=ANNEX))
    [own] = opened(form.data).sections
    body, annex = made.sections
    assert (body.page_width, body.page_height, body.left_margin) == (own.page_width, own.page_height, own.left_margin)
    assert body.different_first_page_header_footer
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert (annex.page_width or 0) > (annex.page_height or 0)
    assert annex.footer.is_linked_to_previous
    assert annex.header.is_linked_to_previous
    assert made.paragraphs[-1].text == "NAMA CONTOH"


def test_an_annex_gets_our_page_number_where_the_template_has_none() -> None:
    _, annex = opened(filled(template(header="KOP"), lampiran=ANNEX)).sections
    assert annex.header.paragraphs[0].text == "- 2 -"


def test_what_follows_the_annexes_goes_on_on_the_pages_before() -> None:
    document = letterhead(*WHOLE, "Penutup milik kantor", header="KOP")
    made = opened(filled(saved(document), lampiran=ANNEX * 2))
    body, first, second, rest = made.sections
    assert (rest.page_width, rest.page_height) == (body.page_width, body.page_height)
    assert [section.header.paragraphs[0].text for section in (body, first, second, rest)] == [
        "KOP",
        "- 2 -",
        "- 2 -",
        "KOP",
    ]
    assert made.paragraphs[-1].text == "Penutup milik kantor"


def test_an_annex_tag_in_a_section_of_its_own_leaves_no_empty_page() -> None:
    document = letterhead(*WHOLE[:3])
    document.add_section()
    document.add_paragraph(WHOLE[3])
    document.add_paragraph("")
    assert len(opened(filled(saved(document), lampiran=ANNEX)).sections) == 2
    assert len(opened(filled(saved(document))).sections) == 2


def test_a_petikan_holds_the_one_it_is_for_alone() -> None:
    team = [
        {"susunan_tim": [{"nama": "Andai Saja", "jabatan": "Ketua"}, {"nama": "Misal Kedua", "jabatan": "Anggota"}]}
    ]
    keputusan = decree(lampiran=team, diktum=["Mengangkat Misal Kedua.", "Menetapkan.", "Berlaku."])
    lines = ("{%p for d in diktum %}", "{{ d.label }} {{ d.isi }}", "{%p endfor %}", *WHOLE)
    form = saved(letterhead(*lines, header="{{ tanda }}"))
    made = kpu.render_bytes(keputusan, "docx", template=form, petikan="Andai Saja", force=True)
    ours = kpu.render_bytes(keputusan, "docx", petikan="Andai Saja", force=True)
    assert words(made) == ["KEDUA", "Menetapkan.", "KETIGA", "Berlaku.", *words(ours)]
    assert "Misal Kedua" not in "".join(texts(made))
    assert opened(made).sections[0].header.paragraphs[0].text == "PETIKAN"
    with pytest.raises(kpu.InputError, match="petikan: dengan templat ditulis satu per satu; sebut untuk siapa"):
        kpu.render_bytes(keputusan, "docx", template=form, naskah="petikan", force=True)


def test_every_block_of_the_page_belongs_to_a_piece() -> None:
    for file in EXAMPLES:
        for naskah in ("rancangan", "asli", "salinan", "petikan"):
            body = composed(kpu.load(file).model_copy(update={"naskah": naskah})).sections[0]
            found = pieces(body)
            assert [block for held in found.values() for block in held] == list(body.blocks)
            assert set(found) <= {piece for part in PARTS.values() for piece in part}


def test_equal_input_gives_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    form = template("{{ nomor }}", header="{{ nomor }}")
    once = filled(form, lampiran=ANNEX)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    with ThreadPoolExecutor(8) as pool:
        assert {*pool.map(lambda _: filled(form, lampiran=ANNEX), range(24))} == {once}
    with zipfile.ZipFile(BytesIO(once)) as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert len(names) == len({name.lower() for name in names})
    assert "docProps/thumbnail.jpeg" not in names
    assert "dcterms" not in core
    assert "python-docx" not in core
    assert "Keputusan Komisi Pemilihan Umum Kota Mojokerto" in core


def test_other_formats_keep_our_layout(tmp_path: Path) -> None:
    keputusan = decree()
    for format in ("txt", "html"):
        assert kpu.render_bytes(keputusan, format, template=tmp_path / "tidak-ada.docx") == kpu.render_bytes(
            keputusan, format
        )


def test_marks_of_others_are_not_taken_for_ours() -> None:
    document = letterhead(*WHOLE)
    document.paragraphs[0]._p.addprevious(etree.ProcessingInstruction("kpu", "diktum"))
    assert filled(saved(document)) == filled(template())


def test_what_word_would_not_open_is_refused() -> None:
    document = letterhead("Kop", *WHOLE)
    document.paragraphs[0].runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:sz {nsdecls("w")} w:val="9999"/>'))
    [one] = complaints(saved(document))
    assert one.startswith('kop.docx: word/document.xml, "Kop": val dari <w:sz> tidak boleh "9999"; Word mungkin')


def test_a_template_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "kop.docx").write_bytes(template().data)
    made = kpu.render(decree(), tmp_path / "hasil.docx", template=tmp_path / "kop.docx")
    assert made.read_bytes() == filled(template())
    with pytest.raises(kpu.InputError, match=r"lain\.docx: berkas tidak ada"):
        kpu.render(decree(), tmp_path / "hasil.docx", template=str(tmp_path / "lain.docx"))


def test_templates_cost_nothing_where_none_is_used() -> None:
    code = (
        "import sys, kpu_docs as kpu; from tests.building import LEAST; "
        "kpu.render_bytes(kpu.load(LEAST), 'docx'); print({'jinja2', 'docxtpl'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT)
    assert done.stdout == "set()\n"


@pytest.mark.slow
def test_a_template_saved_by_libreoffice_works(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "kop.docx").write_bytes(template("{{ nomor }}", header="{{ satker.nama }}").data)
    (tmp_path / "awal.docx").write_bytes(starter())
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        soffice,
        "--headless",
        profile,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "lo"),
    ]
    files = [str(tmp_path / name) for name in ("kop.docx", "awal.docx")]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    keputusan = kpu.load(EXAMPLES[0].parents[1] / "kabupaten_contoh" / "keputusan.yaml")
    for name, before in (("kop.docx", ["12", "TAHUN", "2026"]), ("awal.docx", [])):
        made = kpu.render_bytes(keputusan, "docx", template=tmp_path / "lo" / name)
        assert words(made) == [*before, *text_words(keputusan)]
        assert [fault for fault in faults(made) if fault.severity == "salah"] == []


@pytest.mark.parametrize("count", [1, 14])  # KEEMPAT BELAS is a table: its label wraps
def test_the_signature_is_never_alone_on_a_page(count: int) -> None:
    keputusan = decree(diktum=[f"Menetapkan hal ke-{at}." for at in range(1, count + 1)])
    document = opened(filled(saved(letterhead("{{p pembukaan }}", "{{p diktum }}", "{{p penutup }}")), keputusan))
    [body] = document.element.iter(qn("w:body"))
    signed = next(at for at, part in enumerate(body) if "Ditetapkan" in "".join(part.itertext()))
    shown = next(at for at in reversed(range(signed)) if "".join(body[at].itertext()))
    paragraphs = [one for part in body[shown:signed] for one in part.iter(qn("w:p"))]
    assert all(one.pPr is not None and one.pPr.keepNext is not None for one in paragraphs)
