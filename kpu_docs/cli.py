"""The command line: arguments in, exit code out."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from kpu_docs import __version__, commands
from kpu_docs.arguments import WRONG, Parser
from kpu_docs.commands import Run, checking, existing, showing, writing
from kpu_docs.complaints import InputError

STOPPED = 130

atexit.register(gc.freeze)  # a process that ends anyway need not look through all of its memory for cycles


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 when it is done, 1 when some decrees of a batch failed, 2 when the input or the call is
    wrong, 130 when it was stopped.
    """
    # Pydantic would look through everything that is installed for plugins: a fiftieth of the time of one decree.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
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


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        "kpu-docs", "Menulis Keputusan KPU dari data: DOCX untuk disunting dan ditandatangani, PDF untuk diumumkan."
    )
    parser.add_argument("--version", action="version", version=f"kpu-docs {__version__}", help="tampilkan versi")
    parser.set_defaults(run=commands.help, parser=parser)
    subparsers = parser.add_subparsers(title="perintah", metavar="PERINTAH")

    def command(name: str, run: Run, description: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = subparsers.add_parser(name, description=description, help=description)
        added.set_defaults(run=run, parser=added)
        return added

    for group in (writing, checking, existing, showing):
        group.add(command)
    return parser
