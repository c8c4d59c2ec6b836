"""The signature field of the PDF: empty, named, known to a screen reader; and what remains of the file once signed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pytest
from pyhanko.sign.validation import SignatureCoverageLevel

from kpu_docs import render_bytes
from tests.building import decree, plan
from tests.writers.pdf_reading import Element, contents, opened, reading_order, tree
from tests.writers.signing import signed, status

FIELD = {"tata_naskah": {"elektronik": {"kolom_tanda_tangan": "ya"}}}
LONG: dict[str, Any] = {
    "diktum": ["Menetapkan contoh."] * 20,
    "lampiran": plan(*[{"nomor": f"{n}.", "kegiatan": f"Kegiatan {n}", "bulan": "1-3"} for n in range(30)]),
}


def made(**changes: Any) -> bytes:
    return render_bytes(decree(kantor=FIELD, **(LONG | changes)), "pdf")


def widgets(file: pikepdf.Pdf) -> list[Any]:
    return [annotation for page in file.pages for annotation in page.obj.get("/Annots", [])]


def form_of(file: pikepdf.Pdf) -> Element:
    [form] = tree(file).find("Form")
    return form


def test_there_is_none_unless_the_office_wants_it() -> None:
    file = opened(render_bytes(decree(), "pdf"))
    assert "/AcroForm" not in file.Root
    assert widgets(file) == []


@pytest.mark.parametrize("naskah", ["rancangan", "salinan"])
def test_only_the_original_is_signed(naskah: str) -> None:
    assert "/AcroForm" not in opened(made(naskah=naskah)).Root


@pytest.mark.parametrize(
    ("jabatan", "name"), [("Ketua", "TTD_KETUA"), ("Sekretaris/Plt. Kepala", "TTD_SEKRETARIS_PLT_KEPALA")]
)
def test_it_is_named_after_the_office_of_the_signer(jabatan: str, name: str) -> None:
    file = opened(made(penanda_tangan={"jabatan": jabatan, "nama": "**Nama** Contoh"}))
    [field] = file.Root.AcroForm.Fields
    assert str(field.T) == name
    assert str(field.TU) == f"Tanda tangan elektronik Nama Contoh, {jabatan} Komisi Pemilihan Umum Kota Mojokerto"


def test_it_is_empty_and_keeps_the_rules_of_archives() -> None:
    file = opened(made())
    [field] = file.Root.AcroForm.Fields
    assert [widget.objgen for widget in widgets(file)] == [field.objgen]
    assert (str(field.FT), str(field.Subtype), int(field.F), "/V" in field) == ("/Sig", "/Widget", 4, False)
    assert "/NeedAppearances" not in file.Root.AcroForm
    appearance = field.AP.N
    assert (str(appearance.Subtype), appearance.read_bytes()) == ("/Form", b"")
    left, bottom, right, top = map(float, field.Rect)
    assert [float(edge) for edge in appearance.BBox] == pytest.approx([0, 0, right - left, top - bottom], abs=0.01)


def test_it_lies_in_the_room_between_office_and_name() -> None:
    file = opened(made())
    [field] = file.Root.AcroForm.Fields
    left, bottom, right, top = map(float, field.Rect)
    assert top - bottom == pytest.approx(3 * 14.1, abs=0.01)
    assert right == pytest.approx((215.9 - 20) * 72 / 25.4, abs=0.01)
    page = next(at for at, page in enumerate(file.pages) if page.obj.objgen == field.P.objgen)
    with pdfplumber.open(BytesIO(made())) as read:
        sheet = read.pages[page]
        found = {word["text"]: word for word in sheet.extract_words()}
        office, name = (float(sheet.height) - found[word]["bottom"] for word in ("MOJOKERTO,", "CONTOH"))
    assert office > top - 4 > bottom > name
    assert found["NAMA"]["x0"] == pytest.approx(left, abs=0.5)


def test_a_screen_reader_meets_it_between_office_and_name() -> None:
    file = opened(made())
    form = form_of(file)
    [field] = widgets(file)
    assert (form.objects, form.kids, form.places) == ([field.objgen[0]], [], [])
    read = [element for element in tree(file).walk() if element.text.strip() or element.objects]
    at = read.index(form)
    assert [read[at - 1].text.strip(), read[at + 1].text.strip()] == ["KOTA MOJOKERTO,", "NAMA CONTOH"]
    numbers = [*file.Root.StructTreeRoot.ParentTree.Nums]
    back = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert back[int(field.StructParent)].objgen[0] == form.number
    assert int(field.StructParent) == len(file.pages) == file.Root.StructTreeRoot.ParentTreeNextKey - 1


def test_once_signed_the_signature_is_valid_and_covers_the_whole_file() -> None:
    found = status(signed(made(), "TTD_KETUA"))
    assert (found.bottom_line, found.intact, found.valid, found.trusted) == (True, True, True, True)
    assert found.coverage == SignatureCoverageLevel.ENTIRE_FILE


def test_a_byte_changed_after_signing_is_seen() -> None:
    file = bytearray(signed(made(), "TTD_KETUA"))
    at = file.index(b"Contoh</rdf:li>")
    file[at] ^= 1
    assert not status(bytes(file)).intact


def test_signing_leaves_structure_words_and_claims_as_they_were() -> None:
    before, after = made(), signed(made(), "TTD_KETUA")
    assert after.startswith(before)
    old, new = opened(before), opened(after)
    assert reading_order(after) == reading_order(before)
    assert tree(new) == tree(old)
    assert contents(new) == contents(old)
    assert [page.unmarked for page in contents(new) if page.unmarked] == []
    with new.open_metadata() as xmp:
        assert [xmp[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")] == ["2", "A", "1"]
    [field] = widgets(new)
    assert form_of(new).objects == [field.objgen[0]]
    assert field.V.SubFilter == "/ETSI.CAdES.detached"
