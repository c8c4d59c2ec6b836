"""Rendering in threads gives the bytes that rendering one after the other gives, also where the first renders race."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kpu_docs.rendering import formats
from tests.building import LEAST, plan

ROOT = Path(__file__).parents[1]
EXAMPLES = [str(file) for file in sorted(ROOT.glob("examples/*/keputusan.yaml"))]

# Nothing but the standard library and the bare package is loaded before the threads start, all at once.
CODE = """
import hashlib, json, sys, threading
import kpu_docs as kpu

threads, jobs, formats = json.load(sys.stdin)
sys.setswitchinterval(1e-5)
start = threading.Barrier(threads)
found = [None] * len(jobs)
failed = []

def work(first):
    start.wait()
    try:
        for at in range(first, len(jobs), threads):
            keputusan = kpu.load(jobs[at])
            turned = formats[at % len(formats) :] + formats[: at % len(formats)]
            made = {format: kpu.render_bytes(keputusan, format) for format in turned}
            found[at] = [hashlib.sha256(made[format]).hexdigest() for format in formats]
            found[at].append(len(kpu.check(keputusan)) if at % 10 == 0 else 0)
    except BaseException as error:
        failed.append(repr(error))

workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
for worker in workers: worker.start()
for worker in workers: worker.join()
print(json.dumps([found, failed]))
"""


def sums(threads: int, jobs: list[Any], wanted: list[str]) -> list[list[Any]]:
    """The checksum of each format of each job, made by so many threads of a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps([threads, jobs, wanted]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found, failed = json.loads(done.stdout)
    assert failed == []
    assert done.stderr == ""
    result: list[list[Any]] = found
    return result


def synthetic(number: int) -> dict[str, Any]:
    """A decree unlike the others: its length, its lists, its annexes."""
    rows = [
        {"kegiatan": f"Kegiatan {row}", "sub_kegiatan": f"bagian {number}", "bulan": f"1-{1 + row % 12}"}
        for row in range(number % 37)
    ]
    nested: Any = f"butir {number}"
    for level in range(number % 5):
        nested = {"teks": f"tingkat {level} \N{EM DASH} {'kata ' * (number % 11)}\N{CHECK MARK}", "daftar": [nested]}
    return {
        **LEAST,
        "nomor": f"{number} TAHUN 2026",
        "tentang": f"Contoh Nomor {number}",
        "naskah": ("rancangan", "asli", "salinan")[number % 3],
        "tata_naskah": ("kpu-2019", "kpu-2022-klasifikasi", "kpu-2023")[number // 3 % 3],
        "diktum": [nested, *[f"diktum {at} " + "panjang " * (at * number % 23) for at in range(1 + number % 9)]],
        "lampiran": plan(*rows) if rows else [],
    }


def test_the_first_renders_of_a_process_may_race() -> None:
    wanted, example = list(formats()), EXAMPLES[4]
    one = sums(1, [example], wanted)
    assert sums(8, [example] * 8, wanted) == [one[0], *[[*one[0][:-1], 0]] * 7]


@pytest.mark.slow
@pytest.mark.parametrize("format", formats())
def test_the_first_renders_of_one_format_may_race(format: str) -> None:
    alone = sums(1, EXAMPLES, [format])
    for _ in range(3):
        assert sums(8, EXAMPLES, [format]) == alone


@pytest.mark.slow
def test_8_threads_and_200_decrees() -> None:
    jobs = [EXAMPLES[at // 4 % len(EXAMPLES)] if at % 4 == 0 else synthetic(at) for at in range(200)]
    alone = sums(1, jobs, list(formats()))
    assert len({tuple(made) for made in alone}) > 150
    assert sums(8, jobs, list(formats())) == alone
