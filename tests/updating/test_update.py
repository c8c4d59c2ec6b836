"""What a clerk changed in Word comes back into the YAML file: exactly that."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.cli import main
from kpu_docs.fingerprints import clauses, fingerprints, said, taken_apart
from kpu_docs.forms import write_forms
from tests.building import LEAST, composed, decree
from tests.updating.word import Word

EXAMPLES = Path(__file__).parents[2] / "examples"
Edit = Callable[[Word], Word]


def rendered(name: str, folder: Path) -> tuple[Path, Word]:
    """An example copied into a folder and rendered there: its YAML file, its Word file."""
    shutil.copytree(EXAMPLES / name, folder, dirs_exist_ok=True)
    yaml = folder / "keputusan.yaml"
    return yaml, Word(kpu.render(kpu.load(yaml), folder / "keputusan.docx"))


def changed(found: kpu.Updated) -> list[str]:
    """The lines of the YAML file that go and come."""
    return [line for line in found.lines[2:] if not line.startswith("@@")]


CASES: dict[str, tuple[str, Edit, list[str]]] = {
    "clauses": (
        "kabupaten_contoh",
        lambda word: (
            word.reword("TIM PENATAAN ARSIP", "TIM PENYELAMATAN ARSIP")
            .reword("12 TAHUN 2026", "13 TAHUN 2026")
            .insert("bahwa agar penataan", "bahwa agar penataan", "bahwa supaya pendataan")
            .delete("Nomor 28 Tahun 2012")
            .reword("Andai Saja", "Andai Kata")
            .insert("Misal Kedua", "Kedua", "Ketiga")
            .insert("uraian isi; dan", "isi; dan", "ringkas;")
            .reword("Hukum dan SDM", "Hukum & <SDM>")
            .move("Daftar arsip dibuat", "Arsip yang rusak")
            .reword("setiap triwulan", "setiap semester")
        ),
        [
            "-nomor: 12 TAHUN 2026",
            "+nomor: 13 TAHUN 2026",
            "-  Rencana Kerja Tahunan dan Tim Penataan Arsip di Lingkungan Komisi Pemilihan Umum",
            "+  Rencana Kerja Tahunan dan Tim PENYELAMATAN Arsip di Lingkungan Komisi Pemilihan Umum",
            "+  - bahwa supaya pendataan arsip berjalan terencana dan dapat diukur hasilnya, perlu disusun rencana "
            "kerja tahunan dan dibentuk tim yang melaksanakannya;",
            "-  - Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 "
            "tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2012 Nomor 53, Tambahan Lembaran Negara "
            "Republik Indonesia Nomor 5286);",
            "-      - Penanggung Jawab: Andai Saja",
            "+      - Penanggung Jawab: Andai Kata",
            "+      - Anggota: Misal Ketiga",
            "+              - uraian ringkas;",
            "-        - [Hukum dan SDM, 2019-2023, 14]",
            "+        - [Hukum & <SDM>, 2019-2023, 14]",
            "-  - Daftar arsip dibuat dalam bentuk cetak dan elektronik, dan disimpan pula sebagai salinan cadangan "
            "(*backup*).",
            "-  - Tim melaporkan pelaksanaan tugasnya setiap triwulan.",
            "+  - Daftar arsip dibuat dalam bentuk cetak dan elektronik, dan disimpan pula sebagai salinan cadangan "
            "(*backup*).",
            "+  - Tim melaporkan pelaksanaan tugasnya setiap semester.",
        ],
    ),
    "a plan": (
        "kabupaten_contoh",
        lambda word: (
            word.shade("Membaca bersama", 6)
            .reword("Rapat evaluasi", "Rapat penutup")
            .delete_row("Alih media")
            .insert_row("Latihan memberkaskan", "memberkaskan", "menomori")
        ),
        [
            "-                  bulan: 1",
            "+                  bulan: [1, 3]",
            "+                - sub_kegiatan: Latihan menomori arsip.",
            "+                  indikator: Setiap anggota memberkaskan satu boks.",
            "+                  bulan: 1-3",
            "-                - sub_kegiatan: Alih media arsip rusak.",
            "-                  indikator: Arsip rusak dapat dibaca pada layar.",
            "-                  bulan: September s.d. November",
            "-              kegiatan: Rapat evaluasi",
            "+              kegiatan: Rapat penutup",
        ],
    ),
    "a plan without months": (
        "mojokerto_2022",
        lambda word: word.reword("3. Evaluasi terhadap SOP", "3. Penilaian terhadap SOP"),
        [
            "-                - sub_kegiatan: 3. Evaluasi terhadap SOP yang diterapkan.",
            "+                - sub_kegiatan: 3. Penilaian terhadap SOP yang diterapkan.",
        ],
    ),
    "a member, numbered by its place": (
        "tim_contoh",
        lambda word: word.insert_row("Andai Saja", "Andai Saja", "Baru Saja").reword("Rp400.000,00", "Rp425.000,00"),
        [
            "+            - nama: Baru Saja",
            "+              nip: 19700101 199503 1 001",
            "+              pangkat: Pembina (IV/a)",
            "+              jabatan: Sekretaris",
            "+              kedudukan: Penanggung Jawab",
            "+              honorarium: Rp450.000,00",
            "-              honorarium: Rp400.000,00",
            "+              honorarium: Rp425.000,00",
        ],
    ),
    "a row of a table whose sums are calculated": (
        "tabel_contoh",
        lambda word: word.delete_row("Contoh Keempat").reword_row("Bayangan", "901", "902"),
        [
            "-        - {kecamatan: Kecamatan Misal, desa: Bayangan, tps: 7, laki_laki: 901, perempuan: 955, terdata: "
            "'99,25', biaya: 815.500, selesai: 13 Januari 2026}",
            "+        - {kecamatan: Kecamatan Misal, desa: Bayangan, tps: 7, laki_laki: 902, perempuan: 955, terdata: "
            "'99,25', biaya: 815.500, selesai: 13 Januari 2026}",
            "-        - {kecamatan: Kecamatan Misal, nama: Contoh Keempat, desa: Pengandaian}",
        ],
    ),
    "a price": (
        "anggaran_contoh",
        lambda word: word.reword("27.500", "30.000"),
        ["-                  harga: 27.500", "+                  harga: 30.000"],
    ),
    "an activity of a schedule": (
        "jadwal_contoh",
        lambda word: word.reword("Rapat pembukaan", "Sidang pembukaan"),
        ["-        - kegiatan: Rapat pembukaan", "+        - kegiatan: Sidang pembukaan"],
    ),
    "words beside a reference": (
        "naskah_contoh",
        lambda word: word.reword("untuk mencapai tujuan", "agar mencapai tujuan"),
        [
            "-              - Penataan mengikuti alur pada gambar di bawah ini untuk mencapai tujuan sebagaimana "
            "dimaksud dalam [[tujuan]].",
            "+              - Penataan mengikuti alur pada gambar di bawah ini agar mencapai tujuan sebagaimana "
            "dimaksud dalam [[tujuan]].",
        ],
    ),
    "beside rules that are keys": (
        "kunci_contoh",
        lambda word: word.reword("bahwa agar arsip tertata", "bahwa agar arsip rapi"),
        [
            "-  - bahwa agar arsip tertata dan mudah ditemukan kembali, perlu dibentuk tim yang menatanya;",
            "+  - bahwa agar arsip rapi dan mudah ditemukan kembali, perlu dibentuk tim yang menatanya;",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_changed_in_word_comes_back(name: str, tmp_path: Path) -> None:
    example, edit, expected = CASES[name]
    yaml, word = rendered(example, tmp_path)
    docx = edit(word).save()
    found = kpu.update(yaml, docx, write=True)
    assert changed(found) == expected
    assert (found.conflicts, found.left, found.written) == ((), (), True)
    again = kpu.update(yaml, docx)
    assert (again.differences, again.conflicts, again.lines) == ((), (), ())


def test_the_updated_data_say_what_the_word_file_says(tmp_path: Path) -> None:
    yaml, word = rendered("kabupaten_contoh", tmp_path)
    word.reword("setiap triwulan", "setiap semester").reword_row("Alih media", "rusak", "tua")
    docx = word.shade("Latihan memberkaskan", 6).delete("Bupati Contoh").save()
    kpu.update(yaml, docx, write=True)
    assert [one.before for one in kpu.verify(docx, yaml)] == [
        "2. Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Contoh."  # in Word its number was not counted anew
    ]


class TestFigures:
    """Sums that follow from other cells."""

    def test_counted_anew_in_word_they_are_no_change_of_their_own(self, tmp_path: Path) -> None:
        yaml, word = rendered("anggaran_contoh", tmp_path)
        for old, new in (("27.500", "30.000"), ("2.200.000", "2.400.000"), ("9.370.000", "9.570.000")):
            word.reword(old, new)
        word.reword("12.300.000", "12.500.000").reword("12.300.000", "12.500.000").reword("tiga ratus", "lima ratus")
        found = kpu.update(yaml, word.save(), write=True)
        assert changed(found) == ["-                  harga: 27.500", "+                  harga: 30.000"]
        assert found.left == ()
        assert kpu.verify(word.path, yaml) == []

    def test_another_sum_alone_is_written(self, tmp_path: Path) -> None:
        yaml, word = rendered("anggaran_contoh", tmp_path)
        found = kpu.update(yaml, word.reword("2.200.000", "2.400.000").save())
        assert changed(found) == ["+                  jumlah: 2.400.000"]

    def test_a_sum_that_has_no_place_is_told(self, tmp_path: Path) -> None:
        yaml, word = rendered("tabel_contoh", tmp_path)
        found = kpu.update(yaml, word.reword("2.800", "2.801").save())
        assert changed(found) == []
        assert [(one.difference.before, one.difference.after, one.reason[:8]) for one in found.left] == [
            ("2.800", "2.801", "dihitung")
        ]


class TestBothSides:
    """What the YAML file says now, where the Word file was made of what it said before."""

    def edited(self, folder: Path, old: str, new: str) -> tuple[Path, Word]:
        yaml, word = rendered("kabupaten_contoh", folder)
        text = yaml.read_text(encoding="utf-8")
        assert old in text
        yaml.write_text(text.replace(old, new), encoding="utf-8")
        return yaml, word

    def test_other_clauses_are_taken(self, tmp_path: Path) -> None:
        yaml, word = self.edited(tmp_path, "Arsip yang rusak dipisahkan", "Arsip yang sobek dipisahkan")
        found = kpu.update(yaml, word.reword("setiap triwulan", "setiap semester").save(), write=True)
        assert found.written
        text = yaml.read_text(encoding="utf-8")
        assert "Arsip yang sobek dipisahkan" in text
        assert "setiap semester" in text

    def test_the_same_clause_is_refused_with_both_versions(self, tmp_path: Path) -> None:
        yaml, word = self.edited(tmp_path, "setiap triwulan", "setiap bulan")
        docx = word.reword("setiap triwulan", "setiap semester").reword("Rapat evaluasi", "Rapat akhir").save()
        before = yaml.read_bytes()
        found = kpu.update(yaml, docx, write=True)
        assert (found.written, yaml.read_bytes()) == (False, before)
        assert [str(one) for one in found.conflicts] == [
            f'Diktum KESEBELAS: di {yaml}:77:5: "Tim melaporkan pelaksanaan tugasnya setiap bulan."; '
            'di Word: "Tim melaporkan pelaksanaan tugasnya setiap semester."'
        ]
        assert kpu.update(yaml, docx, write=True, force=True).written
        assert "setiap semester" in yaml.read_text(encoding="utf-8")

    def test_gone_here_and_changed_there_is_refused(self, tmp_path: Path) -> None:
        yaml, word = self.edited(tmp_path, "  - Tim melaporkan pelaksanaan tugasnya setiap triwulan.\n", "")
        found = kpu.update(yaml, word.reword("setiap triwulan", "setiap semester").save(), write=True)
        assert not found.written
        assert [(one.data, one.word) for one in found.conflicts] == [
            ("", "Tim melaporkan pelaksanaan tugasnya setiap semester.")
        ]

    def test_the_same_on_both_sides_is_no_change(self, tmp_path: Path) -> None:
        yaml, word = self.edited(tmp_path, "setiap triwulan", "setiap semester")
        found = kpu.update(yaml, word.reword("setiap triwulan", "setiap semester").save())
        assert (found.differences, found.conflicts) == ((), ())

    def test_what_only_the_data_changed_stays(self, tmp_path: Path) -> None:
        yaml, word = self.edited(tmp_path, "setiap triwulan", "setiap bulan")
        found = kpu.update(yaml, word.save(), write=True)
        assert (found.differences, found.conflicts, found.written) == ((), (), False)


def test_without_fingerprints_all_that_differs_is_refused(tmp_path: Path) -> None:
    yaml, _ = rendered("kabupaten_contoh", tmp_path)
    keputusan = kpu.load(yaml).model_copy(update={"_source": None})
    bare = kpu.load(json.loads(keputusan.model_dump_json(exclude_defaults=True)))
    word = Word(kpu.render(bare, tmp_path / "lama.docx")).reword("setiap triwulan", "setiap semester")
    found = kpu.update(yaml, word.save(), write=True)
    assert (found.based, found.written, len(found.conflicts)) == (False, False, 1)
    assert "tidak memuat sidik" in str(found)
    assert kpu.update(yaml, word.path, write=True, force=True).written


def test_embedded_data_say_what_was_rendered(tmp_path: Path) -> None:
    yaml, _ = rendered("kabupaten_contoh", tmp_path)
    word = Word(kpu.render(kpu.load(yaml), tmp_path / "data.docx", embed=True))
    found = kpu.update(yaml, word.reword("setiap triwulan", "setiap semester").save())
    assert (found.based, len(changed(found)), found.conflicts) == (True, 2, ())


def test_a_file_with_findings_in_it_is_taken_as_well(tmp_path: Path) -> None:
    yaml, _ = rendered("mojokerto_2022", tmp_path)
    main(["check", str(yaml), "--docx", str(tmp_path / "temuan.docx")])
    word = Word(tmp_path / "temuan.docx").reword("3. Evaluasi terhadap SOP", "3. Penilaian terhadap SOP")
    found = kpu.update(yaml, word.save())
    assert (found.based, len(changed(found)), found.conflicts, found.left) == (True, 2, (), ())


class TestLeftToAPerson:
    """What does not stand in the YAML file, or as something else."""

    def test_sheets_and_the_office(self, tmp_path: Path) -> None:
        yaml = write_forms(tmp_path)[0]
        word = Word(kpu.render(kpu.load(yaml), tmp_path / "keputusan.docx"))
        word.reword_row("CONTOH: Rapat", "berkala", "mingguan").reword("NAMA KETUA (CONTOH)", "BUDI")
        found = kpu.update(yaml, word.reword("... TAHUN ...", "17 TAHUN 2026").save(), write=True)
        told = "\n".join(str(one) for one in found.left)
        assert not [note for note in found.notes if "tidak mendapat tempat" in note]
        assert 'rencana.xlsx: Lembar "Rencana", sel C9' in told
        assert "kantor.toml:20" in told
        assert changed(found) == ["-nomor: ''", "+nomor: 17 TAHUN 2026"]
        assert found.written

    def test_the_number_of_a_reference(self, tmp_path: Path) -> None:
        yaml, word = rendered("naskah_contoh", tmp_path)
        found = kpu.update(yaml, word.reword("BAB\N{NO-BREAK SPACE}II", "BAB III").save())
        assert changed(found) == []
        assert "[[kunci]]" in found.left[0].reason

    def test_a_rule_by_its_key(self, tmp_path: Path) -> None:
        yaml, word = rendered("kunci_contoh", tmp_path)
        found = kpu.update(yaml, word.reword("Pemerintah Nomor 28", "Pemerintah Nomor 82").save())
        assert changed(found) == []
        assert "kunci peraturan" in found.left[0].reason

    def test_what_would_make_the_decree_none(self, tmp_path: Path) -> None:
        yaml, word = rendered("kabupaten_contoh", tmp_path)
        docx = word.reword("MARET", "MEI").reword("setiap triwulan", "setiap semester").save()
        found = kpu.update(yaml, docx, write=True)
        assert [one.reason for one in found.left] == ["tidak dapat ditulis dengan sendirinya"]
        assert found.written
        assert "setiap semester" in yaml.read_text(encoding="utf-8")

    def test_what_would_be_printed_otherwise(self, tmp_path: Path) -> None:
        yaml, word = rendered("kabupaten_contoh", tmp_path)
        before = yaml.read_bytes()  # without the words that are quoted, the diktum below read as quoted
        found = kpu.update(yaml, word.delete("Saya menjaga kerahasiaan").save(), write=True)
        assert found.left
        assert len(found.left) == len(found.differences)
        assert (found.written, yaml.read_bytes()) == (False, before)


def test_the_marks_of_a_windows_file_stay(tmp_path: Path) -> None:
    yaml, word = rendered("kabupaten_contoh", tmp_path)
    yaml.write_bytes(b"\xef\xbb\xbf" + yaml.read_bytes().replace(b"\n", b"\r\n"))
    before = yaml.read_bytes()
    kpu.update(yaml, word.insert("uraian isi; dan", "isi; dan", "ringkas;").save(), write=True)
    assert yaml.read_bytes() == before.replace(
        b"uraian isi; dan\r\n", b"uraian isi; dan\r\n              - uraian ringkas;\r\n"
    )


class TestFingerprints:
    """What a file tells of what was rendered."""

    def held(self, docx: Path) -> list[str]:
        with zipfile.ZipFile(docx) as package:
            return [name for name in package.namelist() if name.startswith("customXml/item")]

    def test_only_a_decree_from_yaml_leaves_them(self, tmp_path: Path) -> None:
        assert self.held(kpu.render(decree(), tmp_path / "a.docx")) == []
        source = tmp_path / "keputusan.json"
        source.write_text(json.dumps(LEAST), encoding="utf-8")
        assert self.held(kpu.render(kpu.load(source), tmp_path / "b.docx")) == []
        yaml, word = rendered("tim_contoh", tmp_path)
        assert len(self.held(word.path)) == 2
        petikan = kpu.render(kpu.load(yaml), tmp_path / "c.docx", petikan="Misal Kedua")
        assert self.held(petikan) == []

    def test_they_hold_no_words(self, tmp_path: Path) -> None:
        yaml, word = rendered("tim_contoh", tmp_path)
        with zipfile.ZipFile(word.path) as package:
            text = package.read("customXml/item1.xml").decode()
        document = composed(kpu.load(yaml))
        assert text.endswith(f">{fingerprints(document)}</sidik>")
        assert len(fingerprints(document)) == 8 * len(clauses(document))
        assert len(set(taken_apart(fingerprints(document)))) == len({*map(said, clauses(document))})

    def test_what_is_no_such_text_is_refused(self) -> None:
        with pytest.raises(ValueError, match="abcd"):
            taken_apart("abcd")


class TestCommand:
    """`kpu-docs update`."""

    def test_shows_then_writes(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        yaml, word = rendered("kabupaten_contoh", tmp_path)
        docx = str(word.reword("setiap triwulan", "setiap semester").save())
        assert main(["update", str(yaml), docx]) == 0
        assert capsys.readouterr().out == (
            "Diubah di Word:\n"
            '- Diktum KESEBELAS: menurut data "… tugasnya setiap triwulan.", di berkas "… tugasnya setiap semester."\n'
            "--- sebelum\n+++ sesudah\n@@ -77 +77 @@\n"
            "-  - Tim melaporkan pelaksanaan tugasnya setiap triwulan.\n"
            "+  - Tim melaporkan pelaksanaan tugasnya setiap semester.\n"
            f"{yaml}: belum ditulis; tambahkan --write untuk menulisnya\n"
        )
        assert main(["update", str(yaml), docx, "--write"]) == 0
        assert capsys.readouterr().out.endswith(f"{yaml}: diperbarui\n")
        assert main(["update", str(yaml), docx]) == 0
        assert capsys.readouterr().out == f"{yaml}: tidak ada yang perlu diubah\n"

    def test_refuses_other_files(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        yaml, word = rendered("tim_contoh", tmp_path)
        assert main(["update", str(tmp_path / "x.json"), str(tmp_path / "x.pdf")]) == 2
        told = capsys.readouterr().err
        assert "hanya berkas YAML" in told
        assert "hanya .docx" in told
        petikan = kpu.render(kpu.load(yaml), tmp_path / "c.docx", petikan="Misal Kedua")
        assert main(["update", str(yaml), str(petikan)]) == 2
        assert "petikan" in capsys.readouterr().err
        word.path.write_bytes(b"x")
        assert main(["update", str(yaml), str(word.path)]) == 2
        assert main(["update", str(yaml), str(tmp_path / "tidak-ada.docx")]) == 2


def test_a_clause_that_was_emptied_is_left_to_the_clerk(tmp_path: Path) -> None:
    yaml, word = rendered("kabupaten_contoh", tmp_path)
    words = "Tim melaporkan pelaksanaan tugasnya setiap triwulan."
    found = kpu.update(yaml, word.reword(words, "").save(), write=True)
    assert [one.difference.where for one in found.left] == ["Diktum KESEBELAS"]
    assert found.lines == ()
    assert not found.written


def test_a_letter_read_as_words_is_not_written_into_a_clause(tmp_path: Path) -> None:
    yaml = tmp_path / "keputusan.yaml"
    yaml.write_text(json.dumps(LEAST | {"menimbang": ["bahwa satu;", "bahwa dua;"]}), encoding="utf-8")
    word = Word(kpu.render(kpu.load(yaml), tmp_path / "keputusan.docx"))
    found = kpu.update(yaml, word.reword("bahwa satu;", "").save(), write=True)
    assert [one.difference.where for one in found.left] == ["Menimbang huruf a", "Menimbang huruf b"]
    assert found.lines == ()
    assert not found.written


def test_headings_stay_where_a_schedule_is_read_as_a_table(tmp_path: Path) -> None:
    yaml, word = rendered("jadwal_contoh", tmp_path)
    found = kpu.update(yaml, word.reword("3 Januari 2026", "awal Januari").save(), write=True)
    assert found.lines == ()
    assert not found.written
    assert [(one.difference.where, one.difference.after) for one in found.left] == [
        ("Lampiran I, baris 1, kolom JADWAL AKHIR", "awal Januari")
    ]


def test_what_is_read_into_the_wrong_clause_is_not_written(tmp_path: Path) -> None:
    yaml, word = rendered("naskah_contoh", tmp_path)
    found = kpu.update(yaml, word.reword("MEMUTUSKAN:", "MEMUTUSKAN ubah:").save(), write=True)
    assert [one.difference.where for one in found.left] == ["Mengingat"]
    assert not found.written
