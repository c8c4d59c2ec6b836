"""A decree that is right, to be spoilt by the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.complaints import Complaint

DECREE = """\
satker: kota-mojokerto
tentang: Rapat
menimbang:
  - bahwa satu;
mengingat:
  - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
diktum:
  - Menetapkan dua.
  - teks: 'Tiga:'
    daftar: [empat, lima]
ditetapkan: {di: Mojokerto, pada: 2022-01-26}
penanda_tangan: {jabatan: Ketua, nama: NAMA CONTOH}
"""


def data(**changes: Any) -> dict[str, Any]:
    """The same decree as a dict, some of its keys changed; None leaves a key out."""
    decree: dict[str, Any] = {
        "satker": "kota-mojokerto",
        "tentang": "Rapat",
        "menimbang": ["bahwa satu;"],
        "mengingat": ["Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"],
        "diktum": ["Menetapkan dua.", {"teks": "Tiga:", "daftar": ["empat", "lima"]}],
        "ditetapkan": {"di": "Mojokerto", "pada": "2022-01-26"},
        "penanda_tangan": {"jabatan": "Ketua", "nama": "NAMA CONTOH"},
    }
    return {key: value for key, value in (decree | changes).items() if value is not None}


def refused(source: Path | dict[str, Any]) -> tuple[Complaint, ...]:
    """What is said of a source that cannot be read."""
    with pytest.raises(kpu.InputError) as caught:
        kpu.load(source)
    return caught.value.complaints


def only(source: Path | dict[str, Any]) -> Complaint:
    """The one thing that is said."""
    [complaint] = refused(source)
    return complaint
