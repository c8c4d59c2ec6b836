"""Whoever does the work, the files are the same; each executor that a user passes is used as it is."""

from __future__ import annotations

import signal
import time
from concurrent import futures
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from threading import Event
from typing import Any

import pytest

import kpu_docs as kpu
from kpu_docs.batching import spreading
from tests.batching.executors import Counting
from tests.batching.making import line, made, write

ROWS = [line(number) for number in range(1, 41)]
ROWS[16] = line(17, tanggal="x")


def run(folder: Path, name: str, **options: Any) -> tuple[dict[str, bytes], list[int]]:
    pola, data = write(folder, *ROWS)
    results = list(kpu.batch(pola, data, folder / name, formats=["txt", "docx"], **options))
    assert sorted(result.row for result in results) == list(range(1, 41))
    return made(folder / name), [result.row for result in results if result.state == "gagal"]


@pytest.fixture
def expected(tmp_path: Path) -> tuple[dict[str, bytes], list[int]]:
    files, failed = run(tmp_path, "sendiri", workers=1)
    assert (len(files), failed) == (78, [17])
    return files, failed


def test_threads(tmp_path: Path, expected: Any) -> None:
    with ThreadPoolExecutor(4) as executor:
        assert run(tmp_path, "hasil", executor=executor) == expected
        assert executor.submit(int, "1").result() == 1  # left open


def test_an_executor_of_ones_own(tmp_path: Path, expected: Any) -> None:
    executor = Counting()
    assert run(tmp_path, "hasil", executor=executor, workers=2) == expected
    assert executor.calls == 8  # 40 rows in chunks of 5


def test_ctrl_c_is_heard_when_no_lock_of_a_future_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[bool] = []
    usual, real = signal.default_int_handler, futures.wait
    before = signal.signal(signal.SIGINT, usual)  # a background job ignores it

    def wait(*arguments: Any, **options: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        waited.append(True)
        return real(*arguments, **options)

    monkeypatch.setattr(spreading, "wait", wait)
    with ThreadPoolExecutor(2) as executor, pytest.raises(KeyboardInterrupt):
        run(tmp_path, "hasil", executor=executor)
    after = signal.signal(signal.SIGINT, before)
    assert waited == [True]
    assert after is usual


def test_processes_of_our_own(tmp_path: Path, expected: Any) -> None:
    assert run(tmp_path, "hasil", workers=2) == expected


def test_processes_of_the_user(tmp_path: Path, expected: Any) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert run(tmp_path, "hasil", executor=executor) == expected


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_dask_cluster(tmp_path: Path, expected: Any) -> None:
    dask: Any = import_module("distributed")  # its classes have no types
    with (
        dask.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        dask.Client(cluster) as client,
    ):
        assert run(tmp_path, "hasil", executor=client.get_executor()) == expected


def test_workers_that_died_fail_their_decrees_and_no_other(tmp_path: Path) -> None:
    files, failed = run(tmp_path, "hasil", executor=Counting(dies_at=3), workers=2)
    assert sorted(failed) == [11, 12, 13, 14, 15, 17]
    again, failed = run(tmp_path, "hasil", workers=1)
    assert (len(files), len(again), failed) == (68, 78, [17])


def test_few_rows_are_not_worth_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(spreading, "_processes", refuse)
    pola, data = write(tmp_path, *ROWS[:8])
    assert len(list(kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], workers=4))) == 8


def test_results_come_while_others_are_still_at_work(tmp_path: Path) -> None:
    started: list[float] = []
    seen = Event()

    class Slow(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            def later() -> Any:
                started.append(time.monotonic())
                if len(started) > 1:
                    seen.wait(60)
                return fn(*args, **kwargs)

            return super().submit(later)

    pola, data = write(tmp_path, *ROWS)
    executor: Executor
    with Slow(1) as executor:
        results = iter(kpu.batch(pola, data, tmp_path / "hasil", formats=["txt"], executor=executor, workers=2))
        next(results)  # the row that fails at once
        next(results)
        assert len(started) < 8
        results.close()
        seen.set()
    assert len(started) < 8  # what had not begun was cancelled
