"""Pages of a web crawl (WARC, ISO 28500), the form in which news crawls are published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from attrs import field, frozen

from evinvest.errors import MissingExtra, SourceError

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


@frozen
class CrawledPage:
    """A page that a server gave.

    Attributes:
        address: where it was fetched.
        content: its bytes, unpacked; ``None`` where they are more than the limit.
    """

    address: str
    content: bytes | None = field(repr=False)


def warc_pages(stream: IO[bytes], *, max_bytes: int) -> Iterator[CrawledPage]:
    """The pages of a crawl, one after the other; anything that is no text (images, requests) is passed over.

    Args:
        stream: a WARC file, as it is or unpacked from ``.warc.gz``.
        max_bytes: of one page.

    Raises:
        MissingExtra: when ``warcio`` is not installed.
        SourceError: when the stream is no WARC file or ends in the middle of a record.
    """
    try:
        from warcio.archiveiterator import (  # type: ignore[import-untyped]  # noqa: PLC0415 - optional
            ArchiveIterator,
        )
        from warcio.exceptions import (  # type: ignore[import-untyped]  # noqa: PLC0415 - optional
            ArchiveLoadFailed,
        )
    except ImportError as error:
        raise MissingExtra.named("warcio", extra="warc") from error
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                content = record.content_stream().read(max_bytes + 1)
                address = record.rec_headers.get_header("WARC-Target-URI") or "unknown"
                yield CrawledPage(address, content if len(content) <= max_bytes else None)
    except ArchiveLoadFailed as error:
        raise SourceError(f"not a web archive: {error}") from error


def _is_page(record: Any) -> bool:  # noqa: ANN401 - a record of warcio, which has no types
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode()[:1] != "2":
        return False
    kind = headers.get_header("Content-Type") if headers is not None else record.content_type
    return (kind or "").partition(";")[0].strip().lower() in _PAGE_TYPES
