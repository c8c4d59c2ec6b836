"""Whether a text names the body that issues the decree."""

from __future__ import annotations

from typing import Any

import pytest

from kpu_docs.rules._lembaga import another
from tests.building import decree

PPS = {
    "lembaga": "PPS",
    "desa": "Desa Umpama",
    "kecamatan": "Misal",
    "induk": {"lembaga": "KPU", "tingkat": "kabupaten", "wilayah": "Kabupaten Contoh"},
}


@pytest.mark.parametrize(
    ("satker", "named"),
    [
        ("kota-mojokerto", "Komisi Pemilihan Umum Kota Mojokerto"),
        ("kota-mojokerto", "KPU Kota Mojokerto"),
        ("kota-mojokerto", "Ketua Komisi Pemilihan Umum Republik Indonesia Kota Mojokerto"),
        ("kabupaten-tulang-bawang", "KPU Kab. Tulangbawang"),
        ("provinsi-daerah-istimewa-yogyakarta", "Komisi Pemilihan Umum Daerah Istimewa Yogyakarta"),
        ("provinsi-daerah-khusus-ibukota-jakarta", "KPU Prov. DKI Jakarta"),
        ("kpu-ri", "Komisi Pemilihan Umum"),
        ("kpu-ri", "KPU RI"),
        ("kabupaten-aceh-besar", "Komisi Independen Pemilihan Kabupaten Aceh Besar"),
        (PPS, "Panitia Pemungutan Suara"),
        (PPS, "Panitia Pemungutan Suara (PPS) Desa Umpama Kecamatan Misal Kabupaten Contoh"),
    ],
)
def test_the_own_body(satker: Any, named: str) -> None:
    assert not another(decree(satker=satker), named)


@pytest.mark.parametrize(
    ("satker", "named"),
    [
        ("kota-mojokerto", "Komisi Pemilihan Umum Kabupaten Mojokerto"),
        ("kota-mojokerto", "Komisi Pemilihan Umum Kota Kediri"),
        ("kota-mojokerto", "Komisi Pemilihan Umum"),
        ("kota-mojokerto", "Komisi Pemilihan Kota Mojokerto"),
        ("kota-mojokerto", "Sekretaris Komisi Pemilihan Umum Kota Mojokerto"),
        ("kpu-ri", "Komisi Pemilihan Umum Provinsi Jawa Timur"),
        ("kabupaten-aceh-besar", "Komisi Pemilihan Umum Kabupaten Aceh Besar"),
        (PPS, "Panitia Pemungutan Suara Desa Rekaan"),
        (PPS, "Panitia Pemilihan Kecamatan Misal"),
    ],
)
def test_another_body(satker: Any, named: str) -> None:
    assert another(decree(satker=satker), named)


def test_another_official_of_the_own_body() -> None:
    by_the_secretary = decree(pembentuk="Sekretaris")
    assert another(by_the_secretary, "Komisi Pemilihan Umum Kota Mojokerto")
    assert not another(by_the_secretary, "Sekretaris Komisi Pemilihan Umum Kota Mojokerto")
