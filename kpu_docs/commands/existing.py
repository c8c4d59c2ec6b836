"""Commands that begin from a decree that exists."""

from __future__ import annotations

import argparse
from pathlib import Path

from kpu_docs.arguments import count
from kpu_docs.commands import DONE, FAULTS, Command


def add(command: Command) -> None:
    """The commands with their arguments."""
    added = command(
        "import",
        import_,
        "baca Keputusan yang sudah ada (.docx, .txt hasil pindai, atau .pdf berteks) menjadi data",
    )
    added.add_argument("file", type=Path, metavar="FILE", help="berkas .docx, .txt, atau .pdf")
    added.add_argument(
        "-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder hasil; berkas yang ada tidak ditimpa"
    )
    added = command("update", update, "ambil perubahan yang dibuat di Word sejak Keputusan dirender ke berkas YAML-nya")
    added.add_argument("data", type=Path, metavar="DATA", help="berkas data (.yaml)")
    added.add_argument("file", type=Path, metavar="FILE", help="berkas .docx yang disunting")
    added.add_argument("--write", action="store_true", help="tulis perubahannya ke DATA (baku: hanya ditampilkan)")
    added.add_argument("--force", action="store_true", help="menurut Word juga yang diubah di kedua sisi")
    added = command("new", new, "buat data Keputusan tahun berikutnya dari Keputusan yang lama")
    added.add_argument(
        "--from",
        dest="file",
        type=Path,
        required=True,
        metavar="LAMA",
        help="berkas data (.yaml, .json, .xlsx) atau Keputusan yang sudah ada (.docx, .pdf, .txt)",
    )
    added.add_argument("--tahun", type=count, required=True, metavar="TAHUN", help="tahun yang baru, misalnya 2027")
    added.add_argument(
        "--dari-tahun", type=count, metavar="TAHUN", help="tahun yang dinaikkan (baku: yang disebut judulnya)"
    )
    added.add_argument(
        "-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder baru; berkas yang ada tidak ditimpa"
    )


def import_(chosen: argparse.Namespace) -> int:
    """Write the data of a decree that exists into a folder."""
    from kpu_docs.reading.importing import imported

    written, report = imported(chosen.file, chosen.folder)
    print(report)
    print(*written, sep="\n")
    return DONE


def update(chosen: argparse.Namespace) -> int:
    """Print what was changed in Word since a decree was rendered; take it into the YAML file if asked."""
    from kpu_docs.updating import update

    found = update(chosen.data, chosen.file, write=chosen.write, force=chosen.force)
    print(found)
    return FAULTS if found.open else DONE


def new(chosen: argparse.Namespace) -> int:
    """Write the data of next year's decree into a folder."""
    from kpu_docs.tahun.folder import new_folder

    written, report = new_folder(chosen.file, chosen.tahun, chosen.folder, chosen.dari_tahun)
    print(report)
    print(*written, sep="\n")
    return DONE
