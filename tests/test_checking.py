"""Findings: gathered, placed, switched off; mended in the file; put into Word as comments; told on the command line."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

import kpu_docs as kpu
from kpu_docs import cli
from kpu_docs.checking import check
from kpu_docs.findings import Finding, Spot
from kpu_docs.rendering import render_reviewed
from kpu_docs.texts import text_at, texts
from tests.building import LEAST, decree
from tests.rules.announced import WRONG

SEED = Path(__file__).parents[1] / "examples" / "mojokerto_2022" / "keputusan.yaml"

DECREE = """\
# Catatan ini tetap.
satker: kota-mojokerto
nomor: 16 TAHUN 2026
tentang: >-
  Tim Penataan
  Arsip. # bukan komentar
menimbang: bahwa arsip perlu ditata;
mengingat: ["Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia \
Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);"]
diktum:
  - 'Membentuk membentuk Tim dan "dan dan" itu.'   # komentar
  - teks: "Arsip dijaga\\x20dan dan disimpan."
    daftar:
      - dijaga dan
        dan ditata.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Mojokerto, pada: 2026-01-19}
penanda_tangan: {nama: Umpama Rekaan}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("keputusan.yaml").write_text(DECREE, encoding="utf-8")
    return Path("keputusan.yaml")


def of_rule(findings: list[Finding], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def doubled(keputusan: kpu.Keputusan) -> list[Finding]:
    return of_rule(check(keputusan), "kata_ganda")


def test_alike_findings_are_one_with_all_its_places(file: Path) -> None:
    first, second = doubled(kpu.load(file))
    assert (first.written, first.expected) == ("Membentuk membentuk", "Membentuk")
    assert [(spot.line, spot.column) for spot in first.spots] == [(10, 6)]
    assert [(spot.line, spot.column) for spot in second.spots] == [(10, 35), (11, 28), (13, 16)]
    assert second.where == "keputusan.yaml:10:35"
    assert str(second) == (
        'keputusan.yaml:10:35: salah: kata tertulis dua kali; tertulis "dan dan", seharusnya "dan"; '
        "juga di baris 11, baris 13 (kata_ganda)"
    )


def test_a_dict_has_paths_only() -> None:
    [finding] = doubled(decree(diktum=["Ini dan dan itu."]))
    assert finding.where == "diktum[1].isi[1].teks"
    assert finding.path == ("diktum", 0, "isi", 0, "teks")


def test_a_rule_is_switched_off_by_the_decree_or_its_office() -> None:
    data = {"diktum": ["Ini dan dan itu."]}
    assert doubled(decree(**data))
    assert not doubled(decree(**data, abaikan={"kata_ganda": "kutipan"}))
    assert not doubled(decree(**data, kantor={"abaikan": {"kata_ganda": "kutipan"}}))


def test_a_rule_that_does_not_exist_cannot_be_switched_off(file: Path) -> None:
    file.write_text(DECREE + "abaikan:\n  kata_gnda: kutipan\n", encoding="utf-8")
    with pytest.raises(kpu.InputError, match=r"keputusan.yaml:\d+:\d+: .*mungkin maksudnya kata_ganda"):
        check(kpu.load(file))


def test_a_reason_is_asked_for(file: Path) -> None:
    file.write_text(DECREE + "abaikan:\n  kata_ganda:\n", encoding="utf-8")
    with pytest.raises(kpu.InputError, match=r"abaikan\.kata_ganda: belum diisi"):
        kpu.load(file)


def test_a_place_on_a_sheet_is_told_with_its_cell() -> None:
    first = Spot(("lampiran",), None, "tim.xlsx", None, None, "Tim", "B4")
    assert str(first) == 'tim.xlsx: Lembar "Tim", sel B4'
    assert first._replace(sel="B9").beside(first) == "sel B9"


def test_every_printed_text_has_its_path() -> None:
    keputusan = decree(lampiran={"tabel": {"kolom": ["A", "B"], "baris": [["satu", "dua"]]}})
    found = dict(texts(keputusan))
    assert found["lampiran", 0, "tabel", "baris", 0, 1] == "dua"
    assert found["diktum", 0, "isi", 0, "teks"] == "Menetapkan contoh."
    assert not {"asli", "lanjut", "kiri"} & set(found.values())
    assert all(text_at(keputusan, path) == text for path, text in found.items())
    assert text_at(keputusan, ("diktum", 7, "isi")) == ""


def test_mending_changes_only_what_is_meant(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "--fix", "keputusan.yaml"])
    wanted = (
        DECREE.replace("Membentuk membentuk", "Membentuk")
        .replace('"dan dan"', '"dan"')
        .replace("dan dan disimpan", "dan disimpan")
        .replace("dijaga dan\n        dan", "dijaga dan")
    )
    assert file.read_text(encoding="utf-8") == wanted
    out = capsys.readouterr().out
    assert "-  - 'Membentuk membentuk Tim dan \"dan dan\" itu.'   # komentar\n" in out
    assert "+  - 'Membentuk Tim dan \"dan\" itu.'   # komentar\n" in out


def test_mending_leaves_what_would_change_the_meaning(tmp_path: Path) -> None:
    # Without the second "serta" this would be read as a key and its value.
    file = tmp_path / "keputusan.yaml"
    text = DECREE.replace("dijaga dan\n        dan ditata.", "serta serta: ditata.").replace(
        "      - serta", "      - 'serta"
    )
    file.write_text(text.replace("ditata.\n  - Kep", "ditata.'\n  - Kep"), encoding="utf-8")
    cli.main(["check", "--fix", str(file)])
    assert "'serta: ditata.'" in file.read_text(encoding="utf-8")


def test_a_mended_file_keeps_its_byte_order_mark_and_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    file.write_bytes(DECREE.replace("\n", "\r\n").encode("utf-8-sig"))
    before = file.read_bytes()
    cli.main(["check", "--fix", str(file)])
    after = file.read_bytes()
    assert after != before
    assert after.startswith(BOM_UTF8)
    assert after.count(b"\n") == after.count(b"\r\n")


def test_only_yaml_is_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "keputusan.json"
    file.write_text(json.dumps(LEAST | {"diktum": ["Ini dan dan itu."]}), encoding="utf-8")
    before = file.read_bytes()
    assert cli.main(["check", "--fix", str(file)]) == 1
    assert file.read_bytes() == before
    assert "--fix hanya memperbaiki berkas YAML" in capsys.readouterr().out


def test_findings_are_comments_in_word(file: Path) -> None:
    keputusan = kpu.load(file)
    target = render_reviewed(keputusan, doubled(keputusan), "diperiksa.docx")
    document = Document(BytesIO(target.read_bytes()))
    texts = [comment.text for comment in document.comments]
    assert len(texts) == 4
    assert texts[0].startswith(
        'salah: kata tertulis dua kali; tertulis "Membentuk membentuk", seharusnya "Membentuk"\n'
    )
    commented = [
        "".join(run.text for run in paragraph.runs)
        for paragraph in document.paragraphs
        if paragraph._p.xpath("w:commentRangeStart")
    ]
    assert len(commented) == 3
    body = document.element.body
    spans = [
        "".join(
            body.xpath(
                f"//w:t[preceding::w:commentRangeStart[@w:id={n}] and following::w:commentRangeEnd[@w:id={n}]]/text()"
            )
        )
        for n in range(4)
    ]
    assert spans == ["Membentuk membentuk", "dan dan", "dan dan", "dan dan"]


def test_a_comment_on_what_is_not_printed_stands_nearby(file: Path) -> None:
    keputusan = kpu.load(file)
    finding = Finding("aturan", "saran", "pesan & <x>", "sumber", "M", (Spot(("diktum", 1, "lain")),))
    far = Finding("aturan", "saran", "jauh", "sumber", "M", (Spot(("kantor", "tata_naskah", "kata", "memutuskan")),))
    document = Document(BytesIO(render_reviewed(keputusan, [finding, far], "diperiksa.docx").read_bytes()))
    assert [comment.text.split("\n")[0] for comment in document.comments] == ["saran: pesan & <x>", "saran: jauh"]
    [first, second] = [p.text for p in document.paragraphs if p._p.xpath("w:commentRangeStart")]
    assert "KOMISI PEMILIHAN UMUM" in first
    assert "KEDUA" in second


def test_a_comment_on_what_is_missing_between_two_signs_belongs_to_the_whole_text(file: Path) -> None:
    keputusan = kpu.load(file)
    at = len("Membentuk")
    finding = Finding("aturan", "saran", "pesan", "sumber", "M", (Spot(("diktum", 0, "isi", 0, "teks"), (at, at)),))
    document = Document(BytesIO(render_reviewed(keputusan, [finding], "diperiksa.docx").read_bytes()))
    [paragraph] = [p for p in document.paragraphs if p._p.xpath("w:commentRangeStart")]
    assert "Membentuk membentuk Tim" in paragraph.text
    assert len(paragraph._p.xpath("w:commentRangeEnd")) == 1


@pytest.mark.parametrize("decree", [SEED, *WRONG], ids=lambda file: file.stem)
def test_every_finding_is_a_comment_at_some_text(decree: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(decree)
    written = Document(BytesIO(render_reviewed(keputusan, check(keputusan), tmp_path / "diperiksa.docx").read_bytes()))
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len(written.element.body.xpath(f"//w:{mark}")) == len(list(written.comments))


def test_the_words_are_the_same_with_comments(file: Path) -> None:
    keputusan = kpu.load(file)
    plain = Document(BytesIO(kpu.render_bytes(keputusan, "docx")))
    reviewed = Document(BytesIO(render_reviewed(keputusan, check(keputusan), "diperiksa.docx").read_bytes()))
    assert [p.text for p in reviewed.paragraphs] == [p.text for p in plain.paragraphs]


def test_check_tells_and_ends_with_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "keputusan.yaml"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("keputusan.yaml:")
    assert out[-1].endswith("salah")


def test_check_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--json", "keputusan.yaml"]) == 1
    found = [one for one in json.loads(capsys.readouterr().out) if one["rule"] == "kata_ganda"]
    assert found[0]["where"][0] == {
        "path": ["diktum", 0, "isi", 0, "teks"],
        "span": [0, 19],
        "file": "keputusan.yaml",
        "line": 10,
        "column": 6,
        "sheet": "",
        "cell": "",
        "place": "",
        "text": "",
    }
    assert (found[0]["written"], found[0]["expected"], found[0]["safe"]) == ("Membentuk membentuk", "Membentuk", True)


def test_a_broken_file_does_not_keep_others_from_being_checked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("rusak.yaml").write_text("tentang: [", encoding="utf-8")
    assert cli.main(["check", "rusak.yaml", "keputusan.yaml"]) == 2
    out, err = capsys.readouterr()
    assert "kata_ganda" in out
    assert err.startswith("rusak.yaml:")


def test_a_call_that_cannot_be_meant(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "keputusan.yaml", "keputusan.yaml", "--docx", "a.docx"]) == 2
    assert "hanya untuk satu FILE" in capsys.readouterr().err
    assert cli.main(["check", "keputusan.yaml", "--docx", "a.pdf"]) == 2
    assert cli.main(["rules", "kata_gnda"]) == 2
    assert "mungkin maksudnya kata_ganda" in capsys.readouterr().err


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules"]) == 0
    assert "kata_ganda" in capsys.readouterr().out
    assert cli.main(["rules", "kata_ganda"]) == 0
    assert "Sumber: " in capsys.readouterr().out
