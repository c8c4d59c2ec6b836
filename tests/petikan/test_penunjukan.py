"""Whom a diktum appoints."""

from __future__ import annotations

import pytest

from kpu_docs.petikan.penunjukan import Penunjukan, ditunjuk


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Menunjuk Umpama Rekaan sebagai ketua.", ["Umpama Rekaan"]),
        ("Mengangkat Umpama Rekaan, S.H., M.H. menjadi ketua.", ["Umpama Rekaan, S.H., M.H."]),
        ("Menunjuk Umpama, S. Kom sebagai ketua.", ["Umpama, S. Kom"]),
        ("Menunjuk Saudara Andai Saja, S.H., jabatan Staf, sebagai ketua.", ["Andai Saja, S.H."]),
        ("Menunjuk Andai Saja, Kepala Subbagian Hukum dan SDM, sebagai ketua.", ["Andai Saja"]),
        ("Menunjuk Andai Saja, S.H., NIP 197001011995031001 sebagai ketua.", ["Andai Saja, S.H."]),
        ("Memberhentikan dengan hormat Andai Saja dari jabatan ketua.", ["Andai Saja"]),
        ("Menunjuk Saudara/i Andai Saja sebagai ketua.", ["Andai Saja"]),
        ("Mengangkat dan menetapkan Andai Saja sebagai ketua.", ["Andai Saja"]),
        ("Mengangkat kembali Ibu Andai Saja sebagai ketua.", ["Andai Saja"]),
        ("Menunjuk Umpama Rekaan.", ["Umpama Rekaan"]),
        ("Menunjuk Umpama Rekaan:", ["Umpama Rekaan"]),
        ("Menugaskan Abdul bin Ali untuk hadir.", ["Abdul bin Ali"]),
        ("Menugaskan Ludwig van der Rekaan dalam rapat.", ["Ludwig van der Rekaan"]),
        ("Menunjuk Umar al-Contoh sebagai ketua.", ["Umar al-Contoh"]),
        ("Menunjuk d'Arc sebagai ketua.", ["d'Arc"]),
        ("Menunjuk d’Arc Contoh sebagai ketua.", ["d’Arc Contoh"]),
        ("Menunjuk Andi dan Budi sebagai petugas.", ["Andi", "Budi"]),
        ("Menunjuk Andi, Budi, dan Cici sebagai petugas.", ["Andi", "Budi", "Cici"]),
        ("Menunjuk Andi, S.H., Budi, S.E., dan Cici sebagai petugas.", ["Andi, S.H.", "Budi, S.E.", "Cici"]),
        ("Menunjuk Andi, S.H. dan Budi, Staf, sebagai petugas.", ["Andi, S.H.", "Budi"]),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    assert ditunjuk(text) == Penunjukan(tuple(names))


@pytest.mark.parametrize("who", ["Subbagian Hukum", "Bank Jatim", "Kepala Subbagian Hukum dan SDM", "Tim Kecil"])
def test_offices_and_units(who: str) -> None:
    assert ditunjuk(f"Menugaskan {who} untuk hadir.") == Penunjukan(jabatan=who)


@pytest.mark.parametrize(
    "text",
    [
        "Menunjuk pelaksana kegiatan.",
        "Menugaskan:",
        "Berlaku.",
        "Mengangkat Andai Saja dalam Lampiran I.",
        "Menunjuk 2 orang.",
        "",
    ],
)
def test_nobody(text: str) -> None:
    assert ditunjuk(text) == Penunjukan()


@pytest.mark.parametrize(
    "who",
    [
        "Andi melaksanakan rapat",
        "Andi, Budi sebagai petugas",
        "Andi, M. Ali, dan Cici sebagai petugas",
        "Andi / Budi sebagai petugas",
    ],
)
def test_unsure(who: str) -> None:
    assert ditunjuk(f"Menugaskan {who}.") is None
