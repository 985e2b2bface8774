"""``evinvest schema``: the form of the documents, for validators and editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from evinvest.cli.command import Command
from evinvest.serial.schema import RECORDS, dump

if TYPE_CHECKING:
    import argparse


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "record",
        nargs="?",
        choices=sorted(RECORDS),
        metavar="RECORD",
        help="the schema of one record (%(choices)s); by default of all facts of an article, or any one of them",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of standard output")


def _run(options: argparse.Namespace) -> int:
    dump(options.output or sys.stdout, RECORDS[options.record] if options.record else None)
    return 0


COMMAND = Command(
    name="schema",
    summary="print the JSON Schema of the documents",
    description="Print the JSON Schema (draft 2020-12) that every document of facts keeps to, made from the records.",
    arguments=_arguments,
    run=_run,
)
