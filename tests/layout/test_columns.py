from __future__ import annotations

from itertools import pairwise

import pytest

from kpu_docs.layout.columns import MM, Columns, Strip, parts
from tests.building import document


def strips(**changes: object) -> list[Strip]:
    made, rules = document(**changes)
    columns = Columns.of(made, rules)
    return [part for part in parts(made.sections[0], columns, rules) if isinstance(part, Strip)]


def test_label_colon_marker_and_text_stand_in_the_measured_columns() -> None:
    first = next(strip for strip in strips(menimbang=["satu", "dua"]) if strip.prefixes)
    assert [prefix.left / MM for prefix in first.prefixes] == pytest.approx([0, 30.5, 35])
    assert first.left / MM == pytest.approx(45)


def test_a_wide_label_moves_the_columns_of_the_whole_decree() -> None:
    made, rules = document(memperhatikan="sesuatu")
    columns = Columns.of(made, rules)
    assert columns.colon / MM == pytest.approx(33.4, abs=0.1)
    assert columns.text / MM > 35.5
    labels = [
        part.prefixes for part in parts(made.sections[0], columns, rules) if isinstance(part, Strip) and part.prefixes
    ]
    assert {prefixes[1].left for prefixes in labels if len(prefixes) > 1} == {columns.colon}


def test_nested_lists_hang_below_one_another() -> None:
    diktum = {"teks": "satu", "daftar": ["a", {"teks": "b", "daftar": ["c"]}]}
    found = {strip.block.runs[0].text: strip for strip in strips(diktum=[diktum]) if strip.block.runs}
    lefts = [found[name].left / MM for name in ("satu", "a", "c")]
    assert lefts == pytest.approx([35, 45, 55])


def test_lists_nested_very_deep_keep_room_for_their_text() -> None:
    diktum: dict[str, object] = {"teks": "x", "daftar": ["dasar"]}
    for _ in range(30):
        diktum = {"teks": "x", "daftar": [diktum]}
    for strip in strips(diktum=[diktum]):
        assert strip.room >= 30 * MM - 0.1
        assert all(left.left < right.left for left, right in pairwise(strip.prefixes))


def test_detail_lines_share_a_colon() -> None:
    found = [
        strip.prefixes
        for strip in strips(diktum=[{"teks": "x", "rincian": {"Nama": "A", "Nomor Induk": "B"}}])
        if [prefix.runs[0].text for prefix in strip.prefixes if prefix.runs][:1] in (["Nama"], ["Nomor Induk"])
    ]
    assert len(found) == 2
    assert found[0][1].left == found[1][1].left


def test_what_precedes_a_signature_stays_with_it() -> None:
    found = strips()
    signature = next(at for at, strip in enumerate(found) if strip.block.role == "tanda_tangan")
    assert all(strip.keep and strip.whole for strip in found[signature:-1])
    made, rules = document()
    all_parts = parts(made.sections[0], Columns.of(made, rules), rules)
    at = next(n for n, part in enumerate(all_parts) if isinstance(part, Strip) and part.block.role == "tanda_tangan")
    assert all_parts[at - 2].keep, "the last diktum, before the empty line"
