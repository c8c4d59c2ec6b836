"""A pattern and its data, for tests of a batch."""

from __future__ import annotations

from pathlib import Path

import kpu_docs as kpu
from kpu_docs.batching import Result

PATTERN = """\
satker: '{{ satker }}'
nomor: '{{ nomor }} TAHUN 2026'
tentang: Rapat di {{ tempat }}
menimbang:
  - bahwa {{ alasan }};
mengingat:
  - Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;
diktum:
  - Menetapkan *rapat* di {{ tempat }}.
  - Berlaku.
ditetapkan:
  di: '{{ tempat }}'
  pada: '{{ tanggal }}'
penanda_tangan:
  nama: '{{ ketua }}'
"""
HEADINGS = "satker;nomor;tempat;alasan;tanggal;ketua"
SATKER = ("kota-mojokerto", "kabupaten-sleman", "kota-yogyakarta", "kabupaten-bantul")


def line(number: int, **changes: str) -> str:
    """A row of the data, one of its values replaced."""
    values = {
        "satker": SATKER[number % len(SATKER)],
        "nomor": str(number),
        "tempat": f"Tempat {number}",
        "alasan": f"alasan {number}",
        "tanggal": "2026-01-05",
        "ketua": f"Nama {number}",
    }
    return ";".join((values | changes).values())


def write(folder: Path, *lines: str, pattern: str = PATTERN) -> tuple[Path, Path]:
    """The files of a pattern and of these rows."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pola.yaml").write_text(pattern, encoding="utf-8")
    (folder / "data.csv").write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    return folder / "pola.yaml", folder / "data.csv"


def run(folder: Path, *lines: str, pattern: str = PATTERN, nama: str | None = None) -> list[Result]:
    """The results of these rows, written as text into `hasil` below the folder, by row."""
    pola, data = write(folder, *lines, pattern=pattern)
    results = list(kpu.batch(pola, data, folder / "hasil", formats=["txt"], nama=nama, workers=1))
    return sorted(results, key=lambda result: result.row)


def made(folder: Path) -> dict[str, bytes]:
    """The files in a folder but the reports."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.startswith("laporan.")}
