"""Many decrees from one pattern and a row of data for each: workers make bytes, this process writes them."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_docs.batching import numbers, pattern, report, rows
from kpu_docs.batching.pattern import Pattern
from kpu_docs.batching.plan import Job, outputs, plan
from kpu_docs.batching.report import File, Result
from kpu_docs.batching.spreading import Workers, spread
from kpu_docs.batching.work import Made, Making, Order
from kpu_docs.complaints import Complaint, unwritable
from kpu_docs.rendering import understood, write_all

if TYPE_CHECKING:
    from kpu_docs.templating import Template

SAVED, SHARE = 0.5, 20
"""Seconds between two writings of the report, and how many times as long as one of them takes: so much work is done
again after the process was killed."""


class Batch:
    """A batch that is planned; iterating over it makes its decrees and gives a `Result` for each row.

    Rows that fail and rows that are unchanged come first, then the others as they are done, in no fixed order. Leaving
    the iteration early leaves only whole files, and the report tells what was done.

    Attributes:
        notes: Doubts about the pattern and the data that stop nothing.
        results: What became of the rows so far, by their number.
    """

    def __init__(
        self,
        source: Pattern,
        data: str,
        notes: tuple[Complaint, ...],
        folder: Path,
        jobs: Sequence[Job],
        making: Making,
        workers: Workers,
    ) -> None:
        self.notes = (*source.notes(), *notes)
        self.results: dict[int, Result] = {}
        self._source, self._data, self._folder = source, data, folder
        self._making, self._workers = making, workers
        self._jobs = {job.row.number: job for job in jobs}
        self._known = report.previous(folder)
        self._unsaved = ""

    def __len__(self) -> int:
        return len(self._jobs)

    def __iter__(self) -> Generator[Result, None, None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        self._known = report.previous(self._folder)
        due = time.monotonic() + SAVED
        try:
            for result in self._made():
                self.results[result.row] = result
                if (now := time.monotonic()) > due:
                    report.save(self._folder, self._report())
                    due = time.monotonic() + max(SAVED, SHARE * (time.monotonic() - now))
                yield result
        finally:
            self._save()

    def remarks(self) -> list[str]:
        """What only the whole batch shows: numbers used twice or left out, files of earlier runs that nothing in this
        batch writes any more.
        """
        found = numbers.remarks((number, job.identity) for number, job in self._jobs.items())
        mine = {file.path.name for result in self.results.values() for file in result.files}
        mine |= {
            target.name for number, job in self._jobs.items() if number not in self.results for target in job.targets
        }
        old = sorted(name for name in self._known if name not in mine and (self._folder / name).is_file())
        found += [f"{name} berasal dari proses sebelumnya dan tidak diperbarui; hapus bila salah" for name in old]
        return [*found, self._unsaved] if self._unsaved else found

    def _made(self) -> Iterator[Result]:
        waiting = []
        for job in self._jobs.values():
            if job.complaints:
                yield self._result(job, "gagal", complaints=job.complaints)
            elif files := self._unchanged(job):
                notes = self._known[files[0].path.name].notes
                yield replace(self._result(job, "tetap", files), notes=notes)
            else:
                waiting.append(Order(job.row.number, job.data))
        with closing(spread(self._making, waiting, self._workers)) as done:
            for made in done:
                yield self._written(self._jobs[made.row], made)

    def _unchanged(self, job: Job) -> tuple[File, ...]:
        """The files of a job if all of them are there as the run before wrote them from the same data."""
        files = []
        for target in job.targets:
            known = self._known.get(target.name)
            if known is None or known.sidik != job.sidik or not report.same_on_disk(target, known.sha256):
                return ()
            files.append(File(target, known.sha256, known.pages))
        return tuple(files)

    def _written(self, job: Job, made: Made) -> Result:
        if made.complaints:
            return self._result(job, "gagal", complaints=self._source.placed(made.complaints, job.row))
        contents = {target: data for target, (data, _) in zip(job.targets, made.files, strict=True)}
        try:
            write_all(contents)
        except OSError as error:
            return self._result(job, "gagal", complaints=(Complaint((), unwritable(error)),))
        files = (
            File(target, hashlib.sha256(data).hexdigest(), pages)
            for target, (data, pages) in zip(job.targets, made.files, strict=True)
        )
        notes = self._source.placed(made.notes, job.row)
        return replace(self._result(job, "dibuat", tuple(files)), notes=notes)

    def _result(
        self, job: Job, state: report.State, files: tuple[File, ...] = (), complaints: tuple[Complaint, ...] = ()
    ) -> Result:
        known = job.identity
        return Result(job.row.number, job.row.place, known.nomor, known.satker, known.tentang, state, files, complaints)

    def _report(self) -> dict[str, Any]:
        found = []
        for number, job in self._jobs.items():
            result = self.results.get(number)
            row = report.row_of(result or self._result(job, "tetap"), job.sidik)
            found.append(row if result else row | {"keadaan": report.WAITING})
        sources = {"pola": Path(self._source.original.file).name, "data": Path(self._data).name}
        return report.report(found, self.remarks(), sources)

    def _save(self) -> None:
        """Write the reports; that the workbook is open in Excel is no reason to fail."""
        data = self._report()
        report.save(self._folder, data)
        try:
            report.save_workbook(self._folder, data)
        except OSError as error:
            self._unsaved = unwritable(error)

    def _sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        mine = {target.name for job in self._jobs.values() for target in job.targets}
        mine |= {f"{report.NAME}.json", f"{report.NAME}.xlsx"}
        for file in self._folder.glob(".*.tmp"):
            name = re.fullmatch(r"\.(.+)\.[0-9a-f]{8}\.tmp", file.name)
            if name and name[1] in mine:
                with suppress(OSError):  # another run is writing it just now
                    file.unlink()


def batch(
    pola: str | os.PathLike[str],
    data: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    formats: Sequence[str] = ("docx", "pdf"),
    naskah: Sequence[str] = (),
    nama: str | None = None,
    template: str | os.PathLike[str] | Template | None = None,
    force: bool = False,
    executor: Executor | None = None,
    workers: int | None = None,
) -> Batch:
    """Plan the decrees of a pattern (`pola`, .yaml or .json) and the rows of `data` (.xlsx, .csv, .yaml, .jsonl).

    Iterating over what is returned makes the decrees and gives a `Result` for each row as it is done. A row that is
    wrong stops no other. `laporan.json` and `laporan.xlsx` in the folder tell what became of each; a second run makes
    only what is missing or changed.

    `formats` and `naskah` are the formats and the kinds of copy; `nama` names the files (`"{{ nomor }}-{{ desa }}"`).
    A salinan or petikan that is asked for fails its row while something is left to do there; with `force` it is made,
    and the notes of the row say what was left. The petikan of all persons of a row are one file.
    `template` is a Word file of the office with tags, into which each DOCX is written.
    The work is done by `workers` processes (as many as there are processors; 1: in this process), or by `executor`,
    any `concurrent.futures.Executor`, with at most `workers` at a time.

    Raises:
        InputError: the call, the pattern, the office's file, the template or the data as a whole are wrong. Nothing is
            written then.
        OSError: while iterating: the folder or the report cannot be written.
    """
    source = pattern.read(Path(pola))
    wanted = outputs(formats, naskah, force)
    found = rows.read(Path(data))
    making = Making(str(source.original.folder), wanted, understood(template))
    jobs = plan(source, found.rows, Path(folder), making, nama)
    return Batch(source, os.fspath(data), found.notes, Path(folder), jobs, making, Workers(executor, workers))
