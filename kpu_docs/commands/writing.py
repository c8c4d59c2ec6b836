"""Commands that write decrees, and what they are written from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kpu_docs.arguments import Once, count
from kpu_docs.commands import DONE, FAULTS, Command, failed, help
from kpu_docs.complaints import InputError


def add(command: Command) -> None:
    """The commands with their arguments."""
    added = command("render", render, "tulis Keputusan dari berkas data (.yaml, .yml, .json, .xlsx)")
    added.add_argument("files", nargs="+", type=Path, metavar="FILE", help="berkas data")
    added.add_argument(
        "-o", dest="folder", type=Path, default=Path(), metavar="DIR", help="folder hasil (baku: folder ini)"
    )
    _add_outputs(added)
    _add_template(added)
    added.add_argument(
        "--petikan", action=Once, metavar="NAMA", help="untuk siapa petikannya (baku: setiap orang yang disebut)"
    )
    added.add_argument("--nomor", metavar="N", help="nomor Keputusan, menggantikan yang di data")
    added.add_argument("--tanggal", metavar="D", help="tanggal ditetapkan, misalnya 2022-01-26")
    added.add_argument(
        "--embed", action="store_true", help="sertakan data Keputusan di dalam DOCX dan PDF (baku: tidak)"
    )
    added = command("batch", batch, "tulis banyak Keputusan: satu pola, satu baris data untuk setiap Keputusan")
    added.add_argument(
        "file", type=Path, metavar="FILE", help="pola: Keputusan yang isinya menyebut kolom, {{ kolom }}"
    )
    added.add_argument("data", type=Path, metavar="DATA", help="baris-baris data (.xlsx, .csv, .yaml, .jsonl)")
    added.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder hasil")
    added.add_argument("-j", dest="workers", type=count, metavar="N", help="banyaknya proses (baku: sebanyak prosesor)")
    _add_outputs(added)
    _add_template(added)
    added.add_argument("--nama", metavar="POLA", help="nama berkas, misalnya '{{ nomor }}-{{ desa }}'")
    templates = command("template", help, "templat Word milik kantor: tulis yang baru, atau periksa")
    steps = templates.add_subparsers(title="perintah", metavar="PERINTAH")
    for name, run, description in (
        ("new", template_new, "tulis templat Word untuk mulai menyunting"),
        ("check", template_check, "periksa templat: tag, isi yang kurang, bentuk, dan apa yang ditolak Word"),
    ):
        step = steps.add_parser(name, description=description, help=description)
        step.set_defaults(run=run, parser=step)
        step.add_argument("file", type=Path, metavar="FILE", help="templat (.docx)")
    added = command("init", init, "tulis folder awal: keputusan.yaml, kantor.toml, rencana.xlsx, skema.json")
    added.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="folder tujuan (baku: folder ini)"
    )


def _add_template(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--template", type=Path, metavar="FILE", help="templat Word (.docx) milik kantor, hanya untuk DOCX; PDF tetap"
    )


def _add_outputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-f",
        dest="formats",
        type=_listed,
        default=["docx", "pdf"],
        metavar="FORMAT,...",
        help="docx, html, pdf, txt (baku: docx,pdf)",
    )
    command.add_argument(
        "--naskah",
        type=_listed,
        default=[],
        metavar="JENIS,...",
        help="rancangan, asli, salinan, petikan (baku: menurut data)",
    )
    command.add_argument(
        "--force", action="store_true", help="buat salinan atau petikan yang diminta walaupun masih ada yang tersisa"
    )


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


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


def init(chosen: argparse.Namespace) -> int:
    """Write a folder to start from."""
    from kpu_docs.forms import write_forms

    print(*write_forms(chosen.folder), sep="\n")
    return DONE
