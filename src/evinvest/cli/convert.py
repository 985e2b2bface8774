"""``evinvest convert``: facts from one file into another, in the formats of their endings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from evinvest.cli.command import Command
from evinvest.serial.formats import FORMATS, convert

if TYPE_CHECKING:
    import argparse

_KNOWN = "; ".join(f"{each.name} ({' '.join(each.endings)})" for each in FORMATS if each.dump)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="IN", help="a file or folder of facts")
    parser.add_argument("target", type=Path, metavar="OUT", help="the file to write, or a folder for CSV tables")


def _run(options: argparse.Namespace) -> int:
    for lost in convert(options.source, options.target):
        print(f"evinvest: {options.target}: not held by this format: {lost}", file=sys.stderr)
    return 0


COMMAND = Command(
    name="convert",
    summary="write facts in another format",
    description=f"Write the facts of one file into another, in the formats of their endings: {_KNOWN}. A path without "
    "an ending is a folder of CSV tables with a datapackage.json. A database gets the facts beside what it holds. "
    "What a format does not hold is told on standard error.",
    arguments=_arguments,
    run=_run,
)
