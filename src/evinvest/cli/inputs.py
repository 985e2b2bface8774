"""The articles that a command line names: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import define

from evinvest.cli.command import complain, day
from evinvest.errors import EvinvestError, SourceError
from evinvest.models import Issue
from evinvest.reading import Article, iter_articles, parse_article

if TYPE_CHECKING:
    import argparse

ENDINGS = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml"})
"""What a file in a folder is called when it is taken for an article; a file named by itself is always taken."""

STDIN = "-"

T = TypeVar("T")


@define
class Inputs:
    """The articles of a command line, each put to some use; what fails is told on standard error and left out.

    Attributes:
        paths: as they were typed.
        published: the day of all articles, when it was typed.
        failed: whether any failed so far.
    """

    paths: Sequence[str]
    published: date | None
    failed: bool = False

    @staticmethod
    def add_to(parser: argparse.ArgumentParser) -> None:
        """Let a command take them."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--published", type=day, metavar="DATE", help="the day of all articles, such as 2025-05-16")

    def each(self, use: Callable[[Article, date | None], T]) -> Iterator[tuple[str, T]]:
        """The name of each article, and what ``use`` made of it and of the day."""
        for article in articles(self.paths, on_error=self._fail):
            try:
                yield article.name or "", use(article, self.published)
            except EvinvestError as error:
                error.source = error.source or article.name
                self._fail(error)

    def _fail(self, error: EvinvestError) -> None:
        self.failed = True
        complain(error)


def articles(paths: Sequence[str], *, on_error: Callable[[EvinvestError], None]) -> Iterator[Article]:
    """The articles of files, of folders with all below them, and of standard input (``-``), in order.

    Args:
        paths: as they were typed.
        on_error: gets what cannot be read; the others are read all the same.
    """
    for path in paths:
        try:
            names = [path] if path == STDIN or not Path(path).is_dir() else _in_folder(path)
        except SourceError as error:
            on_error(error)
            continue
        for name in names:
            for found in _read(name):
                try:
                    yield _checked(found)
                except EvinvestError as error:
                    on_error(error)


def _read(name: str) -> Iterator[Article | Issue]:
    """One article, or those of an archive, a table or a web crawl."""
    if name != STDIN:
        yield from iter_articles(name)
        return
    try:
        yield parse_article(sys.stdin.buffer.read(), name="<stdin>")
    except SourceError as error:
        yield Issue("unreadable-article", error.message, source=error.source, line=error.line)


def _checked(found: Article | Issue) -> Article:
    if isinstance(found, Issue):
        raise SourceError(found.message, source=found.source, line=found.line)
    if not found.text.strip():  # such as a page of menus, which is no broken article
        raise SourceError("no text of an article in it", source=found.name)
    return found


def _in_folder(folder: str) -> list[str]:
    """The articles in a folder and below, sorted; what is hidden is left out."""
    found: list[str] = []
    for base, below, files in os.walk(folder, onerror=_refuse):
        below[:] = sorted(name for name in below if not name.startswith("."))
        names = (name for name in files if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS)
        found += [str(Path(base, name)) for name in names]
    if not found:
        raise SourceError(f"no articles in this folder ({' '.join(sorted(ENDINGS))})", source=folder)
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise SourceError(f"cannot be read: {error.strerror}", source=error.filename) from error
