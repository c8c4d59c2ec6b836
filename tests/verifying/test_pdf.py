"""Our PDF against its data: read by its structure, signed or not; what was put on it later is told."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen import canvas

import kpu_docs as kpu
from kpu_docs.verifying import verified
from tests.building import decree
from tests.verifying.papers import EXAMPLES, TEAM, team
from tests.writers.signing import signed
from tests.writers.test_pdf_fields import FIELD


def written(folder: Path, data: bytes) -> Path:
    path = folder / "keputusan.pdf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_kind_of_every_example_says_what_its_data_say(path: Path, naskah: str, tmp_path: Path) -> None:
    pdf = kpu.render(kpu.load(path), tmp_path / "keputusan.pdf", naskah=naskah, force=True)
    assert verified(pdf, path) == (naskah, [])


def test_a_decree_of_other_data_differs_where_the_data_do(tmp_path: Path) -> None:
    lampiran = [{**TEAM["lampiran"][0]}, {"judul": "Catatan", "naskah": {"isi": ["Catatan kedua."]}}]
    menimbang = [TEAM["menimbang"][0], "bahwa untuk itu perlu dibentuk panitia;"]
    pdf = kpu.render(team(lampiran=lampiran, menimbang=menimbang), tmp_path / "keputusan.pdf")
    assert [str(difference) for difference in kpu.verify(pdf, team())] == [
        'Menimbang huruf b: menurut data "… perlu dibentuk tim;", di berkas "… perlu dibentuk panitia;"',
        'Lampiran II: menurut data "Catatan pertama.", di berkas "Catatan kedua."',
    ]


def test_a_month_that_is_shaded_elsewhere_is_found(tmp_path: Path) -> None:
    bagian = TEAM["lampiran"][0]["rencana_kerja"]["bagian"][0]
    kegiatan = [*bagian["kegiatan"][:2], {**bagian["kegiatan"][2], "bulan": "11"}]
    other = team(lampiran=[{"rencana_kerja": {"bagian": [{**bagian, "kegiatan": kegiatan}]}}, TEAM["lampiran"][1]])
    found = [
        difference.where.rpartition(" ")[2] for difference in kpu.verify(kpu.render(other, tmp_path / "k.pdf"), team())
    ]
    assert found == ["11", "12"]


def test_a_signature_changes_no_word(tmp_path: Path) -> None:
    keputusan = team(kantor=FIELD)
    data = kpu.render_bytes(keputusan, "pdf", embed=True)
    assert kpu.verify(written(tmp_path, signed(data, "TTD_KETUA"))) == []


def test_what_was_put_on_a_page_later_is_told(tmp_path: Path) -> None:
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    page = file.pages[0]
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], Contents="Batal"
    )
    page.obj.Annots = pikepdf.Array([file.make_indirect(note)])
    ours = next(name for name, font in page.Resources.Font.items() if "Regular" in str(font.BaseFont))
    page.contents_add(f"BT {ours} 12 Tf (Tidak) Tj ET".encode())
    path = tmp_path / "keputusan.pdf"
    file.save(path)
    found = [(one.where, one.kind, one.after) for one in kpu.verify(path, decree())]
    assert found == [("Halaman 1", "baru", "Tidak"), ("Halaman 1", "baru", "Batal")]


@pytest.mark.parametrize("artifact", ["/Artifact BMC", "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"])
def test_text_that_was_added_as_an_artifact_is_told(artifact: str, tmp_path: Path) -> None:
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf", naskah="rancangan")))
    page = file.pages[0]
    ours = next(name for name, font in page.Resources.Font.items() if "Regular" in str(font.BaseFont))
    page.contents_add(f"{artifact} BT {ours} 12 Tf (Palsu) Tj ET EMC".encode())
    path = tmp_path / "keputusan.pdf"
    file.save(path)
    found = [(one.where, one.after) for one in kpu.verify(path, decree())]
    assert found == [("Halaman 1", "Palsu")]


def test_what_was_laid_over_a_page_is_told(tmp_path: Path) -> None:
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    with pikepdf.open(BytesIO(foreign())) as stamp:
        file.pages[0].add_overlay(stamp.pages[0], None)
    path = tmp_path / "keputusan.pdf"
    file.save(path)
    assert [str(one) for one in kpu.verify(path, decree())] == ['Halaman 1: hanya ada di berkas: "(tanpa teks)"']


def foreign() -> bytes:
    made = BytesIO()
    sheet = canvas.Canvas(made)
    sheet.drawString(72, 720, "Surat")
    sheet.save()
    return made.getvalue()


def looped() -> bytes:
    """A structure that holds itself."""
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    root = file.Root.StructTreeRoot.K
    root.K = pikepdf.Array([root])
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def doubled() -> bytes:
    """A structure of few elements, each of which holds the next one twice."""
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    below = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div))
    for _ in range(60):
        below = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, K=pikepdf.Array([below, below])))
    file.Root.StructTreeRoot.K = below
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def swollen() -> bytes:
    """A page that unpacks to far more than it is."""
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    stream = pikepdf.Stream(file, b"")
    stream.write(zlib.compress(b"q Q\n" * 10_000_000), filter=pikepdf.Name.FlateDecode)
    file.pages[0].obj.Contents = stream
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def locked() -> bytes:
    made = BytesIO()
    file = pikepdf.open(BytesIO(kpu.render_bytes(decree(), "pdf")))
    file.save(made, encryption=pikepdf.Encryption(user="x", owner="y"))
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(foreign(), "bukan PDF yang ditulis kpu-docs", id="foreign"),
        pytest.param(b"%PDF-1.7 dan seterusnya", "bukan PDF yang ditulis kpu-docs", id="broken"),
        pytest.param(b"", "bukan PDF yang ditulis kpu-docs", id="empty"),
        pytest.param(kpu.render_bytes(decree(), "pdf")[:9000], "bukan PDF yang ditulis kpu-docs", id="cut off"),
        pytest.param(looped(), "bukan PDF yang ditulis kpu-docs", id="looped"),
        pytest.param(doubled(), "bukan PDF yang ditulis kpu-docs", id="doubled"),
        pytest.param(swollen(), "bukan PDF yang ditulis kpu-docs", id="swollen"),
        pytest.param(locked(), "berkata sandi", id="locked"),
    ],
)
def test_what_cannot_be_read_gets_one_message(data: bytes, message: str, tmp_path: Path) -> None:
    path = written(tmp_path, data)
    with pytest.raises(kpu.InputError, match=message) as caught:
        kpu.verify(path, decree())
    [complaint] = caught.value.complaints
    assert complaint.file == str(path)


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, kpu.render_bytes(decree(), "pdf"))
    monkeypatch.delitem(sys.modules, "kpu_docs.verifying.pdf", raising=False)
    monkeypatch.delattr("kpu_docs.verifying.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(kpu.InputError, match=r"pip install 'kpu-docs\[baca\]'"):
        kpu.verify(path, decree())
