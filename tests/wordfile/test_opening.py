"""Somebody's .docx: what is refused, each with one clear complaint, and that reading stays bounded."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from kpu_docs.complaints import InputError
from kpu_docs.wordfile import faults, opened, opening
from tests.wordfile.good import archive, parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
TYPES, DOCUMENT, RELATIONS = "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"


def complaint(source: Path | bytes) -> str:
    """The only complaint about a file."""
    with pytest.raises(InputError) as caught:
        opened(source, "templat.docx")
    [one] = caught.value.complaints
    assert one.file == "templat.docx"
    return one.message


def changed(part: str, old: str, new: str) -> bytes:
    named = parts()
    text = named[part].decode()
    assert old in text
    return archive(named | {part: text.replace(old, new, 1).encode()})


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(RELATIONS, "</Relationships>", relation)


def test_a_good_file_is_its_parts(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(archive(parts()))
    assert opened(file, "a.docx") == opened(file.read_bytes(), "a.docx") == parts()


def test_folders_in_the_archive_are_no_parts() -> None:
    assert opened(archive({"word/": b"", **parts()}), "a.docx") == parts()


NO_WORD_FILE = {
    "empty": (b"", "kosong"),
    "text": (b"bukan Word", "bukan berkas Word"),
    "RTF": (rb"{\rtf1 x}", "RTF"),
    "old Word": (OLD, "Word lama (.doc)"),
    "encrypted": (OLD + "EncryptedPackage".encode("utf-16-le"), "berkata sandi"),
    "cut": (archive(parts())[:-300], "rusak atau terpotong"),
    "only the beginning": (b"PK\x03\x04", "rusak atau terpotong"),
    "OpenDocument": (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "Excel": (archive({TYPES: b"", "xl/workbook.xml": b""}), "Excel"),
    "another archive": (archive({"a.txt": b""}), "tidak ada [Content_Types].xml"),
    "no text": (archive({TYPES: b"<Types/>"}), "tidak ada word/document.xml"),
}


@pytest.mark.parametrize("name", NO_WORD_FILE)
def test_no_word_file(name: str) -> None:
    content, words = NO_WORD_FILE[name]
    assert words in complaint(content)


def test_a_part_whose_bytes_were_changed() -> None:
    content = bytearray(archive(parts(), zipfile.ZIP_STORED))
    content[content.index(b"Kepala")] ^= 1
    assert "rusak" in complaint(bytes(content))


def test_a_file_that_is_missing_or_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "tidak ada" in complaint(tmp_path / "lupa.docx")
    monkeypatch.setattr(opening, "LARGEST", 1000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    large = tmp_path / "besar.docx"
    with large.open("wb") as out:
        out.truncate(1001)
    assert "terlalu besar" in complaint(large)
    assert "terlalu besar" in complaint(b"PK" + bytes(999))


def test_a_bomb_is_not_unpacked() -> None:
    for bomb in (
        {"word/media/a.png": bytes(30_000_000)},
        {f"word/media/{number}.xml": bytes(1_000_000) for number in range(201)},
    ):
        content = archive(parts() | bomb)
        tracemalloc.start()
        try:
            assert "mengembang" in complaint(content)
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()


def test_a_part_that_is_larger_than_it_says() -> None:
    content = archive(parts() | {"word/media/b.png": bytes(3_000_000)})
    true, small = struct.pack("<L", 3_000_000), struct.pack("<L", 10)
    assert "rusak" in complaint(content.replace(true, small))


def test_too_many_parts() -> None:
    assert "2011 bagian" in complaint(archive(parts() | {f"word/{number}.png": b"" for number in range(2000)}))


@pytest.mark.parametrize(
    "name",
    ["../../etc/cron.d/x", "word/../../x", "/etc/passwd", "..\\x", "C:\\x", "c:x", "word/./x", "word//x", "a\x01b"],
)
def test_a_name_that_leaves_the_archive(name: str) -> None:
    assert "keluar dari berkasnya" in complaint(archive(parts() | {name: b""}))


def test_a_name_with_a_nul_byte() -> None:
    # Python ends such a name at the byte, other programs do not.
    content = archive(parts() | {"word/aXb": b""}).replace(b"word/aXb", b"word/a\0b")
    assert "keluar dari berkasnya" in complaint(content)


def test_a_part_that_stands_there_twice() -> None:
    content = io.BytesIO(archive(parts()))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("WORD/document.xml", b"lain")
    assert "dua bagian bernama" in complaint(content.getvalue())


def test_an_encrypted_part() -> None:
    content = bytearray(archive({"z": b""} | parts()))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "berkata sandi" in complaint(bytes(content))


MACROS = {
    "docm": changed(TYPES, "officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
    "a macro part": archive(parts() | {"word/vbaProject.bin": b""}),
    "a macro part by its type": changed(
        TYPES, "</Types>", '<Default Extension="dat" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    ).replace(b"word/media/image1.png", b"word/media/image1.dat"),
}


@pytest.mark.parametrize("name", MACROS)
def test_macros(name: str) -> None:
    assert "makro" in complaint(MACROS[name])


def test_a_template_of_word() -> None:
    content = changed(TYPES, "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
    assert ".dotx" in complaint(content)


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("attachedTemplate", "http://contoh.invalid/a.dotm", "Document Template"),
        ("attachedTemplate", "file:///C:\\Users\\a\\kantor.dotx", "Document Template"),
        ("image", "\\\\server\\logo.png", "gambar"),
        ("oleObject", "file:///C:/data.xlsx", "OLE"),
        ("mailMergeSource", "file:///C:/data.xlsx", "mail merge"),
        ("frame", "http://contoh.invalid/", "isi lain"),
    ],
)
def test_what_is_fetched_from_elsewhere(kind: str, target: str, words: str) -> None:
    message = complaint(related(kind, target))
    assert "terhubung ke luar berkas" in message
    assert words in message


def test_a_hyperlink_is_harmless() -> None:
    assert opened(related("hyperlink", "https://jdih.kpu.go.id/"), "a.docx")


@pytest.mark.parametrize("kind", ["oleObject", "control", "package", "aFChunk", "subDocument"])
def test_what_is_embedded(kind: str) -> None:
    assert "hapus dari berkas ini" in complaint(related(kind, "media/image1.png", ""))


@pytest.mark.parametrize("part", [DOCUMENT, "word/styles.xml", RELATIONS, TYPES])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://contoh.invalid/a.dtd">',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://contoh.invalid/a.dtd">%b;]>',
    ],
)
def test_a_document_type(doctype: str, part: str) -> None:
    text = parts()[part].decode()
    at = text.index("?>") + 2 if text.startswith("<?xml") else 0
    for encoded in ("utf-8", "utf-16"):
        whole = (text[:at].replace("UTF-8", encoded) + doctype + text[at:]).encode(encoded)
        with pytest.raises(InputError, match="DTD"):
            opened(archive(parts() | {part: whole}), "a.docx")


def test_entities_that_multiply_cost_nothing() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "a" * 10}">' for n in range(10))
    text = parts()[DOCUMENT].decode().replace("?>", f"?><!DOCTYPE a [{entities}]>").replace("Judul<", "&e9;<")
    attribute = text.replace('w:name="awal"', 'w:name="&e9;"')
    tracemalloc.start()
    try:
        for part in (text, attribute):
            assert complaint(archive(parts() | {DOCUMENT: part.encode()}))
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_broken_xml_has_a_line() -> None:
    assert "word/document.xml: XML rusak di baris 2" in complaint(changed(DOCUMENT, "</w:body>", ""))


def test_strict_open_xml() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert "Strict" in complaint(
        changed("word/header1.xml", transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    )


def field(instruction: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (field("<w:r><w:instrText> DDEAUTO c:\\\\x.exe</w:instrText></w:r>"), "DDEAUTO"),
        (
            field("<w:r><w:instrText>INC</w:instrText></w:r><w:r><w:instrText>LUDETEXT x</w:instrText></w:r>"),
            "INCLUDETEXT",
        ),
        ('<w:fldSimple w:instr="includepicture http://contoh.invalid/a.png"/>', "INCLUDEPICTURE"),
        (field(field("<w:r><w:instrText> QUOTE 68 68 69 </w:instrText></w:r>")), "tersembunyi"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK a</w:instrText></w:r>', "LINK"),
    ],
)
def test_a_field_that_reads_elsewhere(xml: str, words: str) -> None:
    assert words in complaint(changed(DOCUMENT, "<w:r><w:t>KPU", f"{xml}<w:r><w:t>KPU"))


def test_fields_within_the_file_are_harmless() -> None:
    for instruction in ("PAGE", "DATE \\@ yyyy", "HYPERLINK x", "IF a = b", "LINKED"):
        xml = field(f"<w:r><w:instrText> {instruction} </w:instrText></w:r>")
        assert opened(changed(DOCUMENT, "<w:r><w:t>KPU", f"{xml}<w:r><w:t>KPU"), "a.docx")


def test_an_old_drawing_from_elsewhere() -> None:
    drawing = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{}"/></w:pict></w:r><w:r><w:t>KPU'
    for address in ("http://contoh.invalid/a.png", "\\\\server\\a.png", "file:///etc/passwd"):
        assert "gambar dari luar" in complaint(changed(DOCUMENT, "<w:r><w:t>KPU", drawing.format(address)))
    assert opened(changed(DOCUMENT, "<w:r><w:t>KPU", drawing.format("gambar.png")), "a.docx")


def test_a_file_with_any_byte_changed() -> None:
    content, dice = archive(parts()), random.Random(1)
    for _ in range(300):
        changed_bytes = bytearray(content)
        for _ in range(dice.randrange(1, 4)):
            changed_bytes[dice.randrange(len(content))] = dice.randrange(256)
        with contextlib.suppress(InputError):
            faults(opened(bytes(changed_bytes), "a.docx"))


def test_all_dangers_at_once() -> None:
    content = related("attachedTemplate", "http://contoh.invalid/a.dotm")
    with pytest.raises(InputError) as caught:
        opened(archive(parts() | opening.unpacked(content)[0] | {"word/vbaProject.bin": b""}), "a.docx")
    assert len(caught.value.complaints) == 2
