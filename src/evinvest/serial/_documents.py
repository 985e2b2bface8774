"""What all formats share: the envelope around a record, and files that fail with an error of this library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, TypeVar, cast

from evinvest.converter import structure, unstructure
from evinvest.errors import SerialError
from evinvest.models import Facts

T = TypeVar("T")
Source = str | Path | IO[str] | IO[bytes]

VERSION = 1
"""The version of the documents, raised when a reader of the old ones could not read the new ones."""


def to_document(record: object) -> Any:  # noqa: ANN401 - as deep as a document
    """The plain value of a record; that of all facts of an article starts with the version."""
    plain = unstructure(record)
    return {"evinvest": VERSION} | plain if isinstance(record, Facts) else plain


def from_document(value: object, record_type: type[T]) -> T:
    """The record in a plain value, with or without the version.

    Raises:
        SerialError: when it holds none, or one of a version that this library does not know.
    """
    if isinstance(value, Mapping) and "evinvest" in value:
        version = value["evinvest"]
        if version != VERSION or isinstance(version, bool):
            raise SerialError(f"not a version that can be read here (1): {version!r}", path="$.evinvest")
        value = {key: value[key] for key in value if key != "evinvest"}
    return structure(value, record_type)


def name_of(source: Source) -> str | None:
    """How an error names a file."""
    return str(source) if isinstance(source, str | Path) else getattr(source, "name", None)


def read(source: Source) -> str:
    """The text of a file or stream, in UTF-8.

    Raises:
        SerialError: when it cannot be read or is not UTF-8.
    """
    try:
        data = Path(source).read_bytes() if isinstance(source, str | Path) else source.read()
    except OSError as error:
        raise SerialError(f"cannot be read: {error.strerror or error}", source=name_of(source)) from error
    return decode(data, source=name_of(source))


def decode(data: str | bytes, *, source: str | None = None) -> str:
    """The text of a document; a byte-order mark is no part of it."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SerialError("not UTF-8", source=source, line=line, path="$") from error


def write(text: str, target: Source) -> None:
    """Write a text in UTF-8 to a file, or to a stream of text or bytes.

    Raises:
        SerialError: when it cannot be written.
    """
    try:
        data = text.encode()
        if isinstance(target, str | Path):
            Path(target).write_bytes(data)
        elif isinstance(getattr(target, "encoding", None), str):
            cast("IO[str]", target).write(text)
        else:
            _write_either(target, text, data)
    except UnicodeEncodeError as error:
        raise SerialError("half of a surrogate pair cannot be written", source=name_of(target)) from error
    except OSError as error:
        raise SerialError(f"cannot be written: {error.strerror or error}", source=name_of(target)) from error


def _write_either(target: IO[str] | IO[bytes], text: str, data: bytes) -> None:
    """Streams do not say what they take: an ``io.StringIO`` has no encoding either."""
    try:
        cast("IO[bytes]", target).write(data)
    except TypeError:
        cast("IO[str]", target).write(text)
