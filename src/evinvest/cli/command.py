"""What a command is, and how commands speak of trouble."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from evinvest.models import Issue


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


def complain(trouble: Exception | Issue) -> None:
    """Write a trouble on standard error, on one line: file, line, reason."""
    print("evinvest:", " ".join(str(trouble).split()), file=sys.stderr)


def day(text: str) -> date:
    """The day that somebody typed.

    Raises:
        ArgumentTypeError: when it is none, for the parser to tell.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date such as 2025-05-16: {text!r}") from None
