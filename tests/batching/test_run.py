"""A run: what it writes, what it leaves alone, what it says of rows that fail."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest
from openpyxl import Workbook, load_workbook

import kpu_docs as kpu
from kpu_docs import rendering
from kpu_docs.batching import work
from kpu_docs.complaints import InputError
from kpu_docs.inputs import yaml
from tests.batching.making import HEADINGS, PATTERN, line, made, run, write
from tests.building import LEAST
from tests.templating.making import template, texts

ROOT = Path(__file__).parents[2]


def report(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "hasil" / "laporan.json").read_text(encoding="utf-8"))
    return data


def states(folder: Path, *lines: str, pattern: str = PATTERN) -> list[str]:
    return [result.state for result in run(folder, *lines, pattern=pattern)]


def test_each_row_is_the_decree_that_load_and_render_make(tmp_path: Path) -> None:
    pola, data = write(tmp_path, line(1), line(2))
    results = list(kpu.batch(pola, data, tmp_path / "hasil", naskah=["asli", "salinan"], force=True, workers=1))
    assert [result.row for result in results] == [1, 2]
    [first, _] = results
    assert [file.path.name for file in first.files] == [
        "1-kabupaten-sleman-asli.docx",
        "1-kabupaten-sleman-asli.pdf",
        "1-kabupaten-sleman-salinan.docx",
        "1-kabupaten-sleman-salinan.pdf",
    ]
    for result in results:
        text = PATTERN
        for name, value in zip(
            ("satker", "nomor", "tempat", "alasan", "tanggal", "ketua"), line(result.row).split(";"), strict=True
        ):
            text = text.replace(f"{{{{ {name} }}}}", value)
        keputusan = kpu.load(yaml.read(text), base=tmp_path)  # from a YAML file a DOCX would hold fingerprints, too
        for file in result.files:
            naskah = file.path.stem.rpartition("-")[2]
            wanted = kpu.render_bytes(keputusan, file.path.suffix[1:], naskah=naskah, force=True)
            assert file.path.read_bytes() == wanted
            assert file.sha256 == hashlib.sha256(wanted).hexdigest()
            assert file.pages == (1 if file.path.suffix == ".pdf" else None)
    assert len(made(tmp_path / "hasil")) == 8


def test_the_pages_of_a_pdf_are_counted() -> None:
    import pikepdf

    for rows in (1, 300):
        kegiatan = [{"kegiatan": f"Kegiatan {at}", "bulan": 1} for at in range(rows)]
        keputusan = kpu.load(LEAST | {"lampiran": {"rencana_kerja": {"bagian": [{"kegiatan": kegiatan}]}}})
        pdf = kpu.render_bytes(keputusan, "pdf")
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert work.pages(pdf) == len(opened.pages)


def test_a_bad_row_stops_no_other_and_writes_nothing(tmp_path: Path) -> None:
    first, second, third, fourth = run(
        tmp_path, line(1), line(2, tanggal="30 Februari 2026", satker="kota-mojokrto"), line(3, alasan="\u0007"), "x;y"
    )
    assert [result.state for result in (first, second, third, fourth)] == ["dibuat", "gagal", "gagal", "gagal"]
    assert list(made(tmp_path / "hasil")) == [first.files[0].path.name]
    data = tmp_path / "data.csv"
    said = [str(complaint) for complaint in second.complaints]
    assert len(said) == 2
    assert said[0].startswith(f"{data}:3: satker: satker tidak dikenal, mungkin maksudnya kota-mojokerto")
    assert "isinya dari kolom satker (tertulis: kota-mojokrto)" in said[0]
    assert said[1].startswith(f"{data}:3: ditetapkan.pada: harus tanggal")
    assert "U+0007" in str(third.complaints[0])
    assert str(fourth.complaints[0]).startswith(f"{data}:5: hanya 2 isi")


def test_a_fault_of_the_pattern_stands_in_the_pattern(tmp_path: Path) -> None:
    [result] = run(tmp_path, line(1), pattern=PATTERN.replace("mengingat:", "mengingt:"))
    assert str(result.complaints[0]).startswith(f"{tmp_path / 'pola.yaml'}:6:1: mengingt: kunci tidak dikenal")
    assert len(result.complaints) == 1


def test_what_cannot_be_printed_has_its_place(tmp_path: Path) -> None:
    pola, data = write(tmp_path, line(1, alasan="\u4e00"), line(2))
    failed, _ = list(kpu.batch(pola, data, tmp_path / "hasil", formats=["txt", "pdf"], workers=1))
    [complaint] = failed.complaints
    assert str(complaint).startswith(f"{data}:2: menimbang[1]: ")
    assert sorted(made(tmp_path / "hasil")) == ["2-kota-yogyakarta.pdf", "2-kota-yogyakarta.txt"]


def test_a_fault_of_ours_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render = rendering.render_bytes

    def broken(keputusan: kpu.Keputusan, format: str, **options: Any) -> bytes:
        if keputusan.nomor.startswith("1 "):
            raise ZeroDivisionError("x")
        return render(keputusan, format, **options)

    monkeypatch.setattr(work, "render_bytes", broken)
    first, second = run(tmp_path, line(1), line(2))
    assert (first.state, second.state) == ("gagal", "dibuat")
    assert "kesalahan di dalam kpu-docs" in str(first.complaints[0])


def test_a_file_open_in_word_fails_its_row_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if target.name.startswith("1-"):
            raise PermissionError(13, "Permission denied", str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    first, second = run(tmp_path, line(1), line(2))
    assert (first.state, second.state) == ("gagal", "dibuat")
    assert "tutup berkas ini di Word" in str(first.complaints[0])


def test_the_report_open_in_excel_fails_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if target.suffix == ".xlsx":
            raise PermissionError(13, "Permission denied", str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    pola, data = write(tmp_path, line(1))
    batch = kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"])
    assert [result.state for result in batch] == ["dibuat"]
    assert any("laporan.xlsx: tidak dapat ditulis: tutup" in remark for remark in batch.remarks())


def test_a_second_run_does_what_is_missing_or_changed(tmp_path: Path) -> None:
    rows = [line(1), line(2), line(3), line(4)]
    assert states(tmp_path, *rows) == ["dibuat"] * 4
    before = made(tmp_path / "hasil")
    assert states(tmp_path, *rows) == ["tetap"] * 4
    touched, missing = sorted((tmp_path / "hasil").glob("[13]-*.txt"))
    touched.write_bytes(b"diubah")
    missing.unlink()
    assert states(tmp_path, *rows) == ["dibuat", "tetap", "dibuat", "tetap"]
    assert made(tmp_path / "hasil") == before
    assert states(tmp_path, line(1), line(2, ketua="Lain"), line(3), line(4)) == ["tetap", "dibuat", "tetap", "tetap"]


def test_content_counts_and_time_does_not(tmp_path: Path) -> None:
    assert states(tmp_path, line(1)) == ["dibuat"]
    for file in (tmp_path / "hasil").iterdir():
        os.utime(file, (1, 1))
    assert states(tmp_path, line(1)) == ["tetap"]
    (tmp_path / "kantor.toml").write_text("tempat = 'X'\n", encoding="utf-8")
    assert states(tmp_path, line(1)) == ["dibuat"]
    (tmp_path / "peraturan.toml").write_text("[uu-43-2009]\ndiperiksa = 2026-01-05\n", encoding="utf-8")
    assert states(tmp_path, line(1)) == ["dibuat"]
    assert states(tmp_path, line(1)) == ["tetap"]
    assert states(tmp_path, line(1), pattern=PATTERN.replace("Berlaku", "Mulai berlaku")) == ["dibuat"]


def test_a_new_version_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kpu_docs.batching import plan

    assert states(tmp_path, line(1)) == ["dibuat"]
    monkeypatch.setattr(plan, "__version__", "99")
    assert states(tmp_path, line(1)) == ["dibuat"]


def test_a_file_that_the_data_name_counts_by_its_content(tmp_path: Path) -> None:
    from PIL import Image

    def draw(colour: int) -> None:
        out = BytesIO()
        Image.new("L", (4, 4), colour).save(out, "PNG")
        (tmp_path / "logo.png").write_bytes(out.getvalue())

    draw(0)
    pattern = PATTERN + "kantor:\n  tata_naskah:\n    kop:\n      lambang: logo.png\n"
    assert states(tmp_path, line(1), pattern=pattern) == ["dibuat"]
    assert states(tmp_path, line(1), pattern=pattern) == ["tetap"]
    draw(9)
    assert states(tmp_path, line(1), pattern=pattern) == ["dibuat"]


def test_a_day_of_a_sheet_is_written_out_wherever_it_stands(tmp_path: Path) -> None:
    pola, _ = write(tmp_path, pattern=PATTERN.replace("Rapat di {{ tempat }}", "Rapat pada {{ tanggal }}"))
    book = Workbook()
    book.worksheets[0].append(HEADINGS.split(";"))
    book.worksheets[0].append(["kota-mojokerto", 1, "Mojokerto", "satu", datetime.date(2026, 1, 5), "Nama"])
    book.save(tmp_path / "data.xlsx")
    [result] = kpu.batch(pola, tmp_path / "data.xlsx", tmp_path / "hasil", formats=["txt"], workers=1)
    text = result.files[0].path.read_text(encoding="utf-8")
    assert "RAPAT PADA 5 JANUARI 2026" in text
    assert "pada tanggal 5 Januari 2026" in text


def test_equal_results_make_equal_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime.datetime):
        year_of_call = iter(range(2030, 2099))

        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Self:
            return cls(next(cls.year_of_call), 1, 1, tzinfo=tz)

    clock = SimpleNamespace(datetime=Later, timezone=datetime.timezone)
    for module in ("openpyxl.writer.excel", "openpyxl.packaging.core"):
        monkeypatch.setattr(f"{module}.datetime", clock)
    found = []
    for folder in ("satu", "dua"):
        run(tmp_path / folder, line(1), line(2, tanggal="x"), line(3))
        found.append([(tmp_path / folder / "hasil" / name).read_bytes() for name in ("laporan.json", "laporan.xlsx")])
    assert found[0] == found[1]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"baris": [{}]}', '{"baris": [{"berkas": [{"nama": 1}]}]}'])
def test_a_report_that_cannot_be_read_counts_as_none(text: str, tmp_path: Path) -> None:
    assert states(tmp_path, line(1)) == ["dibuat"]
    (tmp_path / "hasil" / "laporan.json").write_text(text, encoding="utf-8")
    assert states(tmp_path, line(1)) == ["dibuat"]


def test_what_a_killed_run_left_half_written_is_removed(tmp_path: Path) -> None:
    hasil = tmp_path / "hasil"
    hasil.mkdir()
    mine, other = hasil / ".1-kabupaten-sleman.txt.0123abcd.tmp", hasil / ".lain.txt.0123abcd.tmp"
    for file in (mine, other):
        file.write_bytes(b"setengah")
    run(tmp_path, line(1))
    assert (mine.exists(), other.exists()) == (False, True)


def test_leaving_early_leaves_whole_files_and_a_report(tmp_path: Path) -> None:
    pola, data = write(tmp_path, *(line(number) for number in range(1, 6)))
    batch = kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=1)
    results = iter(batch)
    next(results)
    next(results)
    results.close()
    assert len(made(tmp_path / "hasil")) == 2
    assert report(tmp_path)["jumlah"] == {"baris": 5, "dibuat": 2, "tetap": 0, "gagal": 0, "belum": 3}
    again = [result.state for result in kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=1)]
    assert again == ["tetap", "tetap", "dibuat", "dibuat", "dibuat"]


def test_the_reports(tmp_path: Path) -> None:
    run(tmp_path, line(1), line(2, nomor="=1+1", tanggal="x"), line(3))
    told = report(tmp_path)
    assert told["jumlah"] == {"baris": 3, "dibuat": 2, "tetap": 0, "gagal": 1, "belum": 0}
    first, second, _ = told["baris"]
    [file] = first["berkas"]
    assert (first["tempat"], first["nomor"], first["tentang"]) == ("data.csv:2", "1 TAHUN 2026", "Rapat di Tempat 1")
    assert first["satker"] == "Komisi Pemilihan Umum Kabupaten Sleman"
    content = (tmp_path / "hasil" / file["nama"]).read_bytes()
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert str(tmp_path) not in json.dumps(told)
    assert (second["keadaan"], second["berkas"], len(second["kesalahan"])) == ("gagal", [], 1)
    book = load_workbook(tmp_path / "hasil" / "laporan.xlsx")
    rows = list(book["Baris"].iter_rows(values_only=True))
    assert rows[0][:3] == ("Baris", "Tempat", "Nomor")
    assert [row[5] for row in rows[1:]] == ["dibuat", "gagal", "dibuat"]
    assert rows[2][2] == "=1+1 TAHUN 2026"
    assert book["Baris"]["C3"].data_type == "s"
    assert rows[2][9] == second["kesalahan"][0]


def test_numbers_are_compared_over_the_batch(tmp_path: Path) -> None:
    sleman = {"satker": "kabupaten-sleman"}
    lines = [line(4, **sleman), line(1, satker="3404"), line(7, **sleman), line(4, **sleman, tanggal="x"), line(4)]
    pola, data = write(tmp_path, *lines, line(0, nomor=""))
    batch = kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=1)
    list(batch)
    assert (
        batch.remarks()
        == [
            "nomor urut 2-3, 5-6 tahun 2026 dari Komisi Pemilihan Umum Kabupaten Sleman tidak ada (1 sampai 7)",
            "nomor 4 TAHUN 2026 dari Komisi Pemilihan Umum Kabupaten Sleman dipakai 2 kali: baris 1 dan 4",
        ][::-1]
    )
    assert report(tmp_path)["catatan"] == batch.remarks()


def test_a_workbook_has_its_faults_at_the_cell(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Data"
    for cells in (HEADINGS, line(1), line(2, tanggal="x")):
        book.worksheets[0].append(cells.split(";"))
    pola, _ = write(tmp_path)
    book.save(tmp_path / "data.xlsx")
    results = list(kpu.batch(pola, tmp_path / "data.xlsx", tmp_path / "hasil", formats=["txt"], workers=1))
    assert [result.state for result in results] == ["dibuat", "gagal"]
    [complaint] = results[1].complaints
    assert str(complaint).startswith(f'{tmp_path / "data.xlsx"}: Lembar "Data", sel E3: harus tanggal')


def test_a_row_brings_its_own_annex(tmp_path: Path) -> None:
    for name, mark in (("satu", "x"), ("dua", "v")):
        book = Workbook()
        book.worksheets[0].title = "Rencana"
        for cells in (["NO", "KEGIATAN", *range(1, 13)], [1, f"Kegiatan {name}", mark, *[None] * 11]):
            book.worksheets[0].append(cells)
        book.save(tmp_path / f"{name}.xlsx")
    pattern = PATTERN + "lampiran:\n  - judul: Rencana\n    rencana_kerja: '{{ alasan }}'\n"
    rows = [line(1, alasan="satu.xlsx#Rencana"), line(2, alasan="dua.xlsx"), line(3, alasan="tiga.xlsx")]
    first, second, third = run(tmp_path, *rows, pattern=pattern)
    assert [str(one) for one in first.complaints + second.complaints] == []
    assert "Kegiatan satu" in first.files[0].path.read_text(encoding="utf-8")
    assert "Kegiatan dua" in second.files[0].path.read_text(encoding="utf-8")
    assert "tiga.xlsx" in str(third.complaints[0])
    assert states(tmp_path, *rows, pattern=pattern)[:2] == ["tetap", "tetap"]
    shutil.copy(tmp_path / "dua.xlsx", tmp_path / "satu.xlsx")
    assert states(tmp_path, *rows, pattern=pattern)[:2] == ["dibuat", "tetap"]


def test_villages_of_the_same_name_are_different_issuers(tmp_path: Path) -> None:
    satker = "satker:\n  lembaga: PPS\n  desa: Desa Umpama\n  kecamatan: '{{ alasan }}'\n  induk: kota-mojokerto\n"
    pattern = PATTERN.replace("satker: '{{ satker }}'\n", satker)
    pola, data = write(tmp_path, line(1, alasan="Misal"), line(1, alasan="Andai"), pattern=pattern)
    batch = kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=1)
    assert [result.state for result in batch] == ["dibuat"] * 2
    assert batch.remarks() == []


def test_files_that_nothing_writes_any_more_are_told(tmp_path: Path) -> None:
    run(tmp_path, line(1), line(2))
    pola, data = write(tmp_path, line(1, tanggal="x"))
    batch = kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=1)
    list(batch)
    told = [remark.split()[0] for remark in batch.remarks()]
    assert told == ["1-kabupaten-sleman.txt", "2-kota-yogyakarta.txt"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"formats": ["odt"]}, "format: tidak dikenal"),
        ({"formats": []}, "format: belum ditulis"),
        ({"naskah": ["salinn"]}, "naskah: tidak dikenal"),
        ({"nama": "{{ x }}"}, "nama: kolom x tidak ada"),
    ],
)
def test_a_wrong_call_is_refused_before_anything_is_written(
    options: dict[str, Any], message: str, tmp_path: Path
) -> None:
    pola, data = write(tmp_path, line(1))
    with pytest.raises(InputError) as caught:
        kpu.batch(pola, data, tmp_path / "hasil", **options)
    assert message in str(caught.value)
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("name", ["kantor", "peraturan"])
def test_an_unreadable_office_is_refused_before_anything_is_written(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.toml").write_text("tempat = ", encoding="utf-8")
    with pytest.raises(InputError, match=rf"{name}\.toml:1:10"):
        run(tmp_path, line(1))


@pytest.mark.parametrize(("name", "data"), [("massal_rencana", "data.yaml"), ("massal_kpps", "data.csv")])
def test_the_examples(name: str, data: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    batch = kpu.batch(tmp_path / name / "pola.yaml", tmp_path / name / data, tmp_path / "hasil", workers=1)
    assert batch.notes == ()
    results = list(batch)
    assert [str(one) for result in results for one in result.complaints] == []
    assert len(results) == len(made(tmp_path / "hasil")) / 2 >= 6
    assert batch.remarks() == []


def test_a_template_is_part_of_what_the_files_are_made_from(tmp_path: Path) -> None:
    pola, data = write(tmp_path, line(1), line(2))
    kop = tmp_path / "kop.docx"

    def states(**options: Any) -> list[str]:
        return [result.state for result in kpu.batch(pola, data, tmp_path / "hasil", formats=["docx"], **options)]

    assert states(workers=1) == ["dibuat", "dibuat"]
    kop.write_bytes(template("{{ nomor }}").data)
    assert states(template=kop, workers=1) == ["dibuat", "dibuat"]
    assert states(template=kop, workers=1) == ["tetap", "tetap"]
    kop.write_bytes(template("Nomor {{ nomor }}").data)
    with ThreadPoolExecutor(2) as executor:
        assert states(template=kop, executor=executor) == ["dibuat", "dibuat"]
    files = sorted((tmp_path / "hasil").glob("*.docx"))
    assert [texts(file.read_bytes())[0] for file in files] == ["Nomor 1 TAHUN 2026", "Nomor 2 TAHUN 2026"]
    kop.write_bytes(template("{{ nomr }}").data)
    with pytest.raises(InputError, match="nomr"):
        kpu.batch(pola, data, tmp_path / "hasil", template=kop)
