"""JSON, one record a document.

>>> from evinvest.models import Money
>>> dumps(Money(Decimal("10.50"), "EUR"))
'{"amount":"10.50","currency":"EUR"}'
>>> loads('{"amount": 10.50, "currency": "EUR"}', Money).amount
Decimal('10.50')
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import NoReturn, TypeVar

from evinvest.errors import SerialError
from evinvest.serial._documents import Source, decode, from_document, name_of, read, to_document, write

__all__ = ["dump", "dumps", "load", "loads"]

T = TypeVar("T")


def dumps(record: object, *, indent: int | None = None) -> str:
    """The document of a record: equal records give equal documents, in every process.

    Args:
        record: a record, a value, or ``Facts``.
        indent: how many spaces a level is moved in; all on one line without.

    Raises:
        SerialError: when it is no record of this library.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        return json.dumps(
            to_document(record), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
        )
    except (TypeError, ValueError, RecursionError) as error:
        raise SerialError(f"not a record that JSON can hold: {type(record).__name__}") from error


def loads(document: str | bytes, record_type: type[T]) -> T:
    """The record in a document; numbers keep their digits whether they stand in quotes or not.

    Raises:
        SerialError: when it is not JSON (with the line) or does not hold such a record (with the path).
    """
    return from_document(parse(decode(document)), record_type)


def dump(record: object, target: Source, *, indent: int | None = None) -> None:
    """Write the document of a record and a line end to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    write(dumps(record, indent=indent) + "\n", target)


def load(source: Source, record_type: type[T]) -> T:
    """The record in the document at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    try:
        return loads(read(source), record_type)
    except SerialError as error:
        error.source = error.source or name_of(source)
        raise


def parse(text: str) -> object:
    """The plain value in a JSON text.

    Raises:
        SerialError: when it is not JSON.
    """
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except SerialError:
        raise
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} in column {error.colno}"
        raise SerialError(message, line=error.lineno, path="$") from error
    except RecursionError as error:
        raise SerialError("nested too deeply", path="$") from error
    except (ValueError, ArithmeticError) as error:  # a whole number of thousands of digits, an exponent beyond all
        raise SerialError("a number that is out of all bounds", path="$") from error


def _refuse(word: str) -> NoReturn:
    raise SerialError(f"not a number: {word}", path="$")
