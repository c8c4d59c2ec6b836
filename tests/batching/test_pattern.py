"""The pattern: columns anywhere in the data, taken before validation, never as markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kpu_docs.batching import pattern
from kpu_docs.batching.rows import Row
from kpu_docs.complaints import InputError
from tests.batching.making import line, run, write


def filled(text: str, **values: Any) -> Any:
    """What a value of the pattern becomes."""
    return pattern.read(_pattern(text)).fill(Row(1, "data.csv", 2, values))["tentang"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _pattern(text: str) -> Path:
    quoted = text.replace("'", "''")
    Path("pola.yaml").write_text(f"nomor: 1\ntentang: '{quoted}'\n", encoding="utf-8")
    return Path("pola.yaml")


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Rapat {{ a }}", "Rapat x"),
        ("{{a}} dan {{  b  }}", "x dan 7"),
        ("{{ s.nama }}", "Sleman"),
        ("{{ S.Nama }}", "Sleman"),
        ("{{ Nama_Ketua }}: {{ nama ketua }}", "N: N"),
        ("{{ No. SK }}", "12"),
        (r"\{{ a }}", "{{ a }}"),
        (r"{{ a }} \{{", "x {{"),
        ("{{ ya }} {{ tidak ada }}", "ya "),
        ("{{ isi }}", "{{ a }}"),
        ("{ a } }}", "{ a } }}"),
    ],
)
def test_a_name_becomes_the_value_of_the_row(text: str, becomes: str) -> None:
    row: dict[str, Any] = {"a": "x", "b": "7", "s": {"nama": "Sleman"}, "nama ketua": "N", "No. SK": "12"}
    row |= {"ya": True, "tidak ada": None, "isi": "{{ a }}"}
    assert filled(text, **row) == becomes


def test_a_value_that_is_one_name_is_taken_whole() -> None:
    assert filled(" {{ a }} ", a=["x", {"y": "z"}]) == ["x", {"y": "z"}]
    assert filled("{{ a }}", a={"x": ["y"]}) == {"x": ["y"]}
    assert filled("{{ a }}", a=True) is True


def test_a_list_does_not_stand_inside_a_text() -> None:
    with pytest.raises(InputError, match=r"data\.csv:2|kolom a berisi daftar; tulis '\{\{ a \}\}' sendirian"):
        filled("Rapat {{ a }}", a=["x"])


def test_a_value_is_never_markup(folder: Path) -> None:
    assert filled("*{{ a }}* {{ b }}", a="2*3", b="**x**") == r"*2\*3* \*\*x\*\*"
    assert filled("{{ a }}", a=["*x*", {"k": "*y*"}]) == [r"\*x\*", {"k": r"\*y\*"}]
    [result] = run(folder, line(1, alasan="*miring* 2*3", nomor="4*5*"))
    text = result.files[0].path.read_text(encoding="utf-8")
    assert "bahwa *miring* 2*3;" in text
    assert "NOMOR 4*5* TAHUN 2026" in text


def test_a_complaint_repeats_a_value_as_it_stands_in_its_column(folder: Path) -> None:
    [result] = run(folder, line(1, tanggal="5*5"))
    assert str(result.complaints[0]).endswith("(tertulis: 5*5)")


def test_days_offices_and_lists_are_columns(folder: Path) -> None:
    [first, second] = run(folder, line(1), line(2, satker="3404", tanggal="6 Maret 2026"))
    assert "SLEMAN" in first.files[0].path.read_text(encoding="utf-8")
    assert "6 Maret 2026" in second.files[0].path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Rapat {{ a", "{{ di sini belum ditutup dengan }}"),
        ("Rapat {{ }}", "belum ada nama kolom"),
        ("Rapat {{ {a} }}", "{{ di sini belum ditutup"),
    ],
)
def test_a_name_without_end_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        pattern.read(_pattern(text))
    assert str(caught.value).startswith("pola.yaml:2:10: tentang: ")
    assert message in str(caught.value)


def test_every_unknown_name_is_told_before_anything_is_written(folder: Path) -> None:
    changed = write(folder, line(1))[0].read_text(encoding="utf-8")
    changed = changed.replace("{{ ketua }}", "{{ ketau }}").replace("{{ alasan }}", "{{ satker.nama }}")
    with pytest.raises(InputError) as caught:
        run(folder, line(1), pattern=changed)
    first, second = str(caught.value).splitlines()
    assert first.startswith(f"{folder / 'pola.yaml'}:5:5: menimbang[1]: kolom satker.nama tidak ada di data; mungkin")
    assert second.startswith(
        f"{folder / 'pola.yaml'}:15:9: penanda_tangan.nama: kolom ketau tidak ada di data; mungkin"
    )
    assert second.endswith("mungkin maksudnya ketua")
    assert not (folder / "hasil").exists()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("pola.toml", "", "jenis berkas pola .toml tidak dikenal"),
        ("pola.yaml", "- a\n", "pola ditulis seperti sebuah Keputusan"),
        ("pola.yaml", "tentang: {{ a }}\n", "teks yang diawali {{ harus diapit tanda kutip tunggal"),
        ("pola.json", "{", "pola.json:1:2: "),
    ],
)
def test_what_is_no_pattern(name: str, text: str, message: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        pattern.read(Path(name))
    assert message in str(caught.value)


def test_a_pattern_that_is_not_there() -> None:
    with pytest.raises(InputError, match="tidak ada"):
        pattern.read(Path("lupa.yaml"))


def test_doubts_about_the_text_are_told() -> None:
    Path("pola.yaml").write_text("tentang: Rapat ke #2\n", encoding="utf-8")
    [note] = pattern.read(Path("pola.yaml")).notes()
    assert str(note).startswith("pola.yaml:1:19: tentang: teks terpotong")
