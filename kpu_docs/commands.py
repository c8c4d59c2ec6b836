"""What the commands do: chosen arguments in, exit code out. Each imports what it needs when it runs."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kpu_docs.arguments import WRONG
from kpu_docs.complaints import InputError, unwritable

DONE, FAULTS = 0, 1


def failed(error: InputError | OSError) -> int:
    """Say what is wrong with the input or with writing; returns the exit code for it."""
    print(error if isinstance(error, InputError) else unwritable(error), file=sys.stderr)
    return WRONG


def render(chosen: argparse.Namespace) -> int:
    """Write files of decrees."""
    from kpu_docs import inputs
    from kpu_docs.rendering import render_bytes, write_all
    from kpu_docs.targets import plan, settled

    if chosen.petikan is not None:
        chosen.naskah = chosen.naskah or ["petikan"]
        if "petikan" not in chosen.naskah:
            chosen.parser.error("--petikan hanya untuk --naskah petikan")
    if len(chosen.files) > 1 and (chosen.nomor is not None or chosen.tanggal is not None):
        chosen.parser.error("--nomor dan --tanggal hanya untuk satu FILE")
    template = _template(chosen)
    code = DONE
    for file, targets in plan(chosen.files, chosen.folder, chosen.formats, chosen.naskah, chosen.petikan):
        try:
            keputusan = inputs.load(file, nomor=chosen.nomor, tanggal=chosen.tanggal)
            for note in inputs.notes(keputusan):
                print(f"peringatan: {note}", file=sys.stderr)
            each, warnings = settled(keputusan, targets, force=chosen.force)
            for warning in warnings:
                print(f"peringatan: {warning}", file=sys.stderr)
            data = {
                one.path: render_bytes(
                    keputusan,
                    one.format,
                    template=template,
                    naskah=one.naskah,
                    petikan=one.petikan,
                    embed=chosen.embed,
                    force=True,
                )
                for one in each
            }
            chosen.folder.mkdir(parents=True, exist_ok=True)
            write_all(data)
        except (InputError, OSError) as error:
            code = failed(error)
        else:
            print(*data, sep="\n")
    return code


def _template(chosen: argparse.Namespace) -> Any:
    """The template that was chosen, read once for all files; refused before any of them is read."""
    if chosen.template is None:
        return None
    if "docx" not in chosen.formats:
        chosen.parser.error("--template hanya untuk format docx")
    from kpu_docs.rendering import understood

    return understood(chosen.template)


def template_new(chosen: argparse.Namespace) -> int:
    """Write a Word template to start from."""
    from kpu_docs.templating.starting import write_starter

    write_starter(chosen.file)
    print(chosen.file)
    return DONE


def template_check(chosen: argparse.Namespace) -> int:
    """Print what is wrong or doubtful with a Word template."""
    from kpu_docs.templating import checking

    told = checking.check(chosen.file)
    print(*(f"{chosen.file}: {remark}" for remark in told), checking.summary(told), sep="\n")
    return FAULTS if any(remark.severity == "salah" for remark in told) else DONE


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


def update(chosen: argparse.Namespace) -> int:
    """Print what was changed in Word since a decree was rendered; take it into the YAML file if asked."""
    from kpu_docs.updating import update

    found = update(chosen.data, chosen.file, write=chosen.write, force=chosen.force)
    print(found)
    return FAULTS if found.open else DONE


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


def batch(chosen: argparse.Namespace) -> int:
    """Write a decree for each row of data."""
    from kpu_docs.batching import batch
    from kpu_docs.batching.progress import summary, watched

    run = batch(
        chosen.file,
        chosen.data,
        chosen.folder,
        formats=chosen.formats,
        naskah=chosen.naskah,
        nama=chosen.nama,
        template=_template(chosen),
        force=chosen.force,
        workers=chosen.workers,
    )
    whole = watched(run, sys.stderr)
    print(f"{summary(run)}; lihat {chosen.folder / 'laporan.xlsx'}")
    return DONE if whole else FAULTS


def tata_naskah(chosen: argparse.Namespace) -> int:
    """Print the format rules of a regime with their sources."""
    from kpu_docs import tata_naskah
    from kpu_docs.rendering import known

    names = tata_naskah.names()
    if chosen.name is None:
        print(f"Tata naskah yang ada: {', '.join(names)}. Bila tidak dipilih: {tata_naskah.DEFAULT}.\n")
    name = chosen.name or tata_naskah.DEFAULT
    known("tata-naskah", name, names)
    print(f"{name}\n")
    values = [(nilai.path, _spelt(nilai.value), nilai.keyakinan, nilai.sumber) for nilai in tata_naskah.sourced(name)]
    wide, wider = (max(len(value[column]) for value in values) for column in (0, 1))
    for path, value, keyakinan, sumber in values:
        print(f"{path:<{wide}} = {value:<{wider}}  keyakinan {keyakinan}; sumber: {sumber}")
    return DONE


def peraturan(chosen: argparse.Namespace) -> int:
    """Print what the register knows of regulations."""
    from kpu_docs.peraturan.uraian import uraian

    print(uraian(chosen.words))
    return DONE


def _spelt(value: Any) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)


def schema(chosen: argparse.Namespace) -> int:
    """Print the JSON Schema of the data."""
    from kpu_docs import schema

    print(schema.text(), end="")
    return DONE


def init(chosen: argparse.Namespace) -> int:
    """Write a folder to start from."""
    from kpu_docs.forms import write_forms

    print(*write_forms(chosen.folder), sep="\n")
    return DONE


def import_(chosen: argparse.Namespace) -> int:
    """Write the data of a decree that exists into a folder."""
    from kpu_docs.reading.importing import imported

    written, report = imported(chosen.file, chosen.folder)
    print(report)
    print(*written, sep="\n")
    return DONE


def new(chosen: argparse.Namespace) -> int:
    """Write the data of next year's decree into a folder."""
    from kpu_docs.tahun.folder import new_folder

    written, report = new_folder(chosen.file, chosen.tahun, chosen.folder, chosen.dari_tahun)
    print(report)
    print(*written, sep="\n")
    return DONE


def help(chosen: argparse.Namespace) -> int:
    """Print the help of a command that was not finished."""
    chosen.parser.print_help(sys.stderr)
    return WRONG
