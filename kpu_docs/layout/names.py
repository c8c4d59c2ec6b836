"""Names in titles stay whole: no line ends within KABUPATEN X, TAHUN 2024, NOMOR 5."""

from __future__ import annotations

import re
from dataclasses import replace

from kpu_docs.blocks import Runs
from kpu_docs.layout.fonts import NO_BREAK_SPACE
from kpu_docs.layout.lines import break_lines, natural_width

HEADS = "KABUPATEN|KOTA|PROVINSI|KECAMATAN|KELURAHAN|DESA|TAHUN|NOMOR|LAMPIRAN"
"""Words that stay with the name or number behind them."""

_HEAD_AT_END, _HEAD_AT_SPACE = (re.compile(rf"\b(?:{HEADS}){end}", re.I) for end in ("$", " "))


def whole_names(runs: Runs, size: float, room: float, *, bold: bool = False) -> Runs:
    """The runs with no-break spaces wherever a line would end between KABUPATEN, TAHUN, NOMOR ... and what belongs to
    them.

    Only those spaces are replaced, so that the text stays as typed wherever the line does not end there.
    """
    while gap := _gap_in_a_name(runs, size, room, bold=bold):
        for position in gap:
            runs = _with_no_break_space(runs, position)
    return runs


def _gap_in_a_name(runs: Runs, size: float, room: float, *, bold: bool) -> range:
    """Where in the text the spaces stand at which a line ends within a name; nowhere if none does."""
    text = "".join([run.text for run in runs])
    if not _HEAD_AT_SPACE.search(text) or ("\n" not in text and natural_width(runs, size, bold=bold) <= room):
        return range(0)
    end = 0
    for line in break_lines(runs, size, room, bold=bold):
        end = text.index(line.text, end) + len(line.text)
        spaces = len(text) - end - len(text[end:].lstrip(" "))
        if spaces and not line.last and _HEAD_AT_END.search(line.text):
            return range(end, end + spaces)
    return range(0)


def _with_no_break_space(runs: Runs, position: int) -> Runs:
    """The runs with the sign at that position of their text replaced."""
    found = []
    at = 0
    for run in runs:
        here = position - at
        if 0 <= here < len(run.text):
            run = replace(run, text=run.text[:here] + NO_BREAK_SPACE + run.text[here + 1 :])
        found.append(run)
        at += len(run.text)
    return tuple(found)
