from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_docs import nomor
from kpu_docs.bahasa import romawi
from kpu_docs.nomor import NASKAH, Nomor
from kpu_docs.nomor.bentuk import BENTUK

BARIS = [
    baris.split("\t")
    for baris in (Path(__file__).parents[1] / "nomor.txt").read_text(encoding="utf-8").splitlines()
    if not baris.startswith("#")
]
DIKENAL = [(teks, pola, *(naskah or ["Kpt"])) for teks, pola, *naskah in BARIS if pola != "-"]
DITOLAK = [(teks, *sebab) for teks, pola, *sebab in BARIS if pola == "-"]
REGIM = {"A": None, "B": "kpu-2019", "C1": "kpu-2022-klasifikasi", "C2": "kpu-2023", "C": "kpu-2023"}


def test_the_list_is_there() -> None:
    assert len(DIKENAL) == 65
    assert len(DITOLAK) == 10


@pytest.mark.parametrize(("teks", "pola", "naskah"), DIKENAL)
def test_real_numbers_have_their_class_and_keep_their_text(teks: str, pola: str, naskah: str) -> None:
    hasil = nomor.parse(teks, naskah=naskah)
    assert hasil.pola == pola
    assert hasil.regim == REGIM[pola.split("-")[0]]
    assert hasil.naskah == naskah
    assert str(hasil) == hasil.teks == teks
    assert str(hasil.tahun) == teks[-4:]


@pytest.mark.parametrize(("teks", "sebab"), DITOLAK)
def test_a_malformed_number_says_what_is_wrong(teks: str, sebab: str) -> None:
    assert keluhan(teks) == sebab


def keluhan(teks: str, naskah: str = "Kpt") -> str:
    """What the refusal says after the text and the name of the instrument."""
    with pytest.raises(ValueError, match="tidak berbentuk nomor") as ditolak:
        nomor.parse(teks, naskah=naskah)
    awal = f'"{teks}" tidak berbentuk nomor {NASKAH[naskah]} yang dikenal'
    assert str(ditolak.value).startswith(awal)
    return str(ditolak.value).removeprefix(awal).removeprefix(": ")


KELIRU = {
    "04/HK.03.1-Kpts/3404/KPU-Kab/I/2020": '"-Kpts" seharusnya "-Kpt"',
    "04/HK.03.1.Kpt/3404/KPU-Kab/I/2020": '"HK.03.1.Kpt" seharusnya "HK.03.1-Kpt"',
    "04/HK.03.1/Kpt/3404/KPU-Kab/I/2020": '"HK.03.1/Kpt" seharusnya "HK.03.1-Kpt"',
    "04/HK.03.1/3404/KPU-Kab/I/2020": '"-Kpt" tidak ada setelah kode klasifikasi "HK.03.1"',
    "04/HK.03.1/5204/02/Sek-Kab/I/2018": '"-Kpt" tidak ada setelah kode klasifikasi "HK.03.1"',
    "04/HK.03.1-Kpt/5204/02/Sek-Kab/1/2018": 'bulan "1" seharusnya dengan angka Romawi, "I"',
    "/HK.03.1-Kpt/3404/KPU-Kab/I/2020": "nomor urut di depan tidak ada",
    "TAHUN 2022": "nomor urut di depan tidak ada",
    "lima TAHUN 2022": 'nomor urut "lima" bukan angka',
    "04/HK.03.1-Kpt/3404/KPUKab/I/2020": '"KPUKab" seharusnya "KPU-Kab"',
    "17/Kpts-KPU-Kab-012.329248/TAHUN 2015": '"Kpts-KPU" seharusnya "Kpts/KPU"',
    "38/HK.03.1-Kpt/3571/KPU-Kota/IX/2017": '"KPU-Kota" seharusnya "KPU-Kot"',
    "63/HK.03.1-Kpt/01/KPU/XIII/2020": 'bulan "XIII" bukan angka Romawi I sampai XII',
    "63/HK.03.1-Kpt/01/KPU/IIX/2020": 'bulan "IIX" bukan angka Romawi I sampai XII',
    "63/HK.03.1-Kpt/01/KPU/0/2020": 'bulan "0" bukan angka Romawi I sampai XII',
    "63/HK.03.1-Kpt/01/KPU/Mei/2020": 'bulan "Mei" bukan angka Romawi I sampai XII',
    "63/HK.03.1-Kpt/01/KPU/11/2020": 'bulan "11" seharusnya dengan angka Romawi, "XI"',
    "63/HK.03.1-Kpt/01/KPU/ix/2020": 'bulan "ix" seharusnya "IX"',
    "63/HK.03.1-Kpt/01/KPU/2020": "bulan dengan angka Romawi sebelum tahun tidak ada",
    "63/HK.03.1-Kpt/01/KPU//2020": "bulan dengan angka Romawi sebelum tahun tidak ada",
    "5/HK.03.1/3576/22": 'di akhir harus tahun empat angka, bukan "22"',
    "5 TAHUN 22": 'di akhir harus tahun empat angka, bukan "22"',
    "5/HK.03.1/3576/2022 tentang": 'di akhir harus tahun empat angka, bukan "tentang"',
    "5/HK.03.1/3576/": "tahun di akhir tidak ada",
    "5/HK.03.1/3599/2022": 'kode wilayah "3599" tidak dikenal',
    "3/HK.03.1-Kpt/99/Prov/I/2018": 'kode wilayah "99" tidak dikenal',
    "5/HK.03.1/357/2022": 'kode wilayah "357" harus dua angka (provinsi) atau empat angka (kabupaten/kota)',
    "38/hk.03.1-Kpt/3571/KPU-Kot/IX/2017": 'kode klasifikasi "hk.03.1" seharusnya "HK.03.1"',
    "38/HK.03.1-kpt/3571/kpu-KOT/IX/2017": '"kpt" seharusnya "Kpt"; "kpu" seharusnya "KPU"; "KOT" seharusnya "Kot"',
    "43/KPTS/KPU/TAHUN 2016": '"KPTS" seharusnya "Kpts"',
    "63/PK.01-ba/3507/2025": '"ba" seharusnya "BA"',
    "04 / HK.03.1-Kpts/3404/KPU-Kab/I/2020": 'ada spasi di sekitar "/"; "-Kpts" seharusnya "-Kpt"',
}


@pytest.mark.parametrize(("teks", "sebab"), KELIRU.items())
def test_every_slip_is_named(teks: str, sebab: str) -> None:
    assert keluhan(teks) == sebab


@pytest.mark.parametrize(
    "teks", ["", "NOMOR :", "tanpa nomor", "43/SK/KPU/2016", "5/HK.03.1-Kpt/3576/2022", "5 TAHUN\n2022/2022"]
)
def test_what_no_known_slip_explains_is_answered_with_examples(teks: str) -> None:
    assert keluhan(teks).startswith("; contoh yang benar: 16 TAHUN 2023, ")
    assert keluhan(teks, "BA").startswith("; contoh yang benar: 37/PK.01/3576/2022, ")


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("04/HK.03.1-Kpts/3404/KPU-Kab/1/2020", "04/HK.03.1-Kpt/3404/KPU-Kab/I/2020"),
        ("NOMOR : 1/HK.03.1/3404/ KPUKab/1/2020", "1/HK.03.1-Kpt/3404/KPU-Kab/I/2020"),
        ("38/hk.03.1-kpt/3571/kpu-KOT/ix/2017", "38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017"),
        ("02/HK/03.1-Kpts/5204/02/Sek-Kab/I/2018", "02/HK.03.1-Kpt/5204/02/Sek-Kab/I/2018"),
        ("17/Kpts-KPU-Kab-012.329248/TAHUN 2015", "17/Kpts/KPU-Kab-012.329248/TAHUN 2015"),
        ("/HK.03.1-Kpts/3404/KPU-Kab/I/2020", None),
        ("12/HK.03.1-Kpts/BIRO/2020", None),
        ("43/SK/KPU/2016", None),
    ],
)
def test_what_can_be_mended_is_offered(teks: str, usulan: str | None) -> None:
    with pytest.raises(nomor.NomorKeliru) as ditolak:
        nomor.parse(teks)
    assert ditolak.value.usulan == usulan
    assert bool(ditolak.value.keliru) == (teks != "43/SK/KPU/2016")


def test_blanks_are_tolerated_and_noted() -> None:
    hasil = nomor.parse("04/HK.03. 1-Kpt/3404/ KPU-Kab/I /2020")
    assert hasil.catatan == ('ada spasi di sekitar "."', 'ada spasi di sekitar "/"')
    assert nomor.parse("Nomor : 5 Tahun 2023").catatan == ()


BAGIAN = {
    # teks: pola, urut, klasifikasi, unit, wilayah, badan, bulan, tahun
    "5/HK.03.1/3576/2022": ("C1", "5", "HK.03.1", None, "3576", None, None, 2022),
    "02 TAHUN 2015": ("C2", "02", None, None, None, None, None, 2015),
    "441/Kpts/Setjen/TAHUN 2016": ("A-SETJEN", "441", None, None, None, "Setjen", None, 2016),
    "023/Kpts/KPU-Prov-022/2015": ("A-PROV", "023", None, None, "022", "KPU-Prov", None, 2015),
    "17/Kpts/KPU-Kab-012.329248/TAHUN 2015": ("A-KAB", "17", None, None, "012.329248", "KPU-Kab", None, 2015),
    "17/Kpts/KPU.Kab-012329248/PILBUP/2015": ("A-KAB", "17", None, None, "012329248", "KPU.Kab", None, 2015),
    "17/Kpts/KPU-Kab-012.329248/IV/2015": ("A-KAB", "17", None, None, "012.329248", "KPU-Kab", 4, 2015),
    "5/Kpts/KPU-Kota-012.329521/2015": ("A-KOTA", "5", None, None, "012.329521", "KPU-Kota", None, 2015),
    "22/Kpts/KIP Aceh/TAHUN 2016": ("A-KIP", "22", None, None, None, "KIP Aceh", None, 2016),
    "169/PP.04.2-Kpt/03/KPU/III/2020": ("B-RI", "169", "PP.04.2", "03", None, "KPU", 3, 2020),
    "245/SDM.05.5-Kpt/05/SJ/IV/2018": ("B-SJ", "245", "SDM.05.5", "05", None, "SJ", 4, 2018),
    "17/HK.03.1-Kpt/61/Prov/VIII/2017": ("B-PROV", "17", "HK.03.1", None, "61", "Prov", 8, 2017),
    "38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017": ("B-KABKOT", "38", "HK.03.1", None, "3571", "KPU-Kot", 9, 2017),
    "04/HK.03.1-Kpt/5204/02/Sek-Kab/I/2018": ("B-SEK", "04", "HK.03.1", "02", "5204", "Sek-Kab", 1, 2018),
    "Nomor:\u00a004 /HK.03. 1-Kpt/3404/ KPU-Kab/XII/ 2020": (
        "B-KABKOT", "04", "HK.03.1", None, "3404", "KPU-Kab", 12, 2020,
    ),
    "NOMOR 5  tahun 2023": ("C2", "5", None, None, None, None, None, 2023),
    "63/PK.01-BA/3507/2025": ("C-SURAT", "63", "PK.01", None, "3507", None, None, 2025),
    "1245/RT.01.2-Und/51/1/2026": ("C-SURAT", "1245", "RT.01.2", "1", "51", None, None, 2026),
    "12/KU.01-ND/Sek-Kab/5304/2026": ("C-SURAT", "12", "KU.01", None, "5304", "Sek-Kab", None, 2026),
    "12/KU.01-ND/Sek-Kab/5304/1/2026": ("C-SURAT", "12", "KU.01", "1", "5304", "Sek-Kab", None, 2026),
    "7/LPSE.01.1-SD/3507/2026": ("C-SURAT", "7", "LPSE.01.1", None, "3507", None, None, 2026),
}  # fmt: skip


@pytest.mark.parametrize(("teks", "bagian"), BAGIAN.items())
def test_parts(
    teks: str, bagian: tuple[str, str, str | None, str | None, str | None, str | None, int | None, int]
) -> None:
    hasil = nomor.parse(teks)
    assert (
        hasil.pola, hasil.urut, hasil.klasifikasi, hasil.unit, hasil.wilayah, hasil.badan, hasil.bulan, hasil.tahun,
    ) == bagian  # fmt: skip
    assert str(hasil) == teks


def test_the_caller_says_the_instrument_where_the_shape_is_shared() -> None:
    assert nomor.parse("37/PK.01/3576/2022").naskah == "Kpt"
    assert nomor.parse("37/PK.01/3576/2022", naskah="BA").naskah == "BA"


@pytest.mark.parametrize(
    ("teks", "naskah"),
    [
        ("63/PK.01-BA/3507/2025", "BA"),
        ("60/PL.02.7-SU/03/KPU/I/2021", "SU"),
        ("1442/HK.03-Kpt/03/KPU/XI/2019", "Kpt"),
        ("43/Kpts/KPU/TAHUN 2016", "Kpt"),
        ("16 TAHUN 2023", "Kpt"),
        ("9/HK.01-SE/3507/2025", "SE"),
        ("9/HK.01-UND/3507/2025", "UND"),
    ],
)
def test_a_number_that_says_its_instrument_is_believed(teks: str, naskah: str) -> None:
    assert nomor.parse(teks).naskah == nomor.parse(teks, naskah="ST").naskah == naskah


@pytest.mark.parametrize(
    ("teks", "tingkat", "tingkat_wilayah"),
    [
        ("38/HK.03.1-Kpt/3571/KPU-Kot/IX/2017", "kota", "kota"),
        ("38/HK.03.1-Kpt/3571/KPU-Kab/IX/2017", "kabupaten", "kota"),
        ("38/HK.03.1-Kpt/3506/KPU-Kot/IX/2017", "kota", "kabupaten"),
        ("17/HK.03.1-Kpt/61/Prov/VIII/2017", "provinsi", None),
        ("169/PP.04.2-Kpt/03/KPU/III/2020", "ri", None),
        ("17/Kpts/KPU.Kab-012329248/2015", "kabupaten", None),
        ("03/Kpts/KPU-Prov-010/2011", "provinsi", None),
        ("5/HK.03.1/3576/2022", None, "kota"),
        ("16 TAHUN 2023", None, None),
    ],
)
def test_body_and_region_code_each_say_a_level(teks: str, tingkat: str | None, tingkat_wilayah: str | None) -> None:
    hasil = nomor.parse(teks)
    assert (hasil.tingkat, hasil.tingkat_wilayah) == (tingkat, tingkat_wilayah)


def test_codes_of_papua_before_its_new_provinces_are_known() -> None:
    assert nomor.parse("4/PP.05.3-Kpt/9104/KPU-Kab/XI/2017").wilayah == "9104"


def test_every_class_has_a_sample_and_its_body_a_level() -> None:
    contoh = {pola for _, pola, _ in DIKENAL} | {bagian[0] for bagian in BAGIAN.values()}
    assert contoh == {pola for pola, _, _ in BENTUK}
    assert all(nomor.parse(teks).tingkat for teks, bagian in BAGIAN.items() if bagian[5])


@given(
    st.integers(1, 9999),
    st.sampled_from(["HK.03.1", "PL.01.10", "LPSE.02"]),
    st.sampled_from(["Kpt", "BA", "SD", "Und"]),
    st.sampled_from(["03/KPU", "05/SJ", "61/Prov", "3571/KPU-Kot", "3310/KPU-Kab", "5204/02/Sek-Kab"]),
    st.integers(1, 12),
    st.integers(1000, 9999),
)
def test_what_is_put_together_is_taken_apart(
    urut: int, klasifikasi: str, naskah: str, badan: str, bulan: int, tahun: int
) -> None:
    hasil = nomor.parse(f"{urut}/{klasifikasi}-{naskah}/{badan}/{romawi(bulan)}/{tahun}")
    assert (hasil.urut, hasil.klasifikasi, hasil.naskah) == (str(urut), klasifikasi, naskah)
    assert (hasil.badan, hasil.bulan, hasil.tahun) == (badan.split("/")[-1], bulan, tahun)


@given(st.text(max_size=30) | st.text(alphabet="0123/.- KPUkptsHIVXTAHUNab", max_size=40), st.sampled_from([*NASKAH]))
def test_any_text_is_a_number_that_gives_itself_back_or_is_refused_in_words(teks: str, naskah: str) -> None:
    try:
        jawaban = str(nomor.parse(teks, naskah=naskah))
    except ValueError as ditolak:
        jawaban = str(ditolak)
    assert jawaban == teks or jawaban.startswith(f'"{teks}" tidak berbentuk nomor {NASKAH[naskah]} yang dikenal')


def test_a_number_cannot_be_changed_and_equal_texts_are_equal() -> None:
    satu: Nomor = nomor.parse("16 TAHUN 2023")
    assert satu == nomor.parse("16 TAHUN 2023")
    assert len({satu, nomor.parse("16 TAHUN 2023")}) == 1
    with pytest.raises(FrozenInstanceError):
        satu.urut = "17"  # type: ignore[misc]  # refused at run time as well
