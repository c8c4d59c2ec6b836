"""The rules about the number: silent on the numbers that KPU issued; each exception; odd numbers; mending."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs import cli, nomor, satker
from kpu_docs.checking import check
from kpu_docs.findings import Finding
from kpu_docs.model import Keputusan
from kpu_docs.nomor import Nomor
from kpu_docs.rules import rules
from tests.building import decree

OURS = {name for name, rule in rules().items() if rule.bagian in ("bentuk_nomor", "nomor", "nomor_satker")}
ROWS = [
    row.split("\t")
    for row in (Path(__file__).parents[1] / "nomor.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
ISSUED = [text for text, pola, *naskah in ROWS if pola != "-" and not naskah]
LETTERS = [text for text, pola, *naskah in ROWS if pola != "-" and naskah]
REFUSED = [text for text, pola, *_ in ROWS if pola == "-"]
OFFICES = {"RI": "kpu-ri", "SJ": "kpu-ri", "SETJEN": "kpu-ri", "PROV": "provinsi-banten", "KAB": "kabupaten-lebak"}


def found(keputusan: Keputusan) -> list[Finding]:
    return [finding for finding in check(keputusan) if finding.rule in OURS]


def named(**changes: Any) -> list[str]:
    return sorted(finding.rule for finding in found(decree(**changes)))


def on(day: str) -> dict[str, str]:
    return {"di": "Mojokerto", "pada": day}


def issued(text: str, number: Nomor) -> dict[str, Any]:
    """The data of a decree that bears the number: of the right office, of a day that fits it."""
    office = number.wilayah if number.regim and number.wilayah else OFFICES.get(number.pola.partition("-")[2])
    official = "Sekretaris" if number.pola in ("B-SEK", "B-SJ", "A-SETJEN") else "Ketua"
    month = number.bulan or (1 if number.pola == "C1" else 6)
    return {
        "nomor": text.removeprefix("NOMOR : "),
        "satker": office or "kota-solok",
        "pembentuk": official,
        "ditetapkan": on(f"{number.tahun}-{month:02}-15"),
    }


def test_the_list_is_there() -> None:
    assert (len(ISSUED), len(LETTERS), len(REFUSED)) == (51, 14, 10)


@pytest.mark.parametrize("text", ISSUED)
def test_nothing_is_wrong_with_a_number_that_kpu_issued(text: str) -> None:
    data = issued(text, nomor.parse(text))
    assert named(**data) == (["nomor_berspasi"] if "/ " in text else [])
    other = named(**data | {"satker": "kota-dumai", "ditetapkan": on("2026-01-05")})
    assert {"tahun_nomor_lain"} <= set(other) <= OURS - {"nomor_tidak_dikenal"}


@pytest.mark.parametrize("text", REFUSED)
def test_a_number_that_is_not_understood_is_never_called_wrong(text: str) -> None:
    [finding] = found(decree(nomor=text, ditetapkan=on("2026-01-05")))
    assert (finding.rule, finding.severity) == ("nomor_tidak_dikenal", "periksa")
    assert finding.message.startswith("nomor ini tidak berbentuk nomor Keputusan yang dikenal: ")


@pytest.mark.parametrize("text", LETTERS)
def test_the_number_of_minutes_or_a_letter_is_not_that_of_a_decree(text: str) -> None:
    number = nomor.parse(text, naskah="BA")
    data = {"nomor": text, "satker": number.wilayah or "kpu-ri", "ditetapkan": on(f"{number.tahun}-06-15")}
    said = "-" in text.partition("/KPU-")[0]
    bare = [] if text.startswith("943/") else ["bentuk_nomor_lain_zaman"] if text.startswith("115/") else None
    bare = ["kode_klasifikasi_meragukan"] if "PK.01/" in text else bare
    assert named(**data) == (["nomor_naskah_lain"] if said else bare if bare is not None else ["nomor_tidak_dikenal"])


@pytest.mark.parametrize(
    ("text", "silent", "doubted"),
    [
        ("5/Kpts/KPU-Kota-012.329521/{}", "2018-06-30", "2018-07-01"),
        ("5/HK.03.1-Kpt/3576/KPU-Kot/{1}/{0}", "2017-01-01", "2016-12-31"),
        ("5/HK.03.1-Kpt/3576/KPU-Kot/{1}/{0}", "2022-06-30", "2022-07-01"),
        ("5/HK.03.1/3576/{}", "2021-07-01", "2021-06-30"),
        ("5/HK.03.1/3576/{}", "2023-01-31", "2023-02-01"),
        ("5 TAHUN {}", "2017-12-31", "2018-01-01"),
        ("5 TAHUN {}", "2021-07-01", "2021-06-30"),
        ("5 TAHUN {}", "2040-01-01", "2019-01-01"),
    ],
)
def test_a_shape_is_doubted_only_well_away_from_its_time(text: str, silent: str, doubted: str) -> None:
    for day, wanted in ((silent, []), (doubted, ["bentuk_nomor_lain_zaman"])):
        when = date.fromisoformat(day)
        number = text.format(when.year, kpu.bahasa.romawi(when.month))
        assert named(nomor=number, ditetapkan=on(day)) == wanted
        assert "zaman" not in " ".join(named(nomor=number, ditetapkan={"di": "Mojokerto"}))


PADDED = {"nomor_berawalan_nol": "dari buku agenda"}


def test_a_shape_of_another_time_names_that_of_today() -> None:
    [finding] = found(decree(nomor="05/HK.03.1/3576/2024", ditetapkan=on("2024-03-04"), abaikan=PADDED))
    assert 'sejak 2022 nomor berbentuk "5 TAHUN 2024"' in finding.message


PPK = {"lembaga": "PPK", "kecamatan": "Sooko", "induk": "kabupaten-mojokerto"}
LONE = {"lembaga": "PPK", "kecamatan": "Sooko"}
CUSTOM = {"lembaga": "KPU", "tingkat": "kota", "wilayah": "Kota Contoh"}
LONG = "HK.03.1-Kpt/{}/VIII/2019"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        pytest.param({"satker": PPK, "nomor": f"1/{LONG.format('3516/KPU-Kab')}"}, [], id="committee"),
        pytest.param({"satker": PPK, "nomor": f"1/{LONG.format('3516/KPU-Kot')}"}, ["lembaga_nomor_lain"], id="body"),
        pytest.param({"satker": LONE, "nomor": f"1/{LONG.format('3516/KPU-Kot')}"}, [], id="nobody above"),
        pytest.param({"satker": PPK, "nomor": "01 TAHUN 2019"}, [], id="committee, own serial"),
        pytest.param({"satker": PPK, "nomor": "1/KPTS/PPK/2019"}, [], id="committee, own shape"),
        pytest.param({"nomor": "1/KPTS/X/2019"}, ["nomor_tidak_dikenal"], id="office, such a shape"),
        pytest.param({"satker": CUSTOM, "nomor": f"1/{LONG.format('3576/KPU-Kot')}"}, [], id="no code known"),
        pytest.param({"satker": CUSTOM | {"kode": "35.76"}, "nomor": "1/HK.03.1/3576/2022"}, [], id="dot"),
        pytest.param(
            {"satker": CUSTOM | {"kode": "35.76"}, "nomor": "1/HK.03.1/3573/2022"}, ["wilayah_nomor_lain"], id="not it"
        ),
        pytest.param({"satker": CUSTOM, "nomor": "1/HK.03.1/35/2022"}, ["wilayah_nomor_lain"], id="of a province"),
        pytest.param({"satker": "kpu-ri", "nomor": "1/HK.03.1/14/2022"}, [], id="unit of KPU RI"),
        pytest.param({"satker": "kpu-ri", "nomor": "1/HK.03.1/3576/2022"}, ["wilayah_nomor_lain"], id="region at RI"),
        pytest.param({"satker": "kabupaten-nabire", "nomor": f"1/{LONG.format('9104/KPU-Kab')}"}, [], id="Papua"),
        pytest.param({"satker": "kabupaten-nabire", "nomor": f"1/{LONG.format('9401/KPU-Kab')}"}, [], id="Papua now"),
        pytest.param(
            {"satker": "kabupaten-nabire", "nomor": f"1/{LONG.format('3516/KPU-Kab')}"},
            ["wilayah_nomor_lain"],
            id="not Papua",
        ),
        pytest.param(
            {
                "satker": "provinsi-jawa-timur",
                "nomor": f"1/{LONG.format('3516/KPU-Kab')}",
                "pembentuk": {"jabatan": "Ketua", "selaku": "Komisi Pemilihan Umum Kabupaten Mojokerto"},
            },
            [],
            id="acting for another",
        ),
        pytest.param({"nomor": "9/HK.03.2/3576/2022", "pembentuk": "Plt. Sekretaris"}, [], id="acting secretary"),
        pytest.param({"nomor": "9/HK.03.2/3576/2022", "pembentuk": "Kuasa Pengguna Anggaran"}, [], id="neither"),
        pytest.param(
            {"nomor": "9/HK.03.2/3576/2022", "pembentuk": {"baris": ["Komisi Pemilihan Umum", "Kota Mojokerto"]}},
            [],
            id="collegial",
        ),
        pytest.param(
            {"nomor": "9/HK.03.1/3576/2022", "pembentuk": {"baris": "Sekretaris KPU Kota Mojokerto"}},
            ["pembentuk_nomor_lain"],
            id="written line",
        ),
        pytest.param({"nomor": "9/HK.03/3576/2022", "pembentuk": "Sekretaris"}, [], id="code of both"),
        pytest.param({"nomor": "9/PK.01-Kpt/03/KPU/VIII/2019", "satker": "kpu-ri"}, [], id="PK.01 that says Kpt"),
        pytest.param({"nomor": "", "naskah": "salinan"}, [], id="none"),
        pytest.param(
            {"nomor": "9 TAHUN 2022", "naskah": "rancangan", "ditetapkan": {"di": "X"}}, [], id="undated draft"
        ),
        pytest.param(
            {"nomor": "9/HK.03.1-Kpt/3576/KPU-Kot/VIII/2019", "ditetapkan": on("2020-01-05")},
            ["tahun_nomor_lain"],
            id="month of another year",
        ),
        pytest.param({"nomor": "TAHUN 2019", "naskah": "rancangan"}, [], id="draft"),
        pytest.param({"nomor": "____ TAHUN 2022"}, [], id="blank"),
        pytest.param({"nomor": "00/HK.03.1/3576/2022"}, ["nomor_urut_nol"], id="zero"),
        pytest.param({"nomor": "9/HK.03.1-SE/3576/KPU-Kot/VIII/2019"}, ["nomor_tidak_dikenal"], id="unknown code"),
        pytest.param({"nomor": "9 Tahun 2022"}, ["kata_tahun_tidak_kapital"], id="Tahun"),
        pytest.param({"nomor": "9/Kpts/KPU/Tahun 2014", "satker": "kpu-ri"}, [], id="Tahun of old"),
    ],
)
def test_exceptions(changes: dict[str, Any], wanted: list[str]) -> None:
    year = changes["nomor"][-4:] or "2019"
    day = on(f"{year}-{'01' if year == '2022' else '08'}-05")
    assert named(**{"ditetapkan": day} | changes) == wanted


def test_format_rules_are_compared_only_where_they_are_chosen() -> None:
    new, old = {"nomor": "9 TAHUN 2026"}, {"nomor": "9 TAHUN 2015", "ditetapkan": on("2015-01-05")}
    assert named(**new, tata_naskah="kpu-2023") == named(**old, tata_naskah="kpu-2019") == []
    assert named(**new, kantor={"tata_naskah": {"dasar": "kpu-2019"}}) == ["nomor_lain_tata_naskah"]
    # A shape that is out of its time is enough to say.
    outdated = {"nomor": "9/HK.03.1/3576/2024", "ditetapkan": on("2024-01-05"), "tata_naskah": "kpu-2023"}
    assert named(**outdated) == ["bentuk_nomor_lain_zaman"]


def test_what_stands_there_and_what_should() -> None:
    changes = {"nomor": "12/HK.03.1-Kpt/3404/KPU-Kab/X/2019", "ditetapkan": on("2019-10-01")}
    [body] = found(decree(**changes))
    assert (body.written, body.expected, body.safe) == ("KPU-Kab", "KPU-Kot", False)
    [code] = found(decree(**changes | {"satker": "kabupaten-bantul"}))
    assert (code.written, code.expected) == ("3404", "3402")
    assert "3404 (Kabupaten Sleman)" in code.message
    # A serial that looks like the code is not taken for it.
    [code] = found(decree(**changes | {"satker": "kabupaten-bantul", "nomor": "3404/HK.03.1-Kpt/3404/KPU-Kab/X/2019"}))
    assert code.spots[0].span == (17, 21)
    [slip] = found(decree(nomor="12/HK.03.1-Kpts/3576/KPU-Kot/1/2020", ditetapkan=on("2020-01-05")))
    assert (slip.expected, slip.safe) == ("12/HK.03.1-Kpt/3576/KPU-Kot/I/2020", False)


PIECES = (
    "0", "00", "5", "05", "2022", "0000", "TAHUN", "Tahun", "NOMOR", ":", "/", "/", "/", "/", "-", ".", "HK.03.1",
    "XX.9", "-Kpt", "-BA", "-Kpts", "I", "XIII", "3576", "61", "9104", "012.329521", "KPU-Kot", "KPU.Kab", "Prov",
    "Sek-Kab", "...", "ı", " ",
)  # fmt: skip
odd = (
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.sampled_from([*ISSUED, *REFUSED])
    | st.from_regex(r"[0-9]{1,3} (TAHUN|tahun) [0-9]{4}", fullmatch=True)
)


@settings(max_examples=200, deadline=None)
@given(
    odd,
    st.sampled_from(["kpu-ri", "provinsi-aceh", "kota-mojokerto", "kabupaten-nabire", PPK, LONE, CUSTOM]),
    st.none() | st.dates(),
    st.sampled_from(["rancangan", "asli", "salinan"]),
)
def test_any_number_is_answered(text: str, office: Any, day: date | None, naskah: str) -> None:
    keputusan = decree(nomor=text, satker=office, ditetapkan={"di": "Mojokerto", "pada": day}, naskah=naskah)
    for finding in found(keputusan):
        start, end = finding.spots[0].span or (0, len(keputusan.nomor))
        assert 0 <= start <= end <= len(keputusan.nomor)
        if finding.expected:
            assert nomor.parse(keputusan.nomor[:start] + finding.expected + keputusan.nomor[end:])


def test_what_is_certain_is_mended_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "keputusan.yaml"
    source = Path(__file__).parent / "keputusan" / "benar" / "nomor_kota_2017.yaml"
    right = source.read_text(encoding="utf-8")
    file.write_text(right.replace("88/HK.03.1-Kpt/", "'NOMOR: 88 / HK.03. 1-Kpt/").replace("/2017\n", "/2017'\n"))
    for _ in range(2):  # what touches another correction waits for the next time
        cli.main(["check", "--fix", str(file)])
    assert kpu.load(file) == kpu.load(source)


@pytest.mark.parametrize("step", [25, pytest.param(1, marks=pytest.mark.slow)])
def test_every_office_of_the_table_may_bear_its_own_code(step: int) -> None:
    for code in [code for code in satker.table() if code.isdigit()][::step]:
        assert named(satker=code, nomor=f"9/HK.03.1/{code}/2022", ditetapkan=on("2022-01-05")) == [], code
