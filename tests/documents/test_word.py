"""Comments put into a Word file: at the words meant, and nothing else of the file changes."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import kpu_docs as kpu
from kpu_docs import cli
from kpu_docs.documents import checked, with_findings
from kpu_docs.documents.word import Words, with_comments
from kpu_docs.wordfile import faults
from kpu_docs.wordfile.strict import strict
from tests.documents.reading import bare, comments, parts
from tests.reading import clerks

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml"
MAY_CHANGE = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}

QUICK = ("changes",)

FIELD = (
    '<w:p {0}><w:r><w:t xml:space="preserve">Lihat halaman </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>dua belas</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> ini.</w:t></w:r></w:p>'
)
LINK = (
    '<w:p {0}><w:r><w:t xml:space="preserve">Di </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>laman kami</w:t></w:r>'
    "</w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
)
CONTROL = (
    "<w:p {0}><w:r><w:t>Oleh</w:t><w:tab/></w:r><w:sdt><w:sdtContent><w:r><w:t>Ketua KPU</w:t></w:r></w:sdtContent>"
    "</w:sdt><w:r><w:t>.</w:t></w:r></w:p>"
)
CHANGED = (
    '<w:p {0}><w:r><w:t xml:space="preserve">Tim </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>lama '
    '</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>baru itu</w:t></w:r></w:ins><w:r><w:t>.</w:t>'
    "</w:r></w:p>"
)
BROKEN_UP = (
    '<w:p {0}><w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>satu dua</w:t><w:br/><w:t xml:space="preserve">tiga </w:t>'
    '</w:r><w:r><w:rPr><w:i/></w:rPr><w:t>em</w:t></w:r><w:r><w:t xml:space="preserve">pat lima</w:t></w:r></w:p>'
)

AT_WORDS = {
    "one word of a run": (BROKEN_UP, (-4, -4), "dua"),
    "the first word": (BROKEN_UP, (-5, -5), "satu"),
    "over a line break": (BROKEN_UP, (-4, -3), "duatiga"),
    "over runs": (BROKEN_UP, (-3, -2), "tiga empat"),
    "the last word": (BROKEN_UP, (-1, -1), "lima"),
    "more words than there are": (BROKEN_UP, (-9, -1), "satu duatiga empat lima"),
    "a word of a field": (FIELD, (-2, -2), "dua belas"),
    "from before a field into it": (FIELD, (-4, -3), "halaman dua belas"),
    "a word of a link": (LINK, (-2, -2), "laman kami"),
    "a word of a content control": (CONTROL, (-1, -1), "Ketua KPU."),
    "before a content control": (CONTROL, (-3, -3), "Oleh"),
    "a word of a tracked insertion": (CHANGED, (-2, -2), "baru itu"),
}


def file_with(*paragraphs: str) -> bytes:
    document = Document()
    for at, paragraph in enumerate(paragraphs):
        document.element.body.insert(at, parse_xml(paragraph.format(nsdecls("w"))))
    return clerks.saved(document)


def told(docx: bytes) -> Counter[str]:
    """What Word would find wrong with a file."""
    return Counter(map(str, faults(docx)))


@pytest.mark.parametrize("case", AT_WORDS)
def test_a_comment_stands_at_its_words(case: str) -> None:
    paragraph, (first, last), wanted = AT_WORDS[case]
    before = file_with(paragraph)
    after = with_comments(before, [(Words(0, first, last), "saran: lihat lagi")])
    assert comments(after) == [(wanted, "saran: lihat lagi")]
    assert bare(parts(after)["word/document.xml"]) == bare(parts(before)["word/document.xml"])


def test_word_would_open_what_it_opened_before() -> None:
    before = file_with(*(paragraph for paragraph, _, _ in AT_WORDS.values()))
    said = [(Words(at, *span), "saran: lihat lagi") for at, (_, span, _) in enumerate(AT_WORDS.values())]
    assert told(with_comments(before, said)) == told(before)


def test_comments_may_overlap() -> None:
    said = [(Words(0, -4, -2), "satu"), (Words(0, -3, -3), "dua"), (Words(0), "tiga"), (Words(0, -4, -3), "empat")]
    found = comments(with_comments(file_with(BROKEN_UP), said))
    assert [words for words, _ in found] == ["duatiga empat", "tiga", "satu duatiga empat lima", "duatiga"]


def test_a_text_frame_has_its_comment_at_the_paragraph_it_hangs_on() -> None:
    document = Document()
    clerks.box(document.add_paragraph("Surat ini"), "SALINAN")
    after = with_comments(clerks.saved(document), [(Words(1, -1, -1), "saran: tanda")])
    [paragraph] = [p for p in Document(BytesIO(after)).paragraphs if p._p.xpath("w:commentRangeStart")]
    assert paragraph.text == "Surat ini"
    assert parts(after)["word/document.xml"].count(b"commentReference") == 1


def test_comments_of_the_file_stay_and_numbers_do_not_meet() -> None:
    before = clerks.saved(clerks.with_changes())
    after = with_comments(before, [(Words(0), "saran: satu"), (Words(1), "saran: dua")])
    assert [text for _, text in comments(after)] == ["Sudah diparaf?", "saran: satu", "saran: dua"]
    numbers = re.findall(rb'<w:comment [^>]*w:id="(\d+)"', parts(after)["word/comments.xml"])
    assert len({*numbers}) == 3
    assert {name for name, part in parts(after).items() if part != parts(before)[name]} == {
        "word/document.xml",
        "word/comments.xml",
    }


def test_without_comments_the_file_is_the_same() -> None:
    before = clerks.saved(clerks.whole())
    assert with_comments(before, []) == before


@pytest.mark.parametrize(
    "kind", [kind if kind in QUICK else pytest.param(kind, marks=pytest.mark.slow) for kind in clerks.MADE]
)
def test_nothing_else_of_a_file_changes(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    path.write_bytes(before := clerks.saved(clerks.MADE[kind]()))
    found = checked(path)
    after = with_findings(path, found)
    held, made = parts(before), parts(after)
    assert {name for name in made if made[name] != held.get(name)} <= MAY_CHANGE
    assert bare(made["word/document.xml"]) == bare(held["word/document.xml"])
    assert told(after) == told(before)
    new = Counter(text for _, text in comments(after)) - Counter(text for _, text in comments(before))
    assert new == Counter(one.comment.split("\n")[0] for one in found.findings for _ in one.spots[:6])


def as_strict(docx: bytes) -> bytes:
    """As Word saves "Strict Open XML": other names, lengths in points."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts(docx).items():
            points = re.sub(
                rb'(w:(?:left|w|h)=")(\d+)"', lambda found: b'%s%gpt"' % (found[1], int(found[2]) / 20), part
            )
            archive.writestr(name, strict(points) if name.endswith((".xml", ".rels")) else part)
    return made.getvalue()


def test_a_strict_file_is_read_and_stays_strict(tmp_path: Path) -> None:
    usual, path = tmp_path / "biasa.docx", tmp_path / "ketat.docx"
    usual.write_bytes(clerks.saved(clerks.MADE["prose"]()))
    path.write_bytes(as_strict(usual.read_bytes()))
    found, wanted = checked(path), checked(usual)
    assert found.read.sections == wanted.read.sections
    assert [one.text for one in found.findings] == [one.text for one in wanted.findings] != []
    after = parts(with_findings(path, found))
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"purl.oclc.org" in after[name]
        assert b"openxmlformats.org/wordprocessingml" not in after[name]
        assert b"openxmlformats.org/officeDocument" not in after[name]
    assert b"pt" in re.findall(rb"<w:pgSz[^>]*>", after["word/document.xml"])[0]


def test_a_file_that_only_names_the_strict_format_stays_usual() -> None:
    before = file_with(
        "<w:p {0}><w:r><w:t>Lihat =&quot;http://purl.oclc.org/ooxml/wordprocessingml/main</w:t></w:r></w:p>"
    )
    after = with_comments(before, [(Words(0), "saran: alamat")])
    assert bare(parts(after)["word/document.xml"]) == bare(parts(before)["word/document.xml"])


def converted(path: Path, folder: Path) -> Path:
    if not (soffice := shutil.which("soffice")):
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [soffice, "--headless", profile, "--convert-to", "docx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.name


@pytest.mark.slow
@pytest.mark.parametrize("change", [bytes, as_strict], ids=["usual", "strict"])
def test_libreoffice_shows_every_comment_at_its_words(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path, made = tmp_path / "lama.docx", tmp_path / "hasil.docx"
    path.write_bytes(change(kpu.render_bytes(kpu.load(SEED), "docx")))
    assert cli.main(["check", str(path), "--docx", str(made)]) == 1
    again = converted(made, tmp_path / "lo")
    assert sorted(_squeezed(again.read_bytes())) == sorted(_squeezed(made.read_bytes()))
    assert len(_squeezed(made.read_bytes())) > 50


@pytest.mark.slow
def test_a_file_saved_by_libreoffice_has_the_same_findings_at_the_same_words(tmp_path: Path) -> None:
    ours = tmp_path / "lama.docx"
    kpu.render(kpu.load(SEED), ours)
    theirs = converted(ours, tmp_path / "lo")
    assert [one.text for one in checked(theirs).findings] == [one.text for one in checked(ours).findings]
    assert _squeezed(with_findings(theirs, checked(theirs))) == _squeezed(with_findings(ours, checked(ours)))
    assert told(with_findings(theirs, checked(theirs))) == told(theirs.read_bytes())


def _squeezed(docx: bytes) -> list[tuple[str, str]]:
    return [("".join(words.split()), text) for words, text in comments(docx)]
