"""LibreOffice as it turns a DOCX into a PDF: a process for each file, or one kept warm (the opponents' lo_warm.py)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PIPE = "--accept=pipe,name=perfpipe;urp;StarOffice.ComponentContext"  # the pipe that lo_warm.py opens
SECONDS = 2
"""How long one file is converted again and again."""


def _soffice(folder: Path, *arguments: str) -> list[str]:
    """A call with a profile of its own in that folder."""
    profile = (folder / "profil").resolve().as_uri()
    return ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}", *arguments]


def convert(docx: Path, folder: Path) -> None:
    """The PDF of a DOCX by a process of its own."""
    call = _soffice(folder, "--convert-to", "pdf", "--outdir", str(folder), str(docx))
    subprocess.run(call, check=True, capture_output=True, timeout=180)


@contextmanager
def warm(folder: Path) -> Iterator[None]:
    """LibreOffice at work in the background."""
    process = subprocess.Popen(_soffice(folder, _PIPE), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


def warm_milliseconds(python: str, peers: str, docx: Path, folder: Path) -> float:
    """The median time of a conversion by the LibreOffice that `warm` keeps; `python` is one that has UNO."""
    call = [python, f"{peers}/lo_warm.py", str(docx.resolve()), str((folder / "hangat.pdf").resolve()), str(SECONDS)]
    done = subprocess.run(call, check=True, capture_output=True, text=True, timeout=120)
    found = re.search(r"med=(\d+)ms", done.stdout)
    if found is None:
        raise RuntimeError(f"lo_warm.py: {done.stdout}")
    return float(found[1])
