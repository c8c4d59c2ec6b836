"""What is told while a batch runs."""

from __future__ import annotations

from io import StringIO

from kpu_docs.batching.progress import Progress, _duration
from kpu_docs.batching.report import Result, State
from kpu_docs.complaints import Complaint


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A second passes for each row."""

    def __init__(self, step: float = 1.0) -> None:
        self.now, self.step = 100.0, step

    def __call__(self) -> float:
        return self.now


def told(stream: StringIO, total: int, seen: int, step: float = 1.0, state: State = "dibuat") -> list[str]:
    clock = Clock(step)
    progress = Progress(total, stream, clock)
    for row in range(1, seen + 1):
        clock.now += step
        progress.saw(Result(row, "data.csv:2", "", "", "", state))
    progress.end()
    return stream.getvalue().replace("\x1b[K", "").replace("\r", "\n").split("\n")


def test_a_terminal_has_a_bar_with_rate_and_time_left() -> None:
    lines = told(Terminal(), 40, 10)
    assert lines[10] == "[######..................] 10/40 (25%), 1,0 per detik, sisa 30 dtk"
    assert told(Terminal(), 40, 40)[40] == f"[{'#' * 24}] 40/40 (100%)"
    assert len(told(Terminal(), 4000, 400, 0.01)) == 42  # ten a second


def test_elsewhere_there_are_plain_lines_now_and_then() -> None:
    assert told(StringIO(), 20, 5, 0.5)[:-1] == [
        "2/20 (10%), 2,0 per detik, sisa 9 dtk",
        "4/20 (20%), 2,0 per detik, sisa 8 dtk",
    ]
    assert told(StringIO(), 1000, 11)[:-1] == [
        "5/1000 (0%), 1,0 per detik, sisa 16 mnt 35 dtk",
        "10/1000 (1%), 1,0 per detik, sisa 16 mnt 30 dtk",
    ]
    assert told(StringIO(), 6, 6, 0.05) == [""]


def test_rows_that_are_unchanged_do_not_count_for_the_rate() -> None:
    assert told(StringIO(), 20, 5, state="tetap")[0] == "2/20 (10%)"


def test_the_same_complaint_is_told_once() -> None:
    stream = StringIO()
    progress = Progress(9, stream, Clock())
    for row in (1, 2):
        faults = (Complaint((), "salah", None, "pola.yaml", 3, 1), Complaint((), f"nomor {row}", None, "data.csv", row))
        progress.saw(Result(row, "", "", "", "", "gagal", (), faults))
    progress.saw(Result(3, "", "", "", "", "gagal", (), faults[:1]))
    for row in (4, 5):
        progress.saw(Result(row, "", "", "", "", "dibuat", notes=(Complaint((), "ragu"),)))
    assert stream.getvalue().splitlines() == [
        "baris 1: pola.yaml:3:1: salah",
        "baris 1: data.csv:1: nomor 1",
        "baris 2: data.csv:2: nomor 2",
        "baris 3: kesalahan yang sama",
        "baris 4: peringatan: ragu",
    ]


def test_durations() -> None:
    assert [_duration(seconds) for seconds in (0.4, 59, 61, 3661)] == ["0 dtk", "59 dtk", "1 mnt 1 dtk", "1 jam 1 mnt"]
