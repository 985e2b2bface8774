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
from typing import TYPE_CHECKING, NoReturn, TypeVar

from evinvest.errors import SerialError
from evinvest.serial._documents import fast, from_document, no_record, to_document
from evinvest.serial._files import Source, decode, named, read, write

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["dump", "dumps", "load", "loads"]

T = TypeVar("T")


def dumps(record: object, *, indent: int | None = None, converter: Converter | None = None) -> str:
    """The document of a record: equal records give equal documents, in every process.

    Args:
        record: a record, a value, or ``Facts``.
        indent: how many spaces a level is moved in; all on one line without.
        converter: one of your own, by :func:`evinvest.serial.make_converter`.

    Raises:
        SerialError: when it is no record of this library.
    """
    if indent is None and converter is None and (codec := fast(type(record), "json")):
        packed = codec.encode(record)
        if packed is not None:
            return packed.decode()
    document = to_document(record, converter=converter)
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    except (TypeError, ValueError, RecursionError) as error:
        raise no_record(record) from error


def loads(document: str | bytes, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in a document; numbers keep their digits whether they stand in quotes or not.

    Args:
        document: JSON in UTF-8.
        record_type: the class of the record, or the union :data:`evinvest.serial.Fact`.
        converter: one of your own.

    Raises:
        SerialError: when it is not JSON (with the line) or does not hold such a record (with the path).
    """
    if converter is None and (codec := fast(record_type, "json")):
        record: T | None = codec.decode(document)
        if record is not None:
            return record
    return from_document(parse(decode(document)), record_type, converter=converter)


def dump(record: object, target: Source, *, indent: int | None = None, converter: Converter | None = None) -> None:
    """Write the document of a record and a line end to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    write(dumps(record, indent=indent, converter=converter) + "\n", target)


def load(source: Source, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in the document at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    with named(source):
        return loads(read(source), record_type, converter=converter)


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
