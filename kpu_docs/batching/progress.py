"""How a batch comes along, told to whoever waits: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from kpu_docs.batching.report import Result
from kpu_docs.batching.run import Batch

WIDE = 24
"""Signs of the bar."""

BAR_EVERY, LINE_EVERY = 0.1, 5.0
"""Seconds between two bars, and between two lines."""

LINE_SHARE, LINE_SOONEST = 0.1, 1.0
"""The part of the whole after which there is a line earlier, and the seconds for which there is none even so."""


class Progress:
    """The progress of a batch of `total` rows on a stream."""

    def __init__(self, total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._stream, self._clock = total, stream, clock
        self._bar = stream.isatty()
        self._done = self._made = self._told = 0
        self._start = self._last = clock()
        self._said: set[str] = set()

    def saw(self, result: Result) -> None:
        """Tell what is wrong with a row, the same complaint only once, and how far things are."""
        self._done += 1
        self._made += result.state != "tetap"
        if result.complaints or result.notes:
            self._clear()
            self._stream.write("".join(f"{line}\n" for line in self._complaints(result)))
        if self._due():
            self._last, self._told = self._clock(), self._done
            self._stream.write(f"\r{self._line()}\x1b[K" if self._bar else f"{self._line()}\n")
            self._stream.flush()

    def end(self) -> None:
        """Leave the line of the bar."""
        self._clear()
        self._stream.flush()

    def _complaints(self, result: Result) -> list[str]:
        lines = [*map(str, result.complaints), *(f"peringatan: {note}" for note in result.notes)]
        new = [line for line in lines if line not in self._said]
        self._said.update(new)
        if result.complaints and not new:
            new = ["kesalahan yang sama"]
        return [f"baris {result.row}: {line}" for line in new]

    def _due(self) -> bool:
        passed = self._clock() - self._last
        if self._bar:
            return passed >= BAR_EVERY or self._done == self._total
        far = self._done - self._told >= LINE_SHARE * self._total
        return passed >= LINE_EVERY or (far and passed >= LINE_SOONEST)

    def _line(self) -> str:
        share = self._done / self._total
        passed = self._clock() - self._start
        rate = self._made / passed if passed > 0 else 0.0
        text = f"{self._done}/{self._total} ({share:.0%})"
        if rate and self._done < self._total:
            text += f", {_rate(rate)}, sisa {_duration((self._total - self._done) / rate)}"
        filled = int(share * WIDE)
        return f"[{'#' * filled}{'.' * (WIDE - filled)}] {text}" if self._bar else text

    def _clear(self) -> None:
        if self._bar:
            self._stream.write("\r\x1b[K")


def watched(batch: Batch, stream: TextIO) -> bool:
    """Make the decrees of a batch, telling how it comes along; whether all rows are done.

    Raises:
        KeyboardInterrupt: it was stopped; how far it came has been told.
        OSError: the folder or the report cannot be written.
    """
    for note in batch.notes:
        print(f"peringatan: {note}", file=stream)
    progress = Progress(len(batch), stream)
    results = iter(batch)
    try:
        for result in results:
            progress.saw(result)
    except KeyboardInterrupt:
        results.close()
        progress.end()
        print(f"dihentikan: {summary(batch)}; ulangi perintah yang sama untuk melanjutkan", file=stream)
        raise
    progress.end()
    for remark in batch.remarks():
        print(f"catatan: {remark}", file=stream)
    return all(result.state != "gagal" for result in batch.results.values())


def summary(batch: Batch) -> str:
    """What became of the rows, counted."""
    states = [result.state for result in batch.results.values()]
    words = {"dibuat": "dibuat", "tetap": "tidak berubah", "gagal": "gagal"}
    counted = [f"{states.count(state)} {word}" for state, word in words.items() if state in states]
    return f"{len(states)} dari {len(batch)} baris: {', '.join(counted)}" if counted else f"0 dari {len(batch)} baris"


def _rate(rate: float) -> str:
    return f"{rate:.0f} per detik" if rate >= 10 else f"{rate:.1f} per detik".replace(".", ",")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (
        f"{minutes // 60} jam {minutes % 60} mnt"
        if minutes >= 60
        else f"{minutes} mnt {rest} dtk"
        if minutes
        else f"{rest} dtk"
    )
