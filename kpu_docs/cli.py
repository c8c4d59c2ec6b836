"""The command line: arguments in, exit code out."""

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

from kpu_docs import __version__, commands
from kpu_docs.arguments import WRONG, Once, Parser
from kpu_docs.complaints import InputError

STOPPED = 130

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
        return int(asked.code or commands.DONE)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Nobody reads on (`| head`); what is still in the buffer has nowhere to go either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except (InputError, OSError) as error:
        return commands.failed(error)


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
    parser.set_defaults(run=commands.help, parser=parser)
    subparsers = parser.add_subparsers(title="perintah", metavar="PERINTAH")

    def command(name: str, run: Any, description: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = subparsers.add_parser(name, description=description, help=description)
        added.set_defaults(run=run, parser=added)
        return added

    render = command("render", commands.render, "tulis Keputusan dari berkas data (.yaml, .yml, .json, .xlsx)")
    render.add_argument("files", nargs="+", type=Path, metavar="FILE", help="berkas data")
    render.add_argument(
        "-o", dest="folder", type=Path, default=Path(), metavar="DIR", help="folder hasil (baku: folder ini)"
    )
    _outputs(render)
    _template(render)
    render.add_argument(
        "--petikan", action=Once, metavar="NAMA", help="untuk siapa petikannya (baku: setiap orang yang disebut)"
    )
    render.add_argument("--nomor", metavar="N", help="nomor Keputusan, menggantikan yang di data")
    render.add_argument("--tanggal", metavar="D", help="tanggal ditetapkan, misalnya 2022-01-26")
    render.add_argument(
        "--embed", action="store_true", help="sertakan data Keputusan di dalam DOCX dan PDF (baku: tidak)"
    )
    check = command(
        "check", commands.check, "periksa Keputusan: apa yang salah atau perlu dilihat lagi, di mana, dan mengapa"
    )
    check.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="berkas data, atau dokumen: .docx, .txt, .pdf"
    )
    check.add_argument("--json", action="store_true", help="cetak temuan sebagai JSON")
    check.add_argument("--fix", action="store_true", help="perbaiki yang pasti di berkas YAML, dan tampilkan bedanya")
    check.add_argument(
        "--docx",
        type=Path,
        metavar="HASIL",
        help="tulis Keputusan, atau salinan berkas Word, dengan temuan sebagai komentar",
    )
    compared = command(
        "verify", commands.verify, "apakah DOCX atau PDF masih berbunyi seperti datanya; bila tidak, di mana"
    )
    compared.add_argument("file", type=Path, metavar="FILE", help="berkas .docx atau .pdf yang pernah ditulis kpu-docs")
    compared.add_argument(
        "data", nargs="?", type=Path, metavar="DATA", help="berkas data; tanpa ini: data di dalam FILE (--embed)"
    )
    compared.add_argument(
        "--petikan", action=Once, metavar="NAMA", help="untuk siapa petikan ini; untuk orang biasanya tidak perlu"
    )
    taken = command(
        "import",
        commands.import_,
        "baca Keputusan yang sudah ada (.docx, .txt hasil pindai, atau .pdf berteks) menjadi data",
    )
    taken.add_argument("file", type=Path, metavar="FILE", help="berkas .docx, .txt, atau .pdf")
    taken.add_argument(
        "-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder hasil; berkas yang ada tidak ditimpa"
    )
    updated = command(
        "update", commands.update, "ambil perubahan yang dibuat di Word sejak Keputusan dirender ke berkas YAML-nya"
    )
    updated.add_argument("data", type=Path, metavar="DATA", help="berkas data (.yaml)")
    updated.add_argument("file", type=Path, metavar="FILE", help="berkas .docx yang disunting")
    updated.add_argument("--write", action="store_true", help="tulis perubahannya ke DATA (baku: hanya ditampilkan)")
    updated.add_argument("--force", action="store_true", help="menurut Word juga yang diubah di kedua sisi")
    contrasted = command(
        "diff", commands.diff, "apa yang berbeda pada Keputusan kedua: bunyi, dasar hukum, kegiatan, bulan"
    )
    for name, metavar in (("before", "SEMULA"), ("after", "MENJADI")):
        contrasted.add_argument(name, type=Path, metavar=metavar, help="berkas data, .docx, .pdf, atau .txt")
    contrasted.add_argument("--json", action="store_true", help="cetak perbedaan sebagai JSON")
    contrasted.add_argument(
        "-o", dest="result", type=Path, metavar="HASIL", help="tulis persandingan (.docx, .html, .pdf, .txt)"
    )
    renewed = command("new", commands.new, "buat data Keputusan tahun berikutnya dari Keputusan yang lama")
    renewed.add_argument(
        "--from",
        dest="file",
        type=Path,
        required=True,
        metavar="LAMA",
        help="berkas data (.yaml, .json, .xlsx) atau Keputusan yang sudah ada (.docx, .pdf, .txt)",
    )
    renewed.add_argument("--tahun", type=_count, required=True, metavar="TAHUN", help="tahun yang baru, misalnya 2027")
    renewed.add_argument(
        "--dari-tahun", type=_count, metavar="TAHUN", help="tahun yang dinaikkan (baku: yang disebut judulnya)"
    )
    renewed.add_argument(
        "-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder baru; berkas yang ada tidak ditimpa"
    )
    rules = command("rules", commands.rules, "tampilkan aturan pemeriksaan, dengan contoh dan sumbernya")
    rules.add_argument("name", nargs="?", metavar="NAMA", help="nama aturan")
    many = command("batch", commands.batch, "tulis banyak Keputusan: satu pola, satu baris data untuk setiap Keputusan")
    many.add_argument("file", type=Path, metavar="FILE", help="pola: Keputusan yang isinya menyebut kolom, {{ kolom }}")
    many.add_argument("data", type=Path, metavar="DATA", help="baris-baris data (.xlsx, .csv, .yaml, .jsonl)")
    many.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR", help="folder hasil")
    many.add_argument("-j", dest="workers", type=_count, metavar="N", help="banyaknya proses (baku: sebanyak prosesor)")
    _outputs(many)
    _template(many)
    many.add_argument("--nama", metavar="POLA", help="nama berkas, misalnya '{{ nomor }}-{{ desa }}'")
    templates = command("template", commands.help, "templat Word milik kantor: tulis yang baru, atau periksa")
    steps = templates.add_subparsers(title="perintah", metavar="PERINTAH")
    for name, run, description in (
        ("new", commands.template_new, "tulis templat Word untuk mulai menyunting"),
        ("check", commands.template_check, "periksa templat: tag, isi yang kurang, bentuk, dan apa yang ditolak Word"),
    ):
        step = steps.add_parser(name, description=description, help=description)
        step.set_defaults(run=run, parser=step)
        step.add_argument("file", type=Path, metavar="FILE", help="templat (.docx)")
    shown = command("tata-naskah", commands.tata_naskah, "tampilkan aturan bentuk, dengan sumber dan keyakinannya")
    shown.add_argument("name", nargs="?", metavar="NAMA", help="nama tata naskah")
    found = command(
        "peraturan", commands.peraturan, "cari peraturan di register: kutipan, tanggal, perubahan, keyakinannya"
    )
    found.add_argument("words", nargs="*", metavar="KATA", help="kunci atau kata; tanpa KATA: semua kunci")
    command("schema", commands.schema, "tampilkan JSON Schema data Keputusan")
    init = command("init", commands.init, "tulis folder awal: keputusan.yaml, kantor.toml, rencana.xlsx, skema.json")
    init.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="folder tujuan (baku: folder ini)"
    )
    return parser


def _template(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--template", type=Path, metavar="FILE", help="templat Word (.docx) milik kantor, hanya untuk DOCX; PDF tetap"
    )


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
        "--naskah",
        type=_listed,
        default=[],
        metavar="JENIS,...",
        help="rancangan, asli, salinan, petikan (baku: menurut data)",
    )
    command.add_argument(
        "--force", action="store_true", help="buat salinan atau petikan yang diminta walaupun masih ada yang tersisa"
    )
