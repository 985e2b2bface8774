r"""TOML, one record a document: for files that people write and read.

Each fact is a table of its own (``[[investments]]``), what is in it stands on one line a field.

>>> from decimal import Decimal
>>> from evinvest.models import Money
>>> print(dumps(Money(Decimal("10.50"), "EUR")), end="")
amount = "10.50"
currency = "EUR"
>>> loads("amount = 10.50\ncurrency = 'EUR'", Money).amount
Decimal('10.50')
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from evinvest.errors import SerialError
from evinvest.serial._documents import from_document, is_record, no_record, to_document
from evinvest.serial._files import Source, decode, named, read, write

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["dump", "dumps", "load", "loads"]

T = TypeVar("T")

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


def dumps(record: object, *, converter: Converter | None = None) -> str:
    """The document of a record: equal records give equal documents, in every process.

    Args:
        record: a record, or ``Facts``: a document in TOML is a table.
        converter: one of your own, by :func:`evinvest.serial.make_converter`.

    Raises:
        SerialError: when it is no record of this library.
    """
    document = to_document(record, converter=converter, counted=True)
    if not isinstance(document, dict):
        raise no_record(record)
    try:
        return "".join(_lines(document))
    except (TypeError, ValueError, RecursionError) as error:
        raise no_record(record) from error


def loads(document: str | bytes, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in a document; numbers keep their digits whether they stand in quotes or not.

    Raises:
        SerialError: when it is not TOML (with the line) or does not hold such a record (with the path).
    """
    return from_document(_parse(decode(document)), record_type, converter=converter)


def dump(record: object, target: Source, *, converter: Converter | None = None) -> None:
    """Write the document of a record to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    write(dumps(record, converter=converter), target)


def load(source: Source, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in the document at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    with named(source):
        return loads(read(source), record_type, converter=converter)


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _refused(text, str(error)) from error
    except RecursionError as error:
        raise SerialError("nested too deeply", path="$") from error
    except (ValueError, ArithmeticError) as error:  # a whole number of thousands of digits, an exponent beyond all
        raise SerialError("a number that is out of all bounds", path="$") from error


def _refused(text: str, said: str) -> SerialError:
    """What tomllib says of a text, which from Python 3.14 on it also says in fields of the error."""
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    column = f" in column {place[2]}" if place and place[2] else ""
    reason = said[: place.start()] if place else said
    return SerialError(f"not TOML: {reason[:1].lower()}{reason[1:]}{column}", line=line, path="$")


def _lines(document: dict[str, Any]) -> Iterator[str]:
    """A table a fact, behind the fields that are none: in TOML what follows the head of a table belongs to it."""
    tables = {key: value for key, value in document.items() if _is_facts(value)}
    yield from _fields({key: value for key, value in document.items() if key not in tables})
    for name, facts in tables.items():
        for fact in facts:
            yield f"\n[[{_key(name)}]]\n"
            yield from _fields(fact)


def _is_facts(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(map(is_record, value))


def _fields(table: dict[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_inline(value)}\n" for key, value in table.items())


def _inline(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _quoted(value)
        case list() | tuple():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            inside = ", ".join(f"{_key(key)} = {_inline(child)}" for key, child in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            raise TypeError(value)


def _key(key: str) -> str:
    return key if _BARE.match(key) else _quoted(key)


def _quoted(text: str) -> str:
    """A text in quotes; TOML has the escapes of JSON, and wants one for the sign of deletion as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
