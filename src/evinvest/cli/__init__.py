"""The command line: ``evinvest COMMAND ...``; one module a command, and one table of them here."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from evinvest.cli import convert, explain, extract, schema
from evinvest.cli.command import Command, complain
from evinvest.errors import EvinvestError

__all__ = ["COMMANDS", "build_parser", "main"]

COMMANDS: tuple[Command, ...] = (extract.COMMAND, explain.COMMAND, convert.COMMAND, schema.COMMAND)

_STOPPED_BY_KEY = 130
_PIPE_CLOSED = 141  # as the shell counts a process that the signal of a closed pipe ends


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        arguments: those of the process by default.

    Returns:
        0 when all went well, 1 when something could not be read or written; wrong usage exits with 2 by itself.
    """
    for stream in (sys.stdout, sys.stderr):
        # What is written is UTF-8 everywhere; a file name that is none is escaped.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; what is still in the buffer goes nowhere when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _STOPPED_BY_KEY
    except (EvinvestError, OSError) as error:  # the latter when a disk is full
        complain(error)
        return 1
    return status


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line, of which the reference is made as well."""
    parser = argparse.ArgumentParser(
        prog="evinvest",
        description="Facts about electric-vehicle and battery investment, read from news articles.",
    )
    parser.add_argument("--version", action="version", version=f"evinvest {version('evinvest')}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        each = commands.add_parser(command.name, help=command.summary, description=command.description)
        command.arguments(each)
        each.set_defaults(run=command.run)
    return parser
