"""Names in titles: KABUPATEN X, TAHUN 2024 stay on one line."""

from __future__ import annotations

import pytest

from kpu_docs.blocks import Run
from kpu_docs.layout.fonts import width
from kpu_docs.layout.lines import break_lines
from kpu_docs.layout.names import whole_names


def test_names_stay_whole_only_where_a_line_would_end_in_them() -> None:
    runs = (Run("KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN CONTOH TAHUN 2026", ()),)
    room = 12 * width("regular", "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN")
    glued = whole_names(runs, 12.0, room)
    assert glued[0].text == "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN\u00a0CONTOH TAHUN 2026"
    assert whole_names(runs, 12.0, 1000.0) == runs


@pytest.mark.parametrize("room", range(20, 300, 7))
@pytest.mark.parametrize(
    "text",
    ["PERUBAHAN UNDANG-UNDANG DI KOTA SURABAYA TAHUN 2024", "SATU  DUA KOTA  SURABAYA", "DI\n\nKOTA SURABAYA"],
)
def test_keeping_names_whole_replaces_nothing_but_spaces(text: str, room: int) -> None:
    glued = "".join(run.text for run in whole_names((Run(text, ()),), 12.0, float(room)))
    assert glued.replace("\u00a0", " ") == text
    lines = break_lines((Run(glued, ()),), 12.0, float(room))
    assert room < 150 or not any(line.text.split()[-1:] == ["KOTA"] for line in lines)
