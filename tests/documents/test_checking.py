"""Documents checked: the findings of their data, each at its place on the paper, and no faults of reading alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Docx

import kpu_docs as kpu
from kpu_docs import cli
from kpu_docs.documents import checked, with_findings
from kpu_docs.findings import Finding
from tests.building import LEAST
from tests.documents.reading import comments
from tests.reading import clerks
from tests.reading.test_txt import scanned

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "mojokerto_2022" / "keputusan.yaml"

NOT_ON_PAPER = {
    "kunci_contoh": {"kutipan_dari_register": "on paper stand citations, not the keys that they were printed from"},
}
"""Findings on the data of an example that its paper cannot tell, and why."""

NOT_IN_DATA = {
    "kabupaten_contoh": {"nomor_berita_acara": "which rules an office switches off (`abaikan`) stands on no paper"},
}
"""Findings on the paper of an example that its data cannot tell, and why."""

QUICK = (*NOT_ON_PAPER, *NOT_IN_DATA, "mojokerto_2022")
SLOW = sorted(path.parent.name for path in ROOT.glob("examples/*/keputusan.yaml") if path.parent.name not in QUICK)

EVERYWHERE = {"lembaran_tidak_baku", "lembaran_tidak_disebut", "perubahan_tidak_disebut"}
"""What is wrong with the citations of every file of the clerks."""

TRUE: dict[str, list[str]] = {
    "spaces": ["MEMUTUSKAN: memutuskan_tidak_baku"],
    "text boxes": ["Lampiran, kepala: lampiran_tidak_disebut"],
    "furniture": ["Tanda tangan: salinan_tanpa_pengesahan"],
    "labels alone": ["MEMUTUSKAN: memutuskan_tidak_baku", "Lampiran, kepala: lampiran_tidak_disebut"],
    "other forms": [
        "Nomor: tahun_nomor_lain",
        "Tempat: bentuk_kantor_berbeda",
        "Tempat: bentuk_kantor_berbeda",
        "Tanggal: bentuk_kantor_berbeda",
        "Tanda tangan: salinan_tanpa_pengesahan",
        "Tanda tangan: bentuk_kantor_berbeda",
    ],
    "plan": ["Lampiran, kepala: lampiran_tidak_disebut"],
    "team": ["Lampiran, kepala: lampiran_tidak_disebut", "Lampiran, tanda tangan: bentuk_kantor_berbeda"],
    "prose": ["Lampiran I, kepala: lampiran_tidak_disebut", "Lampiran II, kepala: lampiran_tidak_disebut"],
    "own words": ["Diktum KESATU: diktum_tanpa_titik", "Lampiran, judul: lampiran_tidak_disebut"],
    "ticks": ["Lampiran, kepala: lampiran_tidak_disebut"],
}
"""What else is wrong with each of these files; with the others nothing."""


def told(findings: tuple[Finding, ...] | list[Finding], left_out: dict[str, str]) -> Counter[str]:
    """What is said at how many places. Capitals are not told from small letters: titles and names are in capitals."""
    said = (one for one in findings if one.rule not in left_out)
    return Counter(one.change.replace(": kantor ini ", ": naskah ini ").lower() for one in said for _ in one.spots)


@pytest.mark.parametrize("name", [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def test_the_paper_of_an_example_has_the_findings_of_its_data(name: str, tmp_path: Path) -> None:
    keputusan = kpu.load(ROOT / "examples" / name / "keputusan.yaml")
    on_paper = kpu.check(kpu.render(keputusan, tmp_path / "keputusan.docx"))
    assert told(on_paper, NOT_IN_DATA.get(name, {})) == told(kpu.check(keputusan), NOT_ON_PAPER.get(name, {}))
    assert {*NOT_IN_DATA.get(name, {})} <= {one.rule for one in on_paper}
    assert {*NOT_ON_PAPER.get(name, {})} <= {one.rule for one in kpu.check(keputusan)}


def test_so_has_a_pdf_of_ours(tmp_path: Path) -> None:
    keputusan = kpu.load(SEED)
    on_paper = kpu.check(kpu.render(keputusan, tmp_path / "keputusan.pdf"))
    assert told(on_paper, {}) == told(kpu.check(keputusan), {})
    places = [spot.tempat for one in on_paper for spot in one.spots]
    assert places
    assert all(places)


def test_so_has_the_text_of_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "pindaian.txt"
    path.write_text(scanned(), encoding="utf-8")
    on_paper = kpu.check(path)
    assert told(on_paper, {}) == told(kpu.check(kpu.load(SEED)), {})
    assert str(on_paper[0]).startswith(f'{path}: Menimbang huruf a ("… Menuju Wilayah Bebas Korupsi dan Wilayah ')


@pytest.mark.parametrize("kind", clerks.MADE)
def test_the_files_of_clerks_have_the_faults_that_they_have(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    clerks.MADE[kind]().save(str(path))
    findings = kpu.check(path)
    assert {one.rule for one in findings} >= EVERYWHERE
    assert [f"{one.spots[0].tempat}: {one.rule}" for one in findings if one.rule not in EVERYWHERE] == TRUE.get(
        kind, []
    )


def without(start: str, end: str = "") -> Docx:
    """The decree of the clerks without a paragraph, or all from one up to another."""
    document = clerks.whole()
    texts = [paragraph.text for paragraph in document.paragraphs]
    first = next(at for at, text in enumerate(texts) if text.startswith(start))
    last = next((at for at, text in enumerate(texts) if end and text.startswith(end)), len(texts) if end else first + 1)
    body: Any = document.element.body
    for paragraph in document.paragraphs[first:last]:
        body.remove(paragraph._p)
    return document


def saying(old: str, new: str) -> Docx:
    """The decree of the clerks with a paragraph that says something else."""
    document = clerks.whole()
    next(one for one in document.paragraphs if one.text.startswith(old)).text = new
    return document


IN_PIECES: dict[str, tuple[Callable[[], Docx], str, list[str]]] = {
    "no Menimbang": (lambda: without("Menimbang", "Mengingat"), "Menimbang tidak ditemukan", []),
    "no diktum": (lambda: without("KESATU", "Ditetapkan"), "diktum tidak ditemukan", []),
    "no end": (lambda: without("Ditetapkan", "zzz"), "tempat (Ditetapkan di) tidak ditemukan", []),
    "no place": (lambda: without("Ditetapkan"), "tempat (Ditetapkan di) tidak ditemukan", []),
    "no day": (lambda: without("pada tanggal"), "tanggal tidak ditemukan", ["Tanggal: nomor_tanpa_tanggal"]),
    "no head": (lambda: without("KEPUTUSAN", "Menimbang"), "judul KEPUTUSAN tidak ditemukan", []),
    "no title": (lambda: without("TENTANG", "KETUA"), "judul (TENTANG) tidak ditemukan", []),
    "another day": (lambda: saying("pada tanggal", "pada tanggal 8 Jan 2024"), "tanggal belum terbaca", []),
    "another certification": (
        lambda: saying("SAIFUL", "Salinan sesuai dengan aslinya\nBudi"),
        "nama penanda tangan tidak ditemukan",
        [],
    ),
}


@pytest.mark.parametrize("kind", IN_PIECES)
def test_what_was_not_understood_is_told_once_and_no_fault(kind: str, tmp_path: Path) -> None:
    make, note, wanted = IN_PIECES[kind]
    path = tmp_path / "lama.docx"
    make().save(str(path))
    found = checked(path)
    others = [one for one in found.findings if not (one.rule in EVERYWHERE or one.rule.startswith("perubahan_"))]
    assert [f"{one.spots[0].tempat}: {one.rule}" for one in others] == wanted
    assert note in found.notes[0]
    assert "kpu-docs import" in found.notes[0]
    assert "..." not in " ".join(spot.teks for one in others for spot in one.spots if not wanted)


def test_findings_are_told_by_their_places_on_the_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = saying("KESATU", "KESATU\t:\tMenetapkan dan dan menata arsip & boks <x>.")
    clerks.landscape(document)
    clerks.annex_head(document)
    clerks.centred(document, "DAFTAR")
    table = document.add_table(0, 2)
    table.style = "Table Grid"
    for cells in (("NO", "URAIAN"), ("1", "Boks"), ("2", "Boks dan dan map")):
        clerks.row(table, *cells)
    document.save("lama.docx")
    lines = [
        str(one).split(" (lemb")[0]
        for one in kpu.check("lama.docx")
        if one.rule in ("kata_ganda", "lembaran_tidak_baku")
    ]
    assert lines == [
        'lama.docx: Mengingat angka 2 ("… tentang Pemilihan Umum (Lembaran Negara RI Tahun 2017 Nomor …"): saran: nama '
        'lembaran ditulis lengkap; tertulis "Lembaran Negara RI", seharusnya "Lembaran Negara Republik Indonesia"',
        'lama.docx: Diktum KESATU ("Menetapkan dan dan menata arsip & boks <x>."): salah: kata tertulis dua kali; '
        'tertulis "dan dan", seharusnya "dan"; juga di Lampiran, baris 2, kolom URAIAN (kata_ganda)',
    ]


def plan(texts: Iterator[str]) -> dict[str, Any]:
    rows = [{"kegiatan": text, "indikator": "Ada laporan", "bulan": "3-5"} for text in texts]
    annex = {"judul": "RENCANA", "rencana_kerja": {"bagian": [{"kegiatan": rows}]}}
    return LEAST | {"lampiran": [annex], "diktum": ["Menetapkan Rencana dalam Lampiran."]}


def test_repeated_texts_have_their_comments_each_in_its_own_place(tmp_path: Path) -> None:
    texts = (f"Rapat dan dan {'pleno' if at % 3 else 'kerja'}" for at in range(60))
    path = kpu.render(kpu.load(plan(texts)), tmp_path / "lama.docx")
    (finding,) = (one for one in kpu.check(path) if one.rule == "kata_ganda")
    assert [spot.tempat for spot in finding.spots] == [f"Lampiran, baris {at}, kolom KEGIATAN" for at in range(1, 61)]
    assert "; juga di baris 2, kolom KEGIATAN; baris 3, kolom KEGIATAN; " in finding.text
    (tmp_path / "hasil.docx").write_bytes(with_findings(path, checked(path)))
    found = Document(str(tmp_path / "hasil.docx"))
    rows = found.tables[-1].rows
    marked = [
        at for at, row in enumerate(rows) if row._tr.xpath(".//w:commentRangeStart") and "dan dan" in row.cells[1].text
    ]
    assert marked[:6] == [at for at, row in enumerate(rows) if "dan dan" in row.cells[1].text][:6]
    assert [words for words, text in comments((tmp_path / "hasil.docx").read_bytes()) if "dua kali" in text] == [
        "dan dan"
    ] * 6


MOVED: dict[str, tuple[str, str, str]] = {
    "a row whose month is a sign": ("plan", "Laporan akhir", "Laporan dan dan akhir"),
    "a row that begins in the row above": ("plan", "Daftar berkas", "Daftar dan dan berkas"),
    "a title over two paragraphs": ("other forms", "TAHUN 2024", "DAN DAN TAHUN 2024"),
    "a certification beside the signature": ("signature beside", "Kepala Bagian,", "Kepala dan dan Bagian,"),
    "a label in a line of its own": ("labels alone", clerks.DIKTUM[0][1], f"Dan dan {clerks.DIKTUM[0][1]}"),
    "an item in a cell with others": ("one table", f"a. {clerks.MENIMBANG[0]}", "a. bahwa arsip dan dan ditata;"),
    "an item that Word numbers": ("automatic numbers", "berkas; dan", "dan dan berkas; dan"),
    "a text beside a text frame": ("text boxes", "Arsip ditata menurut abjad.", "Arsip dan dan ditata."),
}
"""Files that read otherwise than they are printed, a text in them, and what stands there instead."""


@pytest.mark.parametrize("case", MOVED)
def test_words_are_found_where_the_file_has_them(case: str, tmp_path: Path) -> None:
    kind, old, new = MOVED[case]
    document, path = clerks.MADE[kind](), tmp_path / "lama.docx"
    body: Any = document.element.body
    (text,) = body.xpath(f".//w:t[text()='{old}' and not(ancestor::w:txbxContent)]")
    text.text = new
    document.save(str(path))
    found = [words for words, text in comments(with_findings(path, checked(path))) if "dua kali" in text]
    assert [words.lower() for words in found] == ["dan dan"]


def test_what_is_not_found_in_the_file_stands_at_the_title_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    without("pada tanggal").save(str(path))
    (said,) = ((words, text) for words, text in comments(with_findings(path, checked(path))) if "tanggalnya" in text)
    assert said == (clerks.TITLE, "Tanggal: periksa: Keputusan ini sudah bernomor, tetapi tanggalnya belum diisi")


NO_DECREES: dict[str, tuple[str, str]] = {
    "surat.txt": ("Kepada Yth. Ketua\nKami mengundang dan dan berharap.", "tidak terbaca sebagai Keputusan"),
    "kosong.txt": ("", "berkas ini kosong"),
    "rusak.docx": ("PK rusak", "rusak atau terpotong"),
    "lama.odt": ("x", "yang dapat dibaca .docx, .pdf, .txt, bukan .odt"),
    "tiada.docx": ("", "berkas tidak ada"),
}


@pytest.mark.parametrize("name", NO_DECREES)
def test_what_is_no_decree_gets_one_message(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, message = NO_DECREES[name]
    if "tiada" not in name:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert cli.main(["check", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_an_empty_word_file_is_no_decree(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "kosong.docx"))
    with pytest.raises(kpu.InputError, match="tidak terbaca sebagai Keputusan"):
        kpu.check(tmp_path / "kosong.docx")


def test_the_command_writes_a_copy_and_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lama.docx").write_bytes(before := clerks.saved(clerks.with_own_words()))
    assert cli.main(["check", "lama.docx", "--docx", "hasil.docx"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "3 salah, 1 periksa, 1 saran"
    assert [line.split(";")[0] for line in err.splitlines()] == [
        "peringatan: lama.docx: belum pasti terbaca: Lampiran 1: kepalanya lain daripada judul Keputusan",
        'peringatan: lama.docx: 1 baris tidak dikenali dan tidak diperiksa ("NIP 19700101 199503 1 001")',
    ]
    assert Path("lama.docx").read_bytes() == before
    found = comments(Path("hasil.docx").read_bytes())
    assert len(found) == 6
    assert ("dikenal", 'salah: diktum harus diakhiri titik, seharusnya "."') in found  # where the stop is missing


def test_what_a_document_cannot_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lama.docx").write_bytes(before := clerks.saved(clerks.whole()))
    Path("lama.txt").write_text("KEPUTUSAN", encoding="utf-8")
    for call, message in (
        (["lama.docx", "--fix"], "perbaiki dokumen ini di Word"),
        (["lama.docx", "--docx", "lama.docx"], "akan menimpa berkas yang diperiksa"),
        (["lama.docx", "--docx", "hasil.pdf"], "tidak dikenal; yang ada: docx"),
        (["lama.txt", "--docx", "hasil.docx"], "baca dulu dengan `kpu-docs import`"),
    ):
        assert cli.main(["check", *call]) == 2
        assert message in capsys.readouterr().err
    assert Path("lama.docx").read_bytes() == before
    assert not Path("hasil.docx").exists()


def test_as_json_each_place_has_its_name_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lama.docx"
    clerks.whole().save(str(path))
    assert cli.main(["check", "--json", str(path)]) == 1
    found = [one for one in json.loads(capsys.readouterr().out) if one["rule"] == "lembaran_tidak_baku"]
    [place] = found[0]["where"]
    assert (place["place"], place["text"]) == (
        "Mengingat angka 2",
        "… tentang Pemilihan Umum (Lembaran Negara RI Tahun 2017 Nomor …",
    )
    assert (place["file"], place["path"], place["line"]) == (str(path), ["mengingat", 1, "teks"], None)
