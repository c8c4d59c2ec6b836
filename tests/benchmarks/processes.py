"""Whole processes: one decree from the command line, long annexes with their peak of memory, a batch.

Modules are compiled beforehand, as they are where a package was installed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.batches import Times, milliseconds
from tests.benchmarks.decrees import as_data, grown
from tests.benchmarks.libreoffice import convert

RUNS, LIBREOFFICE_RUNS = 11, 3
"""How many times a process is started; LibreOffice takes a second or two."""

_DOCXTPL = """\
import json, sys
sys.path.insert(0, sys.argv[1])
import p_docxtpl
data = json.load(open(sys.argv[2], encoding="utf-8"))
open(sys.argv[3], "wb").write(p_docxtpl.render(data))
"""

_ROWS = """\
import resource, sys, time
import kpu_docs as kpu
kpu.render_bytes(kpu.load(sys.argv[1]), sys.argv[3])
start = time.perf_counter()
kpu.render_bytes(kpu.load(sys.argv[2]), sys.argv[3])
print((time.perf_counter() - start) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

HEAVY = ("docx", "reportlab", "pydantic", "babel", "openpyxl")
"""What `import kpu_docs` must not load."""


class Grown(NamedTuple):
    """How long an annex takes (ms), and the most memory its process had (MB)."""

    time: float
    memory: float


class Processes:
    """Processes that read and write in a folder, with their own cache of compiled modules."""

    def __init__(self, peers: str, folder: Path) -> None:
        self.peers, self.folder = peers, folder
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.environment = environment | {"PYTHONPYCACHEPREFIX": str(folder / "pyc")}

    def python(self, *arguments: str) -> str:
        """Run Python; returns what it prints."""
        done = subprocess.run([sys.executable, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def render(self, file: Path) -> None:
        """Our command line: DOCX and PDF of a decree."""
        self.python("-m", "kpu_docs", "render", str(file), "-o", str(self.folder))

    def docxtpl(self, file: Path) -> Path:
        """A process of docxtpl: the DOCX of a decree from JSON."""
        made = self.folder / "docxtpl.docx"
        self.python("-c", _DOCXTPL, self.peers, str(file), str(made))
        return made

    def one_decree(self, ours: Path, theirs: Path, *, office: bool) -> Times:
        """Medians of a whole process each: docxtpl (with LibreOffice: `office`), and our DOCX and PDF."""

        def other() -> None:
            made = self.docxtpl(theirs)
            if office:
                convert(made, self.folder)

        return _turns(other, lambda: self.render(ours), LIBREOFFICE_RUNS if office else RUNS)

    def rows(self, decree: Any, count: int, format: str) -> Grown:
        """A decree with an annex of so many rows, from JSON to bytes, without start and imports."""
        small, large = self.folder / "kecil.json", self.folder / "besar.json"
        small.write_text(json.dumps(as_data(decree)), encoding="utf-8")
        large.write_text(json.dumps(grown(decree, count)), encoding="utf-8")
        time, memory = self.python("-c", _ROWS, str(small), str(large), format).split()
        return Grown(float(time), float(memory))

    def batch(self, decrees: Sequence[Any], workers: int) -> float:
        """How long our command line takes for DOCX and PDF of all decrees (ms), with files and report."""
        rows = [as_data(decree) for decree in decrees]
        pattern, data, made = self.folder / "pola.json", self.folder / "data.jsonl", self.folder / "hasil"
        pattern.write_text(json.dumps({key: f"{{{{ {key} }}}}" for key in rows[0]}), encoding="utf-8")
        data.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        call = ("-m", "kpu_docs", "batch", str(pattern), str(data), "-o", str(made), "-j", str(workers))
        time = milliseconds(lambda: self.python(*call))
        written = len([*made.glob("*.docx"), *made.glob("*.pdf")])
        if written != 2 * len(rows):
            raise RuntimeError(f"{written} berkas, bukan {2 * len(rows)}")
        return time

    def loaded(self) -> list[str]:
        """What `import kpu_docs` loads of what it must not."""
        found = self.python("-c", f"import sys, kpu_docs; print(*({set(HEAVY)!r} & sys.modules.keys()))")
        return found.split()


def _turns(theirs: Callable[[], object], ours: Callable[[], object], runs: int) -> Times:
    """Medians in turns; the first of each only fills caches."""
    theirs()
    ours()
    times = [(milliseconds(theirs), milliseconds(ours)) for _ in range(runs)]
    return Times(statistics.median(time for time, _ in times), statistics.median(time for _, time in times))
