"""The commands, each with its arguments and what it does: arguments in, exit code out. What they need they import when
they run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from kpu_docs.arguments import WRONG
from kpu_docs.complaints import InputError, unwritable

DONE, FAULTS = 0, 1

Run = Callable[[argparse.Namespace], int]
Command = Callable[[str, Run, str], argparse.ArgumentParser]
"""Adds a command: its name, what it does, how it is described."""


def failed(error: InputError | OSError) -> int:
    """Say what is wrong with the input or with writing; returns the exit code for it."""
    print(error if isinstance(error, InputError) else unwritable(error), file=sys.stderr)
    return WRONG


def help(chosen: argparse.Namespace) -> int:
    """Print the help of a command that was not finished."""
    chosen.parser.print_help(sys.stderr)
    return WRONG
