"""Files and streams that fail with an error of this library, whatever is in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from evinvest.errors import SerialError

Source = str | Path | IO[str] | IO[bytes]
"""A path, or an open stream of text or bytes."""


def name_of(source: Source) -> str | None:
    """How an error names a file."""
    return str(source) if isinstance(source, str | Path) else getattr(source, "name", None)


@contextmanager
def named(source: Source) -> Iterator[None]:
    """Within it, errors of documents say in which file they are."""
    try:
        yield
    except SerialError as error:
        error.source = error.source or name_of(source)
        raise


def read(source: Source) -> str | bytes:
    """What is in a file, in bytes, or in a stream.

    Raises:
        SerialError: when it cannot be read.
    """
    with reading(source):
        return Path(source).read_bytes() if isinstance(source, str | Path) else source.read()


@contextmanager
def reading(source: Source) -> Iterator[None]:
    """Within it, a file that cannot be read is an error of this library.

    Raises:
        SerialError: when it cannot be read, or when a stream of text meets what is none.
    """
    try:
        yield
    except OSError as error:
        raise SerialError(f"cannot be read: {error.strerror or error}", source=name_of(source)) from error
    except UnicodeDecodeError as error:
        raise SerialError(f"not {error.encoding}", source=name_of(source), path="$") from error


def decode(data: str | bytes, *, line: int = 1) -> str:
    """The text of a document in UTF-8; a byte-order mark is no part of it.

    Args:
        data: the document.
        line: the line of the file in which it begins.

    Raises:
        SerialError: when it is not UTF-8, with the line.
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SerialError("not UTF-8", line=line + data.count(b"\n", 0, error.start), path="$") from error


def write(document: str | bytes, target: Source) -> None:
    """Write a document to a file, or to a stream of text or bytes; text is UTF-8.

    Raises:
        SerialError: when it cannot be written.
    """
    with writing(target):
        data = document.encode() if isinstance(document, str) else document
        if isinstance(target, str | Path):
            Path(target).write_bytes(data)
        else:
            put(target, document, data)


@contextmanager
def writing(target: Source) -> Iterator[None]:
    """Within it, a file that cannot be written is an error of this library."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise SerialError("half of a surrogate pair cannot be written", source=name_of(target)) from error
    except OSError as error:
        raise SerialError(f"cannot be written: {error.strerror or error}", source=name_of(target)) from error


def put(stream: IO[str] | IO[bytes], document: str | bytes, data: bytes) -> None:
    """Write to a stream what it takes, which not all of them say: an ``io.StringIO`` has no encoding either.

    Raises:
        SerialError: for bytes that are no text, and a stream of text.
    """
    if isinstance(document, str) and isinstance(getattr(stream, "encoding", None), str):
        cast("IO[str]", stream).write(document)
        return
    try:
        cast("IO[bytes]", stream).write(data)
    except TypeError as error:
        if isinstance(document, bytes):
            raise SerialError("needs a stream of bytes", source=name_of(stream)) from error
        cast("IO[str]", stream).write(document)
