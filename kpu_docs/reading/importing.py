"""The folder of an imported decree."""

from __future__ import annotations

import os
from pathlib import Path

from kpu_docs.reading import Report, read
from kpu_docs.reading.writing import kantor_toml, keputusan_yaml
from kpu_docs.rendering import refuse_existing, write_all

DECREE, OFFICE, REPORT = "keputusan.yaml", "kantor.toml", "laporan.txt"
_HEADING = "Dibaca dari {berkas} dengan kpu-docs import; apa yang belum pasti ada di laporan.txt."


def imported(path: str | os.PathLike[str], folder: Path) -> tuple[tuple[Path, ...], Report]:
    """Read a decree (see `read`) and write its data, its office and the report into a folder, which is made if need be.

    Raises:
        InputError: the file cannot be read, or one of those to be written is there already.
        OSError: they cannot be written.
    """
    targets = [folder / name for name in (DECREE, OFFICE, REPORT)]
    refuse_existing(targets)
    data, report = read(path)
    heading = _HEADING.format(berkas=Path(path).name)
    texts = (keputusan_yaml(data, heading), kantor_toml(data["kantor"], heading), str(report))
    folder.mkdir(parents=True, exist_ok=True)
    write_all({target: text.encode() for target, text in zip(targets, texts, strict=True)})
    return tuple(targets), report
