"""Articles kept as records: a JSON object a line, an element of a JSON array, a row of a CSV table.

The source of such an article is its own line, element or row, and its text stands in one of the values: lifted out with
the escapes as edits, so that spans point into the line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evinvest.errors import SourceError
from evinvest.reading.fields import NAMES, fields_of
from evinvest.reading.frontmatter import FrontMatter, Written
from evinvest.reading.layout import Layout, metadata_parts

TEXT_NAMES = ("text", "body", "content", "articleBody", "article_body", "maintext", "fulltext", "full_text", "article")
"""The keys under which records keep the text, in the order in which they are asked."""

_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")
_SPACES = re.compile(r"[ \t\r\n]*")
_SOMETHING = re.compile(r"\S")
_SEPARATOR = re.compile(r"[ \t\r\n]*([,\]])")

Columns = Mapping[str, str]
"""Where a table has what: a field of the article, or ``text``, to the name of the column or key."""


def record_layout(
    format: str,  # noqa: A002 - the public word
    metadata: Mapping[str, Any],
    written: Mapping[str, Written],
    columns: Columns | None = None,
) -> Layout:
    """The layout of one record.

    Args:
        format: ``json`` or ``csv``.
        metadata: its values.
        written: where the texts among them stand.
        columns: where the table has what; found by the usual names where not given.

    Raises:
        SourceError: when no value holds a text, or ``columns`` names something that no article has.
    """
    columns = columns or {}
    unknown = sorted(set(columns) - set(NAMES) - {"text"})
    if unknown:
        raise SourceError(f"no such field: {', '.join(unknown)}")
    key = columns.get("text") or text_key(written)
    if key is None or key not in written:
        raise SourceError(f"the record has no text under {key or ' or '.join(TEXT_NAMES)}")
    parts = [part for part in metadata_parts(metadata, written, columns) if part[1] != written[key]]
    # The fields by their first usual name, so that what the caller names comes before what is found.
    named = {NAMES[field][0]: metadata.get(name) for field, name in columns.items() if field in NAMES}
    rest = {name: value for name, value in metadata.items() if name != key}
    return Layout(format, metadata, [*parts, ("text", written[key])], fields_of(rest) | fields_of(named))


def text_key(written: Mapping[str, Written]) -> str | None:
    """The key that holds the text of a record."""
    return next((name for name in TEXT_NAMES if name in written), None)


def is_record(front: FrontMatter, source: str) -> bool:
    """Whether a JSON object is the whole file and holds the text itself."""
    return front.format == "json" and not source[front.body :].strip() and text_key(front.written) is not None


def is_array(data: bytes) -> bool:
    """Whether a file looks like a JSON array of objects: by its first two signs and its last."""
    return _ARRAY.match(data) is not None and data.rstrip().endswith(b"]")


def elements(source: str) -> Iterator[tuple[int, int, int]]:
    """The elements of a JSON array: the line, from 1, in which each begins, its start and its end.

    Raises:
        SourceError: when the array is broken, behind the elements that could be read.
    """
    decoder = json.JSONDecoder()
    position, line, counted = source.index("[") + 1, 1, 0
    while True:
        start = position + len(_SPACES.match(source, position)[0])  # type: ignore[index] # it matches the empty text
        line += source.count("\n", counted, start)
        counted = start
        try:
            _, end = decoder.raw_decode(source, start)
        except (ValueError, RecursionError) as error:
            raise SourceError("a broken JSON array", line=line) from error
        yield line, start, end
        separator = _SEPARATOR.match(source, end)
        closed = separator is not None and separator[1] == "]"
        if separator is None or (closed and _SOMETHING.search(source, separator.end())):
            raise SourceError("a broken JSON array", line=line)
        if closed:
            return
        position = separator.end()


class Table:
    r"""A CSV table: its header, and how to read one of its rows with the places of its values.

    >>> table = Table("title,text\n")
    >>> metadata, written = table.row('A,"It said ""yes""."\n')
    >>> metadata["text"], written["text"]
    ('It said "yes".', Written(start=3, end=19, style='"'))
    """

    def __init__(self, header: str, *, delimiter: str | None = None) -> None:
        self.delimiter = delimiter or max(",;\t|", key=header.count)
        sign = re.escape(self.delimiter)
        self._field = re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^{sign}\r\n]*+|(?P<bare>[^{sign}\r\n]*+)')
        self.names = tuple(value.strip() for value, _ in self._fields(header.removeprefix("\ufeff")))

    def row(self, line: str) -> tuple[dict[str, str], dict[str, Written]]:
        """The values of a row by the names of the columns, and where they stand in it.

        Raises:
            SourceError: when it has more values than the table has columns, or a quotation mark never closes.
        """
        fields = list(self._fields(line))
        if len(fields) > len(self.names):
            raise SourceError(f"{len(fields)} values in a table of {len(self.names)} columns")
        pairs = list(zip(self.names, fields, strict=False))
        return {name: value for name, (value, _) in pairs}, {name: place for name, (_, place) in pairs}

    def _fields(self, line: str) -> Iterator[tuple[str, Written]]:
        position = 0
        while True:
            match = self._field.match(line, position)
            if match is None:  # the pattern matches the empty text, so there always is one
                return
            kind = match.lastgroup or "bare"
            value = match[kind]
            if kind == "bare" and value.startswith('"'):
                raise SourceError("a quotation mark that never closes")
            style = '"' if kind == "quoted" else "bare"
            yield value.replace('""', '"') if kind == "quoted" else value, Written(*match.span(kind), style)
            position = match.end()
            if line[position : position + 1] != self.delimiter:
                return
            position += 1


def rows(lines: Iterable[str], *, longest: int) -> Iterator[tuple[int, str]]:
    """The rows of a table with the number of their first line: a quoted value may hold line ends.

    Args:
        lines: with their line ends.
        longest: characters; a row above that is given as it is, so that one lost quotation mark does not take the rest.
    """
    waiting: list[str] = []
    first = quotes = size = 0
    for number, line in enumerate(lines, 1):
        if not waiting:
            first, size = number, 0
        waiting.append(line)
        quotes += line.count('"')
        size += len(line)
        if quotes % 2 == 0 or size > longest:
            yield first, "".join(waiting)
            waiting, quotes = [], 0
    if waiting:
        yield first, "".join(waiting)
