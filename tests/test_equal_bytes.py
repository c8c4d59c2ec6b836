"""Equal input, equal bytes: whatever the clock, folder, language, time zone, hash seed, threads or processes are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "tests" / "hashes.py"
OURS = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON", "SOURCE_DATE"))},
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
}
SETTINGS: dict[str, dict[str, Any]] = {
    # A machine without these languages falls back to its own, which is another than ours all the same.
    "another language": {"env": {"LANG": "id_ID.UTF-8", "LC_ALL": "id_ID.UTF-8", "LANGUAGE": "id"}},
    "a language with other capitals": {"env": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}},
    "a system without UTF-8": {"env": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}},
    "a time zone in the east": {"env": {"TZ": "Asia/Jayapura"}},
    "a time zone in the west": {"env": {"TZ": "America/St_Johns"}},
    "another hash seed": {"env": {"PYTHONHASHSEED": "4711"}},
    "without assertions and docstrings": {"env": {"PYTHONOPTIMIZE": "2"}},
    "eight threads, another order": {"threads": 8},
    "another day": {"clock": 10.0**9},
    "a day for reproducible builds": {"env": {"SOURCE_DATE_EPOCH": "86400"}},
    "another checkout and working folder": {"moved": True},
}
ALL: dict[str, Any] = {
    "env": {name: value for one in SETTINGS.values() for name, value in one.get("env", {}).items()},
    "threads": 8,
    "clock": 10.0**9,
    "moved": True,
}


def hashes(
    home: Path, examples: str, env: dict[str, str] | None = None, threads: int = 1, clock: float = 0.0
) -> dict[str, str]:
    """The hashes of what a new process makes of the examples of these names in a checkout."""
    folder = home / "examples"
    done = subprocess.run(
        [sys.executable, str(home / "tests" / "hashes.py"), str(folder), examples, str(threads), str(clock)],
        env={**OURS, "PYTHONPATH": str(home), **(env or {})},
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    said = json.loads(done.stdout)
    assert said["own package"]
    found: dict[str, str] = said["hashes"]
    return found


@cache
def usual(examples: str) -> dict[str, str]:
    """The hashes of a plain process."""
    return hashes(ROOT, examples)


def moved(tmp_path: Path) -> Path:
    """A copy of the checkout elsewhere."""
    other = tmp_path / "Pekerjaan Saya" / "s\u00e1linan"
    for part in ("kpu_docs", "examples"):
        shutil.copytree(ROOT / part, other / part, ignore=shutil.ignore_patterns("__pycache__"))
    (other / "tests").mkdir()
    shutil.copy(PROGRAM, other / "tests")
    return other


def compared(examples: str, settings: dict[str, Any], tmp_path: Path) -> None:
    given = {name: value for name, value in settings.items() if name != "moved"}
    home = moved(tmp_path) if "moved" in settings else ROOT
    assert hashes(home, examples, **given) == usual(examples)


def test_everything_at_once_changes_no_byte_of_an_example(tmp_path: Path) -> None:
    compared("tim_contoh", ALL, tmp_path)
    assert len(usual("tim_contoh")) == 4 * 2


@pytest.mark.slow
@pytest.mark.parametrize("name", SETTINGS)
def test_no_byte_of_any_example_depends_on_it(name: str, tmp_path: Path) -> None:
    compared("*", SETTINGS[name], tmp_path)
    assert len(usual("*")) == 8 * 4 * 2


FORMATS = "docx,html,pdf,txt"
BATCHES = {"massal_kpps": "data.csv", "massal_rencana": "data.yaml"}


@pytest.mark.slow
@pytest.mark.parametrize("example", BATCHES)
def test_the_number_of_processes_changes_no_byte(example: str, tmp_path: Path) -> None:
    folder = ROOT / "examples" / example
    made = []
    for processes in ("1", "2"):
        target = tmp_path / processes / "hasil"
        command = [
            "batch",
            "pola.yaml",
            BATCHES[example],
            "-o",
            str(target),
            "-j",
            processes,
            "-f",
            "docx,html,pdf,txt",
        ]
        environment = {**OURS, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": processes}
        subprocess.run([sys.executable, "-m", "kpu_docs", *command], env=environment, cwd=folder, check=True)
        made.append({file.name: sha256(file.read_bytes()).hexdigest() for file in target.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) > 8


def test_nothing_asks_the_clock_or_chance() -> None:
    """But for the temporary names of files, and for how long a batch takes."""
    asking = re.compile(
        r"\.(now|today|utcnow)\(|time\.(time|localtime|gmtime)\b|\b(uuid|random|secrets|getlocale)\b|urandom"
    )
    found = {
        f"{file.relative_to(ROOT / 'kpu_docs')}: {match[0]}"
        for file in sorted((ROOT / "kpu_docs").rglob("*.py"))
        for match in asking.finditer(file.read_text(encoding="utf-8"))
    }
    assert found == {"rendering.py: urandom"}
