"""The folder of the new decree: its data, its office, the files that it names, and the report."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from kpu_docs.complaints import Complaint, InputError
from kpu_docs.inputs import load
from kpu_docs.inputs.source import OFFICE
from kpu_docs.reading.importing import DECREE, REPORT
from kpu_docs.reading.writing import kantor_toml, keputusan_yaml
from kpu_docs.rendering import write_all
from kpu_docs.tahun.berkas import ikut
from kpu_docs.tahun.lama import dibaca
from kpu_docs.tahun.report import NextYearReport
from kpu_docs.tahun.susunan import disusun, temuan

_HEADING = "Dibuat dari {berkas} dengan kpu-docs new; apa yang masih harus diisi ada di laporan.txt."


def new_folder(
    path: Path, tahun: int, folder: Path, dari_tahun: int | None = None
) -> tuple[tuple[Path, ...], NextYearReport]:
    """Write the decree of another year into a folder, which is made if need be: the files written, and the report.

    The office's files and those that the data name are copied, unless they lie where the new folder finds them too.

    Raises:
        InputError: the old decree cannot be read, the years do not fit, or the folder is not empty.
        OSError: the files cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "folder ini tidak kosong; pilih folder baru, supaya tidak ada yang tertimpa"
        raise InputError(Complaint((), message, file=str(folder)))
    lama = dibaca(path)
    baru, report = disusun(lama, os.path.normpath(path), tahun, dari_tahun)
    heading = _HEADING.format(berkas=path.name)
    document = bool(lama.catatan)
    text = keputusan_yaml(baru.data, heading, with_office=not document) if baru.teks is None else baru.teks
    targets = {folder / DECREE: text.encode()}
    if document:
        targets[folder / OFFICE] = kantor_toml(baru.data["kantor"], heading).encode()
    taken, told = ikut(lama, folder)
    targets |= taken
    folder.mkdir(parents=True, exist_ok=True)
    write_all(targets)
    report = replace(report, files=told, findings=temuan(lambda: load(folder / DECREE)))
    write_all({folder / REPORT: str(report).encode()})
    return (*targets, folder / REPORT), report
