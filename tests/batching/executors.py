"""An executor of one's own, as a user may write it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class Counting(Executor):
    """Does everything at once, and counts what it is given. `dies_at`: from that call on its workers are gone."""

    def __init__(self, dies_at: int | None = None) -> None:
        self.calls = 0
        self._dies_at = dies_at

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.calls += 1
        if self.calls == self._dies_at:
            raise RuntimeError("cannot schedule new futures")
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future
