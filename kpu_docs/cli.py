"""The command line: arguments in, exit code out. Each command imports what it needs when it runs."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from kpu_docs import __version__
from kpu_docs.arguments import WRONG, Parser
from kpu_docs.complaints import InputError, unwritable

DONE, FAULTS, STOPPED = 0, 1, 130

atexit.register(gc.freeze)  # a process that ends anyway need not look through all of its memory for cycles


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 when it is done, 1 when some decrees of a batch failed, 2 when the input or the call is
    wrong, 130 when it was stopped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console that lacks a sign shows another instead of failing.
            stream.reconfigure(errors="replace")
    try:
        chosen = _parser().parse_args(arguments)
        code = int(chosen.run(chosen))
        sys.stdout.flush()
        return code
    except SystemExit as asked:
        return int(asked.code or DONE)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Nobody reads on (`| head`); what is still in the buffer has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except (InputError, OSError) as error:
        return _failed(error)


def _failed(error: InputError | OSError) -> int:
    print(error if isinstance(error, InputError) else unwritable(error), file=sys.stderr)
    return WRONG


def _render(chosen: argparse.Namespace) -> int:
    from kpu_docs import inputs
    from kpu_docs.rendering import render_bytes, write_all
    from kpu_docs.targets import plan

    if len(chosen.files) > 1 and (chosen.nomor is not None or chosen.tanggal is not None):
        chosen.parser.error("--nomor dan --tanggal hanya untuk satu FILE")
    code = DONE
    for file, targets in plan(chosen.files, chosen.folder, chosen.formats, chosen.naskah):
        try:
            keputusan = inputs.load(file, nomor=chosen.nomor, tanggal=chosen.tanggal)
            for note in inputs.notes(keputusan):
                print(f"peringatan: {note}", file=sys.stderr)
            data = {target.path: render_bytes(keputusan, target.format, naskah=target.naskah) for target in targets}
            chosen.folder.mkdir(parents=True, exist_ok=True)
            write_all(data)
        except (InputError, OSError) as error:
            code = _failed(error)
        else:
            print(*data, sep="\n")
    return code


def _check(chosen: argparse.Namespace) -> int:
    from kpu_docs import reviewing

    if chosen.docx and len(chosen.files) > 1:
        chosen.parser.error("--docx hanya untuk satu FILE")
    code = DONE
    reviews = []
    for file in chosen.files:
        try:
            review = reviewing.review(file, fix=chosen.fix, docx=chosen.docx)
        except (InputError, OSError) as error:
            code = _failed(error)
        else:
            reviews.append(review)
            print(*review.notes, sep="\n", file=sys.stderr, end="\n" if review.notes else "")
            if not chosen.json:
                print(*review.lines, sep="\n")
    if chosen.json:
        print(reviewing.as_json(reviews))
    return code or (FAULTS if any(review.wrong for review in reviews) else DONE)


def _rules(chosen: argparse.Namespace) -> int:
    from kpu_docs import reviewing

    print(*reviewing.rules_explained(chosen.name), sep="\n")
    return DONE


def _batch(chosen: argparse.Namespace) -> int:
    from kpu_docs.batching import batch
    from kpu_docs.batching.progress import summary, watched

    run = batch(
        chosen.file,
        chosen.data,
        chosen.folder,
        formats=chosen.formats,
        naskah=chosen.naskah,
        nama=chosen.nama,
        workers=chosen.workers,
    )
    whole = watched(run, sys.stderr)
    print(f"{summary(run)}; lihat {chosen.folder / 'laporan.xlsx'}")
    return DONE if whole else FAULTS


def _tata_naskah(chosen: argparse.Namespace) -> int:
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


def _peraturan(chosen: argparse.Namespace) -> int:
    from kpu_docs.peraturan.uraian import uraian

    print(uraian(chosen.words))
    return DONE


def _spelt(value: Any) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)


def _schema(chosen: argparse.Namespace) -> int:
    from kpu_docs import schema

    print(schema.text(), end="")
    return DONE


def _init(chosen: argparse.Namespace) -> int:
    from kpu_docs.forms import write_forms

    print(*write_forms(chosen.folder), sep="\n")
    return DONE


def _help(chosen: argparse.Namespace) -> int:
    chosen.parser.print_help(sys.stderr)
    return WRONG


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        "kpu-docs", "Menulis Keputusan KPU dari data: DOCX untuk disunting dan ditandatangani, PDF untuk diumumkan."
    )
    parser.add_argument("--version", action="version", version=f"kpu-docs {__version__}", help="tampilkan versi")
    parser.set_defaults(run=_help, parser=parser)
    commands = parser.add_subparsers(title="perintah", metavar="PERINTAH")

    def command(name: str, run: Any, description: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(name, description=description, help=description)
        added.set_defaults(run=run, parser=added)
        return added

    render = command("render", _render, "tulis Keputusan dari berkas data (.yaml, .yml, .json, .xlsx)")
    render.add_argument("files", nargs="+", type=Path, metavar="FILE", help="berkas data")
    render.add_argument(
        "-o", dest="folder", type=Path, default=Path(), metavar="DIR", help="folder hasil (baku: folder ini)"
    )
    _outputs(render)
    render.add_argument("--nomor", metavar="N", help="nomor Keputusan, menggantikan yang di data")
    render.add_argument("--tanggal", metavar="D", help="tanggal ditetapkan, misalnya 2022-01-26")
    check = command("check", _check, "periksa Keputusan: apa yang salah atau perlu dilihat lagi, di mana, dan mengapa")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="berkas data")
    check.add_argument("--json", action="store_true", help="cetak temuan sebagai JSON")
    check.add_argument("--fix", action="store_true", help="perbaiki yang pasti di berkas YAML, dan tampilkan bedanya")
    check.add_argument("--docx", type=Path, metavar="HASIL", help="tulis Keputusan dengan temuan sebagai komentar Word")
    rules = command("rules", _rules, "tampilkan aturan pemeriksaan, dengan contoh dan sumbernya")
    rules.add_argument("name", nargs="?", metavar="NAMA", help="nama aturan")
    many = command("batch", _batch, "tulis banyak Keputusan: satu pola, satu baris data untuk setiap Keputusan")
    many.add_argument("file", type=Path, metavar="FILE", help="pola: Keputusan yang isinya menyebut kolom, {{ kolom }}")
    many.add_argument("data", type=Path, metavar="DATA", help="baris-baris data (.xlsx, .csv, .yaml, .jsonl)")
    many.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder hasil")
    many.add_argument("-j", dest="workers", type=_count, metavar="N", help="banyaknya proses (baku: sebanyak prosesor)")
    _outputs(many)
    many.add_argument("--nama", metavar="POLA", help="nama berkas, misalnya '{{ nomor }}-{{ desa }}'")
    shown = command("tata-naskah", _tata_naskah, "tampilkan aturan bentuk, dengan sumber dan keyakinannya")
    shown.add_argument("name", nargs="?", metavar="NAMA", help="nama tata naskah")
    found = command("peraturan", _peraturan, "cari peraturan di register: kutipan, tanggal, perubahan, keyakinannya")
    found.add_argument("words", nargs="*", metavar="KATA", help="kunci atau kata; tanpa KATA: semua kunci")
    command("schema", _schema, "tampilkan JSON Schema data Keputusan")
    init = command("init", _init, "tulis folder awal: keputusan.yaml, kantor.toml, rencana.xlsx, skema.json")
    init.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="folder tujuan (baku: folder ini)"
    )
    return parser


def _outputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-f",
        dest="formats",
        type=_listed,
        default=["docx", "pdf"],
        metavar="FORMAT,...",
        help="docx, html, pdf, txt (baku: docx,pdf)",
    )
    command.add_argument(
        "--naskah", type=_listed, default=[], metavar="JENIS,...", help="rancangan, asli, salinan (baku: menurut data)"
    )
