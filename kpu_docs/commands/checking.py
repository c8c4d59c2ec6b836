"""Commands that check decrees, and compare them with documents and with one another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kpu_docs.arguments import Once
from kpu_docs.commands import DONE, FAULTS, Command, failed
from kpu_docs.complaints import InputError


def add(command: Command) -> None:
    """The commands with their arguments."""
    added = command("check", check, "periksa Keputusan: apa yang salah atau perlu dilihat lagi, di mana, dan mengapa")
    added.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="berkas data, atau dokumen: .docx, .txt, .pdf"
    )
    added.add_argument("--json", action="store_true", help="cetak temuan sebagai JSON")
    added.add_argument("--fix", action="store_true", help="perbaiki yang pasti di berkas YAML, dan tampilkan bedanya")
    added.add_argument(
        "--docx",
        type=Path,
        metavar="HASIL",
        help="tulis Keputusan, atau salinan berkas Word, dengan temuan sebagai komentar",
    )
    added = command("verify", verify, "apakah DOCX atau PDF masih berbunyi seperti datanya; bila tidak, di mana")
    added.add_argument("file", type=Path, metavar="FILE", help="berkas .docx atau .pdf yang pernah ditulis kpu-docs")
    added.add_argument(
        "data", nargs="?", type=Path, metavar="DATA", help="berkas data; tanpa ini: data di dalam FILE (--embed)"
    )
    added.add_argument(
        "--petikan", action=Once, metavar="NAMA", help="untuk siapa petikan ini; untuk orang biasanya tidak perlu"
    )
    added = command("diff", diff, "apa yang berbeda pada Keputusan kedua: bunyi, dasar hukum, kegiatan, bulan")
    for name, metavar in (("before", "SEMULA"), ("after", "MENJADI")):
        added.add_argument(name, type=Path, metavar=metavar, help="berkas data, .docx, .pdf, atau .txt")
    added.add_argument("--json", action="store_true", help="cetak perbedaan sebagai JSON")
    added.add_argument(
        "-o", dest="result", type=Path, metavar="HASIL", help="tulis persandingan (.docx, .html, .pdf, .txt)"
    )
    added = command("rules", rules, "tampilkan aturan pemeriksaan, dengan contoh dan sumbernya")
    added.add_argument("name", nargs="?", metavar="NAMA", help="nama aturan")


def check(chosen: argparse.Namespace) -> int:
    """Print the findings on decrees; mend them, or write them into a Word file, if asked."""
    from kpu_docs import reviewing

    if chosen.docx and len(chosen.files) > 1:
        chosen.parser.error("--docx hanya untuk satu FILE")
    code = DONE
    reviews = []
    for file in chosen.files:
        try:
            review = reviewing.review(file, fix=chosen.fix, docx=chosen.docx)
        except (InputError, OSError) as error:
            code = failed(error)
        else:
            reviews.append(review)
            print(*review.notes, sep="\n", file=sys.stderr, end="\n" if review.notes else "")
            if not chosen.json:
                print(*review.lines, sep="\n")
    if chosen.json:
        print(reviewing.as_json(reviews))
    return code or (FAULTS if any(review.wrong for review in reviews) else DONE)


def verify(chosen: argparse.Namespace) -> int:
    """Print where a document differs from its data."""
    from kpu_docs.verifying import verified

    found = verified(chosen.file, chosen.data, petikan=chosen.petikan)
    for difference in found.differences:
        print(f"{chosen.file}: {difference}")
    if not found.differences:
        print(f"{chosen.file}: sama dengan datanya ({found.naskah})")
    return FAULTS if found.differences else DONE


def diff(chosen: argparse.Namespace) -> int:
    """Print what is different in the second of two decrees, or write it as a table."""
    from kpu_docs import comparing
    from kpu_docs.rendering import formats, known, refuse_existing, write_all

    if chosen.json and chosen.result:
        chosen.parser.error("--json hanya tanpa -o")
    if chosen.result:
        format = chosen.result.suffix.lower().removeprefix(".")
        known("-o", format, formats())
        refuse_existing([chosen.result])
    before, after = comparing.both(chosen.before, chosen.after)
    for file, decree in ((chosen.before, before), (chosen.after, after)):
        if comparing.left_over(decree):
            print(f"peringatan: {file}: {comparing.LEFT_OVER_NOTE}", file=sys.stderr)
    found = comparing.diff(before, after)
    if chosen.result:
        from kpu_docs.comparing.table import written

        files = (chosen.before.name, chosen.after.name)
        write_all({chosen.result: written(before, after, found, format, files)})
        print(chosen.result)
    elif chosen.json:
        print(comparing.as_json(found))
    else:
        print(*found or ("tidak ada perbedaan",), sep="\n")
    return FAULTS if found else DONE


def rules(chosen: argparse.Namespace) -> int:
    """Print the rules of the checker."""
    from kpu_docs import reviewing

    print(*reviewing.rules_explained(chosen.name), sep="\n")
    return DONE
