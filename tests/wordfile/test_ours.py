"""Every Word file that this library makes is one that Word opens, as far as is known."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.rendering import KINDS, render_reviewed
from kpu_docs.wordfile import faults, opened

EXAMPLES = Path(__file__).parents[2] / "examples"
DECREES = sorted(EXAMPLES.glob("*/keputusan.yaml"))


def told(docx: bytes) -> list[str]:
    assert opened(docx, "a.docx")
    return [str(fault) for fault in faults(docx)]


@pytest.mark.parametrize("file", DECREES, ids=lambda file: file.parent.name)
def test_the_examples(file: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(file)
    for naskah in KINDS if kpu.petikan.names(keputusan) else [kind for kind in KINDS if kind != "petikan"]:
        assert told(kpu.render_bytes(keputusan, "docx", naskah=naskah, force=True)) == []
    reviewed = render_reviewed(keputusan, list(kpu.check(keputusan)), tmp_path / "a.docx")
    assert told(reviewed.read_bytes()) == []


@pytest.mark.parametrize("folder", ["massal_kpps", "massal_rencana"])
def test_batches(folder: str, tmp_path: Path) -> None:
    [data] = (EXAMPLES / folder).glob("data.*")
    for result in kpu.batch(EXAMPLES / folder / "pola.yaml", data, tmp_path, formats=["docx"], workers=1):
        assert [told(file.path.read_bytes()) for file in result.files] == [[]]
