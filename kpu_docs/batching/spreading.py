"""The work of a batch spread over an executor, in chunks, as it is done."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context

from kpu_docs.batching.work import Made, Making, Order, make
from kpu_docs.complaints import Complaint

LARGEST = 16
"""Decrees in one chunk at most: enough that handing it over costs little, few enough that results keep coming."""

WORTH = 8
"""Decrees for which another process is worth its start."""

UNKNOWN = 32
"""How many workers an executor is taken to have that is not ours."""

MOST_PROCESSES = 61
"""More than these Windows cannot wait for."""

HEARD = 0.2
"""Within how many seconds Ctrl-C is heard while nothing is done yet."""


@dataclass(frozen=True)
class Workers:
    """Who works: that executor, or processes of our own; and how many at a time."""

    executor: Executor | None = None
    number: int | None = None


def spread(making: Making, orders: Sequence[Order], workers: Workers) -> Generator[Made, None, None]:
    """The decrees as they are done."""
    if workers.executor is not None:
        number = workers.number or UNKNOWN
        yield from _over(workers.executor, making, _chunks(orders, number), 4 * number)
        return
    number = min(workers.number or _processors(), MOST_PROCESSES, -(-len(orders) // WORTH) or 1)
    if number == 1:
        for order in orders:
            yield from make(making, [order])
        return
    with _processes(number) as pool:
        yield from _over(pool, making, _chunks(orders, number), 4 * number)


def _over(executor: Executor, making: Making, chunks: Iterator[Sequence[Order]], most: int) -> Iterator[Made]:
    """The results of the chunks; at most so many are under way, so that results do not pile up in memory."""
    running: dict[Future[list[Made]], Sequence[Order]] = {}
    try:
        while True:
            with _ctrl_c_afterwards():
                for chunk in islice(chunks, most - len(running)):
                    running[_submitted(executor, making, chunk)] = chunk
                if not running:
                    return
                done = wait(running, timeout=HEARD, return_when=FIRST_COMPLETED).done
            for future in done:
                yield from _result(future, running.pop(future))
    finally:
        with _ctrl_c_afterwards():
            for future in running:
                future.cancel()


@contextmanager
def _ctrl_c_afterwards() -> Iterator[None]:
    """Let Ctrl-C wait until what is inside is done.

    In the midst of it the lock of a future could stay taken for ever, and the executor would wait for it for ever.
    """
    usual = signal.getsignal(signal.SIGINT)
    if usual is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: pressed.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        if pressed.is_set():
            signal.raise_signal(signal.SIGINT)


def _submitted(executor: Executor, making: Making, chunk: Sequence[Order]) -> Future[list[Made]]:
    try:
        return executor.submit(make, making, chunk)
    except Exception as error:  # its workers have died; told for each decree like any other fault
        failed: Future[list[Made]] = Future()
        failed.set_exception(error)
        return failed


def _result(future: Future[list[Made]], chunk: Sequence[Order]) -> list[Made]:
    try:
        return future.result()
    except Exception as error:  # a worker that died takes only its own decrees with it
        message = f"pekerja berhenti sebelum selesai ({type(error).__name__}); ulangi perintah yang sama"
        return [Made(order.row, (), (Complaint((), message),)) for order in chunk]


def _chunks(orders: Sequence[Order], workers: int) -> Iterator[Sequence[Order]]:
    size = max(1, min(LARGEST, len(orders) // (4 * workers)))
    return (orders[at : at + size] for at in range(0, len(orders), size))


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    # Started afresh, as Windows does it: a copy of a process that has threads may hang.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_ctrl_c)
    try:
        yield pool
    finally:
        with _ctrl_c_afterwards():
            pool.shutdown(cancel_futures=True)


def _leave_ctrl_c() -> None:
    """Ctrl-C reaches every process of a terminal; only the one that writes may act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
