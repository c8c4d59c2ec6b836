"""Python's cyclic garbage collector, paused while a decree is made.

The blocks and pages of a decree are a growing tree without cycles. Left on, the collector walks through all of it again
and again: half the time of an annex of 6,000 rows, and more than in proportion to the rows.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_makers = 0
_was_on = False


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector until the last thread that asked for it is done; if the program had it off, it stays off."""
    global _makers, _was_on
    with _lock:
        if _makers == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _makers += 1
    try:
        yield
    finally:
        with _lock:
            _makers -= 1
            if _makers == 0 and _was_on:
                gc.enable()
