"""Rules never stop: on any decree that the model accepts each of them answers, and its spans lie inside the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kpu_docs as kpu
from kpu_docs import tata_naskah
from kpu_docs.findings import Finding
from kpu_docs.model import Keputusan
from kpu_docs.rules import rules
from kpu_docs.texts import text_at
from tests.building import decree

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/keputusan.yaml"))
PIECES = (
    *"()[]{}<>\"'“”*\\.,;:-–—/ \n\u00a0", "  ", "..", "....", "**", " :", "{{ x }}", "dan dan ", "Undang - Undang ",
    "KPU ", "Komisi Pemilihan Umum Kabupaten ", "Kota ", "Sleman ", "Nomor ", "Tahun ", "5 ", "tentang ", "Peraturan ",
    "SPIP ", "(SPIP)", "huruf a", "Lampiran ", "Diktum KESATU ", "bahwa ", "resiko ", "diatas ",
    "tanggal 31 Februari 2026 ", "İ",
)  # fmt: skip
odd = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=12).map("".join)


def asked(keputusan: Keputusan) -> None:
    form = tata_naskah.of(keputusan)
    for rule in rules().values():
        for remark in rule.check(keputusan, form):
            start, end = remark.span or (0, 0)
            assert 0 <= start <= end <= len(text_at(keputusan, remark.path)), (rule.name, remark)
    assert all(isinstance(finding, Finding) for finding in kpu.check(keputusan))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
@pytest.mark.parametrize("naskah", ["rancangan", "asli", "salinan"])
def test_examples(file: Path, naskah: str) -> None:
    keputusan = kpu.load(file)
    asked(keputusan.model_copy(update={"naskah": naskah}))
    undated = keputusan.ditetapkan.model_copy(update={"pada": None})
    # Without a day an office's file may not say who signs, and the model wants to know.
    named = keputusan.penanda_tangan.model_copy(update={"nama": "Umpama Rekaan"})
    blank = {"naskah": naskah, "nomor": "", "ditetapkan": undated, "penanda_tangan": named}
    asked(keputusan.model_copy(update=blank))


@settings(max_examples=150, deadline=None)
@given(odd, odd, st.lists(odd, min_size=1, max_size=3))
def test_odd_texts(tentang: str, menetapkan: str, lists: list[str]) -> None:
    parts: dict[str, Any] = {key: lists for key in ("menimbang", "mengingat", "memperhatikan", "diktum")}
    annex = {"judul": lists[0], "tabel": {"kolom": ["A", "B"], "baris": [[text, text] for text in lists]}}
    try:
        keputusan = decree(tentang=tentang, menetapkan=menetapkan, **parts, lampiran=annex)
    except ValueError:
        return
    asked(keputusan)
