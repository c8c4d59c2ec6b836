"""The table of ratios: this library against other tools, on the same decrees, in one run.

    python -m tests.benchmarks.ratios PEERS [--decrees N]

PEERS is the folder of the opponents: ``p_*.py`` with ``render(decree) -> bytes``, ``batch_mk.py`` with ``mk(number)``.
They need docxtpl, python-docx, reportlab and typst from PyPI and Debian's fonts-liberation. Every figure is the median
over different decrees; opponent and library take turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import kpu_docs as kpu
from tests.benchmarks.decrees import as_data

# DESIGN.md section 5: the opponent, the format, and how many times as fast we want to be.
OPPONENTS = (
    ("p_docxtpl", "docx", 8.0),
    ("p_docx_full2", "docx", 4.0),
    ("p_typst_nt", "pdf", 4.0),
    ("p_rl_tuned", "pdf", 4.0),
)


def ours(data: dict[str, Any], format: str) -> bytes:
    """A decree from its data to the bytes of a file."""
    return kpu.render_bytes(kpu.load(data), format)


def milliseconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def compared(theirs: Callable[[Any], bytes], format: str, decrees: list[Any]) -> tuple[float, float]:
    """The medians of the opponent and of this library over different decrees, in turns; the first only warms up."""
    data = [as_data(decree) for decree in decrees]
    theirs(decrees[0])
    ours(data[0], format)
    times = [
        (milliseconds(partial(theirs, decree)), milliseconds(partial(ours, one, format)))
        for decree, one in zip(decrees[1:], data[1:], strict=True)
    ]
    return statistics.median(their for their, _ in times), statistics.median(our for _, our in times)


def grown(decree: Any, rows: int) -> dict[str, Any]:
    """The decree with an annex of so many rows."""
    source = decree["lampiran"]["baris"]
    repeated = [source[at % len(source)] for at in range(rows)]
    return as_data({**decree, "lampiran": {**decree["lampiran"], "baris": repeated}})


def growth(decree: Any, format: str) -> tuple[float, float]:
    """How long 600 and 6,000 rows take (ms)."""
    small, large = (milliseconds(partial(ours, grown(decree, rows), format)) for rows in (600, 6000))
    return small, large


def table(peers: str, count: int) -> Iterable[str]:
    """The lines of the table."""
    sys.path.insert(0, peers)
    made = [importlib.import_module("batch_mk").mk(number) for number in range(1, count + 1)]
    yield f"{'lawan':<14} {'format':<6} {'lawan ms':>9} {'kami ms':>9} {'nisbah':>7} {'tujuan':>7}"
    for name, format, goal in OPPONENTS:
        their, our = compared(importlib.import_module(name).render, format, made)
        yield f"{name:<14} {format:<6} {their:9.1f} {our:9.1f} {their / our:7.1f} {goal:7.1f}"
    for format in ("docx", "pdf"):
        small, large = growth(made[0], format)
        ratio = large / small
        yield f"600 -> 6.000 baris, {format}: {small:.0f} -> {large:.0f} ms, nisbah {ratio:.1f} (paling banyak 11)"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"ingatan terbanyak proses ini: {peak:.0f} MB (6.000 baris: paling banyak 300)"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers")
    parser.add_argument("--decrees", type=int, default=25)
    arguments = parser.parse_args()
    for line in table(arguments.peers, arguments.decrees):
        print(line, flush=True)


if __name__ == "__main__":
    main()
