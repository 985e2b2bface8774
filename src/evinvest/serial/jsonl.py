r"""JSON lines, one fact a line: what streams, greps and grows.

A line may name the article that the fact was read from beside the fields of the fact (``"article":"story.md"``).

>>> from decimal import Decimal
>>> from evinvest.models import Money
>>> dumps([Money(Decimal(16), "USD"), Money(Decimal(15), "USD")])
'{"amount":"16","currency":"USD"}\n{"amount":"15","currency":"USD"}\n'
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from evinvest.converter import Fact
from evinvest.errors import SerialError
from evinvest.serial._documents import Source, decode, from_document, name_of, read, to_document, write
from evinvest.serial.json import parse

__all__ = ["dump", "dumps", "load", "loads"]


def dumps(records: Iterable[object], *, article: str | None = None) -> str:
    """One line a record; ``Facts`` give their facts in order, without the issues.

    Args:
        records: ``Facts``, or any facts or values.
        article: the name to write beside each of them.

    Raises:
        SerialError: when one is no record of this library.
    """
    return "".join(_line(record, article) for record in records)


def _line(record: object, article: str | None) -> str:
    document = to_document(record)
    try:
        if article is not None:
            document = {"article": article} | document
        return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    except (TypeError, ValueError, RecursionError) as error:
        raise SerialError(f"not a record that JSON can hold: {type(record).__name__}") from error


def loads(document: str | bytes, record_type: Any = Fact) -> tuple[Any, ...]:  # noqa: ANN401 - a class or a union of them
    """The records in a document, in order; empty lines are passed over.

    Raises:
        SerialError: for the first line that is not JSON or does not hold such a record, with line and path.
    """
    # Not splitlines(): it also cuts at signs that may stand inside a text.
    lines = enumerate(decode(document).split("\n"), start=1)
    return tuple(_record(line, number, record_type) for number, line in lines if line.strip())


def _record(line: str, number: int, record_type: Any) -> object:  # noqa: ANN401
    try:
        value = parse(line)
        if isinstance(value, dict):
            value.pop("article", None)
        return from_document(value, record_type)
    except SerialError as error:
        error.line = number
        raise


def dump(records: Iterable[object], target: Source, *, article: str | None = None) -> None:
    """Write records to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    write(dumps(records, article=article), target)


def load(source: Source, record_type: Any = Fact) -> tuple[Any, ...]:  # noqa: ANN401
    """The records in the file at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    try:
        return loads(read(source), record_type)
    except SerialError as error:
        error.source = error.source or name_of(source)
        raise
