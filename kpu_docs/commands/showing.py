"""Commands that show what the library knows."""

from __future__ import annotations

import argparse
from typing import Any

from kpu_docs.commands import DONE, Command


def add(command: Command) -> None:
    """The commands with their arguments."""
    added = command("tata-naskah", tata_naskah, "tampilkan aturan bentuk, dengan sumber dan keyakinannya")
    added.add_argument("name", nargs="?", metavar="NAMA", help="nama tata naskah")
    added = command("peraturan", peraturan, "cari peraturan di register: kutipan, tanggal, perubahan, keyakinannya")
    added.add_argument("words", nargs="*", metavar="KATA", help="kunci atau kata; tanpa KATA: semua kunci")
    command("schema", schema, "tampilkan JSON Schema data Keputusan")


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


def _spelt(value: Any) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)


def peraturan(chosen: argparse.Namespace) -> int:
    """Print what the register knows of regulations."""
    from kpu_docs.peraturan.uraian import uraian

    print(uraian(chosen.words))
    return DONE


def schema(chosen: argparse.Namespace) -> int:
    """Print the JSON Schema of the data."""
    from kpu_docs import schema

    print(schema.text(), end="")
    return DONE
