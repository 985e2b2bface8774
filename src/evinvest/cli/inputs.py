"""The articles that a command line names: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evinvest.errors import EvinvestError, SourceError
from evinvest.models import Issue
from evinvest.reading import Article, iter_articles, parse_article

ENDINGS = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml"})
"""What a file in a folder is called when it is taken for an article; a file named by itself is always taken."""

STDIN = "-"


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
