"""Our own PDF, read by its tags: every word and every marked cell comes back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import kpu_docs as kpu
from kpu_docs.inputs import InputError
from kpu_docs.reading import LEFT_OVER
from tests.building import decree, plan

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/keputusan.yaml"))


def words(keputusan: kpu.Keputusan) -> Counter[str]:
    return Counter(kpu.render_bytes(keputusan, "txt").decode().upper().replace("|", " ").replace("-", " ").split())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_prints_the_same_words_again(path: Path, tmp_path: Path) -> None:
    keputusan = kpu.load(path)
    data, report = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.pdf"))
    assert (report.unplaced, report.uncertain) == ((), ())
    assert any("huruf miring" in note for note in report.notes)
    if path.parent.name != "naskah_contoh":  # there the text file describes a picture, and a frame
        assert words(kpu.load(data)) == words(keputusan)


def test_marked_months_come_back(tmp_path: Path) -> None:
    keputusan = decree(
        lampiran=plan(
            {"kegiatan": "Pendataan", "indikator": "Terdata", "bulan": "1-3"},
            {"kegiatan": "Laporan", "indikator": "Terkirim", "bulan": {"6": "R1"}},
        )
    )
    data, _ = kpu.read(kpu.render(keputusan, tmp_path / "keputusan.pdf"))
    assert data["lampiran"][0]["rencana_kerja"]["bagian"] == [
        {
            "nomor": "I.",
            "judul": "BAGIAN",
            "kegiatan": [
                {"kegiatan": "Pendataan", "indikator": "Terdata", "bulan": "1-3"},
                {"kegiatan": "Laporan", "indikator": "Terkirim", "bulan": {"6": "R1"}},
            ],
        }
    ]
    assert LEFT_OVER not in str(data)


def test_a_pdf_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lain.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    with pytest.raises(InputError):
        kpu.read(tmp_path / "lain.pdf")
