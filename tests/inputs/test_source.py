"""From a data path back to its place, and reading files that the data name."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs import inputs
from kpu_docs.complaints import InputError
from kpu_docs.inputs.places import written
from tests.inputs.decrees import DECREE, data
from tests.inputs.test_office import OFFICE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor" / "keputusan"
    folder.mkdir(parents=True)
    path = folder / "keputusan.yaml"
    path.write_text(DECREE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("tentang",), 2, 10),
        (("menimbang", 0, "isi", 0, "teks"), 4, 5),
        (("menimbang", 0, "isi", 0, "daftar"), 4, 5),
        (("mengingat",), 5, 1),
        (("diktum", 1), 9, 5),
        (("diktum", 1, "isi", 0, "teks"), 9, 11),
        (("diktum", 1, "isi", 0, "daftar", "butir", 1, "isi", 0, "teks"), 10, 21),
        (("ditetapkan", "pada"), 11, 35),
        (("lampiran", 3, "judul"), 1, 1),
    ],
)
def test_places_of_the_model_are_found_in_the_short_spellings(
    path: tuple[str | int, ...], line: int, column: int, file: Path
) -> None:
    keputusan = kpu.load(file)
    assert inputs.located(keputusan, [(path, "x", None)]).complaints[0].line == line
    assert keputusan._source.place(path) == (str(file), line, column)


def test_a_text_that_hides_a_row() -> None:
    activity = {"kegiatan": "a", "sub_kegiatan": "b", "indikator": "c"}
    assert written([activity], (0, "sub_kegiatan", 0, "indikator")) == (0, "indikator")
    assert written([activity], (0, "sub_kegiatan", 0, "sub_kegiatan")) == (0, "sub_kegiatan")


def test_a_list_of_rows_that_is_the_only_section() -> None:
    rows = [{"nama": "a"}, {"nama": "b"}]
    path = ("bagian", 0, "anggota", 1, "nama")
    assert written(rows, path) == (1, "nama")
    assert written({"anggota": rows}, path) == ("anggota", 1, "nama")
    assert written({"bagian": [{"anggota": rows}]}, path) == path


def test_places_in_the_office(file: Path) -> None:
    office = file.with_name("kantor.toml")
    office.write_text(OFFICE, encoding="utf-8")
    file.write_text(DECREE.replace("satker: kota-mojokerto\n", ""), encoding="utf-8")
    keputusan = kpu.load(file)
    assert keputusan._source.place(("kantor", "pejabat", 1, "nama")) == (str(office), 11, 8)
    assert keputusan._source.place(("satker", "wilayah")) == (str(office), 2, 10)
    assert keputusan._source.place(("tentang",)) == (str(file), 1, 10)


def test_a_dict_has_paths_only() -> None:
    keputusan = kpu.load(data())
    assert keputusan._source.place(("tentang",)) == ("", None, None)
    path = ("diktum", 0, "isi", 0, "teks")
    assert str(inputs.located(keputusan, [(path, "x", "y")])) == "diktum[1].isi[1].teks: x (tertulis: y)"


def test_a_decree_that_was_never_loaded_came_from_nowhere() -> None:
    keputusan = kpu.Keputusan.model_validate(data())
    assert inputs.notes(keputusan) == ()
    assert str(inputs.located(keputusan, [(("tentang",), "x", None)])) == "tentang: x"


def test_the_source_is_outside_equality_and_schema_and_travels(file: Path) -> None:
    keputusan = kpu.load(file)
    assert keputusan == kpu.load(data())
    assert "_source" not in keputusan.model_dump()
    assert "_source" not in str(kpu.Keputusan.model_json_schema())
    assert pickle.loads(pickle.dumps(keputusan))._source == keputusan._source
    assert keputusan.model_copy(update={"naskah": "salinan"})._source is keputusan._source


def test_errors_travel(file: Path) -> None:
    error = inputs.located(kpu.load(file), [(("tentang",), "x", "y")])
    again = pickle.loads(pickle.dumps(error))
    assert (again.complaints, str(again)) == (error.complaints, str(error))


LOGO = ("kantor", "tata_naskah", "kop", "lambang")


def refusal(keputusan: kpu.Keputusan, name: str) -> str:
    with pytest.raises(InputError) as caught:
        inputs.read_beside(keputusan, name, LOGO)
    [complaint] = caught.value.complaints
    assert complaint.path[-1] == "lambang"
    assert complaint.value
    return complaint.message


def test_files_beside_the_data_and_in_the_folder_above(file: Path) -> None:
    keputusan = kpu.load(file)
    file.with_name("a.png").write_bytes(b"1")
    (file.parents[1] / "b.png").write_bytes(b"2")
    assert inputs.read_beside(keputusan, "a.png", LOGO) == b"1"
    assert inputs.read_beside(keputusan, "../b.png", LOGO) == b"2"
    assert inputs.read_beside(keputusan, str(file.with_name("a.png")), LOGO) == b"1"


def test_a_name_in_the_office_counts_from_the_office(file: Path) -> None:
    (file.parents[1] / "kantor.toml").write_text(OFFICE, encoding="utf-8")
    (file.parents[1] / "a.png").write_bytes(b"1")
    assert inputs.read_beside(kpu.load(file), "a.png", LOGO) == b"1"


def test_nothing_outside_is_read(file: Path) -> None:
    keputusan = kpu.load(file)
    outside = file.parents[2] / "rahasia.png"
    outside.write_bytes(b"0")
    file.with_name("tautan.png").symlink_to(outside)
    file.with_name("naik").symlink_to(file.parents[2])
    for name in ("../../rahasia.png", str(outside), "tautan.png", "naik/rahasia.png", "/etc/hostname"):
        assert "di luar folder" in refusal(keputusan, name)


@pytest.mark.parametrize("name", [r"\\server\bagi\a.png", "//server/bagi/a.png", r"\\.\pipe\a", r"\\?\C:\a.png"])
def test_a_server_is_not_even_asked(name: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keputusan = kpu.load(file)
    monkeypatch.setattr(Path, "resolve", lambda _: pytest.fail("was looked for"))
    assert "di luar folder" in refusal(keputusan, name)


def test_what_cannot_be_read(file: Path) -> None:
    keputusan = kpu.load(file)
    with file.with_name("besar.png").open("wb") as out:
        out.truncate(10_000_001)
    file.with_name("melingkar.png").symlink_to("melingkar.png")
    assert "tidak ada" in refusal(keputusan, "lupa.png")
    assert "terlalu besar" in refusal(keputusan, "besar.png")
    assert "folder" in refusal(keputusan, ".")
    assert "nama berkas tidak sah" in refusal(keputusan, "a\0b.png")
    assert refusal(keputusan, "melingkar.png")
    assert "base=" in refusal(kpu.load(data()), "a.png")
    assert "tidak ada" in refusal(kpu.load(data(), base=file.parent), "a.png")


def test_a_file_named_in_the_office_is_complained_of_there(file: Path) -> None:
    office = file.with_name("kantor.toml")
    office.write_text(OFFICE + "[tata_naskah.kop]\nlambang = 'lupa.png'\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        kpu.render_bytes(kpu.load(file), "txt")
    assert str(caught.value).startswith(f"{office}:14:11: tata_naskah.kop.lambang: berkas tidak ada")
