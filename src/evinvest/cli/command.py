"""What a command is, and how commands speak of trouble."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from attrs import frozen


@frozen(kw_only=True)
class Command:
    """One command of the command line.

    Attributes:
        name: as it is typed.
        summary: one line for the list of commands.
        description: what its own help says first.
        arguments: adds its arguments to a parser.
        run: does the work and returns the exit status.
    """

    name: str
    summary: str
    description: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def complain(error: Exception) -> None:
    """Write an error on standard error, on one line: file, line, reason."""
    print("evinvest:", " ".join(str(error).split()), file=sys.stderr)
