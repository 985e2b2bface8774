"""``evinvest extract``: articles in, facts out, as tables for people or as lines for programs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attrs import evolve

from evinvest.cli.command import Command, complain
from evinvest.cli.inputs import ENDINGS, Inputs
from evinvest.cli.tables import tables
from evinvest.errors import SerialError
from evinvest.facts import extract_facts
from evinvest.serial import jsonl

if TYPE_CHECKING:
    import argparse

    from evinvest.models import Facts
    from evinvest.reading import Article

_WIDTH = 120


def _arguments(parser: argparse.ArgumentParser) -> None:
    Inputs.add_to(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="how facts are shown")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there instead of standard output")


def _run(options: argparse.Namespace) -> int:
    inputs = Inputs(options.paths, options.published)
    if options.output and any(_is_same(path, options.output) for path in options.paths):
        raise SerialError("would overwrite an article that is read", source=str(options.output))
    with _output(options.output) as file:
        if options.format == "jsonl":
            for name, facts in inputs.each(_extracted):
                file.write(jsonl.dumps(facts, article=name))
                for issue in facts.issues:
                    complain(issue)
        else:
            width = shutil.get_terminal_size((_WIDTH, 24)).columns
            everything = list(inputs.each(_extracted))
            file.write(tables(everything, width=width) if everything else "")
    return int(inputs.failed)


def _extracted(article: Article, published: date | None) -> Facts:
    """The facts of an article, with its name in their issues."""
    facts = extract_facts(article, published=published)
    return evolve(facts, issues=tuple(evolve(issue, source=issue.source or article.name) for issue in facts.issues))


def _is_same(path: str, output: Path) -> bool:
    return output.exists() and Path(path).exists() and output.samefile(path)


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise SerialError(f"cannot be written: {error.strerror}", source=str(path)) from error
    with file:
        yield file


COMMAND = Command(
    name="extract",
    summary="read articles and show their facts",
    description="Read articles and show the investments, plants and export figures that they state. "
    f"In folders, files ending in {' '.join(sorted(ENDINGS))} are read, with all folders below.",
    arguments=_arguments,
    run=_run,
)
