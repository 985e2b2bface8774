"""Articles from many places, one after the other: files, folders, archives, tables, web crawls.

No more than one article is held in memory. What cannot be read comes as an :class:`evinvest.models.Issue` that names
it, and the rest goes on.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from attrs import evolve, frozen

from evinvest.errors import EvinvestError, MissingExtra, SourceError
from evinvest.models.facts import Issue
from evinvest.reading.article import Article
from evinvest.reading.encoding import decode, refuse_binary
from evinvest.reading.reader import MAX_BYTES, build_article, find_layout, parse_article
from evinvest.reading.records import Columns, Table, elements, is_array, record_layout, rows

Progress = Callable[[str, int], object]
"""Called after every article or issue with its name and how many there have been."""

MAX_NESTING = 3
"""How deep archives may stand in archives."""

_HEAD = 1 << 10
_TABLES = {".csv": None, ".tsv": "\t", ".tab": "\t"}
_LINES = (".jsonl", ".ndjson", ".jsonlines")


@frozen(kw_only=True)
class _Options:
    columns: Columns | None
    format: str | None
    encoding: str | None
    max_bytes: int


def iter_articles(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Columns | None = None,
    format: str | None = None,  # noqa: A002 - the word that everybody uses
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    progress: Progress | None = None,
) -> Iterator[Article | Issue]:
    """Read articles one after the other, in constant memory.

    A folder gives all files below it in the order of their names. Archives (zip, tar, gz, also in one another) and web
    crawls (``.warc``, ``.warc.gz``; these need the extra ``warc``) are known by their first bytes, tables by their
    ending: ``.jsonl`` and ``.ndjson``, ``.csv`` and ``.tsv``. A file that is a JSON array of objects has an article in
    each. Everything else is one article a file.

    Args:
        paths: a file, a folder, or several.
        columns: where tables have what: field of the article, or ``text``, to the name of the column or key.
        format: of files that are one article each; found from the content where not given.
        encoding: found from the content where not given, for CSV UTF-8.
        max_bytes: a larger article, line or row is an issue.
        progress: called after each with its name and how many there have been.

    Yields:
        Articles, whose ``name`` says where they are from (``news.zip!june/a.md``, ``news.jsonl:17``, ``news.json[3]``),
        and for what cannot be read an issue with the same name and the line.
    """
    options = _Options(columns=columns, format=format, encoding=encoding, max_bytes=max_bytes)
    count = 0
    for path in _paths(paths):
        for item in _guarded(str(path), _file(path, options)):
            count += 1
            if progress is not None:
                progress((item.name if isinstance(item, Article) else item.source) or "", count)
            yield item


def _paths(paths: str | Path | Iterable[str | Path]) -> Iterator[Path]:
    for path in [paths] if isinstance(paths, str | Path) else paths:
        found = Path(path)
        if found.is_dir():
            yield from _files(found)
        else:
            yield found


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _guarded(name: str, items: Iterator[Article | Issue]) -> Iterator[Article | Issue]:
    """The items, and an issue in place of the error that ends them."""
    from evinvest.reading.archives import TROUBLE  # noqa: PLC0415 - one article needs no archives

    try:
        yield from items
    except (EvinvestError, *TROUBLE) as error:
        yield _issue(name, error)


def _issue(name: str, error: Exception, line: int | None = None) -> Issue:
    if isinstance(error, MissingExtra):
        return Issue("missing-extra", error.message, source=name)
    if isinstance(error, EvinvestError):
        return Issue("unreadable-article", error.message, source=name, line=error.line if line is None else line)
    reason = getattr(error, "strerror", None) or error
    return Issue("unreadable-source", f"cannot be read: {reason}", source=name, line=line)


def _file(path: Path, options: _Options) -> Iterator[Article | Issue]:
    with path.open("rb") as stream:
        yield from _stream(str(path), stream, options, 0)


def _stream(name: str, stream: IO[bytes], options: _Options, depth: int) -> Iterator[Article | Issue]:
    """Whatever a stream holds, by its first bytes and its ending."""
    from evinvest.reading.archives import archive_kind, members_of  # noqa: PLC0415 - as above

    kind = archive_kind(stream.peek(_HEAD)[:_HEAD])  # type: ignore[attr-defined] # all streams here are buffered
    if kind == "warc":
        yield from _crawl(name, stream, options)
    elif kind is not None:
        if depth == MAX_NESTING:
            raise SourceError(f"archives nested deeper than {MAX_NESTING}")
        for member, opened in members_of(kind, stream, seekable=depth == 0, max_bytes=options.max_bytes):
            inner = f"{name}!{member}" if member else name
            yield from _guarded(inner, _member(inner, opened, options, depth + 1))
    else:
        yield from _articles(name, stream, options)


def _member(name: str, opened: Callable[[], IO[bytes]], options: _Options, depth: int) -> Iterator[Article | Issue]:
    with opened() as stream:
        yield from _stream(name, stream, options, depth)


def _articles(name: str, stream: IO[bytes], options: _Options) -> Iterator[Article | Issue]:
    ending = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    if ending in _LINES:
        yield from _json_lines(name, stream, options)
    elif ending in _TABLES:
        yield from _table(name, stream, options, _TABLES[ending])
    else:
        data = stream.read(options.max_bytes + 1)
        if options.format in (None, "json") and len(data) <= options.max_bytes and is_array(data):
            yield from _elements(name, data, options)
            return
        yield parse_article(
            data, format=options.format, name=name, encoding=options.encoding, max_bytes=options.max_bytes
        )


def _elements(name: str, data: bytes, options: _Options) -> Iterator[Article | Issue]:
    source, encoding = decode(data, options.encoding)
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding  # a byte order mark is no part of an element
    for index, (line, start, end) in enumerate(elements(source)):
        element = source[start:end]
        try:
            layout = find_layout(element, "json", columns=options.columns or {})
            raw = element.encode(encoding)
            yield build_article(element, layout, raw=raw, name=f"{name}[{index}]", encoding=encoding)
        except EvinvestError as error:
            yield _issue(f"{name}[{index}]", error, line)


def _json_lines(name: str, stream: IO[bytes], options: _Options) -> Iterator[Article | Issue]:
    for number, line in _lines(stream, options.max_bytes):
        try:
            if line is None:
                raise SourceError(f"a line larger than {options.max_bytes} bytes")
            raw = line.rstrip(b"\r\n")
            if raw.strip():
                source, encoding = decode(raw, options.encoding)
                layout = find_layout(source, "json", columns=options.columns or {})
                yield build_article(source, layout, raw=raw, name=f"{name}:{number}", encoding=encoding)
        except EvinvestError as error:
            yield _issue(name, error, number)


def _lines(stream: IO[bytes], longest: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines and their numbers; ``None`` for one that is too long."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 16)
        yield number, None


def _table(name: str, stream: IO[bytes], options: _Options, delimiter: str | None) -> Iterator[Article | Issue]:
    encoding = options.encoding or "utf-8-sig"
    # Line ends stay as they are: the row is the source of its article. A byte order mark is no part of a row.
    lines = io.TextIOWrapper(stream, encoding=encoding, newline="")
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        found = rows(lines, longest=options.max_bytes)
        header = next(found, None)
        table = Table(header[1] if header else "", delimiter=delimiter)
        for number, row in found:
            try:
                article = _row(f"{name}:{number}", row, table, encoding, options)
            except EvinvestError as error:
                yield _issue(name, error, number)
            else:
                if article is not None:
                    yield article
    finally:
        lines.detach()  # the stream belongs to the caller


def _row(name: str, row: str, table: Table, encoding: str, options: _Options) -> Article | None:
    if len(row) > options.max_bytes:
        raise SourceError(f"a row larger than {options.max_bytes} characters")
    if not row.strip():
        return None
    refuse_binary(row)
    layout = record_layout("csv", *table.row(row), options.columns)
    return build_article(row, layout, raw=row.encode(encoding), name=name, encoding=encoding)


def _crawl(name: str, stream: IO[bytes], options: _Options) -> Iterator[Article | Issue]:
    from evinvest.reading.crawls import warc_pages  # noqa: PLC0415 - needs an extra

    for page in warc_pages(stream, max_bytes=options.max_bytes):
        member = f"{name}!{page.address}"
        try:
            if page.content is None:
                raise SourceError(f"larger than {options.max_bytes} bytes")
            article = parse_article(page.content, name=member, max_bytes=options.max_bytes)
            yield article if article.link else evolve(article, link=page.address)
        except EvinvestError as error:
            yield _issue(member, error)
