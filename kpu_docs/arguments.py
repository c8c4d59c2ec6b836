"""argparse, speaking Indonesian."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

WRONG = 2
"""The exit code of a call that is wrong."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Indonesian."""

    WORDS = (
        (r"the following arguments are required: (.*)", r"belum ditulis: \1"),
        (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
        (r"argument (\S+): expected .* arguments?", r"\1: isinya belum ditulis"),
        (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 tidak menerima isi (\2)"),
        (r"argument \S+: invalid choice: '?([^' ]*).*\(choose from (.*)\)", r"perintah \1 tidak dikenal; yang ada: \2"),
        (r"argument (\S+): invalid \S+ value: '(.*)'", r"\1: harus bilangan bulat, paling kecil 1 (tertulis: \2)"),
        (r"(--(?:nomor dan|docx|json hanya|petikan hanya|template hanya) .*)", r"\1"),
    )

    def __init__(self, prog: str, description: str, **others: Any) -> None:
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title, self._optionals.title = "yang ditulis", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Say in Indonesian what is wrong with the call, and stop with exit code 2."""
        found = ((re.fullmatch(pattern, message), ours) for pattern, ours in self.WORDS)
        said = next((match.expand(ours) for match, ours in found if match), "pemakaiannya salah")
        self.print_usage(sys.stderr)
        self.exit(WRONG, f"{self.prog}: {said}\n")


class Once(argparse.Action):
    """Stores what an option says, and refuses the option where it stands twice: argparse would forget the first."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Store it, or stop."""
        if getattr(namespace, self.dest) is not None:
            parser.error(f"{option} hanya satu kali; untuk setiap NAMA panggil tersendiri")
        setattr(namespace, self.dest, values)


def count(text: str) -> int:
    """A whole number from 1 on.

    Raises:
        ValueError: it is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
