"""Small decrees for tests."""

from __future__ import annotations

from typing import Any

from kpu_docs import tata_naskah
from kpu_docs.blocks import Document
from kpu_docs.compose import compose
from kpu_docs.inputs import read_beside
from kpu_docs.layout.items import Page, Text
from kpu_docs.layout.pages import lay_out
from kpu_docs.model import Keputusan

LEAST: dict[str, Any] = {
    "satker": "kota-mojokerto",
    "nomor": "5 TAHUN 2026",
    "tentang": "Contoh",
    "menimbang": ["bahwa ini contoh;"],
    "mengingat": ["Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;"],
    "diktum": ["Menetapkan contoh.", "Keputusan ini mulai berlaku pada tanggal ditetapkan."],
    "ditetapkan": {"di": "Mojokerto", "pada": "2026-01-05"},
    "penanda_tangan": {"nama": "Nama Contoh"},
}


def decree(**changes: Any) -> Keputusan:
    """The least decree with some keys replaced."""
    return Keputusan.model_validate(LEAST | changes)


def composed(keputusan: Keputusan) -> Document:
    """The blocks of a decree, its pictures read beside it."""
    return compose(keputusan, tata_naskah.of(keputusan), lambda name, asal: read_beside(keputusan, name, asal))


def document(**changes: Any) -> tuple[Document, tata_naskah.TataNaskah]:
    """The blocks of such a decree, and its format rules."""
    keputusan = decree(**changes)
    rules = tata_naskah.of(keputusan)
    return compose(keputusan, rules), rules


def pages(**changes: Any) -> list[Page]:
    """The pages of such a decree."""
    return lay_out(*document(**changes))


def plan(*kegiatan: dict[str, Any] | str) -> list[dict[str, Any]]:
    """An annex with these activities in one section."""
    return [{"rencana_kerja": {"bagian": [{"nomor": "I.", "judul": "BAGIAN", "kegiatan": list(kegiatan)}]}}]


def lines(page: Page) -> list[str]:
    """The lines of text of a page in their order."""
    return [line.text for item in page.items if isinstance(item, Text) for line in item.lines]
