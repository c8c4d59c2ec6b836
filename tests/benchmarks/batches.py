"""Different decrees one after the other in one process, by another tool and by this library in turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import kpu_docs as kpu
from tests.benchmarks.decrees import as_data

TURN = 10
"""Decrees in a turn: a batch is one tool at work. Taking turns after each decree would measure how fast the memory
caches of the processor are filled again.
"""


class Times(NamedTuple):
    """How long the other tool takes, and how long this library (ms)."""

    theirs: float
    ours: float


def milliseconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def ours(data: dict[str, Any], format: str) -> bytes:
    """A decree from its data to the bytes of a file."""
    return kpu.render_bytes(kpu.load(data), format)


def compared(theirs: Callable[[Any], bytes], format: str, decrees: Sequence[Any]) -> Times:
    """The medians over different decrees, in turns; the first decree only warms up."""
    data = [as_data(decree) for decree in decrees]
    theirs(decrees[0])
    ours(data[0], format)
    their_times: list[float] = []
    our_times: list[float] = []
    for at in range(1, len(decrees), TURN):
        their_times += [milliseconds(partial(theirs, decree)) for decree in decrees[at : at + TURN]]
        our_times += [milliseconds(partial(ours, one, format)) for one in data[at : at + TURN]]
    return Times(statistics.median(their_times), statistics.median(our_times))
