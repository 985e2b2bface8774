"""Bytes to an article: decode, find the front matter or header, lift out what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from evinvest.errors import SourceError
from evinvest.reading.article import Article
from evinvest.reading.encoding import decode, refuse_binary, refuse_empty
from evinvest.reading.fields import fields_of, states
from evinvest.reading.frontmatter import FrontMatter, Written, find_front_matter
from evinvest.reading.headers import first_line, read_header
from evinvest.reading.layout import Layout, metadata_parts
from evinvest.reading.records import Columns, is_record, record_layout

FORMATS = ("toml", "yaml", "json", "html", "plain")
MAX_BYTES = 10_000_000
"""The default limit on the size of one article, in bytes."""

_PAGE = re.compile(
    r"\ufeff?(?:\s|<\?[^>]*>|<%[^>]*>|<!--(?:[^-]|-(?!->))*-->)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_SAMPLE = 4000  # characters: enough to know a script
_MARKUP = re.compile(r"<[^<>]*>")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
# A letter that English does not have: accents and any other script.
_OTHER = re.compile(r"[^\W\d_A-Za-z]")


def read_article(
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word that everybody uses
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Read an article from a file.

    Args:
        path: the file; what it is called says nothing about its format.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``; found from the content where not given.
        encoding: found from the content where not given.
        max_bytes: a larger file is refused.

    Raises:
        FrontMatterError: when the front matter is broken or never closes.
        SourceError: when the file is missing, a folder, empty, binary, too large, or no article of that format.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_unreadable(Path(path), error), source=str(path)) from error
    return parse_article(data, format=format, name=str(path), encoding=encoding, max_bytes=max_bytes)


def _unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and path.is_dir():
        return "a folder, not an article: iter_articles reads all that is in it"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def parse_article(
    data: bytes | str,
    *,
    format: str | None = None,  # noqa: A002 - as above
    name: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    r"""Read an article from bytes or text.

    Args:
        data: the whole file; a ``str`` counts as UTF-8.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``; found from the content where not given.
        name: what errors call it, such as a file or an archive member.
        encoding: of ``bytes``; found from the content where not given.
        max_bytes: a larger article is refused.

    Raises:
        FrontMatterError: when the front matter is broken or never closes.
        SourceError: when it is empty, binary, too large, or no article of that format.

    >>> article = parse_article('+++\ntitle = "A plant"\ndate = 2025-07-15\n+++\n<p>It costs of$16 billion.</p>')
    >>> article.title, article.day.isoformat(), article.text
    ('A plant', '2025-07-15', 'A plant\nIt costs of $16 billion.')
    """
    try:
        source, raw, encoding = _decoded(data, encoding, max_bytes)
        return build_article(source, find_layout(source, format), raw=raw, name=name, encoding=encoding)
    except SourceError as error:
        error.source = error.source or name
        raise


def _decoded(data: bytes | str, encoding: str | None, max_bytes: int) -> tuple[str, bytes, str]:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data)
    if len(raw) > max_bytes:
        raise SourceError(f"larger than {max_bytes} bytes")
    if isinstance(data, str):
        source, encoding = data, "utf-8"
        refuse_binary(source)
    else:
        source, encoding = decode(raw, encoding)
    refuse_empty(source)
    return source, raw, encoding


def find_layout(
    source: str,
    format: str | None = None,  # noqa: A002 - as above
    columns: Columns | None = None,
) -> Layout:
    """Where the parts of a file stand; with ``columns``, even none, it is a JSON record.

    Raises:
        SourceError: when it is no article of that format.
    """
    if format is not None and format not in FORMATS:
        raise SourceError(f"no such format: {format!r}; one of {', '.join(FORMATS)}")
    if format in (None, "toml", "yaml", "json"):
        front = find_front_matter(source, format=format)
        if front is not None and (columns is not None or is_record(front, source)):
            return record_layout("json", front.metadata, front.written, columns)
        if front is not None:
            parts = [*metadata_parts(front.metadata, front.written), *_body_parts(source, front)]
            return Layout(front.format, front.metadata, parts)
    if format == "html" or (format is None and _PAGE.match(source)):
        from evinvest.reading.page import page_layout  # noqa: PLC0415 - most articles are no pages

        return page_layout(source)
    header = read_header(source)
    parts = [("title", Written(*header.title, "plain"))] if header.title else []
    return Layout("plain", header.metadata, [*parts, ("text", Written(header.body, len(source), "plain"))])


def _body_parts(source: str, front: FrontMatter) -> Iterator[tuple[str, Written]]:
    """What stands behind a front matter, its first line a title where the front matter has none, as in a plain file."""
    begin = front.body
    title = None if states(front.metadata, "title") else first_line(source, begin)
    if title:
        yield "title", Written(*title, "plain")
        begin = source.index("\n", title[1]) + 1
    yield "text", Written(begin, len(source), "plain")


def build_article(source: str, layout: Layout, *, raw: bytes, name: str | None, encoding: str) -> Article:
    """The article of a source whose parts are known."""
    fields = dict(fields_of(layout.metadata) if layout.fields is None else layout.fields)
    if "language" not in fields:
        fields["language"] = _language(source, layout)
    article = Article(
        source=source,
        format=layout.format,
        layout=layout,
        metadata=layout.metadata,
        name=name,
        encoding=encoding,
        raw=raw,
        **fields,
    )
    title = None if article.title else next((part for part in article.sections if part.kind == "title"), None)
    return article if title is None else evolve(article, title=title.span.of(article.text))


def _language(source: str, layout: Layout) -> str | None:
    """``zh`` or ``en`` by the script alone; where neither is clear, ``None``."""
    sample = "".join(source[place.start : place.end][:_SAMPLE] for kind, place in layout.parts)[:_SAMPLE]
    sample = _MARKUP.sub("", sample) if "<" in sample else sample
    if sample.isascii():
        return "en" if _LATIN.search(sample) else None
    chinese, latin = len(_CHINESE.findall(sample)), len(_LATIN.findall(sample))
    if chinese * 4 > latin:
        return "zh"
    return "en" if latin and len(_OTHER.findall(sample)) * 20 < latin else None
