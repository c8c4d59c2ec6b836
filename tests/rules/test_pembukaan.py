"""What the rules on title, grounds, diktum and amendments say, on texts however odd."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpu_docs import tata_naskah
from kpu_docs.model import Keputusan
from kpu_docs.rules import Remark, rules
from kpu_docs.texts import text_at
from tests.building import decree

KOTA = "Komisi Pemilihan Umum Kota Mojokerto"
BASE = f"Keputusan {KOTA} Nomor 3 Tahun 2025 tentang Tim Arsip"
PIECES = (
    "bahwa ", "Bahwa ", "a. ", "1. ", "KESATU : ", "sebagaimana dimaksud ", "dalam ", "pada ", "huruf a", "huruf b",
    ", ", " dan ", " sampai dengan ", "z", "perlu menetapkan ", f"Keputusan {KOTA} ", "Keputusan KPU ", "Peraturan ",
    "tentang ", "Tim ", "Menetapkan ", "Membentuk ", "Mencabut ", "dicabut ", "Diktum KESATU", "Diktum KETIGA ",
    "DIKTUM KEDUA dan KETIGA", "Lampiran", " I", " II dan III", " 4", "-Lampiran", "terlampir", "Keputusan ini ",
    "mulai berlaku ", "efektif ", "surut ", "terhitung mulai tanggal ", "tanggal ", "Senin, 5 Januari 2026 ",
    "31 April 2026", "Rp1.250.000,00 ", "5 (enam) ", "orang", " sebanyak ", "Perubahan ", "Kedua ", "Ke-99999 ",
    "atas ", "Nomor 3 Tahun 2025 ", "Nomor ", "sebagaimana telah diubah ", "beberapa kali diubah",
    "Berita Acara Nomor 37/PK.01/3576/2026 ", "12/II/", "(", ")", ";", ".", ":", "*", "\n", "'", "½",
)  # fmt: skip
odd = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), min_size=1, max_size=14).map("".join)


def remarks(name: str, **data: Any) -> list[Remark]:
    keputusan = decree(**data)
    return list(rules()[name].check(keputusan, tata_naskah.of(keputusan)))


def ask_all(keputusan: Keputusan) -> None:
    form = tata_naskah.of(keputusan)
    for rule in rules().values():
        for remark in rule.check(keputusan, form):
            start, end = remark.span or (0, 0)
            assert 0 <= start <= end <= len(text_at(keputusan, remark.path)), (rule.name, remark)
            assert not remark.safe or remark.expected is not None, (rule.name, remark)


@settings(max_examples=150, deadline=None)
@given(odd, odd, st.lists(odd, min_size=1, max_size=3), st.lists(odd, min_size=1, max_size=3))
def test_they_answer_on_odd_texts(tentang: str, menetapkan: str, grounds: list[str], dikta: list[str]) -> None:
    listed = [{"teks": text, "daftar": dikta, "berbunyi": text} for text in dikta]
    detailed = [{"teks": text, "rincian": [{"Anggota": one} for one in grounds]} for text in dikta]
    acuan = [{"nomor": "3 TAHUN 2025", "tentang": text} for text in dikta]
    annexes = [{"judul": dikta[0], "susunan_tim": {"anggota": grounds}}, {"anggaran": {"rincian": [{"jumlah": "5"}]}}]
    for diktum in (dikta, listed, detailed):
        try:
            keputusan = decree(
                tentang=tentang,
                menetapkan=menetapkan,
                menimbang=grounds,
                memperhatikan=grounds,
                diktum=diktum,
                mengubah=acuan,
                mencabut=acuan,
                lampiran=annexes[: len(grounds) - 1],
            )
        except ValueError:
            continue
        ask_all(keputusan)


def test_they_answer_without_number_and_day() -> None:
    undated = {"nomor": "", "ditetapkan": {"di": "Mojokerto"}}
    odd_items = ["x " * 30] * 30
    ask_all(decree(**undated, menimbang=odd_items, memperhatikan=odd_items, diktum=odd_items))


def test_what_differs_in_the_title_is_said_and_marked() -> None:
    [remark] = remarks(
        "judul_menimbang_berbeda",
        tentang="PENETAPAN RENCANA KERJA ARSIP TAHUN 2026",
        menimbang=[f"bahwa perlu menetapkan Keputusan {KOTA} tentang Rencana Kerja Tahun 2025;"],
    )
    said = 'tanpa "PENETAPAN"; tanpa "ARSIP"; "2025" di tempat "2026"'
    assert remark.message == f"judul pada Menimbang berbeda dari judul keputusan: {said}"


def test_a_wholly_different_title_is_quoted() -> None:
    [remark] = remarks(
        "judul_menimbang_berbeda",
        tentang="A B C D E F G H I J",
        menimbang=[f"bahwa perlu menetapkan Keputusan {KOTA} tentang B D F H J L;"],
    )
    assert remark.message == 'judul lain disebut pada Menimbang: "B D F H J L"'


@pytest.mark.parametrize(
    ("title", "kesatu"),
    [
        ("Penetapan Tim Arsip Kota", "Menetapkan nama-nama di bawah ini sebagai Tim Arsip Kota."),
        ("Penetapan Jumlah Kursi dan Daerah Pemilihan Anggota", "Menetapkan Jumlah Kursi Anggota."),
        ("Pengangkatan Petugas Ketertiban Desa", "Mengangkat dan menetapkan Petugas Ketertiban Desa."),
        ("Tim Arsip dalam Pemilihan Tahun 2024", "Membentuk Tim Arsip pada Pemilihan Tahun 2024 Tahap Akhir."),
        ("Jenis dan Jumlah Alat Peraga (APK) Tahap Kedua", "Menetapkan jenis dan jumlah alat peraga tahap kedua."),
        ("Pencabutan Keputusan Tim Arsip", "Mencabut Keputusan Tim Arsip yang Lama."),
    ],
)
def test_kesatu_may_shorten_and_turn_the_title(title: str, kesatu: str) -> None:
    assert remarks("judul_kesatu_berbeda", tentang=title, diktum=[kesatu]) == []


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("pada huruf a", "dalam huruf a"),
        ("dalam huruf a dan b", "dalam huruf a dan huruf b"),
        ("dalam huruf a, dan huruf b", "dalam huruf a dan huruf b"),
        ("dalam huruf a, huruf b", "dalam huruf a dan huruf b"),
        ("huruf a, b dan c", "dalam huruf a, huruf b, dan huruf c"),
        ("dalam huruf a, huruf b dan huruf c", "dalam huruf a, huruf b, dan huruf c"),
    ],
)
def test_letters_are_referred_to_by_the_formula(written: str, usual: str) -> None:
    text = f"bahwa berdasarkan pertimbangan sebagaimana dimaksud {written}, perlu ditetapkan;"
    [remark] = remarks("rujukan_huruf_tidak_baku", menimbang=["bahwa a;", "bahwa b;", "bahwa c;", text])
    assert remark.expected == usual
    assert remark.span
    assert text[slice(*remark.span)] == written


@pytest.mark.parametrize("written", ["dalam huruf a, huruf b, dan huruf c", "dalam huruf a sampai dengan huruf c"])
def test_the_formula_itself_is_right(written: str) -> None:
    items = ["bahwa a;", "bahwa b;", "bahwa c;", f"bahwa sebagaimana dimaksud {written} perlu ditetapkan;"]
    assert remarks("rujukan_huruf_tidak_baku", menimbang=items) == []
    assert remarks("rujukan_huruf_salah", menimbang=items) == []


@pytest.mark.parametrize(
    ("dikta", "annexes", "missing"),
    [
        (["tercantum dalam Lampiran I, Lampiran II, dan Lampiran III."], 3, []),
        (["tercantum dalam Lampiran I, II dan III."], 3, []),
        (["tercantum dalam Lampiran I sampai dengan Lampiran III."], 3, []),
        (["tercantum dalam Lampiran I.", "menurut Lampiran III."], 3, [1]),
        (["tercantum dalam Daftar yang merupakan bagian tidak terpisahkan dari Keputusan ini."], 1, []),
        (["tercantum dalam Lampiran I Peraturan Komisi Pemilihan Umum Nomor 14 Tahun 2020."], 1, [0]),
        (["sebagaimana terlampir."], 1, []),
    ],
)
def test_which_annexes_are_announced(dikta: list[str], annexes: int, missing: list[int]) -> None:
    data = {"diktum": dikta, "lampiran": [{"judul": str(at), "naskah": "x"} for at in range(annexes)]}
    assert [remark.path for remark in remarks("lampiran_tidak_disebut", **data)] == [("lampiran", at) for at in missing]


@pytest.mark.parametrize(
    "text",
    [
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "Keputusan ini mulai berlaku sejak tanggal ditetapkan dengan ketentuan diperbaiki apabila keliru.",
        "Keputusan ini berlaku terhitung mulai tanggal 1 Februari 2026.",
        "Keputusan Komisi Pemilihan Umum ini mulai berlaku pada tanggal ditetapkan.",
        "Surat Keputusan ini dinyatakan berlaku sejak tanggal ditetapkan.",
    ],
)
def test_from_when_a_decree_is_in_force(text: str) -> None:
    assert remarks("tanpa_saat_berlaku", diktum=["Menetapkan contoh.", text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Keputusan ini berlaku bagi seluruh subbagian.",
        "Pada saat Keputusan ini mulai berlaku, Keputusan Nomor 9 Tahun 2025 dicabut.",
        "Masa kerja Tim berlaku sampai selesai.",
    ],
)
def test_what_says_nothing_of_that(text: str) -> None:
    assert len(remarks("tanpa_saat_berlaku", diktum=["Menetapkan contoh.", text])) == 1


@pytest.mark.parametrize(
    ("cited", "title", "wrong"),
    [
        ("", "Perubahan", False),
        (" sebagaimana telah diubah dengan Keputusan Nomor 5 Tahun 2025", "Perubahan", True),
        (" sebagaimana telah diubah dengan Keputusan Nomor 5 Tahun 2025", "Perubahan Kedua", False),
        (" sebagaimana telah diubah dengan Keputusan Nomor 5 Tahun 2025", "Perubahan Ketiga", True),
        (" sebagaimana telah beberapa kali diubah, terakhir dengan Keputusan Nomor 5", "Perubahan Kedua", True),
        (" sebagaimana telah beberapa kali diubah, terakhir dengan Keputusan Nomor 5", "Perubahan Keempat", False),
        (" sebagaimana telah beberapa kali diubah terakhir dengan Perubahan Kedua atas itu", "Perubahan Ketiga", False),
        (" sebagaimana telah beberapa kali diubah terakhir dengan Perubahan Kedua atas itu", "Perubahan Kelima", True),
    ],
)
def test_the_ordinal_of_an_amendment(cited: str, title: str, wrong: bool) -> None:
    found = remarks(
        "urutan_perubahan_salah",
        tentang=f"{title} atas {BASE}",
        menimbang=[f"bahwa {BASE}{cited} perlu disesuaikan;"],
    )
    assert bool(found) == wrong


@pytest.mark.parametrize(
    ("basis", "diktum", "wrong"),
    [
        (BASE, f"Mencabut {BASE}.", True),
        (BASE, f"Pada saat Keputusan ini mulai berlaku, {BASE}, dinyatakan tidak berlaku.", True),
        (BASE, f"Diktum KETIGA {BASE} dicabut.", False),
        (BASE, f"Izin yang dicabut berdasarkan {BASE} tetap dicatat.", False),
        (BASE.replace("Keputusan", "Peraturan", 1), f"Mencabut {BASE}.", False),
        (BASE.replace(" Kota Mojokerto", ""), f"Mencabut {BASE}.", False),
        (BASE.replace("Nomor 3 ", "Nomor 13 "), f"Mencabut {BASE}.", False),
    ],
)
def test_what_is_revoked_is_no_legal_basis(basis: str, diktum: str, wrong: bool) -> None:
    assert bool(remarks("dasar_hukum_dicabut", mengingat=[f"{basis};"], diktum=[diktum])) == wrong


def test_a_regulation_of_the_same_number_is_not_the_decree_that_is_changed() -> None:
    cited = (
        "Peraturan Komisi Pemilihan Umum Nomor 3 Tahun 2025 tentang Arsip sebagaimana telah diubah dengan Peraturan;"
    )
    assert remarks("urutan_perubahan_salah", tentang=f"Perubahan atas {BASE}", mengingat=[cited]) == []
