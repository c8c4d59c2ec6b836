"""What is written is only what makes the data say what Word says."""

from __future__ import annotations

import json

import kpu_docs as kpu
from kpu_docs.editing import Put
from kpu_docs.updating.settling import settled
from kpu_docs.updating.sides import Side, side
from kpu_docs.updating.taking import Taken
from kpu_docs.verifying import Difference
from tests.building import LEAST

TEXT = json.dumps(LEAST, indent=1)  # JSON is YAML


def taken(*, path: str, value: str) -> Taken:
    return Taken(Difference(path, "berubah", "", value, (path,)), 0, (path,), edits=[Put((path,), value)])


def outstanding(now: Side) -> int:
    """What Word says: Contoh Baru, by number 6."""
    return (now.keputusan.tentang != "Contoh Baru") + (now.keputusan.nomor != "6 TAHUN 2026")


def test_what_brings_it_nearer_is_written() -> None:
    before = side(kpu.load(LEAST), LEAST, "asli")
    changes = [taken(path="tentang", value="Contoh Baru"), taken(path="nomor", value="6 TAHUN 2026")]
    text, after = settled(TEXT, changes, before, outstanding)
    assert text == TEXT.replace('"Contoh"', '"Contoh Baru"').replace("5 TAHUN", "6 TAHUN")
    assert (after.keputusan.tentang, after.keputusan.nomor) == ("Contoh Baru", "6 TAHUN 2026")
    assert [one.reason for one in changes] == ["", ""]


def test_what_does_not_is_left_out() -> None:
    before = side(kpu.load(LEAST), LEAST, "asli")
    changes = [taken(path="tentang", value="Contoh Lain"), taken(path="nomor", value="6 TAHUN 2026")]
    text, _ = settled(TEXT, changes, before, outstanding)
    assert text == TEXT.replace("5 TAHUN", "6 TAHUN")
    assert [one.reason for one in changes] == ["tidak dapat ditulis dengan sendirinya", ""]


def test_what_makes_the_decree_none_is_left_out() -> None:
    before = side(kpu.load(LEAST), LEAST, "asli")
    changes = [taken(path="tentang", value="Contoh Baru"), taken(path="satker", value="kota-entah")]
    text, _ = settled(TEXT, changes, before, outstanding)
    assert text == TEXT.replace('"Contoh"', '"Contoh Baru"')
    assert [one.reason for one in changes] == ["", "tidak dapat ditulis dengan sendirinya"]
