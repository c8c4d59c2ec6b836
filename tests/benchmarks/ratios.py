"""The table of ratios of DESIGN.md section 5: this library against other tools, on the same decrees, in one run.

    python -m tests.benchmarks.ratios PEERS [--parts docx,pdf,warm,process,rows,batch,imports] [--decrees N] [--batch N]

PEERS is the folder of the opponents: ``p_*.py`` with ``render(decree) -> bytes``, ``batch_mk.py`` with ``mk(number)``,
``seed.json``, ``lo_warm.py``. They need docxtpl, python-docx, reportlab and typst from PyPI and Debian's
fonts-liberation; `warm` and `process` need LibreOffice, `warm` also a Python that has UNO (Debian's python3-uno).
Opponent and library take turns, so that a busy machine slows both; the figures are medians in milliseconds of wall
time. All parts together take about a minute and a half.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.batches import Times, compared, milliseconds, ours
from tests.benchmarks.decrees import as_data
from tests.benchmarks.libreoffice import warm, warm_milliseconds
from tests.benchmarks.processes import Processes

EXAMPLE = Path(__file__).parents[2] / "examples" / "mojokerto_2022" / "keputusan.yaml"

DOCX = (("p_docxtpl", "docxtpl", 8.0), ("p_docx_full2", "python-docx", 4.0))
PDF = (("p_typst_nt", "typst tanpa tag", 4.0), ("p_rl_tuned", "reportlab platypus", 4.0))
"""Opponents: module, name, how many times as fast we want to be."""

WARM, WARM_DECREES = 20.0, 3
SLOWER, OFFICE = 2.0, 0.25
"""One decree, whole process: at most this share of docxtpl's DOCX, and of docxtpl with LibreOffice."""

ROWS = (600, 6000, 60000)
MOST_GROWTH = (11.0, 12.0)
"""Ten times the rows take at most so many times as long; 60,000 are to be in proportion."""

MOST_MEMORY = 300.0
"""What 6,000 rows may take (MB)."""

WORKERS = 2


class Table:
    """The parts of the table, each as its lines."""

    def __init__(self, arguments: argparse.Namespace, folder: Path) -> None:
        self.arguments, self.folder = arguments, folder
        self.make = importlib.import_module("batch_mk").mk
        self.decrees = [self.make(number) for number in range(1, arguments.decrees + 2)]
        self.processes = Processes(arguments.peers, folder)

    def docx(self) -> Iterator[str]:
        """DOCX in a batch of different decrees."""
        for module, name, goal in DOCX:
            times = compared(importlib.import_module(module).render, "docx", self.decrees)
            yield _faster(f"DOCX dalam massal: {name}", times, goal)

    def pdf(self) -> Iterator[str]:
        """Tagged PDF in a batch of different decrees."""
        for module, name, goal in PDF:
            times = compared(importlib.import_module(module).render, "pdf", self.decrees)
            yield _faster(f"PDF dalam massal: {name}", times, goal)

    def warm(self) -> Iterator[str]:
        """Tagged PDF against LibreOffice kept warm, which gets the DOCX of docxtpl."""
        render = importlib.import_module("p_docxtpl").render
        theirs, mine = [], []
        ours(as_data(self.decrees[0]), "pdf")
        with warm(self.folder):
            for decree in self.decrees[1 : WARM_DECREES + 1]:
                docx = self.folder / "hangat.docx"
                docx.write_bytes(render(decree))
                theirs.append(warm_milliseconds(self.arguments.uno_python, self.arguments.peers, docx, self.folder))
                mine += [milliseconds(partial(ours, as_data(decree), "pdf")) for _ in range(5)]
        times = Times(statistics.median(theirs), statistics.median(mine))
        yield _faster("PDF dalam massal: LibreOffice hangat", times, WARM)

    def process(self) -> Iterator[str]:
        """One decree from YAML to DOCX and PDF, the whole process."""
        seed = Path(self.arguments.peers) / "seed.json"
        for name, office, goal in (("docxtpl, DOCX saja", False, SLOWER), ("docxtpl + LibreOffice", True, OFFICE)):
            times = self.processes.one_decree(EXAMPLE, seed, office=office)
            share = times.ours / times.theirs
            yield _line(f"satu Keputusan, DOCX + PDF: {name}", times, f"{share:.2f}", f"<= {goal}", share <= goal)

    def rows(self) -> Iterator[str]:
        """Annexes of 600, 6,000 and 60,000 rows, each in a process of its own."""
        for format in ("docx", "pdf"):
            made = [self.processes.rows(self.decrees[0], count, format) for count in ROWS]
            for count, before, one, most in zip(ROWS[1:], made, made[1:], MOST_GROWTH, strict=False):
                growth = one.time / before.time
                name = f"{count} baris, {format}: sepersepuluhnya"
                yield _line(name, Times(before.time, one.time), f"{growth:.1f}", f"<= {most:.0f}", growth <= most)
            memory = "/".join(f"{one.memory:.0f}" for one in made)
            good = _mark(made[1].memory <= MOST_MEMORY)
            yield f"ingatan {'/'.join(map(str, ROWS))} baris, {format}: {memory} MB; 6000: <= {MOST_MEMORY:.0f}{good}"

    def batch(self) -> Iterator[str]:
        """Many decrees, both formats, against docxtpl's DOCX alone."""
        count = self.arguments.batch
        decrees = [self.make(number) for number in range(1, count + 1)]
        render = importlib.import_module("p_docxtpl").render
        theirs = milliseconds(lambda: [render(decree) for decree in decrees])
        times = Times(theirs, self.processes.batch(decrees, WORKERS))
        share = times.ours / times.theirs
        name = f"{count} Keputusan, DOCX + PDF, {WORKERS} proses: docxtpl, DOCX"
        yield _line(name, times, f"{share:.2f}", "<= 1", share <= 1)

    def imports(self) -> Iterator[str]:
        """What `import kpu_docs` loads."""
        found = self.processes.loaded()
        yield f"import kpu_docs memuat: {', '.join(found) or 'tidak satu pun yang berat'}{_mark(not found)}"


PARTS = {name: getattr(Table, name) for name in ("docx", "pdf", "warm", "process", "rows", "batch", "imports")}


def _faster(what: str, times: Times, goal: float) -> str:
    ratio = times.theirs / times.ours
    return _line(what, times, f"{ratio:.1f}x", f">= {goal:.0f}x", ratio >= goal)


def _line(what: str, times: Times, ratio: str, goal: str, reached: bool) -> str:
    return f"{what:<52} {times.theirs:9.1f} {times.ours:9.1f} {ratio:>7} {goal:>7}{_mark(reached)}"


def _mark(reached: bool) -> str:
    return "  tercapai" if reached else "  BELUM"


def _listed(text: str) -> Sequence[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}; there are {', '.join(PARTS)}")
    return names


def lines(arguments: Any) -> Iterator[str]:
    """The lines of the table."""
    sys.path.insert(0, arguments.peers)
    yield f"{'':<52} {'lawan ms':>9} {'kami ms':>9} {'nisbah':>7} {'tujuan':>7}"
    with tempfile.TemporaryDirectory() as folder:
        table = Table(arguments, Path(folder))
        for name in arguments.parts:
            yield from PARTS[name](table)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers")
    parser.add_argument("--parts", type=_listed, default=[*PARTS], help=f"{','.join(PARTS)} (all)")
    parser.add_argument("--decrees", type=int, default=40, help="different decrees for docx and pdf (40)")
    parser.add_argument("--batch", type=int, default=514, help="decrees for batch (514)")
    parser.add_argument("--uno-python", default="/usr/bin/python3", help="a Python that has UNO (/usr/bin/python3)")
    for line in lines(parser.parse_args()):
        print(line, flush=True)


if __name__ == "__main__":
    main()
