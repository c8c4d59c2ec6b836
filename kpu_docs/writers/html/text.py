"""Runs as text: escaped, with line breaks, weight, slant, and what is gone or new."""

from __future__ import annotations

import re
from html import escape

from kpu_docs.blocks import Run, Runs
from kpu_docs.layout.names import HEADS

_NAME = re.compile(rf"(?:\b(?:{HEADS}) )+[^\s<]+", re.I)


def runs_html(runs: Runs) -> str:
    """The runs; a newline is a line break."""
    return "".join(map(_run, runs))


def whole_names_html(runs: Runs) -> str:
    """The runs, in which no line ends within KABUPATEN X, TAHUN 2024, NOMOR 5."""
    return _NAME.sub(r'<span class="kpu-nama">\g<0></span>', runs_html(runs))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br/>")
    if run.italic:
        text = f"<i>{text}</i>"
    if run.bold:
        text = f"<b>{text}</b>"
    return {"": text, "gone": f"<del>{text}</del>", "new": f"<ins>{text}</ins>"}[run.change]
